"""Readings of one count side by side: what is compared, what updates what, and what differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, time, timedelta

import pytest
from small_corpus import DAY, EVENT, Said, Setting, corpus, figure

from according.annotating.quantities.kinds import COUNTED
from according.digesting import digest
from according.digesting.accounts import HEADLINE
from according.digesting.bearing import is_elsewhere
from according.digesting.counted import TOLD
from according.digesting.figures import ORDER
from according.digesting.intervals import disjoint
from according.digesting.points import GRAVE
from according.digesting.record import make_record
from according.model import FigureRow, PlacePrecision


def rows(*said: Said, setting: Setting | None = None) -> tuple[FigureRow, ...]:
    """The figures on the event's page."""
    return digest(*corpus(said, setting or Setting())).events[EVENT].figures


def killed(article: str, source: str | None, number: str, low: float | None, high: float | None = -1, **more) -> Said:
    """A source counts the killed."""
    of = more.pop("of", "people")
    when = more.pop("date", None)
    made = figure(number, "killed", low, high, of=of, **more)
    return Said(article, source, f"{number} {of} were killed at the checkpoint", figures=(made,), date=when)


def ships(source: str, number: str, low: float, predicate: str) -> Said:
    """A source counts ships that do something."""
    made = figure(number, "ships", low, of="ships", unit="ships", predicate=predicate)
    return Said("a", source, f"{number} ships did {predicate} there", figures=(made,))


def test_every_kind_that_is_told_apart_is_a_kind_that_is_found():
    """The digest names no kind of count that the annotation cannot make."""
    assert {*TOLD, *ORDER, *HEADLINE, *GRAVE} <= set(COUNTED)


def test_two_sources_with_different_counts_differ():
    """Five and seven killed, told on one day by two sources about one event, cannot both hold."""
    (row,) = rows(killed("a", "SANA", "five", 5), killed("a", "Caggins", "seven", 7))
    assert row.differ
    assert (row.low, row.high) == (5, 7)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (figure("five", "killed", 5), figure("seven", "killed", 7), True),
        (figure("at least five", "killed", 5, None), figure("seven", "killed", 7), False),
        (figure("at least five", "killed", 5, None), figure("four", "killed", 4), True),
        (figure("more than 60", "killed", 60, None), figure("60", "killed", 60), False),
        (figure("up to 10", "killed", None, 10), figure("12", "killed", 12), True),
        (figure("dozens", "killed", 24, None, approximate=True), figure("5", "killed", 5), False),
        (figure("about 60", "killed", 60, approximate=True), figure("66", "killed", 66), False),
        (figure("about 60", "killed", 60, approximate=True), figure("90", "killed", 90), True),
        (figure("10 to 12", "killed", 10, 12), figure("11", "killed", 11), False),
    ],
)
def test_figures_disagree_only_when_no_value_fits_both(one, other, apart):
    """Open bounds, ranges and rough numbers agree with what they allow; vague words agree with everything."""
    assert disjoint(one, other) is apart
    assert disjoint(other, one) is apart


def test_different_groups_are_different_counts():
    """Ten Americans among twelve dead contradict nobody."""
    found = rows(killed("a", "SANA", "12", 12), killed("a", "Caggins", "10", 10, of="Americans"))
    assert [r.of for r in found] == ["", "Americans"]
    assert not any(r.differ for r in found)


def test_people_and_victims_are_one_count():
    """Words for everybody concerned make no group of their own."""
    (row,) = rows(killed("a", "SANA", "five", 5), killed("a", "Caggins", "seven", 7, of="victims"))
    assert row.differ


def test_a_later_figure_of_one_source_replaces_its_earlier_one():
    """The first count of a source that later gives another is superseded and contradicts nobody."""
    (row,) = rows(
        killed("a", "SANA", "five", 5),
        killed("b", "SANA", "seven", 7),
        killed("b", "Caggins", "seven", 7),
        setting=Setting(dates={"a": DAY, "b": DAY + timedelta(days=1)}),
    )
    assert [r.superseded for r in row.readings] == [True, False, False]
    assert not row.differ


