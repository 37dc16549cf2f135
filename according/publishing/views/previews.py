"""Previews of what a link leads to, in small scripts that a page asks for when somebody points at a link.

They are scripts and not data files so that they load from ``file://`` too; a page needs one part, not all.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from according.publishing.site import Site
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Ref

ROOM = 150  # entries of one part, at most
KINDS = ("events", "places", "actors", "sources")


def parts(site: Site) -> int:
    """In how many parts a site's previews come: every page tells it, so it is a power of two and seldom changes."""
    linked = site.linked
    total = len(site.events.events) + len(linked.places) + len(linked.actors) + len(linked.sources)
    return 1 << (total // ROOM).bit_length()


def previews(desk: Desk) -> dict[str, str]:
    """The scripts by their path; ``assets/peek.js`` finds an address in the part that the sum of its letters names."""
    count = parts(desk.register.site)
    found: dict[int, dict[str, list[str]]] = defaultdict(dict)
    for key, lines in sorted(_all(desk)):
        found[sum(map(ord, key)) % count][key] = [line for line in lines if line]
    return {
        f"peek/{part}.js": f"accordingPeek({json.dumps(entries, ensure_ascii=False, separators=(',', ':'))});\n"
        for part, entries in sorted(found.items())
    }


def _all(desk: Desk) -> Iterator[tuple[str, list[str]]]:
    """Address, name, what it is, and how much there is of it."""
    words, register = desk.words, desk.register
    for id_ in register.events.events:
        card = desk.event(id_)
        where = card.place.text if card.place else ""
        yield (
            f"events/{id_}",
            [card.title, _line(card.type, card.when, where), words.count("independent", card.independent)],
        )
    for id_, place in desk.linked.places.items():
        within = next((p.text for p in desk.known("places", place.parents)), "")
        yield f"places/{id_}", _entity(desk, id_, desk.place(id_), within)
    for id_ in desk.linked.actors:
        yield f"actors/{id_}", _entity(desk, id_, desk.actor(id_), "")
    for id_ in desk.linked.sources:
        source = desk.source(id_)
        said = sum(len(ss) for _, ss in register.digest.sources.get(id_, ()))
        yield f"sources/{id_}", [source.text, source.note, words.count("statements", said) if said else ""]


def _entity(desk: Desk, id_: str, ref: Ref | None, within: str) -> list[str]:
    name, note = (ref.text, ref.note) if ref else (id_, "")
    named = desk.register.named(id_)
    register = desk.register
    events = len({*register.events_of_place.get(id_, ()), *register.events_of_actor.get(id_, ())})
    return [name, _line(note, within), _line(named, desk.words.count("events", events) if events else "")]


def _line(*parts: str) -> str:
    return " · ".join(p for p in parts if p)
