"""What stands beside the reports of an outlet belongs to no event."""

from __future__ import annotations

from datetime import date

import pytest
from newsroom import Written, corpus

from according.events.furniture import find_furniture
from according.events.stories import title_terms

DAY = date(2021, 5, 5)
REPORT = "The ferry Aurora capsized in Port Ellis on Monday with passengers and crew aboard."


def furniture(*sentences: str) -> list[str]:
    """Which of the sentences of one article are furniture."""
    linked = corpus({"a": Written("Ferry", DAY, sentences)})
    found = find_furniture(linked, {"a": title_terms("a", linked)})
    return [s for i, s in enumerate(sentences) if ("a", i) in found]


@pytest.mark.parametrize(
    "line",
    [
        "(Jane Doe, File/Associated Press)",
        "[Photo/Agencies]",
        "(Jane Doe/The Example Post)",
        "(Courtesy of Jane Doe)",
        "File - In this Dec. 13, 2016, file photo, the ferry Aurora leaves the harbour of Port Ellis with passengers.",
        "JANE DOE, HOST:",
        "(SOUNDBITE OF ARCHIVED RECORDING)",
        "[How the ferry was built]",
        "HATS OFF Gran knits a hat for every child in town WATCH OUT Driver finds a snake in his boot",
        "Got a story?",
        "We pay for your stories!",
        "Email us at tips@gazette.example or call 0207 000 0000",
        "Click here to upload yours.",
        "Read or Share this story: https://gazette.example/2s9",
    ],
)
def test_credit_caption_or_line_for_readers_is_furniture_inside_a_paragraph(line: str) -> None:
    """The words alone show it; the report before it stays."""
    assert furniture(REPORT, line) == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "Call centres were overwhelmed, the mayor of Port Ellis said.",
        "We pay for these ferries with our taxes, and we want to know why the Aurora sank, said a resident.",
        "The UN SECURITY COUNCIL met on the ferry, an official said.",
        "(The captain, a man of 40, was unhurt.)",
        "In this case, the photo that a passenger took may be evidence, the prosecutor said.",
        "Click to share on Twitter (Opens in new window) THE ferry Aurora capsized on Monday, killing two people.",
    ],
)
def test_statement_is_no_furniture(sentence: str) -> None:
    """What may be told in any article stays, also with a line for readers glued to it."""
    assert furniture(REPORT, sentence) == []
