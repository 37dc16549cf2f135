"""Claims of one source that say the same are one statement; others are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_corpus import EVENT, Said, Setting, corpus

from according.digesting import digest
from according.model import Label, Name, Role, SourceKind, Span, Statement, Voice


def statements(*said: Said, setting: Setting | None = None) -> list[Statement]:
    """The statements on the event's page."""
    told = digest(*corpus(said, setting or Setting())).events[EVENT]
    return [s for account in told.accounts for s in (*account.lead, *account.rest)]


def test_one_source_in_two_articles_says_it_once():
    """The same words of one source in two articles are one statement with two carriers, first report first."""
    (statement,) = statements(
        Said("a", "SANA", "the residents of the village blocked the road"),
        Said("b", "SANA", "residents of the village have blocked the road"),
    )
    assert [c.article for c in statement.carriers] == ["a", "b"]


def test_typography_makes_no_difference():
    """Curly and straight quotation marks, "US" and "U.S." are the same words."""
    assert len(
        statements(
            Said("a", "SANA", "“they’ll leave the village to U.S. troops for good”"),
            Said("b", "SANA", "\"they'll leave the village to US troops for good\""),
        )
    ) == 1  # fmt: skip


def test_different_numbers_are_different_statements():
    """Passages that differ in a number do not say the same."""
    assert len(
        statements(
            Said("a", "SANA", "troops killed two residents of the village"),
            Said("b", "SANA", "troops killed three residents of the village"),
        )
    ) == 2  # fmt: skip


def test_different_names_are_different_statements():
    """Passages about two towns do not say the same, however alike."""
    assert len(
        statements(
            Said("a", "SANA", "the convoy later withdrew from its base in Hamou"),
            Said("b", "SANA", "the convoy later withdrew from its base in Amo"),
        )
    ) == 2  # fmt: skip


def test_negation_separates_statements():
    """A passage and its opposite do not say the same."""
    assert len(
        statements(
            Said("a", "SANA", "the jets bombed the village after the clash"),
            Said("b", "SANA", "the jets have not bombed the village after the clash"),
        )
    ) == 2  # fmt: skip


def test_the_same_words_of_two_sources_stay_two_statements():
    """Statements belong to their sources; that they agree is shown elsewhere."""
    assert len(
        statements(
            Said("a", "SANA", "the residents of the village blocked the road"),
            Said("a", "Caggins", "the residents of the village blocked the road"),
        )
    ) == 2  # fmt: skip


def test_a_copied_article_adds_a_carrier_and_no_source():
    """What an outlet reprints from another is the first one's statement, marked as carried by a copy."""
    (statement,) = statements(
        Said("a", None, "A patrol met a checkpoint near the town in the morning"),
        Said("b", None, "A patrol met a checkpoint near the town in the morning"),
        setting=Setting(outlets={"a": "Wire", "b": "Gazette"}, copy_of={"b": "a"}),
    )
    assert statement.source == "Wire"
    assert [(c.article, c.copy) for c in statement.carriers] == [("a", False), ("b", True)]


def test_what_a_copy_adds_is_its_own():
    """A sentence that only the copying outlet has is not put into the mouth of the outlet it copies."""
    told = statements(
        Said("a", None, "A patrol met a checkpoint near the town in the morning"),
        Said("b", None, "A patrol met a checkpoint near the town in the morning"),
        Said("b", None, "Shops in the market stayed closed for the whole day"),
        setting=Setting(outlets={"a": "Wire", "b": "Gazette"}, copy_of={"b": "a"}),
    )
    assert {s.source: len(s.carriers) for s in told} == {"Wire": 2, "Gazette": 1}


@pytest.mark.parametrize("copies", [{}, {"Farmers--b": "Local residents--a"}])
def test_people_who_only_repeat_those_of_another_article_keep_their_words(copies):
    """Also where a person says so: those of two articles are two sources."""
    told = [
        Said(article, who, "three jets struck the village at noon", kind=SourceKind.UNNAMED)
        for article, who in (("a", "Local residents"), ("b", "Farmers"))
    ]
    assert len(statements(*told, setting=Setting(copies=copies))) == 2


