"""Figures with their owners: rows of readings that count the same thing, with what updates what and what differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from according.digesting.bearing import MEASURED, apart
from according.digesting.counted import SINGLE, TOLD, Counted, counted, group, is_part, is_specific, same_deed
from according.digesting.intervals import disjoint, is_vague, same_value
from according.digesting.moments import hour, is_later, last
from according.digesting.record import NOT_STATED, Record
from according.digesting.statements import Groups, carrier
from according.digesting.wording import stems
from according.model import Claim, Event, Figure, FigureRow, Reading, Voice

# The order of rows: people first, the gravest first; what is not listed follows by name.
ORDER = (
    "killed", "casualties", "wounded", "hospitalised", "missing", "trapped", "abducted", "rescued", "evacuated",
    "displaced", "deported", "arrested", "charged", "released", "infected", "aboard", "people",
)  # fmt: skip
# Tolls grow: a higher count on a later day updates a lower one and does not contradict it.
GROWING = TOLD
NEAR = timedelta(days=7)  # counts that do not grow are compared only when they were told within a week


def figure_rows(record: Record, groups: Groups, event: Event) -> tuple[FigureRow, ...]:
    """Every figure of an event, in rows of readings that count the same thing."""
    rows: dict[Counted, list[Reading]] = defaultdict(list)
    for id_ in event.claims:
        claim = record.claims[id_]
        for figure in claim.figures:
            rows[counted(figure)].append(_reading(record, groups, event, claim, figure))
    made = [_row(key, _superseded(_merged(record, readings))) for key, readings in _joined(rows).items()]
    ordered = sorted(made, key=_row_order)
    return tuple(replace(row, differ=bool(conflicts(record, compared(row, ordered)))) for row in ordered)


def compared(row: FigureRow, rows: Sequence[FigureRow]) -> tuple[Reading, ...]:
    """The readings that may contradict those of a row: its own, and beside a count of all those of some of them."""
    if row.counts not in TOLD or row.of:
        return row.readings
    parts = [r for r in rows if r.counts == row.counts and r.of and r.unit == row.unit]
    return (*row.readings, *(r for part in parts for r in part.readings if is_part(r.figure)))


def _joined(rows: dict[Counted, list[Reading]]) -> dict[Counted, list[Reading]]:
    """Sums of which it is not told what they are of stand beside the only ones of which it is."""
    out = dict(rows)
    for key in rows:
        others = [k for k in rows if k.counts == key.counts and k.unit == key.unit and k.group]
        if not key.group and key.counts not in TOLD and key.counts not in SINGLE and len(others) == 1:
            out[others[0]] = [*out[others[0]], *out.pop(key)]
    return out


def _row_order(row: FigureRow) -> tuple[int, str, int, str, str, str]:
    place = ORDER.index(row.counts) if row.counts in ORDER else len(ORDER)
    first = row.readings[0].figure
    return (place, row.counts, -len(row.readings), group(first), row.unit, first.claim)


def _reading(record: Record, groups: Groups, event: Event, claim: Claim, figure: Figure) -> Reading:
    speaker = groups.speaker[groups.of_claim[claim.id]]
    source = record.source(speaker)
    why = apart(record, event, claim, figure) or ("" if is_specific(figure) else MEASURED)
    return Reading(
        figure=figure,
        source=speaker,
        source_name=source.name if source else claim.source_name,
        via=claim.via,
        article=claim.article,
        date=claim.date or record.linked.articles[claim.article].date,
        hour=hour(record, claim),
        apart=why,
        carriers=(carrier(record, claim),),
    )


def _row(key: Counted, readings: tuple[Reading, ...]) -> FigureRow:
    bounds = [b for r in readings if _counts(r) for b in (r.figure.low, r.figure.high) if b is not None]
    names = Counter(r.figure.of for r in readings if r.figure.of)
    return FigureRow(
        counts=key.counts,
        of=min(names, key=lambda n: (-names[n], n)) if names and key.group else "",
        unit=key.unit,
        readings=readings,
        differ=False,
        low=min(bounds, default=None),
        high=max(bounds, default=None),
    )


def _merged(record: Record, readings: list[Reading]) -> tuple[Reading, ...]:
    """One reading for one value by one source, with every article that carries it; in the order of telling."""
    ordered = sorted(readings, key=lambda r: (record.order(record.claims[r.figure.claim]), r.figure.span))
    kept: list[Reading] = []
    for reading in ordered:
        twin = next((i for i, k in enumerate(kept) if _same_reading(k, reading)), None)
        if twin is None:
            kept.append(reading)
        else:
            carriers = {c.claim: c for c in (*kept[twin].carriers, *reading.carriers)}
            kept[twin] = replace(kept[twin], carriers=tuple(carriers.values()))
    return tuple(kept)


def _same_reading(one: Reading, other: Reading) -> bool:
    same = _who(one) == _who(other) and one.apart == other.apart and same_value(one.figure, other.figure)
    return same and (one.source is not None or one.article == other.article)


def _superseded(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Marks what the same source later replaced: its earlier readings that its latest ones contradict."""
    told: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if _counts(reading) and reading.source and reading.date:
            told[reading.source].append(reading)
    latest = {source: last(given) for source, given in told.items()}
    return tuple(
        replace(r, superseded=_counts(r) and any(_replaces(n, r) for n in latest.get(r.source or "", ())))
        for r in readings
    )


