"""Aliases that are limited to articles and meet in one."""

from according.claimed import claimed_twice
from according.errors import Level
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride

ARTICLES = ("2023-03-10-atlanta", "2023-03-11-tbilisi", "2024-01-01-atlanta")


def claims(kind, *patterns):
    """Entries of one file, each with a limited alias: "Ann Lee" or another spelling of it."""
    rules = [
        kind(f"E{i}", "o.yaml", i + 1, aliases=(AliasRule(text, tuple(globs)),), marks={("aliases", 0): (i + 1, 9)})
        for i, (text, *globs) in enumerate(patterns)
    ]
    return {rule.name: rule for rule in rules}


def told(names=lambda name, article: True, **files):
    """What is said of entries by file."""
    return claimed_twice(Overrides(**files), ARTICLES, names)


def test_one_form_of_one_article_is_one_entry_s():
    """The later line is told, whatever the spelling and the order of the names."""
    twice = claims(EntityOverride, ("Ann Lee", "2023-03-1*"), ("Ann-Lee", "*atlanta"))
    for rules in (twice, dict(reversed(twice.items()))):
        (problem,) = told(actors=rules)
        assert (problem.level, problem.line, problem.column) == (Level.ERROR, 2, 9)
        assert '"E0" and by "E1" in 2023-03-10-atlanta' in problem.message
    sources = claims(SourceOverride, ("police", "2023-*"), ("Police", "*tbilisi"))
    assert len([*told(sources=sources)]) == 1


def test_a_place_and_an_actor_share_no_form_of_an_article():
    """A form is one of the two there."""
    places = claims(EntityOverride, ("Ann Lee", "*atlanta"))
    (actor,) = claims(EntityOverride, ("Ann Lee", "2024-*")).values()
    assert len([*told(places=places, actors={"X": actor})]) == 1


def test_patterns_that_meet_in_no_article_are_no_mistake():
    """Nor does a form that one of them has in all the others meet the other."""
    rules = claims(EntityOverride, ("Ann Lee", "2023-03-1*"), ("Ann Lee", "2024-*"), ("Ann Lee",))
    assert [*told(actors=rules)] == []


def test_what_one_says_in_an_article_is_not_another_s():
    """A form of an actor that a source takes in, where either holds in some articles and the actor is named."""
    where = (["2023-*"], ["*tbilisi"]), (["2023-*"], []), ([], ["*tbilisi"])
    for limits, others in where:
        sources = claims(SourceOverride, ("Harbour Wire", *limits))
        actors = {
            "Ann Lee": EntityOverride("Ann Lee", "a.yaml", 5, aliases=(AliasRule("harbour wire", tuple(others)),))
        }
        (problem,) = told(sources=sources, actors=actors, names=lambda name, article: article == ARTICLES[1])
        assert (problem.level, problem.file, problem.line, problem.column) == (Level.ERROR, "o.yaml", 1, 9)
        assert f'"Ann Lee" in a.yaml, line 5, and by "E0" in {ARTICLES[1]}' in problem.message
        assert [*told(sources=sources, actors=actors, names=lambda name, article: False)] == []
        same = {"E0": EntityOverride("E0", "a.yaml", 5, aliases=actors["Ann Lee"].aliases)}
        assert [*told(sources=sources, actors=same)] == []
    apart = claims(SourceOverride, ("Harbour Wire", "2024-*"))
    limited = {"Ann Lee": EntityOverride("Ann Lee", "a.yaml", 5, aliases=(AliasRule("Harbour Wire", ("2023-*",)),))}
    assert [*told(sources=apart, actors=limited)] == []
