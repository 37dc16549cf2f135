"""A place and an actor of one name: a line about one of them leaves the other what it is."""

import pytest
from small_gazetteer import annotated, article, body, place, small_gazetteer

from according.config import Config
from according.explaining import offers
from according.linking.corpus import link
from according.model import Actor, Deed, EventSet
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

TEXTS = {
    "one": "Rain fell in Qasim, a city. QASIM left Tel Amara, and QASIM slept.",
    "two": "Rain fell in Qasim, a city. QASIM of Port Haven ate.",
    "three": "Qasim the body walked.",
}
NOTES = {
    "one": annotated(TEXTS["one"], place("Qasim", "gazetteer"), body("QASIM", "known name"), place("Tel Amara")),
    "two": annotated(TEXTS["two"], place("Qasim", "gazetteer"), body("QASIM", "known name"), place("Port Haven")),
    "three": annotated(TEXTS["three"], body("Qasim")),
}


@pytest.fixture
def read(tmp_path):
    """What each mention of the name leads to under some lines, or what is wrong with them."""
    with small_gazetteer(tmp_path) as gazetteer:

        def linked(*, places=(), actors=(), warned=False, done=False):
            overrides = Overrides(*({rule.name: rule for rule in rules} for rules in (places, actors)))
            found = link({a: article(text, a) for a, text in TEXTS.items()}, NOTES, gazetteer, overrides)
            if warned:
                return unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
            if done:
                return [deed for told in found.effects.values() for effect in told for deed in effect.deeds]
            spelled = ((a, m) for a, ms in found.mentions.items() for m in ms if m.text.upper() == "QASIM")
            return {(a, m.text): (m.kind, m.entity) for a, m in spelled}

        yield linked


def rule(name, file, **said):
    """One entry."""
    return EntityOverride(name, file, 3, **said)


@pytest.mark.parametrize(
    "said", [{"at": (10.4, 20.4)}, {"kind": "city"}, {"aliases": (AliasRule("Al Qasim"),)}, {"ignore": True}]
)
def test_a_line_about_the_place_leaves_the_actor(read, said):
    """Whatever it says of the place, and without being told what the actor is."""
    before, after = read(), read(places=[rule("Qasim", "places.yaml", **said)])
    assert before["one", "QASIM"][0] == "actor"
    assert after["one", "QASIM"] == before["one", "QASIM"]
    assert after["two", "QASIM"] == before["two", "QASIM"]


@pytest.mark.parametrize("said", [{"wikidata": "Q1"}, {"kind": "media"}, {"acronym": "QSM"}, {"ignore": True}])
def test_a_line_about_the_actor_leaves_the_place(read, said):
    """The other way round."""
    before, after = read(), read(actors=[rule("QASIM", "actors.yaml", **said)])
    assert before["one", "Qasim"][0] == "place"
    assert after["one", "Qasim"] == before["one", "Qasim"]


def test_a_kind_settles_what_was_only_guessed(read):
    """It is a place, whatever the model took it for; other words about the place do not say so."""
    assert read()["three", "Qasim"][0] == "actor"
    assert read(places=[rule("Qasim", "places.yaml", kind="city")])["three", "Qasim"][0] == "place"
    assert read(places=[rule("Qasim", "places.yaml", at=(10.4, 20.4))])["three", "Qasim"][0] == "actor"


def test_both_can_be_spoken_of(read):
    """With a line for each, each keeps its own."""
    town, agency = rule("Qasim", "places.yaml", kind="city"), rule("QASIM", "actors.yaml", kind="media")
    found = read(places=[town], actors=[agency])
    assert {a: kind for (a, form), (kind, _) in found.items() if form == "QASIM"} == {"one": "actor", "two": "actor"}
    assert {kind for (_, form), (kind, _) in found.items() if form == "Qasim"} == {"place"}


def test_a_line_can_take_all_of_a_name(read):
    """By the articles that it names."""
    everywhere = rule("Qasim", "places.yaml", aliases=(AliasRule("QASIM", ("*",)),))
    found = read(places=[everywhere])
    assert {found[a, "QASIM"][0] for a in ("one", "two")} == {"place"}


def test_what_a_kind_leaves_to_the_namesake_is_told_with_what_takes_it(read):
    """Beside what it did, unless the other has an entry of its own or is taken in."""
    town = rule("Qasim", "places.yaml", kind="town")
    left = Deed("leave_actor", "QASIM", 'aliases: [{text: QASIM, articles: ["*"]}]', 3, 2)
    came, *others = read(places=[town], done=True)
    assert (came.what, came.old, came.count) == ("to_place", "QASIM", 1)
    assert left in others
    assert left not in read(places=[town], actors=[rule("QASIM", "actors.yaml", kind="media")], done=True)
    alias = AliasRule("QASIM", ("*",))
    assert left not in read(places=[rule("Qasim", "places.yaml", kind="town", aliases=(alias,))], done=True)
    assert left not in read(places=[rule("Qasim", "places.yaml", at=(10.5, 20.5))], done=True)


def test_what_comes_from_the_namesake_is_compared_with_its_own_page(read):
    """The kind that it had is that of the place, be it named more rarely."""
    alias = AliasRule("QASIM", ("*",))
    done = read(places=[rule("Qasim", "places.yaml", kind="town", aliases=(alias,))], done=True)
    assert Deed("kind", "city", "town") in done


def test_who_meant_the_other_is_told_how(read):
    """A line that says nothing new of the actor may have been meant for the place; what is offered takes it in."""
    (problem,) = read(actors=[rule("QASIM", "actors.yaml", kind="organization")], warned=True)
    assert (
        problem.remedy
        == 'Remove it, or if the place "Qasim" is no other one: aliases: [{text: Qasim, articles: ["*"]}].'
    )
    (problem,) = read(places=[rule("Tel Amara", "places.yaml", kind="village")], warned=True)
    assert problem.remedy == "Remove it."


def test_an_entry_that_has_a_page_of_its_own_is_told_of_that(read):
    """The other file's entry, which is about its namesake, takes nothing from it."""
    place_, actor = rule("Qasim", "places.yaml"), rule("QASIM", "actors.yaml", wikidata="Q1")
    (problem,) = read(places=[place_], actors=[actor], warned=True)
    assert problem.message == '"Qasim" says only what the program finds by itself.'
    assert problem.remedy.startswith("Remove it")


def test_the_name_itself_as_an_alias_is_no_mistake(read):
    """It is what a page offers for a name that the other sort has as well, and takes nothing from there."""
    town = rule("Qasim", "places.yaml", aliases=(AliasRule("Qasim"),))
    assert read(places=[town]) == read()
    assert [*read(places=[town], warned=True)] == []


@pytest.mark.parametrize(
    ("both", "line"), [(True, '  aliases: [{text: Qasim, articles: ["*"]}]'), (False, "  kind: village")]
)
def test_explain_offers_the_line_that_makes_it_a_place(both, line):
    """A kind where nothing else has the name; all of the name where a place has it too."""
    actor = Actor("qasim", "Qasim", "organization", (), ())
    lines = [*offers.of_actor(actor, offers.Files(Config(), {}), both=both)]
    assert lines[-2] == line
    assert ("  kind: organization" in lines) is not both  # it would take from the place what was only guessed
