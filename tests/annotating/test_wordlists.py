"""What the word lists of the world say, and that look-alike letters are put right without moving anything."""

from __future__ import annotations

import pytest

from according.annotating.homoglyphs import without_homoglyphs
from according.annotating.wordlists.kinds import is_place_name, kind_of_words, known_names, usual_name, words_of
from according.annotating.wordlists.nations import country_named, country_of_people, nation
from according.model import Label


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Turkish Ministry of Defense", Label.GOVERNMENT),
        ("Army Times", Label.MEDIA),
        ("Bank of the Army", Label.ORGANIZATION),
        ("Darna Liberation Front", Label.GROUP),
        ("Third Armoured Division", Label.ARMED_FORCE),
        ("Omar Haddad", None),
    ],
)
def test_a_names_own_words_tell_its_kind(name: str, kind: Label | None) -> None:
    """The last telling noun before the first "of" decides."""
    assert kind_of_words(name.split()) is kind


def test_nouns_for_places_end_place_names() -> None:
    """A square is a place when something stands before it."""
    assert is_place_name(["Union", "Square"])
    assert not is_place_name(["Square"])


def test_countries_are_known_by_names_and_people() -> None:
    """Names, abbreviations and demonyms lead to one country, and are told apart."""
    assert country_named("UK") == country_of_people("British") == nation("Britain") == "United Kingdom"
    assert country_named("British") is None
    assert country_of_people("Niger") is None
    assert nation("Nigerien") != nation("Nigerian")


def test_well_known_names_have_a_usual_form() -> None:
    """An agency's initials stand for its full name; what is not on the list stands for itself."""
    assert usual_name("AP") == "Associated Press"
    assert usual_name("Darna Post") == "Darna Post"
    assert known_names()["Reuters"] is Label.MEDIA


def test_ranks_are_titles() -> None:
    """Every rank may stand before a person's name."""
    assert words_of("rank") <= words_of("title")


def test_homoglyphs_are_replaced_one_for_one() -> None:
    """A Cyrillic letter inside a Latin word is put right, a Cyrillic word is left alone, and no offset moves."""
    text = "The Defen\u0441e Ministry (Министерство) and \u0410\u0420 said"
    mended = without_homoglyphs(text)
    assert mended == "The Defence Ministry (Министерство) and \u0410\u0420 said"
    assert len(mended) == len(text)
