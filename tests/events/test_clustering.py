"""Stretches are put together by average linkage."""

from __future__ import annotations

import random

from according.events.clustering import average_link

PAIRS = {(0, 1): 0.9, (1, 2): 0.3, (3, 4): 0.5}


def test_alike_items_meet_and_others_stay_apart() -> None:
    """Two alike pairs become groups; an item that is alike to half of a group joins if the average suffices."""
    assert average_link([1.0] * 6, PAIRS, cut=0.2) == [0, 0, 2, 3, 3, 5]
    assert average_link([1.0] * 6, PAIRS, cut=0.1) == [0, 0, 0, 3, 3, 5]


def test_order_does_not_matter() -> None:
    """Renumbering the items gives the same groups."""
    rng = random.Random(3)  # noqa: S311 - a fixed shuffle, no secret
    pairs = {(i, j): rng.random() for i in range(20) for j in range(i + 1, 20) if rng.random() < 0.3}
    labels = average_link([1.0] * 20, pairs, cut=0.25)
    order = list(range(20))
    rng.shuffle(order)
    renamed = {(min(order[i], order[j]), max(order[i], order[j])): v for (i, j), v in pairs.items()}
    again = average_link([1.0] * 20, renamed, cut=0.25)
    same = [(labels[i] == labels[j]) == (again[order[i]] == again[order[j]]) for i in range(20) for j in range(20)]
    assert all(same)


def test_components_do_not_touch_one_another() -> None:
    """A new item that is alike to one group only leaves the other as it was."""
    before = average_link([1.0] * 5, PAIRS, cut=0.2)
    after = average_link([1.0] * 6, {**PAIRS, (3, 5): 0.8, (4, 5): 0.8}, cut=0.2)
    assert before[:3] == after[:3]
    assert after[3] == after[4] == after[5]
