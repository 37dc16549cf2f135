"""Whom sources make answerable for one act: who fired first, who was attacked, whom they accuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from according.digesting.record import Record
from according.model import Claim, Mention

# Patterns of an act with its agent before it, or behind it; the act is what two claims must share to be opposed.
BEFORE = (
    ("opened fire first", r"(?:opened\s+fire|fired|shot|attacked|struck)\s+first|fired\s+the\s+first\s+shots?"),
    ("opened fire first", r"started\s+(?:the\s+)?(?:shooting|fight(?:ing)?|clash(?:es)?|firing|fire|attack|exchange)"),
    ("responsible", r"(?:was|were|is|are|be(?:ing)?)\s+(?:\w+\s+)?(?:responsible\s+for|behind|to\s+blame\s+for)"),
    ("responsible", r"carried\s+out\s+the\s+(?:\w+\s+)?(?:attack|strike|bombing|raid|shelling|killing)"),
)
BEHIND = (
    ("opened fire first", r"(?:came|coming|come)\s+under\s+(?:\w+\s+)?(?:fire|attack|small-arms\s+fire)\s+(?:from|by)"),
    ("responsible", r"blam(?:ed|es|ing)(?!\s+for)|accus(?:ed|es|ing)|held\s+(?!responsible)"),
)
REACH = 70  # characters between an act and its agent

_BEFORE = tuple((act, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for act, form in BEFORE)
_BEHIND = tuple((act, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for act, form in BEHIND)
_UNSURE = re.compile(r"\b(?:unclear|not\s+clear|unknown|whether|denied|denies|not)\b", re.IGNORECASE)


class Blame(NamedTuple):
    """One claim makes one actor the agent of an act."""

    act: str
    agent: str  # actor id
    claim: Claim


def blames(record: Record, claim: Claim) -> Iterator[Blame]:
    """The agents whom a claim names for acts of blame; only named actors, never a guess."""
    text = record.linked.articles[claim.article].text
    for part in claim.content:
        words = part.of(text)
        if _UNSURE.search(words):
            continue
        actors = [
            m for m in record.linked.mentions.get(claim.article, ()) if m.kind == "actor" and part.contains(m.span)
        ]
        for act, pattern in _BEFORE:
            for match in pattern.finditer(words):
                yield from _agent(act, claim, [m for m in actors if _ends_near(m, part.start + match.start())][-1:])
        for act, pattern in _BEHIND:
            for match in pattern.finditer(words):
                yield from _agent(act, claim, [m for m in actors if _starts_near(m, part.start + match.end())][:1])


def _agent(act: str, claim: Claim, mentions: list[Mention]) -> Iterator[Blame]:
    for mention in mentions:
        if mention.entity:
            yield Blame(act, mention.entity, claim)


def _ends_near(mention: Mention, at: int) -> bool:
    return 0 <= at - mention.span.end <= REACH


def _starts_near(mention: Mention, at: int) -> bool:
    return 0 <= mention.span.start - at <= REACH // 2
