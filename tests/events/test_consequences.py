"""What corrections change of events that they are not about is told, by the entry and on the page of the event."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from harbour import DAY, FERRY, FERRY_AGAIN, TIMES, TRIGGERS, main, rule
from newsroom import Written, actor, corpus, place
from test_unaided import linked

from according.events import find_events
from according.events.consequences import consequences
from according.events.drafting import find_drafts
from according.events.ledger import Ledger
from according.events.outcome import Loss, of_takers
from according.events.unaided import Unaided
from according.model import Deed, Effect, EventSet, Linked
from according.overrides import EventOverride, Overrides

FILE = "overrides/places.yaml"
ALONE = find_drafts(linked("Darna", "Norton"))


def said(name: str, page: str, what: str = "ignore") -> dict[str, tuple[Effect, ...]]:
    """What an entry about a place did, by the page that it concerns."""
    return {page: (Effect(FILE, 3, name, (Deed(what, "", name, 2, 2),)),)}  # type: ignore[arg-type]


def found(corrected: Linked, rules: dict[str, EventOverride] | None = None) -> EventSet:
    """The events of the crash under corrections."""
    return find_events(corrected, Overrides(events=rules or {}), Ledger(), ALONE)[0]


def test_a_place_that_a_correction_takes_away_is_told() -> None:
    """On the page of the event with the line that did it, and in the line itself with the event that is meant."""
    events = found(linked("Norton", effects=said("Darna", "places/darna")))
    (key,) = events.events
    deeds = (Deed("title", "Crash, Darna, 3 May 2021", "Crash, 3 May 2021"), Deed("no_site", "Darna"))
    assert events.effects[f"events/{key}"] == (Effect(FILE, 3, "Darna", deeds),)
    assert events.besides[FILE, "Darna"] == (
        Deed("retitle", "Crash, Darna, 3 May 2021", "Crash, 3 May 2021"),
        Deed("unsite", "", "Crash, 3 May 2021"),
    )


@pytest.mark.parametrize(
    ("what", "moved", "told"),
    [("part", {}, "no_place"), ("part", {"places/darna": "actors/darna"}, "no_site"), ("ignore", {}, "no_site")],
)
def test_an_event_without_its_place_tells_whether_that_is_one(what: str, moved: dict[str, str], told: str) -> None:
    """Who says that a name is none, or somebody's, does not say where it happened; the entry itself does not."""
    corrected = dataclasses.replace(linked("Norton", effects=said("Darna", "places/darna", what)), moved=moved)
    events = found(corrected)
    ((effect,),) = events.effects.values()
    assert [deed for deed in effect.deeds if deed.what != "title"] == [Deed(told, "Darna")]  # type: ignore[arg-type]
    assert any(deed.what == "unsite" for deed in events.besides[FILE, "Darna"])


def test_an_event_that_is_as_before_is_not_told_of() -> None:
    """Also where a correction of its place did something else, or only gave the place another name."""
    same = found(linked("Darna", "Norton", effects=said("Darna", "places/darna", "set_pin")))
    renamed = {"darna": dataclasses.replace(place("Darna"), name="Derna"), "norton": place("Norton")}
    other = found(linked("Darna", "Norton", places=renamed, effects=said("Derna", "places/darna", "rename")))
    assert [e.title for e in other.events.values()] == ["Crash, Derna, 3 May 2021"]
    assert [*same.besides, *same.effects, *other.besides, *other.effects] == []


def test_what_a_person_says_of_the_event_is_told_once() -> None:
    """By the entry that gives the title and the place, whatever else would have changed them."""
    (key,) = found(linked("Norton")).events
    given = rule(key, title="The mill", place="Norton")
    events = found(linked("Norton", effects=said("Darna", "places/darna")), given)
    assert events.events[key].title == "The mill"
    assert not events.besides


def test_of_many_events_only_their_titles_are_told() -> None:
    """The entry names them; the page of each tells what it was."""
    sorts = {"crash": "accident", "fire": "disaster", "vote": "policy", "strike": "protest"}
    days = [date(2021, month, 3) for month in (1, 4, 7, 10)]
    told = {
        sort: Written("!", day, [f"The {sort} in Darna was a {sort} of {sort} people.", f"A {sort} {sort} in Darna."])
        for sort, day in zip(sorts, days, strict=True)
    }
    alone = corpus(told, places=[place("Darna")], triggers=sorts)
    after = dataclasses.replace(corpus(told, triggers=sorts), effects=said("Darna", "places/darna"))
    events, _ = find_events(after, Overrides(), Ledger(), find_drafts(alone))
    (deed,) = events.besides[FILE, "Darna"]
    assert deed.what == "alter"
    assert all(event.title in deed.new for event in events.events.values())


