"""Overrides that did nothing, each with the closest names that do occur."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from according.errors import Level, Problem
from according.model import EventSet, Linked
from according.overrides import EntityOverride, EventOverride, Overrides, SourceOverride

CLOSE = 70  # rapidfuzz WRatio from which two names are worth showing side by side
SHOWN = 3


def unused_overrides(overrides: Overrides, linked: Linked, events: EventSet) -> tuple[Problem, ...]:
    """A warning for every override that matched nothing."""
    applied = linked.applied | events.applied
    forms = [f.text for p in linked.places.values() for f in p.forms]
    forms += [f.text for a in linked.actors.values() for f in a.forms]
    forms += [m.text for ms in linked.mentions.values() for m in ms if m.entity is None]
    sources = [s.name for s in linked.sources.values()]
    candidates: dict[str, list[str]] = {
        "places.yaml": sorted(set(forms)),
        "actors.yaml": sorted(set(forms)),
        "sources.yaml": sorted(set(sources)),
        "events.yaml": sorted(events.events),
    }
    return tuple(
        _warning(rule.file, rule.line, key, candidates[file])
        for file, key, rule in _rules(overrides)
        if (file, key) not in applied
    )


def _rules(
    overrides: Overrides,
) -> Iterable[tuple[str, str, EntityOverride | SourceOverride | EventOverride]]:
    for file, rules in (
        ("places.yaml", overrides.places),
        ("actors.yaml", overrides.actors),
        ("sources.yaml", overrides.sources),
        ("events.yaml", overrides.events),
    ):
        for key, rule in rules.items():
            yield file, key, rule


def _warning(file: str, line: int, key: str, names: list[str]) -> Problem:
    near = [n for n, score, _ in process.extract(key, names, scorer=fuzz.WRatio, limit=SHOWN) if score >= CLOSE]
    remedy = f"Close to it: {', '.join(near)}." if near else "Nothing like it occurs; remove it or check its spelling."
    return Problem(file, line, f'"{key}" matched nothing in the articles.', remedy, Level.WARNING)
