"""A name that one correction takes away means the same thing where other corrections use it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_gazetteer import annotated, article, small_gazetteer
from test_sources import said, sources, span

from according.events.correcting import find_place
from according.linking.corpus import link
from according.linking.renames import place_names, source_names
from according.model import Deed, Form, Linked, Mention, Place, PlacePrecision, SourceKind
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride


def renamed(old: str, new: str, file: str = "actors.yaml", *articles: str) -> dict[str, EntityOverride]:
    """One entry that gives something a name."""
    return {new: EntityOverride(new, file, 1, aliases=(AliasRule(old, articles),))}


def said_of(name: str, **more: object) -> dict[str, SourceOverride]:
    """One entry of sources.yaml."""
    return {name: SourceOverride(name, "sources.yaml", 1, **more)}  # type: ignore[arg-type]


def heard(overrides: Overrides, name: str = "SANA News") -> object:
    """The sources of an article in which an agency speaks that people have given a name."""
    text = "SANA said it was over."
    mentions = (Mention("a", span(text, "SANA"), "SANA", "actor", "sana-news"),)
    return sources(
        {"a": text}, {"a": (said(text, "SANA", "it was over"),)}, {"a": mentions}, {"sana-news": name}, overrides
    )


def test_what_is_said_of_a_source_follows_the_actor_that_it_is() -> None:
    """Its label stands under the name that actors.yaml has taken away; the name and the page are those of the actor."""
    voices = heard(Overrides(actors=renamed("SANA", "SANA News"), sources=said_of("SANA", label="agency")))
    source = voices.sources["sana-news"]  # type: ignore[attr-defined]
    assert (source.name, source.label) == ("SANA News", "agency")


def test_a_source_is_ignored_under_the_name_that_it_had() -> None:
    """Nobody is made to speak."""
    voices = heard(Overrides(actors=renamed("SANA", "SANA News"), sources=said_of("SANA", ignore=True)))
    assert voices.of["a"][0].source is None  # type: ignore[attr-defined]


def test_a_form_of_some_articles_renames_nothing() -> None:
    """Elsewhere the name means somebody else."""
    assert source_names(Overrides(actors=renamed("SANA", "SANA News", "actors.yaml", "a"))) == {}


def test_what_a_source_copies_follows_its_names() -> None:
    """One file may rename what the other has renamed already."""
    told = Overrides(
        actors=renamed("SANA Agency", "SANA News"),
        sources=said_of("SANA Agency", aliases=(AliasRule("SANA"),)) | said_of("Example Wire", copies="SANA"),
    )
    voices = heard(told)
    assert voices.sources["example-wire"].copies == "sana-news"  # type: ignore[attr-defined]


def test_an_unnamed_source_makes_no_unnamed_one_of_the_named_that_it_is() -> None:
    """A person says that "the opposition party" is New Dawn, which speaks later in the article, or in another."""
    for texts in (
        {"a": "The party said it was late. Dawn said it was over."},
        {"a": "The party said it was late.", "b": "Dawn said it was over."},
    ):
        attributions = {
            a: (
                *([said(t, "The party", "it was late", SourceKind.UNNAMED)] if "party" in t else []),
                *([said(t, "Dawn", "it was over")] if "Dawn" in t else []),
            )
            for a, t in texts.items()
        }
        rule = said_of("Dawn", aliases=(AliasRule("party"),))
        voices = sources(texts, attributions, overrides=Overrides(sources=rule))
        assert voices.sources["dawn"].kind is SourceKind.NAMED
        assert {(v.source, v.name, v.kind) for vs in voices.of.values() for v in vs} == {
            ("dawn", "Dawn", SourceKind.NAMED)
        }


def test_a_named_source_that_takes_in_an_unnamed_one_is_told(tmp_path: Path) -> None:
    """Name, kind and label are those that the program gives it; what it takes in is the correction."""
    text = "The party said it was late. Dawn said it was over."
    heard = (said(text, "The party", "it was late", SourceKind.UNNAMED), said(text, "Dawn", "it was over"))
    annotation = replace(annotated(text), attributions=heard)
    rule = said_of("Dawn", aliases=(AliasRule("party"),))
    with small_gazetteer(tmp_path) as gazetteer:
        found = link({"a": article(text, "a")}, {"a": annotation}, gazetteer, Overrides(sources=rule))
    (effect,) = found.effects["sources/dawn"]
    assert effect.deeds == (Deed("merge", "party", "Dawn", 1, 1),)


def a_place(id_: str, name: str, *forms: str, overridden: bool = False) -> Place:
    """A place as articles write it."""
    written = tuple(Form(f, 1, ("a",), "") for f in forms)
    return Place(id_, name, "city", None, None, PlacePrecision.TOWN, None, None, (), written, overridden=overridden)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Tbilisi", "tiflis"),
        ("Tiflis", "tiflis"),
        ("tbilisi-georgia", "tbilisi-georgia"),
        ("Kutaisi", "kutaisi"),
        ("X", None),
    ],
)
def test_an_event_is_put_where_its_person_means(name: str, meant: str | None) -> None:
    """The city that people call otherwise, not the province of its name that only contains it."""
    places = [
        a_place("kutaisi", "Kutaisi", "Kutaisi"),
        a_place("tbilisi-georgia", "Tbilisi"),
        a_place("tiflis", "Tiflis", "Tbilisi", overridden=True),
    ]
    linked = Linked({}, {}, {}, {}, {p.id: p for p in places}, {}, {})
    names = place_names(Overrides(places=renamed("Tbilisi", "Tiflis", "places.yaml")))
    assert find_place(name, linked, names) == meant
