"""The title that the first line of a text is, when it reads like one."""

from __future__ import annotations

import re

from according.model import Block, BlockKind
from according.reading.datelines import DATELINE
from according.reading.draft import Text

LONGEST = 150  # characters
CONTROLS = re.compile(r"[\x00-\x1f\x7f]")  # a title goes into feeds, where they are not allowed
FULL_STOP = re.compile(r"[.,;:…][\"'”’)\]]*$")
DATE_ONLY = re.compile(r"(?:[A-Za-z]+,? )?(?:\d{1,2} [A-Za-z]+,? \d{4}|[A-Za-z]+\.? \d{1,2},? \d{4}|[\d./-]{6,10})")
SMALL_WORDS = 3  # letters; words so short are not capitalized in headline style
CAPITALIZED = 0.8  # share of the longer words in a headline of that style


def first_line(text: Text) -> str | None:
    """The first line, when it is short, has no full stop, and something follows it; Markdown's headings count as well.

    A full stop is allowed where a blank line follows and the words are capitalized as headlines are.
    """
    if len(text.blocks) < 2:
        return None
    block, following = text.blocks[:2]
    words = " ".join(CONTROLS.sub(" ", block.span.of(text.text)).split())
    if block.kind is BlockKind.HEADING:
        return words
    if (
        block.kind is not BlockKind.PARAGRAPH
        or len(words) > LONGEST
        or DATELINE.match(words)
        or DATE_ONLY.fullmatch(words)
    ):
        return None
    apart = len(re.findall(r"\r\n|\n|\r", text.text[block.span.end : following.span.start])) > 1
    stopped = FULL_STOP.search(words) and not (apart and words.endswith(".") and in_headline_style(words))
    return words if not stopped and any(c.isalpha() for c in words) else None


def in_headline_style(words: str) -> bool:
    """Whether Most of the Words Are Capitalized."""
    long = [w for w in re.findall(r"[^\W\d_]+", words) if len(w) > SMALL_WORDS]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= CAPITALIZED * len(long)


def with_heading(text: Text, title: str) -> Text:
    """The text with its first block made a heading, when that block is the title."""
    if text.blocks and _same(text.blocks[0].span.of(text.text), title):
        return Text(text.text, (Block(text.blocks[0].span, BlockKind.HEADING), *text.blocks[1:]))
    return text


def _same(words: str, title: str) -> bool:
    """Whether two lines differ in case and punctuation only."""
    left, right = (re.sub(r"[\W_]+", "", w).casefold() for w in (words, title))
    return left == right != ""
