"""The same words on place and actor pages: what is said of each, by whom, by event, and what an actor says itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from according.digesting.accounts import make_accounts
from according.digesting.record import Record
from according.digesting.statements import Groups, make_statements
from according.memo import FORGETFUL, Memo
from according.model import Account, Claim, EntityDigest, Statement

ByEvent = tuple[tuple[str | None, tuple[Statement, ...]], ...]


def place_digests(record: Record, groups: Groups, memo: Memo = FORGETFUL) -> dict[str, EntityDigest]:
    """What is said about every place."""
    about = memo.derive("about places", partial(_index, record, "places"))

    def make(place: str) -> EntityDigest:
        return _digest(record, groups, place, about.get(place, ()), ())

    return {p: memo.trace("digest of place", p, partial(make, p)) for p in sorted(record.linked.places)}


def actor_digests(record: Record, groups: Groups, memo: Memo = FORGETFUL) -> dict[str, EntityDigest]:
    """What is said about every actor by others, and its own words apart."""
    about = memo.derive("about actors", partial(_index, record, "actors"))
    own = memo.derive("own words", partial(_own_words, record))

    def make(actor: str) -> EntityDigest:
        words = own.get(actor, ())
        mine = {c.id for c in words}
        others = [c for c in about.get(actor, ()) if c.id not in mine]
        return _digest(record, groups, actor, others, words)

    return {a: memo.trace("digest of actor", a, partial(make, a)) for a in sorted(record.linked.actors)}


def _own_words(record: Record) -> Mapping[str, Sequence[Claim]]:
    """Claims by the actor who makes them."""
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims.values():
        source = record.source(claim.source)
        if source and source.actor:
            said[source.actor].append(claim)
    return said


def _index(record: Record, kind: str) -> Mapping[str, Sequence[Claim]]:
    """Claims by the places or actors that they name."""
    out: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims.values():
        for entity in dict.fromkeys(claim.places if kind == "places" else claim.actors):
            out[entity].append(claim)
    return out


def _digest(record: Record, groups: Groups, entity: str, about: Sequence[Claim], own: Sequence[Claim]) -> EntityDigest:
    return EntityDigest(
        entity=entity,
        about=make_accounts(record, groups, about),
        own=make_statements(record, groups, own),
        by_event=_by_event(record, groups, about),
    )


def _by_event(
    record: Record, groups: Groups, claims: Sequence[Claim]
) -> tuple[tuple[str | None, tuple[Account, ...]], ...]:
    return tuple((event, make_accounts(record, groups, told)) for event, told in _split(record, claims))


def source_digests(record: Record, groups: Groups, memo: Memo = FORGETFUL) -> dict[str, ByEvent]:
    """Everything that each source says, by event."""
    said = memo.derive("said", partial(_said, record))

    def make(source: str) -> ByEvent:
        return tuple((e, make_statements(record, groups, claims)) for e, claims in _split(record, said.get(source, ())))

    return {s: memo.trace("digest of source", s, partial(make, s)) for s in sorted(record.linked.sources)}


def _said(record: Record) -> Mapping[str, Sequence[Claim]]:
    """Claims by the source that makes them."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims.values():
        if claim.source:
            told[claim.source].append(claim)
    return told


def _split(record: Record, claims: Iterable[Claim]) -> list[tuple[str | None, list[Claim]]]:
    """Claims by the first event that they belong to, latest event first, then what is on no event page."""
    out: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        events = record.events.of_claim.get(claim.id, ())
        out[events[0] if events else None].append(claim)
    known = sorted((e for e in out if e is not None), key=lambda e: (_start(record, e), e), reverse=True)
    return [(e, out[e]) for e in (*known, None) if e in out]


def _start(record: Record, event: str) -> str:
    return str(record.starts.get(event) or "")
