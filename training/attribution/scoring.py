"""Attributions against annotation, strictly: contents share half of their words, and the sources overlap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from training.attribution.gold import Marked

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
# Lemmas of speech and writing, for the figures on reporting: belief, intent and attitude are left out.
REPORTING = frozenset(
    "say tell report accord announce claim write tweet state add note argue explain declare insist admit acknowledge "
    "allege accuse deny warn confirm reveal reply respond ask assert suggest describe call quote comment remark "
    "mention conclude contend complain criticize charge concede reiterate repeat predict propose promise vow pledge "
    "point observe show find post testify joke continue recall hear answer urge read".split()
)
REPORTING_WORDS = frozenset({"said", "saying", "told", "wrote", "written", "found", "heard", "statement", "speech"})
ENDINGS = ("", "s", "d", "ed", "ing")
Words = frozenset[int]


@dataclass(frozen=True)
class Said:
    """One attribution in words."""

    source: Words
    cue: Words
    content: Words
    reporting: bool


def in_words(text: str, attributions: Iterable[Marked]) -> list[Said]:
    """Attributions as sets of the words of a text; punctuation is left out."""
    words = [m.span() for m in WORD.finditer(text)]

    def covered(spans: Iterable[tuple[int, int]]) -> Words:
        return frozenset(i for i, (a, b) in enumerate(words) if any(a < end and start < b for start, end in spans))

    found = []
    for a in attributions:
        cue = covered(a.cue)
        reporting = any(is_reporting(text[slice(*words[i])].lower()) for i in cue)
        # A cue may be a mark alone; its place among the words stands for it.
        marks = cue or frozenset(-1 - start for start, _ in a.cue)
        found.append(Said(covered(a.source), marks, covered(a.content), reporting))
    return found


def is_reporting(word: str) -> bool:
    """Whether a word of a cue is one of speech or writing."""
    stems = {word.removesuffix(e) for e in ENDINGS if word.endswith(e)}
    return word in REPORTING_WORDS or any(s in REPORTING or s + "e" in REPORTING for s in stems)


def shared(one: Words, other: Words) -> float:
    """The share of the words of two contents that both have."""
    return len(one & other) / len(one | other) if one and other else 0.0


def correct(gold: Said, found: Said) -> bool:
    """The strict figure."""
    same = bool(gold.source & found.source) or not (gold.source or found.source)
    return same and shared(gold.content, found.content) >= 0.5


def cue_overlap(gold: Said, found: Said) -> bool:
    """The cues share a word."""
    return bool(gold.cue & found.cue)


def _linked(gold: Said, found: Said) -> bool:
    return cue_overlap(gold, found) or bool(gold.content & found.content)


Test = Callable[[Said, Said], bool]
TESTS: dict[str, Test] = {
    "correct": correct,
    "content exact": lambda g, f: _linked(g, f) and bool(g.content) and g.content == f.content,
    "source overlap": lambda g, f: _linked(g, f) and bool(g.source & f.source),
    "cue overlap": cue_overlap,
}


def match(gold: Sequence[Said], found: Sequence[Said], test: Test) -> dict[int, int]:
    """The largest pairing one to one: index in ``gold`` by index in ``found``."""
    fits = [[j for j, f in enumerate(found) if test(g, f)] for g in gold]
    mate: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in fits[i]:
            if j not in seen:
                seen.add(j)
                if j not in mate or place(mate[j], seen):
                    mate[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return mate


def reporting_only(gold: Sequence[Said], found: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """Both sides of the figures on reporting: what is found of other cues counts neither way."""

    def meets(f: Said, others: Iterable[Said]) -> bool:
        return any(cue_overlap(g, f) or shared(g.content, f.content) >= 0.5 for g in others)

    inside, outside = [g for g in gold if g.reporting], [g for g in gold if not g.reporting]
    return inside, [f for f in found if meets(f, inside) or (f.reporting and not meets(f, outside))]


def figures(articles: Iterable[tuple[Sequence[Said], Sequence[Said]]]) -> dict[str, float]:
    """F1 in per cent of every test over all articles, and of the strict one on reporting."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("reporting", *TESTS)}
    for gold, found in articles:
        _count(counts["reporting"], *reporting_only(gold, found), correct)
        for name, test in TESTS.items():
            sides = ([s for s in side if s.source] if name == "source overlap" else side for side in (gold, found))
            _count(counts[name], *sides, test)
    return {name: 200 * c["right"] / max(1, c["gold"] + c["found"]) for name, c in counts.items()}


def _count(counter: Counter[str], gold: Sequence[Said], found: Sequence[Said], test: Test) -> None:
    counter.update(gold=len(gold), found=len(found), right=len(match(gold, found, test)))
