"""Measures whether events stay what they are when articles are added or files change their order, on any folder.

    python benchmarks/stability.py CONTENT [--draws 5]

Added: one article in ten is held back, events are found and kept in a ledger, then the rest is added. An id is kept if
its event is still there, led on if its address leads to the event that it became part of, and lost otherwise.
Shuffled: the articles come in another order; then they also swap their ids, so that no tie is broken as before.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from according.annotating.annotator import annotate
from according.cache import Store
from according.config import load_config
from according.console import Console
from according.events import find_events
from according.events.ledger import Ledger
from according.linking.corpus import link
from according.linking.gazetteer import Gazetteer, open_gazetteer
from according.model import Annotation, Article, EventSet
from according.overrides import Overrides
from according.reading import read_folder

HELD_BACK = 10  # one article in so many is added later
Sentence = tuple[str, int]  # file, index


@dataclass(frozen=True)
class Corpus:
    """Articles and their annotations, and what finds events in some of them."""

    articles: Sequence[Article]
    annotations: Mapping[str, Annotation]  # by file
    gazetteer: Gazetteer

    def events(self, articles: Sequence[Article], ledger: Ledger | None = None) -> tuple[EventSet, Ledger]:
        """The events of some articles, in this order."""
        annotations = {a.id: self.annotations[a.file] for a in articles}
        linked = link({a.id: a for a in articles}, annotations, self.gazetteer, Overrides())
        return find_events(linked, Overrides(), ledger or Ledger())


def read(content: Path) -> Corpus:
    """The corpus in a folder."""
    config, console = load_config(None), Console()
    articles, _ = read_folder(content, config)
    with Store(config.cache / "annotations.sqlite") as store:
        found = annotate(articles, config, store, console.progress("Annotating"))
    gazetteer = open_gazetteer(config, console.progress("Indexing place names, once"))
    return Corpus(articles, {a.file: found[a.id] for a in articles}, gazetteer)


def added(corpus: Corpus, rng: random.Random) -> tuple[Counter[str], Counter[str]]:
    """What becomes of the ids of events, and of those that articles know as their main event's."""
    late = set(rng.sample([a.id for a in corpus.articles], len(corpus.articles) // HELD_BACK))
    before, ledger = corpus.events([a for a in corpus.articles if a.id not in late])
    after, _ = corpus.events(corpus.articles, ledger)

    def fate(event: str, now: Sequence[str]) -> str:
        if event in now:
            return "kept"
        target = after.moved.get(f"events/{event}", "").removeprefix("events/")
        return "led on" if target in now else "lost"

    events = Counter(fate(e, list(after.events)) for e in before.events)
    articles = Counter(fate(of[0], after.of_article[a][:1]) for a, of in before.of_article.items() if of)
    return events, articles


def shuffled(corpus: Corpus, whole: EventSet, rng: random.Random, *, renamed: bool) -> float:
    """How much the events of another order agree with the ``whole``: B-cubed F1 over sentences."""
    order = rng.sample(corpus.articles, len(corpus.articles))
    if renamed:
        ids = [a.id for a in corpus.articles]
        order = [replace(article, id=key) for article, key in zip(order, ids, strict=True)]
    return agreement(_sentences(whole, corpus.articles), _sentences(corpus.events(order)[0], order))


def _sentences(events: EventSet, articles: Sequence[Article]) -> dict[Sentence, str]:
    file_of = {a.id: a.file for a in articles}
    return {(file_of[p.article], s): e.id for e in events.events.values() for p in e.passages for s in p.sentences}


def agreement(some: Mapping[Sentence, str], others: Mapping[Sentence, str]) -> float:
    """B-cubed F1 of two clusterings; an item that only one of them has counts as alone in the other."""
    items = sorted(some.keys() | others.keys())
    first, second = ([labels.get(i, f"alone {i}") for i in items] for labels in (some, others))
    both, left, right = Counter(zip(first, second, strict=True)), Counter(first), Counter(second)
    precision = sum(n * n / right[b] for (_, b), n in both.items()) / len(items)
    recall = sum(n * n / left[a] for (a, _), n in both.items()) / len(items)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print what was measured, the mean over the draws."""
    parser = argparse.ArgumentParser(description="Whether events stay what they are.")
    parser.add_argument("content", type=Path)
    parser.add_argument("--draws", type=int, default=5)
    options = parser.parse_args()
    corpus = read(options.content)
    fates: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(options.draws):
        for whose, counts in zip(("events", "articles"), added(corpus, random.Random(seed)), strict=True):
            fates[whose] += counts
    for whose, counts in fates.items():
        shares = ", ".join(f"{how} {100 * counts[how] / counts.total():.1f}" for how in ("kept", "led on", "lost"))
        print(f"{'ids of ' + whose + ' after 10% more articles':45} {shares}")
    whole, _ = corpus.events(corpus.articles)
    for what, renamed in (("same events for shuffled files", False), ("same events for files that swap names", True)):
        found = [shuffled(corpus, whole, random.Random(seed), renamed=renamed) for seed in range(options.draws)]
        print(f"{what:45} {100 * sum(found) / len(found):.1f}")


if __name__ == "__main__":
    main()
