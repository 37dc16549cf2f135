"""Articles whose editor parts the stories with lines of their own ("Comment: Fort Russ reports on ...").

In a compilation words tell little: all of it is about one war. Its stories are told apart by place: a paragraph at
another place than the story so far begins another one, and one that comes back to a town goes on with its story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.events.frequencies import TermFrequencies
from according.events.passages import split
from according.events.units import HARD_BREAK, WIDE, Unit
from according.model import Linked, PlacePrecision

FEWEST_BREAKS = 2  # editor's lines that make an article a compilation

Places = frozenset[str]


def group_compilation(units: Sequence[Unit], linked: Linked, frequencies: TermFrequencies) -> tuple[Unit, ...]:
    """The sentences of a compilation with the number of their story; those of any other article as they are."""
    if sum(_is_editors(u) for u in units) < FEWEST_BREAKS:
        return tuple(units)
    stories: list[Places] = []  # the towns of each
    grouped: list[Unit] = []
    for start, end in split(units, frequencies):
        for run in _runs_by_place(units[start:end], linked):
            towns = [_towns(_where(p, linked), linked) for p in _paragraphs(run) if not p[0].leans_back]
            first = next(filter(None, towns), frozenset())
            story = next((i for i, known in enumerate(stories) if first & known), len(stories))
            if story == len(stories):
                stories.append(frozenset())
            stories[story] |= frozenset().union(*towns)
            grouped += (replace(u, group=story) for u in run)
    return tuple(grouped)


def is_compilation(told: Sequence[Unit]) -> bool:
    """Whether the sentences of an article carry the numbers of its stories."""
    return bool(told) and told[0].group is not None


def _is_editors(unit: Unit) -> bool:
    return unit.break_bonus == HARD_BREAK


def _runs_by_place(units: Sequence[Unit], linked: Linked) -> list[list[Unit]]:
    """Paragraphs at places that have to do with one another; a paragraph without a place stays with the one before.

    So does one that opens with "It" or "The attack". An editor's line stays with what it announces.
    """
    runs: list[list[Unit]] = []
    so_far: Places = frozenset()
    for paragraph in _paragraphs(units):
        here = _where(paragraph, linked)
        elsewhere = here and so_far and not paragraph[0].leans_back and not _have_to_do(here, so_far, linked)
        if elsewhere or not runs:
            runs.append(list(paragraph))
            so_far = frozenset() if _is_editors(paragraph[0]) else here
        else:
            runs[-1] += paragraph
            so_far = _narrowest(so_far | here, linked)
    return runs


def _paragraphs(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    part: list[Unit] = []
    for unit in units:
        if unit.opens_block and part:
            yield part
            part = []
        part.append(unit)
    if part:
        yield part


def _where(paragraph: Sequence[Unit], linked: Linked) -> Places:
    """Where a paragraph is: what is named first, but no country; later sentences only tell more closely where in it."""
    where: Places = frozenset()
    for unit in paragraph:
        here = _narrowest(frozenset(unit.places), linked)
        inside = frozenset(p for p in here if where.intersection(linked.places[p].parents))
        where = (inside or where) if where else here
    return where


def _narrowest(places: Places, linked: Linked) -> Places:
    """The places without countries, and without those that another of them lies in."""
    known = [p for p in places if p in linked.places]
    around = {parent for p in known for parent in linked.places[p].parents}
    return frozenset(p for p in known if p not in around and not _is_country(p, linked))


def _towns(places: Places, linked: Linked) -> Places:
    """The places that are no mere area: to name the same province is not to be at the same place."""
    return frozenset(p for p in places if p in linked.places and linked.places[p].precision not in WIDE)


def _have_to_do(some: Places, others: Places, linked: Linked) -> bool:
    """Whether two sets share a place, or a place of one lies in a place of the other."""

    def with_parents(places: Places) -> set[str]:
        return {q for p in places for q in (p, *linked.places[p].parents) if not _is_country(q, linked)}

    return bool(with_parents(some) & others or with_parents(others) & some)


def _is_country(place: str, linked: Linked) -> bool:
    return place in linked.places and linked.places[place].precision is PlacePrecision.COUNTRY
