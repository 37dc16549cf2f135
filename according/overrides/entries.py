"""The entries of one file of corrections: each checked by itself, with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from according.errors import AccordingError, Problem
from according.mistakes import validated
from according.overrides.blanks import unfilled
from according.overrides.keys import instead_of_entry, instead_of_key, keys_of
from according.overrides.syntax import IGNORE, EventEntry, unseen
from according.yamlfile import Document, written

Entry = TypeVar("Entry", bound=BaseModel)


def read_entries(
    document: Document, model: type[Entry], blanks: Collection[str] = ()
) -> tuple[dict[str, Entry], list[Problem]]:
    """The entries but for those that say "ignore", as far as they are right, and what is wrong with them.

    ``blanks`` are words that stand for what is to be filled in.
    """
    entries: dict[str, Entry] = {}
    mistakes: list[Problem] = []
    for name, value in document.data.items():
        if problem := _no_entry(document, name, value, model):
            mistakes.append(problem)
        elif value != IGNORE:
            wrong = _wrong(document, name, value, model, blanks)
            entries[name] = (
                _sound(document, name, value, model, blanks) if wrong else validated(model, document, (name,))
            )
            mistakes += wrong
    return entries, mistakes


def _wrong(
    document: Document, name: str, value: Mapping[str, Any], model: type[Entry], blanks: Collection[str]
) -> list[Problem]:
    """The mistakes in an entry; of two at one spot, the one that knows what was meant."""
    found = [*unfilled(document, name, value, blanks)]
    meant = {(p.line, p.column): p for p in _misplaced(document, name, value, model)}
    empty = {(p.line, p.column) for p in found}
    try:
        validated(model, document, (name,))
    except AccordingError as error:
        others = (p for p in error.problems if (p.line, p.column) not in empty)
        found += [meant.get((p.line, p.column), p) for p in others]
    return found


def _sound(
    document: Document, name: str, value: Mapping[str, Any], model: type[Entry], blanks: Collection[str]
) -> Entry:
    """What an entry says without mistake, so that it is told at once what else is wrong beside other entries."""
    kept = {}
    for key, said in value.items():
        alone = replace(document, data={name: {key: said}})
        if not _wrong(alone, name, {key: said}, model, blanks):
            kept[key] = said
    return validated(model, replace(document, data={name: kept}), (name,))


def _no_entry(document: Document, name: str, value: Any, model: type[BaseModel]) -> Problem | None:
    if not name.strip():
        return document.problem((name,), "The name is empty.", "Write a name before the colon.", key=True)
    if wrong := unseen(name):
        return document.problem((name,), f"The name {wrong[0]}.", wrong[1], key=True)
    if not value:
        return document.problem((name,), f'The entry "{name}" says nothing.', "Indent its keys below it, or remove it.")
    if value != IGNORE and not isinstance(value, dict):
        remedy = instead_of_entry(name, value, model)
        return document.problem((name,), f'The entry "{name}" is not understood.', remedy)
    return None


def _misplaced(document: Document, name: str, value: Mapping[str, Any], model: type[BaseModel]) -> Iterator[Problem]:
    """Keys that are none: other words for keys, those of other files, and entries that were indented by mistake."""
    for key in value.keys() - keys_of(model):
        remedy = instead_of_key(key, model)
        if key == IGNORE:
            remedy = "Write hide: true." if model is EventEntry else f"Write {written(name)}: {IGNORE} on one line."
        elif value[key] == IGNORE or isinstance(value[key], dict):
            remedy = f'It stands below "{name}"; if it is an entry of its own, take away the spaces before it.'
        if remedy:
            yield document.problem((name, key), f'There is no key "{key}" here.', remedy, key=True)
