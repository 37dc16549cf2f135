"""The same words on the pages of places, actors and sources."""

from __future__ import annotations

from small_corpus import EVENT, Said, Setting, corpus

from according.digesting import digest
from according.model import PlacePrecision

SETTING = Setting(actors={"Caggins": "person", "SANA": "media"}, places={"Amo": PlacePrecision.TOWN})
SAID = (
    Said("a", "Caggins", "the patrol left Amo before noon"),
    Said("a", "SANA", "the words of Caggins were false"),
    Said("b", "SANA", "the market of Amo opened again", of_event=False),
)


def test_an_actors_own_words_stand_apart_from_words_about_it():
    """What Caggins says is his own; what SANA says of him is about him."""
    page = digest(*corpus(SAID, SETTING)).actors["Caggins"]
    assert [s.claim for s in page.own] == ["c0"]
    told = [(a.name, [s.claim for s in a.lead]) for _, accounts in page.by_event for a in accounts]
    assert told == [("SANA", ["c1"])]


def test_a_place_page_tells_who_says_what_of_it_by_event():
    """Every claim that names the place is on its page, under its event or under none."""
    page = digest(*corpus(SAID, SETTING)).places["Amo"]
    assert page.sources == 2
    assert [(event, [a.name for a in accounts]) for event, accounts in page.by_event] == [
        (EVENT, ["Caggins"]),
        (None, ["SANA"]),
    ]


def test_a_source_page_holds_everything_it_says_by_event():
    """Nothing that a source says is lost, on an event's page or not."""
    pages = digest(*corpus(SAID, SETTING)).sources
    assert [(event, [s.claim for s in told]) for event, told in pages["SANA"]] == [(EVENT, ["c1"]), (None, ["c2"])]


def test_the_digest_does_not_depend_on_the_order_of_articles():
    """The same corpus in another order gives the same pages."""
    linked, events = corpus(SAID, SETTING)
    turned = type(linked)(
        **{
            name: dict(reversed(list(getattr(linked, name).items())))
            for name in ("articles", "annotations", "mentions", "claims", "places", "actors", "sources")
        }
    )
    assert digest(linked, events) == digest(turned, events)
