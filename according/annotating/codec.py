"""Annotations as bytes and back, for the cache: JSON lists in the order of the fields, no names, no code."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from according.model import Annotation, Span

Reader = Callable[[Any], Any]


def encode(annotation: Annotation) -> bytes:
    """An annotation as bytes."""
    return json.dumps(_pack(annotation), ensure_ascii=False, separators=(",", ":")).encode("utf8", "surrogatepass")


def decode(data: bytes) -> Annotation:
    """The annotation that ``encode`` made the bytes of."""
    annotation: Annotation = _reader(Annotation)(json.loads(data.decode("utf8", "surrogatepass")))
    return annotation


def _pack(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_pack(v) for v in value]
    if dataclasses.is_dataclass(value):
        return [_pack(getattr(value, f.name)) for f in dataclasses.fields(value)]
    return value


@cache
def _reader(kind: Any) -> Reader:
    """The function that turns packed data of one type back into it."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(a for a in args if a is not type(None)))
        return lambda v: None if v is None else inner(v)
    if origin is tuple:
        item = _reader(args[0])
        return lambda v: tuple([item(x) for x in v])
    if kind is Span:
        return lambda v: Span(v[0], v[1])
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    return lambda v: v


def _dataclass_reader(kind: Any) -> Reader:
    hints = typing.get_type_hints(kind)
    readers: list[Reader] = []

    def read(values: list[Any]) -> Any:
        if not readers:  # filled at the first use, for a type that holds itself
            readers.extend(_reader(hints[f.name]) for f in dataclasses.fields(kind))
        return kind(*[r(v) for r, v in zip(readers, values, strict=True)])

    return read
