"""Corrections of places whose names only accents tell apart: what is said of one leaves the other alone."""

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.corpus import link
from according.linking.gazetteer import How
from according.linking.gazetteer.rows import Row
from according.overrides import AliasRule, EntityOverride, Overrides

# Two towns, each in a district of its name; articles write one of them in two ways.
TEXTS = {
    "one": ("Rain fell on Kaled in Wadiya. The town of Kaled was calm.", ("Kaled", "Wadiya")),
    "two": ("Crowds filled Torv-i-Shar in Wadiya. Torv-i-Shar was calm.", ("Torv-i-Shar", "Wadiya")),
    "three": ("Snow fell on Torv-e-Shar in Wadiya.", ("Torv-e-Shar", "Wadiya")),
}


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    """The districts are named by no article."""
    more = (
        Row(20, "Kaled", "town", 10.1, 20.1, 5_000, "WD", admin1=3, admin2=21, known=5),
        Row(21, "Kāled", "district", 10.2, 20.2, country="WD", admin1=3, known=4),
        Row(
            30,
            "Torv-i-Shar",
            "town",
            10.3,
            20.3,
            5_000,
            "WD",
            admin1=3,
            admin2=31,
            names=(("Torv-e-Shar", How.ALTERNATE),),
            known=5,
        ),
        Row(40, "Marad", "city", 10.5, 20.5, 90_000, "WD", admin1=3, admin2=21, known=30),
        Row(31, "Torv-e Shār", "district", 10.4, 20.4, country="WD", admin1=3, known=4),
    )
    return small_gazetteer(tmp_path_factory.mktemp("alike"), *more)


def linked(gazetteer, *rules, texts=TEXTS):
    """The articles under corrections of places."""
    articles = {id_: article(text, id_) for id_, (text, _) in texts.items()}
    notes = {id_: annotated(text, *map(place, names)) for id_, (text, names) in texts.items()}
    return link(articles, notes, gazetteer, Overrides(places={rule.name: rule for rule in rules}))


def said(name, **what):
    """A correction of a place."""
    return EntityOverride(name, "places.yaml", 1, **what)


def homes(found):
    """By article, the pages to which its names lead."""
    return {article: [m.entity for m in mentions] for article, mentions in found.mentions.items()}


def about(found, entry):
    """What the page of an entry of the gazetteer is called, and its kind."""
    return next((p.name, p.kind) for p in found.places.values() if p.entry == entry)


def test_a_page_whose_name_has_other_accents_is_told_apart(gazetteer):
    """The name alone is for the one that articles name."""
    found = linked(gazetteer)
    assert about(found, 20) == ("Kaled", "town")
    assert about(found, 21) == ("Kāled (district)", "district")


@pytest.mark.parametrize(
    ("entry", "key"), [(21, "Kāled (district)"), (21, "Kāled"), (31, "Torv-e Shār"), (20, "Kaled"), (30, "Torv-i-Shar")]
)
def test_an_entry_takes_the_page_of_just_its_name(gazetteer, entry, key):
    """Not the mentions of another page that articles spell nearly so."""
    alone = linked(gazetteer)
    found = linked(gazetteer, said(key, kind="site"))
    assert about(found, entry) == (key, "site")
    assert homes(found) == homes(alone)
    others = {20, 21, 30, 31} - {entry}
    assert {about(found, other) for other in others} == {about(alone, other) for other in others}


def test_entries_of_all_of_them_keep_apart(gazetteer):
    """Each changes its own page."""
    alone = linked(gazetteer)
    keys = {20: "Kaled", 21: "Kāled (district)", 30: "Torv-i-Shar", 31: "Torv-e Shār"}
    found = linked(gazetteer, *(said(key, kind="site") for key in keys.values()))
    assert {entry: about(found, entry) for entry in keys} == {entry: (key, "site") for entry, key in keys.items()}
    assert homes(found) == homes(alone)


def test_the_name_is_taken_over_by_an_alias_for_all_articles(gazetteer):
    """Whoever means the other page's mentions, too, says so."""
    everywhere = AliasRule("Torv-e-Shar", ("*",))
    found = linked(gazetteer, said("Torv-e Shār", kind="district", aliases=(everywhere,)))
    assert homes(found)["three"] != homes(linked(gazetteer))["three"]


def test_a_correction_of_a_place_leaves_what_others_lie_in(gazetteer):
    """A district has a page for its towns, and cities that are made after these lie in it; corrected ones no later."""
    more = {"four": ("Fog lay on Kaled and on Marad in Wadiya.", ("Kaled", "Marad", "Wadiya"))}
    alone = linked(gazetteer, texts=TEXTS | more)
    found = linked(gazetteer, said("Kaled", kind="town"), texts=TEXTS | more)
    assert {p.id: p.parents for p in found.places.values()} == {p.id: p.parents for p in alone.places.values()}
