"""Contents of verb cues: each rule looks for one frame, and the first that finds its content is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from according.annotating.attribution.lexicon import Entry, find_entry
from according.annotating.attribution.page import NONE, Cue, Draft, Page, Tokens
from according.annotating.attribution.tree import (
    agent,
    child,
    clean,
    group,
    lemma,
    passive,
    phrase,
    reach,
    speaker,
    subject,
)

RELATIVE_TAGS = {"WDT", "WP"}
# What completes an object when it follows at once; circumstances of speaking ("at a rally", "on Friday") do not.
COMPLETING = {"oprd", "acomp", "xcomp", "acl", "dative"}
COMPLETING_PREPOSITIONS = {
    "with",
    "of",
    "as",
    "for",
    "to",
    "against",
    "between",
    "from",
    "toward",
    "towards",
    "over",
    "by",
}
# Stances whose passive tells what others hold: is expected to, is said to, is alleged to.
SUPPOSING = {"says", "claims", "believes", "expects", "estimates"}
PREDICATES = ("oprd", "acomp", "xcomp", "attr")


@dataclass(frozen=True, slots=True)
class Found:
    """A content, with the words that then belong to the cue ("called | for")."""

    content: Tokens
    cue: Tokens = NONE
    sourceless: bool = False


def draft_verb(page: Page, cue: Cue) -> Draft | None:
    """The draft of a verb cue; one without content is kept when a quotation may still fill it."""
    verb = page.doc[cue.head]
    name, found = _content(verb, cue.entry)
    who = speaker(verb)
    source = NONE if found.sourceless or who is None else phrase(who)
    if who is None and not found.sourceless and not passive(verb):
        return None
    tokens = cue.tokens | found.cue
    content = clean(page.doc, found.content - tokens)
    source = clean(page.doc, source - reach(verb) if who is not None and verb.i in source else source) - tokens
    if not content and not (cue.entry.speech and source):
        return None
    cue = Cue(cue.head, tokens, cue.entry, cue.rule)
    return Draft(cue, source - content, content, name)


def _content(verb: Token, entry: Entry) -> tuple[str, Found]:
    for name, rule in RULES:
        found = rule(verb, entry)
        if found is not None and found.content:
            return name, found
    return "quotation", Found(NONE)


def raised(verb: Token, entry: Entry) -> Found | None:
    """X seems to Y; X is expected to Y: subject and predicate together, and nobody is named as saying so."""
    moved = passive(verb) and entry.frames & {"inf", "passiveinf"} and entry.stance in SUPPOSING
    if not moved and "raising" not in entry.frames:
        return None
    predicate = child(verb, *(("xcomp",) if moved else PREDICATES))
    if predicate is None:
        return None
    who = subject(verb)
    what = reach(predicate) | (phrase(who) if who is not None and who.lower_ not in {"it", "there"} else NONE)
    return Found(what, sourceless=agent(verb) is None)


def infinitive(verb: Token, entry: Entry) -> Found | None:
    """X threatened to Y; X urged Y to Z."""
    what = child(verb, "xcomp", "ccomp")
    if what is None or what.i < verb.i or not _has_to(what) or not entry.frames & {"inf", "oinf"}:
        return None
    other = child(verb, "dobj")
    together = other is not None and "oinf" in entry.frames and other.i > verb.i
    content = reach(what) | (phrase(other) if together and other is not None else NONE)
    return Found(_filled(content) if together else content)


def clause(verb: Token, entry: Entry) -> Found | None:
    """X said (that) Y; "Y", said X."""
    if "clause" not in entry.frames:
        return None
    who = subject(verb)
    first = min(verb.i, who.left_edge.i if who is not None else verb.i)
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _comment(c)]
    later = [c for c in clauses if c.i > verb.i]
    earlier = [c for c in clauses if c.i < verb.i and _closed(c, first, strict=bool(later))]
    content: Tokens = frozenset().union(*(reach(c) for c in (*earlier, *later)))
    return Found(content - group(verb) - (phrase(who) if who is not None else NONE))


def in_medium(verb: Token, entry: Entry) -> Found | None:
    """X said in a statement that Y: the clause hangs on the statement."""
    if "clause" not in entry.frames:
        return None
    for preposition in verb.children:
        medium = child(preposition, "pobj") if preposition.dep_ == "prep" and preposition.i > verb.i else None
        what = child(medium, "acl", "relcl", "ccomp") if medium is not None else None
        if what is not None and what.left_edge.lower_ == "that":
            return Found(reach(what))
    return None


def aside(verb: Token, entry: Entry) -> Found | None:
    """The clause that a parenthesis comments on: Y, X said, Z; as X said, Y."""
    if "parenthesis" not in entry.frames or verb.dep_ not in {"parataxis", "ccomp", "advcl"} or verb.head == verb:
        return None
    as_clause = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children)
    if not as_clause and (verb.dep_ == "advcl" or not _set_off(verb)):
        return None
    return Found(reach(verb.head) - reach(verb))


def relative(verb: Token, entry: Entry) -> Found | None:
    """The noun that a relative clause without object describes: the charges (that) he denied."""
    if verb.dep_ != "relcl" or not entry.frames & {"obj", "inf"} or child(verb, "dobj") is not None:
        return None
    who = subject(verb)
    if who is None or who.tag_ in RELATIVE_TAGS:
        return None
    return Found(phrase(verb.head) - reach(verb) | _complements(verb, entry))


def object_(verb: Token, entry: Entry) -> Found | None:
    """X announced Y; X accused Y of Z; Y was denied by X."""
    if "obj" not in entry.frames:
        return None
    what = child(verb, "nsubjpass") if passive(verb) else child(verb, "dobj")
    if what is None and passive(verb) and verb.dep_ == "acl":
        what = verb.head
    if what is None or what.tag_ == "PRP" and what.lower_.endswith(("self", "selves")):
        return None
    content = phrase(what) - reach(verb) if verb.i in reach(what) else phrase(what)
    content |= _complements(verb, entry)
    if "named" in entry.frames and not _named(verb, content):
        return None
    return Found(_run_on(verb, content))


def opened(verb: Token, entry: Entry) -> Found | None:
    """X called for Y; X spoke of Y."""
    for preposition in verb.children:
        if preposition.dep_ in {"prep", "agent"} and preposition.lower_ in entry.openers and preposition.i > verb.i:
            content = reach(preposition) - {preposition.i}
            return Found(_run_on(verb, content), cue=frozenset({preposition.i}))
    return None


Rule = Callable[[Token, Entry], Found | None]
RULES: tuple[tuple[str, Rule], ...] = (
    ("raised", raised),
    ("infinitive", infinitive),
    ("clause", clause),
    ("in medium", in_medium),
    ("aside", aside),
    ("object", object_),
    ("relative", relative),
    ("opened", opened),
)


def _comment(verb: Token) -> bool:
    """Whether a clause is itself the aside that tells who speaks: "..., he said."."""
    entry = find_entry(lemma(verb), verb.pos_)
    return entry is not None and "parenthesis" in entry.frames and child(verb, "ccomp") is None and _set_off(verb)


def _closed(clause_: Token, first: int, *, strict: bool) -> bool:
    """Whether a clause before the speaker ends as speech does; one before a colon is another sentence."""
    doc = clause_.doc
    marks = {doc[i].text for i in range(clause_.right_edge.i, first) if i >= 0}
    if strict and not any(doc[i].is_quote for i in range(clause_.left_edge.i, first)):
        return "," in marks and not marks & {":", ";"}
    return not marks & {":", ";"}


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _complements(verb: Token, entry: Entry) -> Tokens:
    """What completes an object: accused X | of Y |, called X | a liar |."""
    content: Tokens = NONE
    for part in verb.children:
        wanted = part.dep_ == "oprd" or (part.dep_ in {"prep", "dative"} and lemma(part) in entry.complements)
        if wanted and part.i > verb.i:
            content |= reach(part)
    return content


def _run_on(verb: Token, content: Tokens) -> Tokens:
    """The content with what follows it without a break and completes it: shows her | ahead by three |."""
    end = max(content, default=verb.i) + 1
    for part in verb.rights:
        completes = part.dep_ in COMPLETING or (part.dep_ == "prep" and part.lower_ in COMPLETING_PREPOSITIONS)
        if part.left_edge.i == end and completes:
            content |= reach(part)
            end = part.right_edge.i + 1
    return content


def _named(verb: Token, content: Tokens) -> bool:
    """Whether something is called something: "called him a liar", "what he called a mistake"; not "called a meeting"."""
    return child(verb, "oprd") is not None or any(verb.doc[i].is_quote for i in content)


def _filled(tokens: Tokens) -> Tokens:
    return frozenset(range(min(tokens), max(tokens) + 1))


def _set_off(verb: Token) -> bool:
    """Whether the clause of a verb stands between marks, or between a mark and the end."""
    doc, first, last = verb.doc, verb.left_edge.i, verb.right_edge.i
    before = doc[first].is_punct or (first > 0 and doc[first - 1].is_punct)
    after = doc[last].is_punct or last + 1 == len(doc) or doc[last + 1].is_punct or doc[last + 1].is_space
    return before and after
