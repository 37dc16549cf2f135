"""Titles of places of one name: no two pages have the same."""

from dataclasses import replace

from according.linking.toponyms.namesakes import told_apart
from according.model import Form, Place, PlacePrecision

NORTON = Place("norton", "Norton", "city", None, None, PlacePrecision.UNKNOWN, None, None, (), ())


def called(*places):
    """The titles by id."""
    return {id_: place.name for id_, place in told_apart({p.id: p for p in places}).items()}


def north(number, mentions, **more):
    """A place outside the gazetteer, in Norton."""
    forms = (Form("North", mentions, ("one",), "itself"),)
    return replace(NORTON, id=f"north-{number}", name="North", kind="place", parents=("norton",), forms=forms, **more)


def test_places_that_nothing_tells_apart_are_numbered():
    """The one named most has the name; whoever adds a mention of another changes none but these titles."""
    assert called(NORTON, north(1, 2), north(2, 5), north(3, 1)) == {
        "norton": "Norton",
        "north-1": "North (Norton, 2)",
        "north-2": "North (Norton)",
        "north-3": "North (Norton, 3)",
    }


def test_a_name_that_a_person_gives_is_left_as_it_is():
    """Be it the title of another."""
    person = replace(north(1, 2), name="North (Norton)", overridden=True)
    titles = called(NORTON, person, north(2, 5), north(3, 1))
    assert titles["north-1"] == "North (Norton)"
    assert len(set(titles.values())) == len(titles)
