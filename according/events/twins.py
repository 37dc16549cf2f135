"""Events of one title: all but the one of which most is told get another, so that a reader can tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import replace
from itertools import count

from according.events.assembling import Context
from according.events.drafts import Draft
from according.events.headlines import central_headline
from according.events.titles import Title, written_date
from according.events.when import EventDate
from according.model import Event, Precision


def tell_apart(
    events: Mapping[str, Event], drafts: Mapping[str, Draft], found: Collection[str], context: Context
) -> dict[str, Event]:
    """The same events, no two of which share a title; ``found`` are those that nobody had to part from another one."""
    sharing: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events.values():
        sharing[event.title].append(event)
    apart, taken = dict(events), set(sharing)
    for _, twins in sorted(sharing.items()):
        for event in sorted(twins, key=lambda e: (e.id not in found, -len(e.claims), e.id))[1:]:
            title = another_title(event, drafts[event.id], taken, context)
            taken.add(title.text)
            apart[event.id] = replace(event, title=title.text, title_from=title.article)
    return apart


def another_title(event: Event, draft: Draft, taken: Container[str], context: Context) -> Title:
    """The first title that no other event has."""
    return next(title for title in _titles(event, draft, context) if title.text not in taken)


def _titles(event: Event, draft: Draft, context: Context) -> Iterator[Title]:
    """What else an event could be called: by its headline, by who reported it first, by when, and by a number."""
    headline = central_headline(draft, event.type, context.linked, context.frequencies)
    if headline:
        yield Title(*headline)
    first = context.linked.articles[event.articles[0]]
    day = written_date(EventDate(first.date, first.date, Precision.DAY))
    for told in (first.outlet, ", ".join(part for part in (first.outlet, day) if part)):
        if told:
            yield Title(f"{event.title} ({told})", None)
    yield from (Title(f"{event.title} ({number})", None) for number in count(2))
