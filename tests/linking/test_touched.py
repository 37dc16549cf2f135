"""Pages that a correction is not about, and that lost something by it or are there only by it: they say so."""

from types import SimpleNamespace

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.linking.corpus import link
from according.linking.touched import touched as find_touched
from according.model import Deed, Source, SourceKind
from according.overrides import AliasRule, EntityOverride, Overrides

TEXTS = {
    "one": "Rain fell on Tel Amara and on Springfield. Ada Holm of the Harbour Board left Tel Amara.",
    "two": "Rain fell on Al Qasim and Al-Qaseem, then on Tel Amara in Wadiya. Port Haven in Freedonia was dry.",
    "three": "The Tide Bureau of Zed slept, and the Tide Bureau woke.",
}
MARKS = (*map(place, ("Tel Amara", "Springfield", "Al Qasim", "Al-Qaseem", "Wadiya", "Freedonia", "Port Haven")),)
MARKS += (person("Ada Holm"), body("Harbour Board"), body("Tide Bureau", "known name"))


@pytest.fixture
def touched(tmp_path):
    """What one entry did to other pages."""

    def told(name, file="places.yaml", **said):
        rule = EntityOverride(name, f"overrides/{file}", 7, **said)
        articles = {id_: article(text, id_) for id_, text in TEXTS.items()}
        notes = {id_: annotated(text, *MARKS) for id_, text in TEXTS.items()}
        with small_gazetteer(tmp_path) as gazetteer:
            found = link(articles, notes, gazetteer, Overrides(**{file.removesuffix(".yaml"): {name: rule}})).touched
        return {page: [(about, *e.deeds) for about, e in effects] for page, effects in found.items()}

    return told


@pytest.mark.parametrize(
    ("name", "file", "said", "other", "told"),
    [
        (
            "Al Qasim",
            "places.yaml",
            {"aliases": (AliasRule("Tel Amara", ("two",)),)},
            "places/tel-amara",
            ("places/al-qasim", Deed("take", "Tel Amara", "Al Qasim", 1, 1)),
        ),
        (
            "Freedonia",
            "actors.yaml",
            {"kind": "government"},
            "places/freedonia",
            ("actors/freedonia-government", Deed("to_actor", "Freedonia", "Freedonia", 1, 1)),
        ),
        (
            "Tide Bureau of Zed",
            "actors.yaml",
            {"kind": "group"},
            "actors/tide-bureau",
            ("actors/tide-bureau-of-zed", Deed("take", "Tide Bureau", "Tide Bureau of Zed", 1, 1)),
        ),
    ],
)
def test_a_page_tells_who_took_something_of_it(touched, name, file, said, other, told):
    """Be it some articles, all that a country had that still holds its towns, or words of a longer name."""
    assert touched(name, file, **said)[other] == [told]


def test_a_page_of_what_was_parted_tells_from_what(touched):
    """With what it lacks since."""
    ((about, first, *others),) = touched("Al Qasim", never=("Al-Qaseem",))["places/al-qaseem"]
    assert (about, first) == ("places/al-qasim", Deed("part", "", "Al-Qaseem", 1, 1))
    assert Deed("part_pinless", "", "Al-Qaseem") in others


def test_a_page_that_is_there_only_as_something_lies_in_it_tells_what(touched):
    """No article names the bay."""
    about, deed = "places/al-qasim", Deed("arise", "", "Greenland Bay Province")
    assert touched("Al Qasim", parent="Greenland Bay Province", geonames=4) == {
        "places/greenland-bay-province": [(about, deed)]
    }


def test_what_an_entry_does_to_its_own_page_is_told_of_no_other(touched):
    """Nor where another page is gone."""
    assert touched("Al Qasim", aliases=(AliasRule("Springfield"),), wikidata="Q1") == {}


def test_a_source_that_another_only_repeats_tells_by_which_line():
    """Where nothing else is told of either."""
    copy = Source("radio", "Radio", SourceKind.OUTLET, None, None, "agency", None)
    deed = Deed("copy", "", "Agency")
    done = (Deed("label", "", "local"), deed)
    assert list(find_touched(None, None, (copy,), ())) == []
    deeds = SimpleNamespace(touched=lambda rule, entities: ())
    assert list(find_touched(deeds, None, (copy,), done)) == [("sources/agency", (deed,))]
