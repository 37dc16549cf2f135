"""The review page: what the machine is unsure of, each with its evidence and the YAML that settles it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from according.errors import Problem
from according.model import Answer, EventSet, Linked, ReviewItem
from according.publishing import effects, maps
from according.publishing.views.corrections import editor, in_force
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Ref, Told
from according.publishing.words import Words
from according.yamlfile import written

HEAD = re.compile(r'(?P<key>"(?:[^"\\\\]|\\\\.)*"|[^:]+):(?P<rest> .*)?')
# Lists of articles in a line of evidence, outside of what it quotes: "written 3 times, in a, b and 4 more".
LISTED = re.compile(r"(“[^”]*”)|((?:(?<=\bin )|(?<=\bIn )|(?<=, ))[\w-]+)")
DRAWN = 12  # questions of one kind with a map; more would make the page heavy
SHOWN = 100  # questions of one kind, the most weighty, since nobody answers thousands; and corrections


@dataclass(frozen=True, slots=True)
class Reply:
    """One way to answer a question: what it means, and the lines that say so."""

    means: str
    file: str
    yaml: str
    below: str  # that its first line is there already, if it is


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the ways to answer it."""

    question: str
    about: tuple[Ref, ...]
    evidence: tuple[tuple[Ref, ...], ...]  # each line in parts, articles with their links
    file: str
    replies: tuple[Reply, ...]
    href: str | None
    map: Markup  # where a place could be; nothing for other questions


class Heads(NamedTuple):
    """First lines of entries, each with what its file is about: those that are there, and those asked for twice."""

    there: frozenset[tuple[str, str]]
    asked: frozenset[tuple[str, str]]


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
    heads = first_lines(desk.linked, desk.register.events, items, desk.words)
    kinds = tuple(_kind(desk, kind, list(found), heads) for kind, found in grouped)
    site = desk.register.site
    problems = tuple(_problem(site.config.seen(p.file), p) for p in sorted(site.problems))
    told = effects.in_force(desk.linked, desk.register.events)
    shown = tuple(in_force(desk, about, effect) for about, effect in told[:SHOWN])
    return ReviewView(page, kinds, shown, len(told), problems, len(items))


def answers(item: ReviewItem, words: Words) -> tuple[Answer, ...]:
    """The ways to answer a question, with what each means."""
    yes, no = (words("review.if", what=means) if means else "" for means in (item.yes_means, item.no_means))
    given = (
        Answer(yes or words("review.yes"), item.file, item.yes),
        Answer(no or words("review.no"), item.no_file or item.file, item.no),
        *(replace(other, means=words("review.if", what=other.means)) for other in item.others),
    )
    return tuple(answer for answer in given if answer.yaml)


def first_lines(linked: Linked, events: EventSet, items: Sequence[ReviewItem], words: Words) -> Heads:
    """The first lines of entries that are in the files, and those that several questions have."""
    there = {(effects.file_of(e), written(e.key)) for e in effects.entries(linked, events)}
    asked = Counter(head for item in items for head in {h[:2] for a in answers(item, words) for h in _heads_of(a)})
    return Heads(frozenset(there), frozenset(head for head, n in asked.items() if n > 1))


def _heads_of(answer: Answer) -> tuple[tuple[str, str, bool], ...]:
    """The first line of each entry of an answer: its file, its key, and whether the entry is that line alone."""
    lines = (line for line in answer.yaml.splitlines() if line and line[0] not in " #")
    found = (HEAD.fullmatch(line) for line in lines)
    file = answer.file.removesuffix(".yaml")
    return tuple((file, head["key"], _is_whole(head["rest"])) for head in found if head)


def _is_whole(rest: str | None) -> bool:
    """Whether what stands behind the colon of an entry is its value, and not a remark."""
    return bool(rest and rest.strip()) and not (rest or "").lstrip().startswith("#")


def below(answer: Answer, heads: Heads, words: Words) -> str:
    """That the first line of an answer is there already, or that another question has it; else nothing."""
    for word, alone, known in (("below", "below_instead", heads.there), ("again", "again_alone", heads.asked)):
        if shared := next((head for head in _heads_of(answer) if head[:2] in known), None):
            _, key, whole = shared
            return words(f"review.{alone if whole else word}", line=key)
    return ""


def _reply(desk: Desk, answer: Answer, heads: Heads) -> Reply:
    file = desk.register.site.config.corrections(answer.file)
    return Reply(answer.means, file, answer.yaml, below(answer, heads, desk.words))


def _kind(desk: Desk, kind: str, items: list[ReviewItem], heads: Heads) -> Questions:
    shown = tuple(_question(desk, item, heads, drawn=n < DRAWN) for n, item in enumerate(items[:SHOWN]))
    return Questions(desk.words.term("review_kind", kind), f"review-{kind}", len(items), shown)


def _question(desk: Desk, item: ReviewItem, heads: Heads, *, drawn: bool) -> Question:
    config = desk.register.site.config
    return Question(
        question=item.question,
        about=_about(desk, item),
        evidence=tuple(tuple(_in_parts(desk, line)) for line in item.evidence),
        file=config.corrections(item.file),
        replies=tuple(_reply(desk, answer, heads) for answer in answers(item, desk.words)),
        map=_alternatives(desk, item) if drawn else Markup(),
        href=editor(desk.register, item.file),
    )


def _alternatives(desk: Desk, item: ReviewItem) -> Markup:
    """A map of where a place is shown and where else it could be."""
    pins = [maps.Pin(c.latitude, c.longitude, c.label, c.precision) for c in item.alternatives]
    if len(pins) < 2:
        return Markup()
    drawn = maps.draw(pins, title=item.question, towns=(), size=maps.SMALL, store=desk.register.store)
    return Markup(drawn)  # noqa: S704 - escaped in there


def _about(desk: Desk, item: ReviewItem) -> tuple[Ref, ...]:
    """The pages of what a question is about, those that there are; of one name they are told by their addresses."""
    found = {id_: ref for id_ in (item.about, *item.beside) if (ref := _page(desk, id_))}
    alike = len({ref.text for ref in found.values()}) < len(found)
    return tuple(replace(ref, text=id_) if alike else ref for id_, ref in found.items())


def _page(desk: Desk, id_: str) -> Ref | None:
    if id_ in desk.register.briefs:
        card = desk.event(id_)
        return Ref(card.title, card.href)
    return desk.place(id_) or desk.actor(id_) or desk.article(id_)


def _in_parts(desk: Desk, line: str) -> Iterator[Ref]:
    """A line of evidence with the articles that it lists as links."""
    at = 0
    for found in LISTED.finditer(line):
        article = desk.article(found[2]) if found[2] else None
        if article:
            yield from (Ref(line[at : found.start()], None), replace(article, text=found[2]))
            at = found.end()
    yield Ref(line[at:], None)


def _problem(file: str, problem: Problem) -> ProblemView:
    return ProblemView(file, problem.line, str(problem.level), problem.message, problem.remedy)
