"""Labels of names repaired by gazetteer, document, corpus and people."""

import dataclasses

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.linking.gazetteer import How
from according.linking.gazetteer.rows import Row
from according.linking.typing import overrule_labels, settle_labels
from according.linking.typing.people import is_shown_a_person, parted_from_persons, without_credits
from according.linking.typing.rules import judge
from according.linking.typing.seats import seats
from according.linking.typing.sightings import Form
from according.model import Label, Role, Span
from according.overrides import AliasRule, EntityOverride, Overrides


@pytest.fixture
def gazetteer(tmp_path):
    """Two invented countries."""
    with small_gazetteer(tmp_path) as opened:
        yield opened


def settled(gazetteer, *texts, overrides=None):
    """Form -> label of every text's names after settling."""
    articles = {f"a{i}": article(text, f"a{i}") for i, (text, _) in enumerate(texts)}
    annotations = {f"a{i}": annotated(text, *marks) for i, (text, marks) in enumerate(texts)}
    found = settle_labels(articles, annotations, gazetteer)
    found = overrule_labels(articles, found, overrides or Overrides())
    return [{n.span.of(texts[i][0]): n.label for n in found[f"a{i}"].names} for i in range(len(texts))]


def test_an_organization_that_stands_like_a_known_place_is_one(gazetteer):
    """The gazetteer has it, and things happen in it."""
    (labels,) = settled(gazetteer, ("Shells fell in Tel Amara again.", [body("Tel Amara")]))
    assert labels["Tel Amara"] is Label.PLACE


def test_a_person_who_bears_a_villages_name_stays_a_person(gazetteer):
    """The gazetteer alone is no evidence: many surnames are villages."""
    (labels,) = settled(
        gazetteer, ("Springfield said he was sorry.", [person("Springfield", "surname: Joe Springfield")])
    )
    assert labels["Springfield"] is Label.PERSON


def test_a_title_is_believed_against_the_gazetteer(gazetteer):
    """General Springfield is somebody, wherever he stands."""
    (labels,) = settled(gazetteer, ("Aid went to Springfield.", [person("Springfield", "title: General")]))
    assert labels["Springfield"] is Label.PERSON


def test_a_name_in_a_list_of_places_is_a_place(gazetteer):
    """Its neighbours speak for it."""
    text = "Convoys reached Port Haven, Springfield and Tel Amara."
    (labels,) = settled(gazetteer, (text, [place("Port Haven"), person("Springfield"), place("Tel Amara")]))
    assert labels["Springfield"] is Label.PLACE


def test_capitals_are_a_place_only_when_they_abbreviate_one(gazetteer):
    """A news agency is not the village that its letters spell."""
    text = "G.B. and AMR agreed."
    (labels,) = settled(gazetteer, (text, [body("G.B.", "acronym"), place("AMR")]))
    assert labels == {"G.B.": Label.PLACE, "AMR": Label.ORGANIZATION}


def test_a_parliament_is_not_the_village_of_its_name(gazetteer):
    """A letter to Congress is not sent to a village, even in its country."""
    assert not is_place_after_all(gazetteer, "Parliament")
    assert is_place_after_all(gazetteer, "Springfield")


def is_place_after_all(gazetteer, name):
    """Whether a body that stands like a place of the gazetteer becomes one; the gazetteer has every name."""
    hit = dataclasses.replace(gazetteer.lookup("Springfield")[0])
    names = annotated(f"Shells fell in {name}.", body(name)).names
    form = Form(name, names, (hit,), 1, 1, 0, 0, 0, 0, frozenset())
    rule = judge(form)
    return rule is not None and rule.label is Label.PLACE


def test_a_region_is_none_of_the_banks_that_its_name_speaks_of(gazetteer):
    """The gazetteer knows better than a word of the name."""
    hit = gazetteer.lookup("Springfield")[0]
    names = annotated("The West Bank was quiet.", body("West Bank", "words of the name")).names
    form = Form("West Bank", names, (hit,), 0, 0, 0, 0, 0, 0, frozenset())
    assert judge(form) is None
    region = dataclasses.replace(hit, entry=dataclasses.replace(hit.entry, kind="region"))
    assert judge(dataclasses.replace(form, hits=(region,), located=1, text="European Union")) is None
    acting = tuple(dataclasses.replace(n, role=Role.AGENT) for n in names)
    assert judge(dataclasses.replace(form, hits=(region,), names=acting)) is None
    for stands in ({"located": 1}, {"listed": 1}, {"trailing": 1}, {"datelined": 1}):
        rule = judge(dataclasses.replace(form, hits=(region,), names=acting, **stands))
        assert rule is not None
        assert rule.label is Label.PLACE