def _replaces(new: Reading, old: Reading) -> bool:
    later = is_later(new, old) and same_deed(new.figure, old.figure)
    return later and not same_value(new.figure, old.figure)


def _counts(reading: Reading) -> bool:
    return not reading.apart and not is_vague(reading.figure)


def conflicts(record: Record, readings: Sequence[Reading]) -> tuple[tuple[Reading, Reading], ...]:
    """The pairs of current readings of different sources that cannot both hold."""
    current = [r for r in readings if _counts(r) and not r.superseded and r.source]
    clashing = [
        (a, b) for a, b in combinations(current, 2) if _exclude(a.figure, b.figure) and same_deed(a.figure, b.figure)
    ]
    unsure = {_who(a) for a, b in clashing if _who(a) == _who(b)}  # who gives two values at once may mean two things
    return tuple(
        (a, b)
        for a, b in clashing
        if not _are_one(record, a, b) and not unsure & {_who(a), _who(b)} and _comparable(record, a, b)
    )


def _exclude(one: Figure, other: Figure) -> bool:
    """Whether two counts cannot both hold: of the same people, or of some who are more than another counts in all."""
    if group(one) == group(other) or one.counts not in TOLD:
        return disjoint(one, other)
    part, whole = (one, other) if group(one) else (other, one)
    return not group(whole) and disjoint(one, other) and _above(part, whole)


def _who(reading: Reading) -> str:
    """Who gives a reading; of outlets of which nothing is known each article is one."""
    return f"{reading.source} {reading.article}" if reading.source == NOT_STATED else str(reading.source)


def _are_one(record: Record, one: Reading, other: Reading) -> bool:
    """Whether one source gives two readings, or such as count as one."""
    return _who(one) == _who(other) or (
        one.source != NOT_STATED and record.principal(str(one.source)) == record.principal(str(other.source))
    )


def _comparable(record: Record, one: Reading, other: Reading) -> bool:
    """Whether two readings can be of one moment by two sources, and neither is an outlet's gloss on what it cites."""
    if one.article == other.article and stems(one.source_name.split()) == stems(other.source_name.split()):
        return False  # "a report" and "the reports"
    if one.article == other.article and Voice.OUTLET in (_voice(record, one), _voice(record, other)):
        return False
    if one.date is None or other.date is None:
        return one.article == other.article  # nobody knows whether they are of one moment
    early, late = (one, other) if is_later(other, one) else (other, one)
    if one.figure.counts in GROWING and is_later(late, early) and _above(late.figure, early.figure):
        return False
    return abs(one.date - other.date) <= NEAR


def _above(late: Figure, early: Figure) -> bool:
    return late.low is not None and early.high is not None and late.low > early.high


def _voice(record: Record, reading: Reading) -> Voice:
    claim: Claim = record.claims[reading.figure.claim]
    return claim.voice
