"""What the gazetteer knows of one place, and how a name leads to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class How(IntEnum):
    """How a name leads to a place, the surest first."""

    MAIN = 0  # the place's own name
    ALIAS = 1  # a name that our tables or the country packages give
    ALTERNATE = 2  # one of GeoNames' alternate names
    SHORT = 3  # the name without its generic word: "Tartus" for "Tartus Governorate"
    ABBREVIATION = 4  # "Ky.", "N.S.W."
    POSTAL = 5  # "KY": only after a comma
    DEMONYM = 6  # "Turkish", "Texans"
    SOUND = 7  # the same consonants in another transliteration


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer; ``id`` is its GeoNames id where it has one, else a number below zero."""

    id: int
    name: str
    kind: str  # the kinds of model.Place
    latitude: float | None
    longitude: float | None
    population: int
    names: int  # how many names it has in all languages: a sign of how well known it is
    country: str | None  # ISO 3166-1 alpha-2
    admin1: int | None
    admin2: int | None
    native: str | None
    capital: bool = False  # of its country
    term: str = ""  # what its country calls a division of this rank: "state", "governorate"

    @property
    def called(self) -> str:
        """What it is, in the words of its country where these are known."""
        return self.term or self.kind

    @property
    def geonames_id(self) -> int | None:
        """The GeoNames id, None for the rows of our own tables."""
        return self.id if self.id > 0 else None


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a name may mean."""

    entry: Entry
    how: How
