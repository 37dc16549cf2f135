"""Corrections as they meet a whole corpus: what they change, where old pages lead, which of them do nothing."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from small_gazetteer import MARKS, RAIN, TEXT, annotated, article, body, linked, person, place, said, small_gazetteer

from according import astray
from according.linking.corpus import Linking, link
from according.linking.gazetteer import How
from according.linking.gazetteer.rows import Row
from according.linking.machine import Memory
from according.linking.namesakes import once
from according.memo import LongMemo
from according.model import (
    Answer,
    Attribution,
    EventSet,
    Label,
    ReviewItem,
    SourceKind,
    Span,
    Vain,
    Voice,
)
from according.occurring import Occurring, near
from according.overrides import AliasRule, EntityOverride, EventOverride, Overrides, SourceOverride
from according.overrides.reading import read_overrides
from according.publishing import effects
from according.publishing.layout import OURS
from according.publishing.words import read_words
from according.unused import unused_overrides


@pytest.fixture
def gazetteer(tmp_path):
    """Two invented countries."""
    with small_gazetteer(tmp_path) as opened:
        yield opened


def told(gazetteer, **rules):
    """What is warned about."""
    found, overrides = linked(gazetteer, **rules)
    none = EventSet({}, {}, {}, {})
    return [(p.line, p.message, p.remedy) for p in unused_overrides(overrides, found, none, gazetteer)]


def a_place(name, **said):
    """A correction of a place."""
    return EntityOverride(name, "places.yaml", 7, **said)


def an_actor(name, **said):
    """A correction of an actor."""
    return EntityOverride(name, "actors.yaml", 7, **said)


def test_a_place_that_is_an_actor_leads_there(gazetteer):
    """Retyped, the old page of the place leads to that of the actor."""
    found, _ = linked(gazetteer, actors=[an_actor("Springfield", kind="government")])
    assert "springfield" not in found.places
    assert found.actors["springfield"].kind == "government"
    assert "actors/springfield" in {new for old, new in found.moved.items() if old.startswith("places/springfield")}


def test_an_actor_that_is_a_place_leads_there(gazetteer):
    """The other way round."""
    found, _ = linked(gazetteer, places=[a_place("Harbour Board", kind="site")])
    assert found.moved["actors/harbour-board"] == "places/harbour-board"


@pytest.mark.parametrize("said", [{"kind": "village"}, {"never": ("Tel Amara",)}, {"at": (10.5, 20.5)}])
def test_what_keeps_its_name_keeps_its_address(tmp_path, said):
    """The page of a place is called by its name on the gazetteer's list, not by the one that articles write."""
    text = "Rain fell on Amara Hill and on Tel Amara."
    corpus = {"one": article(text)}, {"one": annotated(text, place("Amara Hill"), place("Tel Amara"))}
    listed = Row(10, "Kasseem Hill", "town", 10.7, 20.7, 3000, "WD", admin1=3, names=(("Amara Hill", How.ALTERNATE),))
    rule = a_place("Amara Hill", **said)
    with small_gazetteer(tmp_path, listed) as gazetteer:
        alone, corrected = (link(*corpus, gazetteer, Overrides(places=p)) for p in ({}, {rule.name: rule}))
    assert alone.places["kasseem-hill"].name == corrected.places["kasseem-hill"].name == "Amara Hill"


def test_an_address_that_somebody_left_is_nobody_elses(gazetteer):
    """Of two actors of one name one gets another: its address leads there, and the other keeps its own."""
    texts = {"one": "Ada Holm and Chris left. Chris slept.", "two": "Ben Grove and Chris came."}
    articles = {id_: article(text, id_) for id_, text in texts.items()}
    notes = {id_: annotated(text, person("Chris", "title")) for id_, text in texts.items()}
    assert {"chris", "chris-person"} <= link(articles, notes, gazetteer, Overrides()).actors.keys()
    rule = an_actor("Chris of one", aliases=(AliasRule("Chris", ("one",)),))
    corrected = link(articles, notes, gazetteer, Overrides(actors={rule.name: rule}))
    assert corrected.actors.keys() == {"chris-of-one", "chris-person"}
    assert corrected.moved["actors/chris"] == "actors/chris-of-one"


def test_an_address_that_a_correction_had_made_leads_on_as_a_former_name(gazetteer):
    """No article writes the name, and the machine has no page of it."""
    found, _ = linked(gazetteer, places=[a_place("Upper Amara", aliases=(AliasRule("Tel Amara"),), former=("Amra",))])
    assert found.moved["places/amra"] == found.moved["places/tel-amara"] == "places/upper-amara"


def test_two_spellings_of_one_listed_place_can_be_parted(gazetteer):
    """The gazetteer lists both spellings as one city; a person says that they are two."""
    together, _ = linked(gazetteer)
    assert [f.text for f in together.places["al-qasim"].forms] == ["Al Qasim", "Al-Qaseem"]
    found, _ = linked(gazetteer, places=[a_place("Al Qasim", never=("Al-Qaseem",))])
    forms = {p.name: [f.text for f in p.forms] for p in found.places.values() if p.forms}
    assert forms["Al Qasim"] == ["Al Qasim"]
    assert forms["Al-Qaseem"] == ["Al-Qaseem"]


def test_an_alias_for_some_articles_says_nothing_of_the_others(gazetteer):
    """Outside its articles the form stays what the program takes it for; only "not" parts it."""
    rule = a_place("Al Qasim", aliases=(AliasRule("Al-Qaseem", ("other-*",)),))
    alone, _ = linked(gazetteer)
    found, _ = linked(gazetteer, places=[rule])
    assert "al-qaseem" not in found.places
    assert [m.entity for m in found.mentions["one"]] == [m.entity for m in alone.mentions["one"]]


def test_a_hidden_place_stays_with_all_that_is_known_of_it(gazetteer):
    """Only its page goes: it is named by the same mentions, and holds what it held; its address says so."""
    rules = [a_place("Al Qasim", hide=True, aliases=(AliasRule("Al-Qaseem"),))]
    found, _ = linked(gazetteer)
    hidden, _ = linked(gazetteer, places=rules)
    (place,) = [p for p in hidden.places.values() if p.hidden]
    assert place.name == "Al Qasim"
    assert [m.entity for m in hidden.mentions["one"]] == [m.entity for m in found.mentions["one"]]
    assert [old for old, new in hidden.moved.items() if new == f"places/{place.id}"] == ["places/al-qaseem"]
    assert [d.what for e in hidden.effects["places/al-qasim"] for d in e.deeds] == ["hide"]


def test_a_hidden_actor_speaks_under_its_name(gazetteer):
    """Its statements stay, by a source without a page, and so do its mentions; at both addresses it is told why."""
    text = "Secretary Ada Holm in Al Qasim said that rain fell."
    notes = replace(
        annotated(text, person("Ada Holm", "title"), place("Al Qasim")),
        attributions=(said(text, *text.split(" said ")),),
    )
    rule = an_actor("Ada Holm", hide=True)
    found = link({"one": article(text)}, {"one": notes}, gazetteer, Overrides(actors={rule.name: rule}))
    (claim,) = (c for c in found.claims["one"] if c.cue)
    assert (claim.source, claim.source_name) == ("ada-holm", "Ada Holm")
    assert found.sources["ada-holm"].hidden
    assert found.actors["ada-holm"].hidden
    assert "ada-holm" in {m.entity for m in found.mentions["one"]}
    assert found.effects.keys() == {"actors/ada-holm", "sources/ada-holm"}


