"""Denials beside what they deny."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from according.digesting.record import Record
from according.digesting.statements import Groups
from according.digesting.wording import containment
from according.model import Claim

STANCE = "denies"
SHARED = 0.5  # share of a denial's content words that what it denies must hold
ENOUGH = 3  # content words


class Denial(NamedTuple):
    """A denial and the claims of others that it denies."""

    claim: Claim
    denied: tuple[Claim, ...]


def denials(record: Record, groups: Groups, claims: Sequence[Claim]) -> Iterator[Denial]:
    """Every denial for which somebody else is found who states what is denied."""
    for claim in claims:
        if claim.stance != STANCE:
            continue
        told = record.claims.get(claim.denies or "")
        denied = (told,) if told else tuple(c for c in claims if _is_denied(record, groups, claim, c))
        if denied:
            yield Denial(claim, denied)


def _is_denied(record: Record, groups: Groups, denial: Claim, claim: Claim) -> bool:
    """Whether another source states what a denial's content says."""
    speakers = groups.speaker[groups.of_claim[denial.id]], groups.speaker[groups.of_claim[claim.id]]
    if claim.stance == STANCE or speakers[0] == speakers[1] or _overlaps(denial, claim):
        return False
    words, other = record.words[denial.id], record.words[claim.id]
    if len(words.terms) < ENOUGH or words.negated != other.negated:
        return False
    shared = len(words.terms & other.terms) / len(words.terms)
    named = not words.names or containment(words.names, other.names | other.terms) >= SHARED
    return shared >= SHARED and named


def _overlaps(one: Claim, other: Claim) -> bool:
    """Whether two claims share words of one article: the outlet's sentence around a denial is no counterpart of it."""
    return one.article == other.article and any(a.overlaps(b) for a in one.content for b in other.content)
