"""Sums of money, percentages and measures: numbers told by a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from according.annotating.quantities.numerals import Numeral
from according.model import Span


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit; the span covers both."""

    numeral: Numeral
    counts: str
    unit: str


SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₩": "KRW"}
SYMBOLS |= {"₦": "NGN", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD"}
CODES = "USD EUR GBP JPY CNY RUB TRY INR ILS CHF CAD AUD EGP SYP IQD IRR SAR AED KRW UAH PLN SEK NOK DKK ZAR".split()
# ISO 4217 codes of currencies by their noun, and, where several countries share the noun, by adjective and noun.
NOUNS = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "pounds",
    "pound sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ruble": "RUB",
    "rouble": "RUB",
    "lira": "TRY",
    "rupee": "rupees",
    "shekel": "ILS",
    "naira": "NGN",
    "rand": "ZAR",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "real": "BRL",
    "peso": "pesos",
    "franc": "francs",
    "dinar": "dinars",
    "riyal": "riyals",
    "dirham": "dirhams",
    "krona": "SEK",
    "krone": "kroner",
}
QUALIFIED = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "singapore dollar": "SGD", "egyptian pound": "EGP",
    "syrian pound": "SYP", "lebanese pound": "LBP", "sudanese pound": "SDG", "british pound": "GBP",
    "turkish lira": "TRY", "iraqi dinar": "IQD", "jordanian dinar": "JOD", "kuwaiti dinar": "KWD",
    "saudi riyal": "SAR", "qatari riyal": "QAR", "iranian rial": "IRR", "emirati dirham": "AED",
    "moroccan dirham": "MAD", "swiss franc": "CHF", "mexican peso": "MXN", "argentine peso": "ARS",
    "philippine peso": "PHP", "pakistani rupee": "PKR", "indian rupee": "INR", "swedish krona": "SEK",
    "norwegian krone": "NOK", "danish krone": "DKK", "brazilian real": "BRL",
}  # fmt: skip

# (what it measures, canonical unit, how it is written); the first that matches wins, so the longer stand first.
UNITS: tuple[tuple[str, str, str], ...] = (
    ("speed", "km/h", r"kilomet(?:er|re)s?\s+(?:per|an)\s+hour|km/h|kmh|kph"),
    ("speed", "mph", r"miles?\s+(?:per|an)\s+hour|mph"),
    ("speed", "m/s", r"met(?:er|re)s?\s+(?:per|a)\s+second|m/s"),
    ("speed", "knots", r"knots?"),
    ("area", "km2", r"square[\s-]kilomet(?:er|re)s?|sq\.?\s?km|km2|km²"),
    ("area", "square miles", r"square[\s-]miles?|sq\.?\s?mi\b"),
    ("area", "m2", r"square[\s-]met(?:er|re)s?|sq\.?\s?m\b|m2|m²"),
    ("area", "square feet", r"square[\s-](?:foot|feet)|sq\.?\s?ft"),
    ("area", "hectares", r"hectares?"),
    ("area", "acres", r"acres?"),
    ("volume", "m3", r"cubic[\s-]met(?:er|re)s?|m3|m³"),
    ("volume", "cubic feet", r"cubic[\s-](?:foot|feet)"),
    ("volume", "litres", r"lit(?:er|re)s?"),
    ("volume", "gallons", r"gallons?"),
    ("volume", "barrels", r"barrels?"),
    ("distance", "nautical miles", r"nautical[\s-]miles?"),
    ("distance", "km", r"kilomet(?:er|re)s?|km"),
    ("distance", "miles", r"miles?"),
    ("distance", "cm", r"centimet(?:er|re)s?|cm"),
    ("distance", "mm", r"millimet(?:er|re)s?|mm"),
    ("distance", "m", r"met(?:er|re)s?|m"),
    ("distance", "feet", r"foot|feet|ft"),
    ("distance", "yards", r"yards?"),
    ("distance", "inches", r"inch(?:es)?"),
    ("weight", "tonnes", r"(?:metric\s+tons?|tonnes?)"),
    ("weight", "tons", r"tons?"),
    ("weight", "kg", r"kilogram(?:me)?s?|kilos?|kg"),
    ("weight", "pounds", r"pounds?(?=\s+of\s+(?!sterling))|lbs?"),
    ("data", "TB", r"terabytes?|TB"),
    ("data", "GB", r"gigabytes?|GB"),
    ("data", "MB", r"megabytes?|MB"),
    ("temperature", "°C", r"degrees?\s+(?:celsius|centigrade)|°\s?C"),
    ("temperature", "°F", r"degrees?\s+fahrenheit|°\s?F"),
    ("temperature", "degrees", r"degrees?"),
    ("percent", "percentage points", r"percentage\s+points?"),
    ("percent", "percent", r"%|percent|per\s?cent|pct"),
)

