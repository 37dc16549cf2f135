"""What a passage says, reduced to what can be compared: its content words, names, numbers and negation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

# Function words of English, and words of reporting that carry nothing of what is reported.
STOPWORDS = frozenset(
    """
    a about above after again against all also am an and any are as at be because been before being below
    between both but by can could did do does doing down during each either else ever few for from further get
    had has have having he her here hers herself him himself his how i if in into is it its itself just like may
    me might more most much must my myself nor now of off on once only or other our ours ourselves out over own
    per same shall she should so some such than that the their theirs them themselves then there these they this
    those through to too under until up upon us very was we were what when where which while who whom whose why
    will with within would yet you your yours yourself said say says saying told tell tells according added
    adding reported reports reportedly mr mrs ms dr
    """.split()
)
NEGATIONS = frozenset("not no never nobody none neither nor without cannot n't".split())
NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
# Of each of these, two passages that are otherwise alike can hold only one: they say different things.
OPPOSED: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "north south east west northern southern eastern western northeast northwest southeast southwest coast",
        "first second third fourth fifth last final previous next",
        "up down upper lower ris fall increas decreas grow shrink gain los win",
        "before after early late earlier later",
        "morning noon afternoon evening night midnight",
        "man woman boy girl father mother son daughter brother sister",
        "million billion trillion thousand hundred",
        "open clos", "enter leav arriv depart", "accept reject", "support oppos", "begin end start stop",
    )
)  # fmt: skip
ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}")  # "U.S." is "US"
WORD = re.compile(r"\d[\d,.]*\d|\w+(?:[-']\w+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage as far as two passages are compared."""

    text: str
    length: int  # in words
    terms: frozenset[str]  # stems of content words, numbers left out
    names: frozenset[str]  # stems of words with a capital inside a sentence
    numbers: frozenset[str]
    negated: bool


def wording(text: str) -> Wording:
    """The wording of a passage."""
    plain = ACRONYM.sub(lambda m: m[0].replace(".", ""), text.replace("’", "'"))
    words = [m[0] for m in WORD.finditer(plain)]
    numbers = frozenset(n for w in words if (n := number(w)))
    content = [w for w in words if w.lower() not in STOPWORDS and w.lower() not in NEGATIONS and not number(w)]
    negated = any(w.lower() in NEGATIONS or w.lower().endswith("n't") for w in words)
    inner = {w for m in re.finditer(r"(?<=[\w,;:] )[A-Z][\w'-]+", plain) for w in [m[0]] if w.lower() not in STOPWORDS}
    return Wording(text, len(words), stems(content), stems(inner), numbers, negated)


def number(word: str) -> str:
    """The digits of a number in digits or a small number word; empty for other words."""
    if word[0].isdigit():
        return word.replace(",", "")
    return NUMBER_WORDS.get(word.lower(), "")


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of words."""
    return frozenset(stem(w) for w in words)


@cache
def stem(word: str) -> str:
    """A word without its commonest endings, so that "fired", "firing" and "fires" meet."""
    word = word.lower().removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word.removesuffix("e") if len(word) > 4 else word


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two sets is shared, over both (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set is in the larger."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def opposed(one: Wording, other: Wording) -> bool:
    """Whether each passage has a word of one set where the other has another of it: "north" and "south"."""
    here, there = one.terms - other.terms, other.terms - one.terms
    return any(here & group and there & group for group in OPPOSED)


def names_differ(one: Wording, other: Wording) -> bool:
    """Whether each passage names somebody or something that the other does not know at all."""
    return bool(one.names - other.terms - other.names) and bool(other.names - one.terms - one.names)
