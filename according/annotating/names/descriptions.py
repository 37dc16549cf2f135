"""What an article calls what it names, verbatim: "Syrian state news agency" SANA, Caggins, "a spokesman"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from according.annotating.wordlists.kinds import kind_of_words
from according.model import Span

_LONGEST = 12  # words; longer ones are clauses that the parse took for an apposition
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
# "..., a military source said": who speaks, not what was named before.
_SPEAKERS = frozenset("source sources official officials witness witnesses resident residents".split())
_CLAUSES = frozenset({"relcl", "acl", "advcl", "punct", "appos", "conj", "cc", "parataxis"})
_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})


def descriptions_of(name: Tokens) -> tuple[Span, ...]:
    """The words before the name in its phrase, its appositions, and what a copula makes of it, in text order."""
    doc = name.doc
    found = [*_before(name), *_after(name), *_appositions(name), *_predicates(name)]
    apart = [(start, end) for start, end in found if end <= name.start or start >= name.end]
    spans = {_span(doc, start, end) for start, end in apart if _says_something(doc, start, end)}
    return tuple(sorted(spans))


def _before(name: Tokens) -> Iterator[tuple[int, int]]:
    """The noun before a name with its modifiers: "Syrian state news agency" of "Syrian state news agency SANA"."""
    end = name.start
    start = end
    while start > name.sent.start and _describes(name.doc[start - 1], name):
        start -= 1
    while start < end and name.doc[start].pos_ in {"DET", "PUNCT", "CCONJ", "ADP", "PART"}:
        start += 1
    if start < end and name.doc[end - 1].pos_ == "NOUN" and name.doc[end - 1].text.islower():
        yield start, end


def _describes(token: Token, name: Tokens) -> bool:
    if token.pos_ not in {"NOUN", "ADJ", "PROPN", "NUM"} and token.text not in {"-", "'s"}:
        return False
    return token.text in {"-", "'s"} or token.dep_ in _PREMODIFIERS or name.root in token.children


def _after(name: Tokens) -> Iterator[tuple[int, int]]:
    """The noun for a body after a name: "Islamist alliance" of "the Hayat Tahrir al-Sham Islamist alliance"."""
    head = name.root.head
    between = name.doc[name.end : head.i]
    before = name.root.dep_ in {"compound", "nmod"} and head.i >= name.end and head.text.islower()
    if before and kind_of_words([head.text]) and all(t.pos_ in {"ADJ", "NOUN", "PROPN"} for t in between):
        yield name.end, head.i + 1


def _appositions(name: Tokens) -> Iterator[tuple[int, int]]:
    """An apposition, on either side: "X, a spokesman for the force", "the group, X"."""
    for child in name.root.children:
        if child.dep_ == "appos" and child.i >= name.end and child.pos_ == "NOUN" and child.lower_ not in _SPEAKERS:
            yield _phrase(child)
    head = name.root.head
    if name.root.dep_ == "appos" and head.pos_ == "NOUN" and head.i < name.start:
        yield _phrase(head, before=name.start)


def _predicates(name: Tokens) -> Iterator[tuple[int, int]]:
    """What a copula makes of the name: "X is a militant group"."""
    verb = name.root.head
    if name.root.dep_ == "nsubj" and verb.lemma_ == "be" and "Tense=Fut" not in str(verb.morph):
        for child in verb.children:
            negated = any(c.dep_ == "neg" for c in verb.children)
            if child.dep_ == "attr" and child.pos_ == "NOUN" and not negated:
                yield _phrase(child)


def _phrase(head: Token, before: int | None = None) -> tuple[int, int]:
    """The noun phrase of a head without the clauses that hang on it, not past the token ``before``."""
    start, end = head.i, head.i + 1
    for child in head.children:
        if child.dep_ in _CLAUSES:
            continue
        start = min(start, child.left_edge.i)
        end = max(end, child.right_edge.i + 1)
    if before is not None:
        end = min(end, before)
    while start < end and (head.doc[start].pos_ in {"DET", "PUNCT"} or head.doc[start].is_space):
        start += 1
    bracket = next((t.i for t in head.doc[start:end] if t.is_bracket), end)
    end = min(end, bracket) if bracket > start else end
    while end > start and (head.doc[end - 1].is_punct or head.doc[end - 1].is_space):
        end -= 1
    return start, end


def _says_something(doc: Doc, start: int, end: int) -> bool:
    words = doc[start:end]
    if not 0 < end - start <= _LONGEST or words[0].lower_ in _DIRECTIONS or any(t.like_num for t in words):
        return False
    return any(t.pos_ in {"NOUN", "ADJ"} for t in words)


def _span(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
