"""When an event was: the day that its passages tell, decided over all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from according.events.drafts import Draft
from according.model import Annotation, Linked, Precision, TimeExpression, ToldDay

TITLE_WEIGHT = 2.0
TRIGGER_WEIGHT = 1.5  # the sentence tells what happened
SAID_WEIGHT = 0.4  # the day on which something was said, not that of what was said
FUTURE_WEIGHT = 0.2  # announced, not yet told of
PUBLISHED_WEIGHT = 0.15  # where no day is told, or hardly: news is mostly of the day
OLD_WEIGHT = 0.2  # long before the report: background
OLD = timedelta(days=45)
STAMP_WEIGHT = 0.1  # "— Name (@handle) November 10, 2016": when somebody wrote, not when something was
STAMP = re.compile(r"\(@\w+\)\s*$")
LONGEST = timedelta(days=10)  # a longer run of days is a period, not a date
NEARLY = 0.75  # of days told nearly as much the first is that of the event, the others those of what followed
LEAD = 4  # sentences of an article about an event; a day told there is the event's
DISPUTED = timedelta(days=3)


class EventDate(NamedTuple):
    """Start and end, inclusive. Unknown precision: no passage tells the day, it is that of the reports."""

    start: date | None
    end: date | None
    precision: Precision


def event_date(draft: Draft, linked: Linked) -> EventDate:
    """The day or days for which the passages speak most; each article has one vote to divide."""
    votes: defaultdict[tuple[date, date], float] = defaultdict(float)
    told: set[tuple[date, date]] = set()
    for article, weights in draft.weights().items():
        own: defaultdict[tuple[date, date], float] = defaultdict(float)
        for time, weight in _weighted_times(draft, article, weights, linked):
            if time.start and time.end:
                own[time.start, time.end] += weight
        told |= own.keys()
        if published := linked.articles[article].date:
            own[published, published] += PUBLISHED_WEIGHT
        total = max(1.0, sum(own.values()))  # an article that hardly tells a day has hardly a vote
        for days, weight in own.items():
            votes[days] += weight / total
    if not votes:
        return EventDate(None, None, Precision.UNKNOWN)
    most = max(votes.values())
    start, end = min(d for d, vote in votes.items() if vote >= NEARLY * most)
    return EventDate(start, end, Precision.DAY if (start, end) in told else Precision.UNKNOWN)


def _weighted_times(
    draft: Draft, article: str, weights: Mapping[int, float], linked: Linked
) -> Iterator[tuple[TimeExpression, float]]:
    """The days that one article tells of the event."""
    annotation, published = linked.annotations[article], linked.articles[article].date
    if article in draft.titled and annotation.title:
        for time in filter(_is_day, annotation.title.times):
            yield time, TITLE_WEIGHT * _age_weight(time, published)
    starts = [s.span.start for s in annotation.sentences]
    told = {bisect_right(starts, t.span.start) - 1 for t in annotation.triggers}
    for time in filter(_is_day, annotation.times):
        sentence = bisect_right(starts, time.span.start) - 1
        if sentence in weights:
            weight = weights[sentence] * (TRIGGER_WEIGHT if sentence in told else 1.0)
            if _is_said(time, annotation):
                weight *= SAID_WEIGHT
            if STAMP.search(linked.articles[article].text, max(0, time.span.start - 30), time.span.start):
                weight *= STAMP_WEIGHT
            yield time, weight * _age_weight(time, published)


def _is_day(time: TimeExpression) -> bool:
    return bool(time.precision is Precision.DAY and time.start and time.end and time.end - time.start <= LONGEST)


def _age_weight(time: TimeExpression, published: date | None) -> float:
    if published is None or time.start is None:
        return 1.0
    if time.start > published + timedelta(days=1):
        return FUTURE_WEIGHT
    return OLD_WEIGHT if published - time.start > OLD else 1.0


def _is_said(time: TimeExpression, annotation: Annotation) -> bool:
    """Whether the time stands with a cue, outside what is said: "he said on Monday that ..."."""
    reach = 60  # characters between a cue and its time
    if any(span.contains(time.span) for a in annotation.attributions for span in a.content):
        return False
    return any(
        abs(time.span.start - cue.end) < reach or abs(cue.start - time.span.end) < reach
        for a in annotation.attributions
        for cue in a.cue
    )


def told_days(draft: Draft, when: EventDate, type_: str, linked: Linked) -> tuple[ToldDay, ...]:
    """The days on which the sources put an event, where they do not agree; that of the event first.

    An article counts when a sentence of its lead tells this kind of event and one day, and nothing said or announced.
    """
    found: defaultdict[tuple[date, date], list[str]] = defaultdict(list)
    for article, weights in draft.weights().items():
        days = _days_of_kind(article, sorted(weights)[:LEAD], type_, linked)
        if len(days) == 1:
            found[days.pop()].append(article)
    decided = next((d for d in found if d == (when.start, when.end)), None)
    if decided is None:
        return ()
    apart = sorted(d for d in found if (d[1] < decided[0] or d[0] > decided[1]) and _is_near(d[0], decided[0]))
    return tuple(ToldDay(*d, tuple(found[d])) for d in (decided, *apart)) if apart else ()


def _days_of_kind(article: str, sentences: Sequence[int], type_: str, linked: Linked) -> set[tuple[date, date]]:
    """The days told in sentences of an article that tell a kind of event."""
    annotation, published = linked.annotations[article], linked.articles[article].date
    starts = [s.span.start for s in annotation.sentences]
    telling = {bisect_right(starts, t.span.start) - 1 for t in annotation.triggers if t.type == type_}
    return {
        (time.start, time.end)
        for time in annotation.times
        if _is_day(time) and bisect_right(starts, time.span.start) - 1 in telling.intersection(sentences)
        if time.start and time.end and not _is_said(time, annotation) and _age_weight(time, published) == 1.0
    }


def _is_near(one: date, other: date) -> bool:
    """Days further apart are those of two events."""
    return abs(one - other) <= DISPUTED
