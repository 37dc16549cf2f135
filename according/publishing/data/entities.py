"""The rows of the public files about what is spoken of: events, places, actors, sources, and the build itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from according.events.types import TYPES
from according.model import PlacePrecision, Precision, SourceKind
from according.publishing.data import rows

Address = Annotated[str, Field(description="Path of its page, from the root of the site.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow(rows.Row):
    """Somebody who takes part in an event, with a name or without, in the words of one passage."""

    text: str
    actor: str | None
    """Its id; null for people and bodies without a name ("five people"), who have no page."""
    article: str
    span: rows.Span
    role: Annotated[Literal["agent", "patient", "other"], Field(description="Who did it, to whom, or neither.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(rows.Row):
    """What claims are about, put together from the passages that report it."""

    id: str
    title: str
    title_from: str | None
    """Id of the article whose headline the title is; null when it is made from a template."""
    type: Annotated[str, Field(json_schema_extra={"enum": list(TYPES)})]
    plover: str | None
    """The nearest event type of the PLOVER ontology; null where none of them fits, or the type is not told."""
    start: dt.date | None
    end: dt.date | None
    date_precision: Precision
    place: str | None
    places: tuple[str, ...]
    """Most important first."""
    actors: tuple[str, ...]
    """Most important first."""
    participants: tuple[ParticipantRow, ...]
    """Those with a name and those without, by their part in what the passages mainly tell; most important first."""
    articles: tuple[str, ...]
    """By date."""
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    url: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCount(rows.Row):
    """One spelling, and how often it occurs."""

    text: str
    count: rows.Count
    evidence: str
    """Why it belongs to this place or actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceProperties(rows.Row):
    """What is known of a place."""

    id: str
    name: str
    native_name: str | None
    kind: str
    precision: PlacePrecision
    """How finely the point is known. For "area" and "country" it is the middle of an area, not a pin."""
    geonames_id: int | None
    wikidata: str | None
    """From an override."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    parents: tuple[str, ...]
    """Ids of the places that contain it, nearest first."""
    forms: tuple[FormCount, ...]
    url: Address | None
    """null where a person wants no page of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(rows.Row):
    """A position, longitude first."""

    type: Literal["Point"] = "Point"
    coordinates: tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFeature(rows.Row):
    """One place."""

    type: Literal["Feature"] = "Feature"
    id: str
    geometry: Point | None
    """null when the place has no point of its own."""
    properties: PlaceProperties


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCollection(rows.Row):
    """All places (GeoJSON, RFC 7946)."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: tuple[PlaceFeature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionRow(rows.Row):
    """What a text calls an actor, in its words."""

    text: str
    article: str
    span: rows.Span
    source: str
    """Source id of who uses the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow(rows.Row):
    """A person, organization, government, armed force, outlet or group."""

    id: str
    name: str
    kind: Literal["person", "organization", "government", "armed_force", "media", "group"]
    forms: tuple[FormCount, ...]
    descriptions: tuple[DescriptionRow, ...]
    wikidata: str | None
    """From an override."""
    url: Address | None
    """null where a person wants no page of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow(rows.Row):
    """Who says claims: an outlet, an actor, an unnamed group of one article, a document."""

    id: str
    name: str
    kind: SourceKind
    label: str | None
    """What a person calls it in the overrides."""
    actor: str | None
    copies: str | None
    """Source id that it only repeats."""
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    """Ids of the articles that carry its claims."""
    url: Address | None
    """null: a person says that it has no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned(rows.Row):
    """One thing that is wrong with what people brought."""

    file: str
    line: rows.Count
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Model(rows.Row):
    """Which model read the articles."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Build(rows.Row):
    """How the site was made; the same input gives the same bytes, so no clock and no duration."""

    generator: Literal["According"] = "According"
    version: str
    model: Model
    counts: dict[str, rows.Count]
    warnings: tuple[Warned, ...]
