"""How often articles write a name that has no page: what an entry of that name would link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from according.linking.actors.groups import Group
from according.linking.headings import heading
from according.linking.typing.overruling import unclaimed
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Span

Corpus = tuple[Mapping[str, Article], Mapping[str, Annotation]]


def occurrences(group: Group, corpus: Corpus, memo: Memo = FORGETFUL) -> dict[str, int]:
    """By article, how often a name is written: in its text, and in a title that does not stand there as well."""
    articles, annotations = corpus
    form = group.found
    writing = memo.recall("articles that write", form, (articles,), partial(_writing, form, articles))
    ids = sorted({use.article for use in group.uses}.union(writing))
    read = [(articles[id_], annotations[id_]) for id_ in ids]
    return memo.recall("occurrences", group.nodes[0], (group, read), partial(_counted, group, read))


def _counted(group: Group, read: Iterable[tuple[Article, Annotation]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for article, annotation in read:
        body = _spots(group, article.id, (article.text, annotation), in_title=False)
        of_title = annotation.title
        title = _spots(group, article.id, (article.title, of_title), in_title=True) if of_title else frozenset()
        head = heading(article) if title and article.titled else None
        told = head is not None and any(head.contains(span) for span in body)
        found[article.id] = len(body) + (len(title) if article.titled and not told else 0)
    return {id_: count for id_, count in found.items() if count}


def _writing(form: str, articles: Mapping[str, Article]) -> tuple[str, ...]:
    return tuple(id_ for id_, article in articles.items() if form in article.text or form in article.title)


def _spots(group: Group, article: str, told: tuple[str, Annotation], *, in_title: bool) -> frozenset[Span]:
    """Where the name stands in a text or a title, but for parts of it that stand within."""
    text, read = told
    uses = {use.span for use in group.uses if (use.article, use.in_title) == (article, in_title)}
    spots = uses.union(unclaimed(group.found, text, [name.span for name in read.names], read))
    return frozenset(s for s in spots if not any(o != s and o.contains(s) for o in spots))
