"""What sort of thing people say that a place is tells which place of its name it is, where a gazetteer has one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from according.linking.gazetteer import Entry, Gazetteer, How
from according.linking.toponyms.candidates import named
from according.linking.toponyms.decided import reading_of
from according.linking.toponyms.distance import kilometres
from according.linking.toponyms.features import SETTLEMENTS, contains
from according.linking.toponyms.ranking import Ranked
from according.overrides import EntityOverride

_BESIDE = 60.0  # km from a place to the middle of the province of its name that does not hold it, as round a capital
_TIED, _CAPITAL = 2.0, 1.0  # worth as much as so many times ten in inhabitants
_RANKS = {"province": ("province", "district")}  # some countries call divisions of the second rank provinces


def of_sort(rule: EntityOverride, found: Entry | None, ranked: Ranked, gazetteer: Gazetteer) -> Entry | None:
    """The place found, else the best known of its name that is what a person says: the city, not its province.

    A village that is called a town is no other place, nor is anything that has an id or a pin by a person's word. A
    place in another country is not meant.
    """
    given = rule.geonames or rule.at or rule.kind is None
    if found is None or given or ranked.group.demonym or _sort(found.kind) == _sort(rule.kind):
        return found
    alike = tuple(_named_alike(found, ranked, gazetteer))
    ranks = (_sort(kind) for kind in _RANKS.get(rule.kind or "", (rule.kind,)))
    best = (_best_known(found, rule.kind, (e for e in alike if _sort(e.kind) == rank)) for rank in ranks)
    return next(filter(None, best), found)


def _named_alike(found: Entry, ranked: Ranked, gazetteer: Gazetteer) -> Iterator[Entry]:
    """The places that have one of the names as their own, or have it too and belong to the place found.

    Those count too that no text means without saying so, as the province of a capital.
    """
    own = reading_of(ranked, found.id)
    if own is None or own.candidate is None:
        return
    loosest = max(own.candidate.how, How.SHORT)  # a province is called "Marad Governorate"
    read = (reading.candidate for reading in ranked.readings)
    for one in (*filter(None, read), *named(ranked.group, gazetteer)):
        own_name = one.how <= How.ALIAS or (one.how <= loosest and _tied(found, one.entry))
        if own_name and not one.stripped and one.entry.country == found.country:
            yield one.entry


def _best_known(found: Entry, kind: str | None, alike: Iterable[Entry]) -> Entry | None:
    """The one with most inhabitants and names, above all one that belongs to the place found."""

    def order(entry: Entry) -> tuple[bool, float, int]:
        known = math.log10(1 + entry.population) + math.log1p(entry.names) + _CAPITAL * entry.capital
        misnamed = kind == "village" and entry.kind == "city"  # that nobody says, if there is anything else
        return misnamed, -known - _TIED * _tied(found, entry), entry.id

    return min(alike, key=order, default=None)


def _tied(one: Entry, other: Entry) -> bool:
    return contains(one, other) or contains(other, one) or kilometres(one, other) < _BESIDE


def _sort(kind: str | None) -> str | None:
    return "settlement" if kind in SETTLEMENTS else kind
