"""Ids and pins by which a place would plainly be another one: what people wrote, beside what its articles say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from according.linking.forms import fold
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.toponyms.bearing import is_called
from according.linking.toponyms.distance import between
from according.model import Linked, Place
from according.overrides import EntityOverride
from according.publishing.outlines import FINE, inside, outlines

_FAR = 100.0  # kilometres from where the program has a place: less is on this side of a border or on that
_ASTRAY = 50  # kilometres from which a pin may be one whose numbers were swapped
_NEARER = 4  # times that it is nearer when they are swapped back
_MOSTLY = 0.5  # of the places of its articles
_VAST = frozenset({"region", "sea"})  # a pin of theirs may be anywhere
# What lies in nothing that is of its own size or smaller, by size; a district may well be one of a town.
_SIZE = {"village": 0, "town": 0, "city": 0, "site": 0, "district": 0, "province": 1, "country": 2}
_CHECK = "Check it; if it is right, this may stay."
_CHECK_IN = 'Check it; if it is right, say where it is, with "at" or "geonames".'
_CHECK_SIZE = 'Check the two names; if it is right, say what it is, with "kind", or its id, with "geonames".'

Vain = tuple[tuple[str | int, ...], str, str]  # where in the entry, what is wrong, what to do


class Astray:
    """Looks where people's ids and pins put places."""

    def __init__(self, linked: Linked, gazetteer: Gazetteer) -> None:
        self._linked, self._gazetteer = linked, gazetteer

    def of_place(self, rule: EntityOverride) -> Iterator[Vain]:
        """What is plainly wrong with an entry's id or pin."""
        place = self._named.get(rule.name)
        entry = self._gazetteer.get(rule.geonames) if rule.geonames else None
        alone = self._linked.alone.get(rule.name)
        by_itself = alone is not None and alone.geonames == rule.geonames
        if place and entry and not by_itself and not is_called(entry, rule, self._gazetteer):
            yield from self._of_id(entry, rule, place)
        if place and rule.parent and not (rule.geonames or rule.at):
            yield from self._of_holder(rule, place)
        if rule.at and not self._looks_swapped(rule.name, rule.at):
            yield from self._of_pin(rule.at, place) if place and not (rule.geonames or rule.parent) else ()
        elif rule.at:
            latitude, longitude = rule.at
            message = f"The pin {latitude:g}, {longitude:g} is far from where the program puts it."
            yield ("at",), message, f"Write latitude first; were the two swapped? at: [{longitude:g}, {latitude:g}]."

    @cached_property
    def _named(self) -> dict[str, Place]:
        return {p.name: p for p in self._linked.places.values()}

    def _of_id(self, entry: Entry, rule: EntityOverride, place: Place) -> Iterator[Vain]:
        shown, elsewhere = self._gazetteer.described(entry), self._mostly_elsewhere(entry.country, place)
        bearing = (p for p in self._linked.places.values() if p.entry == entry.id and p.id != place.id)
        others = [p.name for p in bearing if p.forms]
        if elsewhere:
            yield ("geonames",), f"This id is {shown}; the places of its articles are in {elsewhere}.", _CHECK
        elif others and fold(rule.name) in {fold(f.text) for f in place.forms}:
            remedy = f"Check the id; if the two are one place, say so: aliases: [{others[0]}]."
            yield ("geonames",), f'This id is {shown}, which articles name apart from "{rule.name}".', remedy

    def _of_holder(self, rule: EntityOverride, place: Place) -> Iterator[Vain]:
        """What is said to contain a place, in another country than its page is without, or than its articles speak of.

        Where most of the other places of its articles are, a person may well be right.
        """
        holder = self._linked.places.get(next(iter(place.parents), ""))
        known = self._gazetteer.get(holder.entry) if holder else None
        own = self._gazetteer.get(place.entry)
        if known and own and any(above.id == known.id for above in self._gazetteer.containers(own)):
            return  # it is there by itself
        kind = self._kind(rule, own)
        if known and holder and 0 < _SIZE.get(kind, 0) >= _SIZE.get(holder.kind, len(_SIZE)):
            message = f'This puts "{rule.name}", a {kind}, into "{rule.parent}", a {holder.kind}.'
            yield ("in",), message, _CHECK_SIZE
            return
        elsewhere = self._mostly_elsewhere(known.country, place) if known and holder and not holder.forms else ""
        what = f"the places of its articles are in {elsewhere}" if elsewhere else self._without(rule.name, place)
        if what:
            where = self._gazetteer.described(known) if known else f"in {self._called(place.country or '')}"
            yield ("in",), f'"{rule.parent}" is {where}; {what}.', _CHECK_IN

    def _kind(self, rule: EntityOverride, own: Entry | None) -> str:
        """What a person calls a place, else what the gazetteer does, be it only without this entry."""
        alone = self._linked.alone.get(rule.name)
        entry = own or (self._gazetteer.get(alone.geonames) if alone else None)
        return rule.kind or (entry.kind if entry else "")

    def _without(self, name: str, place: Place) -> str:
        """Where a place is without its entry, if that is another country and its articles do not speak for this one."""
        alone, around = self._linked.alone.get(name), self._countries_around(place)
        was = alone.country if alone and place.country else None
        others = max((count for country, count in around.items() if country != place.country), default=0)
        if was is None or was == place.country or around[place.country or ""] > others:
            return ""
        return f"without this line the place is in {self._called(was or '')}"

    def _mostly_elsewhere(self, country: str | None, place: Place) -> str:
        """The country of most places of a place's articles, if none of them is in this one."""
        around = self._countries_around(place)
        most, count = max(around.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        if not country or country in around or count <= _MOSTLY * around.total():
            return ""
        return self._called(most)

    def _called(self, code: str) -> str:
        """The name of a country."""
        found = self._gazetteer.country(code)
        return found.name if found else code

    def _of_pin(self, at: tuple[float, float], place: Place) -> Iterator[Vain]:
        """A pin alone moves a place and nothing else: what the page says that it lies in must hold of the pin, too."""
        away = min((between(at, point) for point in self._known_points(place)), default=0.0)
        own = self._gazetteer.country(place.country) if place.country else None
        if away < _FAR or own is None or place.kind in _VAST:
            return
        name = _country_at(at)
        code = self._code(name) if name else ""
        if code not in (None, place.country):  # nor in a country that this gazetteer does not know
            pin = f"The pin {at[0]:g}, {at[1]:g} is in {name or 'no country'}, {away:,.0f} km from where"
            sign = "" if name else ": latitude comes first, west and south are negative"
            remedy = f'Check it{sign}; if it is right, say what contains the place, with "in".'
            yield ("at",), f"{pin} the page says that the place lies: {own.name}.", remedy

    def _code(self, name: str) -> str | None:
        """The code of a country."""
        hits = (hit.entry for hit in self._gazetteer.lookup(name))
        return next((entry.country for entry in hits if entry.kind == "country"), None)

    def _looks_swapped(self, name: str, at: tuple[float, float]) -> bool:
        """Whether a pin lies far from what the program knew of the place, and the other way round close to it."""
        places = (p for p in self._linked.places.values() if p.name == name)
        known = (next(self._known_points(p), None) for p in places)
        swapped = at[1], at[0]
        return any(between(at, k) > _ASTRAY and between(swapped, k) < between(at, k) / _NEARER for k in known if k)

    def _known_points(self, place: Place) -> Iterator[tuple[float, float]]:
        """Where the gazetteer has a place, else what contains it, the nearest first."""
        entry = self._gazetteer.get(place.entry)
        holders = (self._linked.places.get(p) for p in place.parents)
        for known in [entry] if entry else holders:
            if known and known.latitude is not None and known.longitude is not None:
                yield known.latitude, known.longitude

    def _countries_around(self, place: Place) -> Counter[str]:
        """By country, how many other places of the articles that name a place are in it."""
        articles = {a for form in place.forms for a in form.articles}
        others = {p for a in articles for p in self._by_article.get(a, ()) if p != place.id}
        return Counter(c for p in sorted(others) if (c := self._linked.places[p].country))

    @cached_property
    def _by_article(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for place in self._linked.places.values():
            for article in (a for form in place.forms for a in form.articles):
                found[article].add(place.id)
        return found


def _country_at(at: tuple[float, float]) -> str | None:
    """The name of the country whose outline holds a point."""
    point = at[1], at[0]
    for country in outlines(FINE).countries:
        if any(inside(point, ring.points) for ring in country.rings if _holds(ring.box, point)):
            return country.name
    return None


def _holds(box: tuple[float, float, float, float], point: tuple[float, float]) -> bool:
    west, south, east, north = box
    return west <= point[0] <= east and south <= point[1] <= north
