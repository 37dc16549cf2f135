"""Addresses that only people's corrections made: they lead on when the correction is another one, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from according.linking.forms import without_mark
from according.linking.machine import Machine
from according.linking.ways import Ways
from according.model import Linked

KINDS = ("places", "actors", "sources")


def made_addresses(machine: Machine, linked: Linked, ways: Ways) -> dict[str, str]:
    """The pages that the machine alone would not have, each with the page of the machine's that most of it is from.

    Who has no statements speaks where the actor or place comes from; what came from nowhere comes from its namesake.
    """
    made = [page for page in _pages(linked) if page not in machine.facts]
    found = {page: old for page in made if (old := _origin(page, ways))}
    for page in (page for page in made if page not in found):
        kind, _, id_ = page.partition("/")
        if old := _of_speaker(id_, found, machine) if kind == "sources" else _namesake(page, linked, machine):
            found[page] = old
    return dict(sorted(found.items()))


def _of_speaker(id_: str, found: Mapping[str, str], machine: Machine) -> str:
    """Of a source's page, that of the actor's or place's earlier page, as a source where it was one."""
    old = next((found[page] for kind in ("actors", "places") if (page := f"{kind}/{id_}") in found), "")
    said = f"sources/{old.partition('/')[2]}"
    return said if said in machine.facts else old


def _namesake(page: str, linked: Linked, machine: Machine) -> str:
    """The place that had the name of one that no article names, "Idlib" of "Idlib (governorate)"."""
    if not page.startswith("places/"):
        return ""
    name = without_mark(linked.places[page.partition("/")[2]].name)
    places = (p for p, shown in machine.facts.items() if p.startswith("places/"))
    return min((p for p in places if without_mark(machine.facts[p]["name"]) == name), default="")


def _origin(page: str, ways: Ways) -> str:
    origins: Counter[str] = Counter()
    for way in (w for w in ways.into(page) if w.old):
        origins[way.old] += way.count
    return min(origins, key=lambda old: (-origins[old], old), default="")


def _pages(linked: Linked) -> Iterator[str]:
    """Every page; what is hidden has none."""
    yield from (f"places/{id_}" for id_, place in linked.places.items() if not place.hidden)
    yield from (f"actors/{id_}" for id_, actor in linked.actors.items() if not actor.hidden)
    yield from (f"sources/{id_}" for id_, source in linked.sources.items() if not source.hidden)


def remember(linked: Linked, known: Mapping[str, str]) -> tuple[Linked, dict[str, str]]:
    """The corpus with where earlier addresses lead, and what to remember; ``known`` is what earlier builds did.

    An address is the machine's own again as soon as a page has it without a correction.
    """
    kept = {**{old: new for old, new in known.items() if not is_there(old, linked)}, **linked.made}
    leading = {old: new for old, new in kept.items() if not is_there(old, linked)}
    return replace(linked, moved={**leading, **linked.moved}), dict(sorted(kept.items()))


def lost_pages(machine: Machine, linked: Linked) -> list[str]:
    """The pages of the machine's addresses of which nothing is there any more, sorted."""
    there = {f"{kind}/{id_}" for kind in KINDS for id_ in getattr(linked, kind)}
    return sorted(machine.facts.keys() - there)


def is_there(page: str, linked: Linked) -> bool:
    """Whether a place, an actor or a source has an address, "places/kamyshly"."""
    kind, _, id_ = page.partition("/")
    return kind in KINDS and id_ in getattr(linked, kind)
