"""What several articles print in the same words tells where stories begin and end."""

from __future__ import annotations

import pytest

from according.events.clustering import average_link
from according.events.reprints import KEPT_TOGETHER, PARTED, mark_reprints, weigh
from according.events.units import HARD_BREAK, Unit

FERRY, RESCUE, BUDGET = "ferry harbour sink captain", "lifeboat passenger crew wave", "minister budget vote deficit"
MATCH, STORM, TRIAL = "striker goal cup league", "storm roof wind coast", "judge court witness jury"


def article(name: str, *sentences: str, bonus: float = 0.0) -> list[Unit]:
    """An article of sentences with these terms."""
    return [Unit(name, i, tuple(s.split()), frozenset(), bonus, leans_back=False) for i, s in enumerate(sentences)]


def bonuses(*articles: list[Unit]) -> dict[str, list[float]]:
    """By article: how much more likely than elsewhere a story begins with each sentence."""
    marked = mark_reprints({told[0].article: told for told in articles})
    return {name: [u.break_bonus for u in told] for name, told in marked.items()}


def test_what_was_taken_over_together_stays_together() -> None:
    """Two digests print the same two sentences among others: no story begins between them."""
    found = bonuses(
        article("a", BUDGET, FERRY, RESCUE, MATCH, STORM, TRIAL), article("b", MATCH, TRIAL, FERRY, RESCUE, STORM)
    )
    assert found["a"][2] == found["b"][3] == -KEPT_TOGETHER


def test_story_may_end_where_another_article_goes_on_otherwise() -> None:
    """After the sentence that both print, each goes on with another one."""
    found = bonuses(article("a", BUDGET, FERRY, MATCH), article("b", STORM, FERRY, TRIAL))
    assert found == {"a": [0, 0, PARTED], "b": [0, 0, PARTED]}


def test_copied_compilation_says_nothing() -> None:
    """The same digest at two outlets is split as one alone would be."""
    found = bonuses(article("a", FERRY, BUDGET, MATCH, STORM), article("b", FERRY, BUDGET, MATCH, STORM, TRIAL))
    assert found == {"a": [0] * 4, "b": [0] * 5}


def test_editors_line_parts_whatever_is_printed_elsewhere() -> None:
    """An editor's line between two stories stays one."""
    found = bonuses(
        article("a", BUDGET, FERRY, RESCUE, MATCH, STORM, bonus=HARD_BREAK),
        article("b", MATCH, TRIAL, FERRY, RESCUE, STORM),
    )
    assert found["a"] == [HARD_BREAK] * 5


def test_stretches_that_others_print_too_weigh_less() -> None:
    """A sentence that two articles print counts half in each; one without terms counts as its own."""
    both, half, own = article("a", FERRY), article("b", FERRY, BUDGET), article("c", "")
    assert weigh([both, half, own]) == pytest.approx([0.5, 0.75, 1.0])


def test_copies_do_not_outvote_the_report_that_joins_them_to_their_story() -> None:
    """Items 0 to 3 are copies of one text, item 4 tells it too and tells what item 5 does."""
    pairs = {(i, j): 1.0 for i in range(4) for j in range(i + 1, 4)} | {(i, 4): 0.6 for i in range(4)} | {(4, 5): 0.5}
    assert average_link([1.0] * 6, pairs, cut=0.2) == [0, 0, 0, 0, 0, 5]
    assert average_link([0.25] * 4 + [1.0] * 2, pairs, cut=0.2) == [0] * 6
