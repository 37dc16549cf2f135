"""Annotated articles of either form: the corpus's inline marks, or brat's NAME.txt beside NAME.ann, as in PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.attribution.corpus import read_corpus

ROLE = re.compile(r"^(Source|Cue|Content)\d*$")
LETTERS = {"s": "source", "c": "cue", "x": "content"}
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Marked:
    """One attribution in characters."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True)
class Gold:
    """One article with its attributions."""

    name: str
    text: str
    attributions: tuple[Marked, ...]


def read_gold(folder: Path) -> list[Gold]:
    """All annotated articles of a folder, by name."""
    if any(folder.glob("*.ann")):
        return list(_brat(folder))
    return [
        Gold(a.name, a.text, tuple(_marked({LETTERS[r]: s for r, s in m.spans.items()}) for m in a.attributions))
        for a in read_corpus(folder)
    ]


def _brat(folder: Path) -> Iterator[Gold]:
    """Of several annotations of one text the first by name is taken."""
    for path in sorted(folder.glob("*.txt")):
        own = folder / f"{path.stem}.ann"
        others = (p for p in sorted(folder.glob("*.ann")) if p.stem.rpartition("_")[0] == path.stem)
        annotation = own if own.exists() else next(others, None)
        if annotation:
            text = path.read_bytes().decode("utf8")
            yield Gold(path.stem, text, tuple(_attributions(annotation.read_text("utf8"))))


def _attributions(standoff: str) -> Iterator[Marked]:
    rows = [line.split("\t") for line in standoff.splitlines() if "\t" in line]
    spans = {r[0]: _offsets(r[1].partition(" ")[2]) for r in rows if r[0].startswith("T")}
    for row in (r for r in rows if r[0].startswith("E")):
        roles: dict[str, list[tuple[int, int]]] = {}
        for role, _, mark in (part.partition(":") for part in row[1].split()):
            if ROLE.match(role) and mark in spans:
                roles.setdefault(role.rstrip("0123456789").lower(), []).extend(spans[mark])
        if roles.get("cue") and roles.get("content"):
            yield _marked(roles)


def _offsets(words: str) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in (piece.split() for piece in words.split(";"))]


def _marked(roles: dict[str, list[tuple[int, int]]]) -> Marked:
    return Marked(*(tuple(roles.get(r, ())) for r in ("source", "cue", "content")))
