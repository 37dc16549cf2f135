"""Building the index: one SQLite file with every place, every name's key and every name's consonants."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import TypeVar

from according.linking.forms import fold
from according.linking.gazetteer.entry import How
from according.linking.gazetteer.imports import OWN_IDS, imported_rows
from according.linking.gazetteer.packages import capitals, city_names, city_rows, country_rows, division_rows
from according.linking.gazetteer.rows import Row, keys, latin_names, sounds
from according.linking.gazetteer.scripts import native_name
from according.linking.gazetteer.tables import read_countries, read_divisions, region_rows

Progress = Callable[[int, int], None]
T = TypeVar("T")

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT, kind TEXT, latitude REAL, longitude REAL, population INTEGER, names INTEGER,
  country TEXT, admin1 INTEGER, admin2 INTEGER, native TEXT, capital INTEGER DEFAULT 0,
  term TEXT
);
CREATE INDEX country ON place (country) WHERE kind = 'country';
CREATE INDEX settled ON place (latitude, longitude) WHERE kind IN ('city', 'town', 'village');
CREATE TABLE name (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_PLACE = "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"
_NAME = "INSERT INTO name VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET how = min(how, excluded.how)"
_SOUND = "INSERT OR IGNORE INTO sound VALUES (?, ?)"

_STEPS = 520_000  # places and name lists to go through, about; only for the progress bar
_TRIMMED = 0.05  # of the places of a division, at either end, when its middle is sought


def build_index(path: Path, own_files: tuple[Path, ...], progress: Progress | None = None) -> None:
    """Write the index to ``path``; takes a minute and little memory."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        tick = _Ticker(progress)
        tables = chain(country_rows(read_countries()), region_rows(), division_rows(read_divisions()), city_rows())
        own = chain.from_iterable(imported_rows(f, OWN_IDS * (n + 1)) for n, f in enumerate(own_files))
        for row in tick.each(chain(tables, own)):
            _insert(connection, row)
        for identifier, names in tick.each(city_names()):
            _add_names(connection, identifier, names)
        _mark_capitals(connection, capitals())
        _sum_up_divisions(connection)
        connection.commit()
        connection.execute("ANALYZE")
        connection.commit()
    finally:
        connection.close()
    tick.done()


class _Ticker:
    """Tells the progress every few thousand steps."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress, self.count = progress, 0

    def each(self, rows: Iterable[T]) -> Iterator[T]:
        for row in rows:
            self.count += 1
            if self.progress and self.count % 5000 == 0:
                self.progress(min(self.count, _STEPS), _STEPS)
            yield row

    def done(self) -> None:
        if self.progress:
            self.progress(_STEPS, _STEPS)


def _insert(connection: sqlite3.Connection, row: Row) -> None:
    point = (row.latitude, row.longitude)
    within = (row.country, row.admin1, row.admin2)
    values = (row.id, row.name, row.kind, *point, row.population, row.known, *within, row.native, row.term)
    if connection.execute(_PLACE, values).rowcount:
        _insert_keys(connection, row)


def _insert_keys(connection: sqlite3.Connection, row: Row) -> None:
    connection.executemany(_NAME, ((key, row.id, int(how)) for key, how in keys(row).items()))
    connection.executemany(_SOUND, ((sound, row.id) for sound in sounds(row)))


def _add_names(connection: sqlite3.Connection, identifier: int, names: list[str]) -> None:
    """The alternate names of a place that is in the index already."""
    known = connection.execute("SELECT name, kind, country FROM place WHERE id = ?", (identifier,)).fetchone()
    if known is None:
        return
    name, kind, country = known
    connection.execute(
        "UPDATE place SET names = ?, native = ? WHERE id = ?", (len(names), native_name(names, country), identifier)
    )
    alternates = tuple((n, How.ALTERNATE) for n in latin_names(names) if fold(n) != fold(name))
    _insert_keys(connection, Row(identifier, name, kind, None, None, names=alternates))


def _mark_capitals(connection: sqlite3.Connection, names: Iterable[tuple[str, str]]) -> None:
    """The capital of a country is the largest of its places that bear the capital's name."""
    query = (
        "SELECT place.id FROM name JOIN place ON place.id = name.place WHERE key = ? AND country = ? "
        "AND kind IN ('city', 'town', 'village') ORDER BY population DESC, place.id LIMIT 1"
    )
    for country, name in names:
        connection.execute(f"UPDATE place SET capital = 1 WHERE id = ({query})", (fold(name), country))  # noqa: S608


def _sum_up_divisions(connection: sqlite3.Connection) -> None:
    """Give each division the inhabitants of its places, and the middle of the stretch that they take up."""
    for level in ("admin1", "admin2"):
        inside = connection.execute(
            f"SELECT {level}, population, latitude, longitude FROM place "  # noqa: S608 - one of two constants
            f"WHERE {level} IS NOT NULL AND latitude IS NOT NULL AND kind != 'district' ORDER BY {level}"
        )
        sums = [_summed(division, list(rows)) for division, rows in groupby(inside, lambda row: row[0])]
        connection.executemany(
            "UPDATE place SET population = max(population, ?), latitude = coalesce(latitude, ?), "
            "longitude = coalesce(longitude, ?) WHERE id = ? AND kind IN ('province', 'district')",
            sums,
        )


def _summed(division: int, rows: list[tuple[int, int, float, float]]) -> tuple[int, float, float, int]:
    return (sum(row[1] for row in rows), *_middle([row[2:] for row in rows]), division)


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Half way between the outermost places on either side, the odd outlier left out."""
    latitudes = sorted(p[0] for p in points)
    longitudes = sorted(p[1] for p in points)
    if longitudes[-1] - longitudes[0] > 180:  # it lies across the date line
        longitudes = sorted(x + 360 if x < 0 else x for x in longitudes)
    cut = int(len(points) * _TRIMMED)
    latitude = (latitudes[cut] + latitudes[-1 - cut]) / 2
    longitude = (longitudes[cut] + longitudes[-1 - cut]) / 2
    return round(latitude, 4), round((longitude + 180) % 360 - 180, 4)
