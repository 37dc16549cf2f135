"""Making places of clusters: name, address, kind, point with its precision, what contains it, all its spellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from according.linking.cues import CALLED, kind_words
from according.linking.forms import Evidence, fold, same_name
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.reasons import in_words
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.decisions import Decision
from according.linking.toponyms.naming import Addresses, shown_name
from according.linking.toponyms.parents import Parent
from according.memo import FORGETFUL, Memo
from according.model import Article, Form, Place, PlacePrecision
from according.overrides import EntityOverride

_SETTLEMENTS = frozenset({"city", "town", "village"})
_NAMED_KIND = {"governorate": "province", "county": "district", "suburb": "town"}


@dataclass(frozen=True, slots=True)
class Built:
    """The places of a corpus, with the cluster that each was made of."""

    places: dict[str, Place]
    by_cluster: dict[int, str]  # the index of a cluster -> the id of its place


def build_places(
    clusters: Sequence[Cluster], articles: Mapping[str, Article], gazetteer: Gazetteer, memo: Memo = FORGETFUL
) -> Built:
    """One place a cluster, and one for everything that contains them."""
    return _Builder(clusters, articles, gazetteer, memo).build()


class _Builder:
    def __init__(
        self, clusters: Sequence[Cluster], articles: Mapping[str, Article], gazetteer: Gazetteer, memo: Memo
    ) -> None:
        self.clusters, self.articles, self.gazetteer, self.memo = clusters, articles, gazetteer, memo
        self.addresses = Addresses(gazetteer, memo)
        self.ids: dict[int, str] = {}  # of clusters
        self.of_entry: dict[int, str] = {}  # gazetteer id -> place id
        self.places: dict[str, Place] = {}

    def build(self) -> Built:
        names = [shown_name(cluster, self.gazetteer) for cluster in self.clusters]
        self._give_addresses(names)
        for index, (cluster, name) in enumerate(zip(self.clusters, names, strict=True)):
            self.places[self.ids[index]] = self._place(self.ids[index], name, cluster)
        return Built(dict(sorted(_told_apart(self.places).items())), self.ids)

    def _give_addresses(self, names: list[str]) -> None:
        """What people named gets its name first; then the gazetteer's places; the rest take what is left."""

        def turn(index: int) -> tuple[int, int | str]:
            cluster = self.clusters[index]
            if cluster.override:
                return 0, names[index]
            return (1, f"{cluster.entry.id:012d}") if cluster.entry else (2, names[index])

        for index in sorted(range(len(self.clusters)), key=turn):
            cluster = self.clusters[index]
            if cluster.entry and not cluster.override:
                self.ids[index] = self.addresses.of_entry(cluster.entry)
            else:
                parent = _nearest(cluster.parents)
                self.ids[index] = self.addresses.of_name(names[index], parent.entry.name if parent else None)
            if cluster.entry:
                self.of_entry[cluster.entry.id] = self.ids[index]

    def _place(self, identifier: str, name: str, cluster: Cluster) -> Place:
        entry, parent = cluster.entry, _nearest(cluster.parents)
        known = entry or (parent.entry if parent else None)
        place = Place(
            id=identifier,
            name=name,
            kind=self._kind(cluster),
            latitude=None,
            longitude=None,
            precision=PlacePrecision.UNKNOWN,
            geonames_id=entry.geonames_id if entry else None,
            country=known.country if known else None,
            parents=self._parents(entry, parent, cluster.cities),
            forms=self.memo.recall("place forms", *_written(cluster), partial(_forms, cluster)),
            native_name=entry.native if entry else None,
            overridden=cluster.override is not None,
            term=entry.term if entry else "",
            hidden=cluster.override is not None and cluster.override.hide,
        )
        return self._overridden(_pointed(place, entry, parent), cluster)

    def _kind(self, cluster: Cluster) -> str:
        """What a person calls it, else what the texts call it, else what the gazetteer does."""
        if cluster.override and cluster.override.kind:
            return cluster.override.kind
        key, written = _written(cluster)
        around = tuple(self.articles[d.group.article] for d in cluster.decisions)
        called = self.memo.recall("called", key, (written, around), partial(self._called, cluster))
        word = min(called, key=lambda w: (-called[w], w)) if called else ""
        said = _NAMED_KIND.get(word, word)
        if cluster.entry is None:
            return said or "place"
        settled = cluster.entry.kind in _SETTLEMENTS and said in _SETTLEMENTS
        return said if settled else cluster.entry.kind

    def _called(self, cluster: Cluster) -> Counter[str]:
        return Counter(
            word
            for decision in cluster.decisions
            for spot in decision.group.spots
            for word in kind_words(self._text(decision.group.article, in_title=spot.in_title), spot.name)
            if word in CALLED
        )

    def _text(self, article: str, *, in_title: bool) -> str:
        return self.articles[article].title if in_title else self.articles[article].text

    def _parents(self, entry: Entry | None, parent: Parent | None, cities: Sequence[Entry] = ()) -> tuple[str, ...]:
        if entry:
            counted = Counter(city.id for city in cities)
            city = min(cities, key=lambda c: (-counted[c.id], c.id), default=None)
            above = [e for e in self.gazetteer.containers(entry) if self._is_worth_a_page(e, entry)]
            above = [city, *above] if city else above
        elif parent:
            above = [parent.entry, *self.gazetteer.containers(parent.entry)]
        else:
            above = []
        return tuple(dict.fromkeys(self._page_of(e) for e in above))

    def _is_worth_a_page(self, container: Entry, inner: Entry) -> bool:
        """Districts only of villages and towns: a city is known without its district."""
        return container.kind != "district" or container.id in self.of_entry or inner.kind in ("village", "town")

    def _page_of(self, entry: Entry) -> str:
        """The place of a gazetteer entry, made here when no article names it."""
        if entry.id not in self.of_entry:
            self.of_entry[entry.id] = self.addresses.of_entry(entry)
            identifier = self.of_entry[entry.id]
            self.places[identifier] = self._place(identifier, entry.name, Cluster(entry))
        return self.of_entry[entry.id]

    def _overridden(self, place: Place, cluster: Cluster) -> Place:
        rule = cluster.override
        if rule is None:
            return place
        if rule.at:
            latitude, longitude = rule.at
            place = replace(place, latitude=latitude, longitude=longitude, precision=PlacePrecision.POINT)
        if rule.parent:
            place = replace(place, parents=self._named_parents(rule.parent, place))
        return replace(place, wikidata=rule.wikidata, geonames_id=rule.geonames or place.geonames_id)

    def _named_parents(self, name: str, place: Place) -> tuple[str, ...]:
        """The parent that a person names: a place of the corpus, else the gazetteer's in the same country."""
        for index, cluster in enumerate(self.clusters):
            own = cluster.override.name if cluster.override else None
            if name == own or name in cluster.forms or (cluster.entry and cluster.entry.name == name):
                above = self._parents(cluster.entry, _nearest(cluster.parents))
                return tuple(dict.fromkeys((self.ids[index], *above)))
        hits = [h.entry for h in self.gazetteer.lookup(name)]
        hits.sort(key=lambda e: (e.country != place.country, -e.population, e.id))
        if not hits:
            return place.parents
        return (self._page_of(hits[0]), *self._parents(hits[0], None))


