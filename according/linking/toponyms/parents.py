"""Where a place outside the gazetteer lies, as far as its articles tell: in or near which other place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from according.linking.forms import fold
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.toponyms.candidates import adds_words
from according.linking.toponyms.decided import Decision, ReadArticle, reading_of
from according.linking.toponyms.features import is_suburb
from according.linking.toponyms.groups import Group, Spot
from according.linking.toponyms.relations import Tie
from according.linking.typing.rules import PLACE_WORDS

# The smaller the kind, the more it tells.
RANK = {kind: i for i, kind in enumerate("village town city site district province region sea country".split())}
_VAST = frozenset({"country", "region", "sea"})
_HOLD_NOTHING = frozenset({"site", "sea"})
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
    tied = _at_hand(_tied(read, index), gazetteer)
    for source in (_part_of(read, index), tied, _in_its_name(read, index), _beside(read, index)):
        found = sorted(source, key=lambda p: (RANK.get(p.entry.kind, 9), p.entry.id))
        if found:
            return found[0]
    return _country_of_most(read, index, gazetteer)


def _tied(read: ReadArticle, index: int) -> Iterator[tuple[Parent, bool]]:
    """What the text puts it into or near to, each with whether it is far from there; near a sea is not in it."""
    for relation in read.relations:
        outer = read.decisions[relation.outer].entry if relation.inner == index else None
        if outer and not (relation.tie is Tie.NEAR and _kind(read.decisions[relation.outer]) == "sea"):
            words = {Tie.NEAR: "near", Tie.WITHIN: "in", Tie.COMMA: "beside"}[relation.tie]
            yield Parent(outer, f"{words} {outer.name}", stated=True), relation.far


def _at_hand(tied: Iterable[tuple[Parent, bool]], gazetteer: Gazetteer) -> Iterator[Parent]:
    """The places themselves; of those that are far, their countries."""
    for parent, far in tied:
        country = gazetteer.country(parent.entry.country)
        if not far:
            yield parent
        elif country:
            yield Parent(country, f"in {country.name}, far from {parent.entry.name}", stated=True)


def nearest_parent(parents: Sequence[Parent]) -> Parent | None:
    """The parent that most articles name; of those the smallest."""
    if not parents:
        return None
    ranks = {"country": 3, "region": 2, "sea": 2, "province": 1}
    stated = [p for p in parents if p.stated] or list(parents)
    counted = Counter(p.entry.id for p in stated)
    return min(stated, key=lambda p: (ranks.get(p.entry.kind, 0), -counted[p.entry.id], p.entry.id))


def find_cities(read: ReadArticle, index: int) -> Iterator[Entry]:
    """The cities that the article says a known town is a part of: "Croydon, south London"."""
    inner = read.decisions[index].entry
    for relation in read.relations:
        outer = read.decisions[relation.outer].entry if relation.inner == index else None
        said = relation.tie is Tie.WITHIN or relation.closed
        if said and inner and outer and outer.kind == "city" and is_suburb(inner, outer):
            yield outer


def _part_of(read: ReadArticle, index: int) -> Iterator[Parent]:
    """What a place is a part of by the name that a person gives it: northern Japan is in Japan."""
    own = read.decisions[index]
    for decision in read.decisions if own.override else ():
        if decision.entry and any(_is_part(spot, own.group) for spot in decision.group.spots):
            reading = reading_of(own.ranked, decision.entry.id)
            if reading and reading.candidate and adds_words(reading.candidate):
                yield Parent(decision.entry, f"a part of {decision.entry.name}", stated=True)


def _in_its_name(read: ReadArticle, index: int) -> Iterator[Parent]:
    """The Vancouver Art Gallery is in the Vancouver of the article."""
    own = read.decisions[index].group
    forms = [f"{fold(form)} " for form in own.forms]
    for decision in read.decisions:
        if all(_is_part(spot, own) for spot in decision.group.spots):
            continue
        if decision.entry and any(f.startswith(f"{fold(name)} ") for f in forms for name in _names(decision)):
            yield Parent(decision.entry, f"named after {decision.entry.name}", stated=True)


def _is_part(spot: Spot, whole: Group) -> bool:
    """Whether a name only stands within one that a person gives to a place."""
    return spot.said == "within" and any(
        own.in_title == spot.in_title and own.span.contains(spot.span) and own is not spot for own in whole.spots
    )


def _names(decision: Decision) -> Iterator[str]:
    yield from decision.group.forms
    if decision.entry:
        yield decision.entry.name


def _beside(read: ReadArticle, index: int) -> Iterator[Parent]:
    """The nearest settlement or province that is named in the same sentence, else its country, if it names but one."""
    own = read.decisions[index].group
    nearest: list[tuple[bool, int, Entry]] = []
    for i, decision in enumerate(read.decisions):
        if i == index or decision.entry is None or decision.group.demonym or _kind(decision) in _HOLD_NOTHING:
            continue
        vast, spots = _kind(decision) in _VAST, _lying_spots(read, decision)
        for spot in own.spots:
            away = [
                abs(spot.span.start - other.span.start)
                for other in spots
                if (other.name.sentence, other.in_title) == (spot.name.sentence, spot.in_title)
                and not _is_part(other, own)
            ]
            if away:
                nearest.append((vast, min(away), decision.entry))
    several = len(_countries_around(read, index)) > 1
    for vast, _, entry in sorted(nearest, key=lambda found: (*found[:2], found[2].id))[:1]:
        if vast and several:
            return
        yield Parent(entry, f"in one sentence with {entry.name}", stated=False)


def _kind(decision: Decision) -> str | None:
    """What kind of place the text speaks of: what a person says that it is does not change who lies in it."""
    found = decision.ranked.best.candidate.entry if decision.ranked.best.candidate else None
    spoken_of = (decision.override and found) or decision.entry
    return spoken_of.kind if spoken_of else None


def _lying_spots(read: ReadArticle, decision: Decision) -> list[Spot]:
    """The spots of a known place where something may lie in it: no dateline, nor whose something is."""
    vast = decision.entry is not None and decision.entry.kind in _VAST
    return [s for s in decision.group.spots if not (s.datelined or (vast and _is_attribute(read, s)))]


def _is_attribute(read: ReadArticle, spot: Spot) -> bool:
    """Whether it only says whose something is: a US patrol may be anywhere."""
    text = read.article.title if spot.in_title else read.article.text
    return _OWNED.match(text, spot.span.end) is not None


def _country_of_most(read: ReadArticle, index: int, gazetteer: Gazetteer) -> Parent | None:
    """The country of most of the article's places, unless the sentences of this one are about other countries."""
    counted: Counter[str] = Counter()
    for decision in read.decisions:
        if decision.entry and decision.entry.country:
            counted[decision.entry.country] += len(_lying_spots(read, decision))
    if not counted.total():
        return None
    country, count = min(counted.items(), key=lambda item: (-item[1], item[0]))
    entry = gazetteer.country(country) if count >= _MOSTLY * counted.total() else None
    around = _countries_around(read, index)
    if entry is None or not around <= {entry.country}:
        return None
    return Parent(entry, f"most places of the article are in {entry.name}", stated=False)


def _countries_around(read: ReadArticle, index: int) -> set[str | None]:
    """The countries that are named in the sentences of a group."""
    own = {(s.name.sentence, s.in_title) for s in read.decisions[index].group.spots}
    return {
        d.entry.country
        for d in read.decisions
        if d.entry and d.entry.country and d.entry.kind == "country"
        for s in d.group.spots
        if (s.name.sentence, s.in_title) in own
    }


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
