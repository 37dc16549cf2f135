"""A day and, where it is told, the hour: ``2020-02-11T14:30:00+02:00``, as RFC 3339 and most people write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, tzinfo

DAY = r"\d{4}-\d{2}-\d{2}"
CLOCK = r"(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
ZONE = r"(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
MOMENT = re.compile(rf"{DAY}(?:[Tt]|\s+){CLOCK}\s*{ZONE}", re.IGNORECASE)
MIDNIGHT = time(0)


def hour(words: str) -> time | None:
    """The hour of a moment, with its zone where one is told; raises ValueError for what is no moment.

    Midnight to the second is how programs write a day of which they do not know the hour, so it tells none.
    """
    found = MOMENT.fullmatch(words)
    if found is None:
        raise ValueError("not a moment")
    hours, _, rest = found[1].partition(":")
    told = time.fromisoformat(f"{hours.zfill(2)}:{rest}")
    return None if told == MIDNIGHT else told.replace(tzinfo=_zone(found[2] or ""))


def _zone(words: str) -> tzinfo | None:
    if not words:
        return None
    if words[0] not in "+-":
        return UTC
    return datetime.strptime(words.replace(":", "").ljust(5, "0"), "%z").tzinfo
