"""The page of one event: what kind, when, where, who; what each source says; where they differ; what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from according.digesting.points import DEAD
from according.digesting.wording import WORD, number
from according.model import Account, Event, EventDigest, Participant, Precision, Role
from according.publishing import receipts
from according.publishing.views.atlas import locator
from according.publishing.views.corrections import event_correction
from according.publishing.views.course import StepView, steps
from according.publishing.views.desk import Desk
from according.publishing.views.disputes import DisputeView, Said, disputes
from according.publishing.views.figures import FigureView, figures, shared
from according.publishing.views.page import Page
from according.publishing.views.points import PointTable, mentions, points
from according.publishing.views.reference import ArticleLine, Correction, EventCard, Held, Ref, Strip
from according.publishing.views.room import ACCOUNTS_SHOWN
from according.publishing.views.statements import (
    AccountView,
    Echo,
    accounts,
    anchor,
    chapter_href,
    echoes,
    statement,
)
from according.publishing.views.strips import reports_strip

WHO_SHOWN = 6
COUNTS_SHOWN = 4
ALONE_SHOWN = 40
EMPTY = EventDigest("", (), (), (), (), 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """One source, how much of what it says is meant, and how much it says in all."""

    source: Ref
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another event, and why it stands here."""

    event: EventCard
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A day on which some outlets put an event and others do not."""

    when: str
    outlets: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who takes part: a name with its page, or the words of a passage with the link to it."""

    name: Ref
    address: str  # of the words; nothing for a name


