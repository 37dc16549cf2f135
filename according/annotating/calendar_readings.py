"""What a time expression resolves to, and how one is moved along the calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from according.model import Precision

# Days of a unit when it is counted back or on; months and years are counted on the calendar.
UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


class Reading(NamedTuple):
    """What an expression resolves to; both ends are inclusive, None where the text alone does not tell."""

    start: date | None
    end: date | None
    precision: Precision


UNRESOLVED = Reading(None, None, Precision.UNKNOWN)


def day(value: date) -> Reading:
    """One day."""
    return Reading(value, value, Precision.DAY)


def days(start: date, end: date) -> Reading:
    """A run of days; nothing when it would run backwards."""
    return Reading(start, end, Precision.DAY) if start <= end else UNRESOLVED


def month(year: int, number: int) -> Reading:
    """A whole month."""
    return Reading(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), Precision.MONTH)


def years(first: int, last: int) -> Reading:
    """Whole years."""
    return Reading(date(first, 1, 1), date(last, 12, 31), Precision.YEAR)


def shifted(reading: Reading, count: int, unit: str) -> Reading:
    """A reading moved by so many units; the result is as coarse as the unit."""
    if reading.start is None or reading.end is None:
        return UNRESOLVED
    if unit in UNIT_DAYS:
        start = reading.start + timedelta(days=count * UNIT_DAYS[unit])
        return Reading(start, start, Precision.DAY if UNIT_DAYS[unit] == 1 else Precision.WEEK)
    if unit == "month":
        index = reading.start.year * 12 + reading.start.month - 1 + count
        return month(index // 12, index % 12 + 1)
    year = reading.start.year + count * (10 if unit == "decade" else 1)
    return years(year, year) if 1000 < year < 9000 else UNRESOLVED
