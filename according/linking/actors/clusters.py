"""Which names are one actor's: nodes joined by evidence, never across what a person has forbidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

OVERRIDE = "override"  # the evidence that a person says so
_MUTUAL = frozenset(
    {"same name", "same words", "same given name", "middle name", "spelled alike", "given name spelled alike"}
)  # what holds of either of two names


class Node(NamedTuple):
    """One form as one article (or, when it means the same everywhere, the corpus) uses it."""

    key: str  # the folded form
    article: str
    person: bool
    sense: str = ""  # key of the full name, when two persons of the article share a surname


@dataclass(frozen=True, slots=True)
class Join:
    """Two nodes are one actor; the evidence tells why the second belongs to the first."""

    a: Node
    b: Node
    evidence: str


@dataclass(slots=True)
class Clusters:
    """A union-find over nodes that remembers why each was joined (Tarjan 1975)."""

    parents: dict[Node, Node]
    forbidden: frozenset[frozenset[str]] = frozenset()  # pairs of folded forms that are never one actor
    leaving: frozenset[str] = frozenset()  # those of them that leave the actor that has both
    evidence: dict[Node, str] = field(default_factory=dict)  # of the join that brought the node in
    keys: dict[Node, set[str]] = field(default_factory=dict)  # of each root; only where pairs are forbidden
    homes: dict[Node, frozenset[str]] = field(default_factory=dict)  # of each root: the pages that its names led to
    parted: frozenset[str] = frozenset()  # the pages that had both of such a pair

    @classmethod
    def of(
        cls,
        nodes: Iterable[Node],
        forbidden: frozenset[frozenset[str]] = frozenset(),
        leaving: frozenset[str] = frozenset(),
        called: Callable[[Node], str] = attrgetter("key"),
    ) -> Clusters:
        """Every node on its own; ``called`` is how the pairs that are forbidden call one."""
        every = set(nodes)
        return cls({n: n for n in every}, forbidden, leaving, {}, {n: {called(n)} for n in every} if forbidden else {})

    def root(self, node: Node) -> Node:
        """The node that stands for the cluster."""
        while self.parents[node] != node:
            self.parents[node] = self.parents[self.parents[node]]
            node = self.parents[node]
        return node

    def same(self, a: Node, b: Node) -> bool:
        """Whether two nodes are one actor so far."""
        return self.root(a) == self.root(b)

    def join(self, a: Node, b: Node, evidence: str) -> bool:
        """Makes two clusters one, unless that is forbidden; whether they are one now."""
        root_a, root_b = sorted((self.root(a), self.root(b)))
        if root_a == root_b:
            return True
        if self._is_forbidden(root_a, root_b):
            return False
        if evidence != OVERRIDE and (self._are_strangers(root_a, root_b) or self._are_parted(root_a, root_b)):
            return False
        self.parents[root_b] = root_a
        if home := self.homes.pop(root_b, None):
            self.homes[root_a] = self.homes.get(root_a, home) | home
        if self.forbidden:
            self.keys[root_a] |= self.keys.pop(root_b)
        # Whom a person has put elsewhere belongs there for that; the other one is like him just as he is like it.
        told = self.evidence.get(b) == OVERRIDE and evidence in _MUTUAL
        self.evidence.setdefault(a if told else b, evidence)
        return True

    def join_all(self, joins: Iterable[Join]) -> None:
        """Makes the joins of a rule; of what forms part that people keep apart, only these leave.

        The others stay together, though the rule may have found them to be one by way of a form that leaves.
        """
        found = list(joins)
        parted = self._parted(found) if self.leaving else []
        for join in found:
            if not any(join.b in same for same in parted):
                self.join(join.a, join.b, join.evidence)
        for same in parted:
            heads: list[Node] = []
            for node, evidence in sorted(same.items(), key=lambda item: self.leaves(item[0])):
                if not any(self.join(head, node, evidence) for head in heads):
                    heads.append(node)

    def _parted(self, joins: Sequence[Join]) -> list[dict[Node, str]]:
        """The nodes that a rule would make one, each with the evidence, where some of them leave the others."""
        whole = Clusters.of(self.root(node) for join in joins for node in (join.a, join.b))
        for join in joins:
            whole.join(self.root(join.a), self.root(join.b), join.evidence)
        found: defaultdict[Node, dict[Node, str]] = defaultdict(dict)
        for join in joins:
            for node in (join.a, join.b):
                found[whole.root(self.root(node))].setdefault(node, join.evidence)
        return [same for same in found.values() if len({self.leaves(node) for node in same}) > 1]

    def leaves(self, node: Node) -> bool:
        """Whether people say that a node, or one that it was joined with, leaves the actor that has it."""
        return bool(self.leaving) and not self.leaving.isdisjoint(self.keys[self.root(node)])

    def _is_forbidden(self, root_a: Node, root_b: Node) -> bool:
        if not self.forbidden:  # as nearly always
            return False
        return any(frozenset((x, y)) in self.forbidden for x in self.keys[root_a] for y in self.keys[root_b])

    def _are_strangers(self, root_a: Node, root_b: Node) -> bool:
        """Whether their names led to pages, and never to the same."""
        if not self.homes:
            return False
        home, other = self.homes.get(root_a), self.homes.get(root_b)
        return home is not None and other is not None and home.isdisjoint(other)

    def _are_parted(self, root_a: Node, root_b: Node) -> bool:
        """Whether one of them leaves the page that they had in common, and the other one stays."""
        if not self.parted or self.leaves(root_a) == self.leaves(root_b):
            return False
        home, other = self.homes.get(root_a, frozenset()), self.homes.get(root_b, frozenset())
        return not self.parted.isdisjoint(home & other)

    def groups(self) -> list[tuple[Node, ...]]:
        """The clusters, each sorted, in no order."""
        found: dict[Node, list[Node]] = {}
        for node in self.parents:
            found.setdefault(self.root(node), []).append(node)
        return [tuple(sorted(nodes)) for nodes in found.values()]
