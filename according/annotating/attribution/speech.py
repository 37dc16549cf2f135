"""Quotations: a content takes in the whole of every quotation that it touches, and those that follow it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from according.annotating.attribution.lexicon import Entry
from according.annotating.attribution.order import FINITE, find_content
from according.annotating.attribution.page import NONE, Cue, Draft, Page, Quote, Tokens
from according.annotating.attribution.tree import child, clean
from according.model import BlockKind

FLOATING = Entry("", "mark", "says", frozenset({"floating"}), frozenset(), {})
# A quotation without cue is speech when it has so many words.
FLOATING_WORDS = 4
# Words in a title that may stay small are no longer than this.
LONGEST_PARTICLE = 4
# A quotation of fewer tokens, marks included, is a term and not speech.
SHORTEST_SPEECH = 4


def take_quotations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Each draft with the quotations that its words belong to."""
    grown = [_whole(page, d) for d in drafts]
    outer = [d for d in grown if not page.quoted(d.cue.head)]
    taken = {page.quote_at[i] for d in outer for i in d.content} - {-1}
    grown = [_adjacent(page, d, taken) for d in sorted(grown, key=lambda d: d.cue.head)]
    return [_run_over(page, d, taken) for d in grown if d.content]


def _run_over(page: Page, draft: Draft, taken: set[int]) -> Draft:
    """The paragraphs into which a quotation runs that its first paragraph does not close."""
    content = draft.content
    at = page.quote_at[max(content)]
    while 0 <= at < len(page.quotes) - 1 and page.quotes[at].continues and at + 1 not in taken:
        at += 1
        taken.add(at)
        content |= page.quotes[at].tokens
    return replace(draft, content=content)


