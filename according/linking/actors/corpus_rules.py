"""Who is who across articles: the same words, the same consonants, the same nation and force, surnames in context."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from according.annotating.initials import initials
from according.annotating.wordlists.kinds import known_names, usual_name
from according.linking.actors.bodies import BodyKey, body_key, is_common, is_generic
from according.linking.actors.clusters import Clusters, Join, Node
from according.linking.actors.context import SAME_STORY, Context
from according.linking.actors.corpus import Nodes
from according.linking.actors.local_rules import is_acronym, is_cut, may_abbreviate
from according.linking.actors.persons import Person, is_short_for, same_person
from according.linking.forms import same_name, skeleton

_SHORTEST_ACRONYM = 3
_NEAREST = 3  # articles of each bearer of a surname that count
_CLEARLY = 1.5  # how much nearer the nearest of several bearers of a surname must be


def same_bodies(nodes: Nodes, context: Context) -> Iterator[Join]:
    """Bodies by the same words, in any order and of the same nation; a nameless ministry is its article's nation's."""
    first: dict[BodyKey, Node] = {}
    for node in nodes.bodies():
        form = nodes.forms[node]
        key = body_key(form)
        if is_generic(form):
            key = BodyKey(context.nation(node.article) or f"in {node.article}", key.words)
        known = first.setdefault(key, node)
        if known != node:
            yield Join(known, node, "same name" if known.key == node.key else "same words")


def same_bodies_in_story(nodes: Nodes, context: Context) -> Iterator[Join]:
    """Bodies of articles on one story: nameless ones, and those that a common noun or a nation alone tells apart."""
    blocks: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes.bodies():
        words = body_key(nodes.forms[node]).words
        proper = tuple(w for w in words if not is_common(w))
        if is_generic(nodes.forms[node]):
            blocks[words].append(node)
        elif len(proper) > 1 or (proper and len(words) > len(proper)):
            blocks[proper].append(node)
    for _, block in sorted(blocks.items()):
        yield from _in_one_story(block, nodes, context)


def _in_one_story(block: list[Node], nodes: Nodes, context: Context) -> Iterator[Join]:
    for i, node in enumerate(block):
        for other in block[i + 1 :]:
            near = context.similarity(node.article, other.article) >= SAME_STORY
            if near and _same_nation(node, other, nodes, context) and nodes.label(node) is nodes.label(other):
                yield Join(
                    node, other, f"alike but for a common noun, in an article on the same story as {node.article}"
                )


def _same_nation(a: Node, b: Node, nodes: Nodes, context: Context) -> bool:
    """Whether two bodies are of one nation; a nameless one is of its article's nation, if that has one."""
    one, two = body_key(nodes.forms[a]).nation, body_key(nodes.forms[b]).nation
    if not is_generic(nodes.forms[a]):
        return one == two
    one, two = context.nation(a.article), context.nation(b.article)
    return one == two or one is None or two is None


def known_bodies(nodes: Nodes) -> Iterator[Join]:
    """Forms of one name on the world's list: "AP" and "Associated Press"."""
    first: dict[str, Node] = {}
    for node in nodes.bodies():
        form = nodes.forms[node]
        if form in known_names():
            known = first.setdefault(usual_name(form), node)
            if known != node:
                yield Join(known, node, f"well known as {usual_name(form)}")


def full_persons(nodes: Nodes) -> Iterator[Join]:
    """Full names of one person, compared where the surnames sound alike."""
    blocks: dict[str, list[tuple[Node, Person]]] = defaultdict(list)
    seen: dict[Person, Node] = {}
    for node, person in nodes.persons():
        if not person.full:
            continue
        known = seen.setdefault(person, node)
        if known != node:
            yield Join(known, node, "same name")
        else:
            blocks[skeleton(person.surname)].append((node, person))
    for _, block in sorted(blocks.items()):
        yield from _compared(block)


def _compared(block: list[tuple[Node, Person]]) -> Iterator[Join]:
    for i, (node, person) in enumerate(block):
        for other, same in block[i + 1 :]:
            how = same_person(person, same)
            if how:
                yield Join(node, other, how)


def spelled_alike(nodes: Nodes) -> Iterator[Join]:
    """Bodies whose names differ only in spelling."""
    blocks: dict[str, dict[str, Node]] = defaultdict(dict)
    for node in nodes.bodies():
        if not (is_acronym(nodes.forms[node]) or is_generic(nodes.forms[node])):
            blocks[skeleton(nodes.forms[node]).replace(" ", "")].setdefault(node.key, node)
    for _, block in sorted(blocks.items()):
        same = [block[key] for key in sorted(block)]
        for i, node in enumerate(same):
            for other in same[i + 1 :]:
                evidence = same_name(nodes.forms[node], nodes.forms[other])
                if evidence:
                    yield Join(node, other, str(evidence))


