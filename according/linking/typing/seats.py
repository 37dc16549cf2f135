"""Buildings that stand for whoever sits in them: "met at the White House" is a place, "the White House said" is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from according.linking.gazetteer import Gazetteer, How
from according.model import Label, Name, Span

_AT = re.compile(
    r"\b(?:at|in|inside|into|outside|near|around|towards?|(?:arriv|welcom)\w+ (?:at|to|in))\s+(?:the\s+)?$"
)
_ATTRIBUTE = re.compile(
    r"\s+(?!(?:on|in|at|for|to|and|with|by|before|after|when|where|as|from|today|this|last)\b)[a-z]{3}"
)
_REACH = 30  # characters before a name


def seats(text: str, names: Sequence[Name], speakers: Sequence[Span], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names, bodies that a building is named for made places where something happens at it."""
    return tuple(_seat(text, name, speakers, gazetteer) for name in names)


def _seat(text: str, name: Name, speakers: Sequence[Span], gazetteer: Gazetteer) -> Name:
    body = name.label is not Label.PLACE and name.inside is None
    if not body or not _AT.search(text[max(0, name.span.start - _REACH) : name.span.start]):
        return name
    if _ATTRIBUTE.match(text, name.span.end) or any(name.span.overlaps(speaker) for speaker in speakers):
        return name
    hits = gazetteer.lookup(name.span.of(text))
    is_site = any(hit.entry.kind == "site" and hit.how <= How.ALIAS for hit in hits)
    return replace(name, label=Label.PLACE, evidence="cue: at a building") if is_site else name
