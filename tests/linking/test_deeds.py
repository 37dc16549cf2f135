"""What each correction did is counted by comparing the corpus with the one that nobody corrected."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.linking.corpus import link
from according.linking.deeds import Deeds
from according.linking.machine import Machine, facts
from according.linking.toponyms.distance import between
from according.linking.ways import Ways
from according.model import Deed, Label, Linked, Place, PlacePrecision
from according.overrides import AliasRule, EntityOverride, Overrides

ONE = "Rain fell on Tel Amara and on Springfield. Ada Holm of the Harbour Board left Tel Amara for Khirbet Zed."
TWO = "Rain fell on Al Qasim and Al-Qaseem, then on Tel Amara in Wadiya."
MARKS = (place("Tel Amara"), place("Springfield"), place("Al Qasim"), place("Al-Qaseem"), place("Khirbet Zed"))
MARKS += (place("Wadiya"), person("Ada Holm"), body("Harbour Board"))


@pytest.fixture
def did(tmp_path):
    """What one entry did in two articles: the sentences' parts, and the pages on which they are told."""

    def told(name, file="places.yaml", **said):
        rule = EntityOverride(name, f"overrides/{file}", 7, **said)
        overrides = Overrides(**{file.removesuffix(".yaml"): {name: rule}})
        texts = {"one": ONE, "two": TWO}
        articles = {id_: article(text, id_) for id_, text in texts.items()}
        notes = {id_: annotated(text, *MARKS) for id_, text in texts.items()}
        with small_gazetteer(tmp_path) as gazetteer:
            effects = link(articles, notes, gazetteer, overrides).effects
        for old in tmp_path.iterdir():
            old.unlink()
        return {page: deeds for page, found in effects.items() for deeds in (e.deeds for e in found)}

    return told


def test_a_name_that_is_another(did):
    """The page has another name now; its mentions are counted with their articles."""
    (deed,) = did("Amara Hill", aliases=(AliasRule("Tel Amara"),))["places/amara-hill"]
    assert deed == Deed("rename", "Tel Amara", "Amara Hill", 3, 2)


def test_a_name_that_is_another_at_the_same_address(did):
    """A page may have another name and stay where it is; nothing else is said of it then."""
    (deed,) = did("Āl Qāsim", aliases=(AliasRule("Al Qasim"),))["places/al-qasim"]
    assert deed == Deed("rename", "Al Qasim", "Āl Qāsim", 2, 1)


def test_two_pages_that_are_one(did):
    """What comes from the other page is counted, not what was here."""
    (deed,) = did("Al Qasim", aliases=(AliasRule("Springfield"),))["places/al-qasim"]
    assert deed == Deed("merge", "Springfield", "Al Qasim", 1, 1)


def test_one_page_that_is_two(did):
    """What leaves is counted, with where it has a page now, and what that page lacks."""
    first, *others = did("Al Qasim", never=("Al-Qaseem",))["places/al-qasim"]
    assert first == Deed("part", "", "Al-Qaseem", 1, 1)
    assert Deed("part_pinless", "", "Al-Qaseem") in others


def test_a_name_that_is_somebody_else_in_one_article(did):
    """The page that it was taken from is still there."""
    (deed,) = did("Al Qasim", aliases=(AliasRule("Tel Amara", ("two",)),))["places/al-qasim"]
    assert deed == Deed("take", "Tel Amara", "Al Qasim", 1, 1)


def test_a_place_that_is_somebody(did):
    """Its mentions are an actor's now."""
    first, second = did("Springfield", "actors.yaml", kind="government")["actors/springfield"]
    assert (first.what, first.count, first.articles) == ("to_actor", 1, 1)
    assert (second.what, second.old, second.new) == ("kind", "town", "government")


