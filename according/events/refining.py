"""Once it is known which stories there are, each sentence is given to the story that predicts it best.

A first-order Markov chain over the stories that an article may tell: each sentence is scored by the term distribution
of each story (Dirichlet compound multinomial, without the sentence itself), changes of story cost, and the best path is
found with Viterbi's algorithm. So the reports of one event help one another to find where they begin and end.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from according.events.frequencies import TermFrequencies
from according.events.passages import change_cost
from according.events.units import Unit

PRIOR = 200.0  # terms of news in general beside a story's own
CHANGE_COST = 6.0  # nats
STRANGERS = 3  # stories of other articles that each sentence may bring in

UnitKey = tuple[str, int]  # article, sentence


def unit_key(unit: Unit) -> UnitKey:
    """What names a sentence in the whole corpus."""
    return unit.article, unit.sentence


class Stories:
    """The term counts of each story, and which stories hold a term."""

    def __init__(self, units: Mapping[str, Sequence[Unit]], story_of: Mapping[UnitKey, int]) -> None:
        self.story_of = story_of
        self.counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self.totals: Counter[int] = Counter()
        self.holding: defaultdict[str, set[int]] = defaultdict(set)
        for article in units.values():
            for unit in article:
                self._add(unit, story_of[unit_key(unit)])

    def _add(self, unit: Unit, story: int) -> None:
        self.counts[story].update(unit.terms)
        self.totals[story] += len(unit.terms)
        for term in unit.terms:
            self.holding[term].add(story)

    def fit(self, unit: Unit, story: int, frequencies: TermFrequencies) -> float:
        """How much better a story predicts a sentence than news in general does, in nats."""
        own = Counter(unit.terms) if self.story_of[unit_key(unit)] == story else Counter[str]()
        counts, total = self.counts[story], self.totals[story] - own.total()
        if total <= 0:
            return 0.0
        return sum(
            math.log(((counts[t] - own[t]) / frequencies.probability(t) + PRIOR) / (total + PRIOR)) for t in unit.terms
        )

    def candidates(self, units: Sequence[Unit], frequencies: TermFrequencies) -> list[int]:
        """The stories that an article tells so far, and those of others that its sentences remind of most."""
        found = {self.story_of[unit_key(u)] for u in units}
        for unit in units:
            shared: Counter[int] = Counter()
            for term in sorted(set(unit.terms)):
                for story in self.holding[term]:
                    shared[story] += round(1000 * frequencies.rarity(term))
            found |= {s for s, _ in sorted(shared.items(), key=lambda kv: (-kv[1], kv[0]))[:STRANGERS]}
        return sorted(found)


def refine(
    units: Mapping[str, Sequence[Unit]], story_of: Mapping[UnitKey, int], frequencies: TermFrequencies
) -> dict[UnitKey, int]:
    """The story of each sentence, decided anew."""
    stories = Stories(units, story_of)
    decided: dict[UnitKey, int] = {}
    for article in units.values():
        if article:
            path = _best_path(article, stories, frequencies)
            decided.update(zip(map(unit_key, article), path, strict=True))
    return decided


def _best_path(units: Sequence[Unit], stories: Stories, frequencies: TermFrequencies) -> list[int]:
    candidates = stories.candidates(units, frequencies)
    scores = [stories.fit(units[0], s, frequencies) for s in candidates]
    came_from: list[list[int]] = []
    for unit in units[1:]:
        best = max(range(len(scores)), key=lambda k: (scores[k], -k))
        changed = scores[best] - max(0.0, change_cost(unit, CHANGE_COST))
        came_from.append([k if score >= changed else best for k, score in enumerate(scores)])
        scores = [
            max(score, changed) + stories.fit(unit, story, frequencies)
            for score, story in zip(scores, candidates, strict=True)
        ]
    k = max(range(len(scores)), key=lambda k: (scores[k], -k))
    path = [k]
    for step in reversed(came_from):
        k = step[k]
        path.append(k)
    return [candidates[k] for k in reversed(path)]
