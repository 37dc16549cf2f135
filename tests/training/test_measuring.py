"""The commands that measure attribution: reading annotation, scoring it, and the filter that learns."""

from __future__ import annotations

import pytest

from training.attribution.gold import Marked, read_gold
from training.attribution.learn import fit
from training.attribution.scoring import figures, in_words, is_reporting

TEXT = "The mayor said the bridge is safe. Bo Li denied it."
FIRST = Marked(((0, 9),), ((10, 14),), ((15, 33),))
SECOND = Marked(((35, 40),), ((41, 47),), ((48, 50),))


def scores(*found: Marked) -> dict[str, float]:
    """The figures of what was found in the text with two attributions."""
    return figures([(in_words(TEXT, (FIRST, SECOND)), in_words(TEXT, found))])


def test_the_same_attributions_are_right() -> None:
    """Every figure is full."""
    assert set(scores(FIRST, SECOND).values()) == {100}


def test_one_of_two() -> None:
    """One right of one found and two annotated: F1 is two thirds."""
    assert scores(FIRST)["correct"] == pytest.approx(200 / 3)


def test_another_source_is_wrong() -> None:
    """The cue and the content are found all the same."""
    other = Marked(((35, 40),), FIRST.cue, FIRST.content)
    found = scores(other, SECOND)
    assert (found["correct"], found["content exact"], found["cue overlap"]) == (50, 100, 100)


def test_reporting_leaves_out_attitudes() -> None:
    """The forms of a verb of speech are known by their endings."""
    assert is_reporting("said")
    assert is_reporting("announces")
    assert not is_reporting("wants")


def test_brat_and_inline_marks_tell_the_same(tmp_path) -> None:
    """Discontinuous spans and numbered roles are brought together."""
    brat, marks = tmp_path / "brat", tmp_path / "marks"
    brat.mkdir()
    marks.mkdir()
    (brat / "a.txt").write_text("It, he said, is late.\n")
    (brat / "a_x.ann").write_text(
        "T1\tSource 4 6\the\nT2\tCue 7 11\tsaid\nT3\tContent 0 2;13 20\tIt is late\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    )
    (marks / "a.md").write_text("---\ntitle: A\nstyle: wire\n---\n{1x It}, {1s he} {1c said}, {1x is late}.\n")
    assert read_gold(brat) == read_gold(marks)


def test_the_filter_learns_what_parts_right_from_wrong() -> None:
    """The feature of the right drafts weighs more than that of the wrong ones; one seen once is not used."""
    rows = [(frozenset({"good"}), True)] * 5 + [(frozenset({"bad"}), False)] * 5 + [(frozenset({"rare"}), True)]
    weights = fit(rows)
    assert weights["good"] > 0 > weights["bad"]
    assert "rare" not in weights
