"""Building again and again in one process, as ``serve`` does: after each edit the site is what a first build makes."""

import json
import os
import shutil

import pytest
from site_builder import CACHE, ROOT

from according.config import load_config
from according.console import Console, Loudness
from according.memo import LongMemo
from according.pipeline import build
from according.publishing import Standing
from according.session import Session, session_of

QUIET = Console(Loudness.QUIET)
# What people correct in one sitting, an edit of each file a step.
STEPS = (
    {
        "actors": "Corrected Name:\n  aliases: [{person}]\n",
        "places": "{place}:\n  at: [37.05, 41.22]\n",
        "events": "{event}:\n  title: A corrected title\n  type: protest\n",
        "sources": "{source}:\n  label: a corrected label\n",
    },
    {
        "actors": "{person}:\n  aliases: [{other_person}]\n",
        "places": "{place}:\n  in: {other_place}\n",
        "events": "{event}:\n  date: {{start: 2020-02-01, end: 2020-02-03}}\n  place: {other_place}\n",
        "sources": "{source}:\n  copies: {other_source}\n",
    },
    {
        "actors": "{person}:\n  not: [{form}]\n",
        "places": "{place}:\n  kind: province\n  not: [{other_place}]\n",
        "events": "{event}:\n  includes: [{other_event}]\n",
        "sources": "Corrected Source:\n  aliases: [{source}]\n",
    },
    {
        "actors": "{other_person}:\n  aliases: [{{text: {form}, articles: [{article}]}}]\n",
        "places": "{other_place}:\n  aliases: [{{text: {place}, articles: [{article}]}}]\n",
        "events": "{event}:\n  without: [{article}]\n{other_event}:\n  includes: [{article}]\n",
    },
    {
        "actors": "{person}:\n  kind: group\n{place}:\n  kind: organization\n",
        "places": "",
        "events": "{event}:\n  without: [{article}]\n  not: [{other_event}]\n",
        "sources": "{source}: ignore\n",
    },
    {
        "actors": "{person}: ignore\n{other_person}:\n  hide: true\n",
        "places": "New Town:\n  aliases: [{place}]\n{other_place}:\n  hide: true\n",
        "events": "{event}:\n  hide: true\n",
        "sources": "{source}:\n  kind: document\n",
    },
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
    """Two persons, places, events and sources of whom much is said, as overrides call them, and parts of the first."""

    def rows(file):
        return (json.loads(line) for line in (site / "data" / file).read_text("utf8").splitlines())

    places = json.loads((site / "data" / "places.geojson").read_text("utf8"))["features"]
    persons = sorted((a for a in rows("actors.jsonl") if a["kind"] == "person" and len(a["forms"]) > 1), key=_forms)
    towns = sorted((p["properties"] for p in places if p["properties"]["precision"] == "town"), key=_forms)
    events = sorted(rows("events.jsonl"), key=lambda e: (len(e["articles"]), e["id"]))
    sources = sorted((s for s in rows("sources.jsonl") if s["kind"] == "named"), key=_claims)
    return {
        "person": persons[-1]["name"],
        "other_person": persons[-2]["name"],
        "form": next(f["text"] for f in persons[-1]["forms"] if f["text"] != persons[-1]["name"]),
        "place": towns[-1]["name"],
        "other_place": towns[-2]["name"],
        "event": events[-1]["id"],
        "other_event": events[-2]["id"],
        "article": events[-1]["articles"][-1],
        "source": sources[-1]["name"],
        "other_source": sources[-2]["name"],
    }


def _forms(row):
    return sum(form["count"] for form in row["forms"])


def _claims(row):
    return len(row["claims"])


def test_after_each_edit_the_site_is_that_of_a_first_build(project, tmp_path):
    """Every kind of correction comes, goes and follows others; at the end nothing of them is left."""
    session = Session(LongMemo(), Standing())
    build(project, QUIET, session=session)
    told = names(project.output)
    first = files(project.output)
    for step in STEPS:
        for name, lines in step.items():
            (tmp_path / "overrides" / f"{name}.yaml").write_text(lines.format(**told), "utf8")
            assert build(project, QUIET, session=session).unchanged, (name, lines)
        _compare(project, tmp_path)
    for name in STEPS[0]:
        (tmp_path / "overrides" / f"{name}.yaml").write_text("", "utf8")
        build(project, QUIET, session=session)
        _compare(project, tmp_path)
    shutil.rmtree(tmp_path / "overrides")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    build(project, QUIET, session=session)
    again = files(project.output)
    assert [p for p in first if first[p] != again.get(p)] == []


def test_processes_of_their_own_make_the_same_site(project, tmp_path):
    """Each goes on from the snapshot that the first one left, whatever was built in between; so does a new text."""
    build(project, QUIET, session=session_of(project))
    (snapshot,) = project.cache.glob("snapshot-*")
    told = names(project.output)
    for step in STEPS[:2]:
        for name, lines in step.items():
            (tmp_path / "overrides" / f"{name}.yaml").write_text(lines.format(**told), "utf8")
        session = session_of(project)
        assert build(project, QUIET, session=session).unchanged
        assert not session.memo.empty
        _compare(project, tmp_path)
    article = min((tmp_path / "content").glob("*.md"))
    article.write_text(article.read_text("utf8") + "\nNobody was hurt, the police said.\n", "utf8")
    before = snapshot.read_bytes()
    build(project, QUIET, session=session_of(project))
    _compare(project, tmp_path)
    assert snapshot.read_bytes() != before
    shutil.rmtree(project.output)
    build(project, QUIET, session=session_of(project))
    _compare(project, tmp_path)


def test_a_damaged_snapshot_or_one_of_other_settings_changes_nothing(project, tmp_path):
    """The site is that of a first build; the site's title stands on every page."""
    build(project, QUIET, session=session_of(project))
    (snapshot,) = project.cache.glob("snapshot-*")
    other = project.model_copy(update={"title": "Another title"})
    session = session_of(other)
    build(other, QUIET, session=session)
    assert session.memo.empty  # it went on from nothing
    _compare(other, tmp_path)
    whole = snapshot.read_bytes()
    snapshot.write_bytes(whole[: len(whole) // 2])
    (tmp_path / "overrides" / "actors.yaml").write_text("", "utf8")
    session = session_of(other)
    build(other, QUIET, session=session)
    assert session.memo.empty
    _compare(other, tmp_path)


def test_a_text_that_is_edited_is_read_anew(project, tmp_path):
    """An article is cut short and gets its end back; the site follows."""
    session = Session(LongMemo(), Standing())
    build(project, QUIET, session=session)
    first = files(project.output)
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
