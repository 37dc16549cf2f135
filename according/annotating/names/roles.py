"""The part that a name plays in its clause, from the dependency parse (ClearNLP labels)."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.clauses import first_of_list
from according.model import Label, Role

_LOCATIVE = frozenset(
    "in at near on outside inside around within across along throughout from to toward towards into over off beside "
    "between through north south east west".split()
)
_SUBJECT, _OBJECT = {"nsubj", "csubj"}, {"dobj", "obj", "dative", "nsubjpass"}


def role_of(word: Token, label: Label) -> Role:
    """Agent, patient, location (of places only) or other; a conjunct plays the part of the first of its list."""
    token = first_of_list(word)
    if token.dep_ in _SUBJECT:
        return Role.AGENT
    if token.dep_ in _OBJECT:
        return Role.PATIENT
    if token.dep_ == "pobj":
        role = _role_behind(token)
        return Role.OTHER if role is Role.LOCATION and label is not Label.PLACE else role
    return Role.OTHER


def _role_behind(token: Token) -> Role:
    preposition = token.head
    if preposition.dep_ == "agent" or (preposition.lower_ == "by" and preposition.head.tag_ == "VBN"):
        return Role.AGENT
    if preposition.lower_ in {"against", "upon"}:
        return Role.PATIENT
    return Role.LOCATION if preposition.lower_ in _LOCATIVE else Role.OTHER
