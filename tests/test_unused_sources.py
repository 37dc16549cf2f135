"""What entries about sources say in vain: two are kept apart whom nothing makes one."""

from datetime import date

import pytest

from according.model import Actor, Article, EventSet, Form, Label, Linked, Source, SourceKind
from according.occurring import Occurring
from according.overrides import AliasRule, Overrides, SourceOverride
from according.unused_sources import UnusedOfSources

OUTLETS = ("Wire", "Wire", "Post", "Post", "Herald")
ALIKE = {"a2": "a0", "a3": "a1"}  # all of the Post's are the Wire's


def told(*rules):
    """What is said in vain of sources by the entries in order."""
    articles = {
        f"a{i}": Article(f"a{i}", "f.txt", "T", outlet, date(2021, 5, 4), None, "en", "x", ())
        for i, outlet in enumerate(OUTLETS)
    }
    sources = {name.lower(): Source(name.lower(), name, SourceKind.OUTLET, None) for name in OUTLETS}
    forms = tuple(Form(text, 1, ("a0",), "") for text in ("Wire", "The Wire Agency"))
    actors = {"wire": Actor("wire", "Wire", Label.ORGANIZATION, forms, ())}
    linked = Linked(articles, {}, {}, {}, {}, actors, sources)
    events = EventSet({}, {}, {}, ALIKE)
    overrides = Overrides(sources={rule.name: rule for rule in rules})
    judge = UnusedOfSources(overrides, linked, events, Occurring(linked, events))
    return [vain for rule in rules for vain in judge.said_in_vain(rule, ())]


def apart(name, *others, **said):
    """An entry that keeps a source apart from others."""
    return SourceOverride(name, "sources.yaml", 1, never=others, **said)


@pytest.mark.parametrize(
    "rules",
    [
        [apart("Post", "Wire")],
        [apart("wire", "POST")],
        [apart("The Post", "Wire", aliases=(AliasRule("Post"),))],
        [apart("Wire", "Post"), apart("The Post", aliases=(AliasRule("Post"),))],
        [apart("Post", "police--a1")],
    ],
)
def test_an_answer_is_not_in_vain(rules):
    """Whether one outlet repeats the other is asked, whatever they are called by now; ids part unnamed sources."""
    assert [vain for vain in told(*rules) if "without this line" in vain[1]] == []


def test_whoever_is_another_anyway_is_told():
    """At the name in the list: of these two nobody asks."""
    (vain,) = told(apart("Post", "Wire", "Herald"))
    assert vain == (("not", 1), '"Herald" is another source without this line, too.', "Remove it from the list.")


def test_two_names_of_one_actor_are_parted_elsewhere():
    """What speaks under both is one, and where that is corrected is told."""
    ((_, message, remedy),) = told(apart("Wire", "The Wire Agency"))
    assert message == '"The Wire Agency" is a name of what "Wire" is: this does nothing.'
    assert remedy == 'Write "not" in actors.yaml.'
