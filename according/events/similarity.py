"""How alike two stretches of text are: the cosine of their rarest names and words, fading with the days between."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from according.events.frequencies import TermFrequencies
from according.events.units import Unit

# Only the weightiest count, so that a long article and a short passage are measured alike.
MOST_WORDS, MOST_NAMES = 30, 20
NAMES_SHARE = 0.55  # two crashes share their words; their names tell them apart
RARITY_POWER = 1.5
TITLE_COUNT = 2  # a term of the title counts as often again; a term of the title alone counts nothing
FADING_DAYS = 365.0  # stories are told again months later, but the same words years later tell of another event
FAINTEST = 0.02  # less alike than this is not alike

Vector = Mapping[str, float]
Similarities = dict[tuple[int, int], float]


def vector(units: Iterable[Unit], title: Collection[str], frequencies: TermFrequencies) -> Vector:
    """The weights of the terms of some sentences, those of their article's title more; of length 1.

    Names and other words are weighed apart, so that neither drowns the other.
    """
    told = list(units)
    counts = Counter(term for unit in told for term in unit.terms)
    for term in title:
        if term in counts:
            counts[term] += TITLE_COUNT
    names = {n for unit in told for n in unit.names}
    of_names = _normal({t: n for t, n in counts.items() if t in names}, MOST_NAMES, frequencies)
    of_words = _normal({t: n for t, n in counts.items() if t not in names}, MOST_WORDS, frequencies)
    share = NAMES_SHARE if of_names and of_words else float(bool(of_names))
    parts = ((math.sqrt(share), of_names), (math.sqrt(1 - share), of_words))
    return {term: scale * weight for scale, part in parts for term, weight in part.items()}


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
        faded = cosines[rows] * np.exp(-gaps / FADING_DAYS)
        found.update(
            ((i, j), value) for j, value in zip(rows.tolist(), faded.tolist(), strict=True) if value > FAINTEST
        )
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
