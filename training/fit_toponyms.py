"""Fit the weights by which toponyms are resolved, and write ``according/linking/toponyms/weights.tsv``.

    python -m training.fit_toponyms CORPUS [CORPUS ...] [--cache DIR] [--check]

CORPUS is an XML file of "A Pragmatic Guide to Geoparsing Evaluation" (Gritta, Pilehvar and Collier 2020): TR-News or
GeoVirus, as published. With ``--check`` each corpus is also resolved with weights fitted on the others alone, and
nothing is written. Needs numpy; takes some minutes.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from according.config import Config
from according.linking.gazetteer import Entry, Gazetteer, How, open_gazetteer
from according.linking.toponyms.candidates import Candidate, find_candidates
from according.linking.toponyms.distance import FAR, kilometres
from according.linking.toponyms.features import FEATURES, PLAIN
from according.linking.toponyms.groups import group_spots
from according.linking.toponyms.ranking import Ranked, Weights, rank_candidates, rank_groups
from according.linking.toponyms.surroundings import find_surroundings
from according.model import Annotation, Article, Label, Name, Role, Span

Array = NDArray[np.float64]

# km: 100 miles, the field's usual bound; for the middle of a continent; what two gazetteers differ by
NEAR, VAST, SAME = 161.0, 1500.0, 10.0
ROUNDS, RIDGE = 3, 1.0  # passes of fitting; L2 penalty
# Evidence that is hardly ever there but then tells nearly all is held back less.
RARE = {"dialled": 0.1}
# Names are also shown as if the gazetteer had them in another spelling only, an eighth of an article's at a time. How
# much such a sample counts is about how often news spell a place in a way that no gazetteer lists.
EIGHTH, UNHEARD = 8, 0.1
OUT = Path(__file__).parent.parent / "according" / "linking" / "toponyms" / "weights.tsv"
HEADER = """# Weights of the toponym ranking: a conditional logit, fitted by training/fit_toponyms.py on {corpora}.
# prior: for the first reading, without context. full: for the readings that see the article's other places.
feature\tprior\tfull
"""


@dataclass(frozen=True)
class Mark:
    """A place name with its true point and, where given, its GeoNames id."""

    span: Span
    point: tuple[float, float] | None
    geonames: int | None


@dataclass(frozen=True)
class Marked:
    """An article with all its place names marked."""

    article: Article
    annotation: Annotation
    marks: dict[Span, Mark]


def read_corpus(path: Path) -> list[Marked]:
    """The articles of one corpus file, every marked name a name of the annotation."""
    root = ET.parse(path).getroot()  # noqa: S314 - as above
    return [_marked(f"{path.stem}-{i:04d}", element) for i, element in enumerate(root.iter("article"))]


def _marked(identifier: str, element: ET.Element) -> Marked:
    text = element.findtext("text") or ""
    marks = {}
    for node in (*element.iter("toponym"), *element.iter("location")):
        mark = _mark(node, text)
        if mark:
            marks[mark.span] = mark
    names = tuple(Name(span, Label.PLACE, 0, Role.OTHER, "gold") for span in sorted(marks))
    article = Article(identifier, "", "", None, None, None, "en", text, ())
    return Marked(article, Annotation(names=names), marks)


def _mark(node: ET.Element, text: str) -> Mark | None:
    tag = node.find("gaztag")
    where = node if tag is None else tag
    form = node.findtext("phrase") or node.findtext("name") or ""
    start = int(node.findtext("start") or 0)
    near = [start + d for k in range(40) for d in (k, -k) if start + d >= 0 and text.startswith(form, start + d)]
    latitude, longitude = where.findtext("lat"), where.findtext("lon")
    if not form or not near:
        return None
    point = (float(latitude), float(longitude)) if latitude and longitude else None
    identifier = where.get("geonameid")
    return Mark(Span(near[0], near[0] + len(form)), point, int(identifier) if identifier else None)


def right_readings(ranked: Ranked, marks: dict[Span, Mark]) -> list[bool] | None:
    """Which readings are right; None when the group has no known point."""
    known = [marks[s.span] for s in ranked.group.spots if s.span in marks and marks[s.span].point]
    if not known:
        return None
    right = _right(ranked, known[0])
    return right if any(right) else [r.candidate is None for r in ranked.readings]


def _right(ranked: Ranked, mark: Mark) -> list[bool]:
    """The place of the same id if there is one, else those nearest to the point, within reach."""
    entries = [r.candidate.entry if r.candidate else None for r in ranked.readings]
    if any(e is not None and e.id == mark.geonames for e in entries):
        return [e is not None and e.id == mark.geonames for e in entries]
    there = _entry_at(mark)
    away = [
        kilometres(r.candidate.entry, there) if r.candidate and _fits(r.candidate, mark) else FAR
        for r in ranked.readings
    ]
    return [d < FAR and d <= min(away) + SAME for d in away]


def _fits(candidate: Candidate, mark: Mark) -> bool:
    """For fitting, a region or country of just this name is right wherever its point was set."""
    vast = candidate.entry.kind in ("country", "region", "sea") and candidate.how <= How.ALIAS
    return _is_right(candidate.entry, mark, VAST if vast else NEAR)


def _entry_at(mark: Mark) -> Entry:
    latitude, longitude = mark.point or (None, None)
    return Entry(0, "", "", latitude, longitude, 0, 0, None, None, None, None)


def _is_right(entry: Entry, mark: Mark, reach: float = NEAR) -> bool:
    if mark.geonames and entry.id == mark.geonames:
        return True
    return kilometres(entry, _entry_at(mark)) <= reach


def resolve(marked: Marked, gazetteer: Gazetteer, weights: Weights) -> tuple[Ranked, ...]:
    """Every group of an article, ranked."""
    groups = group_spots(marked.article, marked.annotation, gazetteer)
    return rank_groups(groups, find_surroundings(groups, marked.article.text, ""), gazetteer, weights)


def resolve_by_sound(
    marked: Marked, gazetteer: Gazetteer, weights: Weights, rest: int
) -> tuple[tuple[Ranked, ...], list[int]]:
    """An article as if the gazetteer did not have every eighth name in this spelling, but only in a similar one."""
    groups = group_spots(marked.article, marked.annotation, gazetteer)
    candidates = [find_candidates(group, gazetteer) for group in groups]
    unheard = [i for i in range(len(groups)) if i % EIGHTH == rest and not groups[i].forms[0].isupper()]
    for i in unheard:
        hits = gazetteer.sounding_like(groups[i].forms[0])
        candidates[i] = tuple(Candidate(hit.entry, hit.how, groups[i].forms[0]) for hit in hits)
    around = find_surroundings(groups, marked.article.text, "")
    return rank_candidates(groups, candidates, around, weights), unheard


def fit(corpus: list[Marked], gazetteer: Gazetteer) -> Weights:
    """Prior weights first; then full weights, refitted as the beliefs that they rest on get better."""
    nothing = Weights(tuple(0.0 for _ in PLAIN), tuple(0.0 for _ in FEATURES))
    samples = _samples(corpus, gazetteer, nothing)
    prior = _fit([(x[:, : len(PLAIN)], y, n) for x, y, n in samples])
    weights = Weights(tuple(prior), (*prior, *(0.0 for _ in FEATURES[len(PLAIN) :])))
    for _ in range(ROUNDS):
        weights = Weights(weights.prior, tuple(_fit(_samples(corpus, gazetteer, weights))))
    return weights


Sample = tuple[Array, NDArray[np.bool_], float]


def _sample(ranked: Ranked, marked: Marked, weight: float) -> list[Sample]:
    right = right_readings(ranked, marked.marks)
    if right is None or len(right) < 2:
        return []
    vectors = np.array([r.features for r in ranked.readings])
    return [(vectors, np.array(right), weight * len(ranked.group.spots))]


def _samples(corpus: list[Marked], gazetteer: Gazetteer, weights: Weights) -> list[Sample]:
    found = []
    for marked in corpus:
        for ranked in resolve(marked, gazetteer, weights):
            found += _sample(ranked, marked, 1.0)
        for rest in range(EIGHTH):
            heard, unheard = resolve_by_sound(marked, gazetteer, weights, rest)
            found += [s for i in unheard for s in _sample(heard[i], marked, UNHEARD)]
    return found


def _fit(samples: list[Sample]) -> list[float]:
    """Maximize the probability of the right readings by damped Newton steps."""
    size = samples[0][0].shape[1]
    weights = np.zeros(size)
    ridge = np.array([RARE.get(feature, RIDGE) for feature in FEATURES[:size]])
    loss = _loss(samples, weights, ridge)
    for _ in range(60):
        gradient, curvature = ridge * weights, np.diag(ridge)
        for x, right, n in samples:
            p, q = _shares(x @ weights), _shares(np.where(right, x @ weights, -np.inf))
            gradient += n * (p - q) @ x
            centred = x - p @ x
            curvature += n * (centred.T * p) @ centred
        step, rate = np.linalg.solve(curvature, gradient), 1.0
        while rate > 1e-4 and _loss(samples, weights - rate * step, ridge) > loss:
            rate /= 2
        weights = weights - rate * step
        before, loss = loss, _loss(samples, weights, ridge)
        if before - loss < 1e-4:
            break
    return [round(float(w), 3) for w in weights]


def _shares(scores: Array) -> Array:
    shares: Array = np.exp(scores - scores.max())
    total: Array = shares / shares.sum()
    return total


def _loss(samples: list[Sample], weights: Array, ridge: Array) -> float:
    likelihood = sum(n * np.log(_shares(x @ weights)[right].sum() + 1e-12) for x, right, n in samples)
    return float((ridge * weights) @ weights / 2 - likelihood)


def score(corpus: list[Marked], gazetteer: Gazetteer, weights: Weights) -> str:
    """How many of the names with a point, and of those resolved, are within reach of it."""
    total = resolved = right = 0
    for marked in corpus:
        for ranked in resolve(marked, gazetteer, weights):
            known = [marked.marks[s.span] for s in ranked.group.spots if s.span in marked.marks]
            known = [m for m in known if m.point]
            best = ranked.best.candidate
            total += len(known)
            if best:
                resolved += len(known)
                right += sum(_is_right(best.entry, m) for m in known)
    return f"{100 * right / total:.1f} % of all {total}, {100 * right / resolved:.1f} % of {resolved} resolved"


def main() -> None:
    """Fit on all corpora given, or check across them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    corpora = {path.stem: read_corpus(path) for path in args.corpora}
    with open_gazetteer(Config(cache=args.cache)) as gazetteer:
        if args.check:
            for name, corpus in corpora.items():
                others = [m for other, c in corpora.items() if other != name for m in c]
                print(f"{name}, fitted on the others: {score(corpus, gazetteer, fit(others, gazetteer))}")
        weights = fit([m for c in corpora.values() for m in c], gazetteer)
        for name, corpus in corpora.items():
            print(f"{name}, fitted on all: {score(corpus, gazetteer, weights)}")
    if not args.check:
        rows = zip(FEATURES, (*weights.prior, *("0" for _ in FEATURES[len(PLAIN) :])), weights.full, strict=True)
        text = HEADER.format(corpora=" and ".join(corpora)) + "".join(f"{f}\t{p}\t{w}\n" for f, p, w in rows)
        OUT.write_text(text, "utf8")


if __name__ == "__main__":
    main()
