"""What a page is about, for search engines and programs: JSON-LD in the terms of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from markupsafe import Markup

from according.model import Actor, Article, Event, Linked, Place, PlacePrecision, Source, SourceKind, Statement
from according.publishing import links, receipts
from according.publishing.views.register import known_start

ACTOR_TYPES = {"person": "Person", "media": "NewsMediaOrganization", "government": "GovernmentOrganization"}
SCHEMA = "https://schema.org"
CLAIMS = 5  # of a source; all of them stand on its page and in data/claims.jsonl


def script(thing: Mapping[str, Any], url: str | None) -> Markup:
    """A thing as the content of a script element; what is not known is left out."""
    whole = {"@context": SCHEMA, **thing, "url": url}
    text = json.dumps({k: v for k, v in whole.items() if v}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - JSON, and no "<" can end the script element


def of_article(article: Article, outlet: str) -> dict[str, Any]:
    """An article as its outlet published it; the page is a copy of it."""
    return {
        "@type": "NewsArticle",
        "headline": article.title[:110],
        "inLanguage": article.language,
        "datePublished": _published(article),
        "publisher": {"@type": "Organization", "name": outlet},
        "isBasedOn": article.url if links.is_web_address(article.url) else None,
    }


def _published(article: Article) -> str | None:
    if article.date is None:
        return None
    return article.date.isoformat() + (f"T{article.time.isoformat()}" if article.time else "")


def of_event(event: Event, place: Place | None) -> dict[str, Any]:
    """An event with its day and place, no finer than they are known."""
    start = known_start(event)
    return {
        "@type": "Event",
        "name": event.title,
        "startDate": start.isoformat() if start else None,
        "endDate": event.end.isoformat() if start and event.end else None,
        "location": of_place(place) if place else None,
    }


def of_place(place: Place) -> dict[str, Any]:
    """A place with its point, where it has one of its own."""
    lent = place.precision is PlacePrecision.PARENT
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    found = {
        "@type": "Place",
        "name": place.name,
        "alternateName": [f.text for f in place.forms if f.text != place.name],
        "geo": point if place.latitude is not None and not lent else None,
    }
    return {k: v for k, v in found.items() if v}


def of_source(source: Source, said: Iterable[Statement], linked: Linked) -> dict[str, Any]:
    """Who speaks, and the first of what it is made to say; the articles in which it appears are its sources."""
    actor = linked.actors.get(source.actor or "")
    kind = "NewsMediaOrganization" if source.kind is SourceKind.OUTLET else "Thing"
    known = of_actor(actor) if actor else {"@type": kind, "name": source.name}
    return {**known, "@reverse": {"author": [_claim(s, linked) for s in islice(said, CLAIMS)]}}


def _claim(said: Statement, linked: Linked) -> dict[str, Any]:
    carrier = said.carriers[0]
    article = linked.articles[carrier.article]
    return {
        "@type": "Claim",
        "text": receipts.words(article, carrier.content),
        "appearance": {"@type": "NewsArticle", "headline": article.title[:110]},
    }


def of_actor(actor: Actor) -> dict[str, Any]:
    """A person or a body."""
    return {
        "@type": ACTOR_TYPES.get(actor.kind, "Organization"),
        "name": actor.name,
        "alternateName": [f.text for f in actor.forms if f.text != actor.name],
        "sameAs": f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else None,
    }
