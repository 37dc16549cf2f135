"""Choosing among candidates: a conditional logit over the features, read twice so that choices inform each other.

The model is the conditional logit of discrete choice (McFadden 1974), as used for toponyms by Santos, Anastácio and
Martins (2015). Its weights are in ``weights.tsv``, which says what they were fitted on.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from according.linking.gazetteer import Gazetteer
from according.linking.gazetteer.tables import read_table
from according.linking.toponyms.candidates import Candidate, find_candidates
from according.linking.toponyms.containers import as_capitals_say, held_to_their_containers
from according.linking.toponyms.features import FEATURES, PLAIN, Belief, Vector, context_features, plain_features
from according.linking.toponyms.groups import Group
from according.linking.toponyms.overshadowed import as_neighbours_say, without_overshadowed
from according.linking.toponyms.surroundings import Surroundings

PASSES = 2
_BELIEVED = 3  # readings of a group that count as context for the others
_LEAST = 0.05  # probability below which a reading is no context


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight a feature: for the first reading without context, and for the readings with it."""

    prior: Vector
    full: Vector


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a group, with its probability; no candidate: the place is in no gazetteer."""

    candidate: Candidate | None
    probability: float
    features: Vector


@dataclass(frozen=True, slots=True)
class Ranked:
    """A group with its readings, the likeliest first."""

    group: Group
    readings: tuple[Reading, ...]

    @property
    def best(self) -> Reading:
        """The likeliest reading."""
        return self.readings[0]


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    rows = {row["feature"]: row for row in read_table(Path(__file__).parent / "weights.tsv")}
    return Weights(
        tuple(float(rows[f]["prior"]) for f in PLAIN),
        tuple(float(rows[f]["full"]) for f in FEATURES),
    )


def rank_groups(
    groups: Sequence[Group], around: Surroundings, gazetteer: Gazetteer, weights: Weights
) -> tuple[Ranked, ...]:
    """The readings of every group of one article."""
    found = [find_candidates(group, gazetteer) for group in groups]
    meant = as_neighbours_say(without_overshadowed(as_capitals_say(groups, found, around.relations), around.relations))
    held = held_to_their_containers(meant, around.relations)
    return rank_candidates(groups, held.candidates, around, weights, held.sure)


def rank_candidates(
    groups: Sequence[Group],
    candidates: Sequence[tuple[Candidate, ...]],
    around: Surroundings,
    weights: Weights,
    sure: Collection[int] = (),
) -> tuple[Ranked, ...]:
    """The readings of every group, given its candidates; those at the indexes ``sure`` are one of theirs."""
    options: list[tuple[Candidate | None, ...]] = [
        own if i in sure else (*own, None) for i, own in enumerate(candidates)
    ]
    plain = [
        [plain_features(c, group, tuple(filter(None, own))) for c in own]
        for group, own in zip(groups, options, strict=True)
    ]
    ranked = [_ranked(g, o, f, weights.prior) for g, o, f in zip(groups, options, plain, strict=True)]
    for _ in range(PASSES):
        beliefs = tuple(map(_belief, ranked))
        ranked = [
            _ranked(
                groups[i],
                options[i],
                [p + context_features(c, i, beliefs, around) for c, p in zip(options[i], plain[i], strict=True)],
                weights.full,
            )
            for i in range(len(groups))
        ]
    return tuple(ranked)


def _belief(ranked: Ranked) -> Belief:
    likely = ranked.readings[:_BELIEVED]
    readings = tuple((r.candidate.entry, r.probability) for r in likely if r.candidate and r.probability >= _LEAST)
    return Belief(readings, math.sqrt(len(ranked.group.spots)))


def _ranked(group: Group, options: Sequence[Candidate | None], features: Sequence[Vector], weights: Vector) -> Ranked:
    scores = [sum(w * x for w, x in zip(weights, vector, strict=True)) for vector in features]
    top = max(scores)
    shares = [math.exp(s - top) for s in scores]
    total = sum(shares)
    readings = [Reading(c, s / total, f) for c, s, f in zip(options, shares, features, strict=True)]
    return Ranked(group, tuple(sorted(readings, key=lambda r: (-r.probability, _order(r)))))


def _order(reading: Reading) -> int:
    return reading.candidate.entry.id if reading.candidate else 0
