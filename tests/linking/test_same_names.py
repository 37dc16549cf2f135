"""Several actors of one name: a person is asked once, and either answer tells them apart or puts them together."""

from dataclasses import replace
from datetime import date

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.config import Config
from according.explaining.entities import of_entities
from according.explaining.sources import of_source
from according.linking.corpus import link
from according.linking.same_names import (
    beside_unnamed,
    by_form,
    limited,
    namesakes,
    told_apart,
    unnamed_in,
)
from according.model import Actor, EventSet, Form, Source, SourceKind
from according.overrides import Overrides
from according.overrides.reading import read_overrides
from according.pipeline import Corpus
from according.unused import unused_overrides

TEXTS = {
    "one": "Chris left Tel Amara. Chris slept.",
    "two": "Chris came to Port Haven and left Tel Amara. Chris said so. Chris ate.",
    "three": "Chris walked.",
}
MARKS = (person("Chris", "title"), place("Tel Amara"), place("Port Haven"))


@pytest.fixture
def corrected(tmp_path):
    """The corpus under an answer, with what is warned about."""
    with small_gazetteer(tmp_path) as gazetteer:

        def made(answer="", texts=TEXTS, marks=MARKS, file="actors.yaml", **told):
            folder = tmp_path / "overrides"
            folder.mkdir(exist_ok=True)
            (folder / file).write_text(answer, "utf8")
            overrides, problems = read_overrides(folder)
            articles = {id_: replace(article(text, id_), **told) for id_, text in texts.items()}
            notes = {id_: annotated(text, *marks) for id_, text in texts.items()}
            found = link(articles, notes, gazetteer, overrides)
            return found, (*problems, *unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer))

        yield made


def merges(linked):
    """The questions about actors that may be one."""
    return [q for q in linked.review if q.kind == "merge"]


def test_actors_of_one_name_are_asked_about_once(corrected):
    """Three pages make one question, which tells where each is named."""
    found, _ = corrected()
    (question,) = merges(found)
    assert question.question == "Are the 3 called Chris one?"
    assert [line.partition(". In ")[0].rpartition(" in ")[2] for line in question.evidence] == ["two", "one", "three"]


def test_they_are_one(corrected):
    """One page has the mentions of all."""
    found, problems = corrected(merges(corrected()[0])[0].yes)
    assert [(a.id, a.forms[0].count) for a in found.actors.values()] == [("chris", 6)]
    assert (merges(found), problems) == ([], ())


def test_they_are_one_without_somebody_else_who_is_called_so_for_short(corrected):
    """Nobody asked about Fred Brown, who is Brown for short in his article."""
    texts = {"one": "Brown slept.", "two": "Brown walked.", "three": "Fred Brown said so. Brown ate."}
    marks = (person("Fred Brown", "title"), person("Brown", "title"))
    before, _ = corrected(texts=texts, marks=marks)
    (question,) = merges(before)
    assert question.question == "Are the 2 called Brown one?"
    found, problems = corrected(question.yes, texts, marks)
    assert {a.name: {f.text: f.articles for f in a.forms} for a in found.actors.values()} == {
        "Brown": {"Brown": ("one", "two")},
        "Fred Brown": {"Fred Brown": ("three",), "Brown": ("three",)},
    }
    assert (merges(found), problems) == ([], ())


def test_the_names_that_tell_them_apart_are_free(corrected):
    """The program knows no more than where each is named; whoever pastes them may write another."""
    (question,) = merges(corrected()[0])
    keys = [line for line in question.no.splitlines() if not line.startswith(" ")]
    assert all(key.endswith("any name of its own") for key in keys)


def test_they_are_several(corrected):
    """The most used keeps name and address, each of the others has a name by the article that names it."""
    found, problems = corrected(merges(corrected()[0])[0].no)
    assert {a.name: a.forms[0].articles for a in found.actors.values()} == {
        "Chris": ("two",),
        "Chris (one)": ("one",),
        "Chris (three)": ("three",),
    }
    assert found.actors["chris"].name == "Chris"
    assert (merges(found), problems) == ([], ())


