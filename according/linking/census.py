"""Given names and surnames of a large country of immigrants, to tell a person's full name from other capitals."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _sections() -> dict[str, frozenset[str]]:
    text = (files("according.linking") / "census_names.txt").read_text(encoding="utf8")
    sections: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.extend(line.split())
    return {name: frozenset(words) for name, words in sections.items()}


def is_given_name(word: str) -> bool:
    """Whether people are called by this word, or by its first part: "Lester", "Jean-Marc"."""
    return word.lower().split("-", 1)[0] in _sections()["given"]


def is_surname(word: str) -> bool:
    """Whether it is a frequent surname: "Jones"."""
    return word.lower() in _sections()["surname"]
