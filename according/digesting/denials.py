"""Denials beside what they deny."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from according.digesting.pointing import NOT, SAID, pointed_to, points, said_next_to, states
from according.digesting.record import Record
from according.digesting.statements import Groups
from according.digesting.wording import WORD, Wording, containment, stem, stems, wording
from according.model import Claim

STANCE = "denies"
SHARED = 0.75  # share of a denial's content words that what it denies must hold
ENOUGH = 3  # content words
TAKEN_UP = 600  # characters back to the claim that "the claim is unsupported" can mean
REACH = 20  # characters before a cue in which its negation stands
LONGER = 3  # how many times as many content words what is denied may have
# "Denied" and the like are about truth; "rejected" is so only of a claim: an offer that is rejected is not denied.
DENIES = re.compile(
    r"\b(?:den(?:y|ied|ies|ying|ials?)|refut\w+|disput\w+|disagree\w*|contest(?:s|ed|ing)?|contradict\w+|rebut\w*|debunk\w*)\b",
    re.IGNORECASE,
)
CLAIMED = re.compile(rf"\b{SAID}", re.IGNORECASE)
# What can be denied to somebody: "denied them entry" and "denied the motion" are about no truth.
WITHHELD = re.compile(
    r"\W*(?!that\b)(?:[\w’'-]+\s+){0,6}?(?:bail|access|entry|permits?|licen[cs]es?|visas?|requests?|motions?|appeals?|petitions?"
    r"|coverage|care|parole|nomination|victory|benefits?|asylum|permission|offers?|opportunity|chance|path)\b"
    r"|\W*(?:him|her|them|us|me|you)\W*$",
    re.IGNORECASE,
)
# "Sanders' accusations that the campaign is violating the law": what is denied are the words behind "that".
PROPOSED = re.compile(
    rf"^(?:(?!\b{SAID}).){{0,60}}?\b(?:{SAID}|(?:notion|idea)\b)\s+(?:that|of)\s+", re.IGNORECASE | re.DOTALL
)
# "While not denying the story", "did not dispute that".
NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|cannot|without)\W+(?:\w+ly\W+)?$|n\s?[’']t\W+(?:\w+ly\W+)?$", re.IGNORECASE
)
NOBODY = re.compile(r"(?:nobody|no\s+one|none|neither)\b", re.IGNORECASE)
# "The claim is largely unsupported": said of what somebody claimed just before, by the verb that goes with the noun.
CALLED_FALSE = re.compile(
    r"\W*(?:that\s+)?(?:(?:the|these|those|this|such|all|its|their|his|her)|(?P<whose>(?:[\w.-]+\s+)?[\w.-]+)[’']s?)\s+"
    r"(?:[\w’'-]+\s+){0,2}?(?P<noun>claim|allegation|accusation|report|assertion|suggestion|description|statement)s?\s+"
    r"(?:is|are|was|were)\s+(?:\w+ly\s+|all\s+|[\"“‘'])*"
    r"(?:false|untrue|unsupported|baseless|unfounded|groundless|fabricated|incorrect|nonsense|lies|a\s+lie|fake|wrong"
    r"|exaggerated|misleading|not\s+(?:\w+ly\s+)?true|without\s+(?:any\s+)?(?:foundation|basis|merit))\b",
    re.IGNORECASE,
)
VERBS = {
    "claim": "claim", "allegation": "allege", "accusation": "accuse", "report": "report", "assertion": "assert",
    "suggestion": "suggest", "description": "describe", "statement": "state",
}  # fmt: skip


class Denial(NamedTuple):
    """A denial and the claims of others that it denies."""

    claim: Claim
    denied: tuple[Claim, ...]


def denials(record: Record, groups: Groups, claims: Sequence[Claim]) -> Iterator[Denial]:
    """Every denial for which somebody else is found who states what is denied."""
    for claim in claims:
        if (called := CALLED_FALSE.match(record.words[claim.id].text)) and claim.cue:
            meant = _meant(record, groups, claim, called)
            if meant:
                yield Denial(claim, (meant,))
        elif is_denial(record, claim):
            proposed = _proposed(record, claim)
            denied = tuple(c for c in claims if _is_denied(record, groups, claim, c, proposed))
            told = pointed_to(record, groups, claim) or _answered(record, groups, claim)
            if not denied and told:
                denied = (told,)
            if denied:
                yield Denial(claim, denied)


def is_denial(record: Record, claim: Claim) -> bool:
    """Whether a claim denies that something is true."""
    if claim.stance != STANCE:
        return False
    text = record.linked.articles[claim.article].text
    cue = " ".join(s.of(text) for s in claim.cue)
    verb = DENIES.search(cue)
    start = claim.cue[0].start if claim.cue else 0
    if NEGATED.search(text[max(0, start - REACH) : start]) or (verb and NOT.search(cue[: verb.start()])):
        return False
    if any(NOBODY.match(s.of(text)) for s in claim.source_spans):
        return False
    words = record.words[claim.id].text
    return bool(CLAIMED.search(words) or (verb and not WITHHELD.match(words)))


def _meant(record: Record, groups: Groups, denial: Claim, called: re.Match[str]) -> Claim | None:
    """What another source said just before, by its name or by the verb of the noun: "has claimed" for "the claim"."""
    text = record.linked.articles[denial.article].text
    verb = stem(VERBS[called["noun"].lower()])
    whose = stems(WORD.findall(called["whose"] or ""))
    before = [
        c
        for c in map(record.claims.__getitem__, record.claims_of[denial.article])
        if 0 <= denial.content[0].start - c.content[-1].end <= TAKEN_UP
        and record.words[c.id].terms
        and not groups.are_one(record, denial, c)
        and (
            whose & stems(WORD.findall(c.source_name))
            if whose
            else verb in stems(w for s in c.cue for w in WORD.findall(s.of(text)))
        )
    ]
    return max(before, key=lambda c: c.content[-1].end, default=None)


def _answered(record: Record, groups: Groups, denial: Claim) -> Claim | None:
    """The statement that a denial follows and so answers: "a helicopter fired; the force denies any strike"."""
    text = record.linked.articles[denial.article].text
    denies = any(DENIES.search(s.of(text)) for s in denial.cue)
    open_ = denies and not points(record.words[denial.id].text)
    return said_next_to(record, groups, denial) if open_ else None


def _proposed(record: Record, denial: Claim) -> Wording:
    """What a denial says is not so, without the noun for having said it: "the report that ..."."""
    words = record.words[denial.id]
    opening = PROPOSED.match(words.text)
    return wording(words.text[opening.end() :]) if opening else words


def _is_denied(record: Record, groups: Groups, denial: Claim, claim: Claim, words: Wording) -> bool:
    """Whether another source states what a denial's content says."""
    if not states(record, claim) or groups.are_one(record, denial, claim) or _overlaps(denial, claim):
        return False
    other = record.words[claim.id]
    if words.terms and words.terms == other.terms and words.negated == other.negated:
        return len(words.terms) >= ENOUGH or claim.article == denial.article
    if claim.article != denial.article and words.text.lower().startswith("any "):
        return False  # "any cases of bird flu": elsewhere others may have told of other cases
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
