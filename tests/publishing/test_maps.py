"""Maps: pins where they belong, names that do not collide, no finer than what is known, small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.cache import Store
from according.model import PlacePrecision
from according.publishing import ground, maps, outlines, towns
from according.publishing.maps import Pin, draw
from according.publishing.projection import Extent, degrees, fit
from according.publishing.towns import Town

SVG = "{http://www.w3.org/2000/svg}"
TOWN = PlacePrecision.TOWN
DAMASCUS = Pin(33.51, 36.29, "Damascus", TOWN, "places/damascus/")
needs_outlines = pytest.mark.skipif(not outlines.available(), reason="no package with outlines on this Python")


def parse(svg: str) -> ET.Element:
    """The drawing as a browser's parser would see it."""
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def of_class(svg: str, name: str) -> list[ET.Element]:
    """All elements of one class."""
    return [e for e in parse(svg).iter() if e.get("class") == name]


def dots(svg: str) -> list[tuple[float, float]]:
    """Where the pins stick."""
    return [tuple(map(float, re.findall(r"[\d.-]+", e.get("d", ""))[:2])) for e in of_class(svg, "map-dot")]


@pytest.fixture
def without_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Python on which the packages with outlines and towns are not installed."""

    def forget() -> None:
        for cached in (outlines.outlines, outlines.lakes, outlines.rivers, towns.known, towns.local):
            cached.cache_clear()

    monkeypatch.setattr(outlines, "PACKAGE", "no_such_package")
    monkeypatch.setattr(towns, "KNOWN", ("no_such_package", "x"))
    monkeypatch.setattr(towns, "LOCAL", ("no_such_package", "x"))
    forget()
    yield
    forget()


def test_no_pins_no_map() -> None:
    """What has no position is not put on a map."""
    assert draw([], title="Nothing") == ""
    assert draw([Pin(0, 0, "Somewhere", PlacePrecision.UNKNOWN)], title="Nothing") == ""


def test_names_and_links_are_escaped_and_told() -> None:
    """The drawing is well-formed whatever a place is called, with a title, a description and a link."""
    svg = draw([Pin(1, 1, 'A <b> & "c"', TOWN, 'x/?a="b"&c')], title="<Map> & co")
    assert parse(svg).find(f"{SVG}title").text == "<Map> & co"
    (link,) = of_class(svg, "map-pin")
    assert link.get("href") == 'x/?a="b"&c'
    assert link.find(f"{SVG}title").text == 'A <b> & "c"'


def test_a_map_with_links_is_a_group_and_one_without_an_image() -> None:
    """Links inside an image cannot be reached by assistive technology."""
    assert parse(draw([DAMASCUS], title="x")).get("role") == "group"
    assert parse(draw([Pin(1, 1, "A", TOWN)], title="x")).get("role") == "img"


def test_the_name_of_the_drawing_is_referenced() -> None:
    """Title and description are found under the ids that the drawing names."""
    root = parse(draw([DAMASCUS], title="Where", description="Damascus in Syria"))
    ids = root.get("aria-labelledby").split()
    assert [e.text for i in ids for e in root if e.get("id") == i] == ["Where", "Damascus in Syria"]


def test_two_maps_of_a_page_share_no_id() -> None:
    """Ids differ when the maps do."""
    one, two = (parse(draw([DAMASCUS], title=title)).get("aria-labelledby") for title in ("one", "two"))
    assert not set(one.split()) & set(two.split())


def test_only_points_and_towns_are_pins() -> None:
    """A district is a soft area and a village without a point of its own lies somewhere near: neither is a pin."""
    svg = draw(
        [
            DAMASCUS,
            Pin(36.5, 40.75, "District", PlacePrecision.AREA),
            Pin(36.0, 38.0, "Near here", PlacePrecision.PARENT),
        ],
        title="x",
    )
    assert len(dots(svg)) == 1
    assert len(of_class(svg, "map-area")) == 2
    assert all(float(e.get("r")) >= maps.SMALLEST_AREA for e in of_class(svg, "map-area"))


@needs_outlines
def test_a_country_is_tinted_as_a_whole() -> None:
    """No circle and no pin pretends to know where in the country; the country fills a good part of its map."""
    svg = draw([Pin(35, 38.5, "Syria", PlacePrecision.COUNTRY)], title="x")
    assert len(of_class(svg, "map-tint")) == 1
    assert not of_class(svg, "map-area")
    assert not dots(svg)
    assert "Syria" in {e.text for e in of_class(svg, "map-name")}
    assert "Syria" not in {e.text for e in of_class(svg, "map-country")}


@needs_outlines
def test_a_town_on_land_is_drawn_on_land() -> None:
    """Damascus is on land, a point off Malta is not, Chukotka is on both sides of the 180th meridian."""
    for latitude, longitude, on_land in (
        (33.51, 36.29, True),
        (34.5, 18.0, False),
        (66.5, 178.5, True),
        (66.5, -179.0, True),
    ):
        view = fit([Extent(longitude, latitude, 4)], 360, 240)
        shape = _polygons(ground.ground(view, (), None).paths["land"])
        assert any(outlines.inside(view.xy(longitude, latitude), ring) for ring in shape) is on_land


def _polygons(data: str) -> list[list[tuple[float, float]]]:
    """The rings of a path in whole tenths with relative steps."""
    rings = []
    for sub in data.split("M")[1:]:
        start, steps = sub.rstrip("z").split("l")
        x, y = map(int, start.split())
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        ring = [(x / 10, y / 10)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / 10, y / 10))
        rings.append([*ring, ring[0]])
    return rings


@needs_outlines
def test_the_antimeridian_does_not_tear_a_map() -> None:
    """Two islands of Fiji on both sides of the 180th meridian lie close together on a map of the region."""
    svg = draw([Pin(-18.14, 178.44, "Suva", TOWN), Pin(-16.8, -179.98, "Taveuni", TOWN)], title="Fiji")
    (x1, _), (x2, _) = sorted(dots(svg))
    assert 40 < x2 - x1 < 300
    assert float(parse(svg).get("viewBox").split()[3]) == 240


def test_far_apart_pins_are_on_a_map_of_the_world() -> None:
    """When no region holds them, the whole world is shown, with every pin inside."""
    svg = draw([Pin(40.7, -74, "New York", TOWN), Pin(35.7, 139.7, "Tokyo", TOWN)], title="x", size=maps.WIDE)
    width, height = map(float, parse(svg).get("viewBox").split()[2:])
    assert all(0 < x < width and 0 < y < height for x, y in dots(svg))
    assert not of_class(svg, "map-scale")


CITIES = [
    Pin(lat, lon, f"City {i}", TOWN, f"places/{i}/")
    for i, (lat, lon) in enumerate((lat, lon) for lat in (-30, 0, 20, 40, 60) for lon in (-110, -60, 0, 40, 90, 140))
]


def test_sizes() -> None:
    """A map of the world with 30 linked pins stays under 25 KB, a locator under 10 KB."""
    assert len(CITIES) == 30
    assert len(draw(CITIES, title="World", size=maps.WIDE)) < 25_000
    for latitude, longitude in ((37.05, 41.22), (60.4, 5.3), (37.4, 25.4), (-8, 115), (51.5, -0.1), (-52, -74)):
        assert len(draw([Pin(latitude, longitude, "A town", TOWN, "places/a/")], title="x")) < 10_000


precisions = st.sampled_from([p for p in PlacePrecision if p is not PlacePrecision.UNKNOWN])
pins = st.builds(
    Pin,
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    label=st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=30),
    precision=precisions,
    href=st.none() | st.just("places/a/index.html"),
)


def test_what_the_map_of_the_world_leaves_out_has_a_map_of_its_own() -> None:
    """Two places near the two poles: no map shows both, and one is better than none."""
    assert dots(draw([Pin(84, 0, "North", TOWN), Pin(-57, 0, "South", TOWN)], title="x"))
    assert draw([Pin(86, 0, "North", PlacePrecision.POINT), Pin(-72, 0, "South", PlacePrecision.COUNTRY)], title="x")


@settings(max_examples=20, deadline=None)
@given(st.lists(pins, min_size=1, max_size=4))
def test_any_pins_give_a_sound_map(found: list[Pin]) -> None:
    """Wherever they are: well-formed, pins inside the frame, the same drawing again, and not large."""
    svg = draw(found, title="x")
    if not svg:
        assert all(abs(pin.latitude) > 80 for pin in found)  # at a pole, which no map here can show
        return
    width, height = map(float, parse(svg).get("viewBox").split()[2:])
    assert all(0 <= x <= width and 0 <= y <= height for x, y in dots(svg))
    assert svg == draw(found, title="x")
    assert len(svg) < 25_000


def test_without_outlines_the_grid_tells_where_things_are(without_package: None) -> None:
    """On a Python without the package a map has meridians and parallels, pins and names, and no land."""
    svg = draw([DAMASCUS, Pin(35, 38.5, "Syria", PlacePrecision.COUNTRY)], title="x")
    assert of_class(svg, "map-grid")
    assert not of_class(svg, "map-land")
    assert len(dots(svg)) == 1
    assert len(of_class(svg, "map-area")) == 1
    assert draw(CITIES, title="World").count("<a ") == 30


@needs_outlines
def test_the_ground_is_drawn_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build takes the ground from the cache and gives the same bytes; a neighbour shares it."""
    with Store(tmp_path / "maps.sqlite") as store:
        first = draw([DAMASCUS], title="x", store=store)
    monkeypatch.setattr(ground, "_drawn", lambda *_: pytest.fail("the ground was drawn again"))
    with Store(tmp_path / "maps.sqlite") as store:
        assert draw([DAMASCUS], title="x", store=store) == first
        assert "Bab Tuma" in draw([Pin(33.5, 36.3, "Bab Tuma", TOWN)], title="x", store=store)


