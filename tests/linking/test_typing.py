"""Labels of names repaired by gazetteer, document, corpus and people."""

import dataclasses

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.linking.typing import settle_labels
from according.model import Label, Span
from according.overrides import AliasRule, EntityOverride, Overrides


@pytest.fixture
def gazetteer(tmp_path):
    """Two invented countries."""
    with small_gazetteer(tmp_path) as opened:
        yield opened


def settled(gazetteer, *texts, overrides=None):
    """Form -> label of every text's names after settling."""
    articles = {f"a{i}": article(text, f"a{i}") for i, (text, _) in enumerate(texts)}
    annotations = {f"a{i}": annotated(text, *marks) for i, (text, marks) in enumerate(texts)}
    found = settle_labels(articles, annotations, gazetteer, overrides or Overrides())
    return [{n.span.of(texts[i][0]): n.label for n in found[f"a{i}"].names} for i in range(len(texts))]


def test_an_organization_that_stands_like_a_known_place_is_one(gazetteer):
    """The gazetteer has it, and things happen in it."""
    (labels,) = settled(gazetteer, ("Shells fell in Tel Amara again.", [body("Tel Amara")]))
    assert labels["Tel Amara"] is Label.PLACE


def test_a_person_who_bears_a_villages_name_stays_a_person(gazetteer):
    """The gazetteer alone is no evidence: many surnames are villages."""
    (labels,) = settled(
        gazetteer, ("Springfield said he was sorry.", [person("Springfield", "surname: Joe Springfield")])
    )
    assert labels["Springfield"] is Label.PERSON


def test_a_title_is_believed_against_the_gazetteer(gazetteer):
    """General Springfield is somebody, wherever he stands."""
    (labels,) = settled(gazetteer, ("Aid went to Springfield.", [person("Springfield", "title: General")]))
    assert labels["Springfield"] is Label.PERSON


def test_a_name_in_a_list_of_places_is_a_place(gazetteer):
    """Its neighbours speak for it."""
    text = "Convoys reached Port Haven, Springfield and Tel Amara."
    (labels,) = settled(gazetteer, (text, [place("Port Haven"), person("Springfield"), place("Tel Amara")]))
    assert labels["Springfield"] is Label.PLACE


def test_capitals_are_a_place_only_when_they_abbreviate_one(gazetteer):
    """A news agency is not the village that its letters spell."""
    text = "G.B. and AMR agreed."
    (labels,) = settled(gazetteer, (text, [body("G.B.", "acronym"), place("AMR")]))
    assert labels == {"G.B.": Label.PLACE, "AMR": Label.ORGANIZATION}


def test_an_unknown_word_before_a_common_noun_is_no_place(gazetteer):
    """The Blorp virus is not from Blorp."""
    (labels,) = settled(gazetteer, ("Blorp virus spread in Wadiya.", [place("Blorp"), place("Wadiya", "country")]))
    assert "Blorp" not in labels


def test_an_unknown_place_that_the_text_calls_a_village_stays(gazetteer):
    """A cue is worth more than the gazetteer's silence."""
    (labels,) = settled(gazetteer, ("The village of Blorp burned.", [place("Blorp", "cue: village of")]))
    assert labels["Blorp"] is Label.PLACE


def test_a_name_cut_short_is_drawn_out_to_the_gazetteers(gazetteer):
    """The model saw only half of Port Haven."""
    (labels,) = settled(gazetteer, ("Ships left Port Haven today.", [place("Haven")]))
    assert labels == {"Port Haven": Label.PLACE}


def test_a_possessive_is_not_drawn_into_a_name(gazetteer):
    """The span ends with the name."""
    (labels,) = settled(gazetteer, ("Ships left Port Haven's docks.", [place("Port Haven")]))
    assert list(labels) == ["Port Haven"]


def test_a_place_that_the_model_missed_in_a_list_is_found(gazetteer):
    """Between two places, with a capital, and in the gazetteer."""
    text = "Rain in Port Haven, Springfield and Tel Amara."
    (labels,) = settled(gazetteer, (text, [place("Port Haven"), place("Tel Amara")]))
    assert labels["Springfield"] is Label.PLACE


def test_the_corpus_outvotes_a_guess(gazetteer):
    """One article calls Khirbet Zed a village; in another the model took Khirbat Zedd for a person."""
    one = ("The village of Khirbet Zed burned.", [place("Khirbet Zed", "cue: village of")])
    two = ("Smoke rose over Khirbat Zedd.", [person("Khirbat Zedd")])
    assert settled(gazetteer, one, two)[1]["Khirbat Zedd"] is Label.PLACE


