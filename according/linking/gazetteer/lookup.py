"""Looking names up in the index."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from pathlib import Path
from typing import Self

from according.linking.forms import content_words, fold, skeleton
from according.linking.gazetteer.entry import Entry, Hit, How

_SELECT = (
    "SELECT place.id, place.name, kind, latitude, longitude, population, names, country, "
    "admin1, admin2, native, capital, term{more} FROM place "
)
_EXACT = _SELECT.format(more=", how") + "JOIN name ON place.id = name.place WHERE key = ? ORDER BY how, place.id"
_SOUND = _SELECT.format(more="") + (
    "JOIN sound ON place.id = sound.place WHERE key = ? ORDER BY population DESC, place.id LIMIT ?"
)
_BY_ID = _SELECT.format(more="") + "WHERE place.id = ?"
_SETTLED = _SELECT.format(more="") + (
    "WHERE kind IN ('city', 'town', 'village') AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?"
)
_COUNTRIES = _SELECT.format(more="") + "WHERE kind = 'country' AND country IS NOT NULL AND place.id > 0"
_REMEMBERED = 20_000  # look-ups kept in memory, a few MB


class Gazetteer:
    """The index, open for reading."""

    def __init__(self, path: Path) -> None:
        # immutable: nobody writes to a finished index, so SQLite need not lock it.
        self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        self._exact: OrderedDict[str, tuple[Hit, ...]] = OrderedDict()
        self._by_id: dict[int | None, Entry | None] = {}
        self._countries: dict[str, Entry] = {}

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def lookup(self, name: str) -> tuple[Hit, ...]:
        """The places that a name leads to, the surest readings first; articles ("al-", "the") do not matter."""
        key = fold(name)
        if key not in self._exact:
            self._exact[key] = self._hits(key) or self._hits(" ".join(content_words(name)))
            if len(self._exact) > _REMEMBERED:
                self._exact.popitem(last=False)
        return self._exact[key]

    def _hits(self, key: str) -> tuple[Hit, ...]:
        rows = self._connection.execute(_EXACT, (key,)) if key else ()
        return tuple(Hit(Entry(*row[:-1]), How(row[-1])) for row in rows)

    def sounding_like(self, name: str, limit: int = 30) -> tuple[Hit, ...]:
        """The places, most populous first, one of whose names has the same consonants as this one."""
        rows = self._connection.execute(_SOUND, (skeleton(name), limit))
        return tuple(Hit(Entry(*row), How.SOUND) for row in rows)

    def get(self, identifier: int | None) -> Entry | None:
        """The place with this id, which is its GeoNames id where it has one."""
        if identifier not in self._by_id:
            row = self._connection.execute(_BY_ID, (identifier,)).fetchone()
            self._by_id[identifier] = Entry(*row) if row else None
        return self._by_id[identifier]

    def settled(self, south: float, north: float, west: float, east: float) -> tuple[Entry, ...]:
        """The cities, towns and villages between these latitudes and longitudes."""
        return tuple(Entry(*row) for row in self._connection.execute(_SETTLED, (south, north, west, east)))

    def country(self, code: str | None) -> Entry | None:
        """The country with this ISO 3166-1 alpha-2 code."""
        if not self._countries:
            entries = [Entry(*row) for row in self._connection.execute(_COUNTRIES)]
            self._countries = {e.country: e for e in entries if e.country}
        return self._countries.get(code or "")

    def described(self, entry: Entry) -> str:
        """A place in a few words: its name, its kind and its country."""
        if entry.kind == "country":
            return f"{entry.name}, country"
        country = self.country(entry.country)
        return f"{entry.name}, {entry.called} in {country.name if country else entry.country or 'several countries'}"

    def containers(self, entry: Entry) -> tuple[Entry, ...]:
        """What the place lies in, nearest first: district, province, country."""
        above = (self.get(entry.admin2), self.get(entry.admin1), self.country(entry.country))
        return tuple(e for e in above if e is not None and e.id != entry.id)
