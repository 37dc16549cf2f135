"""The place names of one article, gathered into groups that name one place: one sense per article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from according.linking.cues import hinted_kinds
from according.linking.forms import fold, same_name, visible
from according.linking.gazetteer import Gazetteer, How
from according.linking.typing.as_read import Said, places_as_read
from according.linking.typing.sightings import datelines
from according.model import Annotation, Article, Name, Span

DEMONYM = "demonym"
HALVES = frozenset({"North", "South", "East", "West"})
_POINT = re.compile(r"\.(?!\s+[^\Wa-z_]|\s*$)")
_EDGES = re.compile(r"^(?:[Tt]he\s+)?(.*?)(?:['’]s?)?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a name stands, in the text or in the title."""

    name: Name
    text: str  # without "the" and possessive, on one line
    written: str  # as it stands in the article
    in_title: bool
    hints: frozenset[str]  # the kinds of place that the words around it speak of
    datelined: bool = False  # in capitals at the head of a report
    pointed: bool = False  # before a point that ends no sentence: "(Vt.)"
    said: Said = ""  # where a person says that it is no place; it tells where other places are, as before

    @property
    def turned(self) -> bool:
        """Whether it is no place, as a person says."""
        return self.said != ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.name.span


@dataclass(frozen=True)
class Group:
    """The spots of one article that name one place."""

    article: str
    spots: tuple[Spot, ...]
    parted_from: Span | None = None  # the first spot of the group of which people made several
    keeps: bool = False  # this one of them stays the place that it was
    stays: str = ""  # the page of that place, where no entry is about it

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its spellings, the commonest first."""
        counted = Counter(spot.text for spot in self.spots)
        return tuple(sorted(counted, key=lambda form: (-counted[form], form)))

    @cached_property
    def hints(self) -> frozenset[str]:
        """The kinds of place that the words around any of its spots speak of."""
        return frozenset().union(*(spot.hints for spot in self.spots))

    @cached_property
    def demonym(self) -> bool:
        """Whether it only speaks of a place's people or things ("Turkish")."""
        return all(spot.name.evidence == DEMONYM for spot in self.spots)

    @cached_property
    def turned(self) -> bool:
        """Whether it is no place, as a person says, but what makes other places likelier."""
        return all(spot.turned for spot in self.spots)

    @cached_property
    def left(self) -> Group:
        """The group without what is no place, as a person says; itself if all of it is one."""
        spots = tuple(spot for spot in self.spots if not spot.turned)
        return self if len(spots) == len(self.spots) else replace(self, spots=spots)


def bare(text: str) -> str:
    """A name without a leading "the" and a trailing possessive, on one line."""
    found = _EDGES.match(" ".join(visible(text).split()))
    return found.group(1) if found else text


def place_spots(article: Article, annotation: Annotation) -> tuple[Spot, ...]:
    """Every place name of an article, those of the title first."""
    titles = _spots(article.title, annotation.title, in_title=True) if annotation.title else ()
    return (*titles, *_spots(article.text, annotation, in_title=False))


def _spots(text: str, annotation: Annotation, *, in_title: bool) -> Iterator[Spot]:
    heads = () if in_title else datelines(text)
    for name, said in places_as_read(annotation):
        written = name.span.of(text)
        hints = frozenset() if name.evidence == DEMONYM else hinted_kinds(text, name)
        datelined = any(start <= name.span.start and name.span.end <= end for start, end in heads)
        pointed = _POINT.match(text, name.span.end) is not None
        yield Spot(name, bare(written), written, in_title, hints, datelined, pointed, said)


def group_spots(article: Article, annotation: Annotation, gazetteer: Gazetteer) -> tuple[Group, ...]:
    """The groups of one article, in the order of their first spot."""
    spots = place_spots(article, annotation)
    by_key: dict[str, list[Spot]] = {}
    for spot in spots:
        key = fold(spot.text) + ("\tdemonym" if spot.name.evidence == DEMONYM else "")
        by_key.setdefault(key, []).append(spot)
    groups: list[list[Spot]] = []
    equal = _equal_forms(article, annotation)
    for members in by_key.values():
        home = next((g for g in groups if _one_name(g[0], members[0], equal, gazetteer)), None)
        if home is None:
            groups.append(members)
        else:
            home.extend(members)
    order = {id(spot): i for i, spot in enumerate(spots)}
    parted = [part for group in groups for part in _by_sense(sorted(group, key=lambda s: order[id(s)]))]
    return tuple(Group(article.id, tuple(part)) for part in sorted(parted, key=lambda p: order[id(p[0])]))


def _equal_forms(article: Article, annotation: Annotation) -> frozenset[frozenset[str]]:
    """Pairs of folded forms that the article itself says are one: "Kobane (also known as Ayn al-Arab)"."""
    pairs = ((e.long.of(article.text), e.short.of(article.text)) for e in annotation.equations)
    return frozenset(frozenset((fold(bare(a)), fold(bare(b)))) for a, b in pairs)


def _one_name(a: Spot, b: Spot, equal: frozenset[frozenset[str]], gazetteer: Gazetteer) -> bool:
    if DEMONYM in (a.name.evidence, b.name.evidence):
        return False
    if _is_half(a.text, b.text, gazetteer) or _is_half(b.text, a.text, gazetteer):
        return True
    one = frozenset((fold(a.text), fold(b.text))) in equal or same_name(a.text, b.text) is not None
    return one and not are_known_apart(a.text, b.text, gazetteer)


def _is_half(short: str, full: str, gazetteer: Gazetteer) -> bool:
    """Whether one is the other country by its half: "the North" beside "North Korea"."""
    half = short in HALVES and full.startswith(short + " ")
    return half and any(h.entry.kind == "country" and h.how <= How.ALIAS for h in gazetteer.lookup(full))


def are_known_apart(a: str, b: str, gazetteer: Gazetteer) -> bool:
    """Whether both are names of their own in the gazetteer, and of no place in common: "Paris" and "Price"."""
    here, there = ({h.entry.id for h in gazetteer.lookup(form) if h.how <= How.ALIAS} for form in (a, b))
    return bool(here and there and not here & there)


def _by_sense(spots: list[Spot]) -> Iterator[list[Spot]]:
    """Two senses only where the text itself names both: "Aleppo province" beside "the city of Aleppo"."""
    provinces = [s for s in spots if "province" in s.hints and not s.hints & {"city", "town", "village"}]
    settled = any(s.hints & {"city", "town", "village"} for s in spots)
    if provinces and settled:
        yield provinces
        yield [s for s in spots if s not in provinces]
    else:
        yield spots
