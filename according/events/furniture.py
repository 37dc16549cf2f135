"""What an outlet prints beside whatever it reports: gallery captions, sign-up lines, teasers. It belongs to no event.

A sentence is furniture when three articles of one outlet share it though no two of their titles share a word; two may
be a report and the outlet's own summary of the week.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from according.events.refining import UnitKey
from according.model import Linked

FEWEST_TITLES = 3


def find_furniture(linked: Linked, titles: Mapping[str, frozenset[str]]) -> frozenset[UnitKey]:
    """The sentences that are furniture; ``titles`` holds the content words of each article's title."""
    printed: defaultdict[tuple[str, str], list[UnitKey]] = defaultdict(list)
    for key in sorted(linked.articles):
        article = linked.articles[key]
        if article.outlet and titles[key]:
            for index, sentence in enumerate(linked.annotations[key].sentences):
                words = " ".join(sentence.span.of(article.text).split())
                printed[article.outlet, words].append((key, index))
    return frozenset(k for keys in printed.values() if _stands_beside_anything(keys, titles) for k in keys)


def _stands_beside_anything(keys: list[UnitKey], titles: Mapping[str, frozenset[str]]) -> bool:
    """Whether enough articles of different titles hold it, chosen greedily."""
    unlike: list[str] = []
    for article in dict.fromkeys(a for a, _ in keys):
        if all(titles[article].isdisjoint(titles[other]) for other in unlike):
            unlike.append(article)
    return len(unlike) >= FEWEST_TITLES
