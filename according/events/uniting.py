"""Stories that are one: alike as a whole, or always told side by side.

Short passages may share no word although they tell of one event ("She suspected the Christmas lights"). What gives them
away is that, wherever the one is told, the other stands beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from according.events.frequencies import TermFrequencies
from according.events.refining import UnitKey, unit_key
from according.events.similarity import Similarities, similarities, stretch
from according.events.units import Unit

ALIKE = 0.24  # as a whole: one story without more ado
SOMEWHAT_ALIKE = 0.11  # one story if told side by side this often:
OFTEN_BESIDE = 0.6
MOSTLY_BESIDE = 0.85  # one story however unlike
FEWEST_TELLINGS = 3  # told less often, a story has neighbours by chance

Neighbours = Mapping[int, Sequence[frozenset[int]]]  # by story: the stories beside each of its tellings


def story_runs(told: Sequence[Unit], story_of: Mapping[UnitKey, int]) -> Iterator[tuple[int, list[Unit]]]:
    """Neighbouring sentences of one story, with its number."""
    for story, run in groupby(told, key=lambda u: story_of[unit_key(u)]):
        yield story, list(run)


def unite(
    units: Mapping[str, Sequence[Unit]],
    story_of: Mapping[UnitKey, int],
    days: Mapping[str, date | None],
    frequencies: TermFrequencies,
) -> dict[UnitKey, int]:
    """Give stories that are one the same number."""
    members: defaultdict[int, list[Unit]] = defaultdict(list)
    beside: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for told in units.values():
        runs = list(story_runs(told, story_of))
        for i, (story, run) in enumerate(runs):
            members[story] += run
            beside[story].append(frozenset(s for s, _ in (*runs[max(0, i - 1) : i], *runs[i + 1 : i + 2])))
    alike = _likenesses(members, days, frequencies)
    parent: dict[int, int] = {}
    parts = {s: {(u.article, u.group) for u in told if u.group is not None} for s, told in members.items()}
    for a, b in sorted(_pairs(alike, beside), key=lambda p: (-alike.get(p, 0.0), p)):
        root_a, root_b = _root(a, parent), _root(b, parent)
        if root_a != root_b and not _are_parted(parts[root_a], parts[root_b]):
            parent[max(root_a, root_b)] = min(root_a, root_b)
            parts[min(root_a, root_b)] |= parts[max(root_a, root_b)]
    return {key: _root(story, parent) for key, story in story_of.items()}


def _are_parted(some: set[tuple[str, int]], others: set[tuple[str, int]]) -> bool:
    """Whether one compilation tells both as stories of their own."""
    return any(a == b and g != h for a, g in some for b, h in others)


def _pairs(alike: Similarities, beside: Neighbours) -> Iterator[tuple[int, int]]:
    """The pairs of stories that are one."""
    touching = {(min(a, b), max(a, b)) for a, tellings in beside.items() for near in tellings for b in near}
    for pair in touching | alike.keys():
        likeness = alike.get(pair, 0.0)
        share = max(_share(*pair, beside), _share(*pair[::-1], beside))
        if likeness >= ALIKE or share >= (OFTEN_BESIDE if likeness >= SOMEWHAT_ALIKE else MOSTLY_BESIDE):
            yield pair


def _share(story: int, other: int, beside: Neighbours) -> float:
    """In what part of a story's tellings the other stands beside it."""
    tellings = beside[story]
    if len(tellings) < FEWEST_TELLINGS:
        return 0.0
    return sum(other in near for near in tellings) / len(tellings)


def _likenesses(
    members: Mapping[int, Sequence[Unit]], days: Mapping[str, date | None], frequencies: TermFrequencies
) -> Similarities:
    """How alike stories are as a whole; the more days between the middles of their reports, the less."""
    stories = sorted(members)
    compared = [stretch(members[s], _middle_day(members[s], days), (), frequencies) for s in stories]
    return {(stories[i], stories[j]): v for (i, j), v in similarities(compared).items()}


def _middle_day(units: Sequence[Unit], days: Mapping[str, date | None]) -> date | None:
    known = sorted(d for u in units if (d := days[u.article]))
    return known[len(known) // 2] if known else None


def _root(story: int, parent: Mapping[int, int]) -> int:
    while story in parent:
        story = parent[story]
    return story
