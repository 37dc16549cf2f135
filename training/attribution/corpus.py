"""The open attribution corpus: inline marks -> text with spans; checks a folder and counts what is in it.

    python training/attribution/corpus.py corpus/attribution [--brat DIR]

``--brat`` also writes each article as NAME.txt and NAME.ann, the form that PolNeAR and its scorers use.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

MARK = re.compile(r"\{(\d+)([scx]) |\}")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n+", re.DOTALL)
ROLES = {"s": "Source", "c": "Cue", "x": "Content"}


@dataclass
class Marked:
    """One attribution: its spans by role, offsets into the article's text."""

    spans: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {"s": [], "c": [], "x": []})


@dataclass
class MarkedArticle:
    """An article of the corpus: the text without its marks, and the attributions in the order of their numbers."""

    name: str
    style: str
    text: str
    attributions: list[Marked]


class MarkError(ValueError):
    """A file whose marks do not fit together; the message names file, line and what is wrong."""


def read_article(path: Path) -> MarkedArticle:
    """One file of the corpus; raises MarkError when a mark is not closed, never opened, or lacks cue or content."""
    raw = path.read_text("utf8")
    front = FRONT_MATTER.match(raw)
    if not front:
        raise MarkError(f"{path}:1: no front matter; begin the file with --- and title, style, date")
    style = re.search(r"^style: *(.+)$", front[1], re.MULTILINE)
    text, found = _strip(path, raw[front.end() :].rstrip("\n") + "\n", raw.count("\n", 0, front.end()))
    for number, marked in found.items():
        if not marked.spans["c"] or not marked.spans["x"]:
            raise MarkError(f"{path}: attribution {number} lacks {'a cue' if not marked.spans['c'] else 'content'}")
    return MarkedArticle(path.stem, style[1] if style else "", text, [found[n] for n in sorted(found)])


def _strip(path: Path, marked_text: str, lines_before: int) -> tuple[str, dict[int, Marked]]:
    out: list[str] = []
    length, at = 0, 0
    open_: list[tuple[int, str, int]] = []
    found: dict[int, Marked] = {}
    for mark in MARK.finditer(marked_text):
        out.append(marked_text[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            open_.append((int(mark[1]), mark[2], length))
        elif open_:
            number, role, start = open_.pop()
            found.setdefault(number, Marked()).spans[role].append((start, length))
        else:
            raise MarkError(
                f"{path}:{lines_before + marked_text.count(chr(10), 0, mark.start()) + 1}: a }} closes nothing"
            )
    if open_:
        raise MarkError(f"{path}: {{{open_[-1][0]}{open_[-1][1]} is never closed")
    out.append(marked_text[at:])
    for marked in found.values():
        for spans in marked.spans.values():
            spans.sort()
    return "".join(out), found


def read_corpus(folder: Path) -> list[MarkedArticle]:
    """All articles of a folder, by name."""
    return [read_article(p) for p in sorted(folder.glob("*.md")) if p.name != "README.md"]


def to_brat(article: MarkedArticle) -> str:
    """The attributions of an article in brat's standoff form."""
    lines: list[str] = []
    events: list[str] = []
    for number, marked in enumerate(article.attributions, 1):
        parts = []
        for role, spans in marked.spans.items():
            for i, (start, end) in enumerate(spans, 1):
                id_ = f"T{len(lines) + 1}"
                lines.append(f"{id_}\t{ROLES[role]} {start} {end}\t{article.text[start:end]}".replace("\n", " "))
                parts.append(f"{ROLES[role]}{i if i > 1 else ''}:{id_}")
        cue = next(p.split(":")[1] for p in parts if p.startswith("Cue"))
        events.append(f"E{number}\tAttribution:{cue} {' '.join(parts)}")
    return "\n".join([*lines, *events]) + "\n"


def main() -> int:
    """Check a folder and count; exit code 1 when a file is wrong."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--brat", type=Path)
    options = arguments.parse_args()
    try:
        articles = read_corpus(options.folder)
    except MarkError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if options.brat:
        options.brat.mkdir(parents=True, exist_ok=True)
        for article in articles:
            (options.brat / f"{article.name}.txt").write_text(article.text, "utf8")
            (options.brat / f"{article.name}.ann").write_text(to_brat(article), "utf8")
    words = sum(len(a.text.split()) for a in articles)
    marks = sum(len(a.attributions) for a in articles)
    sys.stdout.write(f"{len(articles)} articles, {words} words, {marks} attributions\n")
    for style, count in sorted(Counter(a.style for a in articles).items()):
        sys.stdout.write(f"  {style}: {count}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
