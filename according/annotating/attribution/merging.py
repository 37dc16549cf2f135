"""Overlaps: chains of verbs become one cue, and what stands inside another's content is kept only as a true relay.

PolNeAR's annotation is flat, readers are not: "SANA reports that residents said ..." is a chain worth keeping, while
"she thinks" inside a quotation is only part of what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from according.annotating.attribution.page import Draft, Page
from according.annotating.attribution.tree import child, clean

# Stances of reporting: only these make a chain of sources when they stand inside another's content.
REPORTING = {"says", "confirms", "denies", "accuses", "warns", "claims", "admits", "estimates", "finds"}
# Stances that lead into an act of speech and leave its own stance; a denial or a threat keeps its own.
LEADING = {"seems", "declines", "intends", "hopes", "expects"}
CHAIN_RULES = {"clause", "in medium", "according", "quotation"}
# The rules of speech that runs over a whole block, in which others are made to say and want things too.
TURNS = {"turn", "byline"}
SPEAKERS_OWN = frozenset("i we me us who which that one nobody anyone someone".split())
# A source inside a content that is one of these is the outer speaker or anybody, not another voice.
PRONOUNS = frozenset(
    "i we you he she it they who which that what one someone anyone everyone nobody people me us him her them this "
    "those these somebody everybody anybody s 's ’s".split()
)
# Two contents that share more of their words than this are one.
SAME_SHARE = 0.7
SHORTEST_CHAIN = 4


def merge(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts that stand, in text order."""
    return settle_nesting(page, drop_doubles(drop_carriers(drop_questions(page, join_chains(page, drafts)))))


def join_chains(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """X appears to show Y, X declined to discuss Y: one cue of both verbs."""
    by_head = {d.cue.head: d for d in drafts}
    for draft in sorted(drafts, key=lambda d: -d.cue.head):
        chained = draft.rule in {"infinitive", "raised"} and draft.cue.entry.stance in LEADING
        if not chained or child(page.doc[draft.cue.head], "dobj") is not None:
            continue
        inner = next((c.i for c in page.doc[draft.cue.head].children if c.dep_ == "xcomp" and c.i in by_head), None)
        if inner is None:
            continue
        last = by_head[inner]
        tokens, entry = draft.cue.tokens | last.cue.tokens, last.cue.entry
        if draft.cue.entry.stance == "declines":
            entry = replace(entry, stance="declines")
        by_head[inner] = replace(last, cue=replace(last.cue, tokens=tokens, entry=entry))
        del by_head[draft.cue.head]
    return sorted(by_head.values(), key=lambda d: d.cue.head)


def drop_carriers(drafts: Sequence[Draft]) -> list[Draft]:
    """X voiced fears that Y: the verb is part of the noun's cue and says nothing of its own."""
    nouns = [d for d in drafts if d.cue.rule == "noun" and d.source]
    return [d for d in drafts if not any(n is not d and d.cue.head in n.cue.tokens for n in nouns)]


def drop_questions(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Why is it called that? A question of the article's own makes nobody say anything."""
    return [d for d in drafts if d.source or page.quoted(d.cue.head) or not _is_asked(page.doc[d.cue.head].sent)]


def _is_asked(sentence: Span) -> bool:
    return next((t.text == "?" for t in reversed(list(sentence)) if not (t.is_space or t.is_quote)), False)


def drop_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Of two cues with nearly the same content, neither inside the other's, the one with a source stands."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (not d.source, d.cue.head)):
        double = next((i for i, other in enumerate(kept) if _same(draft, other)), None)
        if double is None:
            kept.append(draft)
        elif draft.cue.rule == "noun":
            kept[double] = _with_noun(kept[double], draft)
    return sorted(kept, key=lambda d: d.cue.head)


def _with_noun(verb: Draft, noun: Draft) -> Draft:
    """X repeated his claim that Y: the noun tells the stance."""
    words = verb.cue.tokens | noun.cue.tokens
    tokens = frozenset(range(min(words), max(words) + 1)) - verb.content - verb.source
    return replace(verb, cue=replace(verb.cue, tokens=tokens, entry=noun.cue.entry))


def _same(one: Draft, other: Draft) -> bool:
    if one.cue.head in other.content or other.cue.head in one.content:
        return False
    return len(one.content & other.content) > SAME_SHARE * len(one.content | other.content)


def settle_nesting(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The outermost drafts, and inside them the chains; what a quotation says of itself is its speaker's."""
    kept = []
    for draft in drafts:
        around = [o for o in drafts if o is not draft and _inside(draft, o)]
        if not around:
            if not page.quoted(draft.cue.head):
                kept.append(draft)
            continue
        outer = min(around, key=lambda o: len(o.content))
        if len(around) == 1 and _is_chain(page, draft, outer):
            content = clean(page.doc, draft.content & outer.content)
            kept.append(replace(draft, content=content, parent=outer.cue.head))
    return kept


def _inside(draft: Draft, outer: Draft) -> bool:
    """Whether a cue stands in another's content; of two that claim each other the first is the outer one."""
    if draft.cue.head not in outer.content:
        return False
    return outer.cue.head not in draft.content or outer.cue.head < draft.cue.head


def _is_chain(page: Page, draft: Draft, outer: Draft) -> bool:
    """X reports that Y said Z: another named or described voice that reports, outside quotation marks."""
    if page.quoted(draft.cue.head) or not draft.source or page.doc[draft.cue.head].tag_ in {"VB", "VBG"}:
        return False
    reports = draft.rule in CHAIN_RULES and {draft.cue.entry.stance, outer.cue.entry.stance} <= REPORTING
    if not outer.source or not (reports or outer.rule in TURNS):
        return False
    words = [page.doc[i].lower_ for i in draft.source if not page.doc[i].is_punct]
    own = SPEAKERS_OWN if outer.rule in TURNS else PRONOUNS
    if all(w in own for w in words) or len(draft.content & outer.content) < SHORTEST_CHAIN:
        return False
    return draft.source <= outer.content
