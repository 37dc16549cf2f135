"""Who cites whom, who is named how often, what a link's preview says, and the picture for links."""

import json

import pytest
from fixture import site

from according.publishing import pages, pictures
from according.publishing.views.citing import citing
from according.publishing.views.naming import named_in
from according.publishing.views.previews import parts, previews


@pytest.fixture(scope="module")
def made():
    """The pages of the small site, not yet laid out."""
    return pages.Pages(site())


@pytest.fixture(scope="module")
def desk(made):
    """The desk at the site's root."""
    return made._desks[""]


def test_the_overview_of_citations_says_in_words_what_it_draws(desk):
    """As many lines as pairs, and nobody cites themselves."""
    found = citing(desk)
    pairs = [(c.outlet.text, s.text) for c in found.words for s, _ in c.cited]
    assert str(found.picture).count("<path") == len(pairs) > 0
    assert [p for p in pairs if p[0] == p[1]] == []
    assert {o.source.text for o in found.outlets} == {outlet for outlet, _ in pairs}


def test_a_reason_counts_claims_and_the_sources_that_make_them(made):
    """Two claims of one source are two claims of one source."""
    assert named_in(["ministry", "mayor", "ministry"], made.words) == "named in 3 claims of 2 sources"


def test_what_no_claim_names_has_no_reason(desk):
    """There is nothing to count."""
    assert desk.register.named("nobody") == ""


def test_every_page_that_can_be_linked_has_a_preview_where_the_script_looks_for_it(desk):
    """The part of an address is the sum of its letters."""
    count = parts(desk.register.site)
    found = {}
    for path, script in previews(desk).items():
        entries = json.loads(script.removeprefix("accordingPeek(").rstrip().removesuffix(");"))
        assert {sum(map(ord, key)) % count for key in entries} == {int(path.removeprefix("peek/").removesuffix(".js"))}
        found |= entries
    wanted = {f"places/{i}" for i in desk.linked.places} | {f"sources/{i}" for i in desk.linked.sources}
    assert wanted <= found.keys()
    assert all(lines[0] for lines in found.values())


@pytest.mark.skipif(not pictures.available(), reason="the package that draws is not installed")
def test_the_pictures_for_links_are_drawn_the_same_each_time(made):
    """PNG of the size that services show, one for the site and one an event."""
    drawn = made.pictures(None)
    assert drawn == made.pictures(None)
    assert len(drawn) == 1 + len(site().events.events)
    for png in drawn.values():
        assert png.startswith(b"\x89PNG")
        assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (pictures.WIDTH, pictures.HEIGHT)


@pytest.mark.skipif(not pictures.available(), reason="the package that draws is not installed")
def test_what_a_picture_cannot_hold_is_left_out_of_it():
    """A name may hold characters that no XML has."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><text>{}</text></svg>'
    assert pictures._png(svg.format("a\x01b\x1b\ufffe"), None) == pictures._png(svg.format("ab"), None)


def test_letters_that_the_fonts_lack_are_not_drawn_as_boxes():
    """A title in Arabic is left out of the picture; the page has it."""
    assert (pictures._known("Łódź, Київ"), pictures._known("دمشق")) == ("Łódź, Київ", "")
