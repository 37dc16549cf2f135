"""What changes in folders and files of a project, which may be removed and made again while somebody works there."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from watchfiles import Change, watch

Edits = AbstractSet[tuple[Change, str]]
QUIET = 500  # milliseconds after which is told that nothing has changed
TOGETHER = 200  # milliseconds: what changes within is told at once


def edits(folders: Iterable[Path]) -> Iterator[Edits]:
    """What has changed since it was asked last, again and again until interrupted; nothing where all has been quiet.

    Each may be a file as well. A folder is followed from when it is there; that it has come or gone is a change itself.
    """
    wanted: tuple[Path, ...] = tuple(folders)
    known: dict[str, int] | None = None
    while True:
        there = _present(wanted)
        came = _differing(known, there) if known is not None else frozenset[tuple[Change, str]]()
        for changes in _watched(there):
            yield changes | came
            came = frozenset()
            replaced = {path for change, path in changes if change is not Change.modified}
            if _present(wanted) != there or not there.keys().isdisjoint(replaced):
                break  # what was watched is not what stands there now
        else:
            return  # somebody has interrupted it
        known = there


def _watched(folders: Mapping[str, int]) -> Iterator[Edits]:
    while not folders:
        time.sleep(QUIET / 1000)
        yield frozenset()
    yield from watch(*folders, debounce=TOGETHER, raise_interrupt=False, rust_timeout=QUIET, yield_on_timeout=True)


def _present(folders: Iterable[Path]) -> dict[str, int]:
    """The folders that are there, by their path, with what tells each from another one in its place."""
    found = {}
    for folder in folders:
        try:
            found[str(folder.resolve())] = folder.stat().st_ino
        except OSError:
            continue
    return found


def _differing(before: Mapping[str, int], now: Mapping[str, int]) -> frozenset[tuple[Change, str]]:
    """The folders that have come or gone; one that was made anew may hold anything."""
    gone = ((Change.deleted, path) for path in before.keys() - now.keys())
    return frozenset((*gone, *((Change.added, path) for path in now)))