@pytest.mark.parametrize("words", ["The union's spokeswoman Ada Holm", "Ada Holm"])
def test_an_ignored_actor_speaks_under_the_name_that_it_had(gazetteer, words):
    """It has no page as an actor; its page as a source is where it was, and nobody speaks for it."""
    text = f"{words} said that rain fell on Al Qasim."
    notes = replace(
        annotated(text, person("Ada Holm", "title"), place("Al Qasim")),
        attributions=(said(text, *text.split(" said ")),),
    )
    corpus = {"one": article(text)}, {"one": notes}, gazetteer
    alone = link(*corpus, Overrides())
    rule = an_actor("Ada Holm", ignore=True)
    found = link(*corpus, Overrides(actors={rule.name: rule}))
    assert alone.sources["ada-holm"].actor == "ada-holm"
    assert (found.sources["ada-holm"].name, found.sources["ada-holm"].actor) == ("Ada Holm", None)
    assert [c.source for c in found.claims["one"]] == [c.source for c in alone.claims["one"]]
    assert found.actors == {}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The Springfield Harbour Board (SHB)", SourceKind.NAMED),  # a place stands in its name
        ("An image from the Springfield Harbour Board", SourceKind.DOCUMENT),
        ("SHB officials", SourceKind.UNNAMED),
    ],
)
def test_ignoring_a_body_leaves_who_says_what_and_through_whom(gazetteer, words, kind):
    """Each of its spellings is ignored; its words stay those of the one source, and its people its people."""
    text = f"{words} said that rain fell. Springfield Harbour Board (SHB) ships left."
    told = said(text, words, "that rain fell", kind)
    marks = body("Springfield Harbour Board", "name word"), place("Springfield"), body("SHB", "known name")
    corpus = {"one": article(text)}, {"one": replace(annotated(text, *marks), attributions=(told,))}, gazetteer
    rules = {name: an_actor(name, ignore=True) for name in ("Springfield Harbour Board", "SHB")}
    alone, found = link(*corpus, Overrides()), link(*corpus, Overrides(actors=rules))
    assert "springfield-harbour-board" in alone.sources
    assert found.actors == {}
    assert found.sources.keys() == alone.sources.keys()
    assert [(c.source, c.via) for c in found.claims["one"]] == [(c.source, c.via) for c in alone.claims["one"]]


def test_the_name_that_a_longer_one_has_swallowed_is_no_unknown_form(gazetteer):
    """It is written nowhere else any more, and its page went here."""
    said = {"aliases": (AliasRule("Harbour Board"),), "kind": "organization"}
    assert told(gazetteer, actors=[an_actor("Harbour Board left", **said)]) == []


@pytest.mark.parametrize(
    ("words", "said", "put", "asked"),
    [
        ("Crowds filled XAL while Al Qasim slept.", {"kind": "site"}, ("guess_in", "Al Qasim"), True),
        ("Crowds filled XAL near Al Qasim.", {"kind": "site"}, ("in", "Al Qasim"), False),
        ("Crowds filled XAL while Al Qasim slept.", {"kind": "site", "parent": "Al Qasim"}, ("in", "Al Qasim"), False),
        ("Crowds filled XAL while Al Qasim slept.", {"kind": "site", "at": (10.4, 20.4)}, ("in", "Al Qasim"), False),
    ],
)
def test_a_place_of_people_s_own_that_only_its_company_puts_somewhere_is_asked_about(
    gazetteer, words, said, put, asked
):
    """Where it is told to lie, by a guess unless the text or a person says so."""
    corpus = {"one": article(words)}, {"one": annotated(words, body("XAL"), place("Al Qasim"))}, gazetteer
    found = link(*corpus, Overrides(places={"XAL": a_place("XAL", **said)}))
    (effect,) = found.effects["places/xal"]
    assert [(d.what, d.new) for d in effect.deeds if d.what.endswith("in") and d.new == "Al Qasim"] == [put]
    question = "Is XAL in Al Qasim? No gazetteer lists it, and no text tells where it is."
    assert [q.question for q in found.review if q.about == "xal"] == ([question] if asked else [])


def test_a_place_of_the_gazetteer_that_a_person_makes_is_told_with_what_is_known_of_it(gazetteer):
    """Where it lies, its pin and its id come with the kind, and so does the page of what contains it."""
    words = "Tel Amara said that rain fell on Wadiya."
    notes = {"one": annotated(words, body("Tel Amara", "known name"), place("Wadiya"))}
    rule = a_place("Tel Amara", kind="village")
    found = link({"one": article(words)}, notes, gazetteer, Overrides(places={rule.name: rule}))
    (effect,) = found.effects["places/tel-amara"]
    told = [(d.what, d.new) for d in effect.deeds]
    assert told[2:] == [("set_pin", ""), ("in", "Qasim Governorate"), ("geonames", "5"), ("arise", "Qasim Governorate")]


@pytest.mark.parametrize("inner", [{"parent": "Freedonia"}, {"geonames": 8}])
def test_places_of_people_s_own_stay_beside_what_a_correction_gives_a_page(gazetteer, inner):
    """No article names Freedonia; that an entry does makes no spelling of what other entries call their places."""
    rules = (a_place("Red Valley", at=(50.1, 5.1), **inner), a_place("Tel Amara", parent="Red Valley"))
    found, _ = linked(gazetteer, places=(*rules, a_place("Al Qasim", parent="Freedonia")))
    assert found.places["tel-amara"].parents[:1] == ("red-valley",)
    assert found.places["red-valley"].parents == ("freedonia",)
    assert found.unheeded == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, [("pin_in", "Freedonia"), ("arise", "Freedonia")]),
        ({"parent": "Freedonia"}, [("in", "Freedonia"), ("arise", "Freedonia")]),
        ({"at": (55.0, 5.1)}, [("no_country", "")]),
    ],
)
def test_a_place_of_people_s_own_takes_nothing_from_what_lies_in_it(gazetteer, said, told):
    """What is near its pin tells where it is, not a place of Wadiya; that nothing does is told as well."""
    rules = (a_place("Red Valley", **{"at": (50.1, 5.1), **said}), a_place("Tel Amara", parent="Red Valley"))
    found, _ = linked(gazetteer, places=rules)
    valley, known = found.places["red-valley"], len(told) > 1
    assert (valley.country, valley.parents) == (("FD", ("freedonia",)) if known else (None, ()))
    (effect,) = found.effects["places/red-valley"]
    assert [(d.what, d.new) for d in effect.deeds] == [("set_pin", ""), *told]


