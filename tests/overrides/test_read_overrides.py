"""Override files: what can be written, and how every mistake is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from according.errors import AccordingError, Level, Problem
from according.events.types import TYPES
from according.linking.forms import fold
from according.overrides import AliasRule, Overrides
from according.overrides.reading import read_overrides
from according.schemas import schemas
from according.yamlfile import parse, read_yaml

ROOT = Path(__file__).parent.parent.parent


def read(folder: Path, **files: str) -> Overrides:
    """The overrides of files given by name and text."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf8")
    overrides, warnings = read_overrides(folder, TYPES, fold)
    assert warnings == ()
    return overrides


def mistakes(folder: Path, **files: str) -> list[Problem]:
    """What is wrong with files given by name and text."""
    with pytest.raises(AccordingError) as caught:
        read(folder, **files)
    return caught.value.problems


def test_a_missing_folder_holds_no_overrides(tmp_path: Path) -> None:
    """Nobody has to write overrides."""
    assert read_overrides(tmp_path / "nowhere") == (Overrides(), ())


def test_an_empty_file_holds_no_overrides(tmp_path: Path) -> None:
    """A file of comments corrects nothing."""
    assert read(tmp_path, places="# Qamishli:\n#   kind: city\n") == Overrides()


def test_everything_about_a_place(tmp_path: Path) -> None:
    """Every key of a place arrives, with the line of its entry."""
    text = """\
# corrections
Northport:
  aliases: [Nordhafen, {text: Port, articles: [harbour-*]}]
  at: [54, 10.5]
  in: Coast District
  geonames: 173811
  not: [Northport (Ohio)]
  kind: town
  acronym: NP
  formerly: Old Port
  former: [Haven]
  wikidata: Q42
  hide: true
"""
    place = read(tmp_path, places=text).places["Northport"]
    assert (place.file, place.line) == (str(tmp_path / "places.yaml"), 2)
    assert place.aliases == (AliasRule("Nordhafen"), AliasRule("Port", ("harbour-*",)))
    assert place.at == (54.0, 10.5)
    assert (place.parent, place.geonames, place.wikidata) == ("Coast District", 173811, "Q42")
    assert (place.never, place.kind, place.acronym) == (("Northport (Ohio)",), "town", "NP")
    assert place.former == ("Old Port", "Haven")
    assert place.hide
    assert not place.ignore


def test_ignore_is_a_whole_entry(tmp_path: Path) -> None:
    """One word says that a name is no entity."""
    place = read(tmp_path, places="Kalashnikovs: ignore\n").places["Kalashnikovs"]
    assert place.ignore
    assert place.line == 1


def test_an_actor(tmp_path: Path) -> None:
    """An actor has kinds of its own."""
    actor = read(tmp_path, actors="Harbour Guard:\n  kind: armed_force\n  aliases: Guard of the Harbour\n").actors
    assert actor["Harbour Guard"].kind == "armed_force"
    assert actor["Harbour Guard"].aliases == (AliasRule("Guard of the Harbour"),)


def test_a_source(tmp_path: Path) -> None:
    """A source has a label, a kind, other names, and may copy another."""
    text = "Harbour News:\n  label: city radio\n  kind: outlet\n  copies: Coast Wire\n  aliases: [HN]\nMr X: ignore\n"
    sources = read(tmp_path, sources=text).sources
    news = sources["Harbour News"]
    assert (news.label, news.kind, news.copies) == ("city radio", "outlet", "Coast Wire")
    assert news.aliases == (AliasRule("HN"),)
    assert sources["Mr X"].ignore


def test_an_event(tmp_path: Path) -> None:
    """An event's title, days, place, type, parts and strangers."""
    text = """\
2021-03-23-ship:
  title: A ship runs aground
  date: {start: 2021-03-23, end: 2021-03-29}
  place: Suez Canal
  type: accident
  includes: [2021-03-24-tanker]
  without: [some-article]
2020-02-12-clash:
  date: 2020-02-12
  hide: true
"""
    events = read(tmp_path, events=text).events
    ship = events["2021-03-23-ship"]
    assert (ship.start, ship.end) == (date(2021, 3, 23), date(2021, 3, 29))
    assert (ship.title, ship.place, ship.type) == ("A ship runs aground", "Suez Canal", "accident")
    assert (ship.includes, ship.without) == (("2021-03-24-tanker",), ("some-article",))
    clash = events["2020-02-12-clash"]
    assert clash.start == clash.end == date(2020, 2, 12)
    assert clash.hide


