"""The corpus with its names resolved: places, actors, sources, mentions and claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from according.model.annotation import Annotation, SourceKind, Voice
from according.model.text import Article, Span


class PlacePrecision(StrEnum):
    """How finely a place's point is known; only POINT and TOWN get a pin."""

    POINT = "point"  # given by a person
    TOWN = "town"
    AREA = "area"  # district, province, region: an area with a middle, not a pin
    COUNTRY = "country"
    PARENT = "parent"  # no point of its own; near or in the place that stands first in its parents
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article, linked to its place or actor, or with the reason why not."""

    article: str
    span: Span
    text: str
    kind: str  # "place" or "actor"
    entity: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of an entity."""

    text: str
    count: int
    articles: tuple[str, ...]
    evidence: str  # why it belongs here, as a sentence: "It is the same name in another spelling."


@dataclass(frozen=True, slots=True)
class Description:
    """What a text calls an entity, verbatim, and who uses the words."""

    text: str
    article: str
    span: Span
    source: str  # source id: the outlet, or the cited source in whose claim the words stand


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place. It has a pin only when ``latitude`` is not None and its precision is POINT or TOWN."""

    id: str
    name: str
    kind: str  # "village", "town", "city", "district", "province", "country", "region", "sea", "site", "place"
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    geonames_id: int | None
    country: str | None  # ISO 3166-1 alpha-2
    parents: tuple[str, ...]  # place ids, nearest first
    forms: tuple[Form, ...]
    native_name: str | None = None
    wikidata: str | None = None  # from an override
    overridden: bool = False
    entry: int | None = None  # what the gazetteer has of it
    term: str = ""  # what its country calls a division of this rank: "state", "governorate"
    hidden: bool = False  # a person wants no page of it; all that is known of it stays
    parted_from: str | None = None  # the place that the machine alone takes it for, while the map has it nowhere else


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved person, organization, government, armed force, outlet or group."""

    id: str
    name: str
    kind: str  # the values of Label without "place"
    forms: tuple[Form, ...]
    descriptions: tuple[Description, ...]
    wikidata: str | None = None
    overridden: bool = False
    hidden: bool = False  # a person wants no page of it; all that is known of it stays


@dataclass(frozen=True, slots=True)
class Source:
    """Who says claims: an outlet, an actor, an unnamed group of one article, a document."""

    id: str
    name: str
    kind: SourceKind
    actor: str | None
    label: str | None = None  # what a person calls it in overrides: "Syrian state news agency"
    copies: str | None = None  # source id that it only repeats
    article: str | None = None  # for unnamed sources and documents: the one article that they belong to
    hidden: bool = False  # a person says that it has no page; what it says stays where it was said


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity inside a claim; it belongs to whoever makes the claim."""

    claim: str
    counts: str
    of: str  # verbatim, may be empty
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    text: str
    span: Span
    scope: str = ""  # Quantity.scope: why it is no plain count of the event ("part", "possible", ...)
    predicate: str = ""  # Quantity.predicate: lemma of what the counted things do or undergo


@dataclass(frozen=True, slots=True)
class Claim:
    """One source says one thing in one article."""

    id: str
    article: str
    source: str | None  # source id; None when nobody is named
    source_name: str
    source_kind: SourceKind
    source_spans: tuple[Span, ...]
    via: tuple[str, ...]  # source ids between the reader and the source, outermost first: the outlet, a relayed outlet
    cue: tuple[Span, ...]  # empty: the outlet's own voice
    content: tuple[Span, ...]
    stance: str
    hedged: bool
    voice: Voice
    date: date | None  # when it was said
    places: tuple[str, ...]
    actors: tuple[str, ...]
    sentences: tuple[int, ...]  # indexes into the article's Annotation.sentences
    figures: tuple[Figure, ...]
    parent: str | None = None  # the claim whose content holds this one
    denies: str | None = None
    source_reason: str = ""  # how "It" or "the ministry" became this source


@dataclass(frozen=True, slots=True)
class Alternative:
    """Where a place could be."""

    label: str
    latitude: float
    longitude: float
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class Answer:
    """One more answer to a question, where "so" and "not so" are not all that may be true."""

    means: str  # "no name at all"
    file: str
    yaml: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A question for a person, with the YAML that settles it either way."""

    kind: str  # "merge", "split", "kind", "pin", "event", "copy", "unlinked"
    about: str  # id of the entity or event, or the form
    question: str
    evidence: tuple[str, ...]
    file: str  # override file: "places.yaml"
    yes: str  # YAML for one answer
    no: str  # YAML for the other, may be empty
    weight: float  # how much hangs on it; sorts the page
    no_file: str = ""  # the file of the other answer, where that is another
    others: tuple[Answer, ...] = ()
    alternatives: tuple[Alternative, ...] = ()  # for a pin: where it is shown, then where else it could be
    yes_means: str = ""  # what the first answer says, where the question names two things
    no_means: str = ""
    beside: tuple[str, ...] = ()  # ids of the others that it is about


