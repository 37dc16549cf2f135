"""Quotations: a content takes in the whole of every quotation that it touches, and those that follow it."""

from __future__ import annotations

from dataclasses import replace

from according.annotating.attribution.page import Draft, Page, Tokens


def take_quotations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Each draft with the quotations that its words belong to."""
    grown = [_whole(page, d) for d in drafts]
    outer = [d for d in grown if not page.quoted(d.cue.head)]
    taken = {page.quote_at[i] for d in outer for i in d.content} - {-1}
    grown = [_adjacent(page, d, taken) for d in sorted(grown, key=lambda d: d.cue.head)]
    return [d for d in grown if d.content]


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
            return draft
        taken.add(near)
        content = page.quotes[near].tokens - draft.source - draft.cue.tokens
    if not any(page.quoted(i) for i in content):
        return replace(draft, content=content)
    return replace(draft, content=_continued(page, draft, content, taken))


def _nearest(page: Page, draft: Draft, taken: set[int]) -> int | None:
    """The free quotation that the clause of an empty cue leans on: "...?" he asked. He said: "..."."""
    sent = page.doc[draft.cue.head].sent
    block = page.block_at[draft.cue.head]
    best: tuple[int, int] | None = None
    for i, quote in enumerate(page.quotes):
        if i in taken:
            continue
        inside = sent.start <= quote.start < sent.end
        before = page.block_at[quote.start] == block and 0 <= sent.start - quote.end <= 1
        after = 0 <= quote.start - sent.end <= 2 and page.doc[sent.end - 1].text in {":", "\n"}
        if inside or before or after:
            distance = min(abs(quote.start - draft.cue.head), abs(quote.end - draft.cue.head))
            best = min(best, (distance, i)) if best else (distance, i)
    return best[1] if best else None


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
