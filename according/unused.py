"""Overrides that did nothing, whole or in part, each with the closest names that do occur."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from rapidfuzz import fuzz, process

from according.astray import Astray
from according.errors import Level, Problem
from according.events.correcting import find_place
from according.linking.forms import fold
from according.linking.gazetteer import Gazetteer, How
from according.linking.renames import place_names, source_names
from according.linking.source_rules import SEPARATOR
from according.model import EventSet, Linked, Unheeded
from according.overrides import AliasRule, EntityOverride, EventOverride, Overrides, SourceOverride
from according.unheeded import told

CLOSE = 70  # rapidfuzz WRatio from which two names are worth showing side by side
SHOWN = 3
_TWINS = {"places.yaml": ("actors.yaml",), "actors.yaml": ("places.yaml",)}  # where one name may stand in two files
KINDS_OF_PART = {"includes": "event, article or claim", "without": "article or claim", "not": "event"}
# Why a part of what is said of an event does nothing: what is wrong, what to do.
IDLE = {
    "all": ('Nothing of the event would be left without "{}".', "Write hide: true, if it shall have no page."),
    "absent": ('"{}" tells nothing of this event.', "Remove it from the list."),
    "there": ('"{}" tells of no other event.', "Remove it from the list."),
    "silent": ('"{}" tells of no event.', "Remove it from the list."),
    "left out": ('"{}" is what this event leaves out.', 'Remove it from "includes", or what it holds from "without".'),
}
Rule = EntityOverride | SourceOverride | EventOverride
Where = tuple[str | int, ...]  # the way to a value in its entry
Vain = tuple[Where, str, str]  # where in the entry, what leads nowhere, what to do


def unused_overrides(
    overrides: Overrides, linked: Linked, events: EventSet, gazetteer: Gazetteer
) -> tuple[Problem, ...]:
    """A warning for every override that matched nothing or changed nothing, and for every part that leads nowhere."""
    corpus = _Names(overrides, linked, events, gazetteer)
    return tuple(
        problem
        for file, rules in _by_file(overrides)
        for key, rule in rules.items()
        for problem in corpus.problems(file, key, rule)
    )


def _by_file(overrides: Overrides) -> tuple[tuple[str, Mapping[str, Rule]], ...]:
    return (
        ("places.yaml", overrides.places),
        ("actors.yaml", overrides.actors),
        ("sources.yaml", overrides.sources),
        ("events.yaml", overrides.events),
    )


class _Names:
    """What occurs in the corpus, by the file whose keys may speak of it."""

    def __init__(self, overrides: Overrides, linked: Linked, events: EventSet, gazetteer: Gazetteer) -> None:
        self._applied = linked.applied | events.applied
        self._met = linked.met | {("events.yaml", key) for key in events.events}
        self._effective = {(f, fold(name)) for f, name in self._met | self._applied}
        self._linked, self._events, self._gazetteer = linked, events, gazetteer
        self._idle: dict[tuple[str, str, str], str] = {(v.event, v.key, v.part): v.why for v in events.vain}
        self._renamed, self._sources_now = place_names(overrides), source_names(overrides)

    # What follows is gone through when an entry asks for it, and most ask for little.

    @cached_property
    def _unheeded(self) -> Mapping[str, list[Unheeded]]:
        """By name of an entry, what it says in vain of what contains the place."""
        found: defaultdict[str, list[Unheeded]] = defaultdict(list)
        for one in self._linked.unheeded:
            found[one.key].append(one)
        return found

    @cached_property
    def _written(self) -> frozenset[str]:
        linked = self._linked
        forms = {f.text for named in (linked.places, linked.actors) for e in named.values() for f in e.forms}
        mentions = (*linked.mentions.values(), *linked.title_mentions.values())
        return frozenset(forms | {m.text for ms in mentions for m in ms})

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(map(fold, self._written))

    @cached_property
    def _heard(self) -> frozenset[str]:
        return frozenset(fold(source.name) for source in self._linked.sources.values())

    @cached_property
    def _copied(self) -> frozenset[str]:
        """The names of sources, and those that they had before they were corrected."""
        renamed = (old for old, now in self._sources_now.items() if fold(now) in self._heard)
        return self._heard.union(renamed)

    @cached_property
    def _entities(self) -> frozenset[str]:
        names = {place.name for place in self._linked.places.values()}
        names |= {actor.name for actor in self._linked.actors.values()}
        return frozenset(map(fold, names | self._linked.titles))

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The titles of places' pages, as they are and as they would be without corrections."""
        return frozenset(place.name for place in self._linked.places.values()) | self._linked.titles

    @cached_property
    def _astray(self) -> Astray:
        return Astray(self._linked, self._gazetteer)

    @cached_property
    def _places(self) -> frozenset[str]:
        places = self._linked.places.values()
        return frozenset(fold(n) for p in places for n in (p.name, *(f.text for f in p.forms)))

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {fold(event.title): event.id for event in self._events.events.values()}

    @cached_property
    def _parts(self) -> Mapping[str, frozenset[str]]:
        """By key of an event: the ids that may stand there, of events, of articles and of claims."""
        events = frozenset((*self._events.events, *(old.removeprefix("events/") for old in self._events.moved)))
        claims = (c.id for claims in self._linked.claims.values() for c in claims)
        told = frozenset((*self._linked.articles, *claims))
        return {"includes": events | told, "without": told, "not": events}

    def _names(self, file: str) -> list[str]:
        """What an entry of a file may be called, in order."""
        if file == "sources.yaml":
            return sorted({s.name for s in self._linked.sources.values()})
        named = self._written | self._titled if file == "places.yaml" else self._written
        return sorted(self._events.events if file == "events.yaml" else named)

    def problems(self, file: str, key: str, rule: Rule) -> Iterator[Problem]:
        """Everything that one entry says in vain."""
        met = (file, key) in self._met
        parts = list(self._in_part(file, rule))
        yield from (problem for _, problem in parts)
        if (file, key) in self._applied or (met and parts) or any(where[0] == "aliases" for where, _ in parts):
            return
        if other := self._said_elsewhere(file, key):
            message = f'{other} speaks of "{key}" too, and that holds; what stands here does nothing.'
            yield Problem(rule.file, rule.line, message, "Keep it in one of the two files.", Level.WARNING)
        elif met:
            message = f'"{key}" says only what the program finds by itself.'
            yield Problem(rule.file, rule.line, message, "Remove it.", Level.WARNING)
        else:
            remedy = self._instead(file, key) or "Nothing like it occurs; remove it or check its spelling."
            yield Problem(rule.file, rule.line, f'"{key}" matched nothing in the articles.', remedy, Level.WARNING)

    def _instead_of_form(self, file: str, form: str) -> str:
        if fold(form) in self._heard | self._linked.claimed:
            return "Say whose words these are in sources.yaml: the same name, and below it this alias."
        return _near(form, self._names(file))

    def _said_elsewhere(self, file: str, key: str) -> str | None:
        """The other file that speaks of a name of which this one speaks in vain, if it matched."""
        return next((f for f in _TWINS.get(file, ()) if (f, fold(key)) in self._effective), None)

    def _instead(self, file: str, key: str) -> str:
        """What was meant by a key that matched nothing: an event's title, or a name like it."""
        if file == "sources.yaml" and fold(key) in self._forms:
            return "The articles name it, but let it say nothing; places.yaml and actors.yaml tell what it is."
        if file == "events.yaml" and fold(key) in self._titles:
            return f"That is a title; the key is the event's id: {self._titles[fold(key)]}."
        if file == "events.yaml" and (event := self._events.moved.get(f"events/{key}")):
            return f"What it told is a part of {event.removeprefix('events/')}; write it there."
        return self._like(file, key)

    def _like(self, file: str, name: str) -> str:
        """The closest of what a file may speak of; an unnamed source of one article is called by its id."""
        return _near(name, self._linked.sources if SEPARATOR in name else self._names(file))

    def _in_part(self, file: str, rule: Rule) -> Iterator[tuple[Where, Problem]]:
        if isinstance(rule, EventOverride):
            found = self._of_event(rule)
        elif isinstance(rule, EntityOverride):
            found = self._of_entity(file, rule)
        else:
            found = self._of_source(rule)
        for where, message, remedy in found:
            line, column = rule.marks.get(where) or rule.marks.get(where[:1]) or (rule.line, 0)
            what_to_do = remedy or "Check its spelling, or remove it."
            yield where, Problem(rule.file, line, message, what_to_do, Level.WARNING, column)

    def _of_entity(self, file: str, rule: EntityOverride) -> Iterator[Vain]:
        for i, alias in enumerate(() if rule.ignore else rule.aliases):
            if fold(alias.text) not in self._forms and not (file == "places.yaml" and alias.text in self._titled):
                message = f'The form "{alias.text}" occurs in no article.'
                if fold(alias.text) in self._heard | self._linked.claimed:
                    message = f'"{alias.text}" is what a source without a name is called.'
                yield ("aliases", i), message, self._instead_of_form(file, alias.text)
            elif alias == AliasRule(rule.name):
                yield ("aliases", i), f'The form "{alias.text}" is the name itself.', "Remove it."
            yield from self._of_articles(i, alias, self._names_it)
        for i, other in enumerate(rule.never):
            if not (fold(other) in self._forms | self._entities or self._is_listed(other)):
                yield ("not", i), f'The name "{other}" occurs in no article.', _near(other, self._names(file))
        if rule.geonames and not rule.at and self._gazetteer.get(rule.geonames) is None:
            message = f"No place with the GeoNames id {rule.geonames} is known here."
            yield ("geonames",), message, "Check the id, or say where it is: at: [latitude, longitude]."
        yield from self._astray.of_place(rule)
        yield from self._of_other_names(file, rule)

    def _of_other_names(self, file: str, rule: EntityOverride) -> Iterator[Vain]:
        """Short forms and former names that nobody writes, and a parent that is none."""
        for where, form in _other_names(rule):
            if fold(form) not in self._forms:
                yield where, f'The form "{form}" occurs in no article.', _near(form, self._names(file))
        for one in self._unheeded.get(rule.name, ()) if file == "places.yaml" else ():
            near = "" if one.names else _near(rule.parent or "", self._names("places.yaml"))
            yield ("in",), *told(one, rule.parent or "", near)

    def _of_source(self, rule: SourceOverride) -> Iterator[Vain]:
        for i, alias in enumerate(rule.aliases):
            if not self._is_source(alias.text):
                yield ("aliases", i), f'No source is called "{alias.text}".', self._like("sources.yaml", alias.text)
            yield from self._of_articles(i, alias, self._writes)
        for i, other in enumerate(rule.never):
            if not self._is_source(other):
                yield ("not", i), f'No source is called "{other}".', _near(other, self._names("sources.yaml"))
        if rule.copies and fold(rule.copies) not in self._copied:
            near = _near(rule.copies, self._names("sources.yaml"))
            yield ("copies",), f'No source is called "{rule.copies}".', near

    def _of_articles(self, index: int, alias: AliasRule, has: Callable[[str, str], bool]) -> Iterator[Vain]:
        """An alias for articles that are not there, or that do not write it."""
        articles = [a for a in self._linked.articles if alias.articles and alias.holds_in(a)]
        for i, glob in enumerate(alias.articles):
            if not any(AliasRule("", (glob,)).holds_in(a) for a in self._linked.articles):
                message = f'No article has an id like "{glob}".'
                yield ("aliases", index, "articles", i), message, _near(glob, self._linked.articles)
        known = fold(alias.text) in self._forms | self._heard | self._linked.claimed
        if articles and known and not any(has(a, alias.text) for a in articles):
            message = f'The form "{alias.text}" occurs in none of these articles.'
            yield ("aliases", index), message, "Check the ids, or remove it."

    def _writes(self, article: str, form: str) -> bool:
        """Whether the words stand in the text, as what a source is called must."""
        return f" {fold(form)} " in f" {fold(self._linked.articles[article].text)} "

    def _names_it(self, article: str, form: str) -> bool:
        mentions = (*self._linked.mentions.get(article, ()), *self._linked.title_mentions.get(article, ()))
        return any(fold(m.text) == fold(form) for m in mentions)

    def _of_event(self, rule: EventOverride) -> Iterator[Vain]:
        if rule.place and find_place(rule.place, self._linked, self._renamed) is None:
            near = _near(rule.place, self._names("places.yaml"))
            yield ("place",), f'No place that the articles name is called "{rule.place}".', near
        for key, parts in (("includes", rule.includes), ("without", rule.without), ("not", rule.never)):
            for i, part in enumerate(parts):
                if reason := self._idle.get((rule.id, key, part)):
                    message, remedy = IDLE[reason]
                    yield (key, i), message.format(part), remedy
                elif part not in self._parts[key]:
                    message = f'No {KINDS_OF_PART[key]} has the id "{part}".'
                    yield (key, i), message, self._meant_by(part, key)

    def _meant_by(self, part: str, key: str) -> str:
        """What was meant by an id that nothing of its kind has."""
        titled = part if part in self._parts["not"] else self._titles.get(fold(part))
        if not titled:
            return _near(part, sorted(self._parts[key]))
        return (
            "That is an event; name articles or claims." if key == "without" else f"That is a title; its id: {titled}."
        )

    def _is_source(self, name: str) -> bool:
        """Whether something that may be heard has this name."""
        return any(fold(name) in known for known in (self._heard, self._linked.claimed, self._forms))

    def _is_listed(self, name: str) -> bool:
        """Whether a place has just this id or main name, perhaps with what it is in brackets; none that is like it."""
        hits = self._gazetteer.lookup(name.partition(" (")[0])
        return name in self._linked.places or any(hit.how is How.MAIN for hit in hits)

    def _is_place(self, name: str) -> bool:
        """Whether a place has this id, name or form, in the corpus or in the gazetteer."""
        known = name in self._linked.places or name in self._linked.titles or fold(name) in self._places
        return known or bool(self._gazetteer.lookup(name))


def _other_names(rule: EntityOverride) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The short form and the former names that an entry gives, and where they stand in it."""
    if rule.acronym:
        yield ("acronym",), rule.acronym
    stand = [path for key in ("formerly", "former") for path in sorted(p for p in rule.marks if p[:1] == (key,))]
    single = [path for path in stand if len(path) > 1 or sum(other[0] == path[0] for other in stand) == 1]
    for i, name in enumerate(rule.former):
        yield single[i] if i < len(single) else ("former",), name


def _near(name: str, known: Iterable[str]) -> str:
    """The closest of some names, as a remedy."""
    near = [n for n, score, _ in process.extract(name, list(known), scorer=fuzz.WRatio, limit=SHOWN) if score >= CLOSE]
    return f"Close to it: {', '.join(near)}." if near else ""
