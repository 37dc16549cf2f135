"""Previews of what a link leads to, in small scripts that a page asks for when somebody points at a link.

They are scripts and not data files so that they load from ``file://`` too; a page needs one part, not all.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from according.publishing.site import Site
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Ref

ROOM = 150  # entries of one part, at most

Lines = Callable[[Desk, str], list[str]]  # name, what it is, and how much there is of it


def parts(site: Site) -> int:
    """In how many parts a site's previews come: every page tells it, so it is a power of two and seldom changes."""
    linked = site.linked
    total = len(site.events.events) + len(linked.places) + len(linked.actors) + len(linked.sources)
    return 1 << (total // ROOM).bit_length()


def previews(desk: Desk) -> dict[str, str]:
    """The scripts by their path; ``assets/peek.js`` finds an address in the part that the sum of its letters names."""
    count = parts(desk.register.site)
    found: dict[int, list[str]] = defaultdict(list)
    for key, entry in sorted(_all(desk)):
        found[sum(map(ord, key)) % count].append(entry)
    return {f"peek/{part}.js": f"accordingPeek({{{','.join(entries)}}});\n" for part, entries in sorted(found.items())}


def _all(desk: Desk) -> Iterator[tuple[str, str]]:
    """The address of everything that has a preview, and the entry that the script holds of it."""
    linked, memo = desk.linked, desk.register.memo
    kinds = (
        ("events", desk.register.events.events, _event),
        ("places", linked.places, _place),
        ("actors", linked.actors, _actor),
        ("sources", [i for i in linked.sources if i not in desk.register.unpaged], _source),
    )
    for kind, ids, lines in kinds:
        yield from memo.each(f"preview of {kind}", ids, partial(_written, desk, kind, lines)).values()


def _written(desk: Desk, kind: str, lines: Lines, id_: str) -> tuple[str, str]:
    key, kept = f"{kind}/{id_}", [line for line in lines(desk, id_) if line]
    return key, json.dumps({key: kept}, ensure_ascii=False, separators=(",", ":"))[1:-1]


def _event(desk: Desk, id_: str) -> list[str]:
    card = desk.event(id_)
    where = card.place.text if card.place else ""
    return [card.title, _line(card.type, card.when, where), desk.words.count("independent", card.independent)]


def _place(desk: Desk, id_: str) -> list[str]:
    within = next((p.text for p in desk.called("places", desk.linked.places[id_].parents)), "")
    return _entity(desk, id_, desk.place(id_), within)


def _actor(desk: Desk, id_: str) -> list[str]:
    return _entity(desk, id_, desk.actor(id_), "")


def _source(desk: Desk, id_: str) -> list[str]:
    source = desk.source(id_)
    said = sum(len(ss) for _, ss in desk.register.digest.sources.get(id_, ()))
    return [source.text, source.note, desk.words.count("statements", said) if said else ""]


def _entity(desk: Desk, id_: str, ref: Ref | None, within: str) -> list[str]:
    name, note = (ref.text, ref.note) if ref else (id_, "")
    named = desk.register.named(id_)
    register = desk.register
    events = len({*register.events_of_place.get(id_, ()), *register.events_of_actor.get(id_, ())})
    return [name, _line(note, within), _line(named, desk.words.count("events", events) if events else "")]


def _line(*parts: str) -> str:
    return " · ".join(p for p in parts if p)
