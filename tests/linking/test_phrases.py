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
