"""Which sentences of the corpus tell of the same thing: split, put together, decide each sentence anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from according.events.clustering import average_link
from according.events.frequencies import TermFrequencies
from according.events.passages import split
from according.events.refining import UnitKey, refine, unit_key
from according.events.similarity import Stretch, similarities, vector
from according.events.units import Unit, article_units
from according.model import Linked

ROUNDS = 2  # of deciding anew; a third changes almost nothing

Units = Mapping[str, Sequence[Unit]]


def find_stories(linked: Linked, frequencies: TermFrequencies) -> tuple[Units, dict[UnitKey, int]]:
    """The sentences of each article, in the order of its id, and the number of the story that each tells."""
    units = {a: article_units(linked.articles[a], linked) for a in sorted(linked.articles)}
    stretches = [
        Stretch(article, tuple(told[start:end]))
        for article, told in units.items()
        for start, end in split(told, frequencies)
    ]
    story_of = _put_together(stretches, linked, frequencies)
    for round_ in range(ROUNDS):
        if round_:
            story_of = _put_together(_stretches(units, story_of), linked, frequencies)
        story_of = refine(units, story_of, frequencies)
    return units, story_of


def _stretches(units: Units, story_of: Mapping[UnitKey, int]) -> list[Stretch]:
    """Neighbouring sentences of one story."""
    return [
        Stretch(article, tuple(run))
        for article, told in units.items()
        for _, run in groupby(told, key=lambda u: story_of[unit_key(u)])
    ]


def _put_together(stretches: Sequence[Stretch], linked: Linked, frequencies: TermFrequencies) -> dict[UnitKey, int]:
    vectors = [vector(s, title_terms(s.article, linked), frequencies) for s in stretches]
    days = [linked.articles[s.article].date for s in stretches]
    labels = average_link(len(stretches), similarities(vectors, days))
    return {unit_key(u): label for s, label in zip(stretches, labels, strict=True) for u in s.units}


def title_terms(article: str, linked: Linked) -> frozenset[str]:
    """The content words of an article's title."""
    title = linked.annotations[article].title
    return frozenset(t for s in title.sentences for t in s.terms) if title else frozenset()
