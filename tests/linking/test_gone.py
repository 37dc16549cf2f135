"""Places that are none, as people say: where the others are is read beside them all the same."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, place, said, small_gazetteer

from according.linking.actors.context import Context
from according.linking.corpus import link
from according.linking.gazetteer import How
from according.linking.gazetteer.rows import Row
from according.linking.toponyms.explaining import explain_place
from according.model import Deed, SourceKind
from according.overrides import EntityOverride, Overrides

STORY = "Shells hit Springfield in Wadiya and the village of Zarnouk in Wadiya. Wadiya will mourn Springfield."
STORY_MARKS = (place("Springfield"), place("Wadiya"), place("Zarnouk", "cue: village of"))
ROWS = (
    Row(20, "Marad", "city", 10.7, 20.7, 6_000, "WD", admin1=21, known=5),
    Row(21, "Marad", "province", 10.8, 20.8, country="WD", known=90),
    Row(22, "Germany", "country", 51.0, 9.0, 80_000_000, "DE", names=(("Germans", How.ALIAS),), known=200),
    Row(30, "Amber District", "district", 10.1, 20.1, country="WD", admin1=3, known=5),
    Row(31, "Amber Hill", "village", 10.1, 20.1, 500, "WD", admin1=3, admin2=30, known=3),
    Row(32, "Amberton", "city", 10.1, 20.2, 500_000, "WD", admin1=3, admin2=30, known=30),
)


@pytest.fixture
def linked(tmp_path):
    """A corpus of some articles with the places that each names, without corrections and with some names ignored."""
    with small_gazetteer(tmp_path, *ROWS) as gazetteer:

        def both(articles, *ignored, attributions=()):
            texts = {a: article(text, a) for a, (text, _) in articles.items()}
            notes = {a: replace(annotated(t, *marks), attributions=attributions) for a, (t, marks) in articles.items()}
            rules = {name: EntityOverride(name, "places.yaml", 1, ignore=True) for name in ignored}
            return link(texts, notes, gazetteer, Overrides()), link(texts, notes, gazetteer, Overrides(places=rules))

        yield both


def led(found):
    """Where each mention of a place leads."""
    return [(m.text, m.entity) for ms in found.mentions.values() for m in ms if m.kind == "place"]


def deeds(found, page):
    """What the corrections of a page did."""
    return [deed for effect in found.effects[page] for deed in effect.deeds]


def test_an_ignored_place_still_tells_where_the_others_are(linked):
    """The Springfield of Wadiya and a village that no map has stay where they were; nothing of Wadiya is a mention."""
    before, after = linked({"one": (STORY, STORY_MARKS)}, "Wadiya")
    assert ("Springfield", "springfield-qasim-governorate") in led(before)
    assert led(after) == [(text, page) for text, page in led(before) if text != "Wadiya"]
    assert after.places.keys() == before.places.keys()
    assert after.places["wadiya"].hidden
    assert not after.places["wadiya"].forms
    others = before.places.keys() - {"wadiya"}
    assert {i: after.places[i] for i in others} == {i: before.places[i] for i in others}


def test_an_ignored_spelling_still_tells_of_the_others(linked):
    """That the article calls the place a village under one spelling alone, and where it lies."""
    text = "Rain fell on Khirbet Zed, and Khirbet Zed was wet. The village of Khirbat Zedd is in Wadiya."
    marks = (place("Khirbat Zedd", "cue: village of"), place("Khirbet Zed"), place("Wadiya"))
    before, after = linked({"one": (text, marks)}, "Khirbat Zedd")
    was, now = before.places["khirbet-zed"], after.places["khirbet-zed"]
    assert [f.text for f in was.forms] == ["Khirbet Zed", "Khirbat Zedd"]
    assert now == replace(was, forms=was.forms[:1])
    assert was.kind == "village"
    assert was.parents == ("wadiya",)


def test_a_place_of_which_a_spelling_is_ignored_keeps_its_neighbours(linked):
    """And of its neighbours: the Springfield of Wadiya is near a place of which one spelling is ignored."""
    one = "Rain fell on Al Qasim and Al-Qaseem, then on Springfield."
    before, after = linked({"one": (one, (place("Al Qasim"), place("Al-Qaseem"), place("Springfield")))}, "Al-Qaseem")
    assert led(after) == [(text, page) for text, page in led(before) if text != "Al-Qaseem"]
    assert after.places["springfield-qasim-governorate"] == before.places["springfield-qasim-governorate"]


def test_what_only_the_text_puts_into_what_is_no_name_lies_in_what_contains_that(linked):
    """It is told; what the gazetteer has there stays, and with it what the text puts beside it."""
    text = "Rain fell on the village of Zarnouk near Al Qasim. Snow fell on Wadiya."
    marks = (place("Zarnouk", "cue: village of"), place("Al Qasim"), place("Wadiya"))
    before, after = linked({"one": (text, marks)}, "Al Qasim")
    assert before.places["zarnouk"].parents == ("al-qasim", "qasim-governorate", "wadiya")
    assert after.places["zarnouk"].parents == ("qasim-governorate", "wadiya")
    assert (after.places["zarnouk"].latitude, after.places["zarnouk"].longitude) == (10.5, 20.5)
    assert "al-qasim" not in after.places
    assert deeds(after, "places/al-qasim") == [Deed("ignore", "", "Al Qasim", 1, 1), Deed("lie", "", "Zarnouk")]


def test_what_lies_nowhere_else_has_no_point(linked):
    """A village whose country is no name, and holds nothing that the gazetteer knows."""
    text = "Rain fell on the village of Zarnouk in Freedonia."
    before, after = linked({"one": (text, (place("Zarnouk", "cue: village of"), place("Freedonia")))}, "Freedonia")
    assert before.places["zarnouk"].parents == ("freedonia",)
    assert after.places.keys() == {"zarnouk"}
    assert after.places["zarnouk"].parents == ()
    assert after.places["zarnouk"].precision == "unknown"


def test_the_namesake_of_an_ignored_place_keeps_its_title(linked):
    """The province is called so beside a city of its name, be that none."""
    articles = {
        "city": ("Crowds filled Marad in Wadiya. The city of Marad was calm.", (place("Marad"), place("Wadiya"))),
        "province": (
            "Rain fell on Marad province. The governor of Marad province left Wadiya.",
            (place("Marad"), place("Wadiya")),
        ),
    }
    before, after = linked(articles, "Marad")
    (province,) = (p for p in before.places.values() if p.name == "Marad (province)")
    assert after.places[province.id] == province
    assert not [p for p in after.places.values() if p.name == "Marad" and not p.hidden]


def test_another_sense_of_the_name_stays_in_an_article_that_has_both(linked):
    """The title of a page takes its own names along, not those of its namesake."""
    text = "Rain fell on Marad province in Wadiya. Crowds filled the city of Marad."
    before, after = linked({"one": (text, (place("Marad"), place("Wadiya")))}, "Marad (province)")
    assert led(before) == [("Marad", "marad"), ("Wadiya", "wadiya"), ("Marad", "marad-marad")]
    assert led(after) == led(before)[1:]


def test_what_lies_in_the_district_of_an_ignored_village_stays_in_it(linked):
    """Cities are known without their district, unless a village of the articles is in it."""
    text = "Rain fell on Amber Hill. Snow fell on Amberton in Wadiya."
    before, after = linked({"one": (text, (place("Amber Hill"), place("Amberton"), place("Wadiya")))}, "Amber Hill")
    assert before.places["amberton"].parents == ("amber-district", "qasim-governorate", "wadiya")
    assert after.places == {i: p for i, p in before.places.items() if i != "amber-hill"}


def test_an_ignored_place_that_holds_others_still_speaks(linked):
    """Its words stay its own, also where others speak with it."""
    text = "Springfield and Port Haven are in Freedonia. Freedonia and Wadiya said it rained."
    marks = (place("Springfield"), place("Port Haven"), place("Freedonia"), place("Wadiya"))
    words = said(text, "Freedonia and Wadiya", "it rained")
    before, after = linked({"one": (text, marks)}, "Freedonia", attributions=(words,))
    assert {c.source for c in before.claims["one"] if c.cue} == {"freedonia"}
    assert after.claims["one"] == tuple(
        replace(c, places=tuple(p for p in c.places if p != "freedonia")) for c in before.claims["one"]
    )


def test_the_people_of_an_ignored_country_are_not_the_country(linked):
    """As they were before: what they say is theirs."""
    text = "Rain fell on Port Haven in Freedonia. Germans said it snowed."
    marks = (place("Port Haven"), place("Freedonia"), place("Germans"))
    words = said(text, "Germans", "it snowed", SourceKind.UNNAMED)
    before, after = linked({"one": (text, marks)}, "Germany", attributions=(words,))
    assert ("Germans", "germany") in led(before)
    assert after.claims["one"] == before.claims["one"]


def test_an_ignored_country_still_tells_what_its_article_is_about():
    """Whose police are meant."""
    text = "Police came. Rain fell on Syria."
    notes = replace(annotated(text), ignored=annotated(text, place("Syria")).names)
    articles = {"one": article(text)}
    assert Context(articles, {"one": notes}).nation("one") == Context(
        articles, {"one": annotated(text, place("Syria"))}
    ).nation("one")
    assert Context(articles, {"one": notes}).nation("one")


def test_an_ignored_name_is_explained_as_none(tmp_path):
    """Its neighbours are explained by it."""
    notes = annotated(STORY, *STORY_MARKS)
    gone = tuple(n for n in notes.names if n.span.of(STORY) == "Wadiya")
    told = replace(notes, names=tuple(n for n in notes.names if n not in gone), ignored=gone)
    with small_gazetteer(tmp_path) as gazetteer:
        asked = {"one": article(STORY)}, {"one": told}, gazetteer, Overrides()
        assert explain_place("Wadiya", *asked) == []
        assert "Springfield (town)" in explain_place("Springfield", *asked)[0]
