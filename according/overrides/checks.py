"""What no single entry shows: forms claimed twice, merges that are also forbidden, circles, events in two events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from according.errors import Problem
from according.overrides.syntax import ActorEntry, EventEntry, PlaceEntry, SourceEntry
from according.yamlfile import Document, KeyPath

Entity = PlaceEntry | ActorEntry
Named = PlaceEntry | ActorEntry | SourceEntry


def check_places(document: Document, entries: Mapping[str, PlaceEntry], ignored: Iterable[str]) -> Iterator[Problem]:
    """What is wrong between the entries of ``places.yaml``."""
    yield from _entities(document, entries, ignored)
    ids = {name: str(entry.geonames) for name, entry in entries.items() if entry.geonames}
    yield from _ids(document, "geonames", ids)
    yield from _circles(document, "in", {n: e.parent for n, e in entries.items() if e.parent})


def check_actors(document: Document, entries: Mapping[str, ActorEntry], ignored: Iterable[str]) -> Iterator[Problem]:
    """What is wrong between the entries of ``actors.yaml``."""
    yield from _entities(document, entries, ignored)


def check_sources(document: Document, entries: Mapping[str, SourceEntry], ignored: Iterable[str]) -> Iterator[Problem]:
    """What is wrong between the entries of ``sources.yaml``."""
    yield from _forms(document, {n: tuple(_aliases(e)) for n, e in entries.items()}, ignored)
    yield from _contradictions(document, entries)
    yield from _circles(document, "copies", {n: e.copies for n, e in entries.items() if e.copies})


def check_events(document: Document, entries: Mapping[str, EventEntry], ignored: Iterable[str]) -> Iterator[Problem]:
    """What is wrong between the entries of ``events.yaml``."""
    for name in ignored:
        remedy = f"Write {name}: {{hide: true}}."
        yield document.problem((name,), "An event cannot be ignored, only hidden.", remedy)
    owners: dict[str, str] = {}
    for name, entry in entries.items():
        if entry.date and entry.date.end < entry.date.start:
            yield document.problem((name, "date"), "The event ends before it starts.", "Swap the two days.")
        for i, other in enumerate(entry.includes):
            owner = owners.setdefault(other, name)
            if reason := _not_included(name, other, entry, owner, entries):
                yield document.problem((name, "includes", i), *reason)
    yield from _circles(document, "includes", {o: n for o, n in owners.items() if o in entries and o != n})


def _not_included(
    name: str, other: str, entry: EventEntry, owner: str, entries: Mapping[str, EventEntry]
) -> tuple[str, str] | None:
    if other == name:
        return "An event cannot include itself.", "Remove it from the list."
    if owner != name:
        return f'"{other}" is already included in "{owner}".', "Keep it in one of them."
    if other in entry.never:
        return f'"{other}" is both included and in "not".', 'Remove it from "includes" or from "not".'
    if other in entry.without:
        return f'"{other}" is both included and left out.', 'Remove it from "includes" or from "without".'
    if other in entries:
        remedy = f'Move what it says to "{name}" and remove it.'
        return f'"{other}" becomes a part of "{name}", but has an entry of its own.', remedy
    return None


def _entities(document: Document, entries: Mapping[str, Entity], ignored: Iterable[str]) -> Iterator[Problem]:
    forms = {name: (*_aliases(entry), *_other_names(entry)) for name, entry in entries.items()}
    yield from _forms(document, forms, ignored)
    yield from _contradictions(document, entries)
    yield from _ids(document, "wikidata", {n: e.wikidata for n, e in entries.items() if e.wikidata})


FormAt = tuple[str, frozenset[str], KeyPath]  # the form, the articles in which alone it holds, where in the entry


def _aliases(entry: Named) -> Iterator[FormAt]:
    for i, alias in enumerate(entry.aliases):
        yield alias.text, frozenset(alias.articles), ("aliases", i)


def _other_names(entry: Entity) -> Iterator[FormAt]:
    if entry.acronym:
        yield entry.acronym, frozenset(), ("acronym",)
    for key, names in (("formerly", entry.formerly), ("former", entry.former)):
        for i, name in enumerate(names):
            yield name, frozenset(), (key, i)


def _forms(document: Document, forms: Mapping[str, Iterable[FormAt]], ignored: Iterable[str]) -> Iterator[Problem]:
    """Forms that two entries claim; two that hold in different articles do not meet."""
    ignored = set(ignored)
    owners = {(name.casefold(), frozenset[str]()): name for name in (*forms, *sorted(ignored))}
    for name in (*forms, *sorted(ignored)):
        if (owner := owners[name.casefold(), frozenset()]) != name:
            yield document.problem((name,), f'"{name}" and "{owner}" are one name.', "Keep one of them.", key=True)
    for name, claims in forms.items():
        for form, articles, where in claims:
            owner = owners.setdefault((form.casefold(), articles), name)
            if owner != name:
                remedy = _give_up(form, owner, own=owner.casefold() == form.casefold(), ignored=owner in ignored)
                message = f'The form "{form}" is claimed by "{owner}" and by "{name}".'
                yield document.problem((name, *where), message, remedy)


def _give_up(form: str, owner: str, *, own: bool, ignored: bool) -> str:
    if ignored:
        return f'Remove it here, or remove the line "{owner}: ignore".'
    if own:
        return f'Move what the entry "{form}" says here and remove it, or remove the form here.'
    return "Keep it in one of them, or say in which articles each holds: {text: ..., articles: [...]}."


def _contradictions(document: Document, entries: Mapping[str, Named]) -> Iterator[Problem]:
    """Forms that one entry both takes in and forbids."""
    for name, entry in entries.items():
        own = {name.casefold(), *(a.text.casefold() for a in entry.aliases if not a.articles)}
        for i, other in enumerate(entry.never):
            if other.casefold() in own:
                message = f'"{other}" is both one of the forms of "{name}" and in its "not".'
                yield document.problem((name, "not", i), message, "Remove it from one of them.")


def _ids(document: Document, key: str, ids: Mapping[str, str]) -> Iterator[Problem]:
    """Identifiers that two entries share."""
    owners: dict[str, str] = {}
    for name, identifier in ids.items():
        if (owner := owners.setdefault(identifier, name)) != name:
            message = f'"{owner}" and "{name}" have the same {key} id {identifier}.'
            yield document.problem((name, key), message, "Make one of them an alias of the other, or correct the id.")


def _circles(document: Document, key: str, above: Mapping[str, str]) -> Iterator[Problem]:
    """Chains that come back to where they start; each circle is told once, at its first name."""
    told: set[str] = set()
    for start in above:
        chain = _chain(start, above.get)
        if chain[-1] == start and not told.intersection(chain):
            told.update(chain)
            way = " → ".join(f'"{n}"' for n in chain)
            yield document.problem((start, key), f'"{key}" goes in a circle: {way}.', "Remove one of the steps.")


def _chain(start: str, above: Callable[[str], str | None]) -> list[str]:
    chain = [start]
    while (following := above(chain[-1])) is not None:
        chain.append(following)
        if following in chain[:-1]:
            break
    return chain
