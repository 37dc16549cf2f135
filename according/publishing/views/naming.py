"""How often each place and actor is named, by whom, and in connection with which event: the reason for a link back."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from according.model import EventSet, Linked, Place
from according.publishing.words import Words

Key = tuple[str, str | None]  # an entity, and an event or None for the whole site


def namings(linked: Linked, events: EventSet, article: str) -> Iterator[tuple[Key, str]]:
    """What each claim of an article names, with the source that makes the claim, or the claim where nobody is named."""
    for claim in linked.claims[article]:
        for entity in {*claim.places, *claim.actors}:
            for event in (None, *events.of_claim.get(claim.id, ())):
                yield (entity, event), claim.source or claim.id


def kind_of(place: Place, words: Words) -> str:
    """What a place is: of a province the word that its country has for it, where both we and the language know it."""
    own = f"division.{place.term}"
    return words(own) if place.kind == "province" and own in words.keys else words.term("place_kind", place.kind)


def named_in(by: Collection[str], words: Words) -> str:
    """Named in 3 claims of 2 sources, by who makes each claim."""
    claims, sources = words.count("in_claims", len(by)), words.count("of_sources", len(set(by)))
    return words("named.in", claims=claims, sources=sources)
