"""X, quoting Y, reported Z: what X reports is what Y says, and X passes it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from according.annotating.attribution.page import Draft, Page
from according.annotating.attribution.sources import is_voice, main_word
from according.annotating.attribution.tree import clean

CITING = frozenset({"quote", "cite"})
RULE = "citation"


def pass_on(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each citation of somebody turned into a claim of theirs inside what is reported from them."""
    settled = list(drafts)
    for i, citation in enumerate(drafts):
        report = _report(page, citation, drafts) if _cites_somebody(page, citation) else None
        if report is None:
            continue
        content = drafts[report].content - citation.content - citation.source - citation.cue.tokens
        if content:
            parent = drafts[report].cue.head
            settled[i] = replace(citation, source=citation.content, content=content, parent=parent, rule=RULE)
            source = settled[report].source - citation.content - citation.cue.tokens
            settled[report] = replace(settled[report], source=clean(page.doc, source))
    return settled


def _cites_somebody(page: Page, draft: Draft) -> bool:
    """Whether the object of a citing participle can speak: "quoting local sources", not "citing safety concerns"."""
    verb, word = page.doc[draft.cue.head], main_word(page, draft.content)
    return draft.cue.entry.lemma in CITING and verb.tag_ == "VBG" and word is not None and is_voice(page, word)


def _report(page: Page, citation: Draft, drafts: Sequence[Draft]) -> int | None:
    """Which draft reports what is cited: the nearest in the sentence that has the participle beside it."""
    verb = page.doc[citation.cue.head]
    found = [i for i, d in enumerate(drafts) if d is not citation and _reports(page.doc[d.cue.head], verb, d, citation)]
    return min(found, key=lambda i: abs(drafts[i].cue.head - verb.i), default=None)


def _reports(cue: Token, verb: Token, report: Draft, citation: Draft) -> bool:
    """Whether a cue of the same sentence has the participle beside it, or on its own source."""
    if cue.sent.start != verb.sent.start or not report.content:
        return False
    return verb.head == cue or bool(report.source & (citation.source | {verb.head.i}))
