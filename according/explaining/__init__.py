"""What one name was taken for and why, as a page to print: mentions, readings, corrections, and how to change it."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from according.explaining import offers
from according.explaining.addresses import gone, had, moved, was_on
from according.explaining.articles import of_article
from according.explaining.entities import meant, of_entities, part
from according.explaining.events import like_titles, of_event
from according.explaining.mentions import SHOWN, spot
from according.explaining.rules import files_of, taken_away
from according.explaining.sources import of_source, unnamed_with
from according.linking.forms import fold
from according.linking.gazetteer import Gazetteer
from according.linking.machine import page
from according.pasted import address_of
from according.pipeline import Corpus

_NEAR = 60  # rapidfuzz WRatio from which a name is worth offering for another


def explain(name: str, corpus: Corpus, gazetteer: Gazetteer) -> list[str]:
    """What a name, an id or an address stands for: every entity, unlinked mention, source and event, with evidence."""
    if address := address_of(name):
        return [*_at(address, corpus, gazetteer)] or _nothing(name, corpus)
    ruled, now = [*taken_away(name, corpus)], had(name, corpus)
    fits = lambda asked, entity: page(entity) in now or meant(asked, entity)  # noqa: E731
    found = [*of_entities(name, corpus, gazetteer, fits), *of_source(name, corpus, now)]
    ruled = ruled or [*(() if found else was_on(name, corpus))]
    lines = [*ruled, *found]
    lines += [*_unlinked(name, corpus, offered=not ruled), *of_event(name, corpus), *moved(name, corpus)]
    lines = lines or [*of_article(name, corpus)]
    return lines or [*of_entities(name, corpus, gazetteer, part), *like_titles(name, corpus)] or _nothing(name, corpus)


def _at(address: str, corpus: Corpus, gazetteer: Gazetteer) -> Iterator[str]:
    """What has its page at an address, or had it there."""
    kind, _, id_ = address.partition("/")
    yield from gone(address, corpus)
    yield from of_entities(id_, corpus, gazetteer, lambda _, entity: page(entity) == address)
    yield from of_source(address, corpus, {address})
    yield from of_event(id_, corpus) if kind == "events" else ()
    yield from of_article(id_, corpus) if kind == "articles" else ()
    yield from moved(address, corpus)


def _unlinked(name: str, corpus: Corpus, *, offered: bool) -> Iterator[str]:
    mentions = (m for ms in corpus.linked.mentions.values() for m in ms if m.entity is None)
    found = [m for m in mentions if fold(m.text) == fold(name)]
    if found:
        yield f'"{name}" is named, but linked to nothing. {found[0].reason}'
        yield from (f"    {spot(m, corpus)}" for m in found[:SHOWN])
        if offered:
            yield from (*offers.as_place(name, files_of(corpus)), *offers.as_actor(name, files_of(corpus)))


def _nothing(name: str, corpus: Corpus) -> list[str]:
    """What to say of words that are no name here: that a text has them all the same, or what comes close."""
    words = f" {fold(name)} "
    holders = [a.id for a in corpus.linked.articles.values() if words.strip() and words in f" {fold(a.text)} "]
    if holders:
        said = f'"{name}" stands in {", ".join(holders[:SHOWN])}, but is taken for no name there.'
        ways = *offers.as_place(name, files_of(corpus)), *offers.as_actor(name, files_of(corpus))
        return [said, *unnamed_with(name, corpus), *ways]
    return [f'Nothing in the articles is called "{name}".{_close(name, corpus)}']


def _close(name: str, corpus: Corpus) -> str:
    places, actors = corpus.linked.places.values(), corpus.linked.actors.values()
    names = sorted({p.name for p in places} | {a.name for a in actors} | {*corpus.events.events})
    near = [n for n, _, _ in process.extract(name, names, scorer=fuzz.WRatio, limit=3, score_cutoff=_NEAR)]
    return f" Close to it: {', '.join(near)}." if near else ""
