"""What speaks for a candidate: features of the place, of the name and of the other places of the article."""

from __future__ import annotations

import math
from dataclasses import dataclass

from according.linking.forms import fold, same_name
from according.linking.gazetteer import Entry, How
from according.linking.toponyms.candidates import Candidate
from according.linking.toponyms.distance import kilometres
from according.linking.toponyms.groups import Group
from according.linking.toponyms.relations import Relation, Tie
from according.linking.toponyms.surroundings import Surroundings

# Names of the features, in the order of the vectors. The first lot needs no context.
PLAIN = (
    "population",  # log10 of the inhabitants of a populated place
    "division_population",  # log10 of the inhabitants of a province or district
    "names",  # log of the number of names in all languages
    "capital",  # of its country
    "country",
    "province",
    "district",
    "region",
    "site",
    "alternate",  # found by an alternate name, not by the main one
    "short",
    "sound",
    "sound_rare",  # for a place found by sound: one over the number of such places
    "sound_same",  # ... its own name is a strong match, not only one of its alternate names
    "abbreviation",
    "stripped",
    "hint",  # the words around the name speak of this kind of place
    "hint_clash",  # ... of another kind
    "called_city",  # it is also called "... City", and there is a province of the bare name
    "only",  # the only place of just this name
    "largest",  # the most populous of the candidates
    "own_city",  # "New York" for "New York City", "Enfield" for "Enfield Town": an alternate name in letters only
    "nothing",  # the reading that the place is in no gazetteer
    "nothing_named",  # ... though it has places of just this name: the logarithm of how many
)
CONTEXT = (
    "comma_in",  # "X, Y": it lies in a candidate of Y
    "comma_out",  # ... it does not, though Y is a country, province or district
    "within_in",  # "X in Y", "Y's X"
    "within_out",
    "holds",  # it holds what the text puts in it
    "holds_not",  # it could, and does not hold the town that the text puts in it
    "country_share",  # how much of the article's other places lie in its country
    "country_named",  # the article names its country
    "capital_named",  # the same for a capital
    "admin_share",  # how much of the other places lie in its province
    "near",  # another place of the article is near
    "sound_near",  # the same for a place found by sound, which needs it more
    "sound_share",
    "tied_near",  # the text says that it is near a place, and it is
    "listed_kind",  # how many of the places listed with it are of its kind
    "listed_division",  # ... are provinces or districts of its country, as it is
    "dialled",  # the telephone numbers of the article are its country's
)
FEATURES = (*PLAIN, *CONTEXT)
Vector = tuple[float, ...]

SETTLEMENTS = frozenset({"city", "town", "village"})
_NEAR = 100.0  # km at which the weight of a neighbour falls to 1/e
_CITY_REACH = 40.0  # km; a suburb "in" a city
_SUBURB_REACH, _FAR_SMALLER = 25.0, 5  # km; times the inhabitants
_HOLDERS = frozenset({"country", "province", "district"})


def plain_features(candidate: Candidate | None, group: Group, candidates: tuple[Candidate, ...]) -> Vector:
    """The features that need no context; None is the reading that no candidate is meant."""
    if candidate is None:
        named = sum(c.how <= How.ALIAS and not c.stripped for c in candidates)
        return (*(0.0 for _ in PLAIN[:-2]), 1.0, math.log1p(named))
    own = (*_of_name(candidate, group, candidates), *_among(candidate, candidates), _is_own_city(candidate, candidates))
    return (*_of_place(candidate.entry), *own, 0.0, 0.0)


def _is_own_city(candidate: Candidate, candidates: tuple[Candidate, ...]) -> float:
    """Whether its name is the form with "City" or "Town" after it, and no country is called by the form."""
    name, form = fold(candidate.entry.name), fold(candidate.form)
    own = candidate.how is How.ALTERNATE and name in (f"{form} city", f"{form} town")
    return float(own and not any(c.entry.kind == "country" for c in candidates))


def _of_place(entry: Entry) -> Vector:
    size = math.log10(1 + entry.population)
    return (
        size if entry.kind in SETTLEMENTS else 0.0,
        size if entry.kind in ("province", "district") else 0.0,
        math.log1p(entry.names),
        float(entry.capital),
        float(entry.kind == "country"),
        float(entry.kind == "province"),
        float(entry.kind == "district"),
        float(entry.kind in ("region", "sea")),
        float(entry.kind == "site"),
    )


def _of_name(candidate: Candidate, group: Group, candidates: tuple[Candidate, ...]) -> Vector:
    how, hints, kind = candidate.how, group.hints, candidate.entry.kind
    fits = kind in hints or (kind in SETTLEMENTS and bool(hints & SETTLEMENTS))
    return (
        float(how is How.ALTERNATE),
        float(how is How.SHORT),
        float(how is How.SOUND),
        0.0 if how is not How.SOUND else 1 / sum(c.how is How.SOUND for c in candidates),
        float(how is How.SOUND and same_name(candidate.form, candidate.entry.name) is not None),
        float(how in (How.ABBREVIATION, How.POSTAL)),
        float(candidate.stripped),
        float(fits),
        float(bool(hints) and not fits),
    )


def _among(candidate: Candidate, candidates: tuple[Candidate, ...]) -> Vector:
    named = sum(c.how <= How.ALIAS for c in candidates)
    settled = [c.entry.population for c in candidates if c.entry.kind in SETTLEMENTS]
    entry = candidate.entry
    largest = entry.kind in SETTLEMENTS and entry.population == max(settled) > 0
    only = candidate.how <= How.ALIAS and named == 1
    rivals = candidate.called_city and any(c.entry.kind == "province" and c.how <= How.ALIAS for c in candidates)
    return float(rivals), float(only), float(largest)


