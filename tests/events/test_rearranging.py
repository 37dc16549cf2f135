"""What people put together, move and leave out: it is where they say, and all else stays as it is."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from harbour import DAY, FERRY, FERRY_AGAIN, TIMES, TRIGGERS, found, main, newsroom, rule
from newsroom import Written, corpus, place

from according.events import find_events
from according.events.drafts import make_draft
from according.events.ledger import Ledger
from according.events.rearranging import rearrange
from according.events.types import UNTYPED
from according.model import Deed, EventSet, Linked
from according.overrides import EventOverride, Overrides

ARTICLES = {
    "week": Written("Fire in Port Ellis", date(2021, 5, 5), ["A fire in Port Ellis.", "A vote in Darna."]),
    "vote": Written("Darna votes", date(2021, 5, 5), ["Darna votes."]),
}
LINKED = corpus(ARTICLES)
FIRE = make_draft([("week", 0)], {"week"}, LINKED)
VOTE = make_draft([("week", 1), ("vote", 0)], {"vote"}, LINKED)


def test_title_stays_with_the_event_that_it_is_about() -> None:
    """A compilation's headline about its fire does not stand over the vote that it also tells of."""
    assert rearrange([FIRE, VOTE], ["fire", "vote"], {}, LINKED).drafts == (FIRE, VOTE)


def test_event_that_includes_another_has_its_titles() -> None:
    """Merged, both articles have their headline from the event."""
    rule = EventOverride("fire", "overrides/events.yaml", 1, includes=("vote",))
    merged = rearrange([FIRE, VOTE], ["fire", "vote"], {"fire": rule}, LINKED)
    (whole,) = merged.drafts
    assert whole.titled == ("vote", "week")
    assert len(whole.sentences) == len(FIRE.sentences) + len(VOTE.sentences)


def test_person_merges_events() -> None:
    """Two events that a person puts together are one page, the other address leads there, at every later build too."""
    linked = newsroom()
    before, ledger = find_events(linked, Overrides(), Ledger())
    ferry, budget = main(before, "ferry"), main(before, "budget")
    merge = Overrides(events=rule(ferry, includes=(budget,)))
    merged, ledger = find_events(linked, merge, ledger)
    again, _ = find_events(linked, merge, ledger)
    for events in (merged, again):
        assert main(events, "budget") == ferry
        assert events.moved == {f"events/{budget}": f"events/{ferry}"}
        assert events.applied == {("events.yaml", ferry)}


def test_person_splits_an_event() -> None:
    """An article that does not belong to an event becomes one of its own, and keeps that id."""
    linked = newsroom()
    before, ledger = find_events(linked, Overrides(), Ledger())
    ferry = main(before, "ferry")
    split = Overrides(events=rule(ferry, without=("ferry-again",)))
    first, ledger = find_events(linked, split, ledger)
    second, _ = find_events(linked, split, ledger)
    assert main(first, "ferry") == ferry != main(first, "ferry-again")
    assert main(second, "ferry-again") == main(first, "ferry-again")


def stays_of(events: EventSet, key: str) -> tuple[object, ...]:
    """What an event is known by."""
    event = events.events[key]
    return event.title, event.title_from, event.type, event.start, event.place


@pytest.mark.parametrize("left", ["ferry", "week"])
def test_what_is_left_of_an_event_is_known_by_the_same(left: str) -> None:
    """Title, kind, day and place stay with the larger part; what is left out is called something else."""
    before = found(newsroom())
    ferry = main(before, "ferry")
    after = found(newsroom(), rule(ferry, without=(left,)))
    (new,) = set(after.events) - set(before.events)
    assert stays_of(after, ferry) == stays_of(before, ferry)
    assert after.events[new].title != before.events[ferry].title
    assert after.events[new].articles == (left,)


def test_what_was_left_out_or_taken_in_comes_back() -> None:
    """Also the headline that gave the title, and whatever else the ledger remembers."""
    linked = newsroom()
    before, first = find_events(linked, Overrides(), Ledger())
    keys = sorted(before.events)
    moved = [(key, {"without": (article,)}) for key in keys for article in before.events[key].articles]
    moved += [(key, {"includes": (part,)}) for key in keys for part in (*linked.articles, *keys) if part != key]
    for key, said in moved:
        _, ledger = find_events(linked, Overrides(events=rule(key, **said)), first)
        after, _ = find_events(linked, Overrides(), ledger)
        assert {k: stays_of(after, k) for k in keys} == {k: stays_of(before, k) for k in keys}, (key, said)


