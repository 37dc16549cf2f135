"""The tables as spreadsheets: flat, a cell a value, for people who do not write programs.

A cell that a spreadsheet would take for a formula begins with an apostrophe; the exact words are in the JSON Lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from according.publishing.data import entities, rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of one spreadsheet, and how a row fills them."""

    header: tuple[str, ...]
    flatten: Callable[[Any], Mapping[str, object]]


def _plain(row: BaseModel) -> dict[str, object]:
    return row.model_dump(mode="json")


def _figure(row: rows.FigureRow) -> dict[str, object]:
    return _plain(row) | {"start": row.span[0], "end": row.span[1]}


def _claim(row: rows.ClaimRow) -> dict[str, object]:
    return _plain(row) | {
        "source": row.source.id,
        "source_name": row.source.name,
        "source_kind": row.source.kind.value,
        "cue": row.cue.text if row.cue else None,
        "content": row.content.text,
        "start": row.content.spans[0][0],
        "end": row.content.spans[-1][1],
    }


def _columns(row: type[BaseModel], *without: str) -> tuple[str, ...]:
    return tuple(name for name in row.model_fields if name not in without)


SAID = ("id", "article", "source", "source_name", "source_kind", "via", "cue", "content", "start", "end")

SHEETS: dict[str, Sheet] = {
    "claims": Sheet(
        (*SAID, *_columns(rows.ClaimRow, *SAID)),
        _claim,
    ),
    "events": Sheet(_columns(entities.EventRow), _plain),
    "figures": Sheet((*_columns(rows.FigureRow, "span"), "start", "end"), _figure),
}
