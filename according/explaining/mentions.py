"""Where an article names something, and how often."""

from __future__ import annotations

from according.model import Mention
from according.pipeline import Corpus

SHOWN = 8  # mentions listed one by one
_AROUND = 30  # characters of the text on each side of a mention


def spot(mention: Mention, corpus: Corpus, *, in_title: bool = False) -> str:
    """One mention in the words around it, on one line."""
    article = corpus.linked.articles[mention.article]
    text, where = (article.title, " of the title") if in_title else (article.text, "")
    start, end = mention.span.start, mention.span.end
    marked = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    return f"{mention.article} at {start}-{end}{where}: ...{' '.join(marked.split())}..."
