"""What language an article is in, as far as its script tells."""

from __future__ import annotations

SAMPLE = 20_000  # characters from the start
LATIN_ENDS = 0x250  # code points below are Latin letters, and so are those of Latin Extended Additional
LATIN_MORE = range(0x1E00, 0x1F00)
UNKNOWN = "und"  # ISO 639-2: undetermined


def guess(text: str) -> str:
    """English, unless most letters are not Latin ones: then it is not told which language it is."""
    letters = [ord(c) for c in text[:SAMPLE] if c.isalpha()]
    latin = sum(c < LATIN_ENDS or c in LATIN_MORE for c in letters)
    return "en" if 2 * latin >= len(letters) else UNKNOWN
