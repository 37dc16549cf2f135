"""``build.py serve``: build, serve on this machine only, rebuild when a file changes, and tell the browser.

An open page loads itself anew when the site has changed, and shows what is wrong with what was written.
"""

from __future__ import annotations

import gc
import json
import threading
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

from according.config import Config
from according.console import Console
from according.edits import edits
from according.errors import AccordingError
from according.events.ledger import LEDGER
from according.pipeline import build
from according.publishing import Search
from according.session import Session, session_of

EVENTS = "/.reload"
SCRIPT = files(__package__).joinpath("serving.html").read_bytes().replace(b"EVENTS", EVENTS.encode())
FAILED = "The build failed ({}): a mistake of the program. The site stays as it was; the last edit may be the cause."


@dataclass(frozen=True, slots=True)
class Built:
    """How the last build went: a number that grows when the site has changed, and what was wrong with the input."""

    number: int = 0
    problems: tuple[str, ...] = ()

    def message(self) -> bytes:
        """What a browser is sent, as a server-sent event (WHATWG HTML, section 9.2)."""
        return f"data: {json.dumps({'built': self.number, 'problems': self.problems})}\n\n".encode()


class News:
    """Where builds tell how they went, and browsers wait for it."""

    def __init__(self) -> None:
        self._told = threading.Condition()
        self._last = Built()

    def tell(self, problems: tuple[str, ...], *, changed: bool) -> None:
        """A build has ended."""
        with self._told:
            self._last = Built(self._last.number + changed, problems)
            self._told.notify_all()

    def after(self, known: Built | None, seconds: float) -> Built | None:
        """How the last build went, as soon as that is other than known; None if it is the same all that time."""
        with self._told:
            return self._last if self._told.wait_for(lambda: self._last != known, timeout=seconds) else None


@dataclass(frozen=True)
class Listener(Console):
    """Keeps what the console warns of in one folder, too; what is wrong with articles stands on the review page."""

    folder: str = ""
    heard: list[str] = field(default_factory=list)

    def warn(self, line: str) -> None:
        """One line that is always shown."""
        super().warn(line)
        if line.startswith(self.folder):
            self.heard.append(line)


class Handler(SimpleHTTPRequestHandler):
    """Serves the site; pages carry a line of script that waits for the next build."""

    def __init__(self, *args: Any, news: News, **options: Any) -> None:
        self._news = news
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """One request: the stream of reloads, a page, or a file."""
        if self.path == EVENTS:
            self._stream()
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            self._page(page.read_bytes().replace(b"</body>", SCRIPT + b"</body>"))
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Requests are not news."""

    def _page(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known: Built | None = None
        try:
            while True:
                last = self._news.after(known, 15)
                known = last or known
                self.wfile.write(last.message() if last else b": still here\n\n")
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return


def serve(config: Config, console: Console, *, port: int, strict: bool) -> int:
    """Serve until interrupted; an error, in the input or in the program, is told and the server stays up."""
    search = Search()
    news = News()
    session = _rebuild(config, console, session_of(config, search), news, strict=strict)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(config.output), news=news))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    console.say(f"Serving {config.output} at http://127.0.0.1:{server.server_port}/ (Ctrl+C stops).")
    ledger = config.overrides / LEDGER
    left = content(ledger)
    for changes in edits((config.content, config.overrides, config.templates)):
        if is_edit((path for _, path in changes), ledger, left) or search.has_come():
            session = _rebuild(config, console, session, news, strict=strict)
            left = content(ledger)
    search.close()
    server.shutdown()
    return 0


def is_edit(changed: Iterable[str], ledger: Path, left: bytes | None) -> bool:
    """Whether somebody has changed a file: the ledger, as a build has left it, tells the next one nothing new."""
    return any(Path(path).resolve() != ledger.resolve() or content(ledger) != left for path in changed)


def content(path: Path) -> bytes | None:
    """What a file holds; nothing where it is not there."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _rebuild(config: Config, console: Console, session: Session, news: News, *, strict: bool) -> Session:
    """Build, and tell; the build's own notes, such as the ledger, are no change of the site.

    Returns what the next build goes on with: nothing that is kept, after one that broke off.
    """
    listener = Listener(console.loudness, str(config.overrides))
    changed = False
    errors: tuple[str, ...] = ()
    try:
        written = build(config, listener, strict=strict, session=session)
        changed = bool(written.new or written.changed or written.removed)
        gc.freeze()  # what is kept need not be searched for garbage at each build
    except AccordingError as error:
        errors = (*map(str, error.problems), f"The site stays as it was: {len(error.problems)} to mend.")
        for line in errors:
            console.warn(line)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next edit may be what ends it
        console.warn("".join(traceback.format_exception(error)).rstrip())
        errors = (FAILED.format(f"{type(error).__name__}: {error}"),)
        console.warn(*errors)
        session = session_of(config, session.search)
    news.tell((*listener.heard, *errors), changed=changed)
    return session
