"""Figures: each count with every reading, whose it is, and how far the readings lie apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from according.digesting.counted import TOLD
from according.digesting.intervals import is_vague
from according.digesting.record import principal
from according.digesting.wording import WORD, stem
from according.model import Carrier, Figure, FigureRow, Reading
from according.publishing import plots
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Day, Held, Receipt, Ref, held

NAMES_SHOWN = 2  # sources a value, in one line


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One value by one source, in the words of the text."""

    source: Ref
    text: str
    of: str
    deed: str  # what the text says is done or undergone, where the kind does not tell: "waiting"
    plot: Markup
    date: Day | None
    receipt: Receipt
    others: tuple[Receipt, ...]
    superseded: bool
    apart: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """One count and all its readings."""

    anchor: str
    counts: str
    label: str
    of: str
    differ: bool
    readings: tuple[ReadingView, ...]
    ticks: Markup
    logarithmic: bool
    spread: str  # "1 to 4", when readings that are compared lie apart
    values: tuple[Held, ...]  # the different values that are compared, as written, when there are several
    deed: str  # the one that all of them share
    sources: frozenset[str]  # those that only repeat another count as that one


def figures(desk: Desk, rows: tuple[FigureRow, ...]) -> tuple[FigureView, ...]:
    """The figures of an event, a kind about which sources differ first."""
    differing = {row.counts for row in rows if row.differ}
    ordered = sorted(enumerate(rows), key=lambda pair: (pair[1].counts not in differing, pair[0]))
    return tuple(_figure(desk, row, f"figure-{i}") for i, row in ordered)


def shared(views: Iterable[FigureView]) -> tuple[FigureView, ...]:
    """Counts that several sources give; of what befell people all groups, because readers look for them together."""
    known = list(views)
    givers: dict[str, set[str]] = defaultdict(set)
    for view in known:
        givers[_together(view)] |= view.sources
    return tuple(v for v in known if len(givers[_together(v)]) > 1)


def _together(view: FigureView) -> str:
    """What readers look for in one place; what is not compared at all stands by itself."""
    current = any(not r.apart for r in view.readings)
    return view.counts if view.counts in TOLD and current else view.anchor


def _figure(desk: Desk, row: FigureRow, anchor: str) -> FigureView:
    bounds = sorted({b for r in row.readings for b in (r.figure.low, r.figure.high) if b is not None})
    scale = plots.axis(bounds) if len(bounds) > 1 or (bounds and row.differ) else None
    shown = sorted(row.readings, key=lambda r: (bool(r.apart), r.superseded, _size(r.figure)))
    named = [(b, desk.words.number(b)) for b in bounds]
    readings = tuple(_reading(desk, r, row.of, scale) for r in shown)
    deeds = {r.deed for r in readings if not r.apart}
    return FigureView(
        anchor=anchor,
        counts=row.counts,
        label=desk.words.title("counts", row.counts),
        of="" if row.of.casefold() == row.counts else row.of,
        differ=row.differ,
        readings=readings,
        ticks=plots.ticks(scale, named) if scale else Markup(""),
        logarithmic=bool(scale and scale.logarithmic),
        spread=_spread(desk, row),
        values=_values(desk, row),
        deed=deeds.pop() if len(deeds) == 1 else "",
        sources=frozenset(principal(desk.linked.sources, r.source or r.source_name) for r in row.readings),
    )


def _reading(desk: Desk, reading: Reading, of: str, scale: plots.Axis | None) -> ReadingView:
    figure = reading.figure
    plot = plots.reading(scale, figure.low, figure.high, approximate=figure.approximate) if scale else Markup("")
    own = Carrier(reading.article, figure.claim, (figure.span,), reading.via)
    first = next((c for c in reading.carriers if c.claim == figure.claim), own)
    return ReadingView(
        source=desk.source(reading.source, reading.source_name),
        text=figure.text,
        of="" if figure.of in figure.text or figure.of.casefold() == of.casefold() else figure.of,
        deed=_deed(desk, reading),
        plot=plot,
        date=desk.day(reading.date),
        receipt=replace(desk.receipt(first), date=desk.published(desk.linked.articles[first.article])),
        others=tuple(desk.receipt(c) for c in reading.carriers if c is not first),
        superseded=reading.superseded,
        apart=desk.words.term("apart", reading.apart) if reading.apart else "",
    )


def _deed(desk: Desk, reading: Reading) -> str:
    """The word of the text for what is done or undergone: the nearest of the claim whose stem is the predicate's."""
    figure, claim = reading.figure, desk.register.claims.get(reading.figure.claim)
    if not figure.predicate or figure.counts in TOLD or claim is None:
        return ""
    text = desk.linked.articles[reading.article].text
    words = [m for s in claim.content for m in WORD.finditer(text, s.start, s.end)]
    number = range(figure.span.start, figure.span.end)
    fitting = [m for m in words if stem(m[0]) == stem(figure.predicate) and m.start() not in number]
    return min(fitting, key=lambda m: abs(m.start() - figure.span.start))[0] if fitting else ""


def _values(desk: Desk, row: FigureRow) -> tuple[Held, ...]:
    """The values that are compared, the smallest first, each once; none when they are all the same."""
    by_value: dict[tuple[float | None, float | None, bool], list[Reading]] = {}
    compared = (r for r in row.readings if not r.apart and not is_vague(r.figure))
    for r in sorted(compared, key=lambda r: _size(r.figure)):
        by_value.setdefault((r.figure.low, r.figure.high, r.figure.approximate), []).append(r)
    return tuple(_held(desk, same) for same in by_value.values()) if len(by_value) > 1 else ()


def _held(desk: Desk, readings: list[Reading]) -> Held:
    return held(readings[0].figure.text, (desk.source(r.source, r.source_name) for r in readings), NAMES_SHOWN)


def _size(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else figure.high
    return low or 0.0, figure.high if figure.high is not None else float("inf")


def _spread(desk: Desk, row: FigureRow) -> str:
    if not row.differ or row.low is None or row.high is None or row.low == row.high:
        return ""
    return desk.words("figures.spread", low=desk.words.number(row.low), high=desk.words.number(row.high))
