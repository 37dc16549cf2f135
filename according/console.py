"""What the command says while it works: a progress bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum


class Loudness(IntEnum):
    """How much is said; warnings and errors always are."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2


@dataclass(frozen=True, slots=True)
class Console:
    """Says what happens on standard error, so that standard output stays for answers."""

    loudness: Loudness = Loudness.NORMAL

    def say(self, line: str) -> None:
        """One line of news, unless quiet."""
        if self.loudness >= Loudness.NORMAL:
            print(line, file=sys.stderr)

    def detail(self, line: str) -> None:
        """One line that only ``--verbose`` shows."""
        if self.loudness >= Loudness.VERBOSE:
            print(line, file=sys.stderr)

    def warn(self, line: str) -> None:
        """One line that is always shown."""
        print(line, file=sys.stderr)

    def progress(self, what: str) -> Callable[[int, int], None]:
        """A function to call with (done, total); it shows nothing if it is never called."""
        if self.loudness == Loudness.QUIET:
            return lambda _done, _total: None
        return _Bar(what) if sys.stderr.isatty() else _Lines(what)


class _Lines:
    """Progress as plain lines: the first, every tenth part, the last."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        tenth = 10 * done // max(1, total)
        if tenth > self._shown or done == total:
            self._shown = tenth
            print(f"{self._what}: {done} of {total}", file=sys.stderr)


class _Bar:
    """Progress as rich's bar, imported when the first step is done."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._update: Callable[[int, int], None] | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._update is None:
            self._update = self._start(total)
        self._update(done, total)

    def _start(self, total: int) -> Callable[[int, int], None]:
        # rich takes longer to import than a rebuild with nothing new takes
        from rich.console import Console as RichConsole  # noqa: PLC0415
        from rich.progress import Progress  # noqa: PLC0415

        bar = Progress(console=RichConsole(stderr=True), transient=True)
        task = bar.add_task(self._what, total=total)
        bar.start()

        def update(done: int, whole: int) -> None:
            bar.update(task, completed=done, total=whole)
            if done >= whole:
                bar.stop()

        return update


def some(count: int, what: str) -> str:
    """A number of things: "1 event", "3 events"."""
    return f"{count:d} {what}" if count == 1 else f"{count:d} {what}s"
