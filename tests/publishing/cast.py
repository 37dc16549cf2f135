"""The places and actors of the invented articles."""

from __future__ import annotations

from builder import Builder

from according.model import Actor, Description, Form, Place, PlacePrecision


def places() -> dict[str, Place]:
    """A village without a point, its city and its province."""
    forms = (
        Form("Tel Marwan", 5, ("wire-checkpoint", "gazette-march", "note"), "same name"),
        Form("Tall Marwan", 1, ("gazette-tel-merwan",), "one consonant skeleton"),
        Form("تل مروان", 1, ("gazette-tel-merwan",), "stands in brackets after the name"),
    )
    return {
        "tel-marwan": Place(
            "tel-marwan",
            "Tel Marwan",
            "village",
            None,
            None,
            PlacePrecision.PARENT,
            None,
            "SY",
            ("nahr-city", "nahr-province"),
            forms,
            native_name="تل مروان",
        ),
        "nahr-city": Place(
            "nahr-city",
            "Nahr City",
            "city",
            36.2,
            40.1,
            PlacePrecision.TOWN,
            123456,
            "SY",
            ("nahr-province",),
            (Form("Nahr City", 1, ("gazette-march",), "same name"),),
        ),
        "nahr-province": Place(
            "nahr-province",
            "Nahr Province",
            "province",
            36.0,
            40.5,
            PlacePrecision.AREA,
            None,
            "SY",
            (),
            (Form("Nahr Province", 1, ("gazette-tel-merwan",), "same name"),),
        ),
    }


def actors(b: Builder) -> dict[str, Actor]:
    """Who takes part or is made to speak."""
    said = "a spokesman for the Northern Command"
    led = "who led the march"
    haddad = Description(said, "wire-checkpoint", b.span("wire-checkpoint", said), "example-wire")
    aziz = Description(led, "gazette-march", b.span("gazette-march", led), "sample-gazette")
    return {
        "delta-news-agency": Actor(
            "delta-news-agency",
            "Delta News Agency",
            "media",
            (Form("Delta News Agency", 4, ("wire-checkpoint", "gazette-tel-merwan", "vestnik"), "same name"),),
            (),
        ),
        "harun-rights-monitor": Actor(
            "harun-rights-monitor",
            "Harun Rights Monitor",
            "organization",
            (
                Form("Harun Rights Monitor", 1, ("gazette-tel-merwan",), "same name"),
                Form("the Monitor", 1, ("gazette-tel-merwan",), "last word, in an article that has the whole name"),
            ),
            (),
            wikidata="Q42",
        ),
        "northern-command": Actor(
            "northern-command",
            "Northern Command",
            "armed_force",
            (Form("Northern Command", 2, ("wire-checkpoint",), "same name"),),
            (),
        ),
        "sami-haddad": Actor(
            "sami-haddad",
            "Sami Haddad",
            "person",
            (
                Form("Colonel Sami Haddad", 1, ("wire-checkpoint",), "same name"),
                Form("Haddad", 1, ("vestnik",), "family name"),
            ),
            (haddad,),
        ),
        "lev-orlov": Actor(
            "lev-orlov", "Лев Орлов", "person", (Form("Лев Орлов", 1, ("gazette-tel-merwan",), "same name"),), ()
        ),
        "mira-aziz": Actor(
            "mira-aziz", "Mira Aziz", "person", (Form("Mira Aziz", 1, ("gazette-march",), "same name"),), (aziz,)
        ),
    }
