"""Who a pronoun, a description or half a name stands for."""

from __future__ import annotations

import pytest

from according.annotating.antecedents import Mention, find_antecedent
from according.model import Label, Span


def mention(at: int, text: str, **known: object) -> Mention:
    """A source at a place in the text; its main word is the last one unless told."""
    head = text.split(",", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()
    defaults: dict[str, object] = {"block": 0, "head": head}
    return Mention(Span(at, at + len(text)), text, **(defaults | known))  # type: ignore[arg-type]


MINISTRY = mention(0, "The Ministry of Health", label=Label.GOVERNMENT, person=False, head="ministry")
DOCTOR = mention(40, "Leyla Amin, a doctor", label=Label.PERSON, person=True)
RESIDENTS = mention(80, "local residents", plural=True, person=True)


def test_a_pronoun_takes_the_last_source_that_fits() -> None:
    """She is the person, it the body, they the group; each with the reason."""
    earlier = [MINISTRY, DOCTOR, RESIDENTS]
    for word, expected in (("She", DOCTOR), ("It", MINISTRY), ("They", RESIDENTS)):
        found = find_antecedent(mention(120, word), earlier, [])
        assert found is not None
        assert found.span == expected.span
        assert word in found.reason


def test_a_pronoun_without_a_fitting_source_stays_unlinked() -> None:
    """Nobody is guessed: "it" is no person, and a source long ago is forgotten."""
    assert find_antecedent(mention(120, "It"), [DOCTOR], []) is None
    assert find_antecedent(mention(120, "She", block=9), [DOCTOR], []) is None


def test_a_surname_goes_back_to_the_full_name() -> None:
    """Amin is Leyla Amin; with two Amins it is neither."""
    found = find_antecedent(mention(120, "Amin", named=True), [DOCTOR], [])
    assert found is not None
    assert found.span == DOCTOR.span
    other = mention(60, "Omar Amin", label=Label.PERSON, person=True)
    assert find_antecedent(mention(120, "Amin", named=True), [DOCTOR, other], []) is None


def test_a_description_goes_back_to_a_source_or_name_with_that_word() -> None:
    """The ministry is the one named before, the mayor the one with a name; number must agree."""
    found = find_antecedent(mention(120, "The ministry", head="ministry"), [MINISTRY, DOCTOR], [])
    assert found is not None
    assert found.span == MINISTRY.span
    mayor = mention(10, "Mayor Gil Renner", label=Label.PERSON, person=True)
    assert find_antecedent(mention(120, "the mayor", head="mayor"), [], [mayor]) is not None
    reports = mention(10, "other reports", head="report", plural=True)
    assert find_antecedent(mention(120, "the report", head="report"), [reports], []) is None


def test_an_indefinite_source_stands_for_itself() -> None:
    """Any doctor is not the doctor before."""
    assert find_antecedent(mention(120, "a doctor", head="doctor"), [DOCTOR], []) is None


@pytest.mark.parametrize("noun", ["site", "magazine", "radio"])
def test_an_outlet_goes_by_what_it_is(noun: str) -> None:
    """The site is the outlet last heard, not the ministry; without an outlet it is nobody."""
    outlet = mention(10, "The Ketter Observer", label=Label.MEDIA, person=False, head="observer")
    found = find_antecedent(mention(120, f"the {noun}", head=noun), [outlet, MINISTRY], [])
    assert found is not None
    assert found.span == outlet.span
    assert find_antecedent(mention(120, "the site", head="site"), [MINISTRY], []) is None


def test_a_relative_pronoun_goes_back_to_the_source_around_it() -> None:
    """Residents, some of whom said: those residents; a pronoun outside every source is left alone."""
    whole = mention(80, "residents, some of whom had stayed", plural=True, person=True)
    found = find_antecedent(mention(91, "some of whom", head="some"), [whole], [])
    assert found is not None
    assert found.span == whole.span
    assert find_antecedent(mention(200, "some of whom", head="some"), [whole], []) is None


def test_he_is_the_only_person_named() -> None:
    """However far back, the one person of the text is meant; of two persons neither is."""
    name = mention(0, "Omar Brand", label=Label.PERSON, person=True, named=True)
    again = mention(50, "Brand", label=Label.PERSON, person=True, named=True)
    found = find_antecedent(mention(900, "he", block=9), [], [name, again])
    assert found is not None
    assert found.span == name.span
    other = mention(70, "Leyla Amin", label=Label.PERSON, person=True, named=True)
    assert find_antecedent(mention(900, "he", block=9), [], [name, other]) is None
