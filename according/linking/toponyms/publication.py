"""Which place names become mentions: adjectives only where the article keeps coming back to the country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from according.linking.toponyms.decided import Decision

OFTEN = 3  # times that an article must use the adjective of a country that it also names


def spoken_of(decisions: Iterable[Decision]) -> frozenset[int]:
    """The ids of the places that an article names and whose adjectives it uses often.

    "Turkish" is a word about Turkey in an article that is about Turkey; in passing it is only an adjective.
    """
    named: set[int] = set()
    adjectives: Counter[int] = Counter()
    for decision in decisions:
        if decision.entry is None or decision.group.turned:
            continue
        if decision.group.demonym:
            adjectives[decision.entry.id] += len(decision.group.spots)
        else:
            named.add(decision.entry.id)
    return frozenset(i for i, count in adjectives.items() if count >= OFTEN and i in named)
