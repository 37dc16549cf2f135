"""What a place lies in that has a pin by a person and no entry in the gazetteer."""

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.corpus import link
from according.linking.gazetteer.rows import Row
from according.overrides import AliasRule, EntityOverride, Overrides

# A road, which puts either of its ends beside the other, and a village, of which the text says what it is near.
TEXTS = {
    "one": "Rain fell on Al Qasim in Wadiya. Al Qasim wept. Tel Amara too.",
    "two": "The road from Al Qasim to Dar Salim burned. Beit Zed, near Dar Salim in Wadiya, burned.",
}
MARKS = (*map(place, ("Al Qasim", "Dar Salim", "Tel Amara", "Wadiya")), place("Beit Zed", "cue: village"))
FAR = (13.0, 25.0)  # where nothing is


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    """One more province, far away, and a village beyond the border."""
    more = (
        Row(21, "Salim Governorate", "province", 13.0, 20.4, country="WD", known=60),
        Row(22, "Dar Salim", "city", 13.0, 20.4, 400_000, "WD", admin1=21, known=50),
        Row(23, "Outpost", "village", 10.4, 21.0, 90, "FD", known=2),
    )
    return small_gazetteer(tmp_path_factory.mktemp("pins"), *more)


def pinned(gazetteer, rule):
    """What a place lies in under an entry, and what is told of that."""
    articles = {id_: article(text, id_) for id_, text in TEXTS.items()}
    notes = {id_: annotated(text, *MARKS) for id_, text in TEXTS.items()}
    found = link(articles, notes, gazetteer, Overrides(places={rule.name: rule}))
    own = next(p for p in found.places.values() if p.name == rule.name)
    (effect,) = found.effects[f"places/{own.id}"]
    told = [(d.what, d.new) for d in effect.deeds if d.what in ("in", "pin_in", "guess_in", "no_country")]
    return [found.places[p].name for p in own.parents], own.country, told


@pytest.mark.parametrize(
    ("at", "parents", "country", "told"),
    [
        ((10.5, 20.5), ["Qasim Governorate", "Wadiya"], "WD", [("pin_in", "Qasim Governorate")]),
        ((13.02, 20.4), ["Dar Salim", "Salim Governorate", "Wadiya"], "WD", [("in", "Dar Salim")]),
        ((10.4, 20.95), ["Freedonia"], "FD", [("pin_in", "Freedonia")]),
        (FAR, [], None, [("no_country", "")]),
    ],
)
def test_one_of_two_of_a_name_lies_where_its_pin_is(gazetteer, at, parents, country, told):
    """Not in a town that its article names beside it, hundreds of kilometres away."""
    rule = EntityOverride("Qasim Two", "places.yaml", 1, aliases=(AliasRule("Al Qasim", ("two",)),), at=at)
    assert pinned(gazetteer, rule) == (parents, country, told)


@pytest.mark.parametrize(
    ("at", "parents", "told"),
    [
        ((13.2, 20.6), ["Dar Salim", "Salim Governorate", "Wadiya"], []),
        ((10.5, 20.5), ["Qasim Governorate", "Wadiya"], [("pin_in", "Qasim Governorate")]),
    ],
)
def test_a_place_near_what_the_text_puts_it_near_stays_there(gazetteer, at, parents, told):
    """A pin somewhere else says that it is not there."""
    assert pinned(gazetteer, EntityOverride("Beit Zed", "places.yaml", 1, at=at)) == (parents, "WD", told)
