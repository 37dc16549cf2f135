"""What people write in place of a key of an override file, and what they mean by it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from according.overrides.syntax import IGNORE, ActorEntry, EventEntry, PlaceEntry, SourceEntry
from according.yamlfile import written

MODELS: dict[str, type[BaseModel]] = {
    "places.yaml": PlaceEntry,
    "actors.yaml": ActorEntry,
    "sources.yaml": SourceEntry,
    "events.yaml": EventEntry,
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
    if value == "hide":
        return f'Write "hide: true" on a line of its own, indented below "{name}:".'
    first, _, rest = value.partition(" ") if isinstance(value, str) else ("", "", "")
    if isinstance(value, str) and first in known and rest:
        return f'A colon is missing behind the key: "{first}: {rest.strip()}".'
    if isinstance(value, str) and ":" in value:
        return "Put a space behind the colon of each key."
    if model is EventEntry:
        return 'Write keys such as "title: ..." indented on lines of their own.'
    return f'Write "{written(name)}: {IGNORE}", or keys such as "kind: ..." indented on lines of their own.'
