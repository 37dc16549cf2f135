"""Five invented articles of four outlets, and everything that is said in them."""

from __future__ import annotations

from datetime import date

from builder import Builder

from according.model import SourceKind

CLASH, MARCH = "2021-03-04-clash-tel-marwan", "2021-03-06-protest-nahr"


def corpus() -> Builder:
    """Five articles of four outlets, one of which says neither its date nor its outlet."""
    b = Builder()
    b.article(
        "wire-checkpoint",
        "Soldier and two villagers killed at Tel Marwan checkpoint",
        "Example Wire",
        date(2021, 3, 4),
        "© Example Wire / Handout",
        "A patrol was stopped at a checkpoint near Tel Marwan on Thursday. The Delta News Agency reported that at "
        "least three people were killed and eight wounded when soldiers opened fire. “Our men were attacked first,” "
        "Colonel Sami Haddad, a spokesman for the Northern Command, said in a statement, “and they answered.”",
        "Residents of Tel Marwan said two of the dead were farmers. The Northern Command denied that any civilian "
        "had been killed.",
        "# What came after",
        "Helicopters circled over the village until the evening, according to the Delta News Agency.",
        url="https://wire.example/2021/03/04/checkpoint",
    )
    b.article(
        "gazette-tel-merwan",
        "Shooting at Tall Marwan: what is known",
        "Sample Gazette",
        date(2021, 3, 5),
        "According to the Delta News Agency, at least three people were killed and eight wounded when soldiers opened "
        "fire at Tall Marwan (تل مروان). The Harun Rights Monitor put the number of dead at seven.",
        "Soldiers, the Monitor wrote, reportedly fired without a warning. It also counted about 20 wounded. The "
        "governor of Nahr Province, Лев Орлов, blamed “armed gangs from the hills”.",
    )
    b.article(
        "vestnik",
        "Вестник: стрельба у Тель-Марвана",
        "Вестник Дельты",
        date(2021, 3, 6),
        "The Delta News Agency told Vestnik that the patrol had been turned back. Haddad said on Saturday that five "
        "people were killed, among them one soldier.",
        "> We saw four bodies, a doctor at Nahr hospital said.",
    )
    b.article(
        "gazette-march",
        "Thousands march in Nahr City",
        "Sample Gazette",
        date(2021, 3, 7),
        "Thousands of people marched through Nahr City on Saturday against the shooting at Tel Marwan. Organisers said "
        "10,000 took part. Police put the crowd at 2,500.",
        "“We want to know who gave the order,” said Mira Aziz, who led the march.",
    )
    b.article(
        "note",
        "Notes from the road",
        None,
        None,
        "A traveller wrote that the road to Tel Marwan was open again. Nobody was at the checkpoint.",
    )
    _name(b)
    return b


def _name(b: Builder) -> None:
    for kind, entity, form in (
        ("place", "tel-marwan", "Tel Marwan"),
        ("place", "tel-marwan", "Tall Marwan"),
        ("place", "tel-marwan", "تل مروان"),
        ("place", "nahr-city", "Nahr City"),
        ("place", "nahr-province", "Nahr Province"),
        ("actor", "delta-news-agency", "Delta News Agency"),
        ("actor", "harun-rights-monitor", "Harun Rights Monitor"),
        ("actor", "harun-rights-monitor", "the Monitor"),
        ("actor", "northern-command", "Northern Command"),
        ("actor", "sami-haddad", "Colonel Sami Haddad"),
        ("actor", "sami-haddad", "Haddad"),
        ("actor", "lev-orlov", "Лев Орлов"),
        ("actor", "mira-aziz", "Mira Aziz"),
    ):
        b.name(kind, entity, form)
    b.name("place", None, "Nahr hospital", "no place of this name is known")


def _sources(b: Builder) -> None:
    outlet, unnamed = SourceKind.OUTLET, SourceKind.UNNAMED
    for id_, name in (
        ("example-wire", "Example Wire"),
        ("sample-gazette", "Sample Gazette"),
        ("vestnik", "Вестник Дельты"),
    ):
        b.source(id_, name, outlet)
    b.source("outlet-not-stated", "outlet not stated", outlet)
    b.source("delta-news-agency", "Delta News Agency", actor="delta-news-agency", label="state agency of the Delta")
    b.source("harun-rights-monitor", "Harun Rights Monitor", actor="harun-rights-monitor")
    b.source("northern-command", "Northern Command", actor="northern-command")
    b.source("sami-haddad", "Sami Haddad", actor="sami-haddad")
    b.source("lev-orlov", "Лев Орлов", actor="lev-orlov")
    b.source("mira-aziz", "Mira Aziz", actor="mira-aziz")
    b.source("police", "Police")
    b.source("residents--wire", "Residents of Tel Marwan", unnamed, article="wire-checkpoint")
    b.source("a-doctor--vestnik", "a doctor at Nahr hospital", unnamed, article="vestnik")
    b.source("organisers--march", "Organisers", unnamed, article="gazette-march")


