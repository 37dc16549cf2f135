"""Overrides as the stages see them: validated, with the file and line that each came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import lru_cache

Marks = Mapping[tuple[str | int, ...], tuple[int, int]]  # key of an entry, and index -> line, column; none: its name
Lines = Mapping[tuple[str | int, ...], tuple[str, ...]]  # ... -> the lines of a text that goes on over several


def _unmarked() -> Marks:
    return {}


def _unbroken() -> Lines:
    return {}


def lines_at(broken: Lines, where: tuple[str | int, ...]) -> tuple[str, ...]:
    """The lines of a value of a list, which may stand there alone; none where it has but one."""
    return broken.get(where) or broken.get(where[:-1], ())


@dataclass(frozen=True, slots=True)
class AliasRule:
    """A form that names the entity; in some articles only when ``articles`` (globs of article ids) is not empty."""

    text: str
    articles: tuple[str, ...] = ()
    never_in: frozenset[str] = frozenset()  # articles in which the form is another page of that name

    def holds_in(self, article: str) -> bool:
        """Whether the form means the entity in an article; ids tell apart small and capital letters on every system."""
        if self.articles:  # of which there may be hundreds, nearly all of them ids
            return article in self.articles or any(fnmatchcase(article, glob) for glob in _globs(self.articles))
        return article not in self.never_in


@lru_cache(maxsize=1024)
def _globs(articles: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some globs that may match another text than their own."""
    return tuple(glob for glob in articles if any(sign in glob for sign in "*?["))


@dataclass(frozen=True, slots=True)
class Left:
    """A page from which an entry takes some spellings and that keeps all others."""

    title: str
    entry: int | None  # what the gazetteer has of it
    spellings: tuple[AliasRule, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """The pages that an entry calls by their names, once it is known which pages there are."""

    page: str | None = None  # the id of the page that has the entry's name
    entries: tuple[int, ...] = ()  # what the gazetteer has under the entry's names, that of its own name first
    within: int | None = None  # ... and under that of what contains it
    spellings: tuple[AliasRule, ...] = ()  # how articles write the pages that are in no gazetteer
    namesakes: frozenset[str] = frozenset()  # articles that write the entry's name and mean another page by it
    turned: tuple[AliasRule, ...] = ()  # how articles write the page of its name, if it is something else by its kind
    before: str = ""  # ... and what that page was: "places", "actors"
    left: tuple[Left, ...] = ()
    actors: frozenset[str] = frozenset()  # the pages of actors: "actors/id"
    title: str = ""  # of the one page of an actor of which the entry's name is only a spelling


UNKNOWN = Meant()


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
    venue: bool = False  # an event is said to have happened there
    lines: tuple[tuple[str, int], ...] = ()  # each form that the entry gives beside its name, and where it stands
    marks: Marks = field(default_factory=_unmarked, compare=False, repr=False)
    broken: Lines = field(default_factory=_unbroken, compare=False, repr=False)
    meant: Meant = UNKNOWN

    @property
    def fragments(self) -> tuple[int, ...]:
        """Which of the forbidden names are only the words of which its name consists: "Papers" of "Panama Papers"."""
        words = self.name.casefold().split()
        parts = {i: other.casefold().split() for i, other in enumerate(self.never)}
        inside = {i: part for i, part in parts.items() if len(part) < len(words) and set(part) <= set(words)}
        return tuple(inside) if {w for part in inside.values() for w in part} == set(words) else ()

    @property
    def forms(self) -> tuple[AliasRule, ...]:
        """Every form that names it: the name, the aliases, former names and the acronym.

        The title of a page means that page and no more, unless the entry says what sort of thing bears the name. Where
        an alias that is the name itself is limited to articles, the name is as well.
        """
        others = (*self.former, *([self.acronym] if self.acronym else []))
        limited = any(a.articles and a.text.casefold() == self.name.casefold() for a in self.aliases)
        page_alone = self.meant.page is not None and not self.kind and not self.ignore
        own = () if limited or page_alone else (AliasRule(self.name, never_in=self.meant.namesakes),)
        return (*own, *self.aliases, *self.meant.spellings, *self.meant.turned, *map(AliasRule, others))

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
    hide: bool = False  # a source without a page
    marks: Marks = field(default_factory=_unmarked, compare=False, repr=False)
    broken: Lines = field(default_factory=_unbroken, compare=False, repr=False)


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
    broken: Lines = field(default_factory=_unbroken, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Overrides:
    """All four files."""

    places: Mapping[str, EntityOverride] = field(default_factory=dict)
    actors: Mapping[str, EntityOverride] = field(default_factory=dict)
    sources: Mapping[str, SourceOverride] = field(default_factory=dict)
    events: Mapping[str, EventOverride] = field(default_factory=dict)
