"""Sources that say nothing, as far as the text says so."""

from __future__ import annotations

import re

from according.digesting.record import Record
from according.model import Statement

DECLINES = "declines"  # the stance of who will not do something
# What is declined must be speaking: who refuses to give up a town, or to talk to an enemy, is not silent.
SPEAKING = re.compile(
    r"\b(?:comment|say|discuss|speak|elaborate|answer|respond|disclose|name|identify|confirm|reveal"
    r"|talk\s+(?:about|to\s+(?:the\s+)?(?:reporters?|journalists?|media|press))"
    r"|(?:give|provide|offer)\s+(?:\w+\s+){0,2}?(?:details?|information|names?|reasons?|figures?|numbers?|interviews?"
    r"|statements?|comments?|accounts?|explanations?|answers?))\b"
)
UNSAID = re.compile(
    r"(?:\b(?:not|no|never|without)\b|n['’]t\b)\W+(?:\w+\W+){0,2}?(?:mention|comment|address|respond|reply|elaborate|say|specify)",
    re.IGNORECASE,
)


def is_silence(record: Record, statement: Statement) -> bool:
    """Whether the text says that a source says nothing: "declined to comment", "did not mention casualties"."""
    claim = record.claims[statement.claim]
    cue = " ".join(s.of(record.linked.articles[claim.article].text) for s in claim.cue)
    declined = statement.stance == DECLINES and SPEAKING.search(f"{cue} {record.words[claim.id].text}")
    return bool(declined or UNSAID.search(cue))
