"""Place names resolved in the context of their article."""

import dataclasses
import sqlite3

import pytest
import yaml
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.cues import hinted_kinds, kind_words
from according.linking.gazetteer import How
from according.linking.gazetteer.rows import Row
from according.linking.toponyms import explain_place, resolve_places
from according.linking.toponyms.building import build_places
from according.linking.toponyms.candidates import Candidate, find_candidates
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.decided import Decision
from according.linking.toponyms.groups import Group, Spot, bare, group_spots
from according.linking.toponyms.ranking import Ranked, Reading
from according.linking.toponyms.relations import Tie, find_relations
from according.linking.toponyms.review import _told_apart, questions
from according.model import Equation, Label, Name, PlacePrecision, Role, Span
from according.overrides import AliasRule, EntityOverride, Overrides


@pytest.fixture
def gazetteer(tmp_path):
    """Two invented countries."""
    with small_gazetteer(tmp_path) as opened:
        yield opened


def resolved(gazetteer, *texts, overrides=None):
    """The places of some texts, each given with its names."""
    articles = {f"a{i}": article(text, f"a{i}") for i, (text, _) in enumerate(texts)}
    annotations = {f"a{i}": annotated(text, *marks) for i, (text, marks) in enumerate(texts)}
    return resolve_places(articles, annotations, gazetteer, overrides or Overrides())


def place_of(links, text, article_id="a0"):
    """The place that the mention with this text links to."""
    mention = next(m for m in links.mentions[article_id] if m.text == text)
    return links.places[mention.entity]


def test_the_better_known_place_is_meant_without_context(gazetteer):
    """Nothing in the text tells the two Springfields apart."""
    links = resolved(gazetteer, ("Rain fell on Springfield.", [place("Springfield")]))
    assert place_of(links, "Springfield").geonames_id == 6


def test_the_company_of_other_places_decides(gazetteer):
    """The Springfield beside places of Wadiya is Wadiya's."""
    text = "Shells hit Springfield, Tel Amara and Al Qasim in Wadiya."
    marks = [place(f) for f in ("Springfield", "Tel Amara", "Al Qasim", "Wadiya")]
    assert place_of(resolved(gazetteer, (text, marks)), "Springfield").geonames_id == 7


def test_two_spellings_in_an_article_are_one_place(gazetteer):
    """The candidates of a group are those of all its spellings."""
    text = "Fighting reached Al Qasim. Residents fled Al-Qaseem for Wadiya's coast."
    links = resolved(gazetteer, (text, [place("Al Qasim"), place("Al-Qaseem"), place("Wadiya")]))
    assert place_of(links, "Al Qasim").id == place_of(links, "Al-Qaseem").id == "al-qasim"


def test_the_word_province_means_the_province(gazetteer):
    """One name, two places: the text says which."""
    text = "In Qasim province the roads are closed; the city of Qasim is calm, Wadiya says."
    links = resolved(gazetteer, (text, [place("Qasim"), place("Wadiya")]))
    found = [links.places[m.entity] for m in links.mentions["a0"] if m.text == "Qasim"]
    assert [(p.geonames_id, p.precision) for p in found] == [(3, PlacePrecision.AREA), (4, PlacePrecision.TOWN)]
    assert found[0].name != found[1].name


def test_a_place_in_no_gazetteer_gets_its_parent_from_the_text(gazetteer):
    """It has a page, an area instead of a pin, and the places that contain its parent."""
    text = "A convoy stopped in Khirbet Zed, near Al Qasim, Wadiya."
    marks = [place("Khirbet Zed", "cue: village of"), place("Al Qasim"), place("Wadiya")]
    found = place_of(resolved(gazetteer, (text, marks)), "Khirbet Zed")
    assert found.geonames_id is None
    assert found.precision is PlacePrecision.PARENT
    assert found.parents == ("al-qasim", "qasim-governorate", "wadiya")
    assert found.country == "WD"


def test_a_place_known_to_lie_in_a_country_only_has_no_point(gazetteer):
    """The middle of a country would pass for knowledge."""
    links = resolved(gazetteer, ("Snow fell in Zedburg in Wadiya.", [place("Zedburg", "cue: town"), place("Wadiya")]))
    found = place_of(links, "Zedburg")
    assert (found.latitude, found.parents) == (None, ("wadiya",))


def test_a_bare_guess_of_the_model_stays_unlinked_with_a_reason(gazetteer):
    """No gazetteer has it and no word of the text calls it a place."""
    links = resolved(gazetteer, ("Blorptag rose by a tenth.", [place("Blorptag")]))
    (mention,) = links.mentions["a0"]
    assert mention.entity is None
    assert mention.reason


