"""Why a place name was taken for which place: its candidates with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.forms import fold
from according.linking.gazetteer import Gazetteer
from according.linking.toponyms.decisions import Decision, read_articles
from according.linking.toponyms.features import FEATURES
from according.linking.toponyms.ranking import Reading, shipped_weights
from according.model import Annotation, Article
from according.overrides import Overrides

_SHOWN = 4  # readings of a name
_TOLD = 4  # reasons of a reading


def explain_place(
    name: str,
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
) -> list[str]:
    """Lines to print: for every article that writes this name of a place, what it may mean there and why."""
    lines: list[str] = []
    for read in read_articles(articles, annotations, gazetteer, overrides):
        for decision in read.decisions:
            if fold(name) in map(fold, decision.group.forms):
                lines += _decided(decision)
    return lines


def _decided(decision: Decision) -> Iterator[str]:
    spellings = ", ".join(f'"{form}"' for form in decision.group.forms)
    taken = f"{decision.entry.name} ({decision.entry.kind})" if decision.entry else "a place in no gazetteer"
    yield f"  {decision.group.article}: {spellings} taken for {taken}: {decision.evidence}"
    for reading in decision.ranked.readings[:_SHOWN]:
        yield f"    {_called(reading)}: {reading.probability:.0%}; {_reasons(reading)}"


def _called(reading: Reading) -> str:
    if reading.candidate is None:
        return "in no gazetteer"
    entry = reading.candidate.entry
    return f"{entry.name}, {entry.kind} in {entry.country or 'no one country'}, GeoNames {entry.geonames_id or 'none'}"


def _reasons(reading: Reading) -> str:
    """The features that move its score most."""
    moved = [(w * x, f) for w, x, f in zip(shipped_weights().full, reading.features, FEATURES, strict=True) if w * x]
    strongest = sorted(moved, key=lambda pair: (-abs(pair[0]), pair[1]))[:_TOLD]
    return ", ".join(f"{feature} {weight:+.1f}" for weight, feature in strongest)