@pytest.mark.parametrize(
    ("hours", "replaced"),
    [
        ({"a": time(9), "b": time(14)}, [True, False]),
        ({"a": time(14), "b": time(9)}, [False, True]),
        ({"a": time(9)}, [False, False]),
        ({"a": time(9, tzinfo=UTC), "b": time(14)}, [False, False]),
    ],
)
def test_on_one_day_the_later_hour_replaces_the_earlier_one(hours, replaced):
    """Where both hours are known, on one clock, the later count of a source is its count; else both stand."""
    (row,) = rows(killed("a", "SANA", "five", 5), killed("b", "SANA", "seven", 7), setting=Setting(hours=hours))
    by_number = {r.figure.text: r.superseded for r in row.readings}
    assert [by_number["five"], by_number["seven"]] == replaced


def test_a_toll_that_grows_by_the_hour_is_no_difference():
    """A higher count of the dead by another source hours later may be news; a lower one contradicts."""
    hours = {"a": time(9), "b": time(14)}
    told = (killed("a", "SANA", "five", 5), killed("b", "Caggins", "seven", 7))
    assert not rows(*told, setting=Setting(hours=hours))[0].differ
    assert rows(*told, setting=Setting(hours={"a": time(14), "b": time(9)}))[0].differ


def test_a_report_and_the_reports_of_one_article_are_one_source():
    """What "a report" counts and what "the reports" of the same article count is no difference between sources."""
    assert not rows(killed("a", "report", "five", 5), killed("a", "reports", "seven", 7))[0].differ


def test_two_magnitudes_of_one_earthquake_differ():
    """A quake has one magnitude, whatever verb it stands with; an aftershock has its own."""
    told = [
        Said(
            "a", s, f"a quake of {n} {verb} the island", figures=(figure(n, "magnitude", low, of=of, unit="magnitude"),)
        )
        for s, n, low, verb, of in (("Tehran", "5.9", 5.9, "hit", "quake"), ("Survey", "6.1", 6.1, "shook", ""))
    ]
    (row,) = rows(*told)
    assert row.differ
    after = figure("4.7", "magnitude", 4.7, of="aftershock", unit="magnitude")
    assert len(rows(*told, Said("a", "Tehran", "an aftershock of 4.7 followed", figures=(after,)))) == 2


def test_a_toll_that_grows_by_the_next_day_is_no_difference():
    """A higher count of the dead by another source on a later day is news, not a contradiction."""
    setting = Setting(dates={"a": DAY, "b": DAY + timedelta(days=1)})
    (grown,) = rows(killed("a", "SANA", "five", 5), killed("b", "Caggins", "seven", 7), setting=setting)
    (shrunk,) = rows(killed("a", "SANA", "seven", 7), killed("b", "Caggins", "five", 5), setting=setting)
    assert not grown.differ
    assert shrunk.differ


def test_one_source_in_two_articles_is_one_reading():
    """The same value by one source is one reading, with every article that carries it."""
    (row,) = rows(killed("a", "SANA", "five", 5), killed("b", "SANA", "five", 5))
    (reading,) = row.readings
    assert [c.article for c in reading.carriers] == ["a", "b"]


def test_an_outlet_does_not_contradict_what_it_cites():
    """An article's own count beside the one it quotes is no dispute between sources."""
    (row,) = rows(killed("a", "SANA", "five", 5), killed("a", None, "seven", 7))
    assert not row.differ


@pytest.mark.parametrize("scope", ["part", "more", "earlier", "possible"])
def test_what_is_no_plain_count_is_shown_but_not_compared(scope):
    """Parts, additions, replaced and merely possible counts stand apart with the reason."""
    (row,) = rows(killed("a", "SANA", "five", 5, scope=scope), killed("a", "Caggins", "seven", 7))
    assert not row.differ
    assert row.readings[0].apart
    assert row.low == 7


def test_a_count_for_another_day_is_not_compared():
    """A sentence that names only another day counts something else."""
    said = Said(
        "a", "SANA", "last Friday five people were killed there", figures=(figure("five", "killed", 5, of="people"),)
    )
    setting = Setting(times={"last Friday": date(2020, 2, 7)})
    (row,) = rows(said, killed("a", "Caggins", "seven", 7), setting=setting)
    assert row.readings[0].apart == "counted for another time"
    assert not row.differ


