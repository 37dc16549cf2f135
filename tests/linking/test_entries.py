"""What is offered for a name that a file of corrections has already."""

import pytest

from according.config import Config
from according.explaining.offers import Files
from according.linking.entries import entries, retyped, there
from according.overrides.reading import read_overrides

STAR = 'aliases: [{text: Sana, articles: ["*"]}]'
ACTORS = {
    "none": ("Reuters: {kind: media}", "name", "Sana"),
    "key": ("SANA: {kind: media}", "below", "SANA"),
    "key with aliases": ("SANA: {aliases: [Saana]}", "among", "SANA"),
    "alias": ("Syrian Agency: {aliases: [SANA]}", "instead", "Syrian Agency"),
    "acronym": ("Syrian Agency: {acronym: SANA}", "instead", "Syrian Agency"),
    "alias in an article": ("Syrian Agency: {aliases: [{text: SANA, articles: [a]}]}", "name", "Sana"),
    "ignored": ("SANA: ignore", "unignored", "SANA"),
}


@pytest.mark.parametrize("case", ACTORS)
def test_a_line_goes_where_the_name_is(tmp_path, case):
    """A second entry of a name, in whatever spelling, would stop the build; that with the line added is read."""
    text, whither, key = ACTORS[case]
    (tmp_path / "actors.yaml").write_text(f"{text}\n")
    at = there(entries(read_overrides(tmp_path)[0]), "actors.yaml", "Sana")
    line = retyped("Sana", "organization", at, both=True)
    assert (line.whither, line.key, line.text) == (whither, key, STAR)
    assert line.item == '{text: Sana, articles: ["*"]}'


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Reuters: {kind: media}", ("name", "kind: organization")),
        ("SANA: {wikidata: Q1}", ("below", "kind: organization")),
        ("Syrian Agency: {acronym: SANA}", ("below", "kind: organization")),
        ("SANA: {kind: media}", ("below", STAR)),  # two kinds would be a mistake
    ],
)
def test_a_name_that_is_of_one_sort_gets_a_kind(tmp_path, text, offered):
    """Unless the entry that has the name says already what it is."""
    (tmp_path / "actors.yaml").write_text(f"{text}\n")
    at = there(entries(read_overrides(tmp_path)[0]), "actors.yaml", "Sana")
    line = retyped("Sana", "organization", at, both=False)
    assert (line.whither, line.text) == offered


def test_every_file_tells_of_its_own_entries(tmp_path):
    """A name may stand in two files; a key goes before a name below another."""
    for file, text in {
        "places.yaml": "Amo: {aliases: [Hamo]}",
        "sources.yaml": "Observers: {aliases: [amo]}",
        "events.yaml": "2020-02-12-amo: {hide: true}",
    }.items():
        (tmp_path / file).write_text(f"{text}\n")
    found = entries(read_overrides(tmp_path)[0])
    keys = {
        file: at.key for file in ("places.yaml", "actors.yaml", "sources.yaml") if (at := there(found, file, "AMO"))
    }
    assert keys == {"places.yaml": "Amo", "sources.yaml": "Observers"}
    assert there(found, "events.yaml", "2020-02-12-amo").line == 1


def test_explain_names_the_line_of_the_entry(tmp_path):
    """Both of what the file is about, and of what it is not."""
    (tmp_path / "actors.yaml").write_text("SANA: {kind: media}\n")
    files = Files(Config(), entries(read_overrides(tmp_path)[0]))
    assert [*files.elsewhere("It is somebody", "actors.yaml", "Sana", both=True)] == [
        "  It is somebody? Then into overrides/actors.yaml, below what is on line 1:",
        "",
        "SANA:",
        f"  {STAR}",
        "",
    ]
    assert "below overrides/actors.yaml:1, which has its name" in files.write("actors.yaml", "Sana")
    assert "into overrides/places.yaml" in files.write("places.yaml", "Sana")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("SANA: {kind: media, not: [Sanaa]}", ("kind", "not")),
        ("SANA: {kind: media, aliases: [{text: Sanaa, articles: [a]}]}", ()),
    ],
)
def test_the_keys_of_an_entry_are_known_where_each_says_one_thing(tmp_path, text, keys):
    """An alias of some articles takes away what others write."""
    (tmp_path / "actors.yaml").write_text(f"{text}\n")
    assert there(entries(read_overrides(tmp_path)[0]), "actors.yaml", "SANA").keys == keys
