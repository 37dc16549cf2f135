"""The words around a number that bound it: "at least", "more than", "up to", "about", "or more".

"More than 60" has the low bound 60: whether 60 itself is meant is left to the words, which are kept.
"""

from __future__ import annotations

import re
from dataclasses import replace

from according.annotating.quantities.numerals import Numeral
from according.model import Span

LOW = (
    r"at?\s+least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|(?:a\s+)?minimum\s+of|upwards?\s+of|more\s+than"
    r"|over|above|in\s+excess\s+of|exceed(?:s|ed|ing)?|greater\s+than|well\s+over|topp(?:ed|ing)"
)
HIGH = (
    r"at\s+most|up\s+to|as\s+many\s+as|as\s+much\s+as|no\s+more\s+than|not\s+more\s+than|(?:a\s+)?maximum\s+of"
    r"|fewer\s+than|less\s+than|under|below"
)
ABOUT = (
    r"about|around|some|roughly|approximately|approx\.?|an?\s+estimated|estimated|nearly|almost|close\s+to|circa"
    r"|nearing|more\s+or\s+less|just\s+(?:over|under)|an\s+average\s+of|~"
)
CURRENCY = r"(?:(?:US|A|C|NZ|HK|S|NT)?[$£€¥₹₽₺₪₩₦]\s?)?"

_BEFORE = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{words})\s+(?:the\s+)?(?={CURRENCY}$)|~(?={CURRENCY}$)", re.IGNORECASE))
    for kind, words in (("about", ABOUT), ("low", LOW), ("high", HIGH))
)
_AFTER = (
    ("low", re.compile(r"(?:\s+or\s+more\b|\s+at\s+least\b|[-‑\s]plus\b|\+)", re.IGNORECASE)),
    ("high", re.compile(r"\s+or\s+(?:fewer|less)\b|\s+at\s+(?:the\s+)?most\b", re.IGNORECASE)),
    ("about", re.compile(r"\s+or\s+so\b|[-‑]odd\b", re.IGNORECASE)),
)
REACH = 40  # characters before a number in which its modifiers stand


def bounded(text: str, numeral: Numeral) -> Numeral:
    """The number with what its modifiers make of it; its span grows over them."""
    if numeral.special:
        return numeral
    return _after(text, _before(text, numeral))


def _before(text: str, numeral: Numeral) -> Numeral:
    """Modifiers before the number, the nearest first ("at least about 60")."""
    while True:
        head = text[max(0, numeral.span.start - REACH) : numeral.span.start]
        for kind, pattern in _BEFORE:
            match = next(iter(pattern.finditer(head)), None)
            if match:
                start = numeral.span.start - len(head) + match.start()
                numeral = _apply(replace(numeral, span=Span(start, numeral.span.end)), kind)
                break
        else:
            return numeral


def _after(text: str, numeral: Numeral) -> Numeral:
    for kind, pattern in _AFTER:
        if match := pattern.match(text, numeral.span.end):
            return _apply(replace(numeral, span=Span(numeral.span.start, match.end())), kind)
    return numeral


def _apply(numeral: Numeral, kind: str) -> Numeral:
    if kind == "about":
        return replace(numeral, approximate=True)
    if kind == "low":
        return replace(numeral, high=None)
    return replace(numeral, low=None, high=numeral.high if numeral.high is not None else numeral.low)