def test_the_pages_of_what_contains_a_place_now_are_told_by_the_entry_that_puts_it_there(gazetteer):
    """One that has an entry tells of what contains it; what is there anyway is told by nobody."""
    bay = a_place("Greenland Bay", geonames=9)
    for rules, name, told in (
        ((a_place("Al Qasim", parent="Port Haven", geonames=4),), "al-qasim", ["Port Haven, Freedonia"]),
        ((a_place("Al Qasim", parent="Tel Amara", geonames=4),), "al-qasim", []),
        ((a_place("Al Qasim", parent="Greenland Bay"), bay), "al-qasim", []),
        ((a_place("Al Qasim", parent="Greenland Bay"), bay), "greenland-bay", ["Freedonia"]),
    ):
        found, _ = linked(gazetteer, places=rules)
        (effect,) = found.effects[f"places/{name}"]
        assert [d.new for d in effect.deeds if d.what in ("arise", "arise_all")] == told


def test_ids_of_other_catalogues_are_kept(gazetteer):
    """The Wikidata id, and a GeoNames id that the index does not hold, are a person's word."""
    found, _ = linked(gazetteer, places=[a_place("Tel Amara", wikidata="Q1", geonames=999_999)])
    assert (found.places["tel-amara"].wikidata, found.places["tel-amara"].geonames_id) == ("Q1", 999_999)


def test_an_acronym_and_a_former_name_of_a_place(gazetteer):
    """Both are the place."""
    found, _ = linked(gazetteer, places=[a_place("Wadiya Bay", acronym="Springfield", former=("Tel Amara",))])
    assert {f.text for f in found.places["wadiya-bay"].forms} == {"Springfield", "Tel Amara"}


def test_what_the_machine_finds_by_itself_is_told(gazetteer):
    """A correction without which all would be the same."""
    (warning,) = told(gazetteer, places=[a_place("Tel Amara", kind="village")])
    assert warning == (7, '"Tel Amara" says only what the program finds by itself.', "Remove it.")
    assert told(gazetteer, places=[a_place("Tel Amara", kind="town")]) == []
    assert told(gazetteer, actors=[an_actor("Ada Holm", kind="group")]) == []


def test_an_ignored_name_has_an_effect(gazetteer):
    """Names of places and of actors, and not those that nobody writes."""
    assert told(gazetteer, places=[a_place("Tel Amara", ignore=True)]) == []
    assert told(gazetteer, actors=[an_actor("Harbour Board", ignore=True)]) == []
    (warning,) = told(gazetteer, actors=[an_actor("Harbor Bord", ignore=True)])
    assert warning == (7, '"Harbor Bord" matched nothing in the articles.', "Close to it: Harbour Board.")


def test_parts_that_lead_nowhere_are_told_where_they_stand(gazetteer):
    """A form that occurs nowhere, an unknown id, a parent that is no place."""
    marks = {("aliases", 0): (8, 13), ("geonames",): (9, 13), ("in",): (10, 7)}
    rule = a_place(
        "Tel Amara", kind="town", aliases=(AliasRule("Tel Amarah"),), geonames=999, parent="Nowhere", marks=marks
    )
    assert told(gazetteer, places=[rule]) == [
        (8, 'The form "Tel Amarah" occurs in no article.', "Close to it: Tel Amara."),
        (
            9,
            "The list of places here lacks the GeoNames id 999: the page links to it, no more.",
            "Check the id, or say where it is: at: [latitude, longitude].",
        ),
        (10, 'No place is called "Nowhere".', "Check its spelling, or remove it."),
    ]


def test_who_publishes_an_article_cannot_be_taken_away(gazetteer):
    """That an outlet is no source changes nothing, and why is told."""
    rule = SourceOverride("outlet not stated", "sources.yaml", 7, ignore=True)
    assert told(gazetteer, sources=[rule]) == [
        (
            7,
            '"outlet not stated" publishes articles, and who does stays.',
            'Remove it, or correct "outlet" in the articles.',
        )
    ]


def test_a_source_that_is_renamed_and_hidden_is_told(gazetteer):
    """Its old address leads to the new one, where it is told by which line it has no page."""
    rule = SourceOverride("Press", "sources.yaml", 7, aliases=(AliasRule("outlet not stated"),), hide=True)
    found, overrides = linked(gazetteer, sources=[rule])
    (effect,) = found.effects["sources/press"]
    assert [deed.what for deed in effect.deeds] == ["hide", "rename"]
    assert found.moved["sources/outlet-not-stated"] == "sources/press"
    assert unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer) == ()


def test_an_actor_that_is_hidden_as_a_source_keeps_its_page_and_is_told_there(gazetteer):
    """Only what shows the source goes; an entry about the actor takes away both."""
    text = "Harbour Board said it rained."
    told = said(text, "Harbour Board", "it rained")
    notes = {"one": replace(annotated(text, body("Harbour Board", "known name")), attributions=(told,))}
    for overrides, what in (
        (Overrides(sources={"Harbour Board": SourceOverride("Harbour Board", "sources.yaml", 7, hide=True)}), "unlist"),
        (Overrides(actors={"Harbour Board": an_actor("Harbour Board", hide=True)}), "hide"),
    ):
        found = link({"one": article(text)}, notes, gazetteer, overrides)
        assert found.sources["harbour-board"].hidden
        assert found.actors["harbour-board"].hidden == (what == "hide")
        (effect,) = found.effects["actors/harbour-board"]
        assert [(deed.what, deed.new) for deed in effect.deeds] == [(what, "Harbour Board")]


def test_short_forms_that_nobody_writes_are_told_where_they_stand(gazetteer, tmp_path):
    """A former name leads an address on, which is told; not that the program finds either by itself."""
    text = "Harbour Board:\n  acronym: NWS\n  formerly: Damascus Wire\n  former: [The Quay, Old Quay]\n"
    (tmp_path / "actors.yaml").write_text(text)
    overrides, _ = read_overrides(tmp_path)
    assert [(line, message) for line, message, _ in told(gazetteer, actors=overrides.actors.values())] == [
        (2, 'The form "NWS" occurs in no article.'),
    ]
    found, _ = linked(gazetteer, actors=overrides.actors.values())
    (effect,) = found.effects["actors/harbour-board"]
    assert [(d.what, d.old) for d in effect.deeds] == [
        ("lead", "Damascus Wire"),
        ("lead", "The Quay"),
        ("lead", "Old Quay"),
    ]
    hidden = [an_actor("Harbour Board", hide=True, former=("Old Quay",))]
    assert [message for _, message, _ in told(gazetteer, actors=hidden)] == [
        'The form "Old Quay" occurs in no article.'
    ]


def test_a_source_that_nobody_is(gazetteer):
    """Another name or a stranger that no source is called is told, as is one who is another anyway."""
    said = {"label": "x", "aliases": (AliasRule("a spokesman"),), "never": ("Nia",)}
    rule = SourceOverride("outlet not stated", "sources.yaml", 7, **said)
    assert [message for _, message, _ in told(gazetteer, sources=[rule])] == [
        'No source is called "a spokesman".',
        'No source is called "Nia".',
    ]
    known = SourceOverride("outlet not stated", "sources.yaml", 7, label="x", never=("Harbour Board",))
    ((_, message, _),) = told(gazetteer, sources=[known])
    assert message == '"Harbour Board" is another source without this line, too.'
    renamed = SourceOverride("The Paper", "sources.yaml", 7, aliases=(AliasRule("outlet not stated"),))
    assert told(gazetteer, sources=[renamed]) == []


