"""Texts that run another way than the page."""

from __future__ import annotations

import pytest

from according.publishing.direction import Direction
from according.publishing.views.reference import Ref


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("SANA", ""),
        ("Вестник Дельты", ""),
        ("تل مروان", ' dir="rtl"'),
        ("חיים כהן, a resident of Aleppo", ' dir="ltr"'),
        ("the market of Rashaya (راشيا)", ' dir="ltr"'),
        ("قُتل <em class='a long name'>شخصان</em>", ' dir="rtl"'),
        ("12", ""),
        ("", ""),
    ],
)
def test_most_letters_decide_which_way_a_text_runs(text: str, way: str) -> None:
    """Not the first one, and not the tags; a text in one script that runs as the page does needs no attribute."""
    assert Direction("ltr")(text) == way


@pytest.mark.parametrize(("text", "way"), [("SANA", ' dir="ltr"'), ("تل مروان", ""), ("2024", "")])
def test_on_a_page_from_right_to_left_latin_texts_are_marked(text: str, way: str) -> None:
    """An English quotation on an Arabic page keeps its full stop at its end."""
    assert Direction("rtl")(text) == way


def test_a_name_in_a_link_runs_its_own_way() -> None:
    """With a page or without."""
    direction = Direction("ltr")
    assert direction.link(Ref("تل", "x.html")) == '<a href="x.html" dir="rtl">تل</a>'
    assert direction.links([Ref("a", None), Ref("تل", None)]) == '<span>a</span>, <span dir="rtl">تل</span>'
