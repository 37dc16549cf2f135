"""The timeline: every event by day, with an overview that leads to its months."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from according.model import Event, Precision
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import EventCard, Strip
from according.publishing.views.register import known_start
from according.publishing.views.strips import events_strip


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


def timeline(desk: Desk, page: Page) -> TimelineView:
    """Every event by day."""
    events = [desk.register.events.events[e] for e in desk.register.in_order]
    dated = [e for e in events if known_start(e)]
    undated = [e for e in events if not known_start(e)]
    dated.sort(key=lambda e: (str(e.start), e.id), reverse=True)
    months = tuple(_month(desk, key, list(es)) for key, es in groupby(dated, key=lambda e: str(e.start)[:7]))
    strip = events_strip(desk, [e.id for e in dated])
    return TimelineView(page, strip, months, desk.events(e.id for e in undated))


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
