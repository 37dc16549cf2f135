"""Maps: the locator on a page, and the page of all places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from according.model import Place, PlacePrecision
from according.publishing import links, maps
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Ref

PINNED = (PlacePrecision.POINT, PlacePrecision.TOWN)
DRAWN = (*PINNED, PlacePrecision.PARENT)  # what a map of many shows; areas would lie over one another
LISTED = 200  # places named beside the map; all of them are in the index


@dataclass(frozen=True, slots=True)
class Located:
    """A place on the map, and how many events it has."""

    place: Ref
    precision: str
    events: int


@dataclass(frozen=True, slots=True)
class MapView:
    """The page of the places of events: where these took place, on the map or not, and what else they name."""

    page: Page
    map: Markup
    places: tuple[Located, ...]
    unlocated: tuple[Located, ...]
    naming: tuple[Located, ...]
    more: int


def locator(desk: Desk, ids: Iterable[str], title: str, size: tuple[int, int] = maps.SMALL) -> Markup:
    """A small map of some places, or nothing when none of them can be drawn."""
    pins, store = pins_of(desk, ids), desk.register.store
    draw = lambda: Markup(maps.draw(pins, title=title, size=size, store=store))  # noqa: E731, S704 - escaped in there
    return desk.register.memo.recall("map", (pins, title, size), (), draw)


def pins_of(desk: Desk, ids: Iterable[str]) -> tuple[maps.Pin, ...]:
    """What a map shows of some places."""
    return tuple(pin for i in ids if (p := desk.linked.places.get(i)) and (pin := _pin(desk, p)))


def drawable(desk: Desk, ids: Iterable[str]) -> list[str]:
    """The places that a map of many can show; areas only where there is nothing finer."""
    places = desk.linked.places
    found = [i for i in ids if i in places and _pin(desk, places[i])]
    return [i for i in found if places[i].precision in DRAWN] or [
        i for i in found if places[i].precision is PlacePrecision.AREA
    ]


def map_page(desk: Desk, page: Page) -> MapView:
    """The map of every place at which an event happened."""
    register = desk.register
    here = Counter(b.place for b in register.briefs.values() if b.place in desk.linked.places)
    named = {p: len(es) for p, es in register.events_of_place.items() if p in desk.linked.places and p not in here}
    counts = {**named, **{p: n for p, n in here.items() if p}}
    ordered = sorted(counts, key=lambda p: (-counts[p], p))
    pinned = drawable(desk, [p for p in ordered if p in here])
    rest = [p for p in ordered if p in here and p not in {*pinned}]
    others = [p for p in ordered if p in named]
    return MapView(
        page=page,
        map=locator(desk, pinned, page.title, maps.WIDE),
        places=tuple(_located(desk, p, counts[p]) for p in pinned[:LISTED]),
        unlocated=tuple(_located(desk, p, counts[p]) for p in rest[:LISTED]),
        naming=tuple(_located(desk, p, counts[p]) for p in others[:LISTED]),
        more=sum(max(len(found) - LISTED, 0) for found in (pinned, rest, others)),
    )


def _located(desk: Desk, id_: str, events: int) -> Located:
    ref = desk.place(id_) or Ref(id_, None)
    return Located(ref, desk.words.term("precision", desk.linked.places[id_].precision), events)


def shown_about(desk: Desk, place: Place) -> Place | None:
    """What a place without a point of its own is shown about: the nearest of what contains it that has one."""
    around = (p for i in place.parents if (p := desk.linked.places.get(i)) and p.precision is not PlacePrecision.PARENT)
    return next((p for p in around if p.latitude is not None), None)


def _pin(desk: Desk, place: Place) -> maps.Pin | None:
    """The place's pin or area; a place without a point of its own is an area about the nearest that has one."""
    if place.latitude is not None and place.longitude is not None:
        return _at(desk, place, place.name, place.precision)
    holder = shown_about(desk, place)
    if holder and holder.precision in PINNED:
        return _at(desk, holder, desk.words("map.near", place=holder.name), PlacePrecision.PARENT)
    return _at(desk, holder, holder.name, holder.precision) if holder else None


def _at(desk: Desk, place: Place, label: str, precision: PlacePrecision) -> maps.Pin | None:
    if place.latitude is None or place.longitude is None:
        return None
    href = desk.root + links.page("places", place.id)
    return maps.Pin(latitude=place.latitude, longitude=place.longitude, label=label, precision=precision, href=href)