def test_names_that_yaml_would_read_as_something_else(tmp_path: Path) -> None:
    """NO and 1948 are names, and so is their order in the file of no importance."""
    assert set(read(tmp_path, places="NO: {kind: country}\n1948: ignore\n").places) == {"NO", "1948"}


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "remedy"),
    [
        ("A: {alias: [x]}\n", 1, 5, '"alias"', '"aliases"'),
        ("A: {kind: vilage}\n", 1, 11, "vilage", '"village"'),
        ("A: {kind: armed_force}\n", 1, 11, "armed_force", "actors.yaml"),
        ("A:\n  aliases: [x, 5]\n", 2, 16, '"5"', "quotes"),
        ("A: {geonames: Q5}\n", 1, 15, "geonames", "digits"),
        ("A: {wikidata: some}\n", 1, 15, "wikidata", "Q858"),
        ("A: {wikidata: R5}\n", 1, 15, "wikidata", "Q858"),
        ("A: {hide: yes}\n", 1, 11, "hide", "true or false"),
        ("A: {at: [141.22, 37.05]}\n", 1, 9, "swapped", "[37.05, 141.22]"),
        ("A: {at: [241.22, 237.05]}\n", 1, 9, "No point", "90"),
        ("A: {at: 37.05 41.22}\n", 1, 9, "two numbers", "[37.05, 41.22]"),
        ("A: {at: [37.05]}\n", 1, 9, "two numbers", "[37.05, 41.22]"),
        ("A: {at: [true, 1]}\n", 1, 9, "two numbers", "[37.05, 41.22]"),
        ("A:\n  kind:\n", 2, 8, "no value", "remove the key"),
        ("A:\nB: ignore\n", 1, 3, "says nothing", "Indent"),
        ("A: {at: [35,99, 36,78]}\n", 1, 9, "two numbers", "decimals with a point"),
        ("A: {at: '35,99 36,78'}\n", 1, 9, "two numbers", "decimals with a point"),
        ("A: {at: 35°59'N 36°47'30\"W}\n", 1, 9, "two numbers", "[35.9833, -36.7917]"),
        ("A: hide\n", 1, 4, "not understood", '"hide: true"'),
        ("kind: town\n", 1, 7, "not understood", "indent it below the name"),
        ("A:\n  kind town\n", 2, 3, "not understood", '"kind: town"'),
        ("A: {pin: [35.99, 36.78]}\n", 1, 5, '"pin"', 'Write "at".'),
        ("A: {type: town}\n", 1, 5, '"type"', 'Write "kind".'),
        ("A: {merge: B}\n", 1, 5, '"merge"', 'Write "aliases".'),
        ("A: {name: B}\n", 1, 5, '"name"', "stands before the colon"),
        ("A: {label: B}\n", 1, 5, '"label"', "a key of sources.yaml."),
        ("A: {title: B}\n", 1, 5, '"title"', "a key of events.yaml."),
        ("A: ignored\n", 1, 4, "not understood", "ignore"),
        ("A: [ignore]\n", 1, 4, "not understood", "ignore"),
        ("A: village\n", 1, 4, "not understood", 'Write "kind: village" on a line of its own, indented below "A:".'),
        ("A: Vilage\n", 1, 4, "not understood", 'Write "kind: village"'),
        (
            "A: person\n",
            1,
            4,
            "not understood",
            'Write "kind: person" on a line of its own, indented below "A:", in act',
        ),
        ("Amo: Ignore\n", 1, 6, "not understood", 'Write "Amo: ignore".'),
        ("A: Kamyshly\n", 1, 4, "not understood", 'Write keys such as "kind: ..."'),
        ("ignore: [Amo, 'No']\n", 1, 9, "not understood", 'of its own: "Amo: ignore", "No": ignore.'),
        ("ignore: Amo\n", 1, 9, "not understood", 'of its own: "Amo: ignore".'),
        ("- A\n- B\n", 1, 1, "does not start with a name", "no dash"),
        ("A:\n  kind:town\n", 2, 3, "not understood", "a space behind the colon"),
        ("A: {kind: city}\nA: {kind: town}\n", 2, 1, "twice", "line 1; put what stands below both"),
        ("A:\n  kind: city\n  kind: town\n", 3, 3, "twice", "line 2; keep one of them"),
        ("A: {aliases: [x]}\nB: {aliases: [X]}\n", 2, 15, '"A" and by "B"', "articles"),
        ("A: {aliases: [B]}\nB: {kind: city}\n", 1, 15, '"B" and by "A"', 'entry "B"'),
        ("A: {aliases: [B]}\nB: ignore\n", 1, 15, '"B" and by "A"', '"B: ignore"'),
        ("A: {aliases: [B]}\nB: {not: [A]}\n", 1, 15, '"B" and by "A"', 'entry "B"'),
        ("A: {acronym: X}\nB: {acronym: X}\n", 2, 14, '"A" and by "B"', "one of them"),
        ("A: {formerly: X}\nB: {aliases: X}\n", 2, 14, '"A" and by "B"', "one of them"),
        ("Aa: {kind: city}\nAA: {kind: town}\n", 2, 1, "one name", 'below "Aa" on line 1'),
        ("Aa: ignore\nAA: {kind: town}\n", 2, 1, "one name", "Keep one of them; the other is on line 1"),
        ("A: {aliases: [x], not: [x]}\n", 1, 25, "both", "one of them"),
        ("A: {geonames: 5}\nB: {geonames: 5}\n", 2, 15, "same geonames id 5", "alias"),
        ("A: {wikidata: Q5}\nB: {wikidata: Q5}\n", 2, 15, "same wikidata id Q5", "alias"),
        ("A: {in: B}\nB: {in: C}\nC: {in: A}\n", 1, 9, '"A" → "B" → "C" → "A"', "Remove"),
        ("A: {in: A}\n", 1, 9, "circle", "Remove"),
        ("A: {kind: city\n", 2, 1, "YAML", "opens on line 1"),
        ("A: {in: [Syria]}\n", 1, 9, "list", "without brackets: in: Syria."),
        ("A: {in: [Syria, Iraq]}\n", 1, 9, "list", "Write one value without brackets."),
        ("A: {wikidata: 858}\n", 1, 15, '"858"', "Write it as Q858."),
        ("A: {wikidata: q858}\n", 1, 15, '"q858"', "Write it as Q858."),
        ("A: {wikidata: https://www.wikidata.org/wiki/Q42}\n", 1, 15, "wikidata", "Write it as Q42."),
        ("A:\n  kind: city\n  Aleppo:\n    kind: city\n", 3, 3, '"Aleppo"', 'below "A"; if it is an entry'),
        ("A:\n  kind: city\n  Aleppo: ignore\n", 3, 3, '"Aleppo"', "take away the spaces"),
        ("A B:\n  ignore: true\n", 2, 3, '"ignore"', "Write A B: ignore on one line."),
        ("Amo: {in: amó}\n", 1, 11, '"Amo" → "amó"', "Remove"),
        ("C: {in: A}\nA: {in: X}\nB: {in: A, aliases: [x]}\n", 2, 9, '"A" → "X" → "A"', "Remove"),
        ("Al Amo: {kind: city}\nAl-Amo: {kind: town}\n", 2, 1, "one name", 'below "Al Amo" on line 1'),
        ("A: {aliases: [Al-Amo]}\nB: {aliases: [al amó]}\n", 2, 15, '"A" and by "B"', "articles"),
        ("A: {acronym: X, not: [X]}\n", 1, 23, "both", "one of them"),
        ("A: {formerly: X, not: [x]}\n", 1, 24, "both", "one of them"),
        ("A:\n  aliases: [{text: x, articles: []}]\n", 2, 33, '"articles" names no article', "remove the key"),
        ("A:\n  aliases: [{articles: x}]\n", 2, 13, 'key "text" is missing', 'Write "text: ..."'),
        ("A: {geonames: -4}\n", 1, 15, '"geonames" cannot be -4', "a number above 0"),
        ("A: {aliases: [x, null]}\n", 1, 18, '"aliases" has an item that says nothing', "remove it"),
        ("A:\n  not:\n    -\n", 3, 6, '"not" has an item that says nothing', "remove it"),
        ("A: {aliases: [true]}\n", 1, 15, '"true" is not text', "quotes"),
        ("A: {aliases: [[x]]}\n", 1, 15, "a list is not text", "without brackets."),
        ('"A\\0": ignore\n', 1, 1, "The name holds the control character U+0000", "Remove it"),
        ('"A\\nB":\n', 1, 1, "The name holds a line break", "one line"),
        ('A: {aliases: ["x\\ty"]}\n', 1, 15, "The text holds a tab", "space"),
        ("A: {former: X, not: [X]}\n", 1, 22, "both", "one of them"),
    ],
)
def test_mistakes_about_places(tmp_path: Path, text: str, line: int, column: int, message: str, remedy: str) -> None:
    """Each mistake names file, line, column, what is wrong and the nearest valid thing."""
    (problem,) = mistakes(tmp_path, places=text)
    assert problem.file == str(tmp_path / "places.yaml")
    assert problem.level is Level.ERROR
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ("e: {date: 12.2.2020}\n", 1, "12.2.2020", "2020-02-12"),
        ("e: {date: 2020-02-30}\n", 1, "2020-02-30", "2020-02-12"),
        ("e: {date: 2021-03-23 to 2021-03-29}\n", 1, "not a day", "{start: 2021-03-23, end: 2021-03-29}"),
        ("e: {date: [2021-03-23, 2021-03-29]}\n", 1, "list", "{start: 2021-03-23, end: 2021-03-29}"),
        ("e: {ignore: true}\n", 1, "ignore", "hide: true"),
        ("e: {date: {start: 2020-02-13, end: 2020-02-12}}\n", 1, "ends before", "Swap"),
        ("e: {date: {start: 2020-02-13}}\n", 1, "end", ""),
        ("e: {type: clas}\n", 1, "clas", '"clash"'),
        ("e: ignore\n", 1, "hidden", "hide: true"),
        ("e: {includes: [e]}\n", 1, "itself", "Remove"),
        ("e: {includes: [f], without: [f]}\n", 1, "both", "Remove"),
        ("e: {includes: [g]}\nf: {includes: [g]}\n", 2, '"e"', "one of them"),
        ("e: {includes: [f]}\nf: {title: x}\n", 1, "entry of its own", '"e"'),
        ("e: {not: [f, e]}\n", 1, "another than itself", "Remove"),
    ],
)
def test_mistakes_about_events(tmp_path: Path, text: str, line: int, message: str, remedy: str) -> None:
    """Days, types and parts of events are checked."""
    (problem,) = mistakes(tmp_path, events=text)
    assert problem.line == line
    assert message in problem.message
    assert remedy in problem.remedy


