"""The receipt: every passage that the site quotes stands in its article, character for character, where it says.

Checked at every build before anything is written, on the data (``check``) and on the finished pages (``check_pages``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from according.errors import AccordingError, Problem
from according.model import Article, Claim, Digest, Linked, Span, Statement
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


def check(site: Site) -> int:
    """Verify everything that the stages before made quotable; the number of passages. Raises ReceiptError."""
    count = 0
    for receipt in (*_of_linked(site.linked), *_of_digest(site.digest)):
        verify(receipt, site.linked.articles)
        count += 1
    return count


def check_pages(files: Mapping[str, str | bytes], articles: Mapping[str, Article]) -> int:
    """Verify the quotations on finished pages against the texts; the number of passages. Raises ReceiptError."""
    count = 0
    for path, content in files.items():
        if isinstance(content, str) and path.endswith(".html"):
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


def _of_linked(linked: Linked) -> Iterator[Receipt]:
    for claims in linked.claims.values():
        for claim in claims:
            yield from _of_claim(claim)
    for mentions in linked.mentions.values():
        for m in mentions:
            yield Receipt(m.article, (m.span,), None, f"mention of {m.text}")  # its text is the name without a "'s"
    for actor in linked.actors.values():
        for d in actor.descriptions:
            yield Receipt(d.article, (d.span,), d.text, f"actor {actor.id}")


def _of_claim(claim: Claim) -> Iterator[Receipt]:
    where = f"claim {claim.id}"
    yield Receipt(claim.article, claim.content, None, where)
    yield from (Receipt(claim.article, spans, None, where) for spans in (claim.cue, claim.source_spans) if spans)
    yield from (Receipt(claim.article, (f.span,), f.text, f"figure of {where}") for f in claim.figures)


def _of_digest(digest: Digest) -> Iterator[Receipt]:
    for event in digest.events.values():
        where = f"event {event.event}"
        for account in event.accounts:
            yield from _of_statements((*account.lead, *account.rest), where)
        for row in event.figures:
            yield from (Receipt(r.article, (r.figure.span,), r.figure.text, where) for r in row.readings)
    for kind, entities in (("place", digest.places), ("actor", digest.actors)):
        for entity in entities.values():
            where = f"{kind} {entity.entity}"
            yield from _of_statements(entity.own, where)
            for account in entity.about:
                yield from _of_statements((*account.lead, *account.rest), where)
    for source, groups in digest.sources.items():
        for _, statements in groups:
            yield from _of_statements(statements, f"source {source}")


def _of_statements(statements: Iterable[Statement], where: str) -> Iterator[Receipt]:
    for statement in statements:
        yield from (Receipt(c.article, c.content, None, where) for c in statement.carriers)
