"""What a question whether several actors are one shows of each: how and where it is written, and once in its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from according.linking.forms import fold
from according.linking.reasons import where_written
from according.memo import Memo
from according.model import Actor, Annotation, Article, Mention, ReviewItem, Sentence, Span

_SPELLINGS = 4  # other ones that a line has room for
_LONG = 240  # letters of a sentence that is shown whole
_AROUND = 100  # letters on each side of the name in one that is not


def with_sides(
    questions: Iterable[ReviewItem],
    actors: Mapping[str, Actor],
    corpus: tuple[Mapping[str, Article], Mapping[str, Annotation]],
    mentions: Mapping[str, tuple[Mention, ...]],
    memo: Memo,
) -> Iterator[ReviewItem]:
    """The questions with a line about each actor that they are about; ``mentions`` are those in texts, by article."""
    asked = [(question, (question.about, *question.beside)) for question in questions]
    firsts = {id_: _first(actors[id_], mentions) for _, ids in asked for id_ in ids}
    rows = ((id_, (actors[id_], first, *_read(first, *corpus))) for id_, first in firsts.items())
    told = memo.recall_each("sides of questions", rows, _told)
    for question, ids in asked:
        alike = len({actors[id_].name for id_ in ids}) == 1
        lines = (f"{id_ if alike else actors[id_].name}: {told[id_]}" for id_ in ids)
        yield replace(question, evidence=tuple(lines))


def _first(actor: Actor, mentions: Mapping[str, tuple[Mention, ...]]) -> Mention | None:
    """Where the first article that has its most used spelling, or else another, names it in its text."""
    articles = dict.fromkeys(article for form in actor.forms for article in form.articles)
    return next((m for article in articles for m in mentions.get(article, ()) if m.entity == actor.id), None)


def _read(
    mention: Mention | None, articles: Mapping[str, Article], annotations: Mapping[str, Annotation]
) -> tuple[str, Sequence[Sentence]]:
    """The text around a mention, with its sentences."""
    return (articles[mention.article].text, annotations[mention.article].sentences) if mention else ("", ())


def _told(actor: Actor, first: Mention | None, text: str, sentences: Iterable[Sentence]) -> str:
    others = islice((f"“{form.text}”" for form in actor.forms if fold(form.text) != fold(actor.name)), _SPELLINGS)
    also = ", ".join(others)
    said = next((_words(text, s.span, first.span) for s in sentences if first and s.span.contains(first.span)), "")
    quoted = f" In {first.article}: “{said}”" if first and said else ""
    return f"{where_written(actor.forms)}{f'; also written {also}' if also else ''}.{quoted}"


def _words(text: str, sentence: Span, name: Span) -> str:
    """A sentence, of a long one what stands around a name."""
    if sentence.end - sentence.start <= _LONG:
        return " ".join(text[sentence.start : sentence.end].split())
    start, end = max(sentence.start, name.start - _AROUND), min(sentence.end, name.end + _AROUND)
    start = text.find(" ", start, name.start) + 1 or name.start if start > sentence.start else start
    end = max(text.rfind(" ", name.end, end), name.end) if end < sentence.end else end
    ahead, behind = ("…" if start > sentence.start else ""), ("…" if end < sentence.end else "")
    return f"{ahead}{' '.join(text[start:end].split())}{behind}"
