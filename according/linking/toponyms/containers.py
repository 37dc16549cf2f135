"""What the text says outright: "in Wellington, Somerset" speaks of a Somerset that holds a Wellington."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.linking.gazetteer import Entry, How
from according.linking.toponyms.candidates import Candidate
from according.linking.toponyms.distance import kilometres
from according.linking.toponyms.features import SETTLEMENTS, contains, is_suburb
from according.linking.toponyms.groups import Group
from according.linking.toponyms.relations import Relation, Tie

_SHORTENED = frozenset({How.ABBREVIATION, How.POSTAL})
_HOLDERS = frozenset({"country", "province", "district"})
# km from the middle of a district: towns that left it when it was divided are still said to lie in it.
_ROUND = 40.0

Candidates = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The candidates of all groups, and which groups are surely one of theirs."""

    candidates: list[Candidates]
    sure: frozenset[int] = frozenset()


def as_capitals_say(
    groups: Sequence[Group], found: Sequence[Candidates], relations: Iterable[Relation]
) -> list[Candidates]:
    """Capitals mean a division by its postal code only after a comma, where they have another meaning.

    Nor does any other word without a point: "Man." is Manitoba, "Man" only after a comma.
    """
    after_comma = {r.outer for r in relations if r.tie is Tie.COMMA}
    return [
        own if i in after_comma or _is_pointed(group) else _spelled_out(own, group)
        for i, (group, own) in enumerate(zip(groups, found, strict=True))
    ]


def _is_pointed(group: Group) -> bool:
    """Whether some of its letters have points, within or after them."""
    return any(spot.pointed or not spot.text.isalpha() for spot in group.spots)


def _spelled_out(own: Candidates, group: Group) -> Candidates:
    capitals = all(form.isupper() for form in group.forms)
    return tuple(c for c in own if c.how not in _SHORTENED) or (own if capitals else ())


def held_to_their_containers(found: Sequence[Candidates], relations: Iterable[Relation]) -> Held:
    """The candidates of every group that agree with the container that the text names after a comma.

    Where none does, the container is what may hold something, and the place in it is in no gazetteer.
    """
    held, sure = list(found), set[int]()
    for relation in relations:
        outer = held[relation.outer]
        inner = tuple(c for c in held[relation.inner] if c.how <= How.ALTERNATE and not c.stripped)
        if not relation.closed or not inner or any(c.entry.kind == "country" for c in inner):
            continue
        pairs = [(i, o) for i in inner for o in outer if lies_in(i.entry, o.entry)]
        holders = tuple(o for o in outer if o.entry.kind in _HOLDERS and o.how is not How.ALTERNATE)
        if pairs:
            held[relation.inner] = tuple(c for c in inner if any(c is i for i, _ in pairs))
            held[relation.outer] = tuple(c for c in outer if any(c is o for _, o in pairs))
        elif holders:
            held[relation.inner], held[relation.outer] = (), holders
            sure.discard(relation.inner)  # what is in no gazetteer may hold something, too: "A, B" and "B, C"
        if pairs or holders:
            sure.add(relation.outer)
    return Held(held, frozenset(sure))


def lies_in(inner: Entry, outer: Entry) -> bool:
    """Whether the text may mean that one place lies in another: in a city, what is no town of its own size."""
    if outer.kind in SETTLEMENTS and inner.kind in SETTLEMENTS:
        return is_suburb(inner, outer)
    near = outer.kind == "district" and inner.kind in SETTLEMENTS and outer.country == inner.country
    return contains(outer, inner) or (near and kilometres(outer, inner) < _ROUND)
