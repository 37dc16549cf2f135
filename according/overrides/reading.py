"""The four files of the overrides folder, read and checked."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cached_property, partial
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from according.errors import AccordingError, Level, Problem
from according.mistakes import nearest
from according.overrides.checks import (
    Checked,
    Fold,
    check_across,
    check_actors,
    check_events,
    check_heard,
    check_ids_across,
    check_parted,
    check_places,
    check_sources,
)
from according.overrides.entries import read_entries
from according.overrides.needless import needless, without_needless
from according.overrides.syntax import IGNORE, ActorEntry, EventEntry, PlaceEntry, SourceEntry
from according.overrides.types import AliasRule, EntityOverride, EventOverride, Lines, Marks, Overrides, SourceOverride
from according.overrides.venues import with_venues
from according.yamlfile import Document, KeyPath, Mark, read_yaml

Entry = TypeVar("Entry", bound=BaseModel)
Checks = Callable[[Document, Mapping[str, Entry], Iterable[str]], Iterator[Problem]]


@dataclass(frozen=True)
class _File(Generic[Entry]):
    """One file's entries, those that say "ignore" apart."""

    document: Document
    entries: dict[str, Entry]
    ignored: tuple[str, ...]

    def line(self, name: str) -> int:
        return self.document.mark((name,), key=True).line

    def marks(self, name: str) -> Marks:
        """Where the values of an entry stand, and its key for the whole of it."""
        own = self.document.mark((name,), key=True)
        return {
            **{path[1:]: (mark.line, mark.column) for path, mark in self._by_name[name]},
            (): (own.line, own.column),
        }

    def broken(self, name: str) -> Lines:
        """The lines of each text of an entry that goes on over several."""
        return {path[1:]: lines for path, lines in self.document.lines.items() if path[:1] == (name,)}

    @cached_property
    def _by_name(self) -> Mapping[str | int, list[tuple[KeyPath, Mark]]]:
        found: defaultdict[str | int, list[tuple[KeyPath, Mark]]] = defaultdict(list)
        for path, mark in self.document.values.items():
            if path:
                found[path[0]].append((path, mark))
        return found


def read_overrides(
    folder: Path, event_types: Collection[str] = (), fold: Fold = str.casefold, blanks: Collection[str] = ()
) -> tuple[Overrides, tuple[Problem, ...]]:
    """All overrides, and warnings; raises AccordingError with every mistake. A folder that is missing holds none.

    ``event_types`` are the types that an event may be given; without them any word is taken. ``fold`` takes from a name
    in what its spellings may differ. ``blanks`` are words that are offered in place of what a person has to fill in.
    """
    errors: list[Problem] = []
    same = partial(_folded, fold)
    places = _read(folder / "places.yaml", PlaceEntry, partial(check_places, fold=same), errors, blanks)
    actors = _read(folder / "actors.yaml", ActorEntry, partial(check_actors, fold=same), errors, blanks)
    sources = _read(folder / "sources.yaml", SourceEntry, partial(check_sources, fold=same), errors, blanks)
    events = _read(folder / "events.yaml", EventEntry, check_events, errors, blanks)
    here, there, heard = (Checked(f.document, f.entries, f.ignored) for f in (places, actors, sources))
    errors += [*check_across(here, there, same), *check_across(there, here, same)]
    said = [pair for named in (here, there) for pair in ((named, heard), (heard, named))]
    errors += [p for pair in said for p in (*check_parted(*pair, same), *check_heard(*pair, same))]
    errors += check_ids_across(here, there, same)
    errors += _unknown_types(events, event_types)
    if errors:
        raise AccordingError(sorted(errors, key=lambda p: (p.file, p.line, p.column, p.message)))
    overrides = Overrides(  # in the order of names, as that of the entries means nothing
        places={n.strip(): _place(n, places) for n in sorted(places.document.data)},
        actors={n.strip(): _entity(n, actors) for n in sorted(actors.document.data)},
        sources={n.strip(): _source(n, sources) for n in sorted(sources.document.data)},
        events={n.strip(): _event(n, events) for n in sorted(events.document.data)},
    )
    odd = [problem for file in (places, actors, sources, events) for problem in file.document.warnings()]
    problems = (*_unread(folder), *odd, *needless(overrides, same))
    return with_venues(without_needless(overrides, same), same), problems


def _folded(fold: Fold, name: str) -> str:
    """What names are compared by; those that have nothing but signs by these."""
    return fold(name) or name.casefold()


