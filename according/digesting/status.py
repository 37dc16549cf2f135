"""What sources say the dead or wounded were: civilians, combatants, or that it is not clear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from according.digesting.record import Record
from according.digesting.wording import NUMBER_WORDS
from according.model import Claim

# Words for those whom the law of war protects and those whom it does not. Both are what sources call people.
CIVILIAN = r"civilians?|non-?combatants?|bystanders?|unarmed\s+(?:man|men|woman|women|people|person|residents?)"
COMBATANT = (
    r"combatants?|militants?|militia(?:man|men)?|fighters?|gun(?:man|men)|terrorists?|insurgents?|rebels?|soldiers?"
    r"|jihadists?|armed\s+(?:man|men)|service(?:man|men)|troops?"
)
STATUS = {"civilian": CIVILIAN, "combatant": COMBATANT}
KILLED = r"(?:killed|dead|died|slain|martyred)"
NUMBER = r"(?P<number>\d+|" + "|".join(NUMBER_WORDS) + r"|an?|the)"
ADJECTIVES = r"(?:[\w-]+\s+){0,3}?"
THE_DEAD = (
    rf"(?:the\s+(?:{ADJECTIVES}(?:person|man|woman|one|victim|people|men|victims)\s+(?:who\s+(?:was|were)\s+)?{KILLED}"
    r"|dead\s+(?:man|woman|person|men|people)|deceased|slain\s+(?:man|men)|fatality|(?:man|person)\s+(?:he|she|they)\s+killed))"
)


class Status(NamedTuple):
    """What one claim says the dead were."""

    value: str  # "civilian", "combatant", "unclear"
    number: str  # how many, in digits; empty: the one or those of whom the event tells
    claim: Claim


_ANY = re.compile(rf"\b(?:{CIVILIAN}|{COMBATANT}|belonged|member)\b", re.IGNORECASE)
_UNCLEAR = re.compile(
    r"\b(?:(?:not|n['’]t)\s+(?:yet\s+)?(?:clear|known|certain|confirmed)|unclear|unknown|uncertain)\b[^.;]{0,40}?"
    rf"\b(?:he|she|they|those|dead|killed|victims?|deceased|{THE_DEAD})\b[^.;]{{0,60}}?\b(?:{CIVILIAN}|{COMBATANT}|belonged\s+to|member\s+of)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(rf"\b(?:not|n['’]t|never)\s+(?:an?\s+|the\s+)?{ADJECTIVES}$", re.IGNORECASE)
# Each pattern has the status word in the group "word"; what it is said of is in the pattern.
_FORMS = (
    r"\b{number}\s+{adjectives}(?P<word>{words})\b(?:\s+[\w-]+){{0,6}}?\s+(?:was|were|been|being|is|are)\s+(?:[\w-]+\s+)?{killed}\b",
    r"\b{number}\s+{adjectives}(?P<word>{words})\s+(?:was\s+|were\s+)?{killed}\b",
    r"\b(?:kill(?:ed|ing|s)?|death\s+of)\s+(?:at\s+least\s+)?{number}\s+{adjectives}(?P<word>{words})\b",
    r"\b{dead}\b[^.;]{{0,40}}?\b(?:was|were|is|are|as)\s+(?:an?\s+|the\s+)?{adjectives}(?P<word>{words})\b",
    r"\b{dead}\s+an?\s+{adjectives}(?P<word>{words})\b",
)
_SAID = {
    value: tuple(
        re.compile(
            form.format(number=NUMBER, adjectives=ADJECTIVES, words=words, killed=KILLED, dead=THE_DEAD), re.IGNORECASE
        )
        for form in _FORMS
    )
    for value, words in STATUS.items()
}


def statuses(record: Record, claim: Claim) -> Iterator[Status]:
    """What a claim says the dead were; a thing said to be unclear is no statement of it."""
    text = record.words[claim.id].text
    if not _ANY.search(text):  # most claims say nothing of the kind, and the patterns below are slow
        return
    if _UNCLEAR.search(text):
        yield Status("unclear", "", claim)
        return
    for value, patterns in _SAID.items():
        match = next((m for p in patterns if (m := p.search(text))), None)
        if match and not _DENIED.search(text[: match.start("word")]):
            yield Status(value, _number(match.groupdict().get("number") or ""), claim)


def _number(word: str) -> str:
    word = word.lower()
    return "1" if word in {"a", "an"} else "" if word == "the" else NUMBER_WORDS.get(word, word)
