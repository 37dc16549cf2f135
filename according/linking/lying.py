"""What follows where a person says what contains a place: for what lies in it, and for the country that it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.listing import listed
from according.linking.machine import Machine, page
from according.model import Linked, Place
from according.overrides import EntityOverride

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


def put_abroad(rules: Mapping[str, EntityOverride], linked: Linked, machine: Machine, went: Went) -> dict[str, str]:
    """By name of an entry whose "in" puts its page into another country: the one where it is without corrections."""
    by_name = {p.name: p for _, p in sorted(linked.places.items(), reverse=True) if p.overridden}
    said = ((name, by_name[name]) for name, rule in rules.items() if rule.parent and name in by_name)
    return {name: was for name, place in said for was in _countries(place, machine, went) if place.country}


def _countries(place: Place, machine: Machine, went: Went) -> Iterator[str]:
    """The country of the page that a place has come from, where that is another one."""
    own = page(place)
    came = sorted(old for old, new in went.items() if new == own) or [own]
    facts = machine.facts.get(own if own in came else came[0], {})
    if (was := facts.get("country")) and was != place.country:
        yield was
