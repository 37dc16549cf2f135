"""Walking the dependency parse (ClearNLP labels, as spaCy's English models use them): groups, subjects, phrases."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from according.annotating.attribution.page import Tokens

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# What belongs to a verb as one word group: "has not yet been said", "pointed out".
GROUP = {"aux", "auxpass", "neg", "prt"}


def reach(token: Token) -> Tokens:
    """A token with everything that hangs on it, as one stretch."""
    return frozenset(range(token.left_edge.i, token.right_edge.i + 1))


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def lemma(token: Token) -> str:
    """The lower-case lemma."""
    return token.lemma_.lower()


def subject(verb: Token) -> Token | None:
    """The subject that stands nearest to the verb: a quotation before it may be misread as another one."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    return min(own, key=lambda c: abs(c.i - verb.i), default=None)


def passive(verb: Token) -> bool:
    """Whether the verb is passive: "was told", "the man accused by police"."""
    deps = {c.dep_ for c in verb.children}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and "aux" not in deps


def agent(verb: Token) -> Token | None:
    """Who does it, in a passive: "accused by | the ministry"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by else None


def group(verb: Token) -> Tokens:
    """The verb with its auxiliaries, negation, particle, and adverbs between them: "has repeatedly pointed out"."""
    tokens = {verb.i} | {c.i for c in verb.children if c.dep_ in GROUP}
    adverbs = {c.i for c in verb.children if c.dep_ == "advmod"}
    first = min(tokens)
    while first - 1 in adverbs:
        first -= 1
        tokens.add(first)
    tokens |= {a for a in adverbs if first < a < verb.i}
    return frozenset(tokens)


def clean(doc: Doc, tokens: Iterable[int]) -> Tokens:
    """The tokens without punctuation and space at either end; quotation marks stay."""
    kept = sorted(tokens)
    while kept and _loose(doc[kept[0]]):
        kept.pop(0)
    while kept and _loose(doc[kept[-1]]):
        kept.pop()
    return frozenset(kept)


def phrase(token: Token) -> Tokens:
    """A noun phrase with its modifiers and appositions, without what only follows it by accident of the parse."""
    tokens = set(reach(token))
    for part in token.children:
        if part.dep_ == "cc" and part.i > token.i and part.right_edge.i == token.right_edge.i:
            tokens.discard(part.i)
        if part.dep_ in {"parataxis", "ccomp"}:
            tokens -= reach(part)
    return clean(token.doc, tokens)


def _loose(token: Token) -> bool:
    if token.is_space:
        return True
    if token.is_quote or token.text in {"''", "``"}:
        return False
    return token.is_punct and token.text not in {")", "(", "%", "$"}
