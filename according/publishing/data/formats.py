"""How rows become files: JSON Lines, indented JSON, CSV and JSON Schema, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Text is written as it is, but for three characters at which some readers end a line although JSON Lines does not.
LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})

# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Plain(GenerateJsonSchema):
    """Schemas without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def json_lines(rows: Iterable[BaseModel]) -> str:
    """One JSON object a line, in UTF-8."""
    return "".join(row.model_dump_json().translate(LINE_ENDS) + "\n" for row in rows)


def json_document(row: BaseModel) -> str:
    """One indented JSON document."""
    return row.model_dump_json(indent=1).translate(LINE_ENDS) + "\n"


def schema(model: type[BaseModel], address: str) -> str:
    """The JSON Schema of a row; ``address`` is where it is published."""
    made = model.model_json_schema(mode="serialization", schema_generator=_Plain)
    return json.dumps({"$schema": DIALECT, "$id": address, **made}, ensure_ascii=False, indent=1) + "\n"


def fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a row with their descriptions, for the page that explains the files."""
    return tuple((name, f.description or "") for name, f in model.model_fields.items())


def table(header: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Comma-separated values (RFC 4180) with a header line; lists are joined by spaces."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([cell(row[name]) for name in header])
    return out.getvalue()


def cell(value: object) -> object:
    """A value as a spreadsheet should see it: nothing for null, no formula, lists in one cell."""
    if isinstance(value, (list, tuple)):
        value = " ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return "" if value is None else value
