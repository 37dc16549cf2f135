"""How often each place and actor is named, by whom, and in connection with which event: the reason for a link back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from according.model import Claim, EventSet, Linked
from according.publishing.words import Words

Key = tuple[str, str | None]  # an entity, and an event or None for the whole site


@dataclass(slots=True)
class Naming:
    """The claims in which something is named, and the sources that make them."""

    claims: int = 0
    sources: set[str] = field(default_factory=set)

    def add(self, claim: Claim) -> None:
        """Count one claim."""
        self.claims += 1
        self.sources.add(claim.source or claim.id)

    def told(self, words: Words) -> str:
        """Named in 3 claims of 2 sources; nothing where no claim names it."""
        if not self.claims:
            return ""
        claims, sources = words.count("in_claims", self.claims), words.count("of_sources", len(self.sources))
        return words("named.in", claims=claims, sources=sources)


def namings(linked: Linked, events: EventSet) -> Mapping[Key, Naming]:
    """Every place and actor that a claim names."""
    found: dict[Key, Naming] = defaultdict(Naming)
    for claims in linked.claims.values():
        for claim in claims:
            for entity in {*claim.places, *claim.actors}:
                for event in (None, *events.of_claim.get(claim.id, ())):
                    found[entity, event].add(claim)
    return dict(found)
