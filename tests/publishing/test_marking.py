"""Marks in text: they nest, they cover what they should, and the text stays the text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.model import Span
from according.publishing.marking import Mark, disjoint, mark, pieces


class Reader(HTMLParser):
    """Reads HTML strictly: a wrong end tag is an error; notes which elements every character stands in."""

    def __init__(self, html):
        super().__init__()
        self.open, self.text, self.inside, self.ids = [], "", [], []
        self.feed(str(html))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        """Open."""
        found = dict(attributes)
        self.open.append((tag, found.get("class")))
        if "id" in found:
            self.ids.append(found["id"])

    def handle_endtag(self, tag):
        """Close what was opened last."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        """Note the text and where it stands."""
        self.text += data
        self.inside += [{name for _, name in self.open}] * len(data)


def named(start, end, name, rank=1, once=()):
    """A mark whose class tells it from others."""
    return Mark(Span(start, end), rank, "span", (("class", name),), once)


def test_overlapping_marks_are_cut_so_that_they_nest():
    """Of two marks that cross, the inner one is closed and opened again."""
    html = mark("abcdef", Span(0, 6), [named(0, 4, "x", 1), named(2, 6, "y", 2)])
    assert html == '<span class="x">ab<span class="y">cd</span></span><span class="y">ef</span>'


def test_an_id_stands_once_however_often_its_mark_is_cut():
    """Two elements with one id would make a link ambiguous."""
    html = mark("abcdef", Span(0, 6), [named(0, 4, "x", 1), named(2, 6, "y", 2, (("id", "s1"),))])
    assert html.count('id="s1"') == 1
    assert Reader(html).ids == ["s1"]


def test_a_mark_that_began_before_the_text_keeps_its_class_but_not_its_id():
    """A claim that goes on in the next paragraph is marked there, and its anchor stays where it began."""
    html = mark("abcdef", Span(3, 6), [named(0, 5, "x", once=(("id", "s1"),))])
    assert html == '<span class="x">de</span>f'


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "a\u2028b <i", "\"quoted\" & 'more'", "<script>alert(1)</script>"])
def test_text_is_escaped(text):
    """What looks like HTML in an article is shown, not run."""
    html = mark(text, Span(0, len(text)), [named(1, len(text), "x")])
    assert Reader(html).text == text
    assert "<script" not in html


def test_values_of_attributes_are_escaped():
    """A name with a quotation mark does not end the attribute."""
    html = mark("ab", Span(0, 2), [Mark(Span(0, 2), 1, "a", (("href", '"><script>'),))])
    assert "<script" not in html


def test_links_never_hold_one_another():
    """Of overlapping names the longer is linked."""
    town, airport = named(4, 12, "town"), named(4, 20, "airport")
    assert disjoint([town, airport]) == (airport,)


def test_pieces_show_what_was_left_out():
    """Between the spans of a statement stands an ellipsis."""
    assert pieces("one two three", (Span(0, 3), Span(8, 13))) == "one … three"


TEXT = "Der Zug “kam” <an>, سأل & fuhr 🚢 ab."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda p: Span(min(p), max(p)))


@given(st.lists(st.tuples(SPANS, st.integers(0, 3)), max_size=8), SPANS)
def test_any_marks_nest_and_cover_exactly_their_spans(drawn, whole):
    """Whatever overlaps what, the text comes out unchanged and every character stands in exactly its marks."""
    marks = [named(*span, f"m{i}", rank) for i, (span, rank) in enumerate(drawn)]
    read = Reader(mark(TEXT, whole, marks))
    assert read.text == whole.of(TEXT)
    for offset, inside in zip(range(*whole), read.inside, strict=True):
        assert inside == {m.attributes[0][1] for m in marks if m.span.start <= offset < m.span.end}
