"""Writing a site: only what changed, only what is ours, all or nothing."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.errors import AccordingError
from according.publishing import writing
from according.publishing.standing import Standing
from according.publishing.writing import MANIFEST, check_output, write


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the manifest."""
    found = {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    found.pop(MANIFEST, None)
    return found


def message(error: pytest.ExceptionInfo[AccordingError]) -> str:
    """What a person would read."""
    return str(error.value)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three files, written."""
    write({"index.html": "home", "a/index.html": "first", "b/index.html": "second"}, tmp_path / "site")
    return tmp_path / "site"


def test_a_new_site_holds_exactly_the_files(tmp_path: Path) -> None:
    """Text becomes UTF-8 without any change to line ends; bytes stay bytes."""
    written = write({"a/b/text.txt": "één\r\ntwee\u2028", "pin.png": b"\x89PNG"}, tmp_path / "deep" / "site")
    assert content(tmp_path / "deep" / "site") == {"a/b/text.txt": "één\r\ntwee\u2028".encode(), "pin.png": b"\x89PNG"}
    assert written.new == ("a/b/text.txt", "pin.png")
    assert written.total == 2


def test_unchanged_files_are_not_touched(site: Path) -> None:
    """A file with the same content keeps its time, a changed one is rewritten and counted."""
    for path in site.rglob("*.html"):
        os.utime(path, (1, 1))
    written = write({"index.html": "home", "a/index.html": "1", "b/index.html": "second"}, site)
    assert (written.changed, written.unchanged) == (("a/index.html",), ("b/index.html", "index.html"))
    assert (site / "b/index.html").stat().st_mtime == 1
    assert (site / "a/index.html").read_text() == "1"
    assert written.summary == "1 changed, 2 unchanged"


def test_a_shorter_page_leaves_no_tail(site: Path) -> None:
    """Overwriting in place cuts the file to its new length."""
    write({"index.html": "x" * 5000}, site)
    write({"index.html": "short"}, site)
    assert (site / "index.html").read_text() == "short"


def test_stale_files_and_their_folders_go_and_others_files_stay(site: Path) -> None:
    """Only what the manifest names is removed; a folder goes when it is empty."""
    (site / "CNAME").write_text("example.org")
    (site / "b" / "notes.txt").write_text("mine")
    written = write({"index.html": "home"}, site)
    assert written.removed == ("a/index.html", "b/index.html")
    assert content(site) == {"index.html": b"home", "CNAME": b"example.org", "b/notes.txt": b"mine"}
    assert not (site / "a").exists()


def test_a_page_may_become_a_folder_and_back(site: Path) -> None:
    """What was a file can be a folder in the next build."""
    write({"a": "page"}, site)
    assert content(site) == {"a": b"page"}
    write({"a/b/c.html": "deep"}, site)
    assert content(site) == {"a/b/c.html": b"deep"}


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """Nothing is written into a folder with files that are not ours, and the message says what to do."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.doc").write_text("years of work")
    with pytest.raises(AccordingError) as error:
        write({"index.html": "home"}, tmp_path / "site")
    assert "thesis.doc" in message(error)
    assert "--output" in message(error) or "empty folder" in message(error)
    assert content(tmp_path / "site") == {"thesis.doc": b"years of work"}


