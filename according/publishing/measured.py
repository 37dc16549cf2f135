"""How often the program is right, as the project's documentation tells it: the figures that the about page shows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TABLE = "measured.tsv"


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure, in per cent."""

    what: str  # a key of the catalogue of words, under about.measured
    figure: str
    of: str  # the public corpus that it was measured on


@cache
def measured() -> tuple[Measured, ...]:
    """Every figure; ``docs/quality.md`` has them all, with how they were measured."""
    text = (files("according.publishing") / TABLE).read_text("utf8")
    return tuple(Measured(**row) for row in csv.DictReader(text.splitlines(), delimiter="\t"))
