"""The page of one actor: names, what the texts call it, what it takes part in, says, and has said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from according.model import Actor, Description
from according.publishing.views.corrections import actor_correction
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.place import NOTHING, Chapter, FormView, FurtherEvent, chapters, forms, further_events
from according.publishing.views.reference import Correction, EventCard, Ref, Strip
from according.publishing.views.statements import StatementView, statement
from according.publishing.views.strips import events_strip

WIKIDATA = "https://www.wikidata.org/wiki/{}"
OWN_SHOWN = 12  # its own words on its own page; all of them are on its page as a source


@dataclass(frozen=True, slots=True)
class User:
    """Who uses some words, and where."""

    source: Ref
    href: str


@dataclass(frozen=True, slots=True)
class DescriptionView:
    """What texts call an actor, verbatim, and who does."""

    text: str
    language: str
    users: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """The page of one actor."""

    page: Page
    name: str
    kind: str
    forms: tuple[FormView, ...]
    mentions: int
    descriptions: tuple[DescriptionView, ...]
    wikidata: str | None
    named: str
    events: tuple[EventCard, ...]
    reasons: Mapping[str, str]  # by event: why it stands here
    strip: Strip | None
    own: tuple[StatementView, ...]
    more_own: int
    as_source: Ref | None
    chapters: tuple[Chapter, ...]
    further_events: tuple[FurtherEvent, ...]
    told_of: bool  # what others say of it names events
    sources: int
    named_in: tuple[Ref, ...]  # the articles, where nothing else is told
    correction: Correction


def actor_view(desk: Desk, actor: Actor, page: Page, as_source: str | None) -> ActorView:
    """One actor's page; ``as_source`` is the source that it speaks as."""
    told = desk.register.digest.actors.get(actor.id, NOTHING)
    events = desk.register.events_of_actor.get(actor.id, ())
    said, further = chapters(desk, told), further_events(desk, told)
    return ActorView(
        page=page,
        name=actor.name,
        kind=desk.words.title("actor_kind", actor.kind),
        forms=forms(desk, actor.forms),
        mentions=sum(f.count for f in actor.forms),
        descriptions=_descriptions(desk, actor.descriptions),
        wikidata=WIKIDATA.format(actor.wikidata) if actor.wikidata else None,
        named=desk.register.named(actor.id),
        events=desk.events(events),
        reasons={e: desk.register.named(actor.id, e) for e in events},
        strip=events_strip(desk, events),
        own=tuple(statement(desk, s) for s in told.own[:OWN_SHOWN]),
        more_own=max(len(told.own) - OWN_SHOWN, 0),
        as_source=desk.source(as_source) if as_source else None,
        chapters=said,
        further_events=further,
        told_of=bool(further) or any(chapter.event for chapter in said),
        sources=told.sources,
        named_in=() if events or told.own or told.sources else _named_in(desk, actor),
        correction=actor_correction(desk, actor),
    )


def _named_in(desk: Desk, actor: Actor) -> tuple[Ref, ...]:
    """The articles that name an actor."""
    return desk.known("articles", tuple(sorted({a for form in actor.forms for a in form.articles})))


def _descriptions(desk: Desk, found: tuple[Description, ...]) -> tuple[DescriptionView, ...]:
    """The same words once, with everybody who uses them; the most used first."""
    by_text: dict[str, list[Description]] = {}
    for d in found:
        by_text.setdefault(d.text.casefold(), []).append(d)
    ordered = sorted(by_text.values(), key=lambda ds: (-len({d.source for d in ds}), ds[0].text))
    return tuple(_description(desk, ds) for ds in ordered)


def _description(desk: Desk, uses: list[Description]) -> DescriptionView:
    users: dict[str, User] = {}
    for d in uses:
        users.setdefault(d.source, User(desk.source(d.source, d.source), desk.passage(d.article, d.span.start)))
    article = desk.linked.articles[uses[0].article]
    return DescriptionView(uses[0].text, article.language, tuple(users.values()))
