"""Repairing the labels of names: which are places, which are actors, which are nothing at all."""

from __future__ import annotations

from according.linking.typing.settling import overrule_labels, settle_labels

__all__ = ["overrule_labels", "settle_labels"]
