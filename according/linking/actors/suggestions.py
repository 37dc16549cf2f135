"""Names that may be one actor but are not merged: questions for a person, with the YAML that answers them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from according.linking.actors.local_rules import is_acronym
from according.linking.actors.persons import parse_person
from according.linking.forms import alike, content_words, fold, skeleton
from according.memo import FORGETFUL, Memo
from according.model import Actor, Label, ReviewItem
from according.yamlfile import written

_ENOUGH = 0.85  # of forms.alike
_CROWD = 30  # actors that share a block; more share it by chance


def suggest_merges(
    actors: Mapping[str, Actor], forbidden: Collection[frozenset[str]], memo: Memo = FORGETFUL
) -> Iterator[ReviewItem]:
    """Pairs of actors with names alike enough to ask about, but for those that a person keeps apart."""
    blocks = memo.recall_each("blocks of names", ((id_, (actor,)) for id_, actor in actors.items()), _blocks)
    pairs = memo.gather("names alike", (), blocks, lambda _, crowd: _alike(crowd.values()))
    found = {(pair.a, pair.b): pair for alike in pairs.values() for pair in alike}
    yield from (pair.question for _, pair in sorted(found.items()) if pair.names not in forbidden)


class _Pair(NamedTuple):
    """Two actors that may be one."""

    a: str
    b: str
    names: frozenset[str]
    question: ReviewItem


def _alike(crowd: Collection[Actor]) -> list[_Pair]:
    """The pairs of a block that are alike enough, the more used one first."""
    pairs = combinations(sorted(crowd, key=_by_use), 2) if len(crowd) <= _CROWD else ()
    likely = ((a, b, alike(a.name, b.name)) for a, b in pairs)
    return [
        _Pair(a.id, b.id, frozenset((fold(a.name), fold(b.name))), _question(a, b))
        for a, b, likeness in likely
        if likeness >= _ENOUGH and not _told_apart(a.name, b.name) and _may_be_one(a, b)
    ]


def _told_apart(a: str, b: str) -> bool:
    """Whether two names are the same, which is another question, or but for the brackets that tell them apart."""
    own, other = (name.partition(" (") for name in (a, b))
    return fold(a) == fold(b) or (own[0] == other[0] and bool(own[2] and other[2]))


def _blocks(actor: Actor) -> dict[str, Actor]:
    """The actor under each word by which it is compared, and under how it begins."""
    if is_acronym(actor.name):
        return {}
    words = content_words(actor.name)
    last = words[-1:] if actor.kind == Label.PERSON else words
    return dict.fromkeys({skeleton(word) for word in last} | {skeleton(actor.name)[:4]}, actor)


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


def _question(a: Actor, b: Actor) -> ReviewItem:
    """Whether two are one; if so, the name that has all the words of the other is the one to show."""
    shown, alias = (b, a) if set(fold(a.name).split()) < set(fold(b.name).split()) else (a, b)
    return ReviewItem(
        kind="merge",
        about=a.id,
        question=f"Are {a.name} and {b.name} one?",
        evidence=(),  # with_sides
        file="actors.yaml",
        yes=f"{written(shown.name)}:\n  aliases: [{written(alias.name)}]\n",
        no=f"{written(a.name)}:\n  not: [{written(b.name)}]\n",
        weight=float(min(_uses(a), _uses(b))),
        beside=(b.id,),
    )
