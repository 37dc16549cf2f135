"""A title that the program makes of what it knows is made of what people say, where they correct it."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from newsroom import Written, corpus, place

from according.events import find_events
from according.events.ledger import Ledger, Titled, dump_ledger, read_ledger
from according.model import Event, EventSet, Linked
from according.overrides import EventOverride, Overrides

DAY = date(2021, 5, 4)
SENTENCES = ["A crash near the mill of Darna on Monday.", "The crash in Darna on Monday hurt a guard."]


def blast() -> Linked:
    """A crash, told in a town on a day, in two reports whose headlines are no title."""
    told = {f"report-{n}": Written("What we know!", DAY, SENTENCES) for n in (1, 2)}
    told["fair"] = Written("Norton fair opens", DAY, ["The fair of Norton opens with a parade of bakers."])
    times = {"Monday": date(2021, 5, 3)}
    return corpus(told, places=[place("Darna"), place("Norton")], triggers={"crash": "accident"}, times=times)


def found(linked: Linked, **said: object) -> tuple[EventSet, Event]:
    """The events, and the crash with what a person says of it."""
    (key,) = {e for e, event in find_events(linked, Overrides(), Ledger())[0].events.items() if event.place == "darna"}
    rule = dataclasses.replace(EventOverride(key, "events.yaml", 1), **said)  # type: ignore[arg-type]
    events, _ = find_events(linked, Overrides(events={key: rule}), Ledger())
    return events, events.events[key]


def test_what_is_not_corrected_is_titled_as_before() -> None:
    """The kind, the place and the day that the passages tell."""
    assert found(blast())[1].title == "Crash, Darna, 3 May 2021"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ({"start": date(2021, 5, 2)}, "Crash, Darna, 2 May 2021"),
        ({"start": date(2021, 5, 2), "end": date(2021, 5, 3)}, "Crash, Darna, 2–3 May 2021"),
        ({"place": "Norton"}, "Crash, Norton, 3 May 2021"),
        ({"place": "Norton", "start": date(2021, 5, 2)}, "Crash, Norton, 2 May 2021"),
        ({"type": "clash"}, "Clash, Darna, 3 May 2021"),
        ({"place": "Norton", "title": "The mill"}, "The mill"),
    ],
)
def test_a_title_tells_the_day_and_the_place_that_a_person_gives(said: dict[str, object], title: str) -> None:
    """A place counts as agreed upon though no report names it; whoever gives a title has the last word."""
    assert found(blast(), **said)[1].title == title


def test_a_retitled_event_keeps_its_address_and_the_change_is_told() -> None:
    """The id says nothing; what the correction did names the old title and the new one."""
    events, event = found(blast(), start=date(2021, 5, 2))
    assert event.id in found(blast())[0].events
    (effect,) = events.effects[f"events/{event.id}"]
    assert {d.what for d in effect.deeds} == {"title", "date"}


def called(linked: Linked, id_: str, name: str) -> Linked:
    """The corpus in which a place has another name at the same address."""
    return dataclasses.replace(
        linked, places={**linked.places, id_: dataclasses.replace(linked.places[id_], name=name)}
    )


def test_a_title_has_the_names_that_are_shown_now() -> None:
    """Whatever its places were called when the ledger was written, and back again."""
    before, after = blast(), called(blast(), "darna", "Dernah")
    title = {name: found(linked)[1].title for name, linked in (("Darna", before), ("Dernah", after))}
    assert title == {"Darna": "Crash, Darna, 3 May 2021", "Dernah": "Crash, Dernah, 3 May 2021"}
    _, ledger = find_events(before, Overrides(), Ledger())
    for linked, name in ((after, "Dernah"), (before, "Darna"), (called(blast(), "norton", "Norten"), "Darna")):
        events, ledger = find_events(linked, Overrides(), ledger)
        assert [e.title for e in events.events.values() if e.place == "darna"] == [title[name]]


def test_a_title_comes_back_with_what_it_rests_on(tmp_path: Path) -> None:
    """Though the one that came in between would be made of the same."""
    linked = blast()
    _, ledger = find_events(linked, Overrides(), Ledger())
    (key,) = [k for k, e in ledger.events.items() if e.titled.names == ("Darna",)]
    old = Titled("Blast, Darna", "", ledger.events[key].titled.named_by, ("Darna",))
    events = {**ledger.events, key: dataclasses.replace(ledger.events[key], titled=old)}
    ledger = dataclasses.replace(ledger, events=events)
    for now, title in (
        (linked, "Blast, Darna"),
        (called(linked, "darna", "Dernah"), "Crash, Dernah, 3 May 2021"),
        (linked, "Blast, Darna"),
    ):
        found_now, ledger = find_events(now, Overrides(), ledger)
        assert found_now.events[key].title == title
        (tmp_path / "ledger.yaml").write_text(dump_ledger(ledger), "utf8")
        ledger = read_ledger(tmp_path / "ledger.yaml")
    assert ledger.events[key].earlier == ()


def test_a_headline_stays_the_words_of_its_outlet() -> None:
    """No correction of what the event tells writes into it."""
    linked = blast()
    key = next(k for k, e in find_events(linked, Overrides(), Ledger())[0].events.items() if e.place == "norton")
    rule = EventOverride(key, "events.yaml", 1, place="Darna", start=date(2021, 5, 1))
    assert find_events(linked, Overrides(events={key: rule}), Ledger())[0].events[key].title == "Norton fair opens"


def test_a_title_that_is_pasted_as_it_was_stays_its_outlets_words() -> None:
    """What stands on the page to be uncommented says nothing new; a title of other words is nobody's headline."""
    linked = blast()
    alone = next(e for e in find_events(linked, Overrides(), Ledger())[0].events.values() if e.place == "norton")
    assert alone.title_from == "fair"
    for title, article in ((alone.title, "fair"), (f"{alone.title} today", None)):
        rule = EventOverride(alone.id, "events.yaml", 1, title=title)
        event = find_events(linked, Overrides(events={alone.id: rule}), Ledger())[0].events[alone.id]
        assert (event.title, event.title_from) == (title, article)
