"""What people say contains a place: which place they mean, what it takes with it, and what cannot be."""

import itertools

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.gazetteer.rows import Row
from according.linking.toponyms import resolve_places
from according.linking.toponyms.placing import placed, without_circles
from according.model import Place, PlacePrecision
from according.overrides import AliasRule, EntityOverride, Overrides

ZED = ("A convoy stopped in Khirbet Zed near Al Qasim, Wadiya.", ("Khirbet Zed", "Al Qasim", "Wadiya"))
ZEDD = ("Jets hit Khirbat Zedd near Al Qasim, Wadiya.", ("Khirbat Zedd", "Al Qasim", "Wadiya"))
HAVEN = ("Ships left Port Haven in Freedonia.", ("Port Haven", "Freedonia"))

SPRINGFIELDS = (
    ("Rain fell on Springfield, Springfield and Springfield in Freedonia.", ("Springfield", "Freedonia")),
    ("Shells hit Springfield, Tel Amara and Al Qasim in Wadiya.", ("Springfield", "Tel Amara", "Al Qasim", "Wadiya")),
)


@pytest.fixture
def gazetteer(tmp_path):
    """Two invented countries."""
    with small_gazetteer(tmp_path) as opened:
        yield opened


def resolved(gazetteer, *texts, **said):
    """The places of some texts, each given with its names, when people say some things of places by name."""
    articles = {f"a{i}": article(text, f"a{i}") for i, (text, _) in enumerate(texts)}
    annotations = {
        f"a{i}": annotated(text, *(place(n, "cue: village") for n in names)) for i, (text, names) in enumerate(texts)
    }
    rules = {name.replace("_", " "): rule for name, rule in said.items()}
    overrides = Overrides(places={n: EntityOverride(n, "places.yaml", 1, **rule) for n, rule in rules.items()})
    return resolve_places(articles, annotations, gazetteer, overrides)


def test_no_place_lies_in_another_spelling_of_itself(gazetteer):
    """It stays where the articles put it, and the circle is told."""
    links = resolved(gazetteer, ZED, ZEDD, Khirbet_Zed={"parent": "Khirbat Zedd"})
    assert links.places["khirbet-zed"].parents == ("al-qasim", "qasim-governorate", "wadiya")
    (told,) = links.unheeded
    assert (told.key, told.why, told.names) == ("Khirbet Zed", "circle", ("Khirbet Zed", "Khirbat Zedd", "Khirbet Zed"))


def test_no_place_lies_in_what_lies_in_it(gazetteer):
    """Only the articles tell what lies where; the place keeps its entry in the gazetteer."""
    links = resolved(gazetteer, ZED, Al_Qasim={"parent": "Khirbet Zed"})
    assert links.places["al-qasim"].parents == ("qasim-governorate", "wadiya")
    assert links.places["al-qasim"].geonames_id == 4
    (told,) = links.unheeded
    assert (told.key, told.why, told.names) == ("Al Qasim", "circle", ("Al Qasim", "Khirbet Zed", "Al Qasim"))


def test_what_holds_a_place_may_be_spelled_otherwise(gazetteer):
    """It is meant before anything of the gazetteer that is spelled so and holds nothing."""
    text = ("Two died in Tel Amara, Wadiya.", ("Tel Amara", "Wadiya"))
    links = resolved(gazetteer, text, Tel_Amara={"parent": "Qaseem Governorate"})
    assert links.places["tel-amara"].parents == ("qasim-governorate", "wadiya")
    assert links.unheeded == ()


def test_no_country_lies_in_one_of_its_places(gazetteer):
    """It is a country still, though no other of its name lies there."""
    before = resolved(gazetteer, ZED).places["wadiya"]
    links = resolved(gazetteer, ZED, Wadiya={"parent": "Al Qasim"})
    found = links.places["wadiya"]
    assert (found.kind, found.geonames_id, found.parents) == (before.kind, before.geonames_id, ())
    assert [(told.key, told.why, told.names) for told in links.unheeded] == [
        ("Wadiya", "circle", ("Al Qasim", "Wadiya", "Al Qasim"))
    ]


