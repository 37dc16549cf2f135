"""YAML with positions: every key and value knows its line and column, so that a mistake is shown where it stands.

Scalars follow the core schema of YAML 1.2: only ``true`` and ``false`` are booleans (``NO`` is text), dates stay text.
Anchors, aliases and tags are refused: nothing here needs them, and an alias can stand for gigabytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from according.errors import AccordingError, Level, Problem
from according.notyaml import closed_early, indented
from according.textfile import read_text

DEEPEST = 20  # levels; more is no file that a person wrote
NULL = re.compile(r"null|Null|NULL|~|")
BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
INTEGER = re.compile(r"[-+]?[0-9]+")
BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")  # but YAML's type for it is a number's
REMEDIES = {
    "mapping values are not allowed": "Check that the line above ends in a colon where this one stands below it, "
    'and put a value that holds a colon in quotes: title: "One: two".',
    "cannot start any token": "Indent with spaces, not tabs; put a value that starts with @, ` or % in quotes.",
    "could not find expected ':'": "Every line needs a key, a colon, a space and a value.",
    "alphabetic or numeric": "Put text that starts with * or & in quotes.",
    "did not find expected": "Check the indentation, and that quotes and brackets are closed.",
    "found unexpected end of stream": "A quote or bracket is not closed.",
    "nesting depth": "Write fewer levels.",
}
PLAIN = re.compile(r"[^\W\d_][\w .()'/-]*[\w)]")  # what YAML reads as a string without quotes
# What YAML lets nobody write (YAML 1.2.2, section 5.1), and what it takes for the end of a line.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPED = re.compile(f"{UNPRINTABLE.pattern}|[\x85\u2028\u2029\ufeff]")
RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
QUOTES = ("'", '"')
PRINTED = re.compile(r"[“”„‘‚«].*[”“’‘»]", re.DOTALL)
COMMENTED = re.compile(r"(?:^|\s)#\S[^:]*:\s*$")  # a name that was meant to be one
TOO_DEEP = "The values are nested too deeply."

KeyPath = tuple[str | int, ...]
Events = Callable[[], Any]


class Mark(NamedTuple):
    """A place in a file, counted from 1; 0 when unknown."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: plain data, and where each key and value stands."""

    file: str
    data: Any
    keys: Mapping[KeyPath, Mark] = field(default_factory=dict)
    values: Mapping[KeyPath, Mark] = field(default_factory=dict)
    raw: Mapping[KeyPath, str] = field(default_factory=dict)  # scalars as they are written, quotes and escapes undone
    lines: Mapping[KeyPath, tuple[str, ...]] = field(default_factory=dict)  # of text without quotes that has several
    printed_quotes: tuple[Mark, ...] = ()  # text without YAML's quotes that begins and ends with those of print

    def mark(self, path: KeyPath, *, key: bool = False) -> Mark:
        """Where the value (or key) at a path stands, or the nearest thing around it."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Mark(0, 0))

    def texts(self) -> Any:
        """The data with every scalar as it is written, for files in which all is text: "26e80912" is no number."""
        return _texts(self.data, (), self.raw)

    def problem(self, path: KeyPath, message: str, remedy: str, *, key: bool = False) -> Problem:
        """An error at a path."""
        line, column = self.mark(path, key=key)
        return Problem(self.file, line, message, remedy, column=column)

    def warnings(self) -> Iterator[Problem]:
        """Quotes of print, as a word processor makes them, which YAML takes for a part of the text."""
        for line, column in self.printed_quotes:
            remedy = 'Take them away, or write straight ones (") around all of it.'
            yield Problem(self.file, line, "These quotes become a part of the text.", remedy, Level.WARNING, column)


def _texts(data: Any, path: KeyPath, raw: Mapping[KeyPath, str]) -> Any:
    if isinstance(data, dict):
        return {key: _texts(value, (*path, key), raw) for key, value in data.items()}
    if isinstance(data, list):
        return [_texts(value, (*path, i), raw) for i, value in enumerate(data)]
    return raw.get(path, data)


def read_yaml(path: Path) -> Document:
    """A YAML file; raises AccordingError with everything that is wrong in it."""
    return parse(read_text(path), str(path))


def parse(text: str, file: str, first_line: int = 1) -> Document:
    """YAML text that starts at a line of a file; raises AccordingError with everything that is wrong in it."""
    reader = _Reader(text, file, first_line)
    document = reader.read()
    if reader.problems:
        raise AccordingError(reader.problems)
    return document


def scalar(text: str) -> Any:
    """What an unquoted scalar means in the core schema of YAML 1.2."""
    if NULL.fullmatch(text):
        return None
    if BOOLEAN.fullmatch(text):
        return text.lower() == "true"
    if INTEGER.fullmatch(text) and len(text) < 20:  # longer ones are no number that anybody counts with
        return int(text)
    if BASED.fullmatch(text) and len(text) < 20:
        return int(text, 0)
    if NUMBER.fullmatch(text):
        return float(text)
    if NO_NUMBER.fullmatch(text):
        return float(text.replace(".", ""))
    return text


def written(text: str) -> str:
    """A string as it is written in YAML, quoted only where it has to be."""
    if PLAIN.fullmatch(text) and text.lower() not in RESERVED:
        return text
    quoted = json.dumps(text, ensure_ascii=False)  # JSON's quotes are YAML's, too
    return ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


class _Reader:
    """Builds a document from libyaml's events, which cost no more than the text is long."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.text, self.file, self.first_line = text, file, first_line
        self.problems: list[Problem] = []
        self.keys: dict[KeyPath, Mark] = {}
        self.values: dict[KeyPath, Mark] = {}
        self.raw: dict[KeyPath, str] = {}
        self.broken: dict[KeyPath, tuple[str, ...]] = {}
        self.printed: list[Mark] = []
        self.long_quote: Any = None

    def read(self) -> Document:
        try:
            data = self._document(yaml.CSafeLoader(self.text))
        except yaml.MarkedYAMLError as error:
            raise AccordingError([*self.problems, self._syntax(error)]) from error
        except yaml.reader.ReaderError as error:
            raise AccordingError([self._character(error)]) from error
        return Document(self.file, data, self.keys, self.values, self.raw, self.broken, tuple(self.printed))

    def _document(self, loader: yaml.CSafeLoader) -> Any:
        following: Events = loader.get_event
        following()  # the stream starts
        if isinstance(following(), yaml.StreamEndEvent):
            return None
        data = self._value(following(), following, ())
        following()  # the document ends
        if not isinstance(after := following(), yaml.StreamEndEvent):
            self._refuse(after, "A second document starts here.", "Remove the line ---.")
        return data

    def _value(self, event: Any, following: Events, path: KeyPath) -> Any:
        if len(path) > DEEPEST:
            raise AccordingError([self._problem(event, TOO_DEEP, REMEDIES["nesting depth"])])
        self.values[path] = self._mark(event)
        if getattr(event, "tag", None):
            remedy = "Put a value that starts with ! in quotes."
            self._refuse(event, f"Tags such as {event.tag} are not read here.", remedy)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(following, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(following, path)
        if isinstance(event, yaml.AliasEvent):
            remedy = "Write the value out, or put text that starts with * in quotes."
            self._refuse(event, f"Aliases such as *{event.anchor} are not read here.", remedy)
            return None
        self._look_at_quotes(event)
        self.raw[path] = event.value
        first, last = event.start_mark.line, event.end_mark.line
        if last > first and not event.style:
            lines = (self._lines[first][event.start_mark.column :], *self._lines[first + 1 : last + 1])
            self.broken[path] = tuple(line.strip() for line in lines if line.strip())
        return scalar(event.value) if event.implicit[0] else event.value

    def _mapping(self, following: Events, path: KeyPath) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(event := following(), yaml.MappingEndEvent):
            if isinstance(event, yaml.AliasEvent):
                remedy = f'Put it in quotes: "*{event.anchor}":'
                raise AccordingError([self._problem(event, "A name cannot start with *.", remedy)])
            if not isinstance(event, yaml.ScalarEvent):
                raise AccordingError([self._problem(event, "A key must be plain text.", "Write key: value.")])
            self._look_at_quotes(event)
            key, here, value = event.value, (*path, event.value), following()
            if key in made:
                both = isinstance(value, yaml.MappingStartEvent) and isinstance(made[key], dict)
                what = "put what stands below both of them below that one" if both else "keep one of them"
                remedy = f"It is also on line {self.keys[here].line}; {what}."
                self._refuse(event, f'The key "{key}" is here twice.', remedy)
            self.keys[here] = self._mark(event)
            made[key] = self._value(value, following, here)
        return made

    def _sequence(self, following: Events, path: KeyPath) -> list[Any]:
        made: list[Any] = []
        while not isinstance(event := following(), yaml.SequenceEndEvent):
            made.append(self._value(event, following, (*path, len(made))))
        return made

    def _mark(self, event: Any) -> Mark:
        return Mark(event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def _problem(self, event: Any, message: str, remedy: str) -> Problem:
        line, column = self._mark(event)
        return Problem(self.file, line, message, remedy, column=column)

    def _refuse(self, event: Any, message: str, remedy: str) -> None:
        self.problems.append(self._problem(event, message, remedy))

    def _look_at_quotes(self, event: Any) -> None:
        """Remember the last quotes that close on another line, and those that are none to YAML."""
        if event.style in QUOTES:
            self.long_quote = event if event.end_mark.line > event.start_mark.line else self.long_quote
        elif PRINTED.fullmatch(event.value):
            self.printed.append(self._mark(event))

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        what = error.problem or "the text is not YAML"
        mark = error.problem_mark or error.context_mark
        if error.context == "while parsing a quoted scalar":  # one that is not closed is not even scanned
            message, remedy = "A backslash in double quotes must be doubled.", "Double it, or use single quotes."
        elif error.context_mark and "quoted scalar" in (error.context or ""):
            mark, message, remedy = error.context_mark, "The quote that opens here is not closed.", "Close it."
        else:
            # libyaml has a limit of its own
            message = TOO_DEEP if "nesting depth" in what else f"This is not YAML: {what}."
            remedy = self._remedy(error, what, mark.line if mark else 0)
            if error.context == "while scanning a simple key":  # which is missed only where the next line begins
                mark = error.context_mark or mark
        line, column = (mark.line + self.first_line, mark.column + 1) if mark else (0, 0)
        if mark and "did not find expected" in what and (early := closed_early(self._lines, mark)):
            column, message, remedy = early
        return Problem(self.file, line, message, remedy, column=column)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def _remedy(self, error: yaml.MarkedYAMLError, what: str, line: int) -> str:
        """What to do about text that is not YAML."""
        if error.context_mark and "while parsing a flow" in (error.context or ""):
            opened = error.context_mark.line + self.first_line
            return f"Close the bracket that opens on line {opened}, and put commas between what it holds."
        quote = self.long_quote
        if quote and quote.end_mark.line == line:
            opened, closed = (mark.line + self.first_line for mark in (quote.start_mark, quote.end_mark))
            return f"The quote that opens on line {opened} closes only on line {closed}; close it before."
        if any(COMMENTED.search(text) for text in self._lines[max(0, line - 1) : line + 1]):
            return 'What follows a # is a comment; put a name that holds one in quotes: "Name #1":'
        told = next((r for words, r in REMEDIES.items() if words in what), "Check the line and the one above it.")
        return indented(self._lines, line, self.first_line) or told

    def _character(self, error: yaml.reader.ReaderError) -> Problem:
        found = UNPRINTABLE.search(self.text)
        at = found.start() if found else 0
        line, column = self.text.count("\n", 0, at) + self.first_line, at - self.text.rfind("\n", 0, at)
        message = f"This is not YAML: {error.reason}."
        return Problem(self.file, line, message, "Remove the invisible character.", column=column)
