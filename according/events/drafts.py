"""Events before they have a name: the sentences that report each, and how much each article is about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from according.events.frequencies import TermFrequencies
from according.events.refining import UnitKey, unit_key
from according.events.stories import Units, title_terms
from according.events.units import Unit
from according.model import Linked, Passage

LEAD = 5  # sentences; what an article is about stands there
LEAD_WEIGHT = 2.0
TITLE_WEIGHT = 3.0
LEAST_TITLE_SHARE = 0.3  # of a title's rarity that a story must share for the title to be about it
# How fast sentences of one article lose weight for when, where and who: the third counts half.
FADING = 2.0

Label = TypeVar("Label", int, str)


@dataclass(frozen=True)
class Draft:
    """The sentences that report one event, by the article's date, its id, and their order in it."""

    sentences: tuple[UnitKey, ...]
    titled: tuple[str, ...]  # articles whose title is about this event

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The articles that report the event, the first report first."""
        return tuple(dict.fromkeys(a for a, _ in self.sentences))

    def weights(self) -> dict[str, dict[int, float]]:
        """By article: the weights of its sentences for when, where and who, which fade with its telling."""
        return {
            article: {sentence: FADING / (FADING + place) for place, (_, sentence) in enumerate(run)}
            for article, run in groupby(self.sentences, key=lambda s: s[0])
        }

    def telling(self, article: str, sentences: Iterable[int]) -> tuple[str, bool, tuple[int, ...]]:
        """What names all that one article tells of the event: the same for every draft with these sentences of it."""
        return article, article in self.titled, tuple(sentences)


def make_draft(sentences: set[UnitKey] | list[UnitKey], titled: set[str], linked: Linked) -> Draft:
    """The draft of an event that these sentences report."""

    def order(key: UnitKey) -> tuple[date, datetime, str, int]:
        return *linked.articles[key[0]].appeared, key[1]

    ordered = tuple(sorted(sentences, key=order))
    articles = {a for a, _ in ordered}
    return Draft(ordered, tuple(sorted(titled & articles)))


def passages(draft: Draft, units: Units) -> tuple[Passage, ...]:
    """Runs of neighbouring sentences; captions and the like between them do not part them."""
    wanted = set(draft.sentences)
    return tuple(
        Passage(article, tuple(u.sentence for u in run))
        for article in draft.articles
        for mine, run in groupby(units[article], key=lambda u: unit_key(u) in wanted)
        if mine
    )


def shares(
    units: Units, label_of: Mapping[UnitKey, Label], linked: Linked, frequencies: TermFrequencies
) -> dict[str, dict[Label, float]]:
    """By article: how much of it each story (or event) is; the lead and the words of the title weigh more."""
    found: dict[str, dict[Label, float]] = {}
    for article, told in units.items():
        title = title_terms(article, linked)
        weights: defaultdict[Label, float] = defaultdict(float)
        for place, unit in enumerate(told):
            if unit_key(unit) in label_of:
                weights[label_of[unit_key(unit)]] += _weight(unit, title, frequencies, lead=place < LEAD)
        found[article] = dict(weights)
    return found


def ranked(weights: Mapping[Label, float]) -> tuple[Label, ...]:
    """The labels, the one with most weight first."""
    return tuple(sorted(weights, key=lambda label: (-weights[label], label)))


def _weight(unit: Unit, title: frozenset[str], frequencies: TermFrequencies, *, lead: bool) -> float:
    shared = sum(frequencies.rarity(t) for t in set(unit.terms) & title)
    return len(unit.terms) * (LEAD_WEIGHT if lead else 1.0) + TITLE_WEIGHT * shared


def titled_articles(
    units: Units, story_of: Mapping[UnitKey, int], linked: Linked, frequencies: TermFrequencies
) -> dict[int, set[str]]:
    """By story: the articles whose main story it is and whose title is about it, as a compilation's seldom is."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for article, weights in shares(units, story_of, linked, frequencies).items():
        story = ranked(weights)[0] if weights else None
        title = title_terms(article, linked)
        told = {t for u in units[article] if story_of[unit_key(u)] == story for t in u.terms}
        rarity = sum(map(frequencies.rarity, title))
        if story is not None and title and sum(map(frequencies.rarity, title & told)) >= LEAST_TITLE_SHARE * rarity:
            found[story].add(article)
    return found