def _nearest(parents: Sequence[Parent]) -> Parent | None:
    """The parent that most articles name; of those the smallest."""
    if not parents:
        return None
    ranks = {"country": 3, "region": 2, "sea": 2, "province": 1}
    stated = [p for p in parents if p.stated] or list(parents)
    counted = Counter(p.entry.id for p in stated)
    return min(stated, key=lambda p: (ranks.get(p.entry.kind, 0), -counted[p.entry.id], p.entry.id))


def _pointed(place: Place, entry: Entry | None, parent: Parent | None) -> Place:
    """Its point and how fine that is; a place outside the gazetteer borrows the point of what it is in or near."""
    if entry and entry.latitude is not None:
        return replace(place, latitude=entry.latitude, longitude=entry.longitude, precision=precision_of(entry))
    if parent is None:
        return place
    if parent.entry.kind in ("country", "region", "sea"):  # too vast to stand for a place in it
        return replace(place, precision=PlacePrecision.PARENT)
    point = (parent.entry.latitude, parent.entry.longitude)
    return replace(place, latitude=point[0], longitude=point[1], precision=PlacePrecision.PARENT)


def precision_of(entry: Entry) -> PlacePrecision:
    """How finely the point of a gazetteer entry tells where it is."""
    if entry.kind == "country":
        return PlacePrecision.COUNTRY
    return PlacePrecision.TOWN if entry.kind in (*_SETTLEMENTS, "site") else PlacePrecision.AREA


