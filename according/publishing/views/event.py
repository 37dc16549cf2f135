"""The page of one event: what kind, when, where, who; what each source says; where they differ; what shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from according.model import Event, EventDigest, Point
from according.publishing.views.atlas import locator
from according.publishing.views.corrections import event_correction
from according.publishing.views.course import StepView, steps
from according.publishing.views.desk import Desk
from according.publishing.views.disputes import DisputeView, disputes
from according.publishing.views.figures import FigureView, figures
from according.publishing.views.page import Page
from according.publishing.views.reference import ArticleLine, Correction, EventCard, Ref, Strip
from according.publishing.views.statements import AccountView, Echo, StatementView, account, anchor, echoes, statement
from according.publishing.views.strips import reports_strip

WHO_SHOWN = 6
COLUMNS = 12  # sources that a table of points shows side by side
EMPTY = EventDigest("", (), (), (), (), 0)


@dataclass(frozen=True, slots=True)
class PointRow:
    """One thing that sources mention, with the place on the page where each does, or nothing."""

    label: str
    cells: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class PointTable:
    """Who mentions what."""

    sources: tuple[Ref, ...]
    rows: tuple[PointRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Alone:
    """What one source alone says: how much, and where on the page."""

    source: Ref
    anchor: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another event, and why it stands here."""

    event: EventCard
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class EventView:
    """The page of one event."""

    page: Page
    card: EventCard
    title_from: Ref | None
    where: tuple[Ref, ...]
    where_note: str
    who: tuple[Ref, ...]
    more_actors: tuple[Ref, ...]
    other_places: tuple[Ref, ...]
    map: Markup
    sources: int
    accounts: tuple[AccountView, ...]
    echo: Mapping[str, Echo]
    points: PointTable | None
    figures: tuple[FigureView, ...]
    disputes: tuple[DisputeView, ...]
    silences: tuple[StatementView, ...]
    alone: tuple[Alone, ...]
    strip: Strip | None
    course: tuple[StepView, ...]
    articles: tuple[ArticleLine, ...]
    related: tuple[Related, ...]
    correction: Correction


def event_view(desk: Desk, event: Event, page: Page) -> EventView:
    """One event's page."""
    told = desk.register.digest.events.get(event.id, EMPTY)
    actors = desk.known("actors", event.actors)
    mainly = (event.place,) if event.place else ()
    return EventView(
        page=page,
        card=desk.event(event.id),
        title_from=desk.article(event.title_from) if event.title_from else None,
        where=_where(desk, event),
        where_note=_where_note(desk, event),
        who=actors[:WHO_SHOWN],
        more_actors=actors[WHO_SHOWN:],
        other_places=tuple(p for p in desk.known("places", event.places) if p not in desk.known("places", mainly)),
        map=locator(desk, mainly or event.places[:1], event.title),
        sources=len(told.accounts),
        accounts=tuple(account(desk, a) for a in told.accounts),
        echo={f"c-{claim}": echo for claim, echo in echoes(desk, told.agreed, told.accounts).items()},
        points=_points(desk, told),
        figures=figures(desk, told.figures),
        disputes=disputes(desk, told.disputes),
        silences=tuple(statement(desk, s) for s in told.silences),
        alone=_alone(desk, told),
        strip=reports_strip(desk, event.articles),
        course=steps(desk, told.course),
        articles=tuple(desk.article_line(a) for a in event.articles if a in desk.linked.articles),
        related=_related(desk, event),
        correction=event_correction(desk, event),
    )


def _where(desk: Desk, event: Event) -> tuple[Ref, ...]:
    place = desk.linked.places.get(event.place or "")
    return desk.known("places", (place.id, *place.parents)) if place else ()


def _where_note(desk: Desk, event: Event) -> str:
    place = desk.linked.places.get(event.place or "")
    return desk.words.term("precision", place.precision) if place else ""


def _points(desk: Desk, told: EventDigest) -> PointTable | None:
    """The table of points by sources; only sources that mention one of the points have a column."""
    mentioned = {s.source or s.claim for p in told.points for s in p.statements}
    keyed = [(a.source or next(s.claim for s in (*a.lead, *a.rest)), a) for a in told.accounts if a.lead or a.rest]
    columns = [(key, a) for key, a in keyed if key in mentioned]
    if not told.points or len(columns) < 2:
        return None
    keys = [key for key, _ in columns[:COLUMNS]]
    rows = tuple(_point(desk, p, keys) for p in told.points)
    return PointTable(
        sources=tuple(Ref(desk.source(a.source, a.name).text, f"#{anchor(a)}") for _, a in columns[:COLUMNS]),
        rows=rows,
        more=max(len(columns) - COLUMNS, 0),
    )


def _point(desk: Desk, point: Point, columns: list[str]) -> PointRow:
    by_source = {s.source or s.claim: f"#c-{s.claim}" for s in point.statements}
    return PointRow(
        desk.words.title("counts", point.label), tuple(by_source.get(c, "") for c in columns), point.independent
    )


def _alone(desk: Desk, told: EventDigest) -> tuple[Alone, ...]:
    found = [
        Alone(desk.source(a.source, a.name), anchor(a), a.only, len(a.lead) + len(a.rest))
        for a in told.accounts
        if a.only
    ]
    return tuple(sorted(found, key=lambda a: -a.count))


def _related(desk: Desk, event: Event) -> tuple[Related, ...]:
    known = desk.register.events.events
    return tuple(
        Related(desk.event(r.event), desk.words.term("relation", r.how), r.reason)
        for r in event.related
        if r.event in known
    )