def find_floating(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Quotations without a cue of their own go on from the last speaker who was quoted, in the block or the one before.

    They are drafts without cue words: nobody says who speaks, the order of telling does.
    """
    outer = [d for d in drafts if not page.quoted(d.cue.head)]
    covered = frozenset().union(*(d.content | d.source | d.cue.tokens for d in outer))
    found: list[Draft] = []
    for quote in page.quotes:
        if quote.tokens & covered or not _stands_alone(page, quote):
            continue
        told = [*outer, *found]
        last = _last_quoted(page, told, quote.start) or _last_heard(page, told, quote.start)
        if last is not None:
            cue = Cue(quote.start, NONE, FLOATING, "floating quotation")
            found.append(Draft(cue, last.source, quote.tokens, "floating quotation"))
    spoken = frozenset().union(*(d.content for d in found))
    kept = [d for d in drafts if d.cue.head not in spoken]  # what a speaker tells of others is part of the speech
    return sorted([*kept, *found], key=lambda d: d.cue.head)


def _stands_alone(page: Page, quote: Quote) -> bool:
    """Whether a quotation is sentences of its own, not a term or part of one."""
    words = sum(page.doc[i].is_alpha for i in range(quote.start, quote.end))
    first, end = page.blocks[page.block_at[quote.start]]
    if page.kind_at(quote.start) is BlockKind.HEADING or _titled(page, quote):
        return False
    opens = quote.start == first or page.quoted(quote.start - 1) or page.doc[quote.start - 1].text in {".", "!", "?"}
    closes = quote.end >= end or page.quoted(quote.end) or bool(page.doc[quote.end].is_sent_start)
    ended = any(page.doc[i].text[-1] in ".!?…" for i in range(max(quote.start, quote.end - 3), quote.end))
    return words >= FLOATING_WORDS and opens and closes and ended


def _titled(page: Page, quote: Quote) -> bool:
    """Whether the quotation is set like a title or heading: 'Coal Isn't the Villain.'"""
    words = [
        page.doc[i]
        for i in range(quote.start, quote.end)
        if page.doc[i].is_alpha and len(page.doc[i]) > LONGEST_PARTICLE
    ]
    return all(w.text[0].isupper() for w in words)


def _last_quoted(page: Page, drafts: list[Draft], start: int) -> Draft | None:
    """The last draft before, if it quotes and stands near; a named speaker in between would be another one."""
    before = [d for d in drafts if d.cue.head < start and d.parent is None]
    last = max(before, key=lambda d: max(d.cue.head, *d.content), default=None)
    if last is None or not last.source or not any(page.quoted(i) for i in last.content) or page.quoted(last.cue.head):
        return None
    near = page.block_at[start] - page.block_at[max(last.content)] <= 1
    return last if near else None


def _last_heard(page: Page, drafts: list[Draft], start: int) -> Draft | None:
    """The last draft of the paragraph before, if words of speech end that paragraph and a quotation opens this one."""
    block = page.block_at[start]
    if start != page.blocks[block][0]:
        return None
    before = [d for d in drafts if d.cue.head < start and d.parent is None and d.content]
    last = max(before, key=lambda d: max(d.cue.head, *d.content), default=None)
    if last is None or not last.source or not last.cue.entry.speech:
        return None
    end = max(*last.content, last.cue.head, *last.source)
    ends_block = all(page.doc[i].is_punct or page.doc[i].is_space for i in range(end + 1, page.blocks[block - 1][1]))
    return last if page.block_at[end] == block - 1 and ends_block else None


def _whole(page: Page, draft: Draft) -> Draft:
    """A quotation that the content touches is all of it content, unless the cue stands inside the quotation."""
    touched = sorted({page.quote_at[i] for i in draft.content} - {-1, page.quote_at[draft.cue.head]})
    content = draft.content
    for q in touched:
        content |= page.quotes[q].tokens - draft.source - draft.cue.tokens
    return replace(draft, content=content)


def _adjacent(page: Page, draft: Draft, taken: set[int]) -> Draft:
    """The quotation just before or after the clause of the cue, and those that go on from one that is content."""
    if not draft.cue.entry.speech or page.quoted(draft.cue.head):
        return draft
    content = draft.content
    if not content:
        near = _nearest(page, draft, taken)
        if near is None:
            told = "order" in draft.cue.entry.frames
            content = find_content(page, draft.cue.tokens | draft.source) if told else NONE
            return replace(draft, content=content, rule="order")
        taken.add(near)
        content = _spoken(page, draft, page.quotes[near]) - draft.source - draft.cue.tokens
    if not any(page.quoted(i) for i in content):
        return replace(draft, content=content)
    content = _preceded(page, draft, content, taken)
    return replace(draft, content=_continued(page, draft, content, taken))


def _spoken(page: Page, draft: Draft, quote: Quote) -> Tokens:
    """A quotation set off from its cue, or the clause that quotes only these words: said he was "not there yet"."""
    own = draft.cue.tokens | draft.source
    sentence = page.doc[draft.cue.head].sent
    if quote.start > max(own):
        start = _after_addressee(page, draft, quote)
        apart = start == quote.start or page.doc[quote.start - 1].is_punct or quote.start >= sentence.end
        words = range(start, max(sentence.end, quote.end))
    else:
        apart = quote.start <= sentence.start or page.quoted(quote.start - 1) or quote.end > min(own)
        words = range(sentence.start, min(own))
    if apart:
        return quote.tokens
    return clean(page.doc, words) if any(page.doc[i].tag_ in FINITE and not page.quoted(i) for i in words) else NONE


def _after_addressee(page: Page, draft: Draft, quote: Quote) -> int:
    """Where what was said begins after a cue: past whom it was said to."""
    verb = page.doc[draft.cue.head]
    spoken_to = child(verb, "dobj", "dative") if "addressee" in draft.cue.entry.frames else None
    ends = [spoken_to.right_edge.i] if spoken_to is not None and spoken_to.right_edge.i < quote.start else []
    return max(*draft.cue.tokens, *draft.source, *ends) + 1


def _preceded(page: Page, draft: Draft, content: Tokens, taken: set[int]) -> Tokens:
    """The free quotation that the source and cue interrupt: "...," she said, "..."."""
    first = min((*draft.cue.tokens, *draft.source))
    if min(content) < first:
        return content
    for i, quote in enumerate(page.quotes):
        touches = 0 <= first - quote.end <= 1 and page.block_at[quote.start] == page.block_at[first]
        if touches and i not in taken and quote.end - quote.start > SHORTEST_SPEECH:
            taken.add(i)
            return content | quote.tokens
    return content


def _nearest(page: Page, draft: Draft, taken: set[int]) -> int | None:
    """The free quotation that the clause of an empty cue leans on: "...?" he asked. He said: "..."."""
    sent = page.doc[draft.cue.head].sent
    block = page.block_at[draft.cue.head]
    best: tuple[int, int] | None = None
    for i, quote in enumerate(page.quotes):
        if i in taken:
            continue
        inside = sent.start < quote.end and quote.start < sent.end and page.block_at[quote.start] == block
        before = page.block_at[quote.start] == block and 0 <= sent.start - quote.end <= 1
        after = sent.end <= quote.start <= sent.end + 1 and _last_word(sent) == ":"
        if inside or before or after:
            distance = min(abs(quote.start - draft.cue.head), abs(quote.end - draft.cue.head))
            best = min(best, (distance, i)) if best else (distance, i)
    return best[1] if best else None


def _last_word(sent: Span) -> str:
    return next((t.text for t in reversed(list(sent)) if not t.is_space), "")


def _continued(page: Page, draft: Draft, content: Tokens, taken: set[int]) -> Tokens:
    """Free quotations that follow in the same sentence or directly after it: "...," she said. "..."."""
    sentence_end = page.doc[draft.cue.head].sent.end
    last = max(content)
    for i, quote in enumerate(page.quotes):
        if i in taken or quote.start <= draft.cue.head:
            continue
        if page.block_at[quote.start] != page.block_at[draft.cue.head]:
            break
        if quote.start - max(last + 1, sentence_end) > 1 and not quote.start < sentence_end:
            break
        taken.add(i)
        content |= quote.tokens
        last = quote.end - 1
    return content
