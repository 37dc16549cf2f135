"""The tables as spreadsheets: flat, a cell a value, for people who do not write programs.

A cell that a spreadsheet would take for a formula begins with an apostrophe; the exact words are in the JSON Lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from according.publishing.data import entities, rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of one spreadsheet, and how a row fills them."""

    header: tuple[str, ...]
    cells: Callable[[Any], Iterable[object]]


def _names(row: type[rows.Row], *without: str) -> tuple[str, ...]:
    return tuple(f.name for f in fields(row) if f.name not in without)  # type: ignore[arg-type]  # all are dataclasses


SAID = ("id", "article", "source", "source_name", "source_kind", "via", "cue", "content", "start", "end")
OF_CLAIM = _names(rows.ClaimRow, *SAID)
OF_FIGURE = _names(rows.FigureRow, "span")
OF_EVENT = _names(entities.EventRow, "participants")


def _claim(row: rows.ClaimRow) -> Iterable[object]:
    source, spans = row.source, row.content.spans
    yield from (row.id, row.article, source.id, source.name, source.kind, row.via)
    yield from (row.cue.text if row.cue else None, row.content.text, spans[0][0], spans[-1][1])
    yield from (getattr(row, name) for name in OF_CLAIM)


def _figure(row: rows.FigureRow) -> Iterable[object]:
    yield from (getattr(row, name) for name in OF_FIGURE)
    yield from row.span


SHEETS: dict[str, Sheet] = {
    "claims": Sheet((*SAID, *OF_CLAIM), _claim),
    "events": Sheet(OF_EVENT, attrgetter(*OF_EVENT)),
    "figures": Sheet((*OF_FIGURE, "start", "end"), _figure),
}
