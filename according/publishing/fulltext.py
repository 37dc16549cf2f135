"""Search in the texts: an index by Pagefind, a program that comes as a package and is left out where it is not there.

The index is made of the articles' texts and of what sources say of each event, not of the finished pages: it is made
anew only when these words change, in a process of its own beside the laying out of pages, and kept between builds.
Pagefind is used by its command: its Python interface waits a tenth of a second for each document, and its service may
leave truncated files (Pagefind #1271).
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Self

from according.cache import Store
from according.memo import FORGETFUL, Memo
from according.model import Event
from according.publishing import links
from according.publishing.indexfiles import in_order
from according.publishing.layout import folders
from according.publishing.receipts import join
from according.publishing.site import Site
from according.publishing.words import read_words

PACKAGE = "pagefind"
FOLDER = "pagefind/"
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")  # beside the index; its own interfaces are not
INDEX = (".pf_index", ".pf_fragment", ".pf_meta", ".pf_filter", ".pagefind")
LONGEST = 600  # seconds after which an index is given up
STAMP = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file knows; no clock


def available() -> bool:
    """Whether Pagefind is installed."""
    return importlib.util.find_spec(PACKAGE) is not None


def documents(site: Site, memo: Memo = FORGETFUL) -> dict[str, str]:
    """What is searched, by the path of the page that it leads to: each article, and the statements on each event."""
    words = read_words(folders(site.config.templates), site.config.language)

    def of_article(id_: str) -> str:
        article = site.linked.articles[id_]
        events = [site.events.events[e] for e in site.events.of_article.get(id_, ())]
        filters = [("kind", words("nav.articles")), *_where(site, events), *_when(article.date)]
        filters += [("source", article.outlet)] if article.outlet else []
        return _document(article.language, article.title, [article.text], filters)

    def of_event(id_: str) -> str:
        event = site.events.events[id_]
        filters = [("kind", words("nav.events")), *_where(site, [event]), *_when(event.start)]
        filters += [("source", s.name) for i in event.sources if (s := site.linked.sources.get(i)) and not s.article]
        return _document(site.config.language, event.title, _said(site, id_), filters)

    kinds = (("articles", sorted(site.linked.articles), of_article), ("events", sorted(site.events.events), of_event))
    return {
        links.page(kind, id_): text
        for kind, ids, make in kinds
        for id_, text in memo.each(f"document of {kind}", ids, make).items()
    }


def _where(site: Site, events: Iterable[Event]) -> list[tuple[str, str]]:
    places = dict.fromkeys(e.place for e in events if e.place)
    return [("place", place.name) for id_ in places if (place := site.linked.places.get(id_) or site.hidden.get(id_))]


def _when(day: date | None) -> list[tuple[str, str]]:
    return [("date", f"{day:%Y-%m}")] if day else []


def _said(site: Site, event: str) -> Iterator[str]:
    digest = site.digest.events.get(event)
    for account in digest.accounts if digest else ():
        for statement in (*account.lead, *account.rest):
            first = next((c for c in statement.carriers if c.claim == statement.claim), statement.carriers[0])
            yield join(site.linked.articles[first.article].text, first.content)


def _document(language: str, title: str, texts: Iterable[str], filters: Iterable[tuple[str, str]]) -> str:
    head = "".join(f'<meta data-pagefind-filter="{k}[content]" content="{escape(v)}">' for k, v in filters)
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">{head}'
        f"<title>{escape(title)}</title></head><body data-pagefind-body><h1>{escape(title)}</h1>{body}</body></html>"
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Pagefind at work: the key of the index that it makes, and where."""

    key: str
    folder: tempfile.TemporaryDirectory[str]
    process: subprocess.Popen[bytes]


class Search:
    """The index from build to build: a site has the last one until the next is made, which takes seconds."""

    def __init__(self) -> None:
        self.run: _Run | None = None
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

    def begin(self, run: _Run) -> None:
        """Wait for another index."""
        self.stop()
        self.run, self._told = run, False

    def stop(self) -> None:
        """Wait no more."""
        if self.run:
            self.run.process.kill()
            self.run.process.wait()
            self.run.folder.cleanup()
        self.run = None


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
        if self._documents and not self._search.run and self._store.get(self._key) is None:
            self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._waits or error:
            self._search.stop()

    def files(self) -> dict[str, bytes]:
        """The files of the index by their paths in the site; none when it could not be made."""
        run, last = self._search.run, self._search.last
        if run and last is not None and not self._waits and run.process.poll() is None:
            return last
        if run and _is_made(run):
            self._store.put(self._key, _packed(_ordered(_needed(Path(run.folder.name, "index")))))
        self._search.stop()
        kept = self._store.get(self._key) if self._documents else None
        self._search.last = self._memo.recall(
            "index", "", (self._key, kept is None), lambda: _unpacked(kept) if kept else {}
        )
        return self._search.last

    def _start(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="according-search-")
        root = Path(folder.name)
        for path, text in self._documents.items():
            file = root / "pages" / path
            file.parent.mkdir(parents=True)
            file.write_text(text, "utf8")
        command = (sys.executable, "-m", PACKAGE, "--site", root / "pages", "--output-path", root / "index")
        quiet = subprocess.DEVNULL
        # One index for all languages: whoever searches wants what is there, in whatever language.
        options = ("--silent", "--force-language", self._language)
        process = subprocess.Popen((*command, *options), stdin=quiet, stdout=quiet, stderr=quiet)
        self._search.begin(_Run(self._key, folder, process))


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
