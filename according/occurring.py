"""What occurs in the corpus and may be spoken of in the override files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz, process

from according.linking.forms import fold, without_mark
from according.linking.source_rules import SEPARATOR
from according.model import EventSet, Linked

CLOSE = 70  # rapidfuzz WRatio from which two names are worth showing side by side
SIFTED, SHOWN = 9, 3
_CLAIM = re.compile(r"-c\d+(?:-\d+)?$")  # how the ids of claims end


class Occurring:
    """Names, ids and titles; each kind is gone through when an entry asks for it, and most ask for little."""

    def __init__(self, linked: Linked, events: EventSet) -> None:
        self._linked, self._events = linked, events

    @cached_property
    def written(self) -> frozenset[str]:
        """The spellings of names in the articles."""
        linked = self._linked
        forms = {f.text for named in (linked.places, linked.actors) for e in named.values() for f in e.forms}
        mentions = (*linked.mentions.values(), *linked.title_mentions.values())
        return frozenset(forms | {m.text for ms in mentions for m in ms})

    @cached_property
    def forms(self) -> frozenset[str]:
        """The same, folded."""
        return frozenset(map(fold, self.written))

    @cached_property
    def heard(self) -> frozenset[str]:
        """The folded names of sources."""
        return frozenset(fold(source.name) for source in self._linked.sources.values())

    @cached_property
    def entities(self) -> frozenset[str]:
        """The folded names of places and actors, and the titles of places' pages."""
        names = {place.name for place in self._linked.places.values()}
        names |= {actor.name for actor in self._linked.actors.values()}
        return frozenset(map(fold, names | self._linked.titles))

    @cached_property
    def titled(self) -> frozenset[str]:
        """The titles of places' pages, as they are and as they would be without corrections."""
        return frozenset(place.name for place in self._linked.places.values()) | self._linked.titles

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The ids of events by their folded titles."""
        return {fold(event.title): event.id for event in self._events.events.values()}

    @cached_property
    def parts(self) -> Mapping[str, frozenset[str]]:
        """By key of an event: the ids that may stand there, of events, of articles and of claims."""
        events = frozenset((*self._events.events, *(old.removeprefix("events/") for old in self._events.moved)))
        claims = (c.id for claims in self._linked.claims.values() for c in claims)
        told = frozenset((*self._linked.articles, *claims))
        return {"includes": events | told, "without": told, "not": events}

    def titles_in_pieces(self, parts: Sequence[str]) -> Iterator[tuple[range, str, str]]:
        """Titles of events that have commas and stand in a list as if they were several: which parts, title and id."""
        for first, last in combinations(range(len(parts)), 2):
            title = ", ".join(parts[first : last + 1])
            if event := self.titles.get(fold(title)):
                yield range(first, last + 1), title, event

    def like_part(self, part: str, key: str) -> str:
        """The closest of the ids that may stand below a key of an event: claims for a claim, else none of them."""
        claim = _CLAIM.search(part) is not None
        return near(part, sorted(id_ for id_ in self.parts[key] if (_CLAIM.search(id_) is not None) is claim))

    def names(self, file: str) -> list[str]:
        """What an entry of a file may be called, in order."""
        if file == "sources.yaml":
            return sorted({s.name for s in self._linked.sources.values()})
        named = self.written | self.titled if file == "places.yaml" else self.written
        return sorted(self._events.events if file == "events.yaml" else named)

    def like(self, file: str, name: str) -> str:
        """The closest of what a file may speak of; an unnamed source of one article is called by its id."""
        ids = [id_ for id_ in self._linked.sources if SEPARATOR in id_]
        return near(name, ids if SEPARATOR in name else self.names(file))

    def instead_of_title(self, title: str) -> str:
        """The titles of pages that differ from one that is none only by what tells them apart."""
        name = without_mark(title)
        alike = sorted(t for t in self.titled if fold(without_mark(t)) == fold(name)) if name != title else []
        return f"Pages of this name: {', '.join(alike)}." if alike else ""

    def namesake(self, form: str, kind: str) -> str | None:
        """A spelling of the form that leads to the page of an "actor", or of a "place"."""
        return self._namesakes.get((kind, fold(form)))

    @cached_property
    def _namesakes(self) -> Mapping[tuple[str, str], str]:
        linked = self._linked
        named = (
            (("place", p.forms) for p in linked.places.values()),
            (("actor", a.forms) for a in linked.actors.values()),
        )
        return {(kind, fold(f.text)): f.text for found in named for kind, forms in found for f in reversed(forms)}

    def writes(self, article: str, form: str) -> bool:
        """Whether the words stand in the text, as what a source is called must."""
        return f" {fold(form)} " in f" {fold(self._linked.articles[article].text)} "

    def stands(self, words: str) -> bool:
        """Whether any text has the words, as a name or not."""
        return bool(fold(words)) and any(self.writes(article, words) for article in self._linked.articles)

    def names_it(self, article: str, form: str) -> bool:
        """Whether an article, or its title, has the words as a name."""
        mentions = (*self._linked.mentions.get(article, ()), *self._linked.title_mentions.get(article, ()))
        return any(fold(m.text) == fold(form) for m in mentions)

    def is_source(self, name: str) -> bool:
        """Whether something that may be heard has this name."""
        return any(fold(name) in known for known in (self.heard, self._linked.claimed, self.forms))


def near(name: str, known: Iterable[str]) -> str:
    """The closest of some names, as a remedy."""
    alike = [
        n for n, score, _ in process.extract(name, list(known), scorer=fuzz.WRatio, limit=SIFTED) if score >= CLOSE
    ]
    closest = sorted(alike, key=lambda n: -fuzz.ratio(name, n))[:SHOWN]  # the other measure likes parts of names, too
    return f"Close to it: {', '.join(closest)}." if closest else ""