def test_two_capitals_are_a_place_only_where_places_stand(gazetteer):
    """The initials of a photo agency are no province; after a town and a comma they are."""
    province = dataclasses.replace(gazetteer.lookup("G.B.")[0])
    (name,) = annotated("PA", body("PA", "acronym")).names
    form = Form("PA", (name,), (province,), 0, 0, 0, 0, 0, 0, frozenset())
    assert judge(form) is None
    rule = judge(dataclasses.replace(form, trailing=1))
    assert rule is not None
    assert rule.label is Label.PLACE


def test_what_has_a_circuit_or_a_tram_stop_is_a_place(gazetteer):
    """No gazetteer knows it, the model took it for a company."""
    text = "They crashed at Blorpo. The Blorpo circuit was wet. The Zandi tram stop was closed."
    (labels,) = settled(gazetteer, (text, [body("Blorpo"), place("Zandi")]))
    assert labels == {"Blorpo": Label.PLACE, "Zandi": Label.PLACE}


def test_somebodys_relative_is_a_person(gazetteer):
    """A son has no company's name, and what he is called is no guess any more."""
    text = "Their son, Blorpo, was born in 2009. A sister company, Zumzum, grew."
    (labels,) = settled(gazetteer, (text, [body("Blorpo"), body("Zumzum")]))
    assert labels == {"Blorpo": Label.PERSON, "Zumzum": Label.ORGANIZATION}


def test_laws_and_flights_are_nobody_whatever_body_their_names_begin_with(gazetteer):
    """A council's resolution is no council, and the people in charge of a flight are no flight."""
    text = "The Security Council Resolution passed. Blorpo Airlines Flight 7 left."
    marks = [body(form, "words of the name") for form in ("Security Council Resolution", "Blorpo Airlines Flight")]
    (labels,) = settled(gazetteer, (text, marks))
    assert labels == {}


def test_an_air_base_is_a_place(gazetteer):
    """The force that is named in it is another."""
    text = "They landed at Blorpo Air Force Base."
    mark = ("Blorpo Air Force Base", Label.ARMED_FORCE, "words of the name")
    (labels,) = settled(gazetteer, (text, [mark]))
    assert labels["Blorpo Air Force Base"] is Label.PLACE


def test_a_prison_is_a_place(gazetteer):
    """The model took its name for somebody's; who acts stays somebody."""
    (labels,) = settled(gazetteer, ("They died in Blorpo prison.", [person("Blorpo")]))
    assert labels == {"Blorpo": Label.PLACE}
    (labels,) = settled(gazetteer, ("They read the Joe Blorpo prison letters.", [person("Joe Blorpo")]))
    assert labels == {"Joe Blorpo": Label.PERSON}


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("They met Lester Quill.", "Lester Quill", Label.PERSON),
        ("They met Lester Jones.", "Lester Jones", Label.PERSON),
        ("They met Jean-Marc Quill.", "Jean-Marc Quill", Label.PERSON),
        ("They met the Scarlet Knights.", "Scarlet Knights", Label.ORGANIZATION),
        ("They bought Lester Energy for its energy.", "Lester Energy", Label.ORGANIZATION),
        ("They met the Lester Council.", "Lester Council", Label.ORGANIZATION),
        ("They met Lester of Quill.", "Lester of Quill", Label.ORGANIZATION),
    ],
)
def test_a_given_name_and_another_word_are_a_person(gazetteer, text, form, label):
    """No team, no company by a common noun, and no body by its own words."""
    (labels,) = settled(gazetteer, (text, [body(form)]))
    assert labels == {form: label}


def test_what_happens_somewhere_is_no_place(gazetteer):
    """A Grand Prix is held in a country."""
    text = "They raced in the Wadiyan Grand Prix."
    (labels,) = settled(gazetteer, (text, [place("Wadiyan Grand Prix")]))
    assert labels == {}


