"""Contents of nouns and adjectives: X's claim that Y, fears of Y, X is sure that Y."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.attribution.lexicon import Entry
from according.annotating.attribution.page import NONE, Cue, Draft, Page, Tokens
from according.annotating.attribution.speakers import holder, speaker
from according.annotating.attribution.tree import child, clean, group, lemma, phrase, reach

# Verbs that only carry a noun: "made the claim", "expressed concern"; they join the cue.
LIGHT_VERBS = frozenset(
    "make have give issue express voice raise offer repeat reiterate release put hold take share state renew air "
    "float level lodge cast send publish post deliver announce receive face draw see".split()
)
# Of these the subject hears what is said; it does not say it.
HEARING_VERBS = frozenset("receive face draw see hear".split())
# "the statement by X", "fears among Y".
OWNERS = {"by", "from", "among", "of"}


def draft_noun(page: Page, cue: Cue) -> Draft | None:
    """The draft of a noun cue."""
    noun = page.doc[cue.head]
    if "predicate" in cue.entry.frames and noun.dep_ != "attr":
        return None
    content, opener = _content(noun, cue.entry)
    content = clean(page.doc, content)
    if not content:
        return None
    source, verb = _owner(noun, content)
    if not source and (opener or verb or noun.dep_ in {"compound", "nmod"}):
        return None
    if "predicate" in cue.entry.frames:
        verb = group(noun.head)
    words = cue.tokens | opener | verb
    if verb and max(verb) < noun.i:
        words |= frozenset(range(max(verb), noun.i)) - source
    return Draft(Cue(cue.head, words, cue.entry, cue.rule), source - content, content, "noun")


def draft_adjective(page: Page, cue: Cue) -> Draft | None:
    """The draft of an adjective that is said of somebody: X is confident that Y."""
    word = page.doc[cue.head]
    verb = word.head
    if word.dep_ not in {"acomp", "oprd"} or verb.pos_ not in {"AUX", "VERB"}:
        return None
    content, opener = _adjective_content(word, verb, cue.entry)
    content = clean(page.doc, content)
    who = speaker(verb)
    if not content or who is None:
        return None
    source = phrase(who) - content
    return Draft(Cue(cue.head, cue.tokens | group(verb) | opener, cue.entry, cue.rule), source, content, "adjective")


def _content(noun: Token, entry: Entry) -> tuple[Tokens, Tokens]:
    """Content and the words that lead to it: ("that ...", none), ("Y", "about")."""
    holders = [child(p, "pobj") for p in noun.rights if p.dep_ == "prep" and p.lower_ in OWNERS]
    for part in (*noun.children, *(c for h in holders if h is not None for c in h.rights)):
        if part.i < noun.i:
            continue
        finite = part.dep_ in {"acl", "ccomp", "relcl"} and any(
            c.dep_ == "mark" and c.lower_ in {"that", "whether", "if"} for c in part.children
        )
        if finite and "clause" in entry.frames:
            return reach(part), NONE
        if "inf" in entry.frames and part.dep_ in {"acl", "xcomp"} and any(c.tag_ == "TO" for c in part.children):
            return reach(part), NONE
    for part in noun.children:
        if part.dep_ == "prep" and part.lower_ in entry.openers and part.i > noun.i:
            return reach(part) - {part.i}, frozenset({part.i})
    return NONE, NONE


def _adjective_content(word: Token, verb: Token, entry: Entry) -> tuple[Tokens, Tokens]:
    clause = child(word, "ccomp") or child(verb, "ccomp")
    if clause is not None and clause.i > word.i and "clause" in entry.frames:
        return reach(clause), NONE
    infinitive = child(word, "xcomp")
    if infinitive is not None and "inf" in entry.frames:
        return reach(infinitive), NONE
    for part in word.children:
        if part.dep_ == "prep" and part.lower_ in entry.openers and part.i > word.i:
            return reach(part) - {part.i}, frozenset({part.i})
    return NONE, NONE


def _owner(noun: Token, content: Tokens) -> tuple[Tokens, Tokens]:
    """Who holds the noun, and the light verb that carries it, if any."""
    possessor = child(noun, "poss")
    own = possessor is not None and possessor.tag_ == "PRP$" and _carried(noun)
    if possessor is not None and not own:
        return phrase(possessor) - _clitic(possessor), NONE
    for part in noun.children:
        if part.dep_ == "prep" and part.lower_ in OWNERS and part.i not in content and part.i + 1 not in content:
            what = child(part, "pobj")
            if what is not None and part.i > noun.i:
                return phrase(what), NONE
    before = frozenset(c.i for c in noun.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN")
    if before and noun.dep_ not in {"compound", "nmod"}:
        return frozenset(range(min(before), max(before) + 1)), NONE
    verb = noun.head
    if _carried(noun):
        who = None if lemma(verb) in HEARING_VERBS else speaker(verb)
        return (phrase(who) if who is not None else NONE), group(verb)
    who = holder(noun)
    return (phrase(who) if who is not None and noun.dep_ != "pobj" else NONE), NONE


def _carried(noun: Token) -> bool:
    """Whether a verb only carries the noun: "made a claim", "repeated his claim"."""
    verb = noun.head
    return verb.pos_ == "VERB" and lemma(verb) in LIGHT_VERBS and noun.dep_ in {"dobj", "nsubjpass"}


def _clitic(possessor: Token) -> Tokens:
    return frozenset(c.i for c in possessor.children if c.dep_ == "case")
