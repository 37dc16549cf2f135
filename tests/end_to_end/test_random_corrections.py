"""Random corrections, one set after the other in one process: each time the site is that of a build from nothing."""

from __future__ import annotations

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from random_rules import RandomRules
from site_builder import CACHE, ROOT

from according.config import Config, load_config
from according.console import Console, Loudness
from according.errors import AccordingError
from according.memo import LongMemo
from according.pipeline import build
from according.publishing import Standing
from according.session import ONCE, Session

QUIET = Console(Loudness.QUIET)
SEED, STATES = 7, 8
SETS, ENTRIES = 10, 6
WARNED = ("data/build.json", "review/index.html")
FILES = ("places", "actors", "sources", "events")
LINE = re.compile(rb'(?<=\.yaml:)\d+(?::\d+)?|(?<=line )\d+|(?<="line": )\d+')
RABIE = "Osama Rabie:\n  aliases: [Ossama Rabei, Rabei]\n  kind: person\n"
HAMOU = "Hamou:\n  kind: village\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """The demonstration without its corrections, and without what takes longest: pictures, and an index of texts."""
    for part in ("indexing", "pictures"):
        monkeypatch.setattr(f"according.publishing.{part}.available", lambda: False)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    folders = {name: tmp_path / name for name in ("content", "overrides", "cache")}
    for name in ("overrides", "cache"):
        folders[name].mkdir()
    for index in CACHE.glob("gazetteer*"):
        os.link(index, folders["cache"] / index.name)
    return load_config(ROOT / "config.yaml").model_copy(update=folders | {"output": tmp_path / "site"})


def built(config: Config, session: Session) -> tuple[str, ...]:
    """The mistakes for which a build is refused, if it is; what it foresees is made ready, as ``serve`` does."""
    try:
        build(config, QUIET, session=session)
        session.memo.prepare()
    except AccordingError as error:
        return tuple(map(str, error.problems))
    return ()


def files(folder: Path) -> dict[str, bytes]:
    """Every file's content by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def pages(folder: Path) -> set[str]:
    """The paths of all pages."""
    return {path for path in files(folder) if path.endswith(".html")}


def test_random_corrections_leave_nothing_behind(project: Config) -> None:
    """Neither what was corrected before nor what was refused shows in a site, or in the ledger; no address is lost."""
    session = Session(LongMemo(), Standing())
    assert built(project, session) == ()
    rules, ledger, obeyed = RandomRules(SEED, project.output), project.overrides / "ledger.yaml", 0
    published = pages(project.output)
    clean = project.model_copy(update={"output": project.output.parent / "clean"})
    for state in range(STATES):
        for name, text in rules.files().items():
            (project.overrides / f"{name}.yaml").write_text(text, "utf8")
        refused, written = built(project, session), ledger.read_bytes()
        assert built(clean, ONCE) == refused
        if not refused:
            obeyed += 1
            one, other = files(project.output), files(clean.output)
            assert [p for p in sorted({*one, *other}) if one.get(p) != other.get(p)] == [], state
            assert ledger.read_bytes() == written, state
            assert published - one.keys() == set(), state  # they lead on, or say that they were taken away
            published |= pages(project.output)
    assert obeyed > STATES / 2


def say(project: Config, entries: Iterable[tuple[str, str, Any]]) -> None:
    """Write some entries into their files, in their order."""
    texts: defaultdict[str, str] = defaultdict(str)
    for name, key, said in entries:
        texts[name] += yaml.safe_dump({key: said}, allow_unicode=True)
    for name in FILES:
        (project.overrides / f"{name}.yaml").write_text(texts[name], "utf8")


def but_for_lines(folder: Path) -> dict[str, tuple[bytes, ...]]:
    """What files say; where warnings stand, but for the lines that these name, and their order."""
    found = ((path, data) for path, data in files(folder).items() if "manifest" not in path)
    return {path: _without_lines(data) if path in WARNED else (data,) for path, data in found}


