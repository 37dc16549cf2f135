"""What stands where in the articles, by sentence: who reads one need not know that another was corrected."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from according.memo import FORGETFUL, Memo
from according.model import Annotation, Linked, Mention, Span

Sentence = tuple[str, int]  # an article, and the index of a sentence in it
KINDS = ("place", "actor")  # of mentions, each kind in a table of its own: most readers look for one


class Passages:
    """The linked articles by sentence; made of tables, and made again only for articles that have changed."""

    def __init__(self, linked: Linked, memo: Memo = FORGETFUL) -> None:
        self._linked, self._memo = linked, memo
        self.bare = without_names(linked, memo)
        self._starts = memo.derive("sentence starts", lambda: {a: _starts(n) for a, n in self.bare.items()})
        self._mentions = {
            kind: memo.collect(f"{kind}s by sentence", linked.mentions, partial(self._by_sentence, kind))
            for kind in KINDS
        }

    def sentence_at(self, article: str, offset: int) -> int:
        """The index of the sentence in which an offset lies, or of the last one before it."""
        return max(bisect_right(self._starts.get(article, ()), offset) - 1, 0)

    def sentences_of(self, article: str, span: Span) -> Iterable[Sentence]:
        """The sentences that a span touches."""
        last = self.sentence_at(article, span.end - 1)
        return ((article, i) for i in range(self.sentence_at(article, span.start), last + 1))

    def mentions_in(self, kind: str, article: str, span: Span) -> list[Mention]:
        """The places or actors named wholly inside a span, in the order of the text."""
        return [m for m in self.mentions_from(kind, article, span) if span.contains(m.span)]

    def mentions_from(self, kind: str, article: str, span: Span) -> list[Mention]:
        """The places or actors whose names begin inside a span, in the order of the text."""
        found = (m for s in self.sentences_of(article, span) for m in self._mentions[kind].get(s, ()))
        return [m for m in found if span.start <= m.span.start < span.end]

    def mentions_of(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The mentions that begin in a sentence, those of places first."""
        return tuple(m for kind in KINDS for m in self._mentions[kind].get(sentence, ()))

    def _by_sentence(self, kind: str, article: str) -> dict[Sentence, tuple[Mention, ...]]:
        found: dict[Sentence, list[Mention]] = defaultdict(list)
        for mention in self._linked.mentions[article]:
            if mention.kind == kind:
                found[article, self.sentence_at(article, mention.span.start)].append(mention)
        return {where: tuple(mentions) for where, mentions in found.items()}


def nameless(annotation: Annotation) -> Annotation:
    """An annotation but for the names of the text and of the title."""
    title = replace(annotation.title, names=(), ignored=(), within=()) if annotation.title else None
    return replace(annotation, names=(), ignored=(), within=(), title=title)


def without_names(linked: Linked, memo: Memo = FORGETFUL) -> Mapping[str, Annotation]:
    """By article: its annotation but for the names, of which people correct the labels."""

    def stripped(article: str) -> Annotation:
        return nameless(linked.annotations[article])

    return memo.derive(
        "annotations without names", lambda: memo.each("annotation without names", linked.annotations, stripped)
    )


def _starts(annotation: Annotation) -> tuple[int, ...]:
    return tuple(s.span.start for s in annotation.sentences)
