"""Where sources differ, and where they only seem to."""

from __future__ import annotations

from datetime import date

import pytest
from small_corpus import DAY, EVENT, Said, Setting, corpus, figure

from according.digesting import digest
from according.model import Dispute, PlacePrecision


def disputes(*said: Said, setting: Setting | None = None) -> dict[str, Dispute]:
    """The disputes on the event's page, by kind."""
    return {d.kind: d for d in digest(*corpus(said, setting or Setting())).events[EVENT].disputes}


def sides(dispute: Dispute) -> dict[str, tuple[str, ...]]:
    """Who holds what."""
    return {s.value: s.sources for s in dispute.readings}


def test_differing_figures_are_a_dispute_with_each_value_and_its_sources():
    """Two sources that give five and one that gives seven make two sides."""
    five, seven = figure("five", "killed", 5, of="people"), figure("seven", "killed", 7, of="people")
    found = disputes(
        Said("a", "SANA", "five people were killed", figures=(five,)),
        Said("a", "SOHR", "five people were killed there", figures=(five,)),
        Said("a", "Caggins", "seven people were killed", figures=(seven,)),
    )
    assert sides(found["figures"]) == {"five": ("SANA", "SOHR"), "seven": ("Caggins",)}


def test_a_denial_stands_beside_what_it_denies():
    """The claim that a denial names is its other side."""
    found = disputes(
        Said("a", "SANA", "US jets bombed the village after the clash"),
        Said("a", "Caggins", "that its jets bombed the village", stance="denies", denies=0),
    )
    assert [s.sources for s in found["denial"].readings] == [("SANA",), ("Caggins",)]


def test_a_denial_finds_what_it_denies_by_its_words():
    """Where no claim is named, it is the one of another source with the denial's words."""
    found = disputes(
        Said("a", "SANA", "US jets bombed the village after the clash"),
        Said("a", "Local council", "the road was closed for repairs"),
        Said("b", "Caggins", "that jets bombed the village", stance="denies"),
    )
    assert [s.claims for s in found["denial"].readings] == [("c0",), ("c2",)]


@pytest.mark.parametrize(
    ("words", "disputed"),
    [("that assessment", True), ("the accusations", False), ("that offer", False), ("any wrongdoing", False)],
)
def test_who_disputes_that_assessment_means_the_one_before(words, disputed):
    """Words that point back need no name in common; "the accusations" may be any, and an offer is no assessment."""
    found = disputes(
        Said("a", "Wendt", "the zones accept violence against women as part of life"),
        Said("a", None, "The road was closed for repairs"),
        Said("a", "Experts", words, stance="denies", denies=0),
    )
    assert ("denial" in found) is disputed


@pytest.mark.parametrize(
    ("words", "disputed"),
    [
        ("the report", True),
        ("the reports as fiction", True),
        ("Wire's account", True),
        ("Gleason's account", False),
        ("any wrongdoing", False),
        ("it", True),
        ("that this was the case", True),
        ("that idea", False),
        ("the motion", False),
    ],
)
def test_a_denial_points_to_what_was_said_before(words, disputed):
    """Whoever denies "the report" means what others reported of it just before; a motion was not told by anybody."""
    found = disputes(
        Said("a", "Wire", "Acme missed every target of the last year"),
        Said("a", None, "The road was closed for repairs"),
        Said("a", "Acme", words, stance="denies"),
    )
    assert ("denial" in found) is disputed


@pytest.mark.parametrize(
    ("denier", "words", "disputed"),
    [
        ("The force", "any air strike on the checkpoint", True),
        ("He", "any air strike on the checkpoint", False),
        ("Nobody in the village", "any air strike on the checkpoint", False),
        ("The force", "entry to the village", False),
    ],
)
def test_a_denial_answers_what_was_said_directly_before(denier, words, disputed):
    """In its own words too; not where "he" is who spoke, where nobody denies, or where something is not granted."""
    found = disputes(
        Said("a", "Residents", "a helicopter fired at the houses"), Said("a", denier, words, stance="denies")
    )
    assert ("denial" in found) is disputed
    between = Said("a", None, "The road was closed for repairs")
    far = disputes(
        Said("a", "Residents", "a helicopter fired at the houses"), between, Said("a", denier, words, stance="denies")
    )
    assert "denial" not in far


