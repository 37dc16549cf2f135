"""Fits ``according/linking/spelling_weights.tsv`` on the countries that ``variants.py`` may look at, and further ones.

python benchmarks/fit_spelling.py > according/linking/spelling_weights.tsv
python benchmarks/fit_spelling.py --check    # how well it does in countries, and languages, that it was not fitted on
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from unittest.mock import patch

import numpy as np
import variants

from according.linking.forms import content_words, same_name
from according.linking.guards import told_apart
from according.linking.spelling import aligned, class_of, features, is_vocalic, name_of, sounds, without_designations

# Countries of other scripts and spellings that the benchmark does not use, so that nothing rests on few languages.
FURTHER = "MK MD ME BA CY ER SO MR QA AE KW BH OM LA KH MN JP KR TW BT CV".split()
# Those of all these countries whose names are of one language, or of close ones; the others stand alone.
KIN = (
    "EG IQ JO MA PS SD ER SO MR QA AE KW BH OM".split(),
    "BG RU MK MD ME BA".split(),
    "AZ KZ TM TR UZ CV".split(),
    "CN TW".split(),
    "TH LA KH".split(),
    "LK NP BT".split(),
)
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


def fitted_on(pairs: list[variants.Pair]) -> tuple[int, dict[str, float]]:
    """How many of the pairs can be used, and the weight of each feature."""
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
    return len(usable), dict(zip(names, weights.tolist(), strict=True))


def main() -> None:
    """Prints the table, or how well its like does where it was not fitted."""
    codes = [*variants.KNOWN, *FURTHER]
    by_country = {code: variants.geonames_pairs([code], per_country=MANY) for code in codes}
    if "--check" in sys.argv[1:]:
        check(by_country)
        return
    many, weights = fitted_on([pair for pairs in by_country.values() for pair in pairs])
    print(f"# Made by benchmarks/fit_spelling.py from {many} pairs of GeoNames names (CC BY 4.0).")
    for name, weight in weights.items():
        print(f"{name}\t{weight:.3f}")


def check(by_country: Mapping[str, list[variants.Pair]]) -> None:
    """Prints precision and recall in countries left out of the fit: each alone, then with all that speak alike."""
    alone = [[code] for code in by_country]
    kin = [*KIN, *([code] for code in by_country if not any(code in group for group in KIN))]
    for title, groups in (("countries", alone), ("languages", kin)):
        judged = [row for group in groups for row in _left_out(group, by_country)]
        for per_country in (variants.PER_COUNTRY, MANY):
            for name, codes in (("known", variants.KNOWN), ("further", FURTHER)):
                rows = [said for code, nth, said in judged if code in codes and nth < per_country]
                print(f"{title} left out, {name:7s} {per_country:3d} of a sort  {_scored(rows)}")


def _left_out(
    group: Sequence[str], by_country: Mapping[str, list[variants.Pair]]
) -> Iterator[tuple[str, int, tuple[bool, bool]]]:
    """By pair of the group: its country, the how manieth of its sort it is, what is said of it and what is true."""
    _, weights = fitted_on([pair for code, pairs in by_country.items() if code not in group for pair in pairs])
    with patch("according.linking.spelling.weights", lambda: weights):
        same_name.cache_clear()
        for code in group:
            nth: Counter[bool] = Counter()
            for pair in by_country[code]:
                yield code, nth[pair.same], (same_name(pair.a, pair.b) is not None, pair.same)
                nth[pair.same] += 1
    same_name.cache_clear()


def _scored(rows: Sequence[tuple[bool, bool]]) -> str:
    true, false = (sum(said and same is wanted for said, same in rows) for wanted in (True, False))
    recall = true / max(1, sum(same for _, same in rows))
    return f"precision {true / max(1, true + false):.3f} ({false} false merges)  recall {recall:.3f}"


if __name__ == "__main__":
    main()
