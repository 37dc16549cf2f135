"""What a file's name tells: ``2020-02-12-outlet-title.md``.

The date may stand anywhere in the name. After a date at the start, the first word is the outlet and the rest the title;
an outlet of several words is written with underscores, or is named in the configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from according.reading.draft import Facts

DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
SEPARATORS = re.compile(r"[\s_-]+")


def read(file: str, outlets: Iterable[str]) -> Facts:
    """The facts in a file's name; ``outlets`` are the names that are known."""
    stem = PurePosixPath(file).stem
    found = _day(stem)
    if found is None:
        return Facts()
    day, start, end = found
    if start or "-" not in stem[end + 1 :]:
        return Facts(date=day)
    rest = stem[end:].strip("-_ ")
    for name in sorted(outlets, key=lambda n: (-len(n), n)):
        if rest.casefold().startswith(f"{_slugged(name)}-"):
            return Facts(date=day, outlet=name, title=_readable(rest[len(_slugged(name)) :]))
    outlet, _, title = rest.partition("-")
    return Facts(date=day, outlet=outlet.replace("_", " ").strip() or None, title=_readable(title))


def label(file: str, outlets: Iterable[str] = ()) -> str:
    """What to call an article without a title: the title in its file name, or the name made readable."""
    return read(file, outlets).title or _readable(PurePosixPath(file).stem)


def _readable(words: str) -> str:
    """Words instead of dashes, a capital at the start."""
    words = SEPARATORS.sub(" ", words).strip()
    return words[:1].upper() + words[1:]


def _day(stem: str) -> tuple[date, int, int] | None:
    for match in DAY.finditer(stem):
        try:
            return date.fromisoformat(match[1]), *match.span()
        except ValueError:
            continue  # 2020-99-99 is a number of something else
    return None


def _slugged(name: str) -> str:
    return SEPARATORS.sub("-", name).casefold()
