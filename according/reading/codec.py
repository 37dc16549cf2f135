"""Drafts as bytes and back, for the cache."""

from __future__ import annotations

import json
from datetime import date, time

from according.errors import Level, Problem
from according.model import Block, BlockKind, Span
from according.reading.draft import Draft, Facts, Text


def encode(draft: Draft) -> bytes:
    """A draft as bytes."""
    facts, problems = draft.facts, draft.problems
    packed = {
        "facts": [facts.title, facts.outlet, facts.date and facts.date.isoformat(), facts.url, facts.language],
        "time": facts.time and facts.time.isoformat(),
        "text": draft.text.text,
        "blocks": [[*b.span, b.kind.value] for b in draft.text.blocks],
        "problems": [[p.file, p.line, p.message, p.remedy, p.level.value, p.column] for p in problems],
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode("utf8", "surrogatepass")


def decode(data: bytes) -> Draft:
    """The draft that ``encode`` made the bytes of."""
    packed = json.loads(data.decode("utf8", "surrogatepass"))
    title, outlet, day, url, language = packed["facts"]
    hour = packed["time"]
    return Draft(
        Facts(
            title=title,
            outlet=outlet,
            date=date.fromisoformat(day) if day else None,
            url=url,
            language=language,
            time=time.fromisoformat(hour) if hour else None,
        ),
        Text(packed["text"], tuple(Block(Span(s, e), BlockKind(k)) for s, e, k in packed["blocks"])),
        tuple(Problem(f, n, m, r, Level(level), c) for f, n, m, r, level, c in packed["problems"]),
    )
