"""Which part of the world a map shows, and where on the map a position lies.

A region is drawn in Mercator's projection, which keeps shapes; the whole world in Equal Earth (Šavrič, Patterson and
Jenny 2018), which keeps areas. Views are snapped to a coarse grid and a ladder of widths, so that neighbours share one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

KM_A_DEGREE = 111.32  # of longitude at the equator, of latitude everywhere
MARGIN = 1.4  # how much wider than its pins a map is
STEPS = 12  # the middle of a view lies on a grid of so many steps a width
LADDER = tuple(round(0.5 * 1.35**i, 3) for i in range(19))  # widths in degrees of longitude, up to 111
WIDEST = LADDER[-1]  # what needs more is shown on a map of the world
NORTHMOST, SOUTHMOST = 85.0, -85.0  # Mercator's projection has no pole

WORLD_MIDDLE = 11.0  # degrees east; the edge then lies in the Bering Strait
WORLD_SOUTH, WORLD_NORTH = -56.5, 83.7  # Cape Horn and Greenland; Antarctica is left out
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796  # Equal Earth, equations (9) and (10)
M = math.sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the world in Mercator's projection; its longitudes may leave -180..180."""

    west: float
    top: float  # of the map's upper edge, in degrees of Mercator
    span: float  # degrees of longitude from left to right
    width: float
    height: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north, in degrees."""
        bottom = self.top - self.span * self.height / self.width
        return self.west, latitude(bottom), self.west + self.span, latitude(self.top)

    def xy(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a position lies, from the upper left corner."""
        scale = self.width / self.span
        return (longitude - self.west) * scale, (self.top - mercator(latitude)) * scale

    def pixels(self, km: float, latitude: float) -> float:
        """How long a distance is on the map."""
        return degrees(km, latitude) * self.width / self.span


@dataclass(frozen=True, slots=True)
class World:
    """The whole world without Antarctica."""

    width: float

    @property
    def height(self) -> float:
        """What the width makes it."""
        return round(self.width * (TOP - BOTTOM) / GIRTH)

    @property
    def span(self) -> float:
        """Degrees of longitude from left to right."""
        return 360.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north, in degrees."""
        return WORLD_MIDDLE - 180, WORLD_SOUTH, WORLD_MIDDLE + 180, WORLD_NORTH

    def xy(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a position lies, from the upper left corner."""
        scale = self.width / GIRTH
        x, y = _equal_earth(longitude - WORLD_MIDDLE, latitude)
        return x * scale + self.width / 2, (TOP - y) * scale

    def pixels(self, km: float, latitude: float) -> float:  # noqa: ARG002 - the same everywhere, by and large
        """How long a distance is on the map."""
        return km / (KM_A_DEGREE * 360) * self.width


View = Region | World


def mercator(latitude: float) -> float:
    """Mercator's northing in degrees of longitude at the equator."""
    return math.degrees(math.asinh(math.tan(math.radians(max(min(latitude, 89.5), -89.5)))))


def latitude(northing: float) -> float:
    """The latitude that Mercator's projection puts at a northing."""
    return math.degrees(math.atan(math.sinh(math.radians(northing))))


def _equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    t = math.asin(M * math.sin(math.radians(latitude)))
    t2 = t * t
    t6 = t2**3
    x = math.radians(longitude) * math.cos(t) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)))
    return x, t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))


GIRTH = 2 * _equal_earth(180, 0)[0]
TOP, BOTTOM = _equal_earth(0, WORLD_NORTH)[1], _equal_earth(0, WORLD_SOUTH)[1]


@dataclass(frozen=True, slots=True)
class Extent:
    """Something to be shown: a position with some country around it."""

    longitude: float
    latitude: float
    degrees: float  # of longitude, from side to side


def degrees(km: float, latitude: float) -> float:
    """How many degrees of longitude a distance is."""
    return km / (KM_A_DEGREE * math.cos(math.radians(min(abs(latitude), 85))))


def around(longitudes: Sequence[float]) -> list[float]:
    """The same longitudes with turns added so that they lie as close together as they can."""
    ordered = sorted(longitudes)
    gaps = [after - before for before, after in pairwise([*ordered, ordered[0] + 360])]
    first = ordered[(gaps.index(max(gaps)) + 1) % len(ordered)]  # the one east of the widest gap
    turned = [lon if lon >= first else lon + 360 for lon in longitudes]
    back = 360 * round((min(turned) + max(turned)) / 720)
    return [lon - back for lon in turned]


def fit(extents: Sequence[Extent], width: float, height: float) -> View:
    """The view that shows everything with some room around it."""
    longitudes = around([e.longitude for e in extents])
    northings = [mercator(e.latitude) for e in extents]
    apart = max(longitudes) - min(longitudes), (max(northings) - min(northings)) * width / height
    needed = max(*(e.degrees for e in extents), *(MARGIN * degrees for degrees in apart))
    if needed > WIDEST:
        return World(width)
    span = next(step for step in LADDER if step >= needed)
    middle = (min(longitudes) + max(longitudes)) / 2, (min(northings) + max(northings)) / 2
    return _snapped(*middle, span, width, height)


def _snapped(x: float, y: float, span: float, width: float, height: float) -> Region:
    """A region around a point that is moved to the grid, so that maps of neighbours are drawn from one base."""
    step = span / STEPS
    tall = span * height / width
    west = round(x / step) * step - span / 2
    top = round(y / step) * step + tall / 2
    top = max(min(top, mercator(NORTHMOST)), mercator(SOUTHMOST) + tall)
    return Region(round(west, 6), round(top, 6), span, width, height)
