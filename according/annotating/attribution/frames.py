"""Where the content of a verb cue stands: one rule a frame, and the first that finds something is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from according.annotating.attribution.asides import aside, closing, interruption, is_comment
from according.annotating.attribution.lexicon import Entry
from according.annotating.attribution.page import NONE, Found, Tokens
from according.annotating.attribution.tree import agent, child, group, lemma, passive, phrase, reach, subject

PREDICATES = ("oprd", "acomp", "xcomp", "attr")
RELATIVE_TAGS = {"WDT", "WP"}
MEDIUM_PREPOSITIONS = {"in", "to", "at", "on", "during", "with", "through", "via", "before"}
ADDRESSEES = {"dobj", "dative"}
# What completes an object when it follows at once; circumstances of speaking ("at a rally", "on Friday") do not.
COMPLETING = {"oprd", "acomp", "xcomp", "acl", "dative"}
COMPLETING_PREPOSITIONS = frozenset("with of as for to against between from toward towards over by".split())
# Stances whose passive tells what others hold: is expected to, is said to, is alleged to.
SUPPOSING = {"says", "claims", "believes", "expects", "estimates"}
# What finds something by being made, so that a plain object is its finding: a survey found 31 cases.
FINDERS = frozenset("poll survey study review report analysis investigation inquiry audit research test".split())
QUESTION_WORDS = {"when", "where", "why", "how", "whether", "if", "what", "who"}
# Stances of which an infinitive tells what is meant to be done, not to what end it was said.
BENT_ON = {"promises", "threatens", "declines", "intends", "agrees", "hopes"}
# Words that stand for what was said before: said so, said as much, said the same.
PRO_FORMS = {"so", "much", "same"}
# What one may leave without an answer.
REQUESTS = frozenset("request call message question e-mail email query inquiry letter text".split())
# Words that open a condition of what is promised or threatened.
CONDITIONS = {"if", "unless", "until"}


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
    what = child(verb, "xcomp", "ccomp") or _after_time(verb, entry)
    if what is None or what.i < verb.i:
        return None
    gerund = (
        "VBG" in {what.tag_, *(c.tag_ for c in what.lefts if c.dep_ == "aux")}
        and what.dep_ == "xcomp"
        and "obj" in entry.frames
    )
    if not gerund and not (_has_to(what) and entry.frames & {"inf", "oinf"}):
        return None
    other = child(verb, "dobj")
    together = other is not None and "oinf" in entry.frames and other.i > verb.i
    condition = next((c for c in verb.rights if c.dep_ == "advcl" and c.left_edge.lower_ in CONDITIONS), None)
    content = _from(verb, what) | (phrase(other) if together and other is not None else NONE)
    if condition is not None and condition.left_edge.i == max(content) + 1:
        content |= reach(condition)
    return Found(_filled(content) if together else content)


def clause(verb: Token, entry: Entry) -> Found | None:
    """X said (that) Y; "Y", said X."""
    if "clause" not in entry.frames:
        return None
    who = subject(verb)
    first = min(verb.i, who.left_edge.i if who is not None else verb.i)
    clauses = [c for c in verb.children if (c.dep_ == "ccomp" and not is_comment(c)) or _indirect_question(c)]
    later = [c for c in clauses if c.i > verb.i]
    earlier = [c for c in clauses if c.i < verb.i and _closed(c, first, strict=bool(later))]
    content: Tokens = frozenset().union(*(reach(c) for c in (*earlier, *later)))
    if later and "addressee" not in entry.frames:
        content |= _before_clause(verb, later[0])
    content -= group(verb) | (phrase(who) if who is not None else NONE)
    if content and verb.dep_ == "relcl" and not any(verb.doc[i].tag_ in RELATIVE_TAGS for i in reach(verb)):
        content |= phrase(verb.head) - reach(verb)
    impersonal = "raising" in entry.frames and who is not None and who.lower_ == "it"
    return Found(content, sourceless=impersonal)


def in_medium(verb: Token, entry: Entry) -> Found | None:
    """X said in a statement that Y, X told reporters that Y: the clause is read as hanging on the noun."""
    if "clause" not in entry.frames:
        return None
    for part in verb.rights:
        in_it = part.dep_ == "prep" and part.lower_ in MEDIUM_PREPOSITIONS
        spoken_to = part.dep_ in ADDRESSEES and "addressee" in entry.frames
        medium = child(part, "pobj") if in_it else part if spoken_to else None
        what = child(medium, "acl", "relcl", "ccomp") if medium is not None else None
        if what is not None and what.left_edge.lower_ == "that":
            return Found(reach(what))
    return None


def object_(verb: Token, entry: Entry) -> Found | None:
    """X announced Y; X accused Y of Z; Y was denied by X."""
    who = subject(verb)
    reported = "reportobj" in entry.frames and who is not None and lemma(who) in FINDERS
    with_particle = any(c.dep_ == "prt" and c.lower_ in entry.particles for c in verb.children)
    unanswered = "obj" in entry.unanswered and _unanswered(verb)
    if not ("obj" in entry.frames or reported or with_particle or unanswered):
        return None
    what = child(verb, "nsubjpass") if passive(verb) else child(verb, "dobj")
    if what is None and passive(verb) and verb.dep_ == "acl":
        what = verb.head
    if what is None:
        return None
    content = phrase(what) - reach(verb) if verb.i in reach(what) else phrase(what)
    completed = _complements(verb, entry) or ("complete" in entry.frames and _within(content, what, entry))
    content |= completed or NONE
    reflexive = what.lower_.endswith(("self", "selves"))
    nobody = passive(verb) and agent(verb) is None and verb.dep_ in {"acl", "relcl"}
    if not completed and ("complete" in entry.frames or nobody or reflexive):
        return None
    if "named" in entry.frames and not _named(verb, content):
        return None
    return Found(_run_on(verb, content), stance="declines" if unanswered else "")


def opened(verb: Token, entry: Entry) -> Found | None:
    """X called for Y; X spoke of Y."""
    unanswered = entry.unanswered if child(verb, "neg") is not None else ()
    openers = {**entry.openers, **dict.fromkeys(unanswered, "declines")}
    for preposition in verb.children:
        if preposition.dep_ in {"prep", "agent"} and preposition.lower_ in openers and preposition.i > verb.i:
            content = reach(preposition) - {preposition.i}
            return Found(_run_on(verb, content), frozenset({preposition.i}), stance=openers[preposition.lower_])
    return _for_somebody_to(verb, openers)


def pro_form(verb: Token, entry: Entry) -> Found | None:
    """X said so; X said as much; X said the same."""
    after = next((c for c in verb.rights if c.dep_ in {"dobj", "advmod"}), None) if entry.speech else None
    if after is None or after.lower_ not in PRO_FORMS or after.left_edge.i != max(group(verb)) + 1:
        return None
    alone = after.lower_ == "so" or (after.left_edge.i < after.i and after.left_edge.lower_ in {"as", "the"})
    return Found(frozenset(range(after.left_edge.i, after.i + 1))) if alone else None


Rule = Callable[[Token, Entry], Found | None]
RULES: tuple[tuple[str, Rule], ...] = (
    ("raised", raised),
    ("infinitive", infinitive),
    ("clause", clause),
    ("in medium", in_medium),
    ("aside", aside),
    ("interruption", interruption),
    ("object", object_),
    ("opened", opened),
    ("pro-form", pro_form),
    ("closing", closing),
)


def _indirect_question(clause_: Token) -> bool:
    """Whether a clause read as one of time or condition is what was, or was not, said: has not said | when |."""
    first = clause_.left_edge
    follows = first.i == max(group(clause_.head)) + 1
    return clause_.dep_ == "advcl" and first.lower_ in QUESTION_WORDS and follows


def _before_clause(verb: Token, clause_: Token) -> Tokens:
    """An object that the parse split off the clause it is the subject of: shows | people | fire their guns."""
    what = child(verb, "dobj")
    if what is None or not verb.i < what.i < clause_.left_edge.i:
        return NONE
    return frozenset(range(what.left_edge.i, clause_.left_edge.i))


def _closed(clause_: Token, first: int, *, strict: bool) -> bool:
    """Whether a clause before the speaker ends as speech does; one before a colon is another sentence."""
    doc = clause_.doc
    marks = {doc[i].text for i in range(clause_.right_edge.i, first) if i >= 0}
    if strict and not any(doc[i].is_quote for i in range(clause_.left_edge.i, first)):
        return "," in marks and not marks & {":", ";"}
    return not marks & {":", ";"}


def _from(verb: Token, what: Token) -> Tokens:
    """An infinitive, with the relative pronoun before its speaker that it is about: which | X vowed | to ignore."""
    about = {t.i for t in what.lefts if t.tag_ in RELATIVE_TAGS and t.dep_ in {"dobj", "pobj"}}
    return frozenset(i for i in reach(what) if i > verb.i or i in about)


def _for_somebody_to(verb: Token, openers: Mapping[str, str]) -> Found | None:
    """X called for Y to resign: the preposition is read as the mark of a clause."""
    for what in verb.children:
        mark = what.left_edge
        if what.dep_ in {"advcl", "ccomp", "xcomp"} and mark.dep_ == "mark" and mark.lower_ in openers:
            follows = mark.i == max(group(verb)) + 1 and mark.lower_ == "for"
            return Found(reach(what) - {mark.i}, frozenset({mark.i}), stance=openers["for"]) if follows else None
    return None


def _after_time(verb: Token, entry: Entry) -> Token | None:
    """An infinitive that the parse takes for a purpose since a time stands before it: vowed | in August | to win."""
    what = child(verb, "advcl")
    if what is None or entry.stance not in BENT_ON or not _has_to(what):
        return None
    between = verb.doc[verb.i + 1 : what.left_edge.i]
    return what if between and not any(t.dep_ in {"dobj", "prt"} or t.is_punct for t in between) else None


def _unanswered(verb: Token) -> bool:
    """Whether what somebody asked is left without an answer: did not return | calls |."""
    what = child(verb, "dobj")
    return what is not None and lemma(what) in REQUESTS and child(verb, "neg") is not None


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


def _within(content: Tokens, what: Token, entry: Entry) -> Tokens:
    """A complement that the parse hung on a clause of the object: put the goods that were held up | at 9 billion |."""
    ends = (t for t in what.subtree if t.dep_ == "prep" and lemma(t) in entry.complements)
    last = next((t for t in ends if t.head != what and t.right_edge.i == max(content)), None)
    return reach(last) if last is not None else NONE


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
    """Whether something is called something: "called him a liar"; not "called a meeting"."""
    return child(verb, "oprd") is not None or any(verb.doc[i].is_quote for i in content)


def _filled(tokens: Tokens) -> Tokens:
    return frozenset(range(min(tokens), max(tokens) + 1))
