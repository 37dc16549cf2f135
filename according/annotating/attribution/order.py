"""Who speaks and what is said, read from the order of words where the parse is lost, as beside long quotations."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.attribution.page import NONE, Page, Tokens
from according.annotating.attribution.tree import child, clean, group

# A speaker between a quotation and its verb has at most so many words, marks included.
LONGEST_SPEAKER = 16
FINITE = {"VBD", "VBZ", "VBP", "MD"}
NAMING = {"NOUN", "PROPN", "PRON"}
PARTS = NAMING | {"ADJ", "DET", "NUM", "CCONJ", "PART"}
# What joins the parts of a name or title: of the ministry, R-Ohio, (D-Md.).
JOINTS = {"of", "for", "-", "(", ")", "&", "at", "from"}
# Fewer words than this are no speech.
SHORTEST_AFTER, SHORTEST_BEFORE = 3, 2
# What follows a verb at the end of its sentence, a day or who is told, has at most so many words.
LONGEST_END = 6


def find_speaker(page: Page, verb: Token) -> Tokens:
    """Who speaks beside a quotation ("...," X said; "...," said X), before a colon, or between commas."""
    own = group(verb)
    if page.quoted(verb.i) or not any(page.doc[i].tag_ in FINITE for i in own):
        return NONE
    start = _quotation_end(page, min(own))
    if start is not None and all(page.doc[i].is_punct or page.doc[i].is_space for i in range(start, min(own))):
        return _phrase(page, max(own) + 1)
    if start is not None:
        return _between(page, start, min(own))
    if verb.is_sent_start:
        found = _phrase(page, verb.i + 1)
        return found if found and page.doc[max(found) + 1].text == ":" else NONE
    return _beyond_comma(page, verb, own)


def find_last(page: Page, verb: Token) -> Tokens:
    """Who speaks at a sentence's end where the parse gives them to other words: Y, X said; Y, X, who is Z, said."""
    sentence, start = verb.sent, verb.i
    if verb.tag_ not in {"VBD", "VBN"} or page.quoted(start) or child(verb, "nsubj", "nsubjpass", "aux"):
        return NONE
    after = range(start + 1, sentence.end)
    if _finite(page, after) or _words(page, after) > LONGEST_END:
        return NONE
    commas = [t.i for t in sentence if t.text == "," and t.i < start]
    if len(commas) >= 3 and commas[-1] == start - 1 and _describes(page, commas[-2] + 1, start):
        told, end = commas[-3], commas[-2]
    elif commas and commas[-1] < start - 1:
        told, end = commas[-1], start
    else:
        return NONE
    speaker = _phrase(page, told + 1)
    return speaker if speaker and max(speaker) + 1 == end and _finite(page, range(sentence.start, told)) else NONE


def find_content(page: Page, own: Tokens) -> Tokens:
    """What stands after source and cue, before their comma, or around them: X said Y; Y, X said; Y, X said, Z."""
    sentence = page.doc[min(own)].sent
    end = min(sentence.end, page.blocks[page.block_at[min(own)]][1])
    before, after = range(sentence.start, min(own)), range(max(own) + 1, end)
    aside = min(own) > sentence.start and page.doc[min(own) - 1].text == ","
    told, first = clean(page.doc, after), clean(page.doc, before)
    if not aside:
        return told if _words(page, told) >= SHORTEST_AFTER and _finite(page, told) else NONE
    if after and page.doc[after[0]].text == "," and _words(page, told) >= SHORTEST_BEFORE and _finite(page, told):
        return first | told
    circumstance = page.doc[sentence.start].pos_ in {"ADP", "ADV"} and not _finite(page, first)
    return NONE if _finite(page, after) or circumstance or _words(page, first) < SHORTEST_BEFORE else first


def _quotation_end(page: Page, before: int) -> int | None:
    """Where the last quotation before a verb ends, in its block and near to it."""
    first, _ = page.blocks[page.block_at[before]]
    nearest = range(before - 1, max(first, before - LONGEST_SPEAKER - 2) - 1, -1)
    return next((i + 1 for i in nearest if page.quoted(i)), None)


def _between(page: Page, start: int, end: int) -> Tokens:
    """The speaker between a quotation and a verb, when nothing else happens there."""
    words = page.doc[start:end]
    if len(words) > LONGEST_SPEAKER or any(t.pos_ in {"VERB", "AUX", "SCONJ"} for t in words):
        return NONE
    found = clean(page.doc, range(start, end))
    return found if _names(page, found) and page.doc[min(found)].pos_ in PARTS - {"CCONJ"} else NONE


def _beyond_comma(page: Page, verb: Token, own: Tokens) -> Tokens:
    """X, who is Y, said; Z, said X: the phrase that opens the sentence, or the one after the verb that ends it."""
    sentence = verb.sent
    if min(own) <= sentence.start or page.doc[min(own) - 1].text != ",":
        return NONE
    following = _phrase(page, max(own) + 1)
    if following and page.doc[max(own) + 1].pos_ != "PRON" and page.doc[max(following) + 1].text in {",", "."}:
        return following
    first = sentence.start
    if page.doc[first].pos_ in {"ADP", "ADV", "SCONJ"}:
        first = next((t.i + 1 for t in sentence if t.text == ","), min(own))
    opening = _phrase(page, first)
    return opening if opening and page.doc[max(opening) + 1].text == "," and max(opening) + 1 < min(own) else NONE


def _describes(page: Page, start: int, end: int) -> bool:
    """Whether words between commas say who somebody is: a monitor based in Britain; who asked not to be named."""
    first = page.doc[start]
    return first.lower_ in {"who", "which"} or (first.pos_ in {"DET", "NOUN"} and not _finite(page, range(start, end)))


def _phrase(page: Page, start: int) -> Tokens:
    """The noun phrase that begins at a token, by parts of speech alone."""
    end = start
    while end < len(page.doc) - 1 and (page.doc[end].pos_ in PARTS or page.doc[end].text in JOINTS):
        end += 1
    found = clean(page.doc, range(start, end))
    return found if _names(page, found) else NONE


def _names(page: Page, tokens: Tokens) -> bool:
    return any(page.doc[i].pos_ in NAMING for i in tokens)


def _words(page: Page, tokens: Tokens | range) -> int:
    return sum(page.doc[i].is_alpha for i in tokens)


def _finite(page: Page, tokens: Tokens | range) -> bool:
    return any(page.doc[i].tag_ in FINITE and not page.quoted(i) for i in tokens)