@pytest.mark.parametrize(("name", "stays"), [("Springfield", False), ("Freedonia", True)])
def test_what_stands_within_longer_names_goes_to_nobody(tmp_path, name, stays):
    """A place is named there and somebody is not: with what is told of the others, all that was counted is told.

    A country keeps its page where others lie in it.
    """
    text = f"Rain fell on {name}. The {name} Guard left Port Haven, and {name} said so."
    notes = annotated(text, body(f"{name} Guard"), place(name), place("Port Haven"))
    (guard,) = (name.span for name in notes.names if name.label is Label.ORGANIZATION)
    names = (replace(n, inside=guard) if n.span != guard and guard.contains(n.span) else n for n in notes.names)
    corpus = {"one": article(text)}, {"one": replace(notes, names=tuple(names))}
    rule = EntityOverride(name, "actors.yaml", 7, kind="government")
    with small_gazetteer(tmp_path) as gazetteer:
        alone = link(*corpus, gazetteer, Overrides())
        found = link(*corpus, gazetteer, Overrides(actors={rule.name: rule}))
    ((effect,),) = found.effects.values()
    told = {deed.what: deed.count for deed in effect.deeds if deed.count}
    assert told == {"to_actor": 2, "within": 1}
    assert sum(form.count for form in alone.places[name.lower()].forms) == sum(told.values())
    assert (name.lower() in found.places) == stays


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_longer_name_takes_what_the_words_within_it_had(tmp_path, elsewhere):
    """They had a page, which leads on if nothing is left of it; and what it was is not what the longer name is."""
    texts = {"one": "The Tide Bureau of Zed slept, and the Harbour Board ate."}
    texts |= {"two": "The Tide Bureau slept."} if elsewhere else {}
    marks = body("Tide Bureau", "known name"), body("Harbour Board")
    corpus = {id_: article(t, id_) for id_, t in texts.items()}, {id_: annotated(t, *marks) for id_, t in texts.items()}
    rule = EntityOverride("Tide Bureau of Zed", "actors.yaml", 7, kind="group")
    with small_gazetteer(tmp_path) as gazetteer:
        found = link(*corpus, gazetteer, Overrides(actors={rule.name: rule}))
    (effect,) = found.effects["actors/tide-bureau-of-zed"]
    assert effect.deeds == (
        Deed("take" if elsewhere else "rename", "Tide Bureau", "Tide Bureau of Zed", 1, 1),
        Deed("kind", "" if elsewhere else "organization", "group"),
    )
    assert ("tide-bureau" in found.actors, "actors/tide-bureau" in found.moved) == (elsewhere, not elsewhere)


def test_a_pin_that_moves(did):
    """By how many kilometres; a degree of latitude has 111."""
    (deed,) = did("Tel Amara", at=(11.6, 20.6))["places/tel-amara"]
    assert (deed.what, round(float(deed.new))) == ("move_pin", 111)


def test_a_kind_that_comes_with_an_id(did):
    """It is told although the entry does not name it."""
    deeds = did("Tel Amara", geonames=7)["places/tel-amara"]
    assert Deed("kind", "village", "town") in deeds


def test_where_a_place_lies(did):
    """What contains it now, and before; it is none of the gazetteer's any more, whose kind, point and id it had."""
    kind, point, deed, number, new = did("Tel Amara", parent="Freedonia")["places/tel-amara"]
    assert new == Deed("arise", "", "Freedonia")  # no article speaks of it
    assert deed == Deed("in", "Qasim Governorate", "Freedonia")
    assert kind == Deed("kind", "village", "place")
    assert (point, number) == (Deed("no_point"), Deed("no_geonames", "5"))


def test_what_lies_in_a_place_that_lies_elsewhere(did):
    """Its page says so, too, and no entry is about it that would tell; whoever is renamed besides is none of them."""
    deeds = did("Al Qasim", parent="Freedonia", aliases=(AliasRule("Springfield"),))["places/al-qasim"]
    assert not [deed for deed in deeds if deed.what == "lie"]
    (deed,) = [d for d in did("Qasim Governorate", parent="Freedonia")["places/qasim-governorate"] if d.what == "lie"]
    assert {"Tel Amara", "Al Qasim"} <= set(deed.new.split(", "))


@pytest.mark.parametrize(("said", "what"), [({"ignore": True}, "ignore"), ({"hide": True}, "hide")])
def test_a_page_that_is_taken_away(did, said, what):
    """It is told at the address that it had."""
    (deed,) = did("Tel Amara", **said)["places/tel-amara"]
    assert deed == Deed(what, "", "Tel Amara", 3, 2)


@pytest.mark.parametrize(("said", "what"), [({"ignore": True}, "ignore"), ({"hide": True}, "hide")])
def test_what_is_taken_away_is_counted_in_all_its_spellings(did, said, what):
    """They lose their links with the page that is called by its title."""
    (deed,) = did("Al Qasim", **said)["places/al-qasim"]
    assert deed == Deed(what, "", "Al Qasim", 2, 1)


def test_a_name_without_a_page_that_is_none_is_counted(tmp_path):
    """As often as articles have it as a name."""
    texts = {"one": "A Blue Moon rose. No Blue Moon fell.", "two": "Once in a Blue Moon a blue moon sets."}
    corpus = {id_: article(text, id_) for id_, text in texts.items()}
    notes = {id_: annotated(text, body("Blue Moon")) for id_, text in texts.items()}
    rule = EntityOverride("Blue Moon", "actors.yaml", 7, ignore=True)
    with small_gazetteer(tmp_path) as gazetteer:
        assert not link(corpus, notes, gazetteer, Overrides()).actors
        found = link(corpus, notes, gazetteer, Overrides(actors={rule.name: rule}))
    assert [e.deeds for effects in found.effects.values() for e in effects] == [
        (Deed("ignore", "", "Blue Moon", 3, 2),)
    ]


