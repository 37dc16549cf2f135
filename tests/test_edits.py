"""Folders are followed though they are not there yet, are removed, or are others under the same name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from according.edits import Edits, edits, states


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edits]:
    """The changes of two folders, of which one is not there."""
    monkeypatch.setattr("according.edits.QUIET", 100)
    monkeypatch.setattr("according.edits.TOGETHER", 20)
    (tmp_path / "content").mkdir()
    found = edits((tmp_path / "content", tmp_path / "overrides"))
    next(found)
    return found


def told(found: Iterator[Edits], *steps: Callable[[], object]) -> list[bool]:
    """After each step, whether a change is told within some seconds."""
    seen = []
    for step in steps:
        for _ in range(3):  # what the step before has left to tell
            next(found)
        step()
        seen.append(any(next(found) for _ in range(20)))
    return seen


def test_a_folder_is_followed_from_when_it_is_made(followed: Iterator[Edits], tmp_path: Path) -> None:
    """What is written there afterwards is told as well."""
    folder = tmp_path / "overrides"
    file = folder / "places.yaml"
    assert told(followed, folder.mkdir, lambda: file.write_text("a"), lambda: file.write_text("ab")) == [True] * 3


def test_a_folder_that_was_removed_is_followed_again(followed: Iterator[Edits], tmp_path: Path) -> None:
    """Even where another one takes its place at once."""
    folder = tmp_path / "content"
    file = folder / "a.md"

    def again() -> None:
        folder.mkdir()
        file.write_text("a")

    def replaced() -> None:
        shutil.rmtree(folder)
        again()

    write = (lambda: file.write_text("ab"), lambda: file.write_text("abc"))
    steps = (lambda: shutil.rmtree(folder), again, write[0], replaced, write[1])
    assert told(followed, *steps) == [True] * 5


def test_nothing_is_told_where_nothing_changes(followed: Iterator[Edits]) -> None:
    """A moment passes."""
    assert told(followed, lambda: None) == [False]


def test_a_file_is_followed_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made, written, replaced by another one as many editors do, taken away, and made again."""
    monkeypatch.setattr("according.edits.QUIET", 100)
    monkeypatch.setattr("according.edits.TOGETHER", 20)
    (tmp_path / "content").mkdir()
    file, other = tmp_path / "config.yaml", tmp_path / "config.yaml~"
    found = edits((tmp_path / "content", file))
    next(found)

    def write(text: str) -> Callable[[], object]:
        return lambda: file.write_text(text)

    def replace() -> None:
        other.write_text("c")
        other.replace(file)

    steps = (write("a"), write("ab"), replace, write("d"), file.unlink, write("e"), write("f"))
    assert told(found, *steps) == [True] * 7


def test_what_was_written_before_folders_are_followed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As somebody may edit while the first build runs: written anew, made or removed, and nothing else."""
    monkeypatch.setattr("according.edits.QUIET", 100)
    names = ("as-it-was.md", "new.md", "gone.md", "written.md", "config.yaml")
    same, new, gone, written, config = ((tmp_path / name).resolve() for name in names)
    for file in (same, gone, written, config):
        file.write_text("a")
    seen = states((tmp_path,))
    new.write_text("a")
    gone.unlink()
    written.write_text("ab")
    found = edits((tmp_path, config, tmp_path / "missing"), seen)
    assert {path for _, path in next(found)} == {str(new), str(gone), str(written)}
    assert not next(found)
