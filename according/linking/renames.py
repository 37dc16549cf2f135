"""What people call things now: a name that one correction takes away means the same thing in the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from according.linking.forms import fold
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride

Renames = Mapping[str, str]  # by folded name: the name that people give to what it named, in all articles


def entity_names(overrides: Overrides) -> Renames:
    """Other names of places and actors; who speaks is called so too."""
    return _names(r for r in (*overrides.places.values(), *overrides.actors.values()) if not r.ignore)


def place_names(overrides: Overrides) -> Renames:
    """Other names of places."""
    return _names(r for r in overrides.places.values() if not r.ignore)


def source_names(overrides: Overrides) -> Renames:
    """Other names of sources, and of the places and actors among them."""
    of_entities = entity_names(overrides)
    own = _names(r for r in overrides.sources.values() if not r.ignore)
    return {**of_entities, **{form: of_entities.get(fold(name), name) for form, name in own.items()}}


def _names(rules: Iterable[EntityOverride | SourceOverride]) -> dict[str, str]:
    found: dict[str, str] = {}
    for rule in rules:
        for form in _forms(rule):
            if not form.articles and fold(form.text) != fold(rule.name):
                found.setdefault(fold(form.text), rule.name)
    return found


def _forms(rule: EntityOverride | SourceOverride) -> tuple[AliasRule, ...]:
    if isinstance(rule, SourceOverride):
        return rule.aliases
    return (*rule.forms, AliasRule(rule.meant.title)) if rule.meant.title else rule.forms
