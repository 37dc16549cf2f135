"""Conversations printed turn by turn: "NAME: ..." or "NAME – ..." block after block, questions and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from according.annotating.attribution.lexicon import Entry
from according.annotating.attribution.page import Cue, Page
from according.model import SILENT, BlockKind

BYLINE = Entry(":", "mark", "says", frozenset({"byline"}), frozenset(), {})

# A byline has at most so many tokens.
LONGEST_BYLINE = 9
COLON = {":"}
DASHES = {"―", "—", "–", "--", "-"}
# Words before a colon that name no speaker.
STANDING = frozenset(
    "note comment update correction clarification photo video more related exclusive breaking opinion watch claim "
    "fact facts verdict rating".split()
)
# Who speaks in an interview without a name.
PARTS = frozenset(
    "q a question answer correspondent interviewer moderator host reporter journalist presenter chair chairman".split()
)
# A conversation has at least so many turns, of two speakers, one of whom speaks twice.
FEWEST_TURNS, FEWEST_SPEAKERS = 3, 2

Turn = tuple[str, int]  # who speaks, and where the mark after that stands


def turns(page: Page) -> Iterator[Cue]:
    """The marks after the speakers of a conversation."""
    for marks in (COLON, DASHES):
        seen = [t for start, end in page.blocks if (t := _turn(page, start, end, marks)) is not None]
        spoken = Counter(name for name, mark in seen if _says_something(page, mark))
        enough = sum(spoken.values()) >= FEWEST_TURNS and len(spoken) >= FEWEST_SPEAKERS
        if enough and max(spoken.values()) > 1:
            for name, mark in seen:
                if name in spoken:
                    yield Cue(mark, frozenset({mark}), BYLINE, "turn")


def outside_brackets(page: Page, first: int, end: int) -> list[Token]:
    """The words of a byline without what stands in brackets."""
    words, depth = [], 0
    for token in page.doc[first:end]:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if not depth and not token.is_punct:
            words.append(token)
    return words


def _turn(page: Page, start: int, end: int, marks: Iterable[str]) -> Turn | None:
    """The speaker whom a block begins with, and the mark that follows."""
    if start >= end or page.kind_at(start) in SILENT | {BlockKind.COMMENT}:
        return None
    mark = next((i for i in range(start + 1, min(start + LONGEST_BYLINE, end - 1)) if page.doc[i].text in marks), None)
    words = outside_brackets(page, start, mark) if mark is not None else []
    if mark is None or not words or words[-1].lower_ in STANDING or not all(_names_speaker(w) for w in words):
        return None
    return " ".join(w.lower_ for w in words), mark


def _names_speaker(word: Token) -> bool:
    capital = word.text[:1].isupper() and (word.pos_ == "PROPN" or word.ent_type_ == "PERSON" or word.is_upper)
    return capital or word.lower_ in PARTS


def _says_something(page: Page, mark: int) -> bool:
    """Whether a sentence follows: "Age: 34" is no turn."""
    _, end = page.blocks[page.block_at[mark]]
    return any(t.pos_ in {"VERB", "AUX"} or t.text == "?" for t in page.doc[mark + 1 : end])
