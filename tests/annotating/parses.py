"""Documents written by hand: one word a line with its lemma, tag, relation and head, as a parser would give them."""

from __future__ import annotations

import re

import spacy
from spacy.tokens import Doc

from according.model import Article, Block, BlockKind, Span

VOCAB = spacy.blank("en").vocab

# Penn Treebank tags and the coarse parts of speech that spaCy gives with them.
PARTS = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "IN": "ADP",
    "JJ": "ADJ",
    "MD": "AUX",
    "NN": "NOUN",
    "NNP": "PROPN",
    "NNS": "NOUN",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RB": "ADV",
    "TO": "PART",
    "WDT": "PRON",
    "WP": "PRON",
}
NO_SPACE_BEFORE = {",", ".", "?", ":", ";", "”", "''", "'s", ")"}
NO_SPACE_AFTER = {"“", "``", "("}


def parsed(table: str) -> Doc:
    """The document of a table of ``word lemma tag relation head`` lines; the head is a line number from 0."""
    rows = [line.split() for line in table.strip().splitlines()]
    words = [r[0] for r in rows]
    following = [*words[1:], "."]
    return Doc(
        VOCAB,
        words=words,
        spaces=[b not in NO_SPACE_BEFORE and a not in NO_SPACE_AFTER for a, b in zip(words, following, strict=True)],
        lemmas=[r[1] for r in rows],
        tags=[r[2] for r in rows],
        pos=[_part(r[2], r[3]) for r in rows],
        deps=[r[3] for r in rows],
        heads=[int(r[4]) for r in rows],
    )


def article_of(doc: Doc, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    """An article of one block with the words of a document."""
    blocks = tuple(Block(Span(*m.span()), kind) for m in re.finditer(r"[^\n]+", doc.text))
    return Article("a", "a.txt", "", None, None, None, "en", doc.text, blocks)


def _part(tag: str, relation: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if relation in {"aux", "auxpass"} else "VERB"
    return PARTS.get(tag, "PUNCT")
