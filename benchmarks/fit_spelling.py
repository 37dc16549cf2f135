"""Fits ``according/linking/spelling_weights.tsv`` on the countries that ``variants.py`` may look at, and further ones.

python benchmarks/fit_spelling.py > according/linking/spelling_weights.tsv
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import variants

from according.linking.forms import content_words
from according.linking.guards import told_apart
from according.linking.spelling import aligned, class_of, features, is_vocalic, name_of, sounds, without_designations

# Countries of other scripts and spellings that the benchmark does not use, so that nothing rests on few languages.
FURTHER = "MK MD ME BA CY ER SO MR QA AE KW BH OM LA KH MN JP KR TW BT CV".split()
MANY = 400  # pairs of each sort from one country
SEEN = 8  # pairs in which a feature must occur to get a weight
LEAST = 4  # pairs of one name in which two consonants must differ to be sounds that stand for each other ...
RATIO = 1.0  # ... and how much more often than in pairs of two names
RIDGE, RIDGE_BIAS = 3.0, 0.1


def described(pair: variants.Pair) -> tuple[dict[str, float], set[str]]:
    """The features of a pair, and its differences of consonants of no sort."""
    a, b = (sounds(words) for words in without_designations(content_words(pair.a), content_words(pair.b)))
    steps = (step for step in aligned(a, b) if step[0] != step[1] and not is_vocalic(step))
    consonants = {name_of(step) for step in steps if class_of(step) is None}
    return features(a, b), consonants


def exchangeable(pairs: list[variants.Pair], differences: list[set[str]]) -> set[str]:
    """The differences of consonants that are more frequent between spellings than between names."""
    same = Counter(d for p, found in zip(pairs, differences, strict=True) if p.same for d in found)
    other = Counter(d for p, found in zip(pairs, differences, strict=True) if not p.same for d in found)
    spellings = sum(p.same for p in pairs)
    names = len(pairs) - spellings
    return {d for d in same if same[d] >= LEAST and same[d] / spellings >= RATIO * (other[d] + 1) / names}


def fitted(matrix: np.ndarray, same: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (p - same) + ridge * weights
        hessian = (matrix * (p * (1 - p))[:, None]).T @ matrix + np.diag(ridge)
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def main() -> None:
    """Prints the table."""
    pairs = variants.geonames_pairs((*variants.KNOWN, *FURTHER), per_country=MANY)
    found = [described(p) for p in pairs]
    allowed = exchangeable(pairs, [differences for _, differences in found])
    usable = [
        (weighed, pair.same)
        for pair, (weighed, differences) in zip(pairs, found, strict=True)
        if differences <= allowed and not told_apart(content_words(pair.a), content_words(pair.b), pair.a, pair.b)
    ]
    seen = Counter(name for weighed, _ in usable for name in weighed)
    names = sorted({name for name, n in seen.items() if n >= SEEN} | allowed)
    matrix = np.array([[weighed.get(name, 0.0) for name in names] for weighed, _ in usable])
    ridge = np.array([RIDGE_BIAS if name in {"bias", "log length"} else RIDGE for name in names])
    weights = fitted(matrix, np.array([same for _, same in usable], float), ridge)
    print(f"# Made by benchmarks/fit_spelling.py from {len(usable)} pairs of GeoNames names (CC BY 4.0).")
    for name, weight in zip(names, weights, strict=True):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
