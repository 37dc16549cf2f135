"""Making places of clusters: name, address, kind, point with its precision, what contains it, all its spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from according.linking.addresses import Before
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.toponyms.clusters import Cluster, in_texts, key_of
from according.linking.toponyms.features import SETTLEMENTS
from according.linking.toponyms.gone import is_nothing, lies_by_text, out_of_nothing, titled_beside
from according.linking.toponyms.holders import Holders, Meant
from according.linking.toponyms.namesakes import told_apart
from according.linking.toponyms.naming import Addresses, shown_name
from according.linking.toponyms.origins import Origins, find_origins
from according.linking.toponyms.parents import Parent, nearest_parent
from according.linking.toponyms.placing import as_far_as, placed, without_circles
from according.linking.toponyms.points import is_pinned_at, pointed
from according.linking.toponyms.spellings import kinds_called, spellings
from according.memo import FORGETFUL, Memo
from according.model import Article, Form, Place, PlacePrecision, Unheeded
from according.overrides import EntityOverride

_NAMED_KIND = {"governorate": "province", "county": "district", "suburb": "town"}


@dataclass(frozen=True, slots=True)
class Built:
    """The places of a corpus, with the cluster that each was made of."""

    places: dict[str, Place]
    by_cluster: dict[int, str]  # the index of a cluster -> the id of its place
    of_entry: dict[int, str]  # what the gazetteer has -> the id of its place
    unheeded: tuple[Unheeded, ...] = ()


def build_places(
    clusters: Sequence[Cluster],
    articles: Mapping[str, Article],
    gazetteer: Gazetteer,
    memo: Memo = FORGETFUL,
    before: Before | None = None,
) -> Built:
    """One place a cluster, and one for everything that contains them; what is gone has none of its own."""
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
        self.live: dict[str, Cluster] = {}  # what the articles name, by the id of its place
        self.spelled: Mapping[str, tuple[Form, ...]] = {}  # by id of a place
        self.called: Mapping[str, Mapping[str, int]] = {}

    def build(self) -> Built:
        names = {i: shown_name(c, self.gazetteer) for i, c in enumerate(self.clusters) if not _waits(c)}
        self._give_addresses(names)
        clusters = {self.ids[i]: self.clusters[i] for i in names}
        self.live |= {id_: cluster for id_, cluster in clusters.items() if not cluster.gone}
        origins = find_origins(self.live, self.before, self.memo)
        self._look_up_words(clusters)
        for index, name in names.items():
            place = self._place(self.ids[index], name, self.clusters[index])
            self.places[place.id] = self._as_it_was(place, origins, self.clusters[index])
        self.places = self._out_of_nothing()
        known, unheeded = self._as_people_say()
        gone = {id_: known[id_] for i, id_ in self.ids.items() if self.clusters[i].gone}
        by_cluster = {i: id_ for i, id_ in self.ids.items() if id_ not in gone}
        places = titled_beside(gone, origins.told_apart(_without_empty(known, {*by_cluster.values()})))
        of_entry = {entry: id_ for entry, id_ in self.of_entry.items() if id_ in places}
        return Built(dict(sorted(places.items())), by_cluster, of_entry, unheeded)

    def _out_of_nothing(self) -> dict[str, Place]:
        """The places out of what is no name at all; what the gazetteer has in it stays there."""
        nothing = [id_ for i, id_ in self.ids.items() if self.clusters[i].gone and is_nothing(self.clusters[i])]
        by_text = {id_ for id_, cluster in self.live.items() if lies_by_text(cluster)}
        return out_of_nothing(nothing, self.places, self.live, by_text) if nothing else self.places

    def _as_it_was(self, place: Place, origins: Origins, cluster: Cluster) -> Place:
        """A place of the kind that it has without corrections, where these only take something from its page."""
        given = cluster.override.kind if cluster.override else None
        return replace(place, kind=given or origins.kind(place.id) or place.kind)

    def _give_addresses(self, names: Mapping[int, str]) -> None:
        """What keeps its name keeps its address; then what people named gets its name, then the gazetteer's places."""
        self._keep_addresses(names)

        def turn(index: int) -> tuple[int, int | str]:
            cluster = self.clusters[index]
            if cluster.override:
                return 0 if cluster.override.meant.page else 1, names[index]
            return (2, f"{cluster.entry.id:012d}") if cluster.entry else (3, names[index])

        for index in sorted(names, key=turn):
            cluster = self.clusters[index]
            if index not in self.ids:
                self.ids[index] = self._address(cluster, names[index])
        for index in sorted(names, key=lambda i: (self.clusters[i].lent, turn(i))):  # whose entry it is goes first
            for entry in _entries(self.clusters[index]):
                self.of_entry.setdefault(entry, self.ids[index])

    def _address(self, cluster: Cluster, name: str) -> str:
        page = cluster.override.meant.page if cluster.override else None
        if page and self.addresses.is_free(page):
            return self.addresses.keep(page)
        if cluster.entry and not cluster.override:
            return self.addresses.of_entry(cluster.entry)
        parent = nearest_parent(cluster.parents)
        return self.addresses.of_name(name, parent.entry.name if parent else None)

    def _keep_addresses(self, names: Mapping[int, str]) -> None:
        if self.before is None:
            return
        kept = self.before.kept(self._came_from(self.clusters[i], name, self.before) for i, name in names.items())
        self.ids = {index: self.addresses.keep(id_) for index, id_ in zip(names, kept, strict=True) if id_}

    def _came_from(self, cluster: Cluster, name: str, before: Before) -> Mapping[str, int]:
        def came_from() -> Mapping[str, int]:
            return before.came_from("places", name, in_texts(cluster.decisions))

        read = tuple(cluster.decisions), name, before
        return self.memo.recall("place came from", key_of(cluster), read, came_from)

    def _place(self, identifier: str, name: str, cluster: Cluster) -> Place:
        entry, parent = cluster.entry, nearest_parent(cluster.parents)
        known = entry or (parent.entry if parent else None)
        place = Place(
            id=identifier,
            name=name,
            kind=self._kind(cluster, self.called.get(identifier, {})),
            latitude=None,
            longitude=None,
            precision=PlacePrecision.UNKNOWN,
            geonames_id=entry.geonames_id if entry else None,
            country=known.country if known else None,
            parents=tuple(p for p in self._parents(entry, parent, cluster.cities) if p != identifier),
            forms=self.spelled.get(identifier, ()),
            native_name=entry.native if entry else None,
            overridden=cluster.override is not None,
            entry=entry.id if entry else None,
            term=entry.term if entry else "",
            hidden=_has_no_page(cluster),
        )
        return self._overridden(pointed(place, entry, parent), cluster)

    def _look_up_words(self, clusters: Mapping[str, Cluster]) -> None:
        """By id of a place, what the articles write of it: its spellings, and how often they call it what."""
        told = {id_: tuple(cluster.decisions) for id_, cluster in clusters.items()}
        named = ((id_, (told[id_], c.entry, c.override)) for id_, c in clusters.items())
        self.spelled = self.memo.recall_each("place forms", named, spellings)
        around = ((id_, (found, tuple(self.articles[d.group.article] for d in found))) for id_, found in told.items())
        self.called = self.memo.recall_each("called", around, kinds_called)

    def _kind(self, cluster: Cluster, called: Mapping[str, int]) -> str:
        """What a person calls it, else what the texts call it, else what the gazetteer does."""
        if cluster.override and cluster.override.kind:
            return cluster.override.kind
        word = min(called, key=lambda w: (-called[w], w)) if called else ""
        said = _NAMED_KIND.get(word, word)
        if cluster.entry is None:
            return said or "place"
        settled = cluster.entry.kind in SETTLEMENTS and said in SETTLEMENTS
        return said if settled else cluster.entry.kind

    def _parents(self, entry: Entry | None, parent: Parent | None, cities: Sequence[Entry] = ()) -> tuple[str, ...]:
        if entry:
            counted = Counter(city.id for city in cities)
            city = min(cities, key=lambda c: (-counted[c.id], c.id), default=None)
            above = [e for e in self.gazetteer.containers(entry) if self._is_worth_a_page(e, entry)]
            above = [city, *above] if city else above
            return tuple(dict.fromkeys(map(self._page_of, above)))
        return self._above(parent.entry) if parent else ()

    def _above(self, entry: Entry) -> tuple[str, ...]:
        """A place that contains another, and what contains it."""
        return tuple(dict.fromkeys(map(self._page_of, (entry, *self.gazetteer.containers(entry)))))

    def _is_worth_a_page(self, container: Entry, inner: Entry) -> bool:
        """Districts only of villages and towns: a city is known without its district."""
        return container.kind != "district" or container.id in self.of_entry or inner.kind in ("village", "town")

    def _page_of(self, entry: Entry) -> str:
        """The place of a gazetteer entry, made here when no article names it."""
        if entry.id not in self.of_entry:
            index = self._corrected.get(entry.id)
            cluster = Cluster(entry) if index is None else self.clusters[index]
            name = cluster.override.name if cluster.override else entry.name
            identifier = self._address(cluster, name)
            if index is not None:
                self.ids[index] = identifier
            self.of_entry |= dict.fromkeys(_entries(cluster), identifier)
            self.places[identifier] = self._place(identifier, name, cluster)
        return self.of_entry[entry.id]

    @cached_property
    def _corrected(self) -> Mapping[int, int]:
        """By entry of a place that no article names, the index of what people say of it."""
        silent = [(i, c) for i, c in enumerate(self.clusters) if _waits(c)]
        return {entry: index for index, cluster in silent for entry in _entries(cluster)}

    def _overridden(self, place: Place, cluster: Cluster) -> Place:
        rule = cluster.override
        if rule is None:
            return place
        if rule.at and not is_pinned_at(place, rule.at):
            latitude, longitude = rule.at
            place = replace(place, latitude=latitude, longitude=longitude, precision=PlacePrecision.POINT)
        return replace(place, wikidata=rule.wikidata, geonames_id=rule.geonames or place.geonames_id)

    def _as_people_say(self) -> tuple[dict[str, Place], tuple[Unheeded, ...]]:
        """The places in what people say contains them, and what they say of it that cannot be, or only guessed."""
        by_id = {id_: self.clusters[index] for index, id_ in self.ids.items()}
        rules = {id_: c.override for id_, c in by_id.items() if c.override and c.override.parent}
        shown = {id_: place.name for id_, place in told_apart(self.places).items()}
        holders = Holders(dict(self.places), shown, by_id, self.gazetteer)
        meant = {id_: self._meant(rule, id_, holders) for id_, rule in rules.items()}
        pages = {id_: self._page_of(m.entry) if m.entry else m.page for id_, m in meant.items()}
        self.places |= {id_: as_far_as(page, self.places[id_]) for id_, page in pages.items() if page}
        said = {id_: page for id_, page in pages.items() if page and not self._is_known_in(id_, page)}
        above, circles = without_circles(said, self.places)
        unheeded = [*(found for id_, rule in rules.items() for found in _doubts(rule, meant[id_]))]
        for way in circles:
            names = tuple(shown.get(id_, self.places[id_].name) for id_ in way)
            unheeded += [Unheeded(rules[id_].name, "circle", names) for id_ in sorted({*way} & said.keys())]
        return placed(self.places, above), tuple(unheeded)

    def _meant(self, rule: EntityOverride, place: str, holders: Holders) -> Meant:
        """What a person means by the name of what contains a place: the title of a page, or a name."""
        titled = self.gazetteer.get(rule.meant.within)
        return Meant(entry=titled) if titled else holders.meant(rule.parent or "", place)

    def _is_known_in(self, inner: str, outer: str) -> bool:
        """Whether it is known to lie there anyway; the gazetteer may know what lies between the two."""
        return outer in self.places[inner].parents


