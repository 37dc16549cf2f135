"""Whether two persons' names are of one person: surnames, given names, initials, nicknames, generations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import JaroWinkler

from according.linking.forms import content_words, same_name, skeleton
from according.linking.guards import told_apart

_GENERATIONS = {
    "jr": "junior",
    "junior": "junior",
    "sr": "senior",
    "senior": "senior",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
}
_HONOURS = frozenset("md phd esq mbe obe cbe kbe mp qc".split())
_SIMILAR_GIVEN, _SIMILAR_SHORT = 0.75, 0.86  # Jaro-Winkler: "Qasem" and "Kassem"; "Ana" and "Anna"
_SHORTEST_PREFIX = 3  # letters of a given name that may be cut short: "Rob" of "Robert"
_FEMININE = frozenset({"", "a", "e", "ia", "ina"})  # "Karim" is not short for "Karima"


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in its parts, folded."""

    given: tuple[str, ...]  # empty when only one name is known
    surname: str
    generation: str = ""

    @property
    def full(self) -> bool:
        """Whether a given name or initial stands before the surname."""
        return bool(self.given)


@lru_cache(maxsize=1 << 16)
def parse_person(form: str) -> Person | None:
    """The parts of a person's name, or None when no word is left."""
    words = [w for w in content_words(form) if w not in _HONOURS]
    generation = next((_GENERATIONS[w] for w in reversed(words[1:]) if w in _GENERATIONS), "")
    words = [w for i, w in enumerate(words) if i == 0 or w not in _GENERATIONS]
    if not words:
        return None
    return Person(tuple(words[:-1]), words[-1], generation)


@lru_cache(maxsize=1 << 16)
def same_person(a: Person, b: Person) -> str | None:
    """Why two full names are one person's, or None: the surname must agree, and what is given of the given names."""
    if not (a.full and b.full) or (a.generation and b.generation and a.generation != b.generation):
        return None
    if a.surname != b.surname and not _same_surname(a, b):
        return None
    how = _same_given(a.given, b.given)
    if a.surname == b.surname or how is None:
        return how
    return "spelled alike" if how in {"same given name", "given name spelled alike"} else None


def _same_surname(a: Person, b: Person) -> bool:
    """Whether surnames differ in spelling only; beside the same given names the consonants are enough."""
    if same_name(a.surname, b.surname):
        return True
    return (
        a.given == b.given
        and len(a.given[0]) > 1
        and skeleton(a.surname) == skeleton(b.surname)
        and not told_apart((a.surname,), (b.surname,), a.surname, b.surname)
    )


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    if a == b:
        return "same given name"
    if a[0] == b[0]:
        return None if _other_middle(a[1:], b[1:]) else "same given name"
    if _goes_by_middle(a, b) or _goes_by_middle(b, a):
        return "middle name"
    if len(a[0]) == 1 or len(b[0]) == 1:
        return "initial" if a[0][0] == b[0][0] and not _other_middle(a[1:], b[1:]) else None
    if _short_for(a[0], b[0]) or _short_for(b[0], a[0]) or _nicknames(a[0]) & _nicknames(b[0]):
        return "short given name"
    return "given name spelled alike" if _spelled_alike(a[0], b[0]) else None


def _spelled_alike(a: str, b: str) -> bool:
    """Whether two given names differ in spelling only; those with few consonants must look more alike."""
    enough = _SIMILAR_GIVEN if len(skeleton(a)) > 2 else _SIMILAR_SHORT
    return same_name(a, b) is not None and JaroWinkler.similarity(a, b) >= enough


def _other_middle(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have a middle name and these cannot be the same."""
    if not a or not b or len(a) != len(b):
        return False
    return any(not (x.startswith(y) or y.startswith(x)) for x, y in zip(a, b, strict=True))


def _goes_by_middle(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the first given names are left out: "Mark" for "W. Mark"."""
    return len(b) > len(a) and b[-len(a) :] == a and all(len(w) > 1 for w in a)


def _short_for(short: str, long: str) -> bool:
    cut = long[len(short) :]
    return len(short) >= _SHORTEST_PREFIX and long.startswith(short) and cut not in _FEMININE


@cache
def _table() -> dict[str, frozenset[int]]:
    text = (files("according.linking.actors") / "nicknames.txt").read_text(encoding="utf8")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    names = sorted({name for line in lines for name in line})
    return {name: frozenset(i for i, line in enumerate(lines) if name in line) for name in names}


def _nicknames(name: str) -> frozenset[int]:
    """The lines of the table of nicknames in which a given name stands."""
    return _table().get(name, frozenset())


def is_short_for(short: Person, full: Person) -> str | None:
    """Why a single name is part of a full one, or None: its surname before its given name."""
    if short.full or not full.full:
        return None
    if short.surname == full.surname:
        return "surname"
    if short.surname == full.given[0] and len(short.surname) > 1:
        return "given name"
    return "surname" if short.surname[0] == full.surname[0] and same_name(short.surname, full.surname) else None