def test_the_lines_of_a_page_concern_its_articles_only(corrected):
    """The name is another's too, so that it is claimed where this one is meant."""
    found, _ = corrected()
    sharing = by_form(found.actors.values())
    two = next(a for a in found.actors.values() if a.forms[0].articles == ("two",))
    others = namesakes(two, found.actors, sharing)
    assert len(others) == 2
    assert told_apart(two, others, found.articles) == "Chris (two)"
    assert list(limited(two, sharing)) == ["{text: Chris, articles: [two]}"]


LAST, DAY = date(2017, 3, 2), date(2017, 3, 3)


def test_a_name_with_outlet_and_day_is_one(corrected):
    """Nothing in its brackets is read as a part of somebody's name."""
    said = '"Chris (Example Wire, 3 March 2017)":\n  aliases: [{text: Chris, articles: [one]}]\n'
    found, problems = corrected(said, outlet="Example Wire", date=DAY)
    assert ({a.name for a in found.actors.values()}, problems) == ({"Chris", "Chris (Example Wire, 3 March 2017)"}, ())


@pytest.mark.parametrize(
    ("own", "others", "name"),
    [
        ([("Example Wire", DAY)], [("Other Wire", DAY)], "Chris (Example Wire)"),
        ([("Example Wire", None)], [("Other Wire", None)], "Chris (Example Wire)"),
        ([("Example Wire", DAY)], [("Other Wire", DAY), ("Example Wire", LAST)], "Chris (Example Wire, 3 March 2017)"),
        ([("Example Wire", DAY)], [("Example Wire", DAY)], "Chris (a0)"),
        ([("Example Wire", None)], [("Example Wire", DAY)], "Chris (a0)"),
        ([(None, DAY)], [("Example Wire", DAY)], "Chris (a0)"),
        ([("Example Wire", DAY), ("Other Wire", LAST)], [("Third Wire", DAY)], "Chris (Other Wire)"),
    ],
)
def test_a_name_of_its_own_says_where_it_is_named(own, others, name):
    """By the outlet of the first article, the day where one outlet has both, and else by the article: never a guess."""
    appeared = {f"a{n}": told for n, told in enumerate([*own, *others])}
    articles = {a: replace(article("Chris", a), outlet=outlet, date=day) for a, (outlet, day) in appeared.items()}
    here, there = [*articles][: len(own)], [*articles][len(own) :]
    one, *more = (
        Actor(n, "Chris", "person", (Form("Chris", 1, tuple(ids), "itself"),), ())
        for n, ids in (("one", here), *((a, [a]) for a in there))
    )
    assert told_apart(one, more, articles) == name
    assert told_apart(one, [*more, replace(one, id="two")], articles) == "Chris (one)"
    only_so_called = replace(one, id="two", name="Chris Holm")
    assert told_apart(one, [only_so_called], articles) == f"Chris ({own[-1][0] or 'a0'})"


def test_a_spelling_that_nobody_shares_holds_everywhere(tmp_path):
    """It is claimed without its articles."""
    text = "Harbour Board met."
    with small_gazetteer(tmp_path) as gazetteer:
        notes = {"one": annotated(text, body("Harbour Board", "cue: board"))}
        found = link({"one": article(text)}, notes, gazetteer, Overrides())
    (board,) = found.actors.values()
    assert list(limited(board, by_form(found.actors.values()))) == ["Harbour Board"]


POLICE = Source("police", "Police", SourceKind.NAMED, None)


@pytest.mark.parametrize(
    ("heard_in", "unnamed", "lines"),
    [
        (("two", "one", "two"), ("six",), ["aliases: [{text: Police, articles: [one, two]}]"]),
        (("two", "one"), ("one",), ["aliases: [{text: Police, articles: [two]}]"]),
        (("one",), ("one",), ["aliases: [{text: Police, articles: [one]}]", "not: [police--one]"]),
        (("five", "six", "two", "one", "ten"), (), ["aliases: [{text: Police, articles: [five, one, six, ten]}]"]),
        ((), ("one",), []),
    ],
)
def test_a_named_source_is_told_from_unnamed_ones_by_its_articles(heard_in, unnamed, lines):
    """By some that have no unnamed one; where there are none, these are parted by their ids."""
    assert beside_unnamed(POLICE, heard_in, unnamed) == lines


def test_where_unnamed_sources_of_a_name_are():
    """By the name in whatever letters."""
    residents = [Source(f"police--{a}", "police", SourceKind.UNNAMED, None, article=a) for a in ("two", "one")]
    assert unnamed_in([POLICE, *residents]) == {"police": ("one", "two")}


