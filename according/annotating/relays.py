"""Stretches of an article that pass on what another outlet reports, and why each ends where it ends.

A compilation tells its readers whom it passes on in a line of its own ("Comment: Fort Russ reports on ..."); what
follows is that outlet's until the compiler speaks again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.model import Article, BlockKind, Relay, Span

# A block that closes a relay, and the reason told for it.
CLOSING = {
    BlockKind.COMMENT: "another comment begins",
    BlockKind.HEADING: "a heading begins another part",
    BlockKind.BOILERPLATE: "the outlet's standing text begins",
    BlockKind.CREDIT: "a credit line follows",
}
END = "the article ends"
QUOTED_END = "the quoted passage ends"
# Blocks without words of the relayed outlet that do not close a relay either.
PASSING = {BlockKind.CAPTION}


@dataclass(frozen=True, slots=True)
class Announcement:
    """A source and cue of one block that may announce what follows."""

    block: int
    source: Span
    cue: Span


def find_relays(article: Article, announcements: Sequence[Announcement]) -> tuple[Relay, ...]:
    """The relays of an article, in order; each needs an attribution in its announcing line."""
    first: dict[int, Announcement] = {}
    for announcement in announcements:
        first.setdefault(announcement.block, announcement)
    relays = []
    for index, block in enumerate(article.blocks):
        told = first.get(index)
        if told is None or not _announces(article, index):
            continue
        end, reason = _extent(article, index, quoted=block.kind is not BlockKind.COMMENT)
        relays.append(Relay(Span(block.span.start, end), told.source, told.cue, reason))
    return tuple(relays)


def _announces(article: Article, index: int) -> bool:
    """A comment always does; a paragraph does when it ends in a colon before a quoted passage."""
    block = article.blocks[index]
    if block.kind is BlockKind.COMMENT:
        return True
    following = article.blocks[index + 1].kind if index + 1 < len(article.blocks) else None
    return following is BlockKind.QUOTE and block.span.of(article.text).rstrip().endswith(":")


def _extent(article: Article, index: int, *, quoted: bool) -> tuple[int, str]:
    """Where the relay that begins at a block ends, and why."""
    end = article.blocks[index].span.end
    for block in article.blocks[index + 1 :]:
        if quoted and block.kind is not BlockKind.QUOTE:
            return end, QUOTED_END
        if block.kind in CLOSING:
            return end, CLOSING[block.kind]
        if block.kind not in PASSING:
            end = block.span.end
    return end, END
