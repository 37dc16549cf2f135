"""Who a source is, and where it is heard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from according.explaining import offers
from according.explaining.alike import of_its_name
from according.explaining.rules import all_rules, files_of, spoken, words_of
from according.linking.forms import fold
from according.linking.machine import page
from according.linking.reasons import times
from according.linking.same_names import beside_unnamed, limited, told_apart, unnamed_in
from according.model import Source
from according.pipeline import Corpus
from according.publishing.views.register import outlets
from according.yamlfile import written


def of_source(name: str, corpus: Corpus, pages: Collection[str]) -> Iterator[str]:
    """The source of this id or, where no actor of the name tells of it, of this name; and those of some pages."""
    for source in corpus.linked.sources.values():
        said_of = corpus.overrides.sources
        rule = said_of.get(source.id) or said_of.get(source.name)
        named = fold(name) == fold(source.name)
        if page(source) in pages or name == source.id or (named and (rule or source.actor is None or source.hidden)):
            said = [c.article for cs in corpus.linked.claims.values() for c in cs if c.source == source.id]
            asked = "" if named or name in (source.id, page(source)) else f'"{name}" is '
            yield f"{asked}{source.name} (source: {source.kind})"
            yield "  Its page: none" if source.hidden else f"  Its page: sources/{source.id}/"
            yield f"  What it says: {times(len(said))}, in {', '.join(dict.fromkeys(said)) or 'no article'}"
            did = {(e.file, e.key) for e in corpus.linked.effects.get(page(source), ())}
            rules = [r for r in all_rules(corpus) if r is rule or fold(source.name) in map(fold, spoken(r))]
            rules += [r for r in said_of.values() if r not in rules and (r.file, r.name) in did]
            yield "  Overrides that speak of it:" if rules else "  Overrides that speak of it: none"
            yield from (f"    {line}" for told in rules for line in words_of(told, corpus))
            yield from ("",) if source.hidden else _offered(source, said, corpus)


def unnamed_with(name: str, corpus: Corpus) -> Iterator[str]:
    """The unnamed sources that have some words in what they are called, by the keys that mean one of them each."""
    words = f" {fold(name)} "
    found = [s for s in corpus.linked.sources.values() if s.article and words in f" {fold(s.name)} "]
    if found:
        yield f"  Unnamed sources have it; each is corrected in {corpus.config.corrections('sources.yaml')} by its key:"
        yield from (f"    {written(s.id)}: {s.name}" for s in sorted(found, key=lambda s: s.id))


def _offered(source: Source, said: Iterable[str], corpus: Corpus) -> Iterator[str]:
    """What a person may say of a source that is heard in some articles; others of its name are left alone."""
    linked, files = corpus.linked, files_of(corpus)
    key, apart = source.id if source.article else source.name, list[str]()
    actor = linked.actors.get(source.actor or "")
    others, sharing = of_its_name(actor, corpus) if actor and fold(actor.name) == fold(source.name) else ([], {})
    unnamed = () if source.article else unnamed_in(linked.sources.values()).get(fold(source.name), ())
    if actor and others:
        key = told_apart(actor, others, linked.articles)
        apart = [f"aliases: [{', '.join(limited(actor, sharing))}]"]
    elif unnamed:
        apart = beside_unnamed(source, said, unnamed)
    yield from offers.of_source(key, files, apart, publishes=source.id in outlets(linked).values())
