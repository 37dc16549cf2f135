"""The day of an event, decided over all articles that tell of it."""

from datetime import date

from newsroom import Written, corpus

from according.events.drafts import make_draft
from according.events.when import EventDate, event_date
from according.model import Precision

MONDAY, TUESDAY, FRIDAY = date(2021, 5, 3), date(2021, 5, 4), date(2021, 5, 7)
TIMES = {"Monday": MONDAY, "Tuesday": TUESDAY, "Friday": FRIDAY}


def decided(*articles: tuple[date, str]) -> EventDate:
    """When an event was of which each article tells in one sentence."""
    linked = corpus({f"a{i}": Written("", day, [text]) for i, (day, text) in enumerate(articles)}, times=TIMES)
    return event_date(make_draft({(key, 0) for key in linked.articles}, set(), linked), linked)


def test_the_day_that_most_articles_tell() -> None:
    """One article that tells another day does not move it."""
    told = [(TUESDAY, "The ferry sank on Tuesday.")] * 2 + [(TUESDAY, "The ferry sank on Monday.")]
    assert decided(*told) == EventDate(TUESDAY, TUESDAY, Precision.DAY)


def test_the_first_of_days_told_nearly_as_much() -> None:
    """What followed is told of too, and later; the event is what it followed upon."""
    told = [(TUESDAY, "The ferry sank on Monday."), (FRIDAY, "The ferry was raised on Friday.")]
    assert decided(*told) == EventDate(MONDAY, MONDAY, Precision.DAY)


def test_without_a_day_it_is_that_of_the_reports() -> None:
    """And known as no more than that."""
    assert decided((FRIDAY, "The ferry sank.")) == EventDate(FRIDAY, FRIDAY, Precision.UNKNOWN)
