"""Which event each passage belonged to at the last build, so that events keep their addresses; the file lives in git.

For every event: its title and what the title was made from, and for every article that reports it the hashes of the
sentences that do. Whoever reads the file sees what belongs together; whoever deletes it gets new addresses.

The same is kept of an event that is no more, while its address leads to another one: what ``without`` had parted, or
new articles put together, has its address again when it is there again.

Addresses of places, actors and sources that only corrections made stand there too, each with the page that the machine
alone makes of the same, or nothing: when the correction is another one or gone, the address leads there.
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from according.errors import AccordingError, Problem
from according.memo import FORGETFUL, Memo
from according.textfile import read_text
from according.yamlfile import Document, parse

LEDGER = "ledger.yaml"
EARLIER = 3  # titles of an event that are remembered beside the last one
MOST_PARTS = 9  # shapes of what people parted off that are remembered: who tries lines out finds what was there
ID = r"[\w-]+"
PAGE = rf"(?:places|actors|sources)/{ID}"
HASH_LENGTH = 8  # hexadecimal digits; compared within one article only
HEADER = """\
# Which event each passage belonged to at the last build, and which pages only corrections have made. The build writes
# this file and reads it the next time, so that an event keeps its address when articles are added, and addresses of
# corrected names lead on. Keep it in git; do not edit it: corrections go into events.yaml and the files beside it.
"""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title of an event, and what it rests on: it stays until one of these changes."""

    text: str
    article: str  # whose headline it is; empty when the title is made from our template
    named_by: str  # type, place and date at the time
    names: tuple[str, ...] = ()  # of places and actors in a title that is made


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it was."""

    titled: Titled
    told: Mapping[str, tuple[str, ...]]  # by article: the hashes of its sentences
    earlier: tuple[Titled, ...] = ()  # the first titles that it had, which come back when what they rest on does
    as_part: tuple[str, ...] = ()  # hashes of all that it told, each time that people had parted it from another one

    @property
    def titles(self) -> tuple[Titled, ...]:
        """All titles that are remembered, the first one first."""
        return (*self.earlier, self.titled)

    def called(self, now: Titled) -> Entry:
        """The event with the title that it has now; those that it had after that one are forgotten."""
        before = self.titles[: self.titles.index(now)] if now in self.titles else self.titles[:EARLIER]
        return replace(self, titled=now, earlier=tuple(known for known in before if known.text))

    def parted(self) -> Entry:
        """The event as one that people have parted from another one."""
        now = shape((article, told) for article, hashes in self.told.items() for told in hashes)
        return replace(self, as_part=(*(old for old in self.as_part if old != now), now)[-MOST_PARTS:])


@dataclass(frozen=True)
class Ledger:
    """All events as they were, and where old ids lead; ``pages`` are those that only corrections had made."""

    events: Mapping[str, Entry] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)  # "places/corrected" -> "places/as-the-machine-has-it"
    gone: Mapping[str, Entry] = field(default_factory=dict)  # those of old ids, as they were last

    @cached_property
    def known(self) -> Mapping[str, Entry]:
        """All events of which anything is known, those included that are no more."""
        return {**self.gone, **self.events}

    def followed_by(self, events: Mapping[str, Entry], moved: Mapping[str, str]) -> Ledger:
        """The ledger of the next build; of an old id without an event it keeps what that was last."""
        gone = {old: known for old in moved if old not in events and (known := self.known.get(old))}
        return Ledger(events, moved, gone=gone)

    def without(self, ids: Collection[str]) -> Ledger:
        """The ledger as if it did not know what some events told: nothing else is one of them, or gets the id."""
        events, gone = ({k: e for k, e in kept.items() if k not in ids} for kept in (self.events, self.gone))
        return replace(self, events=events, gone=gone, moved={**self.moved, **dict.fromkeys(ids, "")}) if ids else self


def sentence_hash(text: str) -> str:
    """What stands for a sentence in the ledger; white space does not count."""
    words = " ".join(text.split())
    return hashlib.sha256(words.encode("utf8", "surrogatepass")).hexdigest()[:HASH_LENGTH]


def shape(told: Iterable[tuple[str, str]]) -> str:
    """What stands for all sentences of an event, by article and hash."""
    return sentence_hash(" ".join(f"{article}:{hashed}" for article, hashed in sorted(told)))


def read_ledger(path: Path, memo: Memo = FORGETFUL) -> Ledger:
    """The ledger of the last build; an empty one when there is no file. Raises AccordingError when it is damaged."""
    if not path.exists():
        return Ledger()
    text = read_text(path)
    return memo.recall("read ledger", "", (path, text), lambda: _ledger(path, text))


def _ledger(path: Path, text: str) -> Ledger:
    document = parse(text, str(path))
    data = document.texts() or {}
    try:
        events, gone = (
            {str(key): _entry(row) for key, row in (data.get(name) or {}).items()} for name in ("events", "gone")
        )
        moved, pages = (
            {str(old): str(new) for old, new in (data.get(key) or {}).items()} for key in ("moved", "pages")
        )
    except (AttributeError, KeyError, TypeError) as error:
        problem = Problem(
            str(path), 0, "This is no ledger of events.", "Restore it from git, or delete it: events get new addresses."
        )
        raise AccordingError([problem]) from error
    if problems := list(_no_addresses(document, data)):
        raise AccordingError(problems)
    return Ledger(events, moved, pages, gone)


def _no_addresses(document: Document, data: Mapping[str, Any]) -> Iterator[Problem]:
    """A mistake for all that stands in place of an event's id or a page's address, and leads out of the site."""
    of_events = ((name, "id of an event", ID) for name in ("events", "gone", "moved"))
    for name, what, form in (*of_events, ("pages", "address of a page", PAGE)):
        for key, value in (data.get(name) or {}).items():
            own = re.fullmatch(form, key) is None
            if own or (isinstance(value, str) and value and re.fullmatch(form, value) is None):
                shown = json.dumps(key if own else value, ensure_ascii=False)
                remedy = "Remove the entry, or restore the file from git."
                yield document.problem((name, key), f"The ledger has {shown} for the {what}.", remedy, key=own)


def titles(text: str) -> dict[str, str]:
    """By event: the title in the text of a ledger, those included that are in another event or no more."""
    return {key: entry.titled.text for key, entry in _ledger(Path(LEDGER), text).known.items()}


def _entry(row: Mapping[str, Any]) -> Entry:
    told = {str(article): tuple(str(hashes).split()) for article, hashes in row["told"].items()}
    parts = tuple(str(row.get("as_part") or "").split())
    return Entry(_titled(row), told, tuple(map(_titled, row.get("earlier") or ())), parts)


def _titled(row: Mapping[str, Any]) -> Titled:
    names = tuple(map(str, row.get("names") or ()))
    return Titled(str(row["title"]), str(row.get("title_from") or ""), str(row["named_by"]), names)


def dump_ledger(ledger: Ledger, memo: Memo = FORGETFUL) -> str:
    """The file's text: the same ledger gives the same text."""
    parts = [_events("events", ledger.events, memo) or "events: {}\n"]
    for name, addresses in (("moved", ledger.moved), ("pages", ledger.pages)):
        if addresses:
            parts.append(_yaml({name: dict(sorted(addresses.items()))}))
    return HEADER + "".join(parts) + _events("gone", ledger.gone, memo)


