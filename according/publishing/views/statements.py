"""Statements and accounts: the words of an article, who is made to say them, and the receipt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from according.model import Account, Article, Carrier, Claim, SourceKind, Span, Statement, Voice
from according.publishing import marking, receipts
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Day, Receipt, Ref

PLAIN = "says"
AGAINST = frozenset({"denies", "doubts"})  # stances that need to be seen at once


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, exactly as they stand there, with the names in them linked."""

    html: Markup
    language: str
    direct: bool  # the source's own words, not the outlet's account of them
    address: str  # article and offsets, against which the finished page is checked


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that make somebody say something, as the article has them."""

    text: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Echo:
    """How one statement stands to those of others on the same event."""

    only: bool
    also: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """What a source says, shown once, with every article that carries it."""

    anchor: str
    quote: Quote
    cue: Cue | None  # None: the outlet's own voice
    stance: str
    plain: bool  # the cue alone tells the stance: it says
    against: bool
    hedged: bool
    antecedent: str
    date: Day | None  # when it was said, where that is not the day of the article
    receipt: Receipt
    others: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one source says on one page."""

    anchor: str
    source: Ref
    kind: str
    unnamed: bool
    lead: tuple[StatementView, ...]
    rest: tuple[StatementView, ...]
    count: int
    articles: int
    only: int


def quote(desk: Desk, article: str, spans: tuple[Span, ...], voice: Voice) -> Quote:
    """The words of an article at some spans, the names in them linked to their pages."""
    whole = desk.linked.articles[article]
    return Quote(
        html=marking.pieces(whole.text, spans, name_marks(desk, article, spans)),
        language=whole.language,
        direct=voice is Voice.DIRECT,
        address=receipts.address(article, spans),
    )


def name_marks(desk: Desk, article: str, spans: tuple[Span, ...]) -> tuple[marking.Mark, ...]:
    """The mentions of an article inside some spans as links to the pages of what they name."""
    found = []
    for mention in desk.linked.mentions.get(article, ()):
        if mention.entity and any(s.contains(mention.span) for s in spans):
            ref = desk.place(mention.entity) if mention.kind == "place" else desk.actor(mention.entity)
            if ref and ref.href:
                found.append(marking.Mark(mention.span, 3, "a", (("href", ref.href),)))
    return marking.disjoint(found)


def statement(desk: Desk, shown: Statement) -> StatementView:
    """One statement with its receipts, the shown one first."""
    claim = desk.register.claims.get(shown.claim)
    lead = next((c for c in shown.carriers if c.claim == shown.claim), shown.carriers[0])
    others = [c for c in shown.carriers if c is not lead]
    article = desk.linked.articles[lead.article]
    return StatementView(
        anchor=f"c-{shown.claim}",
        quote=quote(desk, lead.article, lead.content, shown.voice),
        cue=_cue(article, claim) if claim and claim.cue else None,
        stance=desk.words.term("stance", shown.stance),
        plain=shown.stance == PLAIN,
        against=shown.stance in AGAINST,
        hedged=shown.hedged,
        antecedent=shown.antecedent,
        date=desk.day(claim.date) if claim and claim.date != article.date else None,
        receipt=desk.receipt(lead),
        others=tuple(map(desk.receipt, others)),
    )


def _cue(article: Article, claim: Claim) -> Cue:
    return Cue(receipts.words(article, claim.cue), article.language, receipts.address(article.id, claim.cue))


def of_claim(claim: Claim) -> Statement:
    """A claim as a statement of its own, where no digest has merged it with others."""
    carrier = Carrier(claim.article, claim.id, claim.content, claim.via)
    return Statement(
        source=claim.source,
        source_name=claim.source_name,
        claim=claim.id,
        stance=claim.stance,
        hedged=claim.hedged,
        voice=claim.voice,
        carriers=(carrier,),
        figures=claim.figures,
    )


def account(desk: Desk, told: Account) -> AccountView:
    """One source's block on a page."""
    said = (*told.lead, *told.rest)
    source = desk.source(told.source, told.name)
    return AccountView(
        anchor=anchor(told),
        source=source,
        kind=source.note or desk.words.term("source_kind", told.kind),
        unnamed=told.kind is SourceKind.UNNAMED,
        lead=tuple(statement(desk, s) for s in told.lead),
        rest=tuple(statement(desk, s) for s in told.rest),
        count=len(said),
        articles=len({c.article for s in said for c in s.carriers}),
        only=told.only,
    )


def anchor(told: Account) -> str:
    """Where on an event's page a source's account stands."""
    return f"by-{told.source}" if told.source else f"by-claim-{(*told.lead, *told.rest)[0].claim}"


def echoes(desk: Desk, agreed: Iterable[tuple[Statement, ...]], accounts: Iterable[Account]) -> dict[str, Echo]:
    """For each statement of an event: who else says the same, or that nobody does."""
    out: dict[str, Echo] = {}
    for group in agreed:
        for mine in group:
            others = {s.source: desk.source(s.source, s.source_name) for s in group if s.source != mine.source}
            out[mine.claim] = Echo(only=not others, also=tuple(others.values()))
    alone = Echo(only=True, also=())
    for told in accounts:
        for said in (*told.lead, *told.rest):
            out.setdefault(said.claim, alone)
    return out
