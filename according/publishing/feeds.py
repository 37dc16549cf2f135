"""Feeds, newest report first: of events for the site and for each entity, of its reports for each event.

A feed needs the site's address, since what it holds is read elsewhere; without one there are no feeds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from according.model import Event
from according.publishing import links
from according.publishing.feedentries import Entries, last_report
from according.publishing.feedformats import ATOM_FILE, FORMATS, JSON_FILE, Feed, atom, json_feed
from according.publishing.site import Site

MOST, MOST_OF_ONE = 50, 20  # entries in the feed of all events, and in that of one entity or event


def make_feeds(site: Site) -> dict[str, str]:
    """Every feed by its path; none when the site has no address."""
    if site.config.site_url is None:
        return {}
    base = links.absolute(site.config.site_url, "")
    files = {}
    for feed in _feeds(site):
        folder = links.folder(feed.page)
        files[folder + ATOM_FILE] = atom(site, feed, base + quote(folder))
        files[folder + JSON_FILE] = json_feed(site, feed, base, base + quote(folder))
    return files


def feed_pages(site: Site) -> Mapping[str, str]:
    """The pages that have feeds beside them, with the title of these; none when the site has no address."""
    return _titles(site) if site.config.site_url else {}


def announced(page: str, titles: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """The feeds beside a page: relative link, media type, title, format; ``titles`` is what ``feed_pages`` gave."""
    if page in titles:
        yield from ((file, media, titles[page], name) for file, media, name in FORMATS)


def _titles(site: Site) -> dict[str, str]:
    """The title of each feed by its page: the home, every event, and every lasting entity that has an event."""
    titles = {links.HOME: site.config.title}
    names = {
        "places": {p.id: p.name for p in site.linked.places.values()},
        "actors": {a.id: a.name for a in site.linked.actors.values()},
        "sources": {s.id: s.name for s in site.linked.sources.values() if not (s.article or s.hidden)},
    }
    for event in site.events.events.values():
        titles[links.page("events", event.id)] = f"{event.title} · {site.config.title}"
        for kind, id_ in _entities(event):
            if name := names[kind].get(id_):
                titles[links.page(kind, id_)] = f"{name} · {site.config.title}"
    return dict(sorted(titles.items()))


def _entities(event: Event) -> Iterator[tuple[str, str]]:
    for kind, ids in (("places", event.places), ("actors", event.actors), ("sources", event.sources)):
        yield from ((kind, id_) for id_ in ids)


def _feeds(site: Site) -> Iterator[Feed]:
    titles = _titles(site)
    entries = Entries(site)
    dated = [(day, e) for e in site.events.events.values() if (day := last_report(site, e))]
    newest = [e for _, e in sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].id))]
    of_page: dict[str, list[Event]] = defaultdict(list)
    for event in newest:
        for kind, id_ in _entities(event):
            of_page[links.page(kind, id_)].append(event)
    reported = {links.page("events", e.id): e for e in site.events.events.values()}
    for page, title in titles.items():
        if page in reported:
            yield Feed(page, title, tuple(entries.reports(reported[page], MOST_OF_ONE)), whole=True)
        else:
            chosen = newest[:MOST] if page == links.HOME else of_page[page][:MOST_OF_ONE]
            yield Feed(page, title, tuple(map(entries.event, chosen)), whole=page == links.HOME)
