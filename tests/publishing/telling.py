"""What each source says of the invented events, and where they differ: the digest, made by hand."""

from __future__ import annotations

from datetime import date

from builder import shown, together
from story import CLASH, MARCH, Story

from according.model import (
    Account,
    Development,
    Digest,
    Dispute,
    DisputeSide,
    EntityDigest,
    EventDigest,
    FigureRow,
    Point,
    Reading,
    Statement,
)


def digest(s: Story) -> Digest:
    """All pages of what is said."""
    killed = together(s.agency, s.agency_again)
    accounts = (
        _account("delta-news-agency", s, (killed, s.circled), (s.turned,), 2),
        _account("harun-rights-monitor", s, (s.seven, s.warning, s.wounded), (), 3),
        _account("sami-haddad", s, (s.attacked, s.five), (), 1),
        _account("northern-command", s, (s.denial,), (), 1),
        _account("lev-orlov", s, (s.gangs,), (), 1),
        _account("residents--wire", s, (s.farmers,), (), 1),
        _account("a-doctor--vestnik", s, (s.bodies,)),
        _account("example-wire", s, (s.stopped,)),
    )
    clash = EventDigest(
        event=CLASH,
        accounts=accounts,
        figures=_figures(s),
        disputes=(
            Dispute(
                CLASH,
                "figures",
                "killed",
                (
                    DisputeSide("at least three", ("delta-news-agency",), (killed.claim,)),
                    DisputeSide("five", ("sami-haddad",), (s.five.claim,)),
                    DisputeSide("seven", ("harun-rights-monitor",), (s.seven.claim,)),
                ),
            ),
            Dispute(
                CLASH,
                "denial",
                "whether civilians were killed",
                (
                    DisputeSide("two of the dead were farmers", ("residents--wire",), (s.farmers.claim,)),
                    DisputeSide("any civilian had been killed", ("northern-command",), (s.denial.claim,)),
                ),
            ),
        ),
        agreed=((s.five, s.bodies),),
        independent=7,
        points=(
            Point("killed", (killed, s.seven, s.five, s.denial, s.bodies), 5),
            Point("wounded", (killed, s.wounded), 2),
            Point("opened fire", (killed, s.warning, s.attacked), 3),
            Point("checkpoint", (s.stopped, s.turned), 2),
        ),
        silences=(s.warning,),
        course=(
            Development(
                date(2021, 3, 4),
                "first report",
                "delta-news-agency",
                "Delta News Agency",
                "wire-checkpoint",
                s.agency.claim,
            ),
            Development(
                date(2021, 3, 5),
                "joins",
                "harun-rights-monitor",
                "Harun Rights Monitor",
                "gazette-tel-merwan",
                s.seven.claim,
            ),
            Development(
                date(2021, 3, 6), "figure", "sami-haddad", "Sami Haddad", "vestnik", s.five.claim, "three", "five"
            ),
        ),
    )
    march = EventDigest(
        event=MARCH,
        accounts=(
            _account("organisers--march", s, (s.ten,), (), 1),
            _account("police", s, (s.crowd,), (), 1),
            _account("mira-aziz", s, (s.order,), (), 1),
            _account("sample-gazette", s, (s.thousands,), (), 1),
        ),
        figures=(
            FigureRow(
                "people",
                "",
                "people",
                (
                    _reading(s, s.ten, "people", "10,000", (10_000, 10_000)),
                    _reading(s, s.crowd, "people", "2,500", (2_500, 2_500)),
                ),
                True,
                2_500,
                10_000,
            ),
        ),
        disputes=(
            Dispute(
                MARCH,
                "figures",
                "people",
                (
                    DisputeSide("2,500", ("police",), (s.crowd.claim,)),
                    DisputeSide("10,000", ("organisers--march",), (s.ten.claim,)),
                ),
            ),
        ),
        agreed=(),
        independent=4,
    )
    return Digest(
        events={CLASH: clash, MARCH: march},
        places={
            "tel-marwan": EntityDigest(
                "tel-marwan",
                (
                    (CLASH, (accounts[0], accounts[5])),
                    (None, (_account("outlet-not-stated", s, (s.road,)),)),
                ),
                (),
            ),
        },
        actors={
            "sami-haddad": EntityDigest("sami-haddad", (), (s.attacked, s.five)),
            "northern-command": EntityDigest("northern-command", ((None, (accounts[2],)),), (s.denial,)),
        },
        sources=_by_source(s),
        disputes=(*clash.disputes, *march.disputes),
    )


def _account(
    source: str, s: Story, lead: tuple[Statement, ...], rest: tuple[Statement, ...] = (), only: int = 0
) -> Account:
    about = s.b.sources[source]
    return Account(source, about.name, about.kind, lead, rest, only)


def _by_source(s: Story) -> dict[str, tuple[tuple[str | None, tuple[Statement, ...]], ...]]:
    killed = together(s.agency, s.agency_again)
    out: dict[str, tuple[tuple[str | None, tuple[Statement, ...]], ...]] = {}
    for id_ in s.b.sources:
        parts: list[tuple[str | None, tuple[Statement, ...]]] = []
        for event, articles in (
            (CLASH, ("wire-checkpoint", "gazette-tel-merwan", "vestnik")),
            (MARCH, ("gazette-march",)),
            (None, ("note",)),
        ):
            said = tuple(shown(c) for a in articles for c in s.b.claims[a] if c.source == id_)
            if id_ == "delta-news-agency" and event == CLASH:
                said = (killed, s.circled, s.turned)
            if said:
                parts.append((event, said))
        out[id_] = tuple(parts)
    return out


def _figures(s: Story) -> tuple[FigureRow, ...]:
    return (
        FigureRow(
            "killed",
            "people",
            "people",
            (
                _reading(s, s.agency, "killed", "at least three", (3, None)),
                _reading(s, s.five, "killed", "five", (5, 5)),
                _reading(s, s.seven, "killed", "seven", (7, 7)),
                _reading(s, s.bodies, "killed", "four", (4, 4)),
                _reading(s, s.farmers, "killed", "two", (2, 2), "part of a larger count"),
            ),
            True,
            3,
            7,
        ),
        FigureRow(
            "wounded",
            "",
            "people",
            (
                _reading(s, s.agency, "wounded", "eight", (8, 8)),
                _reading(s, s.wounded, "wounded", "about 20", (18, 22)),
            ),
            True,
            8,
            22,
        ),
    )


def _reading(
    s: Story, said: Statement, counts: str, text: str, bounds: tuple[float, float | None], apart: str = ""
) -> Reading:
    figure = s.b.figure(said, counts, text, *bounds)
    article = said.carriers[0].article
    return Reading(
        figure,
        said.source,
        said.source_name,
        said.carriers[0].via,
        article,
        s.b.articles[article].date,
        apart=apart,
        carriers=said.carriers,
    )
