"""What reading makes of a file: articles, their blocks, and spans, the join key of everything after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one text: ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What a block of an article is; captions, credits and boilerplate report nothing of the article's own."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    COMMENT = "comment"  # "Comment: Fort Russ reports on ...": an editor's line between the stories of a compilation
    CAPTION = "caption"
    CREDIT = "credit"  # "© Reuters / Handout"
    BOILERPLATE = "boilerplate"  # "Read more: ...", "Subscribe to our newsletter"


Appeared = tuple[date, datetime, str]
LATEST = datetime.max.replace(tzinfo=UTC)
SILENT = frozenset({BlockKind.CREDIT, BlockKind.BOILERPLATE})  # blocks in which nobody tells anything


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized piece of an article's text."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One file of the content folder; what it does not tell about itself is None, never made up."""

    id: str  # slug, unique among the articles, the page's address
    file: str  # path inside the content folder, with forward slashes
    title: str
    outlet: str | None
    date: date | None
    url: str | None
    language: str  # ISO 639-1
    text: str
    blocks: tuple[Block, ...]  # in text order, not overlapping; between them only white space
    titled: bool = True  # False: it has no title; ``title`` is a label made of the file's name
    time: time | None = None  # the hour on ``date``, with a zone only where one is told

    @property
    def appeared(self) -> Appeared:
        """Sorts articles as they appeared, as far as they tell; one without an hour stands behind those of its day."""
        day = self.date or date.max
        if self.time is None:
            return day, LATEST, self.id
        told = datetime.combine(day, self.time)
        return day, told.replace(tzinfo=told.tzinfo or UTC), self.id
