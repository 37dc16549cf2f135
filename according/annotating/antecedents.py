"""Who a source stands for that is only a pronoun, a description or half a name: the earlier mention, with the reason.

The search is a short sieve from sure to less sure, in the spirit of the Stanford deterministic coreference system
(Lee et al. 2013), over earlier sources first and other names second; where no candidate fits, nothing is linked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.annotating.wordlists.kinds import words_of
from according.model import Label, Span

SINGULAR = {
    "he": "person",
    "she": "person",
    "it": "body",
    "him": "person",
    "her": "person",
    "his": "person",
    "its": "body",
}
PLURAL = {"they", "them", "their"}
RELATIVE = {"who", "which", "that", "whom"}
DEFINITE = ("the ", "this ", "that ", "these ", "those ", "its ", "his ", "her ", "their ")
BODIES = {Label.ORGANIZATION, Label.GOVERNMENT, Label.ARMED_FORCE, Label.MEDIA, Label.GROUP}

# Other words in a name that a description can stand for.
ALSO_CALLED = {
    "newspaper": {"times", "post", "journal", "herald", "guardian", "tribune", "gazette", "daily"},
    "army": {"forces", "military"},
    "military": {"army", "forces", "command"},
    "university": {"college"},
    "company": {"inc", "inc.", "ltd", "ltd.", "corp", "corp."},
    "group": {"observatory", "network", "organization"},
    "monitor": {"observatory", "watch", "monitor"},
}
# Sources further back than this many earlier ones are forgotten by a pronoun.
MEMORY = 6
# A pronoun looks this many blocks back, a name or description anywhere.
PRONOUN_BLOCKS = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as it stands in the text, or another name that a source may go back to."""

    span: Span
    text: str
    block: int
    label: Label | None = None
    person: bool | None = None  # None: the words do not tell
    plural: bool = False
    named: bool = False
    head: str = ""  # lower-case lemma of its main word
    author: Mention | None = None  # whose document it is: "| Her lawyers |' letter"


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The mention that a source stands for, and why."""

    span: Span
    reason: str


def find_antecedent(source: Mention, earlier: Sequence[Mention], names: Sequence[Mention]) -> Antecedent | None:
    """The antecedent of one source; ``earlier`` holds the sources before it, ``names`` all names before it."""
    word = source.text.lower()
    if source.author is not None:
        return _of_document(source, source.author, earlier, names)
    if word in SINGULAR or word in PLURAL:
        return _of_pronoun(source, earlier, names)
    if word.split()[-1:] and word.split()[-1] in RELATIVE:
        return _of_relative(source, earlier)
    if source.named:
        before = (*earlier, *names)
        return _of_short_name(source, before) or _of_short_body(source, before)
    if word.startswith(DEFINITE):
        return _of_description(source, earlier, names)
    return None


def _of_pronoun(source: Mention, earlier: Sequence[Mention], names: Sequence[Mention]) -> Antecedent | None:
    """He, she, it, they: the last speaker that can be one; failing that, the last name in the same block."""
    near = [m for m in earlier[-MEMORY:] if source.block - m.block <= PRONOUN_BLOCKS]
    for candidate in reversed(near):
        if _fits(source, candidate):
            return Antecedent(candidate.span, f"“{source.text}” after the source “{candidate.text}”")
    beside = [n for n in names if source.block - n.block <= 1 and n.span.end <= source.span.start]
    fitting = [n for n in beside if _fits(source, n)]
    if fitting and len({n.text for n in fitting if n.block == fitting[-1].block}) == 1:
        return Antecedent(fitting[-1].span, f"“{source.text}” after “{fitting[-1].text}”, the only name that fits")
    return _of_only_person(source, names) if SINGULAR.get(source.text.lower()) == "person" else None


def _of_only_person(source: Mention, names: Sequence[Mention]) -> Antecedent | None:
    """He, she: the person of whom all of the text before has told, where it names one alone."""
    persons = [n for n in names if n.person and n.span.end <= source.span.start]
    if not persons or len({_last_words(n.text).split()[-1] for n in persons}) > 1:
        return None
    return Antecedent(persons[0].span, f"“{source.text}” after “{persons[0].text}”, the only person named")


def _fits(source: Mention, candidate: Mention) -> bool:
    """Whether a pronoun can stand for a candidate, by number and by what kind of thing it is."""
    word = source.text.lower()
    if candidate.text.lower() in PLURAL | RELATIVE | set(SINGULAR) | {"i", "we", "you"}:
        return candidate.text.lower() == word
    if word in PLURAL:
        return candidate.plural or candidate.label in BODIES
    if candidate.plural:
        return False
    return candidate.person is not (SINGULAR[word] != "person")


def _of_relative(source: Mention, earlier: Sequence[Mention]) -> Antecedent | None:
    """Residents, some of whom: the source that the pronoun's clause describes."""
    around = next((m for m in reversed(earlier) if m.span.contains(source.span) and m.span != source.span), None)
    return Antecedent(around.span, f"“{source.text}” in “{around.text}”") if around is not None else None


