"""Datelines, and what only looks like one."""

import pytest

from according.reading.datelines import COLONED, DATELINE


@pytest.mark.parametrize(
    "text",
    [
        "BEIRUT (AP) — A convoy",
        "BEIRUT – A convoy",
        "PORT ANSA, Ketterland (Example Agency) —",
        "ÉVREUX, France -- A convoy",
        "WASHINGTON/SEOUL (Wire) - A convoy",
    ],
)
def test_a_dateline_is_known(text):
    """A place in capitals, what contains it, an agency, a dash."""
    assert DATELINE.match(text)


@pytest.mark.parametrize(
    "text", ["NATO-led forces left", "US-backed rebels", "Beirut — A convoy", "A – B", "BREAKING: x"]
)
def test_other_openings_are_none(text):
    """A hyphen inside a word, small letters, a single letter, a colon."""
    assert not DATELINE.match(text)


def test_a_place_before_a_colon_is_told_apart():
    """For those who want it."""
    assert COLONED.match("BEIRUT: A convoy")
    assert not COLONED.match("BEIRUT:A")
