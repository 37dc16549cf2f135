"""What corrections changed: the corpus as people say beside the corpus as the machine alone links it.

The two are compared, so that nothing has to be remembered on the way: a page that is gone leads to where its mentions
went, and a correction without which all would be the same has no effect.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from according.linking.forms import fold
from according.linking.machine import Machine, facts, page
from according.memo import FORGETFUL, Memo
from according.model import Actor, Claim, Linked, Mention, Place, Source
from according.overrides import EntityOverride, Overrides


def note_effects(machine: Machine, linked: Linked, overrides: Overrides, memo: Memo = FORGETFUL) -> Linked:
    """The corrected corpus with the pages that moved, and with the corrections that had an effect."""
    went = _ways(machine, linked, memo)
    moved = dict(sorted((old, new) for old, new in went.items() if new != old))
    effects = _Effects(machine, linked, went)
    applied = {
        *effects.of_entities("places", overrides.places),
        *effects.of_entities("actors", overrides.actors),
        *effects.of_sources(overrides),
    }
    return replace(linked, moved={**linked.moved, **moved}, applied=frozenset(applied), met=linked.applied)


def applies(overrides: Overrides) -> bool:
    """Whether anything is said of places, actors or sources."""
    said: tuple[Mapping[str, Any], ...] = (overrides.places, overrides.actors, overrides.sources)
    return any(said)


def _ways(machine: Machine, linked: Linked, memo: Memo) -> Mapping[str, str]:
    """By page of the machine's, the page to which most of its mentions went."""
    went = {}
    for article, before in machine.mentions.items():
        read = (
            before,
            linked.mentions.get(article, ()),
            machine.speakers.get(article, ()),
            linked.claims.get(article, ()),
        )
        went[article] = memo.recall("ways", article, read, partial(_counted, *read))
    return memo.gather("where pages went", (), went, _most)


def _counted(
    before: Sequence[tuple[int, int, str]],
    mentions: Sequence[Mention],
    speakers: Sequence[str],
    claims: Sequence[Claim],
) -> dict[str, Counter[str]]:
    """By page of the machine's, how often it became which page in one article."""
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for old, new in (*_named(before, mentions), *_spoken(speakers, claims)):
        ways[old][new] += 1
    return dict(ways)


def _most(old: str, went: Mapping[str, Counter[str]]) -> str:
    """Where most of a page went; all else being the same, it stayed."""
    ways = sum(went.values(), Counter[str]())
    return min(ways, key=lambda new: (-ways[new], new != old, new))


def _named(before: Sequence[tuple[int, int, str]], mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    now = {(m.span.start, m.span.end): f"{m.kind}s/{m.entity}" for m in mentions if m.entity}
    for start, end, old in before:
        if new := now.get((start, end)):
            yield old, new


def _spoken(speakers: Sequence[str], claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    for old, claim in zip(speakers, claims, strict=False):
        if old and claim.source:
            yield old, f"sources/{claim.source}"


class _Effects:
    """Which corrections changed something."""

    def __init__(self, machine: Machine, linked: Linked, went: Mapping[str, str]) -> None:
        self._machine, self._linked = machine, linked
        self._came: dict[str, str] = {}  # by page, the first of those that went there
        for old, new in went.items():
            self._came[new] = min(old, self._came.get(new, old))
        self._asked, self._written = set(machine.asked), set(machine.written)

    def of_entities(self, kind: str, rules: Mapping[str, EntityOverride]) -> Iterator[tuple[str, str]]:
        """The corrections of places or of actors, by file and key."""
        now = self._linked.places if kind == "places" else self._linked.actors
        named = {e.name: e for e in now.values()}
        for name, rule in rules.items():
            if rule.ignore or rule.hide:
                effective = any(fold(form.text) in self._written for form in rule.forms)
            else:
                effective = name in named and self._differs(named[name])
            if effective:
                yield f"{kind}.yaml", name

    def of_sources(self, overrides: Overrides) -> Iterator[tuple[str, str]]:
        """The corrections of sources, by file and key."""
        now = {s.name: s for s in self._linked.sources.values()}
        for name, rule in overrides.sources.items():
            answered = any(fold(other) in self._written for other in rule.never)  # a question about copies
            if fold(name) in self._written if rule.ignore else name in now and (answered or self._differs(now[name])):
                yield "sources.yaml", name

    def _differs(self, entity: Place | Actor | Source) -> bool:
        """Whether the machine alone would show something else, or would ask."""
        old = self._came.get(page(entity), "")
        return old.rpartition("/")[2] in self._asked or self._machine.facts.get(old) != facts(entity)