def test_event_that_takes_in_another_is_known_by_the_same() -> None:
    """A bigger event with a place, a day and a kind of its own changes nothing but what is told."""
    before = found(newsroom())
    ferry, budget = main(before, "ferry"), main(before, "budget")
    for key, other in ((ferry, budget), (budget, ferry)):
        after = found(newsroom(), rule(key, includes=(other,)))
        assert stays_of(after, key) == stays_of(before, key)
        assert set(after.events) == {key}


def test_event_of_no_kind_that_takes_in_another_stays_of_none() -> None:
    """What the other tells is no reason to call it otherwise: a person who wants that says so."""
    articles = {
        "fair": Written("Norton fair opens", DAY, ["The fair of Norton opened with bakers and a wheel on Tuesday."]),
        "ferry": Written("Ferry Aurora capsizes in Port Ellis", DAY, FERRY),
        "ferry-again": Written("Aurora capsizes in Port Ellis", DAY, FERRY_AGAIN),
    }
    places = [place("Port Ellis"), place("Norton")]
    linked = corpus(articles, places=places, triggers={"capsized": "accident"}, times=TIMES)
    before = found(linked)
    fair, ferry = main(before, "fair"), main(before, "ferry")
    assert (before.events[fair].type, before.events[ferry].type) == (UNTYPED, "accident")
    after = found(linked, rule(fair, includes=(ferry,)))
    assert after.events.keys() == {fair}
    assert stays_of(after, fair) == stays_of(before, fair)


def test_person_is_not_asked_about_what_was_left_out() -> None:
    """Two reports of one day and place that a person has parted; before, the program found one event."""
    ferry = main(found(newsroom()), "ferry")
    after = found(newsroom(), rule(ferry, without=("ferry-again",)))
    parted = after.events[main(after, "ferry-again")]
    assert any(r.event == ferry and r.how == "same day and place" for r in parted.related)
    assert not [q for q in after.review if q.kind == "event"]


@pytest.mark.parametrize("part", ["week", "week-2"])
def test_person_puts_an_article_or_a_claim_into_another_event(part: str) -> None:
    """It leaves the event that it was in; taken out of the file again, all is as it was."""
    before, ledger = find_events(newsroom(), Overrides(), Ledger())
    ferry, budget = main(before, "ferry"), main(before, "budget")
    after, kept = find_events(newsroom(), Overrides(events=rule(budget, includes=(part,))), ledger)
    assert after.of_claim["week-2"] == (budget,)
    assert after.of_claim["week-3"] == (budget if part == "week" else ferry,)
    assert after.of_claim["ferry-0"] == (ferry,)
    assert after.applied == {("events.yaml", budget)}
    again, _ = find_events(newsroom(), Overrides(), kept)
    assert again == before


def test_what_one_event_leaves_out_another_may_take_in() -> None:
    """By the name of the article, of which only that part moves, or by the id that the part has got."""
    before = found(newsroom())
    ferry, budget = main(before, "ferry"), main(before, "budget")
    left_out = rule(ferry, without=("week",))
    alone = found(newsroom(), left_out)
    (new,) = set(alone.events) - set(before.events)
    for part in ("week", new):
        after = found(newsroom(), {**left_out, **rule(budget, includes=(part,))})
        assert set(after.events) == {ferry, budget}
        assert after.of_claim["week-2"] == after.of_claim["week-3"] == (budget,)
        assert after.applied == {("events.yaml", ferry), ("events.yaml", budget)}
        assert not after.vain


def test_claim_goes_before_its_article() -> None:
    """One event takes in an article, another a claim of it."""
    events = found(newsroom())
    ferry, budget = main(events, "ferry"), main(events, "budget")
    for claim, article in ((ferry, budget), (budget, ferry)):
        after = found(newsroom(), {**rule(claim, includes=("week-0",)), **rule(article, includes=("week",))})
        assert [after.of_claim[f"week-{n}"] for n in range(4)] == [(claim,), *[(article,)] * 3]


def test_two_articles_change_places() -> None:
    """No event is lost on the way, although each gives away all that it had."""
    linked = corpus({"a": Written("Fire", date(2021, 5, 5), ["A fire."]), "b": Written("Vote", None, ["A vote."])})
    drafts = [make_draft([(key, 0)], {key}, linked) for key in ("a", "b")]
    rules = {**rule("fire", includes=("b",)), **rule("vote", includes=("a",))}
    done = rearrange(drafts, ["fire", "vote"], rules, linked)
    told = {key: done.drafts[index] for index, key in done.pinned.items()}
    assert {key: draft.articles for key, draft in told.items()} == {"fire": ("b",), "vote": ("a",)}
    assert not done.merged


