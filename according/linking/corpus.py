"""The whole corpus linked: names first, then sources, then claims."""

from __future__ import annotations

from collections.abc import Mapping

from according.linking.actors import resolve_actors
from according.linking.claims import credit_descriptions, make_claims
from according.linking.effects import applies, note_effects
from according.linking.gazetteer import Gazetteer
from according.linking.machine import Machine, Memory
from according.linking.namesakes import both
from according.linking.sources import find_sources
from according.linking.toponyms import resolve_places
from according.linking.typing import overrule_labels, settle_labels
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Label, Linked, Mention, Source
from according.overrides import Overrides


def link(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memory: Memory | None = None,
    memo: Memo = FORGETFUL,
) -> Linked:
    """The corpus with its names resolved; both mappings are by article id.

    ``memory`` saves work for the next build on this machine, ``memo`` for the next one in this process.
    """
    settled = memo.recall(
        "settled", "", (articles, annotations), lambda: settle_labels(articles, annotations, gazetteer)
    )

    def corrected(by: Overrides) -> Linked:
        inputs = (articles, settled, by.places, by.actors, by.sources)
        return memo.recall("linked", applies(by), inputs, lambda: _link(articles, settled, gazetteer, by, memo))

    def uncorrected() -> Linked:
        return corrected(Overrides())

    def machine() -> Machine:
        return memory.recall(uncorrected) if memory else Machine.of(uncorrected())

    if not applies(overrides):
        linked = uncorrected()
        if memory:
            memory.recall(lambda: linked)  # the first correction needs it
        return linked
    if memory:
        memory.hold()
    linked = corrected(overrides)
    return note_effects(memo.recall("machine", "", (settled,), machine), linked, overrides)


def _link(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memo: Memo,
) -> Linked:
    settled = overrule_labels(articles, annotations, overrides)
    places = resolve_places(articles, settled, gazetteer, overrides, memo)
    actors = memo.recall(
        "actors",
        bool(overrides.actors),  # as the machine alone would, and as people say
        (articles, settled, places.mentions, places.title_mentions, tuple(places.places), overrides.actors),
        lambda: resolve_actors(articles, settled, places, overrides, memo),
    )
    mentions = {
        a: tuple(sorted((*places.mentions.get(a, ()), *actors.mentions.get(a, ())), key=_outer_first)) for a in articles
    }
    titles = {
        a: tuple(sorted((*places.title_mentions.get(a, ()), *actors.title_mentions.get(a, ())), key=_outer_first))
        for a in articles
    }
    named = {p.id: p.name for p in places.places.values()} | {a.id: a.name for a in actors.actors.values()}
    persons = {a.id for a in actors.actors.values() if a.kind == Label.PERSON}
    voices = find_sources(articles, settled, mentions, named, overrides, persons)
    claims = make_claims(articles, settled, mentions, voices, memo)
    return Linked(
        articles=articles,
        annotations=settled,
        mentions=mentions,
        claims=claims,
        places=places.places,
        actors=credit_descriptions(actors.actors, claims, voices),
        sources=voices.sources,
        title_mentions=titles,
        review=(*places.review, *actors.review, *both(places.places, actors.actors)),
        moved={**places.moved, **actors.moved, **_speaking(actors.moved, voices.sources), **voices.moved},
        applied=places.applied | actors.applied | voices.applied,
    )


def _outer_first(mention: Mention) -> tuple[int, int]:
    """The order of mentions: that of the text; a place inside a body's name comes after the body."""
    return mention.span.start, -mention.span.end


def _speaking(moved: Mapping[str, str], sources: Mapping[str, Source]) -> dict[str, str]:
    """The moves of actors' pages as those of the same actors' pages as sources."""
    pairs = ((old.removeprefix("actors/"), new.removeprefix("actors/")) for old, new in moved.items())
    return {f"sources/{old}": f"sources/{new}" for old, new in pairs if new in sources}
