"""Who is who across articles: the same words, the same consonants, the same nation and force, surnames in context.

Each rule holds the nodes of a block against one another. What it finds there is kept from build to build as long as the
block is the same (``Memo.gather``); only what depends on the joins before it is decided anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, combinations
from typing import NamedTuple, TypeVar

from according.annotating.wordlists.kinds import usual_name
from according.linking.actors.blocks import Blocks, Named, Told
from according.linking.actors.bodies import PARTS
from according.linking.actors.clusters import Clusters, Join, Node
from according.linking.actors.context import SAME_STORY, Similarity
from according.linking.actors.corpus import Body
from according.linking.actors.local_rules import is_cut, may_abbreviate
from according.linking.actors.persons import Person, same_person
from according.linking.forms import same_name
from according.memo import Memo

M = TypeVar("M", Body, Told, Named)
B = TypeVar("B", bound=Hashable)
T = TypeVar("T")

_NEAREST = 3  # articles of each bearer of a surname that count
_CLEARLY = 1.5  # how much nearer the nearest of several bearers of a surname must be


class CorpusRules:
    """The rules over the blocks of all articles, which stand by article; ``similarity`` is that of two articles."""

    def __init__(self, blocks: Mapping[str, Blocks], similarity: Similarity, memo: Memo) -> None:
        self._blocks, self._similarity, self._memo = blocks, similarity, memo

    def known_bodies(self) -> Iterator[Join]:
        """Forms of one name on the world's list: "AP" and "Associated Press"."""
        return self._joins("known bodies", lambda b: b.known, _known)

    def same_bodies(self) -> Iterator[Join]:
        """Bodies by the same words, in any order and of the same nation."""
        return self._joins("same bodies", lambda b: b.same, _same)

    def spelled_alike(self) -> Iterator[Join]:
        """Bodies whose names differ only in spelling."""
        return self._joins("bodies spelled alike", lambda b: b.alike, _alike)

    def same_bodies_in_story(self) -> Iterator[Join]:
        """Bodies of articles on one story: nameless ones, and those that a common noun alone tells apart."""
        return self._joins("bodies in story", lambda b: b.in_story, self._in_one_story)

    def full_persons(self) -> Iterator[Join]:
        """Full names of one person, compared where the surnames sound alike."""
        return self._joins("full persons", lambda b: b.full, _full)

    def shortened_in_story(self, clusters: Clusters) -> Iterator[Join]:
        """Names cut short in another article on the same story: "Chargers" for the one "San Diego Chargers"."""
        longer: dict[Node, list[Body]] = defaultdict(list)
        for _, near in self._in_blocks("longer bodies", lambda b: b.cut, self._longer):
            for node, found in near.items():
                longer[node] += found
        return _of_one(longer, clusters, "short for")

    def unique_acronyms(self, clusters: Clusters) -> Iterator[Join]:
        """Acronyms of three letters and more that are the initials of one actor on the same story and of no other."""
        near = (near for _, near in self._in_blocks("bodies by initials", lambda b: b.letters, self._abbreviated))
        return _of_one({node: found for each in near for node, found in each.items()}, clusters, "initials of")

    def surnames(self, clusters: Clusters) -> Iterator[Join]:
        """Surnames that stand alone in their article, to the bearer of whom articles on the same story tell."""
        joined = self._in_full(clusters)
        for persons in self._bearers():
            bearers = [(node, clusters.root(node)) for node in persons.full] if persons.near else []
            for node in persons.near:
                if clusters.root(node) not in joined:
                    made_of = bearers, self._similarity
                    best = self._memo.recall("nearest", node, made_of, partial(self._nearest, node, bearers))
                    if best:
                        yield Join(best, node, f"surname, in an article on the same story as {best.article}")

    def lone_names(self, clusters: Clusters) -> Iterator[Join]:
        """Single names without a full one anywhere, across articles on the same story."""
        joined = self._in_full(clusters)
        for persons in self._bearers():
            block = [node for node in persons.alone if clusters.root(node) not in joined]
            for i, node in enumerate(block):
                for other in block[i + 1 :]:
                    if self._near(node, other):
                        yield Join(node, other, f"same name, in an article on the same story as {node.article}")

    def _bearers(self) -> Iterator[_Persons]:
        """Of each surname that stands alone somewhere, its persons."""
        found = self._in_blocks("bearers", lambda b: b.surnames, self._persons)
        return (persons for _, persons in found if persons.alone)

    def _joins(
        self, what: str, of: Callable[[Blocks], Mapping[B, tuple[M, ...]]], find: Callable[[list[M]], Iterable[Join]]
    ) -> Iterator[Join]:
        found = self._in_blocks(what, of, lambda block: tuple(find(block)))
        return chain.from_iterable(joins for _, joins in found)

    def _in_blocks(
        self, what: str, of: Callable[[Blocks], Mapping[B, tuple[M, ...]]], find: Callable[[list[M]], T]
    ) -> list[tuple[B, T]]:
        """What is found in each block, where anything is, in an order of the blocks that depends on nothing else."""

        def found_in(_: B, parts: Mapping[str, tuple[M, ...]]) -> T:
            return find(sorted(chain.from_iterable(parts.values()), key=_node))

        rows = {article: of(blocks) for article, blocks in self._blocks.items()}
        found = self._memo.gather(what, (self._similarity,), rows, found_in)
        return sorted(((block, here) for block, here in found.items() if here), key=lambda pair: repr(pair[0]))

    def _near(self, a: Node, b: Node) -> bool:
        """Whether two articles are about one story."""
        return self._similarity(a.article, b.article) >= SAME_STORY

    def _in_one_story(self, block: list[Told]) -> Iterator[Join]:
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if _may_be_one(one, other) and self._near(one.node, other.node):
                    why = f"alike but for a common noun, in an article on the same story as {one.node.article}"
                    yield Join(one.node, other.node, why)

    def _longer(self, block: list[Body]) -> dict[Node, list[Body]]:
        """By body, those on the same story of which its name may be cut."""
        longer = [b for b in block if " " in b.node.key]
        near = {b.node: [n for n in longer if is_cut(b.form, n.form) and self._near(b.node, n.node)] for b in block}
        return {node: found for node, found in near.items() if found}

    def _abbreviated(self, block: list[Body]) -> dict[Node, list[Body]]:
        """By acronym, the bodies on the same story for which it may stand."""
        long = [b for b in block if " " in b.form]
        near = {
            b.node: [n for n in long if may_abbreviate(b, n) and self._near(b.node, n.node)]
            for b in block
            if " " not in b.form
        }
        return {node: found for node, found in near.items() if found}

    def _in_full(self, clusters: Clusters) -> set[Node]:
        """The roots of all clusters with a person's full name."""
        return {clusters.root(p.node) for b in self._blocks.values() for ps in b.full.values() for p in ps}

    def _persons(self, block: list[Named]) -> _Persons:
        full = [p.node for p in block if p.person.full]
        alone = [p.node for p in block if not (p.person.full or p.placed)]
        return _Persons(full, alone, [node for node in alone if any(self._near(node, other) for other in full)])

    def _nearest(self, node: Node, bearers: Iterable[tuple[Node, Node]]) -> Node | None:
        """Of bearers with their roots, the one told of in the articles most like the node's, if no other is as much."""
        near: dict[Node, list[tuple[float, Node]]] = defaultdict(list)
        for bearer, root in bearers:
            near[root].append((-self._similarity(node.article, bearer.article), bearer))
        ranked = []
        for found in near.values():
            nearest = sorted(found)[:_NEAREST]
            ranked.append((sum(distance for distance, _ in nearest), nearest[0]))
        ranked.sort()
        if -ranked[0][1][0] < SAME_STORY:
            return None
        if len(ranked) > 1 and ranked[0][0] > _CLEARLY * ranked[1][0]:
            return None
        return ranked[0][1][1]


