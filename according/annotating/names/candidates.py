"""Candidates for names: stretches of tokens that some rule takes for a name, and which of them stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from according.model import Label


class Strength(IntEnum):
    """How far a rule is to be believed; of two that overlap the stronger stands."""

    GUESS = 0  # the shape alone
    MODEL = 10  # the language model
    KNOWN = 11  # the world's list of names; like the model's, since "Fars" may be part of "Fars Province"
    WORDS = 20  # the name's own words ("Ministry", "Brigade")
    CUE = 30  # the words around it ("village of", "Col.")

    @property
    def tier(self) -> int:
        """What decides before length does."""
        return self // 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """``doc[start:end]`` may be a name."""

    start: int
    end: int
    label: Label
    evidence: str
    strength: Strength = Strength.MODEL

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Candidate) -> bool:
        """Whether the other lies inside this one and is shorter."""
        return self.start <= other.start and other.end <= self.end and self.size > other.size

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.end - self.start


def _rank(candidate: Candidate) -> tuple[int, int, int, int, str, str]:
    c = candidate
    return (-c.strength.tier, -c.size, -c.strength, c.start, c.label, c.evidence)


def settle(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that stand, in text order, none overlapping: the stronger before the longer before the earlier."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        if not any(candidate.overlaps(other) for other in kept):
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda c: c.start))