def test_what_is_needed_beside_other_corrections_is_not_superfluous(gazetteer):
    """Without it they would put the two together; by itself it says nothing new."""
    apart = EntityOverride("Tel Amara", "places.yaml", 2, never=("Al Qasim",))
    assert told(gazetteer, places=[apart]) == [
        (2, '"Tel Amara" says only what the program finds by itself.', "Remove it.")
    ]
    same = EntityOverride("Tel Amarah", "places.yaml", 1, aliases=(AliasRule("Al Qasim"),), geonames=5)
    assert told(gazetteer, places=[same, apart]) == []
    found, _ = linked(gazetteer, places=[same, apart])
    assert [d.what for e in found.effects["places/tel-amara"] for d in e.deeds] == ["apart"]
    elsewhere = EntityOverride("Al Qasim", "places.yaml", 1, at=(10.4, 20.5))
    assert [line for line, *_ in told(gazetteer, places=[elsewhere, apart])] == [2]


def test_what_is_needed_without_saying_anything_new_is_told(gazetteer):
    """The other entry would take the name along."""
    kept = EntityOverride("Tel Amara", "places.yaml", 2, kind="village")
    assert told(gazetteer, places=[kept])[0][0] == 2
    taken = EntityOverride("Tel Amara", "actors.yaml", 1, kind="group")
    found, _ = linked(gazetteer, places=[kept], actors=[taken])
    what = {d.what for effects in found.effects.values() for e in effects for d in e.deeds if e.file == "places.yaml"}
    assert what == {"keep"}


@pytest.mark.parametrize(
    ("file", "name", "said", "emptied"),
    [
        ("actors", "Port Haven", {"kind": "organization"}, {"places/freedonia": ("actors/port-haven",)}),
        ("places", "Port Haven", {"ignore": True}, {"places/freedonia": ("places/port-haven",)}),
        ("places", "Tel Amara", {"ignore": True}, {}),
        ("places", "Port Haven", {"wikidata": "Q1"}, {}),
    ],
)
def test_what_holds_nothing_any_more_is_known(gazetteer, file, name, said, emptied):
    """With the page under which it is told why, and told by the entry that did it; what holds something is left."""
    text = "Rain fell on Port Haven, then on Tel Amara and Al Qasim."
    notes = annotated(text, place("Port Haven"), place("Tel Amara"), place("Al Qasim"))
    overrides = Overrides(**{file: {name: EntityOverride(name, f"{file}.yaml", 1, **said)}})
    alone, found = (link({"one": article(text)}, {"one": notes}, gazetteer, o) for o in (Overrides(), overrides))
    assert alone.places["port-haven"].parents == ("freedonia",)
    assert (alone.emptied, found.emptied) == ({}, emptied)
    deeds = [(d.what, d.new) for effects in found.effects.values() for e in effects for d in e.deeds]
    assert [told for told in deeds if told[0] == "empty"] == [("empty", "Freedonia")] * bool(emptied)


def test_an_alias_limited_to_articles_that_are_not_there(gazetteer):
    """Each glob that no id fits is told where it stands; capitals are no small letters."""
    globs = AliasRule("Springfield", ("one", "nope-*", "ONE"))
    marks = {("aliases", 0, "articles", 1): (8, 40)}
    messages = told(gazetteer, places=[a_place("Tel Amara", aliases=(globs,), marks=marks)])
    assert messages == [
        (8, 'No article has an id like "nope-*".', "Check its spelling, or remove it."),
        (7, 'No article has an id like "ONE".', "Check its spelling, or remove it."),
    ]


def test_an_alias_limited_to_articles_that_do_not_write_it(gazetteer):
    """The form occurs, but not there."""
    texts = {"one": article(TEXT), "two": replace(article("Rain fell."), id="two")}
    notes = {"one": annotated(TEXT, *MARKS), "two": annotated("Rain fell.")}
    rule = a_place("Tel Amara", kind="town", aliases=(AliasRule("Springfield", ("two",)),))
    overrides = Overrides(places={rule.name: rule})
    found = link(texts, notes, gazetteer, overrides)
    (warning,) = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
    assert warning.message == 'The form "Springfield" occurs in none of these articles.'


def test_an_alias_that_leads_nowhere_is_told_though_the_key_does_too(gazetteer):
    """The name to show is one that nobody writes, so that only the alias can be wrong."""
    rule = a_place("Upper Amara", aliases=(AliasRule("Tel Amara", ("nope",)),))
    assert [m for _, m, _ in told(gazetteer, places=[rule])] == ['No article has an id like "nope".']


def test_a_source_that_those_articles_do_not_have_is_told(gazetteer):
    """The name is a source's elsewhere, but these articles do not write it."""
    rule = SourceOverride("Guards", "sources.yaml", 7, aliases=(AliasRule("Outlet not stated", ("one",)),))
    assert [m for _, m, _ in told(gazetteer, sources=[rule])] == [
        'The form "Outlet not stated" occurs in none of these articles.'
    ]


def test_an_unnamed_source_among_the_aliases_of_an_actor_is_told_where_it_belongs(gazetteer):
    """The name is known, but not as that of somebody."""
    rule = an_actor("Harbour Board", kind="group", aliases=(AliasRule("Outlet not stated"),))
    ((_, message, remedy),) = told(gazetteer, actors=[rule])
    assert message == '"Outlet not stated" is what a source without a name is called.'
    assert "sources.yaml" in remedy


def test_a_name_that_only_sounds_like_a_place_parts_nothing(gazetteer):
    """No article writes it, whatever a gazetteer has, and no page is called so."""
    rule = a_place("Tel Amara", kind="town", never=("Sprengfild", "Port Haven (Freedonia)", "Springfield"))
    assert [m for _, m, _ in told(gazetteer, places=[rule])] == [
        'The name "Sprengfild" occurs in no article.',
        'The name "Port Haven (Freedonia)" occurs in no article.',
    ]


def test_a_name_that_is_to_be_merged_with_itself(gazetteer):
    """It says nothing, and a name that no article writes parts nothing."""
    rule = a_place("Tel Amara", kind="town", aliases=(AliasRule("Tel Amara"),), never=("Tell Amarra", "Springfield"))
    assert told(gazetteer, places=[rule]) == [
        (7, 'The form "Tel Amara" is the name itself.', "Remove it."),
        (7, 'The name "Tell Amarra" occurs in no article.', "Close to it: Tel Amara."),
    ]


@pytest.mark.parametrize(("at", "warned"), [((20.4, 10.4), True), ((10.5, 20.4), False), ((50.0, 5.0), False)])
def test_a_pin_whose_numbers_are_swapped(gazetteer, at, warned):
    """One that lies far off, and close by when swapped back; one that a person moved far on purpose is theirs."""
    found = told(gazetteer, places=[a_place("Al Qasim", at=at)])
    assert [message for _, message, _ in found] == [
        "The pin 20.4, 10.4 is far from where the program puts it."
    ] * warned
    assert all("at: [10.4, 20.4]" in remedy for _, _, remedy in found)


