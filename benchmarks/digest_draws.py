"""Measures how well compilations are taken apart, on compilations made of articles whose stories are known.

    python benchmarks/digest_draws.py CONTENT LABELS [--draws 13] [--compilations 40]

LABELS is a table: an article's file name without its ending, a tab, the name of its story. A compilation prints two to
six sentences of each of three to six stories that were reported at about the same time. Every draw makes other
compilations of the same articles, since one draw says little: B-cubed F1 over sentences, events against stories.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from stability import Corpus, agreement, read

from according.config import load_config
from according.model import Article
from according.reading import read_folder

FEWEST_WORDS = 8  # of a sentence that is taken
OTHER_STORIES = (2, 5)
SENTENCES = (2, 6)
NEAREST = 8  # stories by date, from which those beside the first are drawn
LATEST = 4  # sentence of an article at which an excerpt begins
END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


@dataclass(frozen=True)
class Source:
    """An article from which sentences are taken."""

    day: date
    sentences: Sequence[str]


@dataclass(frozen=True)
class Compilation:
    """Paragraphs in which stories follow one another, and of each sentence its words and its story."""

    day: date
    text: str
    sentences: Sequence[tuple[str, str]]


def sources(content: Path, labels: Path) -> dict[str, list[Source]]:
    """By story: the articles that are dated and long enough."""
    rows = (line.split("\t") for line in labels.read_text("utf8").splitlines())
    story_of = {row[0]: row[1] for row in rows}
    found: defaultdict[str, list[Source]] = defaultdict(list)
    articles, _ = read_folder(content, load_config(None))
    for article in sorted(articles, key=lambda a: a.file):
        taken, story = sentences(article), story_of.get(Path(article.file).stem)
        if story and article.date and len(taken) > SENTENCES[0]:
            found[story].append(Source(article.date, taken))
    return found


def sentences(article: Article) -> list[str]:
    """The whole sentences of an article, each once, in one line."""
    lines = (" ".join(part.split()) for part in END.split(article.text))
    whole = (line for line in lines if len(line.split()) >= FEWEST_WORDS and line[-1] in '.!?”"')
    return list(dict.fromkeys(whole))


def compile_stories(by_story: Mapping[str, Sequence[Source]], rng: random.Random) -> Compilation:
    """Excerpts of a story and of some that are near it in time."""
    first = rng.choice(sorted(by_story))
    day = by_story[first][0].day
    near = sorted((s for s in by_story if s != first), key=lambda s: abs((by_story[s][0].day - day).days))[:NEAREST]
    stories = [first, *rng.sample(near, min(len(near), rng.randint(*OTHER_STORIES)))]
    rng.shuffle(stories)
    marked = [(sentence, story) for story in stories for sentence in excerpt(rng.choice(by_story[story]), rng)]
    gaps = ["", *("\n\n" if rng.random() < 1 / 2 else " " for _ in marked[1:])]
    return Compilation(day, "".join(gap + s for gap, (s, _) in zip(gaps, marked, strict=True)), marked)


def excerpt(source: Source, rng: random.Random) -> Sequence[str]:
    """Neighbouring sentences from about an article's beginning."""
    number = rng.randint(*SENTENCES)
    start = rng.randint(0, max(0, min(LATEST, len(source.sentences) - number)))
    return source.sentences[start : start + number]


def score(compilations: Sequence[Compilation]) -> float:
    """How much the events that are found in compilations agree with the stories they were made of."""
    with tempfile.TemporaryDirectory() as folder:
        for number, made in enumerate(compilations):
            head = {"title": f"Compilation {number}", "date": str(made.day), "publisher": f"Digest {number}"}
            front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items())
            (Path(folder) / f"{number:02}.md").write_text(f"---\n{front}---\n\n{made.text}\n", "utf8")
        corpus = read(Path(folder))
    stories = {(f"{n:02}.md", i): s for n, made in enumerate(compilations) for i, (_, s) in enumerate(made.sentences)}
    return agreement(stories, events_of_sentences(corpus, compilations))


def events_of_sentences(corpus: Corpus, compilations: Sequence[Compilation]) -> dict[tuple[str, int], str]:
    """By file and number of the sentence: the event that tells most of its characters, where any does."""
    events, _ = corpus.events(corpus.articles)
    told = {(p.article, s): e.id for e in events.events.values() for p in e.passages for s in p.sentences}
    found = {}
    for article in corpus.articles:
        name = Path(article.file).name
        for number, (start, end) in enumerate(places(article, compilations[int(Path(name).stem)])):
            shares: Counter[str] = Counter()
            for index, sentence in enumerate(corpus.annotations[article.file].sentences):
                common = min(end, sentence.span.end) - max(start, sentence.span.start)
                if common > 0 and (article.id, index) in told:
                    shares[told[article.id, index]] += common
            if shares:
                found[name, number] = min(shares, key=lambda e: (-shares[e], e))
    return found


def places(article: Article, made: Compilation) -> list[tuple[int, int]]:
    """Where the sentences stand in the text as it was read."""
    found, end = [], 0
    for sentence, _ in made.sentences:
        match = re.compile(r"\s+".join(map(re.escape, sentence.split()))).search(article.text, end)
        start, end = match.span() if match else (end, end)
        found.append((start, end))
    return found


def main() -> None:
    """Print what each draw scores, and the mean."""
    parser = argparse.ArgumentParser(description="How well compilations are taken apart.")
    parser.add_argument("content", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--draws", type=int, default=13)
    parser.add_argument("--compilations", type=int, default=40)
    options = parser.parse_args()
    by_story = sources(options.content, options.labels)
    scores = []
    for seed in range(options.draws):
        rng = random.Random(seed)
        scores.append(100 * score([compile_stories(by_story, rng) for _ in range(options.compilations)]))
        print(f"draw {seed:2} {scores[-1]:.1f}", flush=True)
    print(f"mean {sum(scores) / len(scores):.1f}, least {min(scores):.1f}, most {max(scores):.1f}")


if __name__ == "__main__":
    main()
