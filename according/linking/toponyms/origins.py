"""Which places came of one page of the machine's: the one that is still that page, and those that people parted off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from according.linking.addresses import Before, Known
from according.linking.toponyms.clusters import Cluster, in_texts
from according.linking.toponyms.decided import Decision
from according.memo import Memo
from according.model import Place, PlacePrecision

# Of what has no point of its own: the map says nothing of where it is but for what it was one with.
_FLOATING = frozenset({PlacePrecision.PARENT, PlacePrecision.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Origin:
    """What a place is made of, by the pages on which the machine alone has its mentions."""

    counts: Mapping[str, int]  # by page
    entry: int | None  # what the gazetteer has of the place now

    @property
    def main(self) -> str | None:
        """The page from which most of it comes, if any."""
        return min(self.counts, key=lambda page: (-self.counts[page], page), default=None)


class Origins:
    """Where the places of a corrected corpus came from."""

    def __init__(self, found: Mapping[str, Origin], pages: Mapping[str, Known]) -> None:
        self._found, self._pages = found, pages
        self._by_page: defaultdict[str, list[str]] = defaultdict(list)
        for place, origin in sorted(found.items()):
            if origin.main:
                self._by_page[origin.main].append(place)

    def kind(self, place: str) -> str | None:
        """The kind of the page that a place still is, be it less of it: what left takes no word for it along."""
        origin = self._found.get(place)
        page = origin.main if origin and len(origin.counts) == 1 else None
        if origin is None or page is None or self._home(page) != place:
            return None
        known = self._pages[page]
        return known.kind if known.entry == origin.entry else None

    def _home(self, page: str) -> str:
        """The place that is still a page: what the gazetteer has of it, else what has its address, else most of it."""

        def rank(place: str) -> tuple[bool, bool, int, str]:
            origin, entry = self._found[place], self._pages[page].entry
            return entry is None or origin.entry != entry, place != page, -origin.counts[page], place

        return min(self._by_page[page], key=rank)

    def told_apart(self, places: Mapping[str, Place]) -> dict[str, Place]:
        """The places, those without a point of their own with the one that people parted them from."""
        found = dict(places)
        for place, origin in self._found.items():
            home = self._home(origin.main) if origin.main else place
            if home == place or not {place, home} <= places.keys():
                continue
            here, there = places[place].country, places[home].country
            if places[place].precision in _FLOATING and here in (None, there):
                found[place] = replace(places[place], parted_from=home)
        return found


def find_origins(clusters: Mapping[str, Cluster], before: Before | None, memo: Memo) -> Origins:
    """Where the places of a corpus come from, by id; ``before`` is none where nobody has corrected anything."""
    if before is None:
        return Origins({}, {})

    def were(decisions: Iterable[Decision], known: Before) -> Mapping[str, int]:
        return known.were(in_texts(decisions))

    rows = ((id_, (tuple(cluster.decisions), before)) for id_, cluster in clusters.items())
    counts = memo.recall_each("places were", rows, were)
    entries = {id_: cluster.entry.id if cluster.entry else None for id_, cluster in clusters.items()}
    return Origins({id_: Origin(counts[id_], entries[id_]) for id_ in clusters}, before.places)
