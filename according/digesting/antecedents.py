"""Who a pronoun at the start of a passage stands for; silent unless the article leaves hardly a doubt.

Three cases are sure enough: "Caggins said he regretted it", where nobody else is named nearby; "the ministry said it
would help", whoever else is; and in the outlet's own voice a "he" or "she" after a sentence that has one person and has
that person as its subject.
"""

from __future__ import annotations

import re

from according.digesting.record import Record
from according.model import Claim, Mention, Role, Span, Voice

BODIES = frozenset({"organization", "government", "armed_force", "media", "group"})
PERSON = frozenset({"person"})
# The kinds of actors that each pronoun can stand for; "they" and "this" are left alone: too many things fit.
FITTING = {"he": PERSON, "she": PERSON, "his": PERSON, "her": PERSON, "it": BODIES, "its": BODIES}
FIRST_WORD = re.compile(r"[\W_]*(?:that\s+)?(\w+)", re.IGNORECASE)
QUOTATION = re.compile(r"[\"“”‘]|(?<!\w)'")
# What bodies say of themselves: "said it would"; after other verbs "it" is as often what they speak of.
OF_ITSELF = re.compile(
    r"[\W_]*(?:that\s+)?(?:it|they)\s+(?:(?:would|will|can|could|has|have|had|was|were|is|are)\b|['’](?:s|ll|d|ve|re)\b)",
    re.IGNORECASE,
)
# "It is unclear", "it remains to be seen": nobody stands behind this "it".
EXPLETIVE = re.compile(
    r"[\W_]*(?:that\s+)?it(?:['’]s|\s+(?:is|was|remains|remained|seems|appears|happened|took|rained|has\s+rained))\b"
    r"(?!\s+\w+(?:ing|ed)\b)",
    re.IGNORECASE,
)


def antecedent(record: Record, claim: Claim) -> str:
    """The words of the earlier mention that a pronoun at the start stands for; empty when in doubt."""
    opening = claim.content[0].of(record.linked.articles[claim.article].text)
    word = FIRST_WORD.match(opening)
    if word is None or EXPLETIVE.match(opening):
        return ""
    if OF_ITSELF.match(opening) and (speaker := _speaker(record, claim)):
        return speaker.text
    fitting = FITTING.get(word[1].lower())
    if fitting is None:
        return ""
    mentions = [m for m in _before(record, claim) if _kind(record, m) in fitting]
    if len({m.entity for m in mentions}) != 1:
        return ""
    sure = _is_speaker(record, claim, mentions[-1]) if claim.cue else _is_subject(record, claim, mentions[-1])
    return mentions[-1].text if sure else ""


def _speaker(record: Record, claim: Claim) -> Mention | None:
    """The body that is named as the speaker in the words that say it, with no other body named in between."""
    source = record.source(claim.source)
    start = claim.content[0].start
    if claim.voice is Voice.DIRECT or source is None or not claim.source_spans or not claim.cue:
        return None
    named = [m for m in _before(record, claim) if _kind(record, m) in BODIES]
    own = next((s for s in reversed(claim.source_spans) if s.end <= start), None)
    last = named[-1] if named else None
    return last if last and own and own.contains(last.span) and last.entity == source.actor else None


def _is_speaker(record: Record, claim: Claim, mention: Mention) -> bool:
    """Whether the one who could be meant is the one who says it; in a direct quotation speakers are "I"."""
    source = record.source(claim.source)
    return claim.voice is not Voice.DIRECT and source is not None and source.actor == mention.entity


def _is_subject(record: Record, claim: Claim, mention: Mention) -> bool:
    """Whether the one person of the sentence before is its subject, and no quotation stands between."""
    names = record.linked.annotations[claim.article].names
    between = record.linked.articles[claim.article].text[mention.span.end : claim.content[0].start + 1]
    if _kind(record, mention) not in PERSON or QUOTATION.search(between):
        return False
    return any(n.span == mention.span and n.role is Role.AGENT for n in names)


def _before(record: Record, claim: Claim) -> list[Mention]:
    """The mentions of actors in the sentence before the passage, and in its own sentence before it begins."""
    sentences = record.passages.bare[claim.article].sentences
    start = claim.content[0].start
    at = next((i for i, s in enumerate(sentences) if s.span.start <= start < s.span.end), 0)
    opening = sentences[max(0, at - 1)].span.start if sentences else 0
    return [m for m in record.passages.mentions_from("actor", claim.article, Span(opening, start)) if m.entity]


def _kind(record: Record, mention: Mention) -> str:
    actor = record.linked.actors.get(mention.entity or "")
    return actor.kind if actor else ""
