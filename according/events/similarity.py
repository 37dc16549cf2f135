"""How alike two stretches of text are: the cosine of their rarest terms, fading with the days between them."""

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

MOST_TERMS = 40  # the weightiest; so that a long article and a short passage are measured alike
RARITY_POWER = 1.5
TITLE_COUNT = 2  # a term of the title counts as often again; a term of the title alone counts nothing
FADING_DAYS = 365.0  # stories are told again months later, but the same words years later tell of another event
FAINTEST = 0.02  # less alike than this is not alike

Vector = Mapping[str, float]
Similarities = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring sentences of one article that tell one story."""

    article: str
    units: tuple[Unit, ...]

    @property
    def key(self) -> tuple[str, int]:
        """What orders stretches whatever the order of the files."""
        return self.article, self.units[0].sentence


def vector(stretch: Stretch, title: Collection[str], frequencies: TermFrequencies) -> Vector:
    """The weights of a stretch's terms, those of its article's title more."""
    terms = [term for unit in stretch.units for term in unit.terms]
    return term_vector([*terms, *(TITLE_COUNT * [t for t in sorted(title) if t in set(terms)])], frequencies)


def term_vector(terms: Iterable[str], frequencies: TermFrequencies) -> Vector:
    """The weights of the weightiest terms, of length 1."""
    counts = Counter(terms)
    weights = [(_weight(n, frequencies.rarity(term)), term) for term, n in counts.items()]
    weights = sorted(weights, key=lambda w: (-w[0], w[1]))[:MOST_TERMS]
    length = math.sqrt(sum(w * w for w, _ in weights)) or 1.0
    return {term: w / length for w, term in weights}


def _weight(count: int, rarity: float) -> float:
    return (1.0 + math.log(count)) * math.pow(rarity, RARITY_POWER)


def similarities(vectors: Sequence[Vector], days: Sequence[date | None]) -> Similarities:
    """All pairs that are at all alike, by their indexes, the smaller one first."""
    postings = _postings(vectors)
    ordinals = np.array([d.toordinal() if d else 0 for d in days], dtype=np.float64)
    found: Similarities = {}
    for i, vec in enumerate(vectors):
        cosines = np.zeros(len(vectors))
        for term, weight in vec.items():
            rows, weights = postings[term]
            cosines[rows] += weight * weights
        cosines[: i + 1] = 0.0
        rows = np.flatnonzero(cosines > FAINTEST)
        gaps = np.where((ordinals[rows] > 0) & (ordinals[i] > 0), np.abs(ordinals[rows] - ordinals[i]), 0.0)
        for j, value in zip(rows.tolist(), (cosines[rows] * np.exp(-gaps / FADING_DAYS)).tolist(), strict=True):
            if value > FAINTEST:
                found[i, j] = value
    return found


def _postings(vectors: Sequence[Vector]) -> dict[str, tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]]:
    """By term: which vectors hold it, and with what weight."""
    lists: dict[str, tuple[list[int], list[float]]] = {}
    for i, vec in enumerate(vectors):
        for term, weight in vec.items():
            rows, weights = lists.setdefault(term, ([], []))
            rows.append(i)
            weights.append(weight)
    return {t: (np.array(rows, dtype=np.intp), np.array(weights)) for t, (rows, weights) in lists.items()}