@pytest.mark.parametrize("holder", ["Port Haven", "the Long Coast"])
def test_a_country_stays_one_wherever_a_person_puts_it(tmp_path, holder):
    """No gazetteer tells what lies in a continent, and none has a country that no country is."""
    coast = Row(30, "the Long Coast", "region", 30.0, 30.0, known=90)
    with small_gazetteer(tmp_path, coast) as gazetteer:
        before = resolved(gazetteer, ZED).places
        links = resolved(gazetteer, ZED, Wadiya={"parent": holder})
        for id_, above in (("wadiya", ()), ("al-qasim", ("qasim-governorate", "wadiya"))):
            found = links.places[id_]
            assert (found.kind, found.geonames_id) == (before[id_].kind, before[id_].geonames_id)
            assert found.parents[: len(above)] == above
            assert len(found.parents) > len(above)
        town = resolved(gazetteer, ZED, Al_Qasim={"parent": "the Long Coast"}).places["al-qasim"]
        assert town.geonames_id == before["al-qasim"].geonames_id


def test_of_a_circle_of_what_people_say_nothing_is_obeyed(gazetteer):
    """Whichever is written first."""
    texts = (*ZED[:1], ("Khirbet Zed", "Al Qasim", "Wadiya")), HAVEN
    said = {"Khirbet_Zed": {"parent": "port haven"}, "Port_Haven": {"parent": "KHIRBET ZED"}}
    for rules in (said, dict(reversed(said.items()))):
        links = resolved(gazetteer, *texts, **rules)
        assert links.places["khirbet-zed"].parents == ("al-qasim", "qasim-governorate", "wadiya")
        assert links.places["port-haven"].parents == ("freedonia",)
        assert {(told.key, told.why) for told in links.unheeded} == {
            ("Khirbet Zed", "circle"),
            ("Port Haven", "circle"),
        }


def test_a_place_without_a_pin_is_shown_about_what_a_person_says_contains_it(gazetteer):
    """Not about the place that the articles put it near."""
    found = resolved(gazetteer, ZED, HAVEN, Khirbet_Zed={"parent": "Port Haven"}).places["khirbet-zed"]
    assert found.parents == ("port-haven", "freedonia")
    assert (found.latitude, found.longitude, found.precision) == (50.4, 5.4, PlacePrecision.PARENT)
    assert found.country == "FD"
    vast = resolved(gazetteer, ZED, HAVEN, Khirbet_Zed={"parent": "Freedonia"}).places["khirbet-zed"]
    assert (vast.latitude, vast.parents, vast.country) == (None, ("freedonia",), "FD")


def test_a_pin_of_a_persons_own_stays(gazetteer):
    """What contains it says nothing of where in it it is, only in which country, for what lies in it as well."""
    said = {"parent": "Port Haven", "at": (50.41, 5.41)}
    farm = ("Two died in Zed Farm.", ("Zed Farm",))
    places = resolved(gazetteer, ZED, HAVEN, farm, Khirbet_Zed=said, Zed_Farm={"parent": "Khirbet Zed"}).places
    found = places["khirbet-zed"]
    assert (found.latitude, found.precision) == (50.41, PlacePrecision.POINT)
    assert (found.country, places["zed-farm"].country) == ("FD", "FD")


