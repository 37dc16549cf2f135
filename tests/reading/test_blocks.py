"""Plain text cut into blocks: paragraphs, headings, list items, captions, credits and house phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.model import BlockKind
from according.reading.blocks import plain_blocks
from according.reading.kinds import kind_of_words


def shown(text: str) -> list[tuple[str, str]]:
    """The kinds and words of a text's blocks."""
    return [(b.kind.value, b.span.of(text)) for b in plain_blocks(text)]


def words(text: str) -> list[str]:
    """The words of a text's blocks."""
    return [b.span.of(text) for b in plain_blocks(text)]


def test_blank_lines_part_paragraphs() -> None:
    """Each stretch between blank lines is a paragraph."""
    assert shown("One went.\n\nTwo came.\n") == [("paragraph", "One went."), ("paragraph", "Two came.")]


def test_a_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    """News files hold one paragraph a line."""
    text = "The ship ran aground on Tuesday.\nIts owner apologised.\n“We are sorry,” he said.\n"
    assert words(text) == text.splitlines()


def test_a_line_that_goes_on_is_joined() -> None:
    """A line that stops inside a sentence and one that starts in small letters are one paragraph."""
    assert words("The mayor said that the\nharbour was closed.") == ["The mayor said that the\nharbour was closed."]


def test_a_line_that_ends_in_a_preposition_goes_on_with_a_name() -> None:
    """Capitals alone do not start a paragraph."""
    assert words("The convoy left for\nQamishli in the evening.") == ["The convoy left for\nQamishli in the evening."]


def test_text_wrapped_by_hand_is_put_together() -> None:
    """Lines of a common width are paragraphs where blank lines or short lines end them."""
    text = (
        "The harbour of the town was closed for three days after the storm, the\n"
        "mayor said on Monday. Fishing boats stayed where they were and ferries\n"
        "Norwind and Ostwind were taken to the shipyard. Nobody was hurt, he said.\n"
        "Two lighthouses went dark.\n"
        "The storm had come from the north-west in the night to Sunday. Weather\n"
        "Services had warned of it on Saturday already, but few people listened.\n"
    )
    found = words(text)
    assert len(found) == 2
    assert found[0].endswith("went dark.")
    assert found[1].startswith("The storm")


def test_short_sentences_are_not_wrapped_text() -> None:
    """Lines of very different lengths that end in full stops stay apart."""
    text = (
        "One came to the town in the evening of the day.\nTwo left.\nThree stayed there for some time.\nFour slept.\n"
    )
    assert len(words(text)) == 4


def test_windows_and_old_line_ends() -> None:
    """CRLF and CR part lines as LF does, and stay in the text."""
    assert words("One went.\r\n\r\nTwo came.\r\n") == ["One went.", "Two came."]
    assert words("One went.\r\rTwo came.") == ["One went.", "Two came."]


def test_headings_stand_over_paragraphs() -> None:
    """A short line without a full stop between two paragraphs is a heading."""
    text = "The ship was freed.\n\nWhat the owner says\n\nThe owner apologised.\n"
    assert shown(text)[1] == ("heading", "What the owner says")


def test_an_introduction_to_a_quotation_is_no_heading() -> None:
    """A line that ends in a colon belongs to what follows."""
    assert shown("He left.\n\nHe also said:\n\n“I will be back.”\n")[1][0] == "paragraph"


def test_an_agencys_dashed_heading() -> None:
    """A line between dashes is a heading, and the next line is a paragraph."""
    text = "Talks failed.\n- 'Will not quit' -\nThe minister resisted pressure.\n"
    assert shown(text)[1:] == [("heading", "- 'Will not quit' -"), ("paragraph", "The minister resisted pressure.")]


def test_list_items() -> None:
    """Bullets and numbers start items, one a line."""
    text = "Three things:\n- one house burnt\n- two cars\n1. first\n2) second\n• third\n"
    assert [kind for kind, _ in shown(text)] == ["paragraph"] + ["list_item"] * 5


def test_a_year_is_no_number_of_a_list() -> None:
    """A sentence may start with a number."""
    assert shown("2020 was a bad year.\n\n1984. A book.")[0][0] == "paragraph"


def test_a_comment_line() -> None:
    """An editor's line between the stories of a compilation is a comment, however long."""
    long = "Comment: The Gazette reports on a ship. " + "It was long. " * 40
    assert [kind for kind, _ in shown(f"{long}\n\nThe ship was freed.")] == ["comment", "paragraph"]