def test_a_kind_of_place_for_an_actor_names_the_other_file(tmp_path: Path) -> None:
    """Whoever corrects what a name is starts on the page of what it was taken for."""
    (problem,) = mistakes(tmp_path, actors="A: {kind: village}\n")
    assert str(problem).endswith(
        '"kind" cannot be "village" in this file. Move the entry into places.yaml, where it can.'
    )


@pytest.mark.parametrize(("kind", "meant"), [("media", '"outlet"'), ("person", '"named"'), ("outlets", '"outlet"')])
def test_what_a_source_is_taken_for_is_told(tmp_path: Path, kind: str, meant: str) -> None:
    """Actors have other kinds than sources; the one that is meant is named."""
    (problem,) = mistakes(tmp_path, sources=f"A: {{kind: {kind}}}\n")
    assert meant in problem.remedy


def test_all_that_is_misplaced_in_an_entry_is_told_with_the_rest(tmp_path: Path) -> None:
    """Nobody mends an entry one message at a time."""
    text = "A:\n  kin: city\n  B:\n    kind: city\n  C: ignore\n"
    assert [p.line for p in mistakes(tmp_path, places=text)] == [2, 3, 5]


def test_quotes_of_print_are_warned_of(tmp_path: Path) -> None:
    """A word processor's quotes are a part of the text; straight ones around them say that they are meant."""
    printed = "a:\n  title: “A storm”\n“b”:\n  hide: true\n"
    (tmp_path / "events.yaml").write_text(printed + "c:\n  title: '“Go”'\nd:\n  title: “Go” is said\n", "utf8")
    overrides, warnings = read_overrides(tmp_path)
    assert overrides.events["a"].title == "“A storm”"
    assert [(w.line, w.column, w.level) for w in warnings] == [(2, 10, Level.WARNING), (3, 1, Level.WARNING)]


