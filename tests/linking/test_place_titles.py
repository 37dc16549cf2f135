"""Titles of places' pages as names in corrections."""

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.corpus import link
from according.linking.gazetteer.rows import Row
from according.model import Deed, EventSet
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

NONE = EventSet({}, {}, {}, {})
# Articles of a city and of a province that have one name, the latter by the word behind it.
TEXTS = {
    "city": ("Crowds filled Marad in Wadiya. The city of Marad was calm.", ("Marad", "Wadiya")),
    "province": ("Rain fell on Marad province. The governor of Marad province left Wadiya.", ("Marad", "Wadiya")),
    "village": ("Two died in the village of Tel Amara in Wadiya.", ("Tel Amara", "Wadiya")),
}


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    """One more city, in a province of its name; and a province that no article names."""
    more = (
        Row(20, "Marad", "city", 10.7, 20.7, 6_000, "WD", admin1=21, known=5),
        Row(21, "Marad", "province", 10.8, 20.8, country="WD", known=90),
        Row(22, "Sorel", "province", 9.0, 19.0, country="WD", known=90),
        Row(23, "Sorel", "province", 40.0, 60.0, country="FD", known=90),
        Row(24, "Carvel", "city", 10.1, 20.1, 9_000, "WD", known=6),
        Row(25, "Carvel", "city", 50.6, 5.6, 8_000, "FD", known=5),
        Row(26, "Doral", "city", 10.2, 20.4, 7_000, "WD", admin1=27, known=90),
        Row(27, "Doral", "municipality", 10.3, 20.4, country="WD", known=6),  # the capital is a province of its own
    )
    return small_gazetteer(tmp_path_factory.mktemp("titles"), *more)


def linked(gazetteer, *rules, texts=TEXTS):
    """The articles under corrections of places, and what is warned of."""
    overrides = Overrides(places={rule.name: rule for rule in rules})
    articles = {id_: article(text, id_) for id_, (text, _) in texts.items()}
    notes = {id_: annotated(text, *map(village_or_not, names)) for id_, (text, names) in texts.items()}
    found = link(articles, notes, gazetteer, overrides)
    return found, [p.message for p in unused_overrides(overrides, found, NONE, gazetteer)]


def village_or_not(name):
    """A name that the text calls a village, where no gazetteer has it."""
    return place(name, "cue: village") if name.startswith("Khirbet") else place(name)


def said(name, **what):
    """A correction of a place."""
    return EntityOverride(name, "places.yaml", 1, **what)


def homes(found):
    """By article, the pages to which its names lead."""
    return {article: [m.entity for m in mentions] for article, mentions in found.mentions.items()}


def titles(found):
    """The titles of all pages of places."""
    return {place.id: place.name for place in found.places.values()}


def test_a_title_with_a_mark_means_its_page(gazetteer):
    """No article writes the title; the page keeps its address, its mentions and its namesake's title."""
    alone, _ = linked(gazetteer)
    (marked,) = [p for p in alone.places.values() if p.name == "Marad (province)"]
    found, warnings = linked(gazetteer, said("Marad (province)", at=(10.9, 20.9)))
    assert warnings == []
    assert (found.places[marked.id].latitude, found.places[marked.id].longitude) == (10.9, 20.9)
    assert homes(found) == homes(alone)
    assert titles(found) == titles(alone)


def test_a_bare_title_leaves_its_namesake_alone(gazetteer):
    """Both pages are called Marad in the articles; what is said of the city is not said of the province."""
    alone, _ = linked(gazetteer)
    assert homes(alone)["city"] != homes(alone)["province"]
    found, _ = linked(gazetteer, said("Marad", kind="town"))
    assert homes(found) == homes(alone)
    assert {p.kind for p in found.places.values() if p.overridden} == {"town"}


