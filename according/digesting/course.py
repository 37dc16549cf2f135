"""How the accounts came in and changed: the first report, who joined, figures that were replaced, denials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from according.digesting.denials import is_denial
from according.digesting.moments import is_later
from according.digesting.record import UNDATED, Record
from according.digesting.statements import Groups
from according.model import Claim, Development, Event, FigureRow, Reading


def developments(record: Record, groups: Groups, event: Event, rows: Sequence[FigureRow]) -> tuple[Development, ...]:
    """The steps of an event's coverage by date."""
    claims = sorted((record.claims[c] for c in event.claims), key=lambda c: (*record.order(c), c.id))
    steps = [*_arrivals(record, groups, claims), *_denials(record, groups, claims), *_updates(rows)]

    def order(step: Development) -> tuple[date, date, datetime, str, bool, str, str]:
        appeared = record.linked.articles[step.article].appeared
        return step.date or UNDATED, *appeared, step.kind != "first report", step.claim, step.kind

    return tuple(sorted(steps, key=order))


def _step(record: Record, groups: Groups, claim: Claim, kind: str) -> Development:
    speaker = groups.speaker[groups.of_claim[claim.id]]
    source = record.source(speaker)
    return Development(
        date=record.linked.articles[claim.article].date,
        kind=kind,
        source=speaker,
        source_name=source.name if source else claim.source_name,
        article=claim.article,
        claim=claim.id,
    )


def _arrivals(record: Record, groups: Groups, claims: Sequence[Claim]) -> Iterator[Development]:
    """The first claim of every source; the first of all is the first report."""
    seen: set[str] = set()
    for claim in claims:
        speaker = groups.speaker[groups.of_claim[claim.id]]
        if speaker is not None and speaker not in seen:
            yield _step(record, groups, claim, "joins" if seen else "first report")
            seen.add(speaker)


def _denials(record: Record, groups: Groups, claims: Sequence[Claim]) -> Iterator[Development]:
    seen: set[str] = set()
    for claim in claims:
        if is_denial(record, claim) and groups.of_claim[claim.id] not in seen:
            seen.add(groups.of_claim[claim.id])
            yield _step(record, groups, claim, "denial")


def _updates(rows: Sequence[FigureRow]) -> Iterator[Development]:
    """What a source's later figure replaced."""
    for row in rows:
        for old in (r for r in row.readings if r.superseded):
            new = next((r for r in row.readings if _replaces(r, old)), None)
            if new is not None:
                yield Development(
                    new.date, "figure", new.source, new.source_name, new.article, new.figure.claim,
                    before=f"{old.figure.text} {row.counts}", after=f"{new.figure.text} {row.counts}",
                )  # fmt: skip


def _replaces(new: Reading, old: Reading) -> bool:
    return is_later(new, old) and new.source == old.source and not new.superseded and not new.apart
