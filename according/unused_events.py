"""What people say of events in vain: places, articles, claims and events that are not there or change nothing."""

from __future__ import annotations

from collections.abc import Iterator

from according.events.correcting import find_place
from according.events.questions import are_apart
from according.linking.forms import fold
from according.linking.renames import place_names
from according.model import EventSet, Linked
from according.occurring import Occurring
from according.overrides import EventOverride, Overrides
from according.overrides.types import lines_at
from according.unheeded import Vain
from according.yamlfile import written

KINDS_OF_PART = {"includes": "event, article or claim", "without": "article or claim", "not": "event"}
# Why a part of what is said of an event does nothing: what is wrong, what to do.
IDLE = {
    "all": ('Nothing of the event would be left without "{}".', "Write hide: true, if it shall have no page."),
    "absent": ('"{}" tells nothing of this event.', "Remove it from the list."),
    "there": ('"{}" tells of no other event.', "Remove it from the list."),
    "silent": ('"{}" tells of no event.', "Remove it from the list."),
    "left out": ('"{}" is what this event leaves out.', 'Remove it from "includes", or what it holds from "without".'),
}
UNNAMED = 'If no article names it, say where it is in places.yaml: "{}:", and below it "at", "geonames" or "in".'


class UnusedOfEvents:
    """Looks for it; ``there`` is what the corpus has."""

    def __init__(self, overrides: Overrides, linked: Linked, events: EventSet, there: Occurring) -> None:
        self._linked, self._there, self._events = linked, there, events.events
        self._idle: dict[tuple[str, str, str], str] = {(v.event, v.key, v.part): v.why for v in events.vain}
        self._renamed = place_names(overrides)

    def said_in_vain(self, rule: EventOverride) -> Iterator[Vain]:
        """Each of its values that leads nowhere, with what is wrong and what to do."""
        if rule.place and find_place(rule.place, self._linked, self._renamed) is None:
            yield ("place",), f'No place that the articles name is called "{rule.place}".', self._place(rule.place)
        for key, parts in (("includes", rule.includes), ("without", rule.without), ("not", rule.never)):
            pieces = {i: found for found in self._there.titles_in_pieces(parts) for i in found[0]}
            for i, part in enumerate(parts):
                if i in pieces:
                    inside, title, event = pieces[i]
                    if i == inside[0]:
                        yield (
                            (key, i),
                            f'"{title}" is a title, which commas part into {len(inside)}.',
                            f"Its id: {event}.",
                        )
                elif reason := self._idle.get((rule.id, key, part)):
                    message, remedy = IDLE[reason]
                    yield (key, i), message.format(part), remedy
                elif key == "not" and are_apart(rule.id, part, self._events):
                    yield (key, i), f'"{part}" is another event without this line, too.', "Remove it from the list."
                elif part not in self._there.parts[key]:
                    message = f'No {KINDS_OF_PART[key]} has the id "{part}".'
                    yield (key, i), message, self._meant_by(part, key, lines_at(rule.broken, (key, i)))

    def _place(self, name: str) -> str:
        """What to do about a place that is none: who says so, or what is called nearly so, and how it would be one."""
        if said := self._there.no_place_since(name) or self._there.at_address(name):
            return said
        return f"{self._there.like_place(name)} {UNNAMED.format(written(name))}".strip()

    def _meant_by(self, part: str, key: str, lines: tuple[str, ...]) -> str:
        """What was meant by an id that nothing of its kind has."""
        titled = part if part in self._there.parts["not"] else self._there.titles.get(fold(part))
        if not titled:
            return self._there.instead_of_part(part, key, lines)
        return (
            "That is an event; name articles or claims." if key == "without" else f"That is a title; its id: {titled}."
        )
