"""What occurs in the corpus and may be spoken of in the override files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from pathlib import PurePath

from rapidfuzz import fuzz, process

from according.linking.emptied import takes_away
from according.linking.forms import fold, without_mark
from according.linking.source_rules import SEPARATOR
from according.model import Actor, Effect, EventSet, Linked, Place, Source
from according.overrides import AliasRule
from according.pasted import address_of
from according.yamlfile import written

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

    def instead_of_part(self, part: str, key: str, lines: tuple[str, ...]) -> str:
        """What to write for an id below a key of an event that leads nowhere."""
        sure, perhaps = self.listed(part, lines)
        return self.at_address(part) or sure or self.like_part(part, key) or perhaps

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

    def instead(self, file: str, said: str, lines: tuple[str, ...] = ()) -> str:
        """What to write for what leads nowhere and has some lines: the name at an address, a list, or a close name."""
        sure, perhaps = self.listed(said, lines)
        return self.at_address(said) or sure or self.like(file, said) or perhaps

    def at_address(self, said: str) -> str:
        """What to write for the address of a page that is there; "" for other words."""
        kind, _, id_ = address_of(said).partition("/")
        linked = self._linked
        pages: dict[str, Mapping[str, Place | Actor | Source]] = {
            "places": linked.places,
            "actors": linked.actors,
            "sources": linked.sources,
        }
        named = pages.get(kind, {})
        if id_ in named and SEPARATOR not in id_:
            return f"That is the address of a page; write its name: {written(named[id_].name)}."
        known = {"events": self.parts["not"], "articles": frozenset(linked.articles)}.get(kind, frozenset(named))
        return f"That is the address of a page; write the id alone: {id_}." if id_ in known else ""

    def listed(self, said: str, lines: tuple[str, ...]) -> tuple[str, str]:
        """How to write a list, if a text that nothing is called by is surely meant as one, and if it may be.

        ``lines`` are those that it has, if it has several.
        """
        parts = [part.strip() for line in lines or (said,) for part in line.split(",") if part.strip()]
        if len(parts) < 2:
            return "", ""
        shown = ", ".join([*map(written, parts[:SHOWN]), *["..."] * (len(parts) > SHOWN)])
        told = f"If these are several, write a list: [{shown}], or a line with a dash for each."
        return told if lines or len(parts) > 2 or any(map(self._occurs, parts)) else "", told

    def _occurs(self, said: str) -> bool:
        return fold(said) in self.forms | self.heard | self.entities or said in self.parts["includes"]

    def instead_of_place(self, name: str) -> str:
        """What to write for a place that is none, or which line says that it is."""
        return self.no_place_since(name) or self.at_address(name) or self.like_place(name)

    def like_place(self, name: str) -> str:
        """The closest of what places are called, which a name that only others have is none of."""
        places = self._linked.places.values()
        return near(name, sorted({p.name for p in places} | {f.text for p in places for f in p.forms}))

    def instead_of_article(self, glob: str, lines: tuple[str, ...]) -> str:
        """What to write for an article that is not there, which a pattern may stand for."""
        _, _, id_ = address_of(glob).partition("/")
        if id_ and any(AliasRule("", (id_,)).holds_in(article) for article in self._linked.articles):
            return f"That is the address of a page; write the id alone: {id_}."
        sure, perhaps = self.listed(glob, lines)
        return sure or near(glob, self._linked.articles) or perhaps

    def no_place_since(self, name: str) -> str:
        """Which line says that what was a place of this name is none, and what to do; "" where none does."""
        gone = [page for page in self._linked.lost.get(fold(name), ()) if page.startswith("places/")]
        told = (effect for page in gone for effect in self._linked.effects.get(page, ()) if takes_away((effect,)))
        turned = (e for effects in self._linked.effects.values() for e in effects if _turns(e, fold(name)))
        for says, found in (("it is none", told), ("it is somebody", turned)):
            if effect := next(found, None):
                at = f"{PurePath(effect.file).name}:{effect.line}"  # pages show this, and no folder of the machine
                return f"{at} says that {says}. Take that out, or name another place."
        return ""

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

    def not_named(self, file: str, name: str, lines: tuple[str, ...] = ()) -> tuple[str, str]:
        """What is wrong with a name of a file that nothing has, and what to do: articles may have its words."""
        if self.stands(name):
            kind = "region" if file == "places.yaml" else "organization"
            remedy = f'If they name something else, give it an entry: "{name}:", and below it such as kind: {kind}.'
            return f'The articles have the words "{name}", but not as a name.', remedy
        close = self.instead_of_title(name) or self.instead(file, name, lines)
        return f'The name "{name}" occurs in no article.', close

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


def _turns(effect: Effect, folded: str) -> bool:
    """Whether a correction makes somebody of the place that was called so."""
    return any(deed.what == "to_actor" and fold(deed.old) == folded for deed in effect.deeds)


def near(name: str, known: Iterable[str]) -> str:
    """The closest of some names, as a remedy."""
    alike = [
        n for n, score, _ in process.extract(name, list(known), scorer=fuzz.WRatio, limit=SIFTED) if score >= CLOSE
    ]
    closest = sorted(alike, key=lambda n: -fuzz.ratio(name, n))[:SHOWN]  # the other measure likes parts of names, too
    return f"Close to it: {', '.join(closest)}." if closest else ""
