"""Letters of other alphabets that pass for Latin ones, put right one for one.

A "Defenсe Ministry" with a Cyrillic letter looks right to every reader and equals nothing to a program. The look-alikes
are the single-character ones of Unicode's confusables (UTS #39) for Cyrillic and Greek.
"""

from __future__ import annotations

import re

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТХаеіјорсуѕхһԁԛԝ", "ABESIJKMHOPCTXaeijopcysxhdqw", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ", "ABEZHIKMNOPTYXiknopux", strict=True))
_LOOK_ALIKE = str.maketrans(_CYRILLIC | _GREEK)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_STRANGER = re.compile(f"[{''.join(_CYRILLIC)}{''.join(_GREEK)}]")


def without_homoglyphs(text: str) -> str:
    """The text with look-alikes replaced inside words that also hold a Latin letter; its length never changes."""
    if not _STRANGER.search(text):
        return text
    return _WORD.sub(lambda word: _latin(word.group()), text)


def _latin(word: str) -> str:
    return word.translate(_LOOK_ALIKE) if _LATIN.search(word) else word
