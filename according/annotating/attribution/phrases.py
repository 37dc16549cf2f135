"""Contents of cues that are no predicates: according to X, in polls, reportedly, "X: ..."."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.attribution.page import NONE, Cue, Draft, Page, Tokens
from according.annotating.attribution.tree import child, clean, phrase, reach


def draft_according(page: Page, cue: Cue) -> Draft | None:
    """According to X, Y: what the phrase comments on, without the phrase."""
    word = page.doc[cue.head]
    to = next((c for c in word.children if c.lower_ == "to"), None) or word
    named = child(to, "pobj")
    if named is None:
        return None
    source = clean(page.doc, _bounded(page, word, named))
    around = reach(word) | source
    content = clean(page.doc, _commented(word) - around)
    return Draft(cue, source - cue.tokens, content, "according") if content else None


def draft_poll(page: Page, cue: Cue) -> Draft | None:
    """In a survey, Y."""
    word = page.doc[cue.head]
    named = child(word, "pobj")
    if named is None:
        return None
    content = clean(page.doc, _commented(word) - reach(word))
    return Draft(cue, clean(page.doc, phrase(named)), content, "poll") if content else None


def draft_adverb(page: Page, cue: Cue) -> Draft | None:
    """Y reportedly Z: the clause of the adverb, and nobody named."""
    word = page.doc[cue.head]
    head = word.head
    if head == word or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return None
    content = clean(page.doc, reach(head) - cue.tokens)
    if head.dep_ in {"relcl", "acl"}:
        content |= phrase(head.head) - reach(head)
    return Draft(cue, NONE, content - cue.tokens, "adverb") if content else None


def draft_byline(page: Page, cue: Cue) -> Draft | None:
    """X: Y, and X - Y at the start of a block: a transcript, a headline."""
    first, end = page.blocks[page.block_at[cue.head]]
    source = clean(page.doc, range(first, min(cue.tokens)))
    content = clean(page.doc, range(max(cue.tokens) + 1, end))
    return Draft(cue, source, content, "byline") if source and content else None


def _commented(word: Token) -> Tokens:
    """The clause that an adverbial phrase comments on."""
    head = word.head
    while (
        head.dep_ in {"pobj", "prep", "amod", "compound", "dobj", "attr", "nsubj", "appos", "npadvmod"}
        and head.head != head
    ):
        if head.dep_ == "nsubj" and head.i > word.i:
            break
        head = head.head
    return reach(head)


def _bounded(page: Page, word: Token, named: Token) -> Tokens:
    """The name after "according to", not beyond the comma that closes the phrase at the start of a sentence."""
    tokens = phrase(named)
    starts_sentence = word.i == word.sent.start or (word.i == word.sent.start + 1)
    if not starts_sentence:
        return tokens
    return tokens
