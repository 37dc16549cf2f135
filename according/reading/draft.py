"""What one file tells of itself, before it is an article among others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from according.errors import Problem
from according.model import Block


@dataclass(frozen=True, slots=True)
class Facts:
    """What a part of a file (front matter, the page, the file name) says of the article; None is not said."""

    title: str | None = None
    outlet: str | None = None
    date: date | None = None
    url: str | None = None
    language: str | None = None
    time: time | None = None  # of ``date``

    def or_else(self, other: Facts) -> Facts:
        """These facts, and the other's where these say nothing."""
        return Facts(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            date=self.date or other.date,
            url=self.url or other.url,
            language=self.language or other.language,
            time=self.time if self.date else other.time,
        )


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file and its blocks."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One file, read."""

    facts: Facts
    text: Text
    problems: tuple[Problem, ...] = ()
    stated: bool = False  # it has front matter
