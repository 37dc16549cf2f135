"""Quotation marks, paired block by block; a stray one costs nothing but itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.model import Block, Span

# Marks that open only, close only, or do either, by family; marks of different families do not pair.
OPENING = {"“": "double", "«": "guillemet", "„": "double", "‟": "double", "``": "tex", "‘": "single", "‹": "guillemet"}
CLOSING = {"”": "double", "»": "guillemet", "’": "single", "›": "guillemet"}
EITHER = {'"': "straight", "''": "tex", "'": "ascii"}
SINGLE = {"single", "ascii"}  # families whose closing mark is also an apostrophe

MARK = re.compile(r"``|''|[“”«»„‟‘’‹›\"']")

# A transcript printed in quotation marks: the next paragraph names another speaker.
BYLINE = re.compile(r"\(?[A-Z][A-Z .'’-]+(?::|\)|$)")

# What may stand just before an opening mark, besides white space.
BEFORE_OPENING = '([{—–-―/:“‘"«'

# Below this many words a stretch between single marks is a possessive, a nickname or a quoted term.
SINGLE_WORDS = 3
# Punctuation that comes just before the closing single mark of quoted speech.
SPEECH_END = ".,!?…"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included; quotations inside quotations are part of the outer one."""

    span: Span
    continues: bool  # not closed at the end of its block, and the next block opens again


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order; without blocks the text is one."""
    spans = [b.span for b in blocks] or [Span(0, len(text))]
    found: list[Quotation] = []
    for i, span in enumerate(spans):
        following = spans[i + 1] if i + 1 < len(spans) else None
        found.extend(_in_block(text, span, following))
    return tuple(found)


def _in_block(text: str, span: Span, following: Span | None) -> list[Quotation]:
    """Double marks first: a stray apostrophe must not swallow a quotation; single ones may then enclose double ones."""
    marks = _marks(text, span)
    double = _paired(text, [m for m in marks if m.family not in SINGLE], span, following)
    single = _paired(text, [m for m in marks if m.family in SINGLE], span, None)
    outer = [q for q in single if all(q.span.contains(d.span) or not q.span.overlaps(d.span) for d in double)]
    inner = [d for d in double if not any(q.span.overlaps(d.span) for q in outer)]
    return sorted([*outer, *inner], key=lambda q: q.span)


def _paired(text: str, marks: list[_Mark], span: Span, following: Span | None) -> list[Quotation]:
    found: list[Quotation] = []
    opened: _Mark | None = None
    for mark in marks:
        if opened is None or _restarts(mark, opened):
            opened = mark if mark.opens else None
        elif mark.closes and _pairs(opened, mark) and _plausible(text, opened, mark):
            found.append(Quotation(Span(opened.start, mark.end), continues=False))
            opened = None
    if opened and following and _reopens(text, following, opened):
        found.append(Quotation(Span(opened.start, span.end), continues=True))
    return found


def _marks(text: str, span: Span) -> list[_Mark]:
    return [m for found in MARK.finditer(text, span.start, span.end) if (m := _mark(text, found, span))]


def _mark(text: str, found: re.Match[str], span: Span) -> _Mark | None:
    """One mark with what it may do here; None for an apostrophe."""
    start, end, mark = found.start(), found.end(), found.group()
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    at_start = before.isspace() or before in BEFORE_OPENING
    at_end = not after.isalnum()
    if mark in OPENING:
        family = OPENING[mark]
        return _Mark(start, end, family, opens=family not in SINGLE or at_start, closes=False)
    if mark in CLOSING:
        family = CLOSING[mark]
        return _Mark(start, end, family, opens=False, closes=True) if family not in SINGLE or at_end else None
    family = EITHER[mark]
    if family in SINGLE and at_start == at_end:
        return None
    if family in SINGLE and after.isdigit():  # the '90s
        return None
    undecided = at_start == at_end
    return _Mark(start, end, family, opens=at_start or undecided, closes=not at_start or undecided)


def _restarts(mark: _Mark, opened: _Mark) -> bool:
    """Whether an opening mark shows that the one before it was stray: the same family opens twice."""
    return mark.opens and not mark.closes and mark.family == opened.family and mark.family not in SINGLE


def _pairs(opened: _Mark, mark: _Mark) -> bool:
    """Marks pair within a family; typists also close a curly quotation with a straight mark."""
    return opened.family == mark.family or {opened.family, mark.family} == {"double", "straight"}


def _plausible(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Single marks enclose speech only when several words or an end of speech stand between them."""
    if opened.family not in SINGLE:
        return True
    inside = text[opened.end : mark.start]
    return inside[-1:] in SPEECH_END if len(inside.split()) < SINGLE_WORDS else inside[-1:].lower() != "s"


def _reopens(text: str, following: Span, opened: _Mark) -> bool:
    first = MARK.match(text, following.start, following.end)
    if not first or opened.family in SINGLE or BYLINE.match(text, first.end(), following.end):
        return False
    mark = _mark(text, first, following)
    return mark is not None and mark.opens and mark.family == opened.family
