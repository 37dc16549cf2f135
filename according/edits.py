"""What changes in folders and files of a project, which may be removed and made again while somebody works there."""

from __future__ import annotations

import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

Edits = AbstractSet[tuple[Change, str]]
Seen = Mapping[str, tuple[int, int, int]]  # by path of a file, what tells whether it was written anew
QUIET = 500  # milliseconds after which is told that nothing has changed
TOGETHER = 200  # milliseconds: what changes within is told at once


def edits(folders: Iterable[Path], seen: Seen | None = None) -> Iterator[Edits]:
    """What has changed since it was asked last, again and again until interrupted; nothing where all has been quiet.

    Each may be a file as well. A folder is followed from when it is there; that it has come or gone is a change itself.
    What differs from the files that were ``seen`` before is told first.
    """
    wanted: tuple[Path, ...] = tuple(folders)
    known: dict[str, int] | None = None
    while True:
        there = _present(wanted)
        came = _differing(known, there) if known is not None else frozenset[tuple[Change, str]]()
        for changes in _watched(there):
            if seen is not None:  # only now, as nothing escapes any more
                came |= _edited(seen, states(wanted))
                seen = None
            yield changes | came
            came = frozenset()
            replaced = {path for change, path in changes if change is not Change.modified}
            if _present(wanted) != there or not there.keys().isdisjoint(replaced):
                break  # what was watched is not what stands there now
        else:
            return  # somebody has interrupted it
        known = there


def states(folders: Iterable[Path]) -> Seen:
    """The files that are there now."""
    found, is_meant = {}, DefaultFilter()
    for folder in (folder.resolve() for folder in folders):
        for path in (folder, *folder.rglob("*")):
            with suppress(OSError):
                if is_meant(Change.modified, str(path)) and stat.S_ISREG((now := path.stat()).st_mode):
                    found[str(path)] = (now.st_mtime_ns, now.st_size, now.st_ino)
    return found


def _edited(before: Seen, now: Seen) -> frozenset[tuple[Change, str]]:
    """The files that were written anew, or have come or gone."""
    changed = (path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
    return frozenset((Change.modified, path) for path in changed)


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
