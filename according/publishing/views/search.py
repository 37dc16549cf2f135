"""The search page, and the index of names that its script reads; it is a script itself, so that ``file://`` works."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from according.publishing import links
from according.publishing.indexing import available
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Ref

NAMES = "search/names.js"
FORMS = 12  # spellings a name; rarer ones are on its page


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; without scripts it leads to the A to Z pages."""

    page: Page
    directories: tuple[Ref, ...]
    texts: bool  # whether there is an index of the texts


def search(desk: Desk, page: Page) -> SearchView:
    """The search page."""
    kinds = ("events", "places", "actors", "sources", "articles")
    directories = tuple(Ref(desk.words(f"nav.{k}"), desk.root + links.page(k)) for k in kinds)
    return SearchView(page, directories, texts=available())


def names(desk: Desk) -> str:
    """Every name with its kind, address, a note and its other spellings, as a script; ``desk`` stands at the root."""
    body = ",\n".join(filter(None, _rows(desk)))
    # "</" would end a script element if somebody put this file inside a page.
    return f"var accordingNames=[\n{body}\n];\n".replace("</", "<\\/")


def _rows(desk: Desk) -> Iterator[str]:
    """The rows of all names; nothing where a name has no page, or is a source that is found as an actor."""
    linked, memo = desk.linked, desk.register.memo
    kinds = (
        (desk.register.in_order, _event),
        (linked.places, _place),
        (linked.actors, _actor),
        (linked.sources, _source),
        (linked.articles, _article),
    )
    for ids, make in kinds:
        yield from memo.each(f"name of {make.__name__}", ids, partial(make, desk)).values()


def _event(desk: Desk, id_: str) -> str:
    card = desk.event(id_)
    return _row("event", Ref(card.title, card.href, card.when))


def _place(desk: Desk, id_: str) -> str:
    place = desk.linked.places[id_]
    return _row(
        "place", desk.place(id_), _others(place.name, [*(f.text for f in place.forms), place.native_name or ""])
    )


def _actor(desk: Desk, id_: str) -> str:
    actor = desk.linked.actors[id_]
    return _row("actor", desk.actor(id_), _others(actor.name, [f.text for f in actor.forms]))


def _source(desk: Desk, id_: str) -> str:
    return _row("source", desk.source(id_) if desk.linked.sources[id_].actor is None else None)


def _article(desk: Desk, id_: str) -> str:
    return _row("article", desk.article(id_))


def _row(kind: str, ref: Ref | None, also: Iterable[str] = ()) -> str:
    row = [ref.text, kind, ref.href, ref.note, *also] if ref and ref.href else None
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) if row else ""


def _others(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for f in forms if f and f != name))[:FORMS]
