"""Which stretches of an article are names, of what kind, and in what part of the clause."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from spacy.tokens import Doc

from according.annotating.names import find_names
from according.annotating.names.shapes import headline_tokens
from according.model import Label, Name, Role, Sentence, Span

VOCAB = spacy.blank("en").vocab


def parsed(
    text: str,
    ents: Sequence[tuple[str, str]] = (),
    heads: Sequence[int] | None = None,
    deps: Sequence[str] | None = None,
) -> Doc:
    """A one-sentence document, its words parted by blanks; capitalised words are proper nouns, the others nouns."""
    words = text.split()
    spaces = [True] * (len(words) - 1) + [False]
    tags = ["NNP" if w[0].isupper() else "NN" for w in words]
    pos = ["PROPN" if w[0].isupper() else "NOUN" for w in words]
    iob = ["O"] * len(words)
    for form, label in ents:
        size = len(form.split())
        at = next(i for i in range(len(words)) if words[i : i + size] == form.split())
        iob[at : at + size] = [f"B-{label}"] + [f"I-{label}"] * (size - 1)
    return Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        tags=tags,
        pos=pos,
        heads=list(heads) if heads else [0] * len(words),
        deps=list(deps) if deps else ["ROOT"] + ["dep"] * (len(words) - 1),
        ents=iob,
    )


def names_of(doc: Doc) -> tuple[Name, ...]:
    """The names of a document of one sentence."""
    return find_names(doc, (Sentence(Span(0, len(doc.text)), 0, (), leans_back=False),))


def labels(doc: Doc) -> dict[str, Label]:
    """Label by words, for the names that lie in no longer one."""
    return {n.span.of(doc.text): n.label for n in names_of(doc) if n.inside is None}


def test_each_village_of_a_list_is_a_place() -> None:
    """A list after "villages of" spreads the kind to all its members, whatever the model took them for."""
    doc = parsed("residents of the villages of Darna al-Safi , Marat and Um Kasr fled", [("Darna al-Safi", "PERSON")])
    assert labels(doc) == {"Darna al-Safi": Label.PLACE, "Marat": Label.PLACE, "Um Kasr": Label.PLACE}


def test_one_village_does_not_spread() -> None:
    """After "village of" only the first name is the village; who follows may be anybody."""
    doc = parsed("the village of Marat and Omar Haddad", [("Marat", "PERSON"), ("Omar Haddad", "PERSON")])
    assert labels(doc) == {"Marat": Label.PLACE, "Omar Haddad": Label.PERSON}


def test_a_name_before_province_is_a_place() -> None:
    """The name ends where the common noun begins."""
    assert labels(parsed("in Darna province yesterday", [("Darna province", "ORG")])) == {"Darna": Label.PLACE}


def test_a_title_makes_a_person_and_stays_outside() -> None:
    """A rank before a name outweighs the model's guess and is no part of the name."""
    doc = parsed("so said Col. Darna Haddad .", [("Darna Haddad", "GPE")])
    assert labels(doc) == {"Darna Haddad": Label.PERSON}


def test_a_nation_and_a_force_are_one_name_with_the_nation_inside() -> None:
    """The case of "US troops" is a force, in which the country is named, too."""
    doc = parsed("four US troops and Syrian government soldiers met", [("US", "GPE"), ("Syrian", "NORP")])
    assert labels(doc) == {"US troops": Label.ARMED_FORCE, "Syrian government soldiers": Label.ARMED_FORCE}
    inside = {n.span.of(doc.text): n.inside.of(doc.text) for n in names_of(doc) if n.inside}
    assert inside == {"US": "US troops", "Syrian": "Syrian government soldiers"}


def test_a_nation_owns_its_force() -> None:
    """The case of "Norway's military" is one force; a union of its policemen is another body than the police."""
    assert labels(parsed("Norway 's military said", [("Norway", "GPE")])) == {"Norway 's military": Label.ARMED_FORCE}
    assert labels(parsed("Norway 's police union said", [("Norway", "GPE")])) == {"Norway": Label.PLACE}


def test_who_says_something_is_a_person_whatever_the_model_saw() -> None:
    """A work that says something is somebody; one that burns is a work, and a building with its noun a building."""

    def read(name: str, model: str, lemma: str) -> dict[str, Label]:
        heads, deps = [1, 4, 3, 4, 4, 4, 4, 4], ["advmod", "advmod", "compound", "nsubj", "ROOT", "dep", "dep", "dep"]
        doc = parsed(f"late yesterday {name} verb that it rained", [(name, model)], heads=heads, deps=deps)
        doc[4].lemma_ = lemma
        return labels(doc)

    assert read("Darna Haddad", "WORK_OF_ART", "say") == {"Darna Haddad": Label.PERSON}
    assert read("Darna Haddad", "WORK_OF_ART", "burn") == {}
    assert Label.PERSON not in read("Darna Tower", "FAC", "say").values()


