"""Where a place outside the gazetteer lies, as far as its articles tell: in or near which other place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.linking.forms import fold
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.toponyms.decisions import Decision, ReadArticle
from according.linking.toponyms.features import is_suburb
from according.linking.toponyms.groups import Spot
from according.linking.toponyms.relations import Tie
from according.linking.typing.rules import PLACE_WORDS

# The smaller the kind, the more it tells.
_RANK = {kind: i for i, kind in enumerate("village town city site district province region sea country".split())}
_VAST = frozenset({"country", "region", "sea"})
_MOSTLY = 0.6  # of an article's places; the country of so many is the country of the rest

_REACH = 20  # characters before a name
_OWNED = re.compile(r"(?:-[a-z]+)? (?!(?:on|in|at|after|and|or|as|to|was|were|is|has|had|that|who|where|when)\b)[a-z]")
_AT = re.compile(r"\b(?:at|near|outside|inside|around)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Parent:
    """The place that another lies in or near, and the words that say so."""

    entry: Entry
    evidence: str
    stated: bool  # by the text, not only by the company of names


def find_parent(read: ReadArticle, index: int, gazetteer: Gazetteer) -> Parent | None:
    """The nearest known place that the article puts a group into; None when it tells nothing."""
    for source in (_tied, _in_its_name, _beside):
        found = sorted(source(read, index), key=lambda p: (_RANK.get(p.entry.kind, 9), p.entry.id))
        if found:
            return found[0]
    return _country_of_most(read, gazetteer)


def _tied(read: ReadArticle, index: int) -> Iterator[Parent]:
    for relation in read.relations:
        outer = read.decisions[relation.outer].entry if relation.inner == index else None
        if outer:
            words = {Tie.NEAR: "near", Tie.WITHIN: "in", Tie.COMMA: "beside"}[relation.tie]
            yield Parent(outer, f"{words} {outer.name}", stated=True)


def find_cities(read: ReadArticle, index: int) -> Iterator[Entry]:
    """The cities that the article says a known town is a part of: "Croydon, south London"."""
    inner = read.decisions[index].entry
    for relation in read.relations:
        outer = read.decisions[relation.outer].entry if relation.inner == index else None
        said = relation.tie is Tie.WITHIN or relation.closed
        if said and inner and outer and outer.kind == "city" and is_suburb(inner, outer):
            yield outer


def _in_its_name(read: ReadArticle, index: int) -> Iterator[Parent]:
    """The Vancouver Art Gallery is in the Vancouver of the article."""
    forms = [f"{fold(form)} " for form in read.decisions[index].group.forms]
    for decision in read.decisions:
        if decision.entry and any(f.startswith(f"{fold(own)} ") for f in forms for own in _names(decision)):
            yield Parent(decision.entry, f"named after {decision.entry.name}", stated=True)


def _names(decision: Decision) -> Iterator[str]:
    yield from decision.group.forms
    if decision.entry:
        yield decision.entry.name


def _beside(read: ReadArticle, index: int) -> Iterator[Parent]:
    """The nearest settlement or province that is named in the same sentence, else the nearest country."""
    own = read.decisions[index].group
    nearest: list[tuple[bool, int, Entry]] = []
    for i, decision in enumerate(read.decisions):
        if i == index or decision.entry is None or decision.group.demonym or decision.entry.kind == "site":
            continue
        vast, spots = decision.entry.kind in _VAST, _lying_spots(read, decision)
        for spot in own.spots:
            away = [
                abs(spot.span.start - other.span.start)
                for other in spots
                if (other.name.sentence, other.in_title) == (spot.name.sentence, spot.in_title)
            ]
            if away:
                nearest.append((vast, min(away), decision.entry))
    for _, _, entry in sorted(nearest, key=lambda found: (*found[:2], found[2].id))[:1]:
        yield Parent(entry, f"in one sentence with {entry.name}", stated=False)


def _lying_spots(read: ReadArticle, decision: Decision) -> list[Spot]:
    """The spots of a known place where something may lie in it."""
    vast = decision.entry is not None and decision.entry.kind in _VAST
    return [s for s in decision.group.spots if not (vast and _is_attribute(read, s))]


def _is_attribute(read: ReadArticle, spot: Spot) -> bool:
    """Whether it only says whose something is: a US patrol may be anywhere."""
    text = read.article.title if spot.in_title else read.article.text
    return _OWNED.match(text, spot.span.end) is not None


def _country_of_most(read: ReadArticle, gazetteer: Gazetteer) -> Parent | None:
    counted: Counter[str] = Counter()
    for decision in read.decisions:
        if decision.entry and decision.entry.country:
            counted[decision.entry.country] += len(_lying_spots(read, decision))
    if not counted.total():
        return None
    country, count = min(counted.items(), key=lambda item: (-item[1], item[0]))
    entry = gazetteer.country(country) if count >= _MOSTLY * counted.total() else None
    return Parent(entry, f"most places of the article are in {entry.name}", stated=False) if entry else None


def is_told(read: ReadArticle, decision: Decision, parent: Parent | None) -> bool:
    """Whether the text says that the name is a place's: by a noun for it, or by putting it in or near one."""
    spots = decision.group.spots
    cued = any(s.hints or "cue: " in s.name.evidence for s in spots)
    own = {word for spot in spots for word in fold(spot.text).split()}
    return cued or bool(own & PLACE_WORDS) or (parent is not None and parent.stated) or _stands_as_place(read, spots)


def _stands_as_place(read: ReadArticle, spots: Sequence[Spot]) -> bool:
    """Whether something was at or near it."""
    before = (read.article.text[max(0, s.span.start - _REACH) : s.span.start] for s in spots if not s.in_title)
    return any(map(_AT.search, before))
