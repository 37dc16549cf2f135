"""Names that one article's annotation passed over and other articles on the same story know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from according.linking.actors.bodies import is_generic
from according.linking.actors.context import SAME_STORY, Context, Similarity
from according.linking.actors.uses import Use, Uses
from according.linking.addresses import Before, Led
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Name, Sentence, Span

_KNOWN_IN = 2  # articles that must use a form before others are searched for it
_SHORTEST = 4  # letters


def recalled(
    uses: Uses,
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    context: Context,
    memo: Memo = FORGETFUL,
    before: Before | None = None,
) -> Uses:
    """The uses with those added that an article has in common with others on its story.

    Nothing is found within what had a page before anybody corrected anything, "Moon" in a "Moon Jae-in" who is ignored.
    """
    own = memo.recall_each("worth recalling", ((a, (found,)) for a, found in uses.items()), _worth_recalling)
    by_form = memo.gather("uses by form", (), own, lambda _, found: found)
    known = dict(sorted((form, found) for form, found in by_form.items() if len(found) >= _KNOWN_IN))
    found_forms = tuple(known)
    forms = memo.recall("known forms", "", (found_forms,), lambda: found_forms)  # one object, quick to compare
    by_word = memo.recall("known forms by word", "", (forms,), lambda: _by_first_word(forms))
    standing = memo.recall_each("standing forms", ((a, (articles[a], by_word)) for a in uses), _standing)
    taken = memo.recall_each("taken", ((a, (_as_read(annotations[a]),)) for a in uses), _spans)
    longer = memo.recall_each("led", ((a, (before.led(a) if before else None,)) for a in uses), _longer)
    read = ((a, (articles[a], annotations[a].sentences, taken[a], standing[a])) for a in uses)
    there = memo.recall_each("missed forms", read, _missed)
    missed = memo.recall_each("missed forms of their own", ((a, (there[a], longer[a])) for a in uses), _of_their_own)
    rows = ((a, (a, here, {f: known[f] for f in here}, context.similarity)) for a, here in missed.items())
    added = memo.recall_each("recalled", rows, _like_others)
    return memo.recall_each("uses and recalled", ((a, (found, added[a])) for a, found in uses.items()), _in_order)


def _as_read(annotation: Annotation) -> tuple[Name, ...]:
    """The names, those of places included of which a person says that they are none."""
    return (*annotation.names, *annotation.ignored) if annotation.ignored else annotation.names


def _spans(names: Iterable[Name]) -> tuple[Span, ...]:
    return tuple(name.span for name in names)


def _longer(led: Led | None) -> tuple[Span, ...]:
    """What had a page before anybody corrected anything."""
    return tuple(Span(*span) for span in led.in_text) if led else ()


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


def _missed(
    article: Article, sentences: Sequence[Sentence], taken: Sequence[Span], forms: Iterable[str]
) -> dict[str, tuple[Span, ...]]:
    """Where forms stand in an article without having been found; no single word that opens a sentence."""
    openings = {sentence.span.start for sentence in sentences}
    missed = {}
    for form in forms:
        single = len(_words(form)) == 1
        free = tuple(
            span
            for span in _spots(form, article.text)
            if not (single and span.start in openings) and not any(span.overlaps(t) for t in taken)
        )
        if free:
            missed[form] = free
    return missed


def _of_their_own(missed: Mapping[str, Sequence[Span]], longer: Sequence[Span]) -> dict[str, tuple[Span, ...]]:
    """Where forms stand but for parts of something longer."""
    own = {
        form: tuple(span for span in spans if not any(t.contains(span) and t != span for t in longer))
        for form, spans in missed.items()
    }
    return {form: spans for form, spans in own.items() if spans}


def _spots(form: str, text: str) -> Iterator[Span]:
    """Where a form stands as words of their own."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (_is_of_word(text[max(0, start - 1) : start]) or _is_of_word(text[end : end + 1])):
            yield Span(start, end)
        start = text.find(form, start + 1)


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _like_others(
    article: str,
    missed: Mapping[str, Sequence[Span]],
    known: Mapping[str, Mapping[str, Use]],
    similarity: Similarity,
) -> tuple[Use, ...]:
    """The forms that an article missed as other articles on its story use them; none within a longer one of them."""
    uses: list[Use] = []
    for form, spans in missed.items():
        if article in known[form]:
            continue
        like = next((u for a, u in known[form].items() if similarity(article, a) >= SAME_STORY), None)
        if like is not None:
            uses += (_use(article, span, form, like) for span in spans)
    return tuple(u for u in uses if not any(o.span.contains(u.span) and o.span != u.span for o in uses))


def _use(article: str, span: Span, form: str, like: Use) -> Use:
    evidence = f"model: named in {like.article}"
    return Use(article, span, in_title=False, text=form, shown=form, form=form, label=like.label, evidence=evidence)
