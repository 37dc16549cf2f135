"""Articles that repeat another's text: sketches of shingles find candidates, all shingles decide.

The sketch keeps the shingles whose hash is 0 modulo a constant (Broder 1997), so that it shows how much of the shorter
text the longer one contains, whatever stands around it; the work grows with the corpus, not with its square.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from according.memo import FORGETFUL, Memo
from according.model import Article

SHINGLE = 6  # words
SAMPLED = 8  # one shingle in so many is in the sketch
WIDESPREAD = 40  # articles; what more share is boilerplate
LEAST_CONTAINED = 0.7  # of the shorter text's shingles
LEAST_SHINGLES = 25  # a shorter text may repeat another by chance

WORD = re.compile(r"\w+")


def find_copies(articles: Iterable[Article], memo: Memo = FORGETFUL) -> dict[str, str]:
    """By article: the earliest article whose text it repeats."""
    ordered = tuple(sorted(articles, key=lambda a: a.appeared))
    return memo.recall("copies", "", ordered, lambda: _find_copies(ordered, memo))


def _find_copies(ordered: Sequence[Article], memo: Memo) -> dict[str, str]:
    shingles = {a.id: memo.recall("shingles", a.id, (a.text,), partial(_shingles, a.text)) for a in ordered}
    rank = {a.id: i for i, a in enumerate(ordered)}
    original: dict[str, str] = {}
    for earlier, later in _candidates(shingles, rank):
        shorter = min(len(shingles[earlier]), len(shingles[later]))
        contained = len(shingles[earlier] & shingles[later]) / shorter if shorter else 0.0
        if shorter >= LEAST_SHINGLES and contained >= LEAST_CONTAINED and later not in original:
            original[later] = original.get(earlier, earlier)
    return original


def _candidates(shingles: Mapping[str, frozenset[int]], rank: Mapping[str, int]) -> list[tuple[str, str]]:
    """Pairs that share enough of their sketches, the earlier article first, in the order of the articles."""
    sketches = {a: [s for s in hashes if s % SAMPLED == 0] for a, hashes in shingles.items()}
    holding: defaultdict[int, list[str]] = defaultdict(list)
    for article, sketch in sketches.items():
        for shingle in sketch:
            holding[shingle].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in holding.values():
        if len(holders) <= WIDESPREAD:
            ordered = sorted(holders, key=rank.__getitem__)
            shared.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    pairs = [
        (a, b)
        for (a, b), count in shared.items()
        if count >= LEAST_CONTAINED / 2 * min(len(sketches[a]), len(sketches[b]))
    ]
    return sorted(pairs, key=lambda p: (rank[p[1]], rank[p[0]]))


def _shingles(text: str) -> frozenset[int]:
    words = [w.lower() for w in WORD.findall(text)]
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(r.encode(), digest_size=8).digest(), "big") for r in runs)
