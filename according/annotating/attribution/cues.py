"""Finding cues: which words of a page may attribute something. A learned tagger can stand beside these rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from according.annotating.attribution.lexicon import Entry, find_entry, lemmas
from according.annotating.attribution.page import Cue, Page
from according.annotating.attribution.silence import stopping_short, unheard, unreached, withheld
from according.annotating.attribution.sources import name_at
from according.annotating.attribution.speakers import CARRYING_VERBS
from according.annotating.attribution.tree import child, group, lemma
from according.annotating.attribution.turns import BYLINE, DASHES, LONGEST_BYLINE, STANDING, outside_brackets, turns
from according.model import SILENT, BlockKind, Label

ACCORDING = Entry("according", "prep", "says", frozenset({"according"}), frozenset(), {})
OPINION = Entry("opinion", "prep", "believes", frozenset({"opinion"}), frozenset(), {})
POLL = Entry("in", "prep", "finds", frozenset({"poll"}), frozenset(), {})
PICTURE = Entry("video", "noun", "shows", frozenset({"picture"}), frozenset(), {})
MORE = Entry("more", "phrase", "says", frozenset({"more"}), frozenset(), {})
SIGNATURE = Entry("-", "mark", "says", frozenset({"signature"}), frozenset(), {})

# The entity types of a name before the colon of a headline; a single surname is often left untyped.
NAMED_IN_HEADLINES = {"PERSON", "ORG", ""}
SHORTEST_SPEECH = 3
# Documents, and people without a name, that a colon makes speak.
SPEAKING_DOCUMENTS = frozenset("report poll study survey source police official ministry analysis witness".split())

# What one does with a picture to make it known, or by having it.
SHOWING_VERBS = CARRYING_VERBS | {"have", "obtain", "show", "carry"}
# What shows without saying.
PICTURES = {"video", "footage", "photo", "photograph", "picture", "image", "clip", "recording", "audio"}

# What somebody's opinion or account is called.
OPINIONS = {"opinion", "view", "words", "account", "estimation", "reckoning"}
# What is asked of many people, and says something by its numbers.
POLL_NOUNS = {"poll", "survey"}
# Words that bring in a survey of which the sentence then tells.
NEWLY_TOLD = {"a", "an", "another", "new", "latest", "recent"}


def find_cues(page: Page) -> list[Cue]:
    """All cues of a page, in text order; a mark that two rules see counts once."""
    found = {(cue.head, cue.entry.part): cue for rule in RULES for cue in rule(page)}
    return sorted(found.values(), key=lambda c: c.head)


def words(page: Page) -> Iterator[Cue]:
    """Verbs, nouns, adjectives and adverbs of the lexicon."""
    known = lemmas()
    for token in page.doc:
        if token.lemma_.lower() in known:
            entry = find_entry(token.lemma_.lower(), token.pos_)
            if entry and page.kind_at(token.i) not in SILENT:
                yield Cue(token.i, _tokens(token, entry), entry, entry.part)


def according(page: Page) -> Iterator[Cue]:
    """According to, per."""
    for token in page.doc:
        if token.lower_ == "according" and token.i + 1 < len(page.doc) and page.doc[token.i + 1].lower_ == "to":
            yield Cue(token.i, frozenset({token.i, token.i + 1}), ACCORDING, "according")
        elif token.lower_ == "per" and token.is_sent_start and _is_definite(child(token, "pobj")):
            yield Cue(token.i, frozenset({token.i}), ACCORDING, "according")


def opinions(page: Page) -> Iterator[Cue]:
    """In the opinion of X, in X's words, by X's account."""
    for token in page.doc:
        if token.lower_ in OPINIONS and token.dep_ == "pobj" and token.head.lower_ in {"in", "by"}:
            owned = child(token, "poss") is not None
            of = None if owned else next((c for c in token.rights if c.lower_ == "of"), None)
            if of is not None or owned:
                words = range(token.head.i, (of or token).i + 1)
                yield Cue(token.head.i, frozenset(words), OPINION, "opinion")


def mistagged(page: Page) -> Iterator[Cue]:
    """Y, the office assures: at the end of a sentence the verb is easily taken for a plural noun."""
    for sentence in page.doc.sents:
        last = next((t for t in reversed(list(sentence)) if not (t.is_punct or t.is_space or t.is_quote)), None)
        entry = find_entry(last.lemma_.lower(), "VERB") if last is not None and last.tag_ == "NNS" else None
        if last is not None and entry is not None and "parenthesis" in entry.frames:
            yield Cue(last.i, frozenset({last.i}), entry, "mistagged")


def announcing(page: Page) -> Iterator[Cue]:
    """Comment: X reports on Y. Before a preposition the verb of so short a line is easily taken for a plural noun."""
    for start, end in page.blocks:
        if page.kind_at(start) is not BlockKind.COMMENT:
            continue
        colon = next((i for i in range(start, end) if page.doc[i].text == ":"), end)
        for token in page.doc[colon + 2 : max(colon + 2, min(colon + LONGEST_BYLINE, end - 1))]:
            entry = find_entry(token.lemma_.lower(), "VERB") if token.tag_ == "NNS" else None
            if entry is not None and token.nbor().lower_ in entry.openers:
                yield Cue(token.i, frozenset({token.i, token.i + 1}), entry, "announcing")
                break


def polls(page: Page) -> Iterator[Cue]:
    """In a poll, in surveys."""
    for token in page.doc:
        one = token.lower_ in POLL_NOUNS and token.dep_ == "pobj" and token.head.lower_ == "in"
        if one and (token.head.is_sent_start or any(c.lower_ in NEWLY_TOLD for c in token.lefts)):
            yield Cue(token.head.i, frozenset({token.head.i}), POLL, "poll")


def pictures(page: Page) -> Iterator[Cue]:
    """X provides video of, X published footage of."""
    for token in page.doc:
        if token.lemma_.lower() not in PICTURES or token.dep_ != "dobj" or lemma(token.head) not in SHOWING_VERBS:
            continue
        of = next((c for c in token.rights if c.lower_ == "of"), None)
        if of is not None and token.head.i < token.i:
            yield Cue(token.head.i, frozenset(range(min(group(token.head)), of.i + 1)), PICTURE, "picture")


def more(page: Page) -> Iterator[Cue]:
    """More from X: how a compilation passes on the next piece of an outlet."""
    for token in page.doc:
        opens = token.is_sent_start or (token.i and page.doc[token.i - 1].text == ":")
        if opens and token.lower_ == "more" and token.i + 2 < len(page.doc) and page.doc[token.i + 1].lower_ == "from":
            yield Cue(token.i, frozenset({token.i, token.i + 1}), MORE, "more")


def bylines(page: Page) -> Iterator[Cue]:
    """NAME: at the start of a block or before a quotation, as in transcripts and headlines."""
    for start, end in page.blocks:
        first = next((i for i in range(start, end) if not page.doc[i].is_quote), end)
        for i in range(first + 1, min(first + LONGEST_BYLINE, end - 1)):
            if page.doc[i].text == ":":
                if _speaks(page, first, i, end):
                    yield Cue(i, frozenset({i}), BYLINE, "byline")
                break


def signatures(page: Page) -> Iterator[Cue]:
    """A dash and a name after a quotation, at the end of its block: "..." - Jane Doe."""
    ends = {q.end for q in page.quotes if not q.continues}
    for _, end in page.blocks:
        for i in range(max(0, end - LONGEST_BYLINE), end - 1):
            if i in ends and page.doc[i].text in DASHES and page.doc[i + 1].pos_ == "PROPN":
                yield Cue(i, frozenset({i}), SIGNATURE, "signature")


def _is_definite(noun: Token | None) -> bool:
    """Whether a noun means one thing or person in particular: "per the harbour master", not "per passenger"."""
    return noun is not None and (noun.pos_ == "PROPN" or child(noun, "det", "poss") is not None)


def _speaks(page: Page, first: int, colon: int, end: int) -> bool:
    """Whether a block is what the words before its colon say: a transcript's capitals, a headline, a quotation."""
    words = outside_brackets(page, first, colon)
    spoken = sum(page.doc[i].is_alpha for i in range(colon + 1, end))
    if not words or spoken < SHORTEST_SPEECH or page.kind_at(colon) in SILENT | {BlockKind.COMMENT}:
        return False
    if words[-1].lower_ in STANDING or any(w.is_digit for w in words):
        return False
    if all(w.is_upper and len(w) > 1 for w in words):
        return True
    if any(w.pos_ in {"VERB", "AUX", "ADP", "PRON"} for w in words):
        return False
    opening = page.block_at[colon] == 0 or page.doc[colon + 1].is_quote
    named = (
        all(w.pos_ == "PROPN" or w.ent_type_ == "PERSON" for w in words) and words[-1].ent_type_ in NAMED_IN_HEADLINES
    )
    if not opening:
        return named and _is_spoken(page, words[-1], colon, end)
    return named or words[-1].lemma_.lower() in SPEAKING_DOCUMENTS


def _is_spoken(page: Page, word: Token, colon: int, end: int) -> bool:
    """Whether a sentence follows a name inside an article and is its bearer's: a person's, or one of "we"."""
    name = name_at(page, word)
    person = name.label is Label.PERSON if name is not None else word.ent_type_ == "PERSON"
    sentence = any(t.pos_ in {"VERB", "AUX"} for t in page.doc[colon + 1 : end])
    return sentence and (person or page.doc[colon + 1].lower_ in {"i", "we", "my", "our"})


RULES: tuple[Callable[[Page], Iterator[Cue]], ...] = (
    words,
    according,
    opinions,
    mistagged,
    announcing,
    polls,
    pictures,
    more,
    bylines,
    turns,
    signatures,
    withheld,
    stopping_short,
    unreached,
    unheard,
)


def _tokens(token: Token, entry: Entry) -> frozenset[int]:
    if entry.part == "verb":
        return group(token)
    if entry.part == "noun":
        determiner = child(token, "amod")
        return frozenset({token.i} | ({determiner.i} if determiner is not None and determiner.i < token.i else set()))
    return frozenset({token.i})
