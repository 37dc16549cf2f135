"""``build.py serve``: build, serve on this machine only, rebuild when a file changes, tell the browser to reload."""

from __future__ import annotations

import gc
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchfiles import watch

from according.config import Config
from according.console import Console
from according.errors import AccordingError
from according.memo import LongMemo
from according.pipeline import Session, build
from according.publishing import Standing

EVENTS = "/.reload"
SCRIPT = f"<script>new EventSource('{EVENTS}').onmessage=()=>location.reload()</script>".encode()


class Reloads:
    """Counts builds; browsers wait here for the next one."""

    def __init__(self) -> None:
        self._built = threading.Condition()
        self._count = 0

    def built(self) -> None:
        """Wake everybody who waits."""
        with self._built:
            self._count += 1
            self._built.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether a build ended within that time."""
        with self._built:
            seen = self._count
            return self._built.wait_for(lambda: self._count != seen, timeout=seconds)


class Handler(SimpleHTTPRequestHandler):
    """Serves the site; pages carry a line of script that waits for the next build."""

    def __init__(self, *args: Any, reloads: Reloads, **options: Any) -> None:
        self._reloads = reloads
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
        try:
            while True:
                self.wfile.write(b"data: built\n\n" if self._reloads.wait(15) else b": still here\n\n")
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return


def serve(config: Config, console: Console, *, port: int, strict: bool) -> int:
    """Serve until interrupted; an error in the input is told and the server stays up."""
    session = Session(LongMemo(), Standing())
    _rebuild(config, console, session, strict=strict)
    reloads = Reloads()
    handler = partial(Handler, directory=str(config.output), reloads=reloads)
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    console.say(f"Serving {config.output} at http://127.0.0.1:{server.server_port}/ (Ctrl+C stops).")
    watched = [p for p in (config.content, config.overrides, config.templates) if p.exists()]
    for _ in watch(*watched, debounce=200, raise_interrupt=False):
        if _rebuild(config, console, session, strict=strict):
            reloads.built()
    server.shutdown()
    return 0


def _rebuild(config: Config, console: Console, session: Session, *, strict: bool) -> bool:
    """Whether the site is another now; the build's own notes, such as the ledger, are no news to a reader."""
    try:
        written = build(config, console, strict=strict, session=session)
        gc.freeze()  # what is kept need not be searched for garbage at each build
    except AccordingError as error:
        for problem in error.problems:
            console.warn(str(problem))
        console.warn(f"The site stays as it was: {len(error.problems)} to mend.")
        return False
    return bool(written.new or written.changed or written.removed)
