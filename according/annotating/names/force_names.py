"""Bodies named by their nation: "US troops", "Syrian Arab Army", "Turkish Ministry of Defense", "Iran's state TV"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from according.annotating.names.candidates import Candidate, Strength
from according.annotating.names.shapes import headline_tokens, is_capitalised
from according.annotating.wordlists.kinds import known_names, words_of
from according.annotating.wordlists.nations import country_named, country_of_people, nation
from according.model import Label

_LONGEST_NATION = 4  # tokens of a country's name
_LONGEST_FORCE = 6  # tokens from the nation to its force
# Nouns that stand for a government when a nation goes before; "court" and "council" alone are too many things.
_GOVERNMENT = frozenset(
    "government parliament regime authorities administration presidency congress senate cabinet embassy consulate "
    "ministry police junta legislature".split()
)
_GOVERNMENT_MODIFIERS = frozenset(
    "foreign defense defence interior justice finance health oil transport education energy trade economy federal "
    "central military interim transitional provisional local national state security intelligence agriculture culture "
    "information islamic communist civilian new".split()
)
# What a state calls its own voice: "Syrian state television", "Iran's official news agency".
_OF_THE_STATE = frozenset("state official public national".split())
_POSSESSIVES = frozenset({"'s", "’s"})
_RUN = frozenset("- run owned controlled".split())
_BROADCASTS = frozenset("television tv radio media broadcaster agency".split())
_LED = re.compile(
    r"\b(?P<leader>[A-Z][A-Za-z.]+)-led (?:(?:international|military|air|global|anti-[\w ]+?) )*"
    r"(?:coalition|alliance|forces?)\b"
)


def forces(doc: Doc) -> Iterator[Candidate]:
    """A nation with its force or government, and the words that may stand between."""
    headlines = headline_tokens(doc)
    for start in range(len(doc)):
        nation_end = _nation_end(doc, start)
        if nation_end == start:
            continue
        found = _force_end(doc, nation_end)
        if found:
            end, label = found
            strength = Strength.WORDS if start not in headlines else Strength.MODEL
            yield Candidate(start, end, label, "demonym", strength)


def _nation_end(doc: Doc, start: int) -> int:
    """The token after the nation's name or adjective that starts here; start when there is none."""
    for end in range(min(len(doc), start + _LONGEST_NATION), start, -1):
        text = doc[start:end].text
        if country_of_people(text) or country_named(text):
            return end
    return start


def _force_end(doc: Doc, at: int) -> tuple[int, Label] | None:
    """Where the force or government ends that follows a nation, and which of the two it is: the last noun that fits."""
    found = None
    modified = False
    if at < len(doc) and doc[at].lower_ in _POSSESSIVES:  # "South Korea's military"
        at += 1
    for i in range(at, min(len(doc), at + _LONGEST_FORCE)):
        word = doc[i].lower_
        if doc[i].is_sent_start or (doc[i].text.istitle() != doc[at].text.istitle() and found):
            break
        if word in words_of("force") or (modified and word in words_of("personnel")):
            found = (i + 1, Label.ARMED_FORCE)
        elif word in _GOVERNMENT or (word == "department" and modified):
            found = (_office_end(doc, i + 1), Label.GOVERNMENT)
        elif word not in words_of("force modifier") and word not in _GOVERNMENT_MODIFIERS and doc[i].text != "-":
            break
        modified = True
    return found if found and not _of_another(doc, found[0]) else None


def _of_another(doc: Doc, at: int) -> bool:
    """Whether the noun behind a force or government is of a body of its own: "police union", "army radio"."""
    return at < len(doc) and doc[at].lower_ in words_of("organization") | words_of("media") | words_of("group")


def _office_end(doc: Doc, at: int) -> int:
    """Past the field of a ministry: "Ministry of Defense", "Ministry of Foreign Affairs and Trade"."""
    if at + 1 >= len(doc) or doc[at].lower_ not in {"of", "for"}:
        return at
    end = at + 1
    while end < len(doc) and (is_capitalised(doc[end]) or _joins_fields(doc, end, at)):
        end += 1
    return end if end > at + 1 else at


def _joins_fields(doc: Doc, at: int, start: int) -> bool:
    return at > start + 1 and doc[at].lower_ == "and" and at + 1 < len(doc) and is_capitalised(doc[at + 1])


def state_media(doc: Doc) -> Iterator[Candidate]:
    """A nation with the outlet that speaks for its state, where no name follows: "Syrian state television"."""
    for start in range(len(doc)):
        end = _nation_end(doc, start)
        if end > start and (last := _broadcast_end(doc, end)):
            yield Candidate(start, last, Label.MEDIA, "demonym", Strength.WORDS)


def _broadcast_end(doc: Doc, at: int) -> int:
    """Where "'s state-run news agency" ends, or 0; an apposition to a name ("state news agency SANA") is no name."""
    if at < len(doc) and doc[at].lower_ in _POSSESSIVES:
        at += 1
    if at >= len(doc) or doc[at].lower_ not in _OF_THE_STATE:
        return 0
    at += 1
    while at < len(doc) and doc[at].lower_ in _RUN:
        at += 1
    if at + 1 < len(doc) and doc[at].lower_ == "news":
        at += 1
    if at >= len(doc) or doc[at].lower_ not in _BROADCASTS:
        return 0
    following = doc[at + 1] if at + 1 < len(doc) else None
    return 0 if following is not None and is_capitalised(following) and not following.is_sent_start else at + 1


def coalitions(doc: Doc) -> Iterator[Candidate]:
    """Alliances called by who leads them: "US-led coalition", "Saudi-led military alliance", "NATO-led force"."""
    for match in _LED.finditer(doc.text):
        span = doc.char_span(*match.span())
        leader = match.group("leader")
        if span is not None and (nation(leader) or leader in known_names()):
            yield Candidate(span.start, span.end, Label.ARMED_FORCE, "cue: -led", Strength.CUE)
