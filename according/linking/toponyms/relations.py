"""Which name of an article the text puts inside or beside which other one: "Taftanaz, Idlib", "Syria's Aleppo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, pairwise

from according.linking.cues import KINDS
from according.linking.toponyms.groups import Group, Spot

_KIND = "|".join(KINDS)
_PART = r"(?:(?:north|south)?-?(?:(?:north|south|east|west)(?:ern)?|central|downtown|inner|outer)\s+)"
_OF = r"(?<!north )(?<!south )(?<!east )(?<!west )of"  # what is north of a place is not in it
_FARTHEST = 60  # characters between two names
_DISTANCE = re.compile(r"\b(\d[\d,]*(?:\.\d+)?)[ -](?:miles?|mi|km|kms|kilomet(?:er|re)s?)\b")
_FAR = 50.0  # miles or kilometres


class Tie(StrEnum):
    """How the text says that one place lies in or near another."""

    COMMA = "comma"  # "Taftanaz, Idlib": may also be a list
    WITHIN = "in"  # "Taftanaz in Idlib", "Syria's Aleppo", "the Turkish city of X"
    NEAR = "near"  # "Khirbet Amo, near Qamishli"


@dataclass(frozen=True, slots=True)
class Relation:
    """The group at index ``inner`` lies in (or near) the group at index ``outer``."""

    inner: int
    outer: int
    tie: Tie
    in_title: bool
    at: int  # where the inner name stands
    closed: bool = False  # "in Taftanaz, Idlib, on Monday": no list, so that the second holds the first
    far: bool = False  # "Goheung, 200 miles south of Seoul"


# What stands between two neighbouring names; the first place lies in the second one ...
_INNER_FIRST: tuple[tuple[re.Pattern[str], Tie], ...] = (
    (re.compile(rf"\s*,\s*(?:\(|{_PART})?|\s+\("), Tie.COMMA),
    (
        re.compile(rf",?(?:\s+[\w-]+){{0,3}}\s+(?:in|{_OF})\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}(?:of\s+)?(?:the\s+)?"),
        Tie.WITHIN,
    ),
    (
        re.compile(
            r",?(?:\s+[\w-]+){0,4}\s+(?:near|outside|off|(?<!turned )around)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?"
        ),
        Tie.NEAR,
    ),
    (
        re.compile(
            r",?(?:\s+[\w-]+){0,3}\s+(?:north|south|east|west|[a-z]+-?(?:east|west))\s+of\s+(?:the\s+)?(?:\w+\s+of\s+)?"
        ),
        Tie.NEAR,
    ),
)
# ... or the second in the first one.
_OUTER_FIRST: tuple[tuple[re.Pattern[str], Tie], ...] = (
    (re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}(?:{_KIND})\s+(?:of\s+)?"), Tie.WITHIN),
    (re.compile(r"['’]s\s+(?:[\w-]+\s+){0,2}"), Tie.WITHIN),
)

# "X, Y" is no list after these words, where nothing more is listed.
_PLACED = re.compile(r"\b(?:in|at|near|from|of|outside|around)\s+(?:[a-z]+\s+){0,2}$")
_ENDS = re.compile(
    r"\s*(?:$|[.;)]|,(?!\s*[A-Z])(?!\s*(?:and|or)\s))"
    r"|\s+(?:on|in|at|after|before|when|where|while|to|for|with|by|as|was|is|has|had|who)\s"
)


def find_relations(groups: tuple[Group, ...], text: str, title: str) -> tuple[Relation, ...]:
    """All relations of an article, in text order."""
    found: dict[Relation, None] = {}
    for in_title, whole in ((True, title), (False, text)):
        spots = sorted(
            ((s, i) for i, group in enumerate(groups) for s in group.spots if s.in_title is in_title),
            key=lambda pair: pair[0].span,
        )
        for first, second in chain.from_iterable(map(pairwise, readings(spots))):
            if first[1] != second[1]:
                found |= dict.fromkeys(_between(first, second, whole, in_title=in_title))
    return tuple(found)


def readings(spots: list[tuple[Spot, int]]) -> Iterator[list[tuple[Spot, int]]]:
    """The names of a text as people say; and as the machine has them, if longer names that people gave hold some."""
    within = [spot.span for spot, _ in spots if spot.said == "within"]
    yield [(spot, i) for spot, i in spots if spot.said != "within"] if within else spots
    if within:
        yield [(s, i) for s, i in spots if s.said == "within" or not any(map(s.span.contains, within))]


def _between(first: tuple[Spot, int], second: tuple[Spot, int], text: str, *, in_title: bool) -> Iterator[Relation]:
    (a, i), (b, j) = first, second
    gap = text[a.span.end : b.span.start]
    if not 0 < len(gap) <= _FARTHEST or "\n" in gap:
        return
    for pattern, tie in _INNER_FIRST:
        if pattern.fullmatch(gap):
            closed = tie is Tie.COMMA and _is_closed(a, b, text)
            yield Relation(i, j, tie, in_title, a.span.start, closed, far=tie is Tie.NEAR and _is_far(gap))
            return
    for pattern, tie in _OUTER_FIRST:
        if pattern.fullmatch(gap):
            yield Relation(j, i, tie, in_title, b.span.start)
            return


def _is_far(gap: str) -> bool:
    """Whether a distance stands between two names, too long for the first to be about the second."""
    found = _DISTANCE.search(gap)
    return found is not None and float(found.group(1).replace(",", "")) >= _FAR


def _is_closed(first: Spot, second: Spot, text: str) -> bool:
    """Whether two names with a comma between them are no part of a list."""
    placed = _PLACED.search(text[max(0, first.span.start - _FARTHEST) : first.span.start])
    return placed is not None and _ENDS.match(text, second.span.end) is not None
