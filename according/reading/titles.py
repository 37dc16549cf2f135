"""The title that the first line of a text is, when it reads like one."""

from __future__ import annotations

import re

from according.model import Block, BlockKind
from according.reading.datelines import DATELINE
from according.reading.draft import Text

LONGEST = 150  # characters
CONTROLS = re.compile(r"[\x00-\x1f\x7f]")  # a title goes into feeds, where they are not allowed
FULL_STOP = re.compile(r"[.,;:…][\"'”’)\]]*$")
STOPPED = re.compile(r"(?<!\.)\.[\"'”’)\]]*$")
DATE_ONLY = re.compile(r"(?:[A-Za-z]+,? )?(?:\d{1,2} [A-Za-z]+,? \d{4}|[A-Za-z]+\.? \d{1,2},? \d{4}|[\d./-]{6,10})")
SMALL_WORDS = 3  # letters; words so short are not capitalized in headline style
CAPITALIZED = 0.8  # share of the longer words in a headline of that style
# What tells a headline in sentence case, with a full stop, from the first sentence of a text.
MOST_WORDS, FEWEST_STEMS = 14, 3
STEM = 5  # letters
REPEATED = 0.5  # share of its longer words that the first paragraph repeats
OPENS_PROSE = re.compile(
    r"\W*(?:an?|the|this|that|these|those|i|we|you|he|she|it|they|there|his|her|its|my|our|their|in|on|at|as|when|if)\b",
    re.IGNORECASE,
)
# A dateline, which may tell the day: "PORT ANSA, Ketterland, Jan. 1 (Wire) —".
OPENS_REPORT = re.compile(r"[A-ZÀ-Ž][A-ZÀ-Ž .'’-]{2,40}(?:, [\w., ]{2,40})?(?: ?\([^()]{2,40}\))?\s?(?:[—–]|--?\s)")
LABEL = re.compile(r"[A-Z][A-Z ]{3,20}[.:]?")  # "ABSTRACT.", "SUMMARY": what stands over it is the title
INNER_STOP = re.compile(r"[.!?][\"'”’)]*\s+[A-Z]")
REPORTED = re.compile(r"\b(?:said|told|added)\b", re.IGNORECASE)


def first_line(text: Text) -> str | None:
    """The first line, when it is short, has no full stop, and something follows it; Markdown's headings count as well.

    A full stop is allowed where a blank line follows and the words are capitalized as headlines are, or where a report
    begins behind it: with a dateline, or by telling the same in more words.
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
    below = following.span.of(text.text)
    labelled = len(words.split()) <= MOST_WORDS and LABEL.fullmatch(below.strip())
    if labelled:
        return words if any(c.isalpha() for c in words) else None
    if FULL_STOP.search(words) and not (apart and _is_stopped_headline(words, below)) and not _has_deck(words, below):
        return None
    return words if any(c.isalpha() for c in words) else None


def _is_stopped_headline(words: str, paragraph: str) -> bool:
    """Whether a line that ends in a full stop is a headline all the same."""
    return bool(STOPPED.search(words)) and (in_headline_style(words) or _stands_over(words, paragraph))


def _has_deck(words: str, below: str) -> bool:
    """Whether a headline leads over to a second line with a semicolon, as in print: "Trump leads; | Poll shows ..."."""
    return words.endswith(";") and len(words.split()) <= MOST_WORDS and below[:1].isupper()


def _stands_over(words: str, paragraph: str) -> bool:
    """Whether a sentence stands over a report: it is short and goes without article, and the report begins behind it.

    >>> # "Clinton stays ahead in poll." over "Hillary Clinton stays ahead of ... in a poll ..."
    """
    telling = _stems(words)
    if len(words.split()) > MOST_WORDS or len(telling) < FEWEST_STEMS or OPENS_PROSE.match(words):
        return False
    if INNER_STOP.search(words) or REPORTED.search(words):
        return False
    return bool(OPENS_REPORT.match(paragraph)) or (
        len(paragraph) > len(words) and len(telling & _stems(paragraph)) >= REPEATED * len(telling)
    )


def _stems(words: str) -> set[str]:
    """The beginnings of the longer words, in lower case: "caucuses" and "caucus" share theirs."""
    return {w[:STEM].lower() for w in re.findall(r"[^\W\d_]+", words) if len(w) > SMALL_WORDS}


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
