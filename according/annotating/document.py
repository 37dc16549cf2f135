"""One spaCy document of one article -> its Annotation; the only place that loads the language model."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from according.annotating.attribution import find_attributions
from according.annotating.equations import find_equations
from according.annotating.homoglyphs import without_homoglyphs
from according.annotating.names import find_names
from according.annotating.quantities import find_quantities
from according.annotating.sentences import find_sentences
from according.annotating.times import find_times
from according.annotating.triggers import find_triggers
from according.annotating.unnamed import find_unnamed
from according.config import Config
from according.model import SILENT, Annotation, Article, Block, BlockKind, Sentence, Span


def annotate_articles(articles: Sequence[Article], config: Config) -> Iterator[tuple[Article, Annotation]]:
    """Each article with its annotation, in the order given."""
    nlp = spacy.load(config.model)
    headlines = [_headline(a) for a in articles]
    pairs = [p for a, h in zip(articles, headlines, strict=True) for p in (a, h)]
    processes = min(config.jobs, len(articles))
    docs = nlp.pipe((_tokens(nlp, p) for p in pairs), n_process=processes, batch_size=16)
    for article, headline in zip(articles, headlines, strict=True):
        body, title = next(docs), next(docs)
        annotation = annotate_document(body, article)
        yield article, dataclasses.replace(annotation, title=annotate_document(title, headline))


def annotate_document(doc: Doc, article: Article) -> Annotation:
    """All that one parsed text says; ``doc.text`` is ``article.text``, look-alike letters put right one for one."""
    sentences = find_sentences(doc, article)
    names = tuple(n for n in find_names(doc, sentences) if _speaks(article, sentences[n.sentence]))
    attributions, relays = find_attributions(doc, article, names)
    unnamed = find_unnamed(doc, names, sentences, attributions)
    return Annotation(
        sentences=sentences,
        names=names,
        equations=find_equations(doc, names),
        times=find_times(doc, article.date),
        quantities=find_quantities(doc),
        triggers=find_triggers(doc),
        attributions=attributions,
        relays=relays,
        unnamed=tuple(u for u in unnamed if _speaks(article, sentences[u.sentence])),
    )


def _speaks(article: Article, sentence: Sentence) -> bool:
    """Whether an article tells something here; credits and "Follow us on ..." name nobody in the news."""
    return article.blocks[sentence.block].kind not in SILENT


def _headline(article: Article) -> Article:
    """The title as an article of its own, so that the same finders read it."""
    blocks = (Block(Span(0, len(article.title)), BlockKind.HEADING),) if article.title else ()
    return dataclasses.replace(article, text=article.title, blocks=blocks)


def _tokens(nlp: Language, article: Article) -> Doc:
    """The tokens of a text, with a sentence begun wherever a block begins."""
    doc = nlp.make_doc(without_homoglyphs(article.text))
    if not len(doc):
        return doc
    starts = {b.span.start for b in article.blocks}
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc
