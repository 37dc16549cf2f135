"""How a feed is written: Atom (RFC 4287) and JSON Feed 1.1.

Both formats want a moment where articles mostly tell a day: it is the hour where an article tells it with its zone, and
else the start of the day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree as ET

from according.publishing import links
from according.publishing.site import Site

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
ATOM_FILE, JSON_FILE = "feed.xml", "feed.json"
FORMATS = ((ATOM_FILE, "application/atom+xml", "Atom"), (JSON_FILE, "application/feed+json", "JSON"))
NEVER = "1970-01-01T00:00:00Z"  # when a feed without entries was last changed; the standard wants a date
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in a feed, or in the feed of an event one report."""

    id: str  # an address that no other entry has
    url: str
    title: str
    summary: str
    content: str  # HTML
    published: str  # a moment
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of one page."""

    page: str  # path of the page that it belongs to
    title: str
    entries: tuple[Entry, ...]
    whole: bool  # with what sources say, not only a summary


def moment(day: date | None, hour: time | None = None) -> str:
    """A moment in UTC: the start of the day where no hour is told, or one that could be anywhere."""
    if day is None:
        return NEVER
    if hour is None or hour.tzinfo is None:
        return f"{day}T00:00:00Z"
    return f"{datetime.combine(day, hour).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def atom(site: Site, feed: Feed, folder: str) -> str:
    """A feed as Atom; ``folder`` is the address of its page."""
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
        _add(node, "id", entry.id)
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


def json_feed(site: Site, feed: Feed, base: str, folder: str) -> str:
    """A feed as JSON Feed; ``base`` is the site's address, ``folder`` that of the feed's page."""
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
    return {"id": entry.id, "url": entry.url, "title": entry.title, **body, **days}


def _changed(entries: Iterable[Entry]) -> str:
    return max((e.updated for e in entries), default=NEVER)
