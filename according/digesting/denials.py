"""Denials beside what they deny."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from according.digesting.record import Record
from according.digesting.statements import Groups
from according.digesting.wording import WORD, containment, stem, stems
from according.model import Claim

STANCE = "denies"
SHARED = 0.75  # share of a denial's content words that what it denies must hold
ENOUGH = 3  # content words
TAKEN_UP = 600  # characters back to the claim that "the accusations" can mean
LONGER = 3  # how many times as many content words what is denied may have
# "Denied" and the like are about truth; "rejected" is so only of a claim: an offer that is rejected is not denied.
DENIES = re.compile(
    r"\b(?:den(?:y|ied|ies|ying|ials?)|refut\w+|disput\w+|disagree\w*|contradict\w+|rebut\w*|debunk\w*)\b",
    re.IGNORECASE,
)
SAID = (
    r"(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|rumou?rs?|account|assessments?"
    r"|characteri[sz]ations?|conclusions?|version|view)\b"
)
CLAIMED = re.compile(rf"\b{SAID}", re.IGNORECASE)
# "That assessment" is what was said last, whoever it is about; "the accusations" may be any.
POINTS_BACK = re.compile(rf"\W*(?:that|this|those|these|such)\s+(?:[\w’'-]+\s+)?{SAID}\W*", re.IGNORECASE)
# Stances in which somebody states what another can deny.
STATING = frozenset("says claims accuses finds shows confirms estimates argues suggests warns believes".split())
# "The claim is largely unsupported": said of what somebody claimed just before, by the verb that goes with the noun.
CALLED_FALSE = re.compile(
    r"\W*(?:that\s+)?(?:the|these|those|this|such|all|its|their|his|her)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?P<noun>claim|allegation|accusation|report|assertion|suggestion)s?\s+(?:is|are|was|were)\s+(?:\w+ly\s+|all\s+)?"
    r"(?:false|untrue|unsupported|baseless|unfounded|groundless|fabricated|incorrect|nonsense|lies|a\s+lie|fake"
    r"|exaggerated|without\s+(?:any\s+)?(?:foundation|basis|merit))\b",
    re.IGNORECASE,
)
VERBS = {
    "claim": "claim", "allegation": "allege", "accusation": "accuse", "report": "report", "assertion": "assert",
    "suggestion": "suggest",
}  # fmt: skip
CONDITION = re.compile(r"\W*(?:if|whether|unless)\b", re.IGNORECASE)


class Denial(NamedTuple):
    """A denial and the claims of others that it denies."""

    claim: Claim
    denied: tuple[Claim, ...]


def denials(record: Record, groups: Groups, claims: Sequence[Claim]) -> Iterator[Denial]:
    """Every denial for which somebody else is found who states what is denied."""
    for claim in claims:
        if (called := CALLED_FALSE.match(record.words[claim.id].text)) and claim.cue:
            meant = _meant(record, groups, claim, VERBS[called["noun"].lower()], claims)
            if meant:
                yield Denial(claim, (meant,))
            continue
        if not is_denial(record, claim):
            continue
        told = record.claims.get(claim.denies or "")
        denied = tuple(c for c in claims if _is_denied(record, groups, claim, c))
        if not denied and told and _is_taken_up(record, groups, claim, told):
            denied = (told,)
        if denied:
            yield Denial(claim, denied)


def is_denial(record: Record, claim: Claim) -> bool:
    """Whether a claim denies that something is true."""
    if claim.stance != STANCE:
        return False
    text = record.linked.articles[claim.article].text
    cue = " ".join(s.of(text) for s in claim.cue)
    return bool(DENIES.search(cue) or CLAIMED.search(record.words[claim.id].text))


def _meant(record: Record, groups: Groups, denial: Claim, verb: str, claims: Sequence[Claim]) -> Claim | None:
    """The claim of another source just before that was made with a verb: "has claimed" for "the claim"."""
    text = record.linked.articles[denial.article].text
    speaker = groups.speaker[groups.of_claim[denial.id]]
    before = [
        c
        for c in claims
        if c.article == denial.article
        and 0 <= denial.content[0].start - c.content[-1].end <= TAKEN_UP
        and stem(verb) in stems(w for s in c.cue for w in WORD.findall(s.of(text)))
        and groups.speaker[groups.of_claim[c.id]] != speaker
    ]
    return max(before, key=lambda c: c.content[-1].end, default=None)


def _is_taken_up(record: Record, groups: Groups, denial: Claim, claim: Claim) -> bool:
    """Whether "denied the accusations" can mean a claim: a whole one, stated just before.

    It must be about the one who denies, unless the words point to it: "disagree with that assessment".
    """
    near = denial.content[0].start - claim.content[-1].end <= TAKEN_UP
    words = record.words[claim.id]
    named = stems(w for w in WORD.findall(denial.source_name) if w[0].isupper())
    about = bool(POINTS_BACK.fullmatch(record.words[denial.id].text) or named & (words.terms | words.names))
    short = len(record.words[denial.id].terms) < ENOUGH
    if groups.speaker[groups.of_claim[denial.id]] == groups.speaker[groups.of_claim[claim.id]]:
        return False
    return short and near and about and len(words.terms) > ENOUGH and _states(record, claim)


def _states(record: Record, claim: Claim) -> bool:
    """Whether a claim states something as so."""
    return claim.stance in STATING and not CONDITION.match(record.words[claim.id].text)


def _is_denied(record: Record, groups: Groups, denial: Claim, claim: Claim) -> bool:
    """Whether another source states what a denial's content says."""
    speakers = groups.speaker[groups.of_claim[denial.id]], groups.speaker[groups.of_claim[claim.id]]
    if not _states(record, claim) or speakers[0] == speakers[1] or _overlaps(denial, claim):
        return False
    words, other = record.words[denial.id], record.words[claim.id]
    if len(words.terms) < ENOUGH or len(other.terms) > len(words.terms) * LONGER:
        return False
    if words.negated != other.negated:
        return False
    shared = len(words.terms & other.terms) / len(words.terms)
    named = not words.names or containment(words.names, other.names | other.terms) >= SHARED
    return shared >= SHARED and named


def _overlaps(one: Claim, other: Claim) -> bool:
    """Whether two claims share words of one article: the outlet's sentence around a denial is no counterpart of it."""
    return one.article == other.article and any(a.overlaps(b) for a in one.content for b in other.content)
