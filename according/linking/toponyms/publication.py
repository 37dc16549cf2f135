"""Which place names become mentions: adjectives only where the article keeps coming back to the country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from according.linking.toponyms.decided import TOLD_APART, Decision

OFTEN = 3  # times that an article must use the adjective of a country that it also names


def spoken_of(decisions: Iterable[Decision]) -> frozenset[int]:
    """The ids of the places that an article names and whose adjectives it uses often.

    "Turkish" is a word about Turkey in an article that is about Turkey; in passing it is only an adjective. A spelling
    that people keep apart from a place counts here as it was read: the others stay what they were.
    """
    named: set[int] = set()
    adjectives: Counter[int] = Counter()
    for decision in (d for d in decisions if not d.group.turned):
        for entry in _read_as(decision):
            if decision.group.demonym:
                adjectives[entry] += len(decision.group.spots)
            else:
                named.add(entry)
    return frozenset(i for i, count in adjectives.items() if count >= OFTEN and i in named)


def _read_as(decision: Decision) -> Iterator[int]:
    """The ids of the place that a decision names, and of the one from which people keep it."""
    best = decision.ranked.best.candidate if decision.evidence == TOLD_APART else None
    yield from {entry.id for entry in (decision.entry, best and best.entry) if entry}
