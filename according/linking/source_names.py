"""What a source is called: the part of its words that says who it is, without what is only remarked of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.model import Mention, Span

# Where a source's head ends: "spokesman | of the coalition", "Caggins | , a spokesman", "residents | in a village".
HEAD_ENDS = re.compile(
    r",|;|\(|—|–|\b(?:of|in|at|for|from|with|who|which|that|near|on|to|by|and|or|as)\b", re.IGNORECASE
)
LEADING = re.compile(r"(?:the|a|an|this|that)\s+", re.IGNORECASE)
APPOSITION = re.compile(r",\s+(?:(?:the|a|an)\s+)?", re.IGNORECASE)
# Where a remark on an unnamed source begins: "residents | , some of whom had fled"; "residents who fled" are those.
REMARK = re.compile(
    r",\s+(?:(?:some|many|most|all|both|none|one|two|three|several) of )?(?:who|whom|whose|which)\b.*", re.DOTALL
)
TRAILING = re.compile(r"[\s\"'”’“‘)»,.;:]+\Z|['’]s\Z")


def named_head(text: str, span: Span, inside: Sequence[Mention]) -> Mention | None:
    """The mention that a source's words come down to: the one that ends its head, or stands in apposition to it."""
    head = source_head(text, span, [m.span for m in inside])
    ending = [m for m in inside if m.span.end == head.end and head.start <= m.span.start]
    behind = APPOSITION.match(text, head.end, span.end)
    beside = [m for m in inside if behind and m.span.start == behind.end()]
    return max(ending or beside, key=lambda m: m.span.end - m.span.start, default=None)  # "Bank of Japan", not Japan


def source_head(text: str, span: Span, names: Sequence[Span] = ()) -> Span:
    """The part of a source's words that says who it is: what stands before the first comma or preposition.

    A preposition inside a name ("Observatory for Human Rights") cuts nothing.
    """
    words = span.of(text)
    whole = [(n.start - span.start, n.end - span.start) for n in names]
    cuts = (m.start() for m in HEAD_ENDS.finditer(words) if words[: m.start()].strip())
    cut = next((c for c in cuts if not any(start < c < end for start, end in whole)), len(words))
    head = words[:cut]
    while trimmed := TRAILING.search(head):
        head = head[: trimmed.start()]
    return Span(span.start, span.start + len(head)) if head else span


def spoken_name(words: str) -> str:
    """A source's words as a label: no article before, no remark or punctuation behind, white space made single."""
    name = " ".join(REMARK.sub("", words, count=1).split()).strip("\"'“”‘’,;: ")
    return LEADING.sub("", name, count=1) if LEADING.match(name) else name
