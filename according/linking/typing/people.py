"""Persons whom the model took for bodies or ran together with one, where the words around leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from according.annotating.wordlists.kinds import kind_of_words, known_names, words_of
from according.annotating.wordlists.nations import country_of_people, nation
from according.linking.census import is_given_name, is_surname
from according.model import Label, Name, Span

_AGE = re.compile(r", (?:now )?[1-9]\d(?:,| and |\))")
# "(Ana Lee/AP)", "Ana Lee, File/Reuters": who took a picture, and for whom.
_FOR_AGENCY = re.compile(
    r"(?:, [Ff]ile)? ?/ ?(?:The )?"
    r"(?:AP|Associated Press|Getty|Reuters|REUTERS|AFP|EPA|PA|Pool|Invision|Bloomberg)\b"
)
_TAKEN_BY = re.compile(r"(?:\b[Pp]hoto(?:graph)?(?:er)?(?: by|:)|©) ?$")
_CREDIT = re.compile(r"[:/\n]")
_CALLED = re.compile(r", (?:an?|the) (?:[\w-]+ ){0,3}?(?P<noun>[a-z]+)(?=[,.]| (?:who|at|of|in|for|from|with)\b)")
_CALLINGS = frozenset(
    "man woman boy girl mother father guard businessman businesswoman teacher doctor nurse lawyer student resident "
    "professor farmer fisherman driver engineer housewife pensioner veteran shopkeeper researcher scientist".split()
)
_KIN = re.compile(
    r"\b(?:father|mother|son|daughter|wife|husband|brother|sister|uncle|aunt|cousin|nephew|niece|widow|widower|fianc[ée]e?|"
    r"girlfriend|boyfriend|twin|(?:grand|step)(?:father|mother|son|daughter)),? $"
)
# What an office is for is no body of its own where the office is named: "Secretary of State", "Minister of Defence".
_OFFICE = re.compile(r"\b(?:[Ss]ecretar(?:y|ies)|[Mm]inisters?) (?:of|for) $")
_OFFICE_AFTER = re.compile(r" (?:Secretary|Minister)\b")
_PORTFOLIOS = frozenset(
    "state defense defence interior justice finance education health labor labour energy agriculture commerce "
    "transportation transport treasury homeland housing war foreign trade culture environment".split()
)
_OPEN_ENDS = frozenset("of for and the in on at to by".split())
_REACH = 30  # characters before a name
_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]*)*")
_FULL = 2  # words of a full name, at least
_MOST = 3
_BODIES = frozenset({Label.ORGANIZATION, Label.GOVERNMENT, Label.MEDIA, Label.ARMED_FORCE})


def is_shown_a_person(text: str, span: Span, surnames: Collection[str]) -> bool:
    """Whether a name is somebody's relative, or a full one with an age, a calling, a camera or another's surname."""
    words, before, after = span.of(text).split(), text[max(0, span.start - _REACH) : span.start], span.end
    if _KIN.search(before) and all(map(_WORD.fullmatch, words)):
        return True
    if not _is_full_name(words):
        return False
    if _AGE.match(text, after) or _FOR_AGENCY.match(text, after) or _TAKEN_BY.search(before):
        return True
    called = _CALLED.match(text, after)
    calling = bool(called and called["noun"] in _CALLINGS)
    return calling or (len(words) == _FULL and words[-1] in surnames and not nation(words[0]))


def is_named_like_a_person(text: str, form: str) -> bool:
    """Whether a name is a given name and another word, neither of which the text has without a capital."""
    words = form.split()
    if len(words) != _FULL or not is_given_name(words[0]) or not _is_full_name(words):
        return False
    plural = words[1].endswith("s") and not is_surname(words[1])  # "Scarlet Knights" are a team
    small = rf"(?<![\w'’-])(?:{'|'.join(re.escape(word.lower()) for word in words)})(?![\w'’-])"
    return not plural and re.search(small, text) is None


def _is_full_name(words: Sequence[str]) -> bool:
    plain = all(_WORD.fullmatch(word) and word[0].isupper() and not word.isupper() for word in words)
    free = kind_of_words(words) is None and " ".join(words) not in known_names()
    nations = any(country_of_people(word) for word in words)
    return _FULL <= len(words) <= _MOST and plain and free and not nations and not _placed(words)


def _placed(words: Sequence[str]) -> bool:
    return any(word.lower() in words_of("place") or word.lower() in words_of("furniture") for word in words)


def without_portfolios(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names but for what an office is for: "State" of "Secretary of State", "Defense" of "Defense Secretary"."""
    for name in names:
        first = re.split(r"[ -]", name.span.of(text).lower(), maxsplit=1)[0]
        body = name.label in _BODIES and name.inside is None and first in _PORTFOLIOS
        after = first == name.span.of(text).lower() and _OFFICE_AFTER.match(text, name.span.end)
        if not body or not (after or _OFFICE.search(text[max(0, name.span.start - _REACH) : name.span.start])):
            yield name


def without_credits(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names, the agency of a picture's credit parted from what follows: "AP:Associated Press People in Japan"."""
    for name in names:
        credit = _credited(text, name) if name.label in _BODIES and name.inside is None else 0
        if credit:
            agency = Span(name.span.start, name.span.start + credit)
            yield replace(name, span=agency, label=Label.MEDIA, evidence="known name", descriptions=())
            rest = name.span.of(text)[credit:].split()
            if name.label is not Label.MEDIA and len(rest) >= _FULL:
                yield replace(name, span=Span(agency.end + 1, name.span.end))
        else:
            yield name


def _credited(text: str, name: Name) -> int:
    """The length of the agency that a name begins with where a credit stands, or 0."""
    words = name.span.of(text).split(" ")
    if " ".join(words) in known_names() or not _CREDIT.search(text[max(0, name.span.start - 1) : name.span.start]):
        return 0
    lengths = [n for n in range(1, len(words)) if known_names().get(" ".join(words[:n])) is Label.MEDIA]
    rest = words[max(lengths, default=0) :]
    return len(" ".join(words[: lengths[-1]])) if lengths and kind_of_words(rest) is not Label.MEDIA else 0


def parted_from_persons(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names, a body run together with the full name of a person of the article parted in two."""
    forms = {n.span.of(text) for n in names if n.label is Label.PERSON}
    persons = {form for form in forms if _is_full_name(form.split())}
    for name in names:
        body = name.label in _BODIES and name.inside is None
        yield from _parted(text, name, persons) if body else (name,)


def _tail(words: Sequence[str]) -> str | None:
    """A given name and another word behind a body's own noun or its possessive: "Security Committee Ana Lee"."""
    head, tail = words[:-_FULL], words[-_FULL:]
    ends = head and (head[-1].endswith(("'s", "’s")) or kind_of_words(head[-1:]) is not None)
    return " ".join(tail) if ends and is_given_name(tail[0]) and _is_full_name(tail) else None


def _parted(text: str, name: Name, persons: Collection[str]) -> Iterator[Name]:
    form = name.span.of(text)
    known = (p for p in sorted(persons, key=lambda p: (-len(p), p)) if form.endswith(" " + p))
    whose = next(known, None) or _tail(form.split(" "))
    head = form.removesuffix(whose).rstrip() if whose else ""
    if not whose or head.split()[-1].lower() in _OPEN_ENDS:
        yield name
        return
    yield replace(name, span=Span(name.span.start, name.span.start + len(head)), descriptions=())
    yield replace(
        name, span=Span(name.span.end - len(whose), name.span.end), label=Label.PERSON, evidence="parted from a body"
    )
