"""What several independent sources state, and who mentions what."""

from __future__ import annotations

from datetime import timedelta

from small_corpus import DAY, EVENT, Said, Setting, corpus, figure

from according.digesting import digest
from according.model import EventDigest


def told(*said: Said, setting: Setting | None = None) -> EventDigest:
    """The event's page."""
    return digest(*corpus(said, setting or Setting())).events[EVENT]


def test_statements_of_two_sources_that_say_the_same_are_one_point():
    """Who else says so is found; what only one says is in no group."""
    (group,) = told(
        Said("a", "SANA", "soldiers opened fire on the angry crowd"),
        Said("a", "Caggins", "the soldiers opened fire on an angry crowd"),
        Said("a", "SOHR", "jets broke the sound barrier over the houses"),
    ).agreed
    assert [s.source for s in group] == ["SANA", "Caggins"]


def test_copies_and_repeaters_are_not_independent():
    """A wire text that two outlets carry is one source; a repeater is none of its own."""
    same = "A patrol met a checkpoint near the northern town in the early morning and turned back to its base"
    found = told(
        Said("a", None, same),
        Said("b", None, same),
        Said("a", "SANA", "soldiers opened fire on the angry crowd"),
        Said("b", "SANA English", "soldiers opened fire on the angry crowd"),
        setting=Setting(outlets={"a": "Wire", "b": "Gazette"}, copies={"SANA English": "SANA"}),
    )
    assert found.independent == 2
    (repeated,) = found.agreed
    assert [s.source for s in repeated] == ["SANA", "SANA English"]
    assert {a.name: a.only for a in found.accounts if "SANA" in a.name} == {"SANA": 1, "SANA English": 0}


def test_what_counts_as_a_copy_differs_with_others_and_not_with_what_it_repeats():
    """Each keeps its own figure and its own denial; two that count as one are not two sides."""
    five, nine = "five people were killed in the village", "nine people were killed in the village"
    said = (
        Said("a", "SANA", five, figures=(figure("five", "killed", 5),)),
        Said("a", "Radio", nine, figures=(figure("nine", "killed", 9),)),
        Said("a", "Radio", five, stance="denies"),
        Said("a", "Caggins", "three people were killed there", figures=(figure("three", "killed", 3),)),
    )
    plain, copied = told(*said), told(*said, setting=Setting(copies={"Radio": "SANA"}))
    for found in (plain, copied):
        assert {r.source: r.figure.low for r in found.figures[0].readings} == {"SANA": 5, "Radio": 9, "Caggins": 3}
    assert [d.kind for d in plain.disputes] == ["figures", "denial"]
    (figures,) = copied.disputes
    assert {side.sources: side.value for side in figures.readings} == {
        ("SANA",): "five",
        ("Radio",): "nine",
        ("Caggins",): "three",
    }
    alone = told(*said[:3], setting=Setting(copies={"Radio": "SANA"}))
    assert (alone.disputes, alone.independent) == ((), 1)


def test_nobody_is_no_independent_source():
    """What is reported of nobody adds to no count of sources."""
    found = told(
        Said("a", "SANA", "soldiers opened fire on the crowd"),
        Said("a", None, "soldiers opened fire on the crowd", nobody=True),
    )
    assert found.independent == 1


def test_the_table_of_points_tells_who_mentions_what():
    """A row for each kind of event told of and each thing counted, with the sources that mention it."""
    found = told(
        Said("a", "SANA", "jets bombed the village", figures=()),
        Said("a", "Caggins", "one man was killed", figures=(figure("one", "killed", 1, of="man"),)),
        Said("a", "SOHR", "jets bombed a field"),
        setting=Setting(triggers={"bombed": "strike"}),
    )
    assert {p.label: [s.source for s in p.statements] for p in found.points} == {
        "Air strike or shelling": ["SANA", "SOHR"],
        "killed": ["Caggins"],
    }


def test_a_strike_from_the_air_is_found_in_other_words():
    """Jets that struck a village are an air strike, whoever's trigger word says otherwise; one source is enough."""
    found = told(
        Said("a", "SANA", "three jets struck the village"),
        Said("a", "Caggins", "the patrol returned to its base"),
    )
    assert [(p.label, [s.source for s in p.statements]) for p in found.points] == [("Air strike or shelling", ["SANA"])]


def test_what_the_dead_are_called_is_a_point():
    """Who calls the dead what is found at a glance."""
    found = told(
        Said("a", "SANA", "one civilian was killed"),
        Said("a", "Caggins", "the person killed was a combatant"),
    )
    assert {p.label: [s.source for s in p.statements] for p in found.points} == {
        "the dead called civilian": ["SANA"],
        "the dead called combatant": ["Caggins"],
    }


def test_silence_is_shown_only_where_the_text_says_so():
    """Who declines to comment or does not mention something is silent; who declines an offer is not."""
    found = told(
        Said("a", "Pentagon", "to comment on the footage", stance="declines"),
        Said("a", "SANA", "the offer of talks", stance="declines"),
        Said("a", "Taghvaee", "any casualties", stance="unsaid"),
        Said("a", "Rebels", "to give up the town", stance="declines"),
        Said("a", "Minister", "to talk to the rebels", stance="declines"),
        Said("a", "Police", "to give further details", stance="declines"),
        Said("a", "Mayor", "to talk to reporters", stance="declines"),
    )
    assert [s.source for s in found.silences] == ["Pentagon", "Taghvaee", "Police", "Mayor"]


def test_the_course_tells_who_came_first_who_joined_and_what_was_replaced():
    """First report, joining source, replaced figure, in the order of their days."""
    next_day = DAY + timedelta(days=1)
    found = told(
        Said("a", "SANA", "five people were killed", figures=(figure("five", "killed", 5, of="people"),)),
        Said("b", "Caggins", "the patrol returned to its base"),
        Said("b", "SANA", "seven people were killed", figures=(figure("seven", "killed", 7, of="people"),)),
        setting=Setting(dates={"b": next_day}),
    )
    steps = [(s.date, s.kind, s.source) for s in found.course]
    assert steps == [(DAY, "first report", "SANA"), (next_day, "joins", "Caggins"), (next_day, "figure", "SANA")]
    assert (found.course[2].before, found.course[2].after) == ("five killed", "seven killed")