@pytest.mark.parametrize(
    ("at", "said", "where"),
    [
        ((50.2, 5.2), {}, "Freedonia"),
        ((50.2, -5.2), {}, "no country"),
        ((10.9, 20.1), {}, None),  # near by
        ((50.2, 5.2), {"parent": "Freedonia"}, None),
        ((50.2, 5.2), {"geonames": 6}, None),
        ((-10.4, 20.4), {}, None),  # in a country that the gazetteer does not know
    ],
)
def test_a_pin_outside_of_what_the_page_says_is_told(gazetteer, monkeypatch, at, said, where):
    """A pin alone leaves what a place lies in; whoever is sure says that too, and nothing is told."""
    countries = {(50.2, 5.2): "Freedonia", (50.2, -5.2): None, (10.9, 20.1): "Freedonia", (-10.4, 20.4): "Sylvania"}
    monkeypatch.setattr(astray, "_country_at", countries.get)
    found = [m for _, m, r in told(gazetteer, places=[a_place("Al Qasim", at=at, **said)]) if "The pin" in m]
    assert [f"is in {where}, " in m and m.endswith("lies: Wadiya.") for m in found] == [True] * (where is not None)


def test_an_actor_that_says_nothing_is_no_source(gazetteer):
    """The articles name it, which the message does not deny."""
    ((_, _, remedy),) = told(gazetteer, sources=[SourceOverride("Ada Holm", "sources.yaml", 7, label="x")])
    assert "actors.yaml" in remedy


def test_a_name_in_both_files_names_the_other(gazetteer):
    """One of two entries holds; the other is told where the first stands, not its own name as a likely typing error."""
    (warning,) = told(
        gazetteer,
        places=[a_place("Tel Amara", kind="town")],
        actors=[an_actor("TEL AMARA", kind="government")],
    )
    assert warning[1] == 'places.yaml speaks of "Tel Amara" too, and that holds; what stands here does nothing.'
    assert "one of the two" in warning[2]


def told_of_an_event(gazetteer, key, vain=(), moved=None, **said):
    """What is warned about a correction, where one event was found."""
    found, _ = linked(gazetteer)
    rule = EventOverride(key, "events.yaml", 3, **said)
    events = EventSet({RAIN.id: RAIN}, {}, {"one": (RAIN.id,)}, {}, vain=vain, moved=moved or {})
    warned = unused_overrides(Overrides(events={key: rule}), found, events, gazetteer)
    return [(p.line, p.message, p.remedy) for p in warned]


def test_an_event_called_by_its_title_or_article_is_told_the_id(gazetteer):
    """A title is what a reader sees, an article what its author knows; the id stands in the address."""
    (warning,) = told_of_an_event(gazetteer, "one", title="Storm")
    assert warning[2] == "That is an article; the key is the id of an event, such as it tells of: 2020-01-01-rain."
    (warning,) = told_of_an_event(gazetteer, "Rain, Tel Amara", title="Storm")
    assert warning[2] == "That is a title; the key is the event's id: 2020-01-01-rain."


def test_an_event_that_is_no_more_is_told_where_its_address_leads(gazetteer):
    """What is said of a part is not true of all that it is a part of, so nobody is told to say it of that."""
    moved = {"events/2020-01-02-rain": "events/2020-01-01-rain"}
    (warning,) = told_of_an_event(gazetteer, "2020-01-02-rain", moved=moved, title="Storm")
    assert warning[1:] == (
        '"2020-01-02-rain" matched nothing in the articles.',
        'Its address leads to 2020-01-01-rain: write there what is true of all of it, or part it again ("without").',
    )


def test_an_event_merged_with_one_that_is_not_there(gazetteer):
    """The id that nothing has is told where it stands, not that the entry is of no use."""
    said = {"includes": ("2020-01-01-rian",), "marks": {("includes",): (4, 13)}}
    assert told_of_an_event(gazetteer, "2020-01-01-rain", **said) == [
        (4, 'No event, article or claim has the id "2020-01-01-rian".', "Close to it: 2020-01-01-rain.")
    ]


def test_a_title_with_commas_is_one_title(gazetteer):
    """A list takes it for several; it is told once, with the id."""
    said = {"includes": ("one", "Rain", "Tel Amara", "2020-01-01-rian"), "marks": {("includes", 1): (4, 20)}}
    first, *_ = told_of_an_event(gazetteer, "2020-01-01-storm", **said)
    assert first == (4, '"Rain, Tel Amara" is a title, which commas part into 2.', "Its id: 2020-01-01-rain.")


def test_what_is_close_is_of_the_same_sort_and_the_closest_first():
    """No claim for the id of an article; and of names that contain each other, the one that is as long."""
    assert near("kurdish-voices--mock-monitor", ["mock-monitor", "kurdish-sources--mock-monitor"]) == (
        "Close to it: kurdish-sources--mock-monitor, mock-monitor."
    )
    parts = {"without": frozenset({"2020-01-01-gazette", "2020-01-01-gazette-c26", "2020-01-01-gazette-c9-2"})}
    there = SimpleNamespace(parts=parts)
    assert Occurring.like_part(there, "2020-01-01-gazete", "without") == "Close to it: 2020-01-01-gazette."
    assert "-c9-2" in Occurring.like_part(there, "2020-01-01-gazette-c9-3", "without").split(",")[0]


def test_an_event_merged_with_one_by_its_title(gazetteer):
    """The id of the one that is called so is told."""
    (warning,) = told_of_an_event(gazetteer, "2020-01-01-rain", never=("Rain, Tel Amara",))
    assert warning[1:] == ('No event has the id "Rain, Tel Amara".', "That is a title; its id: 2020-01-01-rain.")


@pytest.mark.parametrize("event", ["Rain, Tel Amara", "2020-01-01-rain"])
def test_an_event_that_shall_leave_out_an_event(gazetteer, event):
    """Only articles and claims can be left out."""
    (warning,) = told_of_an_event(gazetteer, "2020-01-01-rain", without=(event,))
    assert warning[1:] == (f'No article or claim has the id "{event}".', "That is an event; name articles or claims.")


def test_an_article_left_out_of_an_event_that_has_no_other(gazetteer):
    """What to do instead is told where the article stands."""
    said = {"without": ("one",), "marks": {("without", 0): (4, 13)}}
    vain = (Vain("2020-01-01-rain", "without", "one", "all"),)
    assert told_of_an_event(gazetteer, "2020-01-01-rain", vain, **said) == [
        (4, 'Nothing of the event would be left without "one".', "Write hide: true, if it shall have no page.")
    ]


def test_an_event_at_a_place_that_no_article_names(gazetteer):
    """That the gazetteer knows the place does not help: no page of it is there to lead to."""
    (warning,) = told_of_an_event(gazetteer, "2020-01-01-rain", place="Port Haven")
    assert warning[1] == 'No place that the articles name is called "Port Haven".'


