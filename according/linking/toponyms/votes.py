"""What the other articles make of a name: a doubtful reading gives way to what it clearly means elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from according.linking.forms import fold
from according.linking.toponyms.decided import POSSIBLE, TOLD_APART, Decision, ReadArticle, reading_of, with_decisions
from according.linking.toponyms.features import FEATURES
from according.linking.toponyms.ranking import Reading
from according.memo import Memo

SURE = 0.6  # probability from which other articles cannot change a reading
_OUTWEIGHS = 2.0  # how much more weight the other articles' reading must have


def in_the_light_of_others(read: Sequence[ReadArticle], memo: Memo) -> tuple[ReadArticle, ...]:
    """A doubtful reading gives way to what the same name clearly means in the other articles."""
    own = memo.recall_each("votes", ((one.article.id, (one,)) for one in read), _votes)
    votes = memo.gather("votes of all", (), {a: cast for a, (cast, _) in own.items()}, lambda _, cast: _tally(cast))

    def told(one: ReadArticle) -> dict[str, Mapping[int, float]]:
        return {form: votes[form] for form in own[one.article.id][1] if form in votes}

    rows = ((one.article.id, (one, told(one))) for one in read)
    return tuple(memo.recall_each("in the light of others", rows, _in_the_light_of).values())


def _votes(one: ReadArticle) -> tuple[dict[str, list[tuple[int, float]]], frozenset[str]]:
    """By folded form, how an article by itself reads it; and the forms of which it does so with doubts.

    What a person says of a name in one article says nothing of the others.
    """
    cast: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for decision in one.decisions:
        best = decision.ranked.best
        if best.candidate and not decision.group.demonym and decision.evidence != TOLD_APART:
            cast[fold(decision.group.forms[0])].append((best.candidate.entry.id, best.probability))
    return dict(cast), frozenset(fold(d.group.forms[0]) for d in one.decisions if _is_doubtful(d))


def _in_the_light_of(one: ReadArticle, votes: Mapping[str, Mapping[int, float]]) -> ReadArticle:
    return with_decisions(one, tuple(_revised(d, votes) for d in one.decisions))


def _tally(cast: Mapping[str, Iterable[tuple[int, float]]]) -> dict[int, float]:
    """How probable each reading of a form is in all articles together."""
    tally: dict[int, float] = defaultdict(float)
    for entry, probability in chain.from_iterable(cast.values()):
        tally[entry] += probability
    return dict(tally)


def _is_doubtful(decision: Decision) -> bool:
    return decision.probability < SURE and not decision.override and not decision.group.demonym


def _revised(decision: Decision, votes: Mapping[str, Mapping[int, float]]) -> Decision:
    tally = votes.get(fold(decision.group.forms[0]))
    if not tally or not _is_doubtful(decision):
        return decision
    leader = min(tally, key=lambda entry: (-tally[entry], entry))
    own = tally.get(decision.entry.id, 0.0) if decision.entry else 0.0
    other = reading_of(decision.ranked, leader)
    if other is None or other.candidate is None or other.probability < POSSIBLE:
        return decision
    if tally[leader] < max(1.0, own * _OUTWEIGHS):
        return decision
    if (decision.entry and decision.entry.id == leader) or _is_told(decision.ranked.best) > _is_told(other):
        return decision
    return replace(decision, entry=other.candidate.entry, evidence="as in other articles")


def _is_told(reading: Reading) -> float:
    """How far the article itself tells of the country that the place lies in."""
    told = dict(zip(FEATURES, reading.features, strict=True))
    return told["country_named"] + told["dialled"]
