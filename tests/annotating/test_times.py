"""Time expressions: the words found and the days that they resolve to."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from according.annotating.times import find_times
from according.model import Precision, TimeExpression

BLANK = spacy.blank("en")
FRIDAY = date(2023, 3, 17)


def found(text: str, published: date | None = FRIDAY) -> list[tuple[str, str, str]]:
    """The words, first and last day of each expression; sentences are not parsed, so no clause tells its tense."""
    return [(t.span.of(text), str(t.start), str(t.end)) for t in find_times(BLANK(text), published)]


def only(doc: Doc, published: date = FRIDAY) -> TimeExpression:
    """The one expression of a parsed sentence."""
    (time,) = find_times(doc, published)
    return time


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("It fell on 2 March 2021.", "2 March 2021", "2021-03-02", "2021-03-02"),
        ("It fell on March 2, 2021.", "March 2, 2021", "2021-03-02", "2021-03-02"),
        ("It fell on Thursday, Feb. 9.", "Thursday, Feb. 9", "2023-02-09", "2023-02-09"),
        ("It fell on the 9th of February.", "the 9th of February", "2023-02-09", "2023-02-09"),
        ("Published 2021-03-02.", "2021-03-02", "2021-03-02", "2021-03-02"),
        ("Held on 3-5 March.", "3-5 March", "2023-03-03", "2023-03-05"),
        ("Held between March 3 and 5, 2020.", "March 3 and 5, 2020", "2020-03-03", "2020-03-05"),
        ("Held from 30 December to 2 January.", "30 December to 2 January", "2022-12-30", "2023-01-02"),
        ("A man died on Wednesday.", "Wednesday", "2023-03-15", "2023-03-15"),
        ("A man died on Friday.", "Friday", "2023-03-17", "2023-03-17"),
        ("A man died last Friday.", "last Friday", "2023-03-10", "2023-03-10"),
        ("A man died on Saturday, a day early here.", "Saturday", "2023-03-18", "2023-03-18"),
        ("It ends next Monday.", "next Monday", "2023-03-20", "2023-03-20"),
        ("In the early hours of Tuesday it rained.", "the early hours of Tuesday", "2023-03-14", "2023-03-14"),
        ("It rained at about 6.10am on Tuesday.", "at about 6.10am on Tuesday", "2023-03-14", "2023-03-14"),
        ("It rained yesterday evening.", "yesterday evening", "2023-03-16", "2023-03-16"),
        ("It rained last night.", "last night", "2023-03-16", "2023-03-16"),
        ("It rained today.", "today", "2023-03-17", "2023-03-17"),
        ("It rained three days ago.", "three days ago", "2023-03-14", "2023-03-14"),
        ("It rained an hour ago.", "an hour ago", "2023-03-17", "2023-03-17"),
        ("It rained last week.", "last week", "2023-03-06", "2023-03-12"),
        ("It rained over the past two days.", "over the past two days", "2023-03-15", "2023-03-17"),
        ("It rained last month.", "last month", "2023-02-01", "2023-02-28"),
        ("It rained in January.", "in January", "2023-01-01", "2023-01-31"),
        ("It rained in November.", "in November", "2022-11-01", "2022-11-30"),
        ("It rained in May 2021.", "in May 2021", "2021-05-01", "2021-05-31"),
        ("It rained in 2019.", "in 2019", "2019-01-01", "2019-12-31"),
        ("It rained between 2017 and 2019.", "between 2017 and 2019", "2017-01-01", "2019-12-31"),
        ("In the 1990s it rained.", "the 1990s", "1990-01-01", "1999-12-31"),
        ("It rained on New Year’s Eve.", "New Year’s Eve", "2022-12-31", "2022-12-31"),
        ("It rained over the weekend.", "over the weekend", "2023-03-11", "2023-03-12"),
    ],
)
def test_one_expression(text: str, words: str, start: str, end: str) -> None:
    """Each class of expressions is found with its words and resolved against a Friday in March."""
    assert found(text) == [(words, start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times said so.",
        "Shops open early for Black Friday.",
        "A letter from May and a vote on May.",
        "He may come, and March on.",
        "It cost 2,019 dollars.",
        "It grew by 2015%.",
        "Readers of USA TODAY know.",
    ],
)
def test_names_and_numbers_are_no_dates(text: str) -> None:
    """Newspapers, sales and figures that look like dates are not taken for them."""
    assert found(text) == []


def test_days_told_from_one_another() -> None:
    """Both "two days later" and "the next day" count from the day told before, not from the article's."""
    text = "He fell on 1 March. Two days later he spoke. The next day he died."
    assert [start for _, start, _ in found(text)] == ["2023-03-01", "2023-03-03", "2023-03-04"]