def test_spellings_of_an_unknown_place_meet_across_articles(gazetteer):
    """Khirbet Zed and Khirbat Zedd are one place when both lie near Al Qasim."""
    one = ("Two died in Khirbet Zed near Al Qasim.", [place("Khirbet Zed", "cue: village"), place("Al Qasim")])
    two = ("Jets hit Khirbat Zedd near Al Qasim.", [place("Khirbat Zedd", "cue: village"), place("Al Qasim")])
    links = resolved(gazetteer, one, two)
    found = place_of(links, "Khirbet Zed")
    assert found is place_of(links, "Khirbat Zedd", "a1")
    assert {f.text for f in found.forms} == {"Khirbet Zed", "Khirbat Zedd"}
    assert all(target == f"places/{found.id}" for target in links.moved.values())


def test_a_pin_says_nothing_of_spellings(gazetteer):
    """Who gave the place a pin did not say that another spelling is the same place: the program did."""
    text = "Two died in Khirbet Zed near Al Qasim. Jets hit Khirbat Zedd and Zed Farm."
    marks = [place("Khirbet Zed", "cue: village"), place("Khirbat Zedd", "cue: village"), place("Al Qasim")]
    rule = EntityOverride("Khirbet Zed", "places.yaml", 1, at=(10.5, 20.5), aliases=(AliasRule("Zed Farm"),))
    links = resolved(gazetteer, (text, [*marks, place("Zed Farm")]), overrides=Overrides(places={rule.name: rule}))
    why = {f.text: f.evidence for f in place_of(links, "Khirbet Zed").forms}
    assert why["Khirbet Zed"] == why["Zed Farm"] == "A person says so (places.yaml, “Khirbet Zed”)."
    assert why["Khirbat Zedd"] == "It has the consonants of “Khirbet Zed”, as if written from another alphabet."


def test_an_answer_holds_in_the_doubtful_articles_alone(gazetteer):
    """Where other articles are sure of what the name means, the other answer leaves them alone."""
    shown, other = gazetteer.get(7), gazetteer.get(6)
    name = Name(Span(0, 11), Label.PLACE, 0, Role.OTHER, "model")
    decisions = []
    for a, p in (("a0", 0.6), ("a1", 0.99)):
        group = Group(a, (Spot(name, "Springfield", "Springfield", in_title=False, hints=frozenset()),))
        readings = tuple(Reading(Candidate(e, How.MAIN, e.name), q, ()) for e, q in ((shown, p), (other, 1 - p)))
        decisions.append(Decision(Ranked(group, readings), shown, p, "name"))
    cluster = Cluster(shown, decisions=decisions)
    built = build_places([cluster], {a: article("Springfield", a) for a in ("a0", "a1")}, gazetteer)
    (question,) = questions([cluster], built, gazetteer)
    ((entry, said),) = yaml.safe_load(question.no).items()
    assert (entry, said["geonames"]) == ("Springfield (city)", 6)
    assert said["aliases"] == [{"text": "Springfield", "articles": ["a0"]}]


def test_an_address_does_not_depend_on_the_order_of_articles(gazetteer):
    """The best known Springfield has the plain address even when the other one comes first."""
    small = (
        "Shells hit Springfield, Tel Amara and Al Qasim.",
        [place(f) for f in ("Springfield", "Tel Amara", "Al Qasim")],
    )
    large = (
        "Port Haven beat Springfield in Freedonia.",
        [place(f) for f in ("Port Haven", "Springfield", "Freedonia")],
    )
    first, second = resolved(gazetteer, small, large), resolved(gazetteer, large, small)
    assert sorted(first.places) == sorted(second.places)
    assert first.places["springfield"].geonames_id == second.places["springfield"].geonames_id == 6
    assert first.places["springfield-qasim-governorate"].geonames_id == 7


def test_an_adjective_is_a_mention_only_where_the_article_keeps_coming_back_to_the_country(gazetteer):
    """Three times and the country itself: a word about it. Once: an adjective."""
    often = "Wadiya said Wadiyan troops left. The Wadiyan army and Wadiyan police agreed."
    once = "A Wadiyan goose was seen in Port Haven."
    links = resolved(
        gazetteer,
        (often, [place("Wadiya "), place("Wadiyan", "demonym")]),
        (once, [place("Wadiyan", "demonym"), place("Port Haven")]),
    )
    assert [m.text for m in links.mentions["a0"]].count("Wadiyan") == 3
    assert [m.text for m in links.mentions["a1"]] == ["Port Haven"]


def test_a_person_says_where_a_place_is(gazetteer):
    """The pin is theirs, the precision says so, the name is the key's, and the old page leads to the new one."""
    rule = EntityOverride("Zedburg", "places.yaml", 1, aliases=(AliasRule("Zedbourg"),), at=(1.5, 2.5), parent="Wadiya")
    text = "Snow fell in Zedbourg in Wadiya."
    marks = [place("Zedbourg", "cue: town"), place("Wadiya")]
    links = resolved(gazetteer, (text, marks), overrides=Overrides(places={"Zedburg": rule}))
    found = place_of(links, "Zedbourg")
    assert (found.id, found.name, found.overridden) == ("zedburg", "Zedburg", True)
    assert (found.latitude, found.longitude, found.precision) == (1.5, 2.5, PlacePrecision.POINT)
    assert found.parents == ("wadiya",)
    assert links.moved["places/zedbourg"] == "places/zedburg"
    assert ("places.yaml", "Zedburg") in links.applied