def test_a_building_that_stands_for_a_body_is_a_place_where_something_happens_at_it(gazetteer):
    """The same name is the body where it acts or speaks."""
    text = "They met at the Blue House. The Blue House objected. Officials at the Blue House agreed."
    names = annotated(text, body("Blue House", "known name")).names
    speakers = (Span(text.index("Officials"), text.index(" agreed")),)
    found = seats(text, names, speakers, Sites(gazetteer))
    assert [n.label for n in found] == [Label.PLACE, Label.ORGANIZATION, Label.ORGANIZATION]


class Sites:
    """A gazetteer to which every name is a building's."""

    def __init__(self, gazetteer):
        self.hit = gazetteer.lookup("Springfield")[0]

    def lookup(self, form):
        """One building."""
        return (dataclasses.replace(self.hit, entry=dataclasses.replace(self.hit.entry, kind="site", name=form)),)


@pytest.mark.parametrize(
    ("title", "marked", "expected"),
    [
        ("Tram crash: Driver arrested", person("Driver"), {}),
        ("Model Ada Quist Mourns Cousin", person("Model Ada Quist"), {"Ada Quist"}),
        ("Blaze Lights Up Evening Sky", body("Evening Sky"), {}),
        ("Blorpo Motors to close", body("Blorpo Motors"), {"Blorpo Motors"}),
    ],
)
def test_names_of_titles_are_believed_as_far_as_the_text(gazetteer, title, marked, expected):
    """A headline's capitals are no evidence where the text writes the words without."""
    text = "The driver was questioned by Ada Quist under the evening sky."
    annotation = annotated(text, person("Ada Quist"))
    annotation = dataclasses.replace(annotation, title=annotated(title, marked))
    found = settle_labels({"a": article(text, "a", title)}, {"a": annotation}, gazetteer)["a"].title
    assert {n.span.of(title) for n in found.names} == set(expected)


def test_an_unknown_word_before_a_common_noun_is_no_place(gazetteer):
    """The Blorp virus is not from Blorp."""
    (labels,) = settled(gazetteer, ("Blorp virus spread in Wadiya.", [place("Blorp"), place("Wadiya", "country")]))
    assert "Blorp" not in labels


def test_an_unknown_place_that_the_text_calls_a_village_stays(gazetteer):
    """A cue is worth more than the gazetteer's silence."""
    (labels,) = settled(gazetteer, ("The village of Blorp burned.", [place("Blorp", "cue: village of")]))
    assert labels["Blorp"] is Label.PLACE


def test_a_name_cut_short_is_drawn_out_to_the_gazetteers(gazetteer):
    """The model saw only half of Port Haven."""
    (labels,) = settled(gazetteer, ("Ships left Port Haven today.", [place("Haven")]))
    assert labels == {"Port Haven": Label.PLACE}


def test_a_possessive_is_not_drawn_into_a_name(gazetteer):
    """The span ends with the name."""
    (labels,) = settled(gazetteer, ("Ships left Port Haven's docks.", [place("Port Haven")]))
    assert list(labels) == ["Port Haven"]


def test_a_place_that_the_model_missed_in_a_list_is_found(gazetteer):
    """Between two places, with a capital, and in the gazetteer."""
    text = "Rain in Port Haven, Springfield and Tel Amara."
    (labels,) = settled(gazetteer, (text, [place("Port Haven"), place("Tel Amara")]))
    assert labels["Springfield"] is Label.PLACE


def test_the_corpus_outvotes_a_guess(gazetteer):
    """One article calls Khirbet Zed a village; in another the model took Khirbat Zedd for a person."""
    one = ("The village of Khirbet Zed burned.", [place("Khirbet Zed", "cue: village of")])
    two = ("Smoke rose over Khirbat Zedd.", [person("Khirbat Zedd")])
    assert settled(gazetteer, one, two)[1]["Khirbat Zedd"] is Label.PLACE


def test_the_part_of_a_places_own_name_is_no_second_place(gazetteer):
    """Haven is not named by Port Haven."""
    text = "Rain in Port Haven."
    annotation = annotated(text, place("Port Haven"), place("Haven"))
    names = tuple(dataclasses.replace(n, inside=Span(8, 18)) if n.span.start > 8 else n for n in annotation.names)
    found = settle_labels({"a": article(text, "a")}, {"a": dataclasses.replace(annotation, names=names)}, gazetteer)
    assert [n.span.of(text) for n in found["a"].names] == ["Port Haven"]


