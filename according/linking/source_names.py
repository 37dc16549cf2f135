"""What a source is called: the part of its words that says who it is, without what is only remarked of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from according.annotating.wordlists.kinds import words_of
from according.annotating.wordlists.nations import nation
from according.linking.forms import visible
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
# Where a person's name ends the words for who speaks: at their end, or where a comma opens a remark on the person.
END_OF_PHRASE = re.compile(r"[\s\"'”’)]*(?:\Z|,|\()")
OFFICE_WORD = re.compile(r"[\w.'’-]+")
OF_OFFICE = re.compile(r"\b(?:of|for|at|in|to)\b")
# What opens a list of people or leads away from the one whose office it is ("officials and the minister's aide, ...").
LIST_OF_PEOPLE = re.compile(r"\band\s+[a-z]|\b(?:including|such|like|among|with|by|who|that|which)\b|[;—–]|,(?!\Z)")
HEADS = frozenset({"head", "chair", "deputy"})  # offices that are no titles before a name
POSSESSIVES = ("'s", "’s")
BETWEEN_ENDS = re.compile(r"\.?(?:,? (?:Jr|Sr|II|III)\.?)?")
MISTER = re.compile(r",\s+(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col)\.?\Z")
QUANTIFIERS = frozenset("all both each every any some no".split())
INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
LONGEST_DESCRIPTION = 3  # words: "state news agency"
BODIES = frozenset("agency service group movement militia party observatory firm company airline bank".split())
# A union of states has bodies of its own: the "UN refugee agency" is not the UN.
UNION = re.compile(r"(?:[A-Z]\.?){2}|NATO|Nato|United Nations|(?:European|African) Union")
TRAILING = re.compile(r"[\s\"'”’“‘)»,.;:]+\Z|['’]s\Z")


def named_head(text: str, span: Span, inside: Sequence[Mention], persons: Collection[str] = ()) -> Mention | None:
    """The mention that a source's words come down to; ``persons`` are the ids of actors who are one.

    It ends the head or stands in apposition to it, is the person at the end of an office ("Secretary of State Ada
    Holm"), or is told what it is ("the Le Jour newspaper").
    """
    head = source_head(text, span, [m.span for m in inside])
    ending = [m for m in inside if head.start <= m.span.start and _ends_with(text, m.span.end, head.end)]
    behind = APPOSITION.match(text, head.end, span.end)
    beside = [m for m in inside if behind and m.span.start == behind.end()]
    longest = max(ending or beside, key=lambda m: m.span.end - m.span.start, default=None)  # "Bank of Japan", not Japan
    return longest or _in_office(text, span, inside, persons) or _described(text, head, inside, persons)


def _ends_with(text: str, name_end: int, head_end: int) -> bool:
    """Whether a head ends with a name: but for the full stop of "U.N." and the "Jr." of a son nothing is between."""
    return bool(BETWEEN_ENDS.fullmatch(text[min(name_end, head_end) : max(name_end, head_end)]))


def _in_office(text: str, span: Span, inside: Sequence[Mention], persons: Collection[str]) -> Mention | None:
    """The one person whose office the words before tell: "head of the union(,) Ada Holm"."""
    holder = min((m for m in inside if m.entity in persons), key=lambda m: m.span, default=None)
    if holder is None or not END_OF_PHRASE.match(text, holder.span.end, span.end):
        return None
    before = MISTER.sub(",", text[span.start : holder.span.start].rstrip())
    words = OFFICE_WORD.findall(before)
    if not OF_OFFICE.search(before) or LIST_OF_PEOPLE.search(before):
        return None
    if before.endswith(","):
        return holder
    last = words[-1]
    fits = last[:1].isupper() and not _is_title(last) and not nation(last)
    fits = fits and last[-2:] not in POSSESSIVES and last.lower() not in QUANTIFIERS  # "spokesman for Norway's Holm"
    return holder if fits and any(w.lower() in words_of("title") | HEADS for w in words) else None


def _is_title(word: str) -> bool:
    """Whether a word is a title, or has one in it: "Minister", "Secretary-General"."""
    return not words_of("title").isdisjoint(word.lower().split("-"))


def _described(text: str, head: Span, inside: Sequence[Mention], persons: Collection[str]) -> Mention | None:
    """The body that the noun behind it says to be one: "the Le Jour newspaper", not "a Le Jour newspaper"."""
    bodies = [m for m in inside if m.kind == "actor" and head.contains(m.span)]
    last = max(bodies, key=lambda m: m.span.end, default=None)
    if last is None or last.entity in persons or INDEFINITE.match(text, head.start):
        return None
    said = text[last.span.end : head.end].split()
    plain = all(word.islower() and word not in POSSESSIVES for word in said)  # "Le Jour's website" is what it owns
    if not (plain and 1 <= len(said) <= LONGEST_DESCRIPTION):
        return None
    if said[-1] in BODIES and UNION.fullmatch(last.text):  # "UN refugee agency": another
        return None
    return last if said[-1] in words_of("outlet") | BODIES else None


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
    name = " ".join(REMARK.sub("", visible(words), count=1).split()).strip("\"'“”‘’,;: ")
    return LEADING.sub("", name, count=1) if LEADING.match(name) else name