def test_explain_offers_the_lines_that_tell_sources_apart(corrected):
    """One that is an actor has the name that tells this one from the others."""
    found, _ = corrected()
    unnamed = Source("police--two", "police", SourceKind.UNNAMED, None, article="two")
    sources = {s.id: s for s in (POLICE, unnamed, Source("chris", "Chris", SourceKind.NAMED, "chris"))}
    claims = {**found.claims, "one": tuple(replace(claim, source="police") for claim in found.claims["one"])}
    linked = replace(found, sources=sources, claims=claims)
    corpus = Corpus(Config(), linked, EventSet({}, {}, {}, {}), Overrides(), "", ())

    def told(id_):
        return [*of_source(sources[id_].name, corpus, {f"sources/{id_}"})]

    assert {"Police:", "  aliases: [{text: Police, articles: [one]}]"} <= {*told("police")}
    assert {"Chris (two):", "  aliases: [{text: Chris, articles: [two]}]"} <= {*told("chris")}


COUNCILS = {
    "one": "The National Water Council (NWC) met in Port Haven in Freedonia. It rained.",
    "two": "The National Water Council met in Tel Amara in Wadiya. It rained.",
    "three": "The National Water Council slept. It rained.",
}
COUNCIL_MARKS = (body("National Water Council"), body("NWC"), place("Port Haven"), place("Freedonia"), place("Wadiya"))


def test_who_is_left_of_a_name_keeps_it_beside_a_short_form(corrected):
    """The others of the name get names of their own; the page that no line names stays what it was."""
    names = {"National Water Council (East)": "two", "National Water Council (West)": "three"}
    alias = "aliases: [{{text: National Water Council, articles: [{}]}}]"
    said = "".join(f"{name}:\n  {alias.format(article)}\n" for name, article in names.items())
    found, _ = corrected(said, texts=COUNCILS, marks=COUNCIL_MARKS)
    left = found.actors["national-water-council"]
    assert (left.name, {form.text for form in left.forms}) == (
        "National Water Council",
        {"National Water Council", "NWC"},
    )
    assert {actor.name for actor in found.actors.values()} == {left.name, *names}


def explained(linked, id_):
    """The lines that ``explain`` offers about an actor, with what stands around them."""
    corpus = Corpus(Config(), linked, EventSet({}, {}, {}, {}), Overrides(), "", ())
    return of_entities(id_, corpus, None, lambda asked, entity: entity.id == asked)


def test_one_of_several_becomes_a_place_by_what_explain_offers(corrected):
    """By its own name with its aliases; a kind below a name that no article has would match nothing."""
    found, _ = corrected()
    two = next(a for a in found.actors.values() if a.forms[0].articles == ("two",))
    lines = explained(found, two.id)
    offered = lines[lines.index("  It is a place? Then into overrides/places.yaml:") + 1 :]
    after, problems = corrected("\n".join(offered), file="places.yaml")
    assert {a.forms[0].articles for a in after.actors.values()} == {("one",), ("three",)}
    assert ("Chris (two)" in {p.name for p in after.places.values()}, problems) == (True, ())


def test_a_name_that_others_have_is_not_offered_to_be_ignored(corrected):
    """It would take all of them away."""
    found, _ = corrected(
        texts={"one": "Brown slept.", "two": "Fred Brown said so. Brown ate."},
        marks=(person("Fred Brown", "title"), person("Brown", "title")),
    )
    (fred,) = (a for a in found.actors.values() if a.name == "Fred Brown")
    assert "Brown" in {form.text for form in fred.forms}
    lines = explained(found, fred.id)
    assert [line.partition("  #")[0] for line in lines if ": ignore" in line] == ["Fred Brown: ignore"]


def test_who_is_left_without_the_name_is_told(corrected):
    """All that is called so is somebody else now, and the short form that stays makes a page of another name."""
    said = "River Board:\n  aliases: [{text: National Water Council, articles: ['*']}]\n"
    found, _ = corrected(said, texts=COUNCILS, marks=COUNCIL_MARKS)
    assert found.actors.keys() == {"nwc", "river-board"}
    (effect,) = found.effects["actors/river-board"]
    assert [(d.what, d.new, d.count) for d in effect.deeds] == [("rename", "River Board", 3), ("part", "NWC", 1)]
