"""The home page: the events that matter, where and when they were, who is cited, where sources differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from according.model import SourceKind
from according.publishing import links
from according.publishing.views.atlas import drawable, locator
from according.publishing.views.desk import Desk
from according.publishing.views.disputes import DisputeView, Said, disputes
from according.publishing.views.page import Page
from according.publishing.views.reference import Day, EventCard, Ref, Strip
from according.publishing.views.register import Brief, known_start
from according.publishing.views.statements import statement
from according.publishing.views.strips import events_strip

EVENTS_SHOWN = 9
LEADS = 2  # of them, so many with a word from their sources
VOICES = 3
SOURCES_SHOWN = 10
DISPUTES_SHOWN = 4
PINS_SHOWN = 60
FRESH = 180.0  # days after which an event counts half as much for the order of the home page


@dataclass(frozen=True, slots=True)
class Lead:
    """An event that the home page tells more of."""

    event: EventCard
    words: tuple[Said, ...]
    differ: tuple[DisputeView, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source and how much it is cited; ``share`` is in per cent of the most cited."""

    source: Ref
    statements: int
    articles: int
    share: int


@dataclass(frozen=True, slots=True)
class HomeDispute:
    """A point on which sources differ, and the event."""

    event: EventCard
    href: str
    dispute: DisputeView


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    page: Page
    description: str
    counts: tuple[Ref, ...]
    first: Day | None
    last: Day | None
    leads: tuple[Lead, ...]
    events: tuple[EventCard, ...]
    more_events: int
    map: Markup
    strip: Strip | None
    cited: tuple[Cited, ...]
    disputes: tuple[HomeDispute, ...]
    more_disputes: int


def home(desk: Desk, page: Page) -> HomeView:
    """The home page."""
    ranked, briefs = _ranked(desk), desk.register.briefs
    disputed = [e for e in ranked if briefs[e].disputes]
    dates = [a.date for a in desk.linked.articles.values() if a.date]
    return HomeView(
        page=page,
        description=desk.register.site.config.description,
        counts=counts(desk),
        first=desk.day(min(dates, default=None)),
        last=desk.day(max(dates, default=None)),
        leads=tuple(_lead(desk, e) for e in ranked[:LEADS]),
        events=desk.events(ranked[LEADS:EVENTS_SHOWN]),
        more_events=max(len(ranked) - EVENTS_SHOWN, 0),
        map=_map(desk, ranked, page.title),
        strip=events_strip(desk, desk.register.in_order),
        cited=_cited(desk),
        disputes=tuple(_dispute(desk, e) for e in disputed[:DISPUTES_SHOWN]),
        more_disputes=max(len(disputed) - DISPUTES_SHOWN, 0),
    )


def _ranked(desk: Desk) -> list[str]:
    """Events by how many sources tell of them, whether they differ, and how fresh they are within the corpus."""
    events = {e: desk.register.briefs[e] for e in desk.register.in_order}
    newest = max((start for e in events.values() if (start := known_start(e))), default=date.min)

    def weight(event: Brief) -> float:
        start = known_start(event)
        age = (newest - start).days if start else 10 * FRESH
        return event.independent * (1 + min(event.disputes, 3) / 2) / (1 + age / FRESH)

    return sorted(events, key=lambda e: (-weight(events[e]), e))


def counts(desk: Desk) -> tuple[Ref, ...]:
    """How many articles, sources, events, places and actors there are, each with its A to Z page."""
    kinds = ("articles", "sources", "events", "places", "actors")
    sizes = desk.register.sizes
    return tuple(Ref(desk.words.count(kind, sizes[kind]), desk.root + links.page(kind)) for kind in kinds)


def _lead(desk: Desk, event: str) -> Lead:
    told = desk.register.digest.events.get(event)
    card = desk.event(event)
    if told is None:
        return Lead(card, (), ())
    attributed = [a for a in told.accounts if a.kind is not SourceKind.OUTLET and a.lead]
    words = tuple(
        Said(desk.source(a.source, a.name), statement(desk, a.lead[0]))
        for a in (attributed or told.accounts)[:VOICES]
        if a.lead
    )
    return Lead(card, words, disputes(desk, told.disputes[:VOICES]))


def _map(desk: Desk, ranked: list[str], title: str) -> Markup:
    places = dict.fromkeys(place for e in ranked if (place := desk.register.briefs[e].place))
    return locator(desk, drawable(desk, places)[:PINS_SHOWN], title)


def _cited(desk: Desk) -> tuple[Cited, ...]:
    """The sources that are cited most, by the articles in which they are heard; outlets speaking for themselves not."""
    found = []
    for id_, said in desk.register.digest.sources.items():
        source = desk.linked.sources.get(id_)
        if source and source.kind is SourceKind.NAMED:
            articles = {c.article for _, ss in said for s in ss for c in s.carriers}
            found.append((len(articles), sum(len(ss) for _, ss in said), id_))
    found.sort(key=lambda f: (-f[0], -f[1], f[2]))
    most = max((n for n, _, _ in found), default=1) or 1
    return tuple(Cited(desk.source(i), said, n, round(100 * n / most)) for n, said, i in found[:SOURCES_SHOWN])


def _dispute(desk: Desk, event: str) -> HomeDispute:
    told = desk.register.digest.events[event]
    return HomeDispute(
        desk.event(event), f"{desk.root}{links.page('events', event)}#differ", disputes(desk, told.disputes[:1])[0]
    )