@pytest.mark.parametrize("name", [".git", ".gitkeep", ".DS_Store"])
def test_a_folder_with_only_a_marker_counts_as_empty(tmp_path: Path, name: str) -> None:
    """What version control and file managers leave behind is no reason to refuse, and stays."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_text("x")
    write({"index.html": "home"}, tmp_path / "site")
    assert (tmp_path / "site" / name).read_text() == "x"


def test_another_persons_file_in_our_way_is_refused(site: Path) -> None:
    """A file that we did not write is never overwritten, unless it already is what we would write."""
    (site / "robots.txt").write_text("mine")
    with pytest.raises(AccordingError) as error:
        write({"index.html": "new home", "robots.txt": "ours"}, site)
    assert "robots.txt" in message(error)
    assert (site / "index.html").read_text() == "home"
    assert write({"index.html": "new home", "robots.txt": "mine"}, site).unchanged == ("robots.txt",)


@pytest.mark.parametrize("output", [".", "..", "content", "content/site", "notes.txt"])
def test_output_must_lie_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str) -> None:
    """The project, a folder above it, the content and a file are no place for a site."""
    (tmp_path / "project" / "content").mkdir(parents=True)
    (tmp_path / "project" / "notes.txt").write_text("x")
    monkeypatch.chdir(tmp_path / "project")
    with pytest.raises(AccordingError):
        check_output(Path(output), [Path("content")])
    check_output(Path("site"), [Path("content"), Path("overrides")])


def test_content_inside_the_output_is_refused(tmp_path: Path) -> None:
    """The articles must not lie in the folder that is replaced."""
    with pytest.raises(AccordingError):
        check_output(tmp_path / "site", [tmp_path / "site" / "content"])


def test_links_are_not_followed(site: Path, tmp_path: Path) -> None:
    """A symbolic link inside the site that leads elsewhere stops the build before anything is written."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "index.html").write_text("precious")
    (site / "a" / "index.html").unlink()
    (site / "a").rmdir()
    (site / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AccordingError) as error:
        write({"index.html": "x", "a/index.html": "y"}, site)
    assert "symbolic link" in message(error)
    assert (tmp_path / "elsewhere" / "index.html").read_text() == "precious"
    assert (site / "index.html").read_text() == "home"


@pytest.mark.parametrize(
    "paths",
    [
        ("../up.html",),
        ("/etc/passwd",),
        ("a//b",),
        ("a/../b",),
        ("a\\b",),
        ("nul\0",),
        ("a/" + "x" * 300,),
        ("Places/a", "places/A"),
        ("places/é", "places/e\u0301"),
        ("Places/a", "places/b"),
        ("feed", "feed/index.html"),
    ],
)
def test_unsound_paths_are_refused_before_anything_is_written(site: Path, paths: tuple[str, ...]) -> None:
    """A path that leaves the folder, or that meets another where case is ignored, is an error."""
    before = content(site)
    with pytest.raises(AccordingError):
        write({"index.html": "new", **dict.fromkeys(paths, "x")}, site)
    assert content(site) == before


@pytest.mark.parametrize(("known", "new"), [("Places/a", "places/A"), ("feed", "feed/index.html"), ("a/b", "a")])
def test_a_new_path_is_compared_with_those_of_the_last_write(tmp_path: Path, known: str, new: str) -> None:
    """Whoever remembers the last write checks only what is new, but against everything."""
    standing = Standing()
    write({known: "x", "index.html": "home"}, tmp_path / "site", standing=standing)
    with pytest.raises(AccordingError):
        write({known: "x", "index.html": "home", new: "y"}, tmp_path / "site", standing=standing)


def test_whoever_remembers_the_last_write_sees_what_others_did_since(tmp_path: Path) -> None:
    """A page that somebody changed, one that is gone, and a list of files that somebody cut are as they were again."""
    site, standing = tmp_path / "site", Standing()
    files = {"index.html": "home", "a/index.html": "first", "b/index.html": "second"}
    write(files, site, standing=standing)
    listed = (site / MANIFEST).read_bytes()
    (site / "index.html").write_text("mine")
    (site / "a/index.html").unlink()
    (site / MANIFEST).write_text(json.dumps({"files": ["index.html", "a/index.html"]}))
    written = write(files, site, standing=standing)
    assert (written.new, written.changed, written.unchanged) == (("a/index.html",), ("index.html",), ("b/index.html",))
    assert content(site) == {path: text.encode() for path, text in files.items()}
    assert (site / MANIFEST).read_bytes() == listed


def test_a_manifest_that_leads_elsewhere_is_not_obeyed(site: Path, tmp_path: Path) -> None:
    """A tampered list of files makes nothing outside the folder disappear."""
    (tmp_path / "precious.txt").write_text("x")
    (site / MANIFEST).write_text(json.dumps({"files": ["../precious.txt"]}))
    with pytest.raises(AccordingError):
        write({"index.html": "home"}, site)
    assert (tmp_path / "precious.txt").exists()


