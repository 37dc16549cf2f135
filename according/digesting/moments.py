"""Which of two readings was told later: by day, and on one day by the hour where both tell it on one clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from according.digesting.record import Record
from according.model import Claim, Reading


def hour(record: Record, claim: Claim) -> time | None:
    """The hour at which a claim was told: its article's, where it was said on the day of the article."""
    article = record.linked.articles[claim.article]
    return article.time if claim.date in (None, article.date) else None


def is_later(one: Reading, other: Reading) -> bool:
    """Whether one reading was surely told after another."""
    if one.date is None or other.date is None:
        return False
    if one.date != other.date:
        return one.date > other.date
    if one.hour is None or other.hour is None or (one.hour.tzinfo is None) != (other.hour.tzinfo is None):
        return False
    return datetime.combine(one.date, one.hour) > datetime.combine(other.date, other.hour)


def last(readings: Iterable[Reading]) -> list[Reading]:
    """Those after which none of the others was surely told."""
    told = list(readings)
    return [r for r in told if not any(is_later(o, r) for o in told)]
