"""Who says nothing, where the text says so: has yet to comment, could not be reached for comment, no comment from X."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from according.annotating.attribution.lexicon import Entry, find_entry
from according.annotating.attribution.page import Cue, Draft, Page
from according.annotating.attribution.tree import child, clean, group, lemma, passive, phrase, reach, subject

# What is put off or left undone is an infinitive, and joins the cue as in "declined to comment on | Y".
WITHHELD = Entry("withhold", "verb", "declines", frozenset({"inf"}), frozenset(), {})
SILENCE = Entry("silence", "phrase", "declines", frozenset(), frozenset(), {})

# What somebody was asked for when "not reached for" or "not available for" it.
ASKED_FOR = {"comment", "interview"}
# What there may be none of from somebody.
WORDS = {"comment", "response", "reaction", "reply", "word", "answer"}


def withheld(page: Page) -> Iterator[Cue]:
    """X has yet to say Y, X failed to respond to Y."""
    for token in page.doc:
        what = child(token, "xcomp") if lemma(token) in {"have", "fail"} else None
        entry = find_entry(lemma(what), "VERB") if what is not None and what.i > token.i else None
        if what is None or entry is None or passive(what):
            continue
        yet = next((c.i for c in token.rights if c.lower_ == "yet" and c.i < what.i), None)
        if lemma(token) == "fail" and entry.unanswered:
            yield Cue(token.i, group(token), WITHHELD, "verb")
        elif lemma(token) == "have" and yet is not None and (entry.speech or entry.unanswered):
            yield Cue(token.i, group(token) | {yet}, WITHHELD, "verb")


def stopping_short(page: Page) -> Iterator[Cue]:
    """X stopped short of saying Y."""
    for token in page.doc:
        stops = token.lower_ == "short" and lemma(token.head) == "stop" and token.i + 1 < len(page.doc)
        of = token.nbor() if stops and token.nbor().lower_ == "of" else None
        what = child(of, "pcomp") if of is not None else None
        entry = find_entry(lemma(what), "VERB") if what is not None else None
        if of is not None and what is not None and entry is not None:
            words = group(token.head) | {token.i, of.i} | group(what)
            openers = dict.fromkeys(entry.openers, "declines")
            yield Cue(what.i, words, replace(entry, stance="declines", openers=openers), "verb")


def unreached(page: Page) -> Iterator[Cue]:
    """X could not be reached for comment, X was unavailable for comment."""
    for token in page.doc:
        if lemma(token) not in ASKED_FOR or token.dep_ != "pobj" or token.head.lower_ != "for":
            continue
        word = token.head.head
        verb = word.head if word.dep_ == "acomp" else word
        denied = word.lower_ == "unavailable" or child(verb, "neg") is not None
        if denied and (word.lower_ in {"available", "unavailable"} or (lemma(word) == "reach" and passive(word))):
            words = group(verb) | group(word) | {token.head.i}
            yield Cue(verb.i, words, SILENCE, "unreached")


def unheard(page: Page) -> Iterator[Cue]:
    """There was no comment from X."""
    for token in page.doc:
        if lemma(token) in WORDS and token.dep_ == "attr" and child(token.head, "expl") is not None:
            no, source = child(token, "det"), child(token, "prep")
            if no is not None and no.lower_ == "no" and source is not None and source.lower_ == "from":
                words = {*range(token.head.left_edge.i, no.i + 1), source.i}
                yield Cue(token.i, frozenset(words), SILENCE, "unheard")


def draft_unreached(page: Page, cue: Cue) -> Draft | None:
    """The subject is the source, what it was asked for the content."""
    who, last = subject(page.doc[cue.head]), page.doc[max(cue.tokens)]
    what = _after(last)
    return Draft(cue, phrase(who), what, "silence") if who is not None and what else None


def draft_unheard(page: Page, cue: Cue) -> Draft | None:
    """Whom there is no word from, and what word that would be."""
    preposition = page.doc[max(cue.tokens)]
    source = _after(preposition)
    content = clean(page.doc, (i for i in reach(page.doc[cue.head]) - cue.tokens - reach(preposition)))
    return Draft(cue, source, content, "silence") if source and content else None


def _after(preposition: Token) -> frozenset[int]:
    what = child(preposition, "pobj")
    return phrase(what) if what is not None else frozenset()
