"""Which events came to be and which are gone where people moved sentences: told by the entry that did it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.listing import listed
from according.model import Deed, Effect, Event
from according.overrides import EventOverride

Rules = Mapping[str, EventOverride]


def came_and_went(
    rules: Rules, events: Mapping[str, Event], parted: Mapping[str, str], merged: Mapping[str, str]
) -> dict[str, tuple[Deed, ...]]:
    """By entry, the event that it made of what it leaves out, and those that are no more though it does not name them.

    ``parted`` are the ids of what was left out with those of the events that it was left out of, ``merged`` the ids of
    what is gone with those of the events that tell it now.
    """
    return {key: tuple(_deeds(key, rule, events, parted, merged)) for key, rule in rules.items() if key in events}


def _deeds(
    key: str, rule: EventOverride, events: Mapping[str, Event], parted: Mapping[str, str], merged: Mapping[str, str]
) -> Iterator[Deed]:
    if gone := sorted(old for old, new in merged.items() if new == key and old not in rule.includes):
        yield Deed("replace", "", listed(gone))
    yield from (Deed("release", events[new].title, new) for new, old in parted.items() if old == key and new in events)


def by_page(effects: Mapping[str, Effect], events: Mapping[str, Event]) -> dict[str, tuple[Effect, ...]]:
    """What entries did, by the page that they are about, and on the pages of what they left out."""
    found: dict[str, tuple[Effect, ...]] = {f"events/{key}": (effect,) for key, effect in effects.items()}
    for key, effect in effects.items():
        for deed in (d for d in effect.deeds if d.what == "release"):
            origin = Effect(effect.file, effect.line, key, (Deed("released", "", events[key].title),))
            found[f"events/{deed.new}"] = (*found.get(f"events/{deed.new}", ()), origin)
    return found
