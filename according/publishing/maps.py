"""Maps as inline SVG: pins and areas over the outlines of the world, without a server of tiles.

Colours come from the stylesheet by class: map-sea, map-land, map-tint (a country that is meant as a whole), map-border,
map-lake, map-river, map-grid, map-area, map-dot, map-halo, map-hit (clear), map-name, map-town, map-country, map-scale.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from according.cache import Store
from according.model import PlacePrecision
from according.publishing.ground import CountryName, Ground, country_box, ground
from according.publishing.lettering import Lettered, Lettering, text_width
from according.publishing.projection import (
    NORTHMOST,
    SOUTHMOST,
    Extent,
    Region,
    View,
    degrees,
    fit,
    latitude,
    mercator,
)
from according.publishing.towns import Town

SMALL, WIDE = (360, 240), (720, 420)  # pixels; a small map is as wide as a phone
MOST_PINS = 150  # more are not told apart by the eye, and would make a page heavy; the first are drawn
MOST_TOWNS = 8
EDGE = 6.0  # pixels from the edge in which no town is drawn
APART = 14.0  # pixels between towns that are surely two

# How much country is shown around one pin, in kilometres from side to side.
CONTEXT = {
    PlacePrecision.POINT: 420.0,
    PlacePrecision.TOWN: 420.0,
    PlacePrecision.PARENT: 420.0,
    PlacePrecision.AREA: 700.0,
    PlacePrecision.COUNTRY: 1800.0,  # where its outline is not known
}
COUNTRY_MARGIN = 1.25
SMALL_COUNTRY = 600.0
# The diameter of the soft circle, in kilometres; a country has one only where its outline is not known.
SPREAD = {PlacePrecision.AREA: 90.0, PlacePrecision.PARENT: 30.0, PlacePrecision.COUNTRY: 400.0}
SMALLEST_AREA = 16.0  # its radius in pixels at least, so that it is never taken for a pin

DOT, TOWN_DOT, HIT = 4.5, 1.6, 12.0  # radii in pixels; HIT is what a finger meets
NAME_SIZE, TOWN_SIZE, COUNTRY_SIZE = 12.0, 10.0, 9.5
BOLD = 1.18  # how much wider bold letters are
SPACING = 1.6  # between the capitals of a country's name
SCALE_STEPS = (1, 2, 5)
GRID_STEPS = (0.25, 0.5, 1, 2, 5, 10, 15, 30)


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on a map. Only POINT and TOWN are drawn as a pin, the others as an area that is no finer than known."""

    latitude: float
    longitude: float
    label: str
    precision: PlacePrecision
    href: str | None = None


def draw(
    pins: Sequence[Pin],
    *,
    title: str,
    description: str = "",
    towns: Iterable[Town] | None = None,
    size: tuple[int, int] = SMALL,
    store: Store | None = None,
) -> str:
    """An SVG map of the pins, the most important first; ``towns`` for orientation are those of the world if None.

    Without a pin that can be drawn the result is empty. ``store`` keeps the ground between builds.
    """
    pins = [p for p in pins if p.precision is not PlacePrecision.UNKNOWN][:MOST_PINS]
    if not pins:
        return ""
    # A map of the world ends before the poles; where nothing is left on it, the first pin has a map of its own.
    views = (_viewed(some, size, store) for some in (pins, *([pin] for pin in pins)))
    view, pins = next((found for found in views if found[1]), (None, []))
    if view is None:
        return ""
    meant = {(p.longitude, p.latitude) for p in pins if p.precision is PlacePrecision.COUNTRY}
    under = ground(view, meant, store)
    sheet = _Sheet(view, under)
    body = "".join((*_base(view, under), *sheet.areas(pins), *sheet.lettered(pins, towns), *sheet.pins(pins)))
    return _framed(view, body, pins, title, description)


def _viewed(pins: Sequence[Pin], size: tuple[int, int], store: Store | None) -> tuple[View, list[Pin]]:
    """A view for some pins, and those of them that it shows."""
    view = fit([_extent(pin, size, store) for pin in pins], *size)
    return view, [pin for pin in pins if view.box[1] <= pin.latitude <= view.box[3]]


