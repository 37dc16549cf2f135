"""Markdown: the words as a reader sees them, and the kinds of blocks."""

from __future__ import annotations

import pytest

from according.reading.markdown import read


def shown(markdown: str) -> list[tuple[str, str]]:
    """The kinds and words of the blocks."""
    text = read(markdown)
    return [(b.kind.value, b.span.of(text.text)) for b in text.blocks]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("One *two* **three** _four_.", "One two three four."),
        ("See [the report](https://wire.example/1) now.", "See the report now."),
        ("See [the report][1] now.\n\n[1]: https://wire.example/1", "See the report now."),
        ("A `code` word.", "A code word."),
        ("Tom &amp; Jerry &copy; \\*2020\\*", "Tom & Jerry © *2020*"),
        ("An ![image](x.jpg) inside.", "An  inside."),
        ("Raw <b>bold</b> text.", "Raw <b>bold</b> text."),
        ("<div>block</div>", "<div>block</div>"),
        ("See <https://wire.example/1>.", "See https://wire.example/1."),
        ("    An indented line.", "An indented line."),
        ('He said -- and left ... "so" it is.', 'He said -- and left ... "so" it is.'),
        ("نص عربي **مهم** هنا.", "نص عربي مهم هنا."),
        ("Она *сказала* это.", "Она сказала это."),
        ("#hashtag is no heading.", "#hashtag is no heading."),
        ("snake_case_name stays.", "snake_case_name stays."),
    ],
)
def test_words(markdown: str, words: str) -> None:
    """Marks go, words stay, addresses of links go; HTML is shown as it is written."""
    assert shown(markdown) == [("paragraph", words)]


def test_blocks_keep_their_kinds() -> None:
    """Headings, lists, quotations and comments are told apart."""
    markdown = (
        "# Title\n\nText here.\n\n- one\n- two\n\n1. three\n\n> quoted\n\n**Comment:** more of it.\n\n***\n\nEnd.\n"
    )
    assert shown(markdown) == [
        ("heading", "Title"),
        ("paragraph", "Text here."),
        ("list_item", "one"),
        ("list_item", "two"),
        ("list_item", "three"),
        ("quote", "quoted"),
        ("comment", "Comment: more of it."),
        ("paragraph", "End."),
    ]


def test_blocks_are_a_blank_line_apart() -> None:
    """The text that is analysed reads like the article."""
    assert read("# Title\nText.\n- one\n- two\n").text == "Title\n\nText.\n\none\n\ntwo"


def test_single_line_ends_part_news_paragraphs() -> None:
    """Markdown would join these lines; news files mean them as paragraphs."""
    assert shown("The ship ran aground.\nIts owner apologised.\n") == [
        ("paragraph", "The ship ran aground."),
        ("paragraph", "Its owner apologised."),
    ]


def test_an_image_alone_leaves_its_caption() -> None:
    """The description of a picture, and slanted words below it, are captions."""
    assert shown("Text.\n\n![A ship](ship.jpg)\n\n*The ship on its way*\n\nMore text.\n") == [
        ("paragraph", "Text."),
        ("caption", "A ship"),
        ("caption", "The ship on its way"),
        ("paragraph", "More text."),
    ]


def test_a_quotation_of_two_paragraphs() -> None:
    """Each paragraph of a quotation is a block."""
    assert shown("> One went.\n>\n> Two came.\n") == [("quote", "One went."), ("quote", "Two came.")]


def test_a_list_item_of_two_paragraphs() -> None:
    """Each paragraph of an item is a block of the list."""
    assert shown("- One went.\n\n  Two came.\n") == [("list_item", "One went."), ("list_item", "Two came.")]


def test_a_sentence_that_starts_with_a_number_keeps_it() -> None:
    """Markdown takes it for a list; the number is part of what is said."""
    assert shown("1984. That was the year.\n")[0][1] == "1984. That was the year."


def test_a_long_paragraph_over_dashes_is_no_heading() -> None:
    """A rule drawn right below a paragraph does not make it a heading."""
    assert shown("The ship was freed. " * 20 + "\n---\n\nEnd.")[0][0] == "paragraph"


def test_front_matter_is_not_asked_for() -> None:
    """Nothing but marks is nothing."""
    assert read("***\n\n[1]: https://wire.example/1\n").text == ""


def test_a_very_long_line_is_text() -> None:
    """A line that no hand set is not searched for marks."""
    assert read("*a " * 300_000).text.startswith("*a *a")
