"""What people say of actors: which forms are one, which never, which are nobody."""

from __future__ import annotations

import fnmatch
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from according.linking.actors.clusters import Clusters, Node
from according.linking.actors.corpus import Nodes
from according.linking.actors.uses import Use
from according.linking.forms import fold
from according.model import Label
from according.overrides import EntityOverride

EVIDENCE = "override"
_KINDS = frozenset(label.value for label in Label if label is not Label.PLACE)


class Rules:
    """The overrides of actors by folded form, and which of them have had an effect."""

    def __init__(self, overrides: Mapping[str, EntityOverride]) -> None:
        self.overrides = overrides
        self.applied: set[str] = set()  # keys of the file
        self._everywhere: dict[str, EntityOverride] = {}
        self._limited: dict[str, list[tuple[tuple[str, ...], EntityOverride]]] = defaultdict(list)
        for _, rule in sorted(overrides.items()):  # in the order of the names, not of the file
            for alias in rule.aliases:
                if alias.articles:
                    self._limited[fold(alias.text)].append((alias.articles, rule))
            for form in _forms_everywhere(rule):
                self._everywhere.setdefault(form, rule)

    def apply(self, uses: tuple[Use, ...]) -> tuple[Use, ...]:
        """The uses but for those that a person calls no entity at all, the others as people say that they are meant."""
        kept = []
        for use in uses:
            rule = self._rule_for(use)
            if rule:
                self.applied.add(rule.name)
            if rule is None or not rule.ignore:
                kept.append(self._as_told(use, rule))
        return tuple(kept)

    def _rule_for(self, use: Use) -> EntityOverride | None:
        """The override that claims a use: one limited to its article before one that holds everywhere."""
        for globs, rule in self._limited.get(use.key, ()):
            if any(fnmatch.fnmatch(use.article, glob) for glob in globs):
                return rule
        return self._everywhere.get(use.key)

    def _as_told(self, use: Use, rule: EntityOverride | None) -> Use:
        if rule is None:
            return use
        if use.key in self._limited and self._everywhere.get(use.key) is not rule:
            use = replace(use, form=rule.name)
        return replace(use, label=Label(rule.kind), evidence=EVIDENCE) if rule.kind in _KINDS else use

    def forbidden(self) -> frozenset[frozenset[str]]:
        """Pairs of folded forms that are never one actor; an alias outside its articles is none of the name's."""
        return frozenset(
            frozenset((own, fold(other)))
            for rule in self.overrides.values()
            for own in _forms_everywhere(rule)
            for other in rule.foreign
            if own != fold(other)
        )

    def join(self, clusters: Clusters, nodes: Nodes) -> dict[Node, EntityOverride]:
        """Joins what people say is one; returns each override by a node of the cluster that it made."""
        claimed: dict[str, list[Node]] = defaultdict(list)
        for node in sorted(nodes.uses):
            rule = self._everywhere.get(node.key)
            if rule and not rule.ignore:
                claimed[rule.name].append(node)
        for name, same in sorted(claimed.items()):
            for node in same:
                clusters.join(same[0], node, EVIDENCE)
                if node.key != fold(name):
                    clusters.evidence[node] = EVIDENCE
        return {same[0]: self.overrides[name] for name, same in claimed.items()}


def _forms_everywhere(rule: EntityOverride) -> list[str]:
    """The folded forms of an override that hold in every article."""
    return [fold(form.text) for form in rule.forms if not form.articles]
