"""Golden cases of who says what, with the real model: ``tests/golden/attribution/*.md``, which anyone can edit.

A case stands between lone dots: the text, then a line for each attribution, ``source | cue | content | remarks``.
Pieces of one role are joined by " … "; an empty place means that there is none. The remarks are stance and voice, then
what else holds: ``hedged``, ``negated``, ``= X`` (stands for X), ``of X`` (the body behind it), ``in 1`` (inside the
content of line 1), ``denies 1``. A relay is a line ``relay | source | why it ends``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from according.annotating.document import annotate_articles
from according.config import Config
from according.model import Annotation, Article, Attribution, Span
from according.reading.blocks import plain_blocks

FILES = sorted((Path(__file__).parent.parent / "golden" / "attribution").glob("*.md"))
CASE = re.compile(r"^\.\n(?P<text>.*?)\n\.\n(?P<expected>.*?)\n?\.$", re.MULTILINE | re.DOTALL)
EMPTY = "–"


def cases(path: Path) -> list[tuple[str, str]]:
    """The texts of a file with the lines expected of them."""
    return [(m["text"], m["expected"]) for m in CASE.finditer(path.read_text(encoding="utf-8"))]


def article(text: str, number: int) -> Article:
    """A case as the plain text article that a person would have put into the content folder."""
    return Article(f"case-{number}", f"case-{number}.txt", "", None, None, None, "en", text, plain_blocks(text))


def found(texts: list[str]) -> list[str]:
    """The lines that the code writes for each text."""
    articles = [article(t, i) for i, t in enumerate(texts)]
    return ["\n".join(lines(a.text, annotation)) for a, annotation in annotate_articles(articles, Config())]


def lines(text: str, annotation: Annotation) -> Iterator[str]:
    """One line an attribution and one a relay."""
    for attribution in annotation.attributions:
        roles = (attribution.source, attribution.cue, attribution.content)
        yield " | ".join([*(joined(text, spans) for spans in roles), ", ".join(remarks(text, attribution))])
    for relay in annotation.relays:
        yield f"relay | {relay.source.of(text)} | {relay.ends_because}"


def joined(text: str, spans: tuple[Span, ...]) -> str:
    """The words of one role."""
    return " … ".join(" ".join(s.of(text).split()) for s in spans) or EMPTY


def remarks(text: str, attribution: Attribution) -> Iterator[str]:
    """Stance and voice, then what is out of the ordinary."""
    yield attribution.stance
    yield attribution.voice
    if attribution.hedged:
        yield "hedged"
    if attribution.negated:
        yield "negated"
    if attribution.antecedent:
        yield f"= {attribution.antecedent.of(text)}"
    if attribution.owner:
        yield f"of {attribution.owner.of(text)}"
    if attribution.parent is not None:
        yield f"in {attribution.parent + 1}"
    if attribution.denies is not None:
        yield f"denies {attribution.denies + 1}"
    if not attribution.speaks:
        yield "nobody"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_golden_cases(path: Path, request: pytest.FixtureRequest) -> None:
    """Every case of a file is found as it is written down."""
    texts = [text for text, _ in cases(path)]
    assert texts, f"{path} holds no case between lone dots"
    now = found(texts)
    if request.config.getoption("--rewrite-golden"):
        rewritten = iter(now)
        whole = CASE.sub(lambda m: f".\n{m['text']}\n.\n{next(rewritten)}\n.", path.read_text(encoding="utf-8"))
        path.write_text(whole, encoding="utf-8")
        return
    assert dict(zip(texts, now, strict=True)) == dict(cases(path))
