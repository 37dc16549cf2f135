"""What is said of those whom a number counts: that they were killed, are missing, were taken to hospital."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from according.annotating.quantities import kinds

Told = tuple[str | None, Token | None]  # the kind of count and the word that tells it

PHRASE_LENGTH = 12  # tokens that a phrase such as "taken by helicopter to a nearby hospital" may have
_PHRASES = tuple((kind, re.compile(rf"(?:{form})\b", re.IGNORECASE)) for kind, form in kinds.PHRASES)
_TOLL = re.compile(
    r"\b(?:death\s+toll|toll|number\s+of\s+(?:the\s+)?(?P<what>\w+)(?:\s+people)?)\b(?:\s+\w+){0,6}?\s+"
    r"(?:to|at|of|is|was|reached|hit|from)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The number and its noun as tokens."""

    number: Tokens
    noun: Token | None
    end: int  # index of the first token after the phrase


def told(doc: Doc, phrase: Phrase, start: int) -> Told:
    """What befell the people counted; ``start`` is the first token of the number with its modifiers."""
    for rule in RULES:
        kind, governor = rule(doc, phrase, start)
        if kind:
            return _casualties(doc, kind, governor), governor
    return None, None


def _after(doc: Doc, phrase: Phrase, _start: int) -> Told:
    """The predicate that follows: "12 people were killed", "12 dead", "12 people taken to hospital"."""
    if phrase.noun is not None and lemma(phrase.noun) in kinds.BEING:
        return kinds.BEING[lemma(phrase.noun)], phrase.noun
    i = _past_conjuncts(doc, phrase)
    while i < len(doc) and i - phrase.end < 8 and doc[i].lower_ in kinds.FILLERS:
        i += 1
    if i >= len(doc):
        return None, None
    for j in range(_past_conjuncts(doc, phrase), i + 1):
        for kind, pattern in _PHRASES:
            if pattern.match(doc[j : j + PHRASE_LENGTH].text):
                return kind, doc[j]
    word = doc[i]
    if word.lower_ in kinds.BEING and not _is_adjective_of_another(word, phrase):
        return kinds.BEING[word.lower_], word
    if lemma(word) in kinds.DONE:
        return kinds.DONE[lemma(word)], word
    if lemma(word) in kinds.UNDERGONE and word.lower_ != lemma(word) and not _is_active(word):
        return kinds.UNDERGONE[lemma(word)], word
    return None, None


def _past_conjuncts(doc: Doc, phrase: Phrase) -> int:
    """Where the people counted end: behind "121 adults and children"."""
    end = phrase.end
    joined = end + 1 < len(doc) and doc[end].lower_ in {"and", "or"} and doc[end + 1].dep_ == "conj"
    return end + 2 if joined and phrase.noun is not None and doc[end + 1].head.i == phrase.noun.i else end


def _is_adjective_of_another(word: Token, phrase: Phrase) -> bool:
    """Whether the word belongs to what comes after it: "12 people injured others"."""
    return word.dep_ == "amod" and word.head.i > word.i and phrase.noun is not None


def _is_active(verb: Token) -> bool:
    """Whether a form in -ed or -ing has an object, so that its subject did it rather than underwent it."""
    deps = {c.dep_ for c in verb.children}
    return verb.lower_.endswith("ing") or bool(deps & {"dobj", "obj"} and not deps & {"auxpass", "nsubjpass"})


def _by_syntax(_doc: Doc, phrase: Phrase, _start: int) -> Told:
    """The predicate by the parse: subjects of passives, objects, clauses that follow, deeds ("the arrest of ...")."""
    head = phrase.noun if phrase.noun is not None else phrase.number.root
    for child in head.children:
        if child.dep_ == "amod" and child.lower_ in kinds.BEING:
            return kinds.BEING[child.lower_], child
        clause = child.dep_ == "acl" or (child.dep_ == "relcl" and _is_about_head(child))
        if clause and (kind := _verb_kind(child, undergone=_passive_clause(child))):
            return kind, child
    head = first_conjunct(head)
    verb = head.head
    if head.dep_ in {"nsubjpass", "dobj", "obj"} and (kind := _verb_kind(verb, undergone=True)):
        return kind, verb
    if head.dep_ == "nsubj" and (kind := _verb_kind(verb, undergone=False)):
        return kind, verb
    if head.dep_ in {"dobj", "obj"} and lemma(verb) == "lose" and lemma(head) in kinds.FORCES:
        return "casualties", verb
    if head.dep_ == "pobj" and verb.lower_ in {"of", "to"} and lemma(verb.head) in kinds.DEEDS:
        return kinds.DEEDS[lemma(verb.head)], verb.head
    if head.dep_ == "pobj" and verb.lower_ == "including" and verb.head.i != verb.i:
        return _by_syntax(_doc, Phrase(phrase.number, verb.head, phrase.end), _start)
    return None, None


