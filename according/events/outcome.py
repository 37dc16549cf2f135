"""Which events came to be and which are gone where people moved sentences: told by the entry that did it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from according.model import Deed, Effect, Event
from according.overrides import EventOverride

Rules = Mapping[str, EventOverride]


def called(deeds: Mapping[str, tuple[Deed, ...]], titles: Mapping[str, str]) -> dict[str, tuple[Deed, ...]]:
    """What entries did, with the events that they take in by title; articles and statements are called by their ids."""
    return {
        key: tuple(replace(d, old=titles.get(d.old, d.old)) if d.what == "include" else d for d in done)
        for key, done in deeds.items()
    }


def came_and_went(
    rules: Rules, events: Mapping[str, Event], parted: Mapping[str, str], gone: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[Deed, ...]]:
    """By entry, the event that it made of what it leaves out, and those that are no more though it does not name them.

    ``parted`` are the ids of what was left out with those of the events that it was left out of, ``gone`` those of
    what is no more with its titles, by the events that tell it now.
    """
    return {
        key: tuple(_deeds(key, rule, events, parted, gone.get(key, {}))) for key, rule in rules.items() if key in events
    }


def _deeds(
    key: str, rule: EventOverride, events: Mapping[str, Event], parted: Mapping[str, str], gone: Mapping[str, str]
) -> Iterator[Deed]:
    yield from (Deed("replace", gone[old]) for old in sorted(gone) if old not in rule.includes)
    yield from (Deed("release", events[new].title, new) for new, old in parted.items() if old == key and new in events)


def by_page(effects: Mapping[str, Effect], events: Mapping[str, Event]) -> dict[str, tuple[Effect, ...]]:
    """What entries did, by the page that they are about, and on the pages of what they left out."""
    found: dict[str, tuple[Effect, ...]] = {f"events/{key}": (effect,) for key, effect in effects.items()}
    for key, effect in effects.items():
        for deed in (d for d in effect.deeds if d.what == "release"):
            origin = Effect(effect.file, effect.line, key, (Deed("released", "", events[key].title),))
            found[f"events/{deed.new}"] = (*found.get(f"events/{deed.new}", ()), origin)
    return found
