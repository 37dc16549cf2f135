"""From a small corpus to its events, as the other stages see them."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from harbour import DAY, FERRY, FERRY_AGAIN, TRIGGERS, found, main, newsroom, rule
from newsroom import Written, corpus

from according.events import find_events
from according.events.ledger import Entry, Ledger, Titled, dump_ledger, read_ledger
from according.model import BlockKind, EventSet
from according.overrides import Overrides


@pytest.fixture
def events() -> EventSet:
    """The events of the newsroom."""
    return found(newsroom())


def test_reports_of_one_event_meet(events: EventSet) -> None:
    """The two reports on the ferry are one event, the budget another."""
    assert main(events, "ferry") == main(events, "ferry-again") != main(events, "budget")


def test_compilation_is_taken_apart(events: EventSet) -> None:
    """The compilation's sentences go to the two events that they report."""
    assert events.of_claim["week-0"] == (main(events, "budget"),)
    assert events.of_claim["week-3"] == (main(events, "ferry"),)


def test_event_tells_when_where_and_what(events: EventSet) -> None:
    """Day, place and kind come from the passages."""
    ferry = events.events[main(events, "ferry")]
    assert (ferry.start, ferry.place, ferry.type) == (date(2021, 5, 3), "port ellis", "accident")


def test_events_are_the_same_for_shuffled_files() -> None:
    """The order of the articles changes nothing."""
    linked = newsroom()
    shuffled = dataclasses.replace(linked, articles=dict(reversed(linked.articles.items())))
    assert found(shuffled) == found(linked)


def test_captions_and_boilerplate_belong_to_no_event() -> None:
    """A "read more" line is in no passage and its claim in no event."""
    written = Written("Ferry", DAY, [*FERRY, "Read more about the ferry Aurora."], {3: BlockKind.BOILERPLATE})
    events = found(corpus({"ferry": written}, triggers=TRIGGERS))
    assert events.of_claim["ferry-3"] == ()
    assert all(3 not in p.sentences for e in events.events.values() for p in e.passages)


def test_every_reporting_sentence_is_in_one_event(events: EventSet) -> None:
    """No sentence is lost, none is in two events."""
    told = [(p.article, s) for e in events.events.values() for p in e.passages for s in p.sentences]
    assert sorted(told) == sorted(
        (a, i) for a, n in (("ferry", 3), ("ferry-again", 2), ("budget", 3), ("week", 4)) for i in range(n)
    )


def test_ids_stay_when_articles_are_added() -> None:
    """With the ledger of the last build, events keep their ids and titles when new reports arrive."""
    before, ledger = find_events(newsroom(), Overrides(), Ledger())
    more = newsroom(another=Written("Aurora divers search Port Ellis harbour", date(2021, 5, 1), FERRY_AGAIN[::-1]))
    after = found(more, ledger=ledger)
    assert set(before.events) <= set(after.events)
    assert main(after, "another") == main(before, "ferry")


def test_article_about_something_else_changes_no_other_event() -> None:
    """A report that shares nothing with the others adds an event and leaves every other one exactly as it was."""
    before = found(newsroom())
    comet = ["Astronomers photographed a comet over Kestrel Ridge.", "The comet's tail surprised astronomers at dawn."]
    after = found(newsroom(comet=Written("Comet photographed", DAY, comet)))
    assert len(after.events) == len(before.events) + 1
    assert {key: after.events[key] for key in before.events} == before.events


def test_sources_that_put_an_event_on_other_days_are_told_apart() -> None:
    """Two articles say Monday, one says Tuesday: both days are kept, with the articles that tell them."""
    later = ["The ferry Aurora capsized in Port Ellis on Tuesday.", "Lifeboats rescued passengers of the Aurora."]
    events = found(newsroom(late=Written("Ferry Aurora capsizes in Port Ellis", DAY, later)))
    days = [(d.start, d.articles) for d in events.events[main(events, "late")].days]
    monday, tuesday = sorted(days)
    assert days[0] == monday == (date(2021, 5, 3), monday[1])
    assert {"ferry", "ferry-again"} <= set(monday[1])
    assert tuesday == (date(2021, 5, 4), ("late",))


def test_sources_that_agree_on_the_day_are_not_told_apart(events: EventSet) -> None:
    """No disagreement is shown where there is none."""
    assert events.events[main(events, "ferry")].days == ()


def test_second_build_changes_nothing() -> None:
    """With nothing new, events and ledger are the same again."""
    linked = newsroom()
    first, ledger = find_events(linked, Overrides(), Ledger())
    second, again = find_events(linked, Overrides(), ledger)
    assert second == first
    assert dump_ledger(again) == dump_ledger(ledger)


def test_no_address_is_lost_when_an_event_is_shattered() -> None:
    """An event of which nothing holds half goes on where most is left, and takes no id from one that is whole."""
    comet = ["Astronomers photographed a comet over Kestrel Ridge.", "The comet's tail surprised astronomers at dawn."]
    linked = newsroom(comet=Written("Comet photographed", DAY, comet))
    first, ledger = find_events(linked, Overrides(), Ledger())
    parts = [ledger.events[main(first, a)].told[a][:2] for a in ("ferry", "budget", "comet")]
    shattered = Entry(Titled("", "", ""), dict(zip(("ferry", "budget", "comet"), parts, strict=True)))
    assert "shattered" in found(linked, ledger=Ledger({"shattered": shattered})).events
    whole = Entry(Titled("", "", ""), {"ferry": parts[0][:1]})
    both = found(linked, ledger=Ledger({"shattered": shattered, "whole": whole}))
    assert main(both, "ferry") == "whole"
    assert "shattered" in both.events or "events/shattered" in both.moved


def test_ledger_is_read_as_it_was_written(tmp_path) -> None:
    """The file holds all that the next build needs."""
    _, ledger = find_events(newsroom(), Overrides(), Ledger())
    (tmp_path / "ledger.yaml").write_text(dump_ledger(ledger), "utf8")
    assert read_ledger(tmp_path / "ledger.yaml") == ledger


def test_person_corrects_an_event() -> None:
    """Title, day, place and kind that a person gives are shown, and the override is known to have worked."""
    linked = newsroom()
    key = main(found(linked), "ferry")
    said = rule(key, title="The Aurora", start=date(2021, 5, 2), place="Norton", type="disaster")
    event = found(linked, said).events[key]
    assert (event.title, event.start, event.place, event.type) == ("The Aurora", date(2021, 5, 2), "norton", "disaster")
    assert event.overridden


def test_what_a_correction_of_an_event_did_is_known() -> None:
    """What was there before and what is there now; of what is taken in or left out, how many sentences."""
    linked = newsroom()
    key, other = (main(found(linked), article) for article in ("ferry", "budget"))
    said = rule(key, title="The Aurora", start=date(2021, 5, 2), includes=(other,))
    (effect,) = found(linked, said).effects[f"events/{key}"]
    alone = found(linked).events[key]
    taken = {d.what: d for d in effect.deeds}
    assert list(taken) == ["include", "title", "date"]
    included = found(linked).events[other]
    assert (taken["include"].old, taken["include"].articles) == (included.title, len(included.articles))
    assert (taken["title"].old, taken["title"].new) == (alone.title, "The Aurora")
    assert taken["date"].new == "2021-05-02"


def test_person_hides_an_event() -> None:
    """A hidden event has no page and no claims."""
    linked = newsroom()
    key = main(found(linked), "budget")
    events = found(linked, rule(key, hide=True))
    assert key not in events.events
    assert events.of_claim["budget-0"] == ()


def test_override_that_matches_nothing_is_not_applied() -> None:
    """An id that no event has leaves no trace."""
    assert found(newsroom(), rule("no-such-event", title="X")).applied == frozenset()


def test_empty_folder_has_no_events() -> None:
    """Nothing comes of nothing."""
    assert found(corpus({})).events == {}
