"""The decisions of all articles gathered into places: by gazetteer id, by override, or by name and surroundings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from according.linking.forms import fold, same_name, skeleton
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.toponyms.bearing import is_called
from according.linking.toponyms.containers import lies_in
from according.linking.toponyms.decided import TOLD_APART, Decision, ReadArticle
from according.linking.toponyms.groups import HALVES, are_known_apart
from according.linking.toponyms.parents import Parent, find_cities, find_parent, is_told
from according.memo import FORGETFUL, Memo
from according.model import Span
from according.overrides import EntityOverride

_DIVISIONS = frozenset({"province", "district"})


@dataclass(slots=True)
class Cluster:
    """All groups of the corpus that name one place."""

    entry: Entry | None = None
    override: EntityOverride | None = None
    decisions: list[Decision] = field(default_factory=list)
    parents: list[Parent] = field(default_factory=list)
    cities: list[Entry] = field(default_factory=list)  # that the articles say it is a part of
    told: bool = False  # some article says outright that it is a place
    gone: bool = False  # a person says that what is named so is no place
    lent: bool = False  # a person gives it the entry of a place that is called otherwise, and named apart

    @property
    def forms(self) -> set[str]:
        """All spellings."""
        return {form for decision in self.decisions for form in decision.group.forms}

    @property
    def countries(self) -> set[str]:
        """Where it may lie."""
        if self.entry:
            return {self.entry.country} if self.entry.country else set()
        return {p.entry.country for p in self.parents if p.entry.country}


def gather(
    read: Sequence[ReadArticle], rules: Iterable[EntityOverride], gazetteer: Gazetteer, memo: Memo = FORGETFUL
) -> list[Cluster]:
    """The clusters of a corpus, in an order that does not depend on that of the articles.

    What people say of a place that no article names, by the title of its page, makes one without decisions. What they
    say is no place is in them, too.
    """
    known: dict[tuple[str, str | int], Cluster] = {}
    unknown: list[Cluster] = []
    around = memo.recall_each("around", ((one.article.id, (one,)) for one in read), lambda one: _around(one, gazetteer))
    for one in read:
        told = zip(one.decisions, around[one.article.id], strict=True)
        for decision, (cities, parent) in told:
            if decision.override:
                home = known.setdefault(("override", decision.override.name), Cluster(override=decision.override))
            elif decision.entry:
                home = known.setdefault(("id", decision.entry.id), Cluster(decision.entry))
            elif decision.group.demonym:
                continue
            else:
                home = Cluster()
                unknown.append(home)
            home.decisions.append(decision)
            home.cities += cities
            if decision.entry is None:
                home.parents += [parent] if parent else []
                home.told = home.told or _is_told(one, decision, parent)
    for rule in rules:
        if rule.meant.entries and ("override", rule.name) not in known:
            known["override", rule.name] = Cluster(override=rule)
    for cluster in known.values():
        cluster.entry = cluster.entry or _of_override(cluster, gazetteer)
    _join_overridden(known, gazetteer)
    order = sorted(known, key=lambda key: (_as_uncorrected(key, known[key]), str(key)))
    return [*(known[key] for key in order), *_merge(unknown, list(known.values()), gazetteer)]


def _as_uncorrected(key: tuple[str, str | int], cluster: Cluster) -> str:
    """Where a place comes in their order, corrected or not: of districts only those of earlier places are known."""
    return str(("id", cluster.entry.id) if cluster.entry else key)


def _is_told(read: ReadArticle, decision: Decision, parent: Parent | None) -> bool:
    """Whether the article says outright that it is a place, or a person parts it from one.

    "The North" that a person parts from its country is nothing that a page could be about, in each article another.
    """
    if decision.evidence == TOLD_APART:
        return not HALVES.issuperset(decision.group.forms)
    return is_told(read, decision, parent)


def _around(read: ReadArticle, gazetteer: Gazetteer) -> list[tuple[list[Entry], Parent | None]]:
    """By decision: the cities of which the article says that it is a part, and what an unknown place lies in."""
    parents = [
        None if d.entry or d.group.demonym else find_parent(read, i, gazetteer) for i, d in enumerate(read.decisions)
    ]
    return [
        (list(find_cities(read, i)), _as_before(read, i, parents) if d.group.keeps else parents[i])
        for i, d in enumerate(read.decisions)
    ]


def _as_before(read: ReadArticle, index: int, parents: Sequence[Parent | None]) -> Parent | None:
    """What a place lies in that stays where it was, be it that the text says so under a spelling parted from it."""
    whole, own = read.decisions[index].group.parted_from, parents[index]
    if read.decisions[index].entry or (own and own.stated):
        return own
    others = [p for d, p in zip(read.decisions, parents, strict=True) if p and d.group.parted_from == whole]
    return next((replace(p, stated=False) for p in sorted(others, key=lambda p: not p.stated)), own)


def _of_override(cluster: Cluster, gazetteer: Gazetteer) -> Entry | None:
    """The entry of what a person spoke of: given, or that of its own name rather than that of an alias."""
    rule, entries = cluster.override, [d.entry for d in cluster.decisions if d.entry]
    if rule is None or not cluster.decisions:
        given = rule and (rule.geonames, *rule.meant.entries)
        return next((entry for id_ in given or () if (entry := gazetteer.get(id_))), None)
    meant = {rule.geonames: -2} | {id_: -1 for id_ in rule.meant.entries[:1] if rule.meant.page}
    own = {d.entry.id for d in cluster.decisions if d.entry and fold(rule.name) in map(fold, d.group.forms)}
    return min(entries, key=lambda e: (meant.get(e.id, 0), e.id not in own), default=None)


def _join_overridden(known: dict[tuple[str, str | int], Cluster], gazetteer: Gazetteer) -> None:
    """What a person spoke of under one name is the same place where it came up under a name of the gazetteer.

    An id alone tells where a place is, not that it is one with another that bears the id and none of its names.
    """
    for key in [k for k in known if k[0] == "override"]:
        cluster = known[key]
        same = known.get(("id", cluster.entry.id)) if cluster.entry else None
        if same and cluster.override and cluster.entry:
            cluster.lent = not is_called(cluster.entry, cluster.override, gazetteer)
            if not cluster.lent:
                cluster.decisions += known.pop(("id", cluster.entry.id)).decisions


def _merge(unknown: list[Cluster], known: list[Cluster], gazetteer: Gazetteer) -> list[Cluster]:
    """Unknown places with one name in one country are one; with the name of a known place there they are that place."""
    homes: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in known:
        for form in sorted(cluster.forms):
            homes[_block(form)].append(cluster)
    merged: list[Cluster] = []
    for cluster in sorted(unknown, key=lambda c: (-len(c.countries), sorted(c.forms), c.decisions[0].group.article)):
        rivals = [h for form in sorted(cluster.forms) for h in homes[_block(form)]]
        home = next((h for h in rivals if _one_place(h, cluster, gazetteer)), None)
        if home is None:
            merged.append(cluster)
            home = cluster
        else:
            home.decisions += cluster.decisions
            home.parents += cluster.parents
            home.told = home.told or cluster.told
        for form in sorted(cluster.forms):
            homes[_block(form)].append(home)
    return merged


def _block(form: str) -> str:
    return skeleton(form).replace(" ", "")


def _is_elsewhere(home: Cluster, cluster: Cluster) -> bool:
    """Whether the text puts the unknown place into a district or province that does not hold the known one."""
    entry, said = home.entry, [p.entry for p in cluster.parents if p.stated and p.entry.kind in _DIVISIONS]
    return entry is not None and bool(said) and not any(lies_in(entry, s) or entry.id == s.id for s in said)


def _never(rule: EntityOverride) -> tuple[str, ...]:
    """The spellings that are not the place of an entry unless the gazetteer says so."""
    return (*rule.foreign, *(spelling.text for page in rule.meant.left for spelling in page.spellings))


def _one_place(home: Cluster, cluster: Cluster, gazetteer: Gazetteer) -> bool:
    apart = home.countries and cluster.countries and not home.countries & cluster.countries
    never = _never(home.override) if home.override else ()
    if (
        apart
        or cluster.forms <= HALVES  # "the North" of one article is not that of another
        or _is_elsewhere(home, cluster)
        or any(same_name(form, other) for form in cluster.forms for other in never)
    ):
        return False
    pairs = [(a, b) for a in sorted(home.forms) for b in sorted(cluster.forms) if same_name(a, b)]
    return any(not are_known_apart(a, b, gazetteer) for a, b in pairs)


def in_texts(decisions: Iterable[Decision]) -> list[tuple[str, Span]]:
    """Where articles' texts name a place."""
    return [(d.group.article, s.span) for d in decisions for s in d.group.spots if not s.in_title]


def key_of(cluster: Cluster) -> Hashable:
    """A key for a cluster, by which work on it is kept."""
    first = cluster.decisions[0].group if cluster.decisions else None
    return cluster.entry and cluster.entry.id, first and (first.article, first.spots[0].span, first.spots[0].in_title)
