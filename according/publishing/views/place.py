"""The page of one place: where it is, how it is written, what happened there, what each source says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from according.model import Account, EntityDigest, Form, Place, PlacePrecision
from according.publishing.views.atlas import locator, shown_about
from according.publishing.views.corrections import place_correction
from according.publishing.views.desk import Desk
from according.publishing.views.naming import kind_of
from according.publishing.views.page import Page
from according.publishing.views.reference import Correction, EventCard, Ref, Strip
from according.publishing.views.room import latest
from according.publishing.views.statements import AccountView, accounts
from according.publishing.views.strips import events_strip
from according.publishing.words import capital

GEONAMES = "https://www.geonames.org/{}"
NOTHING = EntityDigest("", (), ())
ARTICLES_SHOWN = 6  # beside a spelling


@dataclass(frozen=True, slots=True)
class FormView:
    """One spelling, how often it occurs, in which articles, and why it belongs here."""

    text: str
    count: int
    articles: tuple[Ref, ...]  # the first few
    more: int  # further articles
    evidence: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """What each source says in connection with one event, or outside all of them."""

    event: EventCard | None
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class FurtherEvent:
    """An event on whose page stands what is said there of an entity, and how much that is."""

    event: EventCard
    told: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The page of one place."""

    page: Page
    name: str
    native_name: str | None
    kind: str
    forms: tuple[FormView, ...]
    mentions: int
    parents: tuple[Ref, ...]
    inside: tuple[Ref, ...]
    map: Markup
    precision: str
    coordinates: str
    geonames: str | None
    named: str
    events: tuple[EventCard, ...]  # that were there, or in what lies in it
    naming: tuple[EventCard, ...]  # that only name it
    reasons: Mapping[str, str]  # by event: why it stands here
    strip: Strip | None
    chapters: tuple[Chapter, ...]
    further_events: tuple[FurtherEvent, ...]
    sources: int
    correction: Correction


def place_view(desk: Desk, place: Place, page: Page, inside: tuple[str, ...] = ()) -> PlaceView:
    """One place's page; ``inside`` are the places that lie in it."""
    told = desk.register.digest.places.get(place.id, NOTHING)
    events = desk.register.events_of_place.get(place.id, ())
    here = tuple(e for e in events if desk.register.took_place(e, place.id))
    return PlaceView(
        page=page,
        name=place.name,
        native_name=place.native_name if place.native_name != place.name else None,
        kind=capital(kind_of(place, desk.words)),
        forms=forms(desk, place.forms),
        mentions=sum(f.count for f in place.forms),
        parents=desk.called("places", place.parents),
        inside=desk.known("places", inside),
        map=locator(desk, (place.id,), place.name),
        precision=_precision(desk, place),
        coordinates=_coordinates(place),
        geonames=GEONAMES.format(place.geonames_id) if place.geonames_id else None,
        named=desk.register.named(place.id),
        events=desk.events(here),
        naming=desk.events(e for e in events if e not in here),
        reasons={e: _reason(desk, place.id, e) for e in events},
        strip=events_strip(desk, here),
        chapters=chapters(desk, told),
        further_events=further_events(desk, told),
        sources=told.sources,
        correction=place_correction(desk, place),
    )


def _reason(desk: Desk, place: str, event: str) -> str:
    """Why an event stands on a place's page: it happened there, or claims on it name the place."""
    known = desk.register.briefs.get(event)
    here = desk.words("named.here") if known and known.place == place else ""
    return " · ".join(x for x in (here, desk.register.named(place, event)) if x)


def forms(desk: Desk, found: tuple[Form, ...]) -> tuple[FormView, ...]:
    """Every spelling, the commonest first."""
    return tuple(_form(desk, f) for f in sorted(found, key=lambda f: (-f.count, f.text)))


def _form(desk: Desk, form: Form) -> FormView:
    shown = form.articles[:ARTICLES_SHOWN]
    more = len(form.articles) - len(shown)
    return FormView(form.text, form.count, desk.known("articles", shown), more, form.evidence)


def chapters(desk: Desk, told: EntityDigest) -> tuple[Chapter, ...]:
    """What is said of an entity, by event, as far as a page has room."""
    known, room = desk.register.briefs, latest(told.by_event)
    return tuple(
        Chapter(desk.event(e) if e is not None and e in known else None, accounts(desk, said, e))
        for e, said in told.by_event
        if e in room
    )


def further_events(desk: Desk, told: EntityDigest) -> tuple[FurtherEvent, ...]:
    """The other events of which something is said of an entity."""
    room = latest(told.by_event)
    return tuple(_further_event(desk, e, said) for e, said in told.by_event if e is not None and e not in room)


def _further_event(desk: Desk, event: str, said: Sequence[Account]) -> FurtherEvent:
    statements = desk.words.count("statements", sum(len(a.lead) + len(a.rest) for a in said))
    told = desk.words("account.of", statements=statements, sources=desk.words.count("of_sources", len(said)))
    return FurtherEvent(desk.event(event), told)


def _precision(desk: Desk, place: Place) -> str:
    """What is known of its position; of what has no point of its own, about what it is shown."""
    if place.precision is not PlacePrecision.PARENT:
        return desk.words.term("precision", place.precision)
    holder = shown_about(desk, place)
    return desk.words("place.shown_about", place=holder.name) if holder else desk.words("place.no_point")


def _coordinates(place: Place) -> str:
    """The numbers of a point of its own, or of the middle of an area; those of another place are that one's."""
    lent = place.precision is PlacePrecision.PARENT
    if lent or place.latitude is None or place.longitude is None:
        return ""
    north = "N" if place.latitude >= 0 else "S"
    east = "E" if place.longitude >= 0 else "W"
    return f"{abs(place.latitude):.4f}° {north}, {abs(place.longitude):.4f}° {east}"
