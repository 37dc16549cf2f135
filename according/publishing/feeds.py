"""Feeds of events, newest report first: Atom (RFC 4287) and JSON Feed 1.1, for the site and for each entity.

A feed needs the site's address, since what it holds is read elsewhere; without one there are no feeds. Its dates are
those of the articles: the formats want a moment, which is the hour where an article tells it with its zone, and else
the start of its day. What sources say is quoted, never told in other words.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from urllib.parse import quote
from xml.etree import ElementTree as ET

from according.model import Event, Statement
from according.publishing import links
from according.publishing.layout import folders
from according.publishing.receipts import join
from according.publishing.site import Site
from according.publishing.words import Words, read_words

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
ATOM_FILE, JSON_FILE = "feed.xml", "feed.json"
FORMATS = ((ATOM_FILE, "application/atom+xml"), (JSON_FILE, "application/feed+json"))
MOST, MOST_OF_ONE = 50, 20  # entries in the feed of all events, and in that of one entity
NEVER = "1970-01-01T00:00:00Z"  # when a feed without entries was last changed; the standard wants a date
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in a feed."""

    url: str
    title: str
    summary: str
    content: str  # HTML
    published: str  # a moment, as both formats write it
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The events of one page."""

    page: str  # path of the page that it belongs to
    title: str
    entries: tuple[Entry, ...]
    whole: bool  # with what sources say, not only a summary


def make_feeds(site: Site) -> dict[str, str]:
    """Every feed by its path; none when the site has no address."""
    if site.config.site_url is None:
        return {}
    base = address(site.config.site_url, "")
    files = {}
    for feed in _feeds(site):
        folder = links.folder(feed.page)
        files[folder + ATOM_FILE] = _atom(site, feed, base + quote(folder))
        files[folder + JSON_FILE] = _json(site, feed, base, base + quote(folder))
    return files


def feed_pages(site: Site) -> Mapping[str, str]:
    """The pages that have feeds beside them, with the title of these; none when the site has no address."""
    return _titles(site) if site.config.site_url else {}


def announced(page: str, titles: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The feeds beside a page: relative link, media type, title; ``titles`` is what ``feed_pages`` gave."""
    if page in titles:
        yield from ((file, media, titles[page]) for file, media in FORMATS)


def address(site_url: str, path: str) -> str:
    """The absolute address of a path; of a page that of its folder."""
    return site_url.rstrip("/") + "/" + quote(links.folder(path))


def last_report(site: Site, event: Event) -> date | None:
    """The day of an event's latest article, or of the event itself where no article has a date."""
    days = [day for a in event.articles if (day := site.linked.articles[a].date)]
    return max(days, default=event.end or event.start)


def _titles(site: Site) -> dict[str, str]:
    """The title of each feed by its page: the home, and every lasting entity that has an event."""
    titles = {links.HOME: site.config.title}
    names = {
        "places": {p.id: p.name for p in site.linked.places.values()},
        "actors": {a.id: a.name for a in site.linked.actors.values()},
        "sources": {s.id: s.name for s in site.linked.sources.values() if s.article is None},
    }
    for event in site.events.events.values():
        for kind, id_ in _entities(event):
            if name := names[kind].get(id_):
                titles[links.page(kind, id_)] = f"{name} · {site.config.title}"
    return dict(sorted(titles.items()))


def _entities(event: Event) -> Iterator[tuple[str, str]]:
    for kind, ids in (("places", event.places), ("actors", event.actors), ("sources", event.sources)):
        yield from ((kind, id_) for id_ in ids)


def _feeds(site: Site) -> Iterator[Feed]:
    titles = _titles(site)
    writer = _Entries(site)
    dated = [(day, e) for e in site.events.events.values() if (day := last_report(site, e))]
    newest = [e for _, e in sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].id))]
    of_page: dict[str, list[Event]] = defaultdict(list)
    for event in newest:
        for kind, id_ in _entities(event):
            of_page[links.page(kind, id_)].append(event)
    for page, title in titles.items():
        whole = page == links.HOME
        chosen = newest[:MOST] if whole else of_page[page][:MOST_OF_ONE]
        yield Feed(page, title, tuple(map(writer.entry, chosen)), whole)


