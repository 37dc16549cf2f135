"""Linked* -> EventSet: which passages report the same event, and what, when, where and who it was."""

from according.events.drafting import recalled_drafts
from according.events.finding import find_events

__all__ = ["find_events", "recalled_drafts"]
