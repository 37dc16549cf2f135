"""Where an event was, and how much each name of its passages tells of where it was and who took part."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import TypeVar

from according.events.drafts import Draft
from according.memo import FORGETFUL, Memo
from according.model import Linked, Mention, Name, Place, PlacePrecision, Role

TITLE_WEIGHT = 2.0
ROLE_WEIGHTS = {
    "place": {Role.LOCATION: 1.5, Role.AGENT: 0.6, Role.PATIENT: 0.8, Role.OTHER: 1.0},
    "actor": {Role.AGENT: 1.4, Role.PATIENT: 1.3, Role.LOCATION: 0.7, Role.OTHER: 0.7},
}
# Of what takes part in what a sentence mainly tells; for places it tells nothing more (measured).
CENTRAL_WEIGHTS = {"place": 1.0, "actor": 1.5}
# A town says more of where something was than a country does.
PRECISION_WEIGHTS = {
    PlacePrecision.AREA: 0.8,
    PlacePrecision.COUNTRY: 0.5,
    PlacePrecision.PARENT: 0.6,
    PlacePrecision.UNKNOWN: 0.5,
}
# "The German consulate", "Kentucky State Police": whose it is, not where it was.
ATTRIBUTE_WEIGHT = 0.3
# "South Korea's military said": who tells it, not where it was, and not who took part unless the headline names them.
SPEAKER_WEIGHTS = {"place": 0.2, "actor": 0.35}
HEADED_SPEAKER_WEIGHT = 0.7
ORIGIN_WEIGHT = 0.5  # "a man from Beckenham", "flies to Minneapolis"
ORIGIN = re.compile(r"\b(?:from|to|via|towards?)\s+(?:the\s+)?$", re.IGNORECASE)
REACH = 20  # characters before a name
# Of a containing place's weight: from there on the place inside it is meant; less sure is what no gazetteer knows.
LEAST_PART, LEAST_UNSURE_PART = 0.36, 0.6
LEAST_OF_PARTS = 0.4  # of the weight of all that lies in it: one of many towns is not where a nationwide thing was
UNSURE_KIND = "place"
LEAST_WEIGHT = 1.0  # of the name that an article names most, to have a whole vote
MOST_PLACES = 12

Scores = Mapping[str, float]
Weights = Mapping[int, float]  # of an article's sentences
Tells = Callable[[str, Weights], Iterable[tuple[str, float]]]  # the places that an article names, with weights
Places = Mapping[str, Place]
AsOne = Callable[[AbstractSet[str]], float]
Key = TypeVar("Key", bound=Hashable)


def rank_places(draft: Draft, linked: Linked, memo: Memo = FORGETFUL) -> tuple[str, ...]:
    """The places of an event, the main one first: the most specific that its passages support."""
    told = partial(_told, draft, linked, memo)
    scores = summed(draft, told)
    ranked = _by_precision(scores, linked)
    if ranked:
        whole = {p: _whole(p, linked) for p in scores}
        found = _main(draft, linked, lambda a, w: ((whole[p], weight) for p, weight in told(a, w)))
        main = next((p for p in _ranked(scores) if whole[p] == found), found)
        ranked = [main, *(p for p in ranked if p != main)]
    return tuple(ranked[:MOST_PLACES])


def _main(draft: Draft, linked: Linked, told: Tells) -> str:
    """Where it was, with what people parted of a place counted for that: parting makes no other place likelier."""
    scores = summed(draft, told)
    known = {p: linked.places[p] for p in scores}
    places = {i: replace(p, parents=tuple(_whole(above, linked) for above in p.parents)) for i, p in known.items()}
    sure = {p for p in scores if _is_sure(p, draft, linked)}
    first = _of_countries(_by_precision(scores, linked)[0], scores, places)
    return _most_specific(first, scores, sure, places, partial(_as_one, draft, told))


def _of_countries(place: str, scores: Scores, places: Places) -> str:
    """Of countries the one that weighs most with all that lies in it: named most may be the one whose troops came."""
    countries = [p for p in scores if places[p].precision is PlacePrecision.COUNTRY]
    return _ranked({p: _with_inner(p, scores, places) for p in countries})[0] if place in countries else place


def _whole(place: str, linked: Linked) -> str:
    """The place of which people parted one that the map has nowhere else, or the place itself."""
    known = linked.places.get(place)
    return (known and known.parted_from) or place


def _by_precision(scores: Scores, linked: Linked) -> list[str]:
    return _ranked({p: s * PRECISION_WEIGHTS.get(linked.places[p].precision, 1.0) for p, s in scores.items()})


def _most_specific(place: str, scores: Scores, sure: AbstractSet[str], places: Places, as_one: AsOne) -> str:
    """The place inside this one that has enough weight, with all that lies in it, and so on inwards, or this one."""
    passed = {place}
    while enough := _weighty_parts(place, passed, scores, sure, places, as_one):
        place = _ranked(enough)[0]
        passed.add(place)
    return place


def _weighty_parts(
    place: str, passed: AbstractSet[str], scores: Scores, sure: AbstractSet[str], places: Places, as_one: AsOne
) -> dict[str, float]:
    """The places inside one that have enough of its weight, each with all that lies in it."""
    within = (p for p in scores if p not in passed and place in places[p].parents)
    inside = {p: _with_inner(p, scores, places) for p in within}
    parts = sum(scores[p] for p in inside)
    # Villages that no map has speak for each other: they may be spellings of one, and none of them is in the town.
    villages = frozenset(p for p in inside if places[p].precision is PlacePrecision.PARENT)
    together = as_one(villages) if len(villages) > 1 else 0.0
    return {
        p: weight
        for p, weight in inside.items()
        if weight >= LEAST_OF_PARTS * parts
        and max(weight, together if p in villages else 0.0)
        >= (LEAST_PART if sure & (villages if p in villages else {p}) else LEAST_UNSURE_PART) * scores[place]
    }


def _with_inner(place: str, scores: Scores, places: Places) -> float:
    return sum(score for p, score in scores.items() if p == place or place in places[p].parents)


def _is_sure(place: str, draft: Draft, linked: Linked) -> bool:
    """Whether a gazetteer knows the place, the texts say what it is, or most reports of the event name it."""
    known = linked.places[place]
    naming = {article for form in known.forms for article in form.articles}.intersection(draft.articles)
    return known.kind != UNSURE_KIND or len(naming) >= max(2, len(draft.articles) / 2)


def _ranked(scores: Scores) -> list[str]:
    return sorted(scores, key=lambda e: (-scores[e], e))


def _told(draft: Draft, linked: Linked, memo: Memo, article: str, weights: Weights) -> tuple[tuple[str, float], ...]:
    """The places that an article names of an event, each mention with its weight."""

    def found() -> tuple[tuple[str, float], ...]:
        named = ((m, weight) for m, _, weight in weighted_mentions(draft, article, weights, linked))
        return tuple((m.entity, w) for m, w in named if m.kind == "place" and m.entity and m.entity in linked.places)

    return memo.trace("places told", draft.telling(article, weights), found)


def _as_one(draft: Draft, told: Tells, places: AbstractSet[str]) -> float:
    """What some places would weigh if they were one: being named in more articles, more than they do together."""
    return summed(draft, lambda a, w: (("" if p in places else p, weight) for p, weight in told(a, w))).get("", 0.0)


def summed(draft: Draft, weighted: Callable[[str, Weights], Iterable[tuple[Key, float]]]) -> dict[Key, float]:
    """By key: the weights of its mentions over all articles; what more of them name counts for more.

    Each article counts the same at most; one that hardly names anything has hardly a vote.
    """
    scores: defaultdict[Key, float] = defaultdict(float)
    naming: Counter[Key] = Counter()
    for article, weights in draft.weights().items():
        own: defaultdict[Key, float] = defaultdict(float)
        for key, weight in weighted(article, weights):
            own[key] += weight
        most = max(LEAST_WEIGHT, *own.values(), 0.0)
        naming.update(own.keys())
        for key, weight in own.items():
            scores[key] += weight / most
    return {k: score * math.sqrt(naming[k] / len(draft.articles)) for k, score in scores.items()}


def weighted_mentions(
    draft: Draft, article: str, weights: Weights, linked: Linked
) -> Iterator[tuple[Mention, Name | None, float]]:
    """The mentions of an event in one article, with their names and weights; those of its title first."""
    annotation, text = linked.annotations[article], linked.articles[article]
    headed = headed_by([article] if article in draft.titled else [], linked)
    if article in draft.titled:
        titled = {name.span: name for name in annotation.title.names} if annotation.title else {}
        for mention in linked.title_mentions.get(article, ()):
            name = titled.get(mention.span)
            part = _part(mention, name) if mention.kind == "actor" else 1.0
            yield mention, name, TITLE_WEIGHT * part * _tie(mention, name, text.title)
    starts = [s.span.start for s in annotation.sentences]
    names = {name.span: name for name in annotation.names}
    speakers = [span for a in annotation.attributions for span in a.source]
    for mention in linked.mentions.get(article, ()):
        sentence = bisect_right(starts, mention.span.start) - 1
        if sentence in weights:
            name = names.get(mention.span)
            weight = weights[sentence] * _part(mention, name)
            if any(s.overlaps(mention.span) for s in speakers):
                weight *= _speaker_weight(mention, headed)
            yield mention, name, weight * _tie(mention, name, text.text)


def headed_by(articles: Iterable[str], linked: Linked) -> frozenset[str]:
    """Whom and what the headlines of articles name."""
    headed = (m.entity for a in articles if linked.articles[a].titled for m in linked.title_mentions.get(a, ()))
    return frozenset(entity for entity in headed if entity)


def _speaker_weight(mention: Mention, headed: Collection[str]) -> float:
    if mention.kind == "actor" and mention.entity in headed:
        return HEADED_SPEAKER_WEIGHT
    return SPEAKER_WEIGHTS[mention.kind]


def _part(mention: Mention, name: Name | None) -> float:
    if name is None:
        return part_weight(mention.kind, Role.OTHER, central=False)
    return part_weight(mention.kind, name.role, central=name.central)


def part_weight(kind: str, role: Role, *, central: bool) -> float:
    """How much the part tells that somebody, or a place, plays in a sentence."""
    return ROLE_WEIGHTS[kind][role] * (CENTRAL_WEIGHTS[kind] if central else 1.0)


def _tie(mention: Mention, name: Name | None, text: str) -> float:
    """How much a place's name tells of where something was, by what ties it to the words beside it."""
    if mention.kind != "place":
        return 1.0
    if name and (name.inside or name.evidence == "demonym"):
        return ATTRIBUTE_WEIGHT
    return ORIGIN_WEIGHT if ORIGIN.search(text, max(0, mention.span.start - REACH), mention.span.start) else 1.0