def test_an_unnamed_source_of_a_copied_article_is_one():
    """The local residents of an article and of its copy are the same residents; of two reports they are not."""
    said = [
        Said("a", "Local residents", "three jets struck the village at noon", kind=SourceKind.UNNAMED),
        Said("b", "Local residents", "three jets struck the village at noon", kind=SourceKind.UNNAMED),
    ]
    assert len(statements(*said, setting=Setting(copy_of={"b": "a"}))) == 1
    assert len(statements(*said)) == 2


def test_a_source_that_people_call_a_repeater_says_its_own_words():
    """Nothing that it says is put into the mouth of the source that it repeats, nor the other way."""
    told = statements(
        Said("a", "SANA", "the residents of the village blocked the road"),
        Said("b", "SANA English", "the residents of the village blocked the road"),
        Said("b", "SANA English", "no video of the clash was shown"),
        setting=Setting(copies={"SANA English": "SANA"}),
    )
    assert sorted((str(s.source), len(s.carriers)) for s in told) == [
        ("SANA", 1),
        ("SANA English", 1),
        ("SANA English", 1),
    ]


PEOPLE = {"Caggins": "person", "Gleason": "person", "SANA": "media"}


def test_a_pronoun_gets_the_speaker_where_nobody_else_is_named():
    """The "he" of "Caggins said he regretted it" stands for Caggins."""
    told = statements(Said("a", "Caggins", "he regretted the loss of life"), setting=Setting(actors=PEOPLE))
    assert [s.antecedent for s in told] == ["Caggins"]


@pytest.mark.parametrize(
    ("words", "expected"), [("it would look into the matter", "SANA"), ("it posed no danger to anybody", "")]
)
def test_a_body_that_says_it_would_speaks_of_itself(words, expected):
    """Whoever else is named before, "SANA said it would" is about SANA; "it posed no danger" may be about anything."""
    actors = PEOPLE | {"Ministry": "government"}
    told = statements(
        Said("a", None, "Ministry of the province spoke of SANA"),
        Said("a", "SANA", words),
        setting=Setting(actors=actors),
    )
    assert [s.antecedent for s in told if s.source == "SANA"] == [expected]


def test_a_pronoun_with_two_possible_persons_is_left_open():
    """Where two people could be meant, nothing is added."""
    he = Said("a", "Caggins", "he regretted the loss of life")
    told = statements(Said("a", None, "Gleason spoke to reporters"), he, setting=Setting(actors=PEOPLE))
    assert [s.antecedent for s in told] == ["", ""]


def test_a_pronoun_is_not_somebody_else_than_the_speaker():
    """The "he" that SANA speaks of may be anybody."""
    he = Said("a", "SANA", "he regretted the loss of life")
    told = statements(Said("a", None, "Caggins spoke to reporters"), he, setting=Setting(actors=PEOPLE))
    assert [s.antecedent for s in told] == ["", ""]


def test_a_pronoun_in_a_quotation_is_not_the_speaker():
    """Who is quoted with "he regretted it" speaks of another."""
    quoted = Said("a", "Caggins", "he regretted the loss of life", voice=Voice.DIRECT)
    assert [s.antecedent for s in statements(quoted, setting=Setting(actors=PEOPLE))] == [""]


@pytest.mark.parametrize(("role", "expected"), [(Role.AGENT, "Caggins"), (Role.OTHER, "")])
def test_an_outlets_pronoun_gets_the_subject_of_the_sentence_before(role, expected):
    """In the outlet's own voice only the subject of the sentence before is taken up."""
    said = Said("a", None, "Caggins spoke to reporters"), Said("a", None, "He regretted the loss of life")
    linked, events = corpus(said, Setting(actors=PEOPLE))
    name = Name(Span(0, 7), Label.PERSON, 0, role, "model")
    named = {"a": replace(linked.annotations["a"], names=(name,))}
    told = digest(replace(linked, annotations=named), events).events[EVENT].accounts[0]
    assert [s.antecedent for s in (*told.lead, *told.rest)] == ["", expected]