def _without_lines(data: bytes) -> tuple[bytes, ...]:
    return tuple(sorted(LINE.sub(b"", data).replace(b",\n", b"\n").split(b"\n")))


def test_the_order_of_entries_means_nothing_and_all_can_be_taken_back(project: Config) -> None:
    """The same site in two orders; without them that of before, with what leads on from addresses that they made."""
    session = Session(LongMemo(), Standing())
    assert built(project, session) == ()
    rules, ledger, base = RandomRules(SEED, project.output), project.overrides / "ledger.yaml", files(project.output)
    known, obeyed = ledger.read_bytes(), 0
    while obeyed < SETS:
        entries, told = rules.entries(ENTRIES), list[tuple[object, ...]]()
        for order in (entries, rules.shuffled(entries)):
            ledger.write_bytes(known)
            say(project, order)
            refused = sorted(LINE.sub(b"", line.encode()) for line in built(project, session))
            told.append((refused, None if refused else (but_for_lines(project.output), ledger.read_bytes())))
        assert told[0] == told[1], entries
        if not told[0][0]:
            obeyed += 1
            published = pages(project.output)
            say(project, ())
            assert built(project, session) == ()
            back = files(project.output)
            assert [p for p in base if back.get(p) != base[p] and "manifest" not in p] == [], entries
            assert all(b"noindex" in back[p] for p in back.keys() - base.keys()), entries
            assert published - back.keys() == set(), entries


REPLACED = [
    {},
    {"places": "Hamou: ignore\n"},
    {"actors": "Hamou:\n  kind: organization\n"},
    {"actors": "Rabei: ignore\n"},
    {"places": "Osama Rabie:\n  kind: village\n"},
    {"sources": "Osama Rabie: ignore\n"},
    {"actors": "Osama Rabie:\n  hide: true\n"},
    {},
]


def test_no_address_dies_where_entries_are_replaced_by_lines_that_a_page_offers(project: Config) -> None:
    """Those of pages that only the entries had made, and those that led to these, over the old site or into nothing."""
    session, published = Session(LongMemo(), Standing()), set[str]()
    for state, said in enumerate([{"places": HAMOU, "actors": RABIE}, *REPLACED]):
        for name in ("places", "actors", "sources"):
            (project.overrides / f"{name}.yaml").write_text(said.get(name, ""), "utf8")
        assert built(project, session) == ()
        published |= pages(project.output)
        clean = project.model_copy(update={"output": project.output.parent / f"clean{state}"})
        assert built(clean, ONCE) == ()
        assert published == pages(project.output) == pages(clean.output), said
    assert {f"{page}/index.html" for page in ("places/hamou", "actors/rabei", "sources/rabei")} <= published


TAFTANAZ, PART = "2020-02-12-taftanaz-attack", "2020-02-14-taftanaz-attack"


def test_what_is_parted_off_has_its_address_each_time(project: Config) -> None:
    """By lines that are taken out and put back, also after others that part less; its own entry holds again."""
    session, ledger = Session(LongMemo(), Standing()), project.overrides / "ledger.yaml"
    parted, titled = f"{TAFTANAZ}:\n  without: [2020-02-14-dummy-digest]\n", f"{PART}:\n  title: The second one\n"
    less = f"{TAFTANAZ}:\n  without: [2020-02-14-dummy-digest-c906]\n"
    sites: defaultdict[str, list[object]] = defaultdict(list)
    for said in (parted, less, "", titled, parted + titled, titled, parted + titled, "", parted + titled):
        (project.overrides / "events.yaml").write_text(said, "utf8")
        assert built(project, session) == ()
        there = files(project.output)
        assert (b"The second one" in there[f"events/{PART}/index.html"]) == (said == parted + titled)
        sites[said].append((ledger.read_bytes(), there))
    for said, found in sites.items():
        assert all(one == found[-1] for one in found[1:]), said
    address = f"events/{PART}/index.html"
    assert f"events/{TAFTANAZ}" in sites[titled][0][1][address].decode()
