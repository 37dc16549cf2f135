"""Saved web pages: main text, title, date, outlet and address, without menus, advertisements and footers.

trafilatura (Barbaresi 2021) finds the main text; only what the page says in its metadata or address dates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from html import unescape
from typing import Any

import trafilatura

from according.errors import AccordingError, Level, Problem
from according.model import BlockKind
from according.reading import moments
from according.reading.draft import Draft, Facts, Text
from according.reading.pieces import Piece, assembled

KINDS = {"head": BlockKind.HEADING, "item": BlockKind.LIST_ITEM, "quote": BlockKind.QUOTE}
HOLDERS = frozenset({"body", "list", "quote", "div", "table", "main"})  # elements whose children are the pieces
DATES = {  # no guessing from the page's words, and no clock: a page of next year is not refused
    "extensive_search": False,
    "original_date": True,
    "min_date": "1900-01-01",
    "max_date": "2200-01-01",
}
SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d+\)(https?://[^\s<>]+) -->")
LANGUAGE = re.compile(rb"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
PUBLISHED = re.compile(
    rb"<meta\b(?=[^>]*\b(?:property|name)\s*=\s*[\"']?article:published_time\b)[^>]*\bcontent\s*=\s*[\"']?([^\"'>]+)",
    re.IGNORECASE,
)
HEAD = 10_000  # bytes in which a page says what language it is in, and browsers where it was saved from


def read(data: bytes, file: str) -> Draft:
    """What a page says of itself, and its main text; raises AccordingError when there is none."""
    page: Any = trafilatura.bare_extraction(
        data,
        url=_match(SAVED_FROM, data),
        with_metadata=True,
        include_comments=False,
        include_formatting=False,
        date_extraction_params=DATES,
    )
    text = assembled(_pieces(page.body)) if page is not None and page.body is not None else Text("", ())
    if not text.text:
        remedy = "Copy the article's text into a .txt or .md file instead."
        raise AccordingError([Problem(file, 0, "No article text was found in this page.", remedy)])
    facts = _facts(page, data)
    hour, problems = _hour(data, facts.date, file)
    return Draft(replace(facts, time=hour), text, problems)


def _hour(data: bytes, day: date | None, file: str) -> tuple[time | None, tuple[Problem, ...]]:
    """The hour that a page states, if it is one of the day that it was published, and a warning about a wrong one."""
    found = PUBLISHED.search(data)
    if found is None:
        return None, ()
    words = unescape(found[1].decode("utf8", "replace")).strip()
    if day is None or len(words) <= len("2020-02-12"):
        return None, ()
    try:
        return (moments.hour(words) if words.startswith(day.isoformat()) else None), ()
    except ValueError:
        message = f'The page was published at "{words[:40]}", which is no time, so the article has its day only.'
        line = data.count(b"\n", 0, found.start()) + 1
        remedy = "Write it as 2020-02-12T14:30:00+02:00, or leave it."
        return None, (Problem(file, line, message, remedy, Level.WARNING),)


def _facts(page: Any, data: bytes) -> Facts:
    host = (page.hostname or "").removeprefix("www.")
    url = page.url if page.url and re.fullmatch(r"https?://[^\s/]+\S*", page.url) else None
    language = _match(LANGUAGE, data)
    return Facts(
        title=page.title and " ".join(page.title.split()),
        outlet=page.sitename or host or None,
        date=date.fromisoformat(page.date) if page.date else None,
        url=url,
        language=language and language.lower(),
    )


def _match(pattern: re.Pattern[bytes], data: bytes) -> str | None:
    found = pattern.search(data, 0, HEAD)
    return found[1].decode("ascii", "replace") if found else None


def _pieces(element: Any, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Piece]:
    """The blocks of trafilatura's tree, in order."""
    yield Piece(_flat(element.text), kind)
    for child in element:
        inner = KINDS.get(child.tag, kind)
        if child.tag in HOLDERS:
            yield from _pieces(child, inner)
        elif child.tag == "row":
            yield Piece(" | ".join(words for cell in child if (words := _words(cell).strip())), inner)
        else:
            yield Piece(_words(child), inner)
        yield Piece(_flat(child.tail), kind)


def _words(element: Any) -> str:
    """The words of an element, with a line end where the page has one."""
    parts = [_flat(element.text)]
    for child in element:
        parts += ["\n" if child.tag == "lb" else _words(child), _flat(child.tail)]
    return re.sub(" {2,}", " ", "".join(parts))


def _flat(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "")
