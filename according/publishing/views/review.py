"""The review page: what the machine is unsure of, each with its evidence and the YAML that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from according.errors import Problem
from according.model import ReviewItem
from according.publishing.views.corrections import editor
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Ref

SHOWN = 100  # questions of one kind; the most weighty, since nobody answers thousands


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the two ways to answer it."""

    question: str
    about: Ref | None
    evidence: tuple[str, ...]
    file: str
    yes: str
    no: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of one kind."""

    kind: str
    anchor: str
    count: int
    items: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class ProblemView:
    """Something that is wrong in a file."""

    file: str
    line: int
    level: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The review page."""

    page: Page
    kinds: tuple[Questions, ...]
    problems: tuple[ProblemView, ...]
    count: int


def review(desk: Desk, page: Page) -> ReviewView:
    """Everything that waits for a person, the kind with the weightiest question first."""
    items = sorted((*desk.linked.review, *desk.register.events.review), key=lambda i: (-i.weight, i.kind, i.about))
    order = {kind: n for n, kind in enumerate(dict.fromkeys(i.kind for i in items))}
    grouped = groupby(sorted(items, key=lambda i: order[i.kind]), key=lambda i: i.kind)
    kinds = tuple(_kind(desk, kind, list(found)) for kind, found in grouped)
    problems = tuple(map(_problem, sorted(desk.register.site.problems)))
    return ReviewView(page, kinds, problems, len(items))


def _kind(desk: Desk, kind: str, items: list[ReviewItem]) -> Questions:
    shown = tuple(_question(desk, i) for i in items[:SHOWN])
    return Questions(desk.words.term("review_kind", kind), f"review-{kind}", len(items), shown)


def _question(desk: Desk, item: ReviewItem) -> Question:
    return Question(
        question=item.question,
        about=_about(desk, item.about),
        evidence=item.evidence,
        file=item.file,
        yes=item.yes,
        no=item.no,
        href=editor(desk.register.site.config, item.file),
    )


def _about(desk: Desk, id_: str) -> Ref | None:
    """The page of what a question is about, where it has one."""
    if id_ in desk.register.events.events:
        card = desk.event(id_)
        return Ref(card.title, card.href)
    return desk.place(id_) or desk.actor(id_) or desk.article(id_)


def _problem(problem: Problem) -> ProblemView:
    return ProblemView(problem.file, problem.line, str(problem.level), problem.message, problem.remedy)
