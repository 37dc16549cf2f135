"""The sentences of the corpus as events see them: terms with names in one spelling, and signs of a new story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from according.linking.slugs import slug
from according.model import Article, BlockKind, Linked, Mention, PlacePrecision, Precision, Span
from according.reading.datelines import COLONED, DATELINE

# What reports nothing of the article's own.
SILENT_BLOCKS = frozenset({BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE})
WIDE = frozenset({PlacePrecision.AREA, PlacePrecision.COUNTRY})  # places that many stories share
# Words with which an article turns to another story.
TURNS = re.compile(r"(?:Meanwhile|Separately|Elsewhere|In (?:other|separate|related) (?:news|developments?)|Also in)\b")
# How much likelier than elsewhere a sentence begins a story, in nats.
HARD_BREAK = 1e6
TURN, HEADLINE, LIST_ITEM, DATELINE_TURN = 3.0, 2.0, 1.0, 3.0


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
    dated: date | None = None  # a day that it tells with its year, whatever the date of the article
    kind: str | None = None  # the kind of event that its first trigger speaks of
    places: tuple[str, ...] = ()  # those that it names
    towns: tuple[str, ...] = ()  # of these, those that are no mere area or country
    around: tuple[str, ...] = ()  # the towns, and what they lie in below the country
    group: int | None = None  # the story of a compilation that it belongs to


def article_units(article: Article, linked: Linked, furniture: Collection[tuple[str, int]] = ()) -> tuple[Unit, ...]:
    """The sentences of one article that may report something, in order; ``furniture`` is left out."""
    annotation, mentions = linked.annotations[article.id], linked.mentions.get(article.id, ())
    told = _told_by_sentence(article, linked)
    names = frozenset(w for m in mentions for w in _words(m.text)) | {w for ws in told.names.values() for w in ws}
    units = []
    last_block = None
    for index, sentence in enumerate(annotation.sentences):
        kind = article.blocks[sentence.block].kind if article.blocks else BlockKind.PARAGRAPH
        if kind in SILENT_BLOCKS or (article.id, index) in furniture:
            continue
        opens_block = sentence.block != last_block
        last_block = sentence.block
        text = sentence.span.of(article.text)
        unit = Unit(
            article=article.id,
            sentence=index,
            terms=sentence.terms + tuple(w for w in told.names.get(index, ()) if w not in sentence.terms),
            names=names,
            break_bonus=_break_bonus(kind, text) if opens_block else _turn(text),
            leans_back=sentence.leans_back,
            opens_block=opens_block,
            day=told.days.get(index),
            dated=told.dated.get(index),
            kind=told.kinds.get(index),
            places=(places := tuple(told.places.get(index, ()))),
            towns=(towns := _towns(places, linked)),
            around=_around(towns, linked),
        )
        units.append(unit)
    return tuple(units)


def _towns(places: Iterable[str], linked: Linked) -> tuple[str, ...]:
    return tuple(sorted({p for p in places if p in linked.places and linked.places[p].precision not in WIDE}))


def _around(towns: Iterable[str], linked: Linked) -> tuple[str, ...]:
    near = {q for p in towns for q in (p, *linked.places[p].parents)}
    countries = {q for q in near if q in linked.places and linked.places[q].precision is PlacePrecision.COUNTRY}
    return tuple(sorted(near - countries))


class _Told(NamedTuple):
    """By sentence: the first day and kind of event that it tells, the words of canonical names, the places."""

    days: Mapping[int, date]
    dated: Mapping[int, date]
    kinds: Mapping[int, str]
    names: Mapping[int, list[str]]
    places: Mapping[int, list[str]]


def _told_by_sentence(article: Article, linked: Linked) -> _Told:
    annotation = linked.annotations[article.id]
    starts = [s.span.start for s in annotation.sentences]

    def at(span: Span) -> int:
        return max(0, bisect_right(starts, span.start) - 1)

    told = _Told({}, {}, {}, defaultdict(list), defaultdict(list))
    days: dict[int, date] = {}
    dated: dict[int, date] = {}
    kinds: dict[int, str] = {}
    for time in annotation.times:
        if time.precision is Precision.DAY and time.start:
            days.setdefault(at(time.span), time.start)
            if str(time.start.year) in time.span.of(article.text):
                dated.setdefault(at(time.span), time.start)
    for trigger in annotation.triggers:
        kinds.setdefault(at(trigger.span), trigger.type)
    for mention in linked.mentions.get(article.id, ()):
        if name := canonical_name(mention, linked):
            told.names[at(mention.span)] += _words(name)
        if mention.kind == "place" and mention.entity:
            told.places[at(mention.span)].append(mention.entity)
    return told._replace(days=days, dated=dated, kinds=kinds)


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
    if DATELINE.match(text) or COLONED.match(text):
        return DATELINE_TURN
    return LIST_ITEM if kind is BlockKind.LIST_ITEM else 0.0


def _words(name: str) -> list[str]:
    return [w for w in slug(name).split("-") if len(w) > 1]


def canonical_name(mention: Mention, linked: Linked) -> str | None:
    """The name of the entity that a mention links to."""
    if mention.entity is None:
        return None
    entity = (linked.places if mention.kind == "place" else linked.actors).get(mention.entity)
    return entity.name if entity else None
