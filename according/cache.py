"""Work kept between builds: a small store of bytes by key, one SQLite file each, safe to delete at any time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from according.errors import Level, Problem

VERSION = 1  # of the tables below
KEPT_BUILDS = 10  # a value that none of so many builds asked for is dropped: folders may take turns in one cache
KEPT_NOTES = 1000  # builds that a small note on one site is kept: nothing can make it anew
WAIT = 30.0  # seconds for another build that writes to the same file

TABLES = f"""
CREATE TABLE IF NOT EXISTS build (number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = {VERSION};
"""


def code_hash(*roots: Path) -> str:
    """A hash of all files in some folders of our own code: whatever is kept depends on what made it."""
    digest = hashlib.sha256()
    for root in roots:
        for path in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Store:
    """A context manager; a file that is damaged is made anew, one that cannot be used is replaced by memory.

    ``problems`` tells of both, as warnings: nothing but time is lost.
    """

    def __init__(self, path: Path, *, prune: bool = True) -> None:
        self.path = path
        self._prune = prune  # not for a build that asks for a part of what it needs only
        self.problems: tuple[Problem, ...] = ()
        self._used: dict[str, int] = {}  # how many builds each key that was asked for stays
        self._database = self._open()
        number = self._database.execute("SELECT max(number) FROM build").fetchone()[0]
        self._build = (number or 0) + 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(prune=self._prune and error is None)

    def get(self, key: str) -> bytes | None:
        """The value that was put under a key, now or in an earlier build."""
        try:
            row = self._database.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError:
            self._renew()
            return None
        if row is None:
            return None
        self._used.setdefault(key, KEPT_BUILDS)
        return bytes(row[0])

    def has(self, key: str) -> bool:
        """Whether anything lies under a key; it counts as asked for."""
        self._used.setdefault(key, KEPT_BUILDS)
        try:
            return bool(self._database.execute("SELECT 1 FROM entry WHERE key = ?", (key,)).fetchone())
        except sqlite3.DatabaseError:
            self._renew()
            return False

    def put(self, key: str, value: bytes, *, note: bool = False) -> None:
        """Keep a value under a key, safe at once, should the build be interrupted; a note stays for longer."""
        self._used[key] = KEPT_NOTES if note else KEPT_BUILDS
        self._write("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", [(key, value, self._last(key))])

    def keep(self, key: str) -> None:
        """Keep what lies under a key, if anything does, as if this build had asked for it."""
        self._used.setdefault(key, KEPT_BUILDS)

    def close(self, *, prune: bool = True) -> None:
        """Note what this build used and drop what no recent one did, unless told not to, and close the file."""
        if prune:
            asked = [(self._last(key), key) for key in sorted(self._used)]
            self._write("UPDATE entry SET used = ? WHERE key = ?", asked)
            self._write("DELETE FROM entry WHERE used <= ?", [(self._build - KEPT_BUILDS,)])
            self._write("DELETE FROM build", [()])
            self._write("INSERT INTO build VALUES (?)", [(self._build,)])
        self._database.close()

    def _last(self, key: str) -> int:
        """The build that ``used`` names: this one, or for a note one so much later."""
        return self._build + self._used[key] - KEPT_BUILDS

    def _open(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return _connected(str(self.path))
        except sqlite3.OperationalError as error:  # locked, read-only, a full disk: the file may be sound
            return self._in_memory(str(error))
        except sqlite3.DatabaseError:
            return self._made_anew()
        except OSError as error:
            return self._in_memory(error.strerror or str(error))

    def _renew(self) -> None:
        self._database.close()
        self._database = self._made_anew()

    def _made_anew(self) -> sqlite3.Connection:
        self._warn("The cache was damaged and is made anew.", "This build takes longer.")
        try:
            self.path.unlink(missing_ok=True)
            return _connected(str(self.path))
        except (OSError, sqlite3.Error) as error:
            return self._in_memory(str(error))

    def _in_memory(self, reason: str) -> sqlite3.Connection:
        self._warn(f"The cache cannot be used ({reason}).", "The build goes on without it; check the folder.")
        return _connected(":memory:")

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        try:
            with self._database:
                self._database.executemany(statement, rows)
        except sqlite3.DatabaseError as error:
            self._warn(f"The cache was not written ({error}).", "The next build takes longer.")

    def _warn(self, message: str, remedy: str) -> None:
        problem = Problem(str(self.path), 0, message, remedy, Level.WARNING)
        if problem not in self.problems:
            self.problems = (*self.problems, problem)


def _connected(path: str) -> sqlite3.Connection:
    """A connection to a file with our tables; raises DatabaseError for a file that holds anything else."""
    database = sqlite3.connect(path, timeout=WAIT)
    try:
        database.execute("PRAGMA synchronous = OFF")  # a cache may be lost with the power
        found = database.execute("PRAGMA user_version").fetchone()[0]
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and found != VERSION:
            raise sqlite3.DatabaseError("other tables")
        database.executescript(TABLES)
    except sqlite3.Error:
        database.close()
        raise
    return database
