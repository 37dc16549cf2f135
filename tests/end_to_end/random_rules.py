"""Random corrections of what a site shows: most of them valid, some at odds with one another, as people's are."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args

import yaml

from according.events.types import TYPES
from according.overrides.syntax import ActorKind, PlaceKind, SourceKindName

NEW = ("New Town", "Jabal: Test", 'He said "x"', "القامشلي", "NO", "1948", "O'Brien’s Camp")
Rows = Sequence[dict[str, Any]]


class RandomRules:
    """The same corrections for the same seed and the same site."""

    def __init__(self, seed: int, site: Path) -> None:
        def rows(name: str) -> Rows:
            return [json.loads(line) for line in (site / "data" / name).read_text("utf8").split("\n") if line]

        features = json.loads((site / "data" / "places.geojson").read_text("utf8"))["features"]
        self._any = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
        self._names = {
            "places": _names([f["properties"] for f in features]),
            "actors": _names(rows("actors.jsonl")),
            "sources": [
                s[key] for s in rows("sources.jsonl") for key in ("name", "id") if key == "name" or "--" in s[key]
            ],
        }
        self._events = [e["id"] for e in rows("events.jsonl")]
        self._articles = [a["id"] for a in rows("articles.jsonl")]
        self._claims = [c["id"] for c in rows("claims.jsonl")]

    def files(self) -> dict[str, str]:
        """The text of each file of corrections, of one to three entries each."""
        found = {
            name: dict(make() for _ in range(self._any.choice((0, 1, 1, 2)))) for name, make in self._makers().items()
        }
        return {name: yaml.safe_dump(entries, allow_unicode=True) if entries else "" for name, entries in found.items()}

    def entries(self, count: int) -> list[tuple[str, str, Any]]:
        """Some entries, each with its file and its name, which no other one has."""
        makers = self._makers()
        found: dict[str, tuple[str, str, Any]] = {}
        while len(found) < count:
            name = self._any.choice(sorted(makers))
            key, said = makers[name]()
            found.setdefault(key.casefold(), (name, key, said))
        return list(found.values())

    def shuffled(self, entries: Sequence[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
        """The same in another order."""
        return self._any.sample(entries, len(entries))

    def _makers(self) -> dict[str, Callable[[], tuple[str, Any]]]:
        return {
            "places": lambda: self._named("places", self._place_keys()),
            "actors": lambda: self._named("actors", self._keys(get_args(ActorKind))),
            "sources": lambda: self._named("sources", self._source_keys()),
            "events": self._event,
        }

    def _named(self, file: str, keys: dict[str, Callable[[], object]]) -> tuple[str, Any]:
        """An entry under a name of the site or a new one."""
        pool = self._names[file]
        name = self._any.choice(pool if self._any.random() < 0.75 else NEW)
        if self._any.random() < 0.15:
            return name, "ignore"
        aliases = {"aliases": lambda: [self._alias(pool)], "not": lambda: [self._any.choice(pool)]}
        return name, self._some({**aliases, **keys})

    def _alias(self, pool: Sequence[str]) -> object:
        form = self._any.choice(pool)
        if self._any.random() > 0.25:
            return form
        return {"text": form, "articles": self._any.sample((*self._articles, "2020-*"), 2)}

    def _keys(self, kinds: Sequence[str]) -> dict[str, Callable[[], object]]:
        return {
            "kind": lambda: self._any.choice(kinds),
            "acronym": lambda: self._any.choice(("NDF", "SCA")),
            "formerly": lambda: self._any.choice((*NEW, *self._names["actors"])),
            "wikidata": lambda: f"Q{self._any.randint(1, 9)}",
            "hide": lambda: True,
        }

    def _place_keys(self) -> dict[str, Callable[[], object]]:
        at = {"at": lambda: [round(self._any.uniform(30, 42), 2), round(self._any.uniform(30, 44), 2)]}
        holder = {"in": lambda: self._any.choice(self._names["places"])}
        return {**self._keys(get_args(PlaceKind)), **at, **holder, "geonames": lambda: self._any.choice((173811, 1))}

    def _source_keys(self) -> dict[str, Callable[[], object]]:
        return {
            "label": lambda: 'an agency: "of" the state',
            "copies": lambda: self._any.choice(self._names["sources"]),
            "kind": lambda: self._any.choice(get_args(SourceKindName)),
        }

    def _event(self) -> tuple[str, Any]:
        keys: dict[str, Callable[[], object]] = {
            "title": lambda: 'A title: "q"',
            "date": lambda: self._any.choice(("2020-02-05", {"start": "2020-02-01", "end": "2020-02-09"})),
            "place": lambda: self._any.choice(self._names["places"]),
            "type": lambda: self._any.choice(sorted(TYPES)),
            "includes": lambda: [self._any.choice(self._events)],
            "not": lambda: [self._any.choice(self._events)],
            "without": lambda: [self._any.choice((*self._articles, *self._claims))],
            "hide": lambda: True,
        }
        return self._any.choice(self._events), self._some(keys)

    def _some(self, keys: dict[str, Callable[[], object]]) -> dict[str, object]:
        return {key: keys[key]() for key in self._any.sample(sorted(keys), self._any.choice((1, 1, 2, 3)))}


def _names(rows: Rows) -> list[str]:
    """What things are called, and their spellings."""
    return sorted({row["name"] for row in rows} | {form["text"] for row in rows for form in row["forms"]})
