"""What builds hand on to one another: within one process in memory, and to the next process by a snapshot."""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from according import snapshot
from according.config import Config
from according.console import Console
from according.memo import FORGETFUL, LongMemo, Memo
from according.publishing import Search, Standing
from according.stamp import Stamp

KEPT = 3  # snapshots in one cache: sites may take turns in it
NEEDED = 800  # bytes of memory for each byte of articles, while a snapshot is written
SHARE = 0.5  # of the memory that is free, which this may take


class Resumable(Protocol):
    """Something that another process can go on from."""

    def dump(self) -> object:
        """All of it, as data."""

    def resume(self, dumped: Any) -> None:
        """Take up what was dumped."""


class Base:
    """The snapshot of one site: a process goes on from it before its first build, and leaves one after that."""

    def __init__(self, path: Path, parts: Sequence[Resumable]) -> None:
        self._path, self._parts = path, parts
        self._told: snapshot.Told | None = None  # of the snapshot that was taken up
        self._is_open = True  # until the first build is over

    def take_up(self, ground: str, console: Console) -> None:
        """Go on from the snapshot, if it is of the same ground; one that is damaged is a warning."""
        if not self._is_open or self._told:
            return
        try:
            told = snapshot.told(self._path)
            if not told or told.ground != ground:
                return
            with snapshot.no_search_for_garbage():
                for part, dumped in zip(self._parts, snapshot.load(self._path), strict=True):
                    part.resume(dumped)
                gc.freeze()  # nor is any of this garbage later on
        except snapshot.DamagedError as error:
            console.warn(
                f"{self._path}: warning: The work of the last build cannot be read ({error}); all is made anew."
            )
            return
        self._told = told
        with suppress(OSError):
            os.utime(self._path)  # it is in use

    def leave(self, stamp: Stamp, seconds: float, console: Console) -> None:
        """Write a snapshot if there is none yet, if it is of other articles, or if going on from it was slower."""
        told, is_open, self._is_open = self._told, self._is_open, False
        if not is_open or (told and told.content == stamp.content and seconds <= told.seconds):
            return
        try:
            snapshot.write(self._path, tuple(part.dump() for part in self._parts), stamp.ground, stamp.content)
            for path in _by_age(self._path.parent)[KEPT:]:
                path.unlink()
        except (OSError, MemoryError, pickle.PicklingError) as error:
            console.warn(
                f"{self._path}: warning: The work of this build was not kept ({error}). The next takes longer."
            )


@dataclass(frozen=True, slots=True)
class Session:
    """What a build takes over from the one before, and leaves to the next."""

    memo: Memo
    standing: Standing | None = None
    search: Search | None = None
    base: Base | None = None


ONCE = Session(FORGETFUL)


def session_of(config: Config, search: Search | None = None) -> Session:
    """A session that keeps what is made in memory, and a snapshot of it if that is wanted and fits into memory."""
    memo, standing = LongMemo(), Standing()
    name = hashlib.sha256(str(config.output.resolve()).encode("utf8", "surrogateescape")).hexdigest()[:12]
    base = Base(config.cache / f"snapshot-{name}.pickle", (memo, standing)) if _is_worth_it(config) else None
    return Session(memo, standing, search, base)


def _is_worth_it(config: Config) -> bool:
    if not config.snapshot:
        return False
    size = sum(path.stat().st_size for path in config.content.rglob("*") if path.is_file())
    return size * NEEDED <= SHARE * min(_free_memory(), default=0)


def _free_memory() -> Iterator[int]:
    """Bytes, by all who set a limit; nothing where nobody tells."""
    with suppress(OSError, ValueError, StopIteration):
        line = next(line for line in Path("/proc/meminfo").read_text("utf8").splitlines() if "MemAvailable" in line)
        yield 1024 * int(line.split()[1])
    with suppress(OSError, ValueError):  # of a container
        group = Path("/sys/fs/cgroup")
        yield int((group / "memory.max").read_text("utf8")) - int((group / "memory.current").read_text("utf8"))
    with suppress(AttributeError, ValueError):
        yield os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _by_age(folder: Path) -> list[Path]:
    """The snapshots in a cache, the one that was used last first."""
    return sorted(folder.glob("snapshot-*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)
