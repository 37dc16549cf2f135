"""Overrides that did nothing, whole or in part, each with the closest names that do occur."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from according.astray import Astray
from according.errors import Level, Problem
from according.linking.entries import everywhere
from according.linking.forms import fold
from according.linking.gazetteer import Gazetteer
from according.linking.misfiled import MISFILED
from according.linking.slugs import slug
from according.model import Actor, EventSet, Linked, Place, Unheeded
from according.occurring import Occurring
from according.overrides import AliasRule, EntityOverride, EventOverride, Overrides, SourceOverride
from according.overrides.types import Lines, lines_at
from according.unheeded import WHOLE, Vain, Where, told
from according.unused_events import UnusedOfEvents
from according.unused_sources import UnusedOfSources

_TWINS = {"places.yaml": ("actors.yaml",), "actors.yaml": ("places.yaml",)}  # where one name may stand in two files
FORMER = ("formerly", "former")
Rule = EntityOverride | SourceOverride | EventOverride


def unused_overrides(
    overrides: Overrides, linked: Linked, events: EventSet, gazetteer: Gazetteer
) -> tuple[Problem, ...]:
    """A warning for every override that matched nothing or changed nothing, and for every part that leads nowhere."""
    judge = _Judge(overrides, linked, events, gazetteer)
    return tuple(
        problem
        for file, rules in _by_file(overrides)
        for key, rule in rules.items()
        for problem in judge.problems(file, key, rule)
    )


def _by_file(overrides: Overrides) -> tuple[tuple[str, Mapping[str, Rule]], ...]:
    return (
        ("places.yaml", overrides.places),
        ("actors.yaml", overrides.actors),
        ("sources.yaml", overrides.sources),
        ("events.yaml", overrides.events),
    )


class _Judge:
    """Tells what entries say in vain."""

    def __init__(self, overrides: Overrides, linked: Linked, events: EventSet, gazetteer: Gazetteer) -> None:
        self._applied = linked.applied | events.applied
        self._met = linked.met | {("events.yaml", key) for key in events.events}
        self._effective = {(f, fold(name)): (f, name) for f, name in sorted(self._met | self._applied)}
        self._linked, self._events, self._gazetteer = linked, events, gazetteer
        self._there = Occurring(linked, events)
        self._of_events = UnusedOfEvents(overrides, linked, events, self._there)
        self._of_sources = UnusedOfSources(overrides, linked, events, self._there)

    @cached_property
    def _unheeded(self) -> Mapping[tuple[str, str], list[Unheeded]]:
        """By file and name of an entry, what it says in vain for another reason than that nothing is called so."""
        found: defaultdict[tuple[str, str], list[Unheeded]] = defaultdict(list)
        for one in self._linked.unheeded:
            found[one.file, one.key].append(one)
        return found

    @cached_property
    def _came(self) -> defaultdict[tuple[str, str], set[str]]:
        """By file and name of an entry, the folded names of the pages that it took something from."""
        found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for effect in (effect for effects in self._linked.effects.values() for effect in effects):
            found[effect.file, effect.key] |= {fold(deed.old) for deed in effect.deeds if deed.count and deed.old}
        return found

    @cached_property
    def _astray(self) -> Astray:
        return Astray(self._linked, self._gazetteer)

    def problems(self, file: str, key: str, rule: Rule) -> Iterator[Problem]:
        """Everything that one entry says in vain."""
        met = (file, key) in self._met
        parts = list(self._in_part(file, rule))
        yield from (problem for _, problem in parts)
        settled = any(where[:1] in ((), ("aliases",)) for where, _ in parts)  # all that there is to say
        if (file, key) in self._applied or (met and parts) or settled:
            return
        if not met and (other := self._said_elsewhere(file, key)):
            message = f'{other[0]} speaks of "{other[1]}" too, and that holds; what stands here does nothing.'
            yield _warning(rule, (), message, "Keep it in one of the two files.")
        elif met and isinstance(rule, SourceOverride) and rule.ignore:  # all others could have been taken away
            message = f'"{key}" publishes articles, and who does stays.'
            yield _warning(rule, (), message, 'Remove it, or correct "outlet" in the articles.')
        elif met:
            message = f'"{key}" says only what the program finds by itself.'
            yield _warning(rule, (), message, self._instead_of_all(file, rule))
        elif file in _TWINS and fold(key) not in self._there.heard and self._there.stands(key):
            message = f'The articles have the words "{key}", but not as a name.'
            remedy = "They need no line; remove it." if isinstance(rule, EntityOverride) and rule.ignore else ""
            yield _warning(rule, (), message, remedy or self._there.like(file, key))
        else:
            remedy = self._instead(file, key) or "Nothing like it occurs; remove it or check its spelling."
            yield _warning(rule, (), f'"{key}" matched nothing in the articles.', remedy)

    def _instead_of_all(self, file: str, rule: Rule) -> str:
        """What to do with an entry that does nothing: it may have been meant for a namesake of the other sort."""
        forms = rule.forms if isinstance(rule, EntityOverride) and not rule.ignore else ()
        shared = next((n for n in (self._other_of(file, f.text) for f in forms if not f.articles) if n), None)
        if shared is None:
            return "Remove it."
        other = "actor" if file == "places.yaml" else "place"
        return f'Remove it, or if the {other} "{shared}" is no other one: {everywhere(shared)}.'

    def _other_of(self, file: str, name: str) -> str | None:
        """What is called so of the sort that a file is not about, if anything."""
        return self._there.namesake(name, "actor" if file == "places.yaml" else "place")

    def _instead_of_form(self, file: str, form: str, lines: tuple[str, ...]) -> str:
        if fold(form) in self._there.heard | self._linked.claimed:
            return "Say whose words these are in sources.yaml: the same name, and below it this alias."
        return self._there.instead(file, form, lines)

    def _said_elsewhere(self, file: str, key: str) -> tuple[str, str] | None:
        """The other file that speaks of a name that is nothing here, if it matched, and the name of its entry."""
        found = (self._effective.get((twin, fold(key))) for twin in _TWINS.get(file, ()))
        return next(filter(None, found), None)

    def _instead(self, file: str, key: str) -> str:
        """What was meant by a key that matched nothing: an event's title, or a name like it."""
        if file in _TWINS and fold(key) in self._there.heard - self._there.forms:
            return "That is what a source without a name is called; sources.yaml tells whose words these are."
        if file == "sources.yaml" and fold(key) in self._there.forms:
            return "The articles name it, but let it say nothing; places.yaml and actors.yaml tell what it is."
        if file == "events.yaml" and fold(key) in self._there.titles:
            return f"That is a title; the key is the event's id: {self._there.titles[fold(key)]}."
        if file == "events.yaml" and (event := self._events.moved.get(f"events/{key}")):
            now = event.removeprefix("events/")
            return f'Its address leads to {now}: write there what is true of all of it, or part it again ("without").'
        if file == "events.yaml" and (told := self._events.of_article.get(key)):
            return f"That is an article; the key is the id of an event, such as it tells of: {', '.join(told)}."
        return self._there.at_address(key) or self._there.like(file, key)

    def _in_part(self, file: str, rule: Rule) -> Iterator[tuple[Where, Problem]]:
        if isinstance(rule, EventOverride):
            found = self._of_events.said_in_vain(rule)
        elif isinstance(rule, EntityOverride):
            found = self._of_entity(file, rule)
        else:
            found = self._of_source(rule)
        for where, message, remedy in found:
            yield where, _warning(rule, where, message, remedy or "Check its spelling, or remove it.")

    def _of_entity(self, file: str, rule: EntityOverride) -> Iterator[Vain]:
        unheeded = self._unheeded.get((file, rule.name), ())
        astray = [one for one in unheeded if one.why in MISFILED]  # what it says of anything is not obeyed
        yield from (((), *told(one, "", "")) for one in astray) if astray else self._of_obeyed(file, rule)

    def _of_obeyed(self, file: str, rule: EntityOverride) -> Iterator[Vain]:
        for i, alias in enumerate(() if rule.ignore else rule.aliases):
            known = fold(alias.text) in self._there.forms | self._came[rule.file, rule.name]
            if not known and not (file == "places.yaml" and alias.text in self._there.titled):
                message = f'The form "{alias.text}" occurs in no article.'
                if fold(alias.text) in self._there.heard | self._linked.claimed:
                    message = f'"{alias.text}" is what a source without a name is called.'
                elif self._there.stands(alias.text):
                    message = f'The articles have the words "{alias.text}", but not as a name.'
                lines = lines_at(rule.broken, ("aliases", i))
                yield ("aliases", i), message, self._instead_of_form(file, alias.text, lines)
            elif alias == AliasRule(rule.name) and not self._other_of(file, rule.name):
                yield ("aliases", i), f'The form "{alias.text}" is the name itself.', "Remove it."
            yield from self._of_articles(i, alias, rule.broken, self._there.names_it)
        for i, other in enumerate(rule.never):
            if fold(other) not in self._there.forms | self._there.entities:
                yield ("not", i), *self._there.not_named(file, other, lines_at(rule.broken, ("not", i)))
        if rule.geonames and not rule.at and self._gazetteer.get(rule.geonames) is None:
            message = f"The list of places here lacks the GeoNames id {rule.geonames}: the page links to it, no more."
            yield ("geonames",), message, "Check the id, or say where it is: at: [latitude, longitude]."
        yield from self._astray.of_place(rule)
        yield from self._of_other_names(file, rule)

    def _of_other_names(self, file: str, rule: EntityOverride) -> Iterator[Vain]:
        """Short forms and former names that nobody writes, and a parent that is none."""
        for where, form in _other_names(rule):
            if fold(form) not in self._there.forms and not (where[0] in FORMER and self._leads_on(file, form, rule)):
                instead = self._there.instead(file, form, lines_at(rule.broken, where))
                yield where, f'The form "{form}" occurs in no article.', instead
        for one in self._unheeded.get((file, rule.name), ()):
            close = "" if one.names else self._there.instead_of_place(rule.parent or "")
            at: Where = () if one.why in WHOLE else ("in",)
            if one.why == "holder":
                at = ("aliases", next(i for i, alias in enumerate(rule.aliases) if alias.text == one.names[0]))
            yield at, *told(one, rule.parent or "", close)

    def _leads_on(self, file: str, former: str, rule: EntityOverride) -> bool:
        """Whether an address under a name that nobody writes leads to what had it before."""
        sort = file.removesuffix(".yaml")
        page = self._linked.moved.get(f"{sort}/{slug(former)}", "")
        here: Mapping[str, Place | Actor] = self._linked.places if sort == "places" else self._linked.actors
        entity = here.get(page.rpartition("/")[2])
        return entity is not None and entity.name == rule.name and not entity.hidden

    def _of_source(self, rule: SourceOverride) -> Iterator[Vain]:
        for one in self._unheeded.get(("sources.yaml", rule.name), ()):
            yield (), *told(one, "", "")
        for i, alias in enumerate(rule.aliases):
            yield from self._of_articles(i, alias, rule.broken, self._there.writes)
        yield from self._of_sources.said_in_vain(rule, self._came[rule.file, rule.name])

    def _of_articles(
        self, index: int, alias: AliasRule, broken: Lines, has: Callable[[str, str], bool]
    ) -> Iterator[Vain]:
        """An alias for articles that are not there, or that do not write it."""
        articles = [a for a in self._linked.articles if alias.articles and alias.holds_in(a)]
        for i, glob in enumerate(alias.articles):
            if not any(AliasRule("", (glob,)).holds_in(a) for a in self._linked.articles):
                message = f'No article has an id like "{glob}".'
                where = ("aliases", index, "articles", i)
                yield where, message, self._there.instead_of_article(glob, lines_at(broken, where))
        known = fold(alias.text) in self._there.forms | self._there.heard | self._linked.claimed
        if articles and known and not any(has(a, alias.text) for a in articles):
            message = f'The form "{alias.text}" occurs in none of these articles.'
            yield ("aliases", index), message, "Check the ids, or remove it."


def _warning(rule: Rule, where: Where, message: str, remedy: str) -> Problem:
    """What is said in vain, at its value or else at the name of the entry."""
    marks = (rule.marks.get(path) for path in (where, where[:1], ()))
    line, column = next(filter(None, marks), (rule.line, 0))
    return Problem(rule.file, line, message, remedy, Level.WARNING, column)


def _other_names(rule: EntityOverride) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The short form and the former names that an entry gives, and where they stand in it."""
    if rule.acronym:
        yield ("acronym",), rule.acronym
    stand = [path for key in FORMER for path in sorted(p for p in rule.marks if p[:1] == (key,))]
    single = [path for path in stand if len(path) > 1 or sum(other[0] == path[0] for other in stand) == 1]
    for i, name in enumerate(rule.former):
        yield single[i] if i < len(single) else ("former",), name
