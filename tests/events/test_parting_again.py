"""What people part off has the id that it had before, whatever was built in between."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from harbour import BUDGET, DAY, FERRY, main, newsroom, rule
from newsroom import Written

from according.events import find_events
from according.events.ledger import Ledger, dump_ledger, read_ledger
from according.model import EventSet, Linked
from according.overrides import EventOverride, Overrides

Rules = dict[str, EventOverride]
CREW = [
    "Divers searched the hull of the capsized ferry Aurora in Port Ellis for the crew.",
    "The crew of the ferry Aurora was found in the harbour of Port Ellis.",
    "Lifeboats brought the crew of the Aurora ferry to Port Ellis.",
    "The ferry Aurora capsized in Port Ellis on Monday, divers told the harbour police.",
]


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., EventSet]:
    """Builds one corpus after the other; the ledger goes through its file."""
    path = tmp_path / "ledger.yaml"

    def built(rules: Rules, linked: Linked) -> EventSet:
        ledger = read_ledger(path)
        events, after = find_events(linked, Overrides(events=rules), ledger)
        path.write_text(dump_ledger(after), "utf8")
        assert read_ledger(path) == after
        assert not {f"events/{key}" for key in events.events} & events.moved.keys()
        return events

    return built


def shown(events: EventSet) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By id: what an event is called, and the articles that report it."""
    return {key: (event.title, event.articles) for key, event in events.events.items()}


def three_reports() -> tuple[Linked, str]:
    """A corpus in which three reports and a compilation tell of one event, and the id of that."""
    linked = newsroom(crew=Written("Divers search ferry Aurora in Port Ellis", DAY, CREW))
    events, _ = find_events(linked, Overrides(), Ledger())
    ferry = main(events, "ferry")
    assert events.events[ferry].articles == ("crew", "ferry", "ferry-again", "week")
    return linked, ferry


def test_the_same_lines_give_the_same_id_each_time(build: Callable[..., EventSet]) -> None:
    """And the entry of what they part holds again; without them its address leads to the event that has all."""
    linked, ferry = three_reports()
    before, parted = build({}, linked), rule(ferry, without=("crew",))
    (new,) = build(parted, linked).events.keys() - before.events.keys()
    rules = {**parted, **rule(new, title="The second one")}
    for _ in range(5):
        there = build(rules, linked)
        assert there.events[new].title == "The second one"
        assert there.events.keys() - before.events.keys() == {new}
        assert not there.moved
        gone = build(rule(new, title="The second one"), linked)
        assert shown(gone) == shown(before)
        assert gone.moved == {f"events/{new}": f"events/{ferry}"}


def ways(sets: Iterable[tuple[str, ...]]) -> str:
    """A name of some steps."""
    return " > ".join("+".join(one) or "none" for one in sets)


@pytest.mark.parametrize(
    "steps",
    [
        [("ferry",), ("ferry", "crew"), ("ferry",)],
        [("ferry",), ("ferry", "crew"), (), ("ferry",), (), ("ferry", "crew")],
        [("ferry",), ("crew",), ("ferry",), ("ferry", "crew"), ("crew",), ("ferry", "crew"), ("ferry",)],
        [("crew", "ferry"), ("ferry",), (), ("crew",), ("crew", "ferry"), ("ferry",), ("crew",)],
        [("crew", "week"), ("crew-1", "crew-2"), (), ("crew", "week"), ("crew",), ("crew-1", "crew-2"), ("crew",)],
    ],
    ids=ways,
)
def test_lines_that_were_there_once_give_the_id_that_they_gave(
    steps: list[tuple[str, ...]], build: Callable[..., EventSet]
) -> None:
    """Also between others that part more of the event, or less, or something else."""
    linked, ferry = three_reports()
    known, gave = build({}, linked).events.keys(), dict[tuple[str, ...], set[str]]()
    for items in steps:
        events = build(rule(ferry, without=items) if items else {}, linked)
        new = set(events.events.keys() - known)
        assert gave.setdefault(items, new) == new, items


def test_parts_that_are_parted_in_turn_have_their_ids_again(build: Callable[..., EventSet]) -> None:
    """In whatever order their lines go and come back; an address leads to the part that has what it had."""
    linked, ferry = three_reports()
    before = build({}, linked)
    first = rule(ferry, without=("ferry-again", "crew"))
    (new,) = build(first, linked).events.keys() - before.events.keys()
    second = {**first, **rule(new, without=("crew",))}
    three = build(second, linked)
    (last,) = three.events.keys() - before.events.keys() - {new}
    for without in ({}, first, rule(new, without=("crew",))):
        less = build(without, linked)
        assert less.moved[f"events/{last}"] == f"events/{new if new in less.events else ferry}"
        assert shown(build(second, linked)) == shown(three)


