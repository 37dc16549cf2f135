"""Finding cues: which words of a page may attribute something. A learned tagger can stand beside these rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from according.annotating.attribution.lexicon import Entry, find_entry, lemmas
from according.annotating.attribution.page import Cue, Page
from according.annotating.attribution.tree import child, group
from according.model import BlockKind

ACCORDING = Entry("according", "prep", "says", frozenset({"according"}), frozenset(), frozenset())
POLL = Entry("in", "prep", "finds", frozenset({"poll"}), frozenset(), frozenset())
BYLINE = Entry(":", "mark", "says", frozenset({"byline"}), frozenset(), frozenset())

# What is asked of many people, and says something by its numbers.
POLL_NOUNS = {"poll", "polls", "survey", "surveys", "study", "polling"}
# Blocks that say nothing of their own.
SILENT = {BlockKind.CREDIT, BlockKind.BOILERPLATE}


def find_cues(page: Page) -> list[Cue]:
    """All cues of a page, in text order."""
    found = [cue for rule in RULES for cue in rule(page)]
    return sorted(found, key=lambda c: c.head)


def words(page: Page) -> Iterator[Cue]:
    """Verbs, nouns, adjectives and adverbs of the lexicon."""
    known = lemmas()
    for token in page.doc:
        if token.lemma_.lower() in known:
            entry = find_entry(token.lemma_.lower(), token.pos_)
            if entry and page.kind_at(token.i) not in SILENT:
                yield Cue(token.i, _tokens(token, entry), entry, entry.part)


def according(page: Page) -> Iterator[Cue]:
    """According to, per."""
    for token in page.doc:
        if token.lower_ == "according" and token.i + 1 < len(page.doc) and page.doc[token.i + 1].lower_ == "to":
            yield Cue(token.i, frozenset({token.i, token.i + 1}), ACCORDING, "according")


def polls(page: Page) -> Iterator[Cue]:
    """In a poll, in surveys."""
    for token in page.doc:
        if token.lower_ in POLL_NOUNS and token.dep_ == "pobj" and token.head.lower_ == "in":
            yield Cue(token.head.i, frozenset({token.head.i}), POLL, "poll")


RULES: tuple[Callable[[Page], Iterator[Cue]], ...] = (words, according, polls)


def _tokens(token: Token, entry: Entry) -> frozenset[int]:
    if entry.part == "verb":
        return group(token)
    if entry.part == "noun":
        determiner = child(token, "amod")
        return frozenset({token.i} | ({determiner.i} if determiner is not None and determiner.i < token.i else set()))
    return frozenset({token.i})
