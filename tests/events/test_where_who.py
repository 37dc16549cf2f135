"""Where an event was and who took part, decided over all its passages."""

from __future__ import annotations

import dataclasses
from datetime import date

from newsroom import Written, actor, corpus, place

from according.events.drafts import make_draft
from according.events.participants import find_cast
from according.events.where_who import rank_places
from according.model import Form, Linked, PlacePrecision

DAY = date(2021, 5, 5)
WADIYA = place("Wadiya", PlacePrecision.COUNTRY)
QASIM = place("Qasim", PlacePrecision.AREA, ("wadiya",))
AMARA, DARNA = place("Amara", parents=("qasim", "wadiya")), place("Darna", parents=("qasim", "wadiya"))
FREEDONIA = place("Freedonia", PlacePrecision.COUNTRY)


def told(*articles: list[str]) -> Linked:
    """Articles without titles, each of some sentences."""
    return corpus(
        {f"a{i}": Written("", DAY, sentences) for i, sentences in enumerate(articles)},
        places=[WADIYA, QASIM, AMARA, DARNA, FREEDONIA],
        actors=[actor(name) for name in ("Ada Quist", "Ina Berg", "Tor Moss", "Omar Haddad")],
    )


def places_of(linked: Linked) -> tuple[str, ...]:
    """The places of the event that all sentences tell."""
    keys = [(a, i) for a, annotation in linked.annotations.items() for i in range(len(annotation.sentences))]
    return rank_places(make_draft(keys, set(), linked), linked)


def test_town_is_more_specific_than_its_province() -> None:
    """The town has enough weight of its own."""
    found = places_of(told(["Shells fell in Qasim.", "They hit Amara.", "Wadiya protested."]))
    assert found[0] == "amara"


def test_what_lies_in_a_province_speaks_for_it() -> None:
    """No name inside the country has the weight alone; the province has it with its towns, of which one is first."""
    sentences = ["Wadiya burns.", "Wadiya protests.", "Wadiya mourns.", "Qasim was hit.", "Amara fell.", "Darna fell."]
    assert places_of(told(sentences))[0] == "amara"
    assert places_of(told(sentences[:4]))[0] == "wadiya"


def test_whose_it_is_says_little_of_where_it_was() -> None:
    """A Freedonian consulate may stand anywhere."""
    linked = told(["The Freedonia consulate was hit.", "The attack on the Freedonia consulate shook Amara."])
    annotation = linked.annotations["a0"]
    freedonia = {m.span for m in linked.mentions["a0"] if m.entity == "freedonia"}
    names = tuple(dataclasses.replace(n, evidence="demonym") if n.span in freedonia else n for n in annotation.names)
    annotations = {"a0": dataclasses.replace(annotation, names=names)}
    assert places_of(linked)[0] == "freedonia"
    assert places_of(dataclasses.replace(linked, annotations=annotations))[0] == "amara"


def test_whom_more_articles_name_took_more_part() -> None:
    """Whom each of three articles names at its end comes before those whom one names at its beginning."""
    between = ["It rained.", "It snowed.", "It hailed.", "It froze.", "It thawed."]
    leads = ("Ada Quist", "Ina Berg", "Tor Moss")
    linked = told(*([f"{lead} spoke.", *between[1:], "Omar Haddad left."] for lead in leads))
    keys = [(a, i) for a, annotation in linked.annotations.items() for i in range(len(annotation.sentences))]
    assert find_cast(make_draft(keys, set(), linked), linked).actors[0] == "omar haddad"


def test_one_of_many_towns_is_not_where_a_nationwide_thing_was() -> None:
    """Four towns of equal weight leave the country first."""
    towns = ("Amara", "Darna", "Basil", "Corin")
    linked = corpus(
        {
            f"a{i}": Written("Wadiya votes", DAY, [f"They voted in {town}.", "Wadiya counts."])
            for i, town in enumerate(towns)
        },
        places=[WADIYA, *(place(town, parents=("wadiya",)) for town in towns)],
    )
    assert places_of(linked)[0] == "wadiya"


def test_villages_that_no_map_has_speak_for_each_other() -> None:
    """Two spellings that nobody has put together, each of little weight: it was out there, not in the town beside."""
    around = ("amara", "qasim", "wadiya")
    villages = [
        dataclasses.replace(place(name, PlacePrecision.PARENT, around), kind=kind)
        for name, kind in (("Tel Hadi", "village"), ("Tal-Hady", "place"))
    ]
    told = ["Amara saw it.", "Amara mourned.", "Amara wept.", "Tal-Hady burned.", "Tal-Hady fell.", "Tel Hadi fell."]
    for known, where in ((villages, "tal-hady"), (villages[1:], "amara")):
        linked = corpus({"a": Written("", DAY, told)}, places=[WADIYA, QASIM, AMARA, *known])
        assert places_of(linked)[0] == where


