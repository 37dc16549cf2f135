"""The timeline: every event by day, with an overview that leads to its months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from according.model import Event, Precision
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import EventCard, Ref, Strip
from according.publishing.views.register import known_start
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
    events = [desk.register.events.events[e] for e in desk.register.in_order]
    dated = [e for e in events if known_start(e)]
    undated = [e for e in events if not known_start(e)]
    dated.sort(key=lambda e: (str(e.start), e.id), reverse=True)
    months = tuple(_month(desk, key, list(es)) for key, es in groupby(dated, key=lambda e: str(e.start)[:7]))
    strip = events_strip(desk, [e.id for e in dated])
    filters = {kind: _choices(desk, kind) for kind in ("place", "actor", "source")}
    marks = _marks(desk, [c for choices in filters.values() for c in choices])
    return TimelineView(page, strip, months, desk.events(e.id for e in undated), filters, marks)


def _choices(desk: Desk, kind: str) -> tuple[Choice, ...]:
    """The places, actors or sources of most events, by name."""
    found = _events_of(desk, kind)
    most = sorted(found, key=lambda id_: (-len(found[id_]), id_))[:OFFERED]
    named = ((id_, ref.text) for id_ in most if (ref := _ref(desk, kind, id_)))
    choices = (Choice(id_, f"{kind[0]}{i}", name, len(found[id_])) for i, (id_, name) in enumerate(named))
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


def _month(desk: Desk, key: str, events: list[Event]) -> TimelineMonth:
    first = events[0].start
    name = desk.words("date.month", month=desk.words.month(first), year=first.year) if first else key
    days = tuple(_day(desk, list(es)) for _, es in groupby(events, key=_day_of))
    return TimelineMonth(name, f"m-{key}", len(events), days)


def _day_of(event: Event) -> str:
    return str(event.start) if event.precision is Precision.DAY else ""


def _day(desk: Desk, events: list[Event]) -> TimelineDay:
    first = events[0]
    cards = desk.events(e.id for e in events)
    if first.start is None or first.precision is not Precision.DAY:
        return TimelineDay("", desk.words("timeline.some_day"), cards)
    return TimelineDay(str(first.start.day), desk.words.weekday_name(first.start), cards)