def test_a_province_in_a_bodys_name_is_named_there(gazetteer):
    """The name inside points to the name that holds it."""
    text = "Qasim Governorate Police came."
    articles, annotations = {"a": article(text, "a")}, {"a": annotated(text, body("Wadiya Police"), body("Qasim"))}
    assert settle_labels(articles, annotations, gazetteer)
    text = "Wadiya State Police came."
    found = settle_labels({"a": article(text, "a")}, {"a": annotated(text, body("Wadiya State Police"))}, gazetteer)
    assert [(n.span.of(text), n.inside) for n in found["a"].names] == [
        ("Wadiya State Police", None),
        ("Wadiya", Span(0, 19)),
    ]


def test_a_person_says_that_a_name_is_a_place(gazetteer):
    """Even one that nobody had found, wherever it stands."""
    overrides = Overrides(places={"Boyar Zed": EntityOverride("Boyar Zed", "places.yaml", 1, kind="village")})
    (labels,) = settled(gazetteer, ("Boyar Zed wept. So did Boyar Zed's neighbours.", []), overrides=overrides)
    assert labels == {"Boyar Zed": Label.PLACE}


def test_a_person_says_that_a_name_is_nothing(gazetteer):
    """It is taken from the names."""
    overrides = Overrides(places={"Kalashnikovs": EntityOverride("Kalashnikovs", "places.yaml", 1, ignore=True)})
    (labels,) = settled(gazetteer, ("They fired Kalashnikovs.", [body("Kalashnikovs")]), overrides=overrides)
    assert labels == {}


def test_a_person_says_that_a_place_is_an_actor(gazetteer):
    """Of the kind that they give; an alias counts like the name, in its articles only."""
    rule = EntityOverride("Haven FC", "actors.yaml", 1, kind="group", aliases=(AliasRule("Port Haven", ("a1",)),))
    text = ("Port Haven won.", [place("Port Haven")])
    first, second = settled(gazetteer, text, text, overrides=Overrides(actors={"Haven FC": rule}))
    assert (first["Port Haven"], second["Port Haven"]) == (Label.PLACE, Label.GROUP)


def test_a_month_beside_a_place_is_no_place(gazetteer):
    """There is a town called March, and it is never meant after a number."""
    (labels,) = settled(gazetteer, ("On 23 March, Port Haven froze.", [place("Port Haven")]))
    assert labels == {"Port Haven": Label.PLACE}


def test_a_surname_beside_a_place_stays_a_persons(gazetteer):
    """The article gives the full name, so that a list of places proves nothing."""
    text = "Tel Amara, Port Haven's striker, was held."
    (labels,) = settled(gazetteer, (text, [person("Tel Amara", "surname: Joe Tel Amara"), place("Port Haven")]))
    assert labels["Tel Amara"] is Label.PERSON


def test_what_has_police_is_a_town(gazetteer):
    """Whether the model took it for a body or saw nothing at all; riot police have no town."""
    (labels,) = settled(gazetteer, ("Tel Amara police ran. Port Haven Mayor Ana Lee spoke.", [body("Tel Amara")]))
    assert (labels["Tel Amara"], labels["Port Haven"]) == (Label.PLACE, Label.PLACE)


def test_a_town_stands_before_its_council(gazetteer):
    """The village of a body is named inside it, the body stays one."""
    text = "Tel Amara Borough Council met."
    found = settle_labels(
        {"a": article(text, "a")}, {"a": annotated(text, body("Tel Amara Borough Council"))}, gazetteer
    )
    assert [(n.span.of(text), n.inside) for n in found["a"].names] == [
        ("Tel Amara Borough Council", None),
        ("Tel Amara", Span(0, 25)),
    ]


def test_a_short_form_after_a_place_is_its_province(gazetteer):
    """After a town and a comma, whatever the model saw in it."""
    (labels,) = settled(gazetteer, ("Rain in Port Haven, G.B. again.", [place("Port Haven"), person("G.B.")]))
    assert labels["G.B."] is Label.PLACE


