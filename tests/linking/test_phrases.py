"""Names that people give and that hold the name of a place with more words: places of their own, or names of it."""

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.corpus import link
from according.linking.gazetteer import How
from according.linking.toponyms.candidates import Candidate, adds_words
from according.model import EventSet
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

NONE = EventSet({}, {}, {}, {})
TEXT = "Rain fell on Al Qasim and on western Al Qasim. Al Qasim wept, as did Al Qasim city. Port Haven did not."
MARKS = (place("Al Qasim"), place("Port Haven"))


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    """The two countries."""
    return small_gazetteer(tmp_path_factory.mktemp("phrases"))


def linked(gazetteer, *rules, text=TEXT, marks=MARKS):
    """One article under corrections of places, and what is warned of."""
    overrides = Overrides(places={rule.name: rule for rule in rules})
    found = link({"one": article(text)}, {"one": annotated(text, *marks)}, gazetteer, overrides)
    return found, [(p.message, p.remedy) for p in unused_overrides(overrides, found, NONE, gazetteer)]


def a_place(name, **said):
    """An entry about a place."""
    return EntityOverride(name, "places.yaml", 1, **said)


def counts(found):
    """By name of a place, how often the article names it."""
    return {p.name: sum(f.count for f in p.forms) for p in found.places.values() if p.forms}


@pytest.mark.parametrize(
    "rule",
    [
        a_place("western Al Qasim", kind="village"),
        a_place("western Al Qasim", at=(10.41, 20.31)),
        a_place("Al Qasim West", aliases=(AliasRule("western Al Qasim"),), parent="Al Qasim"),
    ],
)
def test_a_part_of_a_city_by_the_compass_leaves_the_city_alone(gazetteer, rule):
    """The words hold its name, and no name of it has the others."""
    found, warned = linked(gazetteer, rule)
    assert counts(found) == {"Al Qasim": 3, rule.name: 1, "Port Haven": 1}
    city = next(p for p in found.places.values() if p.name == "Al Qasim")
    assert (city.entry, city.kind, warned) == (4, "city", [])


def test_a_part_by_the_compass_lies_in_the_whole(gazetteer):
    """Whatever else its sentence names."""
    text, marks = "Rain fell on Port Haven, off eastern Wadiya.", (place("Port Haven"), place("Wadiya"))
    found, _ = linked(gazetteer, a_place("eastern Wadiya", kind="region"), text=text, marks=marks)
    assert found.places["eastern-wadiya"].parents == ("wadiya",)
    (effect,) = found.effects["places/eastern-wadiya"]
    assert [(d.what, d.new) for d in effect.deeds if d.what in ("in", "guess_in")] == [("in", "Wadiya")]


def test_a_part_by_the_compass_is_what_an_alias_for_every_article_makes_of_it(gazetteer):
    """So far this was the only way."""
    either = (), (AliasRule("western Al Qasim", ("*",)),)
    one, other = (linked(gazetteer, a_place("western Al Qasim", kind="region", aliases=a))[0] for a in either)
    assert one.places == other.places
    assert one.mentions == other.mentions


def test_a_name_with_what_the_place_is_renames_it(gazetteer):
    """Al Qasim city is Al Qasim."""
    found, _ = linked(gazetteer, a_place("Al Qasim city", at=(10.5, 20.5)))
    assert counts(found) == {"Al Qasim city": 4, "Port Haven": 1}


@pytest.mark.parametrize(
    ("form", "id_", "more"),
    [
        ("western Al Qasim", 4, True),
        ("Al Qasim suburbs", 4, True),
        ("city of Al Qasim", 4, False),
        ("Greenland Bay region", 9, False),
        ("Port-Haven city", 8, False),
        ("central Port Haven city", 8, True),
        ("Port Haven province", 8, True),
    ],
)
def test_which_words_make_another_name(gazetteer, form, id_, more):
    """All but those for what the place is."""
    assert adds_words(Candidate(gazetteer.get(id_), How.MAIN, form, stripped=True)) is more
    assert not adds_words(Candidate(gazetteer.get(id_), How.MAIN, form))


def test_words_that_are_no_name_part_nothing_and_are_told_to_be_there(gazetteer):
    """They stand in the article, whatever the program makes of them."""
    _, warned = linked(gazetteer, a_place("Al Qasim", never=("western Al Qasim",)))
    assert ('The articles have the words "western Al Qasim", but not as a name.') in [message for message, _ in warned]
    assert any('"western Al Qasim:"' in remedy for _, remedy in warned)


@pytest.fixture
def beside(gazetteer):
    """What a longer name does to those that stand in it, and to a village that only they put anywhere."""
    text = "Beit Zed and the Tel Amara-Al Qasim road burned in Wadiya. Al Qasim wept. Tel Amara wept."
    marks = (*map(place, ("Tel Amara", "Al Qasim", "Wadiya")), place("Beit Zed", "cue: village"))

    def linked_under(*rules):
        return linked(gazetteer, *rules, text=text, marks=marks)[0]

    return linked_under


def test_a_longer_name_leaves_the_places_beside_it_where_they_were(beside):
    """They are read beside the words in it, as before."""
    alone, found = beside(), beside(a_place("Tel Amara-Al Qasim road", kind="site", parent="Wadiya"))
    assert counts(found) == {**counts(alone), "Tel Amara-Al Qasim road": 1, "Al Qasim": 1, "Tel Amara": 1}
    assert alone.places["beit-zed"].parents[0] == "tel-amara"
    assert found.places["beit-zed"] == alone.places["beit-zed"]
    road = found.places["tel-amara-al-qasim-road"]
    assert road.parents == ("wadiya",)


def test_each_place_that_lost_words_to_a_longer_name_is_told_with_them(beside):
    """The name comes from all of them."""
    found = beside(a_place("Tel Amara-Al Qasim road", kind="site", parent="Wadiya"))
    (effect,) = found.effects["places/tel-amara-al-qasim-road"]
    assert [(d.old, d.count) for d in effect.deeds if d.what == "take"] == [("Al Qasim", 1), ("Tel Amara", 1)]
    assert {page for page, told in found.touched.items() if told} == {"places/al-qasim", "places/tel-amara"}


def test_a_place_whose_every_name_stands_in_a_longer_one_still_holds_others(gazetteer):
    """It keeps its page, without a mention."""
    text = "Beit Zed burned near the Al Qasim road in Wadiya."
    marks = (*map(place, ("Al Qasim", "Wadiya")), place("Beit Zed", "cue: village"))
    alone, _ = linked(gazetteer, text=text, marks=marks)
    found, _ = linked(gazetteer, a_place("Al Qasim road", kind="site", parent="Wadiya"), text=text, marks=marks)
    assert alone.places["beit-zed"].parents[0] == "al-qasim"
    assert found.places["beit-zed"].parents == alone.places["beit-zed"].parents
    assert found.places["al-qasim"].forms == ()


def test_words_within_a_longer_name_still_tell_which_of_two_towns_is_meant(gazetteer):
    """Springfield is that of Wadiya, as the text says; the hills are no country."""
    said = {"text": "Rain fell on Springfield in Wadiya hills.", "marks": (place("Springfield"), place("Wadiya"))}
    for rules in ((), (a_place("Wadiya hills", kind="region"),)):
        found, _ = linked(gazetteer, *rules, **said)
        assert {p.entry for p in found.places.values() if p.forms and p.name.startswith("Springfield")} == {7}
