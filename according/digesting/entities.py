"""The same words on place and actor pages: what is said of each, by whom, by event, and what an actor says itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from according.digesting.accounts import make_accounts
from according.digesting.record import Record
from according.digesting.statements import Groups, make_statements
from according.memo import FORGETFUL, Memo
from according.model import Account, EntityDigest, Statement

PLACES, ACTORS = 0, 1  # which of the names in a claim
ByEvent = tuple[tuple[str | None, tuple[Statement, ...]], ...]


def place_digests(record: Record, groups: Groups, memo: Memo = FORGETFUL) -> Mapping[str, EntityDigest]:
    """What is said about every place."""
    about = memo.index("about places", record.claims_of, partial(_naming, record, PLACES))

    def make(place: str) -> EntityDigest:
        return _digest(record, groups, place, about.get(place, ()), ())

    return memo.each("digest of place", sorted(record.linked.places), make)


def actor_digests(record: Record, groups: Groups, memo: Memo = FORGETFUL) -> Mapping[str, EntityDigest]:
    """What is said about every actor by others, and its own words apart."""
    about = memo.index("about actors", record.claims_of, partial(_naming, record, ACTORS))
    own = memo.index("own words", record.claims_of, partial(_own_words, record))

    def make(actor: str) -> EntityDigest:
        words = own.get(actor, ())
        others = [id_ for id_ in about.get(actor, ()) if id_ not in set(words)]
        return _digest(record, groups, actor, others, words)

    return memo.each("digest of actor", sorted(record.linked.actors), make)


def _own_words(record: Record, article: str) -> Iterator[tuple[str, str]]:
    """The claims of an article whose source is an actor, by the actor."""
    for id_ in record.claims_of[article]:
        source = record.source(record.claims[id_].source)
        if source and source.actor:
            yield source.actor, id_


def _naming(record: Record, kind: int, article: str) -> Iterator[tuple[str, str]]:
    """The claims of an article by the places or actors that they name."""
    return ((entity, id_) for id_ in record.claims_of[article] for entity in dict.fromkeys(record.named[id_][kind]))


def _digest(record: Record, groups: Groups, entity: str, about: Iterable[str], own: Iterable[str]) -> EntityDigest:
    return EntityDigest(
        entity=entity,
        by_event=tuple(
            (event, groups.memo.trace("accounts", told, partial(_accounts, record, groups, told)))
            for event, told in _split(record, about)
        ),
        own=make_statements(record, groups, [record.claims[id_] for id_ in own]),
    )


def _accounts(record: Record, groups: Groups, claims: tuple[str, ...]) -> tuple[Account, ...]:
    return make_accounts(record, make_statements(record, groups, [record.claims[id_] for id_ in claims]))


def source_digests(record: Record, groups: Groups, memo: Memo = FORGETFUL) -> Mapping[str, ByEvent]:
    """Everything that each source says, by event."""
    said = memo.index("said", record.claims_of, partial(_said, record))

    def make(source: str) -> ByEvent:
        return tuple(
            (event, make_statements(record, groups, [record.claims[id_] for id_ in told]))
            for event, told in _split(record, said.get(source, ()))
        )

    return memo.each("digest of source", sorted(record.linked.sources), make)


def _said(record: Record, article: str) -> Iterator[tuple[str, str]]:
    """The claims of an article by the source that makes them."""
    return ((source, id_) for id_ in record.claims_of[article] if (source := record.claims[id_].source))


def _split(record: Record, claims: Iterable[str]) -> list[tuple[str | None, tuple[str, ...]]]:
    """Claims by the first event that they belong to, latest event first, then what is on no event page."""
    out: dict[str | None, list[str]] = defaultdict(list)
    for claim in claims:
        events = record.events.of_claim.get(claim, ())
        out[events[0] if events else None].append(claim)
    known = sorted((e for e in out if e is not None), key=lambda e: (_start(record, e), e), reverse=True)
    return [(e, tuple(out[e])) for e in (*known, None) if e in out]


def _start(record: Record, event: str) -> str:
    return str(record.starts.get(event) or "")
