"""Rows on their way into the index, and the rules for which of a place's names are worth a key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from according.linking.forms import content_words, fold, skeleton
from according.linking.gazetteer.entry import How

TOWN, CITY = 5_000, 50_000  # inhabitants; GeoNames' own city lists are cut at 500, 1000, 5000 and 15000

# Generic words that English usage drops ("Tartus" for "Tartus Governorate"); "County" and "Parish" stay in use.
GENERIC_WORDS = (
    "Governorate|Province|Region|District|Oblast|Oblast'|Krai|Raion|Rayon|Prefecture|Department|Municipality|"
    "State|Voivodeship|Canton|Republic|Division|Wilaya|Vilayet|Emirate|Territory|Autonomous Region"
)
_GENERIC_END = re.compile(rf" (?:{GENERIC_WORDS})$")
_GENERIC_START = re.compile(
    r"^(?:State|Province|Republic|Department|Canton|Emirate|Governorate|Territory) of (?:the )?"
)
_LATIN_NAME = re.compile(r"^['‘’ʼʻ`]?[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][^Ͱ-ḁ︀-￿]*$")
_CODE = re.compile(r"^[A-Z0-9]{2,4}$")  # GeoNames lists airport codes among the names of cities


@dataclass(frozen=True, slots=True)
class Row:
    """A place as a source gives it; ``names`` are the other names, each with how it leads to the place."""

    id: int
    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    population: int = 0
    country: str | None = None
    admin1: int | None = None
    admin2: int | None = None
    names: tuple[tuple[str, How], ...] = ()
    native: str | None = None
    term: str = ""  # what its country calls a division of this rank
    known: int = 0  # how many names in all languages


def settlement_kind(population: int) -> str:
    """What a populated place is called, by its inhabitants: GeoNames does not tell towns from villages."""
    if population >= CITY:
        return "city"
    return "town" if population >= TOWN else "village"


def latin_names(names: Iterable[str]) -> Iterator[str]:
    """Those alternate names that an English text may use: Latin letters, a capital first, no airport codes.

    Romanizations by letter ("hasake" from the Chinese name of Kazakhstan) are written without a capital.
    """
    return (n for n in names if _LATIN_NAME.match(n) and not _CODE.match(n))


def sounds(row: Row) -> set[str]:
    """The consonants of every name that may be spelled otherwise; abbreviations and demonyms have no variants."""
    names = (row.name, *(text for text, how in row.names if how <= How.ALTERNATE))
    return {sound for sound in map(skeleton, names) if len(sound) > 1}


def keys(row: Row) -> dict[str, How]:
    """Every key that leads to the row, each with its surest reading."""
    found: dict[str, How] = {}
    for text, how in sorted(((row.name, How.MAIN), *row.names), key=lambda pair: pair[1]):
        for key in (fold(text), " ".join(content_words(text))):
            if key:
                found.setdefault(key, how)
    if row.kind in ("province", "district"):
        for text, how in ((row.name, How.MAIN), *row.names):
            short = _GENERIC_START.sub("", _GENERIC_END.sub("", text))
            if how <= How.ALTERNATE and short != text and (key := " ".join(content_words(short))):
                found.setdefault(key, How.SHORT)
    return found
