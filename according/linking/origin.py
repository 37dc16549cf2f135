"""Which page of the machine's an entity of a correction is, where others may have come to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from according.linking.forms import fold
from according.linking.machine import Machine
from according.linking.ways import NOWHERE, Way, total
from according.model import Actor, Place, Source

Entity = Place | Actor | Source


def origin(
    pages: Mapping[str, Entity],
    origins: Mapping[str, Collection[Way]],
    machine: Machine,
    now: Callable[[str], Entity | None],
) -> str:
    """The page that the machine would have made of it: of its name and sort if there is one, else of most.

    None of a source that had a page as an actor or a place and gets a voice only now. ``origins`` is what came to its
    ``pages`` by where it came from, ``now`` what has its page at an address.
    """
    if any(_is_new_voice(address, entity, machine) for address, entity in pages.items()):
        return NOWHERE
    names, sorts = {fold(e.name) for e in pages.values()}, {p.partition("/")[0] for p in pages}
    own = dict.fromkeys(p for p in pages if p in machine.facts)
    known = [o for o in {**origins, **own} if o and (o in pages or not (now(o) and _is_swallowed(origins.get(o, ()))))]
    counts = {o: total(origins.get(o, ()))[0] for o in known}
    likest = {o: (fold(machine.facts[o]["name"]) not in names, o.partition("/")[0] not in sorts) for o in known}
    return min(known, key=lambda o: (likest[o], -counts[o], o), default=NOWHERE)


def _is_new_voice(address: str, entity: Entity, machine: Machine) -> bool:
    """Whether something speaks that had a page of its name, but none as a source."""
    if not isinstance(entity, Source) or address in machine.facts:
        return False
    shown = (machine.facts.get(f"{sort}/{entity.id}") for sort in ("actors", "places"))
    return any(facts is not None and fold(facts["name"]) == fold(entity.name) for facts in shown)


def _is_swallowed(ways: Collection[Way]) -> bool:
    """Whether nothing came from a page but words within longer names."""
    return bool(ways) and all(way.within for way in ways)
