"""Whom sources make answerable for one act: who fired first, who was attacked, whom they accuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from according.digesting.record import Record
from according.model import Claim, Mention

# Patterns of an act with its agent before it, or behind it; the act is what two claims must share to be opposed.
ATTACKS = (
    r"(?:attacks?|strikes?|air\s?strikes?|bombings?|raids?|shelling|killings?|assaults?|shootings?|blasts?|explosions?)"
)
BEFORE = (
    ("opened fire first", r"(?:opened\s+fire|fired|shot|attacked|struck)\s+first|fired\s+the\s+first\s+shots?"),
    ("opened fire first", r"started\s+(?:the\s+)?(?:shooting|fight(?:ing)?|clash(?:es)?|firing|fire|attack|exchange)"),
    (
        "responsible",
        r"(?:was|were|is|are)\s+(?:responsible\s+for|behind|to\s+blame\s+for)\s+the\s+(?:\w+\s+)?" + ATTACKS,
    ),
    ("responsible", r"carried\s+out\s+the\s+(?:\w+\s+)?" + ATTACKS),
)
BEHIND = (
    ("opened fire first", r"(?:came|coming|come)\s+under\s+(?:[\w-]+\s+){0,2}?(?:fire|attack)\s+(?:from|by)"),
    (
        "responsible",
        r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bthe )(?:blam|accus)(?:ed|es|ing)",
    ),
)
CONTESTED = frozenset({"attack", "strike", "clash", "military"})  # types of events in which there is somebody to blame
REACH = 70  # characters from an agent to its act
NEAR = 20  # characters from an act to the agent that follows it
# What may stand between: "blamed the rival militia", but not "accused in the killing of" or "accused of attacking".
BETWEEN = re.compile(r"\s+(?:(?!(?:in|of|by|for|over|with|after|at|to|on|as)\b|\w+ing\b)[\w’'-]+\s+)*", re.IGNORECASE)

_BEFORE = tuple((act, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for act, form in BEFORE)
_BEHIND = tuple((act, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for act, form in BEHIND)
_ANY = re.compile("|".join(rf"\b(?:{form})\b" for _, form in (*BEFORE, *BEHIND)), re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:unclear|not\s+clear|unknown|whether|denied|denies|not)\b", re.IGNORECASE)


class Blame(NamedTuple):
    """One claim makes one actor the agent of an act."""

    act: str
    agent: str  # actor id
    claim: Claim


def blames(record: Record, claim: Claim) -> Iterator[Blame]:
    """The agents whom a claim names for acts of blame; only named actors, never a guess."""
    if not _ANY.search(record.words[claim.id].text):
        return
    text = record.linked.articles[claim.article].text
    for part in claim.content:
        words = part.of(text)
        if _UNSURE.search(words):
            continue
        actors = record.passages.mentions_in("actor", claim.article, part)
        for act, pattern in _BEFORE:
            for match in pattern.finditer(words):
                yield from _agent(act, claim, [m for m in actors if _ends_near(m, part.start + match.start())][-1:])
        for act, pattern in _BEHIND:
            for match in pattern.finditer(words):
                at = part.start + match.end()
                yield from _agent(act, claim, [m for m in actors if _follows(m, at, text)][:1])


def _agent(act: str, claim: Claim, mentions: list[Mention]) -> Iterator[Blame]:
    for mention in mentions:
        if mention.entity:
            yield Blame(act, mention.entity, claim)


def _ends_near(mention: Mention, at: int) -> bool:
    return 0 <= at - mention.span.end <= REACH


def _follows(mention: Mention, at: int, text: str) -> bool:
    near = 0 <= mention.span.start - at <= NEAR
    return near and bool(BETWEEN.fullmatch(text[at : mention.span.start]))
