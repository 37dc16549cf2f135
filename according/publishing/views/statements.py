"""Statements and accounts: the words of an article, who is made to say them, and the receipt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from according.digesting.agreement import is_alone
from according.digesting.wording import stem
from according.linking.source_rules import SEPARATOR
from according.model import Account, Article, Carrier, Claim, SourceKind, Span, Statement, Voice
from according.publishing import links, marking, receipts
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Day, Receipt, Ref
from according.publishing.views.room import whole

PLAIN = "says"
QUOTATION_MARKS = tuple("\"'“”„‟«»‘’‚‹›「『")
AGAINST = frozenset({"denies", "doubts"})  # stances that need to be seen at once


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, exactly as they stand there, with the names in them linked."""

    html: Markup
    language: str
    direct: bool  # the source's own words, not the outlet's account of them, and not in quotation marks already
    address: str  # article and offsets, against which the finished page is checked


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that make somebody say something, as the article has them."""

    text: str
    language: str


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

    def __hash__(self) -> int:
        return hash((self.anchor, self.quote.address))  # thousands stand on one page


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one source says on one page."""

    anchor: str
    source: Ref
    kind: str
    copies: Ref | None  # the source that it only repeats, as people have said
    unnamed: bool
    lead: tuple[StatementView, ...]
    rest: tuple[StatementView, ...]
    elsewhere: Ref | None  # where its further words are, when the page has no room for them
    count: int
    articles: int
    only: int


def quote(desk: Desk, article: str, spans: tuple[Span, ...], voice: Voice) -> Quote:
    """The words of an article at some spans, the names in them linked to their pages."""
    whole = desk.linked.articles[article]
    return Quote(
        html=marking.pieces(whole.text, spans, desk.names_in(article, spans)),
        language=whole.language,
        direct=voice is Voice.DIRECT and not whole.text.startswith(QUOTATION_MARKS, spans[0].start if spans else 0),
        address=receipts.address(article, spans),
    )


def statement(desk: Desk, shown: Statement) -> StatementView:
    """One statement with its receipts, the shown one first; the same statement stands on several pages."""
    return desk.shown((_statement, shown))


def all_shown(desk: Desk, said: Sequence[Statement]) -> tuple[StatementView, ...]:
    """Statements in their order; those of each article are kept."""

    def of(told: tuple[Statement, ...]) -> tuple[StatementView, ...]:
        return tuple(statement(desk, s) for s in told)

    runs = (tuple(run) for _, run in groupby(said, key=lambda s: s.carriers[0].article))
    memo = desk.register.memo
    return tuple(s for run in runs for s in memo.trace("statements shown", (desk.root, run), partial(of, run)))


def _statement(desk: Desk, shown: Statement) -> StatementView:
    claim = desk.register.claims.get(shown.claim)
    lead = carrier_of(shown)
    others = [c for c in shown.carriers if c is not lead]
    article = desk.linked.articles[lead.article]
    return StatementView(
        anchor=of_statement(shown),
        quote=quote(desk, lead.article, lead.content, shown.voice),
        cue=_cue(article, claim) if claim and claim.cue else None,
        stance=desk.words.term("stance", shown.stance),
        plain=shown.stance == PLAIN or (shown.stance not in AGAINST and _tells(article, claim, shown.stance)),
        against=shown.stance in AGAINST,
        hedged=shown.hedged,
        antecedent=shown.antecedent,
        date=desk.day(claim.date) if claim and claim.date != article.date else None,
        receipt=desk.receipt(lead),
        others=tuple(map(desk.receipt, others)),
    )


def carrier_of(shown: Statement) -> Carrier:
    """The article, and the place in it, that a statement is shown from."""
    return next((c for c in shown.carriers if c.claim == shown.claim), shown.carriers[0])


def _tells(article: Article, claim: Claim | None, stance: str) -> bool:
    """Whether the words of a cue are those of its stance: "has claimed" need not be called a claim once more."""
    cue = receipts.words(article, claim.cue) if claim else ""
    return any(stem(word) == stem(stance) for word in cue.split())


