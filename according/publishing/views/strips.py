"""Time strips: reports or events counted by day, week, month or year, whichever the span asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from according.model import Article
from according.publishing import plots
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Strip
from according.publishing.views.register import known_start
from according.publishing.words import Words

DAYS, WEEKS, MONTHS, YEARS = 45, 60 * 7, 5 * 366, 80 * 366  # the longest spans that are shown by day, week, ...
HOUR = timedelta(hours=1)
HOURS = 48 * HOUR  # the longest span that is shown by hour
CENTURIES = 300  # years; an event further back than that would press all others into one bar


def reports_strip(desk: Desk, articles: Iterable[str]) -> Strip | None:
    """When the articles of an event appeared: by hour where they tell it and came within a day or two, else by day."""
    known = [a for i in articles if (a := desk.linked.articles.get(i)) and a.date]
    return _by_hour(desk.words, known) or _strip(desk.words, [a.date for a in known if a.date], "reports")


def events_strip(desk: Desk, events: Iterable[str]) -> Strip | None:
    """When some events took place."""
    known = desk.register.briefs
    dates = [start for i in events if i in known and (start := known_start(known[i]))]
    return _strip(desk.words, dates, "events")


def _by_hour(words: Words, articles: list[Article]) -> Strip | None:
    """The strip of hours; None where there are too few, or where those without an hour would leave a day out."""
    told = _on_one_clock([datetime.combine(a.date, a.time) for a in articles if a.date and a.time])
    if len(told) < 2 or (len(told) < len(articles) and len({a.date for a in articles}) > 1):
        return None
    hours = [at.replace(minute=0, second=0) for at in told]
    if hours[0] == hours[-1] or hours[-1] - hours[0] > HOURS:
        return None
    counts = Counter(hours)
    stretch = (hours[0] + i * HOUR for i in range((hours[-1] - hours[0]) // HOUR + 1))
    bars = [plots.Bar(f"{at:%H:%M}", counts[at]) for at in stretch]
    first, last = (words.moment(at.date(), at.timetz()) for at in (told[0], told[-1]))
    text = words("strip.hours", n=words.number(len(told)), all=words.number(len(articles)), first=first, last=last)
    return Strip(plots.strip(bars), text)


def _on_one_clock(told: list[datetime]) -> list[datetime]:
    """Moments in order: in UTC where all tell their zone, as told where none does; none where they do not compare."""
    zoned = [at.astimezone(UTC) for at in told if at.tzinfo]
    return sorted(zoned or told) if len(zoned) in (0, len(told)) else []


def _strip(words: Words, dates: list[date], what: str) -> Strip | None:
    """The strip, or None where there is too little to show."""
    if len(dates) < 2 or min(dates) == max(dates):
        return None
    first, last = min(dates), max(dates)
    if last.year - first.year > CENTURIES:
        return None
    floor, step, label = _unit(words, (last - first).days)
    counts = Counter(map(floor, dates))
    bars, at = [], floor(first)
    while at <= last:
        bars.append(plots.Bar(label(at), counts[at]))
        at = step(at)
    text = words(f"strip.{what}", n=words.number(len(dates)), first=words.day(first), last=words.day(last))
    return Strip(plots.strip(bars), text)


def _unit(words: Words, days: int) -> tuple[Callable[[date], date], Callable[[date], date], Callable[[date], str]]:
    """How to floor a date, step on, and name a stretch, for a span of so many days."""
    if days <= DAYS:
        return lambda d: d, lambda d: d + timedelta(days=1), words.short_day
    if days <= WEEKS:
        return (
            lambda d: d - timedelta(days=d.weekday()),
            lambda d: d + timedelta(days=7),
            (words.short_day if days <= WEEKS // 2 else words.short_month),
        )
    if days <= MONTHS:
        return lambda d: d.replace(day=1), _next_month, words.short_month
    years = 1 if days <= YEARS else 10
    return lambda d: date(d.year - d.year % years, 1, 1), lambda d: date(d.year + years, 1, 1), lambda d: str(d.year)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
