"""Puts a site together from sentences: spans are found by their words, so that a fixture reads like its articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from according.model import (
    Annotation,
    Article,
    Block,
    BlockKind,
    Carrier,
    Claim,
    Figure,
    Mention,
    Sentence,
    Source,
    SourceKind,
    Span,
    Statement,
    Voice,
)

SENTENCE = re.compile(r"\S.*?(?:[.!?…]”?(?=\s|$)|$)", re.DOTALL)


@dataclass
class Builder:
    """Collects articles, names and claims; everything is looked up in the text by its words."""

    articles: dict[str, Article] = field(default_factory=dict)
    annotations: dict[str, Annotation] = field(default_factory=dict)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def article(self, id_: str, title: str, outlet: str | None, day: date | None, *blocks: str, **more: str) -> str:
        """An article of some blocks; "# " before one makes it a heading, "> " a quotation, "© " a credit."""
        text, found = "", []
        for raw in blocks:
            kind = {"#": BlockKind.HEADING, ">": BlockKind.QUOTE, "©": BlockKind.CREDIT}.get(
                raw[0], BlockKind.PARAGRAPH
            )
            words = raw[2:] if kind in (BlockKind.HEADING, BlockKind.QUOTE) else raw
            start = len(text) + (2 if text else 0)
            text += ("\n\n" if text else "") + words
            found.append(Block(Span(start, start + len(words)), kind))
        sentences = [
            Sentence(Span(b.span.start + m.start(), b.span.start + m.end()), i, (), leans_back=False)
            for i, b in enumerate(found)
            for m in SENTENCE.finditer(b.span.of(text))
        ]
        url = more.get("url")
        self.articles[id_] = Article(
            id_, f"{id_}.md", title, outlet, day, url, more.get("language", "en"), text, tuple(found)
        )
        self.annotations[id_] = Annotation(sentences=tuple(sentences))
        self.mentions[id_], self.claims[id_] = [], []
        return id_

    def span(self, article: str, words: str) -> Span:
        """Where some words stand for the first time; they must occur."""
        start = self.articles[article].text.index(words)
        return Span(start, start + len(words))

    def spans(self, article: str, *words: str) -> tuple[Span, ...]:
        """Where several pieces stand."""
        return tuple(self.span(article, w) for w in words)

    def name(self, kind: str, entity: str | None, form: str, reason: str = "") -> None:
        """Link every occurrence of a form in all articles; what is named already stays so, so long forms go first."""
        for id_, article in self.articles.items():
            named = [m.span for m in self.mentions[id_]]
            for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", article.text):
                if not any(Span(*m.span()).overlaps(n) for n in named):
                    self.mentions[id_].append(Mention(id_, Span(*m.span()), form, kind, entity, reason))
            self.mentions[id_].sort(key=lambda x: x.span)

    def source(self, id_: str, name: str, kind: SourceKind = SourceKind.NAMED, **more: str) -> str:
        """A source."""
        self.sources[id_] = Source(
            id_, name, kind, more.get("actor"), more.get("label"), more.get("copies"), more.get("article")
        )
        return id_

    def claim(self, article: str, source: str, who: str, cue: str, *content: str, **more: object) -> Statement:
        """A claim, also as a statement of its own; ``who`` and ``cue`` may be empty for the outlet's own voice."""
        about = self.sources[source]
        spans = self.spans(article, *content)
        found = Claim(
            id=f"{article}-c{spans[0].start}",
            article=article,
            source=source,
            source_name=about.name,
            source_kind=about.kind,
            source_spans=self.spans(article, who) if who else (),
            via=tuple(more.get("via", ())),  # type: ignore[arg-type]
            cue=self.spans(article, cue) if cue else (),
            content=spans,
            stance=str(more.get("stance", "says")),
            hedged=bool(more.get("hedged", False)),
            voice=Voice(str(more.get("voice", "indirect" if cue else "outlet"))),
            date=more.get("date", self.articles[article].date),  # type: ignore[arg-type]
            places=(),
            actors=(),
            sentences=(),
            figures=(),
        )
        self.claims[article] = sorted([*self.claims[article], found], key=lambda c: c.content[0])
        return shown(found, str(more.get("antecedent", "")))

    def figure(self, statement: Statement, counts: str, text: str, low: float | None, high: float | None) -> Figure:
        """A figure inside a statement's shown words."""
        carrier = statement.carriers[0]
        inside = next(s for s in carrier.content if text in s.of(self.articles[carrier.article].text))
        start = self.articles[carrier.article].text.index(text, inside.start)
        about = text.startswith(("about", "some", "dozens"))
        return Figure(statement.claim, counts, "", low, high, about, "people", text, Span(start, start + len(text)))


def shown(claim: Claim, antecedent: str = "") -> Statement:
    """A claim as a statement that one article carries."""
    carrier = Carrier(claim.article, claim.id, claim.content, claim.via)
    return Statement(
        claim.source, claim.source_name, claim.id, claim.stance, claim.hedged, claim.voice, (carrier,), antecedent
    )


def together(*same: Statement) -> Statement:
    """Statements of one source that say the same, as one; the first is shown."""
    first = same[0]
    carriers = tuple(c for s in same for c in s.carriers)
    return Statement(
        first.source,
        first.source_name,
        first.claim,
        first.stance,
        first.hedged,
        first.voice,
        carriers,
        first.antecedent,
    )
