"""What people say of single events (``events.yaml``): name, date, place and type; that it has no page."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping

from according.events.questions import are_apart
from according.events.rearranging import counted
from according.events.titles import Title
from according.events.types import TYPES
from according.linking.forms import fold
from according.linking.renames import Renames
from according.linking.slugs import slug
from according.model import Deed, Event, Linked, Precision
from according.overrides import EventOverride
from according.overrides.blanks import DAY

FILE = "events.yaml"
_SETTLED = ("title", "date", "kind", "place")
_LOST = {"no_date": "date", "no_place": "place", "no_site": "place"}


def correct_event(
    event: Event, rule: EventOverride, was: Event, linked: Linked, renamed: Renames, entitle: Callable[[Event], Title]
) -> tuple[Event, tuple[Deed, ...]]:
    """The event with what a person says of it, and what that changed; ``entitle`` makes a title of what it tells.

    ``was`` is the event without this entry, ``renamed`` are names of places that people have changed.
    """
    changed = _facts_corrected(event, rule, linked, renamed)
    if rule.title:
        # Pasted as it was, it stays its outlet's words.
        article = event.title_from if rule.title == event.title else None
        changed = dataclasses.replace(changed, title=rule.title, title_from=article)
    elif changed != event and not event.title_from:  # made of what was not true; a headline stays its outlet's words
        title = entitle(changed)
        changed = dataclasses.replace(changed, title=title.text, title_from=title.article)
    deeds = tuple(changes(was, changed, linked))
    if rule.hide:
        deeds += (counted("hide", changed.title, [(p.article, n) for p in event.passages for n in p.sentences]),)
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


def changes(event: Event, changed: Event, linked: Linked) -> Iterator[Deed]:
    """What differs between an event as it was known and as it is."""
    if event.title != changed.title:
        yield Deed("title", event.title, changed.title)
    if _days(event) != _days(changed):
        yield Deed("date" if _days(changed) else "no_date", _days(event), _days(changed))
    if event.type != changed.type:
        yield Deed("kind", event.type, changed.type)
    if event.place != changed.place:
        old, new = (linked.places.get(e.place or "") for e in (event, changed))
        yield Deed("place" if new else "no_place", old.name if old else "", new.name if new else "")


def unsaid(deeds: Iterable[Deed], rule: EventOverride | None) -> Iterator[Deed]:
    """Those of some changes of an event that its own entry does not settle."""
    said = (rule.title, rule.start, rule.type, rule.place) if rule else ()
    settled = {what for what, value in zip(_SETTLED, said, strict=False) if value}
    settled |= {"title"} if settled else set()  # one that the program makes tells the day, the kind and the place
    yield from (d for d in deeds if _LOST.get(d.what, d.what) not in settled)


def _days(event: Event) -> str:
    """The first and the last day of an event as text; nothing where they are not known to the day."""
    days = (event.start, event.end) if event.precision is Precision.DAY else ()
    return "/".join(dict.fromkeys(day.isoformat() for day in days if day))


def kept_apart(rules: Mapping[str, EventOverride], events: Mapping[str, Event]) -> dict[str, tuple[Deed, ...]]:
    """By override, the events that it keeps apart of which the build could ask: both of them are there."""
    found: dict[str, tuple[Deed, ...]] = {}
    for key, rule in rules.items():
        tied = [o for o in rule.never if key in events and o in events and not are_apart(key, o, events)]
        if tied:
            found[key] = tuple(Deed("apart", "", events[o].title) for o in tied)
    return found


def find_place(name: str, linked: Linked, renamed: Renames) -> str | None:
    """The place that a person means: by id, by a name that people give or take, by its name, or by one of its forms."""
    if name in linked.places:
        return name
    wanted = slug(renamed.get(fold(name), name))
    given = [p.id for p in linked.places.values() if p.overridden and slug(p.name) == wanted]
    named = [p.id for p in linked.places.values() if slug(p.name) == wanted]
    formed = [p.id for p in linked.places.values() if any(slug(f.text) == wanted for f in p.forms)]
    return min(given or named or formed, default=None)


def day_to_write(event: Event) -> str:
    """The day of an event, or its first and last one, as YAML has it; a blank where the day is not known."""
    if event.start is None or event.precision is not Precision.DAY:
        return DAY
    last = event.end or event.start
    return f"{event.start}" if last == event.start else f"{{start: {event.start}, end: {last}}}"
