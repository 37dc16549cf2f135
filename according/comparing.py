"""What is another than in the build before: inputs, rows of a table, groups in which rows have a part."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import compress
from operator import is_not
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
G = TypeVar("G", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")

ABSENT = object()


class _All:
    """One object, also where it is read back from a file."""

    __slots__ = ()

    def __reduce__(self) -> str:
        return "ALL"


ALL = _All()  # the key that stands for all rows and their order


def different(before: Mapping[Any, Any], now: Mapping[Any, Any]) -> Iterator[Hashable]:
    """The keys whose rows differ, and ALL if any does or if they stand in another order."""
    if list(before) == list(now):  # as most often, and nearly all rows are the same objects
        others = [key for key in compress(now, map(is_not, before.values(), now.values())) if before[key] != now[key]]
        yield from (*others, ALL) if others else ()
        return
    yield from (key for key, row in now.items() if (old := before.get(key, ABSENT)) is not row and old != row)
    yield from (key for key in before if key not in now)
    yield ALL


def by_group(rows: Mapping[K, Mapping[G, V]]) -> dict[G, dict[K, V]]:
    """By group, the parts that rows have in it, in the order of the rows."""
    found: dict[G, dict[K, V]] = {}
    for key, parts in rows.items():
        for group, part in parts.items():
            found.setdefault(group, {})[key] = part
    return found


class Recalling:
    """What was made of some inputs, by key."""

    def __init__(self) -> None:
        self._kept: dict[Any, tuple[tuple[Any, ...], Any]] = {}  # inputs and result

    def update(self, rows: Iterable[tuple[K, tuple[Any, ...]]], make: Callable[..., T]) -> dict[K, T]:
        """By key, what is made of the inputs beside it: again where these are not equal to those of before.

        What comes out equal is the old object, so that whoever has it as an input sees at once that it is the same.
        """
        before, now = self._kept.get, {}
        for key, inputs in rows:
            kept = before(key)
            if kept is None or kept[0] != inputs:
                kept = inputs, _kept(kept[1] if kept else ABSENT, make(*inputs))
            now[key] = kept
        self._kept = now
        return {key: result for key, (_, result) in now.items()}


class Gathering:
    """What was made of the groups of some rows, kept up to date as rows change."""

    def __init__(self, ground: tuple[object, ...]) -> None:
        self.ground = ground
        self._rows: Mapping[Any, Mapping[Any, Any]] = {}
        self._made: dict[Any, Any] = {}

    def update(self, rows: Mapping[K, Mapping[G, V]], make: Callable[[G, Mapping[K, V]], T]) -> Mapping[G, T]:
        """By group, what is made of it: again where a part is another, and the old object where it comes out equal."""
        touched = self._touched(rows)
        if touched:
            own = {key: {g: parts[g] for g in touched & parts.keys()} for key, parts in rows.items()}
            made = {g: _kept(self._made.get(g, ABSENT), make(g, parts)) for g, parts in by_group(own).items()}
            self._made = {g: old for g, old in self._made.items() if g not in touched} | made
        self._rows = rows
        return self._made

    def _touched(self, rows: Mapping[Any, Mapping[Any, Any]]) -> set[Any]:
        """The groups in which a row has another part than before."""
        touched = set()
        for key in self._rows.keys() | rows.keys():
            before, now = self._rows.get(key, {}), rows.get(key, {})
            if before is not now and before != now:
                touched |= {g for g in before.keys() | now.keys() if before.get(g, ABSENT) != now.get(g, ABSENT)}
        return touched


def _kept(before: Any, now: Any) -> Any:
    return before if before == now else now
