"""How alike two stretches of text are."""

from __future__ import annotations

from datetime import date

import pytest

from according.events.similarity import ELSEWHERE, OTHER_DAY, Stretch

DAY = date(2020, 2, 10)


def told(town: str = "", province: str = "", day: date = DAY, kind: str = "strike") -> Stretch:
    """A stretch that tells of one town in a province, and of a strike there."""
    towns = frozenset({town} - {""})
    return Stretch({"market": 1.0}, DAY, (kind, day), towns, towns | frozenset({province} - {""}))


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
