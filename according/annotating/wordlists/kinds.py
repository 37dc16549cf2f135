"""What kind of thing words name: nouns of the world's armies, offices, media, companies, parties and places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from according.annotating.wordlists.sections import read_sections
from according.model import Label

# The sections of kind_words.txt that decide the kind of an actor, in the order in which they are asked.
_KINDS = {
    "force": Label.ARMED_FORCE,
    "government": Label.GOVERNMENT,
    "media": Label.MEDIA,
    "group": Label.GROUP,
    "organization": Label.ORGANIZATION,
}
_HEAD_ENDS = frozenset({"of", "for", "in", "on", "to"})


@cache
def words_of(section: str) -> frozenset[str]:
    """The words of one section of ``kind_words.txt``."""
    return _sections()[section]


@cache
def _sections() -> dict[str, frozenset[str]]:
    return read_sections(files("according.annotating.wordlists") / "kind_words.txt")


@cache
def known_names() -> dict[str, Label]:
    """Well-known agencies, outlets, armed groups and bodies of the world, by each of their forms."""
    return {form: label for forms, label in _known_rows() for form in forms}


@cache
def usual_name(form: str) -> str:
    """The form that stands first for a well-known name ("Associated Press" for "AP"); any other form itself."""
    return next((forms[0] for forms, _ in _known_rows() if form in forms), form)


@cache
def _known_rows() -> tuple[tuple[tuple[str, ...], Label], ...]:
    text = (files("according.annotating.wordlists") / "known_names.tsv").read_text(encoding="utf8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return tuple((tuple(forms.split("|")), Label(kind)) for forms, kind in rows)


def kind_of_words(words: Sequence[str]) -> Label | None:
    """The kind that a name's own words tell, or None: "Turkish Ministry of Defense" is a government.

    The last telling noun before the first "of" or "for" decides: "Army Times" is media, "Bank of the Army" a bank.
    """
    ends = [i for i, word in enumerate(words) if i and word.lower() in _HEAD_ENDS]
    for word in reversed(words[: min(ends, default=len(words))]):
        for section, label in _KINDS.items():
            if word.lower().rstrip(".") in words_of(section):
                return label
    return None


def is_place_name(words: Sequence[str]) -> bool:
    """Whether a name's last word is a noun for a place or building: "Aleppo Province", "Union Square"."""
    return len(words) > 1 and words[-1].lower() in words_of("place")
