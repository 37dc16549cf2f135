"""Places where people say that events happened: what is said of them makes them one, also where no article does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from according.overrides.types import EntityOverride, Overrides

Fold = Callable[[str], str]  # what is the same of two names is one name


def with_venues(overrides: Overrides, fold: Fold) -> Overrides:
    """The corrections, with the entries marked that say where a place lies that an event is given."""
    wanted = {fold(rule.place) for rule in overrides.events.values() if rule.place}
    marked = {
        name: replace(rule, venue=True)
        for name, rule in overrides.places.items()
        if wanted and _is_somewhere(rule) and any(fold(f.text) in wanted for f in rule.forms if not f.articles)
    }
    return replace(overrides, places={**overrides.places, **marked}) if marked else overrides


def _is_somewhere(rule: EntityOverride) -> bool:
    return bool(rule.at or rule.geonames or rule.parent)
