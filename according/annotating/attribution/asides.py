"""Parentheses that tell who speaks: ..., she said, ...; as the ministry put it, ..."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.attribution.lexicon import Entry, find_entry
from according.annotating.attribution.page import Found
from according.annotating.attribution.tree import child, lemma, reach, subject

ASIDE_RELATIONS = {"parataxis", "ccomp", "advcl"}
# The comma that closes a parenthesis follows its verb within so many tokens.
LONGEST_ASIDE = 8
# The tags of verbs that can carry a sentence; a participle may be one that the parse misread.
TELLING = {"VBD", "VBZ", "VBP", "MD", "VBN"}
# A parenthesis stands inside what is said: something to say it of before, and this many words after.
WORDS_AFTER = 2


def aside(verb: Token, entry: Entry) -> Found | None:
    """The clause that a parenthesis comments on: Y, X said, Z; as X said, Y."""
    as_clause = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children)
    allowed = "parenthesis" in entry.frames or (as_clause and "as" in entry.frames)
    if not allowed or verb.dep_ not in ASIDE_RELATIONS or verb.head.pos_ not in {"VERB", "AUX"}:
        return None
    if not as_clause and (verb.dep_ == "advcl" or not _set_off(verb) or _is_spoken(verb)):
        return None
    content = reach(verb.head)
    if _interrupts(verb):
        content |= frozenset(range(verb.sent.start, verb.sent.end))
    return Found(content - reach(verb))


def interruption(verb: Token, entry: Entry) -> Found | None:
    """The bridge, X said, is Y: read from the commas where the parse does not see the parenthesis."""
    who = subject(verb)
    if "parenthesis" not in entry.frames or who is None or who.i > verb.i:
        return None
    doc, first, sentence = verb.doc, who.left_edge.i, verb.sent
    comma = next((i for i in range(verb.i + 1, min(verb.i + LONGEST_ASIDE, sentence.end)) if doc[i].text == ","), None)
    if comma is None or first - 2 < sentence.start or doc[first - 1].text != ",":
        return None
    before, after = range(sentence.start, first), range(comma + 1, sentence.end)
    if sum(doc[i].is_alpha for i in after) < WORDS_AFTER or not any(
        doc[i].pos_ in {"NOUN", "PROPN", "PRON"} for i in before
    ):
        return None
    return Found(frozenset((*before, *after)))


def closing(verb: Token, entry: Entry) -> Found | None:
    """The bridge held, X said: read from the comma where the parse takes what is said for no clause."""
    who, sentence, doc = subject(verb), verb.sent, verb.doc
    if "parenthesis" not in entry.frames or who is None or who.i > verb.i or verb.dep_ != "ROOT":
        return None
    ends = all(t.is_punct or t.is_space for t in doc[verb.i + 1 : sentence.end])
    comma = who.left_edge.i - 1 if who.dep_ == "nsubj" else 0
    said = range(sentence.start, max(comma, sentence.start))
    if not ends or doc[comma].text != "," or not any(doc[i].tag_ in TELLING for i in said):
        return None
    return Found(frozenset(said))


def is_comment(verb: Token) -> bool:
    """Whether a clause is itself the aside that tells who speaks: "..., he said."."""
    entry = find_entry(lemma(verb), verb.pos_)
    return entry is not None and "parenthesis" in entry.frames and child(verb, "ccomp") is None and _set_off(verb)


def _is_spoken(verb: Token) -> bool:
    """Whether the clause is what its head says, and not the other way round: "We are asking," he said."""
    entry = find_entry(lemma(verb.head), verb.head.pos_)
    return verb.dep_ == "ccomp" and entry is not None and "clause" in entry.frames and verb.i < verb.head.i


def _interrupts(verb: Token) -> bool:
    """Whether an aside stands between two commas in the middle of its sentence."""
    doc, first, last = verb.doc, verb.left_edge.i, verb.right_edge.i
    if first <= verb.sent.start or last + 2 >= verb.sent.end:
        return False
    return "," in {doc[first].text, doc[first - 1].text} and "," in {doc[last].text, doc[last + 1].text}


def _set_off(verb: Token) -> bool:
    """Whether the clause of a verb stands between marks, or between a mark and the end."""
    doc, first, last = verb.doc, verb.left_edge.i, verb.right_edge.i
    before = doc[first].is_punct or (first > 0 and doc[first - 1].is_punct)
    after = doc[last].is_punct or last + 1 == len(doc) or doc[last + 1].is_punct or doc[last + 1].is_space
    return before and after
