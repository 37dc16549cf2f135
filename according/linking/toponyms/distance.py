"""Distances on the globe."""

from __future__ import annotations

import math

from according.linking.gazetteer import Entry

_EARTH = 6371.0  # km, mean radius
FAR = 20_015.0  # km: half way round, for places without a point


def kilometres(a: Entry, b: Entry) -> float:
    """The great-circle distance of two places (haversine); as far as can be when one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return FAR
    return between((a.latitude, a.longitude), (b.latitude, b.longitude))


def between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points, each its latitude and longitude, in kilometres."""
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2
    h += math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(h)))
