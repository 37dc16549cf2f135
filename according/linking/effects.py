"""What corrections changed: the corpus as people say beside the corpus as the machine alone links it.

The two are compared, so that nothing has to be remembered on the way: a page that is gone leads to where its mentions
went, a correction without which all would be the same has no effect, and each of the others can be told in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from according.linking.away import lines_away
from according.linking.covered import covered
from according.linking.deeds import Deeds, Entity, Rule
from according.linking.doubled import doubled
from according.linking.emptied import Emptied, lost_spellings, told_by_one
from according.linking.forms import fold
from according.linking.forwarding import lead_on
from according.linking.holders_taken import holders_taken
from according.linking.lying import found_alone
from according.linking.machine import Facts, Machine, asked, facts, page
from according.linking.miskeyed import miskeyed
from according.linking.remembered import is_there, lost_pages, made_addresses
from according.linking.renames import Renames, entity_names
from according.linking.slugs import slug
from according.linking.spoken import Spoken
from according.linking.touched import touched
from according.linking.ways import NOWHERE, find_ways
from according.memo import FORGETFUL, Memo
from according.model import Actor, Deed, Effect, Linked, Place, SourceKind, Unheeded
from according.overrides import EntityOverride, Overrides, SourceOverride

_COMING = frozenset({"merge", "rename", "take", "unite"})
_Beside = tuple[str, tuple[str, Effect]]  # a page that an entry is not about: the page of what it is, what it did there


def note_effects(
    machine: Machine,
    linked: Linked,
    overrides: Overrides,
    memo: Memo = FORGETFUL,
    needed: Callable[[str, str], bool] = lambda _sort, _name: False,
) -> Linked:
    """The corrected corpus with the pages that moved, and with what each correction did.

    ``needed`` is asked of entries that say only what the machine finds, by what they are about and by their names.
    """
    hidden = frozenset(page(entity) for of in (linked.places, linked.actors) for entity in of.values() if entity.hidden)
    ways = find_ways(machine, linked, hidden, memo)
    went = ways.went()
    moved = {**linked.moved, **dict(sorted((old, new) for old, new in went.items() if new != old))}
    once = _once_called(machine, linked, overrides)
    lost = lost_pages(machine, linked)
    moved = lead_on(machine, linked, ways, {**once, **moved}, overrides, lost)
    linked = replace(linked, moved=moved)
    deeds = Deeds(machine, linked, ways, memo)
    beneath = Deeds(machine, linked, find_ways(machine, linked, memo=memo, what="all ways"), memo) if hidden else deeds
    spoken = Spoken(overrides, linked)
    effects = _Effects(machine, linked, went, (deeds, beneath), needed)
    idle = (*covered(overrides.places, ways), *spoken.overlooked())
    told = tuple(effects.of(overrides, spoken, {(one.file, one.key) for one in idle}, once))
    by_page, beside = _by_page(told, lambda p: p if deeds.now(p) else moved.get(p, p))
    emptied, left = Emptied(machine, lost, ways, moved, by_page).pages()
    return replace(
        linked,
        applied=frozenset((one.file, one.effect.key) for one in told if one.effect.deeds),
        met=linked.applied,
        titles=frozenset(shown["name"] for p, shown in machine.facts.items() if p.startswith("places/")),
        made=made_addresses(machine, linked, ways),
        alone=found_alone(linked, machine, went),
        unheeded=(*linked.unheeded, *idle, *_in_vain(machine, linked, overrides, memo)),
        emptied=emptied,
        left=left,
        lost=lost_spellings(machine, lost),
        away=lines_away(machine, linked, ways),
        effects=told_by_one(emptied, by_page, machine),
        touched={p: tuple(found) for p, found in sorted(beside.items())},
    )


def _by_page(
    told: Iterable[_Told], now: Callable[[str], str]
) -> tuple[dict[str, list[Effect]], dict[str, list[tuple[str, Effect]]]]:
    """By page, the entries that concern it, and those about others that did something there; ``now`` moves pages."""
    by_page, beside = defaultdict[str, list[Effect]](list), defaultdict[str, list[tuple[str, Effect]]](list)
    for one in told:
        for concerned in dict.fromkeys(map(now, one.pages)):
            by_page[concerned].append(one.effect)
        for other, did in one.beside:
            beside[other].append(did)
    return by_page, beside


def _in_vain(machine: Machine, linked: Linked, overrides: Overrides, memo: Memo) -> Iterator[Unheeded]:
    """What entries say in vain or oddly, as it shows beside what the machine alone makes of the corpus."""
    yield from doubled(overrides, machine, linked)
    yield from miskeyed(overrides, machine)
    yield from holders_taken(overrides, machine, memo)


def _once_called(machine: Machine, linked: Linked, overrides: Overrides) -> dict[str, str]:
    """Addresses under other names that people give an entity, where an earlier correction may have put its page."""
    found: dict[str, str] = {}
    named: tuple[tuple[Mapping[str, EntityOverride], Mapping[str, Place | Actor]], ...] = (
        (overrides.places, linked.places),
        (overrides.actors, linked.actors),
    )
    for rules, entities in named:
        by_name = {entity.name: entity for _, entity in sorted(entities.items(), reverse=True)}
        for name, entity in sorted((n, by_name[n]) for n in rules if n in by_name):
            old = {slug(form.text) for form in rules[name].forms if not form.articles} - {entity.id}
            # Of whom people say that it is no source, the page that it had as one is told to be gone.
            speaking = [f"sources/{o}" for o in sorted(old) if f"sources/{o}" in machine.facts]
            speaking = [f"sources/{entity.id}"] if entity.id in linked.sources else speaking
            found |= {f"{to.partition('/')[0]}/{o}": to for o in sorted(old) for to in (page(entity), *speaking[:1])}
    return {old: new for old, new in found.items() if old != new and not is_there(old, linked)}


def applies(overrides: Overrides) -> bool:
    """Whether anything is said of places, actors or sources."""
    said: tuple[Mapping[str, Any], ...] = (overrides.places, overrides.actors, overrides.sources)
    return any(said)


class _Told(NamedTuple):
    """What an entry did, and the pages that it concerns."""

    file: str
    effect: Effect
    pages: Sequence[str]
    beside: Sequence[_Beside]


class _Effects:
    """Which corrections changed something, and what."""

    def __init__(
        self,
        machine: Machine,
        linked: Linked,
        went: Mapping[str, str],
        deeds: tuple[Deeds, Deeds],
        needed: Callable[[str, str], bool],
    ) -> None:
        """``deeds`` tell of what is shown, and of all as if nothing were hidden."""
        self._machine, self._linked, self._needed = machine, linked, needed
        self._deeds, self._beneath = deeds
        self._came: dict[str, str] = {}  # by page, the first of those that went there
        for old, new in went.items():
            self._came[new] = min(old, self._came.get(new, old))
        self._went, self._moved = went.keys(), {**linked.moved, **went}
        self._asked, self._still = _by_about(machine.asked), _by_about(asked(linked))
        self._written = set(machine.written)
        self._named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)  # by kind and folded name, the pages
        for own, shown in machine.facts.items():
            self._named[own.partition("/")[0], fold(shown["name"])].append(own)

    def of(
        self, overrides: Overrides, spoken: Spoken, vain: Collection[tuple[str, str]], once: Mapping[str, str]
    ) -> Iterator[_Told]:
        """Every entry about places, actors and sources; ``spoken`` finds the sources.

        ``vain`` are those that do only what others do, by file and name; ``once`` are addresses under other names.
        """
        linked, renamed = self._linked, entity_names(overrides)
        files: tuple[tuple[str, Mapping[str, Rule], Mapping[str, Entity]], ...] = (
            ("places.yaml", overrides.places, linked.places),
            ("actors.yaml", overrides.actors, linked.actors),
            ("sources.yaml", overrides.sources, linked.sources),
        )
        for file, rules, now in files:
            named: defaultdict[str, list[Entity]] = defaultdict(list)
            for _, entity in sorted((id_, e) for id_, e in now.items() if e.name in rules):
                named[entity.name].append(entity)
            for name, rule in rules.items():
                found = named.get(name) or named.get(renamed.get(fold(name), ""), [])
                if file == "sources.yaml":
                    found = [*spoken.of(name)]
                idle = (file, name) in vain
                deeds, pages = ((), ()) if idle else self._done(rule, found)
                if isinstance(rule, SourceOverride):
                    deeds = self._of_source_alone(deeds, found, renamed)
                if found and not (deeds or idle or rule.ignore) and self._needed(file.removesuffix(".yaml"), name):
                    deeds = self._deeds.of(rule, found) or (Deed("keep"),)
                deeds = (*deeds, *self._leading(rule, found, once))
                effect = Effect(rule.file, rule.line, name, deeds)
                yield _Told(file, effect, pages or (NOWHERE,), tuple(self._beside(rule, found, effect)))

    def _beside(self, rule: Rule, entities: Sequence[Entity], effect: Effect) -> Iterator[_Beside]:
        """The pages that an entry is not about, each with what it did there."""
        if entities and not (rule.ignore or rule.hide):
            for other, some in touched(self._deeds, rule, entities, effect.deeds):
                yield other, (page(entities[0]), replace(effect, deeds=some))

    def _leading(self, rule: Rule, entities: Sequence[Entity], once: Mapping[str, str]) -> Iterator[Deed]:
        """The former names that no article writes, but addresses of which lead to what has them."""
        pages = [page(entity) for entity in entities if not entity.hidden]
        for name in rule.former if isinstance(rule, EntityOverride) else ():
            leads = any(once.get(f"{to.partition('/')[0]}/{slug(name)}") == to for to in pages)
            if leads and fold(name) not in self._written:
                yield Deed("lead", name)

    def _done(self, rule: Rule, entities: Sequence[Entity]) -> tuple[tuple[Deed, ...], Sequence[str]]:
        if rule.ignore or rule.hide:
            deeds, pages = self._taken_away(rule, entities)
            more = self._beneath.of(rule, entities) if deeds and rule.hide and entities else ()
            return (*deeds, *more), pages
        if not self._is_effective(rule, entities):
            return (), [page(e) for e in entities]
        answered = (Deed("answer", question) for e in entities for question in self._answered(rule, e))
        return self._deeds.of(rule, entities) or tuple(answered) or (Deed("answer"),), [page(e) for e in entities]

    def _taken_away(self, rule: Rule, entities: Sequence[Entity]) -> tuple[tuple[Deed, ...], Sequence[str]]:
        named = not isinstance(rule, SourceOverride) and rule.meant.page is not None
        own = f"sources/{rule.name}" in self._machine.facts or any(self._deeds.spoken(rule))
        # A source that is hidden is there, by whatever name; what was called otherwise leads to it.
        hidden = entities if isinstance(rule, SourceOverride) and rule.hide else ()
        stay = [other for e in hidden if (other := self._other_page(e.id))]
        silent = [*map(page, hidden), *stay]
        unnamed = rule.hide and entities  # where an event is said to have been: people alone speak of it
        if not (named or own or silent or unnamed or any(fold(form) in self._written for form in _forms(rule))):
            return (), ()
        deeds, pages = self._deeds.taken_away(rule, hidden=rule.hide)
        deeds = tuple(replace(d, what="unlist") for d in deeds) if stay else deeds
        nothing = isinstance(rule, SourceOverride) and not (pages or silent)  # who publishes articles stays
        # What is hidden may have had a page by what people said before, or an address that led to another one.
        own_address = map(page, entities) if rule.hide and deeds else ()
        return ((), ()) if nothing else (deeds, tuple(dict.fromkeys((*pages, *silent, *own_address))))

    def _other_page(self, source: str) -> str | None:
        """The page that a source has as an actor or a place, which no line about sources takes away."""
        told = self._linked.sources[source]
        pages = (f"actors/{told.actor}" if told.actor else "", f"actors/{source}", f"places/{source}")
        return next((p for p in pages if p and self._deeds.now(p)), None)

    def _is_effective(self, rule: Rule, entities: Sequence[Entity]) -> bool:
        if not entities:
            return False
        if isinstance(rule, SourceOverride):
            answered = any(map(self._may_be_copied, rule.never))
            if answered or (rule.aliases and any(self._deeds.takes_in(e) for e in entities)):
                return True
        return any(self._answered(rule, e) or self._differs(e) for e in entities)

    def _of_source_alone(self, deeds: Iterable[Deed], sources: Sequence[Entity], renamed: Renames) -> tuple[Deed, ...]:
        """What an entry about sources did, but for what came along with the name of the place or actor that speaks."""
        told = tuple(d for d in deeds if d.what != "apart" or self._may_be_copied(d.new))
        names = {fold(source.name) for source in sources}
        kept = [d for d in told if d.what not in _COMING or fold(renamed.get(fold(d.old), "")) not in names]
        along = len(kept) < len(told)  # its own page came, too
        return tuple(replace(d, what="merge") if along and d.what == "rename" else d for d in kept)

    def _may_be_copied(self, name: str) -> bool:
        """Whether it could be asked of what is called so if another repeats it: an outlet, by its name then or now."""
        now = (s for s in self._linked.sources.values() if s.kind is SourceKind.OUTLET)
        then = (self._machine.facts[own]["kind"] for own in self._named.get(("sources", fold(name)), ()))
        return SourceKind.OUTLET in then or any(fold(s.name) == fold(name) for s in now)

    def _differs(self, entity: Entity) -> bool:
        """Whether the machine alone would show something else."""
        before = self._machine.facts.get(self._old(entity))
        return before is None or self._beside_others(before) != facts(entity)

    def _beside_others(self, before: Facts) -> Facts:
        """What was shown, with the pages to which other corrections have moved what it names."""
        named = dict(before)
        if "in" in named:
            named["in"] = [self._id_now("places", id_) for id_ in named["in"]]
        if named.get("copies"):
            named["copies"] = self._id_now("sources", named["copies"])
        return named

    def _id_now(self, kind: str, id_: str) -> str:
        return self._moved.get(f"{kind}/{id_}", f"{kind}/{id_}").rpartition("/")[2]

    def _answered(self, rule: Rule, entity: Entity) -> Sequence[str]:
        """The questions that the machine alone would ask about it, or about it and another name that it is not."""
        old = self._old(entity)
        kind, name = old.partition("/")[0], self._machine.facts.get(old, {}).get("name", "")
        others = (p for form in rule.never for p in self._named[kind, fold(form)]) if name else ()
        of_both = (q for p in others for q in self._no_more_asked(p, self._id_now(*p.split("/"))) if name in q)
        return [*self._no_more_asked(old, entity.id), *of_both]

    def _no_more_asked(self, old: str, id_: str) -> Sequence[str]:
        """The questions about a page of the machine's that is one with another id now, if fewer are left."""
        before, still = self._asked.get(old.rpartition("/")[2], ()), self._still.get(id_, ())
        return [question for question in before if question not in still] if len(before) > len(still) else ()

    def _old(self, entity: Entity) -> str:
        """The page that it has come from; who only stands between others came from nowhere."""
        own = page(entity)
        return self._came.get(own, "" if own in self._went else own)


def _by_about(questions: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for about, question in questions:
        found[about].append(question)
    return dict(found)


def _forms(rule: Rule) -> Sequence[str]:
    return [rule.name] if isinstance(rule, SourceOverride) else [f.text for f in rule.forms]