def test_an_alias_can_be_limited_to_some_articles(gazetteer):
    """In the other articles the form means what it means."""
    rule = EntityOverride(
        "Little Springfield", "places.yaml", 1, aliases=(AliasRule("Springfield", ("a1",)),), geonames=7
    )
    text = ("Rain fell on Springfield.", [place("Springfield")])
    links = resolved(gazetteer, text, text, overrides=Overrides(places={"Little Springfield": rule}))
    assert place_of(links, "Springfield").geonames_id == 6
    assert place_of(links, "Springfield", "a1").name == "Little Springfield"


def test_an_override_that_matches_nothing_is_not_reported_as_applied(gazetteer):
    """So that the build can say that it did nothing."""
    rule = EntityOverride("Nowhere", "places.yaml", 1)
    links = resolved(
        gazetteer, ("Rain fell on Springfield.", [place("Springfield")]), overrides=Overrides(places={"Nowhere": rule})
    )
    assert links.applied == frozenset()


def test_a_place_outside_the_gazetteer_is_asked_about(gazetteer):
    """With the YAML that would place it, and the YAML that would drop it."""
    text = "A convoy stopped in Khirbet Zed, near Al Qasim."
    links = resolved(gazetteer, (text, [place("Khirbet Zed", "cue: village"), place("Al Qasim")]))
    (question,) = [q for q in links.review if q.about == "khirbet-zed"]
    assert question.yes == "Khirbet Zed:\n  in: Al Qasim  # or what else contains it\n  # at: [latitude, longitude]\n"
    assert question.no == "Khirbet Zed: ignore  # it is no name of a place\n"


def test_a_doubtful_pin_is_asked_about_with_the_other_points(gazetteer):
    """Where it is shown comes first, then where else it could be, each with its point for a map."""
    shown, other = gazetteer.get(7), gazetteer.get(6)
    name = Name(Span(0, 11), Label.PLACE, 0, Role.OTHER, "model")
    group = Group("a0", (Spot(name, "Springfield", "Springfield", in_title=False, hints=frozenset()),))
    readings = tuple(Reading(Candidate(e, How.MAIN, e.name), p, ()) for e, p in ((shown, 0.6), (other, 0.4)))
    cluster = Cluster(shown, decisions=[Decision(Ranked(group, readings), shown, 0.6, "name")])
    built = build_places([cluster], {"a0": article("Springfield", "a0")}, gazetteer)
    (question,) = questions([cluster], built, gazetteer)
    assert [a.label for a in question.alternatives] == [
        "Springfield, Qasim Governorate, Wadiya",
        "Springfield, Freedonia",
    ]
    assert [a.latitude for a in question.alternatives] == [shown.latitude, other.latitude]
    assert {a.precision for a in question.alternatives} == {PlacePrecision.TOWN}
    assert question.evidence == ("It could be Springfield, city in Freedonia at 50.20, 5.20 (GeoNames 6).",)
    ((entry, said),) = yaml.safe_load(question.no).items()
    assert (entry, said["geonames"]) == ("Springfield (city)", 6)
    assert said["aliases"] == [{"text": "Springfield", "articles": ["a0"]}]


def test_the_other_points_are_called_by_what_tells_them_apart(tmp_path):
    """Two of one province by their districts, a province and its city of one name by their kinds."""
    rows = (
        Row(60, "East Reach", "district", 10.31, 20.31, country="WD", admin1=3),
        Row(61, "West Reach", "district", 10.29, 20.29, country="WD", admin1=3),
        Row(62, "Ford", "village", 10.31, 20.32, 90, "WD", admin1=3, admin2=60),
        Row(63, "Ford", "village", 10.29, 20.28, 80, "WD", admin1=3, admin2=61),
        Row(64, "Twin", "city", 50.3, 5.3, 90_000, "FD", admin1=65),
        Row(65, "Twin", "province", 50.35, 5.35, country="FD"),
    )
    with small_gazetteer(tmp_path, *rows) as gazetteer:
        fords = _told_apart([gazetteer.get(62), gazetteer.get(63)], gazetteer)
        assert fords == [f"Ford, {d} Reach, Qasim Governorate, Wadiya" for d in ("East", "West")]
        twins = _told_apart([gazetteer.get(64), gazetteer.get(65)], gazetteer)
        assert twins == ["Twin, Freedonia (city)", "Twin, Freedonia (province)"]


@pytest.mark.parametrize(("term", "mark"), [("", "province"), ("governorate", "governorate")])
def test_the_bare_name_is_for_the_only_place_that_articles_name(tmp_path, term, mark):
    """A province that is only known to hold the named place is told apart by what its country calls it, or its kind."""
    sea = Row(20, "Ozar", "sea", 10.2, 20.2, country="WD", admin1=21, known=30)
    province = Row(21, "Ozar", "province", 10.2, 20.2, country="WD", known=20, term=term)
    gazetteer = small_gazetteer(tmp_path, sea, province)
    links = resolved(gazetteer, ("Boats left the Sea of Ozar.", [place("Ozar", "cue: sea")]))
    names = {p.kind: p.name for p in links.places.values() if p.name.startswith("Ozar")}
    assert names == {"sea": "Ozar", "province": f"Ozar ({mark})"}


