"""What sort of thing people say that a place is tells which place of its name it is, where a gazetteer has one."""

from __future__ import annotations

from collections.abc import Iterator

from according.linking.gazetteer import Entry
from according.linking.toponyms.decided import reading_of
from according.linking.toponyms.features import SETTLEMENTS, contains
from according.linking.toponyms.ranking import Ranked
from according.overrides import EntityOverride


def of_sort(rule: EntityOverride, found: Entry | None, ranked: Ranked) -> Entry | None:
    """The place found, else of those of its name the one that is what a person says: the city, not its province.

    A village that is called a town is no other place, nor is anything that has an id or a pin by a person's word. A
    place in another country is not meant.
    """
    given = rule.geonames or rule.at or rule.kind is None
    if found is None or given or ranked.group.demonym or _sort(found.kind) == _sort(rule.kind):
        return found
    alike = [e for e in _named_alike(found, ranked) if _sort(e.kind) == _sort(rule.kind) and e.country == found.country]
    return next((e for e in alike if contains(found, e) or contains(e, found)), next(iter(alike), found))


def _named_alike(found: Entry, ranked: Ranked) -> Iterator[Entry]:
    """The places of a name, the likeliest first, that bear it as surely as the one found does."""
    own = reading_of(ranked, found.id)
    for candidate in (r.candidate for r in ranked.readings if own and own.candidate):
        if candidate and own and own.candidate and candidate.how <= own.candidate.how and not candidate.stripped:
            yield candidate.entry


def _sort(kind: str | None) -> str | None:
    return "settlement" if kind in SETTLEMENTS else kind