@dataclass(frozen=True, slots=True)
class Belief:
    """What a group of the article is believed to mean: its likeliest candidates with their probabilities."""

    readings: tuple[tuple[Entry, float], ...]
    weight: float  # grows with how often it is named


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place lies in another, by their ids, or within reach of a city."""
    if outer.id == inner.id:
        return False
    if outer.kind == "country":
        return outer.country == inner.country
    if outer.id in (inner.admin1, inner.admin2):
        return True
    small = inner.kind in ("village", "town", "site") and inner.population < outer.population
    near = outer.kind in SETTLEMENTS and small and kilometres(outer, inner) < _CITY_REACH
    return near or is_suburb(inner, outer)


def is_suburb(inner: Entry, outer: Entry) -> bool:
    """Whether one settlement may be a part of another: beside it in the same province, and far smaller."""
    settled = inner.kind in SETTLEMENTS and outer.kind in SETTLEMENTS
    smaller = inner.population * _FAR_SMALLER <= outer.population
    together = settled and smaller and (inner.country, inner.admin1) == (outer.country, outer.admin1)
    return together and inner.id != outer.id and kilometres(outer, inner) < _SUBURB_REACH


def context_features(
    candidate: Candidate | None, index: int, beliefs: tuple[Belief, ...], around: Surroundings
) -> Vector:
    """The features that compare a candidate with what the article's other groups are believed to mean."""
    if candidate is None:
        return tuple(0.0 for _ in CONTEXT)
    entry = candidate.entry
    others = [b for i, b in enumerate(beliefs) if i != index]
    share, named, admin = _shares(entry, others)
    near = max((_closeness(entry, b) for b in others), default=0.0)
    sound = float(candidate.how is How.SOUND)
    ties = _ties(entry, index, beliefs, around.relations)
    tied = _tied_nearness(entry, index, beliefs, around.relations)
    listed = _listed(entry, [beliefs[i] for i in sorted(around.listed.get(index, ()))])
    dialled = float(entry.country in around.dialled)
    company = (share, named, named * entry.capital, admin, near, sound * near, sound * share, tied)
    return (*ties, *company, *listed, dialled)


def _listed(entry: Entry, companions: list[Belief]) -> Vector:
    """How far what stands in one list with a place is of its kind, and a division of its country."""
    if not companions:
        return 0.0, 0.0
    alike = [sum(p for other, p in b.readings if _sort(other) == _sort(entry)) for b in companions]
    division = entry.kind in ("province", "district")
    beside = [
        sum(p for o, p in b.readings if division and (o.kind, o.country) == (entry.kind, entry.country))
        for b in companions
    ]
    return sum(alike) / len(alike), sum(beside) / len(beside)


def _sort(entry: Entry) -> str:
    return "settlement" if entry.kind in SETTLEMENTS else entry.kind


def _ties(entry: Entry, index: int, beliefs: tuple[Belief, ...], relations: tuple[Relation, ...]) -> Vector:
    values = {"comma_in": 0.0, "comma_out": 0.0, "within_in": 0.0, "within_out": 0.0, "holds": 0.0, "holds_not": 0.0}
    for relation in relations:
        if relation.inner == index and relation.tie is not Tie.NEAR:
            name = "comma" if relation.tie is Tie.COMMA else "within"
            holders = beliefs[relation.outer].readings
            inside = sum(p for outer, p in holders if contains(outer, entry))
            outside = sum(p for outer, p in holders if outer.kind in _HOLDERS and not contains(outer, entry))
            values[f"{name}_in"] = max(values[f"{name}_in"], inside)
            values[f"{name}_out"] = max(values[f"{name}_out"], outside)
        elif relation.outer == index:
            inner = beliefs[relation.inner].readings
            held = sum(p for place, p in inner if contains(entry, place))
            values["holds"] = max(values["holds"], held)
            if entry.kind in _HOLDERS and relation.tie is not Tie.NEAR:
                outside = sum(p for place, p in inner if place.kind in SETTLEMENTS and not contains(entry, place))
                values["holds_not"] = max(values["holds_not"], outside)
    return tuple(values.values())


def _shares(entry: Entry, others: list[Belief]) -> Vector:
    total = sum(b.weight * p for b in others for _, p in b.readings)
    if not total or not entry.country:
        return 0.0, 0.0, 0.0
    here = named = admin = 0.0
    province = entry.id if entry.kind == "province" else entry.admin1
    for belief in others:
        for other, p in belief.readings:
            if other.country == entry.country and other.id != entry.id:
                here += belief.weight * p
                if other.kind == "country":
                    named = max(named, p)
                if province is not None and province in (other.admin1, other.id):
                    admin += belief.weight * p
    return here / total, named, admin / total


def _closeness(entry: Entry, belief: Belief) -> float:
    return sum(
        p * math.exp(-kilometres(entry, other) / _NEAR)
        for other, p in belief.readings
        if other.kind != "country" and other.id != entry.id
    )


def _tied_nearness(entry: Entry, index: int, beliefs: tuple[Belief, ...], relations: tuple[Relation, ...]) -> float:
    tied = [r for r in relations if r.tie is Tie.NEAR and index in (r.inner, r.outer)]
    partners = [r.outer if r.inner == index else r.inner for r in tied]
    return max((_closeness(entry, beliefs[partner]) for partner in partners), default=0.0)