def test_a_damaged_manifest_is_an_error_that_names_it(site: Path) -> None:
    """Without a list of our files nothing can be told apart."""
    (site / MANIFEST).write_text("{")
    with pytest.raises(AccordingError) as error:
        write({"index.html": "home"}, site)
    assert MANIFEST in message(error)


STEPS = ["_overwrite", "_remove", "_create", "_write_manifest"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("failing", [0, 1])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_an_error_midway_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failing: int, error: BaseException
) -> None:
    """Whatever step fails, even after it did its work, the folder is byte for byte what it was."""
    site = tmp_path / "site"
    write({f"old/{i}/index.html": f"old {i}" for i in range(3)} | {f"{i}.html": str(i) for i in range(3)}, site)
    before = content(site) | {MANIFEST: (site / MANIFEST).read_bytes()}
    real, calls = getattr(writing, step), []

    def fail(*args: object) -> None:
        real(*args)
        calls.append(args)
        if len(calls) == failing + 1:
            raise error

    monkeypatch.setattr(writing, step, fail)
    with pytest.raises((AccordingError, KeyboardInterrupt)):
        write({f"new/{i}/index.html": f"new {i}" for i in range(3)} | {f"{i}.html": f"now {i}" for i in range(3)}, site)
    assert calls
    assert content(site) | {MANIFEST: (site / MANIFEST).read_bytes()} == before
    assert not (site / "new").exists()


def test_a_failed_first_build_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What did not exist before does not exist after an error."""

    def fail(*args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(writing, "_create", fail)
    with pytest.raises(AccordingError) as error:
        write({"index.html": "x"}, tmp_path / "new" / "site")
    assert "Nothing was replaced" in message(error)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_found_before_writing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The room is checked first, so that a large site does not fail halfway."""
    monkeypatch.setattr(writing.shutil, "disk_usage", lambda _: _Usage())
    with pytest.raises(AccordingError) as error:
        write({"index.html": "x" * 100_000}, site)
    assert "bytes more" in message(error)
    assert (site / "index.html").read_text() == "home"


class _Usage:
    free = 10


def test_a_killed_build_is_mended_by_the_next(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that a killed build left behind are known to the manifest: the next build takes them for its own."""
    monkeypatch.setattr(writing.ExitStack, "callback", lambda *args, **kwargs: None)  # nothing is undone: killed

    def die(*args: object) -> None:
        raise KeyboardInterrupt

    files = {"index.html": "home", "new/1.html": "one", "new/2.html": "two"}
    real = writing._create
    monkeypatch.setattr(writing, "_create", lambda p, c, u: (real(p, c, u), die()))
    with pytest.raises(KeyboardInterrupt):
        write(files, site)
    assert (site / "new/1.html").exists()
    monkeypatch.undo()
    write(files, site)
    assert content(site) == {p: c.encode() for p, c in files.items()}


def test_the_manifest_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    """Nothing of the machine or the moment is in it."""
    write({"b": "1", "a": "2"}, tmp_path / "one")
    write({"x": "0"}, tmp_path / "two")
    write({"a": "2", "b": "1"}, tmp_path / "two")
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()


part = st.sampled_from(["a", "b", "c"])
sites = st.dictionaries(
    st.lists(part, min_size=1, max_size=3).map(lambda p: "/".join([*p, "index.html"])), st.text(max_size=20), max_size=8
)


@settings(max_examples=60, deadline=None)
@given(builds=st.lists(sites, min_size=1, max_size=5), standing=st.sampled_from([Standing, lambda: None]))
def test_after_any_builds_the_folder_is_the_last_site(
    tmp_path_factory: pytest.TempPathFactory, builds: list[dict[str, str]], standing: Callable[[], Standing | None]
) -> None:
    """However sites follow one another, the folder ends as the last one, and no empty folder is left."""
    output, remembered = tmp_path_factory.mktemp("built") / "site", standing()
    for files in builds:
        written = write(files, output, standing=remembered)
        assert sorted((*written.new, *written.changed, *written.unchanged)) == sorted(files)
    assert content(output) == {p: c.encode() for p, c in builds[-1].items()}
    assert all(any(folder.iterdir()) for folder in output.rglob("*") if folder.is_dir())
