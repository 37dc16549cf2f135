"""Words that tell what kind of event a sentence is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import spacy.tokens

from according.model import Span, Trigger

LEXICON_FILE = Path(__file__).with_name("triggers.tsv")
NOUNS = frozenset({"NOUN", "PROPN"})
LONGEST_PHRASE = 4  # lemmas
# A noun that only qualifies another tells no event: "attack helicopter", "election observer".
MODIFIER = "compound"

Lexicon = dict[str, list[tuple[tuple[str, ...], str, str]]]  # first lemma -> (phrase, part of speech, type)


def find_triggers(doc: spacy.tokens.Doc) -> tuple[Trigger, ...]:
    """The triggers of a text in order; of two that overlap the longer one."""
    return tuple(_triggers(doc))


def _triggers(doc: spacy.tokens.Doc) -> Iterator[Trigger]:
    lexicon, at = _lexicon(), 0
    while at < len(doc):
        found = _phrase_at(doc, at, lexicon)
        if found is None:
            at += 1
            continue
        words, lemma, kind = found
        yield Trigger(Span(words[0].idx, words[-1].idx + len(words[-1])), lemma, kind)
        at = words[-1].i + 1


def _phrase_at(doc: spacy.tokens.Doc, at: int, lexicon: Lexicon) -> tuple[list[spacy.tokens.Token], str, str] | None:
    """The longest phrase of the lexicon that begins at a token; articles between its words do not count."""
    for phrase, part, kind in lexicon.get(doc[at].lemma_.lower(), ()):
        words = _matched(doc, at, phrase)
        if words and _part_fits(words, part):
            return words, " ".join(phrase), kind
    return None


def _matched(doc: spacy.tokens.Doc, at: int, phrase: tuple[str, ...]) -> list[spacy.tokens.Token]:
    words: list[spacy.tokens.Token] = []
    for token in doc[at : at + 2 * LONGEST_PHRASE]:
        if token.lemma_.lower() == phrase[len(words)]:
            words.append(token)
            if len(words) == len(phrase):
                return words
        elif token.pos_ not in {"DET", "ADJ", "NUM"} or not words:
            return []
    return []


def _part_fits(words: list[spacy.tokens.Token], part: str) -> bool:
    if part == "v":
        return words[0].pos_ == "VERB"
    head = words[-1]
    if part == "n":
        return head.pos_ in NOUNS and (head.dep_ != MODIFIER or head.head.lemma_.lower() in _lexicon())
    return True


@cache
def _lexicon() -> Lexicon:
    """The data file, longest phrases first."""
    lexicon: Lexicon = {}
    for line in LEXICON_FILE.read_text("utf8").splitlines():
        if line and not line.startswith("#"):
            kind, part, lemmas = line.split("\t")
            for entry in lemmas.split(", "):
                phrase = tuple(entry.split(" "))
                lexicon.setdefault(phrase[0], []).append((phrase, part, kind))
    for entries in lexicon.values():
        entries.sort(key=lambda e: -len(e[0]))
    return lexicon
