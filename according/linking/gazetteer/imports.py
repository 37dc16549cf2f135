"""Rows from the user's own files: a GeoNames country file ("SY.txt") or a CSV file with a header line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from according.errors import AccordingError, Problem
from according.linking.gazetteer.entry import How
from according.linking.gazetteer.rows import Row, latin_names, settlement_kind
from according.linking.gazetteer.scripts import native_name

OWN_IDS = -1_000_000  # below the ids of our own tables
GEONAMES_COLUMNS = 19  # https://download.geonames.org/export/dump/readme.txt
# GeoNames feature classes that newspapers name; roads (R) and undersea features (U) are left out.
_CLASSES = {"P": "", "A": "district", "T": "region", "L": "region", "H": "sea", "S": "site", "V": "region"}
_CODES = {"ADM1": "province", "PCLI": "country", "STM": "region", "ISL": "region"}
_WANTED = {"name", "latitude", "longitude"}


def imported_rows(path: Path, start: int) -> Iterator[Row]:
    """The rows of one file; raises AccordingError when it is neither kind of file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            first = source.readline()
            source.seek(0)
            geonames = first.count("\t") == GEONAMES_COLUMNS - 1
            yield from _geonames_rows(path, source) if geonames else _csv_rows(path, source, start)
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(path, 0, f"The gazetteer file cannot be read ({error}).") from error


def _unusable(path: Path, line: int, message: str) -> AccordingError:
    remedy = "Give a GeoNames country file or a CSV file with the columns name, latitude and longitude."
    return AccordingError([Problem(str(path), line, message, remedy)])


def _geonames_rows(path: Path, source: Iterator[str]) -> Iterator[Row]:
    for line, text in enumerate(source, start=1):
        cells = text.rstrip("\r\n").split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            raise _unusable(path, line, f"This line has {len(cells)} columns, not {GEONAMES_COLUMNS}.")
        if cells[6] in _CLASSES:
            yield _geonames_row(cells)


def _geonames_row(cells: list[str]) -> Row:
    names, population = [n for n in cells[3].split(",") if n], int(cells[14] or 0)
    kind = _CODES.get(cells[7]) or _CLASSES[cells[6]] or settlement_kind(population)
    return Row(
        id=int(cells[0]),
        name=cells[1],
        kind=kind,
        latitude=float(cells[4]),
        longitude=float(cells[5]),
        population=population,
        country=cells[8] or None,
        names=tuple((n, How.ALTERNATE) for n in latin_names(names)),
        native=native_name(names, cells[8]),
        known=len(names),
    )


def _csv_rows(path: Path, source: Iterator[str], start: int) -> Iterator[Row]:
    reader = csv.DictReader(source)
    if missing := _WANTED - set(reader.fieldnames or ()):
        raise _unusable(path, 1, f"The header lacks {', '.join(sorted(missing))}.")
    for number, cells in enumerate(reader):
        try:
            latitude, longitude = float(cells["latitude"]), float(cells["longitude"])
        except (TypeError, ValueError) as error:
            raise _unusable(path, reader.line_num, "Latitude and longitude must be numbers.") from error
        aliases = tuple(a.strip() for a in (cells.get("aliases") or "").split("|") if a.strip())
        yield Row(
            id=int(cells.get("geonames") or start - number),
            name=cells["name"].strip(),
            kind=cells.get("kind") or "village",
            latitude=latitude,
            longitude=longitude,
            population=int(cells.get("population") or 0),
            country=cells.get("country") or None,
            names=tuple((a, How.ALIAS) for a in aliases),
        )
