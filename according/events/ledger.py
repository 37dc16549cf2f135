"""Which event each passage belonged to at the last build, so that events keep their addresses; the file lives in git.

For every event: its title and what the title was made from, and for every article that reports it the hashes of the
sentences that do. Whoever reads the file sees what belongs together; whoever deletes it gets new addresses.

Pages of places, actors and sources that only corrections made stand there too, each with the page that the machine
alone makes of the same: when the correction is another one or gone, the address leads there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from according.errors import AccordingError, Problem
from according.memo import FORGETFUL, Memo
from according.textfile import read_text
from according.yamlfile import parse

LEDGER = "ledger.yaml"
HASH_LENGTH = 8  # hexadecimal digits; compared within one article only
HEADER = """\
# Which event each passage belonged to at the last build, and which pages only corrections have made. The build writes
# this file and reads it the next time, so that an event keeps its address when articles are added, and addresses of
# corrected names lead on. Keep it in git; do not edit it: corrections go into events.yaml and the files beside it.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it was."""

    title: str
    title_from: str  # article id; empty when the title is made from our template
    named_by: str  # type, place and date at the time; the title stays until one of them changes
    told: Mapping[str, tuple[str, ...]]  # by article: the hashes of its sentences
    names: tuple[str, ...] = ()  # of places and actors in a title that is made; it stays while they are called so


@dataclass(frozen=True, slots=True)
class Ledger:
    """All events as they were, and where old ids lead; ``pages`` are those that only corrections had made."""

    events: Mapping[str, Entry] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)  # "places/corrected" -> "places/as-the-machine-has-it"


def sentence_hash(text: str) -> str:
    """What stands for a sentence in the ledger; white space does not count."""
    words = " ".join(text.split())
    return hashlib.sha256(words.encode("utf8", "surrogatepass")).hexdigest()[:HASH_LENGTH]


def read_ledger(path: Path, memo: Memo = FORGETFUL) -> Ledger:
    """The ledger of the last build; an empty one when there is no file. Raises AccordingError when it is damaged."""
    if not path.exists():
        return Ledger()
    text = read_text(path)
    return memo.recall("read ledger", "", (path, text), lambda: _ledger(path, text))


def _ledger(path: Path, text: str) -> Ledger:
    data = parse(text, str(path)).data or {}
    try:
        events = {str(key): _entry(row) for key, row in (data.get("events") or {}).items()}
        moved, pages = (
            {str(old): str(new) for old, new in (data.get(key) or {}).items()} for key in ("moved", "pages")
        )
    except (AttributeError, KeyError, TypeError) as error:
        problem = Problem(
            str(path), 0, "This is no ledger of events.", "Restore it from git, or delete it: events get new addresses."
        )
        raise AccordingError([problem]) from error
    return Ledger(events, moved, pages)


def titles(text: str) -> dict[str, str]:
    """By event: the title in the text of a ledger, those that people have put into another event included."""
    return {key: entry.title for key, entry in _ledger(Path(LEDGER), text).events.items()}


def _entry(row: Mapping[str, Any]) -> Entry:
    told = {str(article): tuple(str(hashes).split()) for article, hashes in row["told"].items()}
    names = tuple(map(str, row.get("names") or ()))
    return Entry(str(row["title"]), str(row.get("title_from") or ""), str(row["named_by"]), told, names)


def dump_ledger(ledger: Ledger) -> str:
    """The file's text: the same ledger gives the same text."""
    data: dict[str, Any] = {"events": {key: _row(ledger.events[key]) for key in sorted(ledger.events)}}
    if ledger.moved:
        data["moved"] = dict(sorted(ledger.moved.items()))
    if ledger.pages:
        data["pages"] = dict(sorted(ledger.pages.items()))
    # libyaml writes the same as PyYAML's own emitter in a tenth of the time.
    return HEADER + str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000))


def _row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"title": entry.title}
    if entry.title_from:
        row["title_from"] = entry.title_from
    row["named_by"] = entry.named_by
    if entry.names:
        row["names"] = list(entry.names)
    row["told"] = {article: " ".join(entry.told[article]) for article in sorted(entry.told)}
    return row
