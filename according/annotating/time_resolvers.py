"""How each class of time expressions is resolved against the day on which an article speaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from according.annotating.calendar_readings import UNRESOLVED, Reading, day, days, month, shifted, years
from according.model import Precision

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "couple of": 2,
    "a couple of": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "twenty": 20,
    "thirty": 30,
}
FEASTS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "valentines day": (2, 14),
    "halloween": (10, 31),
    "may day": (5, 1),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against."""

    anchor: date | None  # the day on which the article speaks
    ahead: bool | None  # its clause is about the future (True), the past (False), or does not tell
    latest: Reading  # the day told before it in the text


SEASONS = frozenset({"christmas"})  # "over Christmas" is no day
DAY_PART = r"(?:morning|afternoon|lunchtime|evening|night)"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text.lower()]


def _month_number(text: str) -> int:
    return MONTHS.index(text[:3].lower()) + 1


def _date(year: int, number: int, day_text: str) -> date | None:
    try:
        return date(year, number, int(re.sub(r"\D", "", day_text)))
    except ValueError:  # "February 30"
        return None


def _in_year(context: Context, made: Callable[[int], date | None]) -> date | None:
    """The date of the year that fits: up to the anchor, from the anchor on, or the nearest, as the clause leans."""
    if context.anchor is None:
        return None
    anchor = context.anchor
    near = [d for y in (-1, 0, 1) if (d := made(anchor.year + y))]
    if context.ahead:
        return min((d for d in near if d >= anchor), default=None)
    if context.ahead is None:
        return min(near, key=lambda d: (abs(d - anchor) // 2 if d <= anchor else d - anchor, d), default=None)
    # A day of grace: articles are dated in the publisher's time zone.
    return max((d for d in near if d <= anchor + timedelta(days=1)), default=None)


def read_full_date(match: re.Match[str], context: Context) -> Reading:
    """Read "10 February 2020", "Feb. 10", "Tuesday, February 11th"."""
    number, text = _month_number(match["month"]), match["day"]
    if match["year"]:
        found = _date(int(match["year"]), number, text)
    else:
        found = _in_year(context, lambda year: _date(year, number, text))
    return day(found) if found else UNRESOLVED


def read_day_range(match: re.Match[str], context: Context) -> Reading:
    """Read "February 10-11", "30 March to 2 April 2016"."""
    groups = match.groupdict()
    last_month = _month_number(groups.get("month2") or groups["month"])

    def last_day(year: int) -> date | None:
        return _date(year, last_month, groups["last"])

    end = last_day(int(groups["year"])) if groups["year"] else _in_year(context, last_day)
    if end is None:
        return UNRESOLVED
    first_month = _month_number(groups["month"])
    start = _date(end.year - (first_month > end.month), first_month, groups["first"])
    return days(start, end) if start else UNRESOLVED


def read_iso(match: re.Match[str], _: Context) -> Reading:
    """Read "2020-02-11"."""
    found = _date(int(match["year"]), min(12, int(match["month"])), match["day"])
    return day(found) if found and int(match["month"]) <= 12 else UNRESOLVED


def read_month(match: re.Match[str], context: Context) -> Reading:
    """Read "in February", "last March", "May 2015"."""
    number = _month_number(match["month"])
    if match["year"]:
        return month(int(match["year"]), number)
    if context.anchor is None:
        return UNRESOLVED
    lead = (match["lead"] or "").lower()
    year, now = context.anchor.year, context.anchor.month
    if lead == "next" or (context.ahead and lead != "last"):
        return month(year + (number < now or (lead == "next" and number == now)), number)
    return month(year - (number > now or (lead == "last" and number == now)), number)


def read_weekday(match: re.Match[str], context: Context) -> Reading:
    """Read "on Tuesday", "last Friday", "early on Monday", "Sunday night"."""
    lead = (match["lead"] or "").lower()
    number = WEEKDAYS.index(match["weekday"].lower())
    base = context.latest.start if lead in {"the following", "that"} else context.anchor
    if base is None:
        return UNRESOLVED
    onward, back = (number - base.weekday()) % 7, (base.weekday() - number) % 7
    if onward == 1 and not lead:
        # Told of a place further east: there the next day has begun when the article appears.
        return day(base + timedelta(days=1))
    if lead in {"next", "this coming", "the following"} or (context.ahead and "last" not in lead):
        return day(base + timedelta(days=onward or 7 * (lead not in {"", "this"})))
    return day(base - timedelta(days=back or 7 * (lead in {"last", "this past"})))


DEICTIC_OFFSETS = {"yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1, "the day before yesterday": -2}


def read_deictic(match: re.Match[str], context: Context) -> Reading:
    """Read "today", "yesterday evening", "last night", "tomorrow"."""
    words = re.sub(rf"(?<=day|row) {DAY_PART}$", "", match["word"].lower())
    if context.anchor is None:
        return UNRESOLVED
    if words == "overnight":
        return days(context.anchor - timedelta(days=1), context.anchor)
    return day(context.anchor + timedelta(days=DEICTIC_OFFSETS.get(words, 0)))


def read_period(match: re.Match[str], context: Context) -> Reading:
    """Read "last week", "this month", "next year", "earlier this week", "last weekend"."""
    if context.anchor is None:
        return UNRESOLVED
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    unit = match["unit"].lower()
    if unit not in {"week", "weekend", "fortnight"}:
        return shifted(day(context.anchor), step, unit)
    monday = context.anchor - timedelta(days=context.anchor.weekday())
    if unit == "weekend":
        # "The weekend" looks back to the one before, unless it is Saturday or Sunday already or the clause looks ahead.
        step = step or (-1 if context.anchor.weekday() < 5 and not context.ahead else 0)
        return days(monday + timedelta(days=7 * step + 5), monday + timedelta(days=7 * step + 6))
    monday += timedelta(days=7 * step)
    return Reading(monday, monday + timedelta(days=6), Precision.WEEK)


def read_past_run(match: re.Match[str], context: Context) -> Reading:
    """Read "over the past week", "in the last three days": a run of days that ends at the anchor."""
    if context.anchor is None:
        return UNRESOLVED
    count = _number(match["count"]) if match["count"] else 1
    start = shifted(day(context.anchor), -count, match["unit"].lower()).start
    precision = {"day": Precision.DAY, "night": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH}
    return Reading(start, context.anchor, precision.get(match["unit"].lower(), Precision.YEAR)) if start else UNRESOLVED


def read_ago(match: re.Match[str], context: Context) -> Reading:
    """Read "three days ago", "an hour ago"; weeks, months and years stay as coarse as they are."""
    if context.anchor is None:
        return UNRESOLVED
    if match["unit"].lower() in {"minute", "hour"}:
        return day(context.anchor)
    return shifted(day(context.anchor), -_number(match["count"]), match["unit"].lower())


def read_shift(match: re.Match[str], context: Context) -> Reading:
    """Read "two days later", "a week earlier": counted from the day told before."""
    sign = 1 if match["way"].lower() in {"later", "afterwards", "afterward"} else -1
    return shifted(context.latest, sign * _number(match["count"]), match["unit"].lower())


def read_neighbour(match: re.Match[str], context: Context) -> Reading:
    """Read "the next day", "the same day", "that night": beside the day told before."""
    word = match["which"].lower()
    step = 1 if word in {"next", "following"} else -1 if word == "previous" else 0
    return shifted(context.latest, step, "day")


def read_year(match: re.Match[str], _: Context) -> Reading:
    """Read "in 2014", "between 2014 and 2016", "(2015)"."""
    first = int(match["first"])
    last = int(match["last"]) if match["last"] else first
    return years(first, last) if first <= last else UNRESOLVED


def read_decade(match: re.Match[str], _: Context) -> Reading:
    """Read "the 1990s"."""
    return years(int(match["first"]), int(match["first"]) + 9)


def read_feast(match: re.Match[str], context: Context) -> Reading:
    """Read "on New Year's Eve", "Christmas 2015"."""
    name = re.sub(r"['’]", "", match["name"].lower())
    number, day_of_month = FEASTS[name]
    whole = name in SEASONS

    def reading(found: date) -> Reading:
        return Reading(found - timedelta(days=1), found + timedelta(days=1), Precision.WEEK) if whole else day(found)

    if match["year"]:
        return reading(date(int(match["year"]), number, day_of_month))
    found = _in_year(context, lambda year: date(year, number, day_of_month))
    return reading(found) if found else UNRESOLVED
