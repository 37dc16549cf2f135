"""How alike two stretches of text are."""

from __future__ import annotations

import math
from datetime import date

import pytest

from according.events.frequencies import load_frequencies
from according.events.similarity import ELSEWHERE, FADING_DAYS, OTHER_DAY, Stretch, stretch
from according.events.units import Unit

DAY = date(2020, 2, 10)


def told(town: str = "", province: str = "", day: date = DAY, kind: str = "strike") -> Stretch:
    """A stretch that tells of one town in a province, and of a strike there."""
    towns = frozenset({town} - {""})
    return Stretch({"market": 1.0}, frozenset({DAY}), (kind, day), towns, towns | frozenset({province} - {""}))


def test_other_town_and_other_day_tell_apart() -> None:
    """The same words at another town, or of a strike on another day, are less alike."""
    assert told("saraqib").fading(told("saraqib")) == 1.0
    assert told("saraqib").fading(told("ariha")) == pytest.approx(ELSEWHERE)
    assert told("saraqib").fading(told("saraqib", day=date(2020, 2, 12))) == pytest.approx(OTHER_DAY)


def test_town_lies_in_what_the_other_names() -> None:
    """Who names the district that the other's town lies in, or no town, is not elsewhere."""
    assert told("saraqib", "idlib").fading(told("idlib")) == 1.0
    assert told("idlib").fading(told("saraqib", "idlib")) == 1.0
    assert told("saraqib").fading(told()) == 1.0


def test_a_day_told_with_its_year_counts_as_the_report_s() -> None:
    """A copy may be dated long after what it tells: the day that it writes out brings it back to the other reports."""

    def reported(day: date, dated: date | None = None) -> Stretch:
        unit = Unit("a", 0, ("leak",), frozenset(), 0.0, leans_back=False, dated=dated)
        return stretch([unit], day, (), load_frequencies())

    then, later = date(2016, 4, 3), date(2017, 4, 3)
    assert reported(then).fading(reported(later)) == pytest.approx(math.exp(-365 / FADING_DAYS))
    assert reported(then).fading(reported(later, dated=then)) == 1.0
    assert reported(then).fading(reported(later, dated=date(2010, 1, 1))) < 1.0
