"""Entries about sources that have another name by now: they hold, and of two about one source one is told of."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, place, said, small_gazetteer

from according.linking.corpus import link
from according.linking.entries import entered, there
from according.model import EventSet, SourceKind
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride
from according.unused import unused_overrides

TEXT = "The agency SANA said rain fell on Sana."
RENAMED = EntityOverride("SANA news", "actors.yaml", 2, aliases=(AliasRule("SANA"),), kind="media")
OLD = SourceOverride("SANA", "sources.yaml", 5, label="an agency")


@pytest.fixture
def told(tmp_path):
    """Under some entries about sources: the source's name and label, what is said of entries, and the corpus."""
    note = annotated(TEXT, body("SANA", "kind word"), place("Sana", "kind word"))
    note = replace(note, attributions=(said(TEXT, "SANA", "rain fell on Sana"),))
    with small_gazetteer(tmp_path) as gazetteer:

        def linked(*rules):
            overrides = Overrides(actors={"SANA news": RENAMED}, sources={rule.name: rule for rule in rules})
            found = link({"one": article(TEXT)}, {"one": note}, gazetteer, overrides)
            wrong = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
            (source,) = (s for s in found.sources.values() if s.actor)
            return (source.name, source.label), [(p.line, p.message) for p in wrong], (overrides, found)

        yield linked


def test_an_entry_under_the_name_that_a_source_had_does_something(told):
    """Though a place is called so as well; what is offered goes below it."""
    source, wrong, corpus = told(OLD)
    assert source == ("SANA news", "an agency")
    assert wrong == []
    assert [(d.what, d.new) for e in corpus[1].effects["sources/sana-news"] for d in e.deeds][-1] == (
        "label",
        "an agency",
    )
    assert there(entered(*corpus), "sources.yaml", "SANA news").line == OLD.line


def test_of_two_entries_about_one_source_that_of_its_name_is_obeyed(told):
    """The other one is told of."""
    source, wrong, _ = told(OLD, SourceOverride("SANA news", "sources.yaml", 9, label="news"))
    assert source == ("SANA news", "news")
    assert wrong == [(5, '"SANA" is not obeyed: its page is that of "SANA news" (line 9).')]


@pytest.mark.parametrize(("name", "what"), [("SANA", "merge"), ("Farmers", "rename")])
def test_who_gets_the_words_of_an_unnamed_source_took_them_in_if_they_had_a_page(tmp_path, name, what):
    """Though only as an actor; else the source is called otherwise."""
    text = "The agency SANA wrote. A local man said rain fell."
    note = annotated(text, body("SANA", "kind word"))
    note = replace(note, attributions=(said(text, "A local man", "rain fell", SourceKind.UNNAMED),))
    rule = SourceOverride(name, "sources.yaml", 5, aliases=(AliasRule("local-man--one"),))
    with small_gazetteer(tmp_path) as gazetteer:
        found = link({"one": article(text)}, {"one": note}, gazetteer, Overrides(sources={name: rule}))
    did = [(d.what, d.old, d.new, d.count) for es in found.effects.values() for e in es for d in e.deeds]
    assert did == [(what, "local man", name, 1)]
