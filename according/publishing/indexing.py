"""The index of the texts, by Pagefind: a program that comes as a package and is left out where it is not there.

It is made of documents, not of the finished pages: anew only when these change, in a process of its own beside the
laying out of pages, and kept between builds. Pagefind is used by its command: its Python interface waits a tenth of a
second for each document, and its service may leave truncated files (Pagefind #1271).
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from according.cache import Store
from according.memo import FORGETFUL, Memo
from according.publishing.fulltext import documents
from according.publishing.indexfiles import in_order
from according.publishing.site import Site

PACKAGE = "pagefind"
FOLDER = "pagefind/"
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")  # beside the index; its own interfaces are not
INDEX = (".pf_index", ".pf_fragment", ".pf_meta", ".pf_filter", ".pagefind")
LONGEST = 600  # seconds after which an index is given up
NICE = 10  # how far it stands back (POSIX): pages are laid out meanwhile
STAMP = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file knows; no clock


def available() -> bool:
    """Whether Pagefind is installed."""
    return importlib.util.find_spec(PACKAGE) is not None


@dataclass(frozen=True, slots=True)
class _Run:
    """Pagefind at work: the key of the index that it makes, and where."""

    key: str
    folder: Path
    process: subprocess.Popen[bytes]


class _Room:
    """A folder for Pagefind: the documents as files, of which each run writes those that are new, and its index."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="according-search-")
        self._laid: dict[str, str] = {}
        self.pages, self.index = (Path(self._folder.name, name) for name in ("pages", "index"))

    def lay(self, documents: Mapping[str, str]) -> None:
        """Have just these documents, and no index."""
        self.clear()
        for path in self._laid.keys() - documents.keys():
            self._of(path).unlink(missing_ok=True)
            del self._laid[path]
        for path, text in documents.items():
            if self._laid.get(path) != text or not self._of(path).exists():  # a system may tidy such folders up
                self._laid.pop(path, None)
                self._of(path).parent.mkdir(parents=True, exist_ok=True)
                self._of(path).write_text(text, "utf8")
                self._laid[path] = text

    def clear(self) -> None:
        """Remove the index."""
        shutil.rmtree(self.index, ignore_errors=True)

    def close(self) -> None:
        """Remove everything."""
        self._folder.cleanup()

    def _of(self, path: str) -> Path:
        return self.pages / path


def _give_way(process: subprocess.Popen[bytes]) -> None:
    """Let a process run where nobody else needs the machine, if the system knows such a thing."""
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICE)


class Search:
    """The index from build to build: a site has the last one until the next is made, which takes seconds."""

    def __init__(self) -> None:
        self.run: _Run | None = None
        self._room: _Room | None = None
        self.last: dict[str, bytes] | None = None  # the files of the index that the site has
        self._told = False

    @property
    def is_late(self) -> bool:
        """Whether the site that was built last has the index of an earlier one."""
        return self.run is not None

    def has_come(self) -> bool:
        """Whether the index for which the site waits is made, which is told once: with it, the site is built again."""
        come = self.run is not None and self.run.process.poll() is not None and not self._told
        self._told = self._told or come
        return come

    def begin(self, key: str, documents: Mapping[str, str], language: str) -> None:
        """Wait for another index: the one of this key, of these documents."""
        self.stop()
        room = self._room = self._room or _Room()
        room.lay(documents)
        command = (sys.executable, "-m", PACKAGE, "--site", room.pages, "--output-path", room.index)
        quiet = subprocess.DEVNULL
        # One index for all languages: whoever searches wants what is there, in whatever language.
        options = ("--silent", "--force-language", language)
        process = subprocess.Popen((*command, *options), stdin=quiet, stdout=quiet, stderr=quiet)
        if self.last is not None:  # nobody waits for it, but for the pages
            _give_way(process)
        self.run, self._told = _Run(key, room.index, process), False

    def stop(self) -> None:
        """Wait no more."""
        if self.run:
            self.run.process.kill()
            self.run.process.wait()
        if self._room:
            self._room.clear()
        self.run = None

    def close(self) -> None:
        """Wait no more, and leave nothing behind."""
        self.stop()
        if self._room:
            self._room.close()
        self._room = None


class Indexing:
    """A context: begins to make the index, or finds it kept; ``files`` waits for it and gives its files.

    With a ``search`` it does not wait where there is an earlier index: the build after its end has it.
    """

    def __init__(self, site: Site, store: Store, memo: Memo = FORGETFUL, search: Search | None = None) -> None:
        self._store, self._memo = store, memo
        self._search, self._waits = search or Search(), search is None
        self._language = site.config.language
        self._documents = documents(site, memo) if available() else {}
        self._key = memo.recall("key of the index", "", (self._documents,), lambda: _key(self._documents))

    def __enter__(self) -> Self:
        run = self._search.run
        if run and run.key != self._key:
            self._search.stop()
        self._start_unless_made()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._waits:
            self._search.close()
        elif error:
            self._search.stop()

    def files(self) -> dict[str, bytes]:
        """The files of the index by their paths in the site; none when it could not be made."""
        self._start_unless_made()  # another site that shares the cache may have dropped the index meanwhile
        run, last = self._search.run, self._search.last
        if run and last is not None and not self._waits and run.process.poll() is None:
            return last
        if run and _is_made(run):
            self._store.put(self._key, _packed(_ordered(_needed(run.folder))))
        self._search.stop()
        is_kept = bool(self._documents) and self._store.has(self._key)
        self._search.last = self._memo.recall("index", "", (self._key, is_kept), self._kept)
        return self._search.last

    def _kept(self) -> dict[str, bytes]:
        kept = self._store.get(self._key) if self._documents else None
        return _unpacked(kept) if kept else {}

    def _start_unless_made(self) -> None:
        if self._documents and not self._search.run and not self._store.has(self._key):
            self._search.begin(self._key, self._documents, self._language)


def _is_made(run: _Run) -> bool:
    try:
        return run.process.wait(LONGEST) == 0
    except subprocess.TimeoutExpired:
        return False


def _key(found: Mapping[str, str]) -> str:
    """What the index depends on: the documents, and the version of the program."""
    digest = hashlib.sha256(_version().encode())
    for path, text in found.items():
        digest.update(f"{path}\0{text}\0".encode())
    return digest.hexdigest()


def _version() -> str:
    return importlib.metadata.version(PACKAGE) if available() else ""


def _needed(folder: Path) -> dict[str, bytes]:
    """The files of an index that a reader's browser needs."""
    files = (file for file in folder.rglob("*") if file.name in NEEDED or file.suffix in INDEX)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _ordered(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files in a fixed order, as far as this version of Pagefind is known."""
    try:
        return in_order(files)
    except (KeyError, ValueError):
        return dict(sorted(files.items()))


def _packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, STAMP), content)
    return out.getvalue()


def _unpacked(kept: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(kept)) as packed:
        return {FOLDER + name: packed.read(name) for name in packed.namelist()}
