"""What a number counts, told by the noun that it stands with and by what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from according.annotating.quantities import kinds
from according.annotating.quantities.numerals import Numeral
from according.annotating.quantities.predicates import Phrase, Told, governor_of, is_human, lemma, told
from according.model import Span

NUMBER_DEPS = frozenset({"nummod", "det", "amod", "compound", "quantmod", "nmod", "poss"})
DEFINITE = frozenset("the them whom those these which".split())
# Where one of these stands in the sentence, "no casualties" is not a count of none: it tells of reports or of a period.
UNCOUNTED = frozenset(
    "report reports reported word since yet far immediate immediately longer confirmed known if".split()
)
EXTRA = frozenset({"more", "additional", "further", "extra", "other"})
# Counts that "no one", "no civilians" and "another" can be of; of other things they are no figures.
CASUALTIES = frozenset({"killed", "wounded", "casualties", "hospitalised", "missing", "arrested", "abducted"})
# "One of the two pilots died": two is how many there are, not how many died.
_WHOLE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|many|several|none|half|few|each|neither|both)"
    r"\s+of\s+(?:the|his|her|its|their|these|those)\s+(?:other\s+|first\s+|last\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """What a number counts."""

    counts: str
    of: Span | None
    unit: str
    governor: Token | None  # the word that says what is done or undergone


def count(doc: Doc, numeral: Numeral, start: int) -> Count | None:
    """What the number counts, or None when it counts nothing that we know; ``start`` is where its modifiers begin."""
    number = doc.char_span(*numeral.span, alignment_mode="expand")
    before = doc.char_span(start, numeral.span.end, alignment_mode="expand")
    if number is None or before is None or _is_pronoun(doc, number) or _is_idle_special(doc, numeral, number):
        return None
    phrase = _phrase(doc, number)
    if _is_hyphened(doc, phrase) or (phrase.noun is not None and lemma(phrase.noun) in kinds.NEVER_COUNTED):
        return None
    kind, governor = _kind(doc, phrase, before.start)
    if kind is None or (numeral.special and kind not in CASUALTIES) or _is_idle(phrase, kind, governor):
        return None
    if kind in kinds.PEOPLE_KINDS - {"people"} and _WHOLE.search(
        doc[max(0, before.start - 6) : before.start].text_with_ws
    ):
        return None
    return Count(kind, _of(doc, phrase, kind), _unit(phrase, kind), governor)


def predicate(governor: Token | None) -> str:
    """The lemma of what is done or undergone; empty where the word says nothing ("there are", "have")."""
    if governor is None or lemma(governor) in kinds.EMPTY_VERBS or not governor.text.isalpha():
        return ""
    return lemma(governor)


def _is_pronoun(doc: Doc, number: Tokens) -> bool:
    """Whether "one" counts nothing: "one of the", "one another", "that one", "(one a woman)"."""
    if number.text.lower() != "one":
        return False
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    before = doc[number.start - 1].lower_ if number.start else ""
    if before in kinds.OPENERS and number.root.dep_ in {"nsubj", "nsubjpass"}:  # "when one is killed, all of us lose"
        return True
    if number.root.dep_ == "nummod":
        return number.root.head.dep_ == "poss"  # "one coach's life"
    return after in {"a", "an", "of", "another", "by", "day", "-", "’s", "'s"} or before in {
        "any", "every", "some", "each", "this", "that", "which", "the", "another",
    }  # fmt: skip


def _is_idle_special(doc: Doc, numeral: Numeral, number: Tokens) -> bool:
    """Whether it counts nothing: "another 40" counts 40; what is not "reported" is not counted as none."""
    if numeral.special == "another":
        return number.end < len(doc) and (doc[number.end].like_num or doc[number.end].pos_ == "NUM")
    return numeral.special == "none" and any(t.lower_ in UNCOUNTED for t in number.root.sent)


def _is_hyphened(doc: Doc, phrase: Phrase) -> bool:
    """Whether the number describes something else: "two-carriage tram", "10 times as many officers"."""
    end = phrase.number.end
    if end < len(doc) and doc[end].lower_ == "times":  # "10 times as many officers"
        return True
    return end < len(doc) and doc[end].text in {"-", "–", "‑"} and phrase.noun is not None


def _phrase(doc: Doc, number: Tokens) -> Phrase:
    """The noun that the number stands with: its head, or what follows "of" ("dozens of people")."""
    root, end = number.root, number.end
    if root.dep_ in NUMBER_DEPS and root.head.i >= end and root.head.i - end < 8:
        return Phrase(number, root.head, root.head.i + 1)
    if end < len(doc) and doc[end].lower_ == "of":
        noun = next((t for t in doc[end].children if t.dep_ == "pobj"), None)
        if end + 1 < len(doc) and doc[end + 1].lower_ in DEFINITE:  # part of a count: what follows is said of the part
            return Phrase(number, None, doc[end].right_edge.i + 1)
        return Phrase(number, noun, (noun.i if noun is not None else end) + 1)
    if end < len(doc) and doc[end].lower_ in EXTRA:
        return Phrase(number, None, end + 1)
    return Phrase(number, None, end)


def _kind(doc: Doc, phrase: Phrase, start: int) -> Told:
    """The kind of count with the token that tells it."""
    noun = phrase.noun
    if noun is not None and _is_of_one(noun):
        return None, None
    if noun is not None and lemma(noun) in kinds.COUNT_NOUNS and not _befalls(noun):
        return kinds.COUNT_NOUNS[lemma(noun)], noun
    if noun is not None and lemma(noun) == "passenger" and _is_carried(noun):
        return "aboard", noun
    if noun is not None and lemma(noun) in kinds.THINGS and (not is_human(noun) or _is_model(doc, phrase)):
        return kinds.THINGS[lemma(noun)], governor_of(noun)
    kind, governor = told(doc, phrase, start)
    if kind in kinds.ALSO_TO_THINGS and noun is not None and noun.pos_ == "NOUN" and not is_human(noun):
        return None, None
    if kind:
        return kind, governor
    if noun is not None and is_human(noun):
        return "people", governor_of(noun)
    return None, None


def _is_of_one(noun: Token) -> bool:
    """Whether a count noun tells what befell one and the same: "two knee injuries", "three prior arrests"."""
    told = lemma(noun) in kinds.TOLD_OF_ONE
    return told and any(
        c.lower_ in kinds.KIND_OF_DEED or (c.dep_ == "compound" and not is_human(c)) for c in noun.children
    )


def _is_model(doc: Doc, phrase: Phrase) -> bool:
    """Whether a word for people or things is named by a type: "two B-1B bombers"."""
    end = phrase.noun.i if phrase.noun is not None else phrase.number.end
    return any(t.shape_.startswith("X") and "d" in t.shape_ for t in doc[phrase.number.end : end])


def _befalls(noun: Token) -> bool:
    """Whether a count noun is itself what something befell: "12 passengers were killed"."""
    return noun.dep_ == "nsubjpass" or any(lemma(c) in kinds.UNDERGONE for c in noun.children if c.dep_ == "acl")


def _is_carried(passenger: Token) -> bool:
    """Whether passengers are said to be on board of something: "a plane with 226 passengers"."""
    head = passenger.head
    return (passenger.dep_ == "dobj" and lemma(head) in kinds.CARRYING) or (
        passenger.dep_ == "pobj" and head.lower_ in {"with", "carrying"}
    )


def _is_idle(phrase: Phrase, kind: str, governor: Token | None) -> bool:
    """Counts of nobody in particular: "two officials said", "one man"."""
    if kind != "people":
        return False
    return phrase.number.text.lower() == "one" or (governor is not None and lemma(governor) in kinds.SAYING)


def _unit(phrase: Phrase, kind: str) -> str:
    if kind not in kinds.PEOPLE_KINDS:
        return kind
    return lemma(phrase.noun) if phrase.noun is not None and lemma(phrase.noun) in kinds.ANIMALS else "people"


def _is_count(noun: Token) -> bool:
    return lemma(noun) in kinds.COUNT_NOUNS or lemma(noun) in kinds.BEING or noun.pos_ in {"ADJ", "VERB", "NUM"}


def _of(doc: Doc, phrase: Phrase, kind: str) -> Span | None:
    """The words that say of whom: from behind the number to its noun, and "of ..." where a name follows."""
    noun = phrase.noun
    if noun is None:
        return None
    first = phrase.number.end
    while first < noun.i and (
        doc[first].lower_ in {"of", "more", "additional", "further", "extra", "-"} or doc[first].dep_ in {"det", "poss"}
    ):
        first += 1
    last = noun.i
    if kind in kinds.PEOPLE_KINDS and (_is_count(noun) and kind != "aboard"):
        last -= 1  # "12 civilian deaths": of civilians
    if last < first:
        return None
    return Span(doc[first].idx, doc[_with_name(doc, last, noun)].idx + len(doc[_with_name(doc, last, noun)]))


def _with_name(doc: Doc, last: int, noun: Token) -> int:
    """Where "soldiers of the Syrian army" ends: a short "of" with a name belongs to the people counted."""
    if last != noun.i or last + 1 >= len(doc) or doc[last + 1].lower_ != "of":
        return last
    name = next((t for t in doc[last + 1].children if t.dep_ == "pobj"), None)
    named = name is not None and name.i - last <= 6 and any(t.pos_ == "PROPN" for t in doc[last + 2 : name.i + 1])
    return name.i if name is not None and named else last
