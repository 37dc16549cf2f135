"""YAML with positions: what is read, what is refused, and where each thing stands."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from according.errors import AccordingError, Problem
from according.yamlfile import Mark, parse, read_yaml, written


def refused(text: str) -> Problem:
    """The one problem of a text."""
    with pytest.raises(AccordingError) as caught:
        parse(text, "f.yaml")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("37.05", 37.05),
        ("2020-02-12", "2020-02-12"),
        ("12:30", "12:30"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("0123", 123),
        ("1_000", "1_000"),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: Any) -> None:
    """Words stay words, days stay text; only numbers, true, false and null are more."""
    assert parse(f"key: {text}", "f.yaml").data == {"key": value}


def test_keys_are_always_text() -> None:
    """A village called 1948 or NO is a name like any other."""
    assert parse("1948: a\nNO: b\ntrue: c\n", "f.yaml").data == {"1948": "a", "NO": "b", "true": "c"}


def test_marks_say_where_keys_and_values_stand() -> None:
    """Lines and columns count from 1, and from the first line that the text has in its file."""
    document = parse("a: 1\nb:\n  - x\n  - {c: y}\n", "f.yaml", first_line=10)
    assert document.mark(("a",), key=True) == Mark(10, 1)
    assert document.mark(("a",)) == Mark(10, 4)
    assert document.mark(("b", 1, "c")) == Mark(13, 9)
    assert document.mark(("b", 7, "nowhere")) == document.mark(("b",))


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('a:\n  title: "One\nb:\n  title: Two\n', 2, "not closed"),
        ('a:\n  title: "One\nb:\n  title: "Two"\n', 4, "opens on line 2"),
        ("a: [x, y\nb: c\n", 2, "opens on line 1"),
        ("a: {x: y\nb: c\n", 2, "opens on line 1"),
        ("a: x\nCaptain #One:\n  kind: y\n", 2, "comment"),
        ("*One:\n  kind: y\n", 1, '"*One":'),
        ('a: "One\n  two"\nb: c\n   d: e\n', 4, "line above (line 3)"),
        ("a:\n  kind: city\n\n    b:\n      kind: town\n", 4, "An entry begins without any"),
        ("a: ignore  # none\n# b\n    b: ignore  # none\n", 3, "An entry begins without any"),
        ("a:\n  - x\n    b c:\n      kind: town\n", 3, "An entry begins without any"),
        ("a:\n  kind: city\n    at: [1, 2]\n", 3, "stand in one column"),
        ("# first\n    a: ignore\nb: ignore\n", 3, "Line 2 has spaces before it"),
        ("a:\n  title: on and\n    it goes on: and on\n", 3, "quotes"),
    ],
)
def test_what_is_not_yaml_is_told_by_its_cause(text: str, line: int, told: str) -> None:
    """Where a quote or a bracket opens, and that a sign at the beginning of a word means something."""
    problem = refused(text)
    assert problem.line == line
    assert told in f"{problem.message} {problem.remedy}"


@pytest.mark.parametrize(
    ("text", "at", "remedy"),
    [
        ("a: ignore\n'Turkey's Ministry':\n  kind: government\n", (2, 8), "Turkey''s"),
        ("a:\n  aliases: [b, 'Turkey's Ministry']\n", (2, 23), "Turkey''s"),
        ("a:\n  - 'The Turks' Ministry'\n", (2, 15), "Turks''"),
        ('a: "The "big" one"\n', (1, 9), "backslash"),
    ],
)
def test_a_quote_that_closes_in_a_name_is_told_where_it_stands(text: str, at: tuple[int, int], remedy: str) -> None:
    """An apostrophe within single quotes ends them: the parser only misses a key behind it."""
    problem = refused(text)
    assert (problem.line, problem.column) == at
    assert "closes here" in problem.message
    assert remedy in problem.remedy


def test_a_comma_that_is_missing_between_quotes_is_no_apostrophe() -> None:
    """Where quotes follow quotes, none of them closes too early."""
    assert "commas" in refused("a: ['b' 'c']\n").remedy


@pytest.mark.parametrize("after", ["", "\n\n", "c: d\n"])
def test_a_key_without_its_space_is_told_where_it_stands(after: str) -> None:
    """Not where the next line begins, at which it is missed."""
    with pytest.raises(AccordingError) as caught:
        parse(f"a: b\nIRGC:ignore\n{after}", "f.yaml")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 1)


def test_duplicate_keys_name_both_lines() -> None:
    """The second of two equal keys is the mistake; the first is named."""
    problem = refused("a: 1\nb: 2\na: 3\n")
    assert (problem.line, problem.column) == (3, 1)
    assert '"a"' in problem.message
    assert "line 1" in problem.remedy


def test_duplicate_keys_deep_inside_are_found() -> None:
    """Duplicates are refused at every level."""
    assert refused("a:\n  b: 1\n  b: 2\n").line == 3


def test_an_alias_is_refused_where_it_stands() -> None:
    """An alias is told by its own line, not by its anchor's."""
    problem = refused("a: &x [1, 2]\nb: *x\n")
    assert (problem.line, problem.column) == (2, 4)


