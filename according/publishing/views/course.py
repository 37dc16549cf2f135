"""How the accounts of an event came in and changed, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from according.model import Carrier, Development
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Day, Receipt, Ref

JOINS = "joins"


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: who, what kind of change, and where it stands."""

    date: Day | None
    kind: str
    sources: tuple[Ref, ...]
    before: str
    after: str
    receipt: Receipt


def steps(desk: Desk, course: tuple[Development, ...]) -> tuple[StepView, ...]:
    """The course of an event, first report first; sources that join in one article are one step."""
    known = (d for d in course if d.article in desk.linked.articles)
    return tuple(_step(desk, list(together)) for _, together in groupby(known, key=_occasion))


def _occasion(step: Development) -> tuple[str, ...]:
    joined = step.kind == JOINS
    return (step.kind, step.article, *(() if joined else (step.claim, step.before)))


def _step(desk: Desk, together: list[Development]) -> StepView:
    step = together[0]
    claim = desk.register.claims.get(step.claim)
    article = desk.linked.articles[step.article]
    carrier = Carrier(step.article, step.claim, claim.content if claim else (), claim.via if claim else ())
    return StepView(
        date=desk.published(article) if step.date == article.date else desk.day(step.date),
        kind=_told(desk, together),
        sources=tuple(desk.source(d.source, d.source_name) for d in together),
        before=step.before,
        after=step.after,
        receipt=desk.receipt(carrier),
    )


def _told(desk: Desk, together: list[Development]) -> str:
    kind = together[0].kind
    return desk.words.count(JOINS, len(together)) if kind == JOINS else desk.words.term("course", kind)
