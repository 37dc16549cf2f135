"""What an event is called: neutral and stable, without figures, judgement or questions."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from newsroom import Written, actor, corpus, place

from according.events import find_events
from according.events.drafts import make_draft
from according.events.frequencies import load_frequencies
from according.events.headlines import central_headline, fit_part
from according.events.ledger import Ledger
from according.events.types import TYPES
from according.model import Label, Linked, Quantity, Span
from according.overrides import Overrides

DAY = date(2021, 5, 5)


def title(linked: Linked) -> str:
    """The title of a corpus' only event."""
    (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
    return event.title


def told_by(headline: str) -> str:
    """The title of an event of which nothing is known but an article with this headline."""
    body = [
        "The trawler Orla towed a buoy past the lighthouse.",
        "The lighthouse keeper photographed the trawler Orla.",
    ]
    return title(corpus({"orla": Written(headline, DAY, body)}))


def test_neutral_headline_names_the_event() -> None:
    """A headline that neither counts nor judges is taken as it is."""
    assert told_by("Trawler Orla tows buoy past lighthouse") == "Trawler Orla tows buoy past lighthouse"


@pytest.mark.parametrize(
    "headline",
    [
        "Why did the trawler Orla tow a buoy past the lighthouse?",
        "Trawler Orla tows 12 buoys past lighthouse",
        "Trawler Orla beats lighthouse 5-11",
        "Trawler Orla and buoy, a very big deal for lighthouse",
        "Tearful trawler Orla tows buoy past lighthouse",
    ],
)
def test_headline_that_counts_or_judges_is_not_taken(headline: str) -> None:
    """Figures change, judgement is somebody's, a question is no name."""
    assert told_by(headline) != headline


def test_a_town_beside_what_was_taken_is_not_called_taken() -> None:
    """A noun of taking would say of the place behind it that it was what was taken."""
    told = {
        f"a{i}": Written("Troops recapture road to Arle", DAY, ["Troops recapture the road to Arle."]) for i in range(2)
    }
    linked = corpus(told, places=[place("Arle")], triggers={"recapture": "military"})
    assert title(linked) == "Troops recapture road to Arle"


def test_event_of_which_nothing_is_known_tells_when_it_was_reported() -> None:
    """Two events called "Event" could not be told apart."""
    assert told_by("Why?") == "Event, reported 5 May 2021"


def test_field_of_life_is_no_name_of_an_event() -> None:
    """Where only actors and the field are known, the title does not say "culture"."""
    linked = corpus(
        {"duo": Written("Why?", DAY, ["Ada Quist filmed a festival.", "Ada Quist filmed a premiere."])},
        actors=[actor("Ada Quist")],
        triggers={"filmed": "culture"},
    )
    assert title(linked).startswith("Ada Quist")
    assert "culture" not in title(linked).lower()


def test_field_that_is_told_is_no_name_either() -> None:
    """A title such as "Product, Port Ellis" says no more when the articles write of a product."""
    body = ["A product went on show in Port Ellis.", "A gadget came with the product in Port Ellis."]
    kinds = {"product": "product", "gadget": "product"}
    linked = corpus({"a": Written("Why?", DAY, body)}, places=[place("Port Ellis")], triggers=kinds)
    assert "product" not in title(linked).lower()


def test_figure_of_speech_names_no_disaster() -> None:
    """A media storm is no storm."""
    body = ["A media storm began in Port Ellis.", "The media storm was about a bakery in Port Ellis."]
    linked = corpus({"storm": Written("Why?", DAY, body)}, places=[place("Port Ellis")], triggers={"storm": "disaster"})
    assert "storm" not in title(linked)


def test_type_that_is_told_has_its_plover_code() -> None:
    """An attack is an assault in PLOVER; what is not told is an event without a code."""
    body = ["A bombing hit Port Ellis.", "The bombing destroyed a bakery in Port Ellis."]
    linked = corpus({"a": Written("Why?", DAY, body)}, places=[place("Port Ellis")], triggers={"bombing": "attack"})
    (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
    assert (event.type, event.plover) == ("attack", "ASSAULT")
    (event,) = find_events(corpus({"a": Written("Why?", DAY, body)}), Overrides(), Ledger())[0].events.values()
    assert (event.type, event.plover) == ("event", None)
    assert {t.plover for t in TYPES.values()} >= {"ASSAULT", "PROTEST", "CONSULT"}


def test_kinds_of_one_code_speak_for_one_another() -> None:
    """A clash told with a shelling and a bombing in it is no untyped event, though talks and a vote are told too."""
    body = [
        "A clash shook Port Ellis.",
        "A clash and a shelling hit the harbour of Port Ellis.",
        "A bombing of Port Ellis preceded talks and an arrest.",
        "The vote on a budget and a rescue in Port Ellis were put off.",
    ]
    kinds = {
        "clash": "clash",
        "shelling": "strike",
        "bombing": "attack",
        "talks": "diplomacy",
        "arrest": "justice",
        "vote": "election",
        "budget": "policy",
        "rescue": "rescue",
    }
    linked = corpus({"a": Written("Why?", DAY, body)}, places=[place("Port Ellis")], triggers=kinds)
    (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
    assert event.type == "clash"


@pytest.mark.parametrize(
    ("headline", "part"),
    [
        ("Trawler Orla tows buoy past lighthouse", "Trawler Orla tows buoy past lighthouse"),
        ("Trawler Orla strikes harbour bridge; 27 hurt", "Trawler Orla strikes harbour bridge …"),
        ("Port Ellis fires coach Ada Quist after 5-11 season", "Port Ellis fires coach Ada Quist …"),
        ("Quist Fishing, citing new tax, expects $5 billion loss", ""),
        ("Fishing trawlers collide off harbour as one sailor sleeps", "Fishing trawlers collide off harbour …"),
        ("How Ada Quist towed a buoy after the storm", ""),
        ("Ada Quist, 34, tows a buoy", ""),
    ],
)
def test_headline_ends_before_what_no_title_holds(headline: str, part: str) -> None:
    """What is cut off is shown to be; what cannot stand alone or begins unfit is not used."""
    assert fit_part(headline) == part


def test_title_from_a_cut_headline_names_its_article() -> None:
    """The words are still the outlet's."""
    body = ["The trawler Orla struck the harbour bridge.", "The trawler Orla had left the harbour bridge behind."]
    linked = corpus({"orla": Written("Trawler Orla strikes harbour bridge; 27 hurt", DAY, body)})
    (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
    assert (event.title, event.title_from) == ("Trawler Orla strikes harbour bridge …", "orla")


@pytest.mark.parametrize("kind", [Label.GROUP, Label.MEDIA])
def test_peoples_and_outlets_name_no_event(kind: Label) -> None:
    """The title "Latino, 5 May 2021" says nothing of what happened, nor does the name of who reported it."""
    body = ["Quistian met Ada Bell in the library.", "Ada Bell read to a Quistian audience; Quistian poems followed."]
    linked = corpus({"a": Written("Why?", DAY, body)}, actors=[actor("Quistian", kind), actor("Ada Bell")])
    assert title(linked).startswith("Ada Bell")


def test_name_that_is_told_once_is_no_title() -> None:
    """A title in capitals in the middle of an article is easily taken for somebody's name."""
    body = ["Extra Security was put on.", "The library opened its doors.", "The library closed its doors."]
    linked = corpus({"a": Written("Why?", DAY, body)}, actors=[actor("Extra Security")])
    assert "Extra Security" not in title(linked)


def test_kind_needs_a_word_of_one_sense() -> None:
    """Delivery charges on a bill are no charges in court; an arrest makes them so."""
    body = [
        "The bill of the bakery had a charge on it.",
        "The bakery asked about the charge, and the charge went away.",
    ]
    for words, kind in ((body, "event"), ([*body, "An arrest at the bakery followed the charge."], "justice")):
        linked = corpus({"a": Written("Why?", DAY, words)}, triggers={"charge": "justice", "arrest": "justice"})
        (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
        assert event.type == kind


def test_outcome_speaks_for_what_it_came_of() -> None:
    """Who is freed from a wreck was in an accident, though a vote and talks are told as well."""
    body = [
        "A collision off Port Ellis led to a rescue, talks, a vote, a law and a match.",
        "The collision in Port Ellis preceded a rescue, talks, a vote, a law and a match.",
    ]
    kinds = {
        "collision": "accident",
        "rescue": "rescue",
        "talks": "diplomacy",
        "vote": "election",
        "law": "policy",
        "match": "sport",
    }
    linked = corpus({"a": Written("Why?", DAY, body)}, places=[place("Port Ellis")], triggers=kinds)
    (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
    assert event.type == "accident"


def test_one_word_is_enough_where_people_came_to_harm() -> None:
    """An attack that killed three is an attack; one that is told of once among other things is not yet."""
    body = ["The attack on Port Ellis killed three people."]
    linked = corpus({"a": Written("Why?", DAY, body)}, places=[place("Port Ellis")], triggers={"attack": "attack"})
    (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
    assert event.type == "event"
    annotation = linked.annotations["a"]
    killed = Quantity(Span(32, 37), "killed", None, 3, 3, approximate=False, unit="people")
    counted = dataclasses.replace(annotation, quantities=(killed,))
    linked = dataclasses.replace(linked, annotations={"a": counted})
    (event,) = find_events(linked, Overrides(), Ledger())[0].events.values()
    assert event.type == "attack"


def test_verbs_of_headlines_name_an_event() -> None:
    """The headline "Trawlers collide" tells of a collision, which says more than "accident"."""
    body = ["Trawlers had an accident off Port Ellis.", "The accident of the trawlers off Port Ellis was in the fog."]
    kinds = {"accident": "accident", "collide": "accident"}
    for headline, named in (("Trawlers in an accident", "Accident"), ("Trawlers collide", "Collision")):
        linked = corpus({"a": Written(headline, DAY, body)}, places=[place("Port Ellis")], triggers=kinds)
        assert title(linked).startswith(f"{named}, Port Ellis")


def test_headline_of_something_else_is_not_named_after_a_kind() -> None:
    """An attack in the background does not name a report that has a headline of its own."""
    body = ["Bakers in Port Ellis want a fair after the attack.", "The attack in Port Ellis was on all their minds."]
    kinds = {"attack": "attack"}
    for headline, named in (
        ("Bakers in Port Ellis want a fair", "Bakers in Port Ellis want a fair"),
        ("Bakers in Port Ellis mourn after attack", "Attack, Port Ellis"),
    ):
        linked = corpus({"a": Written(headline, DAY, body)}, places=[place("Port Ellis")], triggers=kinds)
        assert title(linked).startswith(named)


def test_full_stop_of_a_headline_is_no_part_of_a_title() -> None:
    """Nor is the semicolon that leads over to a second line."""
    assert fit_part("Trawler Orla tows buoy.") == "Trawler Orla tows buoy"
    assert fit_part("Trawler Orla tows buoy;") == "Trawler Orla tows buoy"
    assert fit_part("Trawler Orla tows buoy of the U.S.") == "Trawler Orla tows buoy of the U.S."


def test_name_of_a_file_is_nobodys_headline() -> None:
    """An article without a title goes under its file's name, which no outlet wrote."""
    body = [
        "The trawler Orla towed a buoy past the lighthouse.",
        "The lighthouse keeper photographed the trawler Orla.",
    ]
    linked = corpus({"orla": Written("Trawler orla lighthouse", DAY, body)})
    article = dataclasses.replace(linked.articles["orla"], titled=False)
    assert title(linked) == "Trawler orla lighthouse"
    assert title(dataclasses.replace(linked, articles={"orla": article})) != "Trawler orla lighthouse"


def test_headline_may_be_about_a_smaller_event_as_well() -> None:
    """A part of a report that the headline is about has its name; another part has not."""
    body = ["The trawler Orla towed a buoy past the lighthouse.", "Bakers in Darna baked an enormous cake."]
    linked = corpus({"orla": Written("Trawler Orla tows buoy past lighthouse", DAY, body)})
    named = central_headline(make_draft([("orla", 0)], set(), linked), "event", linked, load_frequencies())
    assert named
    assert named.text == "Trawler Orla tows buoy past lighthouse"
    assert central_headline(make_draft([("orla", 1)], set(), linked), "event", linked, load_frequencies()) is None


def test_no_headline_stands_for_many_reports_of_many_things() -> None:
    """Where ten reports meet whose headlines have little in common, what and where names them."""
    things = "buoy net bell lamp rope flag gull crab oar sail mast deck hull keel".split()
    crowd = {
        f"a{i}": Written(" ".join(things[i : i + 3]) + " vote", DAY, ["A vote in Port Ellis.", "They count votes."])
        for i in range(11)
    }
    kinds = {"vote": "election", "votes": "election"}
    linked = corpus(crowd, places=[place("Port Ellis")], triggers=kinds)
    keys = [(a, i) for a in crowd for i in range(2)]
    draft = make_draft(keys, set(crowd), linked)
    assert central_headline(draft, "election", linked, load_frequencies()) is None
    few = make_draft(keys[:4], {"a0", "a1"}, linked)
    assert central_headline(few, "election", linked, load_frequencies())