def _extent(pin: Pin, size: tuple[int, int], store: Store | None) -> Extent:
    """The pin with as much around it as tells where it is; a country with its own outline."""
    middle = pin.longitude, pin.latitude
    box = country_box(middle, store) if pin.precision is PlacePrecision.COUNTRY else None
    if box and box[1] > SOUTHMOST and box[3] < NORTHMOST:  # a land around a pole, Antarctica, fits on no map here
        west, south, east, north = box
        low, high = mercator(south), mercator(north)
        wide = max(east - west, (high - low) * size[0] / size[1]) * COUNTRY_MARGIN
        return Extent((west + east) / 2, latitude((low + high) / 2), max(wide, degrees(SMALL_COUNTRY, pin.latitude)))
    return Extent(pin.longitude, pin.latitude, degrees(CONTEXT[pin.precision], pin.latitude))


class _Sheet:
    """One map while it is drawn: where pins lie, and which room is still free."""

    def __init__(self, view: View, under: Ground) -> None:
        self.view = view
        self.under = under
        self.lettering = Lettering(view.width, view.height)

    def areas(self, pins: Sequence[Pin]) -> Iterator[str]:
        """Soft circles for what has no pin; a country is tinted as a whole where its outline is known."""
        for pin in pins:
            if radius := self._radius(pin):
                x, y = self.at(pin)
                yield f'<circle class="map-area" cx="{x}" cy="{y}" r="{radius:.1f}"/>'

    def _radius(self, pin: Pin) -> float:
        """The radius of a pin's soft circle; nothing for one that is drawn otherwise."""
        if _sharp(pin) or (pin.precision is PlacePrecision.COUNTRY and self.under.paths["tint"]):
            return 0.0
        return max(self.view.pixels(SPREAD[pin.precision], pin.latitude) / 2, SMALLEST_AREA)

    def lettered(self, pins: Sequence[Pin], towns: Iterable[Town] | None) -> Iterator[str]:
        """The names, in the order of their claim to room: pins, scale, towns, countries; drawn in reverse."""
        for pin in pins:
            if _sharp(pin):
                self.lettering.block(*self.at(pin), DOT + 1)
        names = [self._name(pin) for pin in pins]
        scale = self._scale()
        near = self._towns(pins, self.under.towns if towns is None else towns)
        countries = [self._country(name) for name in self.under.names]
        yield from (part for part in (*countries, *near, scale, *names) if part)

    def pins(self, pins: Sequence[Pin]) -> Iterator[str]:
        """The dots, the most important on top."""
        for pin in reversed(pins):
            x, y = self.at(pin)
            title = f"<title>{escape(pin.label)}</title>"
            dot = (
                f'<path class="map-halo" d="M{x} {y}h0"/><path class="map-dot" d="M{x} {y}h0"/>' if _sharp(pin) else ""
            )
            hit = f'<circle class="map-hit" cx="{x}" cy="{y}" r="{HIT:g}"/>'
            if pin.href:
                yield f'<a class="map-pin" href="{escape(pin.href)}">{title}{hit}{dot}</a>'
            else:
                yield f'<g class="map-pin">{title}{dot or hit}</g>'

    def at(self, pin: Pin | Town) -> tuple[float, float]:
        """Where something lies on the map, in tenths of a pixel at the finest."""
        west = self.view.box[0]
        longitude = (pin.longitude - west) % 360 + west
        x, y = self.view.xy(longitude, pin.latitude)
        return round(x, 1), round(y, 1)

    def _name(self, pin: Pin) -> str:
        """The name of a pin or a circle stands beside it, that of a country in its middle if there is room."""
        x, y = self.at(pin)
        radius = DOT + 1 if _sharp(pin) else self._radius(pin)
        wide = text_width(pin.label, NAME_SIZE * BOLD)
        placed = None if radius else self.lettering.at(pin.label, x, y, NAME_SIZE, wide)
        placed = placed or self.lettering.beside(pin.label, x, y, NAME_SIZE * BOLD, radius)
        return _text("map-name", placed, NAME_SIZE)

    def _scale(self) -> str:
        """A bar of a round length in kilometres, on maps of a region."""
        if not isinstance(self.view, Region):
            return ""
        middle = (self.view.box[1] + self.view.box[3]) / 2
        longest = self.view.width * 0.22 / self.view.pixels(1, middle)
        km = max(n * 10**e for n in SCALE_STEPS for e in range(5) if n * 10**e <= max(longest, 1))
        length, y = self.view.pixels(km, middle), self.view.height - 8
        placed = self.lettering.beside(f"{km} km", 8 + length, y - 1, TOWN_SIZE, 0)
        bar = f'<path class="map-scale" d="M8 {y - 4:g}v4h{length:.1f}v-4"/>'
        return bar + _text("map-town", placed, TOWN_SIZE) if placed else ""

    def _towns(self, pins: Sequence[Pin], towns: Iterable[Town]) -> list[str]:
        """Towns that are not pins, as far as there is room for their names."""
        named = {pin.label.casefold() for pin in pins}
        shown = [self.at(pin) for pin in pins if _sharp(pin)]
        parts: list[str] = []
        for town in towns:
            x, y = self.at(town)
            if town.name.casefold() in named or any(math.dist((x, y), other) < APART for other in shown):
                continue  # the pin itself, or a town that may be the same under another spelling
            if self.lettering.open(x, y, EDGE) and (
                placed := self.lettering.beside(town.name, x, y, TOWN_SIZE, TOWN_DOT)
            ):
                self.lettering.block(x, y, TOWN_DOT)
                shown.append((x, y))
                dot = f'<circle class="map-town" cx="{x}" cy="{y}" r="{TOWN_DOT}"/>'
                parts.append(dot + _text("map-town", placed, TOWN_SIZE))
            if len(parts) == MOST_TOWNS:
                break
        return parts

    def _country(self, name: CountryName) -> str:
        wide = text_width(name.name.upper(), COUNTRY_SIZE) + SPACING * len(name.name)
        for room, x, y in name.spots:
            if wide <= room and (placed := self.lettering.at(name.name, x, y, COUNTRY_SIZE, wide)):
                return _text("map-country", placed, COUNTRY_SIZE)
        return ""


