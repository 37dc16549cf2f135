"""The language model's entities as candidates: trimmed to the name, typed by their own words where those tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from according.annotating.names.candidates import Candidate, Strength
from according.annotating.names.shapes import CALENDAR, OPENERS, PARTICLES, is_capitalised, words
from according.annotating.wordlists.kinds import is_place_name, kind_of_words, known_names, words_of
from according.annotating.wordlists.nations import country_named, country_of_people
from according.model import Label

_LABELS = {
    "PERSON": Label.PERSON,
    "ORG": Label.ORGANIZATION,
    "GPE": Label.PLACE,
    "LOC": Label.PLACE,
    "FAC": Label.PLACE,
}
# Entities of these types are names of actors only when their words or their Arabic article say so.
_DOUBTFUL = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
_ARABIC = re.compile(r"\b[Aa](?:l|sh|n|s|d|r|z|t)[- ][A-Z]")
_BREAK = re.compile(r"[/(){}\[\]\n|;:]|--|—|\bor\b|^[’']$")
# Abbreviated ranks and places in a team that the model takes for the end of the body's name before a person's.
_POSITIONS = frozenset("capt col lt sgt gen maj det supt rb qb wr te lb cb de dt rhp lhp of".split())
_WAYS = frozenset("highway road motorway railway route line border corridor frontier axis".split())
_COMPANY = re.compile(r"(?:inc|ltd|llc|llp|corp|co|plc|jr|sr|md|phd)\b", re.IGNORECASE)


def model_entities(doc: Doc) -> Iterator[Candidate]:
    """What the model found, cut where a name cannot go on and freed of what is not part of it."""
    for entity in doc.ents:
        if entity.label_ in _LABELS or entity.label_ in _DOUBTFUL:
            for part in _pieces(entity):
                yield from _typed(_whole(part), entity.label_)
        elif entity.label_ == "NORP":
            yield from _people(entity)


def _pieces(entity: Span) -> Iterator[Span]:
    """The entity cut at slashes, brackets and line ends, two persons at their "and"; each piece trimmed."""
    doc, start = entity.doc, entity.start
    for token in entity:
        if _breaks(token) or (entity.label_ == "PERSON" and token.lower_ in {"and", "&"}):
            yield from _trimmed(doc, start, token.i)
            start = token.i + 1
    yield from _trimmed(doc, start, entity.end)


def _whole(name: Span) -> Span:
    """The name with the word before that the model cut off an Arabic one: "Hayat" of "Hayat Tahrir al-Sham"."""
    before = name.start - 1
    if before < 0 or not _ARABIC.search(name.text) or name[0].is_sent_start:
        return name
    token = name.doc[before]
    known = token.lower_.rstrip(".") in words_of("title") or country_of_people(token.text) or country_named(token.text)
    joins = is_capitalised(token) and token.lower_ not in OPENERS and not token.ent_type_ and not token.text.isupper()
    return name.doc[before : name.end] if joins and not known else name


def _breaks(token: Token) -> bool:
    """Whether no name goes on over this token: a slash, a bracket, a dash between spaces, a comma but for "Inc."."""
    if _BREAK.search(token.text) or token.is_space:
        return True
    last = token.i + 1 >= len(token.doc)
    if token.text in {"-", "–"}:
        return bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text == "," and not (not last and _COMPANY.match(token.nbor().text))


def _trimmed(doc: Doc, start: int, end: int) -> Iterator[Span]:
    while start < end and not _may_open(doc, start, end):
        start += 1
    while start < end and not _may_close(doc, end - 1, start):
        end -= 1
    if start < end:
        yield doc[start:end]


def _may_open(doc: Doc, at: int, end: int) -> bool:
    token = doc[at]
    if token.lower_ in OPENERS and not (token.text.isupper() and len(token) > 1):
        return False
    if token.lower_ in PARTICLES:
        return at + 1 < end
    return is_capitalised(token)


def _may_close(doc: Doc, at: int, start: int) -> bool:
    token = doc[at]
    if not is_capitalised(token):
        return token.is_digit and at > start
    if at > start and token.lower_.rstrip(".") in _POSITIONS and at + 1 < len(doc) and doc[at + 1].text[:1].isupper():
        return False
    # "the Khayyat Tahrir al-Sham Islamist alliance": the adjective belongs to the noun, not to the name.
    describes = country_of_people(token.text) or token.text.endswith(("ist", "ite"))
    follows = doc[at + 1] if at + 1 < len(doc) else None
    return not (at > start and describes and follows is not None and follows.pos_ == "NOUN" and follows.text.islower())


def _typed(name: Span, model_label: str) -> Iterator[Candidate]:
    """The candidate for one piece, if it is a name at all."""
    if _is_common(name):
        return
    name = _without_title(name)
    text, written = name.text, words(name.doc, name.start, name.end)
    if text in known_names():
        yield Candidate(name.start, name.end, known_names()[text], "known name", Strength.KNOWN)
    elif country_named(text):
        yield Candidate(name.start, name.end, Label.PLACE, "country", Strength.WORDS)
    elif country_of_people(text):
        yield Candidate(name.start, name.end, Label.PLACE, "demonym")
    elif model_label in _DOUBTFUL:
        kind = kind_of_words(written) if len(written) > 1 else None
        if kind or _ARABIC.search(text):
            yield Candidate(name.start, name.end, kind or Label.GROUP, "model", Strength.GUESS)
    else:
        yield from _apart(name, _label(written, model_label))


def _apart(name: Span, label: Label) -> Iterator[Candidate]:
    """The candidate, or two where a place "X-Y" stands before a noun for what joins X and Y: "the X-Y highway"."""
    following = name.doc[name.end].lower_ if name.end < len(name.doc) else ""
    joint = name.start + 1
    if label is Label.PLACE and len(name) == 3 and name.doc[joint].text == "-" and following in _WAYS:
        yield Candidate(name.start, joint, label, "model")
        yield Candidate(joint + 1, name.end, label, "model")
    else:
        yield Candidate(name.start, name.end, label, "model")


def _label(written: list[str], model_label: str) -> Label:
    label = _LABELS[model_label]
    if len(written) < 2:
        return label
    if label is Label.PERSON:
        # A surname may be a noun for a newspaper ("Post"), hardly one for a company or a ministry.
        kind = kind_of_words(written[-1:])
        return kind if kind and kind is not Label.MEDIA else label
    if label is Label.PLACE and is_place_name(written):
        return label
    if label is Label.ORGANIZATION and is_place_name(written) and kind_of_words(written) is None:
        return Label.PLACE
    return kind_of_words(written) or label


def _without_title(name: Span) -> Span:
    """The name without a rank or office before it: "Col. Omar Haddad"."""
    start = name.start
    while start + 1 < name.end and name.doc[start].lower_.rstrip(".") in words_of("title"):
        start += 1
    return name.doc[start : name.end]


def _people(entity: Span) -> Iterator[Candidate]:
    for name in _pieces(entity):
        text = name.text
        if text in known_names():
            yield Candidate(name.start, name.end, known_names()[text], "known name", Strength.KNOWN)
        elif country_of_people(text) or country_named(text):
            yield Candidate(name.start, name.end, Label.PLACE, "demonym")
        elif text.lower() not in words_of("people") and not _is_common(name):
            yield Candidate(name.start, name.end, Label.PLACE, "model: people", Strength.GUESS)


def _is_common(name: Span) -> bool:
    """Whether a single word is no name: a day, a plural that somebody owns, an adjective that opens a sentence."""
    if not any(is_capitalised(t) for t in name):
        return True
    if len(name) > 1:
        return False
    token = name[0]
    if token.lower_ in CALENDAR or token.lower_ in OPENERS or len(token) < 2:
        return not (token.text.isupper() and len(token) > 1)
    if token.text in known_names() or country_named(token.text):
        return False
    return _is_owned(token) or _is_opening_word(token)


def _is_owned(token: Token) -> bool:
    """Whether somebody has it, since people are not owned: "their Kalashnikovs"."""
    return token.ent_type_ == "PERSON" and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.children)


def _is_opening_word(token: Token) -> bool:
    """Whether only the beginning of the sentence gives it a capital: "Unofficial reports", "Comment:"."""
    if not token.is_sent_start or not token.text.istitle():
        return False
    if token.lower_ in words_of("opening") or (token.i + 1 < len(token.doc) and token.nbor().text == ":"):
        return True
    same = [t for t in token.doc if t.lower_ == token.lower_ and t.i != token.i]
    if any(t.is_lower for t in same):
        return True
    return token.tag_ not in {"NNP", "NNPS"} and not any(t.is_title and not t.is_sent_start for t in same)