def _of_short_name(source: Mention, before: Sequence[Mention]) -> Antecedent | None:
    """Caggins: the earliest longer name that ends in it, if all that do are one."""
    longer = [m for m in before if m.span.end <= source.span.start and _extends(m.text, source.text)]
    longer = [m for m in longer if m.person is not False]
    if not longer or len({_last_words(m.text) for m in longer}) > 1:
        return None
    return Antecedent(longer[0].span, f"“{source.text}” is the end of “{longer[0].text}”")


def _of_short_body(source: Mention, before: Sequence[Mention]) -> Antecedent | None:
    """The Coalition: the earliest longer name of a body that has the word in it, if all that do are one."""
    if source.person or not source.text.lower().startswith("the "):
        return None
    words = _bare(source.text)
    longer = [m for m in before if m.named and m.person is not True and m.label in BODIES | {None}]
    longer = [m for m in longer if words < _bare(m.text) and m.span.end <= source.span.start]
    if not longer or len({frozenset(_bare(m.text)) for m in longer}) > 1:
        return None
    return Antecedent(longer[0].span, f"“{source.text}” is short for “{longer[0].text}”")


def _bare(text: str) -> set[str]:
    return {w for w in _name_words(text) if w != "the"}


def _of_document(
    source: Mention, author: Mention, earlier: Sequence[Mention], names: Sequence[Mention]
) -> Antecedent | None:
    """His statement, her lawyers' letter: whoever put it out, where the text has named them before."""
    found = find_antecedent(author, earlier, names) or _same_words(author, earlier)
    return Antecedent(found.span, f"“{source.text}”: {found.reason}") if found is not None else None


def _same_words(source: Mention, earlier: Sequence[Mention]) -> Antecedent | None:
    before = next((m for m in earlier if m.text.casefold() == source.text.casefold()), None)
    return Antecedent(before.span, f"“{source.text}” spoke before") if before is not None else None


def _extends(long: str, short: str) -> bool:
    """Whether a name ends in another: "Myles Caggins, a spokesman" in "Caggins"."""
    words, part = _name_words(long), _name_words(short)
    return len(part) < len(words) and words[-len(part) :] == part


def _name_words(text: str) -> list[str]:
    return text.split(",", 1)[0].replace("’", "'").casefold().removesuffix("'s").split()


def _last_words(text: str) -> str:
    return " ".join(_name_words(text)[-2:])


def _of_description(source: Mention, earlier: Sequence[Mention], names: Sequence[Mention]) -> Antecedent | None:
    """The journalist, the mayor, the ministry: an earlier source or name with that word in it."""
    if not source.text.lower().startswith(("the ", "this ", "that ")):
        return None
    words = {source.head} | ALSO_CALLED.get(source.head, set())
    alike = [m for m in earlier if m.plural == source.plural and m.text.lower() != source.text.lower()]
    for candidate in reversed(alike):
        if candidate.head == source.head or words & set(_name_words(candidate.text)):
            return Antecedent(candidate.span, f"“{source.text}” after the source “{candidate.text}”")
    outlet = next((m for m in reversed(earlier) if m.label is Label.MEDIA), None)
    if source.head in words_of("outlet") and not source.plural and outlet is not None:
        return Antecedent(outlet.span, f"“{source.text}” after the outlet “{outlet.text}”")
    named = [n for n in names if words & set(_name_words(n.text)) and n.span.end <= source.span.start]
    if named and len({n.text.lower().removeprefix("the ") for n in named}) == 1:
        return Antecedent(named[0].span, f"“{source.text}” after “{named[0].text}”, the only one named")
    return None
