"""Which place a person names as what contains another: one of the corpus, else one of the gazetteer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from according.linking.forms import fold, same_name
from according.linking.gazetteer import Entry, Gazetteer, Hit, How
from according.linking.toponyms.agreement import NEARBY
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.distance import between, kilometres
from according.linking.toponyms.features import contains
from according.linking.toponyms.parents import RANK, nearest_parent
from according.model import Place
from according.overrides import EntityOverride

_HOLDS, _NEAR, _IN_COUNTRY, _ELSEWHERE = 3, 2, 1, 0
_AS_KNOWN = 2  # of two places in question, how many times as many names the better known one has at least


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name means: a place of the corpus or an entry of the gazetteer, neither where nothing is called so."""

    page: str | None = None
    entry: Entry | None = None
    itself: bool = False  # nothing but the place itself is called so
    choice: tuple[str, ...] = ()  # descriptions of all that it may mean, where nothing tells which


class Holders:
    """The places that may be named as what contains another, as they are before anybody is obeyed."""

    def __init__(
        self,
        places: Mapping[str, Place],
        shown: Mapping[str, str],
        clusters: Mapping[str, Cluster],
        gazetteer: Gazetteer,
    ) -> None:
        self._places, self._shown, self._clusters, self._gazetteer = places, shown, clusters, gazetteer
        self._called: defaultdict[str, set[str]] = defaultdict(set)
        for id_, place in places.items():
            for name in {place.name, shown[id_], id_, *_names(clusters.get(id_))}:
                self._called[fold(name)].add(id_)

    def meant(self, name: str, inner: str) -> Meant:
        """What a person means who says that a place lies in something of this name.

        First what bears just this name as its own, then what is known to hold the place, then what is near, or in its
        country; of those that are left, what the articles name most.
        """
        called = self._called.get(fold(name), set())
        if found := called - {inner}:
            return self._of_corpus(name, inner, found)
        if holding := self._holding_as(name, inner):
            return Meant(holding)
        hits = [hit for hit in self._gazetteer.lookup(name) if hit.how is not How.DEMONYM]
        return self._of_gazetteer(hits, self._clusters[inner], only_holding=inner in called)

    def _holding_as(self, name: str, inner: str) -> str | None:
        """The nearest of what holds a place already that may be spelled so."""
        above = (
            (id_, {self._places[id_].name, *_names(self._clusters.get(id_))}) for id_ in self._places[inner].parents
        )
        return next((id_ for id_, names in above if any(same_name(name, own) for own in names)), None)

    def _of_corpus(self, name: str, inner: str, found: Iterable[str]) -> Meant:
        above = self._places[inner].parents

        def fit(id_: str) -> tuple[bool, int, int]:
            place = above.index(id_) if id_ in above else len(above)
            return not self._is_own(name, id_), -self._agreement(id_, inner), place

        ranked = sorted(found, key=lambda id_: (*fit(id_), -_mentions(self._places[id_]), id_))
        named = _mentions(self._places[ranked[0]]) > 0  # what no article names is no rival of what they do
        alike = [id_ for id_ in ranked if fit(id_) == fit(ranked[0])]
        choice = [id_ for id_ in alike if _mentions(self._places[id_]) or not named]
        told = tuple(self._shown[id_] for id_ in choice) if len(choice) > 1 else ()
        return Meant(ranked[0], choice=told)

    def _is_own(self, name: str, id_: str) -> bool:
        """Whether it is the name that a person gave the place, or one that tells it from others of its name."""
        cluster, place, shown = self._clusters.get(id_), self._places[id_], self._shown[id_]
        given = cluster and cluster.override and cluster.override.name
        return name in (given, id_) or (name == shown and shown != place.name)

    def _agreement(self, outer: str, inner: str) -> int:
        one, other = self._places[outer], self._places[inner]
        entries = tuple(c and c.entry for c in (self._clusters.get(outer), self._clusters.get(inner)))
        if outer in other.parents or (entries[0] and entries[1] and contains(entries[0], entries[1])):
            return _HOLDS
        if one.latitude is not None and one.longitude is not None and other.latitude is not None:
            away = between((one.latitude, one.longitude), (other.latitude, other.longitude or 0.0))
            if away < NEARBY:
                return _NEAR
        return _IN_COUNTRY if one.country and one.country == other.country else _ELSEWHERE

    def _of_gazetteer(self, hits: Sequence[Hit], inner: Cluster, *, only_holding: bool) -> Meant:
        parent = nearest_parent(inner.parents)
        known = inner.entry or (parent.entry if parent else None)
        agreed = [(_agreement(hit.entry, known), hit) for hit in hits]
        agreed = [(how, hit) for how, hit in agreed if how == _HOLDS or not only_holding]
        if not agreed:
            return Meant(itself=only_holding)
        ranked = sorted(agreed, key=_fitness)
        (agreement, best), *others = ranked
        rivals = [hit for how, hit in others if how == agreement < _HOLDS and _is_rival(hit, best)]
        told = tuple(self._described(hit.entry) for hit in (best, *rivals)) if rivals else ()
        return Meant(entry=best.entry, choice=told)

    def _described(self, entry: Entry) -> str:
        number = f" (GeoNames {entry.geonames_id})" if entry.geonames_id else ""
        return f"{self._gazetteer.described(entry)}{number}"


