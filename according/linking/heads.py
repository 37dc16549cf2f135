"""What the words of a source come down to, whoever that turns out to be: read from an article and its names alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from according.annotating.wordlists.nations import country_of_people
from according.linking.source_names import named_head, spoken_name
from according.model import Annotation, Article, Attribution, Mention, Span


@dataclass(frozen=True, slots=True)
class Head:
    """What the words of a source come down to, whoever that turns out to be."""

    named: Mention | None
    inside: tuple[Mention, ...]
    spoken: str


Heads = Mapping[Span, Head]


def find_heads(
    article: Article, annotation: Annotation, mentions: tuple[Mention, ...], persons: Collection[str]
) -> dict[Span, Head]:
    """Everything in an article that may be a source's words; ``persons`` are the ids of actors who are one."""
    spans = {relay.source for relay in annotation.relays}
    spans |= {span for a in annotation.attributions for span in (spoken_by(a), a.owner) if span}
    linked = tuple(m for m in mentions if m.entity)
    return {span: _head(article, span, linked, persons) for span in spans}


def spoken_by(attribution: Attribution) -> Span | None:
    """The words that say who speaks."""
    return (attribution.antecedent or attribution.source[0]) if attribution.source else None


def _head(article: Article, span: Span, linked: tuple[Mention, ...], persons: Collection[str]) -> Head:
    inside = tuple(m for m in linked if span.contains(m.span))
    named = named_head(article.text, span, inside, persons) or next((m for m in linked if m.span.contains(span)), None)
    if named is not None and country_of_people(named.text):
        named = None  # "Germans" are not Germany
    return Head(named, inside, spoken_name(span.of(article.text)))
