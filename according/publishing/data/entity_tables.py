"""The public tables of what is spoken of: events, places, actors and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from according.memo import Memo
from according.model import Actor, Event, Form, Participant, Source
from according.publishing import links
from according.publishing.data import entities
from according.publishing.data.tables import Parts
from according.publishing.site import Site


def events(site: Site, _memo: Memo) -> Parts:
    """Every event, by id."""
    return {"event": (sorted(site.events.events), lambda id_: [_event(site.events.events[id_])])}


def _event(event: Event) -> entities.EventRow:
    return entities.EventRow(
        id=event.id,
        title=event.title,
        title_from=event.title_from,
        type=event.type,
        plover=event.plover,
        start=event.start,
        end=event.end,
        date_precision=event.precision,
        place=event.place,
        places=event.places,
        actors=event.actors,
        participants=tuple(map(_participant, event.participants)),
        articles=event.articles,
        sources=event.sources,
        claims=event.claims,
        url=links.page("events", event.id),
    )


def _participant(told: Participant) -> entities.ParticipantRow:
    return entities.ParticipantRow(
        text=told.text,
        actor=told.actor,
        article=told.article,
        span=told.span,
        role=told.role.value,  # type: ignore[arg-type]  # checked when the row is made
    )


def places(site: Site) -> Iterator[entities.PlaceFeature]:
    """Every place, by id, those without a page too: events and mentions lead to them."""
    for id_, place in sorted((*site.linked.places.items(), *site.hidden.places.items())):
        properties = entities.PlaceProperties(
            id=id_,
            name=place.name,
            native_name=place.native_name,
            kind=place.kind,
            precision=place.precision,
            geonames_id=place.geonames_id,
            wikidata=place.wikidata,
            country=place.country,
            parents=place.parents,
            forms=_forms(place.forms),
            url=None if place.hidden else links.page("places", id_),
        )
        yield entities.PlaceFeature(id=id_, geometry=_point(place.latitude, place.longitude), properties=properties)


def _point(latitude: float | None, longitude: float | None) -> entities.Point | None:
    if latitude is None or longitude is None:
        return None
    return entities.Point(coordinates=(round(longitude, 5), round(latitude, 5)))  # five decimals are one metre


def actors(site: Site, _memo: Memo) -> Parts:
    """Every actor, by id, those without a page too."""
    shown, hidden = site.linked.actors, site.hidden.actors
    return {"actor": (sorted((*shown, *hidden)), lambda id_: [_actor(shown[id_] if id_ in shown else hidden[id_])])}


def _actor(actor: Actor) -> entities.ActorRow:
    return entities.ActorRow(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,  # type: ignore[arg-type]  # checked when the row is made
        forms=_forms(actor.forms),
        descriptions=tuple(
            entities.DescriptionRow(text=d.text, article=d.article, span=d.span, source=d.source)
            for d in actor.descriptions
        ),
        wikidata=actor.wikidata,
        url=None if actor.hidden else links.page("actors", actor.id),
    )


def _forms(forms: Iterable[Form]) -> tuple[entities.FormCount, ...]:
    return tuple(entities.FormCount(text=f.text, count=f.count, evidence=f.evidence) for f in forms)


def sources(site: Site, memo: Memo) -> Parts:
    """Every source, by id, with its claims in the order of the articles."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for article in sorted(site.linked.claims):
        for claim in site.linked.claims[article]:
            if claim.source is not None:
                found[claim.source][claim.id] = article
    said = memo.table("claims of sources", found)
    return {"source": (sorted(site.linked.sources), lambda id_: [_source(site.linked.sources[id_], said.get(id_, {}))])}


def _source(source: Source, said: Mapping[str, str]) -> entities.SourceRow:
    return entities.SourceRow(
        id=source.id,
        name=source.name,
        kind=source.kind,
        label=source.label,
        actor=source.actor,
        copies=source.copies,
        claims=tuple(said),
        articles=tuple(dict.fromkeys(said.values())),
        url=None if source.hidden else links.page("sources", source.id),
    )
