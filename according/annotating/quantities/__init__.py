"""Quantities: what is counted, how many as written, and of whom."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from according.annotating.quantities.bounds import bounded
from according.annotating.quantities.counting import count, predicate
from according.annotating.quantities.kinds import COUNTED, PEOPLE_KINDS, SCOPES
from according.annotating.quantities.measures import Measure, measured
from according.annotating.quantities.naming import is_name
from according.annotating.quantities.numerals import Numeral, find_numerals
from according.annotating.quantities.objects import measured_object
from according.annotating.quantities.scope import scope
from according.model import Quantity

SENTENCE_END = re.compile(r"[.!?][\s\"”’]|\n")

__all__ = ["COUNTED", "SCOPES", "find_quantities"]


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Every counted thing of a text, in order; numbers that are names, dates, ages or scores are none."""
    text = doc.text  # spaCy puts it together anew at each access
    found = (_quantity(doc, text, n) for n in find_numerals(text) if not is_name(text, n))
    quantities = [q for q in found if q is not None]
    pairs = zip([None, *quantities], quantities, strict=False)
    return tuple(_first_of_its_kind(text, before, q) for before, q in pairs)


def _first_of_its_kind(text: str, before: Quantity | None, quantity: Quantity) -> Quantity:
    """The quantity, whole where "more" is added to a count of another kind: "five killed and 40 more injured"."""
    if before is None or quantity.scope != "more" or before.counts == quantity.counts:
        return quantity
    between = text[before.span.end : quantity.span.start]
    if not {before.counts, quantity.counts} <= PEOPLE_KINDS or SENTENCE_END.search(between):
        return quantity
    return replace(quantity, scope="")


def _quantity(doc: Doc, text: str, bare: Numeral) -> Quantity | None:
    numeral = bounded(text, bare)
    measure = measured(text, numeral)
    return _measure(doc, text, measure) if measure else _count(doc, text, bare)


def _measure(doc: Doc, text: str, measure: Measure) -> Quantity:
    numeral = bounded(text, measure.numeral)
    of, governor = measured_object(doc, measure)
    return Quantity(
        span=numeral.span,
        counts=measure.counts,
        of=of,
        low=numeral.low,
        high=numeral.high,
        approximate=numeral.approximate,
        unit=measure.unit,
        scope=_measure_scope(text, numeral, governor, measure),
        predicate=predicate(governor),
    )


def _measure_scope(text: str, numeral: Numeral, governor: Token | None, measure: Measure) -> str:
    """The scope of a measure; a percentage is of something and yet no part of a count."""
    found = scope(text, numeral, governor)
    return "" if found == "part" and measure.counts == "percent" else found


def _count(doc: Doc, text: str, bare: Numeral) -> Quantity | None:
    numeral = bounded(text, bare)
    counted = count(doc, bare, numeral.span.start)
    if counted is None:
        return None
    return Quantity(
        span=numeral.span,
        counts=counted.counts,
        of=counted.of,
        low=numeral.low,
        high=numeral.high,
        approximate=numeral.approximate,
        unit=counted.unit,
        scope="" if numeral.special else scope(text, numeral, counted.governor),
        predicate=predicate(counted.governor),
    )
