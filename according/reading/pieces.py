"""Pieces of a formatted file put together into one plain text, with a blank line between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.model import BlockKind, Span
from according.reading.blocks import Stretch, cut
from according.reading.draft import Text

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that a format sets apart, with the kind of block that it says they are."""

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH


def assembled(pieces: Iterable[Piece]) -> Text:
    """The text of all pieces that hold words, and its blocks."""
    words: list[str] = []
    stretches: list[Stretch] = []
    start = 0
    for piece in pieces:
        if stripped := "\n".join(line.strip() for line in piece.words.strip().splitlines()):
            stretches.append(Stretch(Span(start, start + len(stripped)), piece.kind))
            words.append(stripped)
            start += len(stripped) + len(BETWEEN)
    text = BETWEEN.join(words)
    return Text(text, cut(text, stretches))
