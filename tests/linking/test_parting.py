"""Names of one page that people say are different places, or different actors."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.corpus import link
from according.linking.gazetteer import How
from according.linking.gazetteer.rows import Row
from according.model import EventSet, Label, Span
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

NONE = EventSet({}, {}, {}, {})
# One village, which no gazetteer has, in four spellings; only one of them says where it lies.
VILLAGE = {
    "one": "Khirbet Ammo burned. Khirbet Ammo wept. Khirbet Amo, near Al Qāsim, fell. Khirbet Ammu fell."
    " Kharbet Amo too. Two came from Freedonia.",
    "two": "Khirbet Ammo burned. Kharbet Amo was left.",
}
SPELLINGS = {"Khirbet Ammo", "Khirbet Amo", "Khirbet Ammu", "Kharbet Amo"}
PAGE = "Khirbet Ammo"
# A province, once in another spelling, and a city of its name.
PROVINCE = {"one": "Rain fell on the province of Hasakah in Wadiya. All of Hasakeh province was wet. Hasakah wept."}
# A city of two spellings, of which the one that is the gazetteer's is called a town.
CITY = {
    "one": "Rain fell on the city of Kamyshan in Wadiya. It hit the town of Qamishan. Qamishan wept. Freedonia denied."
}
# A city that the gazetteer has under both of its names.
TWICE = {"one": "Rain fell on the city of Dar Salim in Wadiya. Dar Selim wept."}
# A place outside the gazetteer, of which the text tells under one spelling what and where it is.
HAMLET = {"one": "The village of Beit Ammo, near Al Qāsim, burned. It rained. Beit Ammu fell. Rain fell on Freedonia."}

ARLIANS = (("Arlian", How.DEMONYM), ("Arlians", How.DEMONYM), ("A.R.", How.ALIAS))


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    """One more city, in a province of its name."""
    more = (
        Row(20, "Hasakah", "city", 10.7, 20.7, 6_000, "WD", admin1=21, known=5),
        Row(21, "Hasakah", "province", 10.8, 20.8, country="WD", known=90),
        Row(23, "Dar Salim", "city", 10.2, 20.2, 90_000, "WD", admin1=21, names=(("Dar Selim", How.ALIAS),), known=9),
        Row(24, "Arlia", "country", 30.0, 5.0, 9_000, "AR", names=ARLIANS, known=200),
        Row(22, "Qamishan", "city", 10.9, 20.9, 90_000, "WD", admin1=21, known=9),
    )
    return small_gazetteer(tmp_path_factory.mktemp("parting"), *more)


def linked(gazetteer, texts, *rules):
    """The articles under corrections of places, and what is warned of."""
    overrides = Overrides(places={rule.name: rule for rule in rules})
    names = {
        "Al Qāsim",
        "Beit Ammo",
        "Dar Salim",
        "Dar Selim",
        "Beit Ammu",
        "Freedonia",
        "Hasakah",
        "Hasakeh",
        "Kamyshan",
        "Qamishan",
        "Wadiya",
        *SPELLINGS,
    }
    marks = [place(name, "cue: village" if name in SPELLINGS else "cue: place") for name in sorted(names)]
    articles = {id_: article(text, id_) for id_, text in texts.items()}
    found = link(articles, {id_: by_sentence(text, marks) for id_, text in texts.items()}, gazetteer, overrides)
    return found, [p.message for p in unused_overrides(overrides, found, NONE, gazetteer)]


def by_sentence(text, marks):
    """An annotation whose names know their sentences."""
    whole = annotated(text, *marks)
    names = tuple(replace(name, sentence=text.count(". ", 0, name.span.start)) for name in whole.names)
    return replace(whole, names=names)


def said(name, *aliases, never=(), articles=(), **what):
    """A correction of a place."""
    rules = tuple(AliasRule(alias, articles) for alias in aliases)
    return EntityOverride(name, "places.yaml", 1, aliases=rules, never=never, **what)


def spelled(found):
    """By title of a page, its spellings."""
    return {p.name: {form.text for form in p.forms} for p in found.places.values()}


def told(found):
    """What the corrections did: for each, the deeds with what they name and count."""
    return {e.key: [(d.what, d.new, d.count) for d in e.deeds] for es in found.effects.values() for e in es}


@pytest.mark.parametrize(
    "rule",
    [
        said(PAGE, never=("Khirbet Ammu",)),
        said("Khirbet Ammu", never=(PAGE,)),
        said("Ammu Hill", "Khirbet Ammu", never=(PAGE,)),
        said("Khirbet Ammu", "Khirbet Ammu", articles=("one",)),
    ],
)
def test_only_the_spelling_that_is_named_leaves_the_page(gazetteer, rule):
    """Whichever of the two the entry is about; the page keeps its other spellings, its address and its place."""
    alone, _ = linked(gazetteer, VILLAGE)
    assert spelled(alone)[PAGE] == SPELLINGS
    found, warned = linked(gazetteer, VILLAGE, rule)
    apart = rule.name if rule.name != PAGE else "Khirbet Ammu"
    assert spelled(found)[PAGE] == SPELLINGS - {"Khirbet Ammu"}
    assert spelled(found)[apart] == {"Khirbet Ammu"}
    before, after = (next(p for p in linked.places.values() if p.name == PAGE) for linked in (alone, found))
    assert (after.id, after.parents, after.latitude) == (before.id, before.parents, before.latitude)
    assert warned == []


def test_a_page_stays_in_its_place_when_the_spelling_that_tells_it_leaves(gazetteer):
    """Only "Khirbet Amo near Al Qāsim" tells where the village lies."""
    alone, _ = linked(gazetteer, VILLAGE)
    for rule in (said(PAGE, never=("Khirbet Amo",)), said("Khirbet Amo", never=(PAGE,))):
        found, _ = linked(gazetteer, VILLAGE, rule)
        before, after = (next(p for p in linked.places.values() if p.name == PAGE) for linked in (alone, found))
        assert before.parents
        assert after.parents == before.parents


def test_an_alias_goes_before_the_page_that_has_it(gazetteer):
    """A person gives a spelling of the page to another entry; it is told of the entry that lost it too."""
    other = said("Khirbet Ammu", "Khirbet Amo", kind="village")
    two = "make two pages of what the program has on one"
    for rules in ((said(PAGE, "Kharbet Amo"), other), (said(PAGE, never=("Khirbet Ammu",)), other)):
        found, warned = linked(gazetteer, VILLAGE, *rules)
        assert spelled(found)[PAGE] == {PAGE, "Kharbet Amo"}
        assert spelled(found)["Khirbet Ammu"] == {"Khirbet Ammu", "Khirbet Amo"}
        assert all(two in message for message in warned)
        assert ("part", "Khirbet Ammu", 2) in told(found)[PAGE]


@pytest.mark.parametrize("rule", [said("Hasakah", never=("Hasakeh",)), said("Hasakeh", never=("Hasakah",))])
def test_a_place_of_the_gazetteer_stays_what_it_is(gazetteer, rule):
    """The spelling that leaves becomes another place of the name; the page keeps its entry, its pin and its address."""
    alone, _ = linked(gazetteer, PROVINCE)
    assert spelled(alone)["Hasakah"] == {"Hasakah", "Hasakeh"}
    found, _ = linked(gazetteer, PROVINCE, rule)
    before, after = (
        next(p for p in linked.places.values() if "Hasakah" in {f.text for f in p.forms}) for linked in (alone, found)
    )
    assert (after.id, after.entry, after.kind, after.latitude) == (before.id, 21, "province", before.latitude)
    assert {form.text for form in after.forms} == {"Hasakah"}


@pytest.mark.parametrize(
    "rule",
    [said("Qamishan", never=("Kamyshan",)), said("Kamyshan", never=("Qamishan",)), said("Kamyshan", ignore=True)],
)
def test_a_page_keeps_its_kind_when_the_spelling_that_tells_it_leaves(gazetteer, rule):
    """Kamyshan is called a city; that it is another place, or none, does not make a town of Qamishan."""
    for rules in ((), (rule,)):
        places = linked(gazetteer, CITY, *rules)[0].places
        assert {p.name: p.kind for p in places.values() if p.entry == 22} == {"Qamishan": "city"}
    assert rule.ignore or "Kamyshan" in {p.name for p in places.values() if p.entry is None}


def test_a_place_without_a_point_remembers_from_which_it_was_parted(gazetteer):
    """Whichever side the entry is about; what lies in another country, or is on the map, was never the same."""
    for rule in (said("Qamishan", never=("Kamyshan",)), said("Kamyshan", never=("Qamishan",))):
        places = linked(gazetteer, CITY, rule)[0].places
        assert {p.name: places[p.parted_from].name for p in places.values() if p.parted_from} == {
            "Kamyshan": "Qamishan"
        }
    for told in ({"at": (10.0, 20.0)}, {"parent": "Freedonia"}):
        places = linked(gazetteer, CITY, said("Kamyshan", never=("Qamishan",), **told))[0].places
        assert not any(p.parted_from for p in places.values())


@pytest.mark.parametrize("turned", [False, True])
def test_what_parts_is_told_with_its_kind_and_its_place(gazetteer, turned):
    """The same whichever of the two the entry is about: what the new page has, if it is not what the old one had."""

    def deeds(texts, page, apart):
        rule = said(apart, never=(page,)) if turned else said(page, never=(apart,))
        (effect,) = told(linked(gazetteer, texts, rule)[0]).values()
        return effect

    found = deeds(HAMLET, "Beit Ammo", "Beit Ammu")
    assert ("part_nowhere", "Beit Ammu", 0) in found
    assert ("kind" if turned else "part_kind", "place", 0) in found
    assert ("part_pinless", "Kamyshan", 0) in deeds(CITY, "Qamishan", "Kamyshan")
    assert ("part_pin", "Hasakeh", 0) in deeds(PROVINCE, "Hasakah", "Hasakeh")


def test_a_pin_that_goes_with_the_page_is_told_once(gazetteer):
    """Though the entry also says what the place is that was parted."""
    rule = said("Kamyshan", never=("Qamishan",), kind="town")
    (deeds,) = told(linked(gazetteer, CITY, rule)[0]).values()
    assert [d[0] for d in deeds if d[0] in ("no_pin", "no_point", "part_pinless")] == ["no_point"]


@pytest.mark.parametrize(
    ("own", "entry"), [({"kind": "town"}, None), ({"at": (10.9, 20.9)}, None), ({"geonames": 5}, 5)]
)
def test_what_left_a_place_does_not_take_its_id_by_an_entry_of_its_own(gazetteer, own, entry):
    """The page that it left keeps what the gazetteer has; the other one has only what its entry says."""
    (whole,) = (p for p in linked(gazetteer, TWICE)[0].places.values() if p.geonames_id == 23)
    assert {form.text for form in whole.forms} == {"Dar Salim", "Dar Selim"}
    found, _ = linked(gazetteer, TWICE, said("Dar Salim", never=("Dar Selim",)), said("Dar Selim", **own))
    ids = {place.name: place.geonames_id for place in found.places.values()}
    assert (ids["Dar Salim"], ids["Dar Selim"]) == (23, entry)


def test_a_spelling_of_a_page_parts_nothing_below_its_title(gazetteer):
    """The page offers its other spellings as aliases; pasted they take nothing from the page."""
    alone, _ = linked(gazetteer, PROVINCE)
    found, _ = linked(gazetteer, PROVINCE, said("Hasakah", "Hasakeh"))
    assert spelled(found) == spelled(alone)
    assert told(found) == {"Hasakah": []}


def test_a_pin_where_the_place_is_changes_nothing(gazetteer):
    """As the page offers it; any other is a person's."""
    for at, deeds in (((10.9, 20.9), []), ((10.8, 20.9), ["move_pin"])):
        found, _ = linked(gazetteer, CITY, said("Qamishan", at=at))
        assert [what for what, *_ in told(found)["Qamishan"]] == deeds


