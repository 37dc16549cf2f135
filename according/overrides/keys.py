"""What people write in place of a key of an override file, and what they mean by it."""

from __future__ import annotations

import difflib
from typing import Any, get_args

from pydantic import BaseModel

from according.overrides.syntax import (
    IGNORE,
    ActorEntry,
    ActorKind,
    EventEntry,
    PlaceEntry,
    PlaceKind,
    SourceEntry,
    SourceKindName,
)
from according.yamlfile import written

MODELS: dict[str, type[BaseModel]] = {
    "places.yaml": PlaceEntry,
    "actors.yaml": ActorEntry,
    "sources.yaml": SourceEntry,
    "events.yaml": EventEntry,
}
KINDS: dict[str, tuple[str, ...]] = {
    "places.yaml": get_args(PlaceKind),
    "actors.yaml": get_args(ActorKind),
    "sources.yaml": get_args(SourceKindName),
}
# Other words for keys; those that a file does not have are passed over.
SYNONYMS = {
    "pin": ("at",),
    "coordinates": ("at",),
    "location": ("at", "place"),
    "position": ("at",),
    "parent": ("in",),
    "inside": ("in",),
    "within": ("in",),
    "type": ("kind",),
    "kind": ("type",),
    "alias": ("aliases",),
    "merge": ("aliases", "includes"),
    "split": ("not", "without"),
    "day": ("date",),
    "where": ("at", "place"),
    "name": ("title",),
    "rename": ("title",),
    "headline": ("title",),
    "hidden": ("hide",),
}
_CLOSE = 0.8  # likeness of words that are one with a slip
_NAMES = frozenset({"name", "rename"})
_TO_SHOW = "The name to show stands before the colon of the entry, and the other one in its aliases."


def keys_of(model: type[BaseModel]) -> frozenset[str]:
    """The keys that an entry may have."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


def instead_of_key(key: str, model: type[BaseModel]) -> str:
    """What to write instead of a key that is none, where it is another word for one or a key of another file."""
    known = keys_of(model)
    if meant := [f'"{word}"' for word in SYNONYMS.get(key.casefold(), ()) if word in known]:
        return f"Write {' or '.join(meant)}."
    if key.casefold() in _NAMES:
        return _TO_SHOW
    files = [file for file, other in MODELS.items() if key in keys_of(other)]
    return f"That is a key of {' and '.join(files)}." if files else ""


def instead_of_entry(name: str, value: Any, model: type[BaseModel]) -> str:
    """What to write instead of something behind a name that is no group of keys."""
    known = keys_of(model)
    if name in known:
        return "It is a key; indent it below the name that it is about."
    if name.casefold() == IGNORE:
        return _names_to_ignore(value, model)
    if value == "hide":
        return f'Write "hide: true" on a line of its own, indented below "{name}:".'
    if isinstance(value, str) and (told := _of_word(name, value, model)):
        return told
    if model is EventEntry:
        return 'Write keys such as "title: ..." indented on lines of their own.'
    return f'Write keys such as "kind: ..." indented on lines of their own, or {_none(name)} if it is no name at all.'


def _of_word(name: str, value: str, model: type[BaseModel]) -> str:
    """What somebody meant who wrote some words behind a name: a key, what it is, or that it is nothing."""
    first, _, rest = value.partition(" ")
    if first in keys_of(model) and rest:
        return f'A colon is missing behind the key: "{first}: {rest.strip()}".'
    if ":" in value:
        return "Put a space behind the colon of each key."
    files = sorted(KINDS, key=lambda file: MODELS[file] is not model) if model is not EventEntry else ()
    for file in files:
        words = [*KINDS[file], *([IGNORE] if MODELS[file] is model else [])]
        for meant in difflib.get_close_matches(value.casefold(), words, n=1, cutoff=_CLOSE):
            if meant == IGNORE:
                return f"Write {_none(name)}."
            where = "" if MODELS[file] is model else f", in {file}"
            return f'Write "kind: {meant}" on a line of its own, indented below "{name}:"{where}.'
    return ""


def _names_to_ignore(value: Any, model: type[BaseModel]) -> str:
    """What to write for names behind the word that stands behind names."""
    if model is EventEntry:
        return 'Write "hide: true" on a line of its own, indented below the id of the event.'
    names = value if isinstance(value, list) else [value]
    lines = [_none(name) for name in names if isinstance(name, str)] or [_none("Name")]
    return f"The name stands before the colon, each on a line of its own: {', '.join(lines)}."


def _none(name: str) -> str:
    """The line that says that a name is none, in quotes unless it has some."""
    line = f"{written(name)}: {IGNORE}"
    return line if line.startswith('"') else f'"{line}"'
