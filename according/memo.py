"""Work kept in memory from one build to the next, as long as everything that it was made of is the same.

Three ways, for whoever builds again and again in one process (``build.py serve``). ``recall`` keeps a result with its
inputs and gives it back for equal ones. ``gather`` turns rows round: what each article has of a name becomes what is
made of the name, again only where an article has something else of it. ``trace`` notes which rows of which tables a
piece of work reads, and does it again only when one of these rows has changed: verifying traces, for rows instead of
files (Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018). What traced work reads beside the tables
must be the same as long as the memo lives: it is begun anew when the configuration, a template or our code changes.

Work may lie inside other work. Traced work reads whatever the traced work inside it reads, so the inner is up to date
as long as the outer is, and is kept with it; recalled work reads no tables, so no traced work may lie in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from according.comparing import ALL, Gathering, by_group, different, same
from according.watching import Read, Watched

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

J = TypeVar("J", bound=str)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")
G = TypeVar("G", bound=Hashable)
D = TypeVar("D", bound="DataclassInstance")


class Memo:
    """Keeps nothing: every piece of work is done. For a build of which there is only one."""

    empty = True  # whether the build under way does all its work

    def begin(self, subject: str) -> None:
        """Start a build; all is forgotten when ``subject``, a hash of what is neither input nor table, is another."""

    def end(self) -> None:
        """A build has come to its end."""

    def recall(self, what: str, key: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:  # noqa: ARG002
        """The result of a function of nothing but ``inputs``; ``what`` and ``key`` name the piece of work."""
        return make()

    def gather(
        self,
        what: str,  # noqa: ARG002
        ground: tuple[object, ...],  # noqa: ARG002
        rows: Mapping[K, Mapping[G, V]],
        make: Callable[[G, Mapping[K, V]], T],
    ) -> Mapping[G, T]:
        """By group, in no order, what is made of the parts that rows have in it, and of nothing else but ``ground``."""
        return {group: make(group, parts) for group, parts in by_group(rows).items()}

    def trace(self, what: str, key: Hashable, make: Callable[[], T]) -> T:  # noqa: ARG002
        """The result of a function of nothing but tables."""
        return make()

    def table(self, name: str, rows: Mapping[K, V]) -> Mapping[K, V]:  # noqa: ARG002
        """A mapping whose rows may be read in traced work."""
        return rows

    def derive(self, name: str, make: Callable[[], Mapping[K, V]]) -> Mapping[K, V]:
        """A table that is made of nothing but other tables."""
        return self.table(name, self.trace("table", name, make))

    def collect(self, name: str, keys: Iterable[J], part: Callable[[J], Mapping[K, V]]) -> Mapping[K, V]:
        """A table put together of parts: only those that read a row that has changed are made again.

        ``keys`` are mostly those of a table, which is handed over as it is, so that it is noted that they are read.
        """

        def whole() -> dict[K, V]:
            parts = (self.trace(f"part of {name}", key, partial(part, key)) for key in sorted(keys))
            return {k: row for made in parts for k, row in made.items()}

        return self.derive(name, whole)

    def index(
        self, name: str, keys: Iterable[J], part: Callable[[J], Iterable[tuple[K, V]]]
    ) -> Mapping[K, tuple[V, ...]]:
        """The same where several parts tell of one key: by key all that they tell, in the order of the parts."""

        def listed(key: J) -> tuple[tuple[K, V], ...]:
            return tuple(part(key))

        def whole() -> dict[K, tuple[V, ...]]:
            found: defaultdict[K, list[V]] = defaultdict(list)
            for key in sorted(keys):
                for k, told in self.trace(f"part of {name}", key, partial(listed, key)):
                    found[k].append(told)
            return {k: tuple(told) for k, told in found.items()}

        return self.derive(name, whole)

    def cache(self, make: Callable[[K], V]) -> Callable[[K], V]:
        """A function that works once a key and build; for traced work that shares results."""
        made: dict[K, V] = {}

        def found(key: K) -> V:
            if key not in made:
                made[key] = make(key)
            return made[key]

        return found


FORGETFUL = Memo()


@dataclass(slots=True)
class _Entry:
    """A result, and what it was made of."""

    made_of: Any  # inputs, or the rows that were read
    result: Any
    made: int  # the build that did the work
    around: _Entry | None  # the work that last asked for it
    asked: int  # the build in which it did

    def is_in_use(self, build: int) -> bool:
        """Whether a build asked for it, or gave back a result in whose making it was asked for."""
        if self.asked == build:
            return True
        outer = self.around
        return outer is not None and self.asked == outer.made and (outer.asked == build or outer.is_in_use(build))


class LongMemo(Memo):
    """Keeps results between builds; ``begin`` and ``end`` stand around each."""

    def __init__(self) -> None:
        self._subject = ""
        self._build = 0
        self._unfinished = False  # tables are compared with those of a build that did not come to its end
        self._recalled: dict[tuple[str, Hashable], _Entry] = {}
        self._gathered: dict[str, Gathering] = {}
        self._traces: dict[tuple[str, Hashable], _Entry] = {}
        self._tables: dict[str, Mapping[Any, Any]] = {}
        self._changed: set[Read] = set()
        self._around: _Entry | None = None  # the work under way, the innermost
        self._caches: list[_Cache[Any, Any]] = []  # of the build under way
        self.reading: list[set[Read]] = []  # what the traced work under way has read, the innermost last

    def begin(self, subject: str) -> None:
        """Start a build; all is forgotten when ``subject`` is another, and what was traced when the last one failed."""
        if subject != self._subject:
            self._recalled.clear()
            self._gathered.clear()
        if subject != self._subject or self._unfinished:
            self._traces.clear()
            self._tables.clear()
        self.empty = not (self._recalled or self._traces)
        self._subject, self._unfinished = subject, False
        self._build += 1
        self._around = None
        self._caches.clear()
        self._changed.clear()
        self.reading.clear()

    def end(self) -> None:
        """Drop what this build has no use for."""
        for entries in (self._recalled, self._traces):
            for key in [k for k, e in entries.items() if e.asked != self._build and not e.is_in_use(self._build)]:
                del entries[key]
        self._unfinished = False
        for cache in self._caches:
            cache.empty()
        self._caches.clear()

    def recall(self, what: str, key: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """The result of a function of nothing but ``inputs``."""
        entry = self._recalled.get((what, key))
        if entry is None or not same(entry.made_of, inputs):
            entry = _Entry(inputs, None, self._build, self._around, self._build)
            entry.result = self._within(entry, make)
            self._recalled[what, key] = entry
        self._ask(entry)
        return cast("T", entry.result)

    def gather(
        self,
        what: str,
        ground: tuple[object, ...],
        rows: Mapping[K, Mapping[G, V]],
        make: Callable[[G, Mapping[K, V]], T],
    ) -> Mapping[G, T]:
        """By group, what is made of the parts of rows; made again only for groups in which a row has another part."""
        kept = self._gathered.pop(what, None)
        if kept is None or not same(kept.ground, ground):
            kept = Gathering(ground)
        made = kept.update(rows, make)
        self._gathered[what] = kept  # not where the making failed
        return made

    def trace(self, what: str, key: Hashable, make: Callable[[], T]) -> T:
        """The result of a function of nothing but tables, made again when a row that it read has changed."""
        entry = self._traces.get((what, key))
        if entry is None or (entry.made != self._build and not self._changed.isdisjoint(entry.made_of)):
            entry = _Entry(ALL, None, self._build, self._around, self._build)
            entry.result, read = self.traced(partial(self._within, entry, make))
            entry.made_of = frozenset(read)
            self._traces[what, key] = entry
        self._ask(entry)
        self.note(entry.made_of)
        return cast("T", entry.result)

    def table(self, name: str, rows: Mapping[K, V]) -> Mapping[K, V]:
        """A mapping that notes what is read of it; compared with the one of that name in the build before."""
        self._unfinished = True
        if isinstance(rows, Watched):
            rows = rows.rows
        before = self._tables.get(name, {})
        if before is not rows:
            self._changed.update((name, key) for key in different(before, rows))
            self._tables[name] = rows
        return Watched(name, rows, self.reading)

    def cache(self, make: Callable[[K], V]) -> Callable[[K], V]:
        """A function that works once a key and build; whoever asks has read what it read."""
        cache = _Cache(make, self)
        self._caches.append(cache)
        return cache

    def note(self, read: set[Read] | frozenset[Read]) -> None:
        """These rows are read by the traced work under way, if there is any."""
        if self.reading:
            self.reading[-1] |= read

    def _ask(self, entry: _Entry) -> None:
        entry.around, entry.asked = self._around, self._build

    def _within(self, entry: _Entry, make: Callable[[], T]) -> T:
        outer, self._around = self._around, entry
        try:
            return make()
        finally:
            self._around = outer

    def traced(self, make: Callable[[], T]) -> tuple[T, set[Read]]:
        """A result, and the rows that were read for it."""
        self.reading.append(set())
        try:
            result = make()
        finally:
            read = self.reading.pop()
        return result, read


class _Cache(Generic[K, V]):
    """What a function of tables gave in one build, and what it read for it."""

    __slots__ = ("_made", "_make", "_memo")

    def __init__(self, make: Callable[[K], V], memo: LongMemo) -> None:
        self._make: Callable[[K], V] | None = make
        self._memo = memo
        self._made: dict[K, tuple[V, set[Read]]] = {}

    def __call__(self, key: K) -> V:
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


def watched(record: D, memo: Memo) -> D:
    """A frozen dataclass with its mappings as tables, named after it and its fields."""
    name = type(record).__name__
    rows = {f.name: value for f in fields(record) if isinstance(value := getattr(record, f.name), Mapping)}
    return replace(record, **{field: memo.table(f"{name}.{field}", value) for field, value in rows.items()})
