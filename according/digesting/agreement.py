"""What several independent sources state, what only one states, and who mentions what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from according.digesting.accounts import is_quote
from according.digesting.record import Record
from according.digesting.wording import Wording, containment, names_differ, opposed, overlap
from according.events.types import TYPES, UNTYPED
from according.model import Account, Claim, Event, Point, SourceKind, Statement, Voice

# Shares of content words from which statements of two sources make one point; picked by reading (docs/quality.md).
AGREE_OVERLAP = 0.5
AGREE_CONTAINMENT = 0.8
AGREE_LEAST = 0.33  # share over both passages where the longer contains the shorter
ENOUGH = 4  # content words; shorter passages agree only in the same words
COPIED = 0.9  # from here on two passages are one text
COPIED_LENGTH = 5
UNTOLD = frozenset({UNTYPED, "statement"})  # topics that say nothing
POINTS = 14  # rows of the table of points


def agreed(record: Record, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """Groups of statements of different sources that say the same, the most independent first."""
    groups: list[list[Statement]] = []
    by_term: dict[str, set[int]] = defaultdict(set)
    for statement in statements:
        words = record.words[statement.claim]
        near = sorted({g for t in words.terms for g in by_term[t]})
        home = next((g for g in near if all(_agree(record, statement, o) for o in groups[g])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(statement)
        for term in words.terms:
            by_term[term].add(home)
    several = [g for g in groups if independent(record, g) > 1]
    return tuple(tuple(g) for g in sorted(several, key=lambda g: (-independent(record, g), statements.index(g[0]))))


def _agree(record: Record, one: Statement, other: Statement) -> bool:
    """Whether two statements of different sources say the same thing."""
    if one.source == other.source and one.source is not None:
        return False
    if (one.stance == "denies") != (other.stance == "denies"):
        return False
    return agree(record.words[one.claim], record.words[other.claim])


def agree(one: Wording, other: Wording) -> bool:
    """Whether two passages state one point: same numbers, names and polarity, and most words of the shorter."""
    if one.negated != other.negated or one.numbers != other.numbers:
        return False
    if min(len(one.terms), len(other.terms)) < ENOUGH:
        return one.terms == other.terms and len(one.terms) >= ENOUGH - 1
    alike = overlap(one.terms, other.terms)
    inside = alike >= AGREE_LEAST and containment(one.terms, other.terms) >= AGREE_CONTAINMENT
    return (alike >= AGREE_OVERLAP or inside) and not names_differ(one, other) and not opposed(one, other)


def independent(record: Record, statements: Iterable[Statement]) -> int:
    """How many of the sources do not repeat one another; one text counts once, nobody counts none."""
    counted: list[tuple[str, Statement]] = []
    for statement in statements:
        if statement.source is None or any(s == statement.source for s, _ in counted):
            continue
        if not any(_same_text(record, statement, other) for _, other in counted):
            counted.append((statement.source, statement))
    return len(counted)


def _same_text(record: Record, one: Statement, other: Statement) -> bool:
    """Whether two outlets or unnamed sources use the same words, or two sources are quoted with them."""
    quoted = is_quote(record, one) and is_quote(record, other)
    if not quoted and not (_is_faceless(record, one) and _is_faceless(record, other)):
        return False
    a, b = record.words[one.claim], record.words[other.claim]
    return min(len(a.terms), len(b.terms)) >= COPIED_LENGTH and overlap(a.terms, b.terms) >= COPIED


def _is_faceless(record: Record, statement: Statement) -> bool:
    """Whether the same words by another such source may well be the same report: outlets, and who is not named."""
    source = record.source(statement.source)
    return statement.voice is Voice.OUTLET or source is None or source.kind is SourceKind.UNNAMED


class _Topic(NamedTuple):
    """A row of the table of points before it is filled."""

    rank: int
    label: str


def points(record: Record, event: Event, accounts: Sequence[Account]) -> tuple[Point, ...]:
    """Who mentions what: kinds of events told of and kinds of things counted, by source."""
    rows: dict[_Topic, dict[str, Statement]] = defaultdict(dict)
    for account in accounts:
        for statement in (*account.lead, *account.rest):
            for topic in _topics(record, record.claims[statement.claim]):
                rows[topic].setdefault(account.source or account.name, statement)
    made = [
        Point(topic.label, tuple(by_source.values()), independent(record, by_source.values()))
        for topic, by_source in sorted(rows.items())
    ]
    own = TYPES[event.type].name if event.type in TYPES else ""  # what the whole page is about is no point of it
    telling = [p for p in made if p.label != own]
    return tuple(sorted(telling, key=lambda p: -p.independent)[:POINTS])


def _topics(record: Record, claim: Claim) -> set[_Topic]:
    triggers = record.linked.annotations[claim.article].triggers
    told = {t.type for t in triggers if t.type in TYPES and any(c.contains(t.span) for c in claim.content)} - UNTOLD
    kinds = list(TYPES)
    return {_Topic(kinds.index(t), TYPES[t].name) for t in told} | {
        _Topic(len(kinds), f.counts) for f in claim.figures if not f.scope
    }
