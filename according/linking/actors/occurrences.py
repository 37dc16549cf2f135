"""How often articles write a name that has no page: what an entry of that name would link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from according.linking.actors.clusters import Node
from according.linking.actors.groups import Group
from according.linking.headings import heading
from according.linking.typing.overruling import unclaimed
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Span

Corpus = tuple[Mapping[str, Article], Mapping[str, Annotation]]
_Found = frozenset[tuple[Span, bool]]  # where one article names it, and whether in the title


def occurrences(groups: Sequence[Group], corpus: Corpus, memo: Memo = FORGETFUL) -> list[dict[str, int]]:
    """For each of some names, by article, how often it is written: in its text, and in a title alone."""
    rows = (row for group in groups for row in _rows(group, corpus, memo))
    counts: defaultdict[Node, dict[str, int]] = defaultdict(dict)
    for (node, article), count in memo.recall_each("occurrences", rows, _counted).items():
        if count:
            counts[node][article] = count
    return [counts[group.nodes[0]] for group in groups]


def _rows(group: Group, corpus: Corpus, memo: Memo) -> Iterator[tuple[tuple[Node, str], tuple[object, ...]]]:
    """By name and article that has it, what is counted in that article."""
    articles, annotations = corpus
    form, named = group.found, defaultdict[str, set[tuple[Span, bool]]](set)
    for use in group.uses:
        named[use.article].add((use.span, use.in_title))
    writing = memo.recall("articles that write", form, (articles,), partial(_writing, form, articles))
    for id_ in sorted(named.keys() | set(writing)):
        yield (group.nodes[0], id_), (form, frozenset(named.get(id_, ())), articles[id_], annotations[id_])


def _counted(form: str, found: _Found, article: Article, annotation: Annotation) -> int:
    body = _spots(form, {span for span, in_title in found if not in_title}, article.text, annotation)
    if not (annotation.title and article.titled):
        return len(body)
    title = _spots(form, {span for span, in_title in found if in_title}, article.title, annotation.title)
    head = heading(article) if title else None
    told = head is not None and any(head.contains(span) for span in body)
    return len(body) + (0 if told else len(title))


def _writing(form: str, articles: Mapping[str, Article]) -> tuple[str, ...]:
    return tuple(id_ for id_, article in articles.items() if form in article.text or form in article.title)


def _spots(form: str, uses: set[Span], text: str, annotation: Annotation) -> frozenset[Span]:
    """Where the name stands in a text or a title, but for parts of it that stand within."""
    spots = uses.union(unclaimed(form, text, [name.span for name in annotation.names], annotation))
    return frozenset(s for s in spots if not any(o != s and o.contains(s) for o in spots))
