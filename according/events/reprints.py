"""What several articles print in the same words was taken over in one piece, and tells where their stories end.

Two sentences that stand side by side in two articles belong together; where another article goes on otherwise after the
same sentence, a story may end. Two articles that share most of what they print say nothing of either: a whole
compilation may have been copied.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise, permutations
from typing import TypeVar

from according.events.units import HARD_BREAK, Unit

KEPT_TOGETHER = 12.0  # nats: how much less likely than elsewhere a story begins between sentences taken over together
PARTED = 1.5  # nats: how much more likely where the same sentence goes on otherwise elsewhere
FEWEST_TERMS = 6  # of two sentences: less may be said twice by chance
MOST_SHARED = 0.5  # of an article's neighbouring sentences: who shares more is its copy
WIDESPREAD = 50  # articles; what more of them print is furniture of some kind

Terms = tuple[str, ...]
Pair = tuple[Terms, Terms]  # the terms of two neighbouring sentences
Printed = TypeVar("Printed", Terms, Pair)


def mark_reprints(units: Mapping[str, Sequence[Unit]]) -> dict[str, tuple[Unit, ...]]:
    """The sentences, those beginning or ending what was taken over with other chances that a story begins there."""
    pairs = {article: list(_pairs(told)) for article, told in units.items()}
    printing = _holders(pairs)
    printing_one = _holders({article: [u.terms for u in told] for article, told in units.items()})
    copies = _copies(pairs, printing)
    marked = {}
    for article, told in units.items():
        bonuses = {
            index: _bonus(pair, copies[article], printing, printing_one) for index, pair in enumerate(pairs[article], 1)
        }
        marked[article] = tuple(
            replace(u, break_bonus=u.break_bonus + bonuses[i]) if u.break_bonus != HARD_BREAK and bonuses.get(i) else u
            for i, u in enumerate(told)
        )
    return marked


def weigh(stretches: Iterable[Sequence[Unit]]) -> list[float]:
    """What each stretch counts: the less, the more articles print its sentences."""
    told = list(stretches)
    printing = _holders({article: [u.terms for u in run] for article, run in _by_article(told).items()})
    return [
        sum(len(u.terms) / len(printing[u.terms]) for u in run) / max(1, sum(len(u.terms) for u in run)) or 1.0
        for run in told
    ]


def _by_article(stretches: Iterable[Sequence[Unit]]) -> dict[str, list[Unit]]:
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    for run in stretches:
        for unit in run:
            found[unit.article].append(unit)
    return found


def _pairs(told: Sequence[Unit]) -> Iterator[Pair]:
    return ((before.terms, unit.terms) for before, unit in pairwise(told))


def _holders(printed: Mapping[str, Iterable[Printed]]) -> Mapping[Printed, AbstractSet[str]]:
    """By what is printed: the articles that print it."""
    found: defaultdict[Printed, set[str]] = defaultdict(set)
    for article, parts in printed.items():
        for part in parts:
            found[part].add(article)
    return found


def _copies(pairs: Mapping[str, Sequence[Pair]], printing: Mapping[Pair, AbstractSet[str]]) -> dict[str, set[str]]:
    """By article: those with which it shares most of what it prints."""
    shared: Counter[tuple[str, str]] = Counter()
    for holders in printing.values():
        if len(holders) <= WIDESPREAD:
            shared.update(permutations(holders, 2))
    found: dict[str, set[str]] = {article: {article} for article in pairs}
    for (article, other), count in shared.items():
        if count > MOST_SHARED * len(pairs[article]):
            found[article].add(other)
    return found


def _bonus(
    pair: Pair,
    copies: AbstractSet[str],
    printing: Mapping[Pair, AbstractSet[str]],
    printing_one: Mapping[Terms, AbstractSet[str]],
) -> float:
    before, terms = pair
    if not before or not terms or len(before) + len(terms) < FEWEST_TERMS:
        return 0.0
    if len(printing[pair]) <= WIDESPREAD and printing[pair] - copies:
        return -KEPT_TOGETHER
    others = printing_one[before]
    return PARTED if len(others) <= WIDESPREAD and others - copies - printing_one[terms] else 0.0
