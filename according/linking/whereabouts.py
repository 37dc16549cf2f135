"""What a correction changed of where a place is: its pin, what contains it, its id, and what lies in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from according.linking.leaving import NEAR, PINNED
from according.linking.lying import arisen_above, beside, moved_along
from according.linking.machine import Facts, Machine
from according.linking.toponyms.distance import between
from according.linking.toponyms.pins import ANYWHERE
from according.model import Deed, Linked, Place
from according.overrides import EntityOverride

_DIVIDED = frozenset({"country", "province", "district"})  # in which a pin lies by what is nearest to it


class Whereabouts:
    """Tells of one place after another; ``went`` is where the mentions of pages of the machine's are now."""

    def __init__(self, machine: Machine, linked: Linked, went: Mapping[str, str]) -> None:
        self._machine, self._linked, self._went_to = machine, linked, went

    def told(self, rule: EntityOverride, place: Place, before: Facts, *, parted: bool) -> Iterator[Deed]:
        """What an entry changed of a place; ``parted``: of what a parted page lacks is told elsewhere."""
        new = "in" not in before  # it had no page as a place
        other = new or (before["entry"] != place.entry and not parted)
        if rule.at or rule.geonames or other:
            yield from _pinned(place, before)
        if rule.parent and before.get("in") != [*place.parents]:
            yield from self._lying(rule.parent, place, before)
        if not rule.parent:
            yield from self._lying_by_itself(rule, place, before)
        given, was = rule.geonames or (place.geonames_id if other else None), before.get("geonames")
        if given and was != given:
            yield Deed("geonames", "", str(given))
        elif other and was and was != place.geonames_id:
            yield Deed("no_geonames", str(was))
        arisen = arisen_above(place, self._linked, self._known)
        yield from dict.fromkeys((*arisen, *beside(place, before, self._linked, self._machine)))
        if (rule.parent or other) and (along := moved_along(place, self._linked, self._machine, self._went_to)):
            yield Deed("lie", "", along)

    @cached_property
    def _known(self) -> frozenset[str | int]:
        """The pages that the machine alone makes, and the gazetteer's entries of these."""
        facts = self._machine.facts
        return frozenset((*facts, *(shown["entry"] for shown in facts.values() if shown.get("entry"))))

    @cached_property
    def _doubted(self) -> frozenset[str]:
        """The places of which it is asked where they are."""
        return frozenset(item.about for item in self._linked.review if item.kind == "pin")

    def _lying_by_itself(self, rule: EntityOverride, place: Place, before: Facts) -> Iterator[Deed]:
        """What contains a place of which the entry does not say it, if it had no page of its own or a pin tells it."""
        above, new = self._linked.places.get(_first(place)), "in" not in before
        pinned = rule.at is not None and place.entry is None and place.kind not in ANYWHERE
        left = not new and before["id"] != place.id and before["id"] in self._linked.places
        other = left or before.get("in") != [*place.parents]
        if pinned and other and above:
            yield Deed("in" if above.kind not in _DIVIDED else "pin_in", "", above.name)
        elif pinned and other and not place.country:
            yield Deed("no_country")  # what lies in it tells nothing of that
        elif new and above:
            yield Deed("guess_in" if place.id in self._doubted else "in", "", above.name)

    def _lying(self, parent: str, place: Place, before: Facts) -> Iterator[Deed]:
        """What contains a place, now and before; two of one name are told apart, and one and the same is not told."""
        above = self._machine.facts.get(f"places/{next(iter(before.get('in', ())), '')}", {})
        now = self._linked.places.get(_first(place))
        if now is None or now.name != above.get("name"):
            yield Deed("in", above.get("name", ""), now.name if now else parent)
        elif str(now.kind) != above["kind"]:
            yield Deed("in", f"{now.name} ({above['kind']})", f"{now.name} ({now.kind})")


def _first(place: Place) -> str:
    """The nearest of what contains it."""
    return next(iter(place.parents), "")


def _pinned(place: Place, before: Facts) -> Iterator[Deed]:
    """Where a place is on the map, if that is elsewhere; of what is an area, only the middle is known."""
    old = before.get("at")
    if place.latitude is None or place.longitude is None:
        yield from [Deed("no_point")] if old else ()
        return
    moved = between((old[0], old[1]), (place.latitude, place.longitude)) if old else 0.0
    was, now = (before.get("precision") in PINNED, str(place.precision) in PINNED)
    if now and (old is None or (not was and moved <= NEAR)):
        yield Deed("set_pin")
    elif was != now:
        yield Deed("own_pin" if now else "no_pin", "", f"{moved:.1f}")
    elif moved > NEAR:
        yield Deed("move_pin" if now else "move_middle", "", f"{moved:.1f}")
