"""What several independent sources state, and how many of them are independent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from according.digesting.accounts import is_quote
from according.digesting.record import Record, principal
from according.digesting.termindex import TermIndex
from according.digesting.wording import Wording, containment, names_differ, opposed, overlap
from according.model import Source, SourceKind, Statement, Voice

# Shares of content words from which statements of two sources make one point; picked by reading (docs/quality.md).
AGREE_OVERLAP = 0.5
AGREE_CONTAINMENT = 0.8
AGREE_LEAST = 0.33  # share over both passages where the longer contains the shorter
ENOUGH = 4  # content words; shorter passages agree only in the same words
COPIED = 0.9  # from here on two passages are one text
COPIED_LENGTH = 5


def agreed(record: Record, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """Groups of statements of different sources that say the same, the most independent first; copies too."""
    groups: list[list[Statement]] = []
    home_of: list[int] = []
    index = TermIndex(record.words[s.claim].terms for s in statements)
    for statement in statements:
        near = dict.fromkeys(home_of[i] for i in index.add(record.words[statement.claim].terms, AGREE_LEAST))
        home = next((g for g in near if all(_agree(record, statement, o) for o in groups[g])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(statement)
        home_of.append(home)
    several = [(independent(record, g), g) for g in groups if len(g) > 1]
    return tuple(
        tuple(g) for n, g in sorted(several, key=lambda row: -row[0]) if n > 1 or _repeat(record.linked.sources, g)
    )


def _repeat(sources: Mapping[str, Source], group: Iterable[Statement]) -> bool:
    """Whether some of them are made by sources that count as one, as people have said."""
    told = [s.source for s in group if s.source]
    return len({principal(sources, s) for s in told}) < len(told)


def is_alone(sources: Mapping[str, Source], mine: Statement, group: Iterable[Statement]) -> bool:
    """Whether nobody but copies of its source says what a statement says; a copy is not alone with what it repeats."""
    makers = {s.source and principal(sources, s.source) for s in group}
    return len(makers) == 1 and mine.source in makers


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
    told = [s for s in statements if s.source is not None]
    index = TermIndex(record.words[s.claim].terms for s in told)
    seen: set[str] = set()
    counted: list[Statement] = []
    for statement in told:
        terms, source = record.words[statement.claim].terms, record.principal(str(statement.source))
        if source in seen or any(_same_text(record, statement, counted[i]) for i in index.find(terms, COPIED)):
            continue
        seen.add(source)
        counted.append(statement)
        index.add(terms, COPIED)
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
