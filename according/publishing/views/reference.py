"""The small views that all pages share: a name with its page, a day, a receipt, an event in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Ref:
    """Something that a page names, with the link to its own page where it has one."""

    text: str
    href: str | None
    note: str = ""  # a few words on what it is


@dataclass(frozen=True, slots=True)
class Day:
    """A date for machines and for people."""

    iso: str
    text: str
    short: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where a statement stands: the sentence in the article, who published it, and who stands between."""

    href: str
    outlet: str  # or the title of an article that does not name its outlet
    date: Day | None
    via: tuple[Ref, ...]
    copy: bool  # the article repeats another's text


@dataclass(frozen=True, slots=True)
class Held:
    """Something that can be said in a word or two, and who says so."""

    value: str
    sources: tuple[Ref, ...]
    more: int  # sources for which the line has no room


def held(value: str, sources: Iterable[Ref], room: int) -> Held:
    """A line with room for some sources; the same name in two articles, as of unnamed ones, stands once."""
    named = {s.text.casefold(): s for s in reversed(tuple(sources))}
    told = tuple(reversed(named.values()))
    return Held(value, told[:room], len(told[room:]))


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event in a list."""

    id: str
    href: str
    title: str
    type: str
    when: str
    start: str  # ISO date, or nothing when it is not known
    place: Ref | None
    independent: int
    articles: int
    disputes: int


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article in a list."""

    href: str
    title: str
    language: str
    outlet: Ref
    date: Day | None
    copy_of: Ref | None
    events: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A correction in force: where it stands, the page of what it is about, and what it did.

    It is known by its name in the file and not by its line, which others move.
    """

    where: Ref  # the file, with the way into an editor
    entry: Ref  # its name there, in quotation marks
    about: Ref
    does: str
    by: Ref | None = None  # what did it, on the page of something else
    see: tuple[Ref, ...] = ()  # the event that it made of what another leaves out, or that other
    keys: str = ""  # those of the entry that did it, where others did not


@dataclass(frozen=True, slots=True)
class Correction:
    """How a reader can correct what a page says: a file, ready YAML, the way into an editor, and what is in force."""

    file: str
    yaml: str
    href: str | None
    told: tuple[Told, ...] = ()
    there: str | None = None  # the file, where it has an entry of this name already
    named: Ref | None = None  # the page of the actor or place whose name a source has


@dataclass(frozen=True, slots=True)
class Strip:
    """A plot of reports or events over time, and what it shows in one sentence."""

    plot: Markup
    text: str