def test_a_body_ends_before_the_person_at_its_head() -> None:
    """A committee and its chairman are two names; a foundation called after somebody is one."""
    doc = parsed(
        "the chairman of the Security Committee Darna Haddad warned that it might rain", [("Darna Haddad", "PERSON")]
    )
    assert labels(doc) == {"Security Committee": Label.ORGANIZATION, "Darna Haddad": Label.PERSON}
    doc = parsed("the chairman of the Darna Haddad Foundation warned that it might rain", [("Darna Haddad", "PERSON")])
    assert labels(doc) == {"Darna Haddad Foundation": Label.ORGANIZATION}


def test_a_ministry_keeps_its_field() -> None:
    """The case of "Turkish Ministry of Defense" is one government body, not an adjective and a word."""
    doc = parsed("the Turkish Ministry of Defense said", [("Turkish", "NORP")])
    assert labels(doc) == {"Turkish Ministry of Defense": Label.GOVERNMENT}


def test_capitals_are_an_organization_not_a_city() -> None:
    """An acronym that the model takes for a place is a body; a country's abbreviation stays a country."""
    doc = parsed("the ZNRA warned the UAE again", [("ZNRA", "GPE"), ("UAE", "GPE")])
    assert labels(doc) == {"ZNRA": Label.ORGANIZATION, "UAE": Label.PLACE}


def test_an_agency_noun_makes_a_medium() -> None:
    """What stands beside "news agency" is one, on either side."""
    doc = parsed("the Darna news agency and state news agency Zora differ", [("Zora", "PERSON")])
    assert labels(doc) == {"Darna": Label.MEDIA, "Zora": Label.MEDIA}


def test_a_name_that_its_words_give_away_needs_no_model() -> None:
    """Capitals around a noun for a body are a name even where the model saw none."""
    doc = parsed("fighters of the so-called Darna Liberation Front ( DLF ) left .")
    assert labels(doc)["Darna Liberation Front"] is Label.GROUP


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Unofficial reports came in", ("Unofficial", "ORG")),
        ("Comment : nothing new", ("Comment", "PERSON")),
        ("it was Tuesday again", ("Tuesday", "PERSON")),
    ],
)
def test_common_words_are_no_names(text: str, entity: tuple[str, str]) -> None:
    """A capital that the beginning of a sentence or the calendar gives makes no name."""
    assert labels(parsed(text, [entity])) == {}


def test_what_somebody_owns_is_no_person() -> None:
    """The case of "Their Kalashnikovs" are weapons."""
    words = "they fired their Kalashnikovs"
    doc = parsed(words, [("Kalashnikovs", "PERSON")], [1, 1, 3, 1], ["nsubj", "ROOT", "poss", "dobj"])
    doc[2].pos_ = "PRON"
    assert labels(doc) == {}


def test_slashes_part_names() -> None:
    """A credit line names several agencies, one by one."""
    assert labels(parsed("Photo : Reuters / Zora / Handout", [("Reuters / Zora", "ORG")])) == {
        "Reuters": Label.MEDIA,
        "Zora": Label.ORGANIZATION,
    }


def test_an_article_uses_a_name_one_way() -> None:
    """What a cue makes clear once holds for the same words elsewhere in the article, found by the model or not."""
    doc = parsed("the village of Marat burned ; in Marat they wept , and Marat fell", [("Marat", "PERSON")])
    found = [n for n in names_of(doc) if n.span.of(doc.text) == "Marat"]
    assert [n.label for n in found] == [Label.PLACE] * 3


def test_a_surname_follows_the_full_name() -> None:
    """A surname alone is found after the full name, though the model missed it."""
    doc = parsed("spokesman Omar Haddad said so and Haddad repeated it", [("Omar Haddad", "PERSON")])
    assert labels(doc) == {"Omar Haddad": Label.PERSON, "Haddad": Label.PERSON}


def test_demonyms_are_left_to_linking() -> None:
    """An adjective of nationality is marked as such, so that linking may leave it out."""
    doc = parsed("the Syrian border", [("Syrian", "NORP")])
    (name,) = names_of(doc)
    assert (name.label, name.evidence) == (Label.PLACE, "demonym")


def test_roles_follow_the_clause() -> None:
    """The subject acts, the object suffers, a place after "in" is where it happens."""
    doc = parsed(
        "Omar Haddad accused Lina Saab in Darna",
        [("Omar Haddad", "PERSON"), ("Lina Saab", "PERSON"), ("Darna", "GPE")],
        [1, 2, 2, 4, 2, 2, 5],
        ["compound", "nsubj", "ROOT", "compound", "dobj", "prep", "pobj"],
    )
    assert [n.role for n in names_of(doc)] == [Role.AGENT, Role.PATIENT, Role.LOCATION]


def test_descriptions_are_verbatim() -> None:
    """The words before a name and its apposition are kept as written."""
    doc = parsed(
        "state news agency Zora quoted Lina Saab , a doctor",
        [("Zora", "ORG"), ("Lina Saab", "PERSON")],
        [2, 2, 3, 4, 4, 6, 4, 6, 9, 6],
        ["amod", "compound", "nmod", "nsubj", "ROOT", "compound", "dobj", "punct", "det", "appos"],
    )
    doc[4].pos_, doc[8].pos_ = "VERB", "DET"
    described = {n.span.of(doc.text): [s.of(doc.text) for s in n.descriptions] for n in names_of(doc)}
    assert described == {"Zora": ["state news agency"], "Lina Saab": ["doctor"]}


