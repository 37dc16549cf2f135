"""The stories of a corpus, kept between builds: as long as its sentences are the same words, so are its stories."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path

from according.cache import Store, code_hash
from according.events.refining import UnitKey, unit_key
from according.events.units import Unit

Units = Mapping[str, tuple[Unit, ...]]
Days = Mapping[str, date | None]
Titles = Mapping[str, frozenset[str]]


def remembered(
    units: Units, days: Days, titles: Titles, find: Callable[[], dict[UnitKey, int]], store: Store | None
) -> dict[UnitKey, int]:
    """The number of the story that each sentence tells, from the store where nothing that shapes it is new."""
    keys = [unit_key(u) for told in units.values() for u in told]
    if store is None or not keys:
        return find()
    key = "stories:" + _key(units, days, titles)
    kept = store.get(key)
    if kept is not None:
        return dict(zip(keys, json.loads(kept), strict=True))
    found = find()
    store.put(key, json.dumps([found[k] for k in keys]).encode())
    return found


def _key(units: Units, days: Days, titles: Titles) -> str:
    """A hash of everything that the search for stories reads."""
    digest = hashlib.sha256(_code().encode())
    for article, told in units.items():
        names = sorted(told[0].names) if told else []
        row = (article, str(days[article]), sorted(titles[article]), names, [_row(u) for u in told])
        digest.update(repr(row).encode("utf8", "surrogatepass"))
    return digest.hexdigest()


def _row(unit: Unit) -> tuple[object, ...]:
    """All of a sentence but the names, which it shares with its article."""
    return tuple(str(getattr(unit, f.name)) for f in fields(unit) if f.name not in {"article", "names"})


@cache
def _code() -> str:
    return code_hash(Path(__file__).parent)