def test_mentions_quote_the_article_exactly(gazetteer):
    """The text of a mention is what stands at its span."""
    text = "The Wadiya's capital and Port\nHaven are far apart."
    links = resolved(gazetteer, (text, [place("The Wadiya's"), place("Port\nHaven")]))
    assert [m.span.of(text) for m in links.mentions["a0"]] == [m.text for m in links.mentions["a0"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the villages of Zed and others", "village"),
        ("in Zed province", "province"),
        ("the city Zed", "city"),
        ("fighters left Zed", None),
    ],
)
def test_the_words_around_a_name_tell_its_kind(text, expected):
    """Before with "of", before alone, after."""
    start = text.index("Zed")
    words = kind_words(text, Name(Span(start, start + 3), Label.PLACE, 0, Role.OTHER, "model"))
    assert words == ((expected,) if expected else ())


def test_a_kind_fits_several_kinds_of_the_gazetteer():
    """What is called a town may be listed as a village."""
    name = Name(Span(8, 11), Label.PLACE, 0, Role.OTHER, "model")
    assert "village" in hinted_kinds("town of Zed", name)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Tel Amara, Wadiya", Tie.COMMA),
        ("Tel Amara in northern Wadiya", Tie.WITHIN),
        ("Tel Amara, just outside Wadiya", Tie.NEAR),
        ("Tel Amara on the road east of Wadiya", Tie.NEAR),
    ],
)
def test_the_text_puts_one_place_into_another(gazetteer, text, tie):
    """The first place lies in or near the second."""
    names = annotated(text, place("Tel Amara"), place("Wadiya"))
    groups = group_spots(article(text), names, gazetteer)
    (relation,) = find_relations(groups, text, "")
    assert (relation.inner, relation.outer, relation.tie) == (0, 1, tie)


def test_a_possessive_puts_the_second_place_into_the_first(gazetteer):
    """Wadiya's Tel Amara is in Wadiya."""
    text = "Wadiya's Tel Amara"
    groups = group_spots(article(text), annotated(text, place("Wadiya"), place("Tel Amara")), gazetteer)
    (relation,) = find_relations(groups, text, "")
    assert (relation.inner, relation.outer, relation.tie) == (1, 0, Tie.WITHIN)


def test_names_of_different_known_places_never_share_a_group(gazetteer):
    """Two names with the same consonants that the gazetteer knows as two places stay two."""
    text = "From Tel Amara to Springfield"
    groups = group_spots(article(text), annotated(text, place("Tel Amara"), place("Springfield")), gazetteer)
    assert [g.forms for g in groups] == [("Tel Amara",), ("Springfield",)]


@pytest.mark.parametrize(
    ("written", "name"), [("the Hague", "Hague"), ("Turkey's", "Turkey"), ("New\n  York", "New York")]
)
def test_a_name_is_read_without_what_grammar_adds(written, name):
    """Article, possessive and line breaks are no part of it."""
    assert bare(written) == name


def test_a_name_is_explained_as_the_place_that_a_person_names(gazetteer):
    """Not as the one that it would be without the correction."""
    text = "Rain fell on Springfield."
    articles, annotations = {"a": article(text, "a")}, {"a": annotated(text, place("Springfield"))}
    rule = EntityOverride("Port Haven", "places.yaml", 3, aliases=(AliasRule("Springfield"),))
    first, *_ = explain_place("springfield", articles, annotations, gazetteer, Overrides({"Port Haven": rule}))
    assert first.startswith('  a: "Springfield" taken for Port Haven. A person says so')


def test_a_reading_is_explained_with_its_rivals(gazetteer):
    """Each candidate with its probability and what speaks for it."""
    text = "Rain fell on Springfield."
    articles, annotations = {"a": article(text, "a")}, {"a": annotated(text, place("Springfield"))}
    lines = explain_place("springfield", articles, annotations, gazetteer, Overrides())
    assert lines[0] == '  a: "Springfield" taken for Springfield (city). The gazetteer has the place under this name.'
    assert "GeoNames 6" in lines[1]
    assert "GeoNames 7" in "".join(lines[2:])


def test_a_persons_village_is_not_the_city_that_sounds_like_it(gazetteer):
    """An override without a GeoNames id takes over only an entry of the same name."""
    rule = EntityOverride("Tell Amarra", "places.yaml", 1, kind="village", parent="Port Haven")
    text = "Snow fell in Tell Amarra."
    links = resolved(gazetteer, (text, [place("Tell Amarra")]), overrides=Overrides(places={"Tell Amarra": rule}))
    found = place_of(links, "Tell Amarra")
    assert (found.geonames_id, found.parents) == (None, ("port-haven", "freedonia"))


