"""What may be written in an override file: a model for each kind of entry; the editors' JSON Schemas come from them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticKnownError

from according.mistakes import mistake

IGNORE = "ignore"  # the whole of an entry that says: this is no entity at all
# Patterns of the schemas, too: digits are ASCII, and the end is the end in every dialect, ECMA's and Python's.
END = r"(?![\s\S])"
DAY = rf"^[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]){END}"
ITEM = rf"^Q[1-9][0-9]*{END}"

PlaceKind = Literal["village", "town", "city", "district", "province", "country", "region", "sea", "site", "place"]
ActorKind = Literal["person", "organization", "government", "armed_force", "media", "group"]
SourceKindName = Literal["outlet", "named", "unnamed", "document"]

DEGREES = r"""(\d+(?:\.\d+)?)\s*°\s*(?:(\d+(?:\.\d+)?)\s*['’′]\s*)?(?:(\d+(?:\.\d+)?)\s*["”″]\s*)?([NSEWnsew])"""
LARGEST = 2**31 - 1  # of the ids of GeoNames
CONTROL = r"\x00-\x1f\x7f"
BLANKS = " \t\n\r"  # around a name or a text they are no part of it
TEXT = rf"^(?=[\s\S]*\S)[ \t\n\r]*[^{CONTROL}]*[ \t\n\r]*{END}"


def unseen(text: str) -> tuple[str, str] | None:
    """What no name and no text that is shown can hold, and what to do; nothing where there is nothing of the kind."""
    found = re.search(f"[{CONTROL}]", text.strip(BLANKS))
    if found is None:
        return None
    if found.group() in "\n\r":
        return "holds a line break", "Write it on one line."
    if found.group() == "\t":
        return "holds a tab", "Write a space in its place."
    return f"holds the control character U+{ord(found.group()):04X}", "Remove it."


def _seen(value: Any) -> Any:
    """A text without control characters."""
    if isinstance(value, str) and (wrong := unseen(value)):
        raise mistake(f"The text {wrong[0]}.", wrong[1])
    return value


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    BeforeValidator(_seen),
    WithJsonSchema({"type": "string", "minLength": 1, "pattern": TEXT}),
]
Flag = Annotated[bool, Strict()]


def _listed(value: Any) -> Any:
    """One value alone stands for a list of one."""
    return value if isinstance(value, (list, tuple)) or value is None else [value]


def _limits(value: Any) -> Any:
    """Where a form holds alone: somewhere; a list of nothing could as well mean everywhere."""
    if value in ([], ()):
        raise mistake(
            '"articles" names no article.', "Write their ids, or remove the key: it holds in all articles then."
        )
    return _listed(value)


def _spelled(value: Any) -> Any:
    """A form alone stands for an alias that holds in every article."""
    if not isinstance(value, (str, dict)):
        raise PydanticKnownError("string_type")
    return {"text": value} if isinstance(value, str) else value


def _day(value: Any) -> date:
    """A calendar day."""
    try:
        if isinstance(value, str) and re.match(DAY, value):
            return date.fromisoformat(value)
    except ValueError:
        pass  # 2020-02-30 has the form of a day; the message below says that it is none
    days = re.findall(r"\d{4}-\d\d-\d\d", str(value))
    span = f"{{start: {days[0]}, end: {days[1]}}}" if len(days) == 2 else ""
    remedy = f"Write its first and its last day as {span}." if span else "Write year, month and day, as in 2020-02-12."
    shown = "A list" if isinstance(value, list) else f'"{value}"'
    raise mistake(f"{shown} is not a day.", remedy)


def _item(value: Any) -> str:
    """An item of Wikidata; one that is called by its number or its address is told as it is written."""
    if isinstance(value, str) and re.match(ITEM, value):
        return value
    number = re.search(r"(?:^|/)[Qq]?([1-9][0-9]*)$", str(value))
    raise mistake(f'"wikidata" cannot be "{value}".', f"Write it as {f'Q{number[1]}' if number else 'Q858'}.")


def _number(value: Any) -> Any:
    """An id of GeoNames; a number that ends in ".0" is whole, as it is for every schema."""
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(number, int) and number > LARGEST:
        raise mistake(f'"geonames" cannot be {value}.', "No id is so large.")
    return number


def _span_of_days(value: Any) -> Any:
    """A day alone stands for the time from that day to the same."""
    return value if isinstance(value, dict) else {"start": value, "end": value}


def _kind_of_place(value: Any) -> Any:
    """A kind of actor makes the entry one of the other file."""
    return _elsewhere(value, get_args(ActorKind), "actors.yaml")


def _kind_of_actor(value: Any) -> Any:
    """A kind of place makes the entry one of the other file."""
    return _elsewhere(value, get_args(PlaceKind), "places.yaml")


def _kind_of_source(value: Any) -> Any:
    """What somebody is does not matter to a source; that an outlet is one does."""
    if value == "media":
        raise mistake('"kind" cannot be "media" in this file.', 'Write "outlet".')
    if value in get_args(ActorKind):
        remedy = 'Write "named", for who speaks under a name; what it is stands in actors.yaml.'
        raise mistake(f'"kind" cannot be "{value}" in this file.', remedy)
    return value


def _elsewhere(value: Any, kinds: tuple[str, ...], file: str) -> Any:
    if value in kinds:
        raise mistake(f'"kind" cannot be "{value}" in this file.', f"Move the entry into {file}, where it can.")
    return value


def _point(value: Any) -> tuple[float, float]:
    """Latitude and longitude in degrees, in this order."""
    numbers = value if isinstance(value, list) else []
    if len(numbers) != 2 or any(isinstance(n, bool) or not isinstance(n, (int, float)) for n in numbers):
        raise mistake('"at" needs two numbers.', _as_numbers(value))
    latitude, longitude = map(float, numbers)
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    if abs(longitude) <= 90 and abs(latitude) <= 180:
        raise mistake(
            f"Latitude {latitude:g} is out of range (-90 to 90); the two numbers look swapped.",
            f"Write latitude first: at: [{longitude:g}, {latitude:g}].",
        )
    raise mistake(f"No point is at {latitude:g}, {longitude:g}.", "Latitudes end at 90 degrees, longitudes at 180.")


def _as_numbers(value: Any) -> str:
    """How to write a point: in decimals, which have a point."""
    text = str(value)
    degrees = [_decimal(*found) for found in re.findall(DEGREES, text)]
    if len(degrees) == 2:
        return f"Write degrees as decimals, latitude first: at: [{degrees[0]}, {degrees[1]}]."
    four = isinstance(value, list) and len(value) == 4 and all(isinstance(n, int) for n in value)
    if four or re.search(r"\d,\d", text):
        return "Write decimals with a point, not with a comma: at: [37.05, 41.22]."
    return "Write latitude, then longitude: at: [37.05, 41.22]."


def _decimal(degrees: str, minutes: str, seconds: str, side: str) -> str:
    """Degrees, minutes and seconds as a decimal, south and west of zero below it."""
    size = float(degrees) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    return f"{-size if side in 'SWsw' else size:.4f}"


POINT_SCHEMA = {
    "type": "array",
    "items": [
        {"type": "number", "minimum": -90, "maximum": 90, "description": "latitude"},
        {"type": "number", "minimum": -180, "maximum": 180, "description": "longitude"},
    ],
    "minItems": 2,
    "maxItems": 2,
    "additionalItems": False,
}

Item = Annotated[str, BeforeValidator(_item), WithJsonSchema({"type": "string", "pattern": ITEM})]
GeonamesId = Annotated[int, Strict(), Field(gt=0, le=LARGEST), BeforeValidator(_number)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": DAY})]
Point = Annotated[tuple[float, float], BeforeValidator(_point), WithJsonSchema(POINT_SCHEMA)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=Text | tuple[Text, ...])]
Some = Annotated[tuple[Text, ...], Field(min_length=1)]
Limits = Annotated[tuple[Text, ...], BeforeValidator(_limits, json_schema_input_type=Text | Some)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("*", mode="before")
    @classmethod
    def _given(cls, value: Any) -> Any:
        if value is None:
            raise mistake("The key has no value.", "Write one after the colon, or remove the key.")
        return value


class Alias(_Entry):
    """A form that names the entity, perhaps only in some articles."""

    text: Text = Field(description="The form, as articles write it.")
    articles: Limits = Field(default=(), description="Only in these articles: ids, * stands for anything.")


Form = Annotated[Alias, BeforeValidator(_spelled, json_schema_input_type=Text | Alias)]
Forms = Annotated[tuple[Form, ...], BeforeValidator(_listed, json_schema_input_type=Form | tuple[Form, ...])]


class _Named(_Entry):
    aliases: Forms = Field(default=(), description="These forms are this one.")
    never: Texts = Field(default=(), alias="not", description="Never merge it with these.")


class _Entity(_Named):
    acronym: Text | None = Field(default=None, description="Its short form; articles that write it mean this one.")
    formerly: Texts = Field(default=(), description="Names that it had before.")
    former: Texts = Field(default=(), description="The same as formerly.")
    wikidata: Item | None = Field(default=None, description="Its item on Wikidata.", examples=["Q858"])
    hide: Flag = Field(default=False, description="Keep it, but make no page of it.")


class PlaceEntry(_Entity):
    """What a person says of a place."""

    kind: Annotated[PlaceKind | None, BeforeValidator(_kind_of_place)] = Field(
        default=None, description="What it is; it is a place whatever the machine thought."
    )
    at: Point | None = Field(default=None, description="Its pin: [latitude, longitude].")
    parent: Text | None = Field(default=None, alias="in", description="The place that contains it.")
    geonames: GeonamesId | None = Field(default=None, description="Its id on GeoNames.")


class ActorEntry(_Entity):
    """What a person says of an actor."""

    kind: Annotated[ActorKind | None, BeforeValidator(_kind_of_actor)] = Field(
        default=None, description="What it is; it is an actor whatever the machine thought."
    )


class SourceEntry(_Named):
    """What a person says of a source."""

    kind: Annotated[SourceKindName | None, BeforeValidator(_kind_of_source)] = Field(
        default=None, description="Who speaks: an outlet, a named source, ..."
    )
    label: Text | None = Field(default=None, description='What it is: "Syrian state news agency".')
    copies: Text | None = Field(
        default=None, description="The source that it only repeats, by its name or, unnamed, its id; both count as one."
    )
    hide: Flag = Field(default=False, description="Make no page of it; what it says stays.")


class Days(_Entry):
    """The first and the last day of an event."""

    start: Day
    end: Day


class EventEntry(_Entry):
    """What a person says of an event."""

    title: Text | None = Field(default=None, description="Its title.")
    date: Annotated[Days, BeforeValidator(_span_of_days, json_schema_input_type=Day | Days)] | None = Field(
        default=None, description="Its day, or {start: day, end: day}."
    )
    place: Text | None = Field(default=None, description="Where it happened: a place's name.")
    type: Text | None = Field(default=None, description="What kind of event it is.")
    includes: Texts = Field(
        default=(), description="Events that are this one, and articles or claims that tell of it: their ids."
    )
    without: Texts = Field(default=(), description="Articles or claims that do not tell of it: their ids.")
    never: Texts = Field(default=(), alias="not", description="Events that are others: their ids.")
    hide: Flag = Field(default=False, description="Make no page of it.")