def _written(cluster: Cluster) -> tuple[Hashable, tuple[object, ...]]:
    """A key for a cluster, and all that its spellings and what it is called depend on: the articles' words."""
    first = cluster.decisions[0].group if cluster.decisions else None
    key = (cluster.entry and cluster.entry.id, first and (first.article, first.spots[0].span, first.spots[0].in_title))
    return key, (cluster.entry is None and not cluster.override, tuple(cluster.decisions))


def _forms(cluster: Cluster) -> tuple[Form, ...]:
    """Every spelling with how often, where and why, the commonest first."""
    count: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    evidence: dict[str, str] = {}
    for decision in cluster.decisions:
        for spot in decision.group.spots:
            count[spot.text] += 1
            articles[spot.text].add(decision.group.article)
            evidence.setdefault(spot.text, _evidence(decision, spot.text))
    ordered = sorted(count, key=lambda text: (-count[text], text))
    if cluster.entry is None:
        evidence |= _spelled(ordered, cluster.override)
    why = {text: in_words(evidence[text], cluster.override, text) for text in ordered}
    return tuple(Form(text, count[text], tuple(sorted(articles[text])), why[text]) for text in ordered)


def _spelled(forms: Sequence[str], rule: EntityOverride | None) -> dict[str, str]:
    """Why spellings belong to a place in no gazetteer: they are like one a person gave, else like the commonest."""
    names = [form.text for form in rule.forms if not form.articles] if rule else list(forms[:1])
    said = {fold(form.text) for form in rule.forms} if rule else set()
    others = [form for form in forms if form not in names and fold(form) not in said]
    alike = ((form, name, same_name(form, name)) for form in others for name in names)
    return {form: f"{how} as {name}" for form, name, how in reversed([*alike]) if how}


def _evidence(decision: Decision, form: str) -> str:
    """Why a spelling belongs to the place: by itself, or as a spelling of the form that the gazetteer has."""
    best = decision.ranked.best.candidate
    if best is None or decision.entry is None or fold(best.form) == fold(form):
        return decision.evidence
    return f"{same_name(form, best.form) or Evidence.SAME_CONSONANTS} as {best.form}"


def _told_apart(places: dict[str, Place]) -> dict[str, Place]:
    """Two places of one name are shown with what tells them apart: "Idlib (province)", "London (Ontario)"."""
    same: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        same[place.name].append(place)
    return {p.id: replace(p, name=name) for group in same.values() for p, name in _distinct(group, places)}


def _distinct(group: list[Place], places: dict[str, Place]) -> Iterator[tuple[Place, str]]:
    """The bare name is for the only one that articles name, else for the settlement that they name most."""
    kinds = Counter(p.kind for p in group)
    named = [p for p in group if p.forms]
    settled = [p for p in group if p.kind in _SETTLEMENTS]
    foremost = named[0] if len(named) == 1 else min(settled, key=_rarity) if settled else None
    for place in group:
        above = [places[p].name for p in place.parents if p in places]
        if len(group) == 1 or place.overridden or place is foremost:
            yield place, place.name
        elif kinds[place.kind] == 1:
            yield place, f"{place.name} ({place.kind})"
        else:
            yield place, f"{place.name} ({above[0] if above else place.country or place.kind})"


def _rarity(place: Place) -> tuple[int, str]:
    return -sum(f.count for f in place.forms), place.id