def test_what_something_happened_at_is_a_place_without_the_gazetteer(gazetteer):
    """The text says that they met there, though not what or where it is."""
    links = resolved(gazetteer, ("They met at Zandi Court in spring.", [place("Zandi Court")]))
    assert place_of(links, "Zandi Court").kind == "place"


@pytest.mark.parametrize(("form", "found"), [("South Lawn", 0), ("Southlawn", 1)])
def test_a_name_is_not_known_by_what_all_of_its_kind_share(gazetteer, form, found):
    """South Lawn is not South Lyon: without "south" too few consonants are left to know it by."""
    group = group_spots(article(f"In {form}."), annotated(f"In {form}.", place(form)), gazetteer)[0]
    assert len(find_candidates(group, Lyon(gazetteer))) == found


def test_a_direction_is_not_the_province_of_its_name(gazetteer):
    """Every country has a north."""
    group = group_spots(article("In North."), annotated("In North.", place("North")), gazetteer)[0]
    assert find_candidates(group, Lyon(gazetteer, "North")) == ()


class Lyon:
    """A gazetteer to which everything sounds like one town, and that has it under one name at most."""

    def __init__(self, gazetteer, name=None):
        self.hit, self.name = gazetteer.lookup("Tel Amara")[0], name

    def lookup(self, form):
        """The town under its name."""
        return (self.hit,) if form == self.name else ()

    def sounding_like(self, _form):
        """The town."""
        return (self.hit,)


def test_whose_patrol_it_was_does_not_say_where_a_place_is(gazetteer):
    """A Freedonia patrol drives about in Wadiya as well."""
    for text, parents in (
        ("A Freedonia patrol came to Khirbet Zed.", ()),
        ("It lost Khirbet Zed, Freedonia says.", ("freedonia",)),
    ):
        links = resolved(gazetteer, (text, [place("Khirbet Zed", "cue: village of"), place("Freedonia")]))
        assert place_of(links, "Khirbet Zed").parents == parents


WESTSHIRES = (
    Row(20, "Westshire", "district", 53.0, 9.0, 90_000, "FD"),
    Row(21, "Westshire", "town", 10.35, 20.35, 7_000, "WD", admin1=3),
)


@pytest.mark.parametrize("ending", [", on Monday.", ".", " on Monday."])
def test_what_stands_after_a_comma_holds_what_stands_before_it(tmp_path, ending):
    """No known Springfield lies in the district, so this one is in no gazetteer: not the one beside Westshire town."""
    text = f"A man was held in Springfield, Westshire{ending}"
    with small_gazetteer(tmp_path, *WESTSHIRES) as gazetteer:
        links = resolved(gazetteer, (text, [place("Springfield"), place("Westshire")]))
    assert place_of(links, "Westshire").geonames_id == 20
    found = place_of(links, "Springfield")
    assert (found.geonames_id, found.parents[0]) == (None, place_of(links, "Westshire").id)


def test_what_holds_a_place_may_itself_be_unknown(tmp_path):
    """A container that the text puts where no place of its name lies is in no gazetteer either."""
    text = "A man was held in Springfield, Westshire, on Monday. He was born in Westshire, Eastshire, on Sunday."
    eastshire = Row(22, "Eastshire", "district", -40.0, 70.0, 90_000, "WD")
    with small_gazetteer(tmp_path, *WESTSHIRES, eastshire) as gazetteer:
        links = resolved(gazetteer, (text, [place("Springfield"), place("Westshire"), place("Eastshire")]))
    assert [place_of(links, f).geonames_id for f in ("Westshire", "Eastshire")] == [None, 22]


def test_a_list_of_towns_holds_nothing(tmp_path):
    """In a list the second place is no container of the first."""
    text = "Snow fell in Springfield, Westshire and Tel Amara in Wadiya."
    marks = [place(form) for form in ("Springfield", "Westshire", "Tel Amara", "Wadiya")]
    with small_gazetteer(tmp_path, *WESTSHIRES) as gazetteer:
        links = resolved(gazetteer, (text, marks))
    assert [place_of(links, f).geonames_id for f in ("Springfield", "Westshire")] == [7, 21]


def test_a_known_place_elsewhere_is_not_the_unknown_one(tmp_path):
    """Another article means the Springfield that the gazetteer has."""
    first = ("A man was held in Springfield, Westshire.", [place("Springfield"), place("Westshire")])
    second = ("Rain fell on Springfield in Freedonia.", [place("Springfield"), place("Freedonia")])
    with small_gazetteer(tmp_path, *WESTSHIRES) as gazetteer:
        links = resolved(gazetteer, first, second)
    assert place_of(links, "Springfield").geonames_id is None
    assert place_of(links, "Springfield", "a1").geonames_id == 6


