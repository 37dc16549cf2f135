"""The names of an article: the model's, trimmed and typed, and those that the language gives away."""

from __future__ import annotations

from according.annotating.names.finding import find_names

__all__ = ["find_names"]
