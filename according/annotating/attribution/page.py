"""What the rules read: one parsed article with its blocks and quotations, and the drafts they write."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from according.annotating.attribution.lexicon import Entry
from according.annotating.quotations import Quotation, find_quotations
from according.model import Article, BlockKind, Name

Tokens = frozenset[int]  # positions in the Doc
NONE: Tokens = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes, with the words that belong to it ("has repeatedly said")."""

    head: int
    tokens: Tokens
    entry: Entry
    rule: str  # which rule saw it


@dataclass(frozen=True, slots=True)
class Found:
    """A content, with the words that then belong to the cue ("called | for")."""

    content: Tokens
    cue: Tokens = NONE
    sourceless: bool = False
    stance: str = ""  # when the words of the content settle it


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution while it is put together, in tokens."""

    cue: Cue
    source: Tokens
    content: Tokens
    rule: str  # how its content was found
    parent: int | None = None  # head of the cue whose content holds this one


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in tokens, its marks included."""

    start: int
    end: int  # exclusive
    continues: bool  # the paragraph ends before the quotation does

    @property
    def tokens(self) -> Tokens:
        """All its tokens."""
        return frozenset(range(self.start, self.end))


@dataclass(frozen=True, slots=True)
class Page:
    """One parsed article."""

    doc: Doc
    article: Article
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    quote_at: tuple[int, ...]  # for each token its index in ``quotes``, or -1
    block_at: tuple[int, ...]  # for each token the index of its block
    blocks: tuple[tuple[int, int], ...]  # for each block its tokens, end exclusive, without white space at its end

    def kind_at(self, token: int) -> BlockKind | None:
        """What kind of block a token stands in."""
        blocks = self.article.blocks
        return blocks[self.block_at[token]].kind if blocks else None

    def quoted(self, token: int) -> bool:
        """Whether a token stands inside a quotation."""
        return self.quote_at[token] >= 0


def read_page(doc: Doc, article: Article, names: tuple[Name, ...]) -> Page:
    """The page of one article; ``doc`` has one character for each of ``article.text``."""
    starts = [t.idx for t in doc]
    block_at, blocks = _blocks(doc, article, starts)
    quotes = tuple(_quote(q, starts) for q in find_quotations(article.text, article.blocks))
    quote_at = [-1] * len(starts)
    for i, quote in enumerate(quotes):
        quote_at[quote.start : quote.end] = [i] * (quote.end - quote.start)
    return Page(doc, article, names, quotes, tuple(quote_at), block_at, blocks)


def _blocks(doc: Doc, article: Article, starts: list[int]) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    if not article.blocks:
        return (0,) * len(starts), ((0, len(starts)),)
    block_starts = [b.span.start for b in article.blocks]
    at = tuple(max(0, bisect_right(block_starts, s) - 1) for s in starts)
    ranges = []
    for i, block in enumerate(article.blocks):
        first, last = bisect_right(at, i - 1), bisect_right(at, i)
        while last > first and (doc[last - 1].is_space or starts[last - 1] >= block.span.end):
            last -= 1
        ranges.append((first, last))
    return at, tuple(ranges)


def _quote(quotation: Quotation, starts: list[int]) -> Quote:
    first = max(0, bisect_right(starts, quotation.span.start) - 1)
    end = bisect_right(starts, quotation.span.end - 1)
    return Quote(first, end, quotation.continues)
