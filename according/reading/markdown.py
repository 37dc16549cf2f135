"""Markdown as plain text with blocks: the words as a reader sees them, addresses of links and images left out.

Raw HTML is off and shows as it is written; a line that is indented is a paragraph, not code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from according.model import BlockKind
from according.reading.draft import Text
from according.reading.pieces import Piece, assembled

KINDS = {  # the innermost of these that a text stands in decides
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.LIST_ITEM,
    "blockquote_open": BlockKind.QUOTE,
}
LONGEST_HEADING = 300  # characters; more is a paragraph over a line of dashes
LONGEST_LINE = 50_000  # characters; more has no marks that anybody set by hand


def read(text: str) -> Text:
    """The text and blocks of a Markdown file's body."""
    if any(len(line) > LONGEST_LINE for line in text.split("\n")):
        return assembled(Piece(p) for p in text.split("\n\n"))
    return assembled(_pieces(_parser().parse(text)))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable("code")


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    inside: list[BlockKind] = []
    after_image = False
    for i, token in enumerate(tokens):
        if token.type in KINDS:
            inside.append(KINDS[token.type])
        elif token.type.replace("_close", "_open") in KINDS:
            inside.pop()
        elif token.type == "fence":
            yield Piece(token.content)
        elif token.type == "inline":
            children = token.children or []
            kind = _kind(inside, token, after_image=after_image)
            yield Piece(_number(tokens, i) + _words(children), kind)
            after_image = _only_image(children)


def _kind(inside: Sequence[BlockKind], token: Token, *, after_image: bool) -> BlockKind:
    children = token.children or []
    if _only_image(children) or (after_image and _only_emphasis(children)):
        return BlockKind.CAPTION
    kind = inside[-1] if inside else BlockKind.PARAGRAPH
    return BlockKind.PARAGRAPH if kind is BlockKind.HEADING and len(token.content) > LONGEST_HEADING else kind


def _number(tokens: Sequence[Token], i: int) -> str:
    """The number before a sentence that Markdown takes for a list of one: "1984. That was the year."."""
    if i < 3 or tokens[i - 3].type != "ordered_list_open" or not tokens[i - 3].attrs.get("start"):
        return ""
    return f"{tokens[i - 3].attrs['start']}{tokens[i - 2].markup} "


def _only_image(children: Sequence[Token]) -> bool:
    return len(children) == 1 and children[0].type == "image"


def _only_emphasis(children: Sequence[Token]) -> bool:
    shown = [c for c in children if c.type != "text" or c.content]
    return len(shown) > 1 and shown[0].type == "em_open" and shown[-1].type == "em_close"


def _words(children: Sequence[Token]) -> str:
    """The words of a line or paragraph; an image alone gives its description."""
    if _only_image(children):
        return children[0].content
    return "".join("\n" if c.type in ("softbreak", "hardbreak") else c.content for c in children if c.type != "image")
