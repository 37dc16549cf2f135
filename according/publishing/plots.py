"""Small plots as inline SVG: the spread of figures, and how reports are spread over time.

Positions across are percentages and heights are pixels, without a viewBox: a plot fills its column at any width and
its letters keep their size. Every plot stands beside the same numbers as text, so it is hidden from screen readers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDE = 50  # a spread wider than this factor is drawn on a logarithmic axis, or its small readings fall together
EDGE = 4.0  # per cent kept free at both ends, so that a dot at the end of the axis is whole
ROW = 22
LETTER = 3.2  # per cent of a narrow column that a digit under the axis takes
DOTS = 5  # reports in one stretch that the eye still counts
TALL = 56  # pixels of the highest bar


@dataclass(frozen=True, slots=True)
class Axis:
    """A line of numbers shared by all readings of one figure."""

    low: float
    high: float
    logarithmic: bool

    def at(self, value: float) -> float:
        """Where a value stands, in per cent of the width."""
        low, high, v = (self._scale(x) for x in (self.low, self.high, value))
        share = (v - low) / (high - low) if high > low else 0.5
        return round(EDGE + min(max(share, 0.0), 1.0) * (100 - 2 * EDGE), 2)

    def _scale(self, value: float) -> float:
        return math.log10(max(value, 1e-9)) if self.logarithmic else value


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time and how many reports fall into it."""

    label: str
    count: int


def axis(values: Sequence[float]) -> Axis:
    """The axis for some readings: from nought, or logarithmic when they lie very far apart."""
    low, high = min(values), max(values)
    if low > 0 and high / low > WIDE:
        return Axis(low, high, logarithmic=True)
    return Axis(min(low, 0.0), high or 1.0, logarithmic=False)


def reading(scale: Axis, low: float | None, high: float | None, *, approximate: bool) -> Markup:
    """One reading on its axis: a dot, a bar for a range, a fading line where a bound is open."""
    y = ROW // 2
    parts: list[str] = []
    if low is None and high is None:
        return _svg("spread", parts)
    start, end = scale.at(scale.low if low is None else low), scale.at(scale.high if high is None else high)
    if high is None or low is None:
        parts.append(f'<line class="open" x1="{start:g}%" x2="{100 if high is None else end}%" y1="{y}" y2="{y}"/>')
    elif end > start:
        parts.append(f'<line class="range" x1="{start:g}%" x2="{end}%" y1="{y}" y2="{y}"/>')
    kind = "dot about" if approximate else "dot"
    known = [x for x, bound in ((start, low), (end, high)) if bound is not None]
    parts += [f'<circle class="{kind}" cx="{x}%" cy="{y}" r="5"/>' for x in sorted(set(known))]
    return _svg("spread", parts)


def ticks(scale: Axis, labels: Sequence[tuple[float, str]]) -> Markup:
    """The numbers under a column of readings; labels that would touch are left out, the outermost stay."""
    placed = [_tick(scale.at(value), label) for value, label in sorted(labels)]
    kept = placed[:1] if len(placed) == 1 or placed[0].end < placed[-1].start else []
    for tick in placed[1:-1]:
        if kept and tick.start > kept[-1].end and tick.end < placed[-1].start:
            kept.append(tick)
    kept += placed[1:][-1:]
    return _svg("ticks", [_label(t.x, 12, t.anchor, t.label) for t in kept])


@dataclass(frozen=True, slots=True)
class _Tick:
    """A label under an axis and the room that it takes, in per cent of the width."""

    x: float
    label: str
    anchor: str
    start: float
    end: float


def _tick(x: float, label: str) -> _Tick:
    room = LETTER * (len(label) + 1)
    if x - room / 2 < 0:
        return _Tick(x, label, "start", x, x + room)
    if x + room / 2 > 100:
        return _Tick(x, label, "end", x - room, x)
    return _Tick(x, label, "middle", x - room / 2, x + room / 2)


def strip(bars: Sequence[Bar]) -> Markup:
    """Reports over time: one bar a stretch, dots where they are few enough to be counted by eye."""
    if not bars:
        return Markup("")
    most = max(b.count for b in bars)
    width = 100 / len(bars)
    floor = 12 * most if most <= DOTS else TALL
    parts = [f'<line class="rail" x1="0" x2="100%" y1="{floor}" y2="{floor}"/>']
    for i, b in enumerate(bars):
        middle = round((i + 0.5) * width, 2)
        if most <= DOTS:
            parts += [f'<circle class="dot" cx="{middle}%" cy="{floor - 6 - 11 * n}" r="4"/>' for n in range(b.count)]
        elif b.count:
            height = max(2, round(b.count / most * floor))
            x, w = round(i * width + width * 0.1, 2), round(width * 0.8, 2)
            parts.append(f'<rect class="bar" x="{x}%" width="{w}%" y="{floor - height}" height="{height}"/>')
    parts += _labels(bars, width, floor + 14)
    return _svg("strip", parts, floor + 18)


def _labels(bars: Sequence[Bar], width: float, y: int) -> list[str]:
    """First, last, and those between that have room."""
    every = max(1, math.ceil(14 / width))
    out = []
    for i, b in enumerate(bars):
        if i not in (0, len(bars) - 1) and (i % every or len(bars) - 1 - i < every):
            continue
        x, anchor = round((i + 0.5) * width, 2), "middle"
        if len(bars) > 1 and i == 0 and width < 14:
            x, anchor = 0.0, "start"
        elif len(bars) > 1 and i == len(bars) - 1 and width < 14:
            x, anchor = 100.0, "end"
        out.append(_label(x, y, anchor, b.label))
    return out


def _label(x: float, y: int, anchor: str, text: str) -> str:
    """Words at a share of the width; they start there unless their middle or end is to be there."""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:g}%" y="{y}"{where}>{escape(text)}</text>'


def _svg(kind: str, parts: Sequence[str], height: int = 0) -> Markup:
    """The picture; a page may hold a hundred, so what they share, also the line of the axis, is in the stylesheet."""
    body, tall = "".join(parts), f' height="{height}"' if height else ""
    return Markup(  # noqa: S704 - numbers, and labels that went through escape()
        f'<svg class="{kind}"{tall} aria-hidden="true">{body}</svg>'
    )