def test_any_wrongdoing_means_what_was_alleged():
    """Who denies wrongdoing denies the accusation before, not any statement."""
    found = disputes(
        Said("a", "Wire", "Acme paid the inspectors of two harbours", stance="accuses"),
        Said("a", "Acme", "any wrongdoing", stance="denies"),
    )
    assert sides(found["denial"])["any wrongdoing"] == ("Acme",)


def test_the_report_that_is_denied_by_what_it_says():
    """Of "the rumour that ...", only the words behind "that" must be what others state."""
    found = disputes(
        Said("a", "Wire", "the director talks with the studio about a third film"),
        Said("b", "Studio", "rumours that the director talks with the studio about a third film", stance="denies"),
    )
    assert "denial" in found


def test_a_denial_of_what_nobody_states_is_no_dispute():
    """A denial alone stands in its account; no side is made up for it."""
    found = disputes(
        Said("a", "SANA", "the residents blocked the road with stones"),
        Said("a", None, "The road was closed for repairs"),
        Said("a", "Caggins", "that prisoners were mistreated at the base", stance="denies"),
    )
    assert "denial" not in found


def test_the_status_of_the_dead_is_disputed_with_three_sides():
    """A civilian to one, a combatant to another, unclear to a third."""
    found = disputes(
        Said("a", "SANA", "one civilian from the village was killed"),
        Said("a", "Caggins", "the person killed was a combatant, not a civilian"),
        Said("a", "SOHR", "it was not clear whether he was a civilian or a militiaman"),
    )
    assert sides(found["status"]) == {"civilian": ("SANA",), "combatant": ("Caggins",), "unclear": ("SOHR",)}


def test_different_dead_have_different_status():
    """Five soldiers and one civilian can both have been killed."""
    found = disputes(
        Said("a", "SANA", "one civilian was killed in the village"),
        Said("a", "Caggins", "five soldiers were killed in an ambush"),
    )
    assert "status" not in found


def test_the_status_of_other_dead_does_not_hide_a_dispute():
    """Five soldiers killed elsewhere do not keep the one dead man's status from being disputed."""
    found = disputes(
        Said("a", "SANA", "one civilian was killed in the village"),
        Said("a", "Caggins", "the person killed was a combatant"),
        Said("a", "Ministry", "five soldiers were killed in an ambush"),
    )
    assert sides(found["status"]) == {"civilian": ("SANA",), "combatant": ("Caggins",)}


def test_one_source_that_counts_both_disputes_nothing():
    """Who says that civilians and fighters were killed does not contradict itself."""
    found = disputes(Said("a", "SANA", "a civilian was killed"), Said("a", "SANA", "a fighter was killed"))
    assert "status" not in found


def test_a_claim_called_unsupported_stands_beside_the_claim():
    """The words "the claim is unsupported" deny what another source claimed just before, and nothing else."""
    claimed = Said("a", "Canal", "the owner owes 916 million dollars", stance="claims")
    called = Said("a", "Insurer", "the claim is largely unsupported")
    found = disputes(claimed, called)
    assert list(sides(found["denial"]).values()) == [("Canal",), ("Insurer",)]
    assert "denial" not in disputes(Said("a", "Canal", "the owner owes 916 million dollars"), called)
    assert "denial" not in disputes(claimed, Said("b", "Insurer", "the claim is largely unsupported"))


def test_one_number_in_words_and_digits_is_one_side():
    """Sources that say "five" and "5" hold one position against "seven"."""
    found = disputes(
        *(
            Said("a", source, f"{number} civilians were killed", figures=(figure(number, "killed", n, of="civilians"),))
            for source, number, n in (("SANA", "five", 5), ("Gleason", "5", 5), ("Caggins", "seven", 7))
        )
    )
    assert sides(found["figures"]) == {"five": ("SANA", "Gleason"), "seven": ("Caggins",)}


