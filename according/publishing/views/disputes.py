"""Disputes: what sources say of one event that cannot all hold, the sides beside each other in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from according.model import Claim, Dispute, DisputeSide
from according.publishing import links
from according.publishing.receipts import join
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import EventCard, Held, Ref, held
from according.publishing.views.statements import StatementView, of_claim, statement

SUMMARY = 110  # characters of what is denied, in one line; the whole stands among the sides
NAMES_SHOWN = 2  # sources a side, in one line
WORDS_SHOWN = 3  # statements a side; the others stand in the accounts


@dataclass(frozen=True, slots=True)
class Said:
    """One statement on a side, and who makes it."""

    source: Ref
    statement: StatementView


@dataclass(frozen=True, slots=True)
class SideView:
    """One position and who holds it."""

    value: str
    sources: tuple[Ref, ...]
    said: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DisputeView:
    """One point on which sources differ."""

    anchor: str
    title: str
    of: str
    summary: str
    held: tuple[Held, ...]  # each position with who holds it; none where the summary tells
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class EventDisputes:
    """The disputes about one event."""

    event: EventCard
    href: str
    disputes: tuple[DisputeView, ...]


@dataclass(frozen=True, slots=True)
class DisputesView:
    """The page of all disputes."""

    page: Page
    events: tuple[EventDisputes, ...]
    count: int


def disputes(desk: Desk, found: tuple[Dispute, ...]) -> tuple[DisputeView, ...]:
    """The disputes of one event, in the order in which the digest has them."""
    return tuple(_dispute(desk, d, f"dispute-{i}") for i, d in enumerate(found, 1))


def disputes_page(desk: Desk, page: Page) -> DisputesView:
    """Every dispute of the site, by event; the events about which sources differ most stand first."""
    digests = desk.register.digest.events
    disputed = [e for e in desk.register.in_order if e in digests and digests[e].disputes]
    disputed.sort(key=lambda e: -len(digests[e].disputes))
    shown = tuple(
        EventDisputes(
            desk.event(e), f"{desk.root}{links.page('events', e)}#differ", disputes(desk, digests[e].disputes)
        )
        for e in disputed
    )
    return DisputesView(page, shown, sum(len(e.disputes) for e in shown))


def _dispute(desk: Desk, dispute: Dispute, anchor: str) -> DisputeView:
    values = list(dict.fromkeys(s.value for s in dispute.readings if s.value))
    summary = _denied(desk, dispute) if dispute.kind == "denial" else desk.words.alternatives(values)
    lines = () if dispute.kind == "denial" else tuple(_held(desk, s) for s in dispute.readings)
    return DisputeView(anchor, *_title(desk, dispute), summary, lines, tuple(_side(desk, s) for s in dispute.readings))


def _held(desk: Desk, side: DisputeSide) -> Held:
    """One position in one line."""
    return held(side.value, (desk.source(s, s) for s in side.sources), NAMES_SHOWN)


def _denied(desk: Desk, dispute: Dispute) -> str:
    """What is denied, who says it and who denies it."""
    told, denial = dispute.readings[0], dispute.readings[-1]
    says, denies = (_names(desk, side) for side in (told, denial))
    words = shorten(told.value, SUMMARY, placeholder=" …")
    return desk.words("dispute.against", words=words, says=says, denies=denies)


def _names(desk: Desk, side: DisputeSide) -> str:
    names = [desk.source(s, s).text for s in side.sources[:WORDS_SHOWN]]
    return desk.words("list.between").join(names or [desk.words("source.nobody")])


def _title(desk: Desk, dispute: Dispute) -> tuple[str, str]:
    """What a dispute is about, and of whom or which act; the words that are denied stand among the sides."""
    if dispute.kind == "figures":
        counts, _, of = dispute.about.partition(": ")
        return desk.words.title("counts", counts), of
    return desk.words.title("dispute", dispute.kind), dispute.about if dispute.kind == "blame" else ""


def _side(desk: Desk, side: DisputeSide) -> SideView:
    claims = [c for i in side.claims if (c := desk.register.claims.get(i))]
    first: dict[str, Claim] = {}  # of each source its first words
    for claim in claims:
        first.setdefault(claim.source or claim.id, claim)
    shown = list(first.values())[:WORDS_SHOWN]
    quoted = {join(desk.linked.articles[c.article].text, c.content) for c in claims}
    return SideView(
        value="" if side.value in quoted else side.value,
        sources=tuple(desk.source(s, s) for s in side.sources),
        said=tuple(Said(desk.source(c.source, c.source_name), statement(desk, of_claim(c))) for c in shown),
        more=len(claims) - len(shown),
    )
