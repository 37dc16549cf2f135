"""Where a place is shown on the map, and how finely that is known."""

from __future__ import annotations

from dataclasses import replace

from according.linking.gazetteer import Entry
from according.linking.toponyms.features import SETTLEMENTS
from according.linking.toponyms.parents import Parent
from according.model import Place, PlacePrecision


def pointed(place: Place, entry: Entry | None, parent: Parent | None) -> Place:
    """Its point and how fine that is; a place outside the gazetteer borrows the point of what it is in or near."""
    if entry and entry.latitude is not None:
        return replace(place, latitude=entry.latitude, longitude=entry.longitude, precision=precision_of(entry))
    if parent is None:
        return place
    if parent.entry.kind in ("country", "region", "sea"):  # too vast to stand for a place in it
        return replace(place, precision=PlacePrecision.PARENT)
    point = (parent.entry.latitude, parent.entry.longitude)
    return replace(place, latitude=point[0], longitude=point[1], precision=PlacePrecision.PARENT)


def is_pinned_at(place: Place, at: tuple[float, float]) -> bool:
    """Whether the map has it there already."""
    return place.precision is PlacePrecision.TOWN and (place.latitude, place.longitude) == at


def precision_of(entry: Entry) -> PlacePrecision:
    """How finely the point of a gazetteer entry tells where it is."""
    if entry.kind == "country":
        return PlacePrecision.COUNTRY
    return PlacePrecision.TOWN if entry.kind in (*SETTLEMENTS, "site") else PlacePrecision.AREA
