"""What people say of events (``events.yaml``): merge, split, hide; name, date, place and type."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from according.events.drafts import Draft, make_draft
from according.events.types import TYPES
from according.linking.slugs import slug
from according.model import Event, Linked, Precision
from according.overrides import EventOverride

FILE = "events.yaml"


@dataclasses.dataclass(frozen=True, slots=True)
class Corrected:
    """The drafts after merging and splitting."""

    drafts: tuple[Draft, ...]
    pinned: Mapping[int, str]  # index of a draft -> its id; those split off have none yet
    merged: Mapping[str, str]  # id that an override puts into another -> that other
    applied: frozenset[str]  # keys of overrides that merged or split something


def correct_drafts(
    drafts: Sequence[Draft], ids: Sequence[str], rules: Mapping[str, EventOverride], linked: Linked
) -> Corrected:
    """Merge what overrides include and split off what they leave out; ``ids`` are those that the drafts would get."""
    parts = {key: set(d.sentences) for key, d in zip(ids, drafts, strict=True)}
    titled = {key: set(d.titled) for key, d in zip(ids, drafts, strict=True)}
    split_off: list[tuple[set[tuple[str, int]], str]] = []
    merged: dict[str, str] = {}
    applied: set[str] = set()
    as_found = dict(zip(ids, drafts, strict=True))
    for key in sorted(rules):
        for other in rules[key].includes:
            if key in parts and other in parts and other != key:
                parts[key] |= parts.pop(other)
                titled[key] |= titled[other]
                merged[other] = key
                applied.add(key)
        left_out = {s for s in parts.get(key, ()) if _leaves_out(rules[key], s, linked)}
        if left_out and left_out != parts[key]:
            parts[key] -= left_out
            split_off.append((left_out, key))
            applied.add(key)
    made = [as_found[k] if k not in applied else make_draft(told, titled[k], linked) for k, told in parts.items()]
    made += [make_draft(told, titled[key], linked) for told, key in split_off]
    return Corrected(tuple(made), dict(enumerate(parts)), merged, frozenset(applied))


def _leaves_out(rule: EventOverride, sentence: tuple[str, int], linked: Linked) -> bool:
    article, index = sentence
    if article in rule.without:
        return True
    return any(c.id in rule.without and index in c.sentences for c in linked.claims.get(article, ()))


def correct_event(event: Event, rule: EventOverride, linked: Linked) -> tuple[Event, bool]:
    """The event with what a person says of it, and whether that changed anything."""
    changed = event
    if rule.title:
        changed = dataclasses.replace(changed, title=rule.title, title_from=None)
    if rule.start:
        end = rule.end or rule.start
        changed = dataclasses.replace(changed, start=rule.start, end=end, precision=Precision.DAY)
    if rule.type in TYPES:
        changed = dataclasses.replace(changed, type=rule.type, plover=TYPES[rule.type].plover)
    place = find_place(rule.place, linked) if rule.place else None
    if place:
        changed = dataclasses.replace(changed, place=place, places=tuple(dict.fromkeys((place, *changed.places))))
    return dataclasses.replace(changed, overridden=True), changed != event


def kept_apart(rules: Mapping[str, EventOverride], events: Mapping[str, Event]) -> frozenset[str]:
    """The overrides that keep apart what the build would ask about: events that are there, both of them."""
    return frozenset(key for key, rule in rules.items() if key in events and any(o in events for o in rule.never))


def find_place(name: str, linked: Linked) -> str | None:
    """The place that a person means: by id, by name, or by one of its forms."""
    if name in linked.places:
        return name
    wanted = slug(name)
    named = [p.id for p in linked.places.values() if slug(p.name) == wanted]
    formed = [p.id for p in linked.places.values() if any(slug(f.text) == wanted for f in p.forms)]
    return min(named or formed, default=None)
