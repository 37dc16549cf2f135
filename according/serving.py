"""``build.py serve``: build, serve on this machine only, rebuild when a file changes, and tell the browser.

An open page loads itself anew when the site has changed, and shows what is wrong with what was written.
"""

from __future__ import annotations

import gc
import json
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

from according.config import Config
from according.console import Console
from according.edits import edits, states
from according.errors import AccordingError, Problem
from according.events.ledger import LEDGER
from according.pipeline import build
from according.publishing import Search
from according.publishing.pages import LOST
from according.session import Session, session_of

EVENTS = "/.reload"
SCRIPT = files(__package__).joinpath("serving.html").read_bytes().replace(b"EVENTS", EVENTS.encode())
FAILED = "The build failed ({}): a mistake of the program. The site stays as it was; the last edit may be the cause."


@dataclass(frozen=True, slots=True)
class Settings:
    """The file of settings, which may be edited while the site is served."""

    file: Path
    load: Callable[[], Config]
    required: bool  # it was there when the site was served first

    def read(self) -> Config:
        """The settings as they are now; raises AccordingError with every mistake."""
        if self.required and not self.file.exists():
            remedy = "Put it back, or stop and serve again without it."
            raise AccordingError([Problem(str(self.file), 0, "The file is gone.", remedy)])
        return self.load()


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
    """Serves the site, also below the path that it will be published under, where the page for dead addresses links.

    Pages carry a line of script that waits for the next build.
    """

    def __init__(self, *args: Any, news: News, top: str, **options: Any) -> None:
        self._news, self._top = news, top
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """One request: the stream of reloads, a page, or a file."""
        if self.path == EVENTS:
            self._stream()
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        lost = Path(self.directory) / LOST
        if page.suffix == ".html" and page.is_file():
            self._page(page.read_bytes())
        elif path.exists() or not lost.is_file():
            super().do_GET()
        else:  # its links begin at the top of the site
            self._page(lost.read_bytes().replace(b"<head>", b'<head>\n<base href="/">'), HTTPStatus.NOT_FOUND)

    def translate_path(self, path: str) -> str:
        """The file at an address; what the site has itself goes before what it has below its path."""
        found = super().translate_path(path)
        below = f"{path}/" == self._top or (self._top and path.startswith(self._top))
        return super().translate_path(path[len(self._top) - 1 :]) if below and not Path(found).exists() else found

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Requests are not news."""

    def _page(self, body: bytes, status: HTTPStatus = HTTPStatus.OK) -> None:
        body = body.replace(b"</body>", SCRIPT + b"</body>")
        self.send_response(status)
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


def serve(settings: Settings, config: Config, console: Console, *, port: int, strict: bool) -> int:
    """Serve until interrupted; an error, in the input or in the program, is told and the server stays up."""
    news = News()
    served = Served(settings, config, console, news, strict=strict)
    served.build()

    def handler(*args: Any) -> Handler:
        return Handler(*args, directory=str(served.config.output), news=news, top=served.config.top)

    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    console.say(f"Serving {config.output} at http://127.0.0.1:{server.server_port}/ (Ctrl+C stops).")
    while served.follow():
        pass
    served.close()
    server.shutdown()
    return 0


class Served:
    """A site that is built again after each edit, under the settings that the file of settings has then."""

    def __init__(self, settings: Settings, config: Config, console: Console, news: News, *, strict: bool) -> None:
        self.config, self._settings, self._console, self._news = config, settings, console, news
        self._strict, self._search = strict, Search()
        self._session = session_of(config, self._search)
        self._left: bytes | None = None  # what the last build left in the ledger
        self._seen = states(self._followed)  # before the first build, which takes as long as somebody may edit

    @property
    def _followed(self) -> tuple[Path, ...]:
        return self._settings.file, self.config.content, self.config.overrides, self.config.templates

    @property
    def _ledger(self) -> Path:
        return self.config.overrides / LEDGER

    def build(self) -> None:
        """Build, and tell how it went."""
        self._session = _rebuild(self.config, self._console, self._session, self._news, strict=self._strict)
        self._left = content(self._ledger)

    def follow(self) -> bool:
        """Build after each edit, until other folders are to be followed (true) or somebody interrupts it."""
        followed = self._followed
        for changes in edits(followed, self._seen):
            edited = is_edit((path for _, path in changes), self._ledger, self._left)
            if (edited and self.take_up_settings()) or (not edited and self._search.has_come()):
                self.build()
            elif not edited:
                self._session = _prepared(self.config, self._console, self._session)
            if self._followed != followed:
                return True
        return False

    def take_up_settings(self) -> bool:
        """Whether the file of settings can be read as it is now; what is wrong is told, and the site stays."""
        try:
            config = self._settings.read()
        except AccordingError as error:
            self._news.tell(_told(error, self._console), changed=False)
            return False
        if config != self.config:
            self._console.say(f"{self._settings.file} has changed: all is made anew.")
            self.close()
            gc.unfreeze()
            self.config, self._search = config, Search()
            self._seen = states(self._followed)
            self._session = session_of(config, self._search)
        return True

    def close(self) -> None:
        """Leave nothing running."""
        self._search.close()


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
        errors = _told(error, console)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next edit may be what ends it
        console.warn("".join(traceback.format_exception(error)).rstrip())
        errors = (FAILED.format(f"{type(error).__name__}: {error}"),)
        console.warn(*errors)
        session = session_of(config, session.search)
    news.tell((*listener.heard, *errors), changed=changed)
    return session


def _prepared(config: Config, console: Console, session: Session) -> Session:
    """Use a moment in which nobody edits; returns what the next build goes on with."""
    try:
        session.memo.prepare()
    except Exception as error:  # noqa: BLE001 - the next build would meet it, too, and tells what becomes of the site
        console.warn("".join(traceback.format_exception(error)).rstrip())
        return session_of(config, session.search)
    return session


def _told(error: AccordingError, console: Console) -> tuple[str, ...]:
    """What is wrong with the input, for browsers; it is said in the terminal, too."""
    errors = (*map(str, error.problems), f"The site stays as it was: {len(error.problems)} to mend.")
    for line in errors:
        console.warn(line)
    return errors
