"""Search in the texts: what is indexed, when, and that the same texts give the same bytes."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import EVENT, POST, article, small_site

from according.cache import Store
from according.publishing import indexfiles, indexing
from according.publishing.fulltext import documents
from according.publishing.indexfiles import decode, encode, in_order
from according.publishing.indexing import Indexing, Search
from according.publishing.site import Site

needs_pagefind = pytest.mark.skipif(not indexing.available(), reason="Pagefind is not installed")


def index(site: Site, folder: Path, search: Search | None = None) -> dict[str, bytes]:
    """The index of a site, with a cache in a folder."""
    with Store(folder / "search.sqlite") as store, Indexing(site, store, search=search) as made:
        return made.files()


def test_articles_and_what_is_said_of_events_are_searched() -> None:
    """Each document leads to its page and can be filtered by kind, place, month and who speaks."""
    found = documents(small_site())
    assert set(found) == {
        "articles/delta-post/index.html",
        "articles/wire/index.html",
        f"events/{EVENT}/index.html",
        "events/undated-meeting/index.html",
    }
    event = found[f"events/{EVENT}/index.html"]
    for key, value in (("kind", "Events"), ("place", "Dalma"), ("date", "2021-03"), ("source", "Ministry")):
        assert f'<meta data-pagefind-filter="{key}[content]" content="{value}">' in event
    assert "<p>30 people died</p>" in event
    assert "residents of Upper Dalma" not in event  # who is not named in an article is no filter


def test_documents_are_escaped() -> None:
    """A text with markup in it is searched as text."""
    site = small_site()
    texts = {"x": article("x", "<script>alert(1)</script> & more", outlet='"Q" & co')}
    page = documents(replace(site, linked=replace(site.linked, articles=texts), digest=replace(site.digest, events={})))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page["articles/x/index.html"]
    assert 'content="&quot;Q&quot; &amp; co"' in page["articles/x/index.html"]


def test_without_the_program_there_is_no_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is whole without it; names can still be searched."""
    monkeypatch.setattr(indexing, "PACKAGE", "no_such_program")
    assert index(small_site(), tmp_path) == {}


def test_a_program_that_fails_leaves_no_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure costs the index and nothing else."""
    monkeypatch.setattr(indexing, "available", lambda: True)
    monkeypatch.setattr(indexing, "_version", lambda: "0")
    monkeypatch.setattr(indexing, "PACKAGE", "no_such_program")
    assert index(small_site(), tmp_path) == {}


@needs_pagefind
def test_the_index_has_what_a_browser_needs(tmp_path: Path) -> None:
    """The script, its worker, the entry and a part for each document; none of Pagefind's own interfaces."""
    files = index(small_site(), tmp_path)
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/pagefind-entry.json"} <= files.keys()
    assert sum(path.endswith(".pf_fragment") for path in files) == len(documents(small_site()))
    assert not any("ui" in path for path in files)


@needs_pagefind
def test_the_index_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the words stay the same the index comes from the cache; other words make a new one."""
    first = index(small_site(), tmp_path)
    started: list[str] = []

    def begin(_: Search, key: str, *__: object) -> None:
        started.append(key)

    monkeypatch.setattr(Search, "begin", begin)
    assert index(small_site(), tmp_path) == first
    assert started == []
    site = small_site()
    texts = {**site.linked.articles, "delta-post": article("delta-post", POST.replace("port", "pier"))}
    index(replace(site, linked=replace(site.linked, articles=texts)), tmp_path)
    assert len(set(started)) == 1


@needs_pagefind
def test_an_index_that_is_dropped_meanwhile_is_made_again(tmp_path: Path) -> None:
    """Another site that is built with the same cache may drop what this one has found there."""
    first = index(small_site(), tmp_path)
    with Store(tmp_path / "search.sqlite") as store, Indexing(small_site(), store) as made:
        with sqlite3.connect(tmp_path / "search.sqlite") as database:
            database.execute("DELETE FROM entry")
        assert made.files() == first


@needs_pagefind
def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    """Two indexes made apart are one, although the program writes its filters in a random order."""
    site = small_site()
    texts = {f"a{i}": article(f"a{i}", POST, outlet=f"Outlet {i}") for i in range(30)}
    site = replace(site, linked=replace(site.linked, articles=site.linked.articles | texts))
    assert index(site, tmp_path / "one") == index(site, tmp_path / "two")


@needs_pagefind
def test_an_unfinished_index_is_stopped(tmp_path: Path) -> None:
    """When the build fails meanwhile, neither the process nor its folder stays."""
    with Store(tmp_path / "search.sqlite") as store, Indexing(small_site(), store) as made:
        run = made._search.run
        assert run.folder.parent.exists()
    assert run.process.poll() is not None
    assert not run.folder.parent.exists()


def test_the_program_is_given_just_the_documents_of_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of those that it was given before only others are written, and what something else has removed."""
    monkeypatch.setattr(indexing, "PACKAGE", "no_such_program")
    search = Search()
    one, two, three, other = {"a/index.html": "1"}, {"b/index.html": "2"}, {"c/index.html": "3"}, {"b/index.html": "4"}
    for documents_of_now in (one | two, two | three, other | three):
        search.begin("key", documents_of_now, "en")
        pages = search.run.folder.parent / "pages"
        found = {p.relative_to(pages).as_posix(): p.read_text("utf8") for p in pages.rglob("*.html")}
        assert found == documents_of_now
        (pages / "c/index.html").unlink(missing_ok=True)
    search.close()
    assert not pages.parent.exists()


