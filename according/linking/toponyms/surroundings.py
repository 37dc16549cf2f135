"""What an article's text tells of its places besides their names: what lies where, what is listed with what, phones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from according.linking.toponyms.groups import Group, Spot
from according.linking.toponyms.relations import Relation, find_relations, readings

_JOINT = re.compile(r"\s*(?:,|;|,?\s+and|,?\s+or|,?\s+&)\s+(?:(?:in|the)\s+)?")
_SHORTEST_LIST = 3  # names; of two with a comma between them the second may hold the first
# How telephone numbers are written, and where they are written so.
_AMERICAN = r"(?<![\d+-])(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-.]\d{4}(?![\d-])"
_BRITISH = r"(?<![\d+-])0(?:2\d \d{4} \d{4}|1\d{3} \d{6}|1\d1 \d{3} \d{4})(?![\d-])"
_PHONES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(_AMERICAN), frozenset({"US", "CA"})),
    (re.compile(_BRITISH), frozenset({"GB"})),
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What speaks for or against a reading beside the name: by the indexes of an article's groups."""

    relations: tuple[Relation, ...] = ()
    listed: Mapping[int, frozenset[int]] = field(default_factory=dict)  # the groups that a group is listed with
    dialled: frozenset[str] = frozenset()  # codes of countries where the article's telephone numbers ring


def find_surroundings(groups: tuple[Group, ...], text: str, title: str) -> Surroundings:
    """All that an article's text and title tell."""
    return Surroundings(find_relations(groups, text, title), _listed(groups, text, title), _dialled(text))


def _dialled(text: str) -> frozenset[str]:
    return frozenset[str]().union(*(countries for pattern, countries in _PHONES if pattern.search(text)))


def _listed(groups: tuple[Group, ...], text: str, title: str) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for in_title, whole in ((True, title), (False, text)):
        named = [(i, group) for i, group in enumerate(groups) if not group.demonym]
        spots = sorted(
            ((s, i) for i, group in named for s in group.spots if s.in_title is in_title), key=lambda pair: pair[0].span
        )
        for named_together in (c for read in readings(spots) for c in _chains(read, whole)):
            members = {i for _, i in named_together}
            for i in members:
                found[i] |= members - {i}
    return {i: frozenset(others) for i, others in found.items() if others}


def _chains(spots: list[tuple[Spot, int]], text: str) -> Iterator[list[tuple[Spot, int]]]:
    """The stretches of names with nothing but commas, "and" and "or" between them."""
    chain = spots[:1]
    joints: list[str] = []
    for (before, _), here in pairwise(spots):
        gap = text[before.span.end : here[0].span.start]
        if not _JOINT.fullmatch(gap):
            if _is_list(chain, joints):
                yield chain
            chain, joints = [], []
        else:
            joints.append(gap)
        chain.append(here)
    if _is_list(chain, joints):
        yield chain


def _is_list(chain: list[tuple[Spot, int]], joints: list[str]) -> bool:
    return len(chain) >= _SHORTEST_LIST or any("," not in joint for joint in joints)
