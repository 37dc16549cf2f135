"""What kind of event the passages tell of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from according.events.drafts import Draft
from according.events.types import TYPES, UNTYPED
from according.model import Linked, Trigger

TITLE_WEIGHT = 2.0
# Words of saying stand in every story.
TYPE_WEIGHTS = {"statement": 0.4, "policy": 0.7, "culture": 0.8, "product": 0.8, "science": 0.8, "economy": 0.8}
LEAST_SHARE = 0.34  # of all weight; below it the kind is not told
LEAST_TRIGGERS = 2
# What comes of an event speaks for its kind: people are rescued from a wreck, tried for a crime.
OUTCOMES = {
    "accident": {"rescue"},
    "disaster": {"rescue"},
    "crime": {"justice", "attack"},
    "attack": {"justice", "crime"},
    "strike": {"rescue"},
}
HARMFUL = frozenset({"accident", "disaster", "attack", "strike", "clash", "crime"})
HARM = frozenset({"killed", "wounded", "casualties", "hospitalised", "trapped", "missing"})
# Words of several senses ("a delivery charge", "a passenger was discovered") need another word that agrees.
MANY_SENSES = frozenset(
    "charge discover observe offer feature game race goal show split star relationship battle talk meet address claim "
    "letter".split()
)
# Words that make a figure of speech of what follows: a media storm is no storm, a price war no war.
FIGURATIVE = re.compile(
    r"\b(?:media|political|diplomatic|twitter|online|price|trade|bidding|legal|culture)[ -]$", re.IGNORECASE
)


def weighted_triggers(draft: Draft, linked: Linked) -> Iterator[tuple[Trigger, str, float]]:
    """The triggers of an event with their article and weight, those of the titles first."""
    for article in draft.titled:
        title = linked.annotations[article].title
        for trigger in title.triggers if title else ():
            if not _is_figurative(trigger, linked.articles[article].title):
                yield trigger, article, TITLE_WEIGHT
    inside = triggers_by_sentence(draft, linked)
    for article, weights in draft.weights().items():
        for sentence, weight in weights.items():
            for trigger in inside.get((article, sentence), ()):
                yield trigger, article, weight


def triggers_by_sentence(draft: Draft, linked: Linked) -> dict[tuple[str, int], list[Trigger]]:
    """The triggers of the articles of an event by their sentence."""
    found: defaultdict[tuple[str, int], list[Trigger]] = defaultdict(list)
    for article in draft.articles:
        annotation = linked.annotations[article]
        starts = [s.span.start for s in annotation.sentences]
        for trigger in annotation.triggers:
            if not _is_figurative(trigger, linked.articles[article].text):
                found[article, bisect_right(starts, trigger.span.start) - 1].append(trigger)
    return dict(found)


def _is_figurative(trigger: Trigger, text: str) -> bool:
    return bool(FIGURATIVE.search(text, max(0, trigger.span.start - 15), trigger.span.start))


def event_type(draft: Draft, linked: Linked) -> str:
    """The kind that most of the weight of the triggers speaks for; "event" when too few agree.

    Kinds of one PLOVER code speak for one another: a clash is told with attacks and strikes in it. So do the outcomes
    of a kind, and where people came to harm, one word for what harmed them is enough.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    plain: set[str] = set()  # kinds that a word of one sense speaks for
    for trigger, _, weight in weighted_triggers(draft, linked):
        if trigger.type in TYPES:
            weights[trigger.type] += weight * TYPE_WEIGHTS.get(trigger.type, 1.0)
            counts[trigger.type] += 1
            if trigger.lemma not in MANY_SENSES:
                plain.add(trigger.type)
    if not weights:
        return UNTYPED
    best = min(weights, key=lambda t: (-weights[t], t))
    kin = [t for t in weights if t == best or is_kin(t, best)]
    sure = bool(plain.intersection(kin)) and sum(weights[t] for t in kin) >= LEAST_SHARE * sum(weights.values())
    told = sum(counts[t] for t in kin if t not in OUTCOMES.get(best, ())) + (
        best in HARMFUL and _tells_of_harm(draft, linked)
    )
    return best if sure and told >= LEAST_TRIGGERS else UNTYPED


def is_kin(kind: str, other: str) -> bool:
    """Whether one kind speaks for the other."""
    plover = TYPES[other].plover
    return kind in OUTCOMES.get(other, ()) or (plover is not None and TYPES[kind].plover == plover)


def _tells_of_harm(draft: Draft, linked: Linked) -> bool:
    """Whether the sentences of an event count dead, wounded or missing."""
    told = set(draft.sentences)
    for article in draft.articles:
        annotation = linked.annotations[article]
        starts = [s.span.start for s in annotation.sentences]
        counted = (q for q in annotation.quantities if q.counts in HARM)
        if any((article, bisect_right(starts, q.span.start) - 1) in told for q in counted):
            return True
    return False
