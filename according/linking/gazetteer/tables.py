"""The hand-written tables beside this package: countries, divisions, regions and seas."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from according.linking.gazetteer.entry import How
from according.linking.gazetteer.rows import Row

FOLDER = Path(__file__).parent.parent / "places"
# How well known a row is, in the number of names that GeoNames would give it; the places model knows fewer kinds.
_KNOWN = {"continent": 300, "region": 60, "sea": 60, "mountains": 40, "river": 40, "island": 30, "site": 20}
_KIND = {"continent": "region", "mountains": "region", "river": "region", "island": "region"}


@dataclass(frozen=True, slots=True)
class Country:
    """What the packages lack of a country."""

    latitude: float
    longitude: float
    demonyms: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """What newspapers call a first-level division, and its middle where its towns would mislead."""

    names: tuple[tuple[str, How], ...]
    latitude: float | None
    longitude: float | None


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header line; lines that begin with # are comments."""
    with path.open(encoding="utf8", newline="") as source:
        yield from csv.DictReader((line for line in source if not line.startswith("#")), delimiter="\t")


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(part for part in (cell or "").split("|") if part)


def read_countries() -> dict[str, Country]:
    """By ISO 3166-1 alpha-2 code."""
    return {
        row["code"]: Country(
            float(row["latitude"]), float(row["longitude"]), _listed(row["demonyms"]), _listed(row["aliases"])
        )
        for row in read_table(FOLDER / "countries.tsv")
    }


def read_divisions() -> dict[str, Division]:
    """By ISO 3166-2 code."""
    columns = {
        "aliases": How.ALIAS,
        "abbreviations": How.ABBREVIATION,
        "postal": How.POSTAL,
        "demonyms": How.DEMONYM,
    }
    return {
        row["code"]: Division(
            tuple((name, how) for column, how in columns.items() for name in _listed(row[column])),
            float(row["latitude"]) if row["latitude"] else None,
            float(row["longitude"]) if row["longitude"] else None,
        )
        for row in read_table(FOLDER / "divisions.tsv")
    }


def region_rows() -> Iterator[Row]:
    """Regions, seas, rivers, mountains and sites; their ids count down from -1 in the order of the file."""
    for number, row in enumerate(read_table(FOLDER / "regions.tsv"), start=1):
        within = _listed(row["in"])
        names = (
            *((name, How.ALIAS) for name in _listed(row["aliases"])),
            *((name, How.DEMONYM) for name in _listed(row["demonyms"])),
        )
        yield Row(
            id=int(row["geonames"]) if row["geonames"] else -number,
            name=row["name"],
            kind=_KIND.get(row["kind"], row["kind"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=within[0] if len(within) == 1 else None,
            names=names,
            known=_KNOWN.get(row["kind"], 20),
        )
