"""Pages that a person calls something else by their names: the other spellings go along."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, person, place, small_gazetteer

from according.linking.corpus import link
from according.model import EventSet
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

TITLE = "Qal'at al-Mudiq falls"
TEXTS = {
    "one": "Minister Qalaat al-Madiq spoke; Qalaat al-Madiq sang, Qalaat al-Madiq wept. Minister Qal'at al-Mudiq left.",
    "two": "Raed al-Saleh came. Raed Saleh went, and Saleh wept.",
    "three": "Rain fell on Al Qasim and Al-Qaseem, cities both.",
}
NOTES = {
    "one": annotated(TEXTS["one"], person("Qalaat al-Madiq"), person("Qal'at al-Mudiq")),
    "two": annotated(TEXTS["two"], person("Raed al-Saleh"), person("Raed Saleh"), person("Saleh")),
    "three": annotated(TEXTS["three"], place("Al Qasim"), place("Al-Qaseem")),
}
NOTES["one"] = replace(NOTES["one"], title=annotated(TITLE, person("Qal'at al-Mudiq")))
NOTES["two"] = replace(NOTES["two"], names=tuple(n for n in NOTES["two"].names if n.span.start not in (8, 25)))


@pytest.fixture
def pages(tmp_path):
    """Under some entries: each page of a place or an actor, its kind and its spellings."""
    with small_gazetteer(tmp_path) as gazetteer:

        def linked(*, places=(), actors=()):
            overrides = Overrides(*({rule.name: rule for rule in rules} for rules in (places, actors)))
            titles = {"one": TITLE}
            articles = {a: article(text, a, titles.get(a, "")) for a, text in TEXTS.items()}
            found = link(articles, NOTES, gazetteer, overrides)
            entities = (*found.places.values(), *found.actors.values())
            return {e.name: (str(e.kind), {f.text: f.count for f in e.forms}) for e in entities if e.forms}

        yield linked


def said(name, **what):
    """One entry."""
    return EntityOverride(name, "overrides.yaml", 1, **what)


MADIQ = {"Qalaat al-Madiq": 3, "Qal'at al-Mudiq": 2}
SALEH = {"Raed al-Saleh": 1, "Raed Saleh": 1, "Saleh": 1}


def test_the_machine_has_each_on_one_page(pages):
    """What the following starts from."""
    found = pages()
    assert found["Qalaat al-Madiq"] == ("person", MADIQ)
    assert found["Raed al-Saleh"] == ("person", SALEH)
    assert found["Al Qasim"] == ("city", {"Al Qasim": 1, "Al-Qaseem": 1})


def test_somebody_becomes_a_place_with_all_spellings(pages):
    """Also with those of headlines."""
    before, found = pages(), pages(places=[said("Qalaat al-Madiq", kind="village")])
    assert found.pop("Qalaat al-Madiq") == ("village", MADIQ)
    assert before.keys() - found.keys() == {"Qalaat al-Madiq"}
    assert found.keys() <= before.keys()


def test_a_place_becomes_somebody_with_all_spellings(pages):
    """Of the gazetteer, too."""
    found = pages(actors=[said("Al Qasim", kind="organization")])
    assert found["Al Qasim"] == ("organization", {"Al Qasim": 1, "Al-Qaseem": 1})
    assert "Al-Qaseem" not in found


def test_a_person_becomes_a_group_with_all_spellings(pages):
    """A surname is the group's in the articles where it was the person's."""
    found = pages(actors=[said("Raed al-Saleh", kind="group")])
    assert found == pages() | {"Raed al-Saleh": ("group", SALEH)}


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        ([said("Raed al-Saleh", kind="group", never=("Raed Saleh", "Saleh"))], {"Raed al-Saleh"}),
        ([said("Raed al-Saleh", kind="group"), said("Saleh", ignore=True)], {"Raed al-Saleh", "Raed Saleh"}),
        ([said("Raed al-Saleh", kind="group"), said("Raed Saleh", kind="person")], {"Raed al-Saleh", "Saleh"}),
        (
            [said("Raed al-Saleh", kind="group"), said("Ann", aliases=(AliasRule("Raed Saleh", ("two",)),))],
            {"Raed al-Saleh", "Saleh"},
        ),
    ],
)
def test_what_a_person_parts_stays_apart(pages, rules, left):
    """By "not", or by what another entry says of the spelling."""
    kind, forms = pages(actors=rules)["Raed al-Saleh"]
    assert (kind, forms.keys()) == ("group", left)


def test_a_name_that_is_no_pages_takes_nothing_along(pages):
    """Where a surname is called something else, the person stays one."""
    found = pages(actors=[said("Saleh", kind="organization")])
    assert found["Saleh"][0] == "organization"
    assert "person" in {kind for kind, forms in found.values() if "Raed Saleh" in forms}


@pytest.mark.parametrize(("aliases", "count"), [((), 1), ((AliasRule("Qalmar", ("*",)),), 2)])
def test_another_kind_adds_no_mention(tmp_path, aliases, count):
    """Where the program found no name it finds none now, unless an alias for articles takes these in."""
    text = "Minister Qalmar spoke. More: fines for Qalmar"
    notes = annotated(text, person("Qalmar", "title"))
    notes = {"one": replace(notes, names=notes.names[:1])}
    rule = said("Qalmar", kind="organization", aliases=aliases)
    with small_gazetteer(tmp_path) as gazetteer:
        found = link({"one": article(text)}, notes, gazetteer, Overrides(actors={rule.name: rule}))
    (actor,) = found.actors.values()
    assert (actor.kind, [f.count for f in actor.forms]) == ("organization", [count])


def test_what_only_headlines_write_goes_with_its_page(tmp_path):
    """Where a page is taken away by its title; and a spelling that only they have can be taken away by itself."""
    text, title = "Rain fell on the village of Khirbet Ammo.", "Rain in Khirbet Amo"
    notes = {
        "one": replace(
            annotated(text, place("Khirbet Ammo", "cue: village")),
            title=annotated(title, place("Khirbet Amo", "cue: village")),
        )
    }
    articles = {"one": article(text, title=title)}
    left = {}
    with small_gazetteer(tmp_path) as gazetteer:
        for name in ("Khirbet Ammo", "Khirbet Amo"):
            overrides = Overrides(places={name: said(name, ignore=True)})
            found = link(articles, notes, gazetteer, overrides)
            warned = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
            left[name] = ({f.text for p in found.places.values() for f in p.forms}, warned)
    assert left == {"Khirbet Ammo": (set(), ()), "Khirbet Amo": ({"Khirbet Ammo"}, ())}


def test_a_place_that_is_somebody_still_tells_where_the_others_are(tmp_path):
    """The Springfield of Wadiya and a village that no map has stay where they were; nothing of Wadiya is a mention."""
    text = "Shells hit Springfield in Wadiya and the village of Zarnouk in Wadiya. Wadiya will mourn Springfield."
    marks = (place("Springfield"), place("Wadiya"), place("Zarnouk", "cue: village of"))
    with small_gazetteer(tmp_path) as gazetteer:

        def linked(overrides):
            return link({"one": article(text)}, {"one": annotated(text, *marks)}, gazetteer, overrides)

        before = linked(Overrides())
        after = linked(Overrides(actors={"Wadiya": said("Wadiya", kind="government")}))
    town = next(p.id for p in before.places.values() if p.geonames_id == 7)
    others = {town, "zarnouk"}
    assert before.places["zarnouk"].country == "WD"
    assert {i: after.places[i] for i in others} == {i: before.places[i] for i in others}
    led = [m.kind for m in after.mentions["one"] if m.text == "Wadiya"]
    assert led == ["actor"] * 3
    assert {m.entity for m in after.mentions["one"] if m.kind == "place"} == others
