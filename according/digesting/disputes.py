"""Where sources differ: figures, denials, the status of the dead, blame, place and day; each side in its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from according.digesting.blame import CONTESTED, blames
from according.digesting.counted import TOLD, group
from according.digesting.denials import denials
from according.digesting.figures import compared, conflicts
from according.digesting.record import Record
from according.digesting.statements import Groups
from according.digesting.status import statuses
from according.digesting.whenwhere import days, towns
from according.model import Claim, Dispute, DisputeSide, Event, Figure, FigureRow, Reading

SETTINGS = ("date", "place")  # kinds of dispute about the event as a whole


def find_disputes(record: Record, groups: Groups, event: Event, rows: Sequence[FigureRow]) -> tuple[Dispute, ...]:
    """Every dispute of one event, figures first."""
    claims = [record.claims[c] for c in event.claims]
    found = (
        *_figures(record, event, rows),
        *_denials(record, groups, event, claims),
        *_status(record, groups, event, claims),
        *_blame(record, groups, event, claims),
        *_settings(record, groups, event, claims),
    )
    return tuple(d for d in found if len(d.readings) > 1)


def _figures(record: Record, event: Event, rows: Sequence[FigureRow]) -> Iterator[Dispute]:
    for row in rows:
        if not row.differ:
            continue
        clashing = {id(r): r for pair in conflicts(record, compared(row, rows)) for r in pair}
        by_value: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
        for reading in sorted(clashing.values(), key=lambda r: (r.figure.low or 0, r.figure.claim)):
            figure = reading.figure
            by_value[figure.low, figure.high, figure.approximate, _part(row, figure)].append(reading)
        about = f"{row.counts}: {row.of}" if row.of else row.counts
        sides = tuple(
            DisputeSide(
                f"{readings[0].figure.text} {_part(row, readings[0].figure)}".strip(),
                _unique(r.source or r.source_name for r in readings),
                _claims(readings),
            )
            for readings in by_value.values()
        )
        yield Dispute(event.id, "figures", about, sides)


def _part(row: FigureRow, figure: Figure) -> str:
    """Of whom, where a count of some stands against a count of all."""
    return figure.of if row.counts in TOLD and not row.of and group(figure) else ""


def _claims(readings: Iterable[Reading]) -> tuple[str, ...]:
    return _unique(c.claim for r in readings for c in r.carriers)


def _denials(record: Record, groups: Groups, event: Event, claims: Sequence[Claim]) -> Iterator[Dispute]:
    seen: set[tuple[str, ...]] = set()
    for denial in denials(record, groups, claims):
        key = tuple(sorted({groups.of_claim[c.id] for c in (denial.claim, *denial.denied)}))
        if key in seen:
            continue  # the same denial in another article
        seen.add(key)
        first = denial.denied[0]
        stated = _side(groups, record.words[first.id].text, denial.denied)
        denied = _side(groups, record.words[denial.claim.id].text, [denial.claim])
        yield Dispute(event.id, "denial", record.words[denial.claim.id].text, (stated, denied))


def _status(record: Record, groups: Groups, event: Event, claims: Sequence[Claim]) -> Iterator[Dispute]:
    """Different words for the same dead: only where as many are meant, or one side leaves it open."""
    told = [s for c in claims for s in statuses(record, c)]
    for number in sorted({s.number for s in told if s.number}, key=int) or [""]:
        same = [s for s in told if s.number in (number, "")]
        values = [v for v in ("civilian", "combatant", "unclear") if any(s.value == v for s in same)]
        sides = [_side(groups, value, [s.claim for s in same if s.value == value]) for value in values]
        if _opposed(record, sides):
            yield Dispute(event.id, "status", "who the dead were", tuple(sides))
            return


def _blame(record: Record, groups: Groups, event: Event, claims: Sequence[Claim]) -> Iterator[Dispute]:
    acts: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims if event.type in CONTESTED else ():
        for blame in blames(record, claim):
            acts[blame.act][blame.agent].append(blame.claim)
    for act, by_agent in sorted(acts.items()):
        sides = [_side(groups, _name(record, agent), told) for agent, told in sorted(by_agent.items())]
        if _opposed(record, sides):
            yield Dispute(event.id, "blame", act, tuple(sides))


def _name(record: Record, actor: str) -> str:
    known = record.linked.actors.get(actor)
    return known.name if known else actor


def _settings(record: Record, groups: Groups, event: Event, claims: Sequence[Claim]) -> Iterator[Dispute]:
    """Different days or different towns for one event, which whoever shows them calls by its title."""
    told = days(record, event, claims), towns(record, event, claims)
    for kind, by_value in zip(SETTINGS, told, strict=True):
        sides = [_side(groups, value, told) for value, told in by_value.items()]
        if _opposed(record, sides):
            yield Dispute(event.id, kind, "", tuple(sides))


def _side(groups: Groups, value: str, claims: Iterable[Claim]) -> DisputeSide:
    told = list(claims)
    sources = _unique(groups.speaker[groups.of_claim[c.id]] or c.source_name for c in told)
    return DisputeSide(value, sources, _unique(c.id for c in told))


def _opposed(record: Record, sides: Sequence[DisputeSide]) -> bool:
    """Whether at least two sides are held by sources that do not hold both; copies count as what they repeat."""
    holders = [{record.principal(source) for source in side.sources} for side in sides]
    alone = [own - {x for o in holders if o is not own for x in o} for own in holders]
    return sum(bool(a) for a in alone) > 1


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def by_event(disputes: Mapping[str, tuple[Dispute, ...]]) -> tuple[Dispute, ...]:
    """The disputes of all events in one list."""
    return tuple(d for event in sorted(disputes) for d in disputes[event])
