"""The whole of actor resolution: uses to nodes, nodes to clusters, clusters to actors."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Protocol

from according.linking.actors import local_rules
from according.linking.actors.blocks import find_blocks
from according.linking.actors.clusters import Clusters, Join, Node
from according.linking.actors.context import Context
from according.linking.actors.corpus import Nodes, make_nodes
from according.linking.actors.corpus_rules import CorpusRules
from according.linking.actors.doubts import doubts, left_out
from according.linking.actors.groups import Group, make_actor, make_groups, make_mentions, moved_pages
from according.linking.actors.homes import Homes, at_home, homes_of_claimed, stay_together
from according.linking.actors.links import ActorLinks, Mentions
from according.linking.actors.naming import assign_ids
from according.linking.actors.overriding import Rules
from according.linking.actors.recalling import recalled
from according.linking.actors.sides import with_sides
from according.linking.actors.standing import Standing
from according.linking.actors.suggestions import suggest_merges
from according.linking.actors.uses import Taken, collect_uses
from according.linking.addresses import Before
from according.linking.same_names import ask_of_namesakes
from according.memo import FORGETFUL, Memo
from according.model import Actor, Annotation, Article, Label, Place, ReviewItem
from according.overrides import EntityOverride, Overrides

FILE = "actors.yaml"
AnnotatedArticles = tuple[Mapping[str, Article], Mapping[str, Annotation]]


class PlacesTaken(Protocol):
    """What this stage needs to know of the places: their ids, and the spans that are theirs."""

    @property
    def places(self) -> Mapping[str, Place]:
        """The places by id."""

    @property
    def mentions(self) -> Mentions:
        """Their mentions in the texts, by article."""

    @property
    def title_mentions(self) -> Mentions:
        """Their mentions in the titles, by article."""


def resolve_actors(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    place_links: PlacesTaken,
    overrides: Overrides,
    memo: Memo = FORGETFUL,
    before: Before | None = None,
) -> ActorLinks:
    """Every actor that the articles name, with its mentions; ``annotations`` have their labels settled.

    ``before`` is where mentions led that nobody had corrected; without it nobody has.
    """
    # What places are called and where their pages are says nothing of who is who: only that a name is a place's.
    taken = _taken(place_links.mentions, "texts", memo), _taken(place_links.title_mentions, "titles", memo)
    read = (articles, annotations), taken, overrides.actors, before
    resolved = memo.recall("resolved actors", "", read, partial(_resolved, *read, memo))
    nodes, judged, groups = resolved.nodes, resolved.judged, resolved.groups
    pages = dict(zip(_ids(groups, place_links.places, before, memo), groups, strict=True))
    found = _with_doubts(pages, articles, memo)
    actors = {id_: actor for id_, (actor, _) in sorted(found.items())}
    shown = {id_: actor for id_, actor in actors.items() if not actor.hidden}  # nobody is asked of the others
    entity_of = {node: id_ for id_, group in pages.items() for node in group.nodes}
    lacking = {node: why for group, why in judged if why for node in group.nodes}
    mentions = make_mentions(nodes, entity_of, lacking, memo)
    texts = {article: found for article, (found, _) in mentions.items()}
    merges = (*suggest_merges(shown, resolved.forbidden, memo), *ask_of_namesakes(shown, articles))
    return ActorLinks(
        actors=actors,
        mentions=texts,
        title_mentions={article: found for article, (_, found) in mentions.items()},
        review=(
            *with_sides(merges, shown, (articles, annotations), texts, memo),
            *(question for id_ in shown for question in found[id_][1]),
            *left_out(judged, (articles, annotations), memo),
        ),
        moved=moved_pages(pages),
        applied=frozenset((FILE, key) for key in resolved.applied),
    )


@dataclass(frozen=True, slots=True)
class _Resolved:
    """Who is who, before anybody has an address."""

    nodes: Mapping[str, Nodes]
    judged: Sequence[tuple[Group, str]]  # with the reason why one has no page, or ""
    groups: Sequence[Group]  # that have a page
    forbidden: frozenset[frozenset[str]]
    applied: frozenset[str]


def _resolved(
    corpus: AnnotatedArticles,
    taken: tuple[Taken, Taken],
    overrides: Mapping[str, EntityOverride],
    before: Before | None,
    memo: Memo,
) -> _Resolved:
    rules, context = Rules(overrides, before), Context(*corpus, memo)
    uses = collect_uses(*corpus, *taken, memo)
    told = make_nodes(rules.apply(recalled(uses, *corpus, context, memo, before), memo), memo)
    nodes, homes = at_home(told, before, memo)
    by_rules = partial(join_nodes, nodes=nodes, corpus=corpus, context=context, memo=memo)
    clusters, owners = _joined(rules, nodes, homes, before, by_rules)
    made = make_groups(clusters, nodes, owners, {**before.kinds(), **rules.kinds()} if before else {}, memo)
    judged = [*zip(made, Standing(*corpus, memo).lacking(made), strict=True)]
    groups = _named_as_before([group for group, lacking in judged if not lacking], before, memo)
    return _Resolved(nodes, judged, groups, rules.forbidden(), frozenset(rules.applied))


def _taken(mentions: Mentions, where: str, memo: Memo) -> Taken:
    """By article, where a place is named."""
    rows = ((article, (found,)) for article, found in mentions.items())
    return memo.recall_each(f"places in {where}", rows, lambda found: frozenset(m.span for m in found))


def _joined(
    rules: Rules,
    nodes: Mapping[str, Nodes],
    homes: Homes,
    before: Before | None,
    by_rules: Callable[[Clusters], None],
) -> tuple[Clusters, Mapping[Node, EntityOverride]]:
    """The nodes joined as people say, by the rules and as they were; by a node of each, the entries that claim some."""
    every = [node for here in nodes.values() for node in here.order]
    claimed = rules.claimed(every, homes)
    clusters = Clusters.of(every, rules.forbidden(), rules.leaving(before), partial(rules.called, homes))
    if before is not None:
        clusters.homes = {**homes, **homes_of_claimed(claimed, nodes, before, rules.renamed())}
        clusters.parted = rules.parted(before)
    owners = rules.join(clusters, claimed)
    by_rules(clusters)
    renamed = {page: claimed[name][0] for name, page in rules.renamed().items() if name in claimed}
    stay_together(clusters, homes, frozenset(chain.from_iterable(claimed.values())), renamed)
    return clusters, owners


def _named_as_before(groups: Sequence[Group], before: Before | None, memo: Memo) -> list[Group]:
    """The groups under the names that pages have without corrections: what leaves one does not make it another's.

    A page that keeps its name is of the same kind, too: it takes a word from no name that is gone.
    """
    rows = ((group.nodes[0], (group, before)) for group in groups)
    return list(memo.recall_each("named", rows, _named_as).values())


def _named_as(group: Group, before: Before | None) -> Group:
    if before is None or group.rule:
        return group
    name = before.name_of({use.form for use in group.uses}, group.spots)
    kind = before.kind_of(group.spots) if name else ""
    return replace(group, found=name, kind=Label(kind or group.kind)) if name else group


def _ids(groups: Sequence[Group], places: Container[str], before: Before | None, memo: Memo) -> list[str]:
    names = [(group.name, group.kind) for group in groups]
    if before is None:
        return assign_ids(names, places)
    came = memo.recall_each("came from", ((group.nodes[0], (group, before)) for group in groups), _came_from)
    return assign_ids(names, places, before.kept(came.values()), before.ids("actors"))


def _came_from(group: Group, before: Before) -> Mapping[str, int]:
    return before.came_from("actors", group.name, group.spots)


def _with_doubts(
    pages: Mapping[str, Group], articles: Mapping[str, Article], memo: Memo
) -> dict[str, tuple[Actor, tuple[ReviewItem, ...]]]:
    """The actors by address, each with what the machine is unsure of in it."""

    def made(id_: str, group: Group, *_: Article) -> tuple[Actor, tuple[ReviewItem, ...]]:
        return make_actor(id_, group, articles), doubts(id_, group)

    rows = ((id_, (id_, group, *(articles[a] for a in group.described))) for id_, group in pages.items())
    return memo.recall_each("actors", rows, made)


def join_nodes(
    clusters: Clusters, nodes: Mapping[str, Nodes], corpus: AnnotatedArticles, context: Context, memo: Memo = FORGETFUL
) -> None:
    """Joins what the rules find to be one actor: inside the articles first, then across them, the surest first."""
    read = ((id_, (corpus[0][id_], corpus[1][id_], here)) for id_, here in nodes.items())
    local = memo.recall_each("joins", read, _joins)
    told = ((id_, (here, local[id_], context.nation(id_))) for id_, here in nodes.items())
    blocks = memo.recall_each("blocks", told, find_blocks)
    across = CorpusRules(blocks, context.similarity, memo)
    rules: tuple[Callable[[], Iterable[Join]], ...] = (  # each sees what the ones before it joined
        lambda: chain.from_iterable(local.values()),
        across.known_bodies,
        across.same_bodies,
        across.spelled_alike,
        across.same_bodies_in_story,
        across.full_persons,
        partial(across.shortened_in_story, clusters),
        partial(across.unique_acronyms, clusters),
        partial(across.surnames, clusters),
        partial(across.lone_names, clusters),
    )
    for rule in rules:
        clusters.join_all(rule())


def _joins(article: Article, annotation: Annotation, nodes: Nodes) -> tuple[Join, ...]:
    return (
        *local_rules.equated(article, annotation, nodes),
        *local_rules.same_persons(nodes),
        *local_rules.shortened_bodies(nodes),
        *local_rules.acronyms(nodes),
    )
