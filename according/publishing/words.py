"""The interface's words: one catalogue a language, in ``templates/words/<language>.toml``."""

from __future__ import annotations

import gettext
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from according.model import Precision

FALLBACK = "en"


class Words:
    """Looks words up by dotted key; what a language lacks is shown in English."""

    def __init__(self, catalogue: Mapping[str, Any], language: str = FALLBACK) -> None:
        self.language = language
        self.direction: str = catalogue.get("direction", "ltr")
        self._flat = dict(_flatten(catalogue))
        self.keys = frozenset(self._flat)
        # gettext's own reading of a plural rule ("n != 1"), so that translators meet the form that they know.
        self._plural = gettext.c2py(catalogue["plural"])
        self._days: dict[date, str] = {}

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, with values filled in; inside HTML they are escaped like any other text."""
        text: str = self._flat[key]
        if not values:
            return text
        if any(isinstance(v, Markup) for v in values.values()):
            return escape(text).format(**values)
        return text.format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """``count("articles", 2)`` is "2 articles"."""
        forms: Sequence[str] = self._flat[f"count.{key}"]
        form = forms[min(self._plural(number), len(forms) - 1)]
        return form.format(n=self.number(number), **values)

    def term(self, group: str, value: str) -> str:
        """A word of the data contract ("armed_force") as a reader knows it; one without an entry is shown as it is."""
        return str(self._flat.get(f"{group}.{value}") or value.replace("_", " "))

    def title(self, group: str, value: str) -> str:
        """A term at the head of something."""
        return capital(self.term(group, value))

    def number(self, value: float) -> str:
        """A number with thousands apart and no needless decimals."""
        text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
        return text.translate({ord(","): self("number.thousands"), ord("."): self("number.decimal")})

    def day(self, when: date) -> str:
        """12 February 2020."""
        if when not in self._days:
            self._days[when] = self("date.day", day=when.day, month=self.month(when), year=when.year)
        return self._days[when]

    def short_day(self, when: date) -> str:
        """12 Feb."""
        return self("date.short_day", day=when.day, month=self._flat["date.short_months"][when.month - 1])

    def moment(self, when: date, hour: time) -> str:
        """12 February 2020, 14:30 UTC+2; without a zone where none is told."""
        return self("date.moment", day=self.day(when), hour=self.hour(hour))

    def hour(self, when: time) -> str:
        """14:30 UTC+2."""
        ahead = when.utcoffset()
        if ahead is None:
            return f"{when:%H:%M}"
        minutes = abs(ahead) // timedelta(minutes=1)
        offset = f"{'-' if ahead < timedelta(0) else '+'}{minutes // 60}" + (
            f":{minutes % 60:02}" if minutes % 60 else ""
        )
        return f"{when:%H:%M} UTC{offset if minutes else ''}"

    def short_month(self, when: date) -> str:
        """Feb 2020."""
        return self("date.month", month=self._flat["date.short_months"][when.month - 1], year=when.year)

    def month(self, when: date) -> str:
        """February."""
        return str(self._flat["date.months"][when.month - 1])

    def weekday(self, when: date) -> str:
        """Wednesday 12 February 2020."""
        return self("date.weekday", weekday=self.weekday_name(when), day=self.day(when))

    def weekday_name(self, when: date) -> str:
        """Wednesday."""
        return str(self._flat["date.weekdays"][when.weekday()])

    def period(self, start: date | None, end: date | None, precision: Precision) -> str:
        """When something happened, no finer than it is known."""
        first = start or end
        if first is None:
            return self("date.unknown")
        if precision is Precision.UNKNOWN:
            return self("date.reported", day=self.day(first))
        if precision is Precision.YEAR:
            return str(first.year)
        if precision is Precision.MONTH:
            return self("date.month", month=self.month(first), year=first.year)
        if precision is Precision.WEEK:
            return self("date.week", day=self.day(first))
        if end is None or start is None or start == end:
            return self.weekday(first)
        return self._range(start, end)

    def alternatives(self, items: Sequence[str]) -> str:
        """A, B or C."""
        if len(items) < 2:
            return "".join(items)
        return self("list.last_or", start=self("list.between").join(items[:-1]), last=items[-1])

    def _range(self, start: date, end: date) -> str:
        if (start.year, start.month) == (end.year, end.month):
            return self("date.range", start=start.day, end=self.day(end))
        if start.year == end.year:
            return self(
                "date.range", start=self("date.in_year", day=start.day, month=self.month(start)), end=self.day(end)
            )
        return self("date.range", start=self.day(start), end=self.day(end))


def capital(text: str) -> str:
    """The text with its first letter as a capital, where its script has any."""
    return text[:1].upper() + text[1:]


def read_words(folders: Sequence[Path], language: str) -> Words:
    """The catalogue of a language over the English one; folders are searched first to last."""
    catalogue = _read(folders, FALLBACK)
    if language != FALLBACK:
        catalogue = _over(catalogue, _read(folders, language))
    return Words(catalogue, language)


def _read(folders: Sequence[Path], language: str) -> dict[str, Any]:
    for folder in folders:
        path = folder / "words" / f"{language}.toml"
        if path.is_file():
            return _parsed(path.read_text("utf8"))
    return {}


@lru_cache(maxsize=4)
def _parsed(text: str) -> dict[str, Any]:
    """A catalogue, which nobody changes; read again only where its text is another."""
    return tomllib.loads(text)


def _over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in top.items():
        old = out.get(key)
        out[key] = _over(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return out


def _flatten(catalogue: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    out: list[tuple[str, Any]] = []
    for key, value in catalogue.items():
        if isinstance(value, dict):
            out += _flatten(value, f"{prefix}{key}.")
        else:
            out.append((f"{prefix}{key}", value))
    return out
