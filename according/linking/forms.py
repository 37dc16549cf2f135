"""Whether two spellings are one name: keys to look names up by, and a judgement with its evidence.

Two tiers. ``same_name`` is strong evidence, good enough to merge without asking: the same words, or the same consonants
once transliteration has had its say. ``alike`` is weak evidence, good enough to ask a person.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler, Levenshtein

from according.annotating.homoglyphs import without_homoglyphs
from according.linking.guards import Words, told_apart
from according.linking.lookalikes import GENERIC_HEADS
from according.linking.spelling import log_odds, without_designations

ARTICLES = frozenset("al el ul the".split())
SUN_ARTICLES = re.compile(r"[ae](?:sh|th|dh|[sdrtzn])")  # it takes on the letter that follows: ash-Sham, ez-Zor

_APOSTROPHES = re.compile(r"['`‘’ʼʻʿʾ´′]")
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b(?:[^\W\d_]\.)+[^\W\d_]\b")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
ENOUGH = 1.5  # log-odds from which two spellings are taken for one name
ENOUGH_OF_REST = 0.0  # ... and from which the words that differ are, without those that are the same
LONG = 4  # consonants, all the same, from which their vowels no longer matter
_WORTH_WEIGHING = 0.4  # edit similarity below which no weighing is worth its time

# Sounds that languages write differently, rewritten in order before the vowels go; the left side is a pattern.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|tsh", "ch"),
        (r"sch|sh", "s"),
        (r"ch", "s"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"zh", "z"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"dj", "j"),
        (r"ts|tz", "s"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"v", "w"),
        (r"w(?![aeiouy])", ""),
        (r"h(?![aeiouy])", ""),
        (r"^ye", "e"),
        (r"(?<!^)y", "i"),
    )
)


class Evidence(StrEnum):
    """Why two forms are taken for one name."""

    SAME_WORDS = "same name"
    SAME_CONSONANTS = "same consonants"
    SPELLED_ALIKE = "spelled alike"


def visible(text: str) -> str:
    """A name without the characters that nobody sees: breaks of no width, marks of direction; joiners are letters'."""
    return _UNSEEN.sub("", text)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The words of a name in plain lower-case ASCII: no accents, apostrophes, punctuation, possessive or homoglyphs."""
    text = without_homoglyphs(unicodedata.normalize("NFKC", visible(text))).strip()
    text = _POSSESSIVE.sub("", text)
    text = _INITIALS.sub(lambda found: found.group().replace(".", ""), text)
    text = _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", text)))
    return _NOT_WORD.sub(" ", text.lower()).strip()


@lru_cache(maxsize=1 << 16)
def without_mark(title: str) -> str:
    """A title without what tells it from others of the same name: "Idlib" of "Idlib (governorate)"."""
    return title.rpartition(" (")[0] if title.endswith(")") and " (" in title else title


def skeleton(text: str) -> str:
    """The consonants of a name, word by word, articles left out: "Al-Qamishli" and "Kamyshly" are both "kmsl"."""
    return " ".join(filter(None, map(_consonants, content_words(text))))


def consonants(text: str) -> int:
    """How many consonants of a name are heard."""
    return sum(letter not in "aeiou " for letter in skeleton(text))


@lru_cache(maxsize=1 << 16)
def content_words(text: str) -> tuple[str, ...]:
    """The folded words of a name without articles, English or Arabic; all of them when nothing else is left."""
    words = fold(text).split()
    kept = [word for i, word in enumerate(words) if not _is_article(word, words[i + 1 : i + 2])]
    return tuple(kept or words)


def _is_article(word: str, following: list[str]) -> bool:
    if not following:
        return False
    return word in ARTICLES or (bool(SUN_ARTICLES.fullmatch(word)) and following[0].startswith(word[1:]))


@lru_cache(maxsize=1 << 16)
def _consonants(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    # A vowel that opens the word is kept as one of two sounds: Amo and Ammu go together, Amo and Umm do not.
    first = re.sub("^[aei]+", "a", re.sub("^[ou][aeiou]*", "u", word))
    return re.sub(r"(.)\1+", r"\1", first[:1] + re.sub("[aeiou]", "", re.sub(r"(.)\1+", r"\1", first[1:])))


def _vowels(word: str) -> str:
    """The order of the vowel sounds, coarsely: a, e (with i, y, ay) and o (with u, w, aw)."""
    coarse = re.sub("a?[eiy]+", "e", re.sub("a?[ouw]+", "o", word))
    return re.sub(r"(.)\1+", r"\1", re.sub("[^aeo]", "", coarse))


@lru_cache(maxsize=1 << 18)  # pairs
def same_name(a: str, b: str) -> Evidence | None:
    """Strong evidence that two spellings are one name, or None; guards keep look-alikes apart."""
    words_a, words_b = without_designations(content_words(a), content_words(b))
    if not words_a or not words_b or told_apart(words_a, words_b, a, b):
        return None
    if "".join(words_a) == "".join(words_b):
        return Evidence.SAME_WORDS
    if Levenshtein.normalized_similarity("".join(words_a), "".join(words_b)) < _WORTH_WEIGHING:
        return None
    enough = _same_long_skeleton(a, b) or log_odds(words_a, words_b) >= ENOUGH
    if not enough or not _same_residue(words_a, words_b) or not _same_rest(words_a, words_b):
        return None
    return Evidence.SAME_CONSONANTS if _skeleton_of(a) == _skeleton_of(b) else Evidence.SPELLED_ALIKE


def _skeleton_of(text: str) -> str:
    return skeleton(text).replace(" ", "")


def _same_long_skeleton(a: str, b: str) -> bool:
    return consonants(a) >= LONG and _skeleton_of(a) == _skeleton_of(b)


def _same_residue(a: Words, b: Words) -> bool:
    """Whether what follows a generic first word is the same as well: "Khirbet Amo" and "Khirbet Ammu"."""
    if len(a) < 2 or len(a) != len(b) or a[0] not in GENERIC_HEADS or b[0] not in GENERIC_HEADS:
        return True
    rest_a, rest_b = a[1:], b[1:]
    if "".join(rest_a) == "".join(rest_b):
        return True
    consonants = "".join(map(_consonants, rest_a))
    return consonants == "".join(map(_consonants, rest_b)) and (
        sum(letter not in "aeiou" for letter in consonants) > 1 or _vowels("".join(rest_a)) == _vowels("".join(rest_b))
    )


def _same_rest(a: Words, b: Words) -> bool:
    """Whether the words that differ may be spellings of each other for themselves: not "Tuz" and "Tazah Khurmatu"."""
    if len(a) != len(b):
        return True
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) == len(a):
        return True
    rest_a, rest_b = (" ".join(words) for words in zip(*different, strict=True))
    return _same_long_skeleton(rest_a, rest_b) or log_odds(rest_a.split(), rest_b.split()) >= ENOUGH_OF_REST


@lru_cache(maxsize=1 << 16)
def alike(a: str, b: str) -> float:
    """How alike two spellings are, from 0 to 1: weak evidence, for suggestions only."""
    words_a, words_b = content_words(a), content_words(b)
    if not words_a or not words_b or told_apart(words_a, words_b, a, b):
        return 0.0
    plain = JaroWinkler.similarity(" ".join(words_a), " ".join(words_b))
    sound = Levenshtein.normalized_similarity(skeleton(a), skeleton(b))
    return (plain + sound) / 2
