"""Names that may be one actor but are not merged: questions for a person, with the YAML that answers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from according.linking.actors.local_rules import is_acronym
from according.linking.actors.persons import parse_person
from according.linking.forms import alike, content_words, fold, skeleton
from according.model import Actor, Label, ReviewItem
from according.yamlfile import written

_ENOUGH = 0.85  # of forms.alike
_CROWD = 30  # actors that share a block; more share it by chance


def suggest_merges(actors: Sequence[Actor], forbidden: Collection[frozenset[str]]) -> Iterator[ReviewItem]:
    """Pairs of actors with names alike enough to ask about, but for those that a person keeps apart."""
    found = {}
    for a, b in _pairs(actors):
        likeness = alike(a.name, b.name)
        kept_apart = frozenset((fold(a.name), fold(b.name))) in forbidden
        if likeness >= _ENOUGH and not kept_apart and _may_be_one(a, b):
            found[(a.id, b.id)] = _question(a, b, likeness)
    yield from (found[pair] for pair in sorted(found))


def _pairs(actors: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Pairs that share a word or begin alike, so that not every actor is held against every other."""
    blocks: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        for key in _blocks(actor):
            blocks[key].append(actor)
    for _, crowd in sorted(blocks.items()):
        if len(crowd) <= _CROWD:
            yield from combinations(sorted(crowd, key=_by_use), 2)


def _blocks(actor: Actor) -> set[str]:
    if is_acronym(actor.name):
        return set()
    words = content_words(actor.name)
    last = words[-1:] if actor.kind == Label.PERSON else words
    return {skeleton(word) for word in last} | {skeleton(actor.name)[:4]}


def _by_use(actor: Actor) -> tuple[int, str]:
    return (-_uses(actor), actor.id)


def _uses(actor: Actor) -> int:
    return sum(form.count for form in actor.forms)


def _may_be_one(a: Actor, b: Actor) -> bool:
    """Whether the kinds allow it; persons also need the same number of names and the same initial."""
    if (a.kind == Label.PERSON) != (b.kind == Label.PERSON):
        return False
    if a.kind != Label.PERSON:
        return True
    one, two = parse_person(a.name), parse_person(b.name)
    if one is None or two is None or one.full != two.full or one.generation != two.generation:
        return False
    return not one.full or one.given[0][0] == two.given[0][0]


def _question(a: Actor, b: Actor, likeness: float) -> ReviewItem:
    return ReviewItem(
        kind="merge",
        about=a.id,
        question=f"Are {a.name} and {b.name} one?",
        evidence=(f"spelled alike ({likeness:.2f})",),
        file="actors.yaml",
        yes=f"{written(a.name)}:\n  aliases: [{written(b.name)}]\n",
        no=f"{written(a.name)}:\n  not: [{written(b.name)}]\n",
        weight=float(min(_uses(a), _uses(b))),
    )
