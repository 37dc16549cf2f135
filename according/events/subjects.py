"""A subject is no event: reports of many days that share names and hardly a word are taken apart again.

All reports of a campaign name its candidates, and so they meet one by one. What many of them name is then their subject
and tells nothing of what happened; by what else they tell, and by their days, those meet that report one thing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from according.events.clustering import average_link
from according.events.frequencies import TermFrequencies
from according.events.refining import Days, UnitKey, unit_key
from according.events.similarity import Vector, similarities, stretch, term_vector
from according.events.units import Unit

# How alike the words of reports are on average, names left out, to be of one event: the nearer in time, the less.
LEAST_COMMON = 0.09
FEW_DAYS = 7.0
SUBJECT_SHARE = 1 / 3  # of the reports: what more of them tell is their subject
FADING_DAYS = 14.0  # two things that are done to one subject are days apart

Parts = Mapping[str, Sequence[Unit]]  # by article: what it tells of a story


def part_subjects(
    units: Mapping[str, Sequence[Unit]], story_of: Mapping[UnitKey, int], days: Days, frequencies: TermFrequencies
) -> dict[UnitKey, int]:
    """The story of each sentence, with mere subjects taken apart."""
    members: defaultdict[int, defaultdict[str, list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for article, told in units.items():
        for unit in told:
            members[story_of[unit_key(unit)]][article].append(unit)
    decided = dict(story_of)
    fresh = max(story_of.values(), default=0) + 1
    for _, parts in sorted(members.items()):
        if _is_subject(parts, days, frequencies):
            for told, label in zip(parts.values(), _apart(parts, days, frequencies), strict=True):
                decided.update((unit_key(u), fresh + label) for u in told)
            fresh += len(parts)
    return decided


def _is_subject(parts: Parts, days: Days, frequencies: TermFrequencies) -> bool:
    spread = _spread(parts, days)
    return spread > 0 and _common(parts, frequencies) < LEAST_COMMON * (1 - math.exp(-spread / FEW_DAYS))


def _spread(parts: Parts, days: Days) -> float:
    """How many days a report is from the middle one; half of them are nearer."""
    known = [day.toordinal() for article in parts if (day := days[article])]
    return float(median(abs(day - median(known)) for day in known)) if known else 0.0


def _common(parts: Parts, frequencies: TermFrequencies) -> float:
    """How alike the words are in which articles tell a story, without names: the mean cosine of all pairs."""
    vectors = [_words(told, frequencies) for told in parts.values()]
    together: Counter[str] = Counter()
    for one in vectors:
        together.update(one)
    pairs = len(vectors) * (len(vectors) - 1)
    return (_square(together) - sum(map(_square, vectors))) / pairs if pairs else 1.0


def _square(one: Vector) -> float:
    return sum(weight * weight for weight in one.values())


def _words(told: Sequence[Unit], frequencies: TermFrequencies) -> Vector:
    return term_vector((t for unit in told for t in unit.terms if t not in unit.names), frequencies)


def _apart(parts: Parts, days: Days, frequencies: TermFrequencies) -> list[int]:
    """For each article of a subject the number of the event that it tells."""
    telling = Counter(term for told in parts.values() for term in {t for unit in told for t in unit.terms})
    subject = {term for term, articles in telling.items() if articles > max(2.0, SUBJECT_SHARE * len(parts))}
    compared = [
        stretch([_without(subject, unit) for unit in told], days[article], (), frequencies)
        for article, told in parts.items()
    ]
    alike = {
        (i, j): value * math.exp(-compared[i].gap(compared[j]) / FADING_DAYS)
        for (i, j), value in similarities(compared).items()
    }
    return average_link([1.0] * len(compared), alike)


def _without(subject: set[str], unit: Unit) -> Unit:
    return replace(unit, terms=tuple(t for t in unit.terms if t not in subject))