def test_towns_of_the_caller_are_shown_for_orientation() -> None:
    """Small dots with names, none for the pin itself and none on top of it."""
    around_it = [Town("Damascus", 33.51, 36.29), Town("Next door", 33.511, 36.291), Town("Homs", 34.73, 36.72)]
    svg = draw([DAMASCUS], title="x", towns=around_it)
    names = {e.text for e in of_class(svg, "map-town") if e.text and not e.text.endswith(" km")}
    assert names == {"Homs"}


@needs_outlines
def test_nearby_towns_and_countries_are_named() -> None:
    """A reader who does not know the place sees what it is near to."""
    svg = draw([Pin(37.05, 41.22, "Qamishli", TOWN)], title="x")
    assert "Mosul" in {e.text for e in of_class(svg, "map-town")}
    assert {"Syria", "Turkey", "Iraq"} <= {e.text for e in of_class(svg, "map-country")}


def test_the_scale_is_true() -> None:
    """The bar is as long as it says, measured at the middle of the map."""
    svg = draw([Pin(0.0, 10.0, "A", TOWN)], title="x", towns=[])
    (bar,) = of_class(svg, "map-scale")
    length = float(re.search(r"h([\d.]+)", bar.get("d")).group(1))
    label = next(e.text for e in of_class(svg, "map-town") if e.text)
    assert label == "100 km"
    view = fit([Extent(10.0, 0.0, degrees(420, 0))], *maps.SMALL)
    assert length == pytest.approx(100 / 111.32 * 360 / view.span, abs=0.2)
