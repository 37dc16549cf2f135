"""The title that a first line is, and that it is not."""

from __future__ import annotations

import pytest

from according.model import BlockKind
from according.reading.blocks import plain_blocks
from according.reading.draft import Text
from according.reading.titles import first_line, with_heading


def plain(text: str) -> Text:
    """A plain text with its blocks."""
    return Text(text, plain_blocks(text))


@pytest.mark.parametrize(
    "line",
    [
        "Ship runs aground in the canal",
        "Who fired first?",
        "Police: two arrested after clash",
        "السفينة عالقة في القناة",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n"])
def test_a_short_line_without_full_stop_is_the_title(line: str, between: str) -> None:
    """A headline stands on a line of its own and does not end in a full stop."""
    assert first_line(plain(f"{line}{between}The ship was on its way to the north.\n")) == line


def test_a_headline_with_a_full_stop_needs_headline_style() -> None:
    """With capitals and a blank line after it, a line may end in a full stop; a sentence may not."""
    body = "\n\nThe ship was on its way to the north.\n"
    assert first_line(plain("Giant Ship Blocks Canal." + body)) == "Giant Ship Blocks Canal."
    assert first_line(plain("A giant ship blocks the canal." + body)) is None
    assert first_line(plain("Giant Ship Blocks Canal.\nThe ship was on its way.\n")) is None


def test_a_sentence_over_a_report_is_its_headline() -> None:
    """A short sentence without article stands over a dateline, or over what tells the same in more words."""
    line = "Ferry captain denies blame for sinking."
    assert first_line(plain(f"{line}\n\nPORT ANSA (Wire) — It rained all day.\n")) == line
    assert first_line(plain(f"{line}\n\nThe captain of a ferry said on Monday that he was not to blame.\n")) == line
    assert first_line(plain(f"{line}\n\nIt rained all day, and nobody was in the streets of the town.\n")) is None
    assert first_line(plain(f"The {line.lower()}\n\nPORT ANSA (Wire) — It rained all day.\n")) is None
    assert first_line(plain(f"{line} He left.\n\nPORT ANSA (Wire) — It rained all day.\n")) is None


def test_what_stands_over_a_label_is_the_title() -> None:
    """An abstract has a title above it."""
    assert first_line(plain("The captain denies blame.\n\nABSTRACT.\n\nIt rained all day.\n"))
    assert first_line(plain("The captain denies blame.\n\nHe left.\n\nIt rained all day.\n")) is None


def test_a_headline_may_lead_over_to_a_second_line() -> None:
    """In print a headline ends in a semicolon where another line follows."""
    assert first_line(plain("Ferry captain denies blame;\nCourt hears three sailors.\n\nIt rained.\n"))
    assert first_line(plain("Ferry captain denies blame;\nand so do three sailors.\n\nIt rained.\n")) is None


@pytest.mark.parametrize(
    "line",
    [
        "The ship ran aground.",
        "He said:",
        "© Example / Handout",
        "By Jane Example",
        "Comment: more on this",
        "Read more: other things",
        "12 February 2020",
        "Feb. 12, 2020",
        "2020-02-12",
        "QAMISHLI, Syria (Example Wire) — A patrol was stopped",
        "***",
        "- one item",
        "word " * 40,
    ],
)
def test_other_first_lines_are_no_title(line: str) -> None:
    """Sentences, credits, bylines, dates and datelines are not made titles."""
    assert first_line(plain(f"{line}\n\nThe ship was on its way to the north.\n")) is None


def test_a_line_alone_is_no_title() -> None:
    """Where nothing follows there is nothing to be the title of."""
    assert first_line(plain("Ship runs aground in the canal\n")) is None


def test_the_title_becomes_a_heading_and_stays_in_the_text() -> None:
    """Capitals and punctuation do not matter; nothing is taken from the text."""
    text = plain("SHIP RUNS AGROUND!\n\nIt was on its way.\n")
    marked = with_heading(text, "Ship runs aground")
    assert marked.text == text.text
    assert [b.kind for b in marked.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_first_line_that_is_not_the_title_stays_what_it_is() -> None:
    """Front matter may give another title than the text."""
    text = plain("It was on its way.\n\nIt sank.\n")
    assert with_heading(text, "Ship runs aground") == text
