"""What an article is about, as far as it tells which of two namesakes is meant."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from according.annotating.wordlists.nations import nation
from according.linking.postings import postings
from according.linking.typing.as_read import places_as_read
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Sentence

Similarity = Callable[[str, str], float]  # of two articles
SAME_STORY = 0.10  # cosine of two articles' words from which they may be about the same people


class Context:
    """Likeness of articles by their words (tf-idf, Salton and Buckley 1988), and the nation that each is about."""

    def __init__(
        self, articles: Mapping[str, Article], annotations: Mapping[str, Annotation], memo: Memo = FORGETFUL
    ) -> None:
        told = {a: annotations[a].sentences for a in sorted(articles)}
        self.similarity: Similarity = memo.recall("likeness", "", (told,), lambda: _Likeness(told))
        self._nations = memo.recall_each(
            "main nation", ((a, (articles[a], annotations[a])) for a in told), _main_nation
        )

    def nation(self, article: str) -> str | None:
        """The nation that an article names most often; None when two are level or it names none."""
        return self._nations[article]


class _Likeness:
    """The words of each article, weighted."""

    def __init__(self, told: Mapping[str, Sequence[Sentence]]) -> None:
        counts = {a: Counter(t for s in sentences for t in s.terms) for a, sentences in told.items()}
        spread = Counter(term for count in counts.values() for term in count)
        self._number = {a: i for i, a in enumerate(counts)}
        self._weights = [_weights(count, spread, len(counts)) for count in counts.values()]
        self._holding = postings(self._weights)
        self._likeness: dict[int, array[float]] = {}  # by article, to every article

    def __call__(self, a: str, b: str) -> float:
        """The cosine of two articles' weighted words, from 0 to 1."""
        if a == b:
            return 1.0
        one, other = self._number[a], self._number[b]
        if other < one:
            one, other = other, one
        if one not in self._likeness:
            self._likeness[one] = self._likenesses(one)
        return self._likeness[one][other]

    def _likenesses(self, article: int) -> array[float]:
        cosines = np.zeros(len(self._weights))
        for term, weight in self._weights[article].items():
            rows, weights = self._holding[term]
            cosines[rows] += weight * weights
        return array("d", cosines.tobytes())  # of which single numbers are read much faster


def _weights(count: Counter[str], spread: Counter[str], articles: int) -> dict[str, float]:
    raw = {t: (1 + math.log(n)) * math.log((1 + articles) / spread[t]) for t, n in sorted(count.items())}
    length = math.sqrt(sum(w * w for w in raw.values()))
    return {t: w / length for t, w in raw.items()} if length else {}


def _main_nation(article: Article, annotation: Annotation) -> str | None:
    named = Counter(
        country for name, _ in places_as_read(annotation) if (country := nation(name.span.of(article.text)))
    )
    ranked = named.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
