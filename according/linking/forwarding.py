"""Addresses that nothing has any more, and that no mention or statement has left by itself: where they lead.

A longer name that people give may have all the words of a page within it. Who only stood between others has no
statement that could go. And an address under another spelling of a page led to it before anybody corrected anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from according.linking.forms import fold
from according.linking.machine import Machine, page
from according.linking.remembered import is_there
from according.linking.ways import Ways
from according.model import Actor, Linked, Place
from according.overrides import Overrides


def lead_on(
    machine: Machine,
    linked: Linked,
    ways: Ways,
    moved: Mapping[str, str],
    overrides: Overrides,
    gone: Iterable[str],
) -> dict[str, str]:
    """Where addresses lead, with those that are told of in ``moved``; what people take away leads nowhere.

    ``gone`` are the pages of the machine's that are no more.
    """
    lost = [p for p in gone if p not in moved]
    ignored = _ignored(overrides)
    named = (p for p in lost if fold(machine.facts[p]["name"]) not in ignored)
    found = {**{old: new for old in named if (new := _around(old, ways))}, **moved}
    silent = {rule.name for rule in overrides.sources.values() if rule.ignore}
    known: tuple[Place | Actor, ...] = (*linked.places.values(), *linked.actors.values())
    mute = {page(entity) for entity in known if entity.name in silent}
    spoken = {old: new for old in lost if old not in found and (new := _person(old, found)) not in ("", *mute)}
    passing = {old: _speaking(new, linked) for old, new in spoken.items()}
    spelled = {old: new for old, new in machine.moved.items() if not is_there(old, linked)}
    return {**spelled, **passing, **found}


def _ignored(overrides: Overrides) -> frozenset[str]:
    """The folded names that people take away."""
    rules = (*overrides.places.values(), *overrides.actors.values())
    return frozenset(fold(form.text) for rule in rules if rule.ignore for form in rule.forms)


def _around(old: str, ways: Ways) -> str:
    """The page of the longer names that have most of what a page had, if there are any."""
    counts: Counter[str] = Counter()
    for way in ways.out_of(old):
        counts[way.within] += way.count if way.within else 0
    return min(counts, key=lambda new: (-counts[new], new), default="")


def _person(old: str, moved: Mapping[str, str]) -> str:
    """Where the actor or place is that had a page as a source."""
    kind, _, id_ = old.partition("/")
    pages = (f"{sort}/{id_}" for sort in ("actors", "places"))
    return next((moved[p] for p in pages if p in moved), "") if kind == "sources" else ""


def _speaking(person: str, linked: Linked) -> str:
    """The page of what an actor or a place says, or else its own."""
    id_ = person.partition("/")[2]
    return f"sources/{id_}" if id_ in linked.sources else person
