"""All place names of a corpus -> its places, the mentions of each, and what a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from according.linking.addresses import Before
from according.linking.gazetteer import Gazetteer
from according.linking.slugs import slug
from according.linking.toponyms.building import Built, build_places
from according.linking.toponyms.clusters import Cluster, gather
from according.linking.toponyms.decided import Decision, ReadArticle
from according.linking.toponyms.decisions import read_articles
from according.linking.toponyms.gone import part_gone
from according.linking.toponyms.holders import named_by_people_only
from according.linking.toponyms.pins import where_pinned
from according.linking.toponyms.publication import spoken_of
from according.linking.toponyms.review import questions
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Mention, Place, ReviewItem, Unheeded
from according.overrides import EntityOverride, Overrides

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
    unheeded: tuple[Unheeded, ...] = ()


def resolve_places(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memo: Memo = FORGETFUL,
    before: Before | None = None,
) -> PlaceLinks:
    """Every place name linked to its place, or kept with the reason why it is not.

    ``before`` is where mentions led that nobody had corrected; without it nobody has.
    """
    read = read_articles(articles, annotations, gazetteer, overrides, memo, before)
    rules = tuple(rule for _, rule in sorted(overrides.places.items()))
    # Most corrections of actors leave every article's places as they were.
    inputs = read, rules, articles, before
    return memo.recall("places", "", inputs, partial(_resolved, *inputs, gazetteer, memo))


def _resolved(
    read: tuple[ReadArticle, ...],
    rules: tuple[EntityOverride, ...],
    articles: Mapping[str, Article],
    before: Before | None,
    gazetteer: Gazetteer,
    memo: Memo,
) -> PlaceLinks:
    found = [c for c in gather(read, rules, gazetteer, memo) if c.entry or c.override or c.told]
    clusters = part_gone(found, read)
    clusters += named_by_people_only([c for c in clusters if not c.gone], rules, gazetteer)
    clusters = where_pinned(clusters, gazetteer, memo)
    built = build_places(clusters, articles, gazetteer, memo, before)
    kept = [cluster for i, cluster in enumerate(clusters) if i in built.by_cluster]
    built = replace(built, by_cluster=dict(enumerate(built.by_cluster[i] for i in sorted(built.by_cluster))))
    homes = {id(d): built.by_cluster[i] for i, cluster in enumerate(kept) for d in cluster.decisions}
    linked = ((one.article.id, (one, tuple(homes.get(id(d)) for d in one.left))) for one in read)
    mentions = memo.recall_each("mentions of places", linked, _mentioned)
    return PlaceLinks(
        places=built.places,
        mentions={article: body for article, (body, _) in mentions.items()},
        title_mentions={article: titles for article, (_, titles) in mentions.items()},
        review=questions(kept, built, gazetteer),
        moved=_moved(kept, built, before),
        applied=frozenset((FILE, c.override.name) for c in kept if c.override),
        unheeded=built.unheeded,
    )


def _mentioned(one: ReadArticle, places: Iterable[str | None]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The mentions of an article's text and of its title."""
    found: dict[bool, list[Mention]] = {False: [], True: []}
    speaks_of = spoken_of(one.left)
    for decision, place in zip(one.left, places, strict=True):
        if decision.group.demonym and not (decision.entry and decision.entry.id in speaks_of):
            continue
        for mention, in_title in _of_decision(decision, place):
            found[in_title].append(mention)
    body, titles = (tuple(sorted(found[where], key=lambda m: m.span)) for where in (False, True))
    return body, titles


def _of_decision(decision: Decision, place: str | None) -> list[tuple[Mention, bool]]:
    reason = "" if place else "It is in no gazetteer, and no text says what or where it is."
    return [
        (Mention(decision.group.article, spot.span, spot.written, "place", place, reason), spot.in_title)
        for spot in decision.group.spots
    ]


def _moved(clusters: list[Cluster], built: Built, before: Before | None) -> dict[str, str]:
    """The pages that a place had, or would have under another of its spellings, and the page that it has.

    That of a place which no article names is known by what the gazetteer has of it.
    """
    of_entry = before.of_entry if before else {}
    moved: dict[str, str] = {}
    for index, cluster in enumerate(clusters):
        new = built.by_cluster[index]
        if cluster.entry and not cluster.override:
            continue
        old = {slug(form) for form in cluster.forms} | ({slug(cluster.entry.name)} if cluster.entry else set())
        pages = {f"places/{o}" for o in old}
        pages |= {of_entry[e] for e in cluster.override.meant.entries if e in of_entry} if cluster.override else set()
        moved |= {page: f"places/{new}" for page in pages if page.partition("/")[2] not in built.places}
    return dict(sorted(moved.items()))
