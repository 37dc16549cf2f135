"""The ground of a map, under its pins: land, borders, water and the names of countries, for one view.

Drawing it takes longer than all the rest of a page, so it is kept between builds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from according.cache import Store
from according.publishing import linework, outlines, projection, towns
from according.publishing.linework import Box, Line, Point
from according.publishing.outlines import Country, Outlines, Shape
from according.publishing.projection import Region, View
from according.publishing.towns import Town

BUDGET = 7_000  # characters of all paths of a region; the lines are thinned until they fit
WORLD_BUDGET = 15_000
FINEST_SPAN, FINE_SPAN = 9.0, 60.0  # degrees of longitude up to which each scale of the outlines is used
RIVER_RANKS = ((4.0, 6), (10.0, 5), (20.0, 4), (35.0, 2), (60.0, 1))  # up to which width which rivers are drawn
LAKE_RANKS = ((20.0, 6), (60.0, 1), (360.0, 0))
OVERLAP = 0.03  # how far the lines run beyond the edge of the map, so that no edge shows
TOLERANCE = 0.35  # pixels that a thinned line may be off
SPOTS = 5  # where a country's name may stand
CHORDS = 9  # lines across a country that are tried for its name


@dataclass(frozen=True, slots=True)
class CountryName:
    """Where a country's name can stand: the middles of its widest parts, and how wide these are, the widest first."""

    name: str
    spots: tuple[tuple[float, float, float], ...]  # room, x, y


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under a map's pins."""

    # In tenths of a pixel: land, tint (countries that are meant as a whole), lakes, rivers, borders
    paths: dict[str, str]
    names: tuple[CountryName, ...] = ()
    towns: tuple[Town, ...] = ()


GROUND: TypeAdapter[Ground] = TypeAdapter(Ground)
BOX: TypeAdapter[Box | None] = TypeAdapter(Box | None)
Kept = TypeVar("Kept")


def ground(view: View, meant: Iterable[Point], store: Store | None) -> Ground:
    """What lies under a map; the countries around the points that are ``meant`` are a shape of their own."""
    points = tuple(sorted(meant))
    return _kept(store, f"ground {view!r} {points!r}", GROUND, lambda: _drawn(view, points))


def country_box(point: Point, store: Store | None) -> Box | None:
    """West, south, east and north of the part of a country in which a point lies; None where that is not known."""
    return _kept(store, f"box {point!r}", BOX, lambda: _country_box(point))


def _kept(store: Store | None, key: str, kind: TypeAdapter[Kept], make: Callable[[], Kept]) -> Kept:
    """What was made in an earlier build, or is made now; the key takes in this code and the outlines that are there."""
    if store is None:
        return make()
    key = hashlib.sha256(f"{_code()} {key}".encode()).hexdigest()
    if (kept := store.get(key)) is not None:
        return kind.validate_json(kept)
    made = make()
    store.put(key, kind.dump_json(made))
    return made


@cache
def _code() -> str:
    files = (Path(module.__file__ or "") for module in (linework, outlines, projection, towns))
    code = b"".join(path.read_bytes() for path in (*files, Path(__file__)))
    return hashlib.sha256(code + str(outlines.available()).encode()).hexdigest()


def _drawn(view: View, meant: tuple[Point, ...]) -> Ground:
    """The ground, its lines thinned until they are within the budget."""
    world = _outlines(view)
    tinted = [c for c in world.countries if any(_holds(c.rings, point) for point in meant)]
    areas = {
        "land": _areas(world.land, view),
        "tint": _areas((ring for c in tinted for ring in c.rings), view),
        "lakes": _areas(_ranked(outlines.lakes, LAKE_RANKS, view), view),
    }
    lines = {
        "borders": _lines(world.borders, view),
        "rivers": _lines(_ranked(outlines.rivers, RIVER_RANKS, view), view),
    }
    paths = _thinned(areas, lines, BUDGET if isinstance(view, Region) else WORLD_BUDGET)
    if not isinstance(view, Region):
        return Ground(paths)
    others = (country for country in world.countries if country not in tinted)
    return Ground(paths, names=tuple(_names(others, view)), towns=towns.near(view.box))