# What a correction can do; each has its sentence under [effect] in templates/words/.
Doing = Literal[
    "alter", "answer", "apart", "arise", "arise_all", "call", "copy", "date", "draw", "empty", "empty_all", "geonames",
    "give", "guess_in", "hide", "ignore", "in", "include", "keep", "kind", "label", "lead", "leave_actor", "leave_out",
    "leave_place", "lie", "link", "merge", "move_middle", "move_pin", "no_country", "no_date", "no_geonames", "no_pin",
    "no_place", "no_point", "no_site", "own_pin", "part", "part_in", "part_kind", "part_nowhere", "part_pin",
    "part_pinless", "pass", "pin_in", "place", "release", "released", "rename", "replace", "resite", "retitle",
    "set_pin", "silence", "take", "title", "to_actor", "to_place", "unite", "unlink", "unlist", "unpass", "unsite",
    "wikidata", "within",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a correction did, as the parts of a sentence about it."""

    what: Doing
    old: str = ""  # what was there before
    new: str = ""  # what is there now
    count: int = 0  # mentions, statements or sentences that it concerns
    articles: int = 0  # in how many articles these stand


@dataclass(frozen=True, slots=True)
class Effect:
    """What one entry of the override files did."""

    file: str  # as the messages name it: "overrides/places.yaml"
    line: int
    key: str
    deeds: tuple[Deed, ...]  # none: all would be the same without it


Why = Literal[
    "unknown", "circle", "ambiguous", "covered", "parted", "dropped", "address", "misfiled", "heard", "holder"
]


@dataclass(frozen=True, slots=True)
class Unheeded:
    """What an entry says in vain (where a place lies, that it is none, of another's page, of an address), or oddly."""

    key: str  # the entry's
    why: Why
    # The places of the circle in their order; or all that may be meant, of which the first was taken; or the entry that
    # takes the whole place away, or that speaks of the same page, with the names that it would need to be both; or the
    # name of the page that has the key for its address; or that of the only page that it can mean, of the other sort;
    # or the alias that means what the place lies in; or what the only source of the name is called.
    names: tuple[str, ...] = ()
    file: str = "places.yaml"
    line: int = 0  # of the entry in ``names``, or of that in the other file


@dataclass(frozen=True, slots=True)
class Alone:
    """What the page of a place has that nobody corrected."""

    country: str | None
    geonames: int | None


@dataclass(frozen=True, slots=True)
class Linked:
    """The corpus with its names resolved."""

    articles: Mapping[str, Article]
    annotations: Mapping[str, Annotation]
    mentions: Mapping[str, tuple[Mention, ...]]  # by article, in text order
    claims: Mapping[str, tuple[Claim, ...]]  # by article, in text order
    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    title_mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)  # spans are into the title
    review: tuple[ReviewItem, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)  # old page -> new: "places/kamyshly" -> "places/qamishli"
    made: Mapping[str, str] = field(default_factory=dict)  # addresses by corrections alone -> what they are from, or ""
    unmade: tuple[str, ...] = ()  # those that corrections had made, and that no page has any more
    applied: frozenset[tuple[str, str]] = frozenset()  # (override file, key) of the overrides that had an effect
    met: frozenset[tuple[str, str]] = frozenset()  # those that speak of something in the articles, in effect or not
    alone: Mapping[str, Alone] = field(default_factory=dict)  # by name of a place that people corrected
    claimed: frozenset[str] = frozenset()  # folded names of sources of which sources.yaml speaks
    unheeded: tuple[Unheeded, ...] = ()
    effects: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)  # by the page concerned; "" where none is
    # By page of something else: what corrections did to it, each with the page under which all that it did is told.
    touched: Mapping[str, tuple[tuple[str, Effect], ...]] = field(default_factory=dict)
    emptied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # pages where nothing lies -> some in effects
    left: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # pages that lost all besides -> some in effects
    lost: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # folded spellings -> pages of them, now gone
    titles: frozenset[str] = frozenset()  # of the places' pages when nobody corrects them
    # By page of which an entry speaks: by file, the names that would have to be ignored in place of the entry.
    away: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = field(default_factory=dict)
