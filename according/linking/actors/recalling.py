"""Names that one article's annotation passed over and other articles on the same story know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from according.linking.actors.bodies import is_generic
from according.linking.actors.context import SAME_STORY, Context
from according.linking.actors.uses import Use
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Span

_KNOWN_IN = 2  # articles that must use a form before others are searched for it
_SHORTEST = 4  # letters
Similarity = Callable[[str, str], float]  # of two articles


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
    often = {form: dict(sorted(found.items())) for form, found in sorted(by_form.items()) if len(found) >= _KNOWN_IN}
    # The same objects as before where nothing is new: they are compared once for all articles in which they stand.
    known = {form: memo.recall("known form", form, (found,), lambda f=found: f) for form, found in often.items()}  # type: ignore[misc]
    found_forms = tuple(known)
    forms = memo.recall("known forms", "", (found_forms,), lambda: found_forms)  # one object, quick to compare
    by_word = _by_first_word(forms)
    added: list[Use] = []
    for id_, article in sorted(articles.items()):
        standing = memo.recall("standing forms", id_, (article, forms), partial(_standing, article, by_word))
        read = article, annotations[id_], {form: known[form] for form in standing}, context.similarity
        added += memo.recall("recalled", id_, read, partial(_in, *read))
    return tuple(sorted((*uses, *added), key=lambda u: (u.article, not u.in_title, u.span)))


def _worth_recalling(use: Use) -> bool:
    long_enough = len(use.shown) >= _SHORTEST and use.shown[0].isupper() and not use.in_title
    return long_enough and use.shown == use.form and not is_generic(use.form)


def _by_first_word(forms: Iterable[str]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The forms with their words, by the first of these."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for form in forms:
        if parts := _words(form):
            found[parts[0]].append((form, parts))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text))


def _standing(article: Article, by_word: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]) -> tuple[str, ...]:
    """The forms all of whose words an article has; a single one only where it is no common word there."""
    words = frozenset(_words(article.text))
    return tuple(
        form
        for first in sorted(words & by_word.keys())
        for form, parts in by_word[first]
        if words.issuperset(parts) and not (len(parts) == 1 and form.lower() in words)
    )


def _in(
    article: Article, annotation: Annotation, known: Mapping[str, Mapping[str, Use]], similarity: Similarity
) -> tuple[Use, ...]:
    """``known`` forms, each with its use in other articles, that stand in an article without having been found."""
    taken = [name.span for name in annotation.names]
    openings = {sentence.span.start for sentence in annotation.sentences}
    uses: list[Use] = []
    for form, found in known.items():
        if article.id in found:
            continue
        like = next((u for a, u in found.items() if similarity(article.id, a) >= SAME_STORY), None)
        if like is None:
            continue
        single = len(_words(form)) == 1
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", article.text):
            span = Span(*match.span())
            if not any(span.overlaps(t) for t in taken) and not (single and span.start in openings):
                uses.append(_use(article.id, span, form, like))
    return tuple(uses)


def _use(article: str, span: Span, form: str, like: Use) -> Use:
    evidence = f"model: named in {like.article}"
    return Use(article, span, in_title=False, text=form, shown=form, form=form, label=like.label, evidence=evidence)
