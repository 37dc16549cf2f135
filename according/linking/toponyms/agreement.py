"""What people say contains a place tells which place of its name it is, if it is one of the gazetteer at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from according.linking.forms import fold
from according.linking.gazetteer import Entry, Gazetteer, How
from according.linking.toponyms.distance import kilometres
from according.linking.toponyms.features import contains
from according.linking.toponyms.ranking import Reading
from according.overrides import EntityOverride

NEARBY = 60.0  # km: what lies "in" a town by a person's word may be a village around it
_BORDERLESS = frozenset({"region", "sea"})
_VAST = _BORDERLESS | {"country"}

Rules = Mapping[str, EntityOverride]


class Agreement:
    """Chooses places by what people say contains them.

    ``meant`` are the names of places in the articles with what they were taken for.
    """

    def __init__(self, rules: Rules, meant: Iterable[tuple[str, Entry | None]], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._own: dict[str, EntityOverride] = {}
        for _, rule in sorted(rules.items()):
            for own in rule.forms:
                if not own.articles:
                    self._own.setdefault(fold(own.text), rule)
        wanted = {fold(rule.parent) for rule in rules.values() if rule.parent}
        self._meant: defaultdict[str, set[Entry | None]] = defaultdict(set)
        for name, entry in meant:
            if (form := fold(name)) in wanted:
                self._meant[form].add(entry)
        self._said = {name: self._holders(rule) for name, rule in rules.items() if rule.parent}

    def entry(self, rule: EntityOverride, found: Entry | None, readings: Iterable[Reading]) -> Entry | None:
        """What was found for a place if it lies where its person says, else a place of its name that does.

        What is said to lie in something that lies in it stays what it is: that goes in a circle. So does a country or
        a sea of which no gazetteer has another.
        """
        said = self._said.get(rule.name, ())
        if found is None or not said or found.id == rule.geonames or _agrees(found, said):
            return found
        if all(contains(found, holder) for holder in said):
            return found
        return next(_others(readings, said), found if found.kind in _VAST else None)

    def _holders(self, rule: EntityOverride) -> tuple[Entry, ...]:
        """What may contain a place by a person's word; nothing where no gazetteer can know."""
        if titled := self._gazetteer.get(rule.meant.within):
            return (titled,)
        passed, name = {rule.name}, rule.parent or ""
        while own := self._own.get(fold(name)):
            if own.name in passed:
                return ()  # a circle says nothing
            if entry := self._gazetteer.get(own.geonames):
                return (entry,)
            if own.parent is None:
                return () if own.at else self._entries(name)
            passed.add(own.name)
            name = own.parent
        return self._entries(name)

    def _entries(self, name: str) -> tuple[Entry, ...]:
        meant = self._meant.get(fold(name))
        if meant is None:
            return tuple(hit.entry for hit in self._gazetteer.lookup(name))
        found = sorted((entry for entry in meant if entry), key=lambda e: e.id)
        return () if None in meant else tuple(found)


def _agrees(entry: Entry, said: Iterable[Entry]) -> bool:
    """Whether a place may lie in one of some; what lies in a continent or a sea no gazetteer tells."""
    near = (contains(holder, entry) or kilometres(holder, entry) < NEARBY for holder in said)
    return any(near) or any(holder.kind in _BORDERLESS for holder in said)


def _others(readings: Iterable[Reading], said: Sequence[Entry]) -> Iterator[Entry]:
    """The places that may be meant instead, the likeliest first: none that only sounds so."""
    found = (reading.candidate for reading in readings)
    named = (c.entry for c in found if c and c.how is not How.SOUND and not c.stripped)
    return (entry for entry in named if any(contains(holder, entry) for holder in said))
