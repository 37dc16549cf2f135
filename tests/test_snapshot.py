"""Work that is handed on to the next process: whole and of the same ground, or not at all."""

import json
import os
import pickle
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import pytest

from according import snapshot
from according.comparing import ALL
from according.config import Config
from according.console import Console, Loudness
from according.memo import LongMemo
from according.model import Block, BlockKind, Span
from according.session import Base, session_of
from according.snapshot import DamagedError, load, told, write
from according.stamp import Stamp

STAMP = Stamp("ground", "content", "overrides")
QUIET = Console(Loudness.QUIET)


@pytest.fixture
def path(tmp_path):
    """A file in a folder that is not there yet."""
    return tmp_path / "cache" / "snapshot-x.pickle"


def test_what_is_written_is_what_is_read(path):
    """Records, enumerations, sets, dates; what was one object is one object again, the key of all rows everywhere."""
    block = Block(BlockKind.QUOTE, Span(1, 2))
    kept = ({"a": block, "b": (block, frozenset({("t", ALL)}))}, Counter("aab"), date(2026, 1, 2))
    write(path, kept, "ground", "content")
    again = load(path)
    assert again == kept
    assert again[0]["a"] is again[0]["b"][0]
    assert (told(path).ground, told(path).content) == ("ground", "content")
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_there_may_be_none(path):
    """No file is nothing to warn of."""
    assert told(path) is None


def test_another_byte_anywhere_is_found_out(path):
    """Nothing is made of a file that is not just what was written."""
    write(path, (["a text", 1], {"k": b"bytes"}), "ground", "content")
    whole = path.read_bytes()
    for at in range(whole.rindex(b"\n")):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(DamagedError):
            load(path)


@pytest.mark.parametrize("cut", [0, 1, 20, 150])
def test_half_a_file_is_damaged(path, cut):
    """A disk was full, a process was killed."""
    write(path, (list(range(100)),), "ground", "content")
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(DamagedError):
        told(path)
    with pytest.raises(DamagedError):
        load(path)


class Malice:
    """Calls a function when it is read."""

    def __reduce__(self):
        return os.system, ("true",)


@dataclass(frozen=True)
class Foreign:
    """A class that is none of ours."""

    name: str


@pytest.mark.parametrize("thing", [Malice(), Foreign("x"), snapshot.write])
def test_only_data_is_made(path, thing):
    """A file with a right hash can still name no function and no other class."""
    write(path, (thing,), "ground", "content")
    with pytest.raises(DamagedError):
        load(path)


def test_what_cannot_be_written_leaves_the_last_one(path):
    """Half of the new file is taken away."""
    write(path, (1,), "ground", "content")
    with pytest.raises((pickle.PicklingError, AttributeError, TypeError)):
        write(path, (lambda: 1,), "ground", "content")
    assert load(path) == (1,)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


class Process:
    """One process: a memo that joins rows, its snapshot, and what it did and said."""

    def __init__(self, path):
        self.memo = LongMemo()
        self.base = Base(path, (self.memo,))
        self.done = []
        self.said = []

    def warn(self, line):
        """What is wrong."""
        self.said.append(line)

    def build(self, rows, stamp=STAMP, seconds=0.0):
        """One build."""
        self.done.clear()
        self.base.take_up(stamp.ground, self)
        self.memo.begin(stamp.ground)
        table = self.memo.table("rows", rows)

        def make(key):
            self.done.append(key)
            return table[key] * 2

        made = {key: self.memo.trace("twice", key, lambda k=key: make(k)) for key in rows}
        made |= {"sum": self.memo.recall("sum", "", (tuple(rows.values()),), lambda: "".join(rows.values()))}
        made |= {"all": self.memo.trace("all", "", lambda: "".join(table.values()))}
        self.memo.end()
        self.base.leave(stamp, seconds, self)
        return made


