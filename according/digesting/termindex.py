"""Finding the sets of words that overlap enough with one, without looking at all others."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from according.digesting.wording import overlap

ROUNDING = 1e-9


class TermIndex:
    """Sets of terms, numbered as they are added.

    Sets that share a part of their terms share one of the rarest of either, so only these are looked up (prefix
    filtering; Chaudhuri, Ganti and Kaushik 2006). Nothing that overlaps enough is missed.
    """

    def __init__(self, all_terms: Iterable[frozenset[str]]) -> None:
        self._spread = Counter(term for terms in all_terms for term in terms)
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        self._sets: list[frozenset[str]] = []

    def add(self, terms: frozenset[str], least: float) -> list[int]:
        """Number a set; returns the sets before it that overlap with it at least so much, in their order."""
        found = self.find(terms, least)
        for term in terms:
            self._holding[term].append(len(self._sets))
        self._sets.append(terms)
        return found

    def find(self, terms: frozenset[str], least: float) -> list[int]:
        """The numbers of the sets that overlap with one at least so much, in their order."""
        common = max(1, math.ceil(least * len(terms) - ROUNDING))  # so many terms must be shared
        rarest = sorted(terms, key=lambda term: (self._spread[term], term))[: len(terms) - common + 1]
        candidates = {i for term in rarest for i in self._holding.get(term, ())}
        return sorted(i for i in candidates if overlap(terms, self._sets[i]) >= least - ROUNDING)
