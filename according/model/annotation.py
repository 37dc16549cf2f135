"""What one article says of itself: sentences, names, dates, quantities, attributions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from according.model.text import Span


class Label(StrEnum):
    """What kind of thing a name names, as far as one article tells."""

    PLACE = "place"
    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    ARMED_FORCE = "armed_force"
    MEDIA = "media"
    GROUP = "group"


class Role(StrEnum):
    """The part that a name plays in its clause."""

    AGENT = "agent"  # who does it: active subject, by-phrase of a passive
    PATIENT = "patient"  # to whom: object, passive subject
    LOCATION = "location"
    OTHER = "other"


class Voice(StrEnum):
    """How words reach the reader."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OUTLET = "outlet"  # the article speaks for itself


class SourceKind(StrEnum):
    """Who may say a claim."""

    OUTLET = "outlet"
    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; headings and list items without a full stop are sentences too."""

    span: Span
    block: int  # index into Article.blocks
    terms: tuple[str, ...]  # lower-case lemmas of its content words, in order
    leans_back: bool  # opens with "It", "The attack", "He": its story is the one before


@dataclass(frozen=True, slots=True)
class Name:
    """A span that names a place or an actor, as one article shows it, before it is linked."""

    span: Span
    label: Label
    sentence: int  # index into Annotation.sentences
    role: Role
    evidence: str  # what typed it: "model", "cue: village of", "title: Col.", "demonym", ...
    descriptions: tuple[Span, ...] = ()  # appositions and premodifiers: "Syrian state news agency"
    inside: Span | None = None  # the longer name that it is part of ("Qamishli" in "Qamishli airport")
    central: bool = False  # it takes part in what its sentence mainly tells
    place_by: str | None = None  # what made a place of it, where a person says that it is somebody


@dataclass(frozen=True, slots=True)
class Unnamed:
    """People or a body without a name who do something, or to whom it is done: "at least seven people", "a gunman"."""

    span: Span
    sentence: int  # index into Annotation.sentences
    role: Role
    head: str  # lemma of its main word: "gunman"
    central: bool = False  # it takes part in what its sentence mainly tells
    telling: bool = True  # False: the words alone do not tell who is meant ("the man")


@dataclass(frozen=True, slots=True)
class Equation:
    """The article itself says that two forms name one thing: "Syrian Observatory for Human Rights (SOHR)"."""

    long: Span
    short: Span
    how: str  # "acronym", "formerly", "also known as", "apposition"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a day or period, resolved against the article's date; start and end are inclusive."""

    span: Span
    start: date | None
    end: date | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted thing: "at least 19 civilians were killed"."""

    span: Span  # the words of the number with its bounds: "at least 19"
    counts: str  # one of according.annotating.quantities.COUNTED
    of: Span | None  # what is counted: "civilians"
    low: float | None  # None: open, or a word without a number ("dozens" is low 24)
    high: float | None
    approximate: bool
    unit: str  # "people", "USD", "m3", "USD per day", ...
    scope: str = ""  # one of according.annotating.quantities.SCOPES; "": said of the thing as a whole, and as a fact
    predicate: str = ""  # lemma of what the counted things do or undergo: "wait", "claim", "kill"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells what kind of event a sentence is about."""

    span: Span
    lemma: str
    type: str  # one of according.events.types.TYPES


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is made to say something: the source, cue and content spans of PolNeAR and PARC."""

    source: tuple[Span, ...]  # empty: nobody is named ("it has been suggested that")
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: SourceKind
    stance: str  # one of according.annotating.stance.STANCES
    hedged: bool
    negated: bool
    voice: Voice
    rule: str  # which rule or model made it, for "explain"
    antecedent: Span | None = None  # the earlier mention that the source stands for ("It", "the ministry")
    antecedent_reason: str = ""
    owner: Span | None = None  # the body behind it: "Sputnik Arabic agency" of "a senior military source of ..."
    parent: int | None = None  # index of the attribution whose content holds this one
    denies: int | None = None  # index of the attribution that this one denies, where the text says so
    speaks: bool = True  # False: the source's words name nobody and nothing that can say something ("you", "violence")


@dataclass(frozen=True, slots=True)
class Relay:
    """A stretch of an article that passes on what another outlet reports ("Comment: Fort Russ reports on ...")."""

    span: Span
    source: Span
    cue: Span
    ends_because: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that one article says of itself; the same text and settings give the same annotation."""

    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    equations: tuple[Equation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    relays: tuple[Relay, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    title: Annotation | None = None  # the title on its own; its offsets are into Article.title
    ignored: tuple[Name, ...] = ()  # of places, which a person says are none; the others are read beside them
    within: tuple[Name, ...] = ()  # of places, in longer names that a person gives to others; read in the same way
