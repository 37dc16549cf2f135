"""Mending contents where the parse runs on: what follows a content is often the speaker's next act, not the content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from spacy.tokens import Token

from according.annotating.attribution.page import Draft, Page, Tokens
from according.annotating.attribution.tree import child, clean
from according.reading.datelines import DATELINE

# The tenses in which one speaker's acts are told side by side: "said ... and warned ...".
TOLD = {"VBD", "VBZ", "VBP"}
# What opens a clause in which somebody else takes up what was said.
COMMENT_OPENERS = {"relcl": {"which", "who", "that", "whom"}, "advcl": {"while", "whereas", "although", "though"}}
SAME_SPEAKER = {"he", "she", "it", "they", "i", "we"}
OPENERS = {"but", "and", "yet", "so", "or"}
RELATIVES_CUT = {"object", "opened", "noun", "infinitive"}
CONJUNCTIONS = {"and", "but", "or", "then"}


def mend(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts after every repair, in the order of the list below; a turn of a conversation is whole as it stands."""
    turns = {d.cue.head: d for d in drafts if d.rule == "turn"}
    for repair in REPAIRS:
        drafts = repair(page, drafts)
    return [turns.get(d.cue.head, d) for d in drafts]


def split_participles(page: Page, drafts: list[Draft]) -> list[Draft]:
    """X said Y, adding Z: adding is X's, and ends Y."""
    return _split(page, drafts, _participle)


def split_acts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """X said he would Y and warned of Z: warned stands beside said, not beside would."""
    return _split(page, drafts, _act)


def split_comments(page: Page, drafts: list[Draft]) -> list[Draft]:
    """X said Y, which Z denied; X said Y, while Z said W: another's word on it is not part of what X said."""
    return _split(page, drafts, _comment)


def cut_sentences(page: Page, drafts: list[Draft]) -> list[Draft]:
    """W; Y, X said: before a semicolon, or a colon with a quotation, stands a sentence that X did not say."""
    return [replace(d, content=_last_sentence(page, d)) for d in drafts]


def split_sentences(page: Page, drafts: list[Draft]) -> list[Draft]:
    """X said Y; Z spoke of W: after the semicolon another speaker begins."""
    return _split(page, drafts, _sentence)


def cut_conjunctions(page: Page, drafts: list[Draft]) -> list[Draft]:
    """X confirmed Y but | denied Z: the conjunction ties the acts, it was not said."""
    return [replace(d, content=_without_conjunction(page, d)) for d in drafts]


def cut_openers(page: Page, drafts: list[Draft]) -> list[Draft]:
    """But Y, X said: the conjunction ties the sentence to the one before and was not said."""
    return [replace(d, content=_without_opener(page, d)) for d in drafts]


def cut_relatives(page: Page, drafts: list[Draft]) -> list[Draft]:
    """X praised Y, which Z: the clause after the comma is the article's, unless it is quoted."""
    return [replace(d, content=_without_relative(page, d)) for d in drafts]


def cut_datelines(page: Page, drafts: list[Draft]) -> list[Draft]:
    """PORT ANSA (Wire) - Y, X said: where the report was written is no part of what was said, nor of who said it."""
    ends = {start: end for start, _ in page.blocks if (end := _dateline_end(page, start)) > start}
    return [
        replace(d, content=_behind_dateline(page, d.content, ends), source=_behind_dateline(page, d.source, ends))
        for d in drafts
    ]


REPAIRS: tuple[Callable[[Page, list[Draft]], list[Draft]], ...] = (
    split_participles,
    split_acts,
    split_comments,
    split_sentences,
    cut_sentences,
    cut_datelines,
    cut_openers,
    cut_relatives,
    cut_conjunctions,
)


def _comment(page: Page, outer: Draft, inner: Draft) -> int | None:
    verb = page.doc[inner.cue.head]
    start = verb.left_edge.i
    if verb.dep_ not in {"relcl", "advcl"} or page.quoted(verb.i) or start <= outer.cue.head + 1:
        return None
    if page.doc[start - 1].text != "," or page.doc[start].lower_ not in COMMENT_OPENERS[verb.dep_]:
        return None
    own = all(page.doc[i].lower_ not in COMMENT_OPENERS["relcl"] | SAME_SPEAKER for i in inner.source)
    return start if own and inner.source else None


def _sentence(page: Page, outer: Draft, inner: Draft) -> int | None:
    start = min((*inner.source, *inner.cue.tokens))
    apart = page.doc[start - 1].text == ";" and not page.quoted(start) and start > outer.cue.head
    return start if apart and inner.source and not inner.source & outer.source else None


