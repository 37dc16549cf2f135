"""What people say contains what: nothing lies in itself, and what lies in a place lies in all that contains it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from according.model import Place, PlacePrecision

Places = Mapping[str, Place]
Above = Mapping[str, str]  # by id of a place, the id of the one that a person says contains it

_VAST = frozenset({"country", "region", "sea"})  # their middle does not stand for a place in them


def without_circles(said: Above, places: Places) -> tuple[dict[str, str], tuple[tuple[str, ...], ...]]:
    """What is said but for all that goes in a circle, and each circle, from a place upwards back to it."""
    kept, circles = dict(said), list[tuple[str, ...]]()
    holders = {id_: (kept[id_],) if id_ in kept else places[id_].parents for id_ in sorted(places)}
    while kept and (circle := _circle(holders)):
        if any(id_ in kept for id_ in circle):
            circles.append(circle)
        for id_ in circle:
            holders[id_] = places[id_].parents if kept.pop(id_, None) else ()
    return kept, tuple(circles)


def _circle(holders: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A way up that comes back to where it starts, if there is one."""
    try:
        TopologicalSorter(holders).prepare()
    except CycleError as error:
        way: list[str] = error.args[1][::-1]
        first = way.index(min(way))
        return (*way[first:-1], *way[:first], way[first])
    return ()


def as_far_as(outer: str, inner: Place) -> Place:
    """A place that no gazetteer has without what the program put between it and what contains it."""
    if inner.entry is not None or outer not in inner.parents:
        return inner
    return replace(inner, parents=inner.parents[inner.parents.index(outer) :])


def placed(places: Places, above: Above) -> dict[str, Place]:
    """The places in what contains them as people say, those without a point of their own about it.

    What no gazetteer has is in the country of what contains it.
    ``above`` goes in no circle.
    """
    within = {i: replace(p, parents=_upward(i, places, above)) if above else p for i, p in places.items()}
    unknown = {i for i, p in places.items() if p.precision is PlacePrecision.UNKNOWN and i in above}
    floating = unknown | {i for i, p in places.items() if p.precision is PlacePrecision.PARENT}
    moved = {i for i, p in within.items() if p.entry is None and p.parents != places[i].parents}
    found = {i: _within(p, within, floating | moved) if i in floating | moved else p for i, p in within.items()}
    return {i: _about(place, within, floating) if i in floating else place for i, place in found.items()}


def _upward(place: str, places: Places, above: Above) -> tuple[str, ...]:
    """All that contains a place, the nearest first."""

    def directly(inner: str) -> tuple[str, ...]:
        if inner not in above:
            return places[inner].parents
        holder = above[inner]
        return (holder,) if holder in above else (holder, *places[holder].parents)

    found: dict[str, None] = {}
    waiting = directly(place)
    while waiting:
        here, *rest = waiting
        found[here] = None
        waiting = directly(here) if here in above else tuple(rest)
    return tuple(found)


def _within(place: Place, places: Places, others: Collection[str]) -> Place:
    """A place in the country of what contains it, but for ``others``, which are in that of what contains them."""
    if not place.parents:
        return place
    around = (places[p] for p in place.parents if p not in others)
    return replace(place, country=next((p.country for p in around if p.country), None))


def _about(place: Place, places: Places, floating: Collection[str]) -> Place:
    """A place shown about the nearest of what contains it that has a point of its own, unless that is too vast."""
    around = [places[p] for p in place.parents]
    if not around:
        return place
    holder = next((p for p in around if p.id not in floating or p.kind in _VAST), None)
    point = (holder.latitude, holder.longitude) if holder and holder.kind not in _VAST else (None, None)
    return replace(place, precision=PlacePrecision.PARENT, latitude=point[0], longitude=point[1])
