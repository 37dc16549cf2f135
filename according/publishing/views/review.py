"""The review page: what the machine is unsure of, each with its evidence and the YAML that settles it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from according.errors import Problem
from according.model import Answer, ReviewItem
from according.publishing import effects, maps
from according.publishing.views.corrections import editor, in_force
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Ref, Told

DRAWN = 12  # questions of one kind with a map; more would make the page heavy
SHOWN = 100  # questions of one kind, the most weighty, since nobody answers thousands; and corrections


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the ways to answer it."""

    question: str
    about: Ref | None
    evidence: tuple[str, ...]
    file: str
    yes: str
    no: str
    no_file: str
    others: tuple[Answer, ...]  # with their files as they are to be called
    href: str | None
    map: Markup  # where a place could be; nothing for other questions


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
    corrections: tuple[Told, ...]  # as many as there is room for
    in_force: int
    problems: tuple[ProblemView, ...]
    count: int


def review(desk: Desk, page: Page) -> ReviewView:
    """Everything that waits for a person, the kind with the weightiest question first."""
    items = sorted((*desk.linked.review, *desk.register.events.review), key=lambda i: (-i.weight, i.kind, i.about))
    order = {kind: n for n, kind in enumerate(dict.fromkeys(i.kind for i in items))}
    grouped = groupby(sorted(items, key=lambda i: order[i.kind]), key=lambda i: i.kind)
    kinds = tuple(_kind(desk, kind, list(found)) for kind, found in grouped)
    problems = tuple(map(_problem, sorted(desk.register.site.problems)))
    told = effects.in_force(desk.linked, desk.register.events)
    shown = tuple(in_force(desk, about, effect) for about, effect in told[:SHOWN])
    return ReviewView(page, kinds, shown, len(told), problems, len(items))


def _kind(desk: Desk, kind: str, items: list[ReviewItem]) -> Questions:
    shown = tuple(_question(desk, item, drawn=n < DRAWN) for n, item in enumerate(items[:SHOWN]))
    return Questions(desk.words.term("review_kind", kind), f"review-{kind}", len(items), shown)


def _question(desk: Desk, item: ReviewItem, *, drawn: bool) -> Question:
    config = desk.register.site.config
    return Question(
        question=item.question,
        about=_about(desk, item.about),
        evidence=item.evidence,
        file=config.corrections(item.file),
        yes=item.yes,
        no=item.no,
        no_file=config.corrections(item.no_file or item.file),
        others=tuple(replace(a, file=config.corrections(a.file)) for a in item.others),
        map=_alternatives(desk, item) if drawn else Markup(),
        href=editor(config, item.file),
    )


def _alternatives(desk: Desk, item: ReviewItem) -> Markup:
    """A map of where a place is shown and where else it could be."""
    pins = [maps.Pin(c.latitude, c.longitude, c.label, c.precision) for c in item.alternatives]
    if len(pins) < 2:
        return Markup()
    drawn = maps.draw(pins, title=item.question, towns=(), size=maps.SMALL, store=desk.register.store)
    return Markup(drawn)  # noqa: S704 - escaped in there


def _about(desk: Desk, id_: str) -> Ref | None:
    """The page of what a question is about, where it has one."""
    if id_ in desk.register.briefs:
        card = desk.event(id_)
        return Ref(card.title, card.href)
    return desk.place(id_) or desk.actor(id_) or desk.article(id_)


def _problem(problem: Problem) -> ProblemView:
    return ProblemView(problem.file, problem.line, str(problem.level), problem.message, problem.remedy)
