"""Given names and surnames of a large country of immigrants, to tell a person's full name from other capitals."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from according.annotating.wordlists.sections import read_sections


@cache
def _sections() -> dict[str, frozenset[str]]:
    return read_sections(files("according.linking") / "census_names.txt")


def is_given_name(word: str) -> bool:
    """Whether people are called by this word, or by its first part: "Lester", "Jean-Marc"."""
    return word.lower().split("-", 1)[0] in _sections()["given"]


def is_surname(word: str) -> bool:
    """Whether it is a frequent surname: "Jones"."""
    return word.lower() in _sections()["surname"]
