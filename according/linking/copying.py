"""Whom people mean by the source that another only repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from according.linking.forms import fold
from according.linking.renames import Renames
from according.linking.source_rules import SEPARATOR
from according.model import Source


class Called:
    """Finds sources by what they are called, or were before they were corrected, and unnamed ones by their ids."""

    def __init__(self, sources: Mapping[str, Source], renamed: Renames) -> None:
        self._sources, self._renamed = sources, renamed
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for id_, source in sorted(sources.items()):
            self._by_name[fold(source.name)].append(id_)

    def meant(self, name: str, by: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of all that a name may mean; several only of unnamed sources. ``by`` are who cannot mean themselves.

        None repeats itself: among those who are called alike it means another.
        """
        if SEPARATOR in name and name in self._sources:
            return (name,)
        found = self._by_name.get(fold(self._renamed.get(fold(name), name))) or self._by_name.get(fold(name)) or ()
        return tuple(id_ for id_ in found if id_ not in by)


def with_copied(sources: Mapping[str, Source], renamed: Renames) -> dict[str, Source]:
    """The sources by id; the name of the one that a source only repeats becomes its id, where there is such a one."""
    every = dict(sorted(sources.items()))
    if not any(s.copies for s in every.values()):
        return every
    called = Called(every, renamed)
    found = {i: next(iter(called.meant(s.copies, (i,))), None) for i, s in every.items() if s.copies}
    return every | {id_: replace(every[id_], copies=other) for id_, other in found.items()}