def test_a_count_for_another_place_is_not_compared():
    """A sentence that names only a town far away counts something else; a place that nobody knows may be the same."""
    towns = {"Hamou": PlacePrecision.TOWN, "Amo": PlacePrecision.TOWN}
    said = Said("a", "SANA", "five people were killed in Hamou", figures=(figure("five", "killed", 5, of="people"),))
    far = Setting(places=towns, points={"Amo": (37.0, 41.2), "Hamou": (35.9, 36.7)}, place="Amo")
    (row,) = rows(said, killed("a", "Caggins", "seven", 7), setting=far)
    assert row.readings[0].apart == "counted for another place"
    (row,) = rows(said, killed("a", "Caggins", "seven", 7), setting=Setting(places=towns, place="Amo"))
    assert row.readings[0].apart == ""


def test_what_speaks_on_is_of_the_time_and_place_told_before():
    """The sentence "It killed 612 people" is about the earthquake of the sentence before it."""
    other = Said("a", None, "last Friday a quake razed Zarand")
    it = Said("a", None, "It killed 612 people", figures=(figure("612", "killed", 612, of="people"),))
    setting = Setting(times={"last Friday": date(2020, 2, 7)})
    (row,) = rows(other, it, killed("b", "Caggins", "seven", 7), setting=setting)
    assert {r.figure.text: r.apart for r in row.readings} == {"612": "counted for another time", "seven": ""}
    back = Said(
        "a", None, "some 30 people were killed in the incident", figures=(figure("30", "killed", 30, of="people"),)
    )
    (row,) = rows(other, back, setting=setting)
    assert row.readings[0].apart == "counted for another time"
    alone = Said("a", None, "A bomb killed 612 people", figures=(figure("612", "killed", 612, of="people"),))
    (row,) = rows(other, alone, setting=setting)
    assert row.readings[0].apart == ""


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("it refused the initial offer of $70 for it", True),
        ("it had first claimed $70 for it", True),
        ("it made an initial $70 offer for it", True),
        ("it paid more than the $70 previously reported for it", True),
        ("the sum was revised upwards from $70 for it", True),
        ("it named former leaders, and $70 for it", False),
        ("$70 was paid for it, the gazette reported earlier", False),
        ("the first attack cost $70 for it", False),
    ],
)
def test_only_a_value_called_earlier_is_taken_for_one(words, apart):
    """What is former or first must be the sum itself, not somebody named before it."""
    made = figure("$70", "money", 70, unit="USD", of="it", predicate="pay")
    (row,) = rows(Said("a", "SANA", words, figures=(made,)))
    assert (row.readings[0].apart == "called earlier or replaced in the text") is apart


def test_more_civilians_than_dead_cannot_be():
    """Some of the dead cannot be more than all of them; attackers may be counted beside the dead."""
    (all_dead, civilians) = rows(
        killed("a", "SANA", "four", 4), killed("a", "Caggins", "at least six", 6, None, of="civilians")
    )
    assert (all_dead.differ, civilians.differ) == (True, False)
    assert not any(r.differ for r in rows(killed("a", "SANA", "four", 4), killed("a", "C", "three", 3, of="civilians")))
    assert not any(r.differ for r in rows(killed("a", "SANA", "four", 4), killed("a", "C", "six", 6, of="militants")))


def test_counts_without_a_date_are_not_compared_across_articles():
    """Of two undated articles nobody knows which is older; within one article two sources can differ."""
    setting = Setting(dates={"a": None, "b": None})
    (across,) = rows(killed("a", "SANA", "five", 5), killed("b", "Caggins", "seven", 7), setting=setting)
    (within,) = rows(killed("a", "SANA", "five", 5), killed("a", "Caggins", "seven", 7), setting=setting)
    assert (across.differ, within.differ) == (False, True)


