"""The day and the village or town that each source says an event took place on or in, where it says so outright.

A day or a place that merely stands in the same sentence is no evidence: on news such a rule is nearly always wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from according.digesting.bearing import at_another_time
from according.digesting.record import Record
from according.model import Claim, Event, PlacePrecision, Precision, Span

OCCURRED = re.compile(
    r"\b(?:took\s+place|taken\s+place|happened|occurred|(?:was|were)\s+carried\s+out)\b", re.IGNORECASE
)
REACH = 45  # characters from there to the day or the place
# Words directly before a place beside which, and not in which, something took place.
BESIDE = re.compile(
    r"\b(?:near|close|next|nearby|outside|from|towards?|between|north|south|east|west)(?:\s+(?:to|of))?\s+$"
)
NEAR = 3  # days; what lies farther apart is another event, not another day for this one
SMALL = (PlacePrecision.POINT, PlacePrecision.TOWN, PlacePrecision.PARENT)


def days(record: Record, event: Event, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claims by the day (ISO) on which they say that it took place, near the event's own day."""
    out: dict[str, list[Claim]] = defaultdict(list)
    if event.start is None or event.precision is not Precision.DAY:
        return out
    for claim in claims:
        times = record.passages.bare[claim.article].times
        found = {
            t.start
            for stretch in _where_told(record, event, claim)
            for t in times
            if t.precision is Precision.DAY and t.start and t.start == t.end and stretch.contains(t.span)
        }
        if len(found) == 1 and abs((day := found.pop()) - event.start).days <= NEAR:
            out[day.isoformat()].append(claim)
    return dict(sorted(out.items()))


def towns(record: Record, event: Event, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claims by the one village or town (its name) in which they say that it took place."""
    out: dict[str, list[Claim]] = defaultdict(list)
    places = record.linked.places
    for claim in claims:
        text = record.linked.articles[claim.article].text
        found = {
            m.entity
            for stretch in _where_told(record, event, claim)
            for m in record.passages.mentions_in("place", claim.article, stretch)
            if _is_small(record, m.entity)
            and not BESIDE.search(text[stretch.start : m.span.start])
        }  # fmt: skip
        if len(found) == 1:
            out[str(found.pop())].append(claim)
    nested = {p for id_ in out for p in places[id_].parents}
    told = {id_: by for id_, by in sorted(out.items()) if id_ not in nested}
    return {} if _named_together(record, claims, set(told)) else {places[id_].name: by for id_, by in told.items()}


def _named_together(record: Record, claims: Sequence[Claim], places: set[str]) -> bool:
    """Whether some passage names two of the places: "the stop at Sandilands in Croydon" tells that both can hold."""
    return len(places) > 1 and any(len(places.intersection(record.named[c.id][0])) > 1 for c in claims)


def _is_small(record: Record, place: str | None) -> bool:
    """Whether a place is small enough that an event is either there or somewhere else."""
    known = record.linked.places.get(place or "")
    return known is not None and known.precision in SMALL


def _where_told(record: Record, event: Event, claim: Claim) -> Iterator[Span]:
    """The words behind "took place" in a claim's sentences that name the event's kind before it."""
    text = record.linked.articles[claim.article].text
    for part in claim.content:
        for match in OCCURRED.finditer(part.of(text)):
            at = part.start + match.end()
            triggers = (t for t in record.passages.bare[claim.article].triggers if t.type == event.type)
            named = any(part.start <= t.span.start and t.span.end <= part.start + match.start() for t in triggers)
            stretch = Span(at, min(at + REACH, part.end))
            if named and not at_another_time(record, event, claim, stretch):
                yield stretch
