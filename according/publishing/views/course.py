"""How the accounts of an event came in and changed, step by step."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Carrier, Development
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Day, Receipt, Ref


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: who, what kind of change, and where it stands."""

    date: Day | None
    kind: str
    source: Ref
    before: str
    after: str
    receipt: Receipt


def steps(desk: Desk, course: tuple[Development, ...]) -> tuple[StepView, ...]:
    """The course of an event, first report first."""
    return tuple(_step(desk, d) for d in course if d.article in desk.linked.articles)


def _step(desk: Desk, step: Development) -> StepView:
    claim = desk.register.claims.get(step.claim)
    carrier = Carrier(step.article, step.claim, claim.content if claim else (), claim.via if claim else ())
    return StepView(
        date=desk.day(step.date),
        kind=desk.words.term("course", step.kind),
        source=desk.source(step.source, step.source_name),
        before=step.before,
        after=step.after,
        receipt=desk.receipt(carrier),
    )