def test_a_name_that_no_page_has_alone_means_the_one_named_most(gazetteer):
    """What the program tells apart stays so, under a key that does not say which of them it means."""
    texts = {
        "here": ("Rain fell on Sorel province in Wadiya. Sorel province was cut off.", ("Sorel", "Wadiya")),
        "there": ("Talks in Sorel province in Freedonia went on.", ("Sorel", "Freedonia")),
    }
    alone, _ = linked(gazetteer, texts=texts)
    assert {"Sorel (Wadiya)", "Sorel (Freedonia)"} <= set(titles(alone).values())
    for what in ({"at": (9.5, 19.5)}, {"never": ("Sorel (of the north)",)}):
        found, _ = linked(gazetteer, said("Sorel", **what), texts=texts)
        assert homes(found) == homes(alone)
        assert {p.country for p in found.places.values() if p.overridden} == {"WD"}


def test_a_container_that_no_article_names_can_be_corrected(gazetteer):
    """Pinned, renamed and taken away by its title."""
    alone, _ = linked(gazetteer)
    assert titles(alone)["qasim-governorate"] == "Qasim Governorate"
    pinned, warnings = linked(gazetteer, said("Qasim Governorate", at=(11.0, 21.0)))
    assert (pinned.places["qasim-governorate"].latitude, warnings) == (11.0, [])
    renamed, warnings = linked(gazetteer, said("Northern Qasim", aliases=(AliasRule("Qasim Governorate"),)))
    assert (renamed.places["tel-amara"].parents[0], warnings) == ("northern-qasim", [])
    for what in ({"hide": True}, {"ignore": True}):
        hidden, warnings = linked(gazetteer, said("Qasim Governorate", **what))
        assert hidden.places["qasim-governorate"].hidden
        assert warnings == []


def test_the_address_of_a_container_that_no_article_names_leads_on(gazetteer):
    """It is not the title's where that needs a word in brackets to tell it from the city in it."""
    texts = {"city": ("Crowds filled the city of Doral in Wadiya.", ("Doral", "Wadiya"))}
    alone, _ = linked(gazetteer, texts=texts)
    ((old, title),) = ((id_, p.name) for id_, p in alone.places.items() if p.geonames_id == 27)
    assert old == "doral-wadiya"
    found, warned = linked(gazetteer, said("Greater Doral", aliases=(AliasRule(title),)), texts=texts)
    assert found.moved[f"places/{old}"] == "places/greater-doral"
    assert [d.what for e in found.effects["places/greater-doral"] for d in e.deeds] == ["rename"]
    assert warned == []


def test_two_pages_are_made_one_by_their_titles(gazetteer):
    """The one that is kept stays what it is."""
    found, warnings = linked(gazetteer, said("Marad", aliases=(AliasRule("Marad (province)"),)))
    (one,) = [p for p in found.places.values() if p.name == "Marad"]
    assert (one.geonames_id, warnings) == (20, [])
    assert set(homes(found)["city"]) - {"wadiya"} == set(homes(found)["province"]) - {"wadiya"} == {one.id}


def test_the_names_of_other_pages_may_stand_in_not(gazetteer):
    """A title occurs, though no article writes it."""
    _, warnings = linked(gazetteer, said("Marad", kind="town", never=("Marad (province)",)))
    assert warnings == []


@pytest.mark.parametrize("vain", ["Nowhere", "Wadiya"])
def test_a_name_that_is_not_on_the_page_parts_nothing(gazetteer, vain):
    """The province is in the city's article, too, once by the name that both have: that stays its own."""
    texts = {"both": (f"{TEXTS['city'][0]} {TEXTS['province'][0]}", ("Marad", "Wadiya"))}
    alone, _ = linked(gazetteer, texts=texts)
    found, _ = linked(gazetteer, said("Marad", never=(vain,)), texts=texts)
    assert "Marad (province)" in titles(found).values()
    assert (homes(found), titles(found)) == (homes(alone), titles(alone))
    assert not any(e.deeds for es in found.effects.values() for e in es)


