"""The cache keeps what was put into it, forgets what is no longer used, and is never in the way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from according.cache import KEPT_BUILDS, Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder that is not there yet."""
    return tmp_path / "cache" / "things.sqlite"


def test_keeps_values_between_builds(path: Path) -> None:
    """What one build puts, the next one gets, byte for byte."""
    with Store(path) as store:
        assert store.get("a") is None
        store.put("a", b"\x00one")
    with Store(path) as store:
        assert store.get("a") == b"\x00one"
        assert store.problems == ()


def test_replaces_a_value(path: Path) -> None:
    """The last value that was put under a key holds."""
    with Store(path) as store:
        store.put("a", b"one")
        store.put("a", b"two")
        assert store.get("a") == b"two"


def test_drops_what_no_recent_build_used(path: Path) -> None:
    """A value is kept while builds ask for it, and dropped after enough builds that did not."""
    with Store(path) as store:
        store.put("asked", b"1")
        store.put("forgotten", b"2")
    for _ in range(KEPT_BUILDS):
        with Store(path) as store:
            assert store.get("asked") == b"1"
    with Store(path) as store:
        assert store.get("asked") == b"1"
        assert store.get("forgotten") is None


def test_a_note_outlives_the_builds_of_other_sites(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be made anew stays longer than work, though not for ever."""
    monkeypatch.setattr("according.cache.KEPT_NOTES", 2 * KEPT_BUILDS)
    with Store(path) as store:
        assert store.get("note") is None
        store.put("note", b"1", note=True)
        store.put("work", b"2")
    for _ in range(2 * KEPT_BUILDS - 1):
        with Store(path):
            pass
    with Store(path, prune=False) as store:
        assert store.get("note") == b"1"
        assert store.get("work") is None
    with Store(path):
        pass
    with Store(path) as store:
        assert store.get("note") is None


def test_what_is_only_looked_for_counts_as_used(path: Path) -> None:
    """Whoever needs to know that a value is there, or to keep it, need not read it."""
    with Store(path) as store:
        store.put("looked for", b"1")
        store.put("kept", b"2")
    for _ in range(KEPT_BUILDS + 1):
        with Store(path) as store:
            assert store.has("looked for")
            assert not store.has("never put")
            store.keep("kept")
    with Store(path) as store:
        assert store.get("kept") == b"2"


def test_a_build_that_asks_for_a_part_only_drops_nothing(path: Path) -> None:
    """Nor does it count as one that did not ask for the rest."""
    with Store(path) as store:
        store.put("a", b"1")
    for _ in range(KEPT_BUILDS + 1):
        with Store(path, prune=False) as store:
            store.put("b", b"2")
    with Store(path) as store:
        assert store.get("a") == b"1"
        assert store.get("b") == b"2"


def test_a_failed_build_keeps_its_work(path: Path) -> None:
    """What was put before an error is there for the next build."""
    store = Store(path)
    store.put("a", b"1")
    store.__exit__(RuntimeError, RuntimeError(), None)
    with Store(path) as store:
        assert store.get("a") == b"1"


def test_a_damaged_file_is_made_anew(path: Path) -> None:
    """A file that is no database costs a warning, not the build."""
    path.parent.mkdir()
    path.write_bytes(b"this is not a database" * 100)
    with Store(path) as store:
        assert [p.file for p in store.problems] == [str(path)]
        assert "damaged" in store.problems[0].message
        store.put("a", b"1")
    with Store(path) as store:
        assert store.problems == ()
        assert store.get("a") == b"1"


def test_damage_inside_the_file_is_found_when_it_is_read(path: Path) -> None:
    """Pages that are overwritten in the middle of the file make the cache start again."""
    with Store(path) as store:
        for i in range(200):
            store.put(str(i), bytes(2000))
    data = bytearray(path.read_bytes())
    data[4096 * 3 : -4096] = b"\xff" * (len(data) - 4096 * 4)
    path.write_bytes(bytes(data))
    with Store(path) as store:
        values = [store.get(str(i)) for i in range(200)]
        assert None in values
        store.put("new", b"1")
        assert store.get("new") == b"1"


def test_a_database_with_other_tables_is_made_anew(path: Path) -> None:
    """The cache of another version is not misread."""
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE entry (something TEXT)")
    other.close()
    with Store(path) as store:
        assert store.problems
        store.put("a", b"1")
        assert store.get("a") == b"1"


def test_a_folder_that_cannot_be_used_is_only_a_warning(tmp_path: Path) -> None:
    """Without a place for its file the store works in memory."""
    (tmp_path / "cache").write_text("a file where the folder should be")
    with Store(tmp_path / "cache" / "things.sqlite") as store:
        store.put("a", b"1")
        assert store.get("a") == b"1"
        assert "cannot be used" in store.problems[0].message
