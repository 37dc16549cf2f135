"""How events hang together: part of, follows, same day and place; each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from according.memo import FORGETFUL, Memo
from according.model import Event, Linked, PlacePrecision, Relation

MOST_RELATED = 8
LONGEST_GAP = 14  # days between an event and what follows it
LEAST_ACTORS = 2
MAIN_ACTORS = 5  # of each event's actors; the others only pass by
WIDELY = 12  # events; what more share, and more than a tenth of all, ties nothing together
WIDEST = {PlacePrecision.COUNTRY, PlacePrecision.AREA}  # to share such a place says little


@dataclass(frozen=True, slots=True)
class _Told:
    """What of an event ties it to others, with the names that a reason calls."""

    id: str
    type: str
    start: date | None
    end: date | None
    place: str | None
    place_name: str
    is_wide: bool
    parents: tuple[str, ...]  # of the place
    actors: tuple[tuple[str, str], ...]  # id and name of the main ones

    def handles(self) -> dict[str, _Told]:
        """By each thing that others may share with it: itself."""
        places = (self.place, *self.parents[:1]) if self.place else ()
        handles = (*(f"place {p}" for p in places), *(f"actor {a}" for a, _ in self.actors))
        return dict.fromkeys(handles, self)


Row = tuple[int, int, Relation]  # how close a tie is, the days between the two, and the tie
Rows = tuple[tuple[str, Row], ...]  # by event


def relate(events: Mapping[str, Event], linked: Linked, memo: Memo = FORGETFUL) -> dict[str, tuple[Relation, ...]]:
    """The related events of each event, the closest first."""
    sharing = {}
    for event in events.values():
        told = _told(event, linked)
        sharing[event.id] = memo.recall("handles of event", event.id, (told,), told.handles)
    most = max(WIDELY, len(events) // 10)
    ties = memo.gather("related", (most,), sharing, lambda _, told: _ties(tuple(told.values()), most))
    found: defaultdict[str, set[Row]] = defaultdict(set)
    for id_, row in chain.from_iterable(ties.values()):
        found[id_].add(row)
    return {
        key: tuple(r for _, _, r in sorted(rows, key=lambda row: (*row[:2], row[2].event))[:MOST_RELATED])
        for key, rows in found.items()
    }


def _told(event: Event, linked: Linked) -> _Told:
    place = linked.places.get(event.place or "")
    known = ((a, linked.actors.get(a)) for a in event.actors[:MAIN_ACTORS])
    return _Told(
        id=event.id,
        type=event.type,
        start=event.start,
        end=event.end,
        place=place.id if place else None,
        place_name=place.name if place else "",
        is_wide=place is not None and place.precision in WIDEST,
        parents=place.parents if place else (),
        actors=tuple((a, actor.name if actor else "") for a, actor in known),
    )


def _ties(holders: Sequence[_Told], most: int) -> Rows:
    """The ties of events that share something, if not too many do."""
    if len(holders) > most:
        return ()
    pairs = ((a, b) for one, other in combinations(holders, 2) for a, b in ((one, other), (other, one)))
    return tuple((a.id, (tie[0], _gap(a, b), tie[1])) for a, b in pairs if (tie := _relation(a, b)))


def _relation(event: _Told, other: _Told) -> tuple[int, Relation] | None:
    """How one event is tied to another; the number orders ties from the closest."""
    same_place = event.place is not None and event.place == other.place and not event.is_wide
    if same_place and event.start and event.start == other.start:
        return 0, Relation(other.id, "same day and place", f"Both in {event.place_name}, on the same day.")
    if _is_inside(event, other):
        return 1, Relation(other.id, "part of", f"{event.place_name} is in {other.place_name}, on the same days.")
    shared = sorted(set(event.actors) & set(other.actors))
    if not (same_place or len(shared) >= LEAST_ACTORS) or not event.start or not other.start:
        return None
    if 0 < abs((event.start - other.start).days) <= LONGEST_GAP:
        how = "follows" if event.start > other.start else "is followed by"
        what = event.place_name if same_place else " and ".join(name for _, name in shared if name)
        days = abs((event.start - other.start).days)
        return 2, Relation(other.id, how, f"Both with {what}, {days} {'day' if days == 1 else 'days'} apart.")
    return None


def _is_inside(event: _Told, other: _Told) -> bool:
    """Same kind, at a place inside the other's, within its days."""
    if not (event.place and other.place and event.start and other.start and other.end):
        return False
    inside = other.place in event.parents
    return inside and event.type == other.type and other.start <= event.start <= other.end


def _gap(event: _Told, other: _Told) -> int:
    return abs((event.start - other.start).days) if event.start and other.start else LONGEST_GAP