ARMY = ("Finnish forces", "Finnish military", "Finnish soldiers", "Finnish troops")


@pytest.mark.parametrize("leaving", [{"Finnish forces"}, {"Finnish troops"}, {"Finnish forces", "Finnish troops"}])
@pytest.mark.parametrize("turned", [False, True])
def test_only_the_names_of_an_actor_that_are_forbidden_leave_it(gazetteer, leaving, turned):
    """Whichever side the entry is about, though the program joined all of them by way of one that leaves."""
    text = "Finnish military came. Finnish military left. Finnish forces, Finnish soldiers and Finnish troops came."
    notes = {"one": annotated(text, *((name, Label.ARMED_FORCE, "rule") for name in ARMY))}
    articles = {"one": article(text)}
    (whole,) = link(articles, notes, gazetteer, Overrides()).actors.values()
    assert {form.text for form in whole.forms} == set(ARMY)
    first, *others = sorted(leaving)
    aside = EntityOverride(first, "actors.yaml", 1, aliases=tuple(map(AliasRule, others)), never=("Finnish military",))
    rule = aside if turned else EntityOverride("Finnish military", "actors.yaml", 1, never=tuple(sorted(leaving)))
    found = link(articles, notes, gazetteer, Overrides(actors={rule.name: rule}))
    spelled = {actor.id: {form.text for form in actor.forms} for actor in found.actors.values()}
    assert spelled.pop(whole.id) == set(ARMY) - leaving
    assert list(spelled.values()) == [leaving]
    assert turned or ("part", first, len(leaving)) in told(found)["Finnish military"]


