"""Once it is known which stories there are, each sentence is given to the story that predicts it best.

A first-order Markov chain over the stories that an article may tell: each sentence is scored by the term distribution
of each story (Dirichlet compound multinomial, without the sentence itself), changes of story cost, and the best path is
found with Viterbi's algorithm. So the reports of one event help one another to find where they begin and end.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from according.events.frequencies import TermFrequencies
from according.events.passages import change_cost
from according.events.units import Unit

PRIOR = 500.0  # terms of news in general beside a story's own
CHANGE_COST = 12.0  # nats
STRANGERS = 2  # stories of other articles that each sentence may bring in
MOST_STRANGERS = 8  # of an article, those of which most sentences remind
# Days: what others report only so much later had not happened yet. The dates of articles may be those of copies that
# were made a year and a half later, so it takes more than a few days.
TOO_LATE = 730
TELLING_RARITY = 4.0  # a term that more than about one document in fifty holds reminds of nothing

UnitKey = tuple[str, int]  # article, sentence
Days = Mapping[str, date | None]  # of articles


def unit_key(unit: Unit) -> UnitKey:
    """What names a sentence in the whole corpus."""
    return unit.article, unit.sentence


class Stories:
    """The term counts of each story, the day of its first report, and which stories hold a term."""

    def __init__(
        self,
        units: Mapping[str, Sequence[Unit]],
        story_of: Mapping[UnitKey, int],
        days: Days,
        frequencies: TermFrequencies,
    ) -> None:
        self.days = days
        self.story_of = story_of
        self.counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self.totals: Counter[int] = Counter()
        self.holding: defaultdict[str, set[int]] = defaultdict(set)
        self.first: dict[int, date] = {}
        for article in units.values():
            for unit in article:
                self._add(unit, story_of[unit_key(unit)])
        self.surprise = {t: 1.0 / (frequencies.probability(t) * PRIOR) for t in self.holding}
        self.rarity = {t: frequencies.rarity(t) for t in self.holding}

    def _add(self, unit: Unit, story: int) -> None:
        self.counts[story].update(unit.terms)
        self.totals[story] += len(unit.terms)
        self.first[story] = min(self.first.get(story, date.max), self.days[unit.article] or date.min)
        for term in unit.terms:
            self.holding[term].add(story)

    def fit(self, unit: Unit, story: int) -> float:
        """How much better a story predicts a sentence than news in general does, in nats."""
        own = Counter(unit.terms) if self.story_of[unit_key(unit)] == story else None
        counts, total = self.counts[story], self.totals[story] - (own.total() if own else 0)
        if total <= 0:
            return 0.0
        fit = -len(unit.terms) * math.log1p(total / PRIOR)
        for term in unit.terms:
            count = counts.get(term, 0) - (own[term] if own else 0)
            if count > 0:
                fit += math.log1p(count * self.surprise[term])
        return fit

    def candidates(self, units: Sequence[Unit]) -> list[int]:
        """The stories that an article tells so far, and those of others of which its sentences remind most.

        None that began only long after the article: it cannot have told of that.
        """
        own = {self.story_of[unit_key(u)] for u in units}
        day = self.days[units[0].article] or date.max
        barred = own | {s for s, first in self.first.items() if (first - day).days > TOO_LATE}
        strangers: defaultdict[int, float] = defaultdict(float)
        for unit in units:
            shared: defaultdict[int, float] = defaultdict(float)
            for term in sorted(set(unit.terms)):
                if self.rarity[term] >= TELLING_RARITY:
                    for story in self.holding[term] - barred:
                        shared[story] += self.rarity[term]
            for story in _weightiest(shared, STRANGERS):
                strangers[story] += shared[story]
        return sorted({*own, *_weightiest(strangers, MOST_STRANGERS)})


def _weightiest(weights: Mapping[int, float], most: int) -> list[int]:
    return sorted(weights, key=lambda s: (-weights[s], s))[:most]


def refine(
    units: Mapping[str, Sequence[Unit]], story_of: Mapping[UnitKey, int], days: Days, frequencies: TermFrequencies
) -> dict[UnitKey, int]:
    """The story of each sentence, decided anew."""
    stories = Stories(units, story_of, days, frequencies)
    decided: dict[UnitKey, int] = {}
    for article in units.values():
        if article:
            grouped = article[0].group is not None  # the places of a compilation have told its stories apart
            path = [story_of[unit_key(u)] for u in article] if grouped else _best_path(article, stories)
            decided.update(zip(map(unit_key, article), path, strict=True))
    return decided


def _best_path(units: Sequence[Unit], stories: Stories) -> list[int]:
    candidates = stories.candidates(units)
    scores = [stories.fit(units[0], s) for s in candidates]
    came_from: list[list[int]] = []
    for unit in units[1:]:
        best = max(range(len(scores)), key=lambda k: (scores[k], -k))
        changed = scores[best] - max(0.0, change_cost(unit, CHANGE_COST))
        came_from.append([k if score >= changed else best for k, score in enumerate(scores)])
        scores = [
            max(score, changed) + stories.fit(unit, story) for score, story in zip(scores, candidates, strict=True)
        ]
    k = max(range(len(scores)), key=lambda k: (scores[k], -k))
    path = [k]
    for step in reversed(came_from):
        k = step[k]
        path.append(k)
    return [candidates[k] for k in reversed(path)]
