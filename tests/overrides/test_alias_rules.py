"""Where a form means what an entry says that it means."""

import pytest

from according.overrides import AliasRule


@pytest.mark.parametrize(
    ("articles", "holds"),
    [
        ((), ["2020-week", "2020-Week", "wire-7", "x"]),
        (("2020-week",), ["2020-week"]),
        (("*-week", "wire-7"), ["2020-week", "wire-7"]),
        (("wire-?", "[xy]"), ["wire-7", "x"]),
        (("*",), ["2020-week", "2020-Week", "wire-7", "x"]),
    ],
)
def test_a_form_holds_in_the_articles_that_are_named_or_match(articles, holds):
    """By their ids in just these letters, or by globs; without any in all articles."""
    rule = AliasRule("Amo", articles)
    assert [a for a in ("2020-week", "2020-Week", "wire-7", "x") if rule.holds_in(a)] == holds


def test_a_form_does_not_hold_where_it_is_another_page_of_that_name():
    """Unless articles are named, which settles it."""
    assert not AliasRule("Amo", never_in=frozenset({"x"})).holds_in("x")
    assert AliasRule("Amo", ("x",), frozenset({"x"})).holds_in("x")