@pytest.mark.parametrize(
    ("file", "entry", "first", "second"),
    [
        ("places", "A:\n  aliases:\n    - B\n    - {text: b, articles: [x]}\n", (3, 7), (4, 7)),
        ("actors", "A:\n  aliases:\n    - {text: B, articles: [x]}\n  formerly: B\n", (4, 13), (3, 7)),
        ("actors", "A:\n  acronym: B\n  aliases:\n    - {text: B, articles: [x]}\n", (2, 12), (4, 7)),
        ("sources", "A:\n  aliases:\n    - {text: B, articles: [x]}\n    - B\n", (4, 7), (3, 7)),
    ],
)
def test_a_form_for_all_articles_needs_no_limit(tmp_path: Path, file: str, entry: str, first: Any, second: Any) -> None:
    """It is told where both stand, and holds everywhere; the name itself may be limited."""
    (tmp_path / f"{file}.yaml").write_text(f"{entry}C:\n  aliases:\n    - {{text: C, articles: [x]}}\n", "utf8")
    overrides, (warning,) = read_overrides(tmp_path, TYPES, fold)
    rules = getattr(overrides, file)
    assert f"in every article by line {first[0]}, column {first[1]}, already" in warning.message
    assert (warning.line, warning.column, warning.level) == (*second, Level.WARNING)
    assert [a.articles for a in rules["A"].aliases if fold(a.text) == "b"] in ([()], [(), ()])
    assert rules["C"].aliases == (AliasRule("C", ("x",)),)


