"""What an entry says in vain whatever the articles say: it is warned of, and left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from according.errors import Level, Problem
from according.overrides.syntax import IGNORE
from according.overrides.types import EntityOverride, Overrides, SourceOverride

Fold = Callable[[str], str]  # what is the same of two names is one name
Rule = TypeVar("Rule", EntityOverride, SourceOverride)


def needless(overrides: Overrides, fold: Fold) -> Iterator[Problem]:
    """A warning for every name that is parted into its own words, and for every limit that another form takes back."""
    entities = (*overrides.places.values(), *overrides.actors.values())
    for rule in entities:
        yield from _torn(rule)
        yield from _taken_back(rule, fold)
    for source in overrides.sources.values():
        yield from _taken_back(source, fold)


def without_needless(overrides: Overrides, fold: Fold) -> Overrides:
    """The corrections without those that would only make pages of words, and without limits that limit nothing."""
    places, actors = (
        {n: _unlimited(replace(r, never=() if r.fragments else r.never), fold) for n, r in rules.items()}
        for rules in (overrides.places, overrides.actors)
    )
    sources = {name: _unlimited(rule, fold) for name, rule in overrides.sources.items()}
    return replace(overrides, places=places, actors=actors, sources=sources)


def _torn(rule: EntityOverride) -> Iterator[Problem]:
    """Names that are parted into their own words, which nobody means."""
    if rule.fragments:
        line, column = rule.marks.get(("not",), (rule.line, 0))
        message = f'"not" parts "{rule.name}" into its own words, which is not done.'
        remedy = f'If it is no name at all, write "{rule.name}: {IGNORE}".'
        yield Problem(rule.file, line, message, remedy, Level.WARNING, column)


def _taken_back(rule: EntityOverride | SourceOverride, fold: Fold) -> Iterator[Problem]:
    for i, where in _limited(rule, fold).items():
        line, column = rule.marks.get(("aliases", i), (rule.line, 0))
        at = next((rule.marks[path] for path in (where, where[:1]) if path in rule.marks), (rule.line, 1))
        already = f"by line {at[0]}, column {at[1]}, already"
        message = f'"{rule.aliases[i].text}" means "{rule.name}" in every article {already}; to limit it does nothing.'
        yield Problem(rule.file, line, message, "Remove one of the two.", Level.WARNING, column)


def _unlimited(rule: Rule, fold: Fold) -> Rule:
    limited = _limited(rule, fold)
    aliases = (replace(alias, articles=()) if i in limited else alias for i, alias in enumerate(rule.aliases))
    return replace(rule, aliases=tuple(aliases)) if limited else rule


def _limited(rule: EntityOverride | SourceOverride, fold: Fold) -> Mapping[int, tuple[str | int, ...]]:
    """The aliases for some articles whose form the entry also has for all, and where it does."""
    everywhere: dict[str, tuple[str | int, ...]] = {}
    for i, alias in enumerate(rule.aliases):
        if not alias.articles:
            everywhere.setdefault(fold(alias.text), ("aliases", i))
    if isinstance(rule, EntityOverride):
        former = "former" if ("former",) in rule.marks else "formerly"
        named = [*((form, former) for form in rule.former), *([(rule.acronym, "acronym")] if rule.acronym else [])]
        for form, key in named:
            everywhere.setdefault(fold(form), (key,))
    limited = {i: fold(alias.text) for i, alias in enumerate(rule.aliases) if alias.articles}
    return {i: everywhere[form] for i, form in limited.items() if form in everywhere}