@pytest.mark.parametrize(("title", "entry"), [("Marad", 20), ("Marad (province)", 21)])
def test_a_page_is_taken_away_alone_though_an_article_calls_another_so(gazetteer, title, entry):
    """Each of its names goes, and none of the other's beside them."""
    texts = {**TEXTS, "both": (f"{TEXTS['city'][0]} {TEXTS['province'][0]}", ("Marad", "Wadiya"))}
    alone, _ = linked(gazetteer, texts=texts)
    (page,) = (p.id for p in alone.places.values() if p.entry == entry)
    assert len({*homes(alone)["both"]}) == 3
    found, warnings = linked(gazetteer, said(title, ignore=True), texts=texts)
    kept = {article: [home for home in names if home != page] for article, names in homes(alone).items()}
    assert (homes(found), warnings) == (kept, [])


def test_what_is_said_of_one_article_has_no_vote_on_the_others(gazetteer):
    """The name stays elsewhere what it was, be it what the person says that it is here."""
    alone, _ = linked(gazetteer)
    rule = said("Marad (province)", aliases=(AliasRule("Marad", ("city",)),))
    found, _ = linked(gazetteer, rule)
    assert homes(found)["province"] == homes(alone)["province"]
    assert set(homes(found)["city"]) == set(homes(alone)["province"])


def test_an_id_in_another_country_is_warned_of(gazetteer):
    """Springfield in Freedonia is no spelling of Tel Amara, beside places of Wadiya."""
    near = TEXTS | {"village": ("Two died in Tel Amara near Al Qasim in Wadiya.", ("Tel Amara", "Al Qasim", "Wadiya"))}
    _, warnings = linked(gazetteer, said("Tel Amara", geonames=8), texts=near)
    _, fine = linked(gazetteer, said("Tel Amara", geonames=5), texts=near)
    assert warnings == ["This id is Port Haven, city in Freedonia; the places of its articles are in Wadiya."]
    assert not any("This id is" in w for w in fine)


def test_an_id_tells_where_a_place_is_and_puts_no_two_together(gazetteer):
    """Al Qasim keeps its page and its mentions, and holds what it held; a warning asks whether the two are one."""
    text = "Two died in Tel Amara near Al Qasim in Wadiya. Al Qasim mourned; Tel Amara did not."
    near = {"village": (text, ("Tel Amara", "Al Qasim", "Wadiya"))}
    alone, _ = linked(gazetteer, texts=near)
    found, warnings = linked(gazetteer, said("Tel Amara", geonames=4), texts=near)
    assert homes(found) == homes(alone)
    assert found.places["al-qasim"] == alone.places["al-qasim"]
    pins = {(p.latitude, p.longitude, p.kind) for p in map(found.places.get, ("al-qasim", "tel-amara"))}
    assert pins == {(10.4, 20.4, "city")}
    assert warnings == ['This id is Al Qāsim, city in Wadiya, which articles name apart from "Tel Amara".']
    one, _ = linked(gazetteer, said("Tel Amara", geonames=4, aliases=(AliasRule("Al Qasim"),)), texts=near)
    assert set(homes(one)["village"]) == {"tel-amara", "wadiya"}


def test_what_the_page_has_by_itself_is_not_warned_of(gazetteer):
    """The id and the container that the page offers; no article names the container, nor any other place beside it."""
    texts = {"one": ("Rain fell on Marad. The province of Marad was wet.", ("Marad",))}
    province = next(p for p in linked(gazetteer, texts=texts)[0].places.values() if p.kind == "province")
    assert not any("This id" in w for w in linked(gazetteer, said(province.name, geonames=21), texts=texts)[1])
    far = {"sea": ("Port Haven burned. Two fled to Al Qasim and Tel Amara.", ("Port Haven", "Al Qasim", "Tel Amara"))}
    assert not any(
        "places of its" in w for w in linked(gazetteer, said("Port Haven", parent="Freedonia"), texts=far)[1]
    )