def test_capitals_that_spell_a_province_are_none_of_its_abbreviations(tmp_path):
    """The agency SAND is not Sanda because its letters begin that name; where a place would stand, it may be."""
    row = Row(20, "Sanda", "province", 50.6, 5.6, country="FD", names=(("Sand", How.ALIAS),))
    with small_gazetteer(tmp_path, row) as opened:
        (labels,) = settled(opened, ("SAND said that SAND had seen it.", [body("SAND", "acronym")]))
        assert labels["SAND"] is Label.ORGANIZATION
        (labels,) = settled(opened, ("Rain fell in SAND.", [body("SAND", "acronym")]))
        assert labels["SAND"] is Label.PLACE
        (labels,) = settled(
            opened, ("The agency SAND wrote it. Near SAND it rained.", [body("SAND", "cue: news agency")])
        )
        assert labels["SAND"] is Label.ORGANIZATION


def test_a_place_that_the_model_missed_is_heard_in_another_spelling(tmp_path):
    """The town near which a raid failed is one that the gazetteer spells otherwise; by whom, may be anybody."""
    row = Row(20, "Ma‘arrat az Zu‘mān", "town", 10.7, 20.7, 9_000, "WD", admin1=3)
    with small_gazetteer(tmp_path, row) as opened:
        for text, found in (
            ("A raid near Maarat al-Zuman failed.", True),
            ("A raid by Maarat al-Zuman failed.", False),
        ):
            (labels,) = settled(opened, (text, []))
            assert (labels.get("Maarat al-Zuman") is Label.PLACE) is found


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("It fired an xenon rocket booster module (XRBM) on Monday.", "XRBM"),
        ("See your GP or a walk-in centre.", "GP"),
        ("Two X-15K jets took off.", "X-15K"),
        ("Additional work by Ada Lee; Writing by Ina Moss.", "Writing"),
        ("The pictures were shared CALM DAN Danny Dyer warns his wife.", "CALM DAN"),
        ("Thousands stranded BUM'S CRUSH Mystery student mocks police.", "BUM"),
        ("Facebook Twitter Pinterest A man in the rain.", "Facebook Twitter Pinterest"),
        ("They CAN hit it, he said; nobody else can.", "CAN"),
        ("It plays on a 4K TV at home.", "K TV"),
        ("Wow #ElectionNight", "ElectionNight"),
        ("Could not subscribe, try again later Invalid Email", "Invalid Email"),
        ("Pentagon spokesman Col. Ada Lee said so.", "Col"),
        ("It was over. Gunman after gunman gave up.", "Gunman"),
        ("The S. Wadiyan president spoke.", "S."),
    ],
)
def test_fragments_and_letters_for_things_name_nobody(gazetteer, text, form):
    """None of them is a person or a body."""
    (labels,) = settled(gazetteer, (text, [body(form)]))
    assert form not in labels


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Example Defense Union (XDU) met.", "XDU"),
        ("The national snooker association (NSA) met.", "NSA"),
        ("It told XNBC that the NATO Secretary General had left.", "XNBC"),
        ("Gunman said the show would go on. Fans of Gunman cheered.", "Gunman"),
        ("The CAN met; it can act.", "CAN"),
        ("ADA CRANSTONE The singer left. Cranstone will be back.", "ADA CRANSTONE"),
        ("The G20 met.", "G20"),
        ("AFP Photo shows the crowd.", "AFP"),
    ],
)
def test_names_in_capitals_and_of_common_words_stay(gazetteer, text, form):
    """What looks like the fragments but is somebody's name."""
    (labels,) = settled(gazetteer, (text, [body(form)]))
    assert labels[form] is Label.ORGANIZATION


def test_capitals_in_a_dateline_are_the_known_place(gazetteer):
    """Two towns at the head of a report are no bodies, nor are they further down."""
    text = "PORT HAVEN/SPRINGFIELD (Example Wire) - Rain fell. Later SPRINGFIELD was dry."
    (labels,) = settled(gazetteer, (text, [body("PORT HAVEN", "acronym"), body("SPRINGFIELD", "acronym")]))
    assert set(labels.values()) == {Label.PLACE}