class _Entries:
    """Makes each event's entry once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._words = read_words(folders(site.config.templates), site.config.language)
        self._made: dict[str, Entry] = {}

    def entry(self, event: Event) -> Entry:
        """An event as feeds show it."""
        if event.id not in self._made:
            self._made[event.id] = self._entry(event)
        return self._made[event.id]

    def _entry(self, event: Event) -> Entry:
        told = sorted(_moment(a.date, a.time) for i in event.articles if (a := self._site.linked.articles[i]).date)
        otherwise = _moment(last_report(self._site, event))
        summary = self._summary(event)
        return Entry(
            url=address(self._site.config.site_url or "", links.page("events", event.id)),
            title=event.title,
            summary=summary,
            content=f"<p>{escape(summary)}</p>{''.join(self._said(event.id))}",
            published=told[0] if told else otherwise,
            updated=told[-1] if told else otherwise,
        )

    def _summary(self, event: Event) -> str:
        digest = self._site.digest.events.get(event.id)
        return self._words(
            "describe.event",
            sources=self._words.count("sources", digest.independent if digest else len(event.sources)),
            articles=self._words.count("articles", len(event.articles)),
            type=self._words.term("event_type", event.type),
            when=self._words.period(event.start, event.end, event.precision),
        )

    def _said(self, event: str) -> Iterator[str]:
        """The first statement of each source, in its words."""
        digest = self._site.digest.events.get(event)
        for account in digest.accounts if digest else ():
            for statement in account.lead[:1]:
                yield _statement(self._site, account.name, statement, self._words)


def _statement(site: Site, name: str, shown: Statement, words: Words) -> str:
    first = next((c for c in shown.carriers if c.claim == shown.claim), shown.carriers[0])
    said = join(site.linked.articles[first.article].text, first.content)
    who = escape(name or words("source.nobody"))
    return f"<p><cite>{who}</cite> {escape(words.term('stance', shown.stance))}: <q>{escape(said)}</q></p>"


def _atom(site: Site, feed: Feed, folder: str) -> str:
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": site.config.language})
    _add(root, "id", folder)
    _add(root, "title", feed.title)
    if feed.page == links.HOME:
        _add(root, "subtitle", site.config.description)
    _add(root, "updated", _changed(feed.entries))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=folder + ATOM_FILE)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=folder)
    _add(ET.SubElement(root, "author"), "name", site.config.title)
    _add(root, "generator", "According").set("version", site.generator)
    for entry in feed.entries:
        node = ET.SubElement(root, "entry")
        _add(node, "id", entry.url)
        _add(node, "title", entry.title)
        _add(node, "published", entry.published)
        _add(node, "updated", entry.updated)
        ET.SubElement(node, "link", rel="alternate", type="text/html", href=entry.url)
        _add(node, "summary", entry.summary)
        if feed.whole:
            _add(node, "content", entry.content).set("type", "html")
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    node = ET.SubElement(parent, name)
    node.text = NOT_XML.sub("\ufffd", text)
    return node


def _json(site: Site, feed: Feed, base: str, folder: str) -> str:
    document = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": folder,
        "feed_url": folder + JSON_FILE,
        "language": site.config.language,
        "authors": [{"name": site.config.title, "url": base}],
        "items": [_item(entry, whole=feed.whole) for entry in feed.entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry, *, whole: bool) -> dict[str, str]:
    body = {"summary": entry.summary, "content_html": entry.content} if whole else {"content_text": entry.summary}
    days = {"date_published": entry.published, "date_modified": entry.updated}
    return {"id": entry.url, "url": entry.url, "title": entry.title, **body, **days}


def _changed(entries: Iterable[Entry]) -> str:
    return max((e.updated for e in entries), default=_moment(None))


def _moment(day: date | None, hour: time | None = None) -> str:
    """A moment in UTC: the start of the day where no hour is told, or one that could be anywhere."""
    if day is None:
        return NEVER
    if hour is None or hour.tzinfo is None:
        return f"{day}T00:00:00Z"
    return f"{datetime.combine(day, hour).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
