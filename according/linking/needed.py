"""Entries that say only what the machine finds by itself, but would not find under the other corrections in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from according.linking.forms import fold
from according.linking.machine import Machine
from according.memo import FORGETFUL, Memo
from according.model import Linked
from according.overrides import EntityOverride, Overrides, SourceOverride

Rule = EntityOverride | SourceOverride
Relink = Callable[[Overrides], Linked]


class Needed:
    """Asks what would be without an entry; the corpus is linked anew for that, so only where others speak of its names.

    ``relink`` makes the corpus under other corrections than ``overrides``, under which it is ``linked``.
    """

    def __init__(self, overrides: Overrides, linked: Linked, relink: Relink, memo: Memo = FORGETFUL) -> None:
        self._overrides, self._linked, self._relink, self._memo = overrides, linked, relink, memo

    def has(self, sort: str, name: str) -> bool:
        """Whether something would be otherwise without the entry of a name, of "places", "actors" or "sources"."""
        rules: Mapping[str, Rule] = getattr(self._overrides, sort)
        own = frozenset(_names(rules[name]))
        if not any(own & names for key, names in self._spoken.items() if key != (sort, name)):
            return False
        left: dict[str, Any] = {sort: {other: rule for other, rule in rules.items() if other != name}}
        without = replace(self._overrides, **left)
        inputs = self._linked.articles, self._overrides.places, self._overrides.actors, self._overrides.sources
        return self._memo.recall("needed", f"{sort}/{name}", inputs, lambda: self._differs(without))

    def _differs(self, without: Overrides) -> bool:
        return _compared(self._relink(without)) != self._now

    @cached_property
    def _now(self) -> Machine:
        return _compared(self._linked)

    @cached_property
    def _spoken(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """By entry, the folded names of which it speaks."""
        sorts: dict[str, Mapping[str, Rule]] = {
            "places": self._overrides.places,
            "actors": self._overrides.actors,
            "sources": self._overrides.sources,
        }
        return {(s, name): frozenset(_names(rule)) for s, rules in sorts.items() for name, rule in rules.items()}


def _compared(linked: Linked) -> Machine:
    """What there is, but for the addresses that only lead on."""
    return replace(Machine.of(linked), moved={})


def _names(rule: Rule) -> Iterator[str]:
    forms = [form.text for form in (rule.forms if isinstance(rule, EntityOverride) else rule.aliases)]
    yield from map(fold, (rule.name, *forms, *rule.never))
