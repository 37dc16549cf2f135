"""Stretches that pass on another outlet, and where they end."""

from __future__ import annotations

from according.annotating.relays import Announcement, find_relays
from according.model import Article, Block, BlockKind, Span


def article(*parts: tuple[str, BlockKind]) -> Article:
    """An article of the given blocks, parted by empty lines."""
    text, blocks = "", []
    for words, kind in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind))
        text += words
    return Article("a", "a.txt", "", None, None, None, "en", text, tuple(blocks))


def announced(of: Article, block: int, source: str) -> Announcement:
    """An attribution in a block, by the words of its source."""
    at = of.text.index(source)
    return Announcement(block, Span(at, at + len(source)), Span(at + len(source) + 1, at + len(source) + 8))


COMMENT = ("Comment: The Post reports on a fire.", BlockKind.COMMENT)
STORY = ("Two barns burned.", BlockKind.PARAGRAPH)


def test_a_relay_lasts_until_the_next_comment() -> None:
    """What follows a comment line is the announced outlet's until the compiler speaks again."""
    of = article(COMMENT, STORY, ("Comment: More from Radio Ansa on the flood.", BlockKind.COMMENT), STORY)
    first, second = find_relays(of, [announced(of, 0, "The Post"), announced(of, 2, "Radio Ansa")])
    assert first.span.of(of.text).endswith("Two barns burned.")
    assert (first.source.of(of.text), first.ends_because) == ("The Post", "another comment begins")
    assert (second.source.of(of.text), second.ends_because) == ("Radio Ansa", "the article ends")


def test_a_heading_ends_a_relay() -> None:
    """A heading begins a part of the article's own."""
    of = article(COMMENT, STORY, ("Weather", BlockKind.HEADING), STORY)
    (relay,) = find_relays(of, [announced(of, 0, "The Post")])
    assert relay.span.end == of.blocks[1].span.end
    assert relay.ends_because == "a heading begins another part"


def test_a_comment_that_names_nobody_relays_nothing() -> None:
    """Without an attribution in the comment there is no outlet to credit."""
    assert find_relays(article(("Comment: A sad day.", BlockKind.COMMENT), STORY), []) == ()


def test_a_paragraph_relays_only_the_quoted_passage_after_its_colon() -> None:
    """A paragraph that announces a block quotation relays that quotation; a plain paragraph relays nothing."""
    of = article(("The Post writes:", BlockKind.PARAGRAPH), ("Two barns burned.", BlockKind.QUOTE), STORY)
    (relay,) = find_relays(of, [announced(of, 0, "The Post")])
    assert relay.span.end == of.blocks[1].span.end
    plain = article(("The Post writes of a fire.", BlockKind.PARAGRAPH), STORY)
    assert find_relays(plain, [announced(plain, 0, "The Post")]) == ()
