"""The whole corpus linked: names first, then sources, then claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain

from according.linking.actors import resolve_actors
from according.linking.actors.links import Mentions
from according.linking.addresses import Before
from according.linking.claims import make_claims
from according.linking.counting import count_spellings, with_counts
from according.linking.crediting import credit_descriptions
from according.linking.effects import applies, note_effects
from according.linking.gazetteer import Gazetteer
from according.linking.ignoring import ignored_speakers, proper_names
from according.linking.machine import Machine, Memory
from according.linking.misfiled import misfiled, without_misfiled
from according.linking.namesakes import both, once
from according.linking.needed import Needed, Relink
from according.linking.passages import nameless
from according.linking.retyping import read_kinds
from according.linking.sources import find_sources
from according.linking.spelled import read_spelled
from according.linking.titles import Titles, new_titles, read_titles
from according.linking.toponyms import resolve_places
from according.linking.typing import overrule_labels, settle_labels
from according.memo import FORGETFUL, Memo
from according.model import Actor, Annotation, Article, Linked, Mention, Place, Source
from according.overrides import Overrides


def link(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memory: Memory | None = None,
    memo: Memo = FORGETFUL,
) -> Linked:
    """The corpus with its names resolved; both mappings are by article id."""
    return Linking(articles, annotations, gazetteer, memory, memo).corrected(overrides)


class Linking:
    """One corpus, linked as people say and as the machine alone would; both mappings are by article id.

    ``memory`` saves work for the next build on this machine, ``memo`` for the next one in this process.
    """

    def __init__(
        self,
        articles: Mapping[str, Article],
        annotations: Mapping[str, Annotation],
        gazetteer: Gazetteer,
        memory: Memory | None = None,
        memo: Memo = FORGETFUL,
    ) -> None:
        self._articles, self._gazetteer, self._memory, self._memo = articles, gazetteer, memory, memo
        settle = partial(settle_labels, articles, annotations, gazetteer)
        made = partial(memory.settled, settle) if memory else settle
        self.settled = memo.recall("settled", "", (articles, annotations), made)
        self._alone: Linked | None = None

    def alone(self) -> Linked:
        """The corpus as the machine alone links it; made once, and only for whoever asks."""
        if self._alone is None:
            self._alone = self._made(Overrides(), FORGETFUL, None)
        return self._alone

    def corrected(self, overrides: Overrides) -> Linked:
        """The corpus as people say, with what their corrections changed."""
        if not applies(overrides):
            self._alone = self._recalled(overrides)
        if self._memory:
            self._memory.hold()
        machine = self._read_alone()
        astray = tuple(misfiled(overrides, machine, self._memo))
        found = self._obeyed(without_misfiled(overrides, astray), machine)
        return replace(found, unheeded=(*found.unheeded, *astray)) if astray else found

    def _obeyed(self, overrides: Overrides, machine: Machine) -> Linked:
        if not applies(overrides):
            self._alone = self._recalled(overrides)
            self._memo.foresee(lambda: self._made(overrides, self._memo, self._before()))
            return note_effects(machine, self._alone, overrides, self._memo)  # for the sake of the first correction
        linked, read = self._called(overrides, machine, self._recalled)
        needed = Needed(overrides, linked, lambda others: self._called(others, machine, self._anew)[0], self._memo)
        return note_effects(machine, linked, read, self._memo, needed.has)

    def _called(self, overrides: Overrides, machine: Machine, linked_as: Relink) -> tuple[Linked, Overrides]:
        """The corpus as people say, who may call places by the titles that the machine gave, or by those of now."""
        titles = self._memo.recall("titles", "", (self._articles, machine), lambda: Titles(self._articles, machine))
        read = self._read(overrides, titles, machine)
        linked = linked_as(read)
        if new_titles(overrides, titles, linked):
            titles = Titles(self._articles, machine, Machine.of(linked), named=overrides.places.keys())
            read = self._read(overrides, titles, machine)
            linked = linked_as(read)
        return linked, read

    def _read(self, overrides: Overrides, titles: Titles, machine: Machine) -> Overrides:
        read = read_kinds(read_titles(overrides, titles), self._articles, machine)
        return read_spelled(read, self._before())

    def _recalled(self, overrides: Overrides) -> Linked:
        inputs = (self._articles, self.settled, overrides.places, overrides.actors, overrides.sources)
        before = self._before() if applies(overrides) else None
        return self._memo.recall("linked", "", inputs, lambda: self._made(overrides, self._memo, before))

    def _anew(self, overrides: Overrides) -> Linked:
        return self._made(overrides, FORGETFUL, self._before())

    def _read_alone(self) -> Machine:
        return self._memo.recall("machine", "", (self.settled,), self._machine)

    def _before(self) -> Before:
        return self._memo.recall("before", "", (self.settled,), lambda: Before(self._read_alone()))

    def _machine(self) -> Machine:
        return self._memory.recall(self.alone) if self._memory else Machine.of(self.alone())

    def _made(self, overrides: Overrides, memo: Memo, before: Before | None) -> Linked:
        return _link(self._articles, self.settled, self._gazetteer, overrides, memo, before)


def _link(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memo: Memo,
    before: Before | None,
) -> Linked:
    settled = overrule_labels(articles, annotations, overrides, memo, before)
    places = resolve_places(articles, settled, gazetteer, overrides, memo, before)
    actors = memo.recall(
        "actors",
        "",
        (articles, settled, places.mentions, places.title_mentions, tuple(places.places), overrides.actors, before),
        lambda: resolve_actors(articles, settled, places, overrides, memo, before),
    )
    mentions = _ordered("mentions", articles, places.mentions, actors.mentions, memo)
    titles = _ordered("title mentions", articles, places.title_mentions, actors.title_mentions, memo)
    bare = _without_names(settled, memo)
    known: dict[str, Place | Actor] = {**places.places, **actors.actors}
    live = [id_ for id_, entity in known.items() if proper_names(entity.forms)]  # others only hold places
    read = articles, annotations, settled, mentions
    ignored, of_ignored = ignored_speakers(*read, before, live) if before else ({}, {})
    speaking = _with_ignored(mentions, of_ignored, memo)
    known |= ignored
    voices = find_sources(articles, bare, speaking, known, overrides, memo)
    claims = make_claims(articles, bare, mentions, voices, memo)
    counts = count_spellings(articles, mentions, titles, memo)
    shown = with_counts(places.places, counts, memo)
    acting = with_counts(credit_descriptions(actors.actors, claims, voices, memo), counts, memo)
    return Linked(
        articles=articles,
        annotations=settled,
        mentions=mentions,
        claims=claims,
        places=shown,
        actors=acting,
        sources=voices.sources,
        title_mentions=titles,
        review=(*once(places, actors.review), *both(shown, acting, overrides)),
        moved={**places.moved, **actors.moved, **_speaking(actors.moved, voices.sources), **voices.moved},
        applied=places.applied | actors.applied | voices.applied,
        claimed=voices.claimed,
        unheeded=places.unheeded,
    )


def _without_names(annotations: Mapping[str, Annotation], memo: Memo) -> dict[str, Annotation]:
    """The annotations but for the names, which are all that people correct of one: the same as before as objects."""
    return memo.recall_each("annotations without names", ((a, (whole,)) for a, whole in annotations.items()), nameless)


def _ordered(what: str, articles: Iterable[str], of_places: Mentions, of_actors: Mentions, memo: Memo) -> Mentions:
    """By article, its mentions of places and of actors in one order."""

    def ordered(*found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(sorted(chain.from_iterable(found), key=_outer_first))

    return memo.recall_each(what, ((a, (of_places.get(a, ()), of_actors.get(a, ()))) for a in articles), ordered)


def _with_ignored(mentions: Mentions, ignored: Mentions, memo: Memo) -> dict[str, tuple[Mention, ...]]:
    """The mentions by article, with whom a person has called no actor: they speak under the names that they had."""

    def whole(article: str) -> tuple[Mention, ...]:
        read = mentions[article], ignored[article]
        return memo.recall(
            "mentions with ignored", article, read, lambda: tuple(sorted(sum(read, ()), key=_outer_first))
        )

    return {a: whole(a) if a in ignored else found for a, found in mentions.items()}


def _outer_first(mention: Mention) -> tuple[int, int]:
    """The order of mentions: that of the text; a place inside a body's name comes after the body."""
    return mention.span.start, -mention.span.end


def _speaking(moved: Mapping[str, str], sources: Mapping[str, Source]) -> dict[str, str]:
    """The moves of actors' pages as those of the same actors' pages as sources."""
    pairs = ((old.removeprefix("actors/"), new.removeprefix("actors/")) for old, new in moved.items())
    return {f"sources/{old}": f"sources/{new}" for old, new in pairs if new in sources}
