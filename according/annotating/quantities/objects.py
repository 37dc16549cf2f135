"""What a sum, a percentage or a measure is of: "30,000 cubic metres of sand", "a $5 billion charge"."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from according.annotating.quantities.measures import Measure
from according.annotating.quantities.predicates import governor_of, lemma
from according.model import Span

# Verbs that bring a sum to another, or something to a sum: "lowered its claim to 550 million".
CHANGES = frozenset("lower raise increase cut reduce put value estimate bring boost lift trim set price".split())
FRACTIONS = frozenset(
    {"half", "thirds", "third", "quarter", "quarters", "part", "rest", "most", "total", "some", "much", "all"}
)
MODIFIERS = frozenset({"compound", "nummod", "amod", "nmod", "quantmod", "poss"})


def measured_object(doc: Doc, measure: Measure) -> tuple[Span | None, Token | None]:
    """The words that say of what, and the word that says what is done with it."""
    words = doc.char_span(*measure.numeral.span, alignment_mode="expand")
    if words is None:
        return None, None
    root = words.root
    noun = _after(doc, words, measure) or _modified(words) or _before(root) or _changed(root)
    if noun is None:
        return None, governor_of(root)
    first = noun.i
    while first - 1 >= words.end and doc[first - 1].dep_ in MODIFIERS and doc[first - 1].head.i >= first:
        first -= 1
    span = Span(doc[first].idx, noun.idx + len(noun))
    return span, governor_of(root) or governor_of(noun)


def _after(doc: Doc, words: Tokens, measure: Measure) -> Token | None:
    """The noun of "of goods", and for money also of "in compensation"."""
    if words.end >= len(doc):
        return None
    link = doc[words.end]
    if link.lower_ != "of" and not (link.lower_ == "in" and measure.counts == "money"):
        return None
    noun = next((c for c in link.children if c.dep_ == "pobj"), None)
    if noun is None or noun.ent_type_ in {"DATE", "TIME"} or (link.lower_ == "in" and noun.pos_ == "PROPN"):
        return None
    return noun


def _modified(words: Tokens) -> Token | None:
    """The noun that the measure stands before: "400-metre container ship"."""
    head = words.root.head
    return head if words.root.dep_ in MODIFIERS and head.i >= words.end and head.pos_ in {"NOUN", "PROPN"} else None


def _before(root: Token) -> Token | None:
    """The noun that the measure stands behind: "a settlement of $120 million"."""
    if (
        root.dep_ == "pobj"
        and root.head.lower_ == "of"
        and root.head.head.pos_ == "NOUN"
        and root.head.head.lower_ not in FRACTIONS
    ):
        return root.head.head
    return None


def _changed(root: Token) -> Token | None:
    """The noun that is brought to the measure or put at it: "lowered its claim to 550 million"."""
    link = root.head
    if root.dep_ != "pobj" or link.lower_ not in {"to", "at"}:
        return None
    verb = link.head if lemma(link.head) in CHANGES else link.head.head
    return (
        next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        if lemma(verb) in CHANGES
        else None
    )
