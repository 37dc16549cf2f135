"""How likely two spellings are of one name: an alignment of their sounds, each difference weighed.

The weights are those of a logistic regression over the differences, fitted by ``benchmarks/fit_spelling.py`` on
alternate names of GeoNames (CC BY 4.0) against similar names of other places nearby; the idea is that of learnable
edit distances (Ristad and Yianilos 1998; Bilenko and Mooney 2003). A consonant that never stands for the other rules a
pair out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from according.linking.lookalikes import DESIGNATIONS

Step = tuple[str, str]  # one sound of each name; empty where the other name has one more

VOWELS = frozenset("aeiouEO")
_WEAK = frozenset("hjv")  # sounds that a spelling may leave out
# Consonants that alphabets and ears take for one another, the surest first.
_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    *(("voice", frozenset(pair)) for pair in ("bp", "dt", "gk", "zs", "vf", "ZS", "jC", "jZ", "Gk", "GX")),
    ("sibilant", frozenset("szSZCc")),
    ("guttural", frozenset("hXGgk")),
    ("labial", frozenset("bvf")),
    ("lisp", frozenset("ts")),
    ("lisp", frozenset("dz")),
)
# Spellings of one sound, rewritten in this order. Capitals: X kh, G gh, S sh, C ch, Z zh, E ay, O aw.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsj|tsch|tch", "C"),
        (r"dzj|dzh|dj|dz", "j"),
        (r"zj|zh", "Z"),
        (r"sch|sh|sz", "S"),
        (r"kh|x", "X"),
        (r"gh|rh", "G"),
        (r"ch|cz", "C"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ts|tz", "c"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"[ao][wu](?![aeiouy])", "O"),
        (r"ou|oo|uu", "u"),
        (r"w", "v"),
        (r"[ae][iyj](?![aeiou])", "E"),
        (r"ee|ie|ii|iy|yy|[iy]j(?![aeiou])", "i"),
        (r"(?<=[^aeiouy])[yj](?=e)", ""),
        (r"(?<=s)j(?=[aeiouEOkt])", "S"),
        (r"sS", "S"),
        (r"(?<![aeiou])[yi](?=[aeou])", "j"),
        (r"(?<=[aeiou])[yj](?=[aeiou])", ""),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
# What an edit costs while the best alignment is sought; the weights come after it.
_VOWEL_FOR_VOWEL, _VOWEL_MORE, _CONSONANT_FOR_CONSONANT, _CONSONANT_MORE, _ACROSS, _GLIDE = (
    0.45,
    0.6,
    0.9,
    1.0,
    1.3,
    0.8,
)


@lru_cache(maxsize=1 << 16)
def sounds(words: tuple[str, ...]) -> str:
    """The sounds of a name's folded words, written together."""
    text = "".join(words)
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text