def _events(name: str, entries: Mapping[str, Entry], memo: Memo) -> str:
    """The lines of some events below their name, if there are any."""
    lines = memo.recall_each(f"{name} of the ledger", ((key, (key, e)) for key, e in entries.items()), _event)
    return "".join((f"{name}:\n", *(lines[key] for key in sorted(lines)))) if lines else ""


def _event(key: str, entry: Entry) -> str:
    """An event's lines, below "events:"."""
    return textwrap.indent(_yaml({key: _row(entry)}), "  ")


def _yaml(data: Mapping[str, Any]) -> str:
    # libyaml writes the same as PyYAML's own emitter in a tenth of the time.
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000))


def _row(entry: Entry) -> dict[str, Any]:
    row = _row_of_title(entry.titled)
    if entry.earlier:
        row["earlier"] = [_row_of_title(known) for known in entry.earlier]
    row["told"] = {article: " ".join(entry.told[article]) for article in sorted(entry.told)}
    if entry.as_part:
        row["as_part"] = " ".join(entry.as_part)
    return row


def _row_of_title(known: Titled) -> dict[str, Any]:
    row: dict[str, Any] = {"title": known.text}
    if known.article:
        row["title_from"] = known.article
    row["named_by"] = known.named_by
    if known.names:
        row["names"] = list(known.names)
    return row
