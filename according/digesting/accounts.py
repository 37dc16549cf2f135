"""What one source says on one page: a short lead in the order of telling, and all the rest.

The lead is chosen by maximal marginal relevance (Carbonell and Goldstein 1998) over how central a statement is to the
page (the centroid of MEAD, Radev 2004), and always holds the headline figure and one quotation where there is one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from according.digesting.record import Record, kind_of
from according.digesting.wording import overlap
from according.model import Account, SourceKind, Statement, Voice

LEAD_WORDS = 60
QUOTE_WORDS = 5  # a quotation of fewer words is a phrase
CENTRAL, EARLY, TELLING, NEW = 0.45, 0.25, 0.15, 0.15  # what a statement's score is made of
PHRASE = 4  # content words; what has fewer is a phrase ("the losses at Taftanaz") and tells little
WORTH = 2  # content words; what has fewer ("The authority.") is in a lead only when there is nothing else
REPEATED = 0.8  # share of its content words from which a statement only repeats what the lead already holds
RELEVANCE = 0.7  # against likeness to what the lead already holds
# Which figures make a headline, the gravest first.
HEADLINE = ("killed", "casualties", "wounded", "missing", "abducted", "displaced", "arrested", "strikes", "money")
RANK = {SourceKind.NAMED: 0, SourceKind.DOCUMENT: 1, SourceKind.UNNAMED: 2, SourceKind.OUTLET: 4}
NOBODY = 3  # what nobody is named for stands between the unnamed and the outlet's own voice


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page's statements have in common."""

    weights: Mapping[str, float]  # how much each term belongs to the page, 1 for the most shared
    makers: Mapping[str, int]  # how many sources use each term


def make_accounts(record: Record, statements: Iterable[Statement], shared: Iterable[str] = ()) -> tuple[Account, ...]:
    """One account a source, named ones first, the outlet's own voice last; ``shared`` are claims that others make."""
    by_source: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_source[statement.source].append(statement)
    page, alike = _page(record, by_source), frozenset(shared)
    accounts = [_account(record, page, s, told, alike) for s, told in by_source.items()]
    return tuple(sorted(accounts, key=lambda a: _order(record, a)))


def _order(record: Record, account: Account) -> tuple[int, int, str, str]:
    told = (*account.lead, *account.rest)
    rank = NOBODY if account.source is None else RANK[account.kind]
    first = min(str(record.order(record.claims[c.claim])[0]) for s in told for c in s.carriers)
    return (rank, -len(told), first, account.name)


def _page(record: Record, by_source: Mapping[str | None, list[Statement]]) -> _Page:
    makers: Counter[str] = Counter()
    for statements in by_source.values():
        makers.update(frozenset().union(*(record.words[s.claim].terms for s in statements)))
    most = max(makers.values(), default=1)
    return _Page({t: n / most for t, n in makers.items()}, makers)


def _account(
    record: Record, page: _Page, source: str | None, statements: list[Statement], shared: frozenset[str]
) -> Account:
    scored = [
        replace(s, score=round(_score(record, page, s, i / len(statements)), 4)) for i, s in enumerate(statements)
    ]
    chosen = _lead(record, scored)
    known = record.source(source)
    claims = (record.claims[c.claim] for s in statements for c in s.carriers)
    return Account(
        source=source,
        name=known.name if known else statements[0].source_name,
        kind=kind_of(claims, known),
        lead=tuple(s for s in scored if s.claim in chosen),
        rest=tuple(s for s in scored if s.claim not in chosen),
        only=sum(s.claim not in shared for s in scored),
    )


def _score(record: Record, page: _Page, statement: Statement, place: float) -> float:
    """How much a statement belongs into the lead; ``place`` is 0 for the first told and near 1 for the last."""
    terms = record.words[statement.claim].terms
    if not terms:
        return 0.0
    central = sum(page.weights[t] for t in terms) / len(terms)
    new = sum(page.makers[t] == 1 for t in terms) / len(terms)
    telling = bool(statement.figures) or statement.claim in record.telling or is_quote(record, statement)
    whole = min(1.0, len(terms) / PHRASE)
    return whole * (CENTRAL * central + EARLY * (1 - place) + TELLING * telling + NEW * new)


def is_quote(record: Record, statement: Statement) -> bool:
    """Whether a statement gives the source's own words, more than a phrase of them."""
    quoted = statement.voice in (Voice.DIRECT, Voice.MIXED)
    return quoted and record.words[statement.claim].length >= QUOTE_WORDS


def _lead(record: Record, statements: Sequence[Statement]) -> frozenset[str]:
    """The claims whose statements are shown first: the headline figure, a quotation, then the best that fit."""
    if len(statements) == 1:
        return frozenset({statements[0].claim})
    chosen: list[Statement] = []
    left = list(statements)
    for forced in (_headline(statements), _quote(record, statements)):
        if forced is not None and forced in left and (not chosen or _fits(record, chosen, forced)):
            chosen.append(forced)
            left.remove(forced)
    while fitting := _fitting(record, chosen, left):
        best = max(fitting, key=lambda s: _relevance(record, chosen, s))  # of equals the first told
        left.remove(best)
        chosen.append(best)
    return frozenset(s.claim for s in chosen)


def _fitting(record: Record, chosen: Sequence[Statement], left: Sequence[Statement]) -> list[Statement]:
    """Those that there is room for, and that say more than the chosen ones."""
    if not chosen:
        return list(left)
    told = frozenset().union(*(record.words[s.claim].terms for s in chosen))
    return [s for s in left if _fits(record, chosen, s) and _adds(record, told, s)]


def _fits(record: Record, chosen: Sequence[Statement], statement: Statement) -> bool:
    return sum(record.words[s.claim].length for s in (*chosen, statement)) <= LEAD_WORDS


def _adds(record: Record, told: frozenset[str], statement: Statement) -> bool:
    """Whether a statement says more than what is told already."""
    terms = record.words[statement.claim].terms
    return len(terms) >= WORTH and len(terms & told) / len(terms) < REPEATED


def _relevance(record: Record, chosen: Sequence[Statement], statement: Statement) -> float:
    terms = record.words[statement.claim].terms
    likeness = max((overlap(terms, record.words[s.claim].terms) for s in chosen), default=0.0)
    return RELEVANCE * statement.score - (1 - RELEVANCE) * likeness


def _headline(statements: Sequence[Statement]) -> Statement | None:
    """The statement with the gravest figure; of several the best."""
    ranked = [
        (HEADLINE.index(f.counts), -s.score, i)
        for i, s in enumerate(statements)
        for f in s.figures
        if f.counts in HEADLINE and not f.scope
    ]
    return statements[min(ranked)[2]] if ranked else None


def _quote(record: Record, statements: Sequence[Statement]) -> Statement | None:
    """The best statement in the source's own words that is short enough to be shown."""
    quotes = [s for s in statements if is_quote(record, s) and record.words[s.claim].length <= LEAD_WORDS // 2]
    return max(quotes, key=lambda s: s.score, default=None)  # of equals the first told