def test_a_caption_beside_a_credit() -> None:
    """Below a credit, a sentence that ends in a full date is the picture's caption."""
    text = "© Example / Handout\nA ship lies across the canal, Egypt March 24, 2021.\nThe ship was freed on Monday.\n"
    assert [kind for kind, _ in shown(text)] == ["credit", "caption", "paragraph"]


def test_the_captions_of_a_picture_gallery() -> None:
    """Four in a row open with the gallery's name; three sentences that open alike are somebody's style."""
    captions = [f"The port of Arle turns 90 {rest}" for rest in ("Early days.", "The war.", "Boats.", "Today.")]
    story = "A ferry sank off Arle on Tuesday."
    told = [kind for kind, _ in shown("\n\n".join([story, *captions, story]))]
    assert told == ["paragraph", *["caption"] * 4, "paragraph"]
    assert {kind for kind, _ in shown("\n\n".join([story, *captions[:3], story]))} == {"paragraph"}


def test_a_sentence_with_a_date_alone_is_no_caption() -> None:
    """Without a credit beside it a dated sentence reports something."""
    assert shown("It began.\n\nThe court met on March 24, 2021.\n")[1][0] == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Comment: The Gazette reports on a ship.", "comment"),
        ("[Editor's note: This is part two.]", "comment"),
        ("Editor’s Note: names were changed.", "comment"),
        ("Read more: Ship freed after six days", "boilerplate"),
        ("READ MORE", "boilerplate"),
        ("Also read: Ship freed", "boilerplate"),
        ("Subscribe to our newsletter", "boilerplate"),
        ("Sign up for alerts", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("Share", "boilerplate"),
        ("Follow us on Twitter", "boilerplate"),
        ("Follow A Reporter on Twitter @reporter", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Advertisement Continue reading the main story", "boilerplate"),
        ("Related articles", "boilerplate"),
        ("Updated: 12 Feb 2020 10:15", "boilerplate"),
        ("Last updated on February 12, 2020", "boilerplate"),
        ("Copyright 2020 Example. All rights reserved.", "boilerplate"),
        ("This article was originally published elsewhere.", "boilerplate"),
        ("© Example Wire / Handout", "credit"),
        ("Photo: A Photographer", "credit"),
        ("Image copyright Example", "credit"),
        ("Lee Someone/AP", "credit"),
        ("From our correspondent in the region", "credit"),
        ("Getty Images", "credit"),
        ("By Jane Example and John Sample", "credit"),
        ("(Reporting by Jane Example; editing by John Sample)", "credit"),
        ("Jane Example contributed to this report.", "credit"),
        ("Pictured: the ship on its way", "caption"),
        ("The ship on its way. (Photo: Someone, Wire)", "caption"),
        ("The ship on its way. (Jane Example/Reuters)", "caption"),
        ("In this photo released by the authority, a ship lies in the canal", "caption"),
        ("Image copyright Wire Image caption The ship in the canal", "caption"),
    ],
)
def test_house_phrases(line: str, kind: str) -> None:
    """Lines that report nothing of the article's own are told by their words."""
    assert kind_of_words(line) == BlockKind(kind)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Read the statement, the ministry said.",
        "Follow-up talks are planned for Tuesday.",
        "By 2016 the town had 40,000 people.",
        "By Tuesday evening the road was open again.",
        "Comments by the minister angered the opposition.",
        "Video footage shows people firing at the vehicles.",
        "Photographs of the ship were shared around the world.",
        "Related questions remain open, the judge said.",
        "Updated figures are expected on Friday.",
        "The photo shows the ship.",
        "“Read more,” she said.",
        "Watch the sky, he told them.",
        "Sources: Talks May Not Be Over.",
        "Sources said that the talks had failed.",
        "More: that is what he wanted." + " And he said so again and again." * 5,
        "The agency AP reported it.",
        "More than 60 fighters were killed.",
    ],
)
def test_sentences_are_not_house_phrases(line: str) -> None:
    """What could be said in a report stays a paragraph."""
    assert kind_of_words(line) is None


def test_a_very_long_line_does_not_hang() -> None:
    """Patterns look at a bounded stretch."""
    assert [b.kind for b in plain_blocks("(" * 500_000 + "a " * 200_000)] == [BlockKind.PARAGRAPH]


@given(st.text(alphabet=st.sampled_from("aB.:-©\n\r \t•1“—(")))
def test_blocks_cover_everything_but_white_space(text: str) -> None:
    """Blocks stand in order, do not overlap, and leave out nothing but white space."""
    end = 0
    for block in plain_blocks(text):
        assert block.span.start >= end
        assert not text[end : block.span.start].strip()
        assert block.span.of(text) == block.span.of(text).strip() != ""
        end = block.span.end
    assert not text[end:].strip()
