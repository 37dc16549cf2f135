"""The sentences of an article, with the words that tell what each is about."""

from __future__ import annotations

from bisect import bisect_right

import spacy.tokens

from according.model import Article, Sentence, Span

# Universal parts of speech that carry a sentence's topic.
CONTENT_PARTS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})

# Verbs of saying and of no particular meaning: as frequent beside one story as beside another.
EMPTY_LEMMAS = frozenset(
    "say tell add report announce accord claim state note explain write ask make do take get give go come see know "
    "think want use be have let put keep begin start include such more most other many last next new".split()
)

# Days and months are read as times; as terms they would tie together whatever happened on a Friday.
CALENDAR_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

# Third-person pronouns and demonstratives; what they stand for is named in an earlier sentence.
BACKWARD_PRONOUNS = frozenset(
    "he she it they him her them his its their hers theirs this that these those himself herself itself themselves "
    "both neither".split()
)
BACKWARD_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "its", "their"})
# Words that may stand before the subject without telling anything: "But it ...", "“He ...".
OPENERS = frozenset(
    {"and", "but", "so", "then", "yet", "however", "also", "still", "for", "as", "in", "after", "before"}
)
# What hangs on a noun and names it for the first time: "the attack on the consulate", "the man who fell".
NAMING_RELATIONS = frozenset({"prep", "relcl", "acl", "appos", "poss", "nummod"})


def find_sentences(doc: spacy.tokens.Doc, article: Article) -> tuple[Sentence, ...]:
    """The sentences of ``doc`` in text order; runs of marks without a letter or digit are none."""
    starts = [b.span.start for b in article.blocks]
    found = []
    for sent in doc.sents:
        span = _trimmed(sent)
        if span is None:
            continue
        block = max(0, bisect_right(starts, span.start) - 1)
        found.append(Sentence(span, block, content_terms(sent), leans_back(sent)))
    return tuple(found)


def content_terms(sent: spacy.tokens.Span) -> tuple[str, ...]:
    """Lower-case lemmas of the content words, in order; names stay as written ("Bears" is not "bear")."""
    terms = (_term(t) for t in sent if t.pos_ in CONTENT_PARTS)
    return tuple(term for term in terms if term)


def leans_back(sent: spacy.tokens.Span) -> bool:
    """Whether the sentence opens with, or is about, something that only an earlier sentence names.

    >>> # "It was found.", "The attack killed two.", "“We won,” he said." lean back; "The mayor of Lyon left." does not.
    """
    words = [t for t in sent if not (t.is_space or t.is_punct or t.is_quote)]
    while words and words[0].lower_ in OPENERS and len(words) > 1:
        words = words[1:]
    if not words:
        return False
    return _is_backward(words[0]) or any(_is_backward(t) for t in sent.root.children if t.dep_.startswith("nsubj"))


def _is_backward(token: spacy.tokens.Token) -> bool:
    """A bare pronoun, or the head or determiner of a noun phrase that nothing introduces."""
    if token.lower_ in BACKWARD_PRONOUNS and token.pos_ in {"PRON", "DET"}:
        return True
    head = token.head if token.pos_ in {"DET", "PRON"} else token
    if head.pos_ != "NOUN":
        return False
    children = list(head.children)
    definite = any(t.lower_ in BACKWARD_DETERMINERS for t in children)
    return definite and not any(_names(t) for t in children)


def _names(child: spacy.tokens.Token) -> bool:
    """Whether a word tells by itself which one is meant: "the Turkish command", "the attack on the consulate"."""
    return child.dep_ in NAMING_RELATIONS or (child.text[0].isupper() and child.lower_ not in BACKWARD_DETERMINERS)


def _term(token: spacy.tokens.Token) -> str:
    """The word that stands for a token, empty when it tells nothing about the topic."""
    if token.pos_ == "PROPN":
        term = token.lower_.strip(".")
    elif token.is_stop:
        return ""
    else:
        term = token.lemma_.lower()
    useful = len(term) > 1 and term[0].isalpha() and term not in EMPTY_LEMMAS
    return term if useful and not (token.pos_ == "PROPN" and term in CALENDAR_WORDS) else ""


def _trimmed(sent: spacy.tokens.Span) -> Span | None:
    """The sentence's offsets without surrounding white space; None when it holds no letter or digit."""
    words = [t for t in sent if not t.is_space]
    if not any(c.isalnum() for t in words for c in t.text):
        return None
    return Span(words[0].idx, words[-1].idx + len(words[-1]))
