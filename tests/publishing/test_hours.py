"""Reports by the hour: in which order they stand, and how they are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, time, timedelta, timezone

from fixture import site
from story import CLASH

from according.publishing import links
from according.publishing.layout import OURS
from according.publishing.site import Site
from according.publishing.views.desk import Desk
from according.publishing.views.event import EventView, event_view
from according.publishing.views.page import new_page
from according.publishing.views.register import Register
from according.publishing.words import read_words

DAY = date(2021, 3, 4)
EAST = timezone(timedelta(hours=3))
PLOTTED = "<circle"


def on_one_day(**hours: time | None) -> Site:
    """The invented site, all of whose articles came on one day."""
    made = site()
    dated = {
        id_: replace(a, date=DAY, time=hours.get(id_.replace("-", "_"))) for id_, a in made.linked.articles.items()
    }
    return replace(made, linked=replace(made.linked, articles=dated))


def clash(made: Site) -> EventView:
    """The page of the clash, which three articles report."""
    desk = Desk(Register(made, read_words([OURS], "en")), "../../")
    return event_view(desk, made.events.events[CLASH], new_page(links.page("events", CLASH), "events", "Clash"))


def test_reports_of_one_day_are_plotted_by_hour() -> None:
    """One dot a report, on the clock of UTC when all tell their zone; the words tell how many told none."""
    strip = clash(on_one_day(wire_checkpoint=time(9, 40, tzinfo=UTC), vestnik=time(14, 5, tzinfo=EAST))).strip
    assert strip is not None
    assert strip.plot.count(PLOTTED) == 2
    assert ">09:00<" in strip.plot
    assert ">11:00<" in strip.plot
    assert strip.text == "2 of 3 reports tell their hour, from 4 March 2021, 09:40 UTC to 4 March 2021, 11:05 UTC"


def test_hours_on_different_clocks_are_not_compared() -> None:
    """Where only some tell their zone, nobody knows which came first."""
    assert clash(on_one_day(wire_checkpoint=time(9, 40, tzinfo=UTC), vestnik=time(14, 5))).strip is None


def test_an_article_is_shown_with_its_hour_as_it_is_told() -> None:
    """With the zone where one is told, for people and for machines."""
    told = {a.date for a in clash(on_one_day(wire_checkpoint=time(9, 40), vestnik=time(14, 5, tzinfo=EAST))).articles}
    found = {d.text: d.iso for d in told if d}
    assert found["4 March 2021, 09:40"] == "2021-03-04T09:40:00"
    assert found["4 March 2021, 14:05 UTC+3"] == "2021-03-04T14:05:00+03:00"
    assert found["4 March 2021"] == "2021-03-04"


def test_articles_stand_as_they_appeared() -> None:
    """By instant where zones tell it, and one without an hour behind those of its day."""
    articles = on_one_day(wire_checkpoint=time(12, 0, tzinfo=UTC), vestnik=time(14, 0, tzinfo=EAST)).linked.articles
    order = [a.id for a in sorted(articles.values(), key=lambda a: a.appeared)]
    assert order[:2] == ["vestnik", "wire-checkpoint"]
