"""What the words around a name say of the place: its kind, what it lies in, where it is near."""

from __future__ import annotations

import re
from functools import lru_cache

from according.model import Name

# Nouns for kinds of places, and which of the gazetteer's kinds they may mean.
_SETTLEMENT = frozenset({"city", "town", "village"})
KINDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "city town village hamlet suburb settlement port capital neighbourhood neighborhood borough township".split(),
        _SETTLEMENT,
    ),
    **dict.fromkeys(
        "province governorate state oblast prefecture canton emirate voivodeship krai wilaya".split(),
        frozenset({"province"}),
    ),
    **dict.fromkeys("county district municipality parish rayon raion".split(), frozenset({"district"})),
    **dict.fromkeys("country nation kingdom republic".split(), frozenset({"country"})),
    **dict.fromkeys("sea ocean gulf strait bay lake river".split(), frozenset({"sea", "region"})),
    **dict.fromkeys("peninsula island valley mountains desert".split(), frozenset({"region"})),
}
_PLURALS = {"cities": "city", "counties": "county", "countries": "country", "parishes": "parish"}
# What a village is called here beats what its number of inhabitants would make of it.
CALLED = ("village", "town", "city", "suburb", "district", "province", "governorate", "county")

_KIND = "|".join(sorted((*KINDS, *(k + "s" for k in KINDS), *_PLURALS), key=len, reverse=True))
_BEFORE = re.compile(rf"\b({_KIND})\s+(?:of\s+(?:the\s+)?)?$", re.IGNORECASE)
_AFTER = re.compile(rf"^\s+({_KIND})\b", re.IGNORECASE)
_INSIDE = re.compile(rf"(?:^({_KIND})\s+of\s|\s({_KIND})$)", re.IGNORECASE)
_EVIDENCE = re.compile(rf"\b({_KIND})\b", re.IGNORECASE)
_REACH = 30  # characters; far enough for "municipalities of the "


@lru_cache(maxsize=1 << 17)
def kind_words(text: str, name: Name) -> tuple[str, ...]:
    """The nouns that call the place a village, a province, ...: before, after or inside the name."""
    start, end = name.span
    found = [m.group(1) for m in (_BEFORE.search(text[max(0, start - _REACH) : start]),) if m]
    found += [m.group(1) for m in (_AFTER.match(text[end : end + _REACH]),) if m]
    if inside := _INSIDE.search(text[start:end]):
        found.append(inside.group(1) or inside.group(2))
    if name.evidence.startswith("cue:"):
        found += _EVIDENCE.findall(name.evidence)
    return tuple(dict.fromkeys(_singular(word.lower()) for word in found))


def _singular(word: str) -> str:
    return _PLURALS.get(word) or (word if word in KINDS else word.removesuffix("s"))


def hinted_kinds(text: str, name: Name) -> frozenset[str]:
    """The gazetteer's kinds that the words around a name speak of."""
    return frozenset[str]().union(*(KINDS.get(word, frozenset()) for word in kind_words(text, name)))
