"""What a correction of a place, actor or source did, as the parts of a sentence that tells it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from according.linking.beside import left_to_namesakes
from according.linking.forms import fold
from according.linking.leaving import kind_apart, place_apart
from according.linking.lying import fallen_out
from according.linking.machine import Facts, Machine, page
from according.linking.origin import origin
from according.linking.pageless import taken_away
from according.linking.passing import Passing
from according.linking.ways import NOWHERE, Way, Ways, total
from according.linking.whereabouts import Whereabouts
from according.memo import FORGETFUL, Memo
from according.model import Actor, Deed, Doing, Linked, Place, Source
from according.overrides import EntityOverride, SourceOverride

Rule = EntityOverride | SourceOverride
Entity = Place | Actor | Source


class Deeds:
    """Tells of one correction after another; the corpus is compared with the machine's once."""

    def __init__(self, machine: Machine, linked: Linked, ways: Ways, memo: Memo = FORGETFUL) -> None:
        self._machine, self._linked, self._ways, self._memo = machine, linked, ways, memo
        self._kinds: dict[str, Mapping[str, Entity]] = {
            "places": linked.places,
            "actors": linked.actors,
            "sources": linked.sources,
        }

    def now(self, address: str) -> Entity | None:
        """What has its page at an address, "places/kamyshly"."""
        kind, _, id_ = address.partition("/")
        entity = self._kinds[kind].get(id_) if kind else None
        return None if entity and entity.hidden else entity

    def of(self, rule: Rule, entities: Sequence[Entity]) -> tuple[Deed, ...]:
        """What became of the entities that an entry names; of unnamed sources there may be many."""
        pages = {page(e): e for e in entities}
        origins = self._origins(pages)
        main = origin(pages, origins, self._machine, self.now)
        before = self._machine.facts.get(main, {})
        parted = self._parted(rule, pages, origins)
        deeds = (
            *self._came(main, pages, origins),
            *self._swallowed(pages),
            *self._went(parted),
            *self._left_within(pages, origins),
            *self._apart(rule, parted, entities),
            *self._said(rule, entities[0], before),
            *self._leaving(rule, main, pages, parted),
            *self._passing.told(_ids(pages), _ids(o for o in origins if not self.now(o))),
        )
        deeds = deeds or tuple(self._went(w for w in self._ways.out_of(main) if w.new not in pages))
        return (*deeds, *self._beside(rule, entities)) if deeds else ()

    def _beside(self, rule: Rule, entities: Sequence[Entity]) -> Iterator[Deed]:
        """What stays with a namesake of the other sort, of which the entry does not speak."""
        first = entities[0]
        if isinstance(rule, EntityOverride) and isinstance(first, Place | Actor):
            yield from left_to_namesakes(rule, first, self._linked)

    def takes_in(self, entity: Entity) -> bool:
        """Whether something has come to an entity from a page of the machine's that is another."""
        return any(old not in (NOWHERE, page(entity)) for old in self._origins([page(entity)]))

    def touched(self, rule: Rule, entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
        """The other pages that lost something to those of an entry, or got something, by what they were called."""
        pages = {page(e): e for e in entities}
        origins = self._origins(pages)
        found = [*origins, *(way.new for way in self._parted(rule, pages, origins))]
        for other in (o for o in dict.fromkeys(found) if o not in pages):
            if entity := self.now(other):
                yield from ((other, name) for name in dict.fromkeys((self._name(other), entity.name)) if name)

    def taken_away(self, rule: Rule, *, hidden: bool) -> tuple[tuple[Deed, ...], tuple[str, ...]]:
        """What an entry that takes a name away did, and the pages that are concerned."""
        named = isinstance(rule, EntityOverride)
        forms = {fold(f.text) for f in rule.forms} if isinstance(rule, EntityOverride) else {fold(rule.name)}
        page_of_place = isinstance(rule, EntityOverride) and rule.meant.page
        own = f"places/{page_of_place}" if page_of_place else f"sources/{rule.name}"
        spoken = {*self.spoken(rule)}
        gone = {p for p, shown in self._machine.facts.items() if fold(shown["name"]) in forms or p == own} | spoken
        whole = gone if hidden else {own, *spoken}  # what is hidden takes its other spellings with it
        lost = [
            w
            for w in self._ways.into(NOWHERE)
            if w.old and (w.old in whole or (w.form or fold(self._name(w.old))) in forms)
        ]
        counted = (w for w in lost if w.old.startswith("sources/") != named)
        pageless = taken_away(forms, self._machine.pageless, self._linked) if named and not hidden else Counter[str]()
        loose = Way(NOWHERE, NOWHERE, "", pageless.total(), frozenset(pageless))
        what: Doing = "hide" if hidden else "ignore" if named else "silence"
        deed = Deed(what, "", rule.name, *total((*counted, loose)))
        left_out = () if hidden else self._left_alone(gone) if named else self._left_out(gone)
        return (deed, *left_out), tuple(sorted({w.old for w in lost} | {p for p in gone if not self.now(p)}))

    def _left_alone(self, gone: Collection[str]) -> Iterator[Deed]:
        """What pages had besides, that are gone: a surname, which is a name of its own now, and what lay in them."""
        for old in sorted(old for old in gone if old.startswith(("actors/", "places/")) and not self.now(old)):
            yield from self._went(w for w in self._ways.out_of(old) if w.new)
        yield from fallen_out([old for old in gone if not self.now(old)], self._linked, self._machine)

    def spoken(self, rule: Rule) -> Iterator[str]:
        """The machine's pages as sources of whoever has the name of an entry about sources under other corrections."""
        named = (e for sort in ("places", "actors") for e in self._kinds[sort].values() if e.name == rule.name)
        pages = {page(e): e for e in named if isinstance(rule, SourceOverride)}
        ids = {old.partition("/")[2] for old in (*pages, *self._origins(pages))}
        yield from sorted(p for id_ in ids if (p := f"sources/{id_}") in self._machine.facts)

    def _left_out(self, gone: Collection[str]) -> Iterator[Deed]:
        """What sources that are none passed on of others, who stay: they are named no more as those who did.

        Nor is anybody to whom a spelling of theirs went.
        """
        ids = _ids(page for page in gone if page.startswith("sources/"))
        now = ids | _ids(way.new for page in gone for way in self._ways.out_of(page))
        found = [
            claim.article
            for article, claims in self._linked.claims.items()
            for passing, claim in zip(self._machine.passing.get(article, ()), claims, strict=False)
            if claim.source and not ids.isdisjoint(passing) and now.isdisjoint(claim.via)
        ]
        if found:
            yield Deed("unpass", "", "", len(found), len({*found}))

    def _origins(self, pages: Collection[str]) -> dict[str, list[Way]]:
        """By page of the machine's: what came from there to some pages."""
        found: defaultdict[str, list[Way]] = defaultdict(list)
        for new in pages:
            sort = f"{new.partition('/')[0]}/"
            within = (w for w in self._ways.within(new) if w.old.startswith(sort) and self.now(w.old))
            for way in (*self._ways.into(new), *within):
                found[way.old].append(way)
        for old, new in self._linked.moved.items():  # who is only named between others says nothing that could go
            if new in pages and old in self._machine.facts and not self._ways.out_of(old):
                found[old].append(Way(old, new, "", 0, frozenset()))
        return dict(sorted(found.items()))

    def _came(self, main: str, pages: dict[str, Entity], origins: dict[str, list[Way]]) -> Iterator[Deed]:
        """Where its mentions or statements come from, if not from a page of its own."""
        name = next(iter(pages.values())).name
        found: defaultdict[tuple[Doing, str], list[Way]] = defaultdict(list)
        for old, ways in origins.items():
            for way in (w for w in ways if w.new != old or self._name(old) != pages[old].name):
                apart = way.new == old and len(pages) > 1  # unnamed sources of which each keeps its page
                what: Doing = "rename" if apart else self._coming(old, main, pages)
                found[what, self._name(old)].append(way)
        order = sorted(found.items(), key=lambda f: (f[0][0] != "rename", -total(f[1])[0], f[0]))
        yield from (Deed(what, old, name, *total(ways)) for (what, old), ways in order)

    def _swallowed(self, pages: Mapping[str, Entity]) -> Iterator[Deed]:
        """The pages of which a longer name has all words that had been theirs."""
        for old, new in self._linked.moved.items():
            within = [w for w in self._ways.out_of(old) if w.within == new and new in pages]
            if within and not self._went_to.get(old):
                yield Deed("merge", self._name(old), pages[new].name, *total(within))

    def _coming(self, old: str, main: str, pages: dict[str, Entity]) -> Doing:
        """Which sentence tells that mentions came from a page."""
        kind, name = next((p.partition("/")[0], e.name) for p, e in pages.items())
        if not old:
            return "link"
        if old.partition("/")[0] != kind:
            return "to_place" if kind == "places" else "to_actor"
        if self.now(old) and old not in pages:
            return "take"
        if self._name(old) == name:
            return "unite"
        return "rename" if old == main else "merge"

    def _parted(self, rule: Rule, pages: Collection[str], origins: Iterable[str]) -> list[Way]:
        """What the machine would have put here and a person forbids, with what went along to the same page.

        What stays of a page that has another name and address now is told as well, if no entry is about it.
        """
        foreign = rule.foreign if isinstance(rule, EntityOverride) else rule.never
        forms = set(map(fold, foreign))
        out = [w for old in origins if old for w in self._ways.out_of(old) if w.new not in pages]
        steps = {(w.old, w.new) for w in out if w.form in forms}
        steps |= {(w.old, w.new) for w in out if w.new and not self.now(w.old) and self._is_left(w)}
        return [w for w in out if w.form in forms or (w.new and (w.old, w.new) in steps)]

    def _is_left(self, way: Way) -> bool:
        """Whether a page without an entry has what another one leaves of the page that it took its name from."""
        entity = self.now(way.new)
        return isinstance(entity, Actor) and way.old.startswith("actors/") and not entity.overridden

    def _went(self, parted: Iterable[Way]) -> Iterator[Deed]:
        found: defaultdict[str, list[Way]] = defaultdict(list)
        for way in parted:
            found[way.new].append(way)
        for new, ways in sorted(found.items()):
            entity = self.now(new)
            yield Deed("part" if entity else "unlink", "", entity.name if entity else "", *total(ways))

    def _left_within(self, pages: Iterable[str], origins: Iterable[str]) -> Iterator[Deed]:
        """What stood within longer names, as only a place can, of pages that are somebody's now."""
        kinds = {page.partition("/")[0] for page in pages}
        turned = [old for old in origins if old and old.partition("/")[0] not in kinds]
        within = [w for old in turned for w in self._ways.out_of(old) if w.within and not w.new]
        if within:
            yield Deed("within", "", "", *total(within))

    def _leaving(self, rule: Rule, main: str, pages: Mapping[str, Entity], parted: Iterable[Way]) -> Iterator[Deed]:
        """What is told of a page that people parted from another, whichever of the two the entry is about."""
        if isinstance(rule, SourceOverride):
            return
        for old, new in sorted({(w.old, w.new) for w in parted if w.new}):
            entity = self.now(new)
            if isinstance(entity, Place | Actor) and not entity.overridden:  # its own entry tells of it
                yield from kind_apart(entity, self._machine.facts[old])
                yield from self._lying_apart(entity, old)
        for new, entity in pages.items() if main in self._machine.facts else ():
            given = rule.at or rule.parent or rule.geonames
            if new != main and self.now(main) and not given and self._ways.into(new):
                yield from self._lying_apart(entity, main, pin=not rule.kind)

    def _lying_apart(self, entity: Entity, old: str, *, pin: bool = True) -> Iterator[Deed]:
        if isinstance(entity, Place) and old.startswith("places/"):
            yield from place_apart(entity, self._machine.facts[old], self._linked, pin=pin)

    def _apart(self, rule: Rule, parted: Iterable[Way], entities: Iterable[Entity]) -> Iterator[Deed]:
        """The names that occur and are kept apart without anything having to be moved."""
        here = {fold(f.text) for e in entities if not isinstance(e, Source) for f in e.forms}
        done = here.union(w.form for w in parted)
        yield from (Deed("apart", "", o) for o in rule.never if fold(o) in self._names and fold(o) not in done)

    @cached_property
    def _names(self) -> frozenset[str]:
        """All names that articles write or pages have, folded."""
        shown = {fold(s["name"]) for s in self._machine.facts.values()}
        titles = (fold(entity.name) for pages in self._kinds.values() for entity in pages.values())
        return frozenset(shown.union(self._machine.written, titles))

    def _said(self, rule: Rule, entity: Entity, before: Facts) -> Iterator[Deed]:
        """What the entry says of it that the machine would not."""
        kind = before.get("kind", "")
        if (rule.kind or (kind and not isinstance(rule, SourceOverride))) and kind != str(entity.kind):
            yield Deed("kind", kind, str(entity.kind))
        if isinstance(rule, SourceOverride):
            if rule.label:
                yield Deed("label", "", rule.label)
            if isinstance(entity, Source) and entity.copies:  # none, where nobody has the name that the entry gives
                yield Deed("copy", "", self._told_apart(self._linked.sources[entity.copies]))
            return
        if isinstance(entity, Place):
            yield from self._whereabouts.told(rule, entity, before, parted=self._is_parted(rule, entity, before))
        if rule.wikidata:
            yield Deed("wikidata", "", rule.wikidata)

    @cached_property
    def _passing(self) -> Passing:
        return Passing(self._machine, self._linked, self._went_to, self._memo)

    def _is_parted(self, rule: EntityOverride, place: Place, before: Facts) -> bool:
        """Whether it has left a page that is still there, of which is told in another way what the two lack."""
        left = before and before["id"] != place.id and self.now(f"places/{before['id']}")
        return bool(left) and not (rule.kind or rule.parent)

    def _told_apart(self, source: Source) -> str:
        """The name of a source, or the id of an unnamed one that is not the only one of its name."""
        others = (s for s in self._linked.sources.values() if s.id != source.id) if source.article else ()
        return source.id if any(fold(other.name) == fold(source.name) for other in others) else source.name

    @cached_property
    def _whereabouts(self) -> Whereabouts:
        return Whereabouts(self._machine, self._linked, self._went_to)

    @cached_property
    def _went_to(self) -> Mapping[str, str]:
        return self._ways.went()

    def _name(self, old: str) -> str:
        return str(self._machine.facts.get(old, {}).get("name", ""))


def _ids(pages: Iterable[str]) -> frozenset[str]:
    return frozenset(page.rpartition("/")[2] for page in pages if page)
