"""Addresses that only corrections made lead on when the corrections are others, or gone."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, place, said, small_gazetteer

from according.events.ledger import Ledger, dump_ledger, read_ledger
from according.linking.corpus import link
from according.linking.remembered import remember
from according.model import Equation, SourceKind, Span
from according.overrides import AliasRule, EntityOverride, Overrides
from according.publishing.redirects import ends

TEXT = "Rain fell on Al Qasim, then on Tel Amara and on Port Haven. The Harbour Board left. Snow buried Zork."
MARKS = (place("Al Qasim"), place("Tel Amara"), place("Port Haven"), body("Harbour Board", "known name"))


@pytest.fixture
def linked(tmp_path):
    """The corpus under a name for each of some places and actors."""
    with small_gazetteer(tmp_path) as gazetteer:

        def made(*, hide=False, **renamed):
            rules = {
                file: {
                    new: EntityOverride(new, f"{file}.yaml", 1, aliases=(AliasRule(old),), hide=hide)
                    for new, old in names
                }
                for file, names in renamed.items()
            }
            return link({"one": article(TEXT)}, {"one": annotated(TEXT, *MARKS)}, gazetteer, Overrides(**rules))

        yield made


def test_a_name_that_was_corrected_leads_to_the_next_and_back(linked):
    """From the first correction to the second, and to what there is without any."""
    first, known = remember(linked(places=[("Amra", "Tel Amara")], actors=[("Board", "Harbour Board")]), {})
    assert known == {"actors/board": "actors/harbour-board", "places/amra": "places/tel-amara"}
    assert first.moved["places/tel-amara"] == "places/amra"
    second, known = remember(linked(places=[("Amara Hill", "Tel Amara")]), known)
    assert second.moved[second.moved["places/amra"]] == "places/amara-hill"
    assert second.moved["actors/board"] == "actors/harbour-board"
    last, known = remember(linked(), known)
    leading = {old: new for old, new in last.moved.items() if old.startswith("places/am")}
    assert leading == {"places/amra": "places/tel-amara", "places/amara-hill": "places/tel-amara"}
    assert remember(linked(), known) == (last, known)


def test_what_is_hidden_keeps_its_address(linked):
    """It is told there that it is hidden, and leads on when nobody says so any more."""
    renamed = {"places": [("Amra", "Tel Amara")], "actors": [("Board", "Harbour Board")]}
    _, known = remember(linked(hide=True, **renamed), {})
    assert known == remember(linked(**renamed), {})[1] == remember(linked(hide=True, **renamed), known)[1]
    found, _ = remember(linked(), known)
    assert {old: found.moved[old] for old in known} == known


def test_an_address_under_another_name_leads_on_when_nobody_gives_that_name_any_more(linked):
    """It had led to the page of whom people gave the name."""
    found, known = remember(linked(actors=[("Harbour Board", "Dockers")]), {})
    assert found.moved["actors/dockers"] == "actors/harbour-board"
    assert remember(linked(), known)[0].moved["actors/dockers"] == "actors/harbour-board"


def test_what_had_no_page_before_leads_to_what_is_called_so_since(linked):
    """Under another name, or as another sort; without any such correction it is no more."""
    _, known = remember(linked(places=[("Zork Hamlet", "Zork")]), {})
    assert known == {"places/zork": "", "places/zork-hamlet": "places/zork"}
    renamed, _ = remember(linked(places=[("Zork Farm", "Zork")]), known)
    assert ends(renamed.moved)["places/zork-hamlet"] == "places/zork-farm"
    turned, _ = remember(linked(actors=[("Zork", "Zork")]), known)
    assert {ends(turned.moved)[old] for old in known} == {"actors/zork"}
    last, left = remember(linked(), known)
    assert left == known
    assert last.unmade == ("places/zork", "places/zork-hamlet")
    assert ends(last.moved).keys() & known.keys() <= {"places/zork-hamlet"}


def test_what_has_a_page_leads_nowhere(linked):
    """An address that was made by a correction and is a page's without one is that page's."""
    found, known = remember(linked(), {"places/port-haven": "places/tel-amara"})
    assert "places/port-haven" not in found.moved
    assert known == {}


def test_the_ledger_keeps_addresses(tmp_path):
    """It is read as it was written."""
    ledger = Ledger(pages={"places/amra": "places/tel-amara"})
    (tmp_path / "ledger.yaml").write_text(dump_ledger(ledger), "utf8")
    assert read_ledger(tmp_path / "ledger.yaml") == ledger


def test_who_is_left_to_speak_leads_on_from_both_addresses(tmp_path):
    """Who has no statements is found where the actor came from who had them."""
    words = (
        "Rain hit the Harbour Board (HB). The Harbour Board ran, the Harbour Board hid. HB officials said that it left."
    )
    notes = annotated(words, body("Harbour Board", "known name"), body("HB", "known name"))
    spans = [Span(words.index(part), words.index(part) + len(part)) for part in ("Harbour Board", "HB")]
    source = said(words, "HB officials", "that it left", SourceKind.UNNAMED)
    notes = replace(notes, attributions=(source,), equations=(Equation(*spans, "written in brackets"),))
    rule = EntityOverride("Harbour Board", "actors.yaml", 1, ignore=True)
    with small_gazetteer(tmp_path) as gazetteer:
        found = link({"one": article(words)}, {"one": notes}, gazetteer, Overrides(actors={rule.name: rule}))
    assert "hb" in found.sources
    assert found.made == {"actors/hb": "actors/harbour-board", "sources/hb": "sources/harbour-board"}
