"""The search page, and the index of names that its script reads; it is a script itself, so that ``file://`` works."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from according.publishing import links
from according.publishing.fulltext import available
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
    rows = [[r.text, kind, r.href, r.note, *also] for kind, r, also in _named(desk)]
    body = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    # "</" would end a script element if somebody put this file inside a page.
    return f"var accordingNames=[\n{body}\n];\n".replace("</", "<\\/")


def _named(desk: Desk) -> Iterable[tuple[str, Ref, tuple[str, ...]]]:
    for id_ in desk.register.in_order:
        card = desk.event(id_)
        yield "event", Ref(card.title, card.href, card.when), ()
    for id_, place in desk.linked.places.items():
        if ref := desk.place(id_):
            forms = [*(f.text for f in place.forms), place.native_name or ""]
            yield "place", ref, _others(place.name, forms)
    for id_, actor in desk.linked.actors.items():
        if ref := desk.actor(id_):
            yield "actor", ref, _others(actor.name, [f.text for f in actor.forms])
    for id_, source in desk.linked.sources.items():
        if source.actor is None:
            yield "source", desk.source(id_), ()
    for id_ in desk.linked.articles:
        if ref := desk.article(id_):
            yield "article", ref, ()


def _others(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for f in forms if f and f != name))[:FORMS]
