"""Small corpora for the tests: articles of a few sentences with their terms, names, days and triggers told outright."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from according.model import (
    Actor,
    Annotation,
    Article,
    Block,
    BlockKind,
    Claim,
    Label,
    Linked,
    Mention,
    Name,
    Place,
    PlacePrecision,
    Precision,
    Role,
    Sentence,
    SourceKind,
    Span,
    TimeExpression,
    Trigger,
    Voice,
)

WORD = re.compile(r"[A-Za-z][\w-]+")
EMPTY = {
    "the",
    "in",
    "of",
    "on",
    "and",
    "was",
    "were",
    "at",
    "after",
    "from",
    "said",
    "has",
    "had",
    "its",
    "with",
    "near",
}


@dataclass
class Written:
    """One article: a title, a day, sentences; ``kinds`` names blocks that are no paragraphs, by sentence."""

    title: str
    day: date | None
    sentences: Sequence[str]
    kinds: Mapping[int, BlockKind] = field(default_factory=dict)


def terms(text: str) -> tuple[str, ...]:
    """The content words of a sentence."""
    return tuple(w.lower() for w in WORD.findall(text) if w.lower() not in EMPTY)


def place(name: str, precision: PlacePrecision = PlacePrecision.TOWN, parents: tuple[str, ...] = ()) -> Place:
    """A place under its name in lower case."""
    return Place(name.lower(), name, "town", 1.0, 1.0, precision, None, None, parents, ())


def actor(name: str, kind: Label = Label.PERSON) -> Actor:
    """An actor under its name in lower case."""
    return Actor(name.lower(), name, kind.value, (), ())


def corpus(
    articles: Mapping[str, Written],
    *,
    places: Sequence[Place] = (),
    actors: Sequence[Actor] = (),
    triggers: Mapping[str, str] | None = None,
    times: Mapping[str, date] | None = None,
) -> Linked:
    """A linked corpus; names of places and actors, triggers and times are found wherever their words stand."""
    finder = _Finder(places, actors, triggers or {}, times or {})
    texts = {key: "\n\n".join(a.sentences) for key, a in articles.items()}
    return Linked(
        articles={key: _article(key, a, texts[key]) for key, a in articles.items()},
        annotations={
            key: finder.annotate(texts[key], a.sentences, finder.annotate(a.title, [a.title] if a.title else []))
            for key, a in articles.items()
        },
        mentions={key: finder.mentions(key, text) for key, text in texts.items()},
        claims={key: tuple(_claims(key, a.sentences)) for key, a in articles.items()},
        places={p.id: p for p in places},
        actors={a.id: a for a in actors},
        sources={},
        title_mentions={key: finder.mentions(key, a.title) for key, a in articles.items()},
    )


def _spans(sentences: Sequence[str]) -> list[Span]:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    return spans


def _article(key: str, written: Written, text: str) -> Article:
    blocks = tuple(
        Block(span, written.kinds.get(i, BlockKind.PARAGRAPH)) for i, span in enumerate(_spans(written.sentences))
    )
    return Article(key, f"{key}.md", written.title, "Sample Gazette", written.day, None, "en", text, blocks)


def _claims(key: str, sentences: Sequence[str]) -> list[Claim]:
    return [
        Claim(
            id=f"{key}-{i}",
            article=key,
            source="sample-gazette",
            source_name="Sample Gazette",
            source_kind=SourceKind.OUTLET,
            source_spans=(),
            via=(),
            cue=(),
            content=(span,),
            stance="says",
            hedged=False,
            voice=Voice.OUTLET,
            date=None,
            places=(),
            actors=(),
            sentences=(i,),
            figures=(),
        )
        for i, span in enumerate(_spans(sentences))
    ]


@dataclass
class _Finder:
    places: Sequence[Place]
    actors: Sequence[Actor]
    triggers: Mapping[str, str]
    times: Mapping[str, date]

    def annotate(self, text: str, sentences: Sequence[str], title: Annotation | None = None) -> Annotation:
        spans = _spans(sentences)
        return Annotation(
            sentences=tuple(
                Sentence(s, i, terms(s.of(text)), leans_back=s.of(text).startswith(("It ", "He ", "She ")))
                for i, s in enumerate(spans)
            ),
            names=tuple(
                Name(m.span, Label.PLACE if m.kind == "place" else Label.PERSON, 0, Role.OTHER, "test")
                for m in self.mentions("", text)
            ),
            triggers=tuple(Trigger(s, w, kind) for w, kind in self.triggers.items() for s in _find(w, text)),
            times=tuple(TimeExpression(s, d, d, Precision.DAY) for w, d in self.times.items() for s in _find(w, text)),
            title=title,
        )

    def mentions(self, key: str, text: str) -> tuple[Mention, ...]:
        found = [Mention(key, s, p.name, "place", p.id) for p in self.places for s in _find(p.name, text)]
        found += [Mention(key, s, a.name, "actor", a.id) for a in self.actors for s in _find(a.name, text)]
        return tuple(sorted(found, key=lambda m: m.span))


def _find(words: str, text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(rf"\b{re.escape(words)}\b", text)]