def test_sources_that_copy_each_other(tmp_path: Path) -> None:
    """Of two sources at most one is the copy."""
    for text in ("A: {copies: B}\nB: {copies: A}\n", "A: {copies: a}\n", "A: {copies: x, aliases: [X]}\n"):
        (problem,) = mistakes(tmp_path, sources=text)
        assert (problem.line, problem.column) == (1, 13)
        assert "circle" in problem.message


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """Nobody mends files one message at a time."""
    problems = mistakes(tmp_path, places="A: {kin: x}\nB: {kind: x}\n", actors="C: {at: [1, 2]}\n")
    assert [(Path(p.file).name, p.line) for p in problems] == [
        ("actors.yaml", 1),
        ("places.yaml", 1),
        ("places.yaml", 2),
    ]


def test_one_form_may_stand_for_two_places_in_different_articles(tmp_path: Path) -> None:
    """What is limited to articles does not meet what is limited to others."""
    text = "A: {aliases: {text: x, articles: [a-*]}}\nB: {aliases: {text: x, articles: [b-*]}}\n"
    assert set(read(tmp_path, places=text).places) == {"A", "B"}


def test_one_item_of_wikidata_in_two_files(tmp_path: Path) -> None:
    """Under two names it is a mistake; a place that acts has one name in both files."""
    (mistake,) = mistakes(tmp_path, places="A: {wikidata: Q5}\n", actors="B: {kind: person}\nC:\n  wikidata: Q5\n")
    assert (Path(mistake.file).name, mistake.line, mistake.column) == ("actors.yaml", 3, 13)
    assert mistake.message == '"A" in places.yaml and "C" have the same wikidata id Q5.'
    assert read(tmp_path, places="A: {wikidata: Q5}\n", actors="a: {wikidata: Q5}\n").actors["a"].wikidata == "Q5"


def test_blanks_around_names_are_no_part_of_them(tmp_path: Path) -> None:
    """Nobody sees them, and two names that differ in them are one."""
    places = read(tmp_path, places='" Amo ": {in: " Zed "}\n').places
    assert [(name, place.name, place.parent) for name, place in places.items()] == [("Amo", "Amo", "Zed")]
    (problem,) = mistakes(tmp_path, places='" Amo": {in: Zed}\nAmo: {kind: city}\n')
    assert "one name" in problem.message


def test_a_name_may_be_a_place_and_an_actor(tmp_path: Path) -> None:
    """A country is both, and each mention is one of them."""
    overrides = read(tmp_path, places="Atlantis: {kind: country}\n", actors="Atlantis: {kind: government}\n")
    assert overrides.places["Atlantis"].kind == "country"
    assert overrides.actors["Atlantis"].kind == "government"


