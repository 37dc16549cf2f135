"""A correction of a name moves an event to a place that it is about, and to no other."""

from __future__ import annotations

import dataclasses
from datetime import date

from newsroom import Written, corpus, place

from according.events import find_events
from according.events.drafting import find_drafts
from according.events.ledger import Ledger
from according.model import Event, Linked, Place, PlacePrecision
from according.overrides import Overrides

DAY = date(2021, 5, 4)
SENTENCES = [
    "A crash in Darna on Monday hurt a guard of the mill of Norton.",
    "The crash in Darna on Monday closed the mill of Norton.",
]
TOLD = {f"report-{n}": Written("What we know!", DAY, SENTENCES) for n in (1, 2)}


def linked(*names: str, **changes: object) -> Linked:
    """The crash, with these places found in what tells of it, and with what corrections did."""
    places = [place(name) for name in names]
    made = corpus(TOLD, places=places, triggers={"crash": "accident"}, times={"Monday": date(2021, 5, 3)})
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def overridden(*names: str) -> dict[str, Place]:
    """Places of which an entry speaks."""
    return {name.lower(): dataclasses.replace(place(name), overridden=True) for name in names}


def crash(corrected: Linked) -> Event:
    """The event after corrections of a corpus in which the machine finds Darna and Norton."""
    events, _ = find_events(corrected, Overrides(), Ledger(), find_drafts(linked("Darna", "Norton")))
    (event,) = events.events.values()
    return event


def test_no_other_place_takes_over_when_a_person_takes_the_place_away() -> None:
    """Nobody has said that the crash was in Norton; the place is still among those that are named."""
    event = crash(linked("Norton"))
    assert (event.place, event.places) == (None, ("norton",))
    assert event.title == "Crash, 3 May 2021"
    assert "norton" not in event.id


def test_the_event_goes_along_with_its_place() -> None:
    """Under another name and address it is the same place, wherever it ranks now."""
    renamed = linked("Norton", "Dar")
    mentions = {
        article: tuple(
            m if m.entity == "norton" else dataclasses.replace(m, entity="dar")
            for m in linked("Norton", "Darna").mentions[article]
        )
        for article in renamed.articles
    }
    moved = dataclasses.replace(renamed, mentions=mentions, moved={"places/darna": "places/dar"})
    assert crash(moved).place == "dar"


def test_a_correction_of_a_name_makes_no_other_id_though_no_ledger_knows_the_event() -> None:
    """A site that is built with its corrections at once has the addresses of one that was corrected later."""
    uncorrected = crash(linked("Darna", "Norton"))
    assert "darna" in uncorrected.id
    assert crash(linked("Norton")).id == uncorrected.id


def test_the_place_stays_where_a_correction_makes_it_rank_lower() -> None:
    """A town that is called a region tells less of where something was, but the other tells nothing of it."""
    wider = {"darna": place("Darna", PlacePrecision.UNKNOWN), "norton": place("Norton")}
    corrected = linked("Darna", "Norton", places=wider)
    alone, _ = find_events(corrected, Overrides(), Ledger())
    assert [event.place for event in alone.events.values()] == ["norton"]
    assert crash(corrected).place == "darna"


def test_a_place_of_which_a_person_speaks_can_take_over() -> None:
    """The program had thought it to be another one here, which is still a place, or is this one now."""
    both = {"darna": place("Darna"), **overridden("Norton")}
    assert crash(linked("Norton", places=both)).place == "norton"
    one = linked("Norton", places=overridden("Norton"), moved={"places/darna": "places/norton"})
    assert crash(one).place == "norton"


def test_no_place_takes_over_by_another_correction_than_that_which_takes_the_place_away() -> None:
    """That somebody gave Norton a pin does not tell that the crash was there, when Darna is nobody's name."""
    assert crash(linked("Norton", places=overridden("Norton"))).place is None


def test_an_event_without_a_place_gets_the_one_that_is_found() -> None:
    """There was none that could be kept."""
    found = find_drafts(linked())
    events, _ = find_events(linked("Darna"), Overrides(), Ledger(), found)
    assert [event.place for event in events.events.values()] == ["darna"]