# Two persons of one surname whom the program takes for one; each article has the full name of one of them.
NAMESAKES = {
    "one": "Mohammed Morsi came to Wadiya on Monday. Morsi left it on Tuesday. Crowds met Morsi there.",
    "two": "Mohamed Morsi came to Wadiya on Monday. Morsi left it on Tuesday. Crowds met Morsi there.",
}
# An agency, and a body that has its name within its own: the program takes both for the agency.
AGENCY = {
    "one": "Thomson Reuters Foundation helped. Thomson Reuters agreed.",
    "two": "Reuters wrote of it. Reuters, said Reuters, saw it.",
}

# A body that is joined to the page by way of a name that leaves.
BY_WAY = {"one": "Patriot fired, and Patriot hit.", "two": "New Arle Patriots won. Patriots cheered."}


@pytest.mark.parametrize(
    ("texts", "label", "names", "leaving"),
    [
        (NAMESAKES, Label.PERSON, ("Mohammed Morsi", "Morsi", "Mohamed Morsi"), ["Mohamed Morsi"]),
        (AGENCY, Label.MEDIA, ("Thomson Reuters Foundation", "Thomson Reuters", "Reuters"), ["Thomson Reuters"]),
        (
            AGENCY,
            Label.MEDIA,
            ("Thomson Reuters Foundation", "Thomson Reuters", "Reuters"),
            ["Thomson Reuters Foundation"],
        ),
    ],
)
def test_a_name_that_leaves_takes_none_along_that_an_article_has_beside_it(texts, label, names, leaving, gazetteer):
    """Though the rules would join them again in that article, where nothing has the name of the page."""
    articles = {id_: article(text, id_) for id_, text in texts.items()}
    notes = {id_: annotated(t, *((n, label, "rule") for n in names)) for id_, t in texts.items()}
    (whole,) = link(articles, notes, gazetteer, Overrides()).actors.values()
    assert {form.text for form in whole.forms} == set(names)
    rule = EntityOverride(whole.name, "actors.yaml", 1, never=tuple(leaving))
    found = link(articles, notes, gazetteer, Overrides(actors={rule.name: rule}))
    spelled = {actor.name: {form.text for form in actor.forms} for actor in found.actors.values()}
    assert spelled == {whole.name: set(names) - {*leaving}, leaving[0]: {*leaving}}


