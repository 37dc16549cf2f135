"""A sentence or two of background are no event of their own: they stay with what they stand beside.

A story is a fragment when one article alone tells it, in few sentences that tell of nothing that happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby

from according.events.refining import UnitKey, unit_key
from according.events.stories import Units

SHORTEST = 2  # sentences; a longer story stands by itself


def settle_fragments(
    units: Units, story_of: Mapping[UnitKey, int], happening: frozenset[UnitKey]
) -> dict[UnitKey, int]:
    """Give each fragment to the story before it in its article, or else to the one after it.

    ``happening`` holds the sentences that tell of something that happened.
    """
    members: defaultdict[int, list[UnitKey]] = defaultdict(list)
    for key, story in story_of.items():
        members[story].append(key)
    fragments = {s for s, keys in members.items() if _is_fragment(keys, happening)}
    settled: dict[UnitKey, int] = {}
    for told in units.values():
        runs = [(s, [unit_key(u) for u in run]) for s, run in groupby(told, key=lambda u: story_of[unit_key(u)])]
        following = next((s for s, _ in runs if s not in fragments), None)
        current = following
        for story, keys in runs:
            if story not in fragments:
                current = story
            settled.update(dict.fromkeys(keys, story if current is None else current))
    return settled


def _is_fragment(keys: list[UnitKey], happening: frozenset[UnitKey]) -> bool:
    alone = len({article for article, _ in keys}) == 1
    if not alone:
        return False
    return len(keys) <= 1 or (len(keys) <= SHORTEST and not any(k in happening for k in keys))