def _read(
    path: Path, model: type[Entry], checks: Checks[Entry], errors: list[Problem], blanks: Collection[str]
) -> _File[Entry]:
    """One file; its mistakes are added to ``errors``."""
    empty: _File[Entry] = _File(Document(str(path), {}), {}, ())
    if not path.exists():
        return empty
    try:
        document = read_yaml(path)
    except AccordingError as error:
        errors += error.problems
        return empty
    if document.data is None:
        return empty
    if not isinstance(document.data, dict):
        remedy = "Write a name, a colon, and what it is; no dash before it."
        errors.append(document.problem((), "The file does not start with a name and a colon.", remedy))
        return empty
    entries, mistakes = read_entries(document, model, blanks)
    ignored = tuple(n for n, value in document.data.items() if value == IGNORE)
    errors += [*mistakes, *checks(document, entries, ignored)]
    return _File(document, entries, ignored)


def _unknown_types(events: _File[EventEntry], known: Collection[str]) -> list[Problem]:
    return [
        events.document.problem((name, "type"), f'"type" cannot be "{entry.type}".', nearest(entry.type, known))
        for name, entry in events.entries.items()
        if known and entry.type and entry.type not in known
    ]


FILES = ("places.yaml", "actors.yaml", "sources.yaml", "events.yaml")


def _unread(folder: Path) -> Iterator[Problem]:
    """YAML files whose names are nearly those of the four; others are left alone."""
    names = [f.removesuffix(".yaml") for f in FILES]
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        stem, _, ending = path.name.casefold().partition(".")
        yaml = fnmatchcase(ending, "y*ml")
        meant = difflib.get_close_matches(stem, names, n=1, cutoff=0.6 if yaml else 1.0)
        # Editors that hide the endings of files put a second one behind the first.
        if path.name not in FILES and meant and (yaml or ending == "txt" or fnmatchcase(ending, "y*ml.txt")):
            remedy = f'Did you mean "{meant[0]}.yaml"?'
            yield Problem(str(path), 0, "This file is not read.", remedy, Level.WARNING)


def _aliases(entry: PlaceEntry | ActorEntry | SourceEntry) -> tuple[AliasRule, ...]:
    return tuple(AliasRule(a.text, a.articles) for a in entry.aliases)


def _entity(name: str, file: _File[PlaceEntry] | _File[ActorEntry]) -> EntityOverride:
    path, line = file.document.file, file.line(name)
    if name in file.ignored:
        return EntityOverride(name.strip(), path, line, ignore=True, marks=file.marks(name))
    entry = file.entries[name]
    return EntityOverride(
        name=name.strip(),
        file=path,
        line=line,
        hide=entry.hide,
        aliases=_aliases(entry),
        never=entry.never,
        kind=entry.kind,
        wikidata=entry.wikidata,
        acronym=entry.acronym,
        former=(*entry.formerly, *entry.former),
        lines=tuple(_lines(entry, file.marks(name), line)),
        marks=file.marks(name),
        broken=file.broken(name),
    )


def _lines(entry: PlaceEntry | ActorEntry, marks: Marks, line: int) -> Iterator[tuple[str, int]]:
    """Each form that an entry gives beside its name, with its line."""
    acronyms = (entry.acronym,) if entry.acronym else ()
    given = {"aliases": [a.text for a in entry.aliases], "formerly": entry.formerly, "former": entry.former}
    for key, forms in {**given, "acronym": acronyms}.items():
        for i, form in enumerate(forms):
            yield form, (marks.get((key, i)) or marks.get((key,)) or (line, 0))[0]


def _place(name: str, file: _File[PlaceEntry]) -> EntityOverride:
    made = _entity(name, file)
    if name in file.ignored:
        return made
    entry = file.entries[name]
    return replace(made, at=entry.at, parent=entry.parent, geonames=entry.geonames)


def _source(name: str, file: _File[SourceEntry]) -> SourceOverride:
    path, line = file.document.file, file.line(name)
    if name in file.ignored:
        return SourceOverride(name.strip(), path, line, ignore=True, marks=file.marks(name))
    entry = file.entries[name]
    return SourceOverride(
        name=name.strip(),
        file=path,
        line=line,
        aliases=_aliases(entry),
        never=entry.never,
        kind=entry.kind,
        label=entry.label,
        copies=entry.copies,
        hide=entry.hide,
        marks=file.marks(name),
        broken=file.broken(name),
    )


def _event(name: str, file: _File[EventEntry]) -> EventOverride:
    entry = file.entries[name]
    return EventOverride(
        id=name.strip(),
        file=file.document.file,
        line=file.line(name),
        hide=entry.hide,
        title=entry.title,
        start=entry.date.start if entry.date else None,
        end=entry.date.end if entry.date else None,
        place=entry.place,
        type=entry.type,
        includes=entry.includes,
        without=entry.without,
        never=entry.never,
        marks=file.marks(name),
        broken=file.broken(name),
    )
