"""Names in titles, which write common words with capitals too: they are believed as far as the text is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from according.annotating.wordlists.kinds import known_names
from according.linking.gazetteer import Gazetteer, How
from according.model import Annotation, Article, Label, Name, Span

_WORD = re.compile(r"[\w’'-]*\w")


def believed_in_title(article: Article, annotation: Annotation, gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names of a title, those that the text does not have cut down to what it has, or left out."""
    if annotation.title is None:
        return ()
    forms = {n.span.of(article.text): n.label for n in annotation.names if n.inside is None}
    lower = {w for w in _WORD.findall(article.text) if w.islower()}
    found = [kept for name in annotation.title.names for kept in _believed(article, name, forms, lower, gazetteer)]
    return tuple(sorted(found, key=lambda n: (n.span.start, -n.span.end)))


def _believed(
    article: Article, name: Name, forms: dict[str, Label], lower: Collection[str], gazetteer: Gazetteer
) -> Iterator[Name]:
    form = name.span.of(article.title)
    known = form in known_names() or any(hit.how <= How.ALIAS for hit in gazetteer.lookup(form))
    if name.inside is not None or known or form in forms:
        yield name
        return
    parts = list(_parts(article.title, name.span, forms))
    yield from (replace(name, span=part, label=forms[part.of(article.title)], descriptions=()) for part in parts)
    if not parts and not _is_common(form, lower):
        yield name


def _parts(title: str, span: Span, forms: dict[str, Label]) -> Iterator[Span]:
    """The names of the text that stand inside a name of the title, the longest first, none overlapping."""
    taken: list[Span] = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", span.of(title)):
            part = Span(span.start + found.start(), span.start + found.end())
            if not any(part.overlaps(other) for other in taken):
                taken.append(part)
                yield part


def _is_common(form: str, lower: Collection[str]) -> bool:
    """Whether most of its words are ones that the text writes without a capital."""
    words: Sequence[str] = _WORD.findall(form)
    return 2 * sum(w.lower() in lower for w in words) > len(words)
