"""How alike two stretches of text are: the cosine of their rarest names and words, fading with the days between."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from according.events.frequencies import TermFrequencies
from according.events.units import Unit

# Only the weightiest count, so that a long article and a short passage are measured alike.
MOST_WORDS, MOST_NAMES = 30, 20
BOTH_SHARE = 0.5
NAMES_SHARE = 0.55  # two crashes share their words; their names tell them apart
RARITY_POWER = 1.5
TITLE_COUNT = 2  # a term of the title counts as often again; a term of the title alone counts nothing
FADING_DAYS = 365.0  # stories are told again months later, but the same words years later tell of another event
# Two attacks on one town in one week are two events: likeness is multiplied by this where both tell their day.
OTHER_DAY = 0.4
MOMENTARY = frozenset({"attack", "strike", "clash", "accident"})
RECENT_DAYS = 45
FAINTEST = 0.02  # less alike than this is not alike

Vector = Mapping[str, float]
Similarities = dict[tuple[int, int], float]
Postings = dict[str, tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]]


def _vectors(units: Iterable[Unit], title: Collection[str], frequencies: TermFrequencies) -> tuple[Vector, Vector]:
    """The weights of the names and of the other words of some sentences, those of their article's title more."""
    told = list(units)
    counts = Counter(term for unit in told for term in unit.terms)
    for term in title:
        if term in counts:
            counts[term] += TITLE_COUNT
    names = {n for unit in told for n in unit.names}
    return (
        _normal({t: n for t, n in counts.items() if t in names}, MOST_NAMES, frequencies),
        _normal({t: n for t, n in counts.items() if t not in names}, MOST_WORDS, frequencies),
    )


def term_vector(terms: Iterable[str], frequencies: TermFrequencies) -> Vector:
    """The weights of terms without regard to what they are, of length 1."""
    return _normal(Counter(terms), MOST_WORDS, frequencies)


def _normal(counts: Mapping[str, int], most: int, frequencies: TermFrequencies) -> Vector:
    """The weightiest terms, of length 1."""
    weights = [(_weight(n, frequencies.rarity(term)), term) for term, n in counts.items()]
    weights = sorted(weights, key=lambda w: (-w[0], w[1]))[:most]
    length = math.sqrt(sum(w * w for w, _ in weights)) or 1.0
    return {term: w / length for w, term in weights}


def _weight(count: int, rarity: float) -> float:
    return (1.0 + math.log(count)) * math.pow(rarity, RARITY_POWER)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences that tell one story, as they are compared with others."""

    names: Vector
    words: Vector
    reported: date | None
    happened: tuple[str, date] | None  # a kind of event that is over in a day, and that day

    def fading(self, other: Stretch) -> float:
        """What part of their likeness is left by the days between them."""
        gap = abs((self.reported - other.reported).days) if self.reported and other.reported else 0
        left = math.exp(-gap / FADING_DAYS)
        if self.happened and other.happened and self.happened[0] == other.happened[0]:
            left *= OTHER_DAY if self.happened != other.happened else 1.0
        return left


def stretch(
    units: Sequence[Unit], reported: date | None, title: Collection[str], frequencies: TermFrequencies
) -> Stretch:
    """What is compared of some sentences."""
    return Stretch(*_vectors(units, title, frequencies), reported, _happening(units, reported))


def _happening(units: Sequence[Unit], reported: date | None) -> tuple[str, date] | None:
    """The first sentence that tells a momentary event and its day decides, unless it tells of long ago."""
    for unit in units:
        if unit.kind in MOMENTARY and unit.day and (reported is None or abs((reported - unit.day).days) <= RECENT_DAYS):
            return str(unit.kind), unit.day
    return None


def similarities(stretches: Sequence[Stretch]) -> Similarities:
    """All pairs that are at all alike, by their indexes, the smaller one first."""
    of_names, of_words = _postings([s.names for s in stretches]), _postings([s.words for s in stretches])
    found: Similarities = {}
    for i, one in enumerate(stretches):
        names, words = _cosines(one.names, of_names, len(stretches)), _cosines(one.words, of_words, len(stretches))
        likeness = (1 - BOTH_SHARE) * (NAMES_SHARE * names + (1 - NAMES_SHARE) * words) + BOTH_SHARE * np.sqrt(
            names * words
        )
        likeness[: i + 1] = 0.0
        rows = np.flatnonzero(likeness > FAINTEST)
        for j, value in zip(rows.tolist(), likeness[rows].tolist(), strict=True):
            faded = value * one.fading(stretches[j])
            if faded > FAINTEST:
                found[i, j] = faded
    return found


def _cosines(vec: Vector, postings: Postings, count: int) -> npt.NDArray[np.float64]:
    cosines = np.zeros(count)
    for term, weight in vec.items():
        rows, weights = postings[term]
        cosines[rows] += weight * weights
    return cosines


def _postings(vectors: Sequence[Vector]) -> Postings:
    """By term: which vectors hold it, and with what weight."""
    lists: dict[str, tuple[list[int], list[float]]] = {}
    for i, vec in enumerate(vectors):
        for term, weight in vec.items():
            rows, weights = lists.setdefault(term, ([], []))
            rows.append(i)
            weights.append(weight)
    return {t: (np.array(rows, dtype=np.intp), np.array(weights)) for t, (rows, weights) in lists.items()}