def test_the_town_of_a_dateline_is_not_where_it_happened():
    """The opening "Berlin (AP) — five people were killed" does not put the dead in Berlin."""
    words = "Berlin (AP) — five people were killed"
    said = Said("a", None, words, figures=(figure("five", "killed", 5, of="people"),))
    towns = {"Berlin": PlacePrecision.TOWN, "Amo": PlacePrecision.TOWN}
    setting = Setting(places=towns, points={"Amo": (37.0, 41.2), "Berlin": (52.5, 13.4)}, place="Amo")
    (row,) = rows(said, setting=setting)
    assert row.readings[0].apart == ""


def test_things_are_compared_only_when_they_do_the_same():
    """Ships that wait and ships that sank stand in one row and are two counts."""
    waiting, more = ships("SANA", "422", 422, "wait"), ships("Caggins", "300", 300, "wait")
    sunk = ships("Gleason", "2", 2, "sink")
    (all_ships,) = rows(waiting, more, sunk)
    (unlike,) = rows(waiting, sunk)
    assert (len(all_ships.readings), all_ships.differ, unlike.differ) == (3, True, False)


def test_a_sum_without_a_purpose_stands_beside_the_only_one_with_one():
    """Two sums in one row, the one of which it is not told what for is not compared."""
    claimed = figure("$916 million", "money", 9.16e8, unit="USD", of="compensation", predicate="claim")
    lowered = figure("$550 million", "money", 5.5e8, unit="USD")
    (row,) = rows(
        Said("a", "SANA", "it claimed $916 million in compensation", figures=(claimed,)),
        Said("a", "Caggins", "it went down to $550 million", figures=(lowered,)),
    )
    assert [r.apart for r in row.readings] == ["", "not told what for"]
    assert not row.differ


def test_money_without_a_purpose_is_not_compared():
    """Two sums of which it is not told what they are for may both be right."""
    one = Said("a", "SANA", "it was $5 million", figures=(figure("$5 million", "money", 5e6, unit="USD"),))
    other = Said("a", "Caggins", "it was $9 million", figures=(figure("$9 million", "money", 9e6, unit="USD"),))
    (row,) = rows(one, other)
    assert not row.differ


def test_a_town_does_not_lie_in_a_second_province():
    """However near, what happened in another province happened elsewhere; the town's own province is no other place."""
    towns = {"Mazar": PlacePrecision.TOWN, "Balkh": PlacePrecision.AREA, "Kunduz": PlacePrecision.AREA}
    points = {"Mazar": (36.7, 67.1), "Balkh": (36.7, 67.0), "Kunduz": (36.8, 68.0)}
    linked, events = corpus([Said("a", "SANA", "Mazar Balkh Kunduz")], Setting(places=towns, points=points))
    provinces = {p: replace(linked.places[p], kind="province") for p in ("Balkh", "Kunduz")}
    mazar = {"Mazar": replace(linked.places["Mazar"], parents=("Balkh",))}
    record = make_record(replace(linked, places={**linked.places, **provinces, **mazar}), events)
    assert is_elsewhere(record, "Mazar", "Kunduz")
    assert is_elsewhere(record, "Balkh", "Kunduz")
    assert not is_elsewhere(record, "Mazar", "Balkh")


def test_a_point_that_a_province_lends_is_as_vague_as_the_province():
    """A village of which only the province is known may be beside the town; one that is near another town is not."""
    places = {"Amo": PlacePrecision.PARENT, "Hasakah": PlacePrecision.AREA, "Qamishli": PlacePrecision.TOWN}
    points = {"Amo": (36.5, 40.9), "Hasakah": (36.5, 40.9), "Qamishli": (37.0, 41.2)}
    linked, events = corpus([Said("a", "SANA", "Amo Hasakah Qamishli")], Setting(places=places, points=points))
    for precision in (PlacePrecision.AREA, PlacePrecision.TOWN):
        known = {
            "Amo": replace(linked.places["Amo"], parents=("Hasakah",)),
            "Hasakah": replace(linked.places["Hasakah"], precision=precision),
        }
        record = make_record(replace(linked, places={**linked.places, **known}), events)
        assert is_elsewhere(record, "Amo", "Qamishli") is (precision is PlacePrecision.TOWN)
