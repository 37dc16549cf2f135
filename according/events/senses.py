"""Passages in other words: what their words mean, told by a row of numbers for each word, may join what shares none.

The table comes from a small encoder that knew each word by itself (``training/distil_senses.py``); it is frozen, as the
frequencies of terms are. Only short passages gain: a long one has words enough, and where each of two is what the title
of its article is about, their words have told already whether they meet.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from according.events.frequencies import TermFrequencies, load_frequencies
from according.events.similarity import Similarities, Stretch
from according.events.units import HARD_BREAK, Unit

TABLE = Path(__file__).with_name("term_senses.npy")  # a row of small whole numbers for each term of term_counts.tsv
LEAST_ALIKE = 0.4  # from there on words mean much the same
SHARE = 0.25  # how much passages that mean the same are more alike than their words
SHORT = 40.0  # terms: the longer the shorter of two passages is than this, the less it gains
WINDOW = 2  # sentences before and after a place where a story may begin
USUAL = 0.2  # how alike neighbouring sentences of two stories and of one are half-way between
TURN = 6.0  # nats: how much less likely a story begins between sentences that mean the same
DIGITS = 5  # of a cosine; the rest depends on the machine

Rows = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Senses:
    """What terms mean: for each term that is known its row."""

    index: Mapping[str, int]
    rows: npt.NDArray[np.int8]

    def of(self, stretches: Sequence[Sequence[Unit]], frequencies: TermFrequencies) -> Rows:
        """A row of length 1 for each stretch, of nothing where no word is known."""
        return np.array([self._row(told, frequencies) for told in stretches])

    def _row(self, told: Sequence[Unit], frequencies: TermFrequencies) -> npt.NDArray[np.float64]:
        """The rarer and the more frequent words count more; names count nothing, since they mean nothing."""
        names = {n for unit in told for n in unit.names}
        counts = Counter(t for unit in told for t in unit.terms if t not in names and t in self.index)
        row = np.zeros(self.rows.shape[1])
        for term, count in sorted(counts.items()):
            row += (1.0 + math.log(count)) * frequencies.rarity(term) * self.rows[self.index[term]]
        return row / max(float(np.linalg.norm(row)), 1e-9)


@cache
def load_senses() -> Senses:
    """The table that is shipped."""
    terms = sorted(load_frequencies().of_term)
    return Senses({term: i for i, term in enumerate(terms)}, np.load(TABLE))


def mark_shifts(told: Sequence[Unit], frequencies: TermFrequencies, senses: Senses) -> tuple[Unit, ...]:
    """The sentences of an article, a story likelier to begin where other things are meant before than after."""

    def marked(index: int, unit: Unit) -> Unit:
        before, after = senses.of((told[max(0, index - WINDOW) : index], told[index : index + WINDOW]), frequencies)
        if unit.break_bonus == HARD_BREAK or not (before.any() and after.any()):
            return unit
        return replace(unit, break_bonus=unit.break_bonus + TURN * (USUAL - round(float(before @ after), DIGITS)))

    return tuple(marked(i, u) if i else u for i, u in enumerate(told))


def add_senses(
    alike: Similarities,
    stretches: Sequence[Sequence[Unit]],
    compared: Sequence[Stretch],
    titled: Sequence[bool],
    rows: Rows,
) -> Similarities:
    """The likenesses of stretches by their words, with what is added where other words mean the same.

    ``titled`` tells which stretches the titles of their articles are about, ``rows`` what each means.
    """
    found = dict(alike)
    lengths = np.array([max(1, sum(len(u.terms) for u in told)) for told in stretches], dtype=float)
    untitled = ~np.array(titled, dtype=bool)
    for i in range(len(stretches) - 1):
        rest = slice(i + 1, None)
        cosines = np.round(rows[rest] @ rows[i], DIGITS)
        gains = (cosines - LEAST_ALIKE) / (1 - LEAST_ALIKE) * SHARE
        gains *= np.minimum(1.0, SHORT / np.minimum(lengths[rest], lengths[i]))
        gain = (gains > 0) & (untitled[rest] | untitled[i])
        for j in (np.flatnonzero(gain) + i + 1).tolist():
            found[i, j] = found.get((i, j), 0.0) + float(gains[j - i - 1]) * compared[i].fading(compared[j])
    return found
