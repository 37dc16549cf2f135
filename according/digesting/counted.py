"""Which figures count the same thing: the same kind, of the same group, in the same unit, doing the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from according.digesting.wording import STOPWORDS, stem
from according.model import Figure

# Kinds that say by themselves what happened to whom; the others also need the same predicate to be the same count.
TOLD = frozenset(
    "killed wounded casualties hospitalised missing trapped rescued evacuated displaced deported arrested charged "
    "abducted released infected aboard".split()
)
# Measures of which an event has one, whatever the sentence says of it; words for the event that make no other of it.
SINGLE = {"magnitude": frozenset(stem(w) for w in "earthquake quake temblor tremor shock shake scale event".split())}
# Words for everybody concerned: who counts "people" and who counts "victims" counts the same.
GENERAL = frozenset(
    stem(w)
    for w in "people person persons individual individuals victim victims other others dead human humans being beings "
    "life lives soul souls casualty casualties wounded injured".split()
)
# Adjectives that make no group of their own.
IDLE = frozenset(stem(w) for w in "innocent total whole different separate such dead injured wounded missing".split())
# Nouns for one person at a time; "a man killed" is not a count of the men.
PLURALS = {"men": "man", "women": "woman", "children": "child", "policemen": "policeman", "servicemen": "serviceman"}
# What is done with a sum of money, as a verb or as a noun.
DEALS = frozenset(stem(w) for w in "claim bid offer demand fine settlement".split())
# Groups that are among everybody concerned when somebody counts "people": those who attack or fight often are not.
AMONG_ALL = frozenset(
    stem(w)
    for w in "civilian noncombatant bystander woman man child passenger resident villager patient student pupil worker "
    "tourist visitor worshipper driver".split()
)


class Counted(NamedTuple):
    """What a figure counts, as a key; figures with the same key stand in one row."""

    counts: str
    unit: str
    group: str


def counted(figure: Figure) -> Counted:
    """The key of a figure."""
    return Counted(figure.counts, figure.unit, group(figure))


def group(figure: Figure) -> str:
    """The group counted, without articles and word endings; empty for everybody concerned."""
    if figure.counts == "money" and (deal := _deal(figure)):
        return deal
    words = [w.lower() for w in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", figure.of)]
    terms = [stem(PLURALS.get(w, w)) for w in words if w not in STOPWORDS]
    terms = [t for t in terms if t not in IDLE]
    if figure.counts in TOLD or figure.counts == "people":
        terms = [t for t in terms if t not in GENERAL]
    terms = [t for t in terms if t not in SINGLE.get(figure.counts, ())]
    return " ".join(terms)


def _deal(figure: Figure) -> str:
    """What a sum is by what is done with it: who "claimed $916 million in compensation" tells of a claim."""
    told = [stem(w) for w in (figure.predicate, *figure.of.lower().split())]
    return next((t for t in told if t in DEALS), "")


def is_part(figure: Figure) -> bool:
    """Whether those counted are among the people of a count that names no group."""
    return group(figure).rpartition(" ")[2] in AMONG_ALL


def is_specific(figure: Figure) -> bool:
    """Whether enough is told of what is counted that another figure can be about the same thing."""
    return figure.counts in TOLD or figure.counts in SINGLE or bool(group(figure) and figure.predicate)


def same_deed(one: Figure, other: Figure) -> bool:
    """Whether what is counted does or undergoes the same: ships that wait are not ships that sank."""
    return one.counts in TOLD or one.counts in SINGLE or stem(one.predicate) == stem(other.predicate)
