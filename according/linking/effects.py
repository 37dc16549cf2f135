"""What corrections changed: the corpus as the machine links it beside the corpus as people say.

The two are compared, so that nothing has to be remembered on the way: a page that is gone leads to where its mentions
went, and a correction without which all would be the same has no effect.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from according.linking.forms import fold
from according.model import Actor, Linked, Place, Source
from according.overrides import EntityOverride, Overrides

Page = tuple[str, str]  # "places", id
Facts = tuple[Any, ...]


def note_effects(machine: Linked, linked: Linked, overrides: Overrides) -> Linked:
    """The corrected corpus with the pages that moved, and with the corrections that had an effect."""
    went = _ways(machine, linked)
    moved = {f"{kind}/{id_}": "/".join(new) for (kind, id_), new in sorted(went.items()) if new != (kind, id_)}
    came = {new: old for old, new in sorted(went.items(), reverse=True)}
    effects = _Effects(machine, linked, came)
    applied = {
        *effects.of_entities("places", overrides.places),
        *effects.of_entities("actors", overrides.actors),
        *effects.of_sources(overrides),
    }
    return replace(linked, moved={**linked.moved, **moved}, applied=frozenset(applied), met=linked.applied)


def _ways(machine: Linked, linked: Linked) -> dict[Page, Page]:
    """By page of the machine's, the page to which most of its mentions went."""
    went: dict[Page, Counter[Page]] = defaultdict(Counter)
    for old, new in _pairs(machine, linked):
        went[old][new] += 1
    return {old: min(ways, key=lambda new: (-ways[new], new != old, new)) for old, ways in went.items()}


def _pairs(machine: Linked, linked: Linked) -> Iterator[tuple[Page, Page]]:
    for article, mentions in machine.mentions.items():
        now = {m.span: (f"{m.kind}s", m.entity) for m in linked.mentions.get(article, ()) if m.entity}
        for m in mentions:
            if m.entity and (new := now.get(m.span)):
                yield (f"{m.kind}s", m.entity), new
    for article, claims in machine.claims.items():
        for old_claim, new_claim in zip(claims, linked.claims.get(article, ()), strict=False):
            if old_claim.source and new_claim.source:
                yield ("sources", old_claim.source), ("sources", new_claim.source)


class _Effects:
    """Which corrections changed something."""

    def __init__(self, machine: Linked, linked: Linked, came: Mapping[Page, Page]) -> None:
        self._machine, self._linked, self._came = machine, linked, came
        self._asked = {q.about for q in machine.review}
        self._written = {fold(m.text) for ms in machine.mentions.values() for m in ms}
        self._written |= {fold(s.name) for s in machine.sources.values()}

    def of_entities(self, kind: str, rules: Mapping[str, EntityOverride]) -> Iterator[tuple[str, str]]:
        """The corrections of places or of actors, by file and key."""
        now = self._linked.places if kind == "places" else self._linked.actors
        named = {e.name: e for e in now.values()}
        for name, rule in rules.items():
            if rule.ignore or rule.hide:
                effective = any(fold(form.text) in self._written for form in rule.forms)
            else:
                effective = name in named and self._differs(kind, named[name])
            if effective:
                yield f"{kind}.yaml", name

    def of_sources(self, overrides: Overrides) -> Iterator[tuple[str, str]]:
        """The corrections of sources, by file and key."""
        now = {s.name: s for s in self._linked.sources.values()}
        for name, rule in overrides.sources.items():
            if fold(name) in self._written if rule.ignore else name in now and self._differs("sources", now[name]):
                yield "sources.yaml", name

    def _differs(self, kind: str, entity: Place | Actor | Source) -> bool:
        """Whether the machine alone would show something else, or would ask."""
        old_kind, old_id = self._came.get((kind, entity.id), (kind, ""))
        before = getattr(self._machine, old_kind).get(old_id)
        asked = old_id in self._asked
        return asked or before is None or old_kind != kind or _facts(before) != _facts(entity)


def _facts(entity: Place | Actor | Source) -> Facts:
    """What a page shows of an entity, but for why."""
    if isinstance(entity, Source):
        return entity.id, entity.name, entity.kind, entity.label, entity.copies
    forms = tuple((f.text, f.count) for f in entity.forms)
    common: Facts = (entity.id, entity.name, entity.kind, entity.wikidata, forms)
    if isinstance(entity, Actor):
        return common
    return (*common, entity.latitude, entity.longitude, entity.precision, entity.parents, entity.geonames_id)


def applies(overrides: Overrides) -> bool:
    """Whether anything is said of places, actors or sources."""
    said: Iterable[Mapping[str, Any]] = (overrides.places, overrides.actors, overrides.sources)
    return any(said)