def without_designations(a: Sequence[str], b: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both names without the nouns for a settlement that only one of them has: "Madinat Darna" and "Darna"."""
    return _without(a, b), _without(b, a)


def _without(words: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(w for w in words if w not in DESIGNATIONS or w in others)
    return kept or tuple(words)


def aligned(a: str, b: str) -> list[Step]:
    """The cheapest way from one string of sounds to the other, step by step (Wagner and Fischer 1974)."""
    costs = _cost_table(a, b)
    steps: list[Step] = []
    i, j = len(a), len(b)
    while i or j:
        if i and j and costs[i][j] == costs[i - 1][j - 1] + _cost(a[i - 1], b[j - 1]):
            i, j = i - 1, j - 1
            steps.append((a[i], b[j]))
        elif i and costs[i][j] == costs[i - 1][j] + _cost(a[i - 1], ""):
            i -= 1
            steps.append((a[i], ""))
        else:
            j -= 1
            steps.append(("", b[j]))
    return steps[::-1]


def _cost_table(a: str, b: str) -> list[list[float]]:
    costs = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        costs[i][0] = costs[i - 1][0] + _cost(x, "")
    for j, y in enumerate(b, 1):
        costs[0][j] = costs[0][j - 1] + _cost("", y)
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            costs[i][j] = min(
                costs[i - 1][j - 1] + _cost(x, y), costs[i - 1][j] + _cost(x, ""), costs[i][j - 1] + _cost("", y)
            )
    return costs


@cache
def _cost(x: str, y: str) -> float:
    if x == y:
        return 0.0
    if not x or not y:
        return _VOWEL_MORE if (x or y) in VOWELS or (x or y) in "hj" else _CONSONANT_MORE
    if (x in VOWELS) != (y in VOWELS):
        return _GLIDE if {x, y} & set("jvi") else _ACROSS
    return _VOWEL_FOR_VOWEL if x in VOWELS else _CONSONANT_FOR_CONSONANT


def is_vocalic(step: Step) -> bool:
    """Whether a step concerns vowels only."""
    return all(sound in VOWELS for sound in step if sound)


def name_of(step: Step) -> str:
    """A difference, whichever name has which sound: "k|q" , "|h"."""
    return "|".join(sorted(step))


def class_of(step: Step) -> str | None:
    """The sort of a difference of consonants that spellings of one name may have, where there is a word for it."""
    sounds = frozenset(filter(None, step))
    if len(sounds) == 1:
        return next((f"{sound} more" for sound in sounds if sound in _WEAK), None)
    return next((name for name, members in _CLASSES if sounds <= members), None)


def features(a: str, b: str) -> dict[str, float]:
    """What is weighed of two strings of sounds: each difference, and how many there are for the length."""
    steps = aligned(a, b)
    found: Counter[str] = Counter(_differences(steps))
    length = max(1, len(a), len(b))
    kept = sum(x == y and x not in VOWELS for x, y in steps)
    vowels = sum(x != y and is_vocalic((x, y)) for x, y in steps)
    consonants = sum(x != y and not is_vocalic((x, y)) for x, y in steps)
    weighed = {
        "bias": 1.0,
        "log length": math.log(length),
        "vowel kept": float(sum(x == y and x in VOWELS for x, y in steps)),
        "consonant kept": float(kept),
        "one consonant": float(kept <= 1),
        "two consonants": float(kept == 2),
        "three consonants": float(kept == 3),
        "vowel share": vowels / length,
        "consonant share": consonants / length,
        "same opening": float(a[:1] == b[:1]),
        "same sounds": float(a == b),
        **_ends(steps),
    }
    return {**{k: float(v) for k, v in found.items()}, **{k: v for k, v in weighed.items() if v}}


def _differences(steps: list[Step]) -> Iterator[str]:
    for step in steps:
        if step[0] != step[1]:
            yield name_of(step)
            if is_vocalic(step):
                yield "vowel for vowel" if all(step) else "vowel more"
            elif sort := class_of(step):
                yield sort


def _ends(steps: list[Step]) -> dict[str, float]:
    """Differences in the first and in the last sound, told by whether they are vowels."""
    ends = {}
    for where, step in (("first", steps[0]), ("last", steps[-1])) if steps else ():
        if step[0] != step[1]:
            sort = "vowel" if is_vocalic(step) else "consonant"
            ends[f"{where} {sort}{'' if all(step) else ' more'}"] = 1.0
    return ends


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature; a difference of consonants that is not listed never leaves a name the same."""
    text = (files("according.linking") / "spelling_weights.tsv").read_text(encoding="utf8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def log_odds(a: Sequence[str], b: Sequence[str]) -> float:
    """The logarithm of the odds that two names, given by their folded words, are one name in two spellings."""
    one, two = (sounds(tuple(words)) for words in without_designations(a, b))
    found, known = features(one, two), weights()
    if any("|" in name and name not in known and not _is_sorted(name) for name in found):
        return -math.inf
    return sum(known.get(name, 0.0) * value for name, value in found.items())


def _is_sorted(difference: str) -> bool:
    """Whether a difference is of a sort that may be weighed, though it was never seen itself."""
    x, y = difference.split("|")
    return is_vocalic((x, y)) or class_of((x, y)) is not None
