"""The A to Z pages: every event, place, actor, source and article by name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby

from according.model import Source, SourceKind
from according.publishing import links
from according.publishing.views.citing import Citing, citing
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Ref

DIGITS = "0–9"
OTHER = "#"
FORMS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the name, what it is, and how much there is of it."""

    name: str
    href: str
    note: str
    also: tuple[str, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The sources of one article that have no name of their own, by which nobody looks for them."""

    article: Ref
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """One A to Z page."""

    page: Page
    kind: str
    count: int
    letters: tuple[Letter, ...]
    unnamed: tuple[Unnamed, ...]
    citing: Citing | None  # who cites whom, above the list of sources


def directory(desk: Desk, kind: str, page: Page) -> DirectoryView:
    """The A to Z page of one kind."""
    entries = sorted(ENTRIES[kind](desk), key=lambda e: (_letter_order(_letter(e.name)), folded(e.name), e.href))
    grouped = groupby(entries, key=lambda e: _letter(e.name))
    letters = tuple(Letter(name, f"letter-{i}", tuple(es)) for i, (name, es) in enumerate(grouped, 1))
    if kind != "sources":
        return DirectoryView(page, kind, len(entries), letters, (), None)
    unnamed = _unnamed(desk)
    return DirectoryView(
        page, kind, len(entries) + sum(len(u.entries) for u in unnamed), letters, unnamed, citing(desk)
    )


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """A name as it is sorted: without case and accents, and without quotation marks before it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold().lstrip("\"'“”‘’«»([…- ")


def _letter(name: str) -> str:
    first = folded(name)[:1]
    if first.isdigit():
        return DIGITS
    return first.upper() if first.isalpha() else OTHER


def _letter_order(letter: str) -> tuple[int, str]:
    return (0 if letter == OTHER else 1 if letter == DIGITS else 2), letter


def _events(desk: Desk) -> Iterable[Entry]:
    for id_ in desk.register.in_order:
        card = desk.event(id_)
        note = " · ".join(x for x in (card.type, card.when, card.place.text if card.place else "") if x)
        yield Entry(card.title, card.href, note, (), desk.words.count("sources", card.independent))


def _places(desk: Desk) -> Iterable[Entry]:
    return _each(desk, "places", desk.linked.places, _place)


def _place(desk: Desk, id_: str) -> Entry:
    place, ref = desk.linked.places[id_], desk.place(id_)
    also = tuple(f.text for f in place.forms if f.text != place.name)[:FORMS_SHOWN]
    events = len(desk.register.events_of_place.get(id_, ()))
    within = next((p.text for p in desk.called("places", place.parents)), "")
    note = ", ".join(x for x in (ref.note if ref else "", within) if x)
    href = desk.root + links.page("places", id_)
    return Entry(place.name, href, note, also, desk.words.count("events", events) if events else "")


def _actors(desk: Desk) -> Iterable[Entry]:
    return _each(desk, "actors", desk.linked.actors, _actor)


def _actor(desk: Desk, id_: str) -> Entry:
    actor, ref = desk.linked.actors[id_], desk.actor(id_)
    also = tuple(f.text for f in actor.forms if f.text != actor.name)[:FORMS_SHOWN]
    events = len(desk.register.events_of_actor.get(id_, ()))
    href = desk.root + links.page("actors", id_)
    return Entry(actor.name, href, ref.note if ref else "", also, desk.words.count("events", events) if events else "")


def _each(desk: Desk, kind: str, ids: Iterable[str], make: Callable[[Desk, str], Entry]) -> Iterable[Entry]:
    """The entries of one kind, each made again only when it is another."""
    return desk.register.memo.each(f"entry of {kind}", ids, partial(make, desk)).values()


def _sources(desk: Desk) -> Iterable[Entry]:
    named = (id_ for id_, s in desk.linked.sources.items() if not (s.hidden or _home(desk, s)))
    return _each(desk, "sources", named, _source)


def _source(desk: Desk, id_: str) -> Entry:
    source = desk.linked.sources[id_]
    ref = desk.source(source.id)
    said = sum(len(ss) for _, ss in desk.register.digest.sources.get(source.id, ()))
    published = len(desk.register.published.get(source.id, ()))
    count = desk.words.count("statements", said) if said else ""
    if published and not said:
        count = desk.words.count("articles", published)
    return Entry(source.name, ref.href or "", ref.note, (), count if said != 1 or not _home(desk, source) else "")


def _unnamed(desk: Desk) -> tuple[Unnamed, ...]:
    """By article, and these by title."""
    of_article: dict[str, list[str]] = defaultdict(list)
    for id_, source in desk.linked.sources.items():
        if (article := _home(desk, source)) and not source.hidden:
            of_article[article].append(id_)
    found = ((ref, of_article[a]) for a in sorted(of_article) if (ref := desk.article(a)))
    return tuple(
        Unnamed(ref, tuple(sorted(_each(desk, "sources", sources, _source), key=lambda e: (folded(e.name), e.href))))
        for ref, sources in sorted(found, key=lambda pair: (folded(pair[0].text), pair[0].href or ""))
    )


def _home(desk: Desk, source: Source) -> str | None:
    """The only article in which a source without a name of its own is heard."""
    known = source.article in desk.linked.articles and source.kind in (SourceKind.UNNAMED, SourceKind.DOCUMENT)
    return source.article if known else None


def _articles(desk: Desk) -> Iterable[Entry]:
    for id_ in desk.linked.articles:
        line = desk.article_line(id_)
        date = line.date.text if line.date else desk.words("article.no_date")
        count = desk.words.count("events", line.events) if line.events else ""
        yield Entry(line.title, line.href, f"{line.outlet.text}, {date}", (), count)


ENTRIES = {"events": _events, "places": _places, "actors": _actors, "sources": _sources, "articles": _articles}