def test_a_container_in_another_country_is_warned_of(gazetteer):
    """One that no article names is told with where the places of the articles are, any other with where it was."""
    near = TEXTS | {"village": ("Two died in Tel Amara near Al Qasim in Wadiya.", ("Tel Amara", "Al Qasim", "Wadiya"))}
    told = '"Port Haven" is Port Haven, city in Freedonia; the places of its articles are in Wadiya.'
    _, warnings = linked(gazetteer, said("Tel Amara", parent="Port Haven"), texts=near)
    assert told in warnings
    sailed = near | {"ship": ("A ship left Port Haven.", ("Port Haven",))}
    for rule, texts in ((said("Tel Amara", parent="Al Qasim"), near), (said("Tel Amara", parent="Port Haven"), sailed)):
        assert not any("the places of its articles" in w for w in linked(gazetteer, rule, texts=texts)[1])
    told = '"Port Haven" is Port Haven, city in Freedonia; without this line the place is in Wadiya.'
    assert told in linked(gazetteer, said("Tel Amara", parent="Port Haven"), texts=sailed)[1]
    beside = {"one": ("Two of Freedonia died in Tel Amara in Wadiya.", ("Freedonia", "Tel Amara", "Wadiya"))}
    settled = said("Tel Amara", parent="Freedonia", at=(50.1, 5.1))
    for rule, warned in ((said("Tel Amara", parent="Freedonia"), True), (settled, False)):
        assert any("without this line" in w for w in linked(gazetteer, rule, texts=beside)[1]) == warned


@pytest.mark.parametrize(
    ("name", "alias", "warned"),
    [
        ("Tel Amara", AliasRule("Al Qasim"), False),  # a neighbour
        ("Tel Amara", AliasRule("Wadiya"), True),
        ("Amara Hill", AliasRule("Wadiya"), False),  # a new name, and nothing says of what place
        ("Tel Amara", AliasRule("Wadiya", ("*",)), False),  # meant
        ("Wadiya", AliasRule("Tel Amara"), False),
    ],
)
def test_an_alias_that_means_what_holds_the_place_is_warned_of(gazetteer, name, alias, warned):
    """It is done all the same; limited to articles, be it to all, it is meant."""
    texts = {"one": ("Two died in Tel Amara and Al Qasim in Wadiya.", ("Tel Amara", "Al Qasim", "Wadiya"))}
    found, warnings = linked(gazetteer, said(name, aliases=(alias,)), texts=texts)
    told = '"Wadiya" is what "Tel Amara" lies in, and is taken for a name of it.'
    assert (told in warnings, alias.text in {p.name for p in found.places.values() if p.forms}) == (warned, False)


def test_a_container_of_a_name_that_several_have_is_warned_of(gazetteer):
    """That the correction alone puts one of them on a page does not make its name a title."""
    texts = {"one": ("Snow fell on the village of Khirbet Zed.", ("Khirbet Zed",))}
    _, warnings = linked(gazetteer, said("Khirbet Zed", parent="Carvel"), texts=texts)
    (told,) = [w for w in warnings if "may be" in w]
    assert told.count("Carvel, city in") == 2


