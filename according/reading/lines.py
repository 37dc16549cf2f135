"""Lines put back together: where a text was wrapped by hand, and where each line is a paragraph of its own.

News files mostly hold one paragraph a line; mails and old pages hold lines of some seventy characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from according.model import Span

WIDEST = 100  # characters; a text with longer lines was not wrapped by hand
NARROWEST = 45
RAGGED = 8  # characters that a line may be short of the width although the next word would have fitted
ENOUGH = 0.6  # share of the inner lines that must be full; the others end paragraphs

LINE = re.compile(r"[^\r\n]+")
LINE_END = re.compile(r"\r\n|\n|\r")
LIST_MARK = re.compile(r"(?:[•●▪‣◦·*+–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
DASHED = re.compile(r"[-–—] .{1,80} [-–—]\.?")  # "- 'Will not quit' -", an agency's way to set a heading
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]»]*$")
DANGLING = re.compile(  # a line that ends so goes on in the next, whatever that starts with
    r"(?:,|\s[-–—]|\b(?:an?|the|of|and|or|but|nor|in|on|at|to|for|by|with|from|as|that|than|which|who|whose|is|are|was|"
    r"were|be|been|has|have|had|will|would|said|says|its|his|her|their|our|this|these|those|not|near|between|against))$",
    re.IGNORECASE,
)


def lines_of(text: str, within: Span) -> list[Span]:
    """The lines of a stretch that are not blank, without the white space around them."""
    lines = (_stripped(text, Span(*m.span())) for m in LINE.finditer(text, within.start, within.end))
    return [line for line in lines if line.start < line.end]


def stretches_of(text: str) -> list[Span]:
    """The stretches of a text between its blank lines."""
    stretches: list[Span] = []
    for line in lines_of(text, Span(0, len(text))):
        if stretches and len(LINE_END.findall(text, stretches[-1].end, line.start)) == 1:
            stretches[-1] = Span(stretches[-1].start, line.end)
        else:
            stretches.append(line)
    return stretches


def wrap_width(text: str, stretches: Iterable[Sequence[Span]]) -> int | None:
    """The width that a text was wrapped at by hand; None when its lines end where its paragraphs end."""
    pairs = [pair for lines in stretches for pair in pairwise(lines)]
    lengths = [line.end - line.start for pair in pairs for line in pair if " " in line.of(text)]
    width = max(lengths, default=0)
    if not NARROWEST <= width <= WIDEST or len(pairs) < 3:
        return None
    full = sum(_full(text, line, following, width) for line, following in pairs)
    return width if full >= ENOUGH * len(pairs) else None


def joined(text: str, lines: Sequence[Span], width: int | None) -> Iterator[Span]:
    """The lines of one stretch, those that belong to one paragraph joined."""
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or not _goes_on(text, lines[i - 1], lines[i], width):
            yield Span(lines[start].start, lines[i - 1].end)
            start = i


def _goes_on(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    words, start = line.of(text), following.of(text)
    if LIST_MARK.match(start) or DASHED.fullmatch(words):
        return False
    if width and _full(text, line, following, width):
        return True
    if SENTENCE_END.search(words[-10:]):
        return False
    return start[0].islower() or bool(DANGLING.search(words[-20:]))


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    first = following.of(text)[:WIDEST].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first) > width - RAGGED


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
