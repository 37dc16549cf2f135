"""What one article's nodes have that nodes of one actor have in common, so that each is held against few others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from according.annotating.initials import initials
from according.annotating.wordlists.kinds import known_names, usual_name
from according.linking.actors.bodies import BodyKey, body_key, is_common, is_generic
from according.linking.actors.clusters import Join, Node
from according.linking.actors.corpus import Body, Nodes
from according.linking.actors.local_rules import is_acronym
from according.linking.actors.persons import Person
from according.linking.forms import skeleton
from according.model import Label

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_SHORTEST_ACRONYM = 3


class Told(NamedTuple):
    """A body with the nation that it is of; a nameless one is of its article's, if that has one."""

    node: Node
    label: Label
    nation: str | None
    generic: bool


class Named(NamedTuple):
    """A person with the parts of the name; ``placed``: its article itself says whose surname it is."""

    node: Node
    person: Person
    placed: bool


@dataclass(frozen=True, slots=True)
class Blocks:
    """The nodes of one article for each rule that compares them with those of others."""

    known: Mapping[str, tuple[Body, ...]]  # by the usual name on the world's list
    same: Mapping[BodyKey, tuple[Body, ...]]
    alike: Mapping[str, tuple[Body, ...]]  # by consonants
    in_story: Mapping[tuple[str, ...], tuple[Told, ...]]  # by the words that tell bodies apart
    cut: Mapping[str, tuple[Body, ...]]  # by first and last word
    letters: Mapping[str, tuple[Body, ...]]  # by initials
    full: Mapping[str, tuple[Named, ...]]  # by the consonants of the surname
    surnames: Mapping[str, tuple[Named, ...]]


def find_blocks(nodes: Nodes, joins: Sequence[Join], nation: str | None) -> Blocks:
    """The blocks of an article, which joins some of its nodes itself and is about a nation."""
    bodies, parsed = nodes.bodies(), nodes.persons()
    full = {node for node, person in parsed if person.full}
    placed = {join.b for join in joins if join.a in full}
    persons = [Named(node, person, node in placed) for node, person in parsed]
    return Blocks(
        known=_grouped((usual_name(b.form), b) for b in bodies if b.form in known_names()),
        same=_grouped((_same_key(b, nation), b) for b in bodies),
        alike=_grouped(
            (skeleton(b.form).replace(" ", ""), b) for b in bodies if not (is_acronym(b.form) or is_generic(b.form))
        ),
        in_story=_grouped((words, _told(b, nation)) for b in bodies if (words := _telling_words(b.form)) is not None),
        cut=_grouped((word, b) for b in bodies for word in dict.fromkeys((_words(b)[0], _words(b)[-1]))),
        letters=_grouped((letters, b) for b in bodies for letters in _letters(b)),
        full=_grouped((skeleton(p.person.surname), p) for p in persons if p.person.full),
        surnames=_grouped((p.person.surname, p) for p in persons),
    )


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _same_key(body: Body, nation: str | None) -> BodyKey:
    """A body's words in any order, and its nation; a nameless ministry is its article's nation's."""
    key = body_key(body.form)
    return BodyKey(nation or f"in {body.node.article}", key.words) if is_generic(body.form) else key


def _told(body: Body, nation: str | None) -> Told:
    generic = is_generic(body.form)
    return Told(body.node, body.label, nation if generic else body_key(body.form).nation, generic)


def _telling_words(form: str) -> tuple[str, ...] | None:
    """The words without which a name would be another; None where it has nothing but such a word."""
    words = body_key(form).words
    proper = tuple(w for w in words if not is_common(w))
    if is_generic(form):
        return words
    return proper if len(proper) > 1 or (proper and len(words) > len(proper)) else None


def _words(body: Body) -> list[str]:
    return body.node.key.split()


def _letters(body: Body) -> Iterable[str]:
    """The initials of a name of several words; an acronym itself."""
    if " " in body.form:
        return sorted(initials(body.form))
    letters = body.node.key.replace(" ", "")
    return (letters,) if is_acronym(body.form) and len(letters) >= _SHORTEST_ACRONYM else ()
