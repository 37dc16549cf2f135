"""How long a build takes: the first, one with nothing new, and one after a correction; and whether all agree.

    python benchmarks/rebuild.py FOLDER [FOLDER ...] [--articles 1000] [--work DIR] [--serve]

The articles are the first so many files of the folders (.md, .txt, .html, in the order of their paths). Every build is
a process of its own, as on the command line, so that starting Python counts. The first build finds an empty cache, but
for the index of place names, which is made once in a machine's life. At the end all that was corrected is built anew
into an empty folder with an empty cache: a site that was built step by step must not differ by a byte.

``--serve`` measures builds in one process instead, as ``build.py serve`` makes them after each edit, and compares the
last with a build of a process of its own; what ``serve`` makes ready while nobody edits is a line of its own.
``--work`` keeps what was built, and goes on from it: then the first build is measured only if it was not made yet.
"""

from __future__ import annotations

import argparse
import filecmp
import gc
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from according.config import load_config
from according.console import Console, Loudness
from according.memo import LongMemo
from according.pipeline import Session, build
from according.publishing import Search, Standing

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {".md", ".txt", ".html"}
ENOUGH = 1000


@dataclass(frozen=True)
class Bench:
    """One folder with everything that a build needs."""

    work: Path

    def make(self, folders: list[Path], articles: int) -> None:
        """Copy the articles and write a configuration."""
        content = self.work / "content"
        content.mkdir(parents=True, exist_ok=True)
        (self.work / "overrides").mkdir(exist_ok=True)
        files = [p for f in folders for p in sorted(f.rglob("*")) if p.suffix in SUFFIXES]
        for path in files[:articles]:
            shutil.copyfile(path, content / path.name)
        print(f"{len(list(content.iterdir()))} articles of {len(files)} files")

    def build(self, output: str = "site", cache: str = "cache", *options: str) -> tuple[float, float, float]:
        """Build; returns seconds, seconds of processor and the most memory in MB."""
        config = self.work / f"{cache}.yaml"
        config.write_text(f"title: Benchmark\ncache: {self.work / cache}\n", "utf8")
        folders = (f"--{name}={self.work / where}" for name, where in
                   (("content", "content"), ("overrides", "overrides"), ("output", output)))  # fmt: skip
        command = [sys.executable, str(ROOT / "build.py"), "build", "--quiet", f"--config={config}", *folders, *options]
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"The build failed: {' '.join(command)}")
        return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def correct(self, name: str, lines: str) -> None:
        """Write one file of corrections; an empty one takes them back."""
        (self.work / "overrides" / f"{name}.yaml").write_text(lines, "utf8")

    def rows(self, name: str) -> list[dict[str, Any]]:
        """One table of the built site."""
        text = (self.work / "site" / "data" / name).read_text("utf8")
        if name.endswith(".geojson"):
            return [f["properties"] for f in json.loads(text)["features"]]
        return [json.loads(line) for line in text.splitlines()]


