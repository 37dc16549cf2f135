"""Whether a figure counts the event that its claim is about, or stands there for another time, place or purpose."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from according.digesting.record import Record
from according.model import Claim, Event, Figure, Place, PlacePrecision, Precision, Span, TimeExpression

# What the reader is told beside a figure that is not compared.
SCOPES = {
    "part": "part of a larger count",
    "more": "on top of an earlier count",
    "earlier": "the text itself gives a later count",
    "possible": "planned, possible or denied",
}
OTHER_TIME = "counted for another time"
LONGER_TIME = "counted over a longer time"
OTHER_PLACE = "counted for another place"
REPLACED = "called earlier or replaced in the text"
MEASURED = "not told what for"
REASONS = (*SCOPES.values(), OTHER_TIME, LONGER_TIME, OTHER_PLACE, REPLACED, MEASURED)

APART = 40  # kilometres from which two places are not neighbours
WIDE = 200  # the same where one is a province, of which only a middle is known
VAGUE_PLACES = frozenset({"region", "sea"})  # "the Rhine" and "the Middle East" lie in too many places
KM_PER_DEGREE = 111.2
SLACK = timedelta(days=1)  # time zones, and events around midnight
# Words before a figure that set it apart from the present count: "its initial offer of $70", "up from $70".
BEFORE = re.compile(
    r"\b(?:(?:initial|previous|original|former|earlier|prior|first)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:offer|bid|approach|proposal|price|valuation|claim|demand|estimate|count|toll|tally|figure|number|total|sum|amount"
    r"|forecast|target|report|settlement|budget|fine|record)s?"
    r"|initially|previously|originally|formerly|(?:had|has|have|was|were)\s+(?:first|earlier)"
    r"|compared\s+(?:to|with)|(?:up|down|(?:revised|corrected)(?:\s+(?:up|down)(?:wards?)?)?)\s+from|since|annually|a\s+year)\b[^.;:,]{0,30}$"
    r"|\b(?:initial|previous|original|former|earlier|prior)\s+$",
    re.IGNORECASE,
)
# The same behind a figure: "five deaths reported earlier", "the 12 originally thought dead".
AFTER = re.compile(
    r"^[^.;:,]{0,30}?\b(?:(?:previously|initially|originally|formerly|earlier|first)\s+(?:reported|announced|counted|given"
    r"|estimated|confirmed|stated|claimed|thought|believed|feared)"
    r"|(?:reported|announced|counted|given|estimated|confirmed|stated|claimed)\s+(?:earlier|previously|initially|before))\b",
    re.IGNORECASE,
)
# Words around a figure that stretch it over more than the event, or tell of another.
PERIOD = re.compile(
    r"\bsince\b|\bso\s+far\s+this\b|\b(?:last|this|every|each|a|per)\s+(?:week|month|year|season|century)\b"
    r"|\bearlier\s+this\b|\bin\s+(?:recent|the\s+(?:past|last))\b|\bago\b|\byears?\s+(?:earlier|later|before)\b"
    r"|\b(?:in|of|from|between|during|the)\s+(?:\w+\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# What follows a dateline's town, which tells where the report was written: "BERLIN (AP) — ".
DATELINE = re.compile(r"[^.;:]{0,40}?\s?(?:—|–|--|-)\s")
# Beginnings of a sentence that speaks on of what the sentence before it was about: "It killed 612 people".
SPEAKS_ON = re.compile(
    r"\W*(?:(?:it|that|this)\b|(?:the|that|this)\s+(?:incident|attack|strike|raid|quake|earthquake|blast|explosion|crash|accident"
    r"|disaster|shooting|bombing|riots?|violence|clashes|storm)\b)",
    re.IGNORECASE,
)
# The same across paragraphs: "30 civilians were killed in the incident".
SPEAKS_BACK = re.compile(
    r"\W*following\s+(?:the|that|this)\s+(?:incident|violence|attacks?)\b|.*\b(?:in|during)\s+(?:the|that)\s+incident\b",
    re.IGNORECASE,
)
LOOK_BACK = 3  # sentences
AROUND = 100  # characters around a figure that are looked at for a period
REACH = 60  # characters before a figure that are looked at


def apart(record: Record, event: Event, claim: Claim, figure: Figure) -> str:
    """Why a figure is not compared with others of the event; empty when it may be."""
    if figure.scope:
        return SCOPES[figure.scope]
    text = record.linked.articles[claim.article].text
    sentence = _sentence(record, claim, figure.span)
    elsewhere = _elsewhere(record, event, claim, sentence)
    before = text[max(sentence.start, figure.span.start - REACH) : figure.span.start]
    if not elsewhere and (BEFORE.search(before) or AFTER.search(text[figure.span.end : sentence.end])):
        return REPLACED
    return elsewhere or _period(record, claim, sentence, figure.span)


def _elsewhere(record: Record, event: Event, claim: Claim, sentence: Span) -> str:
    """Whether a sentence, or the ones before it that it speaks on from, are about another time or place."""
    found = _time(record, event, claim, sentence) or _place(record, event, claim, sentence)
    text = record.linked.articles[claim.article].text
    back = SPEAKS_BACK.match(sentence.of(text)) is not None
    speaks_on = back or SPEAKS_ON.match(sentence.of(text))
    if found or not speaks_on or _names_setting(record, claim, sentence):
        return found
    for earlier in _before(record, claim, sentence, across=back):
        whole = replace(claim, content=(earlier,))
        found = _time(record, event, whole, earlier) or _place(record, event, whole, earlier)
        if found or _names_setting(record, whole, earlier):
            return found
    return ""


def _before(record: Record, claim: Claim, sentence: Span, *, across: bool) -> list[Span]:
    """The few sentences before one in its paragraph, or across paragraphs, the nearest first."""
    told = record.passages.bare[claim.article].sentences
    here = next((s.block for s in told if s.span == sentence), None)
    near = (s for s in reversed(told) if s.span.end <= sentence.start and (across or s.block == here))
    return [s.span for s in near][:LOOK_BACK]


def _names_setting(record: Record, claim: Claim, sentence: Span) -> bool:
    """Whether a sentence names a day or a place at which the event may be."""
    times = record.passages.bare[claim.article].times
    return bool(_local(record, claim, sentence)) or any(t.start and sentence.contains(t.span) for t in times)


def at_another_time(record: Record, event: Event, claim: Claim, span: Span) -> str:
    """Why what a claim says at a span is about another time than the event's; empty when it is not."""
    sentence = _sentence(record, claim, span)
    return _time(record, event, claim, sentence) or _period(record, claim, sentence, span)


