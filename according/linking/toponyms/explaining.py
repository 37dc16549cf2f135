"""Why a place name was taken for which place: its candidates with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.forms import fold
from according.linking.gazetteer import Gazetteer
from according.linking.reasons import in_words
from according.linking.toponyms.decided import Decision
from according.linking.toponyms.decisions import read_articles
from according.linking.toponyms.features import FEATURES
from according.linking.toponyms.ranking import Reading, shipped_weights
from according.model import Annotation, Article
from according.overrides import Overrides

_SHOWN = 4  # readings of a name
_TOLD = 4  # reasons of a reading
_LEAST = 0.005  # probability below which a reading is not worth a line
# The features in a reader's words; what is not here has its own name.
_IN_WORDS = {
    "population": "inhabitants",
    "division_population": "inhabitants",
    "names": "known in many languages",
    "capital": "a capital",
    "country": "a country",
    "province": "a province",
    "district": "a district",
    "region": "a region",
    "site": "a site",
    "alternate": "one of its other names",
    "short": "its name without a part",
    "sound": "another spelling",
    "sound_rare": "hardly another sounds so",
    "sound_same": "its own name in another spelling",
    "stripped": 'without "northern", "province"',
    "hint": "the words beside it fit",
    "hint_clash": "the words beside it speak of another kind",
    "called_city": 'also called "... City"',
    "only": "no other has this name",
    "largest": "the largest of the name",
    "nothing": "no gazetteer need have every village",
    "comma_in": "the text puts it there with a comma",
    "comma_out": "not in what follows the comma",
    "within_in": "the text puts it there",
    "within_out": "not where the text puts it",
    "holds": "holds what the text puts in it",
    "country_share": "the article's other places are in its country",
    "country_named": "the article names its country",
    "capital_named": "the article names its country",
    "admin_share": "the article's other places are in its province",
    "near": "near another place of the article",
    "sound_near": "near another place of the article",
    "sound_share": "the article's other places are in its country",
    "tied_near": "near what the text says it is near",
    "own_city": 'called so, with "City" or "Town" after it',
    "nothing_named": "some places have just this name",
    "holds_not": "does not hold the town that the text puts in it",
    "listed_kind": "of the kind of what is listed with it",
    "listed_division": "a part of the country like what is listed with it",
    "dialled": "the article's telephone numbers are its country's",
}


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
        for decision in read.left:
            if fold(name) in map(fold, decision.group.forms):
                lines += _decided(decision, gazetteer)
    return lines


def _decided(decision: Decision, gazetteer: Gazetteer) -> Iterator[str]:
    spellings = ", ".join(f'"{form}"' for form in decision.group.forms)
    why = in_words(decision.evidence, decision.override)
    yield f"  {decision.group.article}: {spellings} taken for {_meant(decision)}. {why}"
    for reading in (r for r in decision.ranked.readings[:_SHOWN] if r.probability >= _LEAST):
        yield f"    {_called(reading, gazetteer)}: {reading.probability:.0%}; {_reasons(reading)}"


def _meant(decision: Decision) -> str:
    """What a name is taken for; where a person says it, the place that the person names."""
    if decision.override and decision.evidence == "override":
        return decision.override.name
    return f"{decision.entry.name} ({decision.entry.called})" if decision.entry else "a place in no gazetteer"


def _called(reading: Reading, gazetteer: Gazetteer) -> str:
    if reading.candidate is None:
        return "in no gazetteer"
    entry = reading.candidate.entry
    return gazetteer.described(entry) + (f", GeoNames {entry.geonames_id}" if entry.geonames_id else "")


def _reasons(reading: Reading) -> str:
    """The features that move its score most."""
    moved = [(w * x, f) for w, x, f in zip(shipped_weights().full, reading.features, FEATURES, strict=True) if w * x]
    strongest = sorted(moved, key=lambda pair: (-abs(pair[0]), pair[1]))[:_TOLD]
    return ", ".join(f"{_IN_WORDS.get(feature, feature)} {weight:+.1f}" for weight, feature in strongest)
