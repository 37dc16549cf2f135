"""The whole of actor resolution: uses to nodes, nodes to clusters, clusters to actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Protocol

from according.linking.actors import corpus_rules, local_rules
from according.linking.actors.clusters import Clusters, Join
from according.linking.actors.context import Context
from according.linking.actors.corpus import Nodes, make_nodes
from according.linking.actors.doubts import doubts, left_out
from according.linking.actors.groups import described_in, make_actor, make_groups, make_mentions, moved_pages
from according.linking.actors.links import ActorLinks
from according.linking.actors.naming import assign_ids
from according.linking.actors.overriding import Rules
from according.linking.actors.recalling import recalled
from according.linking.actors.standing import Standing
from according.linking.actors.suggestions import suggest_merges
from according.linking.actors.uses import collect_uses
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Mention, Place
from according.overrides import Overrides

FILE = "actors.yaml"
AnnotatedArticles = tuple[Mapping[str, Article], Mapping[str, Annotation]]


class PlacesTaken(Protocol):
    """What this stage needs to know of the places: their ids, and the spans that are theirs."""

    @property
    def places(self) -> Mapping[str, Place]:
        """The places by id."""

    @property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Their mentions in the texts, by article."""

    @property
    def title_mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Their mentions in the titles, by article."""


def resolve_actors(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    place_links: PlacesTaken,
    overrides: Overrides,
    memo: Memo = FORGETFUL,
) -> ActorLinks:
    """Every actor that the articles name, with its mentions; ``annotations`` have their labels settled."""
    rules = Rules(overrides.actors)
    context = Context(articles, annotations, memo)
    uses = collect_uses(articles, annotations, place_links.mentions, place_links.title_mentions, memo)
    nodes = make_nodes(rules.apply(recalled(uses, articles, annotations, context, memo)), memo)
    clusters = Clusters.of(nodes.uses, rules.forbidden())
    owners = rules.join(clusters, nodes)
    join_nodes(clusters, nodes, (articles, annotations), context, memo)
    standing = Standing(articles, annotations, memo)
    judged = [(group, standing.lacking(group)) for group in make_groups(clusters, nodes, owners, memo)]
    groups = [group for group, lacking in judged if not lacking]
    pages = dict(zip(assign_ids([(g.name, g.kind) for g in groups], place_links.places), groups, strict=True))
    actors = {
        id_: memo.recall(
            "actor", id_, (group, *described_in(group, articles)), partial(make_actor, id_, group, articles)
        )
        for id_, group in pages.items()
        if not (group.rule and group.rule.hide)
    }
    entity_of = {node: id_ for id_, group in pages.items() for node in group.nodes if id_ in actors}
    lacking = {node: why for group, why in judged if why for node in group.nodes}
    return ActorLinks(
        actors=dict(sorted(actors.items())),
        mentions=make_mentions(nodes, entity_of, lacking, memo, titles=False),
        title_mentions=make_mentions(nodes, entity_of, lacking, memo, titles=True),
        review=(
            *suggest_merges(list(actors.values()), rules.forbidden()),
            *doubts(pages, actors, memo),
            *left_out(judged),
        ),
        moved=moved_pages(pages),
        applied=frozenset((FILE, key) for key in rules.applied),
    )


def join_nodes(
    clusters: Clusters, nodes: Nodes, corpus: AnnotatedArticles, context: Context, memo: Memo = FORGETFUL
) -> None:
    """Joins what the rules find to be one actor: inside the articles first, then across them, the surest first."""
    forms = memo.recall("forms of nodes", "", (nodes.forms,), lambda: nodes.forms)  # one object, quick to compare

    def by_forms(rule: Callable[[Nodes], Iterator[Join]]) -> tuple[Join, ...]:
        """The joins of a rule that looks at nothing but the nodes' forms."""
        return memo.recall("joins by forms", rule.__name__, (forms,), lambda: tuple(rule(nodes)))

    rules = (  # generators: each runs when its turn comes, and sees what the ones before it joined
        _in_articles(nodes, *corpus, memo),
        by_forms(corpus_rules.known_bodies),
        corpus_rules.same_bodies(nodes, context),
        by_forms(corpus_rules.spelled_alike),
        corpus_rules.same_bodies_in_story(nodes, context),
        by_forms(corpus_rules.full_persons),
        corpus_rules.shortened_in_story(nodes, clusters, context),
        corpus_rules.unique_acronyms(nodes, clusters, context),
        corpus_rules.surnames(nodes, clusters, context),
        corpus_rules.lone_names(nodes, clusters, context),
    )
    for rule in rules:
        for join in list(rule):
            clusters.join(join.a, join.b, join.evidence)


def _in_articles(
    nodes: Nodes, articles: Mapping[str, Article], annotations: Mapping[str, Annotation], memo: Memo
) -> Iterator[Join]:
    for id_ in sorted(nodes.by_article):
        article, annotation = articles[id_], annotations[id_]
        inputs = (article, annotation, tuple((n, nodes.forms[n], nodes.uses[n]) for n in nodes.by_article[id_]))
        yield from memo.recall("joins", id_, inputs, partial(_joins, nodes, article, annotation))


def _joins(nodes: Nodes, article: Article, annotation: Annotation) -> tuple[Join, ...]:
    return (
        *local_rules.equated(article, annotation, nodes),
        *local_rules.same_persons(article.id, nodes),
        *local_rules.shortened_bodies(article.id, nodes),
        *local_rules.acronyms(article.id, nodes),
    )
