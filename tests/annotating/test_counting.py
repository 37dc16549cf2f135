"""Counts that are easily taken for others: of one person's injuries, of a part, of what has not happened."""

from __future__ import annotations

import pytest
from test_quantities import only, parsed, words

from according.annotating.quantities import find_quantities
from according.annotating.quantities.naming import is_name
from according.annotating.quantities.numerals import find_numerals


def test_bombers_with_a_type_are_aircraft():
    """The text "two B-1B bombers flew" counts aircraft."""
    doc = parsed("Two 2 nummod", "B-1B 2 compound", "bombers 3 nsubj bomber NOUN", "flew 3 ROOT fly VERB")
    assert only(doc).counts == "aircraft"


def test_injuries_of_one_part_of_the_body_count_nobody():
    """The text "He had two knee injuries" tells of one person; "two civilian injuries" of two."""
    his = parsed("He 1 nsubj", "had 1 ROOT have VERB", "two 4 nummod", "knee 4 compound", "injuries 1 dobj injury NOUN")
    theirs = parsed(
        "It 1 nsubj", "had 1 ROOT have VERB", "two 4 nummod", "civilian 4 compound", "injuries 1 dobj injury NOUN"
    )
    assert find_quantities(his) == ()
    assert only(theirs).counts == "wounded"


def test_things_that_are_released_are_not_people():
    """The text "They released ten patches" frees nobody."""
    doc = parsed("They 1 nsubj", "released 1 ROOT release VERB", "ten 3 nummod", "patches 1 dobj patch NOUN")
    assert find_quantities(doc) == ()


def test_how_badly_others_were_hurt_is_not_said_of_the_dead():
    """The text "killing two women and critically injuring a third" counts two dead in all."""
    doc = parsed(
        "He 1 nsubj",
        "fired 1 ROOT fire VERB",
        "killing 1 advcl kill VERB",
        "two 4 nummod",
        "women 2 dobj woman NOUN",
        "and 2 cc",
        "critically 7 advmod",
        "injuring 2 conj injure VERB",
        "others 7 dobj other NOUN",
    )
    assert (only(doc).counts, only(doc).low, only(doc).scope) == ("killed", 2, "")


def test_as_many_of_them_as_were_killed_are_all_the_dead():
    """The text "killing two of them" is the whole count of the dead."""
    doc = parsed(
        "It 1 nsubj", "hit 1 ROOT hit VERB", "killing 1 advcl kill VERB", "two 2 dobj", "of 3 prep", "them 4 pobj"
    )
    assert (only(doc).counts, only(doc).scope) == ("killed", "")


def test_what_might_have_been_is_possible_only():
    """The text "There might have been two people killed" counts nobody dead."""
    doc = parsed(
        "There 3 expl",
        "might 3 aux",
        "have 3 aux",
        "been 3 ROOT be AUX",
        "two 5 nummod",
        "people 3 attr person NOUN",
        "killed 5 acl kill VERB",
    )
    assert (only(doc).counts, only(doc).scope) == ("killed", "possible")


def test_a_bare_one_after_when_is_anybody():
    """The text "When one is killed" counts nobody."""
    assert find_quantities(parsed("When 3 advmod", "one 3 nsubjpass", "is 3 auxpass", "killed 3 ROOT kill VERB")) == ()


def test_a_sum_to_which_something_is_lowered_is_of_it():
    """The text "lowered its claim to $550" is of the claim."""
    doc = parsed(
        "It 1 nsubj",
        "lowered 1 ROOT lower VERB",
        "its 3 poss",
        "claim 1 dobj claim NOUN",
        "to 1 prep",
        "$ 6 nmod",
        "550 4 pobj",
    )
    assert words(doc, only(doc)) == ("$ 550", "claim")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("his half-brothers, 17 and 22, were held", [True, True]),
        ("He was 100 per cent sure of it", [True]),
        ("It killed 17 and hurt 22, they said", [False, False]),
    ],
)
def test_ages_and_certainty_count_nothing(text, names):
    """Ages of two people, and how sure somebody is."""
    assert [is_name(text, n) for n in find_numerals(text)] == names


@pytest.mark.parametrize("written", ["no one", "no-one", "No - one"])
def test_no_one_is_none(written):
    """However it is written, nobody is counted."""
    (found,) = find_numerals(f"{written} was hurt")
    assert (found.low, found.high) == (0, 0)
