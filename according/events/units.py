"""The sentences of the corpus as events see them: terms with names in one spelling, and signs of a new story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from according.linking.slugs import slug
from according.model import Article, BlockKind, Linked, Mention, Sentence

# What reports nothing of the article's own.
SILENT_BLOCKS = frozenset({BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE})
# Words with which an article turns to another story.
TURNS = re.compile(r"(?:Meanwhile|Separately|Elsewhere|In (?:other|separate|related) (?:news|developments?)|Also in)\b")
DATELINE = re.compile(r"[A-ZÀ-Ž][A-ZÀ-Ž'’. -]{2,30}(?:, [A-Z][\w .]{2,25})?(?: \([^)]{2,30}\))? ?(?:--|[-–—:]) ?")
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


def article_units(article: Article, linked: Linked) -> tuple[Unit, ...]:
    """The sentences of one article that may report something, in order."""
    sentences = linked.annotations[article.id].sentences
    mentions = linked.mentions.get(article.id, ())
    canonical = _canonical_words(sentences, mentions, linked)
    names = frozenset(w for m in mentions for w in _words(m.text))
    names |= {w for words in canonical.values() for w in words}
    return tuple(_units(article, sentences, canonical, names))


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
        yield Unit(article.id, index, terms, names, bonus, sentence.leans_back)


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
