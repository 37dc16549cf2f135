"""X, quoting Y, reported Z; Y, cited by X, said Z: what one says is passed on by the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from according.annotating.attribution.lexicon import find_entry
from according.annotating.attribution.page import Cue, Draft, Page
from according.annotating.attribution.sources import is_voice, main_word
from according.annotating.attribution.tree import child, clean, group, lemma, phrase, reach

CITING = frozenset({"quote", "cite"})
RULE = "citation"


def pass_on(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each citation of somebody made a claim of theirs inside what is reported from them."""
    settled = {d.cue.head: d for d in (*drafts, *_beside_phrases(page, drafts))}
    for citation in list(settled.values()):
        if not _cites_somebody(page, citation):
            continue
        report = _report(page, citation, drafts)
        if report is not None:
            settle = _quoted_for if page.doc[citation.cue.head].tag_ == "VBG" else _cited_by
            settled |= {d.cue.head: d for d in settle(page, citation, report)}
    return sorted(settled.values(), key=lambda d: d.cue.head)


def _beside_phrases(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """According to X, quoting Y, Z: the participle has no subject that a verb's draft could take for its source."""
    found = []
    for draft in drafts:
        verbs = (page.doc[i] for i in draft.content if lemma(page.doc[i]) in CITING) if draft.source else ()
        for verb in verbs if draft.rule == "according" else ():
            cited, entry = child(verb, "dobj"), find_entry(lemma(verb), "VERB")
            if verb.tag_ == "VBG" and cited is not None and entry is not None and max(draft.source) < verb.i:
                cue = Cue(verb.i, group(verb), entry, "verb")
                found.append(Draft(cue, draft.source, clean(page.doc, phrase(cited)), RULE))
    return found


def _cites_somebody(page: Page, draft: Draft) -> bool:
    """Whether the object of a citing participle can speak: "quoting local sources", not "citing safety concerns"."""
    verb, word = page.doc[draft.cue.head], main_word(page, draft.content)
    return draft.cue.entry.lemma in CITING and verb.tag_ in {"VBG", "VBN"} and word is not None and is_voice(page, word)


def _report(page: Page, citation: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """What is told with a citation: the nearest draft of the sentence that has the participle beside it."""
    verb = page.doc[citation.cue.head]
    found = [d for d in drafts if d.cue.head != verb.i and _reports(page.doc[d.cue.head], verb, d, citation)]
    return min(found, key=lambda d: abs(d.cue.head - verb.i), default=None)


def _reports(cue: Token, verb: Token, report: Draft, citation: Draft) -> bool:
    """Whether a cue of the same sentence has the participle beside it, or on its own source."""
    if cue.sent.start != verb.sent.start or not report.content:
        return False
    return verb.head == cue or bool(report.source & (citation.source | {verb.head.i}))


def _quoted_for(page: Page, citation: Draft, report: Draft) -> tuple[Draft, ...]:
    """X, quoting Y, reported Z: Y's claim of Z inside X's."""
    words = citation.content | citation.cue.tokens
    content = clean(page.doc, report.content - words - citation.source)
    if not content:
        return ()
    return (
        replace(citation, source=citation.content, content=content, parent=report.cue.head, rule=RULE),
        replace(report, source=clean(page.doc, report.source - words), content=content),
    )


def _cited_by(page: Page, citation: Draft, report: Draft) -> tuple[Draft, ...]:
    """Y, cited by X, said Z: Y's claim of Z inside X's."""
    source = clean(page.doc, report.source - reach(page.doc[citation.cue.head]))
    if not citation.source or not source or report.parent is not None:
        return ()
    return (
        replace(citation, content=report.content, rule=RULE),
        replace(report, source=source, parent=citation.cue.head),
    )
