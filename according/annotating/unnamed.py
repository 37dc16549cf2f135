"""People and bodies without a name who take part: "at least seven people", "a gunman", "dozens of rescuers"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from according.annotating.clauses import first_of_list, is_central
from according.annotating.names.roles import role_of
from according.annotating.quantities.kinds import BEING, DONE, HUMAN, UNDERGONE
from according.annotating.wordlists.kinds import words_of
from according.model import Attribution, Label, Name, Role, Sentence, Span, Unnamed

LONGEST = 10  # words
ACTING = frozenset({Role.AGENT, Role.PATIENT})
# Nouns for many: whom they are made of stands behind "of", or they stand for people alone.
AMOUNTS = frozenset("dozen score hundred thousand million number".split())
CROWDS = frozenset("group team crowd gang band mob pair couple convoy party squad".split())
BODIES = frozenset("police troop force army authority government court jury militia navy".split())
NOBODY = frozenset({"casualty", "dead", "native", "local"})  # a count, or an adjective more often than somebody
BOUND = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "whose"})
# What hangs on a noun but does not name it: clauses, and what stands in brackets or behind a dash.
LOOSE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "parataxis", "punct", "preconj", "ccomp", "dep"})
NAMING_PREPOSITIONS = frozenset({"of", "from"})


def find_unnamed(
    doc: Doc, names: Sequence[Name], sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Unnamed, ...]:
    """The people and bodies without a name in ``doc`` who act or are acted upon; those who speak are sources."""
    named = {i for n in names for i in range(n.span.start, n.span.end)}
    called = {word.lower() for n in names for d in n.descriptions for word in d.of(doc.text).split()}
    starts = [s.span.start for s in sentences]
    found = []
    for token in doc:
        if token.idx in named or not _is_somebody(token):
            continue
        word, span = _governing(token), _span(token)
        role = role_of(word, Label.GROUP)
        if role in ACTING and not _is_told(word) and not _speaks(word, span, attributions):
            sentence = max(0, bisect_right(starts, span.start) - 1)
            telling = _is_telling(token) and token.lower_ not in called
            found.append(Unnamed(span, sentence, role, token.lemma_.lower(), is_central(word), telling))
    return tuple(found)


def _is_somebody(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma in HUMAN - NOBODY | BODIES:
        number = _governing(token)
        counted = number.lemma_ == "number" and any(c.lower_ == "the" for c in number.children)
        return token.dep_ != "compound" and not counted
    if lemma in AMOUNTS or token.pos_ == "NUM" or token.lower_ == "several":
        return _stands_for_people(token)
    return False


def _speaks(word: Token, span: Span, attributions: Sequence[Attribution]) -> bool:
    """Whether the people are the source of what their verb tells."""
    verb = Span(word.head.idx, word.head.idx + len(word.head))
    return any(any(c.overlaps(verb) for c in a.cue) and any(s.overlaps(span) for s in a.source) for a in attributions)


def _is_told(token: Token) -> bool:
    """Whether the word names those to whom something is said: "told reporters"."""
    return token.dep_ in {"dobj", "dative"} and token.head.lemma_.lower() in {"tell", "ask", "inform"}


def _stands_for_people(token: Token) -> bool:
    """Whether an amount without a noun counts people, by what befalls them: "dozens were injured", "killing four"."""
    if token.dep_ not in {"nsubj", "nsubjpass", "dobj", "conj"} or any(c.dep_ == "prep" for c in token.children):
        return False
    lemma = first_of_list(token).head.lemma_.lower()
    return lemma in UNDERGONE or lemma in DONE or lemma in BEING


def _governing(token: Token) -> Token:
    """The word whose part in the clause is that of the people: "dozens" of "dozens of rescuers"."""
    behind = token.head
    if token.dep_ == "pobj" and behind.lower_ == "of" and _is_amount(behind.head):
        return behind.head
    return token


def _is_amount(token: Token) -> bool:
    return token.pos_ == "NUM" or token.lemma_.lower() in AMOUNTS | CROWDS


def _span(token: Token) -> Span:
    """The noun phrase without clauses; of prepositions only those that name whom it means."""
    top = _governing(token)
    first, last = min(_left(token), _left(top)), token
    for child in token.children:
        kept = child.dep_ == "prep" and child.lower_ in NAMING_PREPOSITIONS and child.i == token.i + 1
        if kept and child.right_edge.i - first.i < LONGEST:
            last = child.right_edge
    while first.i < token.i and (last.i - first.i >= LONGEST or first.is_punct or first.is_space):
        first = first.nbor()
    return Span(first.idx, last.idx + len(last))


def _left(token: Token) -> Token:
    return min((c.left_edge for c in token.lefts if c.dep_ not in LOOSE), key=lambda t: t.i, default=token)


def _is_telling(token: Token) -> bool:
    """Whether the words alone tell who is meant: "a gunman", "two children", "the police", not "the man"."""
    described = any(c.dep_ in {"amod", "compound", "nummod", "nmod"} for c in token.children)
    if token.lemma_.lower() in BODIES:
        return True
    if token.lemma_.lower() in words_of("title") and not described:
        return token.tag_ == "NNS"
    return described or _governing(token) is not token or not any(c.lower_ in BOUND for c in token.children)
