"""Spans in the order of a text: those that touch a stretch are found without going through all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from according.model import Span


class Stretches:
    """Spans that are sorted by their starts; they may lie inside one another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))  # how far those up to here go

    def touching(self, stretches: Iterable[Span]) -> list[int]:
        """The indexes of the spans that share a character with one of the stretches, in order."""
        return sorted({i for stretch in stretches for i in self._touching(stretch)})

    def _touching(self, stretch: Span) -> Iterable[int]:
        first, end = bisect_right(self._reach, stretch.start), bisect_left(self._starts, stretch.end)
        return (i for i in range(first, end) if self._spans[i].overlaps(stretch))
