"""The table of points: which kinds of events, counts and descriptions of the dead each source mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from according.digesting.agreement import independent
from according.digesting.record import Record
from according.digesting.status import statuses
from according.events.types import TYPES, UNTYPED
from according.memo import FORGETFUL, Memo
from according.model import Account, Event, Point, Span, Statement

UNTOLD = frozenset({UNTYPED, "statement"})  # topics that say nothing
STRIKE = "strike"
# A strike from the air is told in many words; "struck" and "bombed" alone may also be done on the ground.
FROM_THE_AIR = re.compile(
    r"\b(?:jets?|warplanes?|aircraft|planes?|helicopters?|drones?|air\s+force)\b[^.;]{0,60}"
    r"\b(?:struck|str(?:ike|iking|ikes)|bomb\w*|hit|raid\w*|shell\w*|attack\w*)\b"
    r"|\b(?:air|drone|missile)[-\s]?(?:strikes?|raids?|attacks?)\b",
    re.IGNORECASE,
)
# "Flew a mock raid": nothing was struck.
PRETENDED = re.compile(r"\b(?:mock|simulated|feigned|practi[cs]e)\s+(?:air\s+)?[\w-]+", re.IGNORECASE)
DEAD = {
    "civilian": "the dead called civilian",
    "combatant": "the dead called combatant",
    "unclear": "unclear who the dead were",
}
GRAVE = frozenset(
    {"killed", "wounded", "casualties", "missing", "abducted"}
)  # counts that matter whoever alone tells them
ROWS = 12


class _Topic(NamedTuple):
    """A row before it is filled."""

    rank: int
    label: str
    telling: bool  # worth a row even when only one source mentions it


def points(record: Record, event: Event, accounts: Sequence[Account], memo: Memo = FORGETFUL) -> tuple[Point, ...]:
    """Who mentions what, by source; what nobody else mentions only where it is grave."""
    rows: dict[_Topic, dict[str, Statement]] = defaultdict(dict)
    for account in accounts:
        for statement in (*account.lead, *account.rest):
            for topic in memo.trace("topics", statement.claim, partial(_topics, record, statement.claim)):
                rows[topic].setdefault(account.source or account.name, statement)
    own = TYPES[event.type].name if event.type in TYPES else ""  # what the whole page is about is no point of it
    made = [
        (topic, Point(topic.label, tuple(told.values()), independent(record, told.values())))
        for topic, told in sorted(rows.items())
        if topic.label != own
    ]
    kept = [(topic, point) for topic, point in made if point.independent > 1 or topic.telling]
    return tuple(point for _, point in sorted(kept, key=lambda row: (-row[1].independent, row[0]))[:ROWS])


def _topics(record: Record, id_: str) -> set[_Topic]:
    """What a claim touches: kinds of events by their triggers, things counted, what the dead are called."""
    claim = record.claims[id_]
    text = record.linked.articles[claim.article].text
    pretended = [Span(*m.span()) for c in claim.content for m in PRETENDED.finditer(text, c.start, c.end)]
    triggers = [
        t
        for t in record.passages.bare[claim.article].triggers
        if any(c.contains(t.span) for c in claim.content) and not any(p.contains(t.span) for p in pretended)
    ]
    told = {t.type for t in triggers if t.type in TYPES} - UNTOLD
    if FROM_THE_AIR.search(PRETENDED.sub("", record.words[claim.id].text)):
        told.add(STRIKE)
    kinds = list(TYPES)
    topics = {_Topic(2 + kinds.index(t), TYPES[t].name, telling=t == STRIKE) for t in told}
    topics |= {_Topic(1, f.counts, telling=f.counts in GRAVE) for f in claim.figures if not f.scope}
    return topics | {_Topic(0, DEAD[s.value], telling=True) for s in statuses(record, claim)}
