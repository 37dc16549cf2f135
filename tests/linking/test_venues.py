"""Places that no article names, where people say that events happened."""

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.events.correcting import find_place
from according.linking.corpus import link
from according.linking.forms import fold
from according.linking.renames import place_names
from according.model import EventSet
from according.overrides.reading import read_overrides
from according.unused import unused_overrides

TEXT = "Rain fell on Al Qasim and Springfield."


@pytest.fixture
def read(tmp_path):
    """The place that an event is given under some lines of places.yaml, and what is warned about."""
    with small_gazetteer(tmp_path) as gazetteer:

        def found(name, places="", said=""):
            (tmp_path / "places.yaml").write_text(places, "utf8")
            said = said or f"place: {name}"
            (tmp_path / "events.yaml").write_text(f"one-day:\n  {said}\n", "utf8")
            overrides, _ = read_overrides(tmp_path, ("clash",), fold)
            marks = annotated(TEXT, place("Al Qasim"), place("Springfield"))
            linked = link({"one": article(TEXT)}, {"one": marks}, gazetteer, overrides)
            problems = unused_overrides(overrides, linked, EventSet({}, {}, {}, {}), gazetteer)
            told = [f"{p.message} {p.remedy}" for p in problems if not p.message.startswith('"one-day"')]
            return linked.places.get(find_place(name, linked, place_names(overrides)) or ""), told

        yield found


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("  at: [10.4, 20.4]\n  in: Springfield\n", (10.4, 20.4)),
        ("  geonames: 8\n", (50.4, 5.4)),
        ("  at: [10.4, 20.4]\n  hide: true\n", (10.4, 20.4)),
    ],
)
def test_a_place_that_no_article_names_is_one_where_people_say_where_it_is(said, at, read):
    """It has a pin, and nobody is told that its entry did nothing."""
    found, told = read("Mill Hill", f"Mill Hill:\n{said}")
    assert (found.name, found.latitude, found.longitude) == ("Mill Hill", *at)
    assert told == []


def test_it_may_be_called_by_another_name_of_its_entry(read):
    """As any place may."""
    found, told = read("Old Mill", "Mill Hill:\n  in: Springfield\n  formerly: Old Mill\n")
    assert (found.name, found.parents[0]) == ("Mill Hill", "springfield-qasim-governorate")
    assert [words for words in told if "matched nothing" in words or "No place" in words] == []


@pytest.mark.parametrize("places", ["", "Mill Hill:\n  kind: village\n"])
def test_what_nobody_puts_anywhere_is_told_with_what_to_write(places, read):
    """A kind alone puts it nowhere."""
    found, told = read("Mill Hill", places)
    assert found is None
    assert 'say where it is in places.yaml: "Mill Hill:", and below it "at", "geonames" or "in".' in told[-1]


def test_a_place_that_nothing_is_said_to_have_happened_at_matches_nothing(read):
    """It has no page then."""
    found, told = read("Mill Hill", "Mill Hill:\n  at: [10.4, 20.4]\n", "type: clash")
    assert found is None
    assert [words for words in told if words.startswith('"Mill Hill" matched nothing')]