@pytest.mark.parametrize(
    ("places", "actors", "file", "column"),
    [
        ("Amo: {kind: village}\n", "Amo Group: {aliases: [Amo]}\n", "actors.yaml", 23),
        ("Amo: {aliases: [Guard]}\n", "The Guard: {kind: group}\nGuard: {kind: group}\n", "places.yaml", 17),
        ("Amo: ignore\n", "Amo Group: {acronym: amo}\n", "actors.yaml", 22),
    ],
)
def test_a_form_is_a_place_or_an_actor(tmp_path: Path, places: str, actors: str, file: str, column: int) -> None:
    """Another name of one is not the name of the other, nor nothing at all, unless it is limited to articles."""
    (problem,) = mistakes(tmp_path, places=places, actors=actors)
    assert (Path(problem.file).name, problem.line, problem.column) == (file, 1, column)
    assert "claimed by" in problem.message
    limited = "Amo Group: {aliases: {text: Amo, articles: [a-*]}}\n"
    assert set(read(tmp_path, places="Amo: {kind: village}\n", actors=limited).actors) == {"Amo Group"}


def test_a_name_is_not_parted_into_its_own_words(tmp_path: Path) -> None:
    """It is told, and makes no pages of words; one part alone may be another's name."""
    text = "Harbour Papers:\n  not: [Papers, harbour]\nAda Holm:\n  not: [Holm]\n"
    (tmp_path / "actors.yaml").write_text(text, "utf8")
    overrides, (warning,) = read_overrides(tmp_path)
    never = {name: rule.never for name, rule in overrides.actors.items()}
    assert never == {"Harbour Papers": (), "Ada Holm": ("Holm",)}
    assert (warning.line, warning.column) == (2, 8)
    assert 'write "Harbour Papers: ignore"' in warning.remedy


@pytest.mark.parametrize(
    ("file", "key", "remedy"),
    [
        ("actors", "at", "a key of places.yaml."),
        ("actors", "copies", "a key of sources.yaml."),
        ("events", "kind", 'Write "type".'),
        ("events", "merge", 'Write "includes".'),
        ("events", "split", 'Write "not" or "without".'),
        ("events", "name", 'Write "title".'),
        ("sources", "acronym", "a key of places.yaml and actors.yaml."),
    ],
)
def test_a_key_of_another_file(tmp_path: Path, file: str, key: str, remedy: str) -> None:
    """Which one has it is told, or what the key is called here."""
    (problem,) = mistakes(tmp_path, **{file: f"A: {{{key}: B}}\n"})
    assert problem.message == f'There is no key "{key}" here.'
    assert remedy in problem.remedy


@pytest.mark.parametrize("name", ["place.yaml", "places.yml", "places.yaml.txt", "Places.txt"])
def test_a_file_with_nearly_the_right_name_is_a_warning(tmp_path: Path, name: str) -> None:
    """It is not read, and the name that was meant is told."""
    (tmp_path / name).write_text("A: ignore\n")
    for other in ("notes.yaml", "notes.txt", "places.yaml.bak"):
        (tmp_path / other).write_text("anything: goes\n")
    overrides, (warning,) = read_overrides(tmp_path)
    assert overrides == Overrides()
    assert warning.level is Level.WARNING
    assert '"places.yaml"' in warning.remedy


def test_the_shipped_overrides_are_right() -> None:
    """The demonstration's corrections have no mistakes, and name their schemas."""
    overrides, warnings = read_overrides(ROOT / "overrides")
    assert warnings == ()
    assert overrides.places
    for path in (ROOT / "overrides").glob("*.yaml"):
        if path.stem in ("places", "actors", "sources", "events"):
            first = path.read_text("utf8").splitlines()[0]
            assert first == f"# yaml-language-server: $schema=../schemas/{path.stem}.schema.json"


