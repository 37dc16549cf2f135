"""The register: what pages look up over and over, found once for the whole site."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from according.cache import Store
from according.digesting.record import bare_claims
from according.linking.forms import fold
from according.linking.passages import Passages
from according.linking.same_names import by_form, unnamed_in
from according.memo import FORGETFUL, Memo
from according.model import Actor, Article, Claim, Digest, Event, Linked, Place, Precision, Source, SourceKind
from according.publishing.site import Site
from according.publishing.views.naming import kind_of, named_in, namings
from according.publishing.views.room import shares, told_whole
from according.publishing.words import Words

KINDS = ("articles", "sources", "places", "actors")  # of what is linked and has pages
LAST = date.max  # an undated thing stands after the dated ones


@dataclass(frozen=True, slots=True)
class Brief:
    """What pages show of an event that they only name."""

    title: str
    type: str
    start: date | None
    end: date | None
    precision: Precision
    place: str | None
    articles: int
    independent: int  # sources
    disputes: int


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
        events, copies = self.events.events, self.events.copy_of
        self.claims = bare_claims(self.linked, memo)
        self.outlets = memo.derive("outlets", lambda: outlets(self.linked))
        self.published = memo.derive("published", lambda: _of((a, (o,)) for a, o in sorted(self.outlets.items()) if o))
        self.repeated = memo.derive("repeated", lambda: _of((c, (of,)) for c, of in sorted(copies.items())))
        self.copied = memo.derive("copied sources", partial(_copied, self.linked))
        ordered = memo.derive("ordered", lambda: {"": tuple(sorted(events.values(), key=by_date))})
        self.events_of_place = memo.derive("events of place", lambda: _of((e.id, e.places) for e in ordered[""]))
        self.lying_in = memo.derive("what places lie in", lambda: {i: p.parents for i, p in self._places()})
        self.events_of_actor = memo.derive("events of actor", lambda: _of((e.id, e.actors) for e in ordered[""]))
        self.events_of_source = memo.derive("events of source", lambda: _of((e.id, e.sources) for e in ordered[""]))
        self._order = memo.derive("order of events", lambda: {"": tuple(e.id for e in ordered[""])})
        self._named = memo.index("named", self.linked.claims, partial(namings, self.linked, self.events))
        self.cited = memo.index("cited", self.linked.claims, partial(cited_by, self.linked))
        self._only = memo.derive("only", lambda: _only(self.digest))
        self.told_whole = memo.derive("told whole", lambda: told_whole(self.digest.events))
        self.shares = memo.derive("shares of sources", lambda: shares(self.linked.sources, self.digest.sources))
        self.unpaged = memo.derive("sources without a page", lambda: unpaged(self.linked.sources))
        self.sharing = memo.derive("spellings of several", lambda: by_form(self.linked.actors.values()))
        both = (self.linked.places, self.linked.actors)
        self.shared = memo.derive("spellings of several pages", lambda: by_form(e for of in both for e in of.values()))
        self.unnamed_in = memo.derive("articles of unnamed sources", lambda: unnamed_in(self.linked.sources.values()))
        self.heard_in = memo.index("articles of sources", self.linked.claims, partial(heard_in, self.linked))
        self.of_both = memo.derive("spellings of both sorts", lambda: of_both(self.linked))
        self.passages = Passages(self.linked, memo)
        # Most pages show no more of an event than this, or of a claim.
        self.briefs = memo.derive("events in brief", lambda: {e.id: _brief(e, self.digest) for e in events.values()})
        self.told_in = memo.derive("passages of events", lambda: {e.id: e.passages for e in events.values()})
        self.missing = memo.table("missing files", dict.fromkeys(sorted(site.missing), True))
        self.said = memo.table("entries of corrections", site.said)
        self.sizes = memo.table("sizes", {"events": len(events)} | {k: len(getattr(self.linked, k)) for k in KINDS})
        # By kind and id: what a thing is called, and in a few words what it is. Pages that only name a thing read this,
        # so that they stay when it moves on the map.
        self.called = {kind: memo.derive(f"called {kind}", make) for kind, make in self._naming().items()}
        named = (("places", self.linked.places), ("actors", self.linked.actors))
        self.pages = {kind: memo.table(f"pages of {kind}", dict.fromkeys(ids, True)) for kind, ids in named}

    @property
    def in_order(self) -> tuple[str, ...]:
        """The events by date."""
        return self._order[""]

    def only(self, source: str) -> int:
        """How many of a source's statements nobody else makes."""
        return self._only.get(source, 0)

    def took_place(self, event: str, place: str) -> bool:
        """Whether an event was at a place, or at one that lies in it."""
        at = self.briefs[event].place if event in self.briefs else None
        return at is not None and place in (at, *self.lying_in.get(at, ()))

    def named(self, entity: str, event: str | None = None) -> str:
        """In how many claims of how many sources something is named, in all or in connection with one event."""
        found = self._named.get((entity, event))
        return named_in(found, self.words) if found else ""

    def _naming(self) -> Mapping[str, Callable[[], Mapping[str, tuple[str, str]]]]:
        linked, term = self.linked, self.words.term
        return {
            "places": lambda: {i: (p.name, kind_of(p, self.words)) for i, p in self._places()},
            "actors": lambda: {i: (a.name, term("actor_kind", a.kind)) for i, a in self._actors()},
            "sources": lambda: {i: (s.name, s.label or self._source_kind(s)) for i, s in linked.sources.items()},
            "articles": lambda: {i: (a.title, self.outlet_name(a)) for i, a in linked.articles.items()},
        }

    def _places(self) -> Iterator[tuple[str, Place]]:
        """All places, those without a page too."""
        yield from (*self.linked.places.items(), *self.site.hidden.places.items())

    def _actors(self) -> Iterator[tuple[str, Actor]]:
        """The same of actors."""
        yield from (*self.linked.actors.items(), *self.site.hidden.actors.items())

    def place(self, id_: str | None) -> Place | None:
        """A place, whether it has a page or not; None where the id is nobody's."""
        return (self.linked.places.get(id_) or self.site.hidden.places.get(id_)) if id_ else None

    def _source_kind(self, source: Source) -> str:
        """What kind of actor or place speaks, where that is known; else whether it is named."""
        if source.kind is SourceKind.NAMED:
            if actor := self.linked.actors.get(source.actor or ""):
                return self.words.term("actor_kind", actor.kind)
            if place := self.linked.places.get(source.id):
                return kind_of(place, self.words)
        return self.words.term("source_kind", source.kind)

    def outlet_name(self, article: Article) -> str:
        """Who published an article, or that it does not say so."""
        source = self.linked.sources.get(self.outlets.get(article.id) or "")
        return article.outlet or (source.name if source else "") or self.words("article.no_outlet")


