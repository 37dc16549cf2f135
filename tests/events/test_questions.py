"""Questions about events and outlets: asked where two may be one, and gone when they are answered."""

from datetime import date

import pytest

from according.events.correcting import kept_apart
from according.events.questions import are_apart, ask
from according.events.types import TYPES
from according.model import Article, Event, Linked, Precision, Relation
from according.overrides import AliasRule, EventOverride, Overrides, SourceOverride
from according.overrides.reading import read_overrides

DAY = date(2021, 5, 4)


def event(id_, claims, related=()):
    """A clash at one place on one day."""
    when = (DAY, DAY, Precision.DAY)
    ties = tuple(Relation(other, "same day and place", "Both in Selden, on the same day.") for other in related)
    return Event(id_, id_, None, "clash", None, *when, None, (), (), (), claims, ("a",), (), related=ties)


def corpus(*outlets):
    """Articles by these outlets, without anything in them."""
    articles = {f"a{i}": Article(f"a{i}", "f.txt", "T", o, DAY, None, "en", "x", ()) for i, o in enumerate(outlets)}
    return Linked(articles, {}, {}, {}, {}, {}, {})


EVENTS = {"one": event("one", ("c1", "c2"), ["two"]), "two": event("two", ("c3",), ["one"])}


def test_two_events_of_one_day_and_place_are_asked_about_once():
    """The one of which more is said takes the other in, or both stay."""
    (question,) = ask(EVENTS, {}, corpus(), Overrides(), {})
    assert (question.kind, question.about) == ("event", "one")
    assert question.yes == "one:\n  includes: [two]\n"
    assert question.no == "one:\n  not: [two]\n"


@pytest.mark.parametrize("key", ["one", "two"])
def test_events_that_a_person_keeps_apart_are_not_asked_about(key):
    """Whichever of the two says so."""
    other = {"one": "two", "two": "one"}[key]
    rule = EventOverride(key, "events.yaml", 1, never=(other,))
    assert ask(EVENTS, {}, corpus(), Overrides(events={key: rule}), {}) == ()


def test_events_that_nothing_ties_are_apart():
    """To say so does nothing, and is not told as if it did; of one that is not there, nothing is known."""
    events = {**EVENTS, "far": event("far", ("c4",))}
    pairs = [("one", "two"), ("two", "one"), ("one", "far"), ("far", "two"), ("far", "gone")]
    assert [are_apart(*pair, events) for pair in pairs] == [False, False, True, True, False]
    rules = {"one": EventOverride("one", "events.yaml", 1, never=("far", "two"))}
    rules["far"] = EventOverride("far", "events.yaml", 4, never=("one",))
    assert {key: [deed.new for deed in deeds] for key, deeds in kept_apart(rules, events).items()} == {"one": ["two"]}


def test_an_outlet_that_mostly_repeats_another_is_asked_about():
    """Two of its three articles; answered either way it is not asked again."""
    linked = corpus("Wire", "Wire", "Post", "Post", "Post")
    copies = {"a2": "a0", "a3": "a1"}
    (question,) = ask({}, copies, linked, Overrides(), {})
    assert question.yes == "Post:\n  copies: Wire\n"
    assert question.no.startswith("Post:\n  not: [Wire]\n")
    for rule in (
        SourceOverride("Post", "sources.yaml", 1, copies="Wire"),
        SourceOverride("Post", "sources.yaml", 1, never=("Wire",)),
    ):
        assert ask({}, copies, linked, Overrides(sources={"Post": rule}), {}) == ()


@pytest.mark.parametrize(
    "rules",
    [
        (SourceOverride("Wire", "sources.yaml", 1, copies="Post"),),
        (SourceOverride("Wire", "sources.yaml", 1, never=("Post",)),),
        (SourceOverride("The Post", "sources.yaml", 1, aliases=(AliasRule("Post"),), copies="Wire"),),
        (
            SourceOverride("The Post", "sources.yaml", 1, aliases=(AliasRule("Post"),)),
            SourceOverride("Wire", "sources.yaml", 1, copies="Post"),
        ),
    ],
)
def test_whoever_says_it_of_the_other_outlet_has_answered_too(rules):
    """It is the other one that repeats, or neither; and an outlet may have another name by now."""
    linked = corpus("Wire", "Wire", "Post", "Post", "Post")
    copies = {"a2": "a0", "a3": "a1"}
    assert ask({}, copies, linked, Overrides(sources={rule.name: rule for rule in rules}), {}) == ()


def test_the_other_way_round_is_offered(tmp_path):
    """Uncommented, it is read."""
    (question,) = ask({}, {"a2": "a0", "a3": "a1"}, corpus("Wire", "Wire", "Post", "Post"), Overrides(), {})
    other = [line.removeprefix("# ") for line in question.no.splitlines()[3:]]
    (tmp_path / "sources.yaml").write_text("\n".join(other), "utf8")
    told, problems = read_overrides(tmp_path, TYPES)
    assert (told.sources["Wire"].copies, problems) == ("Post", ())


def test_the_answers_are_read(tmp_path):
    """What is offered is what the build takes."""
    questions = list(ask(EVENTS, {"a2": "a0", "a3": "a1"}, corpus("Wire", "Wire", "Post", "Post"), Overrides(), {}))
    assert questions
    for question in questions:
        for answer in (question.yes, question.no):
            (tmp_path / question.file).write_text(answer, "utf8")
            read_overrides(tmp_path)


def test_what_is_said_of_another_outlet_answers_nothing():
    """Whoever parts an outlet from somebody else has not said whether it repeats this one."""
    linked = corpus("Wire", "Wire", "Post", "Post", "Post")
    rule = SourceOverride("Post", "sources.yaml", 1, never=("Herald",))
    assert ask({}, {"a2": "a0", "a3": "a1"}, linked, Overrides(sources={"Post": rule}), {}) != ()