def shortened_in_story(nodes: Nodes, clusters: Clusters, context: Context) -> Iterator[Join]:
    """Names cut short in another article on the same story: "Chargers" for the one "San Diego Chargers"."""
    longer: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.bodies():
        words = node.key.split()
        for word in sorted({words[0], words[-1]}) if len(words) > 1 else ():
            longer[word].append(node)
    for node in nodes.bodies():
        words = node.key.split()
        near = [
            n
            for n in (*longer.get(words[0], ()), *longer.get(words[-1], ()))
            if is_cut(nodes.forms[node], nodes.forms[n]) and context.similarity(node.article, n.article) >= SAME_STORY
        ]
        if len({clusters.root(n) for n in near}) == 1:
            yield Join(near[0], node, f"short for {nodes.forms[near[0]]}")


def unique_acronyms(nodes: Nodes, clusters: Clusters, context: Context) -> Iterator[Join]:
    """Acronyms of three letters and more that are the initials of one actor on the same story and of no other."""
    long: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.bodies():
        for letters in initials(nodes.forms[node]) if " " in nodes.forms[node] else ():
            long[letters].append(node)
    for node in nodes.bodies():
        letters = node.key.replace(" ", "")
        if not is_acronym(nodes.forms[node]) or len(letters) < _SHORTEST_ACRONYM:
            continue
        possible = [n for n in long.get(letters, ()) if may_abbreviate(node, n, nodes)]
        near = [n for n in possible if context.similarity(node.article, n.article) >= SAME_STORY]
        if len({clusters.root(n) for n in near}) == 1:
            yield Join(near[0], node, f"initials of {nodes.forms[near[0]]}")


def surnames(nodes: Nodes, clusters: Clusters, context: Context) -> Iterator[Join]:
    """Surnames that stand alone in their article, to the bearer of whom articles on the same story tell."""
    full: dict[str, list[tuple[Node, Person]]] = defaultdict(list)
    alone: list[tuple[Node, Person]] = []
    for node, person in nodes.persons():
        if person.full:
            full[person.surname].append((node, person))
        else:
            alone.append((node, person))
    joined = {clusters.root(n) for bearers in full.values() for n, _ in bearers}
    for node, person in alone:
        if clusters.root(node) in joined:
            continue
        bearers = [(n, p) for n, p in full.get(person.surname, ()) if is_short_for(person, p) == "surname"]
        best = _nearest(node, bearers, clusters, context)
        if best:
            yield Join(best, node, f"surname, in an article on the same story as {best.article}")


def _nearest(node: Node, bearers: Iterable[tuple[Node, Person]], clusters: Clusters, context: Context) -> Node | None:
    """The bearer told of in the articles most like the node's, if they are alike at all and no other's as much."""
    near: dict[Node, list[tuple[float, Node]]] = defaultdict(list)
    for bearer, _ in bearers:
        near[clusters.root(bearer)].append((-context.similarity(node.article, bearer.article), bearer))
    ranked = []
    for found in near.values():
        nearest = sorted(found)[:_NEAREST]
        ranked.append((sum(distance for distance, _ in nearest), nearest[0]))
    ranked.sort()
    if not ranked or -ranked[0][1][0] < SAME_STORY:
        return None
    if len(ranked) > 1 and ranked[0][0] > _CLEARLY * ranked[1][0]:
        return None
    return ranked[0][1][1]


def lone_names(nodes: Nodes, clusters: Clusters, context: Context) -> Iterator[Join]:
    """Single names without a full one anywhere, across articles on the same story."""
    blocks: dict[str, list[Node]] = defaultdict(list)
    full = {clusters.root(n) for n, p in nodes.persons() if p.full}
    for node, person in nodes.persons():
        if not person.full and clusters.root(node) not in full:
            blocks[person.surname].append(node)
    for _, block in sorted(blocks.items()):
        for i, node in enumerate(block):
            for other in block[i + 1 :]:
                if context.similarity(node.article, other.article) >= SAME_STORY:
                    yield Join(node, other, f"same name, in an article on the same story as {node.article}")


def forbidden_pairs(never: Mapping[str, Iterable[str]]) -> frozenset[frozenset[str]]:
    """The pairs of folded forms that people have told apart."""
    return frozenset(frozenset((a, b)) for a, others in never.items() for b in others if a != b)
