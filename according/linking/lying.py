"""What follows where a person says what contains a place, for what lies in it; and what its page has without that."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import takewhile

from according.linking.forms import fold, without_mark
from according.linking.listing import listed
from according.linking.machine import Facts, Machine, page
from according.model import Alone, Deed, Linked, Place

Went = Mapping[str, str]  # pages of the machine's -> where their mentions are now


def moved_along(place: Place, linked: Linked, machine: Machine, went: Went) -> str:
    """The names of places that no entry is about, and that lie in something else because this one does."""
    own, names = page(place), []
    for id_, other in sorted(linked.places.items()):
        before = machine.facts.get(f"places/{id_}")
        if before and not other.overridden:
            was = [went.get(f"places/{above}", f"places/{above}") for above in before["in"]]
            now = [f"places/{above}" for above in other.parents]
            names += [other.name] if was != now and own in (*was, *now) else []
    return listed(names)


def arisen_above(place: Place, linked: Linked, known: frozenset[str | int]) -> Iterator[Deed]:
    """The pages that are there only as a place lies in them now; ``known``: the machine's, and the entries of these.

    What lies in something that has an entry does so by that one, which tells it.
    """
    above = takewhile(lambda p: not p.overridden, (linked.places[id_] for id_ in place.parents))
    names = [p.name for p in above if not p.forms and known.isdisjoint({page(p), p.entry})]
    if names:
        yield Deed("arise_all", "", listed(names)) if len(names) > 1 else Deed("arise", "", names[0])


def fallen_out(pages: Collection[str], linked: Linked, machine: Machine) -> Iterator[Deed]:
    """What became of places that no entry is about, and that lay first in what has no page any more."""
    names = []
    for id_, other in sorted(linked.places.items()) if pages else ():
        was = machine.facts.get(f"places/{id_}", {}).get("in", ())[:1]
        if not other.overridden and any(f"places/{above}" in pages and above not in other.parents for above in was):
            names.append(other.name)
    if names:
        yield Deed("lie", "", listed(names))


def beside(place: Place, before: Facts, linked: Linked, machine: Machine) -> Iterator[Deed]:
    """What became of other pages of its name: those that are there only now, as they hold others; and new titles."""
    alike = {fold(without_mark(name)) for name in (place.name, before.get("name", "")) if name}
    for id_, other in sorted(linked.places.items()):
        if other.overridden or id_ == place.id or fold(without_mark(other.name)) not in alike:
            continue
        was = machine.facts.get(f"places/{id_}")
        if was is None and not other.forms:
            yield Deed("arise", "", other.name)
        elif was and was["name"] != other.name:
            yield Deed("call", was["name"], other.name)


def found_alone(linked: Linked, machine: Machine, went: Went) -> dict[str, Alone]:
    """By name of a place with an entry, what its page has without corrections, if it has one."""
    came = {new: old for old, new in sorted(went.items(), reverse=True)}
    found: dict[str, Alone] = {}
    for place in (p for _, p in sorted(linked.places.items(), reverse=True) if p.overridden):
        own = page(place)
        facts = machine.facts.get(own if went.get(own, own) == own else came.get(own, ""), {})
        if "geonames" in facts:  # the page of a place
            found[place.name] = Alone(facts["country"], facts["geonames"])
    return found