def test_what_lies_in_a_place_lies_in_all_that_people_say_contains_it(gazetteer):
    """Step by step, and for what the articles put there as well."""
    text = (
        "Two died in Zed Farm in Khirbet Zed near Al Qasim, Wadiya.",
        ("Zed Farm", "Khirbet Zed", "Al Qasim", "Wadiya"),
    )
    said = {"Zed_Farm": {"parent": "Khirbet Zed"}, "Khirbet_Zed": {"parent": "Port Haven"}}
    places = resolved(gazetteer, text, HAVEN, **said).places
    assert places["zed-farm"].parents == ("khirbet-zed", "port-haven", "freedonia")
    assert (places["zed-farm"].latitude, places["zed-farm"].country) == (50.4, "FD")
    moved = resolved(gazetteer, ZED, HAVEN, Al_Qasim={"geonames": 4, "parent": "Freedonia"}).places
    assert moved["khirbet-zed"].parents == ("al-qasim", "freedonia")


def test_a_place_of_the_articles_is_meant_before_one_of_the_gazetteer(tmp_path):
    """However the name is written; the gazetteer's town of that name is another."""
    with small_gazetteer(tmp_path, Row(90, "Khirbat Zedd", "town", 50.9, 5.9, 9_000, "FD", known=9)) as gazetteer:
        text = "Two died in Zed Farm. Jets hit Al Qasim, Wadiya.", ("Zed Farm", "Al Qasim", "Wadiya")
        links = resolved(gazetteer, text, ZEDD, Zed_Farm={"parent": "al qaseem"}, Khirbat_Zedd={"aliases": ()})
        assert links.places["zed-farm"].parents[:1] == ("al-qasim",)


def test_of_places_of_one_name_the_one_is_meant_that_holds_the_place(gazetteer):
    """Else the one in its country, though the articles name another more often."""
    texts = (
        ("Rain fell on Springfield, Springfield and Springfield in Freedonia.", ("Springfield", "Freedonia")),
        (
            "Shells hit Springfield, Tel Amara and Al Qasim in Wadiya.",
            ("Springfield", "Tel Amara", "Al Qasim", "Wadiya"),
        ),
        ZED,
    )
    links = resolved(gazetteer, *texts, Khirbet_Zed={"parent": "Springfield"})
    holder = links.places[links.places["khirbet-zed"].parents[0]]
    assert (holder.name.partition(" (")[0], holder.country) == ("Springfield", "WD")
    assert links.unheeded == ()


def test_where_nothing_tells_which_place_is_meant_it_is_told(gazetteer):
    """The one that the articles name most is taken."""
    texts = (
        ("Rain fell on Springfield, Springfield and Springfield in Freedonia.", ("Springfield", "Freedonia")),
        (
            "Shells hit Springfield, Tel Amara and Al Qasim in Wadiya.",
            ("Springfield", "Tel Amara", "Al Qasim", "Wadiya"),
        ),
        ("Snow fell on the village of Blorpton.", ("Blorpton",)),
    )
    links = resolved(gazetteer, *texts, Blorpton={"parent": "Springfield"})
    assert links.places[links.places["blorpton"].parents[0]].country == "FD"
    (told,) = links.unheeded
    assert (told.key, told.why, len(told.names)) == ("Blorpton", "ambiguous", 2)
    assert len(set(told.names)) == 2


def test_what_the_gazetteer_says_too_changes_nothing(gazetteer):
    """It may know what lies between the two."""
    links = resolved(gazetteer, ZED, Al_Qasim={"parent": "Wadiya"})
    assert links.places["al-qasim"].parents == ("qasim-governorate", "wadiya")


def test_a_name_that_nothing_has_is_told(gazetteer):
    """The place stays where the articles put it."""
    links = resolved(gazetteer, ZED, Khirbet_Zed={"parent": "Nirgendwo"})
    assert links.places["khirbet-zed"].parents[0] == "al-qasim"
    assert [(told.key, told.why) for told in links.unheeded] == [("Khirbet Zed", "unknown")]


