"""The day and the town that each source gives an event, as far as it gives exactly one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from according.digesting.record import Record
from according.model import Claim, Event, PlacePrecision, Precision, Span

NEAR = 3  # days; what lies farther apart is another event, not another day for this one
SMALL = (PlacePrecision.POINT, PlacePrecision.TOWN, PlacePrecision.PARENT)


def days(record: Record, event: Event, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claims by the day (ISO) that they give what happened, near the event's own day."""
    out: dict[str, list[Claim]] = defaultdict(list)
    if event.start is None or event.precision is not Precision.DAY:
        return out
    for claim in claims:
        found = {
            t.start
            for t in record.linked.annotations[claim.article].times
            if t.precision is Precision.DAY
            and t.start
            and t.start == t.end
            and _told_with_event(record, event, claim, t.span)
        }
        if len(found) == 1 and abs((day := found.pop()) - event.start).days <= NEAR:
            out[day.isoformat()].append(claim)
    return dict(sorted(out.items()))


def towns(record: Record, event: Event, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claims by the one village or town (its name) that they give what happened."""
    out: dict[str, list[Claim]] = defaultdict(list)
    places = record.linked.places
    for claim in claims:
        found = {
            m.entity
            for m in record.linked.mentions.get(claim.article, ())
            if m.kind == "place" and _is_small(record, m.entity) and _told_with_event(record, event, claim, m.span)
        }
        if len(found) == 1:
            out[str(found.pop())].append(claim)
    nested = {p for id_ in out for p in places[id_].parents}
    return {places[id_].name: told for id_, told in sorted(out.items()) if id_ not in nested}


def _is_small(record: Record, place: str | None) -> bool:
    """Whether a place is small enough that an event is either there or somewhere else."""
    known = record.linked.places.get(place or "")
    return known is not None and known.precision in SMALL


def _told_with_event(record: Record, event: Event, claim: Claim, span: Span) -> bool:
    """Whether words stand in the claim's content, in one sentence with a word for the event's own kind."""
    annotation = record.linked.annotations[claim.article]
    if not any(c.contains(span) for c in claim.content):
        return False
    sentence = next((s.span for s in annotation.sentences if s.span.contains(span)), span)
    return any(t.type == event.type and sentence.contains(t.span) for t in annotation.triggers)