def test_an_anchor_bomb_costs_nothing() -> None:
    """Aliases of aliases are refused without being written out."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    start = time.perf_counter()
    with pytest.raises(AccordingError):
        parse("\n".join(lines), "f.yaml")
    assert time.perf_counter() - start < 2


def test_endless_nesting_costs_nothing() -> None:
    """A file of brackets is refused at a depth that no person writes."""
    start = time.perf_counter()
    assert "nested" in refused("[" * 100_000).message
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("title: One: two\n", 1, "quotes"),
        ("Name\n  kind: city\n", 2, "ends in a colon"),
        ("a:\n\t- b\n", 2, "tabs"),
        ("a: 'open\n", 1, "Close"),
        ('a: "C:\\dir"\n', 1, "Double it"),
        ('a: 1\nb: "x\\q"\n', 2, "Double it"),
        ('a: 1\nb: "x\\u12"\n', 2, "Double it"),
        ("a: 1\nwhat is this\nb: 2\n", 2, "colon"),
        ("a: *bold* text\n", 1, "quotes"),
        ("a: !!python/name:os.system ''\n", 1, "quotes"),
        ("a: 1\n---\nb: 2\n", 2, "---"),
        ("? [a]\n: b\n", 1, "key: value"),
        ("a: 1\nb: \x02\n", 2, "invisible"),
    ],
)
def test_what_is_not_yaml_is_told_with_line_and_remedy(text: str, line: int, remedy: str) -> None:
    """Every syntax error says where and what to do."""
    problem = refused(text)
    assert remedy in problem.remedy
    assert abs(problem.line - line) <= 1


@pytest.mark.parametrize("character", ["\x01", "\x7f", "\x80", "\ufffe", "\x0b"])
def test_what_nobody_sees_is_told_with_line_and_column(character: str) -> None:
    """Who looks for it has nothing else to go by."""
    problem = refused(f"a: 1\nbé: x{character}y\nc: 1\n")
    assert (problem.line, problem.column) == (2, 6)


def test_a_zero_is_told_with_line_and_column(tmp_path: Path) -> None:
    """It makes a text no text file, and may have strayed into one."""
    path = tmp_path / "f.yaml"
    path.write_bytes("a: 1\nbé: x\0y\n".encode())
    with pytest.raises(AccordingError) as caught:
        read_yaml(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 6)


NAMES = [
    "Amo",
    "NO",
    "1948",
    "true",
    " Amo ",
    "A: b",
    "a #b",
    "'a",
    '"a"',
    "\\",
    "القامشلي",
    "🙂",
    "- a",
    "[a]",
    "a\tb",
]
UNSEEN = "\x7f\x80\x85\x9f\xa0\u200b\u2028\u2029\ufeff\ufffe\n\r\0"


@pytest.mark.parametrize("name", [*NAMES, *(f"A{c}mo" for c in UNSEEN)])
def test_a_name_that_is_offered_can_be_pasted(name: str) -> None:
    """As a key, as a value and in a list it is read as it is."""
    assert parse(f"{written(name)}: {written(name)}\n", "f.yaml").data == {name: name}
    assert parse(f"a: [{written(name)}, {written(name)}]\n", "f.yaml").data == {"a": [name, name]}


def test_an_empty_file_is_no_data(tmp_path: Path) -> None:
    """A file of comments only holds nothing."""
    path = tmp_path / "f.yaml"
    path.write_text("# nothing yet\n")
    assert read_yaml(path).data is None


def test_a_byte_order_mark_and_crlf_change_nothing(tmp_path: Path) -> None:
    """Files from Windows are read like any other, with the same lines."""
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    document = read_yaml(path)
    assert document.data == {"a": 1, "b": 2}
    assert document.mark(("b",), key=True) == Mark(2, 1)
