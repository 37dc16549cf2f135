"""Overlaps: one word is said by one source at a time, and what is nested is kept only where it is worth it."""

from __future__ import annotations

from dataclasses import replace

from according.annotating.attribution.page import Draft, Page


def merge(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts that stand, in text order."""
    drafts = join_chains(page, drafts)
    return drop_nested(page, drafts)


def join_chains(page: Page, drafts: list[Draft]) -> list[Draft]:
    """X appears to show Y, X declined to discuss Y: one cue of both verbs."""
    by_head = {d.cue.head: d for d in drafts}
    for draft in sorted(drafts, key=lambda d: -d.cue.head):
        if draft.rule not in {"infinitive", "raised"}:
            continue
        inner = next((c.i for c in page.doc[draft.cue.head].children if c.dep_ == "xcomp" and c.i in by_head), None)
        if inner is None or draft.cue.head not in by_head:
            continue
        child = by_head[inner]
        tokens = draft.cue.tokens | child.cue.tokens
        by_head[inner] = replace(child, cue=replace(child.cue, tokens=tokens))
        del by_head[draft.cue.head]
    return sorted(by_head.values(), key=lambda d: d.cue.head)


def drop_nested(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Only outermost."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(
            o is not draft
            and draft.cue.head in o.content
            and not (o.cue.head in draft.content and draft.cue.head < o.cue.head)
            for o in drafts
        ):
            kept.append(draft)
    return kept
