"""The paths of a site's files: which are sound on every system and server."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from according.errors import AccordingError, Problem

LONGEST = 255  # bytes in one part of a path, on nearly all file systems
UNSOUND = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|]|^/|(?:^|/)(?:\.{1,2})?(?:/|$)")


def check_addresses(paths: Collection[str], known: Collection[str] = ()) -> None:
    """Raise AccordingError for paths that leave the folder, that a system refuses, or that meet if case is ignored.

    ``known`` are paths that have been checked together.
    """
    new = sorted(set(paths).difference(known))
    problems = [_problem(p, f'"{p}" cannot be the path of a file.') for p in new if not is_sound(p)]
    problems += [
        _problem(b, f'"{a}" and "{b}" cannot both be, at least where case is ignored.')
        for a, b in (_meeting(sorted(paths)) if new else ())
    ]
    if problems:
        raise AccordingError(problems)


def is_sound(path: str) -> bool:
    """Whether a relative path stays in its folder and can be the name of a file on every usual system."""
    short = len(path.encode()) <= LONGEST or all(len(part.encode()) <= LONGEST for part in path.split("/"))
    return short and not UNSOUND.search(path)


def _problem(file: str, message: str) -> Problem:
    return Problem(file, 0, message, "Rename the article, or name the entity otherwise in the overrides.")


def _meeting(paths: list[str]) -> list[tuple[str, str]]:
    """Pairs of files, or of a file and a folder, that some system takes for one; folders count with their files."""
    files = set(paths)
    if _are_plain(paths) and files.isdisjoint(_folders(paths)):  # as nearly always
        return []
    seen: dict[str, str] = {}
    pairs = []
    for path in paths:
        new = [path]
        while (folder := new[-1].rpartition("/")[0]) and (seen.get(folder) != folder or folder in files):
            new.append(folder)
        for whole in reversed(new):  # the outermost folder that was not seen comes first
            first = seen.setdefault(_caseless(whole), whole)
            if first != whole or (whole in files and whole != path):
                pairs.append((first, path))
                break
    return pairs


def _are_plain(paths: Iterable[str]) -> bool:
    """Whether no path is another for a system that ignores case."""
    text = "\n".join(paths)
    return text.isascii() and text == text.lower()


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder that a file lies in, near or far."""
    found: set[str] = set()
    inner = {path.rpartition("/")[0] for path in paths} - {""}
    while inner:
        found |= inner
        inner = {folder.rpartition("/")[0] for folder in inner} - {""} - found
    return found


def _caseless(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
