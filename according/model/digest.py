"""What each source says on a page, and where sources differ, before it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from according.model.annotation import SourceKind, Voice
from according.model.linked import Figure
from according.model.text import Span


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article in which a statement stands, and where."""

    article: str
    claim: str
    content: tuple[Span, ...]
    via: tuple[str, ...]
    copy: bool = False  # the article repeats another's text, so this is not one more report


@dataclass(frozen=True, slots=True)
class Statement:
    """Claims of one source that say the same, shown once."""

    source: str | None
    source_name: str
    claim: str  # the claim whose words are shown
    stance: str
    hedged: bool
    voice: Voice
    carriers: tuple[Carrier, ...]  # first report first; the shown claim's among them
    antecedent: str = ""  # who the pronoun at its start stands for; shown in [brackets]
    figures: tuple[Figure, ...] = ()
    score: float = 0.0

    def __hash__(self) -> int:
        return hash((self.source, self.claim))  # they are keys by the thousand


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says on one page: the lead in the order of telling, then the rest."""

    source: str | None
    name: str
    kind: SourceKind
    lead: tuple[Statement, ...]
    rest: tuple[Statement, ...]
    only: int = 0  # how many of its statements nobody else makes


@dataclass(frozen=True, slots=True)
class Reading:
    """One value for one count, by one source."""

    figure: Figure
    source: str | None
    source_name: str
    via: tuple[str, ...]
    article: str
    date: date | None
    hour: time | None = None  # on that day, where the article tells it
    superseded: bool = False  # the same source gave a later one
    apart: str = ""  # why it is shown but not compared: "part of a larger count", "another time", ...
    carriers: tuple[Carrier, ...] = ()  # every article in which this source gives this value, first report first


@dataclass(frozen=True, slots=True)
class FigureRow:
    """All readings of one count about one event."""

    counts: str
    of: str
    unit: str
    readings: tuple[Reading, ...]
    differ: bool  # two readings of different sources cannot both hold
    low: float | None = None  # the spread over the readings that are compared, for the plot
    high: float | None = None


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One position in a dispute, with who holds it."""

    value: str
    sources: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims on one event that cannot all hold."""

    event: str
    kind: str  # "figures", "denial", "blame", "status", "place", "date"
    about: str
    readings: tuple[DisputeSide, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that sources mention, with the statement of each: a row of the table of points by sources."""

    label: str  # "air strike", "killed", ...
    statements: tuple[Statement, ...]  # one a source, in the order of the accounts
    independent: int  # how many of these sources do not repeat one another


@dataclass(frozen=True, slots=True)
class Development:
    """One step in how the accounts came in and changed."""

    date: date | None
    kind: str  # "first report", "joins", "figure", "denial"
    source: str | None
    source_name: str
    article: str
    claim: str
    before: str = ""  # for a figure: the words of the one that it replaces
    after: str = ""


@dataclass(frozen=True, slots=True)
class EventDigest:
    """What each source says of one event, and where they differ."""

    event: str
    accounts: tuple[Account, ...]
    figures: tuple[FigureRow, ...]
    disputes: tuple[Dispute, ...]
    agreed: tuple[tuple[Statement, ...], ...]  # groups of statements of different sources that say the same
    independent: int  # sources that do not repeat one another
    points: tuple[Point, ...] = ()
    silences: tuple[Statement, ...] = ()  # where the text says that a source says nothing
    course: tuple[Development, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityDigest:
    """What is said about a place or actor, and for an actor its own words apart."""

    entity: str
    by_event: tuple[tuple[str | None, tuple[Account, ...]], ...]  # what others say; None: on no event page
    own: tuple[Statement, ...]

    @property
    def sources(self) -> int:
        """How many sources speak of it; of those without an id each name is one."""
        return len({a.source or a.name for _, accounts in self.by_event for a in accounts})


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything the pages say, before it is laid out."""

    events: Mapping[str, EventDigest]
    places: Mapping[str, EntityDigest]
    actors: Mapping[str, EntityDigest]
    sources: Mapping[str, tuple[tuple[str | None, tuple[Statement, ...]], ...]]  # by event; None: on no event page
    disputes: tuple[Dispute, ...]
