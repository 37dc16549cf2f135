"""An article's text cut into blocks, each with its kind: paragraphs, headings, captions, credits and the rest.

Offsets are into the text as it is; nothing is taken from it or added to it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from according.model import Block, BlockKind, Span
from according.reading.kinds import FULL_DATE, kind_of_words
from according.reading.lines import DASHED, LIST_MARK, SENTENCE_END, joined, lines_of, stretches_of, wrap_width

LONGEST_HEADING = 90  # characters
LONGEST_CAPTION = 300
# A gallery has at least so many pictures, and each caption opens with at least so many words of its name.
LEAST_PICTURES, GALLERY_NAME = 4, 5
ENDS_IN_DATE = re.compile(rf"{FULL_DATE}\.?$")
SPEAKER = re.compile(r"[A-Z][A-Z .'’-]+:")  # "SMITH: And then?", a line of an interview
SILENT = (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE, BlockKind.COMMENT)


class Stretch(NamedTuple):
    """A part of a text that the file's format sets apart; one or more blocks."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH


def plain_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    return cut(text, [Stretch(span) for span in stretches_of(text)])


def cut(text: str, stretches: Sequence[Stretch]) -> tuple[Block, ...]:
    """The blocks of a text whose stretches are known."""
    lines = [lines_of(text, s.span) for s in stretches]
    width = wrap_width(text, [ls for s, ls in zip(stretches, lines, strict=True) if s.kind is BlockKind.PARAGRAPH])
    blocks = [
        Block(span, _by_words(span.of(text), stretch.kind))
        for stretch, of_stretch in zip(stretches, lines, strict=True)
        for span in joined(text, of_stretch, width)
    ]
    return _headings(text, _gallery(text, _captions(text, blocks)))


def _by_words(words: str, given: BlockKind) -> BlockKind:
    """The kind of a block by its own words, where the format does not say more than "paragraph"."""
    kind = kind_of_words(words)
    if kind is not None and given is not BlockKind.CAPTION:
        return kind
    if DASHED.fullmatch(words):
        return BlockKind.HEADING
    if given is BlockKind.PARAGRAPH and LIST_MARK.match(words):
        return BlockKind.LIST_ITEM
    return given


def _captions(text: str, blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with a line beside a credit that ends in a full date, as agencies' captions do, made a caption."""
    made = list(blocks)
    for i, block in enumerate(made):
        beside = [made[j].kind for j in (i - 1, i + 1) if 0 <= j < len(made)]
        words = block.span.of(text)
        if (
            block.kind is BlockKind.PARAGRAPH
            and BlockKind.CREDIT in beside
            and len(words) <= LONGEST_CAPTION
            and ENDS_IN_DATE.search(words)
        ):
            made[i] = Block(block.span, BlockKind.CAPTION)
    return made


def _gallery(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with paragraphs in a row that open with the same words, the name of a gallery, made captions."""
    made: list[Block] = []
    for opening, run in groupby(blocks, key=lambda b: _opening(b, text)):
        found = list(run)
        gallery = bool(opening) and len(found) >= LEAST_PICTURES
        made += [Block(b.span, BlockKind.CAPTION) for b in found] if gallery else found
    return made


def _opening(block: Block, text: str) -> tuple[str, ...]:
    """The first words of a paragraph that goes on after them; nothing of other blocks."""
    words = block.span.of(text).split(maxsplit=GALLERY_NAME)
    return tuple(words[:GALLERY_NAME]) if block.kind is BlockKind.PARAGRAPH and len(words) > GALLERY_NAME else ()


def _headings(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with short lines that stand over a paragraph made headings."""
    return tuple(
        Block(block.span, BlockKind.HEADING) if _is_heading(text, blocks, i) else block
        for i, block in enumerate(blocks)
    )


def _is_heading(text: str, blocks: Sequence[Block], i: int) -> bool:
    """Whether a line between two finished paragraphs reads like a heading: short, capitalized, without a full stop."""
    block, words = blocks[i], blocks[i].span.of(text)
    if block.kind is not BlockKind.PARAGRAPH or not 0 < i < len(blocks) - 1 or len(words) > LONGEST_HEADING:
        return False
    before, after = blocks[i - 1], blocks[i + 1]
    return (
        after.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
        and bool(SENTENCE_END.search(after.span.of(text)[-10:]))
        and (before.kind in SILENT or bool(SENTENCE_END.search(before.span.of(text)[-10:])))
        and (words[0].isupper() or words[0].isdigit())
        and not SENTENCE_END.search(words.rstrip("?"))
        and not SPEAKER.match(words)
    )
