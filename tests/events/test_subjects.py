"""A subject of many reports is no event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from according.events.frequencies import load_frequencies
from according.events.subjects import part_subjects
from according.events.units import Unit

MONTHS = {f"a{i}": date(2016, 1, 4) + timedelta(days=30 * i) for i in range(6)}
THINGS = (
    "skywriter stadium",
    "poll lawsuit",
    "endorse speaker",
    "convention nominee",
    "charity audit",
    "debate podium",
)
MATTER = " ravine derailment carriage underpass"


def parted(told: Mapping[str, str], days: Mapping[str, date | None]) -> list[set[str]]:
    """What becomes of one story: the articles of each that comes of it. Words with a capital are names."""
    units = {}
    for article, text in sorted(told.items()):
        names = frozenset(w.lower() for w in text.split() if w[0].isupper())
        units[article] = [Unit(article, 0, tuple(text.lower().split()), names, 0.0, leans_back=False)]
    of_story = defaultdict(set)
    story_of = dict.fromkeys(((a, 0) for a in told), 3)
    for (article, _), story in part_subjects(units, story_of, days, load_frequencies()).items():
        of_story[story].add(article)
    return sorted(of_story.values(), key=min)


def test_reports_of_many_months_that_share_a_name_are_taken_apart() -> None:
    """A candidate is in all of them; what happened is another thing in each."""
    told = {a: f"Candidate Surname {words}" for a, words in zip(MONTHS, THINGS, strict=True)}
    assert parted(told, MONTHS) == [{a} for a in MONTHS]


def test_two_reports_of_one_thing_and_day_stay_together() -> None:
    """What is told beside the subject tells which of its reports belong together."""
    told = {a: f"Candidate Surname {words}" for a, words in zip(MONTHS, THINGS, strict=True)}
    days = {**MONTHS, "b1": MONTHS["a1"] + timedelta(days=1)}
    assert {"a1", "b1"} in parted({**told, "b1": "Candidate Surname poll lawsuit verdict"}, days)
    later = {**MONTHS, "b1": MONTHS["a1"] + timedelta(days=90)}
    assert {"b1"} in parted({**told, "b1": "Candidate Surname poll lawsuit verdict"}, later)


def test_what_is_told_in_the_same_words_is_one_story_however_long() -> None:
    """An affair, or copies that are dated late: the words are the same."""
    told = {a: f"Candidate Surname {words}{MATTER}" for a, words in zip(MONTHS, THINGS, strict=True)}
    assert parted(told, MONTHS) == [set(MONTHS)]


@pytest.mark.parametrize("day", [date(2016, 1, 4), None])
def test_reports_of_one_day_and_those_without_a_day_stay_together(day: date | None) -> None:
    """Without days that lie apart nothing tells of many events."""
    told = {a: f"Candidate Surname {words}" for a, words in zip(MONTHS, THINGS, strict=True)}
    assert parted(told, dict.fromkeys(MONTHS, day)) == [set(MONTHS)]
