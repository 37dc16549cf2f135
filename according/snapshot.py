"""What a build made, kept on the disk for the next process: a ``LongMemo`` and the state of the site's files.

A snapshot is a base, not a result. The build that goes on from it compares every table with those of the snapshot, as
if it came next in the same process, so a snapshot need not be of the last build: it is written again when the articles
are others, or when going on from it has come to cost more than writing it. It is only taken up with the same
configuration, code, packages and templates, and only whole: at its end stands a hash of all that comes before.

The file is a pickle, in which no more than data can lie: what it may name is a class of ours or one of a few others.
"""

from __future__ import annotations

import gc
import hashlib
import io
import json
import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import Enum
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO, cast

from according.comparing import ALL

FORMAT = 1  # of the file
CHUNK = 1 << 20  # bytes that are read at once
LONGEST = 1000  # bytes of what a snapshot tells of itself, which stands at its end
OURS = "according."
OTHERS = {
    *(("builtins", name) for name in ("dict", "frozenset", "list", "set")),
    *(("collections", name) for name in ("Counter", "OrderedDict", "defaultdict")),
    *(("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")),
    *(("array", name) for name in ("_array_reconstructor", "array")),
    *(("numpy", name) for name in ("dtype", "ndarray")),
    *((f"numpy.{core}.numeric", "_frombuffer") for core in ("core", "_core")),
    *((f"numpy.{core}.multiarray", "_reconstruct") for core in ("core", "_core")),
    ("markupsafe", "Markup"),
    *(("pathlib", name) for name in ("PosixPath", "WindowsPath")),
}
UNFIT = (AttributeError, EOFError, ImportError, IndexError, KeyError, TypeError, ValueError)  # what bad pickles raise


class DamagedError(Exception):
    """A file holds something else than a whole snapshot."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a snapshot tells of itself."""

    format: int
    ground: str  # hash of configuration, code, packages and templates
    content: str  # hash of the articles
    seconds: float  # of the processor, which writing it took
    hash: str  # of all that stands before this


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Searching millions of new objects for circles, again and again, takes longer than making them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def told(path: Path) -> Told | None:
    """What a snapshot tells of itself; None where there is none. Raises DamagedError where that cannot be read."""
    try:
        with path.open("rb") as file:
            return _told(file)
    except FileNotFoundError:
        return None
    except (OSError, TypeError, ValueError) as error:
        raise DamagedError(str(error)) from error


def load(path: Path) -> tuple[Any, ...]:
    """What was written; raises DamagedError where a byte of it is another."""
    try:
        with path.open("rb") as file, no_search_for_garbage():
            _check(file)
            return cast("tuple[Any, ...]", _Reader(file).load())
    except (OSError, MemoryError, pickle.UnpicklingError, *UNFIT) as error:
        raise DamagedError(str(error)) from error


def write(path: Path, kept: tuple[object, ...], ground: str, content: str) -> None:
    """Replace a snapshot; raises OSError, MemoryError or PicklingError where it cannot, and leaves what there was."""
    start = time.process_time()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    try:
        with part.open("wb") as file, no_search_for_garbage():
            hashed = _Hashed(file)
            _Writer(hashed, pickle.HIGHEST_PROTOCOL).dump(kept)
            end = Told(FORMAT, ground, content, time.process_time() - start, hashed.hash.hexdigest())
            file.write(b"\n" + json.dumps(asdict(end)).encode())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _told(file: BinaryIO) -> Told:
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - LONGEST))
    return Told(**json.loads(file.read().rpartition(b"\n")[2]))


def _check(file: BinaryIO) -> None:
    """Raise ValueError unless a file is what was written; go back to its start."""
    expected, hashed = _told(file), hashlib.sha256()
    left = file.tell() - len(json.dumps(asdict(expected))) - 1
    file.seek(0)
    while left > 0 and (read := file.read(min(left, CHUNK))):
        hashed.update(read)
        left -= len(read)
    if hashed.hexdigest() != expected.hash:
        raise ValueError("another hash")
    file.seek(0)


class _Hashed:
    """A file that is written, and the hash of what was."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.hash = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.hash.update(data)
        return self._file.write(data)


class _Ways(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """By class, how objects are told: by what they are made of. For our records that takes half the usual time."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        if issubclass(kind, Enum):  # whose usual way is through getattr
            return lambda o: (kind, (o.value,))
        if not is_dataclass(kind) or not all(f.init for f in fields(kind)) or hasattr(kind, "__post_init__"):
            raise KeyError(kind)
        names = [f.name for f in fields(kind)]
        values = attrgetter(*names)
        self[kind] = (lambda o: (kind, values(o))) if len(names) > 1 else (lambda o: (kind, (values(o),)))
        return self[kind]


class _Writer(pickle.Pickler):
    dispatch_table = _Ways()


class _Reader(pickle.Unpickler):
    """Makes nothing but data: a file could else name any function, and have it called."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(OURS) and "." not in name:
            found = super().find_class(module, name)
            if found is ALL or isinstance(found, type):
                return found
        elif (module, name) in OTHERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no data")