def _sharp(pin: Pin) -> bool:
    return pin.precision in (PlacePrecision.POINT, PlacePrecision.TOWN)


def _text(kind: str, placed: Lettered | None, size: float) -> str:
    if placed is None:
        return ""
    anchor = "" if placed.anchor == "start" else f' text-anchor="{placed.anchor}"'
    place = f'x="{placed.x:g}" y="{placed.y:g}"'
    return f'<text class="{kind}" {place} font-size="{size:g}"{anchor}>{escape(placed.text)}</text>'


def _base(view: View, under: Ground) -> Iterator[str]:
    """The ground; without outlines the grid of meridians and parallels."""
    yield f'<rect class="map-sea" width="{view.width:g}" height="{view.height:g}"/>'
    yield '<g transform="scale(.1)">'
    if not under.paths["land"]:
        yield f'<path class="map-grid" d="{_grid(view)}"/>'
    for kind in ("land", "tint", "lakes", "rivers", "borders"):
        if data := under.paths[kind]:
            yield f'<path class="map-{kind.removesuffix("s")}" d="{data}"/>'
    yield "</g>"


def _grid(view: View) -> str:
    """Meridians and parallels at round degrees, in tenths of a pixel."""
    west, south, east, north = view.box
    step = next((s for s in GRID_STEPS if (east - west) / s <= 8), GRID_STEPS[-1])
    lines = [[(lon, south), (lon, north)] for lon in _multiples(west, east, step)]
    lines += [[(west, lat), (east, lat)] for lat in _multiples(south, north, step)]
    data = []
    for line in lines:
        (x1, y1), (x2, y2) = (view.xy(*point) for point in line)
        data.append(f"M{x1 * 10:.0f} {y1 * 10:.0f}L{x2 * 10:.0f} {y2 * 10:.0f}")
    return "".join(data)


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _framed(view: View, body: str, pins: Sequence[Pin], title: str, description: str) -> str:
    """The picture with its name and description; one with links is a group, since links in an image are not reached."""
    told = description or ", ".join(dict.fromkeys(pin.label for pin in pins[:10]))
    id_ = "map-" + hashlib.sha256(repr((title, told, view)).encode()).hexdigest()[:8]
    role = "group" if any(pin.href for pin in pins) else "img"
    return (
        f'<svg class="map-picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {view.width:g} {view.height:g}" '
        f'role="{role}" aria-labelledby="{id_}-t {id_}-d" direction="ltr">'
        f'<title id="{id_}-t">{escape(title)}</title><desc id="{id_}-d">{escape(told)}</desc>{body}</svg>'
    )
