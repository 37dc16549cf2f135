"""Entries that speak of one page under two of its names, while nobody says that these are one, or are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from according.linking.forms import fold
from according.linking.machine import Machine, page
from according.model import Actor, Linked, Place, Unheeded
from according.overrides import EntityOverride, Overrides


def doubled(overrides: Overrides, machine: Machine, linked: Linked) -> Iterator[Unheeded]:
    """Every entry but one of those that speak of one page, as the machine has it or as it is now."""
    sorts = (("places", overrides.places, linked.places), ("actors", overrides.actors, linked.actors))
    for sort, rules, entities in sorts:
        speaking = [rule for rule in rules.values() if not rule.ignore]
        if len(speaking) > 1:
            before, now = _Homes(), _Homes()
            for address, shown in machine.facts.items():
                if address.startswith(f"{sort}/"):
                    before.add(address, shown["name"], (form for form, _ in shown["forms"]))
            for entity in entities.values():
                now.add(page(entity), entity.name, (form.text for form in entity.forms))
            yield from _doubled(f"{sort}.yaml", speaking, before, now, [*entities.values()])


class _Homes:
    """The pages that names mean: that of just the name, else the only one with such a spelling."""

    def __init__(self) -> None:
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._spelled: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, address: str, name: str, forms: Iterable[str]) -> None:
        """One page with its names."""
        self._named[fold(name)].add(address)
        for form in forms:
            self._spelled[fold(form)].add(address)

    def has(self, name: str) -> bool:
        """Whether articles write a name, or a page is called so."""
        return fold(name) in self._spelled or fold(name) in self._named

    def of(self, name: str) -> str | None:
        """The page that a name means, if it is one."""
        found = self._named.get(fold(name)) or self._spelled.get(fold(name)) or set()
        return next(iter(found)) if len(found) == 1 else None


def _doubled(
    file: str, rules: Iterable[EntityOverride], before: _Homes, now: _Homes, entities: Collection[Place | Actor]
) -> Iterator[Unheeded]:
    """The one that has the page, or stands first, is the one that is obeyed."""
    shown = {entity.name for entity in entities}
    listed = {e.name: e.entry for e in entities if isinstance(e, Place) and e.overridden}
    first: dict[object, EntityOverride] = {}
    for rule in sorted(rules, key=lambda r: (r.name not in shown and not r.hide, r.line, r.name)):
        given = [rule.name, *(form.text for form in rule.forms if not form.articles)]
        keys: set[tuple[str, str | int | None]] = {("entry", listed.get(rule.name)), ("entry", rule.geonames)}
        keys |= {(when, homes.of(name)) for when, homes in (("before", before), ("now", now)) for name in given}
        known = sorted(key for key in keys if key[1] is not None)
        others = (first[key] for key in known if key in first)
        other = next((o for o in others if not _are_parted(o, rule)), None)
        if other:
            both = rule.name in shown and other.name in shown
            taken = {fold(other.name), *(fold(form.text) for form in other.forms if not form.articles)}
            moving = (name for name in dict.fromkeys(given) if before.has(name) and fold(name) not in taken)
            yield Unheeded(rule.name, "parted" if both else "dropped", (other.name, *moving), file, other.line)
        for key in known:
            first.setdefault(key, rule)


def _are_parted(one: EntityOverride, other: EntityOverride) -> bool:
    """Whether a person says that two entries are not one."""
    return any(
        fold(name) in {fold(form.text) for form in (*there.forms, *there.aliases)} | {fold(there.name)}
        for here, there in ((one, other), (other, one))
        for name in here.never
    )
