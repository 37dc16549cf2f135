"""What a group of names may mean: the candidates of all its spellings together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from according.linking.cues import KINDS
from according.linking.forms import consonants, fold, same_name
from according.linking.gazetteer import Entry, Gazetteer, Hit, How
from according.linking.toponyms.groups import DEMONYM, Group, Spot

MOST = 80  # candidates a group; the least known of a very common name are left out
_HEARD = 3  # consonants that a name must have to be known by them: "Hamou" is not Hama
_SHORTEST = 3  # capitals up to this long are abbreviations: "US" is not the village of Us
_FAMED = 1_000_000  # inhabitants from which a city may be known by its letters: "LA"
_LARGE = 100_000  # ... from which reports are written in it

_POINTED = re.compile(r"(?:[A-Z]\.)+[A-Z]\.?")

_DIRECTION = (
    "north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|downtown|inner|outer|"
    "north[ -]?east(?:ern)?|north[ -]?west(?:ern)?|south[ -]?east(?:ern)?|south[ -]?west(?:ern)?|far|rural|mid|old|"
    "occupied|mainland"
)
# "The North", "Western": not the provinces that bear these names somewhere, unless the text speaks of a province.
_COMPASS = re.compile(
    r"(?:(?:north|south|east|west)(?:ern)?|central)(?:[ -](?:north|south|east|west)(?:ern)?)?", re.IGNORECASE
)
_ADMIN = (
    "province|governorate|state|oblast|region|district|county|prefecture|city|town|village|municipality|"
    "republic|peninsula|area|metropolitan area|suburbs|countryside|township|borough"
)
_AFFIXES = re.compile(rf"^(?:(?:{_DIRECTION})[ -])*(?P<name>.+?)(?:[ -](?:{_ADMIN}))?$", re.IGNORECASE)
_OF = re.compile(rf"^(?:{_ADMIN}) of (?:the )?(?P<name>.+)$", re.IGNORECASE)
_DIVISIONS = frozenset({"province", "district", "region"})  # "the Idlib region"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a group may mean, and how its names lead there."""

    entry: Entry
    how: How
    form: str
    stripped: bool = False  # the name was found without "northern", "province", ...
    called_city: bool = False  # it is also called "... City", so that the bare name may rather be its province's


def find_candidates(group: Group, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Candidates in a stable order, each place once with its surest reading."""
    if all(map(_COMPASS.fullmatch, group.forms)) and not group.hints:
        return ()
    found = list(named(group, gazetteer))
    if not any(c.how <= How.ALIAS for c in found) and not group.demonym:
        found += _stripped(group, gazetteer) if not found else ()
        found += _sounding(group, gazetteer)
    if "province" in group.hints:
        found += _provinces_of(found, gazetteer)
    found = _without_divisions_in_datelines(_without_provinces_of_capitals(found, group), group)
    best: dict[int, Candidate] = {}
    for candidate in sorted(found, key=lambda c: (c.how, c.stripped, c.form)):
        best.setdefault(candidate.entry.id, candidate)
    cities = {hit.entry.id for form in group.forms for hit in gazetteer.lookup(f"{form} City")}
    best = {i: replace(c, called_city=i in cities) for i, c in best.items()}
    known = sorted(best.values(), key=lambda c: (-c.entry.population, -c.entry.names, c.entry.id))
    return tuple(sorted(known[:MOST], key=lambda c: (c.how, c.entry.id)))


def named(group: Group, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The places that have one of the names, in the order of its spellings."""
    for form in group.forms:
        spots = [s for s in group.spots if s.text == form]
        for hit in gazetteer.lookup(form):
            if any(_may_mean(spot, hit) for spot in spots):
                yield Candidate(hit.entry, hit.how, form)


def _may_mean(spot: Spot, hit: Hit) -> bool:
    """Adjectives mean places by demonym only; short capitals by abbreviation only, postal codes not at all."""
    if spot.name.evidence == DEMONYM:
        return hit.how is How.DEMONYM
    letters = spot.text.replace(".", "")
    if letters.isupper() and len(letters) <= _SHORTEST:
        initials = _are_initials(letters, hit.entry.name)
        if hit.how is How.ALTERNATE:
            return initials and hit.entry.kind == "city" and hit.entry.population >= _FAMED
        # Each letter with its point stands for a word: "L.A." is not Louisiana, which is "La.".
        spelled = initials or not _POINTED.fullmatch(spot.text)
        return hit.how is How.ALIAS or (spelled and hit.how in (How.ABBREVIATION, How.POSTAL))
    return hit.how is not How.POSTAL


def _are_initials(letters: str, name: str) -> bool:
    """Whether letters are those that the words of a name begin with, small words left out or not."""
    rest = (word[0].upper() for word in fold(name).split())
    return all(letter in rest for letter in letters)


def _stripped(group: Group, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for form in group.forms:
        core = _core(form)
        if core != form and core[:1].isupper():
            for hit in gazetteer.lookup(core):
                if hit.how <= How.SHORT:
                    yield Candidate(hit.entry, hit.how, form, stripped=True)


def _core(form: str) -> str:
    """A name without "northern", "province of" and the like."""
    found = _OF.match(form) or _AFFIXES.match(form)
    return found.group("name") if found else form


def adds_words(candidate: Candidate) -> bool:
    """Whether a name says more than the place's with what it is: "western Aleppo", "Aleppo suburbs"; not "Aleppo city".

    The compass makes another name, and so does a word for something else than the place.
    """
    if not candidate.stripped:
        return False
    added = candidate.form.lower().replace("-", " ").split()
    for word in _core(candidate.form).lower().replace("-", " ").split():
        added.remove(word)
    kind = candidate.entry.kind
    own = {word for word, kinds in KINDS.items() if kind in kinds} | ({"region"} if kind in _DIVISIONS else set())
    return not own.issuperset({*added} - {"of", "the"})


def _provinces_of(found: list[Candidate], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The province that bears the name of a city found: "Hasake province" under a spelling that only the city has."""
    for candidate in found:
        province = gazetteer.get(candidate.entry.admin1)
        if province and candidate.how <= How.ALTERNATE and same_name(candidate.entry.name, _bare_division(province)):
            yield replace(candidate, entry=province)


def _without_provinces_of_capitals(found: list[Candidate], group: Group) -> list[Candidate]:
    """The candidates but for the province of a capital of the same name, unless a word for a province stands by it."""
    if group.hints & {"province", "district"}:
        return found
    homes = {c.entry.admin1 for c in found if c.entry.capital and c.how <= How.ALIAS}
    return [c for c in found if not (c.entry.kind == "province" and c.entry.id in homes)]


def _without_divisions_in_datelines(found: list[Candidate], group: Group) -> list[Candidate]:
    """The candidates but for provinces and districts, where a report is written from a city of the name."""
    settled = [c for c in found if c.entry.kind == "city" and c.entry.population >= _LARGE]
    if not settled or not any(spot.datelined for spot in group.spots):
        return found
    return [c for c in found if c.entry.kind not in ("province", "district")]


def _bare_division(province: Entry) -> str:
    return _AFFIXES.sub(r"\g<name>", province.name)


def _sounding(group: Group, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for form in group.forms:
        # What all names of its kind share is not what one is known by: "South Lawn" is not South Lyon.
        if not form.isupper() and consonants(_core(form)) >= _HEARD:
            for hit in gazetteer.sounding_like(form):
                yield Candidate(hit.entry, hit.how, form)
