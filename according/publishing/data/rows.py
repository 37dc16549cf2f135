"""The rows of the public files about what is said; the schemas are made from these types, so that they cannot drift.

Spans are [start, end] in Unicode code points into the article's text, end exclusive. Ids are the last part of a page's
address: events/<id>/, places/<id>/, actors/<id>/, sources/<id>/, articles/<id>/. null always means "not known" or
"none", never zero.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, WithJsonSchema

from according.annotating.stance import STANCES
from according.model import SourceKind, Voice

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=1)]]
Stance = Annotated[str, Field(json_schema_extra={"enum": list(STANCES)})]
Count = Annotated[int, Field(ge=0)]
# Not the "time" of JSON Schema, which must have a zone.
Hour = Annotated[dt.time, WithJsonSchema({"type": "string", "pattern": r"^\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$"})]


class Row:
    """Nothing but the fields that are described here."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow(Row):
    """One file of the content folder."""

    id: str
    file: str
    """Path inside the content folder."""
    title: str
    outlet: str | None
    """Source id of who published it."""
    date: dt.date | None
    """Day of publication; null when the article does not tell."""
    time: Hour | None
    """Hour of publication on that day, "14:30:00", with its zone only where it is told ("14:30:00Z"); mostly null."""
    url: str | None
    """Where it was published."""
    language: str
    """ISO 639-1."""
    text: str
    """Path of the analysed text, from the root of the site; all offsets index it."""
    events: tuple[str, ...]
    """Ids of the events that it reports, the main one first."""
    copy_of: str | None
    """Id of the article whose text this one repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSource(Row):
    """Who says a claim."""

    id: str | None
    """Source id; null when nobody is named ("it was reported that")."""
    name: str
    kind: SourceKind
    spans: tuple[Span, ...]
    """The words of the article that name the source."""
    reason: str
    """How a pronoun or a short form became this source; empty when the words name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Row):
    """Words of an article, exactly as they stand there."""

    text: str
    """The text at the spans, joined by " … " where there are several."""
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow(Row):
    """One attribution: a source says something in an article. What an article says itself has cue null."""

    id: str
    article: str
    source: ClaimSource
    via: tuple[str, ...]
    """Source ids between the reader and the source, outermost first; the outlet stands first."""
    cue: Passage | None
    """The words that make it a claim: "said", "according to"."""
    content: Passage
    stance: Stance
    """How it is said: says, confirms, denies, accuses, ..."""
    hedged: bool
    voice: Voice
    date: dt.date | None
    """When it was said."""
    events: tuple[str, ...]
    places: tuple[str, ...]
    actors: tuple[str, ...]
    parent: str | None
    """Id of the claim whose content holds this one."""
    denies: str | None
    """Id of the claim that this one denies, where the text says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow(Row):
    """A name in an article, linked to its place or actor, or not, with the reason."""

    article: str
    start: Count
    end: Count
    text: str
    kind: Literal["place", "actor"]
    entity: str | None
    reason: str | None
    """Why it is not linked; null when it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleMentionRow(MentionRow):
    """A name in the title of an article, where it does not stand in the text as well; start and end are in the title.

    With the mentions of the texts these are all that counts of spellings, on pages and of corrections, count.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Row):
    """A quantity inside a claim; it belongs to whoever makes the claim."""

    claim: str
    event: str | None
    """One row for each event of the claim; null when it belongs to none."""
    counts: str
    """What is counted: killed, wounded, arrested, vehicles, money, ..."""
    of: str
    """Of whom or what, in the words of the article; may be empty."""
    low: int | float | None
    high: int | float | None
    """null: open, as in "at least 19"."""
    approximate: bool
    unit: str
    text: str
    """The words of the number, with its bounds."""
    span: Span
    scope: str
    """Why it is no plain count of the event (a part of it, a possibility, ...); empty when it is one."""
    apart: str
    """Why the event's page does not compare it with other figures; empty when it does, or on no event page."""
    superseded: bool
    """The same source gave a later figure of the same thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Row):
    """One position in a dispute."""

    value: str
    sources: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow(Row):
    """Claims on one event that cannot all hold."""

    event: str
    kind: str
    """figures, denial, blame, status, place or date."""
    about: str
    readings: Annotated[tuple[Side, ...], Field(min_length=2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierRow(Row):
    """An article in which a statement stands."""

    article: str
    claim: str
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]
    via: tuple[str, ...]
    is_copy: bool
    """The article repeats another's text, so this is not one more report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow(Row):
    """Claims of one source that say the same, shown once on an event's page."""

    event: str | None
    """null: on no event page."""
    source: str | None
    source_name: str
    claim: str
    """Id of the claim whose words are shown."""
    text: str
    stance: Stance
    hedged: bool
    voice: Voice
    antecedent: str
    """Who the pronoun at its start stands for; shown in brackets, ours and not the article's."""
    lead: bool
    """Whether it is shown before "more"."""
    same_as: tuple[str, ...]
    """Claims of other sources' statements on this event that say the same."""
    carriers: Annotated[tuple[CarrierRow, ...], Field(min_length=1)]
    """First report first."""