@pytest.mark.parametrize(
    ("rule", "apart"),
    [
        (said("Khirbet Amo", never=("Khirbet Ammo",)), {"Khirbet Amo"}),
        (said("Khirbet Amo", kind="village", never=("Khirbet Ammo", "Khirbet Ammu")), {"Khirbet Amo"}),
        (said("Khirbet Ammo", never=("Khirbet Amo",)), {"Khirbet Amo"}),
        (said("Khirbet Amo", aliases=(AliasRule("Khirbet Ammo"),), never=("Khirbet Ammu",)), {"Khirbet Ammu"}),
    ],
)
def test_a_spelling_is_parted_from_the_page_that_has_another(gazetteer, rule, apart):
    """Whichever of the two names the entry has; what is in "not" does not come back with the page of an alias."""
    texts = {
        "one": ("Two died in the village of Khirbet Ammo in Wadiya. Khirbet Ammo wept.", ("Khirbet Ammo", "Wadiya")),
        "two": ("Two died in the village of Khirbet Amo in Wadiya.", ("Khirbet Amo", "Wadiya")),
        "three": ("Two died in the village of Khirbet Ammu in Wadiya.", ("Khirbet Ammu", "Wadiya")),
    }
    alone, _ = linked(gazetteer, texts=texts)
    assert {p.name for p in alone.places.values()} == {"Khirbet Ammo", "Wadiya"}
    found, warned = linked(gazetteer, rule, texts=texts)
    spelled = {frozenset(f.text for f in p.forms) for p in found.places.values()} - {frozenset({"Wadiya"})}
    assert warned == []
    assert frozenset(apart) in spelled


def test_a_spelling_that_goes_with_its_place_needs_no_line(gazetteer):
    """The title of the page takes all spellings along; a line for one of them alone is not idle."""
    texts = {
        "one": ("Two died in the village of Khirbet Ammo in Wadiya. Khirbet Ammo wept.", ("Khirbet Ammo", "Wadiya")),
        "two": ("Two died in the village of Khirbet Amo in Wadiya.", ("Khirbet Amo", "Wadiya")),
    }
    title, spelling = said("Khirbet Ammo", ignore=True), said("Khirbet Amo", ignore=True)
    alone, warned = linked(gazetteer, title, texts=texts)
    assert (set(titles(alone).values()), warned) == ({"Wadiya"}, [])
    found, warned = linked(gazetteer, title, spelling, texts=texts)
    assert warned == ['"Khirbet Amo" is taken away with all spellings of "Khirbet Ammo" already.']
    assert found.mentions == alone.mentions
    assert linked(gazetteer, spelling, texts=texts)[1] == []


def test_a_name_without_its_mark_means_the_page_that_the_entry_does_not_forbid(gazetteer):
    """Two provinces have the name only with what tells them apart: that named most is meant, unless forbidden."""
    texts = {
        "one": (
            "Rain fell on Sorel province in Wadiya. Sorel province wept. Sorel province rose.",
            ("Sorel", "Wadiya"),
        ),
        "two": ("Rain fell on Sorel province in Freedonia.", ("Sorel", "Freedonia")),
    }
    alone, _ = linked(gazetteer, texts=texts)
    often, seldom = "Sorel (Wadiya)", "Sorel (Freedonia)"
    assert {often, seldom} <= set(titles(alone).values())
    for other, meant in ((often, seldom), (seldom, often)):
        found, warned = linked(gazetteer, said("Sorel", never=(other,)), texts=texts)
        pages = {name: place for place, name in titles(alone).items()}
        assert (titles(found)[pages[meant]], titles(found)[pages[other]]) == ("Sorel", other)
        assert warned == []
        (effect,) = {e for es in found.effects.values() for e in es}
        assert ("rename", meant, "Sorel") in [(d.what, d.old, d.new) for d in effect.deeds]


def test_a_title_that_no_page_has_is_told(gazetteer):
    """With those that the pages of the name have; nothing is told of it as done."""
    found, warned = linked(gazetteer, said("Marad", never=("Marad (moon)",)))
    assert warned == ['The name "Marad (moon)" occurs in no article.']
    assert not any(d.what == "apart" for es in found.effects.values() for e in es for d in e.deeds)