def test_the_order_of_the_entries_does_not_matter(gazetteer):
    """The same corrections give the same corpus."""
    rules = [
        a_place("Qasim", aliases=(AliasRule("Al Qasim", ("on*",)),)),
        a_place("Kasim", aliases=(AliasRule("Al Qasim", ("o*",)),)),
        a_place("Amara", aliases=(AliasRule("Tel Amara"),)),
    ]
    one, _ = linked(gazetteer, places=rules)
    other, _ = linked(gazetteer, places=rules[::-1])
    assert (one.places, one.mentions, one.moved) == (other.places, other.mentions, other.moved)


def test_a_source_that_copies_nobody_known(gazetteer):
    """The outlet of the article is the one source."""
    (warning,) = told(gazetteer, sources=[SourceOverride("Outlet not stated", "sources.yaml", 7, copies="SANA")])
    assert warning[1] == 'No source is called "SANA".'


@pytest.mark.parametrize(
    ("rules", "messages"),
    [
        ({"copies": "farmers--c"}, []),
        ({"never": ("farmers--c",)}, []),
        ({"copies": "farmers--d"}, ['No source is called "farmers--d".']),
        ({"never": ("farmers--d",)}, ['No source is called "farmers--d".']),
        ({"copies": "Farmers"}, ['2 sources are called "Farmers".']),
    ],
)
def test_an_unnamed_source_is_called_by_its_id(gazetteer, rules, messages):
    """Where it is copied or kept apart too; a name that several have is told with their ids."""
    text = "Farmers said that rain fell."
    notes = replace(annotated(text), attributions=(said(text, *text[:-1].split(" said "), SourceKind.UNNAMED),))
    rule = SourceOverride("farmers--a", "sources.yaml", 7, label="of Amara", **rules)
    overrides = Overrides(sources={rule.name: rule})
    found = link({a: article(text, a) for a in "abc"}, dict.fromkeys("abc", notes), gazetteer, overrides)
    warned = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
    assert [p.message for p in warned] == messages
    assert all("farmers--" in p.remedy for p in warned)


@pytest.mark.parametrize(("copies", "what"), [("SANA", ["label"]), ("Coast Wire", ["label", "copy"])])
def test_only_a_source_that_is_there_is_told_to_be_copied(gazetteer, copies, what):
    """What else the entry says is done all the same."""
    articles = {o: replace(article(TEXT, o), outlet=o) for o in ("Harbour Radio", "Coast Wire")}
    rule = SourceOverride("Harbour Radio", "sources.yaml", 7, label="radio", copies=copies)
    notes = dict.fromkeys(articles, annotated(TEXT, *MARKS))
    found = link(articles, notes, gazetteer, Overrides(sources={rule.name: rule}))
    (effect,) = found.effects["sources/harbour-radio"]
    assert [deed.what for deed in effect.deeds] == what


def answers(gazetteer, text, *marks):
    """Each question about a text with what is asked once its answers are given."""
    corpus = {"one": article(text)}, {"one": annotated(text, *marks)}
    for question in link(*corpus, gazetteer, Overrides()).review:
        for answer in filter(None, (question.yes, question.no)):
            with TemporaryDirectory() as folder:
                (Path(folder) / question.file).write_text(answer, "utf8")
                overrides, _ = read_overrides(Path(folder))
            yield question, {q.question for q in link(*corpus, gazetteer, overrides).review}


def test_which_question_a_correction_answers_is_told(gazetteer):
    """Where it does nothing else."""
    text = "Rain fell in Khirbet Zed near Al Qasim."
    corpus = {"one": article(text)}, {"one": annotated(text, place("Khirbet Zed", "cue: village"), place("Al Qasim"))}
    (question,) = (q.question for q in link(*corpus, gazetteer, Overrides()).review if q.about == "khirbet-zed")
    rule = a_place("Khirbet Zed", parent="Al Qasim")
    (effect,) = link(*corpus, gazetteer, Overrides(places={rule.name: rule})).effects["places/khirbet-zed"]
    assert effects.told(effect, read_words([OURS], "en")) == f"answers “{question}”"


@pytest.mark.parametrize("turned", [False, True])
def test_two_names_are_kept_apart_from_either_side(gazetteer, turned):
    """The question whether they are one is answered, whichever of the two the entry is about."""
    one, other = names = "Coastal Harbour Watch", "Coastal Harbour Watch She"
    text = f"{one} left. {one} came. {other} slept."
    corpus = {"one": article(text)}, {"one": annotated(text, *map(body, names))}
    (question,) = (q.question for q in link(*corpus, gazetteer, Overrides()).review if q.kind == "merge")
    key, apart = reversed(names) if turned else names
    overrides = Overrides(actors={key: an_actor(key, never=(apart,))})
    found = link(*corpus, gazetteer, overrides)
    assert question not in {q.question for q in found.review}
    assert not unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)


def test_an_answer_makes_its_question_disappear(gazetteer):
    """Either answer, pasted as it stands."""
    text = "Ada Holmstrom met Ada Holmstrem in Khirbet Zed near Al Qasim. Springfield slept."
    marks = (person("Ada Holmstrom"), person("Ada Holmstrem"), place("Khirbet Zed", "cue: village"))
    asked = list(answers(gazetteer, text, *marks, place("Al Qasim"), place("Springfield")))
    assert {question.kind for question, _ in asked} >= {"pin"}
    for question, left in asked:
        assert question.question not in left


def test_a_contested_kind_is_asked_about(gazetteer):
    """Three uses for one kind, two for another."""
    text = "Harbour Watch left. Harbour Watch came. Harbour Watch ate. Harbour Watch slept. Harbour Watch rose."
    names = annotated(text, body("Harbour Watch")).names
    labelled = tuple(replace(n, label=Label.GROUP) if i < 2 else n for i, n in enumerate(names))
    annotations = {"one": replace(annotated(text), names=labelled)}
    found = link({"one": article(text)}, annotations, gazetteer, Overrides())
    (question,) = [q for q in found.review if q.kind == "kind"]
    assert question.question == "Is Harbour Watch an organization or a group?"
    assert question.no == "Harbour Watch:\n  kind: group\n"
    assert (question.yes_means, question.no_means) == ("an organization", "a group")
    assert [(a.means, a.yaml) for a in question.others] == [("no name at all", "Harbour Watch: ignore\n")]
    rule = an_actor("Harbour Watch", kind="organization")
    settled = link({"one": article(text)}, annotations, gazetteer, Overrides(actors={"Harbour Watch": rule}))
    assert not [q for q in settled.review if q.kind == "kind"]
    assert ("actors.yaml", "Harbour Watch") in settled.applied


def test_a_name_that_may_be_a_place_or_somebody_is_asked_about_once(gazetteer):
    """Whether it is a place, is none, or is somebody, in one question."""
    text = "Rain fell on Khirbet Zed near Al Qasim."
    notes = {"one": annotated(text, place("Khirbet Zed", "cue: village"), place("Al Qasim"))}
    found = link({"one": article(text)}, notes, gazetteer, Overrides())
    (pin,) = (q for q in found.review if q.kind == "pin")
    lines = "Khirbet Zed:\n  kind: group\n"
    somebody = ReviewItem("unlinked", "Khirbet Zed", "Is it somebody?", (), "actors.yaml", lines, "", 3.0)
    (question,) = once(SimpleNamespace(places=found.places, review=(pin,)), (somebody,))
    assert (question.question, question.others) == (pin.question, (Answer("somebody", "actors.yaml", lines),))


