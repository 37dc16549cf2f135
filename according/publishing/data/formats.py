"""How rows become files: JSON Lines, indented JSON, CSV and JSON Schema, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from according.publishing.data.rows import Row

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Text is written as it is, but for three characters at which some readers end a line although JSON Lines does not.
LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}

# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Plain(GenerateJsonSchema):
    """Schemas without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


_adapter: Callable[..., TypeAdapter[Row]] = cache(TypeAdapter)


def json_lines(kind: type[Row], rows: Iterable[Row]) -> str:
    """One JSON object a line, in UTF-8."""
    writer = _adapter(kind)
    return _one_line_each(b"".join(writer.dump_json(row) + b"\n" for row in rows).decode())


def json_document(row: Row) -> str:
    """One indented JSON document."""
    return _one_line_each(_adapter(type(row)).dump_json(row, indent=1).decode() + "\n")


def _one_line_each(text: str) -> str:
    for character, escaped in LINE_ENDS.items():
        text = text.replace(character, escaped)
    return text


def schema(kind: type[Row], address: str) -> str:
    """The JSON Schema of a row; ``address`` is where it is published."""
    made = _adapter(kind).json_schema(mode="serialization", schema_generator=_Plain)
    return json.dumps({"$schema": DIALECT, "$id": address, **made}, ensure_ascii=False, indent=1) + "\n"


def fields(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """The fields of a row with their descriptions, for the page that explains the files."""
    properties = _adapter(kind).json_schema(mode="serialization", schema_generator=_Plain)["properties"]
    return tuple((name, described.get("description", "")) for name, described in properties.items())


def table(rows: Iterable[Iterable[object]]) -> str:
    """Comma-separated values (RFC 4180), a line each row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def cell(value: object) -> object:
    """A value as a spreadsheet should see it: nothing for null, no formula, a list in one cell with spaces between."""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell(" ".join(map(str, value))) if isinstance(value, tuple) else value
