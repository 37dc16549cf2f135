"""Room: how much of what a source says a page holds, so that every page can be read, and where the rest stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from according.model import Account, EventDigest, Source, SourceKind, Statement

ROOM = 100  # statements up to which all of them stand on one page
ACCOUNTS_SHOWN = 40  # sources whose words stand on the page of an event; beyond that they are named
LATEST = 20  # events of which a page shows statements when it has not room for all; the others are a line each
FEW = 5  # statements that an outlet's page then shows of each

Said = Sequence[tuple[str | None, Sequence[Statement]]]  # by event, the latest first, then what is on no event page


@dataclass(frozen=True, slots=True)
class Share:
    """How many statements on an event, or on none, a source's page shows, of how many."""

    shown: int
    count: int


def whole(told: Iterable[Account]) -> bool:
    """Whether a page has room for everything that some accounts tell."""
    return sum(len(a.lead) + len(a.rest) for a in told) <= ROOM


def latest(by_event: Sequence[tuple[str | None, Sequence[Account]]]) -> frozenset[str | None]:
    """The events of which the page of a place or an actor shows what is said; None is what is said outside of all."""
    events = [event for event, _ in by_event if event is not None]
    room = whole(a for _, told in by_event for a in told)
    return frozenset({None, *(events if room else events[:LATEST])})


def told_whole(digests: Mapping[str, EventDigest]) -> dict[str, tuple[str, ...]]:
    """For each event the sources of whom its page shows everything that they say of it."""
    shown = {e: told.accounts[:ACCOUNTS_SHOWN] for e, told in digests.items()}
    return {e: tuple(a.source for a in told if a.source) if whole(told) else () for e, told in shown.items()}


def shares(sources: Mapping[str, Source], said: Mapping[str, Said]) -> dict[str, dict[str | None, Share]]:
    """For each source how much of its words on each event stands on its own page."""
    return {id_: _shares(source.kind, said.get(id_, ())) for id_, source in sources.items()}


def _shares(kind: SourceKind, said: Said) -> dict[str | None, Share]:
    """An outlet's own voice stands in its articles; of others this is the page that has it all, within reason."""
    counts = {event: len(statements) for event, statements in said if statements}
    if kind is not SourceKind.OUTLET or sum(counts.values()) <= ROOM:
        return {event: Share(min(n, ROOM), n) for event, n in counts.items()}
    latest = {None, *[event for event in counts if event is not None][:LATEST]}
    return {event: Share(min(n, FEW) if event in latest else 0, n) for event, n in counts.items()}
