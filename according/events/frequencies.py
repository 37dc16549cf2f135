"""How common terms are in news, frozen: the user's own articles never change it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

COUNTS_FILE = Path(__file__).with_name("term_counts.tsv")
# What a term that the table lacks counts: half of what the rarest rows do.
UNSEEN_DOCUMENTS, UNSEEN_OCCURRENCES = 25, 15


@dataclass(frozen=True, slots=True)
class TermFrequencies:
    """Document and occurrence counts of a reference collection."""

    documents: int
    occurrences: int
    of_term: Mapping[str, tuple[int, int]]  # documents, occurrences

    def rarity(self, term: str) -> float:
        """Inverse document frequency (Spärck Jones 1972)."""
        documents, _ = self.of_term.get(term, (UNSEEN_DOCUMENTS, 0))
        return math.log(self.documents / documents)

    def probability(self, term: str) -> float:
        """How likely a content word of any article is to be this term."""
        _, occurrences = self.of_term.get(term, (0, UNSEEN_OCCURRENCES))
        return occurrences / self.occurrences


@cache
def load_frequencies() -> TermFrequencies:
    """The table that is shipped."""
    documents = occurrences = 0
    of_term: dict[str, tuple[int, int]] = {}
    for line in COUNTS_FILE.read_text("utf8").splitlines():
        term, *counts = line.split("\t")
        if len(counts) != 2:
            continue
        if term == "#":
            documents, occurrences = int(counts[0]), int(counts[1])
        else:
            of_term[term] = (int(counts[0]), int(counts[1]))
    return TermFrequencies(documents, occurrences, of_term)
