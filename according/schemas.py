"""The JSON Schemas that editors check configuration and overrides with: ``python -m according.schemas`` writes them.

They are draft 7, the draft that yaml-language-server reads, and say what the models say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from according.config import Config
from according.events.types import TYPES
from according.overrides.syntax import IGNORE, TEXT, ActorEntry, EventEntry, PlaceEntry, SourceEntry

FOLDER = Path(__file__).parent.parent / "schemas"
DRAFT = "http://json-schema.org/draft-07/schema#"
NOISE = frozenset({"title", "default"})  # what pydantic adds and no editor needs
OVERRIDES: dict[
    str, tuple[type[BaseModel], bool, str]
] = {  # file, model, whether an entry may be "ignore", what it holds
    "places": (PlaceEntry, True, "Corrections of places: a name to show, and what you know of the place."),
    "actors": (ActorEntry, True, "Corrections of people, organizations, armed forces, outlets and groups."),
    "sources": (SourceEntry, True, "Corrections of who is cited."),
    "events": (EventEntry, False, "Corrections of events: an event's id, the last part of its page's address."),
}


def schemas() -> dict[str, str]:
    """Every schema's text by file name."""
    made = {f"{name}.schema.json": _overrides(*told) for name, told in OVERRIDES.items()}
    config = {**_plain(Config.model_json_schema(by_alias=True)), "type": ["object", "null"]}
    made["config.schema.json"] = {"$schema": DRAFT, **config}
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in made.items()}


def write(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf8")


def _overrides(model: type[BaseModel], ignorable: bool, description: str) -> dict[str, Any]:
    _, top = models_json_schema([(model, "validation")], by_alias=True)
    definitions = top["$defs"]
    for definition in definitions.values():
        _never_null(definition)
    definitions[model.__name__]["minProperties"] = 1
    if model is EventEntry:
        definitions[model.__name__]["properties"]["type"]["enum"] = sorted(TYPES)
    entry: dict[str, Any] = {"$ref": f"#/$defs/{model.__name__}"}
    return {
        "$schema": DRAFT,
        "description": description,
        "type": ["object", "null"],
        "propertyNames": {"pattern": TEXT},
        "additionalProperties": {"anyOf": [{"const": IGNORE}, entry]} if ignorable else entry,
        "$defs": _plain(definitions),
    }


def _never_null(definition: dict[str, Any]) -> None:
    """Take null out of what an entry's keys may hold: a key is written with a value, or not at all."""
    for name, schema in definition.get("properties", {}).items():
        kinds = [s for s in schema.get("anyOf", []) if s != {"type": "null"}]
        if len(kinds) == 1:
            schema.pop("anyOf")
            definition["properties"][name] = {**kinds[0], **schema}
        elif kinds:
            schema["anyOf"] = kinds


def _plain(schema: Any, *, names: bool = False) -> Any:
    """The schema without noise; under ``properties`` and ``$defs`` the keys are names and stay."""
    if isinstance(schema, list):
        return [_plain(s) for s in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        k: _plain(v, names=k in ("properties", "$defs") and not names)
        for k, v in schema.items()
        if names or k not in NOISE
    }


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
