"""Background is no event of its own: it stays with what it stands beside.

A story is background when it is the main one of no article, the titles of all its articles are about other stories,
and it does not tell what happened when; or when one article alone tells it in a sentence or two. What a compilation
tells at a place of its own never is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from according.events.refining import UnitKey, unit_key
from according.events.stories import Units
from according.events.uniting import story_runs

SHORTEST = 2  # sentences; a shorter story of one article stands by itself only where it tells what happened


def settle_background(
    units: Units,
    story_of: Mapping[UnitKey, int],
    titled: Mapping[int, Collection[str]],
    is_told: Callable[[list[UnitKey]], bool],
) -> dict[UnitKey, int]:
    """Give background to the story before it in its article, or else to the one after it.

    ``titled`` holds by story the articles whose title is about it, ``is_told`` whether sentences tell what happened.
    """
    members: defaultdict[int, list[UnitKey]] = defaultdict(list)
    for key, story in story_of.items():
        members[story].append(key)
    with_title = {a for articles in titled.values() for a in articles}
    parted = {story_of[unit_key(u)] for told in units.values() for u in told if u.group is not None and u.places}
    background = {
        story
        for story, keys in members.items()
        if story not in parted and not titled.get(story) and _is_background(keys, with_title, is_told)
    }
    settled: dict[UnitKey, int] = {}
    for told in units.values():
        runs = list(story_runs(told, story_of))
        current = next((s for s, _ in runs if s not in background), None)
        for story, run in runs:
            if story not in background:
                current = story
            settled.update((unit_key(u), story if current is None else current) for u in run)
    return settled


def _is_background(keys: list[UnitKey], with_title: Collection[str], is_told: Callable[[list[UnitKey]], bool]) -> bool:
    articles = {a for a, _ in keys}
    fragment = len(articles) == 1 and len(keys) <= SHORTEST
    return (fragment or articles <= set(with_title)) and not is_told(keys)
