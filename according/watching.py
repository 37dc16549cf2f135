"""Mappings that know who reads them."""

from __future__ import annotations

from collections.abc import Hashable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from according.comparing import ALL

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from according.memo import Memo

D = TypeVar("D", bound="DataclassInstance")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Read = tuple[str, Hashable]  # a table and a key of it


class Watched(Mapping[K, V], Generic[K, V]):
    """A mapping that notes which of its keys are asked for, in the last of some sets if there is any."""

    __slots__ = ("_name", "_reading", "_reads", "rows")

    def __init__(self, name: str, rows: Mapping[K, V], reading: list[set[Read | int]]) -> None:
        self._name, self.rows, self._reading = name, rows, reading
        self._reads: dict[Hashable, Read] = {}  # one tuple for all who read a row

    def __getitem__(self, key: K) -> V:
        self._note(key)
        return self.rows[key]

    def get(self, key: object, default: Any = None) -> Any:
        """The row of a key; that there is none is also read."""
        self._note(key)
        return self.rows.get(cast("K", key), default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self.rows

    def __iter__(self) -> Iterator[K]:
        self._note(ALL)
        return iter(self.rows)

    def __len__(self) -> int:
        self._note(ALL)
        return len(self.rows)

    def items(self) -> ItemsView[K, V]:
        """All rows: whoever reads them so reads their order too, which is another when any of them is."""
        self._note(ALL)
        return self.rows.items()

    def values(self) -> ValuesView[V]:
        """All rows without their keys."""
        self._note(ALL)
        return self.rows.values()

    def _note(self, key: Hashable) -> None:
        if self._reading:
            read = self._reads.get(key)
            if read is None:
                read = self._reads[key] = (self._name, key)
            self._reading[-1].add(read)


def watched(record: D, memo: Memo) -> D:
    """A frozen dataclass with its mappings as tables, named after it and its fields."""
    name = type(record).__name__
    rows = {f.name: value for f in fields(record) if isinstance(value := getattr(record, f.name), Mapping)}
    return replace(record, **{field: memo.table(f"{name}.{field}", value) for field, value in rows.items()})
