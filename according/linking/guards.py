"""What tells two names apart however alike they are spelled: numbers, directions, known pairs, endings, pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from according.linking.lookalikes import DIRECTIONS, LOOK_ALIKES
from according.linking.spelling import sounds

Words = Sequence[str]

_NUMBER = re.compile(r"\d+|\b[ivx]{2,}\b")
# Chinese names as written in pinyin: there, one vowel more is another name.
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|"
    r"ia|ie|iu|ua|ui|uo|ue|er(?![aeiou])|a|e|i|o|u))+"
)
_CHINESE = re.compile(r"zh|x[iu]|q[iu]|[aeio]ng(?![aeiou])|iao|ian|uan")
# Long vowels, where a spelling marks them; e and o are how Persians say i and u.
_LONG = {"ā": "a", "ī": "i", "ē": "i", "ū": "u", "ō": "u"}
# Slavic adjectives by gender: Pyatigorsk, Pyatigorskiy and Pyatigorskoye are three places.
_SLAVIC = (
    re.compile(r"(?:sk|n)(?:iy|yy|y|ii|ij|i|oy|oi|oj)$"),
    re.compile(r"(?:sk|n)(?:oye|oe|oje|oie)$"),
    re.compile(r"(?:sk|n)(?:aya|aia|aja)$"),
    re.compile(r"sk$"),
)


def told_apart(a: Words, b: Words, raw_a: str, raw_b: str) -> bool:
    """Whether something tells two names apart, given by their folded words and as written."""
    return (
        _NUMBER.findall(" ".join(a)) != _NUMBER.findall(" ".join(b))
        or bool(_turned(a, b) or _turned(b, a))
        or any(frozenset((x, y)) in LOOK_ALIKES for x in a for y in b if x != y)
        or _other_ending("".join(a), "".join(b))
        or _other_long_vowels(raw_a, raw_b)
        or (raw_a.isascii() and raw_b.isascii() and is_pinyin(a) and is_pinyin(b))
    )


def _other_long_vowels(a: str, b: str) -> bool:
    """Whether both mark their long vowels, and not the same ones: "Rāmīn" and "Rammūn"."""
    one, two = ([_LONG[letter] for letter in name.lower() if letter in _LONG] for name in (a, b))
    return bool(one and two) and not (_is_among(one, two) or _is_among(two, one))


def _is_among(few: list[str], many: list[str]) -> bool:
    """Whether all of the one come up in the other in their order."""
    rest = iter(many)
    return all(letter in rest for letter in few)


def _turned(a: Words, b: Words) -> list[str]:
    """The directions and sizes of one name that the other does not have: north, upper, new."""
    return [w for w in a if w in DIRECTIONS and not any(_same_direction(w, other) for other in b)]


def _same_direction(word: str, other: str) -> bool:
    if other in DIRECTIONS:
        return DIRECTIONS[word] == DIRECTIONS[other]
    return sounds((word,)) == sounds((other,))  # "Nowo Selo" for "Novo Selo"


def _other_ending(a: str, b: str) -> bool:
    one, two = (next((i for i, ending in enumerate(_SLAVIC) if ending.search(w)), None) for w in (a, b))
    return one is not None and two is not None and one != two


def is_pinyin(words: Iterable[str]) -> bool:
    """Whether a name reads as Chinese syllables, one of them a sort that other languages seldom have."""
    joined = "".join(words)
    return bool(_PINYIN.fullmatch(joined)) and bool(_CHINESE.search(joined))
