"""The roles of a verb cue: what is said, from its frames, and who says it, from the subjects around it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from according.annotating.attribution.frames import RULES
from according.annotating.attribution.lexicon import Entry
from according.annotating.attribution.order import find_content, find_last, find_speaker
from according.annotating.attribution.page import NONE, Cue, Draft, Found, Page, Tokens
from according.annotating.attribution.sources import main_word
from according.annotating.attribution.speakers import SHARING, carrier, neighbour, speaker
from according.annotating.attribution.tree import clean, group, lemma, passive, phrase, reach

# What only somebody does; of an event the same words tell what may come of it.
DELIBERATE = {"threatens", "promises"}
EVENTS = frozenset(
    "incident storm crisis war debate case strike clash move violence fire flood drought dispute row attack scandal "
    "issue problem rise fall fight struggle battle delay shortage disease virus rule law measure".split()
)
EVENT_ENDINGS = ("tion", "sion", "ment", "ness", "ence", "ance", "ing", "ism", "ure")
# Bodies of people with such an ending.
GROUPS = frozenset(
    "government administration parliament organization organisation association coalition federation opposition "
    "department delegation commission institution union regiment establishment corporation foundation".split()
)


def draft_verb(page: Page, cue: Cue) -> Draft | None:
    """The draft of a verb cue; one without content is kept when a quotation may still fill it."""
    verb = page.doc[cue.head]
    name, found = _content(verb, cue.entry)
    source = NONE if found.sourceless else _source(page, verb, cue.entry)
    if cue.entry.speech and not (found.sourceless or passive(verb)) and _misread(page, source):
        seen = find_speaker(page, verb)
        name, found, source = ("quotation", Found(NONE), seen) if seen else (name, found, source)
    if cue.entry.speech and _astray(verb, source) and (seen := find_last(page, verb)):
        name, found, source = "order", Found(find_content(page, seen | {verb.i})), seen
    if not source and not found.sourceless and not passive(verb):
        return None
    if name == "infinitive" and cue.entry.stance in DELIBERATE and _is_event(page, source):
        return None
    tokens = cue.tokens | found.cue | _carried(verb)
    content = clean(page.doc, found.content - tokens - _between(source, verb))
    source = clean(page.doc, source - tokens)
    if not content and not (cue.entry.speech and source):
        return None
    entry = replace(cue.entry, stance=found.stance or cue.entry.stance)
    return Draft(replace(cue, tokens=tokens, entry=entry), source - content, content, name)


def _misread(page: Page, source: Tokens) -> bool:
    """Whether there is no speaker, or only one inside quotation marks: X said on | "Fox and Friends" |."""
    return all(page.quoted(i) for i in source)


def _astray(verb: Token, source: Tokens) -> bool:
    """Whether the parse may have hung a verb of speech at the end on what stands before it, as a participle."""
    return not source or passive(verb) or verb.dep_ == "advcl"


def _is_event(page: Page, source: Tokens) -> bool:
    """Whether the subject is something that happens: the storm threatens to flood the town."""
    word = main_word(page, source)
    if word is None or word.pos_ != "NOUN" or lemma(word) in GROUPS:
        return False
    return lemma(word) in EVENTS or lemma(word).endswith(EVENT_ENDINGS)


def _source(page: Page, verb: Token, entry: Entry) -> Tokens:
    """The words for who speaks; where the parse has no subject, the noun phrase just before a verb of speech."""
    who = speaker(verb)
    if who is not None and not _is_said(page, who, verb):
        words = phrase(who)
        if verb.i not in words:
            return words
        before = frozenset(i for i in words if i < min(group(verb)))
        return clean(page.doc, before if who.i < verb.i else words - reach(verb))
    return neighbour(verb) if entry.speech and verb.dep_ not in SHARING and not passive(verb) else NONE


def _between(source: Tokens, verb: Token) -> Tokens:
    """From a source that the parse took for part of the content, up to its verb."""
    return frozenset(range(min(source), verb.i)) if speaker(verb) is None and source else NONE


def _is_said(page: Page, who: Token, verb: Token) -> bool:
    """Whether a subject is itself quoted speech that the parse mistook for the speaker."""
    if page.quoted(verb.i) or not page.quoted(who.i):
        return False
    return not page.quotes[page.quote_at[who.i]].tokens <= phrase(who)


def _carried(verb: Token) -> Tokens:
    """The words from the verb that puts a document out to the participle that tells what it says."""
    out = carrier(verb)
    return frozenset(range(min(group(out)), verb.i)) if out is not None and out.i < verb.i else NONE


def _content(verb: Token, entry: Entry) -> tuple[str, Found]:
    for name, rule in RULES:
        found = rule(verb, entry)
        if found is not None and found.content:
            return name, found
    return "quotation", Found(NONE)
