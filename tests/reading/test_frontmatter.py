"""Front matter: what it tells, and what is wrong with it."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta, timezone

import pytest

from according.errors import AccordingError, Level, Problem
from according.reading import frontmatter
from according.reading.draft import Facts


def read(yaml: str) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts and warnings of the lines between the dashes."""
    text = f"---\n{yaml}---\nBody.\n"
    found, start, problems = frontmatter.split(text, "a.md")
    assert problems == ()
    assert text[start:] == "Body.\n"
    return frontmatter.read(found, "a.md")


def test_all_facts() -> None:
    """Title, date, outlet, address and language."""
    facts, problems = read(
        'title: "One: two"\ndate: 2020-02-12\noutlet: Example Wire\nurl: https://wire.example/1\nlanguage: en-GB\n'
    )
    assert facts == Facts("One: two", "Example Wire", date(2020, 2, 12), "https://wire.example/1", "en")
    assert problems == ()


@pytest.mark.parametrize("key", ["outlet", "publisher", "source", "site", "Publisher"])
def test_names_of_the_outlet(key: str) -> None:
    """The outlet goes by several names, in capitals or not."""
    facts, problems = read(f"{key}: Example Wire\n")
    assert facts.outlet == "Example Wire"
    assert problems == ()


@pytest.mark.parametrize("title", ["1984", "true", "NO", "2020-02-12", "'12:30'"])
def test_a_title_is_always_text(title: str) -> None:
    """What YAML would take for a number or a day is a title as it is written."""
    facts, _ = read(f"title: {title}\n")
    assert facts.title == title.strip("'")


@pytest.mark.parametrize("day", ["2020-02-12", '"2020-02-12"', "2020-02-12T23:30:00-05:00", "2020-02-12 08:00"])
def test_dates_are_taken_as_written(day: str) -> None:
    """The day is the one that is written; no time zone moves it."""
    assert read(f"date: {day}\n")[0].date == date(2020, 2, 12)


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("2020-02-12T14:30:00Z", time(14, 30, tzinfo=UTC)),
        ("2020-02-12 14:30", time(14, 30)),
        ("2020-02-12 9:05:07 UTC", time(9, 5, 7, tzinfo=UTC)),
        ("2020-02-12T23:30:00.250-0530", time(23, 30, tzinfo=timezone(-timedelta(hours=5, minutes=30)))),
        ("2020-02-12", None),
        ("2020-02-12T00:00:00Z", None),
    ],
)
def test_an_hour_is_kept_with_its_zone_only_where_one_is_told(written: str, hour: time | None) -> None:
    """No zone is made up, and midnight to the second is a day without an hour."""
    facts, problems = read(f"date: {written}\n")
    assert (facts.date, facts.time, problems) == (date(2020, 2, 12), hour, ())


@pytest.mark.parametrize("hour", ["25:10", "14:30 EST", "14:30 in the afternoon", "12:61"])
def test_an_hour_that_is_none_is_a_warning_and_the_day_stays(hour: str) -> None:
    """The letters of a zone may mean several; the file and the line are named."""
    facts, (problem,) = read(f"title: a\ndate: 2020-02-12 {hour}\n")
    assert (facts.date, facts.time) == (date(2020, 2, 12), None)
    assert (problem.level, problem.file, problem.line) == (Level.WARNING, "a.md", 3)
    assert hour in problem.message


@pytest.mark.parametrize("day", ["12/02/2020", "12 February 2020", "2020-02-30", "2020", "soon"])
def test_other_dates_are_a_warning_and_no_date(day: str) -> None:
    """A date that could be read in two ways is not read."""
    facts, (problem,) = read(f"title: a\ndate: {day}\n")
    assert facts.date is None
    assert problem.level is Level.WARNING
    assert (problem.file, problem.line, problem.column) == ("a.md", 3, 7)
    assert day in problem.message
    assert "2020-02-12" in problem.remedy


def test_an_unknown_key_is_a_warning_with_the_nearest() -> None:
    """What is not used is told, with its line."""
    facts, (problem,) = read("title: a\nlangauge: fr\n")
    assert facts.language is None
    assert problem.line == 3
    assert '"language"' in problem.remedy


def test_an_outlet_told_twice_is_a_warning() -> None:
    """The first of two keys for one fact holds."""
    facts, (problem,) = read("publisher: A\nsource: B\n")
    assert facts.outlet == "A"
    assert problem.line == 3


@pytest.mark.parametrize("url", ["javascript:alert(1)", "wire.example/1", "ftp://wire.example/"])
def test_only_web_addresses_are_addresses(url: str) -> None:
    """Nothing else becomes a link."""
    facts, (problem,) = read(f'url: "{url}"\n')
    assert facts.url is None
    assert problem.line == 2


def test_an_empty_value_is_no_fact() -> None:
    """A key without a value says nothing and is no mistake."""
    assert read("title:\ndate:\n") == (Facts(), ())


@pytest.mark.parametrize(
    ("yaml", "line"),
    [("title: One: two\n", 2), ("title: a\n\tdate: b\n", 3), ("title: a\ntitle: b\n", 3), ("title: [a\n", 3)],
)
def test_what_is_not_yaml_is_an_error_with_its_line(yaml: str, line: int) -> None:
    """The line is the line in the file."""
    with pytest.raises(AccordingError) as caught:
        read(yaml)
    assert caught.value.problems[0].line == line


def test_no_front_matter() -> None:
    """A text that starts in any other way has none, and so has a line of dashes over a sentence."""
    for text in ("Body.\n", "", "---\nA scene.\n---\n", "----\ntitle: a\n---\n", "\n---\ntitle: a\n---\n"):
        assert frontmatter.split(text, "a.md") == ("", 0, ())


def test_front_matter_that_does_not_end_is_told() -> None:
    """Without its last line it is text, with a warning."""
    yaml, start, (problem,) = frontmatter.split("---\ntitle: a\n\nBody.\n", "a.md")
    assert (yaml, start) == ("", 0)
    assert problem.level is Level.WARNING
    assert "three dashes" in problem.remedy


def test_windows_line_ends() -> None:
    """CRLF ends lines here too."""
    text = "---\r\ntitle: a\r\n---\r\nBody.\r\n"
    yaml, start, _ = frontmatter.split(text, "a.md")
    assert frontmatter.read(yaml, "a.md")[0].title == "a"
    assert text[start:] == "Body.\r\n"
