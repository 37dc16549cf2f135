"""Places of one name, shown with what tells them apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from according.linking.forms import fold, without_mark
from according.linking.toponyms.features import SETTLEMENTS
from according.model import Place


def told_apart(places: dict[str, Place]) -> dict[str, Place]:
    """Two places of one name are shown with what tells them apart: "New York (state)", "London (Ontario)".

    So are those whose names only their accents tell apart, which people who correct one would take for the other:
    "Panama" and "Panamá (province)".
    """
    same: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        same[fold(_bare_name(place)) or _bare_name(place)].append(place)
    named = _numbered([pair for group in same.values() for pair in _distinct(group, places)])
    return {p.id: p if p.name == name else replace(p, name=name) for p, name in named}


def _numbered(named: list[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
    """Places that nothing tells apart with a number, but for the one of a person's name, else the one named most."""
    same: dict[str, list[Place]] = defaultdict(list)
    for place, name in named:
        same[name].append(place)
    for name, group in same.items():
        for number, place in enumerate(sorted(group, key=lambda p: (not p.overridden, *_rarity(p))), 1):
            told = f"{name[:-1]}, {number})" if name != without_mark(name) else f"{name} ({number})"
            yield place, name if number == 1 or place.overridden else told


def _bare_name(place: Place) -> str:
    """What it has in common with others of the name, be it that a person calls it by its title."""
    return without_mark(place.name) if place.overridden else place.name


def _distinct(group: list[Place], places: dict[str, Place]) -> Iterator[tuple[Place, str]]:
    """The bare name is for the only one that articles name, else for the settlement that they name most.

    Where each has a spelling of its own, it is for the one that they name most.
    """
    kinds = Counter(p.kind for p in group)
    named = [p for p in group if p.forms]
    settled = [p for p in group if p.kind in SETTLEMENTS]
    rivals = settled or (group if len({*map(_bare_name, group)}) == len(group) else [])
    foremost = named[0] if len(named) == 1 else min(rivals, key=_rarity, default=None)
    for place in group:
        above = [_bare_name(places[p]) for p in place.parents if p in places]
        if len(group) == 1 or place.overridden or place is foremost:
            yield place, place.name
        elif kinds[place.kind] == 1:
            yield place, f"{place.name} ({place.term or place.kind})"
        else:
            yield place, f"{place.name} ({above[0] if above else place.country or place.kind})"


def _rarity(place: Place) -> tuple[int, str]:
    return -sum(f.count for f in place.forms), place.id
