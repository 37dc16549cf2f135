"""The figures on the about page are those of the documentation."""

from pathlib import Path

from according.publishing.layout import OURS
from according.publishing.measured import measured
from according.publishing.words import read_words

QUALITY = (Path(__file__).parents[2] / "docs" / "quality.md").read_text("utf8")


def test_no_figure_is_told_that_the_documentation_does_not_have():
    """Measuring anew changes both."""
    assert len(measured()) > 4
    assert [m for m in measured() if m.figure not in QUALITY or m.of not in QUALITY] == []


def test_every_figure_has_words():
    """What was measured is said in the reader's language."""
    words = read_words([OURS], "en")
    assert [m.what for m in measured() if f"about.measured.{m.what}" not in words.keys] == []