def test_two_spellings_of_a_village_weigh_what_one_would() -> None:
    """An event stays where it was when a person parts spellings: half of the articles have the one, half the other."""
    around = ("amara", "qasim", "wadiya")
    one, other = (
        dataclasses.replace(place(name, PlacePrecision.PARENT, around), kind="village")
        for name in ("Tel-Hadi", "Tal-Hady")
    )
    for spellings in (("Tel-Hadi", "Tel-Hadi"), ("Tel-Hadi", "Tal-Hady")):
        articles = (["Amara saw it.", f"{name} fell.", "Amara wept."] for name in spellings * 2)
        linked = corpus(
            {f"a{i}": Written("", DAY, told) for i, told in enumerate(articles)},
            places=[WADIYA, QASIM, AMARA, one, other],
        )
        assert places_of(linked)[0] in {"tel-hadi", "tal-hady"}


def test_parting_makes_no_other_place_likelier() -> None:
    """The village is in the town: what people part from the town still speaks for what is there."""
    hadi = dataclasses.replace(place("Hadi", PlacePrecision.PARENT, ("amara", "qasim", "wadiya")), kind="village")
    omara = place("Omara", PlacePrecision.PARENT, ("qasim", "wadiya"))
    told = ["Omara saw it.", "Omara wept.", "Hadi fell.", "Hadi burned.", "Amara too.", "Freedonia left."]
    for known, where in ((dataclasses.replace(omara, parted_from="amara"), "hadi"), (omara, "omara")):
        linked = corpus({"a": Written("", DAY, told)}, places=[WADIYA, QASIM, AMARA, FREEDONIA, hadi, known])
        assert places_of(linked)[0] == where
    parted = dataclasses.replace(omara, parted_from="amara")
    linked = corpus({"a": Written("", DAY, told[:2])}, places=[WADIYA, QASIM, AMARA, FREEDONIA, parted])
    assert places_of(linked)[0] == "omara"


def test_a_country_is_compared_with_all_that_lies_in_the_other() -> None:
    """Whose troops came is named most; what is named beside it lies in the other country."""
    sentences = ["Freedonia came.", "Wadiya burns.", "Freedonia denies.", "Wadiya mourns."]
    assert places_of(told(sentences))[0] == "freedonia"
    assert places_of(told([*sentences, "Shells fell in Qasim.", "Amara was hit."]))[0] == "amara"


def test_whence_and_whither_say_less_than_where() -> None:
    """A man from Darna was hit in Amara; so was one on his way to Darna."""
    assert places_of(told(["The man from Darna was hit in Amara."]))[0] == "amara"
    assert places_of(told(["Two on their way to Darna were hit in Amara."]))[0] == "amara"


def test_people_of_a_country_in_a_title_are_anywhere() -> None:
    """A title about a Freedonian girl does not put the event into Freedonia."""
    linked = corpus(
        {"a": Written("Freedonia girl freed", DAY, ["It rained.", "A girl was freed in Amara."])},
        places=[AMARA, FREEDONIA],
    )
    keys = [("a", 0), ("a", 1)]
    assert rank_places(make_draft(keys, {"a"}, linked), linked)[0] == "freedonia"
    annotation = linked.annotations["a"]
    assert annotation.title
    title = dataclasses.replace(
        annotation.title, names=tuple(dataclasses.replace(n, evidence="demonym") for n in annotation.title.names)
    )
    changed = dataclasses.replace(linked, annotations={"a": dataclasses.replace(annotation, title=title)})
    assert rank_places(make_draft(keys, {"a"}, changed), changed)[0] == "amara"


def test_most_reports_make_a_place_sure_that_no_gazetteer_knows() -> None:
    """One report alone needs more weight for such a place than two of three do."""
    forms = (Form("Ring", 2, ("a0", "a1"), "same name"),)
    for known, first in (((), "wadiya"), (forms, "ring")):
        ring = dataclasses.replace(place("Ring", PlacePrecision.PARENT, ("wadiya",)), kind="place", forms=known)
        sentences = [["Wadiya races.", "They met at Ring."], ["Wadiya races.", "They met at Ring."], ["Wadiya races."]]
        linked = corpus({f"a{i}": Written("", DAY, told) for i, told in enumerate(sentences)}, places=[WADIYA, ring])
        assert places_of(linked)[0] == first
