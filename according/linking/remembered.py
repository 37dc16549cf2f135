"""Addresses that only people's corrections made: they lead on when the correction is another one, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from according.linking.machine import Machine
from according.linking.ways import Ways
from according.model import Linked

KINDS = ("places", "actors", "sources")


def made_addresses(machine: Machine, linked: Linked, ways: Ways) -> dict[str, str]:
    """The pages that the machine alone would not have, each with the page of the machine's that most of it is from."""
    found = {}
    for page in _pages(linked):
        origins: Counter[str] = Counter()
        for way in ways.into(page) if page not in machine.facts else ():
            origins[way.old] += way.count
        known = {old: count for old, count in origins.items() if old}
        if known:
            found[page] = min(known, key=lambda old: (-known[old], old))
    return dict(sorted(found.items()))


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


def is_there(page: str, linked: Linked) -> bool:
    """Whether a place, an actor or a source has an address, "places/kamyshly"."""
    kind, _, id_ = page.partition("/")
    return kind in KINDS and id_ in getattr(linked, kind)
