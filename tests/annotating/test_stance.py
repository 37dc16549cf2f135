"""How a source puts what it says."""

from __future__ import annotations

from according.annotating.attribution.lexicon import lexicon
from according.annotating.stance import NEGATED, STANCES, is_hedged, is_negated, stance_of


def test_every_cue_word_has_a_documented_stance() -> None:
    """The lexicon names no stance that the published list does not hold."""
    stances = {e.stance for e in lexicon().values()} | {s for e in lexicon().values() for s in e.openers.values()}
    assert stances <= set(STANCES)
    assert set(NEGATED) | set(NEGATED.values()) <= set(STANCES)


def test_a_negated_confirmation_is_none() -> None:
    """Who did not confirm has declined to; who has not denied has still not denied."""
    assert is_negated(["did", "not", "confirm"])
    assert stance_of("confirms", ["do", "not", "confirm"], negated=True) == "declines"
    assert stance_of("denies", ["have", "not", "deny"], negated=True) == "denies"


def test_declining_to_comment_is_declining() -> None:
    """The first verb of a chain settles it."""
    assert stance_of("says", ["decline", "to", "comment"], negated=False) == "declines"


def test_a_hedge_in_cue_or_opening_is_heard() -> None:
    """The words "appears to show" and "the allegedly stolen" keep a distance; "may" is part of what is said."""
    assert is_hedged(["appears", "to", "show"], ["a", "jet"])
    assert is_hedged(["said"], ["the", "allegedly", "stolen", "car"])
    assert not is_hedged(["said"], ["it", "may", "rain", "in", "May"])
