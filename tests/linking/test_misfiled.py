"""Entries in the file of the other sort: they turn nothing over, and are told with the file where they belong."""

from dataclasses import replace

import pytest
from small_gazetteer import MARKS, TEXT, annotated, article, linked, said, small_gazetteer

from according.linking.corpus import link
from according.linking.machine import Machine
from according.model import EventSet
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride
from according.unused import unused_overrides


@pytest.fixture
def read(tmp_path):
    """The corpus under some lines as plain data, and what is warned about."""
    with small_gazetteer(tmp_path) as gazetteer:

        def under(**rules):
            found, overrides = linked(gazetteer, **rules)
            problems = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
            return Machine.of(found), [(p.file, p.line, f"{p.message} {p.remedy}") for p in problems]

        yield under


def an_actor(name, **said):
    """An entry of actors.yaml."""
    return EntityOverride(name, "actors.yaml", 3, **said)


def a_place(name, **said):
    """An entry of places.yaml."""
    return EntityOverride(name, "places.yaml", 5, **said)


@pytest.mark.parametrize(
    "said",
    [
        {"hide": True},
        {"ignore": True},
        {"aliases": (AliasRule("Al-Qaseem"),)},
        {"never": ("Springfield",)},
        {"aliases": (AliasRule("Harbour Board"),), "acronym": "SHB"},
        {"wikidata": "Q1", "former": ("Old Amara",)},
    ],
)
def test_a_place_in_the_file_of_actors_stays_a_place(read, said):
    """Nothing is otherwise than without the entry, and it is told where it stands and where it belongs."""
    before, _ = read()
    after, ((file, line, words),) = read(actors=[an_actor("Tel Amara", **said)])
    assert after == before
    assert (file, line) == ("actors.yaml", 3)
    assert words.startswith('"Tel Amara" is a place')
    assert "Write it in places.yaml" in words
    assert ("kind: organization" in words) is ("ignore" not in said)


@pytest.mark.parametrize("said", [{"hide": True}, {"ignore": True}, {"aliases": (AliasRule("Ada Holm Board"),)}])
def test_somebody_in_the_file_of_places_stays_somebody(read, said):
    """The other way round."""
    before, _ = read()
    after, ((file, line, words),) = read(places=[a_place("Harbour Board", **said)])
    assert after == before
    assert (file, line) == ("places.yaml", 5)
    assert words.startswith('"Harbour Board" is somebody')
    assert "Write it in actors.yaml" in words


def test_another_spelling_of_a_page_is_told_with_its_name(read):
    """Whoever wrote it may not know what the page is called."""
    before, _ = read()
    shown = next(f["name"] for f in before.facts.values() if "Al-Qaseem" in (form for form, _ in f["forms"]))
    after, ((_, _, words),) = read(actors=[an_actor("Al-Qaseem", hide=True)])
    assert after == before
    assert shown != "Al-Qaseem"
    assert f'"{shown}"' in words


def test_an_entry_that_is_there_already_is_named(read):
    """Two entries of one name in a file are a mistake."""
    _, ((_, _, words),) = read(places=[a_place("Tel Amara", kind="town")], actors=[an_actor("Tel Amara", hide=True)])
    assert "places.yaml, below what is on line 5" in words


@pytest.mark.parametrize(
    ("sort", "name", "said"),
    [
        ("actors", "Tel Amara", {"kind": "group", "hide": True}),
        ("actors", "Tel Amara", {"aliases": (AliasRule("Tel Amara", ("*",)),)}),
        ("actors", "Amara People", {"aliases": (AliasRule("Tel Amara"),)}),
        ("actors", "Harbour Board", {"aliases": (AliasRule("Tel Amara"),)}),
        ("places", "Harbour Board", {"kind": "site"}),
        ("places", "Harbour Board", {"at": (10.0, 20.0)}),
        ("places", "Harbour Board", {"parent": "Springfield"}),
        ("places", "Harbour Board", {"geonames": 7}),
    ],
)
def test_what_says_of_which_sort_it_is_is_obeyed(read, sort, name, said):
    """By its kind, by where it lies, by an alias that is somebody's, or as the name of somebody of whom none knew."""
    before, _ = read()
    rule = an_actor(name, **said) if sort == "actors" else a_place(name, **said)
    after, told = read(**{sort: [rule]})
    assert after != before
    assert not any("does nothing" in words for _, _, words in told)


@pytest.fixture
def heard(tmp_path):
    """The same of a corpus in which a source speaks whose name is that of no page."""
    text = f"{TEXT} Rain fell, Interpress reported. Ada Holm said that it did."
    with small_gazetteer(tmp_path) as gazetteer:
        cited = said(text, "Interpress", "Rain fell", cue="reported"), said(text, "Ada Holm", "it did")
        read = replace(annotated(text, *MARKS), attributions=cited)

        def under(**rules):
            overrides = Overrides(**{sort: {rule.name: rule for rule in some} for sort, some in rules.items()})
            found = link({"one": article(text)}, {"one": read}, gazetteer, overrides)
            problems = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
            return Machine.of(found), [(p.file, p.line, f"{p.message} {p.remedy}") for p in problems]

        yield under


@pytest.mark.parametrize("said", [{"ignore": True}, {"hide": True}])
@pytest.mark.parametrize("make", [an_actor, a_place])
def test_what_only_a_source_is_called_is_taken_away_as_a_source(heard, make, said):
    """It is no name, so that there is nothing to take away: told with the file, and the entry that it has there."""
    before, _ = heard()
    rule = make("interpress", **said)
    sort = rule.file.removesuffix(".yaml")
    after, ((file, line, words),) = heard(**{sort: [rule]})
    assert after == before
    assert (file, line) == (rule.file, rule.line)
    assert words == 'Only a source is called "Interpress": this does nothing. Write it in sources.yaml.'
    _, ((_, _, words),) = heard(
        **{sort: [rule], "sources": [SourceOverride("Interpress", "sources.yaml", 7, label="x")]}
    )
    assert words.endswith("sources.yaml, below what is on line 7.")


def test_who_is_more_than_a_source_is_taken_away(heard):
    """One who has a page, and one whom an entry makes somebody."""
    before, _ = heard()
    after, told = heard(actors=[an_actor("Ada Holm", ignore=True)])
    assert (after != before, told) == (True, [])
    assert heard(actors=[an_actor("Ada Holm", hide=True)])[1] == []
    after, told = heard(actors=[an_actor("Interpress", kind="media", hide=True)])
    assert ("actors/interpress" in after.facts, told) == (True, [])
