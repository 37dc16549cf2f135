"""Clusters of names -> actors with their forms, descriptions and mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from according.linking.actors.clusters import Clusters, Node
from according.linking.actors.corpus import Nodes, heaviest_label
from according.linking.actors.naming import canonical_name
from according.linking.actors.uses import Use
from according.linking.reasons import in_words
from according.linking.slugs import slug
from according.memo import FORGETFUL, Memo
from according.model import Actor, Article, Description, Form, Label, Mention
from according.overrides import EntityOverride

HIDDEN = "hidden by an override"


@dataclass(frozen=True, slots=True)
class Group:
    """One actor before it has an address."""

    nodes: tuple[Node, ...]
    uses: tuple[Use, ...]
    evidence: Mapping[str, str]  # by shown form
    kind: Label
    found: str  # the name that the articles give it
    rule: EntityOverride | None

    @property
    def name(self) -> str:
        """The name to show: a person's word goes before the articles'."""
        return self.rule.name if self.rule else self.found


def make_groups(
    clusters: Clusters, nodes: Nodes, owners: Mapping[Node, EntityOverride], memo: Memo = FORGETFUL
) -> list[Group]:
    """The actors in an order that no file's name decides: by name, kind, then how often they are named."""
    rules = {clusters.root(node): rule for node, rule in owners.items()}
    found = []
    for same in clusters.groups():
        reasons = tuple(clusters.evidence.get(node, "") for node in same)
        made_of = same, tuple(nodes.uses[node] for node in same), reasons, rules.get(clusters.root(same[0]))
        found.append(memo.recall("group", same[0], made_of, partial(_group, *made_of)))
    return sorted(found, key=lambda g: (g.name, -len(g.uses), g.kind, sorted(g.evidence)))


def _group(
    same: tuple[Node, ...], uses_of: Sequence[tuple[Use, ...]], reasons: Sequence[str], rule: EntityOverride | None
) -> Group:
    """The group of some nodes, each with its uses and with the reason why it was joined."""
    uses = tuple(use for found in uses_of for use in found)
    evidence: dict[str, str] = {}
    for found, why in zip(uses_of, reasons, strict=True):
        for use in found:
            evidence[use.shown] = min(filter(None, (evidence.get(use.shown, ""), why)), default="")
    kind = _kind(same, uses)
    return Group(same, uses, evidence, kind, canonical_name(uses, evidence, kind), rule)


def _kind(nodes: tuple[Node, ...], uses: tuple[Use, ...]) -> Label:
    """The kind that most uses speak for; where the corpus made no person of it, those that call it one have no say."""
    if any(node.person for node in nodes):
        return heaviest_label(uses)
    return heaviest_label([use for use in uses if use.label is not Label.PERSON] or uses)


def make_actor(id_: str, group: Group, articles: Mapping[str, Article]) -> Actor:
    """The actor at an address."""
    places: dict[str, set[str]] = defaultdict(set)
    for use in group.uses:
        places[use.shown].add(use.article)
    counts = Counter(use.shown for use in group.uses)
    default = group.evidence.get(group.found) or "same name"  # what joined the name to the others joins them to it
    rule = group.rule
    why = {text: "itself" if text == group.name else group.evidence.get(text) or default for text in counts}
    forms = tuple(
        Form(text, counts[text], tuple(sorted(places[text])), in_words(why[text], rule))
        for text in sorted(counts, key=lambda text: (-counts[text], text))
    )
    return Actor(
        id=id_,
        name=group.name,
        kind=group.kind.value,
        forms=forms,
        descriptions=tuple(_descriptions(group.uses, articles)),
        wikidata=rule.wikidata if rule else None,
        overridden=rule is not None,
    )


def described_in(group: Group, articles: Mapping[str, Article]) -> tuple[Article, ...]:
    """The articles that describe the actor, whose words it shows."""
    return tuple(articles[a] for a in dict.fromkeys(use.article for use in group.uses if use.descriptions))


def _descriptions(uses: tuple[Use, ...], articles: Mapping[str, Article]) -> Iterator[Description]:
    """What the texts call the actor; who says so is known only when the claims are."""
    found = {(use.article, span) for use in uses for span in use.descriptions}
    for article, span in sorted(found):
        yield Description(span.of(articles[article].text), article, span, source="")


def make_mentions(
    nodes: Nodes,
    entity_of: Mapping[Node, str],
    lacking: Mapping[Node, str],
    memo: Memo = FORGETFUL,
    *,
    titles: bool,
) -> dict[str, tuple[Mention, ...]]:
    """The mentions of the texts or of the titles, by article; one whose actor has no page says why it lacks one."""
    found: dict[str, list[tuple[tuple[Use, ...], str | None, str]]] = {article: [] for article in nodes.by_article}
    for node, uses in nodes.uses.items():
        entity = entity_of.get(node)
        found[node.article].append((uses, entity, "" if entity else lacking.get(node, HIDDEN)))
    what = "mentions in title" if titles else "mentions in text"
    return {a: memo.recall(what, a, (named,), partial(_mentions, named, titles=titles)) for a, named in found.items()}


def _mentions(named: Iterable[tuple[tuple[Use, ...], str | None, str]], *, titles: bool) -> tuple[Mention, ...]:
    found = (
        Mention(use.article, use.span, use.text, "actor", entity, reason)
        for uses, entity, reason in named
        for use in uses
        if use.in_title == titles
    )
    return tuple(sorted(found, key=lambda m: m.span))


def moved_pages(pages: Mapping[str, Group]) -> dict[str, str]:
    """Old address to new, for actors that people have renamed or put together."""
    moved: dict[str, str] = {}
    for id_, group in pages.items():
        if group.rule:
            told = [form for form, why in group.evidence.items() if why == "override"]
            moved |= {f"actors/{slug(old)}": f"actors/{id_}" for old in (group.found, *told) if slug(old) not in pages}
    return dict(sorted(moved.items()))
