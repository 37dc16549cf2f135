"""Sources that are none: what the words of a source name can say nothing, or is nobody in particular."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.attribution.page import Page, Tokens
from according.annotating.attribution.sources import ROLES, kind_of, main_word
from according.annotating.wordlists.kinds import kind_of_words, words_of
from according.model import SourceKind

# A source whose main word is of such a part of speech is a piece of a sentence, unless an article makes it a noun.
NO_NOUNS = {"ADP", "ADV", "AUX", "CCONJ", "PART", "SCONJ", "VERB"}
NOMINAL = {"DT", "PRP$", "POS"}


def can_speak(page: Page, tokens: Tokens) -> bool:
    """Whether a source is somebody, a body or a document: not "you", "violence", "the tram" or "in"."""
    word = main_word(page, tokens)
    if word is None or kind_of(page, tokens) is not SourceKind.UNNAMED:
        return True
    if word.pos_ in NO_NOUNS:
        return any(t.tag_ in NOMINAL for t in word.lefts)
    return not (_is_nobody(word, tokens) if word.lower_ in words_of("nobody") else _is_mute(word))


def _is_nobody(word: Token, tokens: Tokens) -> bool:
    """A pronoun without anything that tells whom it means: "one", not "one of the guards" or "those at the gate"."""
    telling = (t for t in word.doc[min(tokens) : max(tokens) + 1] if t.i in tokens and (t.is_alpha or t.like_num))
    return word.tag_ == "PRP" or all(t.lower_ in words_of("nobody") or t.lower_ == "the" for t in telling)


def _is_mute(word: Token) -> bool:
    """A noun for an act, a state or a thing; in a name of some body it may be anything."""
    forms = {word.lower_, word.lemma_.lower()}
    if word.text[:1].isupper() and not word.is_sent_start and word.left_edge == word:
        return False  # "Wines": a surname that the model takes for a noun
    if forms & (words_of("voiced") | ROLES) or any(kind_of_words([form]) for form in forms):
        return False
    endings = tuple(words_of("mute ending"))
    return bool(forms & words_of("mute")) or word.lemma_.lower().endswith(endings)