def asked(gazetteer, overrides):
    """The questions about a name that two articles use for a place and a club."""
    told = {
        "one": ("Rain fell on Springfield. Floods reached Springfield.", place("Springfield", "cue: in")),
        "two": ("Springfield won at home. Springfield lost on Sunday.", body("Springfield", "cue: won")),
    }
    articles = {id_: article(text, id_) for id_, (text, _) in told.items()}
    annotations = {id_: annotated(text, mark) for id_, (text, mark) in told.items()}
    return [i for i in link(articles, annotations, gazetteer, overrides).review if i.question.endswith("everywhere?")]


def test_a_name_that_is_a_place_here_and_a_body_there_is_asked_about(gazetteer):
    """With both readings, how often each was taken, and a line for either file."""
    (item,) = asked(gazetteer, Overrides())
    assert item.question == "Is “Springfield” a place everywhere?"
    assert [line.rsplit(" ", 2)[1] for line in item.evidence] == ["2", "2"]
    assert (item.file, item.no_file) == ("places.yaml", "actors.yaml")


def test_either_answer_settles_it(gazetteer, tmp_path):
    """What the question offers to paste, pasted: it is not asked again."""
    (item,) = asked(gazetteer, Overrides())
    for file, lines in ((item.file, item.yes), (item.no_file, item.no)):
        folder = tmp_path / file.removesuffix(".yaml")
        folder.mkdir()
        (folder / file).write_text(lines, "utf8")
        overrides, problems = read_overrides(folder, ("event",))
        assert problems == ()
        assert asked(gazetteer, overrides) == []


def test_what_is_kept_of_a_corpus_changes_nothing(gazetteer):
    """A second build finds the labels and the machine's reading in the store, and links as the first did."""
    kept = {}
    corpus = {"one": article(TEXT)}, {"one": annotated(TEXT, *MARKS)}
    overrides = Overrides(actors={"Ada Grove": EntityOverride("Ada Grove", "actors.yaml", 1, (AliasRule("Ada Holm"),))})
    memory = Memory(kept.get, kept.__setitem__, lambda _: None, "these articles")
    first, second = (Linking(*corpus, gazetteer, memory) for _ in range(2))
    assert len(kept) == 1
    assert first.settled == second.settled
    assert first.corrected(overrides) == second.corrected(overrides)
    assert len(kept) == 2
    alone = link(*corpus, gazetteer, Overrides())
    assert first.alone() == replace(alone, titles=frozenset())


def test_who_is_named_in_a_headline_alone_keeps_the_address(gazetteer):
    """Whatever is corrected elsewhere."""
    title = "Tide Bureau on the harbour"
    notes = replace(annotated(TEXT, *MARKS), title=annotated(title, body("Tide Bureau")))
    texts = {"one": article(TEXT, title=title)}
    alone = link(texts, {"one": notes}, gazetteer, Overrides())
    rule = a_place("Tel Amara", kind="town")
    found = link(texts, {"one": notes}, gazetteer, Overrides(places={rule.name: rule}))
    assert "tide-bureau" in alone.actors
    assert found.actors.keys() == alone.actors.keys()


@pytest.mark.parametrize(("name", "what"), [("Port", "rename"), ("outlet not stated", "merge")])
def test_who_only_stands_between_is_told_without_a_count(gazetteer, name, what):
    """A body whose officials speak says nothing itself; that it is another one now is no less for that."""
    text = "Harbour Board officials said it rained."
    source, cue, content = (
        Span(text.index(w), text.index(w) + len(w)) for w in ("Harbour Board officials", "said", "it rained")
    )
    attribution = Attribution(
        (source,),
        (cue,),
        (content,),
        SourceKind.UNNAMED,
        "says",
        hedged=False,
        negated=False,
        voice=Voice.INDIRECT,
        rule="x",
    )
    notes = {"one": replace(annotated(text, body("Harbour Board", "known name")), attributions=(attribution,))}
    rule = SourceOverride(name, "sources.yaml", 7, aliases=(AliasRule("Harbour Board"),))
    overrides = Overrides(sources={name: rule})
    found = link({"one": article(text)}, notes, gazetteer, overrides)
    (effect,) = found.effects[found.moved["sources/harbour-board"]]
    assert [(deed.what, deed.old, deed.count) for deed in effect.deeds] == [(what, "Harbour Board", 0)]
    assert unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer) == ()


@pytest.mark.parametrize("said", [{"kind": "person"}, {"hide": True}, {"ignore": True}])
def test_an_address_is_no_name(gazetteer, said):
    """Who writes the address of a page for its key is told the name, and nothing else."""
    ((_, message, remedy),) = told(gazetteer, actors=[an_actor("ada-holm", **said)])
    assert (message, remedy) == (
        '"ada-holm" is the address of a page, whose name is "Ada Holm".',
        "Write Ada Holm: here.",
    )


def test_an_address_may_be_meant_as_a_name(gazetteer):
    """Whoever gives the name as another spelling of it knows it."""
    assert told(gazetteer, places=[a_place("tel-amara", aliases=(AliasRule("Tel Amara"),))]) == []


@pytest.mark.parametrize("key", ["ada-holm", "ada holm", "ADA HOLM"])
def test_a_name_in_other_letters_is_told_as_another_name(gazetteer, key):
    """It is what the page is called from now on."""
    found, _ = linked(gazetteer, actors=[an_actor(key, kind="person")])
    (effect,) = found.effects["actors/ada-holm"]
    assert [(deed.what, deed.old, deed.new) for deed in effect.deeds] == [("rename", "Ada Holm", key)]


def test_a_name_to_keep_keeps_its_kind(gazetteer):
    """What it takes in is named more often, and is something else."""
    text = "Ships of the Harbour Board met Coast Force. Coast Force, said Coast Force, is not Coast Force."
    force = (("Coast Force", Label.ARMED_FORCE, "test"),)
    corpus = {"one": article(text)}, {"one": annotated(text, body("Harbour Board"), *force)}
    rules = {"Harbour Board": an_actor("Harbour Board", aliases=(AliasRule("Coast Force"),))}
    found = link(*corpus, gazetteer, Overrides(actors=rules))
    (effect,) = found.effects["actors/harbour-board"]
    assert found.actors["harbour-board"].kind == "organization"
    assert [deed.what for deed in effect.deeds] == ["merge"]


def test_words_that_are_no_name_need_no_line(gazetteer):
    """They do occur, whatever their spelling, so that nobody looks for a mistake in it."""
    ((_, message, remedy),) = told(gazetteer, places=[a_place("rain", ignore=True)])
    assert message == 'The articles have the words "rain", but not as a name.'
    assert remedy == "They need no line; remove it."
    assert told(gazetteer, places=[a_place("Hail", ignore=True)])[0][1] == '"Hail" matched nothing in the articles.'


def test_an_alias_that_is_no_name_is_told_as_one(gazetteer):
    """The words stand there, and the entry does what else it says."""
    rule = a_place("Tel Amara", kind="town", aliases=(AliasRule("rain fell"),))
    assert [message for _, message, _ in told(gazetteer, places=[rule])] == [
        'The articles have the words "rain fell", but not as a name.'
    ]


