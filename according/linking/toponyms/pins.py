"""What a place lies in that has a pin by a person and no entry in the gazetteer: what is there, not beside its name."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from according.linking.gazetteer import Entry, Gazetteer
from according.linking.toponyms.agreement import NEARBY
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.distance import FAR, between
from according.linking.toponyms.features import contains
from according.linking.toponyms.parents import Parent
from according.memo import FORGETFUL, Memo

ANYWHERE = frozenset({"country", "region", "sea"})  # of which nobody expects that they lie in a country
_REACH = 40.0  # km from a pin to a town or village in whose province and country it is taken to be
_WITHIN = 10.0  # km from the middle of a town to what is in it
_DEGREE = 111.0  # km from one parallel to the next

Point = tuple[float, float]  # latitude, longitude


def where_pinned(clusters: Iterable[Cluster], gazetteer: Gazetteer, memo: Memo = FORGETFUL) -> list[Cluster]:
    """The clusters, those that only a person's pin puts anywhere in what is there."""
    return [_where_pinned(cluster, gazetteer, memo) for cluster in clusters]


def _where_pinned(cluster: Cluster, gazetteer: Gazetteer, memo: Memo) -> Cluster:
    rule = cluster.override
    at = rule.at if rule and not (cluster.entry or rule.parent or rule.kind in ANYWHERE) else None
    if at is None:
        return cluster
    nearest = memo.recall("nearest known place", at, (at,), lambda: _nearest(at, gazetteer))
    told = [parent for parent in cluster.parents if _may_hold(parent, at, nearest)]
    return replace(cluster, parents=told or _above(nearest, gazetteer))


def _nearest(at: Point, gazetteer: Gazetteer) -> Entry | None:
    """The town or village that is nearest to a point, if there is one in reach."""
    high = _REACH / _DEGREE
    wide = high / max(math.cos(math.radians(at[0])), high / 180)  # by the poles all longitudes are near
    around = gazetteer.settled(at[0] - high, at[0] + high, at[1] - wide, at[1] + wide)
    away = ((_away(at, entry), entry.id, entry) for entry in around)
    return min((found for found in away if found[0] < _REACH), default=(0.0, 0, None))[2]


def _away(at: Point, entry: Entry) -> float:
    """How far a place is from a point, in kilometres; as far as can be where it has none."""
    if entry.latitude is None or entry.longitude is None:
        return FAR
    return between(at, (entry.latitude, entry.longitude))


def _may_hold(parent: Parent, at: Point, nearest: Entry | None) -> bool:
    """Whether a pin may be in what the texts put the place into, or near it; a town only named beside it holds it."""
    entry = parent.entry
    if entry.kind in ("province", "district", "country"):
        return contains(entry, nearest) if nearest else parent.stated
    if entry.kind in ANYWHERE:
        return parent.stated
    return _away(at, entry) < (NEARBY if parent.stated else _WITHIN)


def _above(nearest: Entry | None, gazetteer: Gazetteer) -> list[Parent]:
    """The province, else the country, of the town or village that is nearest to a pin."""
    above = (gazetteer.get(nearest.admin1), gazetteer.country(nearest.country)) if nearest else ()
    return [Parent(e, f"near {nearest.name}", stated=False) for e in above if e and nearest][:1]
