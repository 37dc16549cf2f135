"""Builds of one site take turns: two that write into one folder at the same time would leave a mixture."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from according.config import Config
from according.console import Console
from according.errors import AccordingError, Problem

LONGEST = 3600.0  # seconds for which another build is waited for


@contextmanager
def turn(config: Config, console: Console, longest: float = LONGEST) -> Iterator[None]:
    """Wait until no other process builds into the same folder with the same cache; raises AccordingError in the end.

    SQLite holds the lock, on a file in the cache: it does so on every system, and the lock goes with the process.
    """
    name = hashlib.sha256(str(config.output.resolve()).encode("utf8", "surrogateescape")).hexdigest()[:12]
    try:
        config.cache.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(config.cache / f"turn-{name}.sqlite", timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error):  # a cache that cannot be written is told by whoever needs it
        yield
        return
    with closing(database):
        _wait(database, config, console, longest)
        yield


def _wait(database: sqlite3.Connection, config: Config, console: Console, longest: float) -> None:
    if not _is_taken(database):
        return
    console.say(f"Another build into {config.output} is under way; waiting for it.")
    end = time.monotonic() + longest
    while _is_taken(database):
        if time.monotonic() > end:
            message = f"Another build into this folder has been under way for {longest / 60:.0f} minutes."
            raise AccordingError([Problem(str(config.output), 0, message, "End it, or name another folder.")])
        time.sleep(0.1)  # and not in SQLite, where Ctrl+C would have to wait


def _is_taken(database: sqlite3.Connection) -> bool:
    """Whether another has the lock; if not, it is ours now, where there can be one."""
    try:
        database.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
    return False
