"""Why a count is no plain count of its event: part of another, on top of one, replaced, or not real."""

from __future__ import annotations

import re

from spacy.tokens import Token

from according.annotating.quantities import kinds
from according.annotating.quantities.numerals import Numeral
from according.annotating.quantities.predicates import lemma

_PART_AFTER = re.compile(r"\s+of\s+(?:the|them|whom|those|these|which)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|of\s+(?:whom|them|which|those)|includes?|included)[,:\s]+(?:the\s+|some\s+)?$",
    re.IGNORECASE,
)
_MORE_BEFORE = re.compile(r"\b(?:another|additional|further)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s+(?:more|additional|further|extra)\b(?!\s+than\b)", re.IGNORECASE)
_EARLIER = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_AFTER_LATER = re.compile(r"\bto\s+\S*\d\S*(?:\s+\w+)?,?\s+from\s+$", re.IGNORECASE)  # "to 84 from 77"
_EARLIER_AFTER = re.compile(r"(?:\s+\w+){0,2}?\s+to\s+\S*\d", re.IGNORECASE)
_FEARED = re.compile(r"\bfeared\b|\bup\s+to\s+$", re.IGNORECASE)


# How badly: who is counted as "seriously injured" is part of the injured; "remain trapped" is what is left of a count.
_SEVERITY = re.compile(
    r"(?:(?!\b(?:and|but|while|before|as)\b)[^.,;:\d]){0,45}\b(?:serious(?:ly)?|critical(?:ly)?|severe(?:ly)?|grave(?:ly)?|slight(?:ly)?|light(?:ly)?|moderate(?:ly)?"
    r"|minor|life-threatening)\b",
    re.IGNORECASE,
)
_REMAINING = re.compile(
    r"[^.,;:\d]{0,25}\b(?:still|remain(?:s|ed|ing)?)\b(?!\s+(?:missing|unaccounted))", re.IGNORECASE
)


# "Killing two of them": of those who were shot, as many as were killed.
_ALL_OF_THEM = re.compile(r"\b(?:killing|killed|injuring|wounding)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


def scope(text: str, numeral: Numeral, governor: Token | None) -> str:
    """One of ``SCOPES``."""
    start, end = numeral.span
    head, tail = text[max(0, start - 40) : start], text[end : end + 60]
    part = _PART_AFTER.match(tail) and not _ALL_OF_THEM.search(head)
    if part or _SEVERITY.match(tail) or _REMAINING.match(tail) or _PART_BEFORE.search(head):
        return "part"
    if _MORE_BEFORE.search(head) or _MORE_AFTER.match(tail):
        return "more"
    if _AFTER_LATER.search(head) or (_EARLIER.search(head) and _EARLIER_AFTER.match(tail)):
        return "earlier"
    return "possible" if governor is not None and is_unreal(governor) else ""


def is_unreal(word: Token) -> bool:
    """Whether a predicate stands under a modal, a condition, a negation or a plan."""
    token = word
    for _ in range(6):
        if any(_marks_unreal(child) for child in token.children):
            return True
        if token.head.i == token.i:
            return False
        if (
            token.dep_ in {"xcomp", "acl", "advcl", "ccomp", "pcomp", "prep", "pobj"}
            and lemma(token.head) in kinds.UNREAL
        ):
            return True
        if token.dep_ == "acl" and lemma(token.head.head) == "be":  # "there might have been two people killed"
            token = token.head.head
            continue
        if token.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children):
            return False  # a clause of its own
        if token.dep_ not in {"xcomp", "conj", "auxpass", "acomp", "attr", "prep", "pobj", "dobj"}:
            return False
        token = token.head
    return False


def _marks_unreal(child: Token) -> bool:
    if child.dep_ == "amod" and child.lower_ in kinds.NOT_DONE:
        return True
    if child.dep_ in {"aux", "auxpass"} and child.lower_ in kinds.MODALS:
        return True
    return child.dep_ == "neg" or (child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"})
