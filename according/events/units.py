"""The sentences of the corpus as events see them: terms with names in one spelling, and signs of a new story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from according.linking.slugs import slug
from according.model import Annotation, Article, BlockKind, Linked, Mention, Precision, Sentence

# What reports nothing of the article's own.
SILENT_BLOCKS = frozenset({BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE})
# Words with which an article turns to another story.
TURNS = re.compile(r"(?:Meanwhile|Separately|Elsewhere|In (?:other|separate|related) (?:news|developments?)|Also in)\b")
DATELINE = re.compile(r"[A-ZÀ-Ž][A-ZÀ-Ž'’. -]{2,30}(?:, [A-Z][\w .]{2,25})?(?: \([^)]{2,30}\))? ?(?:--|[-–—:]) ?")
# How much likelier than elsewhere a sentence begins a story, in nats.
HARD_BREAK = 1e6
TURN, HEADLINE, LIST_ITEM, DATELINE_TURN = 3.0, 2.0, 1.0, 3.0
FEWEST_BREAKS = 2  # editor's lines that make an article a compilation; there:
PARAGRAPH_TURN = 2.5
FEWEST_PARTS = 3  # of half of the parts: what stands in so many is what the compilation is about as a whole


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence that may report something."""

    article: str
    sentence: int  # index into Annotation.sentences
    terms: tuple[str, ...]  # its content words, and the names in it in their canonical spelling
    names: frozenset[str]  # the terms that are parts of names anywhere in the article
    break_bonus: float  # how much more likely than elsewhere a new story begins here
    leans_back: bool
    opens_block: bool = False
    day: date | None = None  # the day that it tells
    kind: str | None = None  # the kind of event that its first trigger speaks of


def article_units(article: Article, linked: Linked, furniture: Collection[tuple[str, int]] = ()) -> tuple[Unit, ...]:
    """The sentences of one article that may report something, in order; ``furniture`` is left out."""
    mentions = linked.mentions.get(article.id, ())
    sentences = linked.annotations[article.id].sentences
    canonical = _canonical_words(sentences, mentions, linked)
    names = frozenset(w for m in mentions for w in _words(m.text))
    names |= {w for words in canonical.values() for w in words}
    told = _first_told(linked.annotations[article.id])
    units = tuple(
        replace(u, day=told.days.get(u.sentence), kind=told.kinds.get(u.sentence))
        for u in _units(article, sentences, canonical, names)
        if (u.article, u.sentence) not in furniture
    )
    return _as_compilation(units) if sum(u.break_bonus == HARD_BREAK for u in units) >= FEWEST_BREAKS else units


def _units(
    article: Article, sentences: tuple[Sentence, ...], canonical: Mapping[int, list[str]], names: frozenset[str]
) -> Iterator[Unit]:
    last_block = None
    for index, sentence in enumerate(sentences):
        kind = article.blocks[sentence.block].kind if article.blocks else BlockKind.PARAGRAPH
        if kind in SILENT_BLOCKS:
            continue
        opens_block = sentence.block != last_block
        last_block = sentence.block
        known = set(sentence.terms)
        terms = sentence.terms + tuple(t for t in canonical.get(index, ()) if t not in known)
        text = sentence.span.of(article.text)
        bonus = _break_bonus(kind, text) if opens_block else _turn(text)
        yield Unit(article.id, index, terms, names, bonus, sentence.leans_back, opens_block)


class _Told(NamedTuple):
    """By sentence: the first day and the first kind of event that it tells."""

    days: Mapping[int, date]
    kinds: Mapping[int, str]


def _first_told(annotation: Annotation) -> _Told:
    starts = [s.span.start for s in annotation.sentences]
    days: dict[int, date] = {}
    kinds: dict[int, str] = {}
    for time in annotation.times:
        if time.precision is Precision.DAY and time.start:
            days.setdefault(bisect_right(starts, time.span.start) - 1, time.start)
    for trigger in annotation.triggers:
        kinds.setdefault(bisect_right(starts, trigger.span.start) - 1, trigger.type)
    return _Told(days, kinds)


def _as_compilation(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Where an editor's lines part the stories: every paragraph may be one, and what stands in most parts ties none."""
    part_of = list(accumulate(int(u.break_bonus == HARD_BREAK) for u in units))
    parts = [{t for u, p in zip(units, part_of, strict=True) if p == part for t in u.terms} for part in set(part_of)]
    counts = Counter(t for terms in parts for t in terms)
    widespread = {t for t, n in counts.items() if n >= max(FEWEST_PARTS, len(parts) / 2)}
    return tuple(
        replace(
            u,
            terms=tuple(t for t in u.terms if t not in widespread),
            break_bonus=u.break_bonus + (PARAGRAPH_TURN if u.opens_block else 0.0),
        )
        for u in units
    )


def _turn(text: str) -> float:
    return TURN if TURNS.match(text) else 0.0


def _break_bonus(kind: BlockKind, text: str) -> float:
    """What the first sentence of a block tells about a new story."""
    if kind is BlockKind.COMMENT:
        return HARD_BREAK
    if kind is BlockKind.HEADING:
        return HEADLINE
    if TURNS.match(text):
        return TURN
    if DATELINE.match(text):
        return DATELINE_TURN
    return LIST_ITEM if kind is BlockKind.LIST_ITEM else 0.0


def _canonical_words(
    sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], linked: Linked
) -> dict[int, list[str]]:
    """The words of the canonical names that each sentence mentions, so that spellings meet."""
    starts = [s.span.start for s in sentences]
    found: dict[int, list[str]] = {}
    for mention in mentions:
        name = canonical_name(mention, linked)
        index = bisect_right(starts, mention.span.start) - 1
        if name and index >= 0:
            found.setdefault(index, []).extend(_words(name))
    return found


def _words(name: str) -> list[str]:
    return [w for w in slug(name).split("-") if len(w) > 1]


def canonical_name(mention: Mention, linked: Linked) -> str | None:
    """The name of the entity that a mention links to."""
    if mention.entity is None:
        return None
    entity = (linked.places if mention.kind == "place" else linked.actors).get(mention.entity)
    return entity.name if entity else None
