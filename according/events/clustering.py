"""Stretches are put together by average linkage (UPGMA; Sokal & Michener 1958), each connected component by itself.

Passages that repeat one another weigh less, so that ten copies of one wire report do not outvote the report that joins
it to the rest of its story. Inside a component the order of merging depends on the similarities alone, so the result
does not depend on the order of the articles, and an article that is alike to nothing in it leaves it as it was.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from according.events.similarity import Similarities

CUT = 0.125  # the average similarity below which two groups stay apart; one setting for every corpus


def average_link(weights: Sequence[float], similarities: Similarities, cut: float = CUT) -> list[int]:
    """For each item, of which ``weights`` tells what it counts, the smallest index of its group."""
    links: dict[int, dict[int, float]] = {i: {} for i in range(len(weights))}
    for (i, j), value in similarities.items():
        links[i][j] = links[j][i] = value * weights[i] * weights[j]
    members = {i: [i] for i in range(len(weights))}
    weight = dict(enumerate(weights))
    heap = [(-value, i, j, 1, 1) for (i, j), value in similarities.items() if value >= cut]
    heapq.heapify(heap)
    while heap:
        _, i, j, size_i, size_j = heapq.heappop(heap)
        current = i in members and j in members and (len(members[i]), len(members[j])) == (size_i, size_j)
        if not current:
            continue
        _merge(i, j, links, members)
        weight[i] += weight.pop(j)
        for other, total in links[i].items():
            mean = total / (weight[i] * weight[other])
            if mean >= cut:
                a, b = min(i, other), max(i, other)
                heapq.heappush(heap, (-mean, a, b, len(members[a]), len(members[b])))
    return _labels(members)


def _merge(i: int, j: int, links: dict[int, dict[int, float]], members: dict[int, list[int]]) -> None:
    """Put group j into group i; links between groups are sums over their pairs."""
    members[i] += members.pop(j)
    for other, total in links.pop(j).items():
        del links[other][j]
        if other != i:
            links[i][other] = links[other][i] = links[i].get(other, 0.0) + total


def _labels(members: Mapping[int, list[int]]) -> list[int]:
    labels = [0] * sum(map(len, members.values()))
    for group in members.values():
        for item in group:
            labels[item] = min(group)
    return labels
