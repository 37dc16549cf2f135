"""A place or an actor of which a person wants no page: events and texts go on naming it, nothing leads there."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from fixture import site

from according.publishing import compose, part_hidden
from according.publishing.site import Site

HIDDEN = "tel-marwan"
WHO = "northern-command"


def hiding(made: Site, *ids: str) -> Site:
    """The site with a place or an actor hidden, also as a source, as the build parts them."""
    kinds = ("places", "actors", "sources")
    parted = {
        k: {i: dataclasses.replace(e, hidden=i in ids) for i, e in getattr(made.linked, k).items()} for k in kinds
    }
    linked, hidden = part_hidden(dataclasses.replace(made.linked, **parted))
    return dataclasses.replace(made, linked=linked, hidden=hidden)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of text of the site without the pages of the village where both events were and of who takes part."""
    made = site(site_url="https://example.org/", cache=tmp_path_factory.mktemp("cache"))
    written = compose(hiding(made, HIDDEN, WHO)).items()
    return {p: c if isinstance(c, str) else c.decode("utf8", "replace") for p, c in written if not p.endswith(".png")}


@pytest.mark.parametrize("address", [f"places/{HIDDEN}", f"actors/{WHO}", f"sources/{WHO}"])
def test_nothing_leads_to_what_is_hidden(files: dict[str, str], address: str) -> None:
    """It has neither page nor feed, and no page, map, search, preview or sitemap holds its address."""
    assert not [path for path in files if path.startswith(f"{address}/")]
    assert [path for path, text in files.items() if address in text] == []


def test_directory_and_map_leave_a_hidden_place_out(files: dict[str, str]) -> None:
    """They list pages."""
    for page in ("places/index.html", "map/index.html"):
        assert "Tel Marwan</a>" not in files[page]
        assert '"name">Tel Marwan' not in files[page]


def rows(files: dict[str, str], name: str) -> list[dict[str, Any]]:
    """A table of the public files."""
    return [json.loads(line) for line in files[f"data/{name}.jsonl"].splitlines()]


@pytest.mark.parametrize("name", ["Tel Marwan", "Northern Command"])
def test_an_event_keeps_its_place_and_who_takes_part_as_text(files: dict[str, str], name: str) -> None:
    """On its page, and in the table of events."""
    (event, *_) = [e for e in rows(files, "events") if e["place"] == HIDDEN and WHO in e["actors"]]
    facts = files[event["url"]].partition("<dl")[2].partition("</dl>")[0]
    assert name in facts
    assert f"{name}</a>" not in facts


def test_the_table_of_places_has_a_hidden_place_without_a_page(files: dict[str, str]) -> None:
    """Events and mentions refer to it."""
    features = {f["id"]: f for f in json.loads(files["data/places.geojson"])["features"]}
    assert {i for i, f in features.items() if f["properties"]["url"] is None} == {HIDDEN}
    assert json.loads(files["data/build.json"])["counts"]["places"] == len(features)


def test_the_tables_have_a_hidden_actor_without_a_page(files: dict[str, str]) -> None:
    """Events, mentions and claims refer to it, and what it says to it as a source."""
    found = {kind: {r["id"] for r in rows(files, kind) if r["url"] is None} for kind in ("actors", "sources")}
    assert found == {"actors": {WHO}, "sources": {WHO}}
    assert json.loads(files["data/build.json"])["counts"]["actors"] == len(rows(files, "actors"))


def test_what_lies_in_a_hidden_place_is_listed_by_what_holds_both(tmp_path: object) -> None:
    """The village lies in the hidden city: its page says so without a link, the province's page leads to it."""
    made = compose(hiding(site(cache=tmp_path), "nahr-city"))
    province, village = (str(made[f"places/{p}/index.html"], "utf8") for p in ("nahr-province", HIDDEN))  # type: ignore[arg-type]
    assert f"places/{HIDDEN}/index.html" in province.partition("<dl")[2].partition("</dl>")[0]
    assert "Nahr City" in village.partition("<dl")[2].partition("</dl>")[0]
    assert "places/nahr-city/" not in village