def test_opposite_blame_for_one_act_is_a_dispute():
    """Each of two sides says that the other fired first."""
    actors = {"soldiers": "armed_force", "loyalists": "armed_force", "SANA": "media", "Caggins": "person"}
    found = disputes(
        Said("a", "SANA", "the soldiers opened fire first"),
        Said("a", "Caggins", "the patrol came under fire from loyalists"),
        setting=Setting(actors=actors),
    )
    assert sides(found["blame"]) == {"loyalists": ("Caggins",), "soldiers": ("SANA",)}


def test_unsure_blame_is_none():
    """That it is unclear who fired first blames nobody."""
    actors = {"soldiers": "armed_force", "loyalists": "armed_force"}
    found = disputes(
        Said("a", "SANA", "the soldiers opened fire first"),
        Said("a", "Caggins", "it was unclear whether loyalists opened fire first"),
        setting=Setting(actors=actors),
    )
    assert "blame" not in found


def test_who_is_tried_or_killed_is_not_blamed():
    """The words "accused in the killing of" name whom it befell, and "the accused" blames nobody anew."""
    actors = {"Ann Roe": "person", "Li Poe": "person", "loyalists": "armed_force"}
    found = disputes(
        Said("a", "SANA", "two men were tried who are accused in killing Ann Roe"),
        Said("a", "Caggins", "she died when the accused Li Poe fired"),
        Said("a", "Gleason", "the mayor accused loyalists"),
        setting=Setting(actors=actors),
    )
    assert "blame" not in found


def test_two_days_for_one_event_are_a_dispute():
    """Sources that put the same clash on different days differ about the day."""
    setting = Setting(times={"Tuesday": date(2020, 2, 11), "Wednesday": DAY}, triggers={"clash": "clash"})
    found = disputes(
        Said("a", "SANA", "the clash took place on Tuesday"),
        Said("a", "Caggins", "the clash took place on Wednesday"),
        setting=setting,
    )
    assert sides(found["date"]) == {"2020-02-11": ("SANA",), "2020-02-12": ("Caggins",)}


def test_two_towns_for_one_event_are_a_dispute():
    """Sources that put the same clash in different villages differ about the place."""
    setting = Setting(
        places={"Amo": PlacePrecision.TOWN, "Hamou": PlacePrecision.TOWN}, triggers={"clash": "clash"}, place="Amo"
    )
    found = disputes(
        Said("a", "SANA", "the clash took place in Amo"),
        Said("a", "Caggins", "the clash took place in Hamou"),
        setting=setting,
    )
    assert sides(found["place"]) == {"Amo": ("SANA",), "Hamou": ("Caggins",)}
    near = disputes(
        Said("a", "SANA", "the clash took place in Amo"),
        Said("a", "Caggins", "the clash took place near Hamou"),
        setting=setting,
    )
    assert "place" not in near


def test_a_day_or_town_in_passing_is_no_dispute():
    """Only what is said to have taken place somewhere or on a day can contradict; other mentions prove nothing."""
    setting = Setting(
        times={"Tuesday": date(2020, 2, 11), "Wednesday": DAY},
        places={"Amo": PlacePrecision.TOWN, "Hamou": PlacePrecision.TOWN},
        triggers={"clash": "clash"},
    )
    assert disputes(
        Said("a", "SANA", "the clash was discussed in Amo on Tuesday"),
        Said("a", "Caggins", "the clash troubled Hamou on Wednesday"),
        setting=setting,
    ) == {}  # fmt: skip


def test_agreement_is_no_dispute():
    """Sources that say the same have no dispute of any kind."""
    five = figure("five", "killed", 5, of="civilians")
    assert disputes(
        Said("a", "SANA", "five civilians were killed", figures=(five,)),
        Said("a", "Caggins", "five civilians were killed", figures=(five,)),
    ) == {}  # fmt: skip