def _thinned(areas: dict[str, list[Line]], lines: dict[str, list[Line]], budget: int) -> dict[str, str]:
    """The paths, thinned more and more until all together are within the budget."""
    tolerance = TOLERANCE
    while True:
        areas = {k: [linework.simplify(r, tolerance) for r in rings] for k, rings in areas.items()}
        areas = {k: [r for r in rings if linework.large(r, 3 * tolerance)] for k, rings in areas.items()}
        lines = {k: [linework.simplify(piece, tolerance) for piece in pieces] for k, pieces in lines.items()}
        paths = {k: linework.path(rings, closed=True) for k, rings in areas.items()}
        paths |= {k: linework.path(pieces, closed=False) for k, pieces in lines.items()}
        if sum(map(len, paths.values())) <= budget:
            return paths
        tolerance *= 1.3


def _country_box(point: Point) -> Box | None:
    for country in outlines.outlines(outlines.COARSE).countries:
        for ring in country.rings:
            if _holds([ring], point):
                return ring.box
    return None


def _outlines(view: View) -> Outlines:
    """The world as fine as the view can show. The finest is cut at the 180th meridian, so it is not used there."""
    west, _, east, _ = view.box
    if view.span <= FINEST_SPAN and west > -180 and east < 180:
        return outlines.outlines(outlines.FINEST)
    return outlines.outlines(outlines.FINE if view.span <= FINE_SPAN else outlines.COARSE)


def _ranked(
    read: Callable[[], tuple[tuple[int, Shape], ...]], ranks: tuple[tuple[float, int], ...], view: View
) -> Iterator[Shape]:
    """The lakes or rivers that are great enough for the view."""
    limit = next((rank for span, rank in ranks if view.span <= span), -1)
    if limit >= 0:
        yield from (shape for rank, shape in read() if rank <= limit)


def _areas(shapes: Iterable[Shape], view: View) -> list[Line]:
    return [[view.xy(*point) for point in ring] for ring in _clipped(shapes, view)]


def _lines(shapes: Iterable[Shape], view: View) -> list[Line]:
    box = _wider(view.box)
    pieces = (piece for line in _moved(shapes, box) for piece in linework.clip_line(line, box))
    return [[view.xy(*point) for point in piece] for piece in pieces]


def _clipped(shapes: Iterable[Shape], view: View) -> Iterator[Line]:
    box = _wider(view.box) if isinstance(view, Region) else view.box
    yield from (ring for line in _moved(shapes, box) if len(ring := linework.clip_ring(line, box)) > 2)


def _moved(shapes: Iterable[Shape], box: Box) -> Iterator[Line]:
    """The shapes that may touch a box, turned around the world to where the box is."""
    west, south, east, north = box
    for shape in shapes:
        left, bottom, right, top = shape.box
        if top < south or bottom > north:
            continue
        for turn in (-360, 0, 360):
            if right + turn >= west and left + turn <= east:
                yield shape.points if not turn else [(x + turn, y) for x, y in shape.points]


def _wider(box: Box) -> Box:
    west, south, east, north = box
    dx, dy = (east - west) * OVERLAP, (north - south) * OVERLAP
    return west - dx, max(south - dy, -89.0), east + dx, min(north + dy, 89.0)


def _holds(rings: Iterable[Shape], point: Point) -> bool:
    x, y = point
    return any(
        outlines.inside((x + turn, y), ring.points)
        for ring in rings
        for turn in (-360, 0, 360)
        if ring.box[0] <= x + turn <= ring.box[2] and ring.box[1] <= y <= ring.box[3]
    )


def _names(countries: Iterable[Country], view: View) -> Iterator[CountryName]:
    """Where each country's name fits best, in the order of the alphabet."""
    for country in sorted(countries, key=lambda c: c.name):
        rings = [[view.xy(*p) for p in ring] for ring in _clipped(country.rings, view)]
        chords = [chord for ring in rings for chord in _chords(ring, view)]
        if chords:
            best = sorted(chords, reverse=True)[:SPOTS]
            yield CountryName(country.name, tuple((round(room), round(x), round(y)) for room, x, y in best))


def _chords(ring: Line, view: View) -> Iterator[tuple[float, float, float]]:
    """Lengths and middles of level lines across a ring, inside the map."""
    ys = [y for _, y in ring]
    low, high = max(min(ys), 0.0), min(max(ys), view.height)
    for i in range(1, CHORDS + 1):
        y = low + (high - low) * i / (CHORDS + 1)
        crossings = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
            if (y1 > y) != (y2 > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            left, right = max(left, 0.0), min(right, view.width)  # noqa: PLW2901
            if right > left:
                yield right - left, (left + right) / 2, y