def _cue(article: Article, claim: Claim) -> Cue:
    return Cue(receipts.words(article, claim.cue), article.language)


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


def accounts(desk: Desk, told: Sequence[Account], event: str | None) -> tuple[AccountView, ...]:
    """What each source says of an event, or outside all events; in full as long as that can be read."""
    room = whole(told)
    return tuple(_account(desk, a, event, whole=room or a.source is None) for a in told)


def _account(desk: Desk, told: Account, event: str | None, *, whole: bool) -> AccountView:
    """One source's block on a page."""
    said = (*told.lead, *told.rest)
    source = desk.source(told.source, told.name)
    rest = told.rest if whole else ()
    return AccountView(
        anchor=anchor(told),
        source=source,
        kind=source.note or desk.words.term("source_kind", told.kind),
        copies=desk.copied(told.source),
        unnamed=told.kind is SourceKind.UNNAMED,
        lead=all_shown(desk, told.lead),
        rest=all_shown(desk, rest),
        elsewhere=elsewhere(desk, told, event, len(told.rest) - len(rest)),
        count=len(said),
        articles=len({c.article for s in said for c in s.carriers}),
        only=told.only,
    )


def elsewhere(desk: Desk, told: Account, event: str | None, count: int) -> Ref | None:
    """The link to so many more statements of a source: on its own page, or on that of the event if that has them."""
    if not count or not told.source:
        return None
    more = desk.words.count("more_statements", count)
    share = desk.register.shares.get(told.source, {}).get(event)
    bounded = share is not None and share.shown < share.count
    if bounded and (href := account_href(desk, told.source, event)):
        return Ref(desk.words("account.on_event", statements=more), href)
    text = desk.words("account.listed" if bounded else "account.elsewhere", statements=more, source=told.name)
    return Ref(text, chapter_href(desk, told.source, event))


def account_href(desk: Desk, source: str, event: str | None) -> str | None:
    """The link to a source's account on the page of an event, where that shows everything that it says of it."""
    if event is None or source not in desk.register.told_whole.get(event, ()):
        return None
    return f"{desk.event(event).href}#{_anchor(source)}"


def chapter(event: str | None) -> str:
    """Where on a source's page its words on an event stand, or those on none."""
    return f"e-{event or 'none'}"


def chapter_href(desk: Desk, source: str, event: str | None) -> str | None:
    """The link to a source's words on an event; to its page as a whole where it has none on that event alone."""
    href = desk.source(source).href
    told = desk.register.shares.get(source, {})
    return f"{href}#{chapter(event)}" if href and event in told else href


def of_statement(said: Statement) -> str:
    """Where on an event's page a statement stands."""
    return f"c-{links.short(said.claim)}"


def anchor(told: Account) -> str:
    """Where on an event's page a source's account stands."""
    return _anchor(told.source) if told.source else f"by-{links.short((*told.lead, *told.rest)[0].claim)}"


def _anchor(source: str) -> str:
    """That of a source by its id, whatever a person says that it is; the long one of an unnamed source is cut."""
    return f"by-{links.short(source) if SEPARATOR in source else source}"


def echoes(desk: Desk, agreed: Iterable[tuple[Statement, ...]], accounts: Iterable[Account]) -> dict[str, Echo]:
    """For each statement of an event, by its anchor: who else says the same, or that nobody does."""
    out: dict[str, Echo] = {}
    for group in agreed:
        for mine in group:
            others = {s.source: desk.source(s.source, s.source_name) for s in group if s.source != mine.source}
            alone = not others or is_alone(desk.linked.sources, mine, group)
            out[of_statement(mine)] = Echo(only=alone, also=tuple(others.values()))
    nobody = Echo(only=True, also=())
    for told in accounts:
        for said in (*told.lead, *told.rest):
            out.setdefault(of_statement(said), nobody)
    return out
