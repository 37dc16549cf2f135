"""Measure what a learned filter adds to the attribution rules: train on one folder, measure on another.

    python -m training.attribution.learn TRAIN FOLDER [--articles 25 50 95] [--threshold 0.4]

The filter is a logistic regression that accepts or rejects each draft of the rules before contents are mended and
overlaps settled. Nothing of it ships, because it does not gain enough: see ``docs/attribution-model.md``.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np

from according.annotating import attribution
from according.annotating.attribution.page import Draft, Page
from according.annotating.attribution.sources import main_word
from according.annotating.attribution.tree import child
from training.attribution.gold import read_gold
from training.attribution.measure import Parsed, found_in, in_gold_words, parse
from training.attribution.scoring import figures

ROUNDS, STEP, RIDGE = 300, 0.3, 0.01
RAREST = 2  # a feature is used when it was seen so often
Weights = Mapping[str, float]


def features(page: Page, draft: Draft, drafts: Sequence[Draft]) -> frozenset[str]:
    """What the filter knows of a draft."""
    cue, who = page.doc[draft.cue.head], main_word(page, draft.source)
    what = child(cue, "dobj")
    inside = any(o is not draft and cue.i in o.content and o.cue.head not in draft.content for o in drafts)
    told = {
        "rule": draft.rule,
        "lemma": cue.lemma_.lower(),
        "stance": draft.cue.entry.stance,
        "tag": cue.tag_,
        "relation": cue.dep_,
        "first": page.doc[min(draft.cue.tokens)].lower_ if draft.cue.tokens else "",
        "speaker": who.lemma_.lower() if who is not None else "",
        "speaker's part": who.pos_ if who is not None else "",
        "content": page.doc[min(draft.content)].lower_ if draft.content else "",
        "words": str(min(len(draft.content) // 4, 6)),
        "object": what.lemma_.lower() if what is not None else "",
    }
    pairs = (("lemma", "rule"), ("stance", "rule"), ("tag", "rule"), ("speaker's part", "stance"))
    flags = {f"inside {inside}", f"quoted {page.quoted(cue.i)}", f"quotes {any(page.quoted(i) for i in draft.content)}"}
    return frozenset({f"{k}={v}" for k, v in told.items()} | {f"{told[a]}+{told[b]}" for a, b in pairs} | flags)


def examples(parsed: Sequence[Parsed]) -> Iterator[tuple[frozenset[str], bool]]:
    """Each draft's features, and whether its cue is annotated."""
    for article in parsed:
        page = attribution.read_page(article.doc, article.article, article.names)
        drafts = _drafts(page)
        marked = [span for a in article.gold.attributions for span in a.cue]
        for draft in drafts:
            cue = page.doc[draft.cue.head]
            right = any(start < cue.idx + len(cue) and cue.idx < end for start, end in marked)
            yield features(page, draft, drafts), right


def _drafts(page: Page) -> list[Draft]:
    made = (attribution.ROLES[c.rule](page, c) for c in attribution.find_cues(page))
    return [d for d in made if d is not None]


def fit(rows: Sequence[tuple[frozenset[str], bool]]) -> Weights:
    """The weights of a logistic regression, by gradient descent with a step of its own for each feature (Adagrad)."""
    counts: dict[str, int] = {}
    for names, _ in rows:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    known = sorted(n for n, seen in counts.items() if seen >= RAREST)
    at = {name: i for i, name in enumerate(known)}
    pairs = [(r, at[n]) for r, (names, _) in enumerate(rows) for n in sorted(names) if n in at]
    row, column = np.array(pairs).T
    right = np.array([r for _, r in rows], dtype=float)
    weights, steps = np.zeros(len(known)), np.full(len(known), 1e-8)
    for _ in range(ROUNDS):
        guess = 1 / (1 + np.exp(-np.bincount(row, weights[column], len(rows))))
        slope = np.bincount(column, (guess - right)[row], len(known)) / len(rows) + RIDGE * weights / len(rows)
        steps += slope**2
        weights -= STEP * slope / np.sqrt(steps)
    return dict(zip(known, weights.tolist(), strict=True))


def accepted(weights: Weights, threshold: float) -> Callable[[Page, list[Draft]], list[Draft]]:
    """The step that keeps the drafts that are likely enough."""

    def keep(page: Page, drafts: list[Draft]) -> list[Draft]:
        scores = [sum(weights.get(n, 0.0) for n in features(page, d, drafts)) for d in drafts]
        return [d for d, s in zip(drafts, scores, strict=True) if 1 / (1 + np.exp(-s)) >= threshold]

    return keep


@contextmanager
def filtered(weights: Weights, threshold: float) -> Iterator[None]:
    """The rules with the filter."""
    keep, onward = accepted(weights, threshold), attribution.take_quotations
    with patch.object(attribution, "take_quotations", lambda page, drafts: onward(page, keep(page, drafts))):
        yield


def main() -> None:
    """Print the figures of the rules alone and with filters trained on so many articles."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("train", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--articles", type=int, nargs="+", help="Train on so many; by default on all.")
    arguments.add_argument("--threshold", type=float, default=0.4)
    options = arguments.parse_args()
    train, _ = parse(read_gold(options.train))
    measured, _ = parse(read_gold(options.folder))
    whole = _figures(measured)
    print("| trained on | " + " | ".join(whole) + " |\n" + "|---" * (len(whole) + 1) + "|")
    print("| nothing: rules alone | " + " | ".join(f"{v:.1f}" for v in whole.values()) + " |")
    for number in options.articles or [len(train)]:
        # every so many articles, so that all styles are among the few
        chosen = [train[i * len(train) // number] for i in range(min(number, len(train)))]
        with filtered(fit(list(examples(chosen))), options.threshold):
            row = _figures(measured)
        print(f"| {len(chosen)} articles | " + " | ".join(f"{v:.1f}" for v in row.values()) + " |", flush=True)


def _figures(articles: Sequence[Parsed]) -> dict[str, float]:
    return figures((a.said, in_gold_words(a, found_in(a))) for a in articles)


if __name__ == "__main__":
    main()
