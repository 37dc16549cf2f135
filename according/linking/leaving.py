"""What is told of a page that people parted from another, besides how much of it left: its kind, and where it is."""

from __future__ import annotations

from collections.abc import Iterator

from according.linking.machine import Facts
from according.linking.toponyms.distance import between
from according.model import Actor, Deed, Linked, Place, PlacePrecision

PINNED = frozenset({PlacePrecision.POINT.value, PlacePrecision.TOWN.value})  # of what is no area
NEAR = 0.05  # kilometres that a pin may differ by and be the same


def kind_apart(entity: Place | Actor, before: Facts) -> Iterator[Deed]:
    """That it is of another kind than the page that it left."""
    if entity.kind != before["kind"]:
        yield Deed("part_kind", entity.name, entity.kind)


def place_apart(place: Place, before: Facts, linked: Linked, *, pin: bool = True) -> Iterator[Deed]:
    """That it lies elsewhere than the page that it left, or nowhere that is known, and what that means for its pin.

    The ``pin`` may have been told of already.
    """
    above, was = next(iter(place.parents), ""), next(iter(before["in"]), "")
    if above != was and above:
        yield Deed("part_in", place.name, linked.places[above].name)
    elif above != was:
        yield Deed("part_nowhere", "", place.name)
    if not pin:
        return
    pinned = place.precision.value in PINNED
    if before["precision"] in PINNED and not pinned:
        yield Deed("part_pinless", "", place.name)
    elif pinned and place.latitude is not None and place.longitude is not None:
        at = before["at"]
        if at is None or between((at[0], at[1]), (place.latitude, place.longitude)) > NEAR:
            yield Deed("part_pin", "", place.name)
