"""What is told to be written for addresses of pages, for lists that are none, and for places that are no more."""

from pathlib import Path

import pytest
from small_gazetteer import MARKS, RAIN, TEXT, annotated, article, small_gazetteer

from according.linking.corpus import link
from according.linking.forms import fold
from according.model import EventSet
from according.overrides.reading import FILES, read_overrides
from according.unused import unused_overrides

LISTED = "If these are several, write a list: [{}], or a line with a dash for each."
ALONE = "That is the address of a page; write the id alone: {}."


@pytest.fixture
def told(tmp_path):
    """What is warned about under some lines of files: line, column and remedy."""
    with small_gazetteer(tmp_path) as gazetteer:

        def found(**files):
            for name, text in files.items():
                (tmp_path / f"{name}.yaml").write_text(text, "utf8")
            overrides, _ = read_overrides(tmp_path, ("clash",), fold)
            linked = link({"one": article(TEXT)}, {"one": annotated(TEXT, *MARKS)}, gazetteer, overrides)
            events = EventSet({RAIN.id: RAIN}, {}, {"one": (RAIN.id,)}, {})
            problems = unused_overrides(overrides, linked, events, gazetteer)
            told = (p for p in problems if "by itself" not in p.message)
            return [(p.line, p.column, p.remedy) for p in sorted(told, key=_order)]

        yield found


def _order(problem):
    """Problems stand as the lines do."""
    return FILES.index(Path(problem.file).name), problem.line, problem.column


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [("places", "Tel Amara: ignore", "it is none"), ("actors", "Tel Amara:\n  kind: government", "it is somebody")],
)
def test_a_place_that_another_entry_takes_away_is_told_with_that_line(file, line, says, tmp_path, told):
    """Not that something of just this name is close to it."""
    found = told(**{file: f"{line}\n"}, events="2020-01-01-rain:\n  place: Tel Amara\n")
    assert found == [(2, 10, f"{file}.yaml:1 says that {says}. Take that out, or name another place.")]


def test_a_list_without_brackets_or_dashes_is_told(told):
    """Where words with commas, or on several lines, are written nowhere as one name."""
    found = told(
        places="Al Qasim:\n  aliases: Al-Qaseem, Springfield\n  not:\n    Tel Amara\n    Freedonia\n",
        actors="Ada Holm:\n  aliases:\n    Holm\n    Ada H.\n",
        sources="Ada Holm:\n  aliases: the one, the other\n",
        events="2020-01-01-rain:\n  includes: one, two\n",
    )
    assert found == [
        (2, 12, LISTED.format("Al-Qaseem, Springfield")),
        (4, 5, LISTED.format("Tel Amara, Freedonia")),
        (3, 5, LISTED.format('Holm, "Ada H."')),
        (2, 12, LISTED.format("the one, the other")),
        (2, 13, LISTED.format("one, two")),
    ]


def test_a_name_of_several_lines_that_articles_write_is_no_list(told):
    """Nor is one with a comma of which no part occurs, while another is close to it."""
    assert told(actors="Board:\n  kind: organization\n  aliases:\n    Harbour\n    Board\n") == []
    assert told(actors="Board:\n  kind: organization\n  aliases: Harbour, Bord\n") == [
        (3, 12, "Close to it: Harbour Board.")
    ]


def test_the_address_of_a_page_is_told_with_its_id(told):
    """As people copy it from the browser, where an id or a name stands."""
    address = "https://example.org/site/events/2020-01-01-rain/index.html"
    found = told(
        actors="Ada Holm:\n  aliases: [{text: Harbour Board, articles: [articles/one/, ../articles/on*/]}]\n",
        events=f"{address}:\n  title: Storm\n2020-01-01-rain:\n  without: [articles/one/, x]\n",
        places="Al Qasim:\n  aliases: places/tel-amara/\n",
    )
    assert found == [
        (2, 12, "That is the address of a page; write its name: Tel Amara."),
        (2, 46, ALONE.format("one")),
        (2, 61, ALONE.format("on*")),
        (1, 1, ALONE.format("2020-01-01-rain")),
        (4, 13, ALONE.format("one")),
        (4, 28, "Check its spelling, or remove it."),
    ]


def test_what_is_close_to_a_place_is_a_place(told):
    """Not somebody, nor what an entry says is none."""
    close = told(places="Springfield: ignore\n", events="2020-01-01-rain:\n  place: Springfeld\n")
    assert [remedy.startswith("If no article names it") for _, _, remedy in close] == [True]
