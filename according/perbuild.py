"""What traced work shares within one build."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from according.watching import Read

if TYPE_CHECKING:
    from according.memo import LongMemo

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class PerBuild(Generic[K, V]):
    """What a function of tables gave in one build, and what it read for it."""

    __slots__ = ("_made", "_make", "_memo")

    def __init__(self, make: Callable[[K], V], memo: LongMemo) -> None:
        self._make: Callable[[K], V] | None = make
        self._memo = memo
        self._made: dict[K, tuple[V, set[Read | int]]] = {}

    def __call__(self, key: K) -> V:
        """The result for a key."""
        made = self._made.get(key)
        if made is None:
            make = cast("Callable[[K], V]", self._make)
            made = self._made[key] = self._memo.traced(lambda: make(key))
        self._memo.note(made[1])
        return made[0]

    def empty(self) -> None:
        """Let go of everything: who made this cache holds it, and the function holds its maker, a circle."""
        self._make = None
        self._made.clear()