def test_a_dateline_is_a_place() -> None:
    """The capitals that open a report tell where it was filed."""
    doc = Doc(
        VOCAB,
        words=["DARNA", "(", "Reuters", ")", "-", "Nothing", "moved", "."],
        sent_starts=[True] + [False] * 7,
        spaces=[True, False, False, True, True, True, False, False],
    )
    assert labels(doc) == {"DARNA": Label.PLACE, "Reuters": Label.MEDIA}


def test_an_alliance_is_named_by_its_leader() -> None:
    """The case of "US-led coalition" is one force."""
    doc = Doc(
        VOCAB,
        words=["the", "US", "-", "led", "coalition", "left"],
        spaces=[True, False, False, True, True, False],
        sent_starts=[True] + [False] * 5,
    )
    assert labels(doc) == {"US-led coalition": Label.ARMED_FORCE}


def test_a_states_own_outlet_is_named_by_its_nation() -> None:
    """A nation's state television is an outlet; beside a name the words only describe it."""
    doc = parsed("so Syrian state television reported", [("Syrian", "NORP")])
    assert labels(doc) == {"Syrian state television": Label.MEDIA}
    doc = parsed("the Syrian state news agency Zora said", [("Syrian", "NORP"), ("Zora", "ORG")])
    assert "Syrian state news agency" not in labels(doc)
    assert labels(doc)["Zora"] == Label.MEDIA


def test_dateline_stands_after_a_byline() -> None:
    """What the model took for a surname is where the report comes from."""
    doc = parsed("By Ada Quist NORTON (Reuters) - The council met", [("Ada Quist NORTON", "PERSON")])
    assert labels(doc)["NORTON"] is Label.PLACE


def test_picture_credit_is_no_part_of_a_name() -> None:
    """The agency whose picture stands beside the place."""
    doc = parsed("raced for the last time at Zandi Getty Images", [("Zandi Getty Images", "GPE")])
    assert labels(doc) == {"Zandi": Label.PLACE}


def test_word_that_begins_the_next_sentence_is_no_part_of_a_name() -> None:
    """No full stop parts a caption from what follows."""
    doc = parsed("a masterclass at Zandi In the pits", [("Zandi In", "ORG")])
    assert list(labels(doc)) == ["Zandi"]


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        ("Video Loading Video Unavailable Click to play", "Video Loading Video Unavailable Click", []),
        ("Watch Ada Berg explain it", "Watch Ada Berg", ["Ada Berg"]),
    ],
)
def test_buttons_of_a_page_are_no_names(text: str, entity: str, expected: list[str]) -> None:
    """They stand around an article with capitals."""
    assert list(labels(parsed(text, [(entity, "ORG")]))) == expected


def test_a_place_and_a_plural_are_a_team() -> None:
    """Wherever the model cut them; a town's faithful are no team."""
    doc = parsed("the Haven Foxes met Haven Muslims in Haven", [("Haven", "GPE")])
    for i in (2, 5):
        doc[i].tag_ = "NNPS"
    found = labels(doc)
    assert found["Haven Foxes"] is Label.ORGANIZATION
    assert "Haven Muslims" not in found


def test_two_persons_joined_are_two() -> None:
    """The model may take a pair for one person."""
    found = labels(parsed("police held Lopez and Carrasco today", [("Lopez and Carrasco", "PERSON")]))
    assert set(found) == {"Lopez", "Carrasco"}


def test_a_headline_on_its_line_may_end_in_a_full_stop() -> None:
    """Its capitals mark no names; those of a sentence within a paragraph do."""
    words = "Ana Lee Checks Into Court . | Ana Lee and Omar Haddad met Mr. Stone Carter .".replace("|", "\n").split(" ")
    tags = ["VBD" if w == "met" else "NNP" for w in words]
    doc = Doc(VOCAB, words=words, tags=tags, sent_starts=[i in {0, 7} for i in range(len(words))])
    assert headline_tokens(doc) == frozenset(range(6))


def test_a_headline_name_that_runs_on_is_cut_to_the_texts() -> None:
    """The surname that the text knows is all that the headline names."""
    text = "Haddad Checks Into Court Today | Yesterday Omar Haddad was asked about nothing much"
    words = text.replace("|", "\n").split(" ")
    tags = ["NNP" if w[0].isupper() else "NN" for w in words]
    ents = ["B-PERSON", "I-PERSON", *["O"] * 5, "B-PERSON", "I-PERSON", *["O"] * 5]
    doc = Doc(VOCAB, words=words, tags=tags, ents=ents, sent_starts=[i in {0, 6} for i in range(len(words))])
    assert {n.span.of(doc.text) for n in names_of(doc)} == {"Haddad", "Omar Haddad"}
