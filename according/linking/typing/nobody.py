"""Names that are none: fragments of headlines, codes of machines, letters for things, ranks, what surrounds a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from according.annotating.wordlists.kinds import kind_of_words, known_names, words_of
from according.model import Name

# "F-15K", "PAC-3", "Kwangmyongsong-4", a road ("A42") or a flight ("NH175"); not "G20".
_CODE = re.compile(r"(?:\w+-\d+[A-Z]*|[ABEIM]\d{1,3}|[A-Z]{2}\d{2,4})")
_CREDIT = re.compile(r" by [A-Z]")
# "CALM DAN Danny Dyer warns", "BUM'S CRUSH Mystery": the teaser of another story, its kicker in capitals.
_KICKER_BEFORE = re.compile(r"[A-Z]{2,}(?:['’]S)? $")
_KICKER_AFTER = re.compile(r"(?:['’]S)?((?: [A-Z]{2,})*) [A-Z][a-z]+ ?")
# "intermediate range ballistic missile (IRBM)": what is spelled out in small letters is no name.
_SPELLED_OUT = re.compile(r"((?:[a-z]+[ -]){2,5})\($")
# Agencies that are named beside pictures only, so that nothing is gained by a page of each.
_PICTURE_AGENCIES = frozenset(
    {"Getty Images", "Shutterstock", "iStock", "Alamy", "Rex Features", "WireImage", "AP Photo"}
)
_OPENING = re.compile(r"(?:^|[.!?:;”\"\n|])\s*[\"“‘'’]?$")
_REACH = 60  # characters
_SHORT = 3  # letters; a longer surname comes up again in small ones
_LETTERS = 2  # that a name has at least


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    """The letters and words that name nobody, and the words of a bar for sharing."""
    text = (files("according.linking.typing") / "no_names.txt").read_text(encoding="utf8")
    sections: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current.update(line.split())
    share = sections.pop("share")
    return frozenset().union(*sections.values()), frozenset(share)


def is_nobody(text: str, names: Sequence[Name], *, weak: bool) -> bool:
    """Whether a form, at all the spots where an article has it, is nobody's name."""
    form = " ".join(names[0].span.of(text).split())
    if form in known_names():
        return False
    letters, share = _lists()
    bar = " " in form and all(word in share for word in form.split())
    if bar or form in _PICTURE_AGENCIES or letters.issuperset(form.split()) or len(form.strip(".")) < _LETTERS:
        return True
    if all(text[max(0, n.span.start - 1) : n.span.start] == "#" for n in names):
        return True
    if any(_is_spelled_out(text, name) for name in names) or all(_is_fragment(text, name) for name in names):
        return True
    return weak and (bool(_CODE.fullmatch(form)) or _is_rank(text, form, names) or _is_common_word(text, form, names))


def _is_spelled_out(text: str, name: Name) -> bool:
    """Whether its letters stand in brackets after the small words that they are the initials of."""
    found = _SPELLED_OUT.search(text[max(0, name.span.start - _REACH) : name.span.start])
    words = re.split(r"[ -]", found.group(1).strip()) if found else []
    form = name.span.of(text).lower()
    initials = "".join(word[0] for word in words)
    return len(form) >= _LETTERS and initials.endswith(form) and kind_of_words(words[-len(form) :]) is None


def _is_rank(text: str, form: str, names: Sequence[Name]) -> bool:
    """A rank or office cut off from the name after it: "Col" of "Col. Ada Lee", "Actress-singer"."""
    ranks = words_of("title") | words_of("rank")
    return form.lower().rstrip(".") in ranks and all(text[n.span.end : n.span.end + 1] in (".", "-") for n in names)


def _is_common_word(text: str, form: str, names: Sequence[Name]) -> bool:
    """A word that has capitals only where it opens a sentence or is shouted: "Gunman after gunman", "they CAN"."""
    before = [text[max(0, n.span.start - _REACH) : n.span.start] for n in names]
    shouted = form.isupper() and not any(b.endswith(("the ", "The ")) for b in before)
    lower = rf"(?<![\w'’-]){re.escape(form.lower())}(?![\w'’-])"
    return " " not in form and (shouted or all(map(_OPENING.search, before))) and re.search(lower, text) is not None


def _is_fragment(text: str, name: Name) -> bool:
    """Whether it is a piece of a credit ("Writing by A") or of a teaser ("CALM DAN Danny Dyer warns")."""
    form = name.span.of(text)
    if " " not in form and form.endswith("ing") and _CREDIT.match(text, name.span.end):
        return True
    after = _KICKER_AFTER.match(text, name.span.end)
    several = (
        " " in form
        or (after and after.group(1))
        or _KICKER_BEFORE.search(text[max(0, name.span.start - _REACH) : name.span.start])
    )
    last = form.split()[-1]
    known = len(last) > _SHORT and re.search(rf"\b{re.escape(last.capitalize())}\b", text) is not None
    return form.isupper() and bool(after) and bool(several) and not known