SAME = [
    ("places", "A: {aliases: [x, {text: y, articles: z}], at: [1, -2.5], in: B, geonames: 5, kind: sea}\n"),
    ("places", "A: ignore\n"),
    ("places", "# nothing\n"),
    ("places", "A: {aliases: x, not: y, acronym: z, formerly: a, former: [b], wikidata: Q1, hide: false}\n"),
    ("places", "A: {alias: x}\n"),
    ("places", "A: {aliases: [5]}\n"),
    ("places", "A: {aliases: {txt: x}}\n"),
    ("places", "A: {at: [91, 0]}\n"),
    ("places", "A: {at: [1, 2, 3]}\n"),
    ("places", "A: {at: [a, b]}\n"),
    ("places", "A: {at: [latitude, longitude]}\n"),
    ("actors", "A: {wikidata: Q}\n"),
    ("actors", "A: {wikidata: 858}\n"),
    ("places", "A: {in: [B]}\n"),
    ("places", "A: {ignore: true}\n"),
    ("places", "A: {B: ignore}\n"),
    ("sources", "A: {kind: media}\n"),
    ("events", "a: {date: 2021-03-23 to 2021-03-29}\n"),
    ("events", "a: {date: YYYY-MM-DD}\n"),
    ("places", "A: {geonames: 0}\n"),
    ("places", "A: {aliases: [{text: B, articles: []}]}\n"),
    ("places", "A: {aliases: [{text: B, articles: [x]}]}\n"),
    ("places", "A: {aliases: [{articles: [x]}]}\n"),
    ("places", "A: {aliases: [null]}\n"),
    ("places", 'A: {aliases: ["x\\ny"]}\n'),
    ("places", '"\\0": ignore\n'),
    ("actors", '"A\\nB": ignore\n'),
    ("actors", '"A\\n": {in: "\\x0b"}\n'),
    ("actors", '" A\\t": {acronym: "\\r\\nx "}\n'),
    ("actors", '"A\\x0b": {kind: person}\n'),
    ("sources", '"A\\x7f": {label: x}\n'),
    ("events", "a:\n  title: |\n    A storm\n"),
    ("events", "a:\n  title: |\n    A storm\n    comes\n"),
    ("events", 'a: {title: "A storm\\x1b"}\n'),
    ("places", "A: {geonames: 'x'}\n"),
    ("places", "A: {geonames: 1.0}\n"),
    ("places", "A: {geonames: 1.5}\n"),
    ("places", "A: {geonames: 1e20}\n"),
    ("places", "A: {geonames: 99999999999}\n"),
    ("places", "A: {aliases: [.inf]}\n"),
    ("places", "A: {acronym: .NaN}\n"),
    ("places", "A: {acronym: 0x1F}\n"),
    ("places", "A: {acronym: ' '}\n"),
    ("places", "A: {at: [.inf, 0]}\n"),
    ("places", 'A: {wikidata: "Q8\\n"}\n'),
    ("places", "A: {wikidata: Q1٣}\n"),
    ("events", 'a: {date: "2020-02-12\\n"}\n'),
    ("events", "a: {date: ٢٠٢٠-٠٢-١٢}\n"),
    ("places", "A: {hide: yes}\n"),
    ("places", "A: {kind: }\n"),
    ("places", "A: {}\n"),
    ("places", "A:\n"),
    ("places", "A: other\n"),
    ("places", "'': ignore\n"),
    ("places", "[A]\n"),
    ("actors", "A: {kind: armed_force}\n"),
    ("actors", "A: {kind: village}\n"),
    ("actors", "A: {at: [1, 2]}\n"),
    ("sources", "A: {label: x, kind: outlet, copies: B}\n"),
    ("sources", "A: {kind: person}\n"),
    ("sources", "A: {hide: true}\n"),
    ("events", "a: {date: 2020-02-12, type: clash}\n"),
    ("events", "a: {date: {start: 2020-02-12, end: 2020-02-13}, includes: b, without: [c]}\n"),
    ("events", "a: {includes: [b], not: [c, d], hide: true}\n"),
    ("events", "a: {never: b}\n"),
    ("events", "a: {type: clas}\n"),
    ("events", "a: {date: 2020-13-12}\n"),
    ("events", "a: {date: {start: 2020-02-12}}\n"),
    ("events", "a: ignore\n"),
]


@pytest.mark.parametrize(("name", "text"), SAME)
def test_the_schemas_and_the_validator_agree(tmp_path: Path, name: str, text: str) -> None:
    """Editors accept and refuse the same files as we do."""
    try:
        read(tmp_path, **{name: text})
        accepted = True
    except AccordingError:
        accepted = False
    schema = read_yaml(ROOT / "schemas" / f"{name}.schema.json").data
    assert jsonschema.Draft7Validator(schema).is_valid(parse(text, "f").data) is accepted


def test_the_schemas_are_valid_themselves() -> None:
    """Each schema keeps to its draft."""
    for name, text in schemas().items():
        jsonschema.Draft7Validator.check_schema(parse(text, name).data)


