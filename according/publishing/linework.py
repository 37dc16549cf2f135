"""Lines for a map: cut to the view, thinned to what can be seen, and written as the data of an SVG path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Line = Sequence[Point]
Box = tuple[float, float, float, float]

TENTHS = 10  # paths are written in whole tenths of a pixel; the element around them scales them down


def clip_ring(ring: Line, box: Box) -> Line:
    """The part of a closed ring inside a box, as one ring (Sutherland and Hodgman 1974)."""
    west, south, east, north = box
    for axis, bound, above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        ring = list(_half(ring, axis, bound, above=above))
        if not ring:
            return ()
    return ring


def _half(ring: Line, axis: int, bound: float, *, above: bool) -> Iterator[Point]:
    """The part of a ring on one side of a line that runs along an axis."""
    previous = ring[-1]
    was_in = (previous[axis] >= bound) is above
    for point in ring:
        is_in = (point[axis] >= bound) is above
        if is_in is not was_in:
            share = (bound - previous[axis]) / (point[axis] - previous[axis])
            crossing = [a + (b - a) * share for a, b in zip(previous, point, strict=True)]
            yield crossing[0], crossing[1]
        if is_in:
            yield point
        previous, was_in = point, is_in


def clip_line(line: Line, box: Box) -> Iterator[Line]:
    """The stretches of a line that come near a box; they may end a little outside."""
    west, south, east, north = box
    piece: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise(line):
        if max(x1, x2) < west or min(x1, x2) > east or max(y1, y2) < south or min(y1, y2) > north:
            if piece:
                yield piece
            piece = []
        else:
            piece = [*piece, (x2, y2)] if piece else [(x1, y1), (x2, y2)]
    if piece:
        yield piece


def simplify(line: Line, tolerance: float) -> Line:
    """Fewer points, none of the others further away than the tolerance (Douglas and Peucker 1973)."""
    if len(line) < 3:
        return line
    kept = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = _furthest(line, first, last)
        if far > tolerance**2:
            kept.add(at)
            stack += [(first, at), (at, last)]
    return [line[i] for i in sorted(kept)]


def _furthest(line: Line, first: int, last: int) -> tuple[float, int]:
    """The square of the greatest distance between a line and its chord, and where it is."""
    (x1, y1), (x2, y2) = line[first], line[last]
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    far, at = -1.0, first
    for i in range(first + 1, last):
        x, y = line[i][0] - x1, line[i][1] - y1
        along = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
        distance = (x - along * dx) ** 2 + (y - along * dy) ** 2
        if distance > far:
            far, at = distance, i
    return far, at


def large(line: Line, size: float) -> bool:
    """Whether a line is larger than a size, in either direction."""
    return any(max(values) - min(values) > size for values in zip(*line, strict=True))


def path(lines: Iterable[Line], *, closed: bool) -> str:
    """The data of an SVG path, in whole tenths and with short relative steps."""
    return "".join(_subpath(line, closed=closed) for line in lines)


def _subpath(line: Line, *, closed: bool) -> str:
    points = [(round(x * TENTHS), round(y * TENTHS)) for x, y in line]
    if closed and points[0] == points[-1]:
        points.pop()
    steps = [(x - px, y - py) for (px, py), (x, y) in pairwise(points)]
    steps = [step for step in steps if step != (0, 0)]
    if not steps:
        return ""
    drawn = "".join(map(_number, (n for step in steps for n in step), _signs()))
    return f"M{points[0][0]} {points[0][1]}l{drawn}" + ("z" if closed else "")


def _number(value: int, first: bool) -> str:
    return f"{value}" if first or value < 0 else f" {value}"


def _signs() -> Iterator[bool]:
    yield True
    while True:
        yield False
