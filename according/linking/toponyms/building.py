"""Making places of clusters: name, address, kind, point with its precision, what contains it, all its spellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from according.linking.addresses import Before, Spot
from according.linking.cues import CALLED, kind_words
from according.linking.forms import Evidence, fold, same_name
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.reasons import in_words
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.decisions import Decision
from according.linking.toponyms.holders import Holders, Meant
from according.linking.toponyms.naming import Addresses, shown_name
from according.linking.toponyms.parents import Parent, nearest_parent
from according.linking.toponyms.placing import placed, without_circles
from according.memo import FORGETFUL, Memo
from according.model import Article, Form, Place, PlacePrecision, Unheeded
from according.overrides import EntityOverride

_SETTLEMENTS = frozenset({"city", "town", "village"})
_NAMED_KIND = {"governorate": "province", "county": "district", "suburb": "town"}


@dataclass(frozen=True, slots=True)
class Built:
    """The places of a corpus, with the cluster that each was made of."""

    places: dict[str, Place]
    by_cluster: dict[int, str]  # the index of a cluster -> the id of its place
    unheeded: tuple[Unheeded, ...] = ()


def build_places(
    clusters: Sequence[Cluster],
    articles: Mapping[str, Article],
    gazetteer: Gazetteer,
    memo: Memo = FORGETFUL,
    before: Before | None = None,
) -> Built:
    """One place a cluster, and one for everything that contains them."""
    return _Builder(clusters, articles, gazetteer, memo, before).build()


class _Builder:
    def __init__(
        self,
        clusters: Sequence[Cluster],
        articles: Mapping[str, Article],
        gazetteer: Gazetteer,
        memo: Memo,
        before: Before | None,
    ) -> None:
        self.before = before
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
        places, unheeded = self._as_people_say()
        return Built(dict(sorted(_told_apart(places).items())), self.ids, unheeded)

    def _give_addresses(self, names: list[str]) -> None:
        """What keeps its name keeps its address; then what people named gets its name, then the gazetteer's places."""
        self._keep_addresses(names)

        def turn(index: int) -> tuple[int, int | str]:
            cluster = self.clusters[index]
            if cluster.override:
                return 0, names[index]
            return (1, f"{cluster.entry.id:012d}") if cluster.entry else (2, names[index])

        for index in sorted(range(len(self.clusters)), key=turn):
            cluster = self.clusters[index]
            if index in self.ids:
                pass
            elif cluster.entry and not cluster.override:
                self.ids[index] = self.addresses.of_entry(cluster.entry)
            else:
                parent = nearest_parent(cluster.parents)
                self.ids[index] = self.addresses.of_name(names[index], parent.entry.name if parent else None)
            if cluster.entry:
                self.of_entry[cluster.entry.id] = self.ids[index]

    def _keep_addresses(self, names: Sequence[str]) -> None:
        if self.before is None:
            return
        spots = (_in_texts(cluster) for cluster in self.clusters)
        kept = self.before.kept("places", list(zip(names, spots, strict=True)))
        self.ids = {index: self.addresses.keep(id_) for index, id_ in enumerate(kept) if id_}

    def _place(self, identifier: str, name: str, cluster: Cluster) -> Place:
        entry, parent = cluster.entry, nearest_parent(cluster.parents)
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
        return replace(place, wikidata=rule.wikidata, geonames_id=rule.geonames or place.geonames_id)

    def _as_people_say(self) -> tuple[dict[str, Place], tuple[Unheeded, ...]]:
        """The places in what people say contains them, and what they say of it that cannot be, or only guessed."""
        rules = {self.ids[i]: c.override for i, c in enumerate(self.clusters) if c.override and c.override.parent}
        shown = {id_: place.name for id_, place in _told_apart(self.places).items()}
        by_id = {self.ids[index]: cluster for index, cluster in enumerate(self.clusters)}
        holders = Holders(dict(self.places), shown, by_id, self.gazetteer)
        meant = {id_: holders.meant(rule.parent or "", id_) for id_, rule in rules.items()}
        pages = {id_: self._page_of(m.entry) if m.entry else m.page for id_, m in meant.items()}
        said = {id_: page for id_, page in pages.items() if page and not self._is_known_in(id_, page, by_id)}
        above, circles = without_circles(said, self.places)
        unheeded = [*(found for id_, rule in rules.items() for found in _doubts(rule, meant[id_]))]
        for way in circles:
            names = tuple(shown.get(id_, self.places[id_].name) for id_ in way)
            unheeded += [Unheeded(rules[id_].name, "circle", names) for id_ in sorted({*way} & said.keys())]
        return placed(self.places, above), tuple(unheeded)

    def _is_known_in(self, inner: str, outer: str, clusters: Mapping[str, Cluster]) -> bool:
        """Whether the gazetteer says so too; it may know what lies between the two."""
        return clusters[inner].entry is not None and outer in self.places[inner].parents


def _doubts(rule: EntityOverride, meant: Meant) -> Iterator[Unheeded]:
    if meant.choice:
        yield Unheeded(rule.name, "ambiguous", meant.choice)
    elif meant.itself:
        yield Unheeded(rule.name, "circle", (rule.name, rule.parent or "", rule.name))
    elif not (meant.page or meant.entry):
        yield Unheeded(rule.name, "unknown")


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


def _in_texts(cluster: Cluster) -> list[Spot]:
    return [(d.group.article, s.span) for d in cluster.decisions for s in d.group.spots if not s.in_title]


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
