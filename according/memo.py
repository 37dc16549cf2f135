"""Work kept in memory from one build to the next, as long as everything that it was made of is the same.

Three ways, for whoever builds again and again in one process (``build.py serve``). ``recall`` keeps a result with its
inputs and gives it back for equal ones (``recall_each`` does so for all rows of a step in one loop). ``gather`` turns
rows round: what each article has of a name becomes what is made of the name, again only where an article has something
else of it. ``trace`` notes which rows of which tables a piece of work reads, and does it again only when one of these
rows has changed, as traces do for files (Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018): a
changed row is followed to its readers. What traced work reads beside the tables must be the same as long as the memo
lives: it is begun anew when the configuration, a template or our code changes.

Work may lie inside other work. Traced work is void with the traced work inside it, so the inner is up to date as long
as the outer is, and is kept with it; recalled work reads no tables, so no traced work may lie in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain
from typing import Any, TypeVar, cast

from according.comparing import Gathering, Recalling, by_group, different
from according.perbuild import PerBuild
from according.watching import Read, Watched
from according.works import Works

J = TypeVar("J", bound=str)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")
G = TypeVar("G", bound=Hashable)


class Memo:
    """Keeps nothing: every piece of work is done. For a build of which there is only one."""

    empty = True  # whether the build under way does all its work

    def begin(self, subject: str) -> None:
        """Start a build; all is forgotten when ``subject``, a hash of what is neither input nor table, is another."""

    def end(self) -> None:
        """A build has come to its end."""

    def foresee(self, work: Callable[[], object]) -> None:
        """Recalled work that this build has no need of, but most likely the next one."""

    def prepare(self) -> None:
        """Do what the last build foresaw, so that the next finds it done: for whoever has time between two builds."""

    def hold(self, what: str, make: Callable[[], T]) -> T:  # noqa: ARG002
        """Something that a process opens, such as a database: of use to nobody else."""
        return make()

    def recall(self, what: str, key: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:  # noqa: ARG002
        """The result of a function of nothing but ``inputs``; ``what`` and ``key`` name the piece of work."""
        return make()

    def recall_each(
        self,
        what: str,  # noqa: ARG002
        rows: Iterable[tuple[K, tuple[Any, ...]]],
        make: Callable[..., T],
    ) -> dict[K, T]:
        """By key, the results of a function of nothing but the inputs beside it, in the making of which lies no work.

        ``what`` is asked for once a build: of keys that are not there any more nothing is kept.
        """
        return {key: make(*inputs) for key, inputs in rows}

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

    def each(self, what: str, keys: Iterable[K], make: Callable[[K], T]) -> Mapping[K, T]:
        """By key, results of functions of nothing but tables; ``what`` and the key name the piece of work."""
        return {key: self.trace(what, key, partial(make, key)) for key in keys}

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
            found: dict[K, V] = {}
            for made in self.each(f"part of {name}", sorted(keys), part).values():
                found |= made
            return found

        return self.derive(name, whole)

    def index(
        self, name: str, keys: Iterable[J], part: Callable[[J], Iterable[tuple[K, V]]]
    ) -> Mapping[K, tuple[V, ...]]:
        """The same where several parts tell of one key: by key, in no order, what all of them tell, in their order."""

        def listed(key: J) -> dict[K, tuple[V, ...]]:
            found: defaultdict[K, list[V]] = defaultdict(list)
            for k, told in part(key):
                found[k].append(told)
            return {k: tuple(told) for k, told in found.items()}

        def together(_: K, parts: Mapping[J, tuple[V, ...]]) -> tuple[V, ...]:
            return tuple(chain.from_iterable(parts.values()))

        def whole() -> Mapping[K, tuple[V, ...]]:
            return self.gather(f"table {name}", (), self.each(f"part of {name}", sorted(keys), listed), together)

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


class LongMemo(Memo):
    """Keeps results between builds; ``begin`` and ``end`` stand around each."""

    def __init__(self) -> None:
        self._subject = ""
        self._unfinished = False  # tables are compared with those of a build that did not come to its end
        self._works = Works()
        self._held: dict[str, Any] = {}
        self._gathered: dict[str, Gathering] = {}
        self._recalled: dict[str, Recalling] = {}
        self._tables: dict[str, Mapping[Any, Any]] = {}
        self._asked: set[int] = set()  # the work that this build has asked for outside of other work
        self._caches: list[PerBuild[Any, Any]] = []  # of the build under way
        self._foreseen: list[Callable[[], object]] = []
        self.reading: list[set[Read | int]] = []  # what the work under way has read, the innermost last

    def begin(self, subject: str) -> None:
        """Start a build; all is forgotten when ``subject`` is another, and what was traced when the last one failed."""
        if subject != self._subject:
            self._works = Works()
            self._held.clear()
            self._gathered.clear()
            self._recalled.clear()
        elif self._unfinished:
            self._works.void_traced()
        if subject != self._subject or self._unfinished:
            self._tables.clear()
        self.empty = not self._works
        self._subject, self._unfinished = subject, False
        self._asked.clear()
        self._caches.clear()
        self._foreseen.clear()
        self.reading.clear()

    def foresee(self, work: Callable[[], object]) -> None:
        """Recalled work that this build has no need of, but most likely the next one; ``prepare`` does it."""
        self._foreseen.append(work)

    def prepare(self) -> None:
        """Do what the last build foresaw."""
        while self._foreseen:
            self._foreseen.pop()()

    def end(self) -> None:
        """Drop what this build has no use for."""
        self._works.drop_idle(self._asked)
        self._unfinished = False
        for cache in self._caches:
            cache.empty()
        self._caches.clear()

    def dump(self) -> tuple[object, ...]:
        """All that is kept but what is held, as data for a file, when a build has come to its end."""
        return self._subject, self._works.dump(), self._recalled, self._gathered, self._tables, self.reading

    def resume(self, dumped: tuple[Any, ...]) -> None:
        """Go on from what another process dumped."""
        self._subject, works, self._recalled, self._gathered, self._tables, self.reading = dumped
        self._works = Works.of(works)

    def hold(self, what: str, make: Callable[[], T]) -> T:
        """Something that this process opened, until all is forgotten."""
        if what not in self._held:
            self._held[what] = make()
        return cast("T", self._held[what])

    def recall(self, what: str, key: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """The result of a function of nothing but ``inputs``."""
        work = self._works.find(("recall", what, key))
        if work.is_void or work.inputs != inputs:
            result, read = self.traced(make)
            self._works.recalled(work, inputs, result, read)
        self._ask(work.number)
        return cast("T", work.result)

    def recall_each(self, what: str, rows: Iterable[tuple[K, tuple[Any, ...]]], make: Callable[..., T]) -> dict[K, T]:
        """By key, the results of a function of nothing but inputs, made again where an input is another."""
        return self._recalled.setdefault(what, Recalling()).update(rows, make)

    def gather(
        self,
        what: str,
        ground: tuple[object, ...],
        rows: Mapping[K, Mapping[G, V]],
        make: Callable[[G, Mapping[K, V]], T],
    ) -> Mapping[G, T]:
        """By group, what is made of the parts of rows; made again only for groups in which a row has another part."""
        kept = self._gathered.pop(what, None)
        if kept is None or kept.ground != ground:
            kept = Gathering(ground)
        made = kept.update(rows, make)
        self._gathered[what] = kept  # not where the making failed
        return made

    def trace(self, what: str, key: Hashable, make: Callable[[], T]) -> T:
        """The result of a function of nothing but tables, made again when a row that it read has changed."""
        work = self._works.find(("trace", what, key))
        if work.is_void:
            self._works.traced(work, *self.traced(make))
        self._ask(work.number)
        return cast("T", work.result)

    def each(self, what: str, keys: Iterable[K], make: Callable[[K], T]) -> Mapping[K, T]:
        """By key, results of functions of nothing but tables; nobody is asked where all are what they were."""
        asked = tuple(keys)
        group = self._works.find(("each", what, asked))
        if group.is_void:
            works = self._works.read_by(group) or [self._works.find(("trace", what, key)) for key in asked]
            for key, work in zip(asked, works, strict=True):
                if work.is_void:
                    self._works.traced(work, *self.traced(partial(make, key)))
            made = {key: work.result for key, work in zip(asked, works, strict=True)}
            self._works.traced(group, made, [work.number for work in works])
        self._ask(group.number)
        return cast("Mapping[K, T]", group.result)

    def table(self, name: str, rows: Mapping[K, V]) -> Mapping[K, V]:
        """A mapping that notes what is read of it; compared with the one of that name in the build before."""
        self._unfinished = True
        if isinstance(rows, Watched):
            rows = rows.rows
        before = self._tables.get(name, {})
        if before is not rows:
            self._works.void((name, key) for key in different(before, rows))
            self._tables[name] = rows
        return Watched(name, rows, self.reading)

    def cache(self, make: Callable[[K], V]) -> Callable[[K], V]:
        """A function that works once a key and build; whoever asks has read what it read."""
        cache = PerBuild(make, self)
        self._caches.append(cache)
        return cache

    def note(self, read: AbstractSet[Read | int]) -> None:
        """All this is read by the work under way, if there is any."""
        if self.reading:
            self.reading[-1] |= read

    def _ask(self, number: int) -> None:
        (self.reading[-1] if self.reading else self._asked).add(number)

    def traced(self, make: Callable[[], T]) -> tuple[T, set[Read | int]]:
        """A result, and what was read for it."""
        self.reading.append(set())
        try:
            result = make()
        finally:
            read = self.reading.pop()
        return result, read