def test_what_else_an_entry_says_of_what_it_hides_is_told(gazetteer):
    """That its page is gone, and what it takes along, moves and is of another kind."""
    place = a_place("Tel Amara", hide=True, at=(10.9, 20.9), aliases=(AliasRule("Springfield"),))
    actor = an_actor("Harbour Board", hide=True, kind="government", aliases=(AliasRule("Ada Holm"),))
    source = SourceOverride("outlet not stated", "sources.yaml", 7, hide=True, label="a paper")
    found, _ = linked(gazetteer, places=[place], actors=[actor], sources=[source])
    told = {e.key: [(d.what, d.old) for d in e.deeds] for effects in found.effects.values() for e in effects}
    assert told["Tel Amara"] == [("hide", ""), ("merge", "Springfield"), ("move_pin", "")]
    assert told["Harbour Board"] == [("hide", ""), ("merge", "Ada Holm"), ("kind", "organization")]
    assert told["outlet not stated"] == [("hide", ""), ("label", "")]
    alone, _ = linked(gazetteer, places=[a_place("Tel Amara", hide=True)])
    (effect,) = alone.effects["places/tel-amara"]
    assert [deed.what for deed in effect.deeds] == ["hide"]


def test_what_a_source_that_is_none_passed_on_is_told(gazetteer):
    """It is named no more between the outlet and who spoke to it; what these said stays theirs."""
    text = "Radio Quay reports what guards saw. Guards said rain fell."
    own = said(text, "Radio Quay", "what guards saw", cue="reports")
    heard = said(text, "Guards", "rain fell", SourceKind.UNNAMED, parent=0)
    notes = {"one": replace(annotated(text), attributions=(own, heard))}
    rule = SourceOverride("Radio Quay", "sources.yaml", 7, ignore=True)
    found = link({"one": article(text)}, notes, gazetteer, Overrides(sources={rule.name: rule}))
    (told,) = (claim for claim in found.claims["one"] if claim.source_name == "Guards")
    assert "radio-quay" not in told.via
    (effect,) = {e.key: e for effects in found.effects.values() for e in effects}.values()
    assert [(d.what, d.count, d.articles) for d in effect.deeds] == [("silence", 1, 1), ("unpass", 1, 1)]


def test_what_another_spelling_of_a_source_that_is_none_passes_on_is_passed_on(gazetteer):
    """The actor is ignored by one spelling, and still stands between where another was written."""
    texts = {a: f"A Harbour Police spokesman said rain fell. {a} came." for a in ("one", "two", "three")}
    names = {"one": "A Harbour Police", "two": "Harbour Police", "three": "Harbour Police"}
    notes = {
        a: replace(
            annotated(text, body(names[a], "known name")),
            attributions=(said(text, "A Harbour Police spokesman", "rain fell", SourceKind.UNNAMED),),
        )
        for a, text in texts.items()
    }
    own = SourceOverride("Harbour Police", "sources.yaml", 7, ignore=True)
    articles = {a: article(text, a) for a, text in texts.items()}
    both = Overrides(actors={own.name: an_actor(own.name, ignore=True)}, sources={own.name: own})
    found = link(articles, notes, gazetteer, both)
    assert [c.via[1:] for a in texts for c in found.claims[a]] == [("a-harbour-police",), (), ()]
    told = {d for each in found.effects.values() for e in each for d in e.deeds if d.what == "unpass"}
    assert [(d.count, d.articles) for d in told] == [(2, 2)]


@pytest.mark.parametrize(
    ("rule", "deeds"),
    [
        ({"kind": "organization"}, {("pass", 1, 1)}),
        ({"kind": "person"}, set()),  # for a person nobody speaks as for a body
    ],
)
def test_who_comes_to_pass_statements_on_is_told(gazetteer, rule, deeds):
    """The body for which somebody unnamed speaks stands between: that is told of the entry that makes one of it."""
    text = "Residents near Quay House said rain fell."
    notes = replace(
        annotated(text, place("Quay House", "kind word")),
        attributions=(said(text, *text.split(" said "), kind=SourceKind.UNNAMED),),
    )
    entry = an_actor("Quay House", **rule)
    found = link({"one": article(text)}, {"one": notes}, gazetteer, Overrides(actors={entry.name: entry}))
    told = {(d.what, d.count, d.articles) for each in found.effects.values() for e in each for d in e.deeds}
    assert {deed for deed in told if deed[0] in ("pass", "unpass")} == deeds


def test_a_copy_of_an_unnamed_source_is_told_by_the_id_that_tells_it_from_others(gazetteer):
    """Two articles have local residents, who are not the same."""
    text = "Local residents said rain fell."
    notes = replace(annotated(text), attributions=(said(text, "Local residents", "rain fell", SourceKind.UNNAMED),))
    articles = {id_: article(text, id_) for id_ in ("one", "two")}
    rule = SourceOverride("local-residents--one", "sources.yaml", 7, copies="local-residents--two")
    found = link(articles, dict.fromkeys(articles, notes), gazetteer, Overrides(sources={rule.name: rule}))
    (effect,) = {e for effects in found.effects.values() for e in effects}
    assert [(d.what, d.new) for d in effect.deeds] == [("copy", "local-residents--two")]


def test_unnamed_sources_that_stay_apart_take_nothing_in(gazetteer):
    """An entry in small letters shows them under its name, each on its page still."""
    text = "Local residents said rain fell."
    notes = replace(annotated(text), attributions=(said(text, "Local residents", "rain fell", SourceKind.UNNAMED),))
    articles = {id_: article(text, id_) for id_ in ("one", "two")}
    rule = SourceOverride("local residents", "sources.yaml", 7, label="people nearby")
    found = link(articles, dict.fromkeys(articles, notes), gazetteer, Overrides(sources={rule.name: rule}))
    assert {"local-residents--one", "local-residents--two"} <= found.sources.keys()
    (effect,) = {e for effects in found.effects.values() for e in effects}
    assert [(d.what, d.count, d.articles) for d in effect.deeds] == [("rename", 2, 2), ("label", 0, 0)]


def test_the_first_correction_is_foreseen(gazetteer):
    """What is to be compared with the machine's own reading is done before anybody corrects, and then not again."""
    made, memo = [], LongMemo()
    recall_each = memo.recall_each

    def noted(what, rows, make):
        return recall_each(what, rows, lambda *inputs: made.append(what) or make(*inputs))

    memo.recall_each = noted
    linking = Linking({"one": article(TEXT)}, {"one": annotated(TEXT, *MARKS)}, gazetteer, memo=memo)
    elsewhere = Overrides(places={"Tel Amara": a_place("Tel Amara", kind="town")})
    memo.begin("s")
    linking.corrected(Overrides())
    memo.prepare()
    assert {"named", "came from"} <= {*made}
    made.clear()
    corrected = linking.corrected(elsewhere)
    assert not {"named", "came from"} & {*made}
    assert corrected == link({"one": article(TEXT)}, {"one": annotated(TEXT, *MARKS)}, gazetteer, elsewhere)