def test_an_entry_without_which_all_would_be_the_same(did):
    """It has done nothing, on its own page; one that matches nothing is on none."""
    assert did("Tel Amara", kind="village") == {"places/tel-amara": ()}
    assert did("Tell Amarra", kind="village") == {"": ()}


def test_a_pin_where_only_the_middle_was_known(did):
    """It is no pin that is moved, but readers of the data see a point move, and are told how far."""
    (deed,) = did("Wadiya", at=(11.0, 20.0))["places/wadiya"]
    assert (deed.what, round(float(deed.new))) == ("own_pin", 111)
    (deed,) = did("Wadiya", at=(10.0, 20.0))["places/wadiya"]
    assert deed == Deed("set_pin")  # none is moved


@pytest.mark.parametrize(
    ("name", "geonames", "what", "points"),
    [
        ("Al Qasim", 3, "no_pin", ((10.4, 20.4), (10.5, 20.5))),  # the province of the city's name is an area
        ("Wadiya", 2, "move_middle", ((10.0, 20.0), (50.0, 5.0))),
        ("Wadiya", 7, "own_pin", ((10.0, 20.0), (10.3, 20.3))),
        ("Tel Amara", 7, "move_pin", ((10.6, 20.6), (10.3, 20.3))),
    ],
)
def test_whether_a_point_is_a_pin(did, name, geonames, what, points):
    """Of a country, a province and the like only the middle is known."""
    deeds = next(found for found in did(name, geonames=geonames).values() if found)
    assert Deed(what, "", f"{between(*points):.1f}") in deeds
    assert sum(deed.what in {"move_middle", "move_pin", "no_pin", "own_pin", "set_pin"} for deed in deeds) == 1


def test_a_place_that_another_of_its_name_is_chosen_for(did):
    """What contains it by a person's word tells which one it is: its pin and its id are others."""
    deeds = next(iter(did("Springfield", parent="Freedonia").values()))
    assert [d.what for d in deeds] == ["kind", "move_pin", "in", "geonames", "arise"]


@pytest.mark.parametrize(("at", "told"), [((10.6, 20.6), []), ((10.7, 20.6), ["move_pin"])])
def test_a_pin_that_stays_is_not_told(did, at, told):
    """A person says where it is; the program has it there."""
    deeds = did("Tel Amara", at=at)["places/tel-amara"]
    assert [d.what for d in deeds if d.what != "answer"] == told


def test_what_is_told_of_a_place_that_was_nowhere():
    """It has a pin, and nothing was moved."""
    ends = (None, None, PlacePrecision.UNKNOWN, None, None)
    zed = Place("zed", "Zed", "village", *ends, parents=(), forms=())
    machine = Machine({}, {}, {}, {"places/zed": facts(zed)}, [], [])
    pinned = replace(zed, latitude=11.0, longitude=20.0, precision=PlacePrecision.POINT)
    rule = EntityOverride("Zed", "places.yaml", 1, at=(11.0, 20.0))
    now = Linked({}, {}, {}, {}, {"zed": pinned}, {}, {})
    assert Deeds(machine, now, Ways({})).of(rule, [pinned]) == (Deed("set_pin"),)


@pytest.mark.parametrize(
    ("kind", "told"),
    [("city", []), ("province", [Deed("in", "Haven (city)", "Haven (province)")])],
)
def test_what_contains_a_place_is_told_apart_from_its_namesake(kind, told):
    """Where both are one, only what contains that one has changed, and nothing is told of it."""
    ends = (None, None, PlacePrecision.UNKNOWN, None, None)
    road = Place("road", "Road", "place", *ends, parents=("haven", "coast"), forms=())
    haven = Place("haven", "Haven", "city", *ends, parents=("coast",), forms=())
    before = {f"places/{p.id}": facts(p) for p in (road, haven)}
    now = Linked(
        {}, {}, {}, {}, {p.id: p for p in (replace(road, parents=("haven",)), replace(haven, kind=kind))}, {}, {}
    )
    deeds = Deeds(Machine({}, {}, {}, before, [], []), now, Ways({}))
    rule = EntityOverride("Road", "places.yaml", 7, parent="Haven")
    assert [*deeds.of(rule, [now.places["road"]])] == told
