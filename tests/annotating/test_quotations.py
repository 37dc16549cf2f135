"""Quotation marks are paired block by block, and a stray one costs nothing but itself."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.annotating.quotations import find_quotations
from according.model import Block, BlockKind, Span


def blocks_of(text: str) -> tuple[Block, ...]:
    """One block a line."""
    return tuple(Block(Span(*m.span()), BlockKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text))


def quoted(text: str) -> list[str]:
    """The words of each quotation, marks included."""
    return [q.span.of(text) for q in find_quotations(text, blocks_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “It is over.” Then he left.", ["“It is over.”"]),
        ('"No," she said. "Never."', ['"No,"', '"Never."']),
        ("``The valve was open,'' he said.", ["``The valve was open,''"]),
        ("''The valve was open,'' he said.", ["''The valve was open,''"]),
        ("Er sagte «nein» und ging.", ["«nein»"]),
        ("‘We are still here,’ she said.", ["‘We are still here,’"]),
    ],
)
def test_each_kind_of_mark_is_paired(text: str, expected: list[str]) -> None:
    """Curly, straight, doubled, angled and single marks enclose quotations."""
    assert quoted(text) == expected


def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one() -> None:
    """Nested marks make one quotation, in both styles."""
    assert quoted("“He told me ‘go home’ twice,” she said.") == ["“He told me ‘go home’ twice,”"]
    assert quoted("‘He told me “go home” and I went,’ she said.") == ["‘He told me “go home” and I went,’"]


def test_apostrophes_are_no_marks() -> None:
    """Possessives, contractions and short years open and close nothing."""
    assert quoted("The players' union didn't say what the city's guards' leader wants.") == []
    assert quoted("It's the '90s, and rock 'n' roll isn't dead.") == []


def test_a_stray_mark_does_not_shift_those_that_follow() -> None:
    """After an unpaired mark the next pair is still found."""
    assert quoted('The old" mill burned. He said "it was arson" and left.') == ['"it was arson"']
    assert quoted("“The mill burned. He said “it was arson” and left.") == ["“it was arson”"]


def test_an_unclosed_quotation_does_not_leave_its_block() -> None:
    """Without a second opening mark in the next block nothing is quoted."""
    assert quoted("He said “it was arson.\nNobody was hurt.") == []


def test_a_quotation_runs_on_where_the_next_paragraph_opens_again() -> None:
    """A paragraph that opens and does not close, before one that opens, is quoted to its end."""
    text = "“We waited.\n“Then we left.”"
    first, second = find_quotations(text, blocks_of(text))
    assert (first.span.of(text), first.continues) == ("“We waited.", True)
    assert (second.span.of(text), second.continues) == ("“Then we left.”", False)


def test_the_next_speaker_of_a_transcript_ends_a_quotation() -> None:
    """A paragraph that opens with a byline does not go on with the words of the one before."""
    assert quoted("“I was there.\n“CHAIR: Thank you.”") == ["“CHAIR: Thank you.”"]


@given(st.text(alphabet="ab .,“”\"'‘’`«»\n", max_size=60))
def test_quotations_lie_in_their_blocks_and_do_not_overlap(text: str) -> None:
    """Whatever the marks, quotations are in order, apart, and each inside one block."""
    blocks = blocks_of(text)
    found = [q.span for q in find_quotations(text, blocks)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(any(b.span.contains(q) for b in blocks) for q in found)
