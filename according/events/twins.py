"""Events of one title: all but the one of which most is told get another, so that a reader can tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from according.events.assembling import Context
from according.events.drafts import Draft
from according.events.headlines import central_headline
from according.events.titles import Title, written_date
from according.events.when import EventDate
from according.model import Event, Precision


def tell_apart(events: Mapping[str, Event], drafts: Mapping[str, Draft], context: Context) -> dict[str, Event]:
    """The same events, no two of which share a title as long as their reports differ by headline, outlet or day."""
    sharing: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events.values():
        sharing[event.title].append(event)
    apart, taken = dict(events), set(sharing)
    for _, twins in sorted(sharing.items()):
        for event in sorted(twins, key=lambda e: (-len(e.claims), e.id))[1:]:
            title = next((t for t in _titles(event, drafts[event.id], context) if t.text not in taken), None)
            if title:
                taken.add(title.text)
                apart[event.id] = replace(event, title=title.text, title_from=title.article)
    return apart


def _titles(event: Event, draft: Draft, context: Context) -> Iterator[Title]:
    """What else an event could be called: by its headline, by who reported it first, and by when."""
    headline = central_headline(draft, event.type, context.linked, context.frequencies)
    if headline:
        yield Title(*headline)
    first = context.linked.articles[event.articles[0]]
    day = written_date(EventDate(first.date, first.date, Precision.DAY))
    for told in (first.outlet, ", ".join(part for part in (first.outlet, day) if part)):
        if told:
            yield Title(f"{event.title} ({told})", None)