@dataclass(frozen=True, slots=True)
class Part:
    """Those who play one part in an event."""

    part: str
    who: tuple[Somebody, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """The page of one event."""

    page: Page
    card: EventCard
    title_from: Ref | None
    days: tuple[Dated, ...]  # where the outlets disagree
    where: tuple[Ref, ...]
    where_note: str
    who: tuple[Part, ...]
    more_actors: tuple[Ref, ...]
    other_places: tuple[Ref, ...]
    map: Markup
    sources: int
    accounts: tuple[AccountView, ...]
    others: tuple[Tally, ...]  # sources for whose words the page has no room
    echo: Mapping[str, Echo]
    points: PointTable | None
    figures: tuple[FigureView, ...]
    single_figures: tuple[FigureView, ...]  # given by one source only
    counts: tuple[FigureView, ...]  # of which several values are told that may all hold
    mentions: tuple[Held, ...]  # what else sources tell of, and which
    disputes: tuple[DisputeView, ...]
    silences: tuple[Said, ...]
    alone: tuple[Tally, ...]
    strip: Strip | None
    course: tuple[StepView, ...]
    articles: tuple[ArticleLine, ...]
    copies: tuple[tuple[Ref, ...], ...]  # outlets that carry the same text
    related: tuple[Related, ...]
    correction: Correction


def event_view(desk: Desk, event: Event, page: Page) -> EventView:
    """One event's page."""
    told = desk.register.digest.events.get(event.id, EMPTY)
    first = _first(event)
    mainly = (event.place,) if event.place else ()
    shown = accounts(desk, told.accounts[:ACCOUNTS_SHOWN], event.id)
    here = desk.beside({a.source: f"#{anchor(a)}" for a in told.accounts[:ACCOUNTS_SHOWN] if a.source})
    counted = figures(here, told.figures)
    several = shared(counted)
    differing = disputes(here, told.disputes)
    counts = tuple(f for f in several if f.values and not f.differ)[:COUNTS_SHOWN]
    anchors = frozenset(x for a in shown for x in (a.anchor, *(s.anchor for s in (*a.lead, *a.rest))))
    table = points(desk, told, anchors)
    return EventView(
        page=page,
        card=desk.event(event.id),
        title_from=desk.article(event.title_from) if event.title_from else None,
        days=_days(desk, event),
        where=_where(desk, event),
        where_note=_where_note(desk, event),
        who=_parts(desk, first),
        more_actors=desk.called("actors", (a for a in event.actors if a not in {p.actor for p in first})),
        other_places=tuple(p for p in desk.called("places", event.places) if p not in _where(desk, event)),
        map=locator(desk, mainly, event.title),
        sources=len(told.accounts),
        accounts=shown,
        others=tuple(_tally(desk, event, a, 0, anchors) for a in told.accounts[ACCOUNTS_SHOWN:]),
        echo=echoes(here, told.agreed, told.accounts),
        points=table,
        figures=several,
        single_figures=tuple(f for f in counted if f not in several),
        counts=counts,
        mentions=mentions(table, _told_above(desk, told, counts)),
        disputes=differing,
        silences=tuple(Said(here.source(s.source, s.source_name), statement(here, s)) for s in told.silences),
        alone=_alone(desk, event, told, anchors),
        strip=reports_strip(desk, event.articles),
        course=steps(here, told.course),
        articles=tuple(desk.article_line(a) for a in event.articles if a in desk.linked.articles),
        copies=_copies(desk, event),
        related=_related(desk, event),
        correction=event_correction(desk, event),
    )


def _first(event: Event) -> tuple[Participant, ...]:
    """The weightiest, as many as the head of the page has room for: parties by name, others, then who is counted."""
    return tuple(sorted(event.participants[:WHO_SHOWN], key=lambda p: (not p.actor, _is_counted(p))))


def _is_counted(told: Participant) -> bool:
    """Whether people without a name are a number of victims or others, which the figures tell as well."""
    return not told.actor and any(map(number, WORD.findall(told.text)))


def _parts(desk: Desk, told: Iterable[Participant]) -> tuple[Part, ...]:
    """Who did it, to whom, and others, in the order of those who are named first."""
    found: defaultdict[Role, list[Somebody]] = defaultdict(list)
    for p in told:
        name = desk.actor(p.actor) if p.actor else Ref(p.text, desk.passage(p.article, p.span.start))
        if name:
            found[p.role].append(Somebody(name, "" if p.actor else receipts.address(p.article, (p.span,))))
    return tuple(Part(desk.words.term("part", role), tuple(who)) for role, who in found.items())


def _told_above(desk: Desk, told: EventDigest, counts: Iterable[FigureView]) -> frozenset[str]:
    """Points that the head of the page tells already: what sources count, and differ on."""
    figured = {f.label for f in counts}
    differ = {desk.words.title("counts", d.about.partition(":")[0]) for d in told.disputes}
    status = {desk.words.title("counts", label) for label in DEAD.values()} if _is_disputed(told, "status") else set()
    return frozenset(figured | differ | status)


def _is_disputed(told: EventDigest, kind: str) -> bool:
    return any(d.kind == kind for d in told.disputes)


def _days(desk: Desk, event: Event) -> tuple[Dated, ...]:
    return tuple(
        Dated(
            desk.words.period(told.start, told.end, Precision.DAY),
            tuple(dict.fromkeys(desk.outlet(a) for a in told.articles if a in desk.linked.articles)),
        )
        for told in event.days
    )


def _where(desk: Desk, event: Event) -> tuple[Ref, ...]:
    place = desk.register.place(event.place)
    return desk.called("places", (place.id, *place.parents)) if place else ()


def _where_note(desk: Desk, event: Event) -> str:
    place = desk.register.place(event.place)
    return desk.words.term("precision", place.precision) if place else ""


def _alone(desk: Desk, event: Event, told: EventDigest, anchors: Collection[str]) -> tuple[Tally, ...]:
    found = sorted((a for a in told.accounts if a.only), key=lambda a: -a.only)
    return tuple(_tally(desk, event, a, a.only, anchors) for a in found[:ALONE_SHOWN])


def _tally(desk: Desk, event: Event, told: Account, count: int, anchors: Collection[str]) -> Tally:
    """A source with the link to its words on this page, or else on its own."""
    source = desk.source(told.source, told.name)
    if anchor(told) in anchors:
        source = Ref(source.text, f"#{anchor(told)}")
    elif told.source:
        source = Ref(source.text, chapter_href(desk, told.source, event.id))
    return Tally(source, count, len(told.lead) + len(told.rest))


def _copies(desk: Desk, event: Event) -> tuple[tuple[Ref, ...], ...]:
    """The outlets of each text that several outlets carry."""
    same: defaultdict[str, dict[Ref, None]] = defaultdict(dict)
    for article in event.articles:
        if article in desk.linked.articles:
            original = desk.register.events.copy_of.get(article, article)
            same[original][desk.outlet(article)] = None
    return tuple(tuple(outlets) for outlets in same.values() if len(outlets) > 1)


def _related(desk: Desk, event: Event) -> tuple[Related, ...]:
    known = desk.register.briefs
    return tuple(
        Related(desk.event(r.event), desk.words.term("relation", r.how), r.reason)
        for r in event.related
        if r.event in known
    )