class _Persons(NamedTuple):
    """The persons of one surname: those named in full, and those whose article does not tell who they are."""

    full: list[Node]
    alone: list[Node]
    near: list[Node]  # those alone on whose story somebody is named in full


def _node(member: Body | Told | Named) -> Node:
    return member.node


def _known(block: list[Body]) -> Iterator[Join]:
    return (Join(block[0].node, other.node, f"well known as {usual_name(other.form)}") for other in block[1:])


def _same(block: list[Body]) -> Iterator[Join]:
    first = block[0].node
    for other in block[1:]:
        yield Join(first, other.node, "same name" if first.key == other.node.key else "same words")


def _alike(block: list[Body]) -> Iterator[Join]:
    first: dict[str, Body] = {}
    for body in block:
        first.setdefault(body.node.key, body)
    for one, other in combinations(first.values(), 2):
        evidence = same_name(one.form, other.form)
        if evidence:
            yield Join(one.node, other.node, str(evidence))


def _may_be_one(one: Told, other: Told) -> bool:
    """Whether kind and nation agree, and one has but more words; of a nameless body the nation need not be known.

    The "UN Security Council" and the "UN General Assembly" are two, though common nouns alone tell them apart.
    """
    unknown = one.generic and (one.nation is None or other.nation is None)
    within = one.words <= other.words or other.words <= one.words
    within = within and PARTS.isdisjoint(one.words ^ other.words)
    return within and one.label is other.label and (unknown or one.nation == other.nation)


def _full(block: list[Named]) -> Iterator[Join]:
    first: dict[Person, Node] = {}
    for node, person, _ in block:
        known = first.setdefault(person, node)
        if known != node:
            yield Join(known, node, "same name")
    for (person, node), (same, other) in combinations(first.items(), 2):
        how = same_person(person, same)
        if how:
            yield Join(node, other, how)


def _of_one(near: Mapping[Node, list[Body]], clusters: Clusters, how: str) -> Iterator[Join]:
    """Each node to the names that may be its own, where all of these are one actor's."""
    for node, found in sorted(near.items()):
        if len({clusters.root(body.node) for body in found}) == 1:
            yield Join(found[0].node, node, f"{how} {found[0].form}")