@needs_pagefind
def test_who_builds_again_and_again_does_not_wait_for_the_index(tmp_path: Path) -> None:
    """The site keeps the last index until the next is made; then it is told once, and the build after has it."""
    search, site = Search(), small_site()
    texts = {**site.linked.articles, "delta-post": article("delta-post", POST.replace("port", "pier"))}
    other = replace(site, linked=replace(site.linked, articles=texts))
    first = index(site, tmp_path, search)
    assert not search.is_late
    assert not search.has_come()
    assert index(other, tmp_path, search) == first
    assert search.is_late
    assert os.getpriority(os.PRIO_PROCESS, search.run.process.pid) > os.getpriority(os.PRIO_PROCESS, 0)
    search.run.process.wait()
    assert [search.has_come(), search.has_come()] == [True, False]
    assert index(other, tmp_path, search) == index(other, tmp_path / "apart") != first
    assert not search.is_late


@needs_pagefind
def test_an_index_that_another_edit_overtakes_is_given_up(tmp_path: Path) -> None:
    """Only the words as they are now are waited for; back at the first ones nothing is."""
    search, site = Search(), small_site()
    first = index(site, tmp_path, search)
    for word in ("pier", "quay"):
        texts = {**site.linked.articles, "delta-post": article("delta-post", POST.replace("port", word))}
        run = search.run
        assert index(replace(site, linked=replace(site.linked, articles=texts)), tmp_path, search) == first
        assert run is None or run.process.poll() is not None
    assert index(site, tmp_path, search) == first
    assert not search.is_late


values = st.recursive(st.integers(0, 2**40) | st.text(max_size=30), lambda inner: st.lists(inner, max_size=30))


@given(values)
def test_values_survive_writing_and_reading(value: indexfiles.Value) -> None:
    """What is written can be read again."""
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "cbor"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        ("IETF", "6449455446"),
        ([], "80"),
    ],
)
def test_the_encoding_is_that_of_the_standard(value: indexfiles.Value, cbor: str) -> None:
    """Examples of RFC 8949, appendix A."""
    assert gzip.decompress(encode(value)) == b"pagefind_dcd" + bytes.fromhex(cbor)


@pytest.mark.parametrize("cbor", ["f6", "a0", "9fff", "0000"])
def test_what_these_files_never_hold_is_refused(cbor: str) -> None:
    """Null, maps, open arrays and a second value are signs of another make."""
    with pytest.raises(ValueError, match=r"value|number"):
        decode(gzip.compress(b"pagefind_dcd" + bytes.fromhex(cbor)))


def test_filters_are_sorted_and_named_by_what_they_hold() -> None:
    """Two orders of the same filters become the same files, and every name leads to a file."""

    def made(filters: list[tuple[str, str, list[list[indexfiles.Value]]]]) -> dict[str, bytes]:
        files = {f"filter/{hash_}.pf_filter": encode([name, list(found)]) for name, hash_, found in filters}
        meta = ["1.5.2", [], [], [[name, hash_] for name, hash_, _ in filters], [], ["title"]]
        entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_old", "page_count": 2}}}
        return {**files, "pagefind.en_old.pf_meta": encode(meta), "pagefind-entry.json": json.dumps(entry).encode()}

    one = made([("place", "en_1", [["B", [1]], ["A", [0]]]), ("kind", "en_2", [["x", [0, 1]]])])
    two = made([("kind", "en_8", [["x", [0, 1]]]), ("place", "en_9", [["A", [0]], ["B", [1]]])])
    assert in_order(one) == in_order(two)
    files = in_order(one)
    name = json.loads(files["pagefind-entry.json"])["languages"]["en"]["hash"]
    filters = decode(files[f"pagefind.{name}.pf_meta"])[3]
    assert [n for n, _ in filters] == ["kind", "place"]
    assert decode(files[f"filter/{filters[1][1]}.pf_filter"]) == ["place", [["A", [0]], ["B", [1]]]]