def test_of_what_a_title_names_only_what_changed_in_it_is_behind_the_change() -> None:
    """A place that is called otherwise, and stands in both, would leave the title as it is."""
    effects = said("Derna", "places/darna", "rename") | said("Mill Board", "actors/mill board")
    places = {"darna": dataclasses.replace(place("Darna"), name="Derna"), "norton": place("Norton")}
    corrected = linked("Darna", "Norton", places=places, actors={"police": actor("Police")}, effects=effects)
    (event,) = found(corrected).events.values()
    now = dataclasses.replace(event, title="Police, Derna, 3 May 2021", actors=("police",))
    title = "Police and Mill Board, Darna, 3 May 2021"
    pages = (("places/darna", "Darna"), ("actors/police", "Police"), ("actors/mill board", "Mill Board"))
    was = Unaided(event.id, event.place, "", title, None, pages)
    told = consequences({event.id: (was, title)}, {event.id: now}, {event.id: now}, {}, corrected)
    assert told.on_pages[f"events/{event.id}"] == (Effect(FILE, 3, "Mill Board", (Deed("title", title, now.title),)),)


def harbour() -> Linked:
    """A ferry that two outlets tell of, and a fair that has lost nothing yet."""
    articles = {
        "ferry": Written("Ferry Aurora capsizes in Port Ellis", DAY, FERRY),
        "ferry-again": Written("Aurora capsizes in Port Ellis", DAY, FERRY_AGAIN),
        "fair": Written("Norton fair opens", DAY, ["The fair of Norton opened with bakers and a wheel on Tuesday."]),
    }
    return corpus(articles, places=[place("Port Ellis"), place("Norton")], triggers=TRIGGERS, times=TIMES)


@pytest.mark.parametrize("taken", ["ferry", "ferry-again"])
def test_an_event_tells_what_another_one_took(taken: str) -> None:
    """How many sentences, and the new title where a headline went with its article; the entry tells both, too."""
    before, ledger = find_events(harbour(), Overrides(), Ledger())
    ferry, fair = main(before, "ferry"), main(before, "fair")
    assert before.events[ferry].title_from == "ferry"
    after, ledger = find_events(harbour(), Overrides(events=rule(fair, includes=(taken,))), ledger)
    (effect,) = after.effects[f"events/{ferry}"]
    titles = before.events[ferry].title, after.events[ferry].title
    new = (Deed("title", *titles),) if taken == "ferry" else ()
    lost = len(FERRY if taken == "ferry" else FERRY_AGAIN)
    assert effect.key == fair
    assert effect.deeds == (Deed("give", "", after.events[fair].title, lost, 1), *new)
    assert [d for d in after.effects[f"events/{fair}"][0].deeds if d.what in ("draw", "retitle")] == [
        Deed("draw", "", f"“{titles[1]}”", lost, 1),
        *(Deed("retitle", d.old, d.new) for d in new),
    ]
    back, _ = find_events(harbour(), Overrides(), ledger)
    assert back.events == before.events
    assert f"events/{ferry}" not in back.effects


def test_an_entry_tells_how_its_event_is_known_without_what_it_leaves_out() -> None:
    """The headline goes with its article, to the event that is made of it."""
    before, ledger = find_events(harbour(), Overrides(), Ledger())
    ferry = main(before, "ferry")
    after, _ = find_events(harbour(), Overrides(events=rule(ferry, without=("ferry",))), ledger)
    assert after.events[main(after, "ferry")].title == before.events[ferry].title
    (effect,) = after.effects[f"events/{ferry}"]
    assert effect.deeds[-1] == Deed("title", before.events[ferry].title, after.events[ferry].title)


def test_of_many_events_that_an_entry_takes_a_part_of_only_the_titles_are_told() -> None:
    """One sentence for all of them; how much each has lost stands on its page."""
    (event,) = found(linked("Darna", "Norton")).events.values()
    events = {f"{i}": dataclasses.replace(event, id=f"{i}", title=f"Crash {i}") for i in range(5)}
    lost = [Loss(f"{i}", "4", (Deed("give", "", "Crash 4", 2, 1),)) for i in range(4)]
    assert of_takers(lost, events) == {"4": (Deed("draw", "", "“Crash 0”, “Crash 1”, “Crash 2”, “Crash 3”"),)}
    assert [deed.count for deed in of_takers(lost[:2], events)["4"]] == [2, 2]
