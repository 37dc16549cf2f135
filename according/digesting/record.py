"""What every part of the digest looks up: claims, their wording, and who really speaks in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from according.digesting.wording import Wording, wording
from according.linking.passages import Passages
from according.memo import FORGETFUL, Memo
from according.model import Claim, Event, EventSet, Linked, Source, SourceKind, Span, Voice

ELLIPSIS = " … "  # between the parts of a passage that is not in one piece
NOT_STATED = "outlet-not-stated"  # the source that stands for every outlet of which nothing is known
UNDATED = date.max  # sorts what has no date behind what has one


@dataclass(frozen=True, slots=True)
class Record:
    """The corpus by claim."""

    linked: Linked
    events: EventSet
    passages: Passages
    told: Mapping[str, Event]  # but for what is shown of an event and not reckoned with
    claims: Mapping[str, Claim]  # without the places and actors that they name
    claims_of: Mapping[str, tuple[str, ...]]  # by article, in text order
    named: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]  # by claim: these places and actors
    telling: Mapping[str, bool]  # has the claims that name an actor
    words: Mapping[str, Wording]
    originals: Mapping[str, str]  # article -> the first article of whose text it is a copy; itself when it is none
    copied: Mapping[str, bool]  # has the articles of whose text another is a copy
    starts: Mapping[str, date | None]  # by event: what of it orders what is told of an entity

    def order(self, claim: Claim) -> tuple[date, datetime, str, Span]:
        """First report first; within an article in the order of telling."""
        return (*self.linked.articles[claim.article].appeared, claim.content[0])

    def family(self, claim: Claim) -> str:
        """Claims of one family may be one statement: one source's, or one text's carried by several outlets."""
        if claim.source is None:
            return f"nobody:{self.originals[claim.article]}"
        source, original = claim.source, self.originals[claim.article]
        known = self.linked.sources.get(source)
        if known and known.article:  # people of one article
            return f"unnamed:{self.originals[known.article]}:{known.name.lower()}"
        if claim.voice is Voice.OUTLET and source == NOT_STATED:
            return f"text:{original}"
        if claim.voice is Voice.OUTLET:
            return f"text:{original}" if original in self.copied else f"source:{source}"
        return f"source:{source}"

    def principal(self, source: str) -> str:
        """The source as one with which this one counts."""
        return principal(self.linked.sources, source)

    def source(self, id_: str | None) -> Source | None:
        """The source of an id."""
        return self.linked.sources.get(id_) if id_ else None


def principal(sources: Mapping[str, Source], source: str) -> str:
    """The source that this one only repeats, as people have said; itself otherwise. Each still says its own words."""
    seen = {source}
    while (known := sources.get(source)) and known.copies and known.copies in sources and known.copies not in seen:
        source = known.copies
        seen.add(source)
    return source


def make_record(linked: Linked, events: EventSet, memo: Memo = FORGETFUL) -> Record:
    """The record of a linked corpus with its events."""
    claims, claims_of = bare_claims(linked, memo), memo.derive("claims of articles", partial(_ids, linked))

    def worded(article: str) -> dict[str, Wording]:
        return {id_: wording(content_text(linked, claims[id_])) for id_ in claims_of[article]}

    originals = memo.derive("originals", lambda: {a: _original(a, events.copy_of) for a in linked.articles})
    return Record(
        linked,
        events,
        Passages(linked, memo),
        told=memo.derive("events told", lambda: {id_: _told(event) for id_, event in events.events.items()}),
        claims=claims,
        claims_of=claims_of,
        named=memo.collect("names in claims", linked.claims, partial(_named, linked)),
        telling=memo.collect("claims that name actors", linked.claims, partial(_telling, linked)),
        words=memo.collect("wordings", claims_of, worded),
        originals=originals,
        copied=memo.derive("copied", lambda: {o: True for a, o in originals.items() if a != o}),
        starts=memo.table("starts", {id_: event.start for id_, event in events.events.items()}),
    )


def bare_claims(linked: Linked, memo: Memo) -> Mapping[str, Claim]:
    """Every claim without the places and actors that it names: few ask for them, and people correct their names."""

    def of(article: str) -> dict[str, Claim]:
        return {c.id: replace(c, places=(), actors=()) for c in linked.claims[article]}

    return memo.collect("claims", linked.claims, of)


def _ids(linked: Linked) -> dict[str, tuple[str, ...]]:
    return {article: tuple(c.id for c in claims) for article, claims in linked.claims.items()}


def _told(event: Event) -> Event:
    return replace(
        event, title="", title_from=None, places=(), actors=(), participants=(), related=(), overridden=False
    )


def _named(linked: Linked, article: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {c.id: (c.places, c.actors) for c in linked.claims[article]}


def _telling(linked: Linked, article: str) -> dict[str, bool]:
    return {c.id: True for c in linked.claims[article] if c.actors}


def content_text(linked: Linked, claim: Claim) -> str:
    """The words of a claim's content, verbatim, its parts joined by an ellipsis."""
    text = linked.articles[claim.article].text
    return ELLIPSIS.join(s.of(text) for s in claim.content)


def kind_of(claims: Iterable[Claim], source: Source | None) -> SourceKind:
    """What kind of source an account belongs to: an outlet that is mostly cited by others is a named source there."""
    if source is None:
        return SourceKind.UNNAMED
    if source.kind is not SourceKind.OUTLET:
        return source.kind
    balance = sum(1 if c.via and c.via[0] != c.source else -1 for c in claims)
    return SourceKind.NAMED if balance > 0 else SourceKind.OUTLET


def _original(article: str, copy_of: Mapping[str, str]) -> str:
    seen = {article}
    while article in copy_of and copy_of[article] not in seen:
        article = copy_of[article]
        seen.add(article)
    return article
