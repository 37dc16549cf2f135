"""Keys under which bodies meet: "US troops" and "American forces" have one.

So have "Turkish Defence Ministry" and "Ministry of Defense of Turkey".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from according.annotating.wordlists.kinds import known_names, usual_name, words_of
from according.annotating.wordlists.nations import nation
from according.linking.forms import fold

_LONGEST_NATION = 4  # words
_LONG_ENOUGH = 4  # letters of a word whose last s may be a plural's
_SMALL = frozenset("of the for and in on to de la at by".split())
_STATE = frozenset("republic kingdom federation state".split())  # "Ministry of Defence of the Republic of Turkey"
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
    "labour": "labor",
    "theatre": "theater",
    "harbour": "harbor",
    "television": "tv",
    "authorities": "authority",
}
_COMPANY = frozenset("inc ltd llc llp corp corporation co company plc ag gmbh sa nv com".split())
# A nation's fighting men at large; an army, a navy or an air force is one of its services and stays apart.
_AT_LARGE = frozenset(
    "force forces troop troops soldier soldiers military militaries serviceman servicemen servicewoman servicemember "
    "servicemembers personnel contingent command commandos".split()
)
# Words that only colour a force; the others ("special", "air", "aerospace") make it another one.
_COLOUR = frozenset(
    "armed military arab royal national occupation occupying invading ground land government state joint allied "
    "regular combat regime islamic".split()
)
# Nouns for a part of a body: a name that ends so is not that of the body it begins with ("UN Security Council").
PARTS = frozenset(
    "council committee commission assembly secretariat office department division branch panel mission "
    "delegation court board programme program parliament ministry police staff".split()
)
_GOVERNMENTS = frozenset({"government", "regime", "authority", "administration"})


@dataclass(frozen=True, slots=True)
class BodyKey:
    """The nation that a body belongs to, and its words whatever their order."""

    nation: str | None
    words: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def body_key(form: str) -> BodyKey:
    """The key of a body's name."""
    country, rest = _split_nation(_spelled_out(form).replace("-", " ").split())
    words = [_SPELLINGS.get(w, w) for r in rest for w in fold(r).split()]
    words = [w for w in words if w not in _SMALL]
    if country:
        words = [w for w in words if w not in _STATE]
        words = _at_large(words)
    elif len(words) > 1:
        words = _without_company(words)
    return BodyKey(country, tuple(sorted(map(_singular, words))))


def _spelled_out(form: str) -> str:
    """The name with the usual form of a well-known body that it begins with: "UN Security Council"."""
    first, blank, rest = form.partition(" ")
    return f"{usual_name(first)} {rest}" if blank and first in known_names() else form


def _singular(word: str) -> str:
    """The word without the s of a plural: "Motion Pictures" and "Motion Picture" are one academy's."""
    return word[:-1] if len(word) > _LONG_ENOUGH and word.endswith("s") and not word.endswith("ss") else word


def _split_nation(words: list[str]) -> tuple[str | None, list[str]]:
    """The first nation among the words, and the other words."""
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST_NATION), start, -1):
            text = " ".join(words[start:end])
            country = nation(text) or nation(text.removesuffix("'s").removesuffix("’s"))
            if country:
                return country, words[:start] + words[end:]
    return None, words


def _at_large(words: list[str]) -> list[str]:
    """A force's words reduced to what tells it from the nation's other forces."""
    if not any(w in words_of("force") or w in words_of("personnel") for w in words):
        return ["government"] if words and set(words) <= _GOVERNMENTS else words
    special = [w for w in words if w not in _COLOUR and w not in _AT_LARGE]
    if not special:
        return ["forces"]
    if special == ["police"]:
        return ["military", "police"] if "military" in words else special
    return special if special[-1] in words_of("force") else [*special, "forces"]


def _without_company(words: list[str]) -> list[str]:
    kept = [w for w in words if w not in _COMPANY]
    return kept or words


@lru_cache(maxsize=1 << 16)
def is_generic(form: str) -> bool:
    """Whether a body's name could be that of any nation or town: "Ministry of Defense", "Parliament", "Daily News"."""
    key = body_key(form)
    return key.nation is None and form not in known_names() and all(map(is_common, key.words))


@lru_cache(maxsize=1 << 16)
def is_common(word: str) -> bool:
    """Whether a folded word of a name is a noun for a body, a field of government or a colour word."""
    return any(form in _FIELDS or any(form in words_of(section) for section in _COMMON) for form in (word, f"{word}s"))


_COMMON = ("force", "force modifier", "personnel", "government", "media", "group", "organization", "title")
_FIELDS = frozenset(
    "foreign affairs interior internal justice finance health oil transport education energy trade economy agriculture "
    "culture information labor emergency emergencies natural resources environment tourism supreme constitutional high "
    "central election general staff chief joint chiefs congress house representatives upper lower city".split()
)
