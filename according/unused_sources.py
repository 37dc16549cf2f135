"""What people say of sources in vain: names that no source has, and two that nothing would make one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from according.events.questions import asked_of_copies
from according.linking.copying import Called
from according.linking.forms import fold
from according.linking.renames import source_names
from according.linking.source_rules import SEPARATOR
from according.linking.sources import bearers
from according.model import EventSet, Linked
from according.occurring import SHOWN, Occurring
from according.overrides import Overrides, SourceOverride
from according.overrides.types import lines_at
from according.unheeded import Vain


class UnusedOfSources:
    """Looks for it; ``there`` is what the corpus has."""

    def __init__(self, overrides: Overrides, linked: Linked, events: EventSet, there: Occurring) -> None:
        self._linked, self._events, self._there = linked, events, there
        self._renamed = source_names(overrides)

    def said_in_vain(self, rule: SourceOverride, came: Collection[str]) -> Iterator[Vain]:
        """Each of its values that leads nowhere; ``came`` are the folded names that came to it from elsewhere."""
        for i, alias in enumerate(rule.aliases):
            if not (self._there.is_source(alias.text) or fold(alias.text) in came):
                instead = self._there.instead("sources.yaml", alias.text, lines_at(rule.broken, ("aliases", i)))
                yield ("aliases", i), f'No source is called "{alias.text}".', instead
        for i, other in enumerate(rule.never):
            if not (self._there.is_source(other) or self._sources.meant(other)):
                instead = self._there.instead("sources.yaml", other, lines_at(rule.broken, ("not", i)))
                yield ("not", i), f'No source is called "{other}".', instead
            elif SEPARATOR not in other and frozenset(map(self._now, (rule.name, other))) not in self._asked:
                yield ("not", i), *self._of_strangers(rule.name, other)
        if rule.copies:
            yield from self._of_copied(rule, rule.copies)

    def _of_strangers(self, name: str, other: str) -> tuple[str, str]:
        """What is wrong with keeping two apart whom nobody puts together, or who are one place or actor."""
        linked, forms = self._linked, (fold(name), fold(other))
        meant = bearers(forms, (*linked.places.values(), *linked.actors.values()))
        if len(meant) == len(forms) and meant[forms[0]] == meant[forms[1]]:
            file = "actors.yaml" if meant[forms[0]] in linked.actors else "places.yaml"
            return f'"{other}" is a name of what "{name}" is: this does nothing.', f'Write "not" in {file}.'
        return f'"{other}" is another source without this line, too.', "Remove it from the list."

    def _of_copied(self, rule: SourceOverride, other: str) -> Iterator[Vain]:
        found = self._sources.meant(other, (rule.name,))
        known = (s.copies for s in self._linked.sources.values() if s.name == rule.name)
        if not found and not any(known):
            yield ("copies",), f'No source is called "{other}".', self._there.instead("sources.yaml", other)
        elif len(found) > 1:
            remedy = f"The first of them was taken. Write the id of the one that you mean: {', '.join(found[:SHOWN])}."
            yield ("copies",), f'{len(found)} sources are called "{other}".', remedy

    @cached_property
    def _sources(self) -> Called:
        return Called(self._linked.sources, self._renamed)

    @cached_property
    def _asked(self) -> Collection[frozenset[str]]:
        """The outlets of which is asked, unless somebody says it, whether the one repeats the other."""
        asked = asked_of_copies(self._events.copy_of, self._linked)
        return frozenset(frozenset(map(self._now, both)) for both in asked)

    def _now(self, name: str) -> str:
        return fold(self._renamed.get(fold(name), name))
