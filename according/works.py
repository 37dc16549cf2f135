"""Pieces of work that were done: their results, what each was made of, and which of them are void now.

A graph: a piece of work has read rows, and has asked for the results of other work. When a row is another, whatever
read it is void, and so is whatever asked for that; nothing else need be looked at. Work has a number, for life, by
which others know it: numbers and not objects, so that all of it is plain data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Self

from according.watching import Read

Name = tuple[str, str, Hashable]  # the way of keeping, what is done, and with which key
Dumped = tuple[int, tuple[list[Any], ...], dict[Read | int, list[int]]]
PARTS = ("name", "number", "inputs", "read", "result")  # of work, in the order in which it is made of them
NEW = 8  # one in so many works may be new before it is found out which are in use


@dataclass(slots=True)
class Work:
    """A piece of work."""

    name: Name
    number: int
    inputs: tuple[object, ...] | None = None  # what recalled work was made of; None where that is what it read
    read: tuple[Read | int, ...] = ()  # rows, and the numbers of other work
    result: Any = None
    is_void: bool = True  # not done yet, or a row that it read is another now


class Works:
    """All work by its name and by its number."""

    def __init__(self) -> None:
        self._named: dict[Name, Work] = {}
        self._numbered: dict[int, Work] = {}
        self._readers: defaultdict[Read | int, list[int]] = defaultdict(list)  # of a row, or of other work
        self._last = 0  # number
        self._new = 0  # works that came since it was last found out which are in use

    def __len__(self) -> int:
        return len(self._named)

    @classmethod
    def of(cls, dumped: Dumped) -> Self:
        """All that ``dump`` told of."""
        works = cls()
        works._last, columns, readers = dumped
        found = tuple(map(Work, *columns, repeat(False)))
        works._named = {work.name: work for work in found}
        works._numbered = {work.number: work for work in found}
        works._readers.update(readers)
        return works

    def dump(self) -> Dumped:
        """All work that is done, as plain data: the last number, the parts of work by column, and who reads what."""
        done = [work for work in self._named.values() if not work.is_void]
        numbers = {work.number for work in done}
        readers = ((source, [n for n in found if n in numbers]) for source, found in self._readers.items())
        columns = tuple([getattr(work, part) for work in done] for part in PARTS)
        return self._last, columns, {source: found for source, found in readers if found}

    def find(self, name: Name) -> Work:
        """The work of a name; void where it was never done."""
        work = self._named.get(name)
        if work is None:
            self._last, self._new = self._last + 1, self._new + 1
            work = self._named[name] = self._numbered[self._last] = Work(name, self._last)
        return work

    def read_by(self, work: Work) -> list[Work]:
        """The other work that some work asked for when it was done last, in that order."""
        return [self._numbered[source] for source in work.read if isinstance(source, int)]

    def recalled(self, work: Work, inputs: tuple[object, ...], result: object, read: Iterable[Read | int]) -> None:
        """Note the result of work that was made of nothing but its inputs, and what other work was asked for in it."""
        work.inputs, work.result, work.is_void = inputs, result, False
        work.read = tuple(source for source in read if isinstance(source, int))

    def traced(self, work: Work, result: object, read: Collection[Read | int]) -> None:
        """Note the result of work that is void as soon as anything that it read is another."""
        for source in set(read).difference(work.read):  # of the others it is known that this work reads them
            self._readers[source].append(work.number)
        work.result, work.read, work.is_void = result, tuple(read), False

    def void(self, rows: Iterable[Read]) -> None:
        """These rows are others now."""
        reached: list[Read | int] = list(rows)
        while reached:
            for number in self._readers.get(reached.pop(), ()):
                work = self._numbered[number]
                if not work.is_void:
                    work.is_void, work.result = True, None
                    reached.append(number)

    def void_traced(self) -> None:
        """Of no row is it known whether it is another."""
        for work in self._named.values():
            if work.inputs is None:
                work.is_void, work.result = True, None

    def drop_idle(self, asked: Iterable[int]) -> None:
        """Drop what is of no use for work that was asked for; from time to time, since to find out takes a while."""
        if self._new * NEW < len(self._named):
            return
        used = self._used(asked)
        self._named = {work.name: work for work in used}
        self._numbered = {work.number: work for work in used}
        self._readers.clear()
        for work in used:
            for source in work.read if work.inputs is None else ():
                self._readers[source].append(work.number)
        self._new = 0

    def _used(self, asked: Iterable[int]) -> list[Work]:
        """The work that was asked for, and what was asked for in its making."""
        used: dict[int, Work] = {}
        reached = list(asked)
        while reached:
            number = reached.pop()
            if number not in used and (work := self._numbered.get(number)):
                used[number] = work
                reached += (source for source in work.read if isinstance(source, int))
        return list(used.values())