@pytest.mark.parametrize(
    ("joining", "parting", "line"),
    [
        ({"sources": "SANA:\n  aliases: [Reuters]\n"}, {"actors": "Sana:\n  not: [REUTERS]\n"}, 2),
        ({"actors": "SANA:\n  aliases: [Reuters]\n"}, {"sources": "SANA:\n  not: [Reuters]\n"}, 2),
        ({"sources": "Reuters:\n  aliases: [SANA]\n"}, {"actors": "SANA:\n  not: [Reuters]\n"}, 1),
        ({"sources": "Press:\n  aliases:\n    - SANA\n    - Reuters\n"}, {"actors": "SANA:\n  not: Reuters\n"}, 4),
        ({"places": "Delta:\n  formerly: Old Delta\n"}, {"sources": "Delta:\n  not: [Old Delta]\n"}, 2),
    ],
)
def test_what_one_file_puts_together_and_another_keeps_apart(
    tmp_path: Path, joining: dict[str, str], parting: dict[str, str], line: int
) -> None:
    """Told where it is kept apart, with the place where it is put together."""
    (problem,) = mistakes(tmp_path, **joining, **parting)
    (file,), (other,) = parting, joining
    assert (Path(problem.file).name, problem.line) == (f"{file}.yaml", 2)
    assert problem.message.endswith(f"put together with it in {other}.yaml, line {line}.")


def test_what_two_files_keep_apart_or_only_in_some_articles_put_together(tmp_path: Path) -> None:
    """There is nothing at odds; nor where the entries speak of others."""
    limited = "SANA:\n  aliases: [{text: Reuters, articles: [one]}]\n"
    apart = "SANA:\n  not: [Reuters]\n"
    for sources in (limited, apart, "Radio:\n  aliases: [Reuters]\n"):
        found = read(tmp_path, sources=sources, actors=apart)
        assert found.actors["SANA"].never == ("Reuters",)
        assert [*found.sources] == [sources.partition(":")[0]]


def test_the_entry_that_has_a_form_for_its_name_is_called_as_it_is_written(tmp_path: Path) -> None:
    """Not as the other entry spells it: no entry of the file has that for its key."""
    text = "Nordhafen:\n  aliases: [North-Port]\nNorth Port:\n  kind: town\n"
    (told,) = mistakes(tmp_path, places=text)
    assert (told.line, told.message) == (2, 'The form "North-Port" is claimed by "North Port" and by "Nordhafen".')
    assert told.remedy.startswith('Move what the entry "North Port" on line 3 says here')


@pytest.mark.parametrize(
    ("file", "text", "lines"),
    [
        ("events", "a-day:\n  date: 12/02/2020\n  type: shooting\n", [2, 3]),
        (
            "events",
            "a-day:\n  colour: red\n  type: shooting\n  includes: [b-day]\n  not: [b-day, a-day]\n",
            [2, 3, 4, 5],
        ),
        ("places", "Northport:\n  kind: vilage\n  not: [Nordhafen]\n  aliases: [Nordhafen]\n", [2, 3]),
        ("places", "Northport:\n  at: [1]\n  aliases: [Port]\nSouthport:\n  kind: x\n  aliases: [Port]\n", [2, 5, 6]),
        ("sources", "Radio:\n  kind: media\n  copies: Paper\nPaper:\n  hide: x\n  copies: Radio\n", [2, 3, 5]),
    ],
)
def test_all_mistakes_are_told_at_once(file: str, text: str, lines: list[int], tmp_path: Path) -> None:
    """Also those that show only beside other keys or entries, of an entry in which a value is wrong."""
    assert [p.line for p in mistakes(tmp_path, **{file: text})] == lines


def test_an_entry_stands_where_its_name_does(tmp_path: Path) -> None:
    """Also one that says "ignore": what is told of the whole of it has a column."""
    found = read(
        tmp_path,
        places="A: ignore\n",
        sources="A: ignore\n",
        actors='\n"B": {kind: person}\n',
        events="{ e: {hide: true}}\n",
    )
    assert [rule.marks[()] for rule in (found.places["A"], found.sources["A"])] == [(1, 1), (1, 1)]
    assert (found.actors["B"].marks[()], found.events["e"].marks[()]) == ((2, 1), (1, 3))
