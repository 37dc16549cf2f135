"""Numbers that count nothing: dates, times, ages, roads, flights, scores, addresses, telephone numbers, lists."""

from __future__ import annotations

import re

from according.annotating.quantities.numerals import Numeral

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)

# Words after which a number in digits is a name: "Flight 370", "Resolution 2254", "season 3"; the second list only with
# a capital, because "in the area 12 people died" counts.
NUMBERED = (
    r"highways?|routes?|motorways?|interstate|flights?|boeing|airbus|no\.?|nos\.?|numbers?|nr\.?|articles?|chapter|section"
    r"|resolution|clause|paragraph|pages?|season|episode|apollo|formula|windows|ios|android|playstation|xbox|galaxy"
    r"|iphone|landsat|battalion|brigade|regiment|squadron|photo|caption|copyright|super\s+bowl|aged?|ages"
    r"|turn(?:s|ed|ing)|tel\.?|phone|fax|age\s+of"
)
NUMBERED_CAPITAL = (
    r"Road|Exit|Gate|Terminal|Platform|Line|Lane|Track|Runway|Part|Phase|Round|Stage|Volume|Issue|Version|Update|Channel"
    r"|Level|Tier|Group|Grade|Class|Category|Unit|Room|Floor|Type|Model|Area|District|Division|Figure|Table|Act|Title"
    r"|Week|Day|Game|G|Topic|Rule|Step|Point|Radio|BBC|Fox|News"
)

_BEFORE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{MONTHS}\.?,?\s+(?:the\s+)?$",  # February 12
        rf"\b{MONTHS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:to\s+|-\s*)?$",  # February 12, 2020
        rf"\b(?:{NUMBERED})\s+$|\b(?-i:{NUMBERED_CAPITAL})\s+$",
        r"[\d)]\s?[-–/.:]\s?$",  # 555-1234, 3-1
        r"\+$",
        r"[#№§]\s?$",
    )
)
_AFTER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTHS}\b\.?(?!\s+(?:be|have|also|not)\b)",  # 12 February
        r"\s?(?:a\.m\.?|p\.m\.?|am|pm|o['’]clock|gmt|utc|hrs)\b",
        r"\s?[-–/]\s?\d",  # 3-1; a range has been read as one number already
        r"[-\s](?:year|yr|month|week|day|hour|minute|second)s?[-\s](?:old|long)",
        r"\s+(?:years?|months?)\s+(?:old|of\s+age)",
        r"\s*[ap]\.?m\b",
        r"[\s-]cali(?:ber|bre)\b",
        r"\s+others?\s+reasons?",
        r"\s?(?:%|per\s?cent)\s+(?:sure|certain|confident|committed|convinced)\b",
    )
)
_ADDRESS = re.compile(
    r"\s+(?:[A-Z][\w’'.-]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd|Way|Place|Court)\b"
)
_AGE_ENDS = re.compile(r"\s?[,;.)](?!\d)")
_AGES = (
    (re.compile(r"\w,\s$"), _AGE_ENDS),  # "Jane Doe, 42, of ..."
    (re.compile(r"\w,\s$"), re.compile(r"\s+and\s+\d{1,2}\s?[,;.)](?!\d)")),  # "his half-brothers, 17 and 22, ..."
    (re.compile(r"[a-z],\s\d{1,2}\s+and\s+$"), _AGE_ENDS),
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LIST_ITEM = re.compile(r"(?:^|\n)\s*$")


def is_name(text: str, numeral: Numeral) -> bool:
    """Whether the number is part of a name, a date, a time, a score or the like."""
    start, end = numeral.span
    if numeral.special:
        return False
    head, tail = text[max(0, start - 32) : start], text[end : end + 60]
    if any(p.search(head) for p in _BEFORE if numeral.digits) or any(p.match(tail) for p in _AFTER):
        return True
    if _ADDRESS.match(tail):
        return True
    if numeral.digits and any(before.search(head) and after.match(tail) for before, after in _AGES):
        return True
    if numeral.digits and _LIST_ITEM.search(head) and re.match(r"[.)]\s", tail):
        return True
    return _is_year(text, numeral)


def is_year_like(text: str, numeral: Numeral) -> bool:
    """Whether it is written as a year: four bare digits from 1800 to 2099."""
    return bool(numeral.digits and _YEAR.fullmatch(numeral.span.of(text)))


def _is_year(text: str, numeral: Numeral) -> bool:
    """A number written as a year is one, unless what follows makes it a count ("2019 people", "1800 km")."""
    if not is_year_like(text, numeral):
        return False
    start, end = numeral.span
    if re.search(r"[$£€¥]\s?$", text[max(0, start - 2) : start]):
        return False
    counted = re.match(r"\s?(?:%|[a-z]+s\b|people\b|km\b|m\b)", text[end : end + 20])
    led = re.search(
        r"\b(?:in|since|of|from|until|by|during|late|early|mid|the|before|after|and|summer|winter|spring"
        rf"|autumn|fall|{MONTHS}|\w+day)\.?,?\s+$",
        text[max(0, start - 14) : start],
        re.IGNORECASE,
    )
    return bool(led) or not counted
