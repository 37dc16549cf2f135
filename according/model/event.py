"""Events, put together from the passages that report them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from according.model.annotation import Precision, Role
from according.model.linked import Deed, Effect, ReviewItem
from according.model.text import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one article that tell of one event."""

    article: str
    sentences: tuple[int, ...]  # indexes into the article's Annotation.sentences


@dataclass(frozen=True, slots=True)
class Relation:
    """One event's tie to another."""

    event: str
    how: str  # "part of", "follows", "same day and place", ...
    reason: str


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day, or days, on which some articles put an event and others do not."""

    start: date
    end: date
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in an event, named or not, in the words of one passage."""

    text: str
    actor: str | None  # None: it has no name
    article: str
    span: Span
    role: Role  # who did it, to whom, or neither


@dataclass(frozen=True, slots=True)
class Event:
    """What claims are about, put together from the passages that report it."""

    id: str
    title: str
    title_from: str | None  # article id, when the title is that outlet's headline; None for our own template
    type: str  # one of according.events.types.TYPES
    plover: str | None
    start: date | None
    end: date | None
    precision: Precision
    place: str | None
    places: tuple[str, ...]  # most important first, the main one included
    actors: tuple[str, ...]  # most important first
    passages: tuple[Passage, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]  # by date, then id
    sources: tuple[str, ...]
    days: tuple[ToldDay, ...] = ()  # where sources disagree on the day: that of the event first
    participants: tuple[Participant, ...] = ()  # most important first
    related: tuple[Relation, ...] = ()
    overridden: bool = False


@dataclass(frozen=True, slots=True)
class Vain:
    """A part of what a person says of an event that does nothing, and why."""

    event: str
    key: Literal["includes", "without"]
    part: str  # the id that stands in the list
    why: Literal["absent", "all", "left out", "silent", "there"]


@dataclass(frozen=True, slots=True)
class EventSet:
    """All events, and the way back from claims and articles."""

    events: Mapping[str, Event]
    of_claim: Mapping[str, tuple[str, ...]]
    of_article: Mapping[str, tuple[str, ...]]  # the main one first
    copy_of: Mapping[str, str]  # article -> the article whose text it repeats
    review: tuple[ReviewItem, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    applied: frozenset[tuple[str, str]] = frozenset()
    effects: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)  # by the page concerned; "" where none is
    besides: Mapping[tuple[str, str], tuple[Deed, ...]] = field(default_factory=dict)  # by entry that is about names
    vain: tuple[Vain, ...] = ()
