"""Where the article itself says that two forms name one thing: "Full Name (ABC)", "X, formerly Y", "also known as"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from according.annotating.initials import SMALL_WORDS, initials, words_in
from according.annotating.wordlists.kinds import words_of
from according.model import Equation, Label, Name, Span

_ACRONYM = re.compile(r"\s*[\"”“»’']*\s*\(\s*[\"“”'‘]?((?:[A-Z][A-Za-z.&-]{1,9}))[\"“”'’]?\s*\)")
_FORMERLY = re.compile(
    r"[\s\"”“’'),]*\(?\s*,?\s*(?:the\s+)?(?P<how>formerly|previously|former|ex-|once)(?:\s+(?:known|called|named)(?:\s+as)?)?"
    r"[\s\"”“‘',]*(?:the\s+)?[\"“‘']*",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"[\s\"”“’'),]*\(?\s*,?\s*(?:which is |who is |better |also |commonly |otherwise |a\.?k\.?a\.? ?|or simply )+"
    r"(?:known as|called|referred to as|named)?[\s\"”“‘',]*(?:the\s+)?[\"“‘']*",
    re.IGNORECASE,
)
_REACH = 60  # characters between two names that an equation may span


def find_equations(doc: Doc, names: tuple[Name, ...]) -> tuple[Equation, ...]:
    """Every equation of the article, in text order."""
    outer = [n for n in names if n.inside is None]
    found = {*_acronyms(doc.text, outer), *_renamings(doc.text, outer), *_initials(doc.text, outer)}
    return tuple(sorted(found, key=lambda e: (e.long, e.short, e.how)))


def _acronyms(text: str, names: list[Name]) -> Iterator[Equation]:
    """Full names with an acronym in brackets that is made of their letters: "Full Name (ABC)"."""
    for name in names:
        match = _ACRONYM.match(text, name.span.end)
        if match and abbreviates(match.group(1), name.span.of(text)):
            yield Equation(name.span, Span(*match.span(1)), "acronym")


def _initials(text: str, names: list[Name]) -> Iterator[Equation]:
    """The other way round: "ABC (Full Name)"."""
    for first, second in pairwise(names):
        between = text[first.span.end : second.span.start]
        bracketed = re.fullmatch(r"\s*\(\s*(?:the )?", between) and text[second.span.end : second.span.end + 1] == ")"
        if bracketed and abbreviates(first.span.of(text), second.span.of(text)):
            yield Equation(second.span, first.span, "acronym")


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an acronym are those of a longer name, initial by initial or in order from word starts.

    The second reading is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions"
    (2003): every letter in order, the first at the start of the name.
    """
    letters, words = _letters(short), words_in(long)
    if len(letters) < 2 or len(words) < 2 or len(long) <= len(short):
        return False
    return letters in initials(long) or _in_order(letters, words)


def _letters(acronym: str) -> str:
    return re.sub(r"[^a-z]", "", acronym.lower())


def _in_order(letters: str, words: list[str]) -> bool:
    """Whether the letters stand in the words in order, every word but small ones giving its first."""
    joined, at = " ".join(w for w in words if w not in SMALL_WORDS), -1
    if letters[0] != joined[0]:
        return False
    for letter in letters:
        at = joined.find(letter, at + 1)
        if at < 0:
            return False
    starts = sum(w[0] in letters for w in joined.split())
    return starts == len(joined.split()) and len(letters) >= starts


def _renamings(text: str, names: list[Name]) -> Iterator[Equation]:
    """Renamings between names that may be the same kind of thing: "X, formerly Y", "X (also known as Y)"."""
    starts = [n.span.start for n in names]
    for name in names:
        for pattern, how in ((_FORMERLY, "formerly"), (_ALSO, "also known as")):
            match = pattern.match(text, name.span.end)
            if not match or match.end() - name.span.end > _REACH:
                continue
            at = bisect_left(starts, match.end())
            if at < len(names) and starts[at] == match.end() and _may_be_one(name, names[at], text):
                yield Equation(name.span, names[at].span, how)


def _may_be_one(a: Name, b: Name, text: str) -> bool:
    """A place is not a person; "the former President X" is no renaming of what stood before."""
    if (a.label is Label.PLACE) != (b.label is Label.PLACE) or (a.label is Label.PERSON) != (b.label is Label.PERSON):
        return False
    return b.span.of(text).split()[0].lower().rstrip(".") not in words_of("title")