def _is_about_head(verb: Token) -> bool:
    """Whether a relative clause is about the noun before it: "who were killed", not "of whom four were"."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.lower_ in {"who", "that", "which"}


def _passive_clause(verb: Token) -> bool:
    return verb.dep_ == "acl" or any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def _verb_kind(verb: Token, *, undergone: bool) -> str | None:
    """What a verb tells of those to whom it happens, or of those who do it."""
    if undergone:
        return kinds.UNDERGONE.get(lemma(verb))
    being = next((c for c in verb.children if c.dep_ in {"acomp", "oprd", "attr"} and c.lower_ in kinds.BEING), None)
    return kinds.BEING[being.lower_] if being is not None else kinds.DONE.get(lemma(verb))


def _before(doc: Doc, phrase: Phrase, start: int) -> Told:
    """The verb directly before the number: "killed at least 12", "killing 12", "leaving 12 dead"."""
    if not start:
        return None, None
    word = doc[start - 1]
    if lemma(word) in kinds.UNDERGONE and not any(c.dep_ in {"auxpass", "nsubjpass"} for c in word.children):
        human = phrase.noun is None or is_human(phrase.noun)
        return (kinds.UNDERGONE[lemma(word)], word) if human else (None, None)
    return None, None


def _toll(doc: Doc, phrase: Phrase, start: int) -> Told:
    """A total before the number: "the death toll rose to 12", "the number of injured is now 40"."""
    match = _TOLL.search(re.split(r"[.;:\n]", doc[max(0, start - 16) : start].text_with_ws)[-1])
    if not match or (phrase.noun is not None and not is_human(phrase.noun)):
        return None, None
    what = (match["what"] or "dead").lower()
    what = {"deaths": "dead", "fatalities": "dead", "casualties": "casualties", "arrests": "arrested"}.get(what, what)
    return ("casualties" if what == "casualties" else kinds.BEING.get(what)), None


def _casualties(doc: Doc, kind: str, governor: Token | None) -> str:
    """The kind, made wider where "killed or wounded" does not say how many of each."""
    if governor is None or kind not in {"killed", "wounded"} or governor.i + 2 >= len(doc):
        return kind
    link, second = doc[governor.i + 1], doc[governor.i + 2]
    other = kinds.UNDERGONE.get(lemma(second)) or kinds.BEING.get(second.lower_)
    last = doc[governor.i + 3].like_num if governor.i + 3 < len(doc) else False
    both = link.lower_ in {"and", "or"} and other in {"killed", "wounded"} and other != kind
    return "casualties" if both and not last else kind


def is_human(noun: Token) -> bool:
    """Whether a noun means people."""
    word = noun.lower_
    return lemma(noun) in kinds.HUMAN or noun.ent_type_ == "NORP" or word.endswith(("men", "women", "people"))


def lemma(token: Token) -> str:
    """The lower-case lemma; the word itself where a document has no lemmas."""
    return (token.lemma_ or token.text).lower()


def governor_of(noun: Token) -> Token | None:
    """The word that says what the counted things do or undergo."""
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"}:
            return child
    head = first_conjunct(noun)
    if head.dep_ in {"nsubj", "nsubjpass", "dobj", "obj"}:
        return head.head
    if head.dep_ == "pobj" and head.head.dep_ in {"prep", "agent"}:
        return head.head.head
    return None


def first_conjunct(token: Token) -> Token:
    """The first of coordinated nouns, which alone carries their part in the clause."""
    while token.dep_ in {"conj", "appos"} and token.head.i < token.i and token.head.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


RULES: tuple[Callable[[Doc, Phrase, int], Told], ...] = (_after, _by_syntax, _before, _toll)
