"""What each source says on every page, where accounts meet and where they part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from according.digesting.accounts import make_accounts
from according.digesting.agreement import agreed, independent, is_alone
from according.digesting.course import developments
from according.digesting.disputes import SETTINGS, by_event, find_disputes
from according.digesting.entities import actor_digests, place_digests, source_digests
from according.digesting.figures import figure_rows
from according.digesting.points import points
from according.digesting.record import Record, make_record
from according.digesting.silence import is_silence
from according.digesting.statements import Groups, group_claims, make_statements
from according.memo import FORGETFUL, Memo
from according.model import Digest, EventDigest, EventSet, Linked, Statement

__all__ = ["digest"]


def digest(linked: Linked, events: EventSet, memo: Memo = FORGETFUL) -> Digest:
    """Everything the pages say: events, places, actors and sources, each in the words of those who said it.

    A ``memo`` that is given the same tables again, watched, makes only what reads rows that have changed.
    """
    record = make_record(linked, events, memo)
    groups = group_claims(record, memo)
    made = memo.each("digest of event", sorted(events.events), lambda id_: _event(record, groups, id_, memo))
    told = {id_: _titled(found, events.events[id_].title) for id_, found in made.items()}
    return Digest(
        events=told,
        places=place_digests(record, groups, memo),
        actors=actor_digests(record, groups, memo),
        sources=source_digests(record, groups, memo),
        disputes=by_event({id_: d.disputes for id_, d in told.items()}),
    )


def _shared(record: Record, agreed: Iterable[tuple[Statement, ...]]) -> list[str]:
    """The claims of statements that others make as well."""
    return [s.claim for group in agreed for s in group if not is_alone(record.linked.sources, s, group)]


def _titled(found: EventDigest, title: str) -> EventDigest:
    """What it is about where sources differ on the setting: the event as it is called."""
    if not any(d.kind in SETTINGS for d in found.disputes):
        return found
    return replace(found, disputes=tuple(replace(d, about=title) if d.kind in SETTINGS else d for d in found.disputes))


def _event(record: Record, groups: Groups, id_: str, memo: Memo) -> EventDigest:
    event = record.told[id_]
    claims = [record.claims[c] for c in event.claims]
    statements = make_statements(record, groups, claims)
    makers = [(record.source(s.source), s.source and record.principal(s.source)) for s in statements]
    compared = statements, [record.words[s.claim] for s in statements], makers
    shared = memo.recall("agreed", id_, compared, lambda: agreed(record, statements))
    accounts = make_accounts(record, statements, _shared(record, shared))
    rows = figure_rows(record, groups, event)
    return EventDigest(
        event=event.id,
        accounts=accounts,
        figures=rows,
        disputes=find_disputes(record, groups, event, rows),
        agreed=shared,
        independent=independent(record, statements),
        points=points(record, event, accounts, memo),
        silences=tuple(s for s in statements if is_silence(record, s)),
        course=developments(record, groups, event, rows),
    )
