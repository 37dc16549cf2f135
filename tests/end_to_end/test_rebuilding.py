"""Building again and again in one process, as ``serve`` does: after each edit the site is what a first build makes."""

import json
import os
import shutil

import pytest
from site_builder import CACHE, ROOT

from according.config import load_config
from according.console import Console, Loudness
from according.memo import LongMemo
from according.pipeline import Session, build
from according.publishing import Standing

QUIET = Console(Loudness.QUIET)
EDITS = (
    ("overrides/actors.yaml", "Corrected Name:\n  aliases: [{person}]\n"),
    ("overrides/places.yaml", "{place}:\n  at: [37.05, 41.22]\n"),
    ("overrides/events.yaml", "{event}:\n  title: A corrected title\n  type: protest\n"),
    ("overrides/sources.yaml", "{source}:\n  label: a corrected label\n"),
    ("overrides/actors.yaml", "{person}: ignore\n"),
    ("overrides/places.yaml", "New Town:\n  aliases: [{place}]\n"),
    ("overrides/events.yaml", "{event}:\n  hide: true\n"),
)


@pytest.fixture
def project(tmp_path):
    """Half of the demonstration as a project of one's own, and its configuration."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for path in sorted((tmp_path / "content").iterdir())[1::2]:
        path.unlink()
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    config = load_config(ROOT / "config.yaml")
    folders = {name: tmp_path / name for name in ("content", "overrides", "cache")}
    folders["cache"].mkdir()
    for index in CACHE.glob("gazetteer*"):
        os.link(index, folders["cache"] / index.name)
    return config.model_copy(update=folders | {"output": tmp_path / "site"})


def files(folder):
    """Every file's content by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def names(site):
    """A person, a place, an event and a source that much is said of, as overrides call them."""

    def rows(file):
        return (json.loads(line) for line in (site / "data" / file).read_text("utf8").splitlines())

    places = json.loads((site / "data" / "places.geojson").read_text("utf8"))["features"]
    return {
        "person": max((a for a in rows("actors.jsonl") if a["kind"] == "person"), key=_forms)["name"],
        "place": max((p["properties"] for p in places), key=_forms)["name"],
        "event": max(rows("events.jsonl"), key=lambda e: len(e["articles"]))["id"],
        "source": max((s for s in rows("sources.jsonl") if s["kind"] == "named"), key=_claims)["name"],
    }


def _forms(row):
    return sum(form["count"] for form in row["forms"])


def _claims(row):
    return len(row["claims"])


def test_after_each_edit_the_site_is_that_of_a_first_build(project, tmp_path):
    """Corrections come, go and follow each other; an article is cut short, another comes; nothing old is left."""
    session = Session(LongMemo(), Standing())
    build(project, QUIET, session=session)
    told = names(project.output)
    first = files(project.output)
    for number, (path, lines) in enumerate(EDITS):
        (tmp_path / path).write_text(lines.format(**told), "utf8")
        written = build(project, QUIET, session=session)
        assert written.unchanged, path
        if number % 3 == 2:
            _compare(project, tmp_path)
    article = min((tmp_path / "content").glob("*.md"))
    text = article.read_text("utf8")
    article.write_text(text[: text.rindex("\n\n")] + "\n", "utf8")
    build(project, QUIET, session=session)
    _compare(project, tmp_path)
    article.write_text(text, "utf8")
    shutil.rmtree(tmp_path / "overrides")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    build(project, QUIET, session=session)
    again = files(project.output)
    assert [p for p in first if first[p] != again.get(p)] == []


def test_a_site_file_that_somebody_touched_is_mended(project):
    """What stands on the disk is not believed to be as it was left."""
    session = Session(LongMemo(), Standing())
    build(project, QUIET, session=session)
    page = project.output / "index.html"
    good = page.read_text("utf8")
    page.write_text("something else", "utf8")
    build(project, QUIET, session=session)
    assert page.read_text("utf8") == good


def _compare(project, tmp_path):
    clean = project.model_copy(update={"output": tmp_path / "clean"})
    build(clean, QUIET)
    one, other = files(project.output), files(clean.output)
    assert [p for p in sorted({*one, *other}) if one.get(p) != other.get(p)] == []
