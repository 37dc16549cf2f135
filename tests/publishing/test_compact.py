"""The stylesheet as it is served."""

import pytest

from according.publishing.compact import stylesheet


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("a { color: red; }\n", "a{color:red}"),
        ("/* why */\na,\nb { color: red; margin: 0 1px }", "a,b{color:red;margin:0 1px}"),
        ('q::before { content: "a ; b  { "; }', 'q::before{content:"a ; b  { "}'),
        ("a { b: url(x y.png); }", "a{b:url(x y.png)}"),
        ("nav :hover, a :is(b, c) > d { x: 1 }", "nav :hover,a :is(b,c) > d{x:1}"),
        (
            "@media (min-width: 60rem) { a { width: calc(1px + 2%); } }",
            "@media (min-width: 60rem){a{width:calc(1px + 2%)}}",
        ),
        (":root { --a: 1px solid var(--b); }", ":root{--a:1px solid var(--b)}"),
    ],
)
def test_a_stylesheet_means_the_same_in_fewer_bytes(written, served):
    """Strings, selectors and sums keep the spaces that mean something."""
    assert stylesheet(written) == served + "\n"
