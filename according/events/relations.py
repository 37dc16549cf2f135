"""How events hang together: part of, follows, same day and place; each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from according.model import Event, Linked, PlacePrecision, Relation

MOST_RELATED = 8
LONGEST_GAP = 14  # days between an event and what follows it
LEAST_ACTORS = 2
MAIN_ACTORS = 5  # of each event's actors; the others only pass by
WIDEST = {PlacePrecision.COUNTRY, PlacePrecision.AREA}  # to share such a place says little


def relate(events: Mapping[str, Event], linked: Linked) -> dict[str, tuple[Relation, ...]]:
    """The related events of each event, the closest first."""
    found: defaultdict[str, list[tuple[int, int, Relation]]] = defaultdict(list)
    for a, b in sorted(_neighbours(events, linked)):
        for event, other in ((events[a], events[b]), (events[b], events[a])):
            if related := _relation(event, other, linked):
                strength, relation = related
                found[event.id].append((strength, _gap(event, other), relation))
    return {
        key: tuple(r for _, _, r in sorted(rows, key=lambda row: (*row[:2], row[2].event))[:MOST_RELATED])
        for key, rows in found.items()
    }


def _neighbours(events: Mapping[str, Event], linked: Linked) -> set[tuple[str, str]]:
    """Pairs that share a narrow place or a main actor; what nearly all share ties nothing together."""
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for event in events.values():
        for key in _handles(event, linked):
            holding[key].append(event.id)
    widespread = max(12, len(events) // 10)
    return {
        (min(a, b), max(a, b))
        for holders in holding.values()
        if len(holders) <= widespread
        for i, a in enumerate(holders)
        for b in holders[i + 1 :]
    }


def _handles(event: Event, linked: Linked) -> Iterator[str]:
    if event.place and event.place in linked.places:
        place = linked.places[event.place]
        yield from (f"place {p}" for p in (place.id, *place.parents[:1]))
    yield from (f"actor {a}" for a in event.actors[:MAIN_ACTORS])


def _relation(event: Event, other: Event, linked: Linked) -> tuple[int, Relation] | None:
    """How one event is tied to another; the number orders ties from the closest."""
    same_place = event.place is not None and event.place == other.place and not _is_wide(event.place, linked)
    if same_place and event.start and event.start == other.start:
        return 0, Relation(other.id, "same day and place", f"Both in {_name(event.place, linked)}, on the same day.")
    if _is_inside(event, other, linked):
        reason = f"{_name(event.place, linked)} is in {_name(other.place, linked)}, on the same days."
        return 1, Relation(other.id, "part of", reason)
    shared = sorted(set(event.actors[:MAIN_ACTORS]) & set(other.actors[:MAIN_ACTORS]))
    if not (same_place or len(shared) >= LEAST_ACTORS) or not event.start or not other.start:
        return None
    if 0 < abs((event.start - other.start).days) <= LONGEST_GAP:
        how = "follows" if event.start > other.start else "is followed by"
        what = _name(event.place, linked) if same_place else _names(shared, linked)
        days = abs((event.start - other.start).days)
        return 2, Relation(other.id, how, f"Both with {what}, {days} {'day' if days == 1 else 'days'} apart.")
    return None


def _is_inside(event: Event, other: Event, linked: Linked) -> bool:
    """Same kind, at a place inside the other's, within its days."""
    if not (event.place and other.place and event.start and other.start and other.end):
        return False
    inside = other.place in linked.places[event.place].parents
    return inside and event.type == other.type and other.start <= event.start <= other.end


def _is_wide(place: str | None, linked: Linked) -> bool:
    return place is not None and linked.places[place].precision in WIDEST


def _gap(event: Event, other: Event) -> int:
    return abs((event.start - other.start).days) if event.start and other.start else LONGEST_GAP


def _name(place: str | None, linked: Linked) -> str:
    return linked.places[place].name if place else ""


def _names(actors: Iterable[str], linked: Linked) -> str:
    return " and ".join(linked.actors[a].name for a in actors if a in linked.actors)