def test_letters_mean_the_famous_city_before_the_province(tmp_path):
    """A postal code counts after a comma only."""
    rows = (
        Row(20, "Los Wados", "city", 51.0, 6.0, 3_000_000, "FD", names=(("L.W.", How.ALTERNATE),), known=90),
        Row(21, "Lowadia", "province", 55.0, 9.0, country="FD", names=(("LW", How.POSTAL),)),
        Row(22, "Baton", "city", 55.1, 9.1, 90_000, "FD", admin1=21),
    )
    with small_gazetteer(tmp_path, *rows) as gazetteer:
        links = resolved(
            gazetteer,
            ("A flight from LW turned back.", [place("LW")]),
            ("It rained in Baton, LW, on Monday.", [place("Baton"), place("LW")]),
        )
    assert place_of(links, "LW").geonames_id == 20
    assert place_of(links, "LW", "a1").geonames_id == 21


def test_letters_with_points_are_those_of_the_words(tmp_path):
    """Each stands for a word: "L.A." is the city of two words, not the province "La."."""
    province = Row(60, "Lanovia", "province", 50.4, 5.4, country="FD", names=(("La.", How.ABBREVIATION),), known=90)
    city = Row(
        61, "Los Arboles", "city", 50.6, 5.6, 2_000_000, "FD", admin1=60, names=(("LA", How.ALTERNATE),), known=80
    )
    other = Row(62, "Wuhai", "city", 10.6, 20.6, 20_000_000, "WD", names=(("LA", How.ALTERNATE),), known=95)
    with small_gazetteer(tmp_path, province, city, other) as gazetteer:
        links = resolved(gazetteer, ("Rain fell in L.A. on Monday.", [place("L.A.")]))
        assert place_of(links, "L.A.").geonames_id == 61


def test_a_word_without_its_point_abbreviates_nothing(tmp_path):
    """The province is "Man."; "Man" is it after a comma only."""
    province = Row(60, "Manovia", "province", 50.4, 5.4, 9_000_000, "FD", names=(("Man.", How.ABBREVIATION),), known=90)
    with small_gazetteer(tmp_path, province) as gazetteer:
        links = resolved(gazetteer, ("Rain fell in Man on Monday.", [place("Man")]))
        assert [m.entity for m in links.mentions["a0"]] == [None]
        links = resolved(gazetteer, ("Zed Brown (Man.), a senator, left.", [place("Man")]))
        assert place_of(links, "Man").geonames_id == 60
        text = "Rain fell in Springfield, Man on Monday."
        assert place_of(resolved(gazetteer, (text, [place("Springfield"), place("Man")])), "Man").geonames_id == 60


LONDONS = (
    Row(60, "Grand City", "city", 10.2, 20.2, 5_000_000, "WD", known=100),
    Row(61, "Grand City", "village", 50.41, 5.41, 900, "FD", admin1=9, known=3),
    Row(62, "Oakham", "city", 50.42, 5.42, 300_000, "FD", admin1=9, known=30),
)


def test_a_hamlet_is_not_meant_for_the_metropolis(tmp_path):
    """However near to it lies what else the article names, unless the text says where the hamlet is."""
    with small_gazetteer(tmp_path, *LONDONS) as gazetteer:
        marks = [place("Grand City"), place("Oakham"), place("Wadiya"), place("Freedonia"), place("Tel Amara")]
        text = "A flight left Grand City. It went to Oakham. Freedonia and Wadiya agree. Tel Amara does not."
        assert place_of(resolved(gazetteer, (text, marks)), "Grand City").geonames_id == 60
        loose = "It was no redemption for Grand City, but a vindication of his theory of Freedonia."
        assert place_of(resolved(gazetteer, (loose, marks)), "Grand City").geonames_id == 60
        told = "A man died in Grand City, Freedonia, on Monday. Oakham and Wadiya agree. Tel Amara does not."
        assert place_of(resolved(gazetteer, (told, marks)), "Grand City").geonames_id == 61


def test_a_hamlet_is_not_meant_for_the_land(tmp_path):
    """King George was not of a village in another country."""
    land = Row(63, "Albion", "province", 10.2, 20.2, 50_000_000, "WD", known=60)
    hamlet = Row(64, "Albion", "village", 50.41, 5.41, 900, "FD", admin1=9, known=3)
    with small_gazetteer(tmp_path, land, hamlet) as gazetteer:
        text = "Freedonia was bought from King George of Albion. It is near Port Haven and Springfield."
        marks = [place("Albion"), place("Freedonia"), place("Port Haven"), place("Springfield")]
        assert place_of(resolved(gazetteer, (text, marks)), "Albion").geonames_id == 63


def test_an_article_about_a_province_may_mean_its_hamlet(tmp_path):
    """Local news do not tell their readers where they live."""
    with small_gazetteer(tmp_path, *LONDONS) as gazetteer:
        text = "Police in Oakham said on Friday that they had found the man. He was of Grand City."
        links = resolved(gazetteer, (text, [place("Oakham"), place("Grand City")]))
        assert place_of(links, "Grand City").geonames_id == 61


