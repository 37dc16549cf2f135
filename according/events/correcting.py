"""What people say of events (``events.yaml``): merge, split, hide; name, date, place and type."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from according.events.drafts import Draft, make_draft
from according.events.titles import Title
from according.events.types import TYPES
from according.linking.forms import fold
from according.linking.renames import Renames
from according.linking.slugs import slug
from according.model import Deed, Doing, Event, Linked, Precision
from according.overrides import EventOverride

FILE = "events.yaml"


@dataclasses.dataclass(frozen=True, slots=True)
class Corrected:
    """The drafts after merging and splitting."""

    drafts: tuple[Draft, ...]
    pinned: Mapping[int, str]  # index of a draft -> its id; those split off have none yet
    merged: Mapping[str, str]  # id that an override puts into another -> that other
    deeds: Mapping[str, tuple[Deed, ...]]  # by key of an override that merged or split something: what it did


def correct_drafts(
    drafts: Sequence[Draft], ids: Sequence[str], rules: Mapping[str, EventOverride], linked: Linked
) -> Corrected:
    """Merge what overrides include and split off what they leave out; ``ids`` are those that the drafts would get."""
    parts = {key: set(d.sentences) for key, d in zip(ids, drafts, strict=True)}
    titled = {key: set(d.titled) for key, d in zip(ids, drafts, strict=True)}
    split_off: list[tuple[set[tuple[str, int]], str]] = []
    merged: dict[str, str] = {}
    deeds: defaultdict[str, tuple[Deed, ...]] = defaultdict(tuple)
    as_found = dict(zip(ids, drafts, strict=True))
    for key in sorted(rules):
        for other in rules[key].includes:
            if key in parts and other in parts and other != key:
                deeds[key] += (_counted("include", other, parts[other]),)
                parts[key] |= parts.pop(other)
                titled[key] |= titled[other]
                merged[other] = key
        left_out = {s for s in parts.get(key, ()) if _leaves_out(rules[key], s, linked)}
        if left_out and left_out != parts[key]:
            parts[key] -= left_out
            split_off.append((left_out, key))
            deeds[key] += (_counted("leave_out", "", left_out),)
    made = [as_found[k] if k not in deeds else make_draft(told, titled[k], linked) for k, told in parts.items()]
    made += [make_draft(told, titled[key], linked) for told, key in split_off]
    return Corrected(tuple(made), dict(enumerate(parts)), merged, dict(deeds))


def _counted(what: Doing, old: str, sentences: Collection[tuple[str, int]]) -> Deed:
    return Deed(what, old, "", len(sentences), len({article for article, _ in sentences}))


def _leaves_out(rule: EventOverride, sentence: tuple[str, int], linked: Linked) -> bool:
    article, index = sentence
    if article in rule.without:
        return True
    return any(c.id in rule.without and index in c.sentences for c in linked.claims.get(article, ()))


def correct_event(
    event: Event, rule: EventOverride, linked: Linked, renamed: Renames, entitle: Callable[[Event], Title]
) -> tuple[Event, tuple[Deed, ...]]:
    """The event with what a person says of it, and what that changed; ``entitle`` makes a title of what it tells.

    ``renamed`` are names of places that people have changed.
    """
    changed = _facts_corrected(event, rule, linked, renamed)
    if rule.title:
        changed = dataclasses.replace(changed, title=rule.title, title_from=None)
    elif changed != event and not event.title_from:  # made of what was not true; a headline stays its outlet's words
        title = entitle(changed)
        changed = dataclasses.replace(changed, title=title.text, title_from=title.article)
    deeds = tuple(_changes(event, changed, linked))
    if rule.hide:
        deeds += (_counted("hide", "", [(p.article, n) for p in event.passages for n in p.sentences]),)
    return dataclasses.replace(changed, overridden=True), deeds


def _facts_corrected(event: Event, rule: EventOverride, linked: Linked, renamed: Renames) -> Event:
    """The event with the day, kind and place that a person gives it."""
    changed = event
    if rule.start:
        end = rule.end or rule.start
        changed = dataclasses.replace(changed, start=rule.start, end=end, precision=Precision.DAY)
    if rule.type in TYPES:
        changed = dataclasses.replace(changed, type=rule.type, plover=TYPES[rule.type].plover)
    place = find_place(rule.place, linked, renamed) if rule.place else None
    if place:
        changed = dataclasses.replace(changed, place=place, places=tuple(dict.fromkeys((place, *changed.places))))
    return changed


def _changes(event: Event, changed: Event, linked: Linked) -> Iterator[Deed]:
    """What differs between an event as the machine tells of it and as a person does."""
    if event.title != changed.title:
        yield Deed("title", event.title, changed.title)
    if (event.start, event.end, event.precision) != (changed.start, changed.end, changed.precision):
        yield Deed("date", _days(event), _days(changed))
    if event.type != changed.type:
        yield Deed("kind", event.type, changed.type)
    if event.place != changed.place:
        old, new = (linked.places.get(e.place or "") for e in (event, changed))
        yield Deed("place", old.name if old else "", new.name if new else "")


def _days(event: Event) -> str:
    """The first and the last day of an event as text; nothing where they are not known to the day."""
    days = (event.start, event.end) if event.precision is Precision.DAY else ()
    return "/".join(dict.fromkeys(day.isoformat() for day in days if day))


def kept_apart(rules: Mapping[str, EventOverride], events: Mapping[str, Event]) -> dict[str, tuple[Deed, ...]]:
    """By override, the events that it keeps apart of which the build would ask: both of them are there."""
    found = {
        key: tuple(Deed("apart", "", events[o].title) for o in rule.never if o in events)
        for key, rule in rules.items()
        if key in events
    }
    return {key: deeds for key, deeds in found.items() if deeds}


def find_place(name: str, linked: Linked, renamed: Renames) -> str | None:
    """The place that a person means: by id, by a name that people give or take, by its name, or by one of its forms."""
    if name in linked.places:
        return name
    wanted = slug(renamed.get(fold(name), name))
    given = [p.id for p in linked.places.values() if p.overridden and slug(p.name) == wanted]
    named = [p.id for p in linked.places.values() if slug(p.name) == wanted]
    formed = [p.id for p in linked.places.values() if any(slug(f.text) == wanted for f in p.forms)]
    return min(given or named or formed, default=None)