WIRE, GAZETTE = ("example-wire",), ("sample-gazette",)
KILLED = "at least three people were killed and eight wounded when soldiers opened fire"


class Story:
    """The corpus with what is said in it; every statement has a name by which the digest below refers to it."""

    def __init__(self) -> None:
        self.b = b = corpus()
        _sources(b)
        wire, gazette, vestnik, march = "wire-checkpoint", "gazette-tel-merwan", "vestnik", "gazette-march"
        self.stopped = b.claim(
            wire, "example-wire", "", "", "A patrol was stopped at a checkpoint near Tel Marwan on Thursday."
        )
        self.agency = b.claim(wire, "delta-news-agency", "The Delta News Agency", "reported", KILLED, via=WIRE)
        self.agency_again = b.claim(
            gazette,
            "delta-news-agency",
            "the Delta News Agency",
            "According to",
            KILLED + " at Tall Marwan (تل مروان)",
            via=GAZETTE,
        )
        self.attacked = b.claim(
            wire,
            "sami-haddad",
            "Colonel Sami Haddad, a spokesman for the Northern Command",
            "said in a statement",
            "Our men were attacked first,",
            "and they answered.",
            voice="direct",
            via=WIRE,
        )
        self.farmers = b.claim(
            wire, "residents--wire", "Residents of Tel Marwan", "said", "two of the dead were farmers", via=WIRE
        )
        self.denial = b.claim(
            wire,
            "northern-command",
            "The Northern Command",
            "denied",
            "that any civilian had been killed",
            stance="denies",
            via=WIRE,
        )
        self.circled = b.claim(
            wire,
            "delta-news-agency",
            "",
            "according to",
            "Helicopters circled over the village until the evening",
            via=WIRE,
        )
        self.seven = b.claim(
            gazette,
            "harun-rights-monitor",
            "The Harun Rights Monitor",
            "put",
            "the number of dead at seven",
            via=GAZETTE,
            stance="estimates",
        )
        self.warning = b.claim(
            gazette,
            "harun-rights-monitor",
            "the Monitor",
            "wrote",
            "Soldiers",
            "reportedly fired without a warning",
            hedged=True,
            via=GAZETTE,
        )
        self.wounded = b.claim(
            gazette,
            "harun-rights-monitor",
            "It",
            "counted",
            "about 20 wounded",
            via=GAZETTE,
            antecedent="Harun Rights Monitor",
        )
        self.gangs = b.claim(
            gazette,
            "lev-orlov",
            "The governor of Nahr Province, Лев Орлов",
            "blamed",
            "armed gangs from the hills",
            stance="accuses",
            voice="mixed",
            via=GAZETTE,
        )
        self.turned = b.claim(
            vestnik,
            "delta-news-agency",
            "The Delta News Agency",
            "told",
            "that the patrol had been turned back",
            via=("vestnik",),
        )
        self.five = b.claim(
            vestnik,
            "sami-haddad",
            "Haddad",
            "said on Saturday",
            "that five people were killed, among them one soldier",
            via=("vestnik",),
        )
        self.bodies = b.claim(vestnik, "a-doctor--vestnik", "a doctor at Nahr hospital", "said", "We saw four bodies")
        self.thousands = b.claim(
            march,
            "sample-gazette",
            "",
            "",
            "Thousands of people marched through Nahr City on Saturday against the shooting at Tel Marwan.",
        )
        self.ten = b.claim(march, "organisers--march", "Organisers", "said", "10,000 took part", via=GAZETTE)
        self.crowd = b.claim(march, "police", "Police", "put", "the crowd at 2,500", stance="estimates", via=GAZETTE)
        self.order = b.claim(
            march, "mira-aziz", "Mira Aziz", "said", "We want to know who gave the order,", voice="direct", via=GAZETTE
        )
        self.road = b.claim(
            "note", "outlet-not-stated", "", "", "A traveller wrote that the road to Tel Marwan was open again."
        )
