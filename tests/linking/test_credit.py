"""What a correction is told to have done is what it did, and not what an entry of another file did."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, person, place, said, small_gazetteer

from according.linking.corpus import link
from according.model import EventSet
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride
from according.unused import unused_overrides

TEXT = "Ada Holm said it rained. Aida Hulme told that it snowed. The Harbour Board added that it froze."
CLAIMS = (
    said(TEXT, "Ada Holm", "it rained"),
    said(TEXT, "Aida Hulme", "it snowed", cue="told"),
    said(TEXT, "Harbour Board", "it froze", cue="added"),
)
MARKS = (person("Ada Holm"), person("Aida Hulme"), body("Harbour Board", "known name"))


@pytest.fixture
def told(tmp_path):
    """What an entry about sources did beside one that makes two actors one, and what is warned of."""

    def of(name, **more):
        actor = EntityOverride("Ada Holm", "actors.yaml", 1, aliases=(AliasRule("Aida Hulme"),))
        source = SourceOverride(name, "sources.yaml", 7, **more)
        overrides = Overrides(actors={"Ada Holm": actor}, sources={name: source})
        notes = {"one": replace(annotated(TEXT, *MARKS), attributions=CLAIMS)}
        with small_gazetteer(tmp_path) as gazetteer:
            found = link({"one": article(TEXT)}, notes, gazetteer, overrides)
            warned = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
        of_sources = {e for es in found.effects.values() for e in es if e.file == "sources.yaml"}
        return [(d.what, d.old) for e in of_sources for d in e.deeds], [(p.file, p.message, p.remedy) for p in warned]

    return of


@pytest.mark.parametrize("more", [{"kind": "named"}, {"aliases": (AliasRule("Aida Hulme"),)}])
def test_who_speaks_under_an_actor_s_name_was_brought_together_by_the_actor(told, more):
    """The entry about the source says nothing of its own."""
    deeds, warned = told("Ada Holm", **more)
    assert deeds == []
    assert warned == [("sources.yaml", '"Ada Holm" says only what the program finds by itself.', "Remove it.")]


@pytest.mark.parametrize(
    ("more", "did"),
    [
        ({"label": "mayor"}, [("label", "")]),
        ({"aliases": (AliasRule("Harbour Board"),)}, [("merge", "Harbour Board")]),
    ],
)
def test_what_the_entry_says_beyond_that_is_told(told, more, did):
    """And only that."""
    assert told("Ada Holm", **more) == (did, [])


def test_a_place_is_not_corrected_by_what_contains_it(tmp_path):
    """Its country has another name and page; an entry that says what it is by itself still says nothing new."""
    text = "Rain fell on Tel Amara in Wadiya."
    rules = {
        "Tel Amara": EntityOverride("Tel Amara", "places.yaml", 1, kind="village"),
        "Republic of Wadiya": EntityOverride("Republic of Wadiya", "places.yaml", 3, aliases=(AliasRule("Wadiya"),)),
    }
    notes = {"one": annotated(text, place("Tel Amara"), place("Wadiya"))}
    with small_gazetteer(tmp_path) as gazetteer:
        found = link({"one": article(text)}, notes, gazetteer, Overrides(places=rules))
    (effect,) = found.effects["places/tel-amara"]
    assert effect.deeds == ()
    assert found.effects["places/republic-of-wadiya"][0].deeds != ()