def test_nothing_to_count_from() -> None:
    """A relative expression without a day before it keeps its words and stays unresolved."""
    (time,) = find_times(BLANK("Two days later he spoke."), FRIDAY)
    assert (time.start, time.precision) == (None, Precision.UNKNOWN)


def test_undated_article_speaks_from_its_latest_full_date() -> None:
    """Without a publication date weekdays count from the latest full date in the text, and from nothing else."""
    text = "The photo shows the bridge on 17 March 2023. It fell on Tuesday."
    assert found(text, None)[1] == ("Tuesday", "2023-03-14", "2023-03-14")
    assert found("It fell on Tuesday.", None) == [("Tuesday", "None", "None")]


def test_impossible_date_is_unresolved() -> None:
    """The 30th of February is kept as words without a day."""
    assert found("It fell on 30 February 2021.") == [("30 February 2021", "None", "None")]


def test_precision_follows_the_words() -> None:
    """A week, a month and a year are never given as a day."""
    times = find_times(BLANK("It rained last week, in January and in 2019."), FRIDAY)
    assert [t.precision for t in times] == [Precision.WEEK, Precision.MONTH, Precision.YEAR]


def test_future_clause_looks_ahead() -> None:
    """Read "will meet on Monday" as the Monday to come; "met on Monday" as the one before."""
    ahead = Doc(
        BLANK.vocab,
        words=["Ministers", "will", "meet", "on", "Monday", "."],
        heads=[2, 2, 2, 2, 3, 2],
        deps=["nsubj", "aux", "ROOT", "prep", "pobj", "punct"],
        tags=["NNS", "MD", "VB", "IN", "NNP", "."],
        pos=["NOUN", "AUX", "VERB", "ADP", "PROPN", "PUNCT"],
        lemmas=["minister", "will", "meet", "on", "Monday", "."],
    )
    back = Doc(
        BLANK.vocab,
        words=["Ministers", "met", "on", "Monday", "."],
        heads=[1, 1, 1, 2, 1],
        deps=["nsubj", "ROOT", "prep", "pobj", "punct"],
        tags=["NNS", "VBD", "IN", "NNP", "."],
        pos=["NOUN", "VERB", "ADP", "PROPN", "PUNCT"],
        lemmas=["minister", "meet", "on", "Monday", "."],
    )
    assert only(ahead).start == date(2023, 3, 20)
    assert only(back).start == date(2023, 3, 13)


def test_planned_day_lies_ahead() -> None:
    """Read "before Tuesday's vote" as the Tuesday to come."""
    doc = Doc(
        BLANK.vocab,
        words=["He", "spoke", "before", "Tuesday", "'s", "vote", "."],
        heads=[1, 1, 1, 5, 3, 2, 1],
        deps=["nsubj", "ROOT", "prep", "poss", "case", "pobj", "punct"],
        tags=["PRP", "VBD", "IN", "NNP", "POS", "NN", "."],
        pos=["PRON", "VERB", "ADP", "PROPN", "PART", "NOUN", "PUNCT"],
        lemmas=["he", "speak", "before", "Tuesday", "'s", "vote", "."],
    )
    assert only(doc).start == date(2023, 3, 21)
