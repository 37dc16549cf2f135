"""All place names of a corpus -> its places, the mentions of each, and what a person should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from according.linking.gazetteer import Gazetteer
from according.linking.slugs import slug
from according.linking.toponyms.building import Built, build_places
from according.linking.toponyms.clusters import Cluster, gather
from according.linking.toponyms.decisions import Decision, ReadArticle, read_articles
from according.linking.toponyms.publication import spoken_of
from according.linking.toponyms.review import questions
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Mention, Place, ReviewItem
from according.overrides import Overrides

FILE = "places.yaml"


@dataclass(frozen=True, slots=True)
class PlaceLinks:
    """The places of a corpus and where it names them."""

    places: Mapping[str, Place]
    mentions: Mapping[str, tuple[Mention, ...]]  # by article, in text order
    title_mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    review: tuple[ReviewItem, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)  # old page -> new page
    applied: frozenset[tuple[str, str]] = frozenset()  # (override file, key)


def resolve_places(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memo: Memo = FORGETFUL,
) -> PlaceLinks:
    """Every place name linked to its place, or kept with the reason why it is not."""
    read = read_articles(articles, annotations, gazetteer, overrides, memo)
    # Most corrections of actors leave every article's places as they were.
    return memo.recall("places", "", (read, articles), partial(_resolved, read, articles, gazetteer, memo))


def _resolved(
    read: tuple[ReadArticle, ...], articles: Mapping[str, Article], gazetteer: Gazetteer, memo: Memo
) -> PlaceLinks:
    clusters = gather(read, gazetteer, memo)
    kept = [c for c in clusters if c.entry or c.override or c.told]
    built = build_places(kept, articles, gazetteer, memo)
    hidden = {built.by_cluster[i] for i, cluster in enumerate(kept) if cluster.override and cluster.override.hide}
    homes = {id(d): built.by_cluster[i] for i, cluster in enumerate(kept) for d in cluster.decisions}
    body, titles = _mentions(read, homes, hidden)
    return PlaceLinks(
        places=_without(hidden, built.places),
        mentions=body,
        title_mentions=titles,
        review=questions(kept, built, gazetteer),
        moved=_moved(kept, built),
        applied=frozenset((FILE, c.override.name) for c in kept if c.override),
    )


def _without(hidden: Collection[str], places: Mapping[str, Place]) -> dict[str, Place]:
    """The places that have a page; none lies in one that has none."""
    return {
        id_: replace(place, parents=tuple(p for p in place.parents if p not in hidden))
        for id_, place in places.items()
        if id_ not in hidden
    }


def _mentions(
    read: tuple[ReadArticle, ...], homes: Mapping[int, str], hidden: Collection[str]
) -> tuple[dict[str, tuple[Mention, ...]], dict[str, tuple[Mention, ...]]]:
    """The mentions of texts and of titles, by article."""
    found: dict[bool, dict[str, list[Mention]]] = {True: defaultdict(list), False: defaultdict(list)}
    for one in read:
        speaks_of = spoken_of(one.decisions)
        for decision in one.decisions:
            if decision.group.demonym and not (decision.entry and decision.entry.id in speaks_of):
                continue
            for mention, in_title in _of_decision(decision, homes.get(id(decision)), hidden):
                found[in_title][one.article.id].append(mention)
    return _sorted(found[False]), _sorted(found[True])


def _sorted(mentions: Mapping[str, list[Mention]]) -> dict[str, tuple[Mention, ...]]:
    return {article: tuple(sorted(found, key=lambda m: m.span)) for article, found in mentions.items()}


def _of_decision(decision: Decision, place: str | None, hidden: Collection[str]) -> list[tuple[Mention, bool]]:
    reason = "" if place else "It is in no gazetteer, and no text says what or where it is."
    if place in hidden:
        place, reason = None, "hidden by an override"
    return [
        (Mention(decision.group.article, spot.span, spot.written, "place", place, reason), spot.in_title)
        for spot in decision.group.spots
    ]


def _moved(clusters: list[Cluster], built: Built) -> dict[str, str]:
    """The pages that a place had, or would have under another of its spellings, and the page that it has."""
    moved: dict[str, str] = {}
    for index, cluster in enumerate(clusters):
        new = built.by_cluster[index]
        if cluster.entry and not cluster.override:
            continue
        old = {slug(form) for form in cluster.forms} | ({slug(cluster.entry.name)} if cluster.entry else set())
        moved |= {f"places/{o}": f"places/{new}" for o in old if o not in built.places}
    return dict(sorted(moved.items()))
