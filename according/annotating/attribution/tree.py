"""Walking the dependency parse (ClearNLP labels, as spaCy's English models use them): groups, subjects, clauses."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from according.annotating.attribution.page import NONE, Tokens

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# What belongs to a verb as one word group: "has not yet been said", "pointed out".
GROUP = {"aux", "auxpass", "neg", "prt"}
# A verb without a subject of its own shares that of the verb it hangs on.
SHARING = {"conj", "xcomp", "advcl", "dep", "pcomp"}
# Pronouns that fill the subject's place and name nobody.
EMPTY_SUBJECTS = {"it", "there"}
# Verbs whose object, not subject, is who does what the infinitive says: "urged him to say".
RELATIVES = {"who", "which", "that", "whom", "whose"}


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
        if part.dep_ in {"punct", "cc"} and part.i > token.i and part.right_edge.i == token.right_edge.i:
            tokens.discard(part.i)
        if part.dep_ in {"parataxis", "ccomp"}:
            tokens -= reach(part)
    return clean(token.doc, tokens)


def speaker(verb: Token, depth: int = 4) -> Token | None:
    """Who does what the verb says: its subject, its agent, or the subject that it shares with another verb."""
    if passive(verb):
        return agent(verb)
    own = subject(verb)
    if own is not None:
        return own
    if depth == 0:
        return None
    if verb.dep_ in {"acl", "relcl"}:
        return _modified(verb)
    if verb.dep_ in SHARING:
        return _shared(verb, depth)
    return None


def _shared(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if verb.dep_ == "pcomp":
        return _beside_preposition(head, depth)
    if head.pos_ not in {"VERB", "AUX"}:
        return speaker(head, depth - 1) if head.pos_ == "ADJ" else None
    addressed = child(head, "dobj") if verb.dep_ == "xcomp" else None
    if addressed is not None and lemma(head) not in SUBJECT_CONTROL:
        return addressed
    own = subject(head)
    if own is not None and (own.dep_ != "nsubjpass" or not passive(verb)):
        return own
    return speaker(head, depth - 1)


# Verbs whose subject does what the infinitive after their object says: "used the speech to attack".
SUBJECT_CONTROL = {
    "use",
    "promise",
    "take",
    "make",
    "have",
    "give",
    "spend",
    "issue",
    "release",
    "hold",
    "send",
    "begin",
}


def _beside_preposition(preposition: Token, depth: int) -> Token | None:
    head = preposition.head
    if head.pos_ in {"VERB", "AUX"}:
        return subject(head) or speaker(head, depth - 1)
    owner = child(head, "poss")
    if owner is not None:
        return owner
    return holder(head)


def holder(noun: Token) -> Token | None:
    """Whose a noun without possessor is: the subject of the verb whose object it is ("he made the claim that")."""
    verb = noun.head
    if verb.dep_ == "prep":
        verb = verb.head
    if noun.dep_ not in {"dobj", "pobj", "attr"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    return speaker(verb)


def _modified(verb: Token) -> Token | None:
    """The noun that a participle or relative clause describes: "a statement | saying"."""
    head = verb.head
    return head if head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _loose(token: Token) -> bool:
    if token.is_space:
        return True
    if token.is_quote or token.text in {"''", "``"}:
        return False
    return token.is_punct and token.text not in {")", "(", "%", "$"}


def empty_subject(token: Token | None) -> bool:
    """Whether a subject names nobody: "it has been said", "there are fears"."""
    return token is None or (token.lower_ in EMPTY_SUBJECTS and token.dep_ in {"nsubjpass", "expl"})


def unquoted(tokens: Tokens, *others: Tokens) -> Tokens:
    """The tokens without any of the others."""
    for other in others:
        tokens -= other
    return tokens or NONE