def named_by_people_only(
    clusters: Iterable[Cluster], rules: Sequence[EntityOverride], gazetteer: Gazetteer
) -> list[Cluster]:
    """The places that no article names, but of which people say what they are and what they contain: places, events."""
    called = {fold(form): rule for rule in reversed(rules) for form in _own_forms(rule)}
    waiting = [c.override for c in clusters if c.override]
    met = {rule.name for rule in waiting}
    venues = [rule for rule in rules if rule.venue and rule.name not in met]
    waiting += venues
    met |= {rule.name for rule in venues}
    found = [Cluster(gazetteer.get(rule.geonames), rule) for rule in venues]
    while waiting:
        holder = called.get(fold(waiting.pop().parent or ""))
        if holder and holder.name not in met:
            met.add(holder.name)
            waiting.append(holder)
            found.append(Cluster(gazetteer.get(holder.geonames), holder))
    return sorted(found, key=lambda c: c.override.name if c.override else "")


def _own_forms(rule: EntityOverride) -> list[str]:
    return [form.text for form in rule.forms if not (form.articles or rule.ignore or rule.hide)]


def _names(cluster: Cluster | None) -> Iterable[str]:
    if cluster is None:
        return ()
    rule = cluster.override
    return (*cluster.forms, *(_own_forms(rule) if rule else ()), *([cluster.entry.name] if cluster.entry else ()))


def _mentions(place: Place) -> int:
    return sum(form.count for form in place.forms)


def _agreement(outer: Entry, inner: Entry | None) -> int:
    if inner is None:
        return _ELSEWHERE
    if outer.id == inner.id or contains(outer, inner):
        return _HOLDS
    if kilometres(outer, inner) < NEARBY:
        return _NEAR
    return _IN_COUNTRY if outer.country == inner.country else _ELSEWHERE


def _fitness(found: tuple[int, Hit]) -> tuple[int, int, int, bool, int, int, int]:
    """The best first: of what holds the place the nearest, else what has the name as its own, then the best known."""
    agreement, hit = found
    entry = hit.entry
    size = RANK.get(entry.kind, len(RANK)) if agreement == _HOLDS else 0
    return (-agreement, size, _sort(hit), entry.kind != "country", -entry.names, -entry.population, entry.id)


def _sort(hit: Hit) -> int:
    return max(hit.how, How.ALIAS)


def _is_rival(other: Hit, best: Hit) -> bool:
    """Whether a person may as well mean the other one."""
    as_known = other.entry.names * _AS_KNOWN >= best.entry.names
    return best.entry.kind != "country" and _sort(other) == _sort(best) and as_known