@pytest.mark.parametrize("form", ["Cape Zedimo", "Khirbat-Zed", "Zedimo Airport"])
def test_a_landmark_where_something_is_needs_no_gazetteer(gazetteer, form):
    """Unless nothing is there."""
    (labels,) = settled(gazetteer, (f"A plane crashed near {form}.", [person(form)]))
    assert labels[form] is Label.PLACE
    (labels,) = settled(gazetteer, ("Fans listened to Cape Zedimo, as Lee Road sang.", [person("Lee Road")]))
    assert labels["Lee Road"] is Label.PERSON


def test_a_given_name_is_no_place(gazetteer):
    """Somebody is called so in full, and no place stands there."""
    text = "Springfield Stevens began early. Today Springfield skates, and fans like Springfield."
    (labels,) = settled(gazetteer, (text, [person("Springfield Stevens"), place("Springfield", "country")]))
    assert labels["Springfield"] is Label.PERSON
    text = "Springfield Stevens lives in Springfield."
    (labels,) = settled(gazetteer, (text, [person("Springfield Stevens"), place("Springfield", "country")]))
    assert labels["Springfield"] is Label.PLACE


def test_a_surname_in_the_plural_is_a_family(gazetteer):
    """Not the place that sounds like it."""
    text = "Ken Boon lost. Officials met the Boons, Wadiya said."
    (labels,) = settled(gazetteer, (text, [person("Ken Boon"), place("Boons"), place("Wadiya")]))
    assert labels["Boons"] is Label.GROUP


def test_a_degree_is_no_province(gazetteer):
    """The letters stand after somebody's name; after a town they are the province's."""
    text = "Ana Lee, G.B., spoke in Port Haven."
    (labels,) = settled(gazetteer, (text, [person("Ana Lee"), place("G.B."), place("Port Haven")]))
    assert "G.B." not in labels
    text = "Ana Lee spoke in Port Haven, G.B."
    (labels,) = settled(gazetteer, (text, [person("Ana Lee"), place("G.B."), place("Port Haven")]))
    assert labels["G.B."] is Label.PLACE


def test_a_noun_for_its_kind_makes_a_known_name_a_place(gazetteer):
    """The model took it for somebody; the gazetteer and the word before it know better."""
    (labels,) = settled(gazetteer, ("He was held in the town Springfield.", [person("Springfield")]))
    assert labels["Springfield"] is Label.PLACE


def test_a_famous_province_of_several_words_is_nobody(gazetteer):
    """Wherever it stands."""
    text = "Greenland Bay Province is the second."
    (labels,) = settled(gazetteer, (text, [person("Greenland Bay Province")]))
    assert labels["Greenland Bay Province"] is Label.PLACE


def test_what_a_place_leads_is_not_part_of_its_name(gazetteer):
    """The model took both for a body; where it saw neither, the place is found."""
    text = "The Wadiya-led campaign failed. A Springfield-based cleric agreed."
    (labels,) = settled(gazetteer, (text, [body("Wadiya-led")]))
    assert labels == {"Wadiya": Label.PLACE, "Springfield": Label.PLACE}


def test_whoever_is_from_a_place_names_it(gazetteer):
    """A colour or an age before "woman" is none."""
    text = "On Monday a Springfield woman was found. Another young woman was not, Port Haven authorities said."
    (labels,) = settled(gazetteer, (text, []))
    assert labels == {"Springfield": Label.PLACE, "Port Haven": Label.PLACE}


def test_a_place_found_by_one_rule_speaks_for_its_neighbour(gazetteer):
    """The first stands like a place, the second only beside it."""
    (labels,) = settled(gazetteer, ("Shells fell in Tel Amara, G.B., again.", [body("Tel Amara"), body("G.B.")]))
    assert labels == {"Tel Amara": Label.PLACE, "G.B.": Label.PLACE}


def test_a_war_a_prize_and_a_case_at_law_are_nobody(gazetteer):
    """Whatever the model takes them for; a body that awards one is somebody."""
    text = "The Wadiyan War ended. Amara v. Haven was heard. She won the Haven Prize for Peace. The Prize Board met."
    marks = [person("Wadiyan War"), person("Amara v. Haven"), body("Haven Prize for Peace"), body("Prize Board")]
    (labels,) = settled(gazetteer, (text, marks))
    assert labels == {"Prize Board": Label.ORGANIZATION}


