"""Who a pronoun at the start of a passage stands for; silent when the article leaves it open."""

from __future__ import annotations

import re

from according.digesting.record import Record
from according.model import Claim, Mention

# The kinds of actors that each pronoun can stand for; "they" and "this" are left alone: too many things fit.
FITTING: dict[str, frozenset[str]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "his": frozenset({"person"}),
    "her": frozenset({"person"}),
    "it": frozenset({"organization", "government", "armed_force", "media", "group"}),
    "its": frozenset({"organization", "government", "armed_force", "media", "group"}),
}
FIRST_WORD = re.compile(r"[\W_]*(?:that\s+)?(\w+)", re.IGNORECASE)
WINDOW = 2  # sentences before the passage in which the antecedent may stand
# "It is unclear", "it remains to be seen": nobody stands behind this "it".
EXPLETIVE = re.compile(
    r"[\W_]*(?:that\s+)?it(?:['’]s|\s+(?:is|was|remains|remained|seems|appears|will be|would be|has been|had been))\b"
    r"(?!\s+\w+(?:ing|ed)\b)",
    re.IGNORECASE,
)


def antecedent(record: Record, claim: Claim) -> str:
    """The words of the one earlier mention that a pronoun at the start can stand for; empty when there is no such."""
    text = record.linked.articles[claim.article].text
    opening = claim.content[0].of(text)
    word = FIRST_WORD.match(opening)
    fitting = FITTING.get(word[1].lower()) if word else None
    if fitting is None or EXPLETIVE.match(opening):
        return ""
    candidates = {m.entity: m for m in _before(record, claim) if _kind(record, m) in fitting}
    return next(iter(candidates.values())).text if len(candidates) == 1 else ""


def _before(record: Record, claim: Claim) -> list[Mention]:
    """The mentions of actors in the sentences just before the passage, and in its own sentence before it begins."""
    sentences = record.linked.annotations[claim.article].sentences
    start = claim.content[0].start
    at = next((i for i, s in enumerate(sentences) if s.span.start <= start < s.span.end), 0)
    opening = sentences[max(0, at - WINDOW)].span.start if sentences else 0
    return [
        m
        for m in record.linked.mentions.get(claim.article, ())
        if m.kind == "actor" and m.entity and opening <= m.span.start < start
    ]


def _kind(record: Record, mention: Mention) -> str:
    actor = record.linked.actors.get(mention.entity or "")
    return actor.kind if actor else ""
