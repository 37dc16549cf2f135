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


def test_one_form_of_one_article_is_one_entry_s():
    """The later line is told, whatever the spelling and the order of the names."""
    twice = claims(EntityOverride, ("Ann Lee", "2023-03-1*"), ("Ann-Lee", "*atlanta"))
    for rules in (twice, dict(reversed(twice.items()))):
        (problem,) = claimed_twice(Overrides(actors=rules), ARTICLES)
        assert (problem.level, problem.line, problem.column) == (Level.ERROR, 2, 9)
        assert '"E0" and by "E1" in 2023-03-10-atlanta' in problem.message
    sources = claims(SourceOverride, ("police", "2023-*"), ("Police", "*tbilisi"))
    assert len([*claimed_twice(Overrides(sources=sources), ARTICLES)]) == 1


def test_a_place_and_an_actor_share_no_form_of_an_article():
    """A form is one of the two there."""
    places = claims(EntityOverride, ("Ann Lee", "*atlanta"))
    (actor,) = claims(EntityOverride, ("Ann Lee", "2024-*")).values()
    assert len([*claimed_twice(Overrides(places=places, actors={"X": actor}), ARTICLES)]) == 1


def test_patterns_that_meet_in_no_article_are_no_mistake():
    """Nor does a form that one of them has in all the others meet the other."""
    rules = claims(EntityOverride, ("Ann Lee", "2023-03-1*"), ("Ann Lee", "2024-*"), ("Ann Lee",))
    assert [*claimed_twice(Overrides(actors=rules), ARTICLES)] == []
