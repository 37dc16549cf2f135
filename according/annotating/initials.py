"""The initials of a name, which an acronym of it is made of."""

from __future__ import annotations

import re

SMALL_WORDS = frozenset({"of", "for", "the", "and", "in", "on", "to", "de", "la", "al"})  # often left out


def words_in(name: str) -> list[str]:
    """The words of a name in small letters."""
    return re.findall(r"\w+", name.lower())


def initials(long: str) -> frozenset[str]:
    """The initials of a name, with and without those of its small words."""
    words = words_in(long)
    return frozenset({"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL_WORDS)})
