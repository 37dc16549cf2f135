"""Articles are split where the story changes.

Each stretch of sentences is scored by how well its words predict one another: a Dirichlet compound multinomial over the
terms, against their frequencies in general (Utiyama & Isahara 2001; Eisenstein & Barzilay 2008). The best sequence of
stretches is found by dynamic programming.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from according.events.frequencies import TermFrequencies
from according.events.units import Unit

PRIOR = 50.0  # terms: how long a stretch must be before its own words outweigh those of news in general
CHANGE_COST = 3.0  # nats: what a new story must explain better
LEANING_COST = 1.0  # nats more where a sentence opens with "It" or "The attack"
LONGEST = 60  # sentences; a longer story is cut, and put together again with its kind


def change_cost(unit: Unit, base: float = CHANGE_COST) -> float:
    """What it costs to begin another story with this sentence."""
    return base + (LEANING_COST if unit.leans_back else 0.0) - unit.break_bonus


def split(units: Sequence[Unit], frequencies: TermFrequencies) -> tuple[tuple[int, int], ...]:
    """The first and last-but-one index of each story of an article, in order."""
    best = [0.0] + [-math.inf] * len(units)
    back = [0] * (len(units) + 1)
    surprise = {t: 1.0 / (frequencies.probability(t) * PRIOR) for u in units for t in u.terms}
    for start in range(len(units)):
        begin = best[start] - (change_cost(units[start]) if start else 0.0)
        for end, gain in enumerate(_gains(units[start : start + LONGEST], surprise), start + 1):
            if begin + gain > best[end]:
                best[end], back[end] = begin + gain, start
    return tuple(_walk(back))


def _gains(units: Sequence[Unit], surprise: Mapping[str, float]) -> Iterator[float]:
    """After each sentence, how much better the stretch so far predicts itself than news in general does.

    A term seen before in the stretch gains by its rarity; every term loses by the words already spent.
    """
    seen: dict[str, int] = {}
    total, gain = 0, 0.0
    for unit in units:
        for term in unit.terms:
            count = seen.get(term, 0)
            if count:
                gain += math.log1p(count * surprise[term])
            seen[term] = count + 1
        gain -= _spent(total, total + len(unit.terms))
        total += len(unit.terms)
        yield gain


def _spent(first: int, last: int) -> float:
    """What the terms from the first to the last of a stretch lose to those before them."""
    return math.lgamma(PRIOR + last) - math.lgamma(PRIOR + first) - (last - first) * math.log(PRIOR)


def _walk(back: list[int]) -> list[tuple[int, int]]:
    stretches = []
    end = len(back) - 1
    while end:
        stretches.append((back[end], end))
        end = back[end]
    return stretches[::-1]
