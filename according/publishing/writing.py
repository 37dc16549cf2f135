"""Puts a composed site into its folder: only what changed, nothing that is not ours, all of it or nothing.

Changed files are overwritten in place and cut to length, which on ext4 is a hundred times faster than replacing them;
what they held is kept in memory until the end, so that an error anywhere puts the old site back. The manifest, which
lists every file that we wrote, names old and new files while the writing lasts: even a build that is killed leaves
nothing behind that the next one would not recognise, compare and mend.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from according.errors import AccordingError, Problem
from according.publishing.addresses import check_addresses, is_sound
from according.publishing.standing import Listed, Standing, listing

MANIFEST = ".according-manifest.json"
PART = MANIFEST + ".part"  # the manifest on its way; may be left by a killed build

# What a folder may hold before the first build; none of it is ever touched.
HARMLESS = frozenset({".git", ".gitignore", ".gitkeep", ".DS_Store", PART})


@dataclass(frozen=True, slots=True)
class Written:
    """What one build did to the files of a site, each sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many files the site has."""
        return len(self.new) + len(self.changed) + len(self.unchanged)

    @property
    def summary(self) -> str:
        """One line for people: "3 new, 12 changed, 1 removed, 480 unchanged"."""
        parts = [f"{len(paths)} {name}" for name, paths in self._named() if paths]
        return ", ".join(parts) or "nothing to write"

    def _named(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            ("new", self.new),
            ("changed", self.changed),
            ("removed", self.removed),
            ("unchanged", self.unchanged),
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What has to be done; ``changed`` and ``removed`` carry what the files hold now."""

    new: dict[str, bytes]
    changed: dict[str, tuple[bytes, bytes]]
    unchanged: tuple[str, ...]
    removed: dict[str, bytes]


def write(
    files: Mapping[str, str | bytes], output: Path, *, inputs: Iterable[Path] = (), standing: Standing | None = None
) -> Written:
    """Make ``output`` hold exactly ``files``, beside what others put there; ``inputs`` are folders to keep clear of.

    Raises AccordingError, with the folder as it was, when it cannot.
    """
    check_output(output, inputs)
    check_addresses(files, standing.paths() if standing else ())
    root = output.resolve()
    with _told(output):
        ours = _read_manifest(root, standing.listed if standing else None)
        known = ours & standing.holding(root, files) if standing else frozenset()
        asked = {p: files[p] for p in sorted(files.keys() - known)}
        plan = _plan({p: c.encode() if isinstance(c, str) else c for p, c in asked.items()}, root, ours, known)
        _check_space(plan, root)
        _commit(plan, root, ours)
        if standing:
            standing.note(root, files, known)
    return Written(tuple(plan.new), tuple(plan.changed), plan.unchanged, tuple(plan.removed))


def check_output(output: Path, inputs: Iterable[Path] = ()) -> None:
    """Raise AccordingError unless the folder may be written: apart from what people write, and empty or ours."""
    root = output.resolve()
    if root in (Path.cwd(), *Path.cwd().parents):
        _refuse(output, "The output folder is or holds the folder that you are in.", "Name one of its own.")
    for folder in map(Path.resolve, inputs):
        if root.is_relative_to(folder) or folder.is_relative_to(root):
            _refuse(output, f"The output folder and {folder.name}/ lie one in the other.", "Keep them side by side.")
    if root.exists() and not root.is_dir():
        _refuse(output, "The output folder is a file.", "Name a folder.")
    if root.is_dir() and not (root / MANIFEST).exists():
        foreign = sorted(entry.name for entry in os.scandir(root) if entry.name not in HARMLESS)
        if foreign:
            _refuse(
                output,
                f"The output folder holds files that this program did not write, {foreign[0]} for one.",
                "Name a new or empty folder, or move these files away.",
            )


def _refuse(output: Path, message: str, remedy: str) -> None:
    raise AccordingError([Problem(str(output), 0, message, remedy)])


@contextmanager
def _told(output: Path) -> Iterator[None]:
    """Turn the system's errors into one that names the file and says that nothing was lost."""
    try:
        yield
    except OSError as error:
        file = str(error.filename or output)
        message = f"The site could not be written: {error.strerror or error}."
        remedy = "Nothing was replaced. Make room, or see that you may write there, and build again."
        raise AccordingError([Problem(file, 0, message, remedy)]) from error


def _read_manifest(root: Path, known: Listed | None) -> frozenset[str]:
    """The files that we wrote; none when there is no manifest. One that is not ours to trust is an error."""
    path = root / MANIFEST
    if not path.exists():
        return frozenset()
    content = path.read_bytes()
    if known and known[0] == content:
        return known[1]
    try:
        files = frozenset(map(str, json.loads(content)["files"]))
    except (ValueError, KeyError, TypeError):
        _refuse(path, "The list of the files that this program wrote is damaged.", "Empty the output folder by hand.")
    if not all(map(is_sound, files)):
        _refuse(path, "The list of the files that this program wrote leads elsewhere.", "Empty the folder by hand.")
    return files