def test_the_part_of_a_places_own_name_is_no_second_place(gazetteer):
    """Haven is not named by Port Haven."""
    text = "Rain in Port Haven."
    annotation = annotated(text, place("Port Haven"), place("Haven"))
    names = tuple(dataclasses.replace(n, inside=Span(8, 18)) if n.span.start > 8 else n for n in annotation.names)
    found = settle_labels(
        {"a": article(text, "a")}, {"a": dataclasses.replace(annotation, names=names)}, gazetteer, Overrides()
    )
    assert [n.span.of(text) for n in found["a"].names] == ["Port Haven"]


def test_a_province_in_a_bodys_name_is_named_there(gazetteer):
    """The name inside points to the name that holds it."""
    text = "Qasim Governorate Police came."
    articles, annotations = {"a": article(text, "a")}, {"a": annotated(text, body("Wadiya Police"), body("Qasim"))}
    assert settle_labels(articles, annotations, gazetteer, Overrides())
    text = "Wadiya State Police came."
    found = settle_labels(
        {"a": article(text, "a")}, {"a": annotated(text, body("Wadiya State Police"))}, gazetteer, Overrides()
    )
    assert [(n.span.of(text), n.inside) for n in found["a"].names] == [
        ("Wadiya State Police", None),
        ("Wadiya", Span(0, 19)),
    ]


def test_a_person_says_that_a_name_is_a_place(gazetteer):
    """Even one that nobody had found, wherever it stands."""
    overrides = Overrides(places={"Boyar Zed": EntityOverride("Boyar Zed", "places.yaml", 1, kind="village")})
    (labels,) = settled(gazetteer, ("Boyar Zed wept. So did Boyar Zed's neighbours.", []), overrides=overrides)
    assert labels == {"Boyar Zed": Label.PLACE}


def test_a_person_says_that_a_name_is_nothing(gazetteer):
    """It is taken from the names."""
    overrides = Overrides(places={"Kalashnikovs": EntityOverride("Kalashnikovs", "places.yaml", 1, ignore=True)})
    (labels,) = settled(gazetteer, ("They fired Kalashnikovs.", [body("Kalashnikovs")]), overrides=overrides)
    assert labels == {}


def test_a_person_says_that_a_place_is_an_actor(gazetteer):
    """Of the kind that they give; an alias counts like the name, in its articles only."""
    rule = EntityOverride("Haven FC", "actors.yaml", 1, kind="group", aliases=(AliasRule("Port Haven", ("a1",)),))
    text = ("Port Haven won.", [place("Port Haven")])
    first, second = settled(gazetteer, text, text, overrides=Overrides(actors={"Haven FC": rule}))
    assert (first["Port Haven"], second["Port Haven"]) == (Label.PLACE, Label.GROUP)


def test_a_month_beside_a_place_is_no_place(gazetteer):
    """There is a town called March, and it is never meant after a number."""
    (labels,) = settled(gazetteer, ("On 23 March, Port Haven froze.", [place("Port Haven")]))
    assert labels == {"Port Haven": Label.PLACE}


def test_a_surname_beside_a_place_stays_a_persons(gazetteer):
    """The article gives the full name, so that a list of places proves nothing."""
    text = "Tel Amara, Port Haven's striker, was held."
    (labels,) = settled(gazetteer, (text, [person("Tel Amara", "surname: Joe Tel Amara"), place("Port Haven")]))
    assert labels["Tel Amara"] is Label.PERSON


def test_what_has_police_is_a_town(gazetteer):
    """Whether the model took it for a body or saw nothing at all; riot police have no town."""
    (labels,) = settled(gazetteer, ("Tel Amara police ran. Port Haven Mayor Ana Lee spoke.", [body("Tel Amara")]))
    assert (labels["Tel Amara"], labels["Port Haven"]) == (Label.PLACE, Label.PLACE)


def test_a_town_stands_before_its_council(gazetteer):
    """The village of a body is named inside it, the body stays one."""
    text = "Tel Amara Borough Council met."
    found = settle_labels(
        {"a": article(text, "a")}, {"a": annotated(text, body("Tel Amara Borough Council"))}, gazetteer, Overrides()
    )
    assert [(n.span.of(text), n.inside) for n in found["a"].names] == [
        ("Tel Amara Borough Council", None),
        ("Tel Amara", Span(0, 25)),
    ]


def test_a_short_form_after_a_place_is_its_province(gazetteer):
    """After a town and a comma, whatever the model saw in it."""
    (labels,) = settled(gazetteer, ("Rain in Port Haven, G.B. again.", [place("Port Haven"), person("G.B.")]))
    assert labels["G.B."] is Label.PLACE
