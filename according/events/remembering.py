"""The stories of a corpus, kept between builds: as long as its sentences are the same words, so are its stories."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from according.cache import Store, code_hash
from according.events.refining import UnitKey, unit_key
from according.events.units import Unit


class Read(NamedTuple):
    """Everything that the search for stories reads, besides our own code."""

    units: Mapping[str, tuple[Unit, ...]]
    days: Mapping[str, date | None]
    titles: Mapping[str, frozenset[str]]
    encoder: str  # its fingerprint; empty where there is none


def remembered(read: Read, find: Callable[[], dict[UnitKey, int]], store: Store | None) -> dict[UnitKey, int]:
    """The number of the story that each sentence tells, from the store where nothing that shapes it is new."""
    keys = [unit_key(u) for told in read.units.values() for u in told]
    if store is None or not keys:
        return find()
    key = "stories:" + _key(read)
    kept = store.get(key)
    if kept is not None:
        return dict(zip(keys, json.loads(kept), strict=True))
    found = find()
    store.put(key, json.dumps([found[k] for k in keys]).encode())
    return found


def _key(read: Read) -> str:
    """A hash of everything that the search for stories reads."""
    digest = hashlib.sha256(f"{_code()} {read.encoder}".encode())
    for article, told in read.units.items():
        names = sorted(told[0].names) if told else []
        row = (article, str(read.days[article]), sorted(read.titles[article]), names, [_row(u) for u in told])
        digest.update(repr(row).encode("utf8", "surrogatepass"))
    return digest.hexdigest()


def _row(unit: Unit) -> tuple[object, ...]:
    """All of a sentence but the names, which it shares with its article."""
    return tuple(str(getattr(unit, f.name)) for f in fields(unit) if f.name not in {"article", "names"})


@cache
def _code() -> str:
    return code_hash(Path(__file__).parent)
