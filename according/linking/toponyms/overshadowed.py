"""Namesakes that nobody means without saying so: a hamlet called London, a country beside its namesake's towns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.linking.gazetteer import Entry, How
from according.linking.toponyms.candidates import Candidate
from according.linking.toponyms.containers import lies_in
from according.linking.toponyms.features import SETTLEMENTS, contains
from according.linking.toponyms.relations import Relation, Tie

# Inhabitants of a city, and of a province or country, that the whole world knows.
_METROPOLIS, _LAND = 1_000_000, 10_000_000
_LANDS = frozenset({"country", "province"})
_TIMES = 50  # more than in its namesake that is not meant unless the text says where it lies
_AT_HOME = 0.3  # of an article's other places in its province, from which a namesake may be meant all the same

Candidates = tuple[Candidate, ...]


def without_overshadowed(found: Sequence[Candidates], relations: Iterable[Relation]) -> list[Candidates]:
    """The candidates of every group but for small namesakes of metropolises and lands that the text puts nowhere."""
    tied = [(r.inner, r.outer, r.tie) for r in relations]
    best = _best_known(found)
    return [
        tuple(
            c
            for c in own
            if not _is_overshadowed(c.entry, own)
            or _is_placed(c.entry, i, found, tied)
            or _is_at_home(c.entry, [e for j, e in enumerate(best) if e and j != i])
        )
        for i, own in enumerate(found)
    ]


def _best_known(found: Sequence[Candidates]) -> list[Entry | None]:
    return [max((c.entry for c in own if c.how <= How.ALIAS), key=_fame, default=None) for own in found]


def _fame(entry: Entry) -> tuple[int, int]:
    return entry.names, entry.id


def _is_at_home(entry: Entry, others: Sequence[Entry]) -> bool:
    """Whether the article is about its province: a good part of the other places are in it."""
    here = sum(entry.admin1 is not None and entry.admin1 in (e.id, e.admin1) for e in others)
    return here >= _AT_HOME * len(others) > 0


def _is_overshadowed(entry: Entry, own: Candidates) -> bool:
    if entry.kind not in SETTLEMENTS:
        return False
    named = [c.entry for c in own if c.how <= How.ALIAS]
    known = [e for e in named if e.population >= _TIMES * entry.population]
    return any(
        (e.kind in SETTLEMENTS and e.population >= _METROPOLIS) or (e.kind in _LANDS and e.population >= _LAND)
        for e in known
    )


def _is_placed(entry: Entry, index: int, found: Sequence[Candidates], tied: Iterable[tuple[int, int, Tie]]) -> bool:
    """Whether the text says that it lies in what does hold it, or near a place, or that it holds one.

    A country counts after a comma only: much may stand between a name and "of the United States".
    """
    for inner, outer, tie in tied:
        holders = [c.entry for c in found[outer] if tie is Tie.COMMA or c.entry.kind != "country"]
        if inner == index and (tie is Tie.NEAR or any(lies_in(entry, e) for e in holders)):
            return True
        if outer == index and any(lies_in(c.entry, entry) for c in found[inner]):
            return True
    return False


def as_neighbours_say(found: Sequence[Candidates]) -> list[Candidates]:
    """The candidates of every group but for countries of which nothing is named, where their namesake's towns are.

    Beside Atlanta, and without Tbilisi, Georgia is the state.
    """
    best = _best_known(found)
    spoken = {c.entry.country for own in found for c in own if c.how is How.DEMONYM}
    return [_of_neighbours(own, [e for j, e in enumerate(best) if e and j != i], spoken) for i, own in enumerate(found)]


def _of_neighbours(own: Candidates, others: Sequence[Entry], spoken: Iterable[str | None]) -> Candidates:
    countries = [c for c in own if c.entry.kind == "country" and c.how <= How.ALIAS]
    namesakes = [c.entry for c in own if c.entry.kind == "province" and c.how <= How.ALIAS]
    here = {e.country for e in others} | set(spoken)
    beside = any(
        n.country != c.entry.country and c.entry.country not in here and any(contains(n, e) for e in others)
        for c in countries
        for n in namesakes
    )
    return tuple(c for c in own if c not in countries) if beside else own
