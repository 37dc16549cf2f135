"""The receipt: every passage that the site quotes stands in its article, character for character, where it says.

Checked at every build before anything is written: on the data (``check``) and on each page that is laid out
(``check_page``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from according.errors import AccordingError, Problem
from according.memo import FORGETFUL, Memo
from according.model import (
    Account,
    Actor,
    Article,
    Claim,
    EntityDigest,
    EventDigest,
    Span,
    Statement,
)
from according.publishing.site import Site

JOINER = " … "  # between the pieces of a passage with something left out

# A quotation on a page, a <blockquote> or <q>, names its passage: <q data-quote="article:12-30,41-60">.
QUOTED = re.compile(r'data-quote="([^"]*)"[^>]*>(.*?)</(?:blockquote|q)>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is shown as a quotation, and where it is said to stand."""

    article: str
    spans: tuple[Span, ...]
    shown: str | None  # None: the words are taken from the article, only the offsets can be wrong
    where: str  # what quotes it, for the message: "claim hama-daily-3"


class ReceiptError(AccordingError):
    """A passage is not in its article at its offsets; a fault of this program, so nothing may be published."""

    def __init__(self, receipt: Receipt, file: str, reason: str) -> None:
        self.article = receipt.article
        self.spans = receipt.spans
        offsets = ", ".join(f"{start}-{end}" for start, end in receipt.spans) or "none"
        message = f"The quotation of {receipt.where} {reason} (article {receipt.article}, offsets {offsets})."
        remedy = "Nothing was written. Please report this, with the article; it must never happen."
        super().__init__([Problem(file, 0, message, remedy)])


def words(article: Article, spans: Sequence[Span]) -> str:
    """The words of an article at some spans. Raises ReceiptError when there is nothing at one of them."""
    receipt = Receipt(article.id, tuple(spans), None, "a page")
    verify(receipt, {article.id: article})
    return join(article.text, spans)


def join(text: str, spans: Iterable[Span]) -> str:
    """The words of a text at some spans, an ellipsis for what was left out between them."""
    return JOINER.join(text[start:end] for start, end in spans)


def verify(receipt: Receipt, articles: Mapping[str, Article]) -> None:
    """Raise ReceiptError unless the passage stands in its article exactly as shown."""
    article = articles.get(receipt.article)
    if article is None:
        raise ReceiptError(receipt, receipt.article, "names no article of the corpus")
    if not receipt.spans:
        raise ReceiptError(receipt, article.file, "has no place in the article")
    if not all(0 <= start < end <= len(article.text) for start, end in receipt.spans):
        raise ReceiptError(receipt, article.file, "is empty or lies outside the text")
    if receipt.shown is not None and receipt.shown != join(article.text, receipt.spans):
        raise ReceiptError(receipt, article.file, f"reads “{receipt.shown[:80]}” and its article does not")


def check(site: Site, memo: Memo = FORGETFUL) -> int:
    """Verify everything that the stages before made quotable; the number of passages. Raises ReceiptError."""

    def verified(receipts: Callable[[str], Iterable[Receipt]], id_: str) -> int:
        found = list(receipts(id_))
        for receipt in found:
            verify(receipt, site.linked.articles)
        return len(found)

    return sum(
        sum(memo.each(f"receipts of {kind}", ids, partial(verified, receipts)).values())
        for kind, (ids, receipts) in _quotable(site).items()
    )


def check_page(path: str, content: str, articles: Mapping[str, Article]) -> int:
    """Verify the quotations on a finished page against the texts; the number of passages. Raises ReceiptError."""
    count = 0
    for address, inner in QUOTED.findall(content):
        verify(_read_address(html.unescape(address), html.unescape(TAG.sub("", inner)), path), articles)
        count += 1
    return count


def address(article: str, spans: Iterable[Span]) -> str:
    """The value of ``data-quote``: which article, and where in it."""
    return f"{article}:" + ",".join(f"{start}-{end}" for start, end in spans)


def _read_address(value: str, shown: str, page: str) -> Receipt:
    article, _, offsets = value.rpartition(":")
    pairs = (piece.split("-") for piece in offsets.split(",") if piece)
    return Receipt(article, tuple(Span(int(start), int(end)) for start, end in pairs), shown, f"page {page}")


def _quotable(site: Site) -> dict[str, tuple[Iterable[str], Callable[[str], Iterator[Receipt]]]]:
    """What is quotable, by kind: ids, and the passages behind each."""
    linked, events, digest = site.linked, site.events, site.digest

    def of_mentions(article: str) -> Iterator[Receipt]:
        for m in linked.mentions[article]:  # a mention's text is the name without a "'s"
            yield Receipt(m.article, (m.span,), None, f"mention of {m.text}")

    def of_actor(actors: Mapping[str, Actor], id_: str) -> Iterator[Receipt]:
        yield from (Receipt(d.article, (d.span,), d.text, f"actor {id_}") for d in actors[id_].descriptions)

    def of_cast(id_: str) -> Iterator[Receipt]:
        told = events.events[id_].participants
        yield from (Receipt(p.article, (p.span,), p.text, f"participant of {id_}") for p in told)

    return {
        "claims": (linked.claims, lambda a: (r for c in linked.claims[a] for r in _of_claim(c))),
        "mentions": (linked.mentions, of_mentions),
        "actors": (linked.actors, partial(of_actor, linked.actors)),
        "hidden actors": (site.hidden.actors, partial(of_actor, site.hidden.actors)),
        "cast": (events.events, of_cast),
        "event": (digest.events, lambda e: _of_event(digest.events[e])),
        "place": (digest.places, lambda p: _of_entity(digest.places[p], f"place {p}")),
        "actor": (digest.actors, lambda a: _of_entity(digest.actors[a], f"actor {a}")),
        "source": (
            digest.sources,
            lambda s: (r for _, told in digest.sources[s] for r in _of_statements(told, f"source {s}")),
        ),
    }


def _of_claim(claim: Claim) -> Iterator[Receipt]:
    where = f"claim {claim.id}"
    yield Receipt(claim.article, claim.content, None, where)
    yield from (Receipt(claim.article, spans, None, where) for spans in (claim.cue, claim.source_spans) if spans)
    yield from (Receipt(claim.article, (f.span,), f.text, f"figure of {where}") for f in claim.figures)


def _of_event(event: EventDigest) -> Iterator[Receipt]:
    where = f"event {event.event}"
    yield from _of_accounts(event.accounts, where)
    for row in event.figures:
        yield from (Receipt(r.article, (r.figure.span,), r.figure.text, where) for r in row.readings)


def _of_entity(entity: EntityDigest, where: str) -> Iterator[Receipt]:
    yield from _of_statements(entity.own, where)
    yield from (r for _, accounts in entity.by_event for r in _of_accounts(accounts, where))


def _of_accounts(accounts: Iterable[Account], where: str) -> Iterator[Receipt]:
    for account in accounts:
        yield from _of_statements((*account.lead, *account.rest), where)


def _of_statements(statements: Iterable[Statement], where: str) -> Iterator[Receipt]:
    for statement in statements:
        yield from (Receipt(c.article, c.content, None, where) for c in statement.carriers)
