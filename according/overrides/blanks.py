"""Words that are offered in place of what only a person knows: left in a file, they are told as placeholders."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from according.errors import Problem
from according.yamlfile import Document, KeyPath

POINT = ("latitude", "longitude")
DAY, ITEM = "YYYY-MM-DD", "Q"
# What ``explain`` offers; pages offer their own words, which are in their language.
SPELLING, NAME, HOLDER, LABEL, SOURCE = (
    "another spelling",
    "another name",
    "a place that holds it",
    "what it is",
    "another source",
)
PLACE, EVENT, ARTICLE = "Name of the place", "id-of-another-event", "id-of-an-article"
WORDS = frozenset({SPELLING, NAME, HOLDER, LABEL, SOURCE, PLACE, EVENT, ARTICLE})

INSTEAD = {  # by key: what to write
    "at": "latitude, then longitude, as in at: [37.05, 41.22]",
    "date": "its day, as in 2020-02-12",
    "start": "its first day, as in 2020-02-12",
    "end": "its last day, as in 2020-02-12",
    "wikidata": "its item, as in Q858",
    "aliases": "a spelling or another name of it, as articles write it",
    "not": "the name of what it is not, or the id if it is an event",
    "in": "the name of what contains it",
    "label": "a few words on what it is",
    "copies": "the name of the source that it repeats",
    "place": "the name of the place",
    "includes": "the ids of events, articles or claims",
    "without": "the ids of articles or claims",
}


def unfilled(document: Document, name: str, value: Mapping[str, Any], words: Collection[str]) -> Iterator[Problem]:
    """What is left to fill in of an entry; ``words`` are those that are offered in place of names, ids and labels."""
    for path, said in _said(value, (name,)):
        key = next((part for part in reversed(path) if part in INSTEAD), None)
        if key and _is_blank(str(key), said, words):
            shown = f"[{', '.join(said)}]" if isinstance(said, list) else said
            remedy = f"Write {INSTEAD[str(key)]}, or remove the line."
            yield document.problem(path, f'"{key}" still has the placeholder "{shown}".', remedy)


def _said(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Every value, with the way there; a pin is one."""
    inner: Collection[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list) and value != [*POINT]:
        inner = [*enumerate(value)]
    else:
        yield path, value
    for part, said in inner:
        yield from _said(said, (*path, part))


def _is_blank(key: str, said: Any, words: Collection[str]) -> bool:
    if key == "at":
        return bool(said == [*POINT])
    if key in ("date", "start", "end"):
        return bool(said == DAY)
    return bool(said == ITEM if key == "wikidata" else isinstance(said, str) and said.strip() in words)
