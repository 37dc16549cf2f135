"""What an outlet prints beside whatever it reports: gallery captions, sign-up lines, teasers. It belongs to no event.

A sentence is furniture when three articles of one outlet share it though no two of their titles share a word; two may
be a report and the outlet's own summary of the week. So is one in the middle of a paragraph whose words alone show that
it is a credit, a caption or a line for readers; a long one may have a statement glued to it, and stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from according.events.refining import UnitKey
from according.model import BlockKind, Linked
from according.reading.kinds import kind_of_words

FEWEST_TITLES = 3
LONGEST_LINE = 80  # characters
SILENT = frozenset({BlockKind.CAPTION, BlockKind.BOILERPLATE})
# What makes furniture of a sentence of any length: "In this Dec. 13 file photo, ..."; "RENEE MONTAGNE, HOST:";
# "[What are the Panama Papers?]"; and teasers in a row, "HATS OFF Nintendo reveals ... WATCH OUT Gran finds ...".
FILE_PHOTO = re.compile(r"^\W*(?:file\W{1,3})?in this\b.{3,40}\bfile photo\b", re.IGNORECASE)
SPEAKER = re.compile(r"^[A-Z][A-Z.'’ -]{3,40}, (?:HOST|BYLINE)\b\W*$|^\(SOUNDBITE OF\b")
LINK = re.compile(r"^\[[^\[\]]{1,80}\]$")
MOST_READ = re.compile(r"^\W*MOST READ\b")
KICKER = re.compile(r"(?<![\w'’])(?:[A-Z][A-Z'’-]+ )+[A-Z][A-Z'’-]+(?=[ ?!'’:]+[‘'\"“]?[A-Z]?[a-z])")
FEWEST_KICKERS = 2


def find_furniture(linked: Linked, titles: Mapping[str, frozenset[str]]) -> frozenset[UnitKey]:
    """The sentences that are furniture; ``titles`` holds the content words of each article's title."""
    printed: defaultdict[tuple[str, str], list[UnitKey]] = defaultdict(list)
    shown: set[UnitKey] = set()
    for key in sorted(linked.articles):
        article = linked.articles[key]
        for index, sentence in enumerate(linked.annotations[key].sentences):
            words = " ".join(sentence.span.of(article.text).split())
            if _shows_by_words(words):
                shown.add((key, index))
            elif article.outlet and titles[key]:
                printed[article.outlet, words].append((key, index))
    return frozenset(shown.union(*(keys for keys in printed.values() if _stands_beside_anything(keys, titles))))


def _shows_by_words(words: str) -> bool:
    """Whether a sentence would be a credit, a caption or a line for readers if it stood by itself."""
    kind = kind_of_words(words)
    return (
        kind is BlockKind.CREDIT
        or (kind in SILENT and len(words) <= LONGEST_LINE)
        or any(form.match(words) for form in (FILE_PHOTO, SPEAKER, LINK, MOST_READ))
        or len(KICKER.findall(words)) >= FEWEST_KICKERS
    )


def _stands_beside_anything(keys: list[UnitKey], titles: Mapping[str, frozenset[str]]) -> bool:
    """Whether enough articles of different titles hold it, chosen greedily."""
    unlike: list[str] = []
    for article in dict.fromkeys(a for a, _ in keys):
        if all(titles[article].isdisjoint(titles[other]) for other in unlike):
            unlike.append(article)
    return len(unlike) >= FEWEST_TITLES
