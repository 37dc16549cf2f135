"""Names that one article's annotation passed over and other articles on the same story know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from according.linking.actors.bodies import is_generic
from according.linking.actors.context import SAME_STORY, Context
from according.linking.actors.uses import Use
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Span

Known = tuple[str, tuple[str, ...], Mapping[str, Use]]  # a form, its words, and a use of it by article, in their order

_KNOWN_IN = 2  # articles that must use a form before others are searched for it
_SHORTEST = 4  # letters


def recalled(
    uses: tuple[Use, ...],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    context: Context,
    memo: Memo = FORGETFUL,
) -> tuple[Use, ...]:
    """The uses with those added that an article has in common with others on its story."""
    by_form: dict[str, dict[str, Use]] = defaultdict(dict)
    for use in uses:
        if _worth_recalling(use):
            by_form[use.shown].setdefault(use.article, use)
    known: dict[str, list[Known]] = defaultdict(list)
    for form, found in sorted(by_form.items()):
        if len(found) >= _KNOWN_IN and (parts := tuple(re.findall(r"\w+", form))):
            known[parts[0]].append((form, parts, dict(sorted(found.items()))))
    added = [
        use
        for id_, article in sorted(articles.items())
        for words in (memo.recall("words", id_, (article,), partial(_words, article)),)
        for use in _in(article, annotations[id_], words, known, context)
    ]
    return tuple(sorted((*uses, *added), key=lambda u: (u.article, not u.in_title, u.span)))


def _worth_recalling(use: Use) -> bool:
    long_enough = len(use.shown) >= _SHORTEST and use.shown[0].isupper() and not use.in_title
    return long_enough and use.shown == use.form and not is_generic(use.form)


def _words(article: Article) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", article.text))


def _in(
    article: Article,
    annotation: Annotation,
    words: frozenset[str],
    known: Mapping[str, Sequence[Known]],
    context: Context,
) -> Iterator[Use]:
    """``known`` forms, by their first words, that stand in an article without having been found."""
    taken = [name.span for name in annotation.names]
    openings = {sentence.span.start for sentence in annotation.sentences}
    for form, parts, found in (k for first in sorted(words & known.keys()) for k in known[first]):
        common = len(parts) == 1 and form.lower() in words
        if article.id in found or common or not words.issuperset(parts):
            continue
        like = next((u for a, u in found.items() if context.similarity(article.id, a) >= SAME_STORY), None)
        if like is None:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", article.text):
            span = Span(*match.span())
            if not any(span.overlaps(t) for t in taken) and (len(parts) > 1 or span.start not in openings):
                yield _use(article.id, span, form, like)


def _use(article: str, span: Span, form: str, like: Use) -> Use:
    evidence = f"model: named in {like.article}"
    return Use(article, span, in_title=False, text=form, shown=form, form=form, label=like.label, evidence=evidence)
