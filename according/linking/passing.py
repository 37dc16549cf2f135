"""Who is named, or named no more, as passing statements on, by what people correct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from according.linking.machine import Machine
from according.memo import FORGETFUL, Memo
from according.model import Claim, Deed, Linked

_KINDS = ("sources", "actors", "places")  # whose ids may stand between an article and a source


class _Changed(NamedTuple):
    """One statement that others pass on than before: by id, those named no more, and those of now with who says it."""

    article: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    now: frozenset[str | None]


class Passing:
    """The statements that come through others than without corrections."""

    def __init__(self, machine: Machine, linked: Linked, went: Mapping[str, str], memo: Memo = FORGETFUL) -> None:
        """``went`` is where the machine's pages went to which statements or mentions led."""
        moved = {**linked.moved, **went}
        self._gained: defaultdict[str, list[str]] = defaultdict(list)  # by id, the articles
        self._lost: defaultdict[str, list[str]] = defaultdict(list)
        rows = ((a, (a, machine.passing.get(a, ()), claims)) for a, claims in linked.claims.items())
        for changed in chain.from_iterable(memo.recall_each("passed on", rows, _changed).values()):
            self._note(changed, moved)

    def _note(self, changed: _Changed, moved: Mapping[str, str]) -> None:
        now = {old: _now(old, moved) for old in changed.lost}
        for id_ in set(changed.gained).difference(now.values()):
            self._gained[id_].append(changed.article)
        for old, new in now.items():
            if new not in changed.now:
                self._lost[old].append(changed.article)

    def told(self, ids: Collection[str], olds: Collection[str]) -> Iterator[Deed]:
        """What is told of those that have some ids, and came from pages of the machine's that had others."""
        if gained := _articles(self._gained, ids):
            yield Deed("pass", "", "", len(gained), len({*gained}))
        if lost := _articles(self._lost, olds):
            yield Deed("unpass", "", "", len(lost), len({*lost}))


def _articles(found: Mapping[str, Sequence[str]], ids: Collection[str]) -> list[str]:
    return [article for id_ in sorted(ids) for article in found.get(id_, ())]


def _changed(article: str, before: Sequence[Sequence[str]], claims: Sequence[Claim]) -> tuple[_Changed, ...]:
    pairs = ((set(old), set(claim.via), claim) for old, claim in zip(before, claims, strict=False))
    return tuple(
        _Changed(article, tuple(sorted(old - via)), tuple(sorted(via - old)), frozenset((*claim.via, claim.source)))
        for old, via, claim in pairs
        if old != via
    )


def _now(id_: str, moved: Mapping[str, str]) -> str:
    """The id that somebody has now."""
    page = next((new for kind in _KINDS if (new := moved.get(f"{kind}/{id_}"))), id_)
    return page.rpartition("/")[2]