def test_a_name_stays_that_was_joined_to_its_page_by_way_of_one_that_leaves(gazetteer):
    """It is with the entry that parts them."""
    marks = [(name, Label.ORGANIZATION, "known name") for name in ("Patriot ", "New Arle Patriots", "Patriots cheered")]
    notes = {id_: annotated(text, *marks) for id_, text in BY_WAY.items()}
    cut = [
        replace(n, span=Span(n.span.start, n.span.start + 8)) if n.span.start > 20 else n for n in notes["two"].names
    ]
    notes["two"] = replace(notes["two"], names=tuple(cut))
    articles = {id_: article(text, id_) for id_, text in BY_WAY.items()}
    rule = EntityOverride("Patriot", "actors.yaml", 1, never=("Patriots",))
    spelled = [
        {
            actor.name: {form.text for form in actor.forms}
            for actor in link(articles, notes, gazetteer, told).actors.values()
        }
        for told in (Overrides(), Overrides(actors={rule.name: rule}))
    ]
    assert spelled[0] == {"Patriot": {"Patriot", "New Arle Patriots", "Patriots"}}
    assert spelled[1] == {"Patriot": {"Patriot", "New Arle Patriots"}, "Patriots": {"Patriots"}}


@pytest.mark.parametrize("leaving", ["Arlian", "Arlians", "A.R."])
def test_an_adjective_stays_a_name_of_its_country_where_another_spelling_leaves(leaving, gazetteer):
    """What keeps the article coming back to the country is counted as it was read."""
    text = "A.R. envoys left. Arlian troops came. The Arlian army agreed. Arlians wept. {} burned."
    text = text.format("Arlia" if leaving != "A.R." else "It")
    notes = annotated(text, place("A.R."), place("Arlian ", "demonym"), place("Arlians", "demonym"), place("Arlia "))
    rule = said("Arlia", never=(leaving,))
    before, after = (
        link({"one": article(text)}, {"one": notes}, gazetteer, Overrides(places=places))
        for places in ({}, {rule.name: rule})
    )
    arlian = [m for m in before.mentions["one"] if m.entity == "arlia" and m.text.strip() != leaving]
    assert "Arlian" in {m.text.strip() for m in arlian} | {leaving}
    assert [m for m in after.mentions["one"] if m.entity == "arlia"] == arlian
