"""The sources of which entries speak, and entries that come to nothing beside another one about the same source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from according.linking.forms import fold
from according.linking.renames import entity_names
from according.linking.source_rules import SEPARATOR
from according.linking.sources import bearers
from according.model import Linked, Source, Unheeded
from according.overrides import Overrides

FILE = "sources.yaml"


class Spoken:
    """Finds sources by the names of entries; whoever is a place or an actor is meant by what people renamed, too."""

    def __init__(self, overrides: Overrides, linked: Linked) -> None:
        self._rules, self._linked = overrides.sources, linked
        self._renamed = entity_names(overrides) if self._rules else {}
        wanted = {*self._rules, *(self._renamed.get(fold(name)) for name in self._rules)}
        self._named: defaultdict[str, list[Source]] = defaultdict(list)
        for _, source in sorted(linked.sources.items()) if self._rules else ():
            if source.name in wanted:
                self._named[source.name].append(source)

    def of(self, name: str) -> list[Source]:
        """Those that an entry is about; of unnamed ones there may be many."""
        return self._named.get(name) or self._named.get(self._renamed.get(fold(name), "")) or self._called(name)

    def _called(self, name: str) -> list[Source]:
        """The source that is called by its id, or by one of the spellings of a place or an actor."""
        source = self._linked.sources.get(name if SEPARATOR in name else self._bearers.get(fold(name), ""))
        return [source] if source else []

    @cached_property
    def _bearers(self) -> Mapping[str, str]:
        """By folded name of an entry, the place or actor that has it as a spelling."""
        return bearers({*map(fold, self._rules)}, (*self._linked.places.values(), *self._linked.actors.values()))

    def overlooked(self) -> Iterator[Unheeded]:
        """The entries that are not obeyed, as another one about their source is."""
        about: defaultdict[str, set[str]] = defaultdict(set)
        for name, rule in self._rules.items() if len(self._rules) > 1 else ():
            for source in self.of(name) if not rule.ignore else ():
                if source.article is None:
                    about[source.id].add(name)
        for names in about.values():
            obeyed = sorted(name for name in names if (FILE, name) in self._linked.applied)
            for name in sorted(names.difference(obeyed)) if obeyed else ():
                yield Unheeded(name, "dropped", (obeyed[0],), FILE, self._rules[obeyed[0]].line)
