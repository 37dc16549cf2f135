"""Who a source is, and where it is heard."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from according.explaining import offers
from according.explaining.rules import all_rules, files_of, spoken, words_of
from according.linking.forms import fold
from according.linking.machine import page
from according.linking.reasons import times
from according.pipeline import Corpus
from according.publishing.views.register import outlets


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
            rules = [r for r in all_rules(corpus) if r is rule or fold(source.name) in map(fold, spoken(r))]
            yield "  Overrides that speak of it:" if rules else "  Overrides that speak of it: none"
            yield from (f"    {line}" for told in rules for line in words_of(told, corpus))
            key = source.id if source.article else source.name
            publishes = source.id in outlets(corpus.linked).values()
            offered = () if source.hidden else offers.of_source(key, files_of(corpus), publishes=publishes)
            yield from offered or ("",)
