"""The words that attribute, read from ``cues.tsv``: for each its stance, and where its content stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# The small model's lemmas of "hoped", "hopes" and the like, and spellings that mean the same cue.
LEMMA_REPAIRS = {"hop": "hope", "acknowledgement": "acknowledgment"}

# The coarse parts of speech under which a model may tag each part of the lexicon.
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cue word does."""

    lemma: str
    part: str  # "verb", "noun", "adj", "adv"
    stance: str  # one of according.annotating.stance.STANCES
    frames: frozenset[str]  # where the content stands, as seen from the cue; explained at the top of cues.tsv
    complements: frozenset[str]  # prepositions that complete an object: accused X "of" Y
    openers: Mapping[str, str]  # prepositions that open the content, each with its stance: called "for" X demands X
    particles: frozenset[str] = frozenset()  # with one of these an object is content: ruled "out" X
    unanswered: frozenset[str] = frozenset()  # what opens the content of a negated cue: did not respond "to" X

    @property
    def speech(self) -> bool:
        """Whether words can be quoted with it: "...", she said."""
        return "clause" in self.frames or "quote" in self.frames


@cache
def lexicon() -> Mapping[tuple[str, str], Entry]:
    """The cue words by lemma and part of speech."""
    text = files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    entries = [_entry(lemma, part, stance, frames.split(",")) for lemma, part, stance, frames in rows]
    return {(form, e.part): e for e in entries for form in (e.lemma, _british(e.lemma))}


@cache
def lemmas() -> frozenset[str]:
    """Every lemma that may be a cue, to pass over all other words quickly."""
    return frozenset(lemma for lemma, _ in lexicon()) | frozenset(LEMMA_REPAIRS)


def find_entry(lemma: str, part: str) -> Entry | None:
    """The entry of a lemma under a coarse part of speech ("VERB")."""
    return lexicon().get((LEMMA_REPAIRS.get(lemma, lemma), PARTS.get(part, "")))


def _entry(lemma: str, part: str, stance: str, frames: list[str]) -> Entry:
    """One row; the sign before a frame tells what kind of word it is."""

    def signed(sign: str) -> frozenset[str]:
        return frozenset(f[1:] for f in frames if f[0] == sign)

    plain = frozenset(f for f in frames if f[0] not in "+~!-")
    openers = {word: own or stance for word, _, own in (f.partition("=") for f in signed("~"))}
    return Entry(lemma, part, stance, plain, signed("+"), openers, signed("!"), signed("-"))


def _british(lemma: str) -> str:
    return lemma.replace("ize", "ise") if lemma.endswith("ize") else lemma