def test_a_place_of_people_s_own_contains_others_though_no_article_names_it(gazetteer):
    """With the pin that they gave it, and with what they say contains it."""
    said = {"Khirbet_Zed": {"parent": "Red Valley"}, "Red_Valley": {"parent": "Freedonia", "at": (50.1, 5.1)}}
    links = resolved(gazetteer, ZED, HAVEN, **said)
    assert links.places["khirbet-zed"].parents == ("red-valley", "freedonia")
    assert links.places["khirbet-zed"].latitude == 50.1
    assert ("places.yaml", "Red Valley") in links.applied


def test_what_contains_a_place_tells_which_of_its_name_it_is(gazetteer):
    """The better known Springfield is the other country's."""
    text = ("Rain fell on Springfield.", ("Springfield",))
    assert resolved(gazetteer, text, Springfield={}).places["springfield"].geonames_id == 6
    assert resolved(gazetteer, text, Springfield={"parent": "Wadiya"}).places["springfield"].geonames_id == 7
    elsewhere = resolved(gazetteer, text, HAVEN, Springfield={"parent": "Red Valley"}, Red_Valley={"parent": "Wadiya"})
    assert elsewhere.places["springfield"].geonames_id == 7


def a_place(name, *parents):
    """A place of the gazetteer by name, with what contains it."""
    return Place(name, name, "town", 1.0, 2.0, PlacePrecision.TOWN, None, None, parents, ())


def test_a_chain_may_be_as_long_as_people_write_it():
    """Nothing here goes as deep as the chain is long."""
    names = [f"p{i:04}" for i in range(3000)]
    places = {name: a_place(name) for name in names}
    above = dict(itertools.pairwise(names))
    kept, circles = without_circles(above, places)
    assert (kept, circles) == (above, ())
    assert placed(places, kept)[names[0]].parents == tuple(names[1:])
    kept, (circle,) = without_circles(above | {names[-1]: names[0]}, places)
    assert kept == {}
    assert len(circle) == len(names) + 1


def test_what_goes_in_no_circle_is_kept_beside_one():
    """Only the steps of the circle are not obeyed."""
    places = {name: a_place(name) for name in "abcd"}
    kept, circles = without_circles({"a": "b", "b": "a", "c": "a", "d": "c"}, places)
    assert kept == {"c": "a", "d": "c"}
    assert circles == (("a", "b", "a"),)


def test_an_alias_names_what_contains_a_place(gazetteer):
    """As any of its spellings does."""
    said = {"Khirbet_Zed": {"parent": "The Port"}, "Port_Haven": {"aliases": (AliasRule("The Port"),)}}
    assert resolved(gazetteer, ZED, HAVEN, **said).places["khirbet-zed"].parents == ("port-haven", "freedonia")


@pytest.mark.parametrize(
    ("said", "parents"),
    [
        ("Marad", ("marad", "marad-district", "qasim-governorate", "wadiya")),
        ("Qasim Governorate", ("qasim-governorate", "wadiya")),
        ("Tel Amara", ("tel-amara", "qasim-governorate", "wadiya")),
    ],
)
def test_what_lies_between_stays_up_to_what_a_person_names(tmp_path, said, parents):
    """An answer that says what the program found changes nothing; and no page stays of what holds nothing any more."""
    district = Row(20, "Marad District", "district", 10.7, 20.7, country="WD", admin1=3, known=3)
    city = Row(21, "Marad", "city", 10.7, 20.7, 90_000, "WD", admin1=3, admin2=20, known=30)
    text = ("A convoy stopped in Khirbet Zed near Marad, Wadiya.", ("Khirbet Zed", "Marad", "Wadiya"))
    with small_gazetteer(tmp_path, district, city) as gazetteer:
        alone = resolved(gazetteer, text).places
        found = resolved(gazetteer, text, Khirbet_Zed={"parent": said}).places
    assert alone["khirbet-zed"].parents == ("marad", "marad-district", "qasim-governorate", "wadiya")
    assert found["khirbet-zed"].parents == parents
    assert ("marad-district" in found) == ("marad-district" in parents)
    assert found["marad"] == alone["marad"]
