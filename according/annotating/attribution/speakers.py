"""Who does what a verb says: the subject, or the one that a verb shares with those around it."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.attribution.page import NONE, Tokens
from according.annotating.attribution.tree import agent, child, clean, group, lemma, passive, subject

FINITE = {"VBD", "VBZ", "VBP"}
# A verb without a subject of its own shares that of the verb it hangs on.
SHARING = {"conj", "xcomp", "advcl", "dep", "pcomp"}
# How many verbs up a subject is looked for.
DEPTH = 4
# What one does with a document to make it known.
CARRYING_VERBS = frozenset(
    "issue publish release post send write share air broadcast deliver file sign put make give provide hold run pen "
    "unleash distribute circulate tweet hand leak".split()
)
# Verbs whose subject does what the infinitive after their object says: "used the speech to attack".
SUBJECT_CONTROL = frozenset("use promise take make have give spend issue release hold send begin".split())
# What a noun phrase may be made of, read backwards from a verb.
NOMINAL_PARTS = {"NOUN", "PROPN", "ADJ", "DET", "NUM", "CCONJ", "PART"}
NOMINAL_WORDS = {"of", "-", "(", ")"}


def speaker(verb: Token, depth: int = DEPTH) -> Token | None:
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


def neighbour(verb: Token) -> Tokens:
    """The noun phrase that stands just before a finite verb whose subject the parse has missed."""
    if verb.tag_ not in FINITE or subject(verb) is not None:
        return NONE
    first = min(group(verb))
    while first > verb.sent.start and _nominal(verb.doc[first - 1]):
        first -= 1
    found = clean(verb.doc, range(first, min(group(verb))))
    return found if any(verb.doc[i].pos_ in {"NOUN", "PROPN", "PRON"} for i in found) else NONE


def holder(noun: Token) -> Token | None:
    """Whose a noun without possessor is: the subject of the verb whose object it is ("he made the claim that")."""
    verb = noun.head
    if verb.dep_ == "prep":
        verb = verb.head
    if noun.dep_ not in {"dobj", "pobj", "attr"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    return speaker(verb)


def carrier(verb: Token) -> Token | None:
    """The verb that puts out the document that a participle describes: "| issued | a statement saying"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.dep_ not in {"dobj", "conj"}:
        return None
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun.head if noun.dep_ == "dobj" and lemma(noun.head) in CARRYING_VERBS else None


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


def _beside_preposition(preposition: Token, depth: int) -> Token | None:
    head = preposition.head
    if head.dep_ == "advmod" and head.head.pos_ == "VERB":
        head = head.head
    if head.pos_ in {"VERB", "AUX"}:
        return subject(head) or speaker(head, depth - 1)
    owner = child(head, "poss")
    if owner is not None:
        return owner
    return holder(head)


def _modified(verb: Token) -> Token | None:
    """The noun that a participle describes, or whoever puts it out: "a report | saying"."""
    out = carrier(verb)
    if out is not None:
        return speaker(out)
    head = verb.head
    return head if head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _nominal(token: Token) -> bool:
    return token.pos_ in NOMINAL_PARTS or token.lower_ in NOMINAL_WORDS
