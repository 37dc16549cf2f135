"""Denials that do not repeat what they deny but point to it: "denied the report", "disputed their account"."""

from __future__ import annotations

import re

from according.digesting.record import Record
from according.digesting.statements import Groups
from according.digesting.wording import WORD, stems
from according.model import Claim

# Nouns for what somebody has said; who denies one of them denies what was said.
SAID = (
    r"(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|rumou?rs?|accounts?|assessments?|charges?"
    r"|contentions?|characteri[sz]ations?|conclusions?|version|view|story|stories|speculation)\b"
)
# Nouns for what somebody is accused of; they mean the accusation just before.
ACCUSED_OF = (
    r"(?:wrongdoing|involvement|responsibility|guilt|misconduct|impropriety|complicity|role|knowledge|links?|part)\b"
)
BETWEEN = r"(?:[\w’'-]+\s+){0,2}?"
TAIL = r"(?:\s+as\s.*)?\W*"  # "dismissed that suggestion as a sign of ..."
THAT = re.compile(rf"\W*(?:that|this|those|these|such|both)\s+{BETWEEN}{SAID}{TAIL}", re.IGNORECASE | re.DOTALL)
THE = re.compile(rf"\W*(?:(?:the|any|all|his|her|their|its)\s+)?{BETWEEN}{SAID}{TAIL}", re.IGNORECASE | re.DOTALL)
OF = re.compile(
    rf"\W*(?:(?:(?:the|any|all)\s+)?{SAID}\s+of\s+)?(?:(?:any|all|his|her|their|its)\s+)?{BETWEEN}{ACCUSED_OF}{TAIL}",
    re.IGNORECASE | re.DOTALL,
)
ANYONES = re.compile(
    rf"\W*(?P<whose>(?:[\w’'.-]+\s+){{0,3}}?[\w.-]+)[’']s?\s+{BETWEEN}{SAID}{TAIL}", re.IGNORECASE | re.DOTALL
)
HAPPENED = r"(?:was|were|is)\s+(?:so|true|the\s+case)|(?:ever\s+)?(?:happened|occurred|took\s+place)"
IT = re.compile(rf"\W*(?:that\s+)?(?:it|this|that|so)(?P<happened>\s+(?:{HAPPENED}))?\W*", re.IGNORECASE)
ACCUSING = re.compile(r"\b(?:alleg|accus|suspect|suspici|charg|blam|claim|speculat|rumo)", re.IGNORECASE)
JOINED = re.compile(r"\W*(?:which|something)\W*", re.IGNORECASE)  # goes on from the words directly before
PRONOUN = re.compile(r"(?:he|she|it|they|who|which|that|nobody|none|neither|no\s+one)(?:\s.*)?", re.IGNORECASE)
BESIDE = 6  # characters from there to them
NEAR = 600  # characters back to the claim that other words can mean
NEXT = 250  # the same for "it"
# Stances in which somebody states what another can deny.
STATING = frozenset(
    "says claims accuses finds shows confirms estimates argues suggests warns believes criticizes".split()
)
NOT = re.compile(r"\b(?:not|never|neither|nor|cannot)\b|n\s?[’']t\b", re.IGNORECASE)
CONDITION = re.compile(r"\W*(?:if|whether|unless|why|how)\b", re.IGNORECASE)
TELLING = 3  # content words; what has fewer tells too little to be denied


def states(record: Record, claim: Claim) -> bool:
    """Whether a claim states something as so: "does not point to any" does not."""
    text = record.linked.articles[claim.article].text
    unsaid = any(NOT.search(s.of(text)) for s in claim.cue)
    return claim.stance in STATING and not unsaid and not CONDITION.match(record.words[claim.id].text)


def pointed_to(record: Record, groups: Groups, denial: Claim) -> Claim | None:
    """The claim before it that a denial only points to; None where its words point to none, or leave it open."""
    words = record.words[denial.id].text
    before = _before(record, groups, denial)
    if JOINED.fullmatch(words):
        return next((c for c in before if _gap(c, denial) <= BESIDE), None)
    if named := ANYONES.fullmatch(words):
        return next((c for c in before if _is_by(c, named["whose"])), None)
    if THAT.fullmatch(words):
        return before[0] if before else None
    if it := IT.fullmatch(words):
        near = [c for c in before if _gap(c, denial) <= NEXT]
        return next((c for c in near if it["happened"] or _is_meant(record, denial, c)), None)
    if OF.fullmatch(words):
        before = [c for c in before if _is_accusing(record, c)]
    elif not THE.fullmatch(words):
        return None
    return next((c for c in before if _is_meant(record, denial, c)), None)


def points(words: str) -> bool:
    """Whether words only point to what is denied."""
    return any(p.fullmatch(words) for p in (JOINED, ANYONES, THAT, IT, OF, THE))


def said_next_to(record: Record, groups: Groups, denial: Claim) -> Claim | None:
    """What another named source states in the same sentence before a denial, or in the one directly before it.

    Who denies must be named too: "she denied" after "the senator said" is the senator.
    """
    text = record.linked.articles[denial.article].text
    if denial.source is None or any(PRONOUN.fullmatch(s.of(text)) for s in denial.source_spans):
        return None
    before = (c for c in _before(record, groups, denial) if _is_next(record, denial, c))
    return next((c for c in before if c.source and not record.words[c.id].negated), None)


def _before(record: Record, groups: Groups, denial: Claim) -> list[Claim]:
    """What others have stated just before in the article, the nearest first."""
    found = [
        c
        for c in map(record.claims.__getitem__, record.claims_of[denial.article])
        if c.cue
        and 0 <= _gap(c, denial) <= NEAR
        and states(record, c)
        and not groups.are_one(record, denial, c)
        and len(record.words[c.id].terms) >= TELLING
    ]
    return sorted(found, key=lambda c: (_gap(c, denial), c.id))


def _gap(claim: Claim, denial: Claim) -> int:
    """The characters between what is claimed and the denial; negative where they are one."""
    start = min(s.start for s in (*denial.content, *denial.cue))
    return start - claim.content[-1].end


def _is_by(claim: Claim, whose: str) -> bool:
    return bool(stems(WORD.findall(claim.source_name)) & stems(WORD.findall(whose)))


def _is_accusing(record: Record, claim: Claim) -> bool:
    text = record.linked.articles[claim.article].text
    return claim.stance == "accuses" or any(ACCUSING.search(s.of(text)) for s in claim.cue)


def _is_meant(record: Record, denial: Claim, claim: Claim) -> bool:
    """Whether a claim is about the one who denies, or stands in the same paragraph where nobody else is talked of."""
    words = record.words[claim.id]
    return bool(_named(denial.source_name) & (words.terms | words.names)) or _is_next(record, denial, claim)


def _is_next(record: Record, denial: Claim, claim: Claim) -> bool:
    """Whether the denial is in the same sentence as a claim or in the one after it, in one paragraph."""
    told = record.passages.bare[denial.article].sentences
    after, start = claim.content[-1].end, denial.cue[0].start
    here = next((i for i, s in enumerate(told) if s.span.start < after <= s.span.end), None)
    there = next((i for i, s in enumerate(told) if s.span.start <= start < s.span.end), None)
    if here is None or there is None or there - here > 1:
        return False
    return told[here].block == told[there].block


def _named(words: str) -> frozenset[str]:
    return stems(w for w in WORD.findall(words) if w[0].isupper())
