"""How alike two stretches of text are: the cosine of their rarest names and words, less with other days and towns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from according.events.frequencies import TermFrequencies
from according.events.units import Unit
from according.linking.postings import postings

# Only the weightiest count, so that a long article and a short passage are measured alike.
MOST_WORDS, MOST_NAMES = 30, 20
NAMES_SHARE = 0.55  # two crashes share their words; their names tell them apart
RARITY_POWER = 1.5
TITLE_COUNT = 3  # a term of the title counts as often again; a term of the title alone counts nothing
FADING_DAYS = 365.0  # stories are told again months later, but the same words years later tell of another event
# Two attacks on one town in one week are two events: likeness is multiplied by this where both tell their day.
OTHER_DAY = 0.4
ELSEWHERE = 0.8  # and by this where both name towns, but none in common
MOMENTARY = frozenset({"attack", "strike", "clash", "accident"})
RECENT_DAYS = 45
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences that tell one story, as they are compared with others."""

    vector: Vector
    days: frozenset[date]  # the report's, and those told with their year: a copy may be dated long after them
    happened: tuple[str, date] | None  # a kind of event that is over in a day, and that day
    towns: frozenset[str]
    around: frozenset[str]  # the towns, and what they lie in below the country

    def fading(self, other: Stretch) -> float:
        """What part of their likeness is left by the days between them, and the places."""
        left = math.exp(-self.gap(other) / FADING_DAYS)
        if self.happened and other.happened and self.happened[0] == other.happened[0]:
            left *= OTHER_DAY if self.happened != other.happened else 1.0
        elsewhere = self.towns and other.towns and not (self.towns & other.around or other.towns & self.around)
        return left * (ELSEWHERE if elsewhere else 1.0)

    def gap(self, other: Stretch) -> int:
        """How many days lie between what the two report; none where one tells no day."""
        return min((abs((a - b).days) for a in self.days for b in other.days), default=0)


def stretch(
    units: Sequence[Unit], reported: date | None, title: Collection[str], frequencies: TermFrequencies
) -> Stretch:
    """What is compared of some sentences."""
    return Stretch(
        vector=vector(units, title, frequencies),
        days=frozenset(d for d in (reported, *(u.dated for u in units)) if d) if reported else frozenset(),
        happened=_happening(units, reported),
        towns=frozenset(t for u in units for t in u.towns),
        around=frozenset(a for u in units for a in u.around),
    )


def _happening(units: Sequence[Unit], reported: date | None) -> tuple[str, date] | None:
    """The first sentence that tells a momentary event and its day decides, unless it tells of long ago."""
    for unit in units:
        if unit.kind in MOMENTARY and unit.day and (reported is None or abs((reported - unit.day).days) <= RECENT_DAYS):
            return str(unit.kind), unit.day
    return None


def similarities(stretches: Sequence[Stretch]) -> Similarities:
    """All pairs that are at all alike, by their indexes, the smaller one first."""
    holding = postings([s.vector for s in stretches])
    found: Similarities = {}
    for i, one in enumerate(stretches):
        cosines = np.zeros(len(stretches))
        for term, weight in one.vector.items():
            rows, weights = holding[term]
            cosines[rows] += weight * weights
        cosines[: i + 1] = 0.0
        rows = np.flatnonzero(cosines > FAINTEST)
        for j, cosine in zip(rows.tolist(), cosines[rows].tolist(), strict=True):
            value = cosine * one.fading(stretches[j])
            if value > FAINTEST:
                found[i, j] = value
    return found
