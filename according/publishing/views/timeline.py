"""The timeline: every event by day, with an overview that leads to its months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from according.model import Precision
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import EventCard, Ref, Strip
from according.publishing.views.register import Brief, known_start
from according.publishing.views.strips import events_strip

OFFERED = 60  # things that one filter offers, those with most events


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that events can be filtered by; ``mark`` stands on each of its events."""

    id: str
    mark: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """The events of one day; a day that is not known is shown under its month."""

    number: str
    weekday: str
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """One month."""

    name: str
    anchor: str
    count: int
    days: tuple[TimelineDay, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The page of all events in time, the latest first."""

    page: Page
    strip: Strip | None
    months: tuple[TimelineMonth, ...]
    undated: tuple[EventCard, ...]
    filters: Mapping[str, tuple[Choice, ...]]  # "place", "actor", "source"
    marks: Mapping[str, str]  # by event


def timeline(desk: Desk, page: Page) -> TimelineView:
    """Every event by day."""
    events = {e: desk.register.briefs[e] for e in desk.register.in_order}
    dated = sorted(((str(e.start), id_) for id_, e in events.items() if known_start(e)), reverse=True)
    undated = [id_ for id_, e in events.items() if not known_start(e)]
    by_month = groupby(dated, key=lambda pair: pair[0][:7])
    months = tuple(_month(desk, key, {e: events[e] for _, e in told}) for key, told in by_month)
    strip = events_strip(desk, [e for _, e in dated])
    filters = {kind: _choices(desk, kind) for kind in ("place", "actor", "source")}
    marks = _marks(desk, [c for choices in filters.values() for c in choices])
    return TimelineView(page, strip, months, desk.events(undated), filters, marks)


def _choices(desk: Desk, kind: str) -> tuple[Choice, ...]:
    """The places, actors or sources of most events, by name."""
    found = {id_: len(events) for id_, events in _events_of(desk, kind).items()}
    most = sorted(found, key=lambda id_: (-found[id_], id_))[:OFFERED]
    named = ((id_, ref.text) for id_ in most if (ref := _ref(desk, kind, id_)))
    choices = (Choice(id_, f"{kind[0]}{i}", name, found[id_]) for i, (id_, name) in enumerate(named))
    return tuple(sorted(choices, key=lambda c: (c.name.casefold(), c.id)))


def _marks(desk: Desk, choices: Iterable[Choice]) -> Mapping[str, str]:
    kinds = {"p": "place", "a": "actor", "s": "source"}
    marks: dict[str, list[str]] = {id_: [] for id_ in desk.register.in_order}
    for choice in choices:
        for event in _events_of(desk, kinds[choice.mark[0]])[choice.id]:
            marks[event].append(choice.mark)
    return {event: " ".join(sorted(found)) for event, found in marks.items()}


def _events_of(desk: Desk, kind: str) -> Mapping[str, tuple[str, ...]]:
    register = desk.register
    if kind == "place":
        return register.events_of_place
    return register.events_of_actor if kind == "actor" else register.events_of_source


def _ref(desk: Desk, kind: str, id_: str) -> Ref | None:
    """What a filter shows; somebody unnamed belongs to one article, and so mostly to one event."""
    if kind == "place":
        return desk.place(id_)
    if kind == "actor":
        return desk.actor(id_)
    source = desk.linked.sources.get(id_)
    return desk.source(id_) if source and source.article is None else None


def _month(desk: Desk, key: str, events: Mapping[str, Brief]) -> TimelineMonth:
    first = next(iter(events.values())).start
    name = desk.words("date.month", month=desk.words.month(first), year=first.year) if first else key
    by_day = groupby(events, key=lambda e: _day_of(events[e]))
    days = tuple(_day(desk, {e: events[e] for e in told}) for _, told in by_day)
    return TimelineMonth(name, f"m-{key}", len(events), days)


def _day_of(event: Brief) -> str:
    return str(event.start) if event.precision is Precision.DAY else ""


def _day(desk: Desk, events: Mapping[str, Brief]) -> TimelineDay:
    first = next(iter(events.values()))
    cards = desk.events(events)
    if first.start is None or first.precision is not Precision.DAY:
        return TimelineDay("", desk.words("timeline.some_day"), cards)
    return TimelineDay(str(first.start.day), desk.words.weekday_name(first.start), cards)