def _without_conjunction(page: Page, draft: Draft) -> Tokens:
    last = max(draft.content, default=-1)
    if last < 0 or page.quoted(last) or page.doc[last].dep_ != "cc" or len(draft.content) == 1:
        return draft.content
    return clean(page.doc, draft.content - {last})


def _last_sentence(page: Page, draft: Draft) -> Tokens:
    if not draft.content or max(draft.content) > draft.cue.head:
        return draft.content
    ends = [i for i in draft.content if page.doc[i].text in {";", ":"} and not page.quoted(i)]
    ends = [i for i in ends if page.doc[i].text == ";" or page.quoted(i + 1)]
    return clean(page.doc, (i for i in draft.content if i > max(ends))) if ends else draft.content


def _dateline_end(page: Page, start: int) -> int:
    """The first token of a block behind its dateline."""
    dateline = DATELINE.match(page.doc.text, page.doc[start].idx) if start < len(page.doc) else None
    return next((t.i for t in page.doc[start:] if t.idx >= dateline.end()), start) if dateline else start


def _behind_dateline(page: Page, tokens: Tokens, ends: Mapping[int, int]) -> Tokens:
    end = ends.get(min(tokens, default=-1))
    return clean(page.doc, (i for i in tokens if i >= end)) if end else tokens


def _without_opener(page: Page, draft: Draft) -> Tokens:
    first = min(draft.content, default=-1)
    if first < 0 or page.quoted(first) or not page.doc[first].is_sent_start or page.doc[first].lower_ not in OPENERS:
        return draft.content
    return clean(page.doc, draft.content - {first})


def _without_relative(page: Page, draft: Draft) -> Tokens:
    last = max(draft.content, default=-1)
    if last < 0 or page.quoted(last) or draft.rule not in RELATIVES_CUT:
        return draft.content
    for i in sorted(draft.content, reverse=True):
        token = page.doc[i]
        begins = token.dep_ == "relcl" and token.right_edge.i >= last and page.doc[token.left_edge.i - 1].text == ","
        if begins and token.left_edge.i > min(draft.content) and token.left_edge.lower_ in {"which", "who", "where"}:
            return clean(page.doc, (k for k in draft.content if k < token.left_edge.i))
    return draft.content


def _split(page: Page, drafts: list[Draft], begins: Callable[[Page, Draft, Draft], int | None]) -> list[Draft]:
    """End each content where another draft begins inside it, and give that one the outer source if it has none."""
    result = {d.cue.head: d for d in drafts}
    for outer in drafts:
        for inner in drafts:
            if inner is outer or inner.cue.head not in outer.content:
                continue
            start = begins(page, outer, inner)
            if start is None:
                continue
            now = result[outer.cue.head]
            kept = clean(page.doc, (i for i in now.content if i < start))
            if not kept:
                continue
            result[outer.cue.head] = replace(now, content=kept)
            result[inner.cue.head] = _given(page, result[inner.cue.head], outer, start)
    return sorted(result.values(), key=lambda d: d.cue.head)


def _given(page: Page, inner: Draft, outer: Draft, start: int) -> Draft:
    own = any(start <= i for i in inner.source)
    content: Tokens = frozenset(i for i in inner.content if i >= start)
    return replace(
        inner, source=inner.source if own else outer.source, content=clean(page.doc, content) or inner.content
    )


def _participle(page: Page, outer: Draft, inner: Draft) -> int | None:
    verb = page.doc[inner.cue.head]
    if verb.tag_ != "VBG" or page.quoted(verb.i) or child(verb, "nsubj", "aux") is not None:
        return None
    start = min(verb.left_edge.i, *inner.cue.tokens)
    before = page.doc[start - 1].text if start else ""
    return start if before == "," and verb.i > outer.cue.head else None


def _act(page: Page, outer: Draft, inner: Draft) -> int | None:
    verb, speech = page.doc[inner.cue.head], page.doc[outer.cue.head]
    if verb.dep_ != "conj" or verb.tag_ not in TOLD or verb.tag_ != speech.tag_ or page.quoted(verb.i):
        return None
    if not _other_tense(verb.head, verb.tag_):
        return None
    start = verb.left_edge.i
    while start > outer.cue.head and page.doc[start].lower_ not in CONJUNCTIONS:
        start -= 1
    return start if start > outer.cue.head and verb.left_edge.i - start < 4 else None


def _other_tense(verb: Token, tag: str) -> bool:
    """Whether the verb before the conjunction is told in another tense: "he would", "they are", "it had failed"."""
    auxiliary = child(verb, "aux", "auxpass")
    if auxiliary is None:
        return verb.tag_ in TOLD | {"MD"} and verb.tag_ != tag
    return auxiliary.tag_ != tag or auxiliary.lower_ == "had"