def _plan(files: dict[str, bytes], root: Path, ours: frozenset[str], known: Collection[str]) -> _Plan:
    """Compare what there is with what there should be; ``known`` files need not be looked at.

    Raises AccordingError at links and at others' files.
    """
    touched = {*files, *ours} - set(known)
    _check_links(root, {MANIFEST, *touched})
    now = {path: _read(root, path) for path in sorted(touched)}
    foreign = [p for p, content in files.items() if p not in ours and now[p] is not None and now[p] != content]
    if foreign:
        raise AccordingError(
            [
                Problem(f"{root / p}", 0, "This file was not written by this program.", "Move it out of the way.")
                for p in foreign
            ]
        )
    return _Plan(
        new={p: content for p, content in files.items() if now[p] is None},
        changed={p: (old, content) for p, content in files.items() if (old := now[p]) is not None and old != content},
        unchanged=tuple(sorted((*known, *(p for p, content in files.items() if now[p] == content)))),
        removed={p: old for p in sorted(ours - files.keys() - set(known)) if (old := now[p]) is not None},
    )


def _check_links(root: Path, paths: set[str]) -> None:
    """Raise AccordingError when a path leads through a symbolic link, which may lead out of the folder."""
    folders = {path.rpartition("/")[0] for path in paths}
    folders |= {folder[:cut] for folder in folders for cut, letter in enumerate(folder) if letter == "/"}
    links = [p for p in sorted(paths | folders) if p and os.path.islink(f"{root}/{p}")]  # noqa: PTH114 - 3 times as fast
    if links:
        remedy = "Remove it; this program writes through no link."
        raise AccordingError([Problem(str(root / p), 0, "This is a symbolic link.", remedy) for p in links])


def _read(root: Path, path: str) -> bytes | None:
    try:
        with open(f"{root}/{path}", "rb") as file:  # noqa: PTH123 - Path.read_bytes takes twice the time
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _check_space(plan: _Plan, root: Path) -> None:
    """Raise OSError when what has to be written is larger than what the disk has left."""
    growth = sum(map(len, plan.new.values())) + sum(len(new) - len(old) for old, new in plan.changed.values())
    there = next(folder for folder in (root, *root.parents) if folder.exists())
    if growth > (free := shutil.disk_usage(there).free):
        raise OSError(None, f"it needs {growth:,} bytes more, and the disk has {free:,}", str(root))


def _commit(plan: _Plan, root: Path, ours: frozenset[str]) -> None:
    """Change the folder; whatever goes wrong on the way is undone, last step first."""
    after = frozenset((*plan.new, *plan.changed, *plan.unchanged))
    with ExitStack() as undo:
        _make_folder(root, undo)
        _write_manifest(root, ours | after, undo)
        for path, (old, new) in plan.changed.items():
            _overwrite(root / path, old, new, undo)
        for path, old in plan.removed.items():
            _remove(root / path, old, root, undo)
        for path, content in plan.new.items():
            _create(root / path, content, undo)
        _write_manifest(root, after, undo)
        undo.pop_all()


def _overwrite(path: Path, old: bytes, new: bytes, undo: ExitStack) -> None:
    with path.open("r+b") as file:  # not "wb": cutting a file to nothing makes ext4 flush it to the disk
        undo.callback(_restore, path, old)
        file.write(new)
        file.truncate()


def _remove(path: Path, old: bytes, root: Path, undo: ExitStack) -> None:
    path.unlink()
    undo.callback(_restore, path, old)
    folder = path.parent
    while folder != root and not any(os.scandir(folder)):
        folder.rmdir()
        folder = folder.parent


def _create(path: Path, content: bytes, undo: ExitStack) -> None:
    _make_folder(path.parent, undo)
    with path.open("xb") as file:
        undo.callback(path.unlink)
        file.write(content)


def _restore(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those above it; undone, those that were made here go."""
    if folder.is_dir():
        return
    _make_folder(folder.parent, undo)
    folder.mkdir()
    undo.callback(folder.rmdir)


def _write_manifest(root: Path, paths: frozenset[str], undo: ExitStack) -> None:
    """Replace the manifest in one step; undone, it is what it was."""
    manifest, part = root / MANIFEST, root / PART
    content, old = listing(paths), _read(root, MANIFEST)
    if old == content:
        return
    undo.callback(*((manifest.unlink, True) if old is None else (manifest.write_bytes, old)))
    part.write_bytes(content)
    part.replace(manifest)
