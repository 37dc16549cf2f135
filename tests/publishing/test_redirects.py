"""An address that people have kept leads to where its page is now."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from small_site import EVENT, small_site

from according.model import Deed, Effect
from according.publishing.pages import Pages
from according.publishing.redirects import make_redirects
from according.publishing.site import Site

LIVE = ["index.html", "places/dalma/index.html", "actors/ministry/index.html", f"events/{EVENT}/index.html"]


def moving(moved: dict[str, str], **settings: str) -> Site:
    """A site in which some pages moved."""
    site = small_site(**settings)
    return replace(site, linked=replace(site.linked, moved=moved), events=replace(site.events, moved={}))


def test_every_kind_of_page_may_move() -> None:
    """Places, actors and events leave a page at their old address."""
    files = make_redirects(small_site(), LIVE)
    assert set(files) == {
        "places/old-dalma/index.html",
        "actors/ministery/index.html",
        "events/fire/index.html",
    }


def test_it_works_without_javascript_and_keeps_the_anchor_with_it() -> None:
    """A refresh and a plain link lead on; the script, where it runs, takes the anchor along."""
    page = make_redirects(small_site(), LIVE)["places/old-dalma/index.html"]
    target = "../../places/dalma/index.html"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
    assert f'<a href="{target}">' in page
    assert f'location.replace("{target}" + location.search + location.hash)' in page
    assert re.search(r'<html lang="en"', page)
    assert "noindex" in page


def test_the_canonical_address_is_the_new_one() -> None:
    """Absolute when the site has an address, relative otherwise."""
    page = make_redirects(moving({"places/a": "places/dalma"}, site_url="https://example.org/x"), LIVE)[
        "places/a/index.html"
    ]
    assert '<link rel="canonical" href="https://example.org/x/places/dalma/">' in page
    page = make_redirects(moving({"places/a": "places/dalma"}), LIVE)["places/a/index.html"]
    assert '<link rel="canonical" href="../../places/dalma/index.html">' in page


def test_a_live_page_is_never_shadowed() -> None:
    """Where a new page stands at the old address, it stays."""
    assert make_redirects(moving({"actors/ministry": "places/dalma"}), LIVE) == {}


def test_nothing_leads_to_a_page_that_is_not_there() -> None:
    """A page that moved and then went away is simply gone."""
    assert make_redirects(moving({"places/a": "places/gone"}), LIVE) == {}


@pytest.mark.parametrize("steps", [{"places/a": "places/b", "places/b": "places/dalma"}])
def test_steps_are_followed_to_the_end(steps: dict[str, str]) -> None:
    """Two renames need one hop only, from either address."""
    files = make_redirects(moving(steps), LIVE)
    assert all('href="../../places/dalma/index.html"' in page for page in files.values())
    assert len(files) == 2


def test_circles_lead_nowhere() -> None:
    """Renaming there and back leaves no page that reloads for ever."""
    moved = {"places/a": "places/b", "places/b": "places/a", "places/c": "places/a", "places/d": "places/d"}
    assert make_redirects(moving(moved), LIVE) == {}


def test_odd_addresses_are_escaped() -> None:
    """An address cannot break out of the page that leads away from it."""
    files = make_redirects(moving({"places/a": 'places/x"y'}), [*LIVE, 'places/x"y/index.html'])
    assert 'url=../../places/x&quot;y/index.html"' in files["places/a/index.html"]


def test_where_nothing_lies_any_more_it_is_told_why() -> None:
    """At the address itself and at one that leads there; a page that stands is left alone."""
    whole = moving({"places/old": "places/nowhere"})
    gone = {"places/nowhere": (), "places/elsewhere": ("places/nowhere",)}
    empty = replace(whole, linked=replace(whole.linked, emptied=gone))
    laid = Pages(empty).taken_away({"places/elsewhere/index.html"})
    assert laid.keys() == {"places/nowhere/index.html", "places/old/index.html"}
    assert all(b"Since somebody corrected this site, nothing does." in page for page in laid.values())


def test_what_left_a_page_without_a_name_is_told_at_its_address() -> None:
    """Each correction once, under however many pages it is told; what leads there tells the same."""
    whole = moving({"places/old": "places/lost"})
    effect = Effect("overrides/places.yaml", 7, "Wadiya", (Deed("ignore", "", "Wadiya", 2, 1),))
    told = {"places/wadiya": (effect,), "actors/wadiya": (effect,)}
    left = {"places/lost": ("places/wadiya", "actors/wadiya")}
    laid = Pages(replace(whole, linked=replace(whole.linked, left=left, effects=told))).taken_away(())
    for address in ("places/lost", "places/old"):
        page = laid[f"{address}/index.html"]
        assert b"No name in the articles leads here any more" in page
        assert page.decode().count("overrides/places.yaml</span></code>, <span>“Wadiya”") == 1


def test_what_only_a_correction_had_made_is_told_to_be_no_more() -> None:
    """But where a page stands, or leads on, or somebody takes one away."""
    whole = moving({"places/old": "places/never"})
    unmade = ("places/elsewhere", "places/nowhere", "places/old", "places/taken")
    told = {"places/taken": (Effect("overrides/places.yaml", 7, "Taken", (Deed("ignore", "", "Taken", 2, 1),)),)}
    laid = Pages(replace(whole, linked=replace(whole.linked, unmade=unmade, effects=told))).taken_away(
        {"places/elsewhere/index.html"}
    )
    own = {p for p, page in laid.items() if b"Only a correction of this site had made it" in page}
    assert own == {"places/nowhere/index.html", "places/old/index.html"}
    assert "overrides/places.yaml</span></code>, <span>“Taken”" in laid["places/taken/index.html"].decode()