def test_a_process_makes_only_what_is_another_than_in_the_snapshot(path):
    """The same as in one process; and again, from the same snapshot, for another edit."""
    Process(path).build({"a": "x", "b": "y"})
    second = Process(path)
    assert second.build({"a": "x", "b": "z"}) == {"a": "xx", "b": "zz", "sum": "xz", "all": "xz"}
    assert second.done == ["b"]
    third = Process(path)
    assert third.build({"a": "w", "b": "y"}) == {"a": "ww", "b": "yy", "sum": "wy", "all": "wy"}
    assert third.done == ["a"]
    assert third.build({"a": "w", "b": "v", "c": "u"})["all"] == "wvu"
    assert third.done == ["b", "c"]


def test_a_snapshot_of_another_ground_is_not_used(path):
    """Another configuration, template or version: all is made, and nothing is said."""
    Process(path).build({"a": "x"})
    other = Process(path)
    other.build({"a": "x"}, replace(STAMP, ground="another"))
    assert (other.done, other.said) == (["a"], [])
    assert told(path).ground == "another"


@pytest.mark.parametrize("content", [b"", b"{}", b"no snapshot", b'\n{"format": 1}', b"\xff" * 5000])
def test_a_damaged_snapshot_is_a_warning(path, content):
    """All is made anew, and so is the snapshot."""
    path.parent.mkdir()
    path.write_bytes(content)
    process = Process(path)
    process.build({"a": "x"})
    assert process.done == ["a"]
    assert [str(path) in line and "warning" in line for line in process.said] == [True]
    after = Process(path)
    after.build({"a": "x"})
    assert (after.done, after.said) == ([], [])


def test_it_is_written_again_for_other_articles_or_when_it_saves_little(path):
    """Not for a small correction, which would take longer to write than to make again."""
    Process(path).build({"a": "x"})
    first = path.read_bytes()
    Process(path).build({"a": "y"})
    assert path.read_bytes() == first
    Process(path).build({"a": "y"}, seconds=1000.0)
    second = path.read_bytes()
    assert second != first
    Process(path).build({"a": "z"}, replace(STAMP, content="others"))
    assert path.read_bytes() != second


def test_a_process_reads_and_writes_once(path):
    """Whoever builds again and again has it all in memory."""
    process = Process(path)
    process.build({"a": "x"})
    first = path.read_bytes()
    process.build({"a": "y"}, replace(STAMP, content="others"), seconds=1000.0)
    assert path.read_bytes() == first
    assert process.said == []


def test_a_cache_that_cannot_be_written_is_a_warning(path):
    """The site is built all the same."""
    path.parent.write_text("a file", "utf8")
    process = Process(path)
    process.build({"a": "x"})
    assert process.done == ["a"]
    assert "warning" in process.said[-1]


def test_a_few_sites_may_take_turns(tmp_path):
    """Each has its own; the one that was used longest ago goes."""
    paths = [tmp_path / f"snapshot-{n}.pickle" for n in range(5)]
    for age, path in enumerate(paths):
        Process(path).build({"a": "x"})
        os.utime(path, (age, age))
    Process(tmp_path / "snapshot-6.pickle").build({"a": "x"})
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"snapshot-{n}.pickle" for n in (3, 4, 6)]


def test_whether_there_is_one(tmp_path, monkeypatch):
    """Not where nobody wants it, nor for more articles than memory has room for."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("word " * 1000, "utf8")
    config = Config(content=tmp_path / "content", cache=tmp_path / "cache")
    assert session_of(config).base
    assert not session_of(config.model_copy(update={"snapshot": False})).base
    monkeypatch.setattr("according.session._free_memory", lambda: iter([10**12, 10**6]))
    assert not session_of(config).base
    monkeypatch.setattr("according.session._free_memory", lambda: iter([]))
    assert not session_of(config).base


def test_what_stands_at_the_end_is_short_enough(path):
    """It is looked for in the last bytes only."""
    write(path, (1,), "a" * 64, "b" * 64)
    end = path.read_bytes().rpartition(b"\n")[2]
    assert json.loads(end)["format"] == snapshot.FORMAT
    assert len(end) < snapshot.LONGEST
