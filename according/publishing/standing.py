"""What is known of the files of a site as they were left: their contents, the disk's word for each, the manifest."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

Listed = tuple[bytes, frozenset[str]]  # a manifest, and the files that it lists
State = tuple[int, int] | None  # a file's size and the time of its last change; None where there is none


def states(output: Path, paths: Iterable[str]) -> dict[str, State]:
    """The state of each file; a folder is a file's business."""
    root = output.resolve()
    return {path: _state(root, path) for path in paths}


class Standing:
    """What the last write left, so that the next need not read it: contents, and the disk's word."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[str | bytes, State]] = {}
        self.listed: Listed | None = None

    def dump(self) -> dict[str, tuple[str | bytes, State]]:
        """All that is known of the files, for another process."""
        return self._left

    def resume(self, dumped: dict[str, tuple[str | bytes, State]]) -> None:
        """Go on from what another process knew."""
        self._left = dumped

    def holding(self, root: Path, files: Mapping[str, str | bytes]) -> set[str]:
        """The files that have their content already, by what is known of them and has not been touched since."""
        known = ((p, left, content) for p, content in files.items() if (left := self._left.get(p)) and left[1])
        return {p for p, left, content in known if left[0] == content and left[1] == _state(root, p)}

    def paths(self) -> Collection[str]:
        """Where the files of the last write are."""
        return self._left.keys()

    def note(self, root: Path, files: Mapping[str, str | bytes], known: Collection[str]) -> None:
        """All files were just written so, or found so; of ``known`` ones nothing has changed."""
        paths = frozenset(files)
        self.listed = listing(paths), paths
        for path in self._left.keys() - files.keys():
            del self._left[path]
        self._left |= {p: (c, _state(root, p)) for p, c in files.items() if p not in known}

    def states(self) -> dict[str, State]:
        """The size of each file and the time of its last change, as the last write left it."""
        return {path: state for path, (_, state) in self._left.items()}


@lru_cache(maxsize=2)
def listing(files: frozenset[str]) -> bytes:
    """The manifest that lists some files."""
    return (json.dumps({"generator": "According", "files": sorted(files)}, indent=1) + "\n").encode()


def _state(root: Path, path: str) -> State:
    try:
        found = os.stat(f"{root}/{path}")  # noqa: PTH116 - Path.stat takes twice the time
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
