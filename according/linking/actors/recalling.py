"""Names that one article's annotation passed over and other articles on the same story know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from according.linking.actors.bodies import is_generic
from according.linking.actors.context import SAME_STORY, Context, Similarity
from according.linking.actors.uses import Use, Uses
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Sentence, Span

_KNOWN_IN = 2  # articles that must use a form before others are searched for it
_SHORTEST = 4  # letters


def recalled(
    uses: Uses,
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    context: Context,
    memo: Memo = FORGETFUL,
) -> Uses:
    """The uses with those added that an article has in common with others on its story."""
    own = {
        a: memo.recall("worth recalling", a, (found,), partial(_worth_recalling, found)) for a, found in uses.items()
    }
    by_form = memo.gather("uses by form", (), own, lambda _, found: found)
    known = dict(sorted((form, found) for form, found in by_form.items() if len(found) >= _KNOWN_IN))
    found_forms = tuple(known)
    forms = memo.recall("known forms", "", (found_forms,), lambda: found_forms)  # one object, quick to compare
    by_word = memo.recall("known forms by word", "", (forms,), lambda: _by_first_word(forms))
    with_added = {}
    for a, found in uses.items():
        standing = memo.recall("standing forms", a, (articles[a], forms), partial(_standing, articles[a], by_word))
        names, sentences = annotations[a].names, annotations[a].sentences
        taken = memo.recall("taken", a, (names,), lambda n=names: tuple(name.span for name in n))  # type: ignore[misc]
        read = articles[a], taken, sentences, {form: known[form] for form in standing}, context.similarity
        added = memo.recall("recalled", a, read, partial(_in, *read))
        with_added[a] = memo.recall("uses and recalled", a, (found, added), partial(_in_order, found, added))
    return with_added


def _in_order(uses: Sequence[Use], added: Sequence[Use]) -> tuple[Use, ...]:
    return tuple(sorted((*uses, *added), key=lambda u: (not u.in_title, u.span)))


def _worth_recalling(uses: Iterable[Use]) -> dict[str, Use]:
    """By form, its first use in an article, as far as others may be searched for it."""
    found: dict[str, Use] = {}
    for use in uses:
        long_enough = len(use.shown) >= _SHORTEST and use.shown[0].isupper() and not use.in_title
        if long_enough and use.shown == use.form and not is_generic(use.form):
            found.setdefault(use.shown, use)
    return found


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
    article: Article,
    taken: Sequence[Span],
    sentences: Sequence[Sentence],
    known: Mapping[str, Mapping[str, Use]],
    similarity: Similarity,
) -> tuple[Use, ...]:
    """``known`` forms, each with its use in other articles, that stand in an article without having been found."""
    openings = {sentence.span.start for sentence in sentences}
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
