"""Article text with marks in it: overlapping spans become elements that nest correctly, and the text stays the text.

What a browser reports as the text of the marked article is the article's text, character for character.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup, escape

from according.model import Span

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One element around a span; where it has to be cut, ``once`` stands on its first piece only (an id)."""

    span: Span
    rank: int  # lower ranks lie outside higher ones
    tag: str = "span"
    attributes: Attributes = ()
    once: Attributes = ()


def mark(text: str, span: Span, marks: Iterable[Mark]) -> Markup:
    """The text at a span as HTML; marks that overlap without nesting are closed and opened again."""
    kept = _clipped(marks, span)
    if not kept:
        return escape(text[span.start : span.end])
    cuts = sorted({span.start, span.end, *(m.span.start for m in kept), *(m.span.end for m in kept)})
    writer = _Writer()
    waiting = sorted(kept, key=lambda m: m.span.start, reverse=True)
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        active = [m for m in active if m.span.end > start]
        while waiting and waiting[-1].span.start == start:
            active.append(waiting.pop())
        active.sort(key=_outermost)
        writer.nest(active)
        writer.out.append(str(escape(text[start:end])))
    writer.nest([])
    return Markup("".join(writer.out))  # noqa: S704 - every piece of text in it went through escape()


def disjoint(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks of which no two overlap: the longer wins, then the earlier. For links, which must not hold each other."""
    kept: list[Mark] = []
    for m in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or m.span.start >= kept[-1].span.end:
            kept.append(m)
        elif m.span.end - m.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = m  # what stood before it ended before the shorter one, so it still does
    return tuple(kept)


def pieces(text: str, spans: tuple[Span, ...], marks: tuple[Mark, ...] = ()) -> Markup:
    """The words at several spans, marked, with an ellipsis for what was left out between them."""
    return Markup(" … ").join(mark(text, span, (m for m in marks if m.span.overlaps(span))) for span in spans)


def _clipped(marks: Iterable[Mark], span: Span) -> list[Mark]:
    out = []
    for m in marks:
        if span.contains(m.span):
            out.append(m)
        elif m.span.overlaps(span):
            inside = Span(max(m.span.start, span.start), min(m.span.end, span.end))
            out.append(Mark(inside, m.rank, m.tag, m.attributes, m.once if inside.start == m.span.start else ()))
    return [m for m in out if m.span.start < m.span.end]


def _outermost(m: Mark) -> tuple[int, int, int, Attributes]:
    return m.rank, m.span.start - m.span.end, m.span.start, m.attributes


class _Writer:
    """Keeps the elements that are open while the text is written out."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._open: list[Mark] = []
        self._begun: set[int] = set()

    def nest(self, wanted: list[Mark]) -> None:
        """Close and open elements until exactly the wanted ones are open, in their order."""
        same = 0
        while same < min(len(wanted), len(self._open)) and self._open[same] is wanted[same]:
            same += 1
        for m in reversed(self._open[same:]):
            self.out.append(f"</{m.tag}>")
        for m in wanted[same:]:
            self.out.append(self._start_tag(m))
        self._open = list(wanted)

    def _start_tag(self, m: Mark) -> str:
        if not m.once or id(m) in self._begun:
            return _start_tag(m.tag, m.attributes)
        self._begun.add(id(m))
        return _start_tag(m.tag, m.once + m.attributes)


@lru_cache(maxsize=4096)  # the same links and classes come again and again
def _start_tag(tag: str, attributes: Attributes) -> str:
    return f"<{tag}" + "".join(f' {name}="{escape(value)}"' for name, value in attributes) + ">"
