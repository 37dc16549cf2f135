"""Numbers as texts write them: "12", "1.5 million", "twenty-five", "dozens", "between 10 and 12", "no one"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.model import Span


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text with what it can stand for; ``high`` is None where it is open."""

    span: Span
    low: float | None
    high: float | None
    approximate: bool = False
    digits: bool = False  # written in digits, without a word of scale
    special: str = ""  # "none": "no one", "no civilians"; "another": "one was killed and another wounded"


UNITS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
# The least that a vague word can mean; a count may be any number above it.
VAGUE = {
    "hundreds of thousands": 200_000.0,
    "tens of thousands": 20_000.0,
    "tens of millions": 20_000_000.0,
    "hundreds of millions": 200_000_000.0,
    "several thousand": 3000.0,
    "several hundred": 300.0,
    "several dozen": 36.0,
    "a few hundred": 200.0,
    "a few thousand": 2000.0,
    "a few dozen": 24.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2000.0,
    "millions": 2_000_000.0,
    "billions": 2_000_000_000.0,
    "several": 3.0,
    "a handful": 3.0,
    "a couple": 2.0,
}
NONE = r"no(?:\s|\s?-\s?)one|nobody|none|no(?!\s+(?:fewer|less|more|longer)\b)"

_WORD = r"(?:{})".format("|".join([*UNITS, *TENS]))
_FULL_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)"
_SPACE = r"\s+"
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = (
    rf"(?:half\s+a\s+|an?\s+){_FULL_SCALE}(?:\s+{_FULL_SCALE})*(?:\s+and\s+{_WORD}(?:-{_WORD})?)?"
    rf"|{_WORD}(?:[\s-](?:and\s+)?(?:{_WORD}|{_FULL_SCALE}))*"
)
_ONE = re.compile(
    rf"(?P<vague>{'|'.join(VAGUE).replace(' ', _SPACE)})"
    rf"|(?P<digits>{_DIGITS})(?:[\s-]?(?P<scale>{_FULL_SCALE})|(?P<letter>mn|bn|tn|[mbk])(?!\w))?"
    rf"|(?P<words>{_WORDS})"
    rf"|(?P<special>{NONE}|another)",
    re.IGNORECASE,
)
# A number never starts inside a word or a longer number ("M5", "F-15", "2.0.1", "COVID-19"), nor ends inside one.
_BEFORE = re.compile(r"(?:[\w@#]|[A-Za-z][-–‑]|\d[.,:/])\Z")
_AFTER = re.compile(r"^(?:\w|[.,:/]\d|['’]\d|[-–\s]?(?:third|quarter|half|fifth|tenth)s?\b)", re.IGNORECASE)
_JOIN = re.compile(r"\s?(?:-|–|—)\s?|\s+(?:to|or|and)\s+", re.IGNORECASE)
_CURRENCY = re.compile(r"(?:US|A|C|NZ|HK|S|NT)?[$£€¥₹₽₺₪₩₦]\s?")
_BETWEEN = re.compile(r"\bbetween\s+(?:(?:US|A|C)?[$£€¥]\s?)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:(?:US|A|C)?[$£€¥]\s?)?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris|rose|climb|jump|increas|gr[eo]w|up|soar|f[ae]ll|drop|lower|cut|reduc|revis|rais|chang|went|declin|edg)"
    r"\w*(?:\W+\w+){0,3}\W+from\b",
    re.IGNORECASE,
)
_MILLION_OF = re.compile(r"^\s+[a-z]\w*s\b|^\s+people\b")


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every number of a text from left to right, ranges as one."""
    pending: Numeral | None = None
    for numeral in _singles(text):
        if pending is None:
            pending = numeral
            continue
        joined = _range(text, pending, numeral)
        if joined is None:
            yield pending
        pending = joined or numeral
    if pending is not None:
        yield pending


def _singles(text: str) -> Iterator[Numeral]:
    at = 0
    while match := _ONE.search(text, at):
        numeral = _numeral(text, match)
        at = numeral.span.end if numeral else _past(text, match)
        if numeral:
            yield numeral


def _past(text: str, match: re.Match[str]) -> int:
    """Where to go on after something that is no number: past the whole word that it lies in."""
    word = re.compile(r"[\w.,:/’'-]*").match(text, match.end())
    return max(word.end() if word and match["digits"] else match.end(), match.start() + 1)


def _numeral(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    scale = SCALES.get((match["scale"] or match["letter"] or "").lower(), 1.0)
    if match["letter"] and not _is_scale(text, match):
        end, scale = match.end("digits"), 1.0
    if _BEFORE.search(text[max(0, start - 2) : start]) or (
        _AFTER.match(text[end : end + 8]) and not _unit_follows(text, end, match)
    ):
        return None
    span = Span(start, end)
    if match["vague"]:
        return Numeral(span, VAGUE[_spaced(match["vague"])], None, approximate=True)
    if match["special"]:
        word = _spaced(match["special"])
        return Numeral(span, 1.0, 1.0, special="another") if word == "another" else Numeral(span, 0, 0, special="none")
    if match["words"]:
        value, rough = _word_value(_spaced(match["words"]))
        return Numeral(span, value, value, approximate=rough)
    value = float(re.sub(r"[,\u00a0\u202f]", "", match["digits"])) * scale
    value = round(value, 6)
    return Numeral(span, value, value, approximate=scale == 12, digits=scale == 1)


def _is_scale(text: str, match: re.Match[str]) -> bool:
    """Whether the letters after the digits mean a scale: "$5m" and "11.5m files", but "400m long" is a length."""
    if match["letter"].lower() != "m":
        return True
    return bool(_CURRENCY.search(text[max(0, match.start() - 4) : match.start()] or " ")) or bool(
        _MILLION_OF.match(text[match.end() : match.end() + 20])
    )


def _unit_follows(text: str, end: int, match: re.Match[str]) -> bool:
    """Whether what is glued to the digits is a unit ("5km", "15%"), not a letter of a name ("15E")."""
    return bool(match["digits"] and re.match(r"(?:km|cm|mm|m|kg|ft|mph|kph|kmh|lb|lbs|tn|t|GB|TB|MB)\b", text[end:]))


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _word_value(words: str) -> tuple[float, bool]:
    """The value of a number in words, and whether it is rough by nature ("a dozen")."""
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", words):
        if word in UNITS or word in TENS:
            current += UNITS.get(word, 0) or TENS[word]
        elif word in {"a", "an", "half"}:
            current = 0.5 if word == "half" or current == 0.5 else 1.0
        elif word in {"hundred", "dozen"}:
            current = (current or 1.0) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1.0) * SCALES[word], 0.0
    return total + current, "dozen" in words or words.startswith(("a ", "an ", "half"))


def _range(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    """One number for "10 to 12", "10-12", "between 10 and 12", or None; "between" and "from" belong to the span."""
    gap = text[first.span.end : second.span.start]
    bare = _CURRENCY.sub("", gap)
    before = text[max(0, first.span.start - 14) : first.span.start]
    if not _JOIN.fullmatch(bare) or first.special or second.special or None in (first.high, second.high):
        return None
    between, origin = _BETWEEN.search(before), _FROM.search(before)
    if bare.strip().lower() == "and" and not between:
        return None
    low, high = first.low or 0.0, second.low or 0.0
    if first.digits and low < high and high >= 1000 and not second.digits and low < 1000:
        low *= _scale_of(text, second)
    if low >= high or (origin and _CHANGE.search(text[max(0, first.span.start - 50) : first.span.start])):
        return None
    opening = between or origin
    start = first.span.start - len(opening[0]) if opening else first.span.start
    return Numeral(Span(start, second.span.end), low, high, first.approximate or second.approximate, second.digits)


def _scale_of(text: str, numeral: Numeral) -> float:
    """The scale that "5 to 6 million" shares between its two numbers."""
    match = _ONE.match(text, numeral.span.start)
    return SCALES.get(((match["scale"] or match["letter"]) if match else "") or "", 1.0) if match else 1.0