def corrections(bench: Bench) -> Iterator[tuple[str, str, str]]:
    """What a person corrects, one entry after another, about things of the corpus: what it is, the file, its lines now.

    The entries before stay, but for a pin, which is moved, and two actors as one, which is taken back.
    """
    forms = lambda row: -sum(f["count"] for f in row["forms"])  # noqa: E731
    places = sorted((p for p in bench.rows("places.geojson") if p["url"]), key=forms)
    actors = sorted((a for a in bench.rows("actors.jsonl") if a["url"]), key=forms)
    single = [p["name"] for p in places if "(" not in p["name"]]  # whose name does not tell it from another
    pinned, town = (json.dumps(single[len(single) // 2 + n]) for n in (0, 7))
    often = json.dumps(actors[0]["name"])
    named, one, other, none = (json.dumps(actors[len(actors) // 2 + n]["name"]) for n in (0, 7, 14, 21))
    events = [e["id"] for e in sorted(bench.rows("events.jsonl"), key=lambda e: (-len(e["articles"]), e["id"]))]
    title = "title: A corrected title"
    said: dict[str, dict[str, str]] = {"places": {}, "actors": {}, "events": {}}

    def entry(what: str, file: str, key: str, lines: str | None) -> tuple[str, str, str]:
        said[file].pop(key, None)
        if lines is not None:
            said[file][key] = lines
        return what, file, "".join(f"{key}:{lines}\n" for key, lines in said[file].items())

    yield entry("a pin, the first correction of all", "places", pinned, "\n  at: [37.05, 41.22]")
    yield entry("the pin moved", "places", pinned, "\n  at: [37.06, 41.22]")
    yield entry("a rarer actor's name", "actors", '"Corrected Name"', f"\n  aliases: [{named}]")
    yield entry("two rarer actors as one", "actors", one, f"\n  aliases: [{other}]")
    yield entry("two actors again", "actors", one, None)
    yield entry("a rarer actor ignored", "actors", none, " ignore")
    yield entry("a place's name", "places", '"New Town"', f"\n  aliases: [{town}]")
    yield entry("an ordinary event's title", "events", events[len(events) // 2], f"\n  {title}")
    yield entry("the title of the event with most articles", "events", events[0], f"\n  {title}")
    yield entry("the commonest actor's kind", "actors", often, "\n  kind: group")
    yield entry("the pin moved where much is corrected", "places", pinned, "\n  at: [37.05, 41.22]")


def differing(one: Path, other: Path) -> list[str]:
    """Paths that are not byte for byte the same in two folders."""
    paths = {p.relative_to(f).as_posix() for f in (one, other) for p in f.rglob("*") if p.is_file()}
    _, different, missing = filecmp.cmpfiles(one, other, sorted(paths), shallow=False)
    return sorted((*different, *missing))


def told(what: str, figures: tuple[float, float, float], full: float) -> None:
    """One line of the result."""
    seconds, cpu, memory = figures
    ratio = f"{seconds / full:7.1%} of the first" if full else ""
    print(f"{what:34} {seconds:7.2f} s  {cpu:7.2f} s of processor  {memory:5.0f} MB  {ratio}", flush=True)


def run(bench: Bench, *, clean: bool) -> None:
    """All builds, each told as it ends."""
    kept = bench.work / "first.json"
    if not kept.exists():
        first = bench.build()
        kept.write_text(json.dumps(first))
    first = tuple(json.loads(kept.read_text()))
    told("first build", first, 0)
    for name in ("places", "actors", "events"):
        bench.correct(name, "")
    bench.build()
    told("nothing new", bench.build(), first[0])
    for what, name, lines in list(corrections(bench)):
        bench.correct(name, lines)
        told(what, bench.build(), first[0])
    if clean:
        for folder in ("clean", "empty"):
            shutil.rmtree(bench.work / folder, ignore_errors=True)
        told("clean build, corrections and all", bench.build("clean", "empty"), first[0])
        different = differing(bench.work / "site", bench.work / "clean")
        print("the same bytes" if not different else f"{len(different)} files differ: {different[:5]}")


def run_session(bench: Bench) -> None:
    """The same corrections, one after the other, in one process that remembers; the first build finds a full cache."""
    config = load_config(bench.work / "cache.yaml").model_copy(
        update={"content": bench.work / "content", "overrides": bench.work / "overrides", "output": bench.work / "site"}
    )
    search = Search()
    session = Session(LongMemo(), Standing(), search)

    def measured(what: str, full: float) -> float:
        start, cpu = time.perf_counter(), time.process_time()
        written = build(config, Console(Loudness.QUIET), session=session)
        seconds = time.perf_counter() - start
        gc.freeze()  # as serve does
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told(what, (seconds, time.process_time() - cpu, memory), full)
        print(f"{'':34} {written.summary}")
        return seconds

    for name in ("places", "actors"):
        bench.correct(name, "")
    bench.correct("events", f"# {time.time()}\n")  # so that there is something to build
    first = measured("first in the process", 0)
    start = time.process_time()
    session.memo.prepare()  # as serve does when nobody edits
    print(f"{'made ready for a correction':34} {'':9}   {time.process_time() - start:7.2f} s of processor")
    for what, name, lines in list(corrections(bench)):
        bench.correct(name, lines)
        measured(what, first)
    if search.run:
        search.run.process.wait()
        measured("with the index of the texts", first)
    bench.build("clean")
    different = differing(bench.work / "site", bench.work / "clean")
    print("the same bytes" if not different else f"{len(different)} files differ: {different[:5]}")


def main() -> None:
    """Read the arguments, make the corpus, build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=ENOUGH)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--serve", action="store_true", help="measure builds in one process")
    parser.add_argument("--no-clean", action="store_true", help="do not compare with a clean build")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench((options.work or Path(temporary)).resolve())
        bench.make(options.folders, options.articles)
        if options.serve:
            bench.build()  # what is kept between builds is there, as it is for whoever serves
            run_session(bench)
        else:
            run(bench, clean=not options.no_clean)


if __name__ == "__main__":
    main()