def _without_empty(places: Mapping[str, Place], named: set[str]) -> dict[str, Place]:
    """The places but for those that only held what people say lies elsewhere, or that is none."""
    kept = named.union(*(places[id_].parents for id_ in named))
    return {id_: place for id_, place in places.items() if id_ in kept}


def _has_no_page(cluster: Cluster) -> bool:
    """Whether people want none of it, or say that it is nothing."""
    rule = cluster.override
    return (rule is not None and (rule.hide or rule.ignore)) or (cluster.gone and is_nothing(cluster))


def _waits(cluster: Cluster) -> bool:
    """Whether it is what people say of a place that no article names: it has a page if it contains one that is."""
    return not cluster.decisions and cluster.override is not None and bool(cluster.override.meant.entries)


def _entries(cluster: Cluster) -> tuple[int, ...]:
    """What the gazetteer has of a place: its own entry first, then those of other pages that a person put here.

    The page that a person calls by its title is not here where it was taken for another place of its name.
    """
    merged = cluster.override.meant.entries if cluster.override else ()
    if cluster.entry and cluster.override and cluster.override.meant.page and cluster.entry.id not in merged:
        merged = merged[1:]
    return tuple(dict.fromkeys((*([cluster.entry.id] if cluster.entry else []), *merged)))


def _doubts(rule: EntityOverride, meant: Meant) -> Iterator[Unheeded]:
    if meant.choice:
        yield Unheeded(rule.name, "ambiguous", meant.choice)
    elif meant.itself:
        yield Unheeded(rule.name, "circle", (rule.name, rule.parent or "", rule.name))
    elif not (meant.page or meant.entry):
        yield Unheeded(rule.name, "unknown")
