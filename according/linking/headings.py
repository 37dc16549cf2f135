"""Where an article's text has its own title."""

from __future__ import annotations

from according.linking.forms import fold
from according.model import Article, BlockKind, Span


def heading(article: Article) -> Span | None:
    """Where the title stands in the text."""
    words = fold(article.title)
    heads = (block.span for block in article.blocks if block.kind is BlockKind.HEADING)
    return next((span for span in heads if fold(span.of(article.text)) == words), None)
