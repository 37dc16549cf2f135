"""Article ids: the file's name as a slug, so that an address stays when a title is corrected."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from anyascii import anyascii
from slugify import slugify

from according.errors import Level, Problem

LONGEST = 80  # characters; file systems allow 255 bytes a name, and an address should be readable


def ids(files: Iterable[str], shown: Callable[[str], str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The id of each file, and a warning for every two that would have had the same; ``files`` are sorted.

    The first keeps the plain id, the others get some digits of their path's hash.
    """
    owners: dict[str, str] = {}
    problems: list[Problem] = []
    for file in files:
        plain = slug(file)
        if plain in owners:
            problems.append(_same(shown(file), shown(owners[plain]), plain))
            plain = f"{plain}-{_hash(file)}"
        owners[plain] = file
    return {file: article for article, file in owners.items()}, tuple(problems)


def slug(file: str) -> str:
    """A file's name without folder and ending, in small ASCII letters, digits and dashes."""
    stem = PurePosixPath(file).stem
    return slugify(anyascii(stem), max_length=LONGEST, word_boundary=True) or f"article-{_hash(file)}"


def _same(file: str, other: str, plain: str) -> Problem:
    message = f'This file and {other} would both have the address "{plain}"; this one has some digits added to it.'
    return Problem(file, 0, message, "Rename one of them.", Level.WARNING)


def _hash(file: str) -> str:
    return hashlib.sha256(file.encode("utf8", "surrogatepass")).hexdigest()[:6]
