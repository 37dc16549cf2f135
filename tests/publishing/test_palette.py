"""Colours of a person's own."""

import pytest
from pydantic import ValidationError

from according.config import Colours
from according.publishing.palette import rules


def test_a_colour_is_set_in_light_and_in_dark():
    """A link's colour is also that of lines and dots."""
    css = rules(Colours(link=("#112233", "#ddeeff")))
    assert css == (
        ":root{--link:#112233;--rule:#112233}@media (prefers-color-scheme:dark){:root{--link:#ddeeff;--rule:#ddeeff}}\n"
    )


def test_without_colours_the_stylesheet_is_as_it_was():
    """Nothing is added."""
    assert (rules(Colours()), rules(None)) == ("", "")


@pytest.mark.parametrize("colour", ["red", "#12", "#112233;}"])
def test_only_colours_reach_the_stylesheet(colour):
    """Whatever else somebody writes is a mistake."""
    with pytest.raises(ValidationError):
        Colours(ink=(colour, "#000000"))
