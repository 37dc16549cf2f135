"""Overrides as the stages see them: validated, with the file and line that each came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase

Marks = Mapping[tuple[str | int, ...], tuple[int, int]]  # key of an entry, and index -> line, column


def _unmarked() -> Marks:
    return {}


@dataclass(frozen=True, slots=True)
class AliasRule:
    """A form that names the entity; in some articles only when ``articles`` (globs of article ids) is not empty."""

    text: str
    articles: tuple[str, ...] = ()

    def holds_in(self, article: str) -> bool:
        """Whether the form means the entity in an article; ids tell apart small and capital letters on every system."""
        return not self.articles or any(fnmatchcase(article, glob) for glob in self.articles)


@dataclass(frozen=True, slots=True)
class EntityOverride:
    """What a person says of one place or actor; the key in the file is the name to show."""

    name: str
    file: str
    line: int
    ignore: bool = False  # no entity at all
    hide: bool = False  # an entity without a page
    aliases: tuple[AliasRule, ...] = ()
    never: tuple[str, ...] = ()  # names that are never this entity
    kind: str | None = None
    at: tuple[float, float] | None = None  # latitude, longitude
    parent: str | None = None
    geonames: int | None = None
    wikidata: str | None = None
    acronym: str | None = None
    former: tuple[str, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()  # each form that the entry gives beside its name, and where it stands
    marks: Marks = field(default_factory=_unmarked, compare=False, repr=False)

    @property
    def forms(self) -> tuple[AliasRule, ...]:
        """Every form that names it: the name, the aliases, former names and the acronym."""
        others = (*self.former, *([self.acronym] if self.acronym else []))
        return (AliasRule(self.name), *self.aliases, *map(AliasRule, others))

    @property
    def foreign(self) -> tuple[str, ...]:
        """Forms that are never this one by themselves: those forbidden, and aliases outside their articles."""
        return (*self.never, *(alias.text for alias in self.aliases if alias.articles))


@dataclass(frozen=True, slots=True)
class SourceOverride:
    """What a person says of one source."""

    name: str
    file: str
    line: int
    ignore: bool = False
    aliases: tuple[AliasRule, ...] = ()
    never: tuple[str, ...] = ()
    kind: str | None = None
    label: str | None = None
    copies: str | None = None
    marks: Marks = field(default_factory=_unmarked, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EventOverride:
    """What a person says of one event; the key in the file is the event's id."""

    id: str
    file: str
    line: int
    hide: bool = False
    title: str | None = None
    start: date | None = None
    end: date | None = None
    place: str | None = None
    type: str | None = None
    includes: tuple[str, ...] = ()  # ids of events that are this one
    without: tuple[str, ...] = ()  # claim or article ids that do not belong to it
    never: tuple[str, ...] = ()  # ids of events that are others
    marks: Marks = field(default_factory=_unmarked, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Overrides:
    """All four files."""

    places: Mapping[str, EntityOverride] = field(default_factory=dict)
    actors: Mapping[str, EntityOverride] = field(default_factory=dict)
    sources: Mapping[str, SourceOverride] = field(default_factory=dict)
    events: Mapping[str, EventOverride] = field(default_factory=dict)