def _copied(linked: Linked) -> Mapping[str, tuple[str, ...]]:
    """By source, those that only repeat it, as people have said."""
    return _of((s.id, (s.copies,)) for _, s in sorted(linked.sources.items()) if s.copies)


def of_both(linked: Linked) -> dict[str, bool]:
    """The folded spellings that mean a place here and an actor there."""
    places, actors = (
        {fold(form.text) for entity in named.values() for form in entity.forms}
        for named in (linked.places, linked.actors)
    )
    return dict.fromkeys(sorted(places & actors), True)


def unpaged(sources: Mapping[str, Source]) -> dict[str, bool]:
    """The sources that a person has left without a page."""
    return {id_: True for id_, source in sources.items() if source.hidden}


def outlets(linked: Linked) -> dict[str, str | None]:
    """Each article's outlet as a source: who speaks where nobody is made to, or who passes on what others say."""
    return {id_: _outlet(linked.claims.get(id_, ())) for id_ in linked.articles}


def _outlet(claims: Sequence[Claim]) -> str | None:
    own = (c.source for c in claims if c.source_kind is SourceKind.OUTLET and not (c.cue or c.via))
    passed = (c.via[0] for c in claims if c.via)
    return next(own, None) or next(passed, None)


def cited_by(linked: Linked, article: str) -> Iterator[tuple[str, str]]:
    """The outlet of an article with each named source, other than itself, that it makes heard there."""
    claims = linked.claims[article]
    if outlet := _outlet(claims):
        named = {c.source for c in claims if c.source and c.source_kind is SourceKind.NAMED}
        yield from ((outlet, source) for source in sorted(named - {outlet}))


def heard_in(linked: Linked, article: str) -> Iterator[tuple[str, str]]:
    """Everybody who is heard in an article, or passes something on there, each with the article."""
    heard = {source for claim in linked.claims[article] for source in (claim.source, *claim.via) if source}
    yield from ((source, article) for source in sorted(heard))


def _brief(event: Event, digest: Digest) -> Brief:
    told = digest.events.get(event.id)
    return Brief(
        title=event.title,
        type=event.type,
        start=event.start,
        end=event.end,
        precision=event.precision,
        place=event.place,
        articles=len(event.articles),
        independent=told.independent if told else 0,
        disputes=len(told.disputes) if told else 0,
    )


def _only(digest: Digest) -> Counter[str | None]:
    only: Counter[str | None] = Counter()
    for account in (a for told in digest.events.values() for a in told.accounts):
        only[account.source] += account.only
    return only


def by_date(event: Event) -> tuple[date, str]:
    """The order of events in time, those without a date last."""
    return known_start(event) or LAST, event.id


def known_start(event: Event | Brief) -> date | None:
    """An event's first day, or None when only a guess is known."""
    return None if event.precision is Precision.UNKNOWN else event.start


def _of(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for thing, ids in pairs:
        for id_ in dict.fromkeys(ids):
            found[id_].append(thing)
    return {id_: tuple(things) for id_, things in found.items()}
