"""The geometry under the maps: views, lines and the room for names."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.publishing import linework, outlines
from according.publishing.lettering import Lettering, text_width
from according.publishing.projection import Extent, Region, World, around, fit


@given(st.lists(st.floats(-180, 180), min_size=1, max_size=8), st.floats(-360, 360))
def test_longitudes_are_turned_to_lie_close(longitudes: list[float], turn: float) -> None:
    """Turned longitudes are the same meridians, span at most a circle, and no other cut makes them span less."""
    turned = around(longitudes)
    assert all(
        math.isclose((a - b) % 360 % 360, 0, abs_tol=1e-6) or math.isclose((a - b) % 360, 360, abs_tol=1e-6)
        for a, b in zip(longitudes, turned, strict=True)
    )
    spread = max(turned) - min(turned)
    cut = [(lon - turn) % 360 for lon in longitudes]
    assert spread <= max(cut) - min(cut) + 1e-6


def test_a_view_holds_its_pins_with_room() -> None:
    """After snapping to the grid every pin is inside the map, away from the edge."""
    found = [Extent(36.3, 33.5, 1), Extent(41.2, 37.0, 1), Extent(44.4, 33.3, 1)]
    view = fit(found, 360, 240)
    assert isinstance(view, Region)
    assert all(15 < view.xy(e.longitude, e.latitude)[0] < 345 for e in found)
    assert all(10 < view.xy(e.longitude, e.latitude)[1] < 230 for e in found)


def test_the_world_keeps_areas() -> None:
    """Equal Earth: a degree cell at 60° north has half the area of one at the equator."""
    world = World(1000)

    def area(latitude: float) -> float:
        (x1, y1), (x2, _), (_, y2) = (world.xy(*p) for p in ((0, latitude), (1, latitude), (0, latitude + 1)))
        return (x2 - x1) * (y1 - y2)

    assert area(59.5) / area(-0.5) == pytest.approx(math.cos(math.radians(60)), rel=0.02)


rings = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=12)


@given(rings)
def test_clipped_rings_lie_in_the_box(ring: list[tuple[float, float]]) -> None:
    """Nothing is left outside, and points well inside stay."""
    box = (-10.0, -20.0, 15.0, 5.0)
    clipped = linework.clip_ring(ring, box)
    assert all(-10 - 1e-9 <= x <= 15 + 1e-9 and -20 - 1e-9 <= y <= 5 + 1e-9 for x, y in clipped)
    assert {(x, y) for x, y in ring if -10 < x < 15 and -20 < y < 5} <= set(clipped)


@given(rings, st.floats(0.01, 20))
def test_thinned_lines_stay_within_the_tolerance(line: list[tuple[float, float]], tolerance: float) -> None:
    """The ends stay, and no dropped point is further from the thinned line than allowed."""
    thin = linework.simplify(line, tolerance)
    assert (thin[0], thin[-1]) == (line[0], line[-1])
    for point in line:
        assert min(_distance(point, a, b) for a, b in pairwise(thin)) <= tolerance + 1e-6


def _distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """How far a point is from a segment."""
    (x, y), (x1, y1), (x2, y2) = point, a, b
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = max(0, min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0
    return math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))


def test_paths_are_short() -> None:
    """Whole tenths, relative steps, no needless spaces, no point twice."""
    assert linework.path([[(0, 0), (1.5, 0), (1.5, 0), (1.5, -2), (0, 0)]], closed=True) == "M0 0l15 0 0-20z"
    assert linework.path([[(1, 1), (1.01, 1.01)]], closed=False) == ""


def test_a_ring_around_the_pole_is_closed_there() -> None:
    """An outline that goes once around the world takes in the pole, and does not smear across the map."""
    ring = [(-180, -70), (-90, -75), (0, -70), (90, -75), (180, -70), (-180, -70)]
    closed = outlines.unwound([(float(x), float(y)) for x, y in ring])
    assert closed[0] == closed[-1]
    assert min(y for _, y in closed) == -90
    assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(closed[:-3]))


names = st.lists(st.tuples(st.text(min_size=1, max_size=15), st.floats(0, 360), st.floats(0, 240)), max_size=15)


@given(names)
def test_names_never_meet(found: list[tuple[str, float, float]]) -> None:
    """Whatever is placed stays inside the map and covers nothing else."""
    lettering = Lettering(360, 240)
    for text, x, y in found:
        lettering.beside(text, x, y, 12, 4)
    boxes = lettering.taken
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert all(b.left >= 0 and b.right <= 360 and b.top >= 0 and b.bottom <= 240 for b in boxes)


def test_scripts_have_their_widths() -> None:
    """Wide letters count as wide, and marks that combine take no room."""
    assert text_width("東京", 10) == 20
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("ill", 10) < text_width("mmm", 10)
