"""Values checked against what may be written: every mistake with its line, its column and the nearest valid thing."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from according.errors import AccordingError, Problem
from according.yamlfile import Document, KeyPath, written

Model = TypeVar("Model", bound=BaseModel)

KINDS_OF_VALUE = {  # pydantic's error types: what is wrong, what to write
    "string_type": ("is not text", "Put it in quotes."),
    "int_type": ("is not a whole number", "Write digits only, without quotes."),
    "float_type": ("is not a number", "Write a number such as 37.05, without quotes."),
    "bool_type": ("is neither true nor false", "Write true or false."),
    "list_type": ("is not a list", "Write [one, two], or a line with a dash for each."),
    "tuple_type": ("is not a list", "Write [one, two], or a line with a dash for each."),
    "dict_type": ("does not hold keys", "Write its keys below it, each indented on its own line."),
    "model_type": ("does not hold keys", "Write its keys below it, each indented on its own line."),
    "path_type": ("is not a path", "Write the name of a file or folder."),
    "string_too_short": ("is empty", "Write a value, or remove the key."),
}
LIMITS = {
    "greater_than": "Write a number above {}.",
    "greater_than_equal": "Write a number from {} on.",
    "less_than": "Write a number below {}.",
    "less_than_equal": "Write a number up to {}.",
}


def validated(model: type[Model], document: Document, path: KeyPath = ()) -> Model:
    """The value at a path of a document as a model; raises AccordingError with every mistake in it."""
    value = document.data
    for part in path:
        value = value[part]
    try:
        return model.model_validate({} if value is None and not path else value)
    except ValidationError as error:
        problems = {_problem(e, model, document, path) for e in error.errors(include_url=False)}
        raise AccordingError(sorted(problems, key=lambda p: (p.line, p.column, p.message))) from error


def mistake(message: str, remedy: str) -> PydanticCustomError:
    """A validator's complaint in our own words; braces in them are kept."""
    return PydanticCustomError("mistake", "{message}", {"message": message, "remedy": remedy})


def nearest(word: str, known: Iterable[str], most: int = 30) -> str:
    """A remedy that names the closest of the known words, or all of them when none is close and they are few."""
    words = sorted(known)
    close = difflib.get_close_matches(word.casefold(), [w.casefold() for w in words], n=1, cutoff=0.6)
    if close:
        return f'Did you mean "{next(w for w in words if w.casefold() == close[0])}"?'
    return f"There are: {', '.join(words)}." if 0 < len(words) <= most else ""


def _problem(error: ErrorDetails, model: type[BaseModel], document: Document, path: KeyPath) -> Problem:
    place = (*path, *error["loc"])
    if error["type"] == "extra_forbidden":
        key = str(place[-1])
        return document.problem(
            place, f'There is no key "{key}" here.', nearest(key, _keys(model, error["loc"])), key=True
        )
    return document.problem(place[:-1] if error["type"] == "missing" else place, *_told(error, place, model))


def _told(error: ErrorDetails, place: KeyPath, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong with a value, and what to write."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "mistake":
        return str(context["message"]), str(context["remedy"])
    if kind in ("literal_error", "enum"):
        choices = _choices(str(context.get("expected", "")))
        return f"{_name(place)} cannot be {_shown(value)}.", nearest(str(value), choices)
    if kind == "missing":
        return f'The key "{place[-1]}" is missing.', f'Write "{place[-1]}: ..." beside the others.'
    if kind == "string_type" and value is None and isinstance(place[-1], int):
        return f"{_name(place)} has an item that says nothing.", "Write it, or remove it."
    if kind in KINDS_OF_VALUE:
        what, remedy = KINDS_OF_VALUE[kind]
        remedy = _one_of_list(value, place[-1]) if kind == "string_type" else remedy
        return f"{_name(place)}: {_shown(value)} {what}.", remedy
    if kind == "string_pattern_mismatch":
        examples = " or ".join(_examples(model, error["loc"]))
        return f"{_name(place)} cannot be {_shown(value)}.", f"Write it as {examples}."
    if kind in LIMITS:
        return f"{_name(place)} cannot be {value}.", LIMITS[kind].format(*context.values())
    return f"{_name(place)}: {_shown(value)} is not possible.", error["msg"] + "."


def _one_of_list(value: Any, key: str | int) -> str:
    """What to write in place of a value that is no text."""
    if isinstance(value, (list, tuple)):
        one = (
            f": {key}: {written(value[0])}"
            if len(value) == 1 and isinstance(value[0], str) and isinstance(key, str)
            else ""
        )
        return f"Write one value without brackets{one}."
    return "Write one value behind the colon." if isinstance(value, dict) else "Put it in quotes."


def _name(place: KeyPath) -> str:
    """The last key of a path by name; an item of a list is called by its list."""
    keys = [str(p) for p in place if isinstance(p, str)]
    return f'"{keys[-1]}"' if keys else "The file"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'


def _choices(expected: str) -> list[str]:
    """The words of pydantic's "'a', 'b' or 'c'"."""
    return expected.split("'")[1::2]


def _keys(model: type[BaseModel], place: KeyPath) -> list[str]:
    """The keys that may be written beside an unknown one."""
    return [field.alias or name for name, field in _holder(model, place).model_fields.items()]


def _examples(model: type[BaseModel], place: KeyPath) -> list[str]:
    """The examples that the field at a path comes with."""
    for name, field in _holder(model, place).model_fields.items():
        if place[-1] in (name, field.alias):
            return [str(e) for e in field.examples or ()]
    return []


def _holder(model: type[BaseModel], place: KeyPath) -> type[BaseModel]:
    """The model that holds the last key of a path."""
    for part in place[:-1]:
        for name, field in model.model_fields.items():
            if part in (name, field.alias) and (inner := _model_in(field.annotation)):
                model = inner
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model inside a type such as ``dict[str, Outlet]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in typing.get_args(annotation) if (m := _model_in(a))), None)
