"""Clusters of names -> actors with their forms, descriptions and mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType

from according.linking.actors.clusters import Clusters, Node
from according.linking.actors.corpus import Nodes, heaviest_label
from according.linking.actors.naming import canonical_name
from according.linking.actors.uses import Use
from according.linking.forms import fold
from according.linking.reasons import in_words
from according.linking.slugs import slug
from according.memo import FORGETFUL, Memo
from according.model import Actor, Article, Description, Form, Label, Mention, Span
from according.overrides import EntityOverride

_SAME = "same name"  # evidence that joins what two articles write
Mentions = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One actor before it has an address."""

    nodes: tuple[Node, ...]
    uses: tuple[Use, ...]
    evidence: Mapping[str, str]  # by shown form
    kind: Label
    found: str  # the name that the articles give it
    rule: EntityOverride | None
    described: tuple[str, ...]  # the articles that say what it is

    @property
    def name(self) -> str:
        """The name to show: a person's word goes before the articles'."""
        return self.rule.name if self.rule else self.found

    @property
    def spots(self) -> list[tuple[str, Span]]:
        """Where texts name it, with their articles."""
        return [(use.article, use.span) for use in self.uses if not use.in_title]


def make_groups(
    clusters: Clusters,
    nodes: Mapping[str, Nodes],
    owners: Mapping[Node, EntityOverride],
    kinds: Mapping[str, str] = MappingProxyType({}),
    memo: Memo = FORGETFUL,
) -> list[Group]:
    """The actors in an order that no file's name decides: by name, kind, then how often they are named.

    ``kinds`` are those that names had when nobody had corrected anything: a name to keep keeps its kind.
    """
    rules = {clusters.root(node): rule for node, rule in owners.items()}

    def made_of(same: tuple[Node, ...]) -> tuple[object, ...]:
        reasons = tuple(clusters.evidence.get(node, "") for node in same)
        uses = tuple(nodes[node.article].uses[node] for node in same)
        rule = rules.get(clusters.root(same[0])) if rules else None
        return same, uses, reasons, rule, (rule.kind or kinds.get(rule.name)) if rule else None

    found = memo.recall_each("groups", ((same[0], made_of(same)) for same in clusters.groups()), _group)
    return [group for _, group in sorted(found.values(), key=itemgetter(0))]


def _group(
    same: tuple[Node, ...],
    uses_of: Sequence[tuple[Use, ...]],
    reasons: Sequence[str],
    rule: EntityOverride | None,
    told: str | None,
) -> tuple[tuple[object, ...], Group]:
    """The group of some nodes, each with its uses and with the reason why it was joined; before it, what sorts it."""
    uses = tuple(use for found in uses_of for use in found)
    evidence: dict[str, str] = {}
    for found, why in zip(uses_of, reasons, strict=True):
        for use in found:
            reasons_here = (evidence.get(use.shown, ""), "override" if use.meant else why)
            evidence[use.shown] = min(filter(None, reasons_here), default="")
    kind = Label(told) if told else _kind(same, uses)
    described = tuple(dict.fromkeys(use.article for use in uses if use.descriptions))
    group = Group(same, uses, evidence, kind, canonical_name(uses, evidence, kind), rule, described)
    return (group.name, -len(uses), kind, sorted(evidence), same), group


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
    rule = group.rule
    forms = tuple(
        Form(text, counts[text], tuple(sorted(places[text])), in_words(_why(text, group), rule, text))
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
        hidden=rule is not None and rule.hide,
    )


def _why(form: str, group: Group) -> str:
    """The evidence for a form; a name of its own, which nothing else joins, is there by a person's word."""
    if form == group.name:
        return "itself"
    told = group.evidence.get(form) or group.evidence.get(group.found) or _SAME  # what joined the name to it joins it
    return "override" if told == _SAME and group.rule and fold(form) != fold(group.name) else told


def _descriptions(uses: tuple[Use, ...], articles: Mapping[str, Article]) -> Iterator[Description]:
    """What the texts call the actor; who says so is known only when the claims are."""
    found = {(use.article, span) for use in uses for span in use.descriptions}
    for article, span in sorted(found):
        yield Description(span.of(articles[article].text), article, span, source="")


def make_mentions(
    nodes: Mapping[str, Nodes],
    entity_of: Mapping[Node, str],
    lacking: Mapping[Node, str],
    memo: Memo = FORGETFUL,
) -> dict[str, tuple[Mentions, Mentions]]:
    """The mentions of the text and of the title, by article; one whose actor has no page says why it lacks one."""

    def linked(here: Nodes) -> tuple[tuple[str | None, str], ...]:
        return tuple((entity_of.get(node), lacking.get(node, "")) for node in here.uses)

    rows = ((article, (here, linked(here))) for article, here in nodes.items())
    return memo.recall_each("mentions of actors", rows, _mentions)


def _mentions(nodes: Nodes, linked: Iterable[tuple[str | None, str]]) -> tuple[Mentions, Mentions]:
    found: dict[bool, list[Mention]] = {False: [], True: []}
    for uses, (entity, lacking) in zip(nodes.uses.values(), linked, strict=True):
        for use in uses:
            found[use.in_title].append(Mention(use.article, use.span, use.text, "actor", entity, lacking))
    body, title = (tuple(sorted(found[where], key=lambda m: m.span)) for where in (False, True))
    return body, title


def moved_pages(pages: Mapping[str, Group]) -> dict[str, str]:
    """Old address to new, for actors that people have renamed or put together."""
    moved: dict[str, str] = {}
    for id_, group in pages.items():
        if group.rule:
            told = [form for form, why in group.evidence.items() if why == "override"]
            moved |= {f"actors/{slug(old)}": f"actors/{id_}" for old in (group.found, *told) if slug(old) not in pages}
    return dict(sorted(moved.items()))
