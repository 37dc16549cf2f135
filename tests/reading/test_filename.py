"""What a file's name tells."""

from __future__ import annotations

from datetime import date

import pytest

from according.reading import filename
from according.reading.draft import Facts

DAY = date(2020, 2, 12)


@pytest.mark.parametrize(
    ("file", "facts"),
    [
        ("2020-02-12-gazette-ship-runs-aground.md", Facts("Ship runs aground", "gazette", DAY)),
        ("2020-02-12-sample_gazette-ship-runs-aground.md", Facts("Ship runs aground", "sample gazette", DAY)),
        ("2020-02-12-example-wire-ship-runs-aground.md", Facts("Ship runs aground", "example wire", DAY)),
        ("folder/2020-02-12-gazette-ship.txt", Facts("Ship", "gazette", DAY)),
        ("2020-02-12-ship.md", Facts(date=DAY)),
        ("2020-02-12 Ship runs aground.txt", Facts(date=DAY)),
        ("gazette_2020-02-12_ship.txt", Facts(date=DAY)),
        ("2020-02-12.md", Facts(date=DAY)),
        ("2020-02-30-gazette-ship.md", Facts()),
        ("ship-runs-aground.md", Facts()),
        ("12020-02-123.md", Facts()),
    ],
)
def test_the_pattern(file: str, facts: Facts) -> None:
    """A date at the start, an outlet, a title; a date elsewhere is only a date."""
    assert filename.read(file, ["example wire"]) == facts


@pytest.mark.parametrize(
    ("file", "label"),
    [
        ("2020-02-12-gazette-ship-runs-aground.md", "Ship runs aground"),
        ("ship_runs--aground.md", "Ship runs aground"),
        ("000_89ed.txt", "000 89ed"),
        ("folder/Note.txt", "Note"),
    ],
)
def test_a_label_for_an_article_without_title(file: str, label: str) -> None:
    """The name is made readable, and nothing is added to it."""
    assert filename.label(file) == label
