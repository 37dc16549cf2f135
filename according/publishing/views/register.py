"""The register: what pages look up over and over, found once for the whole site."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from according.cache import Store
from according.linking.passages import Passages
from according.memo import FORGETFUL, Memo
from according.model import Article, Digest, Event, EventDigest, Linked, Precision, Source, SourceKind
from according.publishing.site import Site
from according.publishing.views.naming import namings
from according.publishing.words import Words

LAST = date.max  # an undated thing stands after the dated ones


class Register:
    """Lookups over one site; it is filled when it is made and not changed after."""

    def __init__(self, site: Site, words: Words, store: Store | None = None, memo: Memo = FORGETFUL) -> None:
        self.site = site
        self.memo = memo
        self.store = store  # where the ground of maps is kept between builds
        self.words = words
        self.linked = site.linked
        self.events = site.events
        self.digest = site.digest
        claims, events, copies = self.linked.claims, self.events.events, self.events.copy_of
        self.claims = memo.derive("by id", lambda: {c.id: c for cs in claims.values() for c in cs})
        self.outlets = memo.derive("outlets", lambda: outlets(self.linked))
        self.published = memo.derive("published", lambda: _of((a, (o,)) for a, o in sorted(self.outlets.items()) if o))
        self.repeated = memo.derive("repeated", lambda: _of((c, (of,)) for c, of in sorted(copies.items())))
        ordered = memo.derive("ordered", lambda: {"": tuple(sorted(events.values(), key=by_date))})
        self.events_of_place = memo.derive("events of place", lambda: _of((e.id, e.places) for e in ordered[""]))
        self.events_of_actor = memo.derive("events of actor", lambda: _of((e.id, e.actors) for e in ordered[""]))
        self.events_of_source = memo.derive("events of source", lambda: _of((e.id, e.sources) for e in ordered[""]))
        self._order = memo.derive("order of events", lambda: {"": tuple(e.id for e in ordered[""])})
        self._named = memo.derive("named", lambda: namings(self.linked, self.events))
        self._only = memo.derive("only", lambda: _only(self.digest))
        self.passages = Passages(self.linked, memo)
        # A card of an event shows no more of its digest, and is on many pages.
        self.counted = memo.derive("counted", lambda: {e: _counts(told) for e, told in self.digest.events.items()})
        # By kind and id: what a thing is called, and in a few words what it is. Pages that only name a thing read this,
        # so that they stay when it moves on the map.
        self.called = {kind: memo.derive(f"called {kind}", make) for kind, make in self._naming().items()}

    @property
    def in_order(self) -> tuple[str, ...]:
        """The events by date."""
        return self._order[""]

    def only(self, source: str) -> int:
        """How many of a source's statements nobody else makes."""
        return self._only.get(source, 0)

    def named(self, entity: str, event: str | None = None) -> str:
        """In how many claims of how many sources something is named, in all or in connection with one event."""
        found = self._named.get((entity, event))
        return found.told(self.words) if found else ""

    def _naming(self) -> Mapping[str, Callable[[], Mapping[str, tuple[str, str]]]]:
        linked, term = self.linked, self.words.term
        return {
            "places": lambda: {i: (p.name, term("place_kind", p.kind)) for i, p in linked.places.items()},
            "actors": lambda: {i: (a.name, term("actor_kind", a.kind)) for i, a in linked.actors.items()},
            "sources": lambda: {i: (s.name, s.label or self._source_kind(s)) for i, s in linked.sources.items()},
            "articles": lambda: {i: (a.title, self.outlet_name(a)) for i, a in linked.articles.items()},
        }

    def _source_kind(self, source: Source) -> str:
        """What kind of actor or place speaks, where that is known; else whether it is named."""
        if source.kind is SourceKind.NAMED:
            if actor := self.linked.actors.get(source.actor or ""):
                return self.words.term("actor_kind", actor.kind)
            if place := self.linked.places.get(source.id):
                return self.words.term("place_kind", place.kind)
        return self.words.term("source_kind", source.kind)

    def outlet_name(self, article: Article) -> str:
        """Who published an article, or that it does not say so."""
        source = self.linked.sources.get(self.outlets.get(article.id) or "")
        return article.outlet or (source.name if source else "") or self.words("article.no_outlet")


def outlets(linked: Linked) -> dict[str, str | None]:
    """Each article's outlet as a source: who speaks where nobody is made to, or who passes on what others say."""
    out: dict[str, str | None] = {}
    for id_ in linked.articles:
        claims = linked.claims.get(id_, ())
        own = (c.source for c in claims if c.source_kind is SourceKind.OUTLET and not (c.cue or c.via))
        passed = (c.via[0] for c in claims if c.via)
        out[id_] = next(own, None) or next(passed, None)
    return out


def _counts(told: EventDigest) -> tuple[int, int]:
    """From how many independent sources an event is known, and how many disputes it has."""
    return told.independent, len(told.disputes)


def _only(digest: Digest) -> Counter[str | None]:
    only: Counter[str | None] = Counter()
    for account in (a for told in digest.events.values() for a in told.accounts):
        only[account.source] += account.only
    return only


def by_date(event: Event) -> tuple[date, str]:
    """The order of events in time, those without a date last."""
    return known_start(event) or LAST, event.id


def known_start(event: Event) -> date | None:
    """An event's first day, or None when only a guess is known."""
    return None if event.precision is Precision.UNKNOWN else event.start


def _of(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for thing, ids in pairs:
        for id_ in dict.fromkeys(ids):
            found[id_].append(thing)
    return {id_: tuple(things) for id_, things in found.items()}
