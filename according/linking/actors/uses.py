"""Where the corpus names actors: every name that is no place's, its form freed of what only surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from according.annotating.wordlists.kinds import words_of
from according.annotating.wordlists.nations import nation
from according.linking.forms import fold, visible
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Label, Name, Span

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OWNER = re.compile(r"\b((?:[A-Z][\w.]*\s)?[A-Z][\w.]*)['’]s? $")
_KICKER = re.compile(
    r"^(?:[A-Z]{2,}['’]?[A-Z]* ){2,}(?!The\b)(?=[A-Z][a-z])"
)  # "HATS OFF Nintendo": a teaser's first words
# Evidence behind which only the language model stands, or the shape of the name.
GUESSES = ("model", "acronym", "surname", "acts")
# Where the words that only tell more of a description's main word begin.
_REST = re.compile(r",|\b(?:of|for|at|in|on|to|by|with|from|who|that)\b")
_PICTURES = frozenset("photo photograph picture image video caption copyright file".split())
_EDGES = " \t\r\n\"'“”‘’«»,;:()[]"


@dataclass(frozen=True, slots=True)
class Use:
    """One place in an article where an actor is named."""

    article: str
    span: Span  # into the article's text, or its title
    in_title: bool
    text: str  # as written there
    shown: str  # without title, article and possessive
    form: str  # the name that it stands for: with the owner that the text gives it
    label: Label
    evidence: str
    descriptions: tuple[Span, ...] = ()
    meant: str = ""  # the name of whom it means in this article, where a person says so

    @property
    def key(self) -> str:
        """What two uses of one form share."""
        return fold(self.meant or self.form) or self.form


Uses = Mapping[str, tuple[Use, ...]]  # by article, in the order of their ids
Taken = Mapping[str, frozenset[Span]]  # by article, where a place is named
_NOTHING: frozenset[Span] = frozenset()


def is_guess(use: Use) -> bool:
    """Whether only the language model, or the shape of the name, speaks for its label."""
    return use.evidence.removeprefix("elsewhere: ").startswith(GUESSES)


def collect_uses(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    taken: Taken,
    taken_in_titles: Taken,
    memo: Memo = FORGETFUL,
) -> Uses:
    """Every use; those of the title before those of the text. What a place has taken is left out."""

    def read(id_: str) -> tuple[object, ...]:
        return articles[id_], annotations[id_], taken.get(id_, _NOTHING), taken_in_titles.get(id_, _NOTHING)

    return memo.recall_each("uses", ((id_, read(id_)) for id_ in sorted(articles)), _of_article)


def _of_article(
    article: Article, annotation: Annotation, taken: frozenset[Span], taken_in_title: frozenset[Span]
) -> tuple[Use, ...]:
    body = tuple(_uses(article.id, article.text, annotation, taken, in_title=False))
    if annotation.title is None:
        return body
    forms = {use.shown for use in body}
    titles = _uses(article.id, article.title, annotation.title, taken_in_title, in_title=True)
    return (*(_as_in_text(use, forms) for use in titles), *body)


def _as_in_text(use: Use, forms: set[str]) -> Use:
    """A use of a title cut to the name that the text knows: "Ana Lee Checks" to "Ana Lee"."""
    words = use.shown.split()
    known = [" ".join(words[:end]) for end in range(len(words), 0, -1)]
    name = next((form for form in known if form in forms), use.shown)
    at = use.text.find(name)
    if name == use.shown or at < 0:
        return use
    start = use.span.start + at
    return replace(use, span=Span(start, start + len(name)), text=name, shown=name, form=name)


def _uses(article: str, text: str, annotation: Annotation, taken: frozenset[Span], *, in_title: bool) -> Iterator[Use]:
    for name in annotation.names:
        if name.label is Label.PLACE or name.inside is not None or name.span in taken:
            continue
        shown = clean_form(name.span.of(text))
        if any(c.isalpha() for c in shown):
            form = _with_owner(text, name, shown)
            descriptions = () if in_title else tuple(d for d in name.descriptions if _tells_who(d.of(text)))
            written = name.span.of(text)
            yield Use(article, name.span, in_title, written, shown, form, name.label, name.evidence, descriptions)


def _tells_who(description: str) -> bool:
    """Whether its main word is for somebody or some body: not "celebrity splits" or "file photo"."""
    words = _REST.split(description.lower())[0].split()
    last = words[-1] if words else ""
    forms = {last, last.removesuffix("s")}
    if forms & words_of("voiced"):
        return True
    return not (forms & (words_of("mute") | _PICTURES) or last.endswith(tuple(words_of("mute ending"))))


def clean_form(text: str) -> str:
    """A name without white space, quotation marks, article, possessive or title around it."""
    form = " ".join(visible(text).split()).strip(_EDGES)
    form = _POSSESSIVE.sub("", form).strip(_EDGES)
    form = _KICKER.sub("", re.sub(r"^(?:the|The|THE) (?=\S)", "", form))
    words = form.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in words_of("title") and words[1][:1].isupper():
        words = words[1:]
    return " ".join(words)


def _with_owner(text: str, name: Name, form: str) -> str:
    """The form with the nation that owns the body, where the text names it: "Turkey's Defence Ministry"."""
    if name.label is not Label.GOVERNMENT and name.label is not Label.ARMED_FORCE:
        return form
    owner = _OWNER.search(text, max(0, name.span.start - 40), name.span.start)
    if not owner or not nation(owner.group(1)):
        return form
    return f"{owner.group().strip()} {form}"
