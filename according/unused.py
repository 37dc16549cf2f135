"""Overrides that did nothing, whole or in part, each with the closest names that do occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from according.errors import Level, Problem
from according.linking.forms import fold
from according.linking.gazetteer import Gazetteer
from according.model import EventSet, Linked
from according.overrides import EntityOverride, EventOverride, Overrides, SourceOverride

CLOSE = 70  # rapidfuzz WRatio from which two names are worth showing side by side
SHOWN = 3
Rule = EntityOverride | SourceOverride | EventOverride
Vain = tuple[tuple[str | int, ...], str, str]  # where in the entry, what leads nowhere, what to do


def unused_overrides(
    overrides: Overrides, linked: Linked, events: EventSet, gazetteer: Gazetteer
) -> tuple[Problem, ...]:
    """A warning for every override that matched nothing or changed nothing, and for every part that leads nowhere."""
    corpus = _Names(linked, events, gazetteer)
    return tuple(problem for file, key, rule in _rules(overrides) for problem in corpus.problems(file, key, rule))


def _rules(overrides: Overrides) -> Iterator[tuple[str, str, Rule]]:
    for file, rules in (
        ("places.yaml", overrides.places),
        ("actors.yaml", overrides.actors),
        ("sources.yaml", overrides.sources),
        ("events.yaml", overrides.events),
    ):
        for key, rule in rules.items():
            yield file, key, rule


class _Names:
    """What occurs in the corpus, by the file whose keys may speak of it."""

    def __init__(self, linked: Linked, events: EventSet, gazetteer: Gazetteer) -> None:
        self._applied = linked.applied | events.applied
        self._met = linked.met | {("events.yaml", key) for key in events.events}
        self._linked, self._gazetteer = linked, gazetteer
        forms = {f.text for p in linked.places.values() for f in p.forms}
        forms |= {f.text for a in linked.actors.values() for f in a.forms}
        forms |= {m.text for ms in (*linked.mentions.values(), *linked.title_mentions.values()) for m in ms}
        sources = {s.name for s in linked.sources.values()}
        self._forms = {fold(f) for f in forms}
        self._names = {
            "places.yaml": sorted(forms),
            "actors.yaml": sorted(forms),
            "sources.yaml": sorted(sources),
            "events.yaml": sorted(events.events),
        }
        self._places = {fold(n) for p in linked.places.values() for n in (p.name, *(f.text for f in p.forms))}
        self._parts = {*events.events, *linked.articles, *(old.removeprefix("events/") for old in events.moved)}
        self._parts |= {c.id for claims in linked.claims.values() for c in claims}

    def problems(self, file: str, key: str, rule: Rule) -> Iterator[Problem]:
        """Everything that one entry says in vain."""
        if (file, key) in self._applied:
            yield from self._in_part(file, rule)
        elif (file, key) in self._met:
            message = f'"{key}" says only what the program finds by itself.'
            yield Problem(rule.file, rule.line, message, "Remove it.", Level.WARNING)
        else:
            remedy = _near(key, self._names[file]) or "Nothing like it occurs; remove it or check its spelling."
            yield Problem(rule.file, rule.line, f'"{key}" matched nothing in the articles.', remedy, Level.WARNING)

    def _in_part(self, file: str, rule: Rule) -> Iterator[Problem]:
        if isinstance(rule, EventOverride):
            found = self._of_event(rule)
        elif isinstance(rule, EntityOverride):
            found = self._of_entity(file, rule)
        else:
            found = self._of_source(rule)
        for where, message, remedy in found:
            line, column = rule.marks.get(where, (rule.line, 0))
            what_to_do = remedy or "Check its spelling, or remove it."
            yield Problem(rule.file, line, message, what_to_do, Level.WARNING, column)

    def _of_entity(self, file: str, rule: EntityOverride) -> Iterator[Vain]:
        for i, alias in enumerate(() if rule.ignore else rule.aliases):
            if fold(alias.text) not in self._forms:
                message = f'The form "{alias.text}" occurs in no article.'
                yield ("aliases", i), message, _near(alias.text, self._names[file])
        if rule.geonames and not rule.at and self._gazetteer.get(rule.geonames) is None:
            message = f"No place with the GeoNames id {rule.geonames} is known here."
            yield ("geonames",), message, "Check the id, or say where it is: at: [latitude, longitude]."
        if rule.parent and not self._is_place(rule.parent):
            yield ("in",), *self._no_place(rule.parent)

    def _of_source(self, rule: SourceOverride) -> Iterator[Vain]:
        names = self._names["sources.yaml"]
        if rule.copies and fold(rule.copies) not in map(fold, names):
            yield ("copies",), f'No source is called "{rule.copies}".', _near(rule.copies, names)

    def _of_event(self, rule: EventOverride) -> Iterator[Vain]:
        if rule.place and not self._is_place(rule.place):
            yield ("place",), *self._no_place(rule.place)
        for key, parts in (("includes", rule.includes), ("without", rule.without), ("not", rule.never)):
            for i, part in enumerate(parts):
                if part not in self._parts:
                    yield (key, i), f'Nothing has the id "{part}".', _near(part, sorted(self._parts))

    def _no_place(self, name: str) -> tuple[str, str]:
        return f'No place is called "{name}".', _near(name, self._names["places.yaml"])

    def _is_place(self, name: str) -> bool:
        """Whether a place has this id, name or form, in the corpus or in the gazetteer."""
        return name in self._linked.places or fold(name) in self._places or bool(self._gazetteer.lookup(name))


def _near(name: str, known: Iterable[str]) -> str:
    """The closest of some names, as a remedy."""
    near = [n for n, score, _ in process.extract(name, list(known), scorer=fuzz.WRatio, limit=SHOWN) if score >= CLOSE]
    return f"Close to it: {', '.join(near)}." if near else ""
