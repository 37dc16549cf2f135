"""Places that are none, as people say: they had their part in reading the others, and leave these as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import dropwhile

from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.decided import Decision, ReadArticle
from according.linking.toponyms.namesakes import told_apart
from according.model import Place, PlacePrecision


def part_gone(clusters: Iterable[Cluster], read: Iterable[ReadArticle]) -> list[Cluster]:
    """The clusters without what is no place, as people say; what is gone with its name is whole, and marked."""
    left = {id(d): rest for one in read for d, rest in zip(one.decisions, one.left, strict=True) if rest is not d}
    return [_parted(cluster, left) for cluster in clusters] if left else [*clusters]


def _parted(cluster: Cluster, left: Mapping[int, Decision]) -> Cluster:
    if not any(id(d) in left for d in cluster.decisions):
        return cluster
    rest = [d for d in (left.get(id(d), d) for d in cluster.decisions) if d.group.spots]
    spoken_of = cluster.override is not None and not cluster.override.ignore
    if _is_named(rest) or spoken_of or not _is_named(cluster.decisions):
        return replace(cluster, decisions=rest)
    return replace(cluster, gone=True)


def is_nothing(cluster: Cluster) -> bool:
    """Whether what is gone is no name at all; what is somebody now, such as a government, may hold others as before."""
    named = (decision.group.spots for decision in cluster.decisions if not decision.group.demonym)
    return all(spot.said == "nothing" for spots in named for spot in spots)


def _is_named(decisions: Iterable[Decision]) -> bool:
    """Whether any speaks of more than a place's people and things."""
    return any(not decision.group.demonym for decision in decisions)


def lies_by_text(cluster: Cluster) -> bool:
    """Whether the articles alone say what a place first lies in."""
    return bool(cluster.cities if cluster.entry else cluster.parents)


def out_of_nothing(
    nothing: Collection[str], places: Mapping[str, Place], named: Collection[str], by_text: Collection[str]
) -> dict[str, Place]:
    """The places in what contains that which is ``nothing``, where no more than the articles have anything in it.

    ``named`` are the places that the articles name, ``by_text`` those that they alone put into what they first lie in.
    """
    held = {above for id_ in named for above in places[id_].parents[id_ in by_text :]}
    loose = {*nothing} - held
    return {id_: _out_of(loose, place) if id_ in by_text else place for id_, place in places.items()}


def _out_of(loose: Collection[str], place: Place) -> Place:
    above = tuple(dropwhile(loose.__contains__, place.parents))
    if above or not place.parents or place.precision is not PlacePrecision.PARENT:
        return replace(place, parents=above) if above != place.parents else place
    return replace(place, parents=(), latitude=None, longitude=None, precision=PlacePrecision.UNKNOWN)


def titled_beside(gone: Mapping[str, Place], places: Mapping[str, Place]) -> dict[str, Place]:
    """The places under titles that tell them from those of their names, be these ``gone``; these without a mention."""
    titled = told_apart({**places, **gone})
    return {id_: replace(titled[id_], forms=()) if id_ in gone else titled[id_] for id_ in places}
