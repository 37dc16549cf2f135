"""The lines between two ``---`` at the top of a file: title, date, outlet, address and language of an article."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

from according.errors import AccordingError, Level, Problem
from according.mistakes import nearest
from according.reading import moments
from according.reading.draft import Facts
from according.yamlfile import Document, parse

KEYS = {  # what may be written, and what it tells
    "title": "title",
    "date": "date",
    "outlet": "outlet",
    "publisher": "outlet",
    "source": "outlet",
    "site": "outlet",
    "url": "url",
    "language": "language",
}
OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(?=[ \t]*(?:#|[\w\"'-]+[ \t]*:|---))")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
LONGEST = 20_000  # characters in which the closing line must come
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}.*)?")
ADDRESS = re.compile(r"https?://[^\s/]+\S*")
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")


def split(text: str, file: str) -> tuple[str, int, tuple[Problem, ...]]:
    """The YAML of a file's front matter ("" without one), and where the text after it starts."""
    opening = OPENING.match(text)
    if opening is None:
        return "", 0, ()
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST)
    if closing is None:
        remedy = "End it with a line of three dashes; until then it is read as text."
        return "", 0, (Problem(file, 1, "The front matter does not end.", remedy, Level.WARNING),)
    return text[opening.end() : closing.start()], closing.end(), ()


def read(yaml: str, file: str) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts of a front matter, and warnings; raises AccordingError when it is not YAML."""
    document = parse(yaml, file, first_line=2)
    if document.data is None:
        return Facts(), ()
    if not isinstance(document.data, dict):
        problem = document.problem((), "The front matter does not hold keys.", 'Write "title: ...", each on a line.')
        raise AccordingError([problem])
    reader = _Reader(document)
    return reader.facts(), tuple(reader.problems)


class _Reader:
    """Takes the facts out of a front matter; what it cannot use is a warning."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def facts(self) -> Facts:
        found: dict[str, Any] = {}
        for key in self.document.data:
            fact = KEYS.get(key.lower())
            if fact is None:
                self._warn(key, f'The key "{key}" is not used.', nearest(key, KEYS), key_itself=True)
            elif fact in found:
                self._warn(key, f'The {fact} is told twice; "{key}" is not used.', "Keep one key.", key_itself=True)
            elif value := self._value(key, fact):
                found[fact] = value
                if fact == "date" and (hour := self._hour(key)):
                    found["time"] = hour
        return Facts(**found)

    def _value(self, key: str, fact: str) -> Any:
        raw = self.document.raw.get((key,))
        if raw is None:
            self._warn(key, f'"{key}" is not text.', "Write one value after the colon.")
            return None
        words = " ".join(raw.split())
        if fact == "date":
            return self._date(key, words)
        if fact == "url":
            return self._matching(key, words, ADDRESS, "a web address", "https://example.org/news")
        if fact == "language":
            language = self._matching(key, words, LANGUAGE, "a language code", "en")
            return language and language.split("-")[0].split("_")[0].lower()
        return words

    def _date(self, key: str, words: str) -> date | None:
        day = DAY.fullmatch(words)
        try:
            if day:
                return date.fromisoformat(day[1])
        except ValueError:
            pass  # 2020-02-30 has the form of a day; the warning says that it is none
        if words:
            self._warn(key, f'"{words[:40]}" is not a date, so the article has none.', "Write it as 2020-02-12.")
        return None

    def _hour(self, key: str) -> time | None:
        """The hour behind a day, where one is told."""
        words = " ".join(self.document.raw[key,].split())
        if len(words) == len("2020-02-12"):
            return None
        try:
            return moments.hour(words)
        except ValueError:
            message = f'"{words[10:50].lstrip("Tt ")}" is not an hour, so the article has its day only.'
            self._warn(key, message, "Write it as 2020-02-12 14:30, or with its zone as 2020-02-12 14:30+02:00.")
            return None

    def _matching(self, key: str, words: str, pattern: re.Pattern[str], what: str, example: str) -> str | None:
        if words and not pattern.fullmatch(words):
            self._warn(key, f'"{words[:80]}" is not {what} and is not used.', f"Write it as {example}.")
            return None
        return words or None

    def _warn(self, key: str, message: str, remedy: str, *, key_itself: bool = False) -> None:
        line, column = self.document.mark((key,), key=key_itself)
        self.problems.append(Problem(self.document.file, line, message, remedy, Level.WARNING, column))
