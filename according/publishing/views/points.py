"""The table of points by sources: who mentions what, and where on the page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from according.model import Account, EventDigest, Point
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Held, Ref, held
from according.publishing.views.statements import anchor, of_statement

MENTIONS = 3  # rows that the head of a page tells
NAMES_SHOWN = 3  # sources that it names for each
COLUMNS = 12  # sources that a table shows side by side


@dataclass(frozen=True, slots=True)
class PointRow:
    """One thing that sources mention, with the link to the words of each, or nothing."""

    label: str
    cells: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class PointTable:
    """Who mentions what."""

    sources: tuple[Ref, ...]
    rows: tuple[PointRow, ...]
    more: int


def points(desk: Desk, told: EventDigest, anchors: Collection[str]) -> PointTable | None:
    """The table of an event; only sources that mention one of the points have a column."""
    mentioned = {s.source or s.claim for p in told.points for s in p.statements}
    columns = [a for a in told.accounts if (a.lead or a.rest) and _key(a) in mentioned]
    if not told.points or len(columns) < 2:
        return None
    return PointTable(
        sources=tuple(_head(desk, a, anchors) for a in columns[:COLUMNS]),
        rows=tuple(_row(desk, p, [_key(a) for a in columns[:COLUMNS]], anchors) for p in told.points),
        more=max(len(columns) - COLUMNS, 0),
    )


def mentions(table: PointTable | None, told: Collection[str]) -> tuple[Held, ...]:
    """The first rows in one line each, those left out that the page's head tells already."""
    if table is None:
        return ()
    rows = [row for row in table.rows if row.label not in told][:MENTIONS]
    return tuple(_mention(table, row) for row in rows)


def _mention(table: PointTable, row: PointRow) -> Held:
    named = (Ref(s.text, cell) for s, cell in zip(table.sources, row.cells, strict=True) if cell)
    return held(row.label, named, NAMES_SHOWN)


def _key(account: Account) -> str:
    return account.source or (*account.lead, *account.rest)[0].claim


def _head(desk: Desk, account: Account, anchors: Collection[str]) -> Ref:
    source = desk.source(account.source, account.name)
    return Ref(source.text, f"#{anchor(account)}") if anchor(account) in anchors else source


def _row(desk: Desk, point: Point, columns: list[str], anchors: Collection[str]) -> PointRow:
    """The cells of one point; words that are not on the page are linked where they stand in their article."""
    cells = {}
    for s in point.statements:
        here = of_statement(s)
        cells[s.source or s.claim] = f"#{here}" if here in anchors else desk.receipt(s.carriers[0]).href
    return PointRow(
        desk.words.title("counts", point.label), tuple(cells.get(c, "") for c in columns), point.independent
    )
