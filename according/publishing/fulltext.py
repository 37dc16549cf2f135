"""What can be searched: the articles' texts, and what sources say of each event, as documents for an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from according.memo import FORGETFUL, Memo
from according.model import Event
from according.publishing import links
from according.publishing.layout import folders
from according.publishing.receipts import join
from according.publishing.site import Site
from according.publishing.words import read_words


def documents(site: Site, memo: Memo = FORGETFUL) -> dict[str, str]:
    """What is searched, by the path of the page that it leads to: each article, and the statements on each event."""
    words = read_words(folders(site.config.templates), site.config.language)

    def of_article(id_: str) -> str:
        article = site.linked.articles[id_]
        events = [site.events.events[e] for e in site.events.of_article.get(id_, ())]
        filters = [("kind", words("nav.articles")), *_where(site, events), *_when(article.date)]
        filters += [("source", article.outlet)] if article.outlet else []
        return _document(article.language, article.title, [article.text], filters)

    def of_event(id_: str) -> str:
        event = site.events.events[id_]
        filters = [("kind", words("nav.events")), *_where(site, [event]), *_when(event.start)]
        filters += [("source", s.name) for i in event.sources if (s := site.linked.sources.get(i)) and not s.article]
        return _document(site.config.language, event.title, _said(site, id_), filters)

    kinds = (("articles", sorted(site.linked.articles), of_article), ("events", sorted(site.events.events), of_event))
    return {
        links.page(kind, id_): text
        for kind, ids, make in kinds
        for id_, text in memo.each(f"document of {kind}", ids, make).items()
    }


def _where(site: Site, events: Iterable[Event]) -> list[tuple[str, str]]:
    places = dict.fromkeys(e.place for e in events if e.place)
    hidden = site.hidden.places
    return [("place", place.name) for id_ in places if (place := site.linked.places.get(id_) or hidden.get(id_))]


def _when(day: date | None) -> list[tuple[str, str]]:
    return [("date", f"{day:%Y-%m}")] if day else []


def _said(site: Site, event: str) -> Iterator[str]:
    digest = site.digest.events.get(event)
    for account in digest.accounts if digest else ():
        for statement in (*account.lead, *account.rest):
            first = next((c for c in statement.carriers if c.claim == statement.claim), statement.carriers[0])
            yield join(site.linked.articles[first.article].text, first.content)


def _document(language: str, title: str, texts: Iterable[str], filters: Iterable[tuple[str, str]]) -> str:
    head = "".join(f'<meta data-pagefind-filter="{k}[content]" content="{escape(v)}">' for k, v in filters)
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">{head}'
        f"<title>{escape(title)}</title></head><body data-pagefind-body><h1>{escape(title)}</h1>{body}</body></html>"
    )
