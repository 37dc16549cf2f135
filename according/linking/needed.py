"""Entries that say only what the machine finds by itself, but would not find under the other corrections in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from according.linking.forms import fold
from according.linking.machine import Machine
from according.memo import FORGETFUL, Memo
from according.model import Linked
from according.overrides import EntityOverride, Overrides, SourceOverride

MOST_TRIED = 60  # entries that share names, beyond which no one is left out for a try: each try links the corpus anew
Rule = EntityOverride | SourceOverride
Relink = Callable[[Overrides], Linked]


class Needed:
    """Asks what would be without an entry; the corpus is linked anew for that, so only where others speak of its names.

    Where these are too many, every such entry counts as needed.
    ``relink`` makes the corpus under other corrections than ``overrides``, under which it is ``linked``.
    """

    def __init__(self, overrides: Overrides, linked: Linked, relink: Relink, memo: Memo = FORGETFUL) -> None:
        self._overrides, self._linked, self._relink, self._memo = overrides, linked, relink, memo

    def has(self, sort: str, name: str) -> bool:
        """Whether something would be otherwise without the entry of a name, of "places", "actors" or "sources"."""
        if (sort, name) not in self._sharing:
            return False
        if len(self._sharing) > MOST_TRIED:
            return True
        rules: Mapping[str, Rule] = getattr(self._overrides, sort)
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
    def _sharing(self) -> frozenset[tuple[str, str]]:
        """The entries that speak of a name of which another one speaks."""
        sorts: dict[str, Mapping[str, Rule]] = {
            "places": self._overrides.places,
            "actors": self._overrides.actors,
            "sources": self._overrides.sources,
        }
        spoken = {(s, name): frozenset(_names(rule)) for s, rules in sorts.items() for name, rule in rules.items()}
        times = Counter(name for names in spoken.values() for name in names)
        return frozenset(entry for entry, names in spoken.items() if any(times[name] > 1 for name in names))


def _compared(linked: Linked) -> Machine:
    """What there is, but for the addresses that only lead on."""
    return replace(Machine.of(linked), moved={})


def _names(rule: Rule) -> Iterator[str]:
    forms = [form.text for form in (rule.forms if isinstance(rule, EntityOverride) else rule.aliases)]
    yield from map(fold, (rule.name, *forms, *rule.never))