def _period(record: Record, claim: Claim, sentence: Span, span: Span) -> str:
    """Whether words nearby stretch what is told over more than the event."""
    text = record.linked.articles[claim.article].text
    around = text[max(sentence.start, span.start - AROUND) : min(sentence.end, span.end + AROUND)]
    return LONGER_TIME if PERIOD.search(around) else ""


def _sentence(record: Record, claim: Claim, span: Span) -> Span:
    """The sentence in which something stands."""
    sentences = record.passages.bare[claim.article].sentences
    return next((s.span for s in sentences if s.span.contains(span)), span)


def _time(record: Record, event: Event, claim: Claim, sentence: Span) -> str:
    """Whether the days that the claim names in the figure's sentence are others than the event's."""
    times = [
        t
        for t in record.passages.bare[claim.article].times
        if t.start and sentence.contains(t.span) and any(c.contains(t.span) for c in claim.content)
    ]
    if not times or event.start is None or event.precision is not Precision.DAY:
        return ""
    if any(_is_day_of(event, t) for t in times):
        return ""
    return LONGER_TIME if any(_covers(event, t) for t in times) else OTHER_TIME


def _is_day_of(event: Event, time: TimeExpression) -> bool:
    return time.precision in (Precision.DAY, Precision.WEEK) and _covers(event, time)


def _covers(event: Event, time: TimeExpression) -> bool:
    first, last = event.start or date.min, event.end or event.start or date.max
    start, end = time.start or date.min, time.end or time.start or date.max
    return start <= last + SLACK and first - SLACK <= end


def _place(record: Record, event: Event, claim: Claim, sentence: Span) -> str:
    """Whether every place named in the figure's sentence is known to lie elsewhere than the event."""
    named = _local(record, claim, sentence)
    if not named or event.place is None or not _is_local(record, event.place):
        return ""
    return OTHER_PLACE if all(is_elsewhere(record, event.place, n) for n in named) else ""


def _local(record: Record, claim: Claim, sentence: Span) -> set[str]:
    """The places that a claim names in a sentence, datelines and countries left out."""
    text = record.linked.articles[claim.article].text
    return {
        m.entity
        for m in record.passages.mentions_in("place", claim.article, sentence)
        if m.entity
        and any(c.contains(m.span) for c in claim.content)
        and _is_local(record, m.entity)
        and not (m.span.start == sentence.start and DATELINE.match(text[m.span.end : sentence.end]))
    }


def _is_local(record: Record, place: str) -> bool:
    known = record.linked.places.get(place)
    return known is not None and known.precision is not PlacePrecision.COUNTRY and known.kind not in VAGUE_PLACES


def is_elsewhere(record: Record, one: str, other: str) -> bool:
    """Whether two places are known to lie apart; a place without a point of its own may be anywhere."""
    places = record.linked.places
    if one == other or one not in places or other not in places:
        return False
    if other in places[one].parents or one in places[other].parents:
        return False
    if _is_sister(places, one, other) or _is_sister(places, other, one):
        return True
    points = [(p.latitude, p.longitude) for p in (places[one], places[other])]
    (lat, lon), (other_lat, other_lon) = points
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return False
    wide = PlacePrecision.AREA in (_precision(places, one), _precision(places, other))
    return _kilometres(lat, lon, other_lat, other_lon) > (WIDE if wide else APART)


def _precision(places: Mapping[str, Place], place: str) -> PlacePrecision:
    """How finely the point of a place is known, if only by the place that lends it."""
    known = places[place]
    lender = places.get(known.parents[0]) if known.precision is PlacePrecision.PARENT and known.parents else None
    return lender.precision if lender else known.precision


def _is_sister(places: Mapping[str, Place], area: str, other: str) -> bool:
    """Whether an area is another of the kind in which a place lies: a second province, district or state."""
    known = places[area]
    around = (places[p] for p in (other, *places[other].parents) if p in places)
    return known.precision is PlacePrecision.AREA and any(
        p.precision is PlacePrecision.AREA and p.kind == known.kind and p.id != area for p in around
    )


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points on a sphere, flat enough at this scale."""
    east = (lon - other_lon) * math.cos(math.radians((lat + other_lat) / 2))
    return KM_PER_DEGREE * math.hypot(lat - other_lat, east)
