"""Where an article says that two forms name one thing."""

from __future__ import annotations

import pytest
import spacy

from according.annotating.equations import abbreviates, find_equations
from according.model import Label, Name, Role, Span

BLANK = spacy.blank("en")


def equations(text: str, *forms: str, label: Label = Label.ORGANIZATION) -> list[tuple[str, str, str]]:
    """The equations of a text in which the forms given are names."""
    spans = sorted(Span(at, at + len(form)) for form in forms for at in [text.index(form)])
    names = tuple(Name(span, label, 0, Role.OTHER, "model") for span in spans)
    return [(e.long.of(text), e.short.of(text), e.how) for e in find_equations(BLANK.make_doc(text), names)]


def test_an_acronym_in_brackets_is_its_full_name() -> None:
    """The usual way to introduce an acronym, quotation marks in between or not."""
    text = 'the so-called "Darna Observatory for Civil Rights" (DOCR) said'
    assert equations(text, "Darna Observatory for Civil Rights", "DOCR") == [
        ("Darna Observatory for Civil Rights", "DOCR", "acronym")
    ]


def test_the_full_name_may_stand_in_brackets() -> None:
    """The other way round counts as well."""
    text = "the DOCR (Darna Observatory for Civil Rights) said"
    assert equations(text, "DOCR", "Darna Observatory for Civil Rights") == [
        ("Darna Observatory for Civil Rights", "DOCR", "acronym")
    ]


def test_other_brackets_equate_nothing() -> None:
    """What stands in brackets after a name may be anything else."""
    assert equations("the Darna Front (USA) said", "Darna Front") == []
    assert equations("Omar Haddad (R) said", "Omar Haddad", label=Label.PERSON) == []


def test_former_names_are_the_same_thing() -> None:
    """Words like "formerly" and "also known as" join the names around them."""
    text = "The Marat Front, formerly known as the Darna Brigade, and Zora (also known as Zorana) met."
    assert equations(text, "Marat Front", "Darna Brigade", "Zora", "Zorana") == [
        ("Marat Front", "Darna Brigade", "formerly"),
        ("Zora", "Zorana", "also known as"),
    ]


def test_a_former_president_is_no_former_name() -> None:
    """An office after "former" describes another person."""
    text = "Lina Saab, former President Omar Haddad and others"
    assert equations(text, "Lina Saab", "President Omar Haddad", label=Label.PERSON) == []


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("DOCR", "Darna Observatory for Civil Rights", True),
        ("U.N.", "United Nations", True),
        ("HTS", "Hayat Tahrir al-Sham", True),
        ("AP", "The Associated Press", True),
        ("XYZ", "Darna Observatory", False),
        ("D", "Darna Observatory", False),
    ],
)
def test_an_acronym_is_made_of_its_letters(short: str, long: str, fits: bool) -> None:
    """Initials count, small words and articles may be left out, strange letters may not stand in."""
    assert abbreviates(short, long) is fits