def test_a_country_gives_way_to_the_province_whose_towns_are_named(tmp_path):
    """Beside Atlan, and without anything of the country, the name is the province's."""
    country = Row(60, "Georgeland", "country", 42.0, 43.0, 4_000_000, "GL", known=200)
    capital = Row(61, "Tbil", "city", 42.0, 43.1, 1_000_000, "GL", known=90)
    province = Row(62, "Georgeland", "province", 50.3, 5.3, country="FD", known=45)
    town = Row(63, "Atlan", "city", 50.31, 5.31, 500_000, "FD", admin1=62, known=50)
    with small_gazetteer(tmp_path, country, capital, province, town) as gazetteer:
        marks = [place("Georgeland"), place("Atlan"), place("Tbil")]
        links = resolved(gazetteer, ("The flight to Atlan made it halfway to Georgeland.", marks))
        assert place_of(links, "Georgeland").geonames_id == 62
        links = resolved(gazetteer, ("The flight to Atlan left Georgeland at noon. Tbil is far.", marks))
        assert place_of(links, "Georgeland").geonames_id == 60


def test_reports_are_written_from_towns(tmp_path):
    """A dateline is the city's, not the province's of the same name."""
    province = Row(60, "New Haven", "province", 50.3, 5.3, 9_000_000, "FD", known=120)
    city = Row(
        61, "New Haven City", "city", 50.31, 5.31, 700_000, "FD", names=(("New Haven", How.ALTERNATE),), known=50
    )
    with small_gazetteer(tmp_path, province, city) as gazetteer:
        links = resolved(gazetteer, ("NEW HAVEN — Rain fell on Monday.", [place("NEW HAVEN")]))
        assert place_of(links, "NEW HAVEN").geonames_id == 61
        links = resolved(gazetteer, ("Rain fell all over New Haven on Monday.", [place("New Haven")]))
        assert place_of(links, "New Haven").geonames_id == 60


def test_a_town_that_the_text_puts_into_a_city_beside_it_is_its_part(tmp_path):
    """As nobody says it of the other town, that one is only in its country."""
    rows = (
        Row(20, "Crowdon", "city", 50.45, 5.45, 100_000, "FD"),
        Row(21, "Southham", "town", 50.35, 5.35, 20_000, "FD"),
    )
    text = "A tram overturned in Crowdon, south Port Haven. Another did in Southham."
    with small_gazetteer(tmp_path, *rows) as gazetteer:
        links = resolved(gazetteer, (text, [place(f) for f in ("Crowdon", "Port Haven", "Southham")]))
    assert place_of(links, "Crowdon").parents == ("port-haven", "freedonia")
    assert place_of(links, "Southham").parents == ("freedonia",)


def test_places_of_one_list_are_of_one_kind(tmp_path):
    """Among states it is the state, though a country has the name too."""
    rows = (
        Row(20, "Jorgia", "country", 80.0, 80.0, 3_000_000, "JO", known=200),
        *(
            Row(30 + i, name, "province", 50.0 + i, 5.0, 4_000_000, "FD", known=60)
            for i, name in enumerate(("Jorgia", "Oklavia", "Tennessia", "Nevadia"))
        ),
    )
    marks = [place(name) for name in ("Jorgia", "Oklavia", "Tennessia", "Nevadia")]
    with small_gazetteer(tmp_path, *rows) as gazetteer:
        links = resolved(
            gazetteer,
            ("People fell ill in Oklavia, Jorgia, Tennessia and Nevadia.", marks),
            ("Jorgia voted.", marks[:1]),
        )
    assert place_of(links, "Jorgia").geonames_id == 30
    assert place_of(links, "Jorgia", "a1").geonames_id == 20


@pytest.mark.parametrize(("phone", "found"), [("519-661-5670", 21), ("020 7946 0000", 20), ("5196615670", 20)])
def test_telephone_numbers_tell_the_country(tmp_path, phone, found):
    """A town of the name in a country where the number rings goes before a better-known one."""
    rows = (
        Row(20, "Londria", "city", 51.0, 0.0, 400_000, "GB", known=30),
        Row(21, "Londria", "city", 43.0, -81.0, 300_000, "CA", known=20),
    )
    with small_gazetteer(tmp_path, *rows) as gazetteer:
        links = resolved(gazetteer, (f"Call Londria police at {phone}.", [place("Londria")]))
    assert place_of(links, "Londria").geonames_id == found


def test_what_the_article_says_of_the_country_outweighs_the_other_articles(tmp_path):
    """Many articles mean the famous one; this one does not, and says so."""
    rows = (
        Row(20, "Londria", "city", 51.0, 0.0, 4_000_000, "GB", known=60),
        Row(21, "Londria", "city", 43.0, -81.0, 300_000, "CA", known=40),
    )
    others = [(f"Rain fell on Londria {day}.", [place("Londria")]) for day in ("today", "on Monday", "again")]
    with small_gazetteer(tmp_path, *rows) as gazetteer:
        links = resolved(gazetteer, ("Call Londria police at 519-661-5670.", [place("Londria")]), *others)
    assert [place_of(links, "Londria", f"a{i}").geonames_id for i in range(4)] == [21, 20, 20, 20]


