"""Measure the attribution rules on annotated articles: what each part adds, the errors by type, the time they take.

    python -m training.attribution.measure FOLDER [--limit N]

FOLDER holds articles with inline marks (as ``corpus/attribution``) or brat's NAME.txt and NAME.ann. Prints Markdown.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import spacy
from spacy.tokens import Doc

from according.annotating import attribution, document
from according.annotating.attribution import merging, repair, speech, verbs
from according.annotating.attribution.page import NONE
from according.annotating.names import find_names
from according.annotating.sentences import find_sentences
from according.config import Config
from according.model import Article, Attribution, Name
from according.reading.file import read_file
from training.attribution.gold import Gold, Marked, read_gold
from training.attribution.scoring import Said, correct, cue_overlap, figures, in_words, match, shared

Patches = Sequence[tuple[Any, str, Any]]


@dataclass(frozen=True)
class Parsed:
    """One article with its parse and names, and the annotation in words."""

    gold: Gold
    said: tuple[Said, ...]
    article: Article
    doc: Doc
    names: tuple[Name, ...]


def parse(articles: Sequence[Gold]) -> tuple[list[Parsed], float]:
    """The parsed articles, and the CPU seconds of the bare pipeline."""
    nlp = spacy.load(Config().model)
    read = [_article(g) for g in articles]
    started = time.process_time()
    docs = list(nlp.pipe((document._tokens(nlp, a) for a in read), batch_size=16))  # noqa: SLF001
    seconds = time.process_time() - started
    parsed = []
    for gold, article, doc in zip(articles, read, docs, strict=True):
        names = find_names(doc, find_sentences(doc, article))
        parsed.append(Parsed(gold, tuple(in_words(gold.text, gold.attributions)), article, doc, names))
    return parsed, seconds


def _article(gold: Gold) -> Article:
    draft = read_file(gold.text.encode(), f"{gold.name}.txt", ())
    return Article(gold.name, f"{gold.name}.txt", "", None, None, None, "en", draft.text.text, draft.text.blocks)


def found_in(parsed: Parsed) -> list[Attribution]:
    """What the rules find, without what has no cue: a quotation that goes on is no attribution of its own there."""
    attributions, _ = attribution.find_attributions(parsed.doc, parsed.article, parsed.names)
    return [a for a in attributions if a.cue]


def in_gold_words(parsed: Parsed, found: Sequence[Attribution]) -> list[Said]:
    """Attributions that were found, in the words of the text."""
    return in_words(parsed.gold.text, [Marked(a.source, a.cue, a.content) for a in found])


# Part by part


def _without_cues(*rules: str) -> Patches:
    cues = attribution.find_cues
    return [(attribution, "find_cues", lambda page: [c for c in cues(page) if c.rule not in rules])]


def _without_silence() -> Patches:
    cues = attribution.find_cues
    silent = {"withhold", "silence", "silent"}
    return [(attribution, "find_cues", lambda page: [c for c in cues(page) if c.entry.lemma not in silent])]


def _without_frames(*names: str) -> Patches:
    return [(verbs, "RULES", tuple(r for r in verbs.RULES if r[0] not in names))]


def _without_repairs(*names: str) -> Patches:
    return [(repair, "REPAIRS", tuple(r for r in repair.REPAIRS if r.__name__ not in names))]


PARTS: dict[str, Patches] = {
    "verbs": _without_cues("verb", "mistagged"),
    "nouns and adjectives (X's claim that, X is sure that)": _without_cues("noun", "adj"),
    "according to, in X's opinion, in polls, reportedly": _without_cues("according", "opinion", "poll", "adv"),
    "bylines, turns and signatures (X: ..., ... - X)": _without_cues("byline", "turn", "signature"),
    "who says nothing (has yet to comment, not reached)": _without_silence(),
    "frames: clauses (said that)": _without_frames("clause", "in medium"),
    "frames: parentheses (..., X said, ...)": _without_frames("aside", "interruption"),
    "frames: infinitives (threatened to, is said to)": _without_frames("infinitive", "raised"),
    "frames: objects (announced Y, called for Y)": _without_frames("object", "opened"),
    "frames: pro-forms (said so)": _without_frames("pro-form"),
    "quotations": [(attribution, "take_quotations", lambda _, drafts: [d for d in drafts if d.content])],
    "order of words where the parse is lost": [
        (verbs, "find_speaker", lambda *_: NONE),
        (speech, "find_content", lambda *_: NONE),
    ],
    "clauses that quote a few words": [(speech, "_spoken", lambda _page, _draft, quote: quote.tokens)],
    "repairs: another act or comment ends a content": _without_repairs(
        "split_participles", "split_acts", "split_comments"
    ),
    "repairs: what is cut at either end": _without_repairs(
        "cut_sentences", "cut_datelines", "cut_openers", "cut_relatives"
    ),
    "chains of verbs (declined to discuss)": [(merging, "join_chains", lambda _, drafts: drafts)],
    "overlaps": [(merging, "settle_nesting", lambda _, drafts: drafts)],
}


@contextmanager
def without(part: str) -> Iterator[None]:
    """The rules without one part."""
    with ExitStack() as stack:
        for owner, name, value in PARTS[part]:
            stack.enter_context(patch.object(owner, name, value))
        yield


def print_parts(articles: Sequence[Parsed]) -> None:
    """A table of the figures with every part, and without each."""
    whole = _figures(articles)
    print("| without | " + " | ".join(whole) + " |")
    print("|---" * (len(whole) + 1) + "|")
    print("| (nothing: all rules) | " + " | ".join(f"{v:.1f}" for v in whole.values()) + " |")
    for part in PARTS:
        with without(part):
            less = _figures(articles)
        print(f"| {part} | " + " | ".join(f"{v:.1f} ({v - whole[k]:+.1f})" for k, v in less.items()) + " |", flush=True)


def _figures(articles: Sequence[Parsed]) -> dict[str, float]:
    return figures((a.said, in_gold_words(a, found_in(a))) for a in articles)


# Errors


def print_errors(articles: Sequence[Parsed]) -> None:
    """A table of the errors by type, in per cent of what is annotated."""
    errors: Counter[str] = Counter()
    for article in articles:
        errors.update(_errors(article, in_gold_words(article, found_in(article))))
    total = sum(len(a.said) for a in articles)
    print("| error | number | per cent of annotated |\n|---|---|---|")
    for kind, number in sorted(errors.items()):
        print(f"| {kind} | {number} | {100 * number / max(1, total):.1f} |")


def _errors(article: Parsed, found: Sequence[Said]) -> Iterator[str]:
    right = match(article.said, found, correct)
    free = [i for i in range(len(found)) if i not in right]
    missed = [i for i in range(len(article.said)) if i not in right.values()]
    near = match([article.said[i] for i in missed], [found[i] for i in free], cue_overlap)
    pairs = {missed[g]: free[f] for f, g in near.items()}
    for i in missed:
        gold = article.said[i]
        yield _wrong(gold, found[pairs[i]]) if i in pairs else f"missed: {_cue_kind(article, i)}"
    for i in set(free) - set(pairs.values()):
        inside = any(found[i].cue & g.content for g in article.said)
        yield "false alarm: " + ("inside an annotated content" if inside else "elsewhere")


def _wrong(gold: Said, found: Said) -> str:
    if shared(gold.content, found.content) >= 0.5:
        return "source: " + ("one too many" if not gold.source else "none found" if not found.source else "another")
    if gold.content < found.content:
        return "content: too long"
    return "content: too short" if found.content < gold.content else "content: other words"


def _cue_kind(article: Parsed, index: int) -> str:
    """What kind of word an annotated cue hangs on."""
    spans = article.gold.attributions[index].cue
    tokens = [t for t in article.doc if any(t.idx < end and start < t.idx + len(t) for start, end in spans)]
    head = next((t for t in tokens if t.head not in tokens or t.head == t), None)
    part = head.pos_ if head is not None else ""
    if part == "VERB":
        return "verb of speech" if article.said[index].reporting else "other verb"
    names = {"AUX": "to be, to have", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADP": "preposition"}
    return names.get(part, "mark or other")


def cost(articles: Sequence[Parsed], find: Callable[[Parsed], Collection[Attribution]] = found_in) -> float:
    """The CPU seconds of the rules."""
    started = time.process_time()
    for article in articles:
        find(article)
    return time.process_time() - started


def main() -> None:
    """Print the three tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--limit", type=int, help="Take only the first articles.")
    options = arguments.parse_args()
    articles, bare = parse(read_gold(options.folder)[: options.limit])
    print(f"{len(articles)} articles, {sum(len(a.said) for a in articles)} attributions\n")
    print_parts(articles)
    print()
    print_errors(articles)
    print(f"\nCPU: {bare:.1f} s for the bare pipeline, {cost(articles):.1f} s for the rules", end="")
    print(f": {1 + cost(articles) / bare:.2f} times the bare pipeline.")


if __name__ == "__main__":
    main()
