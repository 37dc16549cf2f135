"""Names to show and addresses: an address depends on the gazetteer alone, so that it outlives the next article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from according.linking.gazetteer import Entry, Gazetteer, How
from according.linking.slugs import slug
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.groups import Spot
from according.memo import FORGETFUL, Memo


def shown_name(cluster: Cluster, gazetteer: Gazetteer) -> str:
    """What people call it: the commonest spelling of the articles; countries and abbreviations by their full name."""
    if cluster.override:
        return cluster.override.name
    entry = cluster.entry
    counted = Counter(_as_name(s) for d in cluster.decisions if not d.group.demonym for s in d.group.spots)
    usable = {form: n for form, n in counted.items() if entry is None or _is_full(form, entry, gazetteer)}
    if entry and (entry.kind == "country" or not usable):
        return entry.name
    own = slug(entry.name) if entry else ""
    return min(usable, key=lambda form: (-usable[form], slug(form) not in own, form))


def _as_name(spot: Spot) -> str:
    """A spelling without the capitals of a dateline."""
    return spot.text.title() if spot.text.isupper() and len(spot.text) > 3 else spot.text


def _is_full(form: str, entry: Entry, gazetteer: Gazetteer) -> bool:
    how = next((h.how for h in gazetteer.lookup(form) if h.entry.id == entry.id), How.SOUND)
    return how not in (How.ABBREVIATION, How.POSTAL, How.DEMONYM) and not form.isupper()


class Addresses:
    """Gives each place its id, never the same twice."""

    def __init__(self, gazetteer: Gazetteer, memo: Memo = FORGETFUL) -> None:
        self._gazetteer, self._memo = gazetteer, memo
        self._taken: set[str] = set()

    def is_free(self, address: str) -> bool:
        """Whether nobody has an address."""
        return address not in self._taken

    def keep(self, address: str) -> str:
        """An address that a place had before it was corrected."""
        return self._take([address])

    def of_entry(self, entry: Entry) -> str:
        """The plain name for the best known place of that name in the world, others with what they lie in."""
        return self._take(self._memo.recall("addresses", entry.id, (entry,), lambda: self._wanted(entry)))

    def _wanted(self, entry: Entry) -> list[str]:
        above = {c.kind: c.name for c in self._gazetteer.containers(entry)}
        within = [above[kind] for kind in ("province", "country") if kind in above]
        first = [entry.name] if self._is_foremost(entry) else []
        return [*first, *(f"{entry.name} {w}" for w in within), f"{entry.name} {abs(entry.id)}"]

    def of_name(self, name: str, parent: str | None) -> str:
        """For a place that only the articles or a person know."""
        numbered = (f"{name} {n}" for n in range(2, 1000))
        return self._take(chain([name], [f"{name} {parent}"] if parent else [], numbered))

    def _take(self, wanted: Iterable[str]) -> str:
        address = next(s for s in map(slug, wanted) if s not in self._taken)
        self._taken.add(address)
        return address

    def _is_foremost(self, entry: Entry) -> bool:
        rivals = [hit.entry for hit in self._gazetteer.lookup(entry.name) if slug(hit.entry.name) == slug(entry.name)]
        return min(rivals, key=_fame, default=entry).id == entry.id


def _fame(entry: Entry) -> tuple[bool, int, int, int]:
    return entry.kind != "country", -entry.names, -entry.population, entry.id