_UNITS = tuple((counts, unit, re.compile(rf"[\s-]?(?:{form})(?!\w)", re.IGNORECASE)) for counts, unit, form in UNITS)
_SYMBOL = re.compile(r"(?:(?:(?<!\w)(?:US|NZ|HK|NT|A|C|S))?\$|[£€¥₹₽₺₪₩₦])\s?$")
_CODE_BEFORE = re.compile(rf"\b({'|'.join(CODES)})\s?$")
_CODE_AFTER = re.compile(rf"\s?({'|'.join(CODES)})\b")
_QUALIFIED = re.compile(rf"[\s-]({'|'.join(re.escape(q) for q in QUALIFIED)})s?\b", re.IGNORECASE)
_NOUN = re.compile(rf"[\s-]({'|'.join(sorted(NOUNS, key=len, reverse=True))})s?\b", re.IGNORECASE)
_CENTS = re.compile(r"[\s-](?:cents?|pence)\b", re.IGNORECASE)
_RATE = re.compile(
    r"\s+(?:a|an|per|each|every)\s+(?:[A-Z]\w+\s+)?(second|minute|hour|day|night|week|month|year|share|barrel|head|person)\b"
)
_MORE_DIGITS = re.compile(r"-\d")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\s+of)?[\s-]$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-]magnitude\b|\s+on\s+the\s+Richter\b", re.IGNORECASE)


def measured(text: str, numeral: Numeral) -> Measure | None:
    """The number as a measure, or None when no unit stands with it."""
    if numeral.special:
        return None
    found = _money(text, numeral) or _magnitude(text, numeral) or _unit(text, numeral)
    return _per(text, found) if found else None


def _money(text: str, numeral: Numeral) -> Measure | None:
    start, end = numeral.span
    head = text[max(0, start - 5) : start]
    if before := _SYMBOL.search(head) or _CODE_BEFORE.search(head):
        sign = before[0].strip()
        start -= len(before[0])
        after = _NOUN.match(text, end)
        unit = SYMBOLS.get(sign, sign)
        return _measure(numeral, Span(start, after.end() if after and NOUNS[after[1].lower()] == unit else end), unit)
    # A modifier may have pulled the sign into the span already: "at least $5 million".
    if inside := re.search(r"(?:US|NZ|HK|NT|A|C|S)?\$|[£€¥₹₽₺₪₩₦]", numeral.span.of(text)):
        return _measure(numeral, numeral.span, SYMBOLS[inside[0]])
    if after := _CODE_AFTER.match(text, end):
        return _measure(numeral, Span(start, after.end()), after[1])
    if after := _QUALIFIED.match(text, end):
        return _measure(numeral, Span(start, after.end()), QUALIFIED[after[1].lower()])
    if after := _CENTS.match(text, end):
        return _measure(numeral, Span(start, after.end()), after[0].strip(" -").lower().rstrip("s") + "s")
    after = _NOUN.match(text, end)
    weighs = after and after[1].lower() == "pound" and re.match(r"\s+of\b", text[after.end() : after.end() + 4])
    if after and not weighs:
        return _measure(numeral, Span(start, after.end()), NOUNS[after[1].lower()])
    return None


def _measure(numeral: Numeral, span: Span, unit: str) -> Measure:
    return Measure(replace(numeral, span=span), "money", unit)


def _magnitude(text: str, numeral: Numeral) -> Measure | None:
    start, end = numeral.span
    if (numeral.high or numeral.low or 99.0) > 10:
        return None
    if before := _MAGNITUDE_BEFORE.search(text[max(0, start - 14) : start]):
        return Measure(replace(numeral, span=Span(start - len(before[0]), end)), "magnitude", "magnitude")
    if after := _MAGNITUDE_AFTER.match(text, end):
        return Measure(replace(numeral, span=Span(start, after.end())), "magnitude", "magnitude")
    return None


def _unit(text: str, numeral: Numeral) -> Measure | None:
    for counts, unit, pattern in _UNITS:
        match = pattern.match(text, numeral.span.end)
        if match and not _MORE_DIGITS.match(text, match.end()):  # "5-foot-11" is somebody's height
            return Measure(replace(numeral, span=Span(numeral.span.start, match.end())), counts, unit)
    return None


def _per(text: str, measure: Measure) -> Measure:
    """A rate keeps what it is per: "9.6 billion dollars of goods a day" has the unit "USD per day"."""
    end = measure.numeral.span.end
    if match := _RATE.match(text, end):
        span = Span(measure.numeral.span.start, match.end())
        return replace(measure, numeral=replace(measure.numeral, span=span), unit=f"{measure.unit} per {match[1]}")
    if match := re.match(
        r"\s+(?:of|in)\s+(?:\w+\s+){1,2}(?:a|per|each|every)\s+(day|hour|week|month|year)\b", text[end : end + 50]
    ):
        return replace(measure, unit=f"{measure.unit} per {match[1]}")
    return measure