@pytest.mark.parametrize(
    ("what", "entry", "kind"),
    [
        ({"kind": "city"}, 20, "city"),
        ({"geonames": 20}, 20, "city"),
        ({"kind": "district"}, 21, "district"),  # no district is called so
        ({"kind": "town", "at": (10.8, 20.8)}, 21, "town"),  # the pin says which
    ],
)
def test_what_a_place_is_tells_which_one_of_its_name_it_is(gazetteer, what, entry, kind):
    """The city, not its province, which stays a page of its own with what lies in it; else it is only called so."""
    texts = {"one": ("Rain fell on Marad province in Wadiya. Marad province wept.", ("Marad", "Wadiya"))}
    (before,) = (p for p in linked(gazetteer, texts=texts)[0].places.values() if p.name == "Marad")
    assert (before.entry, before.kind) == (21, "province")
    found, warned = linked(gazetteer, said("Marad", **what), texts=texts)
    (place,) = (p for p in found.places.values() if p.name == "Marad")
    assert (place.entry, place.kind, warned) == (entry, kind, [])
    above = [found.places[p] for p in place.parents]
    assert [p.entry for p in above] == ([21, 1] if entry == 20 else [1])
    assert all(p.kind in ("province", "country") for p in above)
    deeds = [d for es in found.effects.values() for e in es for d in e.deeds]
    arisen = [Deed("arise", "", next(p.name for p in above if p.entry == 21))] if entry == 20 else []
    assert [d for d in deeds if d.what == "arise"] == arisen


def test_a_page_that_has_another_title_beside_one_of_its_name_is_told(gazetteer):
    """The entry of the other one tells it."""
    texts = {
        "one": ("Rain fell on Marad province in Wadiya. Marad province wept.", ("Marad", "Wadiya")),
        "two": ("Crowds left Marad province for Wadiya.", ("Marad", "Wadiya")),
    }
    alone, _ = linked(gazetteer, texts=texts)
    rule = said("Marad (city)", aliases=(AliasRule("Marad", ("two",)),), geonames=20)
    found, _ = linked(gazetteer, rule, texts=texts)
    old, new = (next(p.name for p in linked_.places.values() if p.entry == 21) for linked_ in (alone, found))
    assert old != new
    deeds = [d for es in found.effects.values() for e in es for d in e.deeds]
    assert Deed("call", old, new) in deeds


def test_a_village_that_is_called_a_town_is_no_other_place(gazetteer):
    """Nor is a place of the name in another country meant."""
    texts = {"one": ("Two died in Springfield in Freedonia.", ("Springfield", "Freedonia"))}
    for kind in ("town", "province"):
        found, _ = linked(gazetteer, said("Springfield", kind=kind), texts=texts)
        assert [(p.entry, p.kind) for p in found.places.values() if p.name == "Springfield"] == [(6, kind)]


@pytest.mark.parametrize(
    ("name", "more", "told"),
    [
        ("Wadiya", {"parent": "Freedonia"}, 'This puts "Wadiya", a country, into "Freedonia", a country.'),
        ("Wadiya", {"parent": "Port Haven"}, 'This puts "Wadiya", a country, into "Port Haven", a city.'),
        ("Marad", {"parent": "Port Haven"}, 'This puts "Marad", a province, into "Port Haven", a city.'),
        ("Wadiya", {"parent": "Freedonia", "kind": "province"}, None),
        ("Wadiya", {"parent": "Freedonia", "geonames": 1}, None),
        ("Al Qasim", {"parent": "Freedonia"}, None),  # that is another mistake, if it is one
        ("Al Qasim", {"parent": "Tel Amara"}, None),  # a settlement may be a part of any other
    ],
)
def test_what_lies_in_nothing_so_small_is_warned_of(gazetteer, name, more, told):
    """A country in another one is done as a person says, who may as well have mixed the two up."""
    names = ("Wadiya", "Freedonia", "Port Haven", "Al Qasim", "Tel Amara", "Marad")
    text = "Wadiya and Freedonia met in Port Haven. Al Qasim and Tel Amara were calm, as was the province of Marad."
    texts = {"one": (text, names)}
    found, warnings = linked(gazetteer, said(name, **more), texts=texts)
    assert [w for w in warnings if "This puts" in w] == ([told] if told else [])
    above = next(p.parents[0] for p in found.places.values() if p.name == name)
    assert found.places[above].name == more["parent"]
