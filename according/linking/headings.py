"""Where an article's text has its own title, and what the title names besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.linking.forms import fold
from according.model import Article, BlockKind, Linked, Mention, Span


def heading(article: Article) -> Span | None:
    """Where the title stands in the text."""
    words = fold(article.title)
    heads = (block.span for block in article.blocks if block.kind is BlockKind.HEADING)
    return next((span for span in heads if fold(span.of(article.text)) == words), None)


def in_title_alone(article: Article, body: Iterable[Mention], titles: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a title that are none of the text; a label made of the file's name is no title."""
    if not titles or not article.titled:
        return ()
    head = heading(article)
    said = {_what(m) for m in body if head and head.start <= m.span.start < head.end}
    return tuple(m for m in titles if _what(m) not in said)


def counted(linked: Linked, article: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The mentions of an article's text, and of its title alone."""
    body = linked.mentions.get(article, ())
    return body, in_title_alone(linked.articles[article], body, linked.title_mentions.get(article, ()))


def _what(mention: Mention) -> tuple[str, str | None, str]:
    return mention.kind, mention.entity, fold(mention.text)
