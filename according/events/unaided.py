"""What the machine alone makes of an event, which corrections of names change only where they are about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from according.events.ledger import Titled
from according.model import Linked


@dataclass(frozen=True, slots=True)
class Unaided:
    """What an event is known by when nobody has corrected a name."""

    id: str  # the one that it has as a new event, whatever is corrected by then
    place: str | None
    named_by: str  # what its title rests on
    title: str
    title_from: str | None
    pages: tuple[tuple[str, str], ...]  # "places/darna" and the name, of each place and actor

    def place_now(self, linked: Linked) -> str | None:
        """The place under corrections, be it under another id; None where it is none any more."""
        page = f"places/{self.place}"
        kind, _, id_ = linked.moved.get(page, page).partition("/")
        return id_ if self.place and kind == "places" and id_ in linked.places else None

    def remembered(self, titles: Iterable[Titled], articles: Collection[str]) -> str:
        """The title, which is one that the event had while what that rests on is the same."""
        names = {name for _, name in self.pages}
        known = (t for t in titles if t.text and t.named_by == self.named_by and names.issuperset(t.names))
        return next((t.text for t in known if not t.article or t.article in articles), self.title)


def kept_place(places: Sequence[str], was: Unaided | None, linked: Linked) -> tuple[tuple[str, ...], bool]:
    """The places of an event, the one where it was first, and whether it was in none of them.

    ``places`` are ranked by what the passages tell; ``was`` is what the machine alone makes of the same event. A
    correction moves an event to a place that it is about. Where it only takes away from the place that the machine
    found, or all of it, the next in rank is none at which anybody has said that it was.
    """
    if was is None or was.place is None or not places:
        return tuple(places), False
    now = was.place_now(linked)
    if now and now in places and not linked.places[places[0]].overridden:
        return (now, *(p for p in places if p != now)), False
    return tuple(places), now is None or not linked.places[places[0]].overridden
