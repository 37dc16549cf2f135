"""Words that tell a day or period, resolved against the article's date and one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import spacy.tokens

from according.annotating.calendar_readings import UNRESOLVED, Reading
from according.annotating.time_resolvers import Context
from according.annotating.time_rules import RULES, Rule
from according.model import Precision, Span, TimeExpression

FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall", "wo"})
# Verbs whose infinitive, or whose participle with "for", lies ahead: "plans to meet on Friday", "due on Monday".
PLANNING = frozenset(
    "plan expect schedule set slate intend vow promise hope agree prepare aim due want urge call order decide threaten "
    "ready about likely".split()
)
# "ahead of Friday's vote", "until Monday"
FORWARD_PREPOSITIONS = frozenset({"ahead", "until", "till", "upcoming"})
# What is planned for a day: "two days before Tuesday's vote".
BEFORE = frozenset({"before", "for"})
PLANNED = frozenset(
    "election vote referendum poll ballot summit meeting final match game deadline hearing debate inauguration "
    "ceremony".split()
)
# The time of day before a date belongs to its words: "at around 6.10am on Wednesday".
CLOCK = re.compile(
    r"(?i:(?:at|around|about|shortly|just|nearly|almost|before|after|by)\s+){0,3}"
    r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|(?:mid)?noon|midnight|\d{1,2}[:.]\d\d)"
    r"(?:\s+(?:local time|GMT|EST|EDT|ET|BST|UTC))?,?\s+(?:on\s+|of\s+)?$"
)
CLOCK_REACH = 45  # characters; a longer clock time is none
ANCHOR_RULES = frozenset({"iso", "date"})


def find_times(doc: spacy.tokens.Doc, published: date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order; what cannot be resolved has no dates and unknown precision."""
    matches = list(_matches(doc.text))
    anchor = published or _own_date(matches)
    latest, found = UNRESOLVED, []
    for rule, match in matches:
        reading = rule.resolve(match, Context(anchor, _leaning(doc, match.start(), match.end()), latest))
        if reading.precision is Precision.DAY:
            latest = reading
        start = match.start() - _clock_length(doc.text[max(0, match.start() - CLOCK_REACH) : match.start()])
        found.append(TimeExpression(Span(start, match.end()), reading.start, reading.end, reading.precision))
    return tuple(found)


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The longest expressions that do not overlap, in text order; of two equally long the earlier rule's."""
    # A line break inside a paragraph is a space; offsets stay.
    flat = re.sub(r"(?<!\n)\n(?!\n)|[\t\u00a0]", " ", text)
    candidates = [(rule, match) for rule in RULES for match in rule.pattern.finditer(flat)]
    candidates.sort(key=lambda c: -len(c[1][0]))
    taken: list[tuple[Rule, re.Match[str]]] = []
    for rule, match in candidates:
        if all(match.end() <= m.start() or m.end() <= match.start() for _, m in taken):
            taken.append((rule, match))
    yield from sorted(taken, key=lambda c: c[1].start())


def _own_date(matches: list[tuple[Rule, re.Match[str]]]) -> date | None:
    """The latest day that an undated text tells in full; it speaks from there, if from anywhere."""
    nowhere = Context(None, ahead=None, latest=UNRESOLVED)
    readings: Iterator[Reading] = (r.resolve(m, nowhere) for r, m in matches if r.name in ANCHOR_RULES)
    return max((r.start for r in readings if r.start), default=None)


def _clock_length(before: str) -> int:
    match = CLOCK.search(before)
    return len(match[0]) if match else 0


def _leaning(doc: spacy.tokens.Doc, start: int, end: int) -> bool | None:
    """Whether the clause of an expression is about the future (True) or the past (False); None when untold."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    if any(t.lemma_ in PLANNED and t.head.lower_ in BEFORE for t in (span.root, span.root.head)):
        return True
    for token in (span.root, *span.root.ancestors):
        if token.lower_ in FORWARD_PREPOSITIONS:
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return _is_future(token) or (False if _is_past(token) else None)
    return None


def _is_future(verb: spacy.tokens.Token) -> bool:
    """Whether the verb is like "will meet", "plans to meet", "is going to meet", "is due to meet", "scheduled for"."""
    helpers = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass"}}
    if helpers & FUTURE_AUXILIARIES:
        return True
    if "to" in helpers and (verb.head.lemma_ in PLANNING or verb.head.lower_ == "going" or verb.dep_ == "ROOT"):
        return True
    return verb.tag_ == "VBN" and verb.lemma_ in {"schedule", "plan", "slate", "expect"}


def _is_past(verb: spacy.tokens.Token) -> bool:
    """Whether the verb or one of its helpers stands in the past tense."""
    return any(t.tag_ in {"VBD", "VBN"} for t in (verb, *verb.children) if t is verb or t.dep_.startswith("aux"))
