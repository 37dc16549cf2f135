"""Contents of cues that are no predicates: according to X, in polls, reportedly, "X: ..."."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from according.annotating.attribution.page import NONE, Cue, Draft, Page, Tokens
from according.annotating.attribution.speakers import speaker
from according.annotating.attribution.tree import SUBJECTS, child, clean, phrase, reach

# A source between a comma and a verb that was taken for a noun has at most so many words.
LONGEST_SOURCE = 6
NAMING = {"PROPN", "DET", "NOUN", "ADJ", "NUM"}


def draft_according(page: Page, cue: Cue) -> Draft | None:
    """According to X, Y: what the phrase comments on, without the phrase."""
    word = page.doc[cue.head]
    to = next((c for c in word.children if c.lower_ == "to"), None) or word
    named = child(to, "pobj")
    if named is None:
        return None
    source = clean(page.doc, phrase(named))
    content = clean(page.doc, _around(word, reach(word) | source) - reach(word) - source)
    if not content or _swallows(page, source, content):
        source, content = _at_comma(page, word, to)
    return Draft(cue, source - cue.tokens, content, "according") if content else None


def _swallows(page: Page, source: Tokens, content: Tokens) -> bool:
    """Whether what looks like an apposition of the source is the subject that the clause after it lacks."""
    if not any(page.doc[i].text == "," for i in source) or max(source) > min(content):
        return False
    verbs = [page.doc[i] for i in content if page.doc[i].pos_ in {"VERB", "AUX"} and page.doc[i].head.i not in content]
    root = next((t for t in (page.doc[i] for i in sorted(content)) if t.dep_ == "ROOT"), None)
    verbs = [root] if root is not None else verbs
    return bool(verbs) and all(child(v, *SUBJECTS) is None for v in verbs)


def _at_comma(page: Page, word: Token, to: Token) -> tuple[Tokens, Tokens]:
    """Source and content where the parse hangs the whole sentence on the source: the first comma parts them."""
    comma = next((t.i for t in word.sent if t.i > to.i and t.text == ","), None)
    if comma is None:
        return NONE, NONE
    return clean(page.doc, range(to.i + 1, comma)), clean(page.doc, range(comma + 1, word.sent.end))


def draft_opinion(page: Page, cue: Cue) -> Draft | None:
    """In the opinion of X, Y; in X's view, Y."""
    word = page.doc[cue.head]
    noun = page.doc[max(i for i in cue.tokens if page.doc[i].head.i == cue.head or i == cue.head)]
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    named = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    if named is None:
        return None
    source = phrase(named) - {c.i for c in named.children if c.dep_ == "case"}
    content = clean(page.doc, _around(word, reach(word)) - reach(word))
    return Draft(replace(cue, tokens=cue.tokens - source), source, content, "opinion") if content else None


def draft_mistagged(page: Page, cue: Cue) -> Draft | None:
    """Y, the office assures: the words after the last comma are the source, those before it the content."""
    first = page.doc[cue.head].sent.start
    comma = next((i for i in range(cue.head - 1, first, -1) if page.doc[i].text == ","), None)
    if comma is None or not 0 < cue.head - comma - 1 <= LONGEST_SOURCE:
        return None
    source, content = clean(page.doc, range(comma + 1, cue.head)), clean(page.doc, range(first, comma))
    verb = any(page.doc[i].pos_ in {"VERB", "AUX"} for i in content)
    nominal = all(page.doc[i].pos_ in NAMING for i in source)
    return Draft(cue, source, content, "mistagged") if verb and nominal and source else None


def draft_announcing(page: Page, cue: Cue) -> Draft | None:
    """Comment: X reports on Y: the words after the colon are the source, those after the preposition the content."""
    start, end = page.blocks[page.block_at[cue.head]]
    colon = next(i for i in range(start, end) if page.doc[i].text == ":")
    source, content = clean(page.doc, range(colon + 1, cue.head)), clean(page.doc, range(cue.head + 2, end))
    nominal = all(page.doc[i].pos_ in NAMING or page.doc[i].text in {"-", ".", "'s", "’s"} for i in source)
    return Draft(cue, source, content, "announcing") if source and content and nominal else None


def draft_poll(page: Page, cue: Cue) -> Draft | None:
    """In a survey, Y."""
    word = page.doc[cue.head]
    named = child(word, "pobj")
    if named is None:
        return None
    content = clean(page.doc, _commented(word) - reach(word))
    return Draft(cue, clean(page.doc, phrase(named)), content, "poll") if content else None


def draft_picture(page: Page, cue: Cue) -> Draft | None:
    """X published footage of Y."""
    who, last = speaker(page.doc[cue.head]), max(cue.tokens)
    stop = next((t.i for t in page.doc[last].sent if t.i > last and t.is_punct), page.doc[last].sent.end)
    content = clean(page.doc, range(last + 1, stop))
    return Draft(cue, phrase(who), content, "picture") if who is not None and content else None


def draft_more(page: Page, cue: Cue) -> Draft | None:
    """More from X on Y, more from X detailing Y."""
    doc = page.doc
    _, end = page.blocks[page.block_at[cue.head]]
    start = max(cue.tokens) + 1
    stop = next((i for i in range(start, end) if doc[i].pos_ not in NAMING), end)
    source, content = clean(doc, range(start, stop)), clean(doc, range(stop + 1, end))
    if not source or not content or doc[stop].is_punct:
        return None
    return Draft(replace(cue, tokens=frozenset({*cue.tokens, stop})), source, content, "more")


def draft_adverb(page: Page, cue: Cue) -> Draft | None:
    """Y reportedly Z: the clause of the adverb, and nobody named."""
    word = page.doc[cue.head]
    head = word.head
    if head == word or head.pos_ not in {"VERB", "AUX"} or head.dep_ in {"acl", "amod"}:
        return None
    content = clean(page.doc, reach(head) - cue.tokens)
    return Draft(cue, NONE, content, "adverb") if content else None


def draft_byline(page: Page, cue: Cue) -> Draft | None:
    """X: Y at the start of a block: a transcript, a headline."""
    first, end = page.blocks[page.block_at[cue.head]]
    source = clean(page.doc, (i for i in range(first, cue.head) if not page.doc[i].is_quote))
    content = clean(page.doc, range(cue.head + 1, end))
    return Draft(cue, source, content, cue.rule) if source and content else None


def draft_signature(page: Page, cue: Cue) -> Draft | None:
    """Y - X: the quotation before the dash is what X said."""
    _, end = page.blocks[page.block_at[cue.head]]
    source = clean(page.doc, range(cue.head + 1, end))
    content = page.quotes[page.quote_at[cue.head - 1]].tokens
    return Draft(cue, source, content, "signature") if source else None


def _around(word: Token, whole: Tokens) -> Tokens:
    """What a phrase comments on: all of its sentence when it stands at either end of it, else its own clause."""
    sentence = word.sent
    first, last = min(whole), max(whole)
    ends = all(t.is_punct or t.is_space for t in word.doc[last + 1 : sentence.end])
    begins = all(t.is_punct or t.is_space or t.pos_ == "CCONJ" for t in word.doc[sentence.start : first])
    if (ends and not begins and word.doc[first - 1].text == ",") or (
        begins and not ends and _comma_after(word.doc, last)
    ):
        return frozenset(range(sentence.start, sentence.end))
    return _commented(word)


def _comma_after(doc: Doc, last: int) -> bool:
    return "," in {doc[last].text, doc[min(last + 1, len(doc) - 1)].text}


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