def test_a_part_is_known_after_other_articles_have_come(build: Callable[..., EventSet]) -> None:
    """Be they on the same; and also when its own article has another sentence since."""
    linked, ferry = three_reports()
    before, parted = build({}, linked), rule(ferry, without=("crew",))
    (new,) = build(parted, linked).events.keys() - before.events.keys()
    build({}, linked)
    crew = Written("Divers search ferry Aurora in Port Ellis", DAY, [*CREW[:3], "Police thanked all divers."])
    more = newsroom(crew=crew, later=Written("Aurora ferry capsized in Port Ellis", DAY, FERRY[:2]))
    build({}, more)
    again = build(parted, more)
    assert again.events[new].articles == ("crew",)
    assert again.events[ferry].articles == ("ferry", "ferry-again", "later", "week")


def test_events_that_were_put_together_come_back_as_they_were(build: Callable[..., EventSet]) -> None:
    """When the line goes, also where one of them had been parted off."""
    linked, ferry = three_reports()
    before, parted = build({}, linked), rule(ferry, without=("crew",))
    two, budget = build(parted, linked), main(before, "budget")
    (new,) = two.events.keys() - before.events.keys()
    for key, other in ((ferry, budget), (budget, ferry), (budget, new), (new, budget)):
        includes = (*parted.get(key, EventOverride(key, "", 1)).includes, other)
        rules = {**parted, key: dataclasses.replace(parted.get(key, rule(key)[key]), includes=includes)}
        one = build(rules, linked)
        assert other not in one.events
        assert one.moved[f"events/{other}"] == f"events/{key}"
        assert shown(build(parted, linked)) == shown(two)
        build(rules, linked)
        assert shown(build({}, linked)) == shown(before)
        assert shown(build(parted, linked)) == shown(two)


def test_a_part_that_the_program_tells_apart_itself_has_the_id(build: Callable[..., EventSet]) -> None:
    """Once it does; but no id of a part takes its page from an event of which nothing else is left."""
    linked, ferry = three_reports()
    parted = rule(ferry, without=("ferry-again", "week"))
    (new,) = build(parted, linked).events.keys() - build({}, linked).events.keys()
    alone = newsroom()
    rest = {a: text for a, text in alone.articles.items() if a in ("ferry-again", "budget")}
    left = dataclasses.replace(alone, articles=rest, annotations={a: alone.annotations[a] for a in rest})
    events = build({}, left)
    assert main(events, "ferry-again") == ferry
    assert events.moved == {f"events/{new}": f"events/{ferry}"}


def test_a_ledger_that_does_not_say_what_an_address_had_is_read(build: Callable[..., EventSet], tmp_path: Path) -> None:
    """As an older version has left it: the address leads on, and what is parted off has one of its own from now on."""
    linked, ferry = three_reports()
    _, first = find_events(linked, Overrides(), Ledger())
    parted = rule(ferry, without=("crew",))
    (old,) = find_events(linked, Overrides(events=parted), first)[0].events.keys() - first.events.keys()
    (tmp_path / "ledger.yaml").write_text(dump_ledger(dataclasses.replace(first, moved={old: ferry})), "utf8")
    there = build(parted, linked)
    (new,) = there.events.keys() - first.events.keys()
    assert there.moved == {f"events/{old}": f"events/{ferry}"}
    assert new != old
    for _ in range(2):
        assert build({}, linked).moved == dict.fromkeys((f"events/{old}", f"events/{new}"), f"events/{ferry}")
        assert shown(build(parted, linked)) == shown(there)


def test_what_an_event_leaves_out_is_not_the_event_that_it_takes_in(build: Callable[..., EventSet]) -> None:
    """Though it tells all that this one told: without the lines both events are what they were."""
    week = Written("What happened", DAY, [*BUDGET[:2], *FERRY, *CREW])
    linked = newsroom(week=week, budget=Written("The week ahead", DAY, ["Lawmakers met."]))
    before = build({}, linked)
    ferry = main(before, "ferry")
    (other,) = (key for key, event in before.events.items() if event.articles == ("week",))
    lines = rule(ferry, includes=(other,), without=("week",))
    there = build(lines, linked)
    (new,) = there.events.keys() - before.events.keys()
    assert there.moved == {f"events/{other}": f"events/{ferry}"}
    back = build({}, linked)
    assert shown(back) == shown(before)
    assert back.moved == {f"events/{new}": f"events/{ferry}"}
    assert build(lines, linked).events.keys() == there.events.keys()
