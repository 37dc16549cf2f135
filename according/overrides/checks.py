"""What no single entry shows: forms claimed twice, merges that are also forbidden, circles, events in two events."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from according.errors import Problem
from according.overrides.syntax import ActorEntry, EventEntry, PlaceEntry, SourceEntry
from according.yamlfile import Document, KeyPath

Entity = PlaceEntry | ActorEntry
Named = PlaceEntry | ActorEntry | SourceEntry
Fold = Callable[[str], str]  # what is the same of two names is one name
ONE_NAME = "If both are one, give both entries one name."


class Checked(NamedTuple):
    """A file with its entries, and the names that it says are nothing."""

    document: Document
    entries: Mapping[str, Named]
    ignored: Collection[str]


def check_places(
    document: Document, entries: Mapping[str, PlaceEntry], ignored: Iterable[str], fold: Fold
) -> Iterator[Problem]:
    """What is wrong between the entries of ``places.yaml``."""
    yield from _entities(document, entries, ignored, fold)
    ids = {name: str(entry.geonames) for name, entry in entries.items() if entry.geonames}
    yield from _ids(document, "geonames", ids)
    named = _owners({n: _own_forms(n, e) for n, e in entries.items()}, fold)
    yield from _circles(document, "in", {n: e.parent for n, e in entries.items() if e.parent}, named)


def check_actors(
    document: Document, entries: Mapping[str, ActorEntry], ignored: Iterable[str], fold: Fold
) -> Iterator[Problem]:
    """What is wrong between the entries of ``actors.yaml``."""
    yield from _entities(document, entries, ignored, fold)


def check_sources(
    document: Document, entries: Mapping[str, SourceEntry], ignored: Iterable[str], fold: Fold
) -> Iterator[Problem]:
    """What is wrong between the entries of ``sources.yaml``."""
    yield from _forms(document, {n: tuple(_aliases(e)) for n, e in entries.items()}, ignored, fold)
    yield from _contradictions(document, entries, fold)
    named = _owners({n: _own_forms(n, e) for n, e in entries.items()}, fold)
    yield from _circles(document, "copies", {n: e.copies for n, e in entries.items() if e.copies}, named)


def check_across(one: Checked, other: Checked, fold: Fold) -> Iterator[Problem]:
    """Forms that an entry of one file claims while an entry of the other has them for itself, or says they are nothing.

    One name may stand in both: a country is a place and acts.
    """
    document, entries, _ = one
    owners = _owners({n: _own_forms(n, e) for n, e in other.entries.items()}, fold)
    ignored = {fold(name): name for name in other.ignored}
    for name, entry in entries.items():
        for form, articles, where in _claims(entry):
            key = fold(form)
            owner = ignored.get(key) or owners(form)
            if owner is not None and not articles and key != fold(name):
                file = PurePath(other.document.file).name
                message = f'The form "{form}" is claimed by "{owner}" in {file} and by "{name}".'
                remedy = _give_up(owner, ignored=key in ignored)
                yield document.problem((name, *where), message, remedy)


def check_parted(one: Checked, other: Checked, fold: Fold) -> Iterator[Problem]:
    """Names that an entry of one file forbids, and that an entry of the other makes one with it.

    Who speaks is a place or an actor: what is said of one of them in two files is said of both.
    """
    owners = _owners({n: _own_forms(n, e) for n, e in other.entries.items()}, fold)
    for name, entry in one.entries.items():
        joining = {owners(form) for form in _own_forms(name, entry)} - {None} if entry.never else set()
        for i, parted in enumerate(entry.never):
            if (owner := owners(parted)) and owner in joining:
                there = _place_of(parted, owner, other, fold)
                message = f'"{name}" is kept apart from "{parted}" here, and put together with it in {there}.'
                yield one.document.problem((name, "not", i), message, "Remove it from one of them.")


def _place_of(form: str, owner: str, file: Checked, fold: Fold) -> str:
    """The file and line in which an entry has a form."""
    claims = (where for own, _, where in _claims(file.entries[owner]) if fold(own) == fold(form))
    where = next(claims, None)
    mark = file.document.mark((owner, *where)) if where else file.document.mark((owner,), key=True)
    return f"{PurePath(file.document.file).name}, line {mark.line}"


def check_heard(one: Checked, other: Checked, fold: Fold) -> Iterator[Problem]:
    """Forms that an entry of ``sources.yaml`` and one of a place or an actor give to two who are not one.

    They are one where either has the other's name: what a source takes in by it, it shall.
    """
    owners = _owners({n: [f for f, articles, _ in _claims(e) if not articles] for n, e in other.entries.items()}, fold)
    for name, entry in one.entries.items():
        own = {*map(fold, _own_forms(name, entry))}
        for form, articles, where in _claims(entry):
            owner = None if articles else owners(form)
            if (
                owner
                and fold(owner) not in own
                and fold(name) not in map(fold, _own_forms(owner, other.entries[owner]))
            ):
                there = _place_of(form, owner, other, fold)
                message = f'The form "{form}" is claimed by "{owner}" in {there}, and by "{name}".'
                yield one.document.problem((name, *where), message, f"{ONE_NAME} {_give_up(owner, ignored=False)}")


def check_ids_across(one: Checked, other: Checked, fold: Fold) -> Iterator[Problem]:
    """Items of Wikidata that an entry of either file has under another name; a country is a place and acts."""
    file = PurePath(one.document.file).name
    owners = {item: name for name, item in _items(one).items()}
    for name, item in _items(other).items():
        owner = owners.get(item)
        if owner is not None and fold(owner) != fold(name):
            message = f'"{owner}" in {file} and "{name}" have the same wikidata id {item}.'
            remedy = "Correct one of the two, or if one thing is a place and acts, give it one name in both files."
            yield other.document.problem((name, "wikidata"), message, remedy)


def _items(file: Checked) -> dict[str, str]:
    """The items of Wikidata that entries give to places or actors."""
    named = ((name, entry) for name, entry in file.entries.items() if not isinstance(entry, SourceEntry))
    return {name: entry.wikidata for name, entry in named if entry.wikidata}


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
        for i, other in enumerate(entry.never):
            if other == name:
                yield document.problem((name, "not", i), "No event is another than itself.", "Remove it from the list.")
    above = {o: n for o, n in owners.items() if o in entries and o != n}
    yield from _circles(document, "includes", above, lambda name: name if name in above else None)


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


def _entities(
    document: Document, entries: Mapping[str, Entity], ignored: Iterable[str], fold: Fold
) -> Iterator[Problem]:
    yield from _forms(document, {name: tuple(_claims(entry)) for name, entry in entries.items()}, ignored, fold)
    yield from _contradictions(document, entries, fold)
    yield from _ids(document, "wikidata", {n: e.wikidata for n, e in entries.items() if e.wikidata})


FormAt = tuple[str, frozenset[str], KeyPath]  # the form, the articles in which alone it holds, where in the entry


def _claims(entry: Named) -> Iterator[FormAt]:
    """Every form that an entry gives to what it is about, but for its name."""
    yield from _aliases(entry)
    if not isinstance(entry, SourceEntry):
        yield from _other_names(entry)


def _aliases(entry: Named) -> Iterator[FormAt]:
    for i, alias in enumerate(entry.aliases):
        yield alias.text, frozenset(alias.articles), ("aliases", i)


def _other_names(entry: Entity) -> Iterator[FormAt]:
    if entry.acronym:
        yield entry.acronym, frozenset(), ("acronym",)
    for key, names in (("formerly", entry.formerly), ("former", entry.former)):
        for i, name in enumerate(names):
            yield name, frozenset(), (key, i)


def _own_forms(name: str, entry: Named) -> tuple[str, ...]:
    """The forms that mean what an entry is about in every article."""
    return (name, *(form for form, articles, _ in _claims(entry) if not articles))


def _owners(forms: Mapping[str, Iterable[str]], fold: Fold) -> Callable[[str], str | None]:
    """Finds the entry that a form belongs to, in whatever spelling."""
    owners: dict[str, str] = {}
    for name, own in forms.items():
        for form in own:
            owners.setdefault(fold(form), name)
    return lambda form: owners.get(fold(form))


def _forms(
    document: Document, forms: Mapping[str, Iterable[FormAt]], ignored: Iterable[str], fold: Fold
) -> Iterator[Problem]:
    """Forms that two entries claim; two that hold in different articles do not meet."""
    ignored = set(ignored)
    names = sorted((*forms, *ignored), key=lambda name: document.mark((name,), key=True))
    owners = {(fold(name), frozenset[str]()): name for name in reversed(names)}
    for name in names:
        if (owner := owners[fold(name), frozenset()]) != name:
            remedy = _one_entry(name, owner, document, ignored)
            yield document.problem((name,), f'"{owner}" and "{name}" are one name.', remedy, key=True)
    for name, claims in forms.items():
        for form, articles, where in claims:
            owner = owners.setdefault((fold(form), articles), name)
            if owner != name and fold(owner) != fold(name):
                own = document.mark((owner,), key=True).line if fold(owner) == fold(form) else 0
                remedy = _give_up(owner, own, ignored=owner in ignored)
                message = f'The form "{form}" is claimed by "{owner}" and by "{name}".'
                yield document.problem((name, *where), message, remedy)


def _one_entry(name: str, owner: str, document: Document, ignored: Collection[str]) -> str:
    """How two entries of one name become one: the first, with what stands below both."""
    line = document.mark((owner,), key=True).line
    if name in ignored or owner in ignored:
        return f"Keep one of them; the other is on line {line}."
    apart = "" if name.casefold() == owner.casefold() else " If they are two, name each as the lines on its page do."
    return f'Put what stands below this one below "{owner}" on line {line}, and remove this one.{apart}'


def _give_up(owner: str, own: int = 0, *, ignored: bool) -> str:
    """What to do with a form that another entry has; ``own`` is the line of that one, where it is its name."""
    if ignored:
        return f'Remove it here, or remove the line "{owner}: ignore".'
    if own:
        return f'Move what the entry "{owner}" on line {own} says here and remove it, or remove the form here.'
    return "Keep it in one of them, or say in which articles each holds: {text: ..., articles: [...]}."


def _contradictions(document: Document, entries: Mapping[str, Named], fold: Fold) -> Iterator[Problem]:
    """Forms that one entry both takes in and forbids."""
    for name, entry in entries.items():
        own = {fold(form) for form in _own_forms(name, entry)} if entry.never else ()
        for i, other in enumerate(entry.never):
            if fold(other) in own:
                message = f'"{other}" is both one of the forms of "{name}" and in its "not".'
                yield document.problem((name, "not", i), message, "Remove it from one of them.")


def _ids(document: Document, key: str, ids: Mapping[str, str]) -> Iterator[Problem]:
    """Identifiers that two entries share."""
    owners: dict[str, str] = {}
    for name, identifier in ids.items():
        if (owner := owners.setdefault(identifier, name)) != name:
            message = f'"{owner}" and "{name}" have the same {key} id {identifier}.'
            yield document.problem((name, key), message, "Make one of them an alias of the other, or correct the id.")


def _circles(
    document: Document, key: str, above: Mapping[str, str], named: Callable[[str], str | None]
) -> Iterator[Problem]:
    """Chains that come back to where they start; each circle is told once, at its first name.

    ``above`` is what each entry says; ``named`` finds the entry that is meant.
    """
    order = {name: i for i, name in enumerate(above)}
    seen: set[str] = set()
    for start in above:
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in above and here not in seen:
            seen.add(here)
            way[here] = None
            here = named(above[here])
        if here in way:
            ring = list(way)[list(way).index(here) :]
            first = min(range(len(ring)), key=lambda i: order[ring[i]])
            ring = [*ring[first:], *ring[:first]]
            steps = " → ".join(f'"{n}"' for n in (ring[0], *(above[n] for n in ring)))
            yield document.problem((ring[0], key), f'"{key}" goes in a circle: {steps}.', "Remove one of the steps.")