def test_a_korean_given_name_is_whole(gazetteer):
    """The model stops at the hyphen; of other names what follows one is no part."""
    text = "Park Geun-hye left. A Kim Lee-led team, and the Ana Lee-style talks, did not."
    (labels,) = settled(gazetteer, (text, [person("Park Geun"), person("Ana Lee")]))
    assert labels == {"Park Geun-hye": Label.PERSON, "Ana Lee": Label.PERSON}


@pytest.mark.parametrize(
    "text",
    [
        "{}, 46, rushed to the scene.",
        "{}, a security guard at the town hall, saw it.",
        "The crowd in Port Haven. ({}, File/Associated Press)",
    ],
)
def test_an_age_a_calling_or_a_camera_shows_a_person(gazetteer, text):
    """What the model took for a body is somebody."""
    (labels,) = settled(gazetteer, (text.format("Taki Holt"), [body("Taki Holt")]))
    assert labels["Taki Holt"] is Label.PERSON


def test_a_surname_that_stands_alone_shows_another_bearer():
    """Two words, the last of them a surname that the article uses alone; a code is none."""
    assert is_shown_a_person("Mo Holt won.", Span(0, 7), {"Holt"})
    assert not is_shown_a_person("Mo Holt won.", Span(0, 7), {"Lee"})
    assert not is_shown_a_person("Galaxy S9 is out.", Span(0, 9), {"S9"})


@pytest.mark.parametrize("text", ["Reuters/{} reported it.", "{}, 46 of whose staff left, closed.", "{} Inc/Reuters."])
def test_a_body_beside_figures_and_agencies_stays_one(gazetteer, text):
    """None of this shows a person."""
    (labels,) = settled(gazetteer, (text.format("Taki Holt"), [body("Taki Holt")]))
    assert labels["Taki Holt"] is Label.ORGANIZATION


def test_a_body_run_together_with_a_person_is_parted(gazetteer):
    """The article has the person's full name elsewhere."""
    text = "Splash News Taki Holt smiled. Taki Holt won."
    names = [n for n in annotated(text, body("Splash News Taki Holt"), person("Taki Holt")).names if n.span.start != 12]
    parted = [(n.span.of(text), n.label) for n in parted_from_persons(text, names)]
    assert parted == [
        ("Splash News", Label.ORGANIZATION),
        ("Taki Holt", Label.PERSON),
        ("Taki Holt", Label.PERSON),
    ]


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("Security Committee Lester Quill", ["Security Committee", "Lester Quill"]),
        ("Blorpo’s Lester Quill", ["Blorpo’s", "Lester Quill"]),
        ("Security Committee Blorpo Zumzum", ["Security Committee Blorpo Zumzum"]),
        ("Bank of Lester Quill", ["Bank of Lester Quill"]),
    ],
)
def test_a_given_name_behind_a_bodys_noun_begins_a_person(form, parts):
    """Nobody else has to name him."""
    parted = parted_from_persons(form, annotated(form, body(form)).names)
    assert [n.span.of(form) for n in parted] == parts


def test_state_of_a_secretary_of_state_is_nobody(gazetteer):
    """What an office is for is named with the office; elsewhere the word may name a body."""
    text = "Secretary of State Ana Lee left. Defence of the realm matters, the secretary of Hamra said."
    (labels,) = settled(gazetteer, (text, [body("State"), person("Ana Lee"), body("Defence"), body("Hamra")]))
    assert set(labels) == {"Ana Lee", "Defence", "Hamra"}
    text = "Defense Secretary Ana Lee left."
    (labels,) = settled(gazetteer, (text, [body("Defense"), person("Ana Lee")]))
    assert set(labels) == {"Ana Lee"}


def test_a_word_of_the_text_is_no_place_by_its_capital(gazetteer):
    """A body does not become a place that the text writes in small letters too."""
    text = "There is an option in Springfield; each springfield has one."
    (labels,) = settled(gazetteer, (text, [body("Springfield")]))
    assert labels == {"Springfield": Label.ORGANIZATION}