def test_event_that_gives_all_away_leads_on() -> None:
    """Its address is kept."""
    events = found(newsroom())
    ferry, budget = main(events, "ferry"), main(events, "budget")
    after = found(newsroom(), rule(ferry, includes=("budget", "week")))
    assert set(after.events) == {ferry}
    assert after.moved == {f"events/{budget}": f"events/{ferry}"}


@pytest.mark.parametrize(
    ("key", "parts", "why"),
    [
        ("without", ("ferry", "ferry-again", "week"), "all"),
        ("without", ("budget",), "absent"),
        ("includes", ("ferry",), "there"),
    ],
)
def test_parts_that_do_nothing_are_known(key: str, parts: tuple[str, ...], why: str) -> None:
    """With the reason, and the event stays as it is."""
    before = found(newsroom())
    ferry = main(before, "ferry")
    after = found(newsroom(), rule(ferry, **{key: parts}))
    assert [(v.event, v.key, v.part, v.why) for v in after.vain] == [(ferry, key, part, why) for part in parts]
    assert after.events == before.events | {ferry: after.events[ferry]}
    assert after.events[ferry].passages == before.events[ferry].passages
    assert not after.applied


def test_event_cannot_include_what_it_leaves_out() -> None:
    """The one undoes the other: it is left out, and that is told."""
    before = found(newsroom())
    ferry = main(before, "ferry")
    left_out = rule(ferry, without=("ferry-again",))
    (new,) = set(found(newsroom(), left_out).events) - set(before.events)
    after = found(newsroom(), rule(ferry, without=("ferry-again",), includes=(new,)))
    assert [(v.part, v.why) for v in after.vain] == [(new, "left out")]
    assert new in after.events


def accident(**known: object) -> Linked:
    """Two reports on one accident, neither of which has a headline."""
    articles = {
        key: Written("", date(2021, 5, 5), told)
        for key, told in (("one", [*FERRY[:1], *FERRY_AGAIN]), ("two", FERRY_AGAIN))
    }
    linked = corpus(articles, places=[place("Port Ellis")], triggers=TRIGGERS, times={"Monday": date(2021, 5, 3)})
    return dataclasses.replace(
        linked, articles={k: dataclasses.replace(a, **known) for k, a in linked.articles.items()}
    )


@pytest.mark.parametrize(
    ("known", "apart"),
    [
        ({}, "Sample Gazette"),
        ({"outlet": None}, "5 May 2021"),
        ({"outlet": None, "date": None}, "2"),
    ],
)
def test_no_two_events_have_one_title(known: dict[str, object], apart: str) -> None:
    """Without a headline, what is left out is told apart by who reported it, or when; if nobody knows, by a number.

    The event that it is taken from keeps its title, whichever of the two has more statements.
    """
    linked = accident(**known)
    (key,) = found(linked).events
    whole = found(linked).events[key].title
    for part in ("one", "two"):
        titles = {i: e.title for i, e in found(linked, rule(key, without=(part,))).events.items()}
        assert titles.pop(key) == whole
        assert [*titles.values()] == [f"{whole} ({apart})"]


def test_what_people_say_of_two_events_gives_them_no_common_title() -> None:
    """Of both they say the same kind, day and place; a title that they give themselves is left alone."""
    linked = accident()
    (key,) = found(linked).events
    parted = rule(key, without=("two",))
    (new,) = set(found(linked, parted).events) - {key}
    said = {"type": "rescue", "start": date(2021, 5, 1)}
    both = rule(key, without=("two",), **said) | rule(new, **said)
    titles = [e.title for e in found(linked, both).events.values()]
    assert len(set(titles)) == len(titles)
    assert [*{t.partition(" (")[0] for t in titles}] == ["Rescue, Port Ellis, 1 May 2021"]
    own = rule(key, without=("two",), title="The Aurora") | rule(new, title="The Aurora")
    assert {e.title for e in found(linked, own).events.values()} == {"The Aurora"}


def test_what_came_to_be_and_what_is_gone_is_told() -> None:
    """By the entry that did it, and on the page of what was left out; what the entry names is told as taken in."""
    linked = newsroom()
    before = found(linked)
    ferry, budget = main(before, "ferry"), main(before, "budget")
    parted = found(linked, rule(ferry, without=("ferry-again",)))
    new = main(parted, "ferry-again")
    (effect,) = parted.effects[f"events/{ferry}"]
    assert Deed("release", parted.events[new].title, new) in effect.deeds
    (other,) = parted.effects[f"events/{new}"]
    assert other.deeds == (Deed("released", "", parted.events[ferry].title),)
    for included, gone in ((("budget", "week"), [before.events[budget].title]), ((budget,), [])):
        whole = found(linked, rule(ferry, includes=included))
        assert budget not in whole.events
        (effect,) = whole.effects[f"events/{ferry}"]
        assert [d.old for d in effect.deeds if d.what == "replace"] == gone


