"""Each sentence goes to the story that predicts it best."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from according.events.frequencies import load_frequencies
from according.events.refining import TOO_LATE, refine
from according.events.units import Unit

ROCKET = "rocket orbit satellite launch pad booster".split()
FLOOD = "flood river dam village rescue boat".split()
DAY = date(2013, 1, 30)


def sentences(article: str, *told: list[str]) -> list[Unit]:
    """An article of sentences with these terms."""
    return [
        Unit(article=article, sentence=i, terms=tuple(t), names=frozenset(), break_bonus=0.0, leans_back=False)
        for i, t in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("later", "meet"),
    [
        pytest.param(DAY + timedelta(days=3), True, id="reported within days"),
        pytest.param(DAY - timedelta(days=3000), True, id="background"),
        pytest.param(DAY + timedelta(days=TOO_LATE + 1), False, id="had not happened yet"),
        pytest.param(None, True, id="undated"),
        pytest.param(date.max, False, id="the last day there is"),
    ],
)
def test_nobody_tells_of_what_happens_years_later(later: date | None, *, meet: bool) -> None:
    """Sentences that are like those of another's story go to it, unless it began long after them."""
    units = {"a": sentences("a", FLOOD, FLOOD, FLOOD, ROCKET, ROCKET), "b": sentences("b", *[ROCKET] * 8)}
    story_of = {(u.article, u.sentence): int(u.article == "b") for told in units.values() for u in told}
    decided = refine(units, story_of, {"a": DAY, "b": later}, load_frequencies())
    assert (decided["a", 3] == decided["b", 0]) == meet
    assert decided["a", 0] == 0


def test_an_article_without_a_date_may_tell_of_anything() -> None:
    """Nothing is known to be later than it."""
    units = {"a": sentences("a", FLOOD, FLOOD, FLOOD, ROCKET, ROCKET), "b": sentences("b", *[ROCKET] * 8)}
    story_of = {(u.article, u.sentence): int(u.article == "b") for told in units.values() for u in told}
    assert refine(units, story_of, {"a": None, "b": DAY}, load_frequencies())["a", 4] == 1
