"""What a sentence mainly tells: the verbs of its main clause and what takes part in it (ClearNLP labels)."""

from __future__ import annotations

from spacy.tokens import Token

DEEPEST = 8  # clauses; parses may be odd, but no sentence is deeper
# Verbs under which somebody only tells what happened; what is told is what the sentence is about.
TELLING = frozenset(
    "say tell report add claim note explain announce state reveal confirm believe think understand know show see "
    "accord suggest write".split()
)
CORE = frozenset({"nsubj", "nsubjpass", "csubj", "dobj", "obj", "dative", "agent"})
LISTED = frozenset({"conj", "appos"})


def is_central(token: Token) -> bool:
    """Whether a word takes part in what its sentence mainly tells: as subject or object, or as where it is told to be.

    >>> # "A tram overturned in Croydon, officials said": the tram and Croydon, not the officials.
    """
    token = first_of_list(token)
    if token.dep_ in CORE:
        return is_main_verb(token.head)
    if token.dep_ != "pobj":
        return False
    behind = token.head.head
    if token.head.dep_ == "agent" or behind.pos_ in {"VERB", "AUX"}:
        return is_main_verb(behind)
    behind = first_of_list(behind)  # "opened fire in Seattle", "a tunnel near Croydon", "protests in Rome continued"
    if behind.dep_ == "pobj" and behind.head.head.pos_ in {"VERB", "AUX"}:
        return is_main_verb(behind.head.head)
    return behind.dep_ in CORE and is_main_verb(behind.head)


def first_of_list(token: Token) -> Token:
    """The head of a list or apposition that the token belongs to."""
    for _ in range(DEEPEST):
        if token.dep_ not in LISTED or token.head == token:
            break
        token = token.head
    return token


def is_main_verb(verb: Token) -> bool:
    """Whether a verb tells what its sentence is about: the root, what it goes on with, what it tells to be so."""
    if _only_tells(verb):
        return False
    for _ in range(DEEPEST):
        if verb.head == verb:
            return True
        if verb.dep_ in {"conj", "xcomp"} or (verb.dep_ == "ccomp" and _only_tells(verb.head)):
            verb = verb.head
        else:
            return False
    return False


def _only_tells(verb: Token) -> bool:
    return verb.lemma_.lower() in TELLING and any(c.dep_ == "ccomp" for c in verb.children)