def test_what_was_left_out_is_parted_in_turn_by_its_own_entry() -> None:
    """Three events that were one; the same with and without the ledger, in any order, and back again."""
    linked = newsroom()
    before, known = find_events(linked, Overrides(), Ledger())
    ferry = main(before, "ferry")
    first = rule(ferry, without=("ferry-again", "week"))
    two, after_two = find_events(linked, Overrides(events=first), known)
    new = main(two, "ferry-again")
    rules = {**rule(new, without=("week",)), **first}
    three, ledger = find_events(linked, Overrides(events=rules), after_two)
    (last,) = set(three.events) - set(two.events)
    assert [three.events[key].articles for key in (ferry, new, last)] == [("ferry",), ("ferry-again",), ("week",)]
    assert three.applied == {("events.yaml", ferry), ("events.yaml", new)}
    assert three.effects[f"events/{new}"][0].deeds[:2] == (
        Deed("leave_out", "", "", 2, 1),
        Deed("release", three.events[last].title, last),
    )
    assert not three.vain
    asked = {word for item in three.review for word in (item.yes, item.about)}
    assert not any({ferry, new, last} & set(text.replace("[", " ").replace("]", " ").split()) for text in asked)
    for start in (ledger, known):
        again, _ = find_events(linked, Overrides(events=dict(reversed(rules.items()))), start)
        assert again == three
    for said, expected in ((first, two), ({}, before)):
        back, _ = find_events(linked, Overrides(events=said), ledger)
        assert back.events == expected.events


def test_what_was_left_out_does_not_leave_out_all_or_nothing() -> None:
    """Both are told; the entry does nothing."""
    linked = newsroom()
    before, known = find_events(linked, Overrides(), Ledger())
    ferry = main(before, "ferry")
    first = rule(ferry, without=("ferry-again", "week"))
    two, ledger = find_events(linked, Overrides(events=first), known)
    new = main(two, "ferry-again")
    for items, why in ((("ferry-again", "week"), {"all"}), (("budget",), {"absent"})):
        after, _ = find_events(linked, Overrides(events={**first, **rule(new, without=items)}), ledger)
        assert after.events.keys() == two.events.keys()
        assert {one.why for one in after.vain} == why


@pytest.mark.parametrize("part", ["event", "budget", "budget-1"])
def test_what_was_left_out_takes_in_what_its_own_entry_includes(part: str) -> None:
    """An event, an article or a claim; the same with and without the ledger, in any order, and back again."""
    linked = newsroom()
    before, known = find_events(linked, Overrides(), Ledger())
    ferry, budget = main(before, "ferry"), main(before, "budget")
    first = rule(ferry, without=("ferry-again",))
    two, after_two = find_events(linked, Overrides(events=first), known)
    new = main(two, "ferry-again")
    rules = {**rule(new, includes=(budget if part == "event" else part,)), **first}
    taken, ledger = find_events(linked, Overrides(events=rules), after_two)
    assert taken.of_claim["budget-1"] == taken.of_claim["ferry-again-0"] == (new,)
    assert taken.of_claim["budget-0"] == ((budget,) if part == "budget-1" else (new,))
    assert taken.moved == ({f"events/{budget}": f"events/{new}"} if part == "event" else {})
    assert taken.applied == {("events.yaml", ferry), ("events.yaml", new)}
    assert not taken.vain
    for start in (ledger, known):
        again, _ = find_events(linked, Overrides(events=dict(reversed(rules.items()))), start)
        assert again == taken
    for said, expected in ((first, two), ({}, before)):
        back, _ = find_events(linked, Overrides(events=said), ledger)
        assert back.events == expected.events


def test_what_was_left_out_is_told_what_it_includes_in_vain() -> None:
    """Its own article."""
    linked = newsroom()
    before, known = find_events(linked, Overrides(), Ledger())
    first = rule(main(before, "ferry"), without=("ferry-again",))
    two, ledger = find_events(linked, Overrides(events=first), known)
    new = main(two, "ferry-again")
    after, _ = find_events(linked, Overrides(events={**first, **rule(new, includes=("ferry-again",))}), ledger)
    assert [(v.event, v.key, v.part, v.why) for v in after.vain] == [(new, "includes", "ferry-again", "there")]