def test_known_countries_are_not_one_because_a_clause_seems_to_equate_them(gazetteer):
    """Nor does "Wadiya, which is Freedonia's neighbour" rename anything."""
    text = "Cholera reached Wadiya, which is Freedonia's neighbour."
    names = annotated(text, place("Wadiya"), place("Freedonia"))
    spans = [name.span for name in names.names]
    equated = dataclasses.replace(names, equations=(Equation(spans[0], spans[1], "also known as"),))
    groups = group_spots(article(text), equated, gazetteer)
    assert [group.forms for group in groups] == [("Wadiya",), ("Freedonia",)]


def parent_in(gazetteer, text, *marks):
    """The parents of the unknown place Zedbrook in a text."""
    links = resolved(gazetteer, (text, [place("Zedbrook", "cue: town of"), *marks]))
    return place_of(links, "Zedbrook").parents


def test_what_is_far_from_a_town_is_in_its_country(gazetteer):
    """A place 200 miles off is shown in the country, not about the town."""
    text = "A rocket rose in Zedbrook, {} south of Port Haven."
    assert parent_in(gazetteer, text.format("200 miles"), place("Port Haven")) == ("freedonia",)
    assert parent_in(gazetteer, text.format("2 miles"), place("Port Haven"))[0] == "port-haven"


def test_nothing_lies_in_a_sea_or_where_the_report_was_written(tmp_path):
    """Neither a sea of the sentence nor its dateline holds a town."""
    with small_gazetteer(tmp_path, Row(60, "Grey Ocean", "sea", 0.0, 0.0, known=60)) as gazetteer:
        text = "Bound for Zedbrook, the ship turned around over the Grey Ocean."
        assert parent_in(gazetteer, text, place("Grey Ocean")) == ()
        text = "PORT HAVEN — Rockets fell on the town of Zedbrook."
        assert "port-haven" not in parent_in(gazetteer, text, place("PORT HAVEN"))


def test_a_sentence_of_several_countries_does_not_tell_which(gazetteer):
    """Nor do the other places of the article, where the sentence is about other countries."""
    text = "Wadiya fired missiles from the town of Zedbrook toward Freedonia."
    assert parent_in(gazetteer, text, place("Wadiya"), place("Freedonia")) == ()


def test_a_half_of_a_divided_country_is_not_that_of_another_article(gazetteer):
    """The North of one article may be any."""
    first = "North Wadiya fired. The North threatens."
    second = "It fell in the North of the country."
    links = resolved(
        gazetteer, (first, [place("Wadiya"), place("North")]), (second, [place("North", "cue: country of")])
    )
    assert links.mentions["a1"][0].entity != "wadiya"


def test_a_capital_is_meant_rather_than_the_province_of_its_name(tmp_path):
    """Unless a word for a province stands by the name."""
    province = Row(30, "Marra", "province", 10.2, 20.2, 9_000_000, "WD", known=90)
    gazetteer = small_gazetteer(
        tmp_path, province, Row(31, "Marra", "city", 10.2, 20.2, 50_000, "WD", admin1=30, known=30)
    )
    with sqlite3.connect(tmp_path / "small.sqlite") as connection:
        connection.execute("UPDATE place SET capital = 1 WHERE id = 31")
    bare = resolved(gazetteer, ("Rain fell on Marra.", [place("Marra")]))
    called = resolved(gazetteer, ("Rain fell on Marra province.", [place("Marra")]))
    assert place_of(bare, "Marra").geonames_id == 31
    assert place_of(called, "Marra").geonames_id == 30


def test_a_half_of_a_divided_country_is_the_country(tmp_path):
    """The North beside North Zed is North Zed; where no such country is named it is none."""
    gazetteer = small_gazetteer(tmp_path, Row(40, "North Zed", "country", 11.0, 21.0, 1_000_000, "NZ", known=90))
    text = "North Zed fired again. The South spoke, as the North had done."
    links = resolved(gazetteer, (text, [place("North Zed"), place("North"), place("South")]))
    assert {m.text: bool(m.entity) for m in links.mentions["a0"]} == {"North Zed": True, "North": True, "South": False}
    assert place_of(links, "North").geonames_id == 40


def test_a_half_that_a_person_parts_from_its_country_has_no_page(tmp_path):
    """In each article it would be another one, which nothing tells of but the country."""
    gazetteer = small_gazetteer(tmp_path, Row(40, "North Zed", "country", 11.0, 21.0, 1_000_000, "NZ", known=90))
    names = [place("North Zed"), place("North")]
    texts = [(f"North Zed fired {n} times. Rain fell, at the North, as the North said.", names) for n in (2, 3)]
    rule = EntityOverride("North Zed", "places.yaml", 1, never=("North",))
    links = resolved(gazetteer, *texts, overrides=Overrides(places={rule.name: rule}))
    assert {m.text: bool(m.entity) for m in links.mentions["a1"]} == {"North Zed": True, "North": False}
    assert [*links.places] == ["north-zed"]