def test_the_earth_is_no_village_and_a_month_no_town(tmp_path):
    """Places of the gazetteer bear such names."""
    more = (Row(50, "Earth", "village", 10.1, 20.1, 1_000, "WD"), Row(51, "Nov", "town", 10.1, 20.1, 1_000, "WD"))
    with small_gazetteer(tmp_path, *more) as gazetteer:
        (labels,) = settled(gazetteer, ("It orbits Earth. Port Haven, Nov. 9", [place("Earth"), place("Port Haven")]))
    assert labels == {"Port Haven": Label.PLACE}


def test_the_agency_of_a_credit_is_parted_from_what_follows():
    """It stands before the text of the next paragraph; a name of the agency's own stays whole."""
    text = "A crowd.\nReuters People in Wadiya met.\nReuters Television saw it. The Reuters Building fell."
    marks = [(f, Label.MEDIA, "model") for f in ("Reuters People", "Reuters Television", "Reuters Building")]
    found = [n.span.of(text) for n in without_credits(text, annotated(text, *marks).names)]
    assert found == ["Reuters", "Reuters Television", "Reuters Building"]


def test_a_province_in_a_bodys_name_is_of_a_country_that_the_article_is_about(tmp_path):
    """An airline called after the mouth of a river is of no province abroad."""
    province = Row(60, "Delta", "province", 10.2, 20.2, 900_000, "WD", known=41)
    with small_gazetteer(tmp_path, province) as gazetteer:
        marks = [body("Delta Air Lines"), place("Port Haven"), place("Wadiya")]
        away, home = "Delta Air Lines flew to Port Haven.", "Delta Air Lines flew to Wadiya."
        assert "Delta" not in settled(gazetteer, (away, marks))[0]
        assert settled(gazetteer, (home, marks))[0]["Delta"] is Label.PLACE


def test_a_place_in_a_bodys_name_is_whole(tmp_path):
    """The second word of "New Albion Patriots" is no place of its own."""
    rows = (
        Row(60, "Albion", "province", 10.2, 20.2, 900_000, "WD", known=41),
        Row(61, "New Albion", "region", 50.2, 5.2, 0, "FD", known=60),
    )
    with small_gazetteer(tmp_path, *rows) as gazetteer:
        text = "The New Albion Patriots won."
        whole, part = (Span(4, 23), Span(8, 14))
        read = annotated(text, body("New Albion Patriots"))
        inner = dataclasses.replace(read.names[0], span=part, label=Label.PLACE, evidence="country", inside=whole)
        read = dataclasses.replace(read, names=(*read.names, inner))
        (found,) = settle_labels({"a0": article(text, "a0")}, {"a0": read}, gazetteer).values()
        assert {n.span.of(text) for n in found.names if n.label is Label.PLACE} == {"New Albion"}


def test_a_known_name_after_a_word_that_stands_before_anything_is_no_place(gazetteer):
    """What stands "on" a name is a place only in an article that speaks of its country."""
    (away, home) = settled(
        gazetteer,
        ("It appears on Springfield 14 of the paper.", [body("Springfield")]),
        ("It fell on Springfield in the night. Freedonia mourns.", [body("Springfield"), place("Freedonia")]),
    )
    assert away["Springfield"] is Label.ORGANIZATION
    assert home["Springfield"] is Label.PLACE


def test_whom_the_article_goes_by_is_no_place(gazetteer):
    """After "according to" stands who says something."""
    text = "They go too fast, according to the Office of Rail and Road."
    (labels,) = settled(gazetteer, (text, [place("Office of Rail and Road")]))
    assert labels["Office of Rail and Road"] is Label.ORGANIZATION


def test_an_area_of_software_is_no_place(gazetteer):
    """The word "area" alone makes no place of a word that nothing else shows to be one."""
    text = "It was added to the Themes area. Smoke rose from the Ghutra area; people in Ghutra fled."
    (labels,) = settled(gazetteer, (text, [place("Themes", "cue: area"), place("Ghutra", "cue: area")]))
    assert "Themes" not in labels
    assert labels["Ghutra"] is Label.PLACE


def test_what_owns_the_next_name_is_not_listed_with_it(gazetteer):
    """A possessive after a comma says what the name before it is."""
    text = "The money came through Zovatek, Freedonia's largest producer."
    (labels,) = settled(gazetteer, (text, [place("Zovatek"), place("Freedonia")]))
    assert "Zovatek" not in labels
