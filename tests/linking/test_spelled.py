"""Entries whose key is only a spelling of an actor's page: the page is renamed, with all that led there."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, person, small_gazetteer

from according.linking.corpus import link
from according.model import Label
from according.overrides import AliasRule, EntityOverride, Overrides

TEXTS = {
    "union": "The Harbour Union (HU) spoke. The HU left, and Harbour Union men sang.",
    "later": "The Harbour Union (HU) slept.",
    "alone": "Minister Gale left the harbour.",
    "full": "Cara Gale ate; Gale sang.",
    "other": "Dora Gale wept; Gale ran.",
    "two": "Ada Berg came; Berg sang. Berg wept. Then Bea Berg came; Berg left.",
}
NOTES = {
    "union": annotated(TEXTS["union"], body("Harbour Union", "kind word"), body("HU", "acronym")),
    "later": annotated(TEXTS["later"], body("Harbour Union", "kind word"), body("HU", "acronym")),
    "alone": annotated(TEXTS["alone"], person("Gale", "title")),
    "full": annotated(TEXTS["full"], person("Cara Gale", "title"), person("Gale", "title")),
    "other": annotated(TEXTS["other"], person("Dora Gale", "title"), person("Gale", "title")),
    "two": annotated(TEXTS["two"], *(person(name, "title") for name in ("Ada Berg", "Bea Berg", "Berg"))),
}


def outer(note):
    """An annotation without names inside names."""
    spans = [name.span for name in note.names]
    return replace(
        note, names=tuple(n for n in note.names if not any(s.contains(n.span) and s != n.span for s in spans))
    )


NOTES = {id_: outer(note) for id_, note in NOTES.items()}
UNION = {"Harbour Union": 3, "HU": 3}
ADA, BEA = {"Ada Berg": 1, "Berg": 2}, {"Bea Berg": 1, "Berg": 1}


@pytest.fixture
def linked(tmp_path):
    """Under some entries: each actor's kind and spellings by its name, and what the entries did."""
    with small_gazetteer(tmp_path) as gazetteer:

        def made(*rules):
            articles = {id_: article(text, id_) for id_, text in TEXTS.items()}
            found = link(articles, NOTES, gazetteer, Overrides(actors={rule.name: rule for rule in rules}))
            shown = {a.name: (str(a.kind), {f.text: f.count for f in a.forms}) for a in found.actors.values()}
            did = {(d.what, d.old, d.new) for es in found.effects.values() for e in es for d in e.deeds}
            return shown, did, found

        yield made


def said(name, **what):
    """One entry."""
    return EntityOverride(name, "overrides/actors.yaml", 1, **what)


BEFORE = {"Harbour Union": ("organization", UNION), "Ada Berg": ("person", ADA), "Bea Berg": ("person", BEA)}
BEFORE |= {
    "Gale": ("person", {"Gale": 1}),
    **{f"{name} Gale": ("person", {f"{name} Gale": 1, "Gale": 1}) for name in ("Cara", "Dora")},
}


def test_the_machine_has_each_on_one_page(linked):
    """What the following starts from."""
    assert linked()[0] == BEFORE


@pytest.mark.parametrize("what", [{}, {"kind": "organization"}, {"kind": "government"}, {"wikidata": "Q1"}])
def test_a_spelling_as_a_key_renames_the_page(linked, what):
    """With all its spellings; it keeps its kind unless the entry says another, and its address leads on."""
    shown, did, found = linked(said("HU", **what))
    kind = what.get("kind", "organization")
    assert shown == {**{n: s for n, s in BEFORE.items() if n != "Harbour Union"}, "HU": (kind, UNION)}
    assert ("rename", "Harbour Union", "HU") in did
    assert not [deed for deed in did if deed[0] in ("take", "merge", "link")]
    assert found.moved["actors/harbour-union"] == "actors/hu"


def test_of_two_who_share_a_surname_the_one_is_meant_who_is_called_so_most(linked):
    """The other one keeps all her names, in whichever article."""
    shown, did, _ = linked(said("Berg", kind="person"))
    assert shown == {**{n: s for n, s in BEFORE.items() if n != "Ada Berg"}, "Berg": ("person", ADA)}
    assert [deed for deed in did if deed[0] != "answer"] == [("rename", "Ada Berg", "Berg")]


@pytest.mark.parametrize("what", [{"kind": "person"}, {"wikidata": "Q1"}, {"kind": "group"}])
def test_a_page_that_has_the_name_as_its_title_is_meant_by_it(linked, what):
    """Others who are called so for short keep that, unless an alias for all articles takes it over."""
    shown, _, _ = linked(said("Gale", **what))
    assert shown == BEFORE | {"Gale": (what.get("kind", "person"), {"Gale": 1})}
    shown, _, _ = linked(said("Gale", aliases=(AliasRule("Gale", ("*",)),), **what))
    assert (shown["Gale"][1], shown["Cara Gale"][1]) == ({"Gale": 3}, {"Cara Gale": 1})


@pytest.mark.parametrize(
    "rules",
    [
        [said("HU", never=("Harbour Union",))],
        [said("HU", aliases=(AliasRule("HU", ("*",)),))],
        [said("HU", kind="group"), said("Harbour Union", kind="organization")],
        [said("HU", kind="group"), said("The Union", aliases=(AliasRule("Harbour Union"),))],
        [said("HU", kind="person")],
    ],
)
def test_what_people_part_is_two(linked, rules):
    """By "not", an alias for articles, another entry about the page, or a kind that makes a person of a body."""
    shown, _, _ = linked(*rules)
    assert shown["HU"][1] == {"HU": 3}
    assert shown.get("Harbour Union", shown.get("The Union"))[1] == {"Harbour Union": 3}


def test_a_spelling_that_the_entry_forbids_leaves_the_page_that_it_renames(linked):
    """All others go along."""
    shown, _, _ = linked(said("Berg", never=("Bea Berg",)), said("HU", never=("Harbour Unions",)))
    assert (shown["Berg"], shown["HU"]) == (("person", ADA), ("organization", UNION))


def test_who_is_ignored_by_a_spelling_leaves_the_page_its_name(linked):
    """The spelling alone is no name."""
    assert linked(said("HU", ignore=True))[0]["Harbour Union"][1] == {"Harbour Union": 3}


def test_a_page_that_is_hidden_by_a_spelling_is_hidden_whole(linked):
    """Under the name that the entry gives."""
    _, _, found = linked(said("HU", hide=True))
    assert {a.name for a in found.actors.values() if a.hidden} == {"HU"}
    assert "Harbour Union" not in {a.name for a in found.actors.values()}


def test_a_spelling_that_stands_behind_its_owner_renames_the_page_as_well(tmp_path):
    """The name is that with the owner, and the page lists the words of the text."""
    text = "Turkey's Defence Ministry spoke."
    note = annotated(text, ("Defence Ministry", Label.GOVERNMENT, "kind word"))
    with small_gazetteer(tmp_path) as gazetteer:
        alone, told = (
            link({"one": article(text)}, {"one": note}, gazetteer, Overrides(actors=rules))
            for rules in ({}, {"Defence Ministry": said("Defence Ministry", wikidata="Q1")})
        )
    assert [actor.name for actor in alone.actors.values()] == ["Turkey's Defence Ministry"]
    assert [(actor.name, actor.kind) for actor in told.actors.values()] == [("Defence Ministry", "government")]
    assert told.moved == {"actors/turkeys-defence-ministry": "actors/defence-ministry"}
