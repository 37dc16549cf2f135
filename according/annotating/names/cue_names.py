"""Names that the words around them give away: "village of X", "X province", "Col. X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from according.annotating.names.candidates import Candidate, Strength
from according.annotating.names.shapes import (
    OPENERS,
    OPENING_PARTICLES,
    headline_tokens,
    is_capitalised,
    name_end,
    words,
)
from according.annotating.wordlists.kinds import is_place_name, kind_of_words, known_names, words_of
from according.annotating.wordlists.nations import country_of_people, nation
from according.model import Label

# Nouns whose "of" names the place: "village of X", "the towns of X, Y and Z".
_PLACE_HEADS = frozenset(
    "village town city district province governorate region county island port settlement hamlet suburb neighbourhood "
    "neighborhood municipality capital canton oblast outskirts countryside area airport emirate prefecture commune "
    "enclave city-state township borough".split()
)
_PLACE_PLURALS = frozenset(
    "villages towns cities districts provinces governorates regions counties islands ports settlements hamlets suburbs "
    "neighbourhoods neighborhoods municipalities areas townships boroughs".split()
)
# A name straight after these, or straight before them, is a place: "the city Aleppo", "Hasake province".
_PLACE_BEFORE = frozenset("city town village capital hamlet".split())
_PLACE_AFTER = frozenset(
    "province governorate district region county city village town airport oblast municipality island peninsula "
    "countryside suburb neighbourhood neighborhood prefecture township borough area airbase airfield coast".split()
)
_LIST_JOINTS = frozenset({",", "and", "or", "&"})
# What a name is said to be when it is a place: "X is one of the largest bases", "X, a town in the north".
_PLACE_PREDICATES = _PLACE_HEADS | _PLACE_PLURALS | {"base", "bases", "stronghold", "camp", "crossing", "highway"}
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]{2,30}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, [A-Z][A-Za-z.]+)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r" ?(?:\((?P<agency>[A-Z][\w /]{1,30})\) ?[-–—]|[-–—]{1,2}) "
)
# The same further on in the first lines of an article, after a byline or the credit of a picture.
_LATE_DATELINE = re.compile(
    r"(?<=\s)(?P<place>[A-Z][A-Z.'’-]{3,20}(?: [A-Z][A-Z.'’-]{2,20}){0,2})(?:, [A-Z][A-Za-z.]+)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? (?:\([A-Z][\w /]{1,30}\) ?[-–—]{1,2}|--|—) (?=[\w\"“'‘])"
)
_FIRST_LINES = 600  # characters


def place_cues(doc: Doc) -> Iterator[Candidate]:
    """Names after "village of", each of those after "towns of", and after "the city"."""
    for token in doc[:-1]:
        word = token.text
        if (word in _PLACE_HEADS or word in _PLACE_PLURALS) and doc[token.i + 1].lower_ == "of":
            yield from _places_from(
                doc, _past_article(doc, token.i + 2), f"cue: {word} of", many=word in _PLACE_PLURALS
            )
        elif word in _PLACE_BEFORE and not _is_title_or_kind(doc, token.i + 1):
            yield from _places_from(doc, token.i + 1, f"cue: {word}", many=False)


def _past_article(doc: Doc, at: int) -> int:
    return at + 1 if at < len(doc) and doc[at].lower_ == "the" else at


def _places_from(doc: Doc, at: int, evidence: str, *, many: bool) -> Iterator[Candidate]:
    end = name_end(doc, at)
    while end > at:
        yield Candidate(at, end, Label.PLACE, evidence, Strength.CUE)
        joint = end
        while many and joint < len(doc) and doc[joint].lower_ in _LIST_JOINTS:
            joint += 1
        if joint == end:
            return
        at, end = joint, name_end(doc, joint)


def _is_title_or_kind(doc: Doc, at: int) -> bool:
    """Whether what follows is an office or a body: "city Mayor", "town Council"."""
    end = name_end(doc, at)
    first = doc[at].lower_.rstrip(".") if at < len(doc) else ""
    return first in words_of("title") or kind_of_words(words(doc, at, end)) is not None


def place_tails(doc: Doc) -> Iterator[Candidate]:
    """The name that ends just before a lower-case noun for a place: "Hasake province"."""
    for token in doc[1:]:
        if token.text in _PLACE_AFTER:
            start = _name_start(doc, token.i)
            name = doc[start : token.i].text
            if start < token.i and not country_of_people(name) and kind_of_words(words(doc, start, token.i)) is None:
                yield Candidate(start, token.i, Label.PLACE, f"cue: {token.lower_}", Strength.CUE)


def _name_start(doc: Doc, end: int) -> int:
    """The earliest token from which a run of name words reaches up to ``end``."""
    start = at = end
    while at > 0 and end - at < 8 and (at == end or not doc[at].is_sent_start):
        at -= 1
        if doc[at].lower_ in OPENERS and not doc[at].text.isupper():
            break
        if name_end(doc, at) == end:
            start = at
        elif not (is_capitalised(doc[at]) or doc[at].text == "-" or len(doc[at]) <= 3):
            break
    return start


def titled_persons(doc: Doc) -> Iterator[Candidate]:
    """Names straight after an office or rank: "Col. X", "spokesman Y"."""
    headlines = headline_tokens(doc)
    for token in doc[:-1]:
        word = token.lower_.rstrip(".")
        if word not in words_of("title") or token.i in headlines:
            continue
        start = token.i + 1
        end = _person_end(doc, start)
        if end > start and (word in words_of("rank") or _is_person_like(doc, start, end)):
            yield Candidate(start, end, Label.PERSON, f"title: {token.text}", Strength.CUE)


def _person_end(doc: Doc, start: int) -> int:
    """Where a person's name ends: where the model says, else where the capitals end, four words at most."""
    if doc[start].lower_.rstrip(".") in words_of("title"):
        return start
    if doc[start].ent_type_ == "PERSON" and doc[start].ent_iob_ == "B":
        end = next((e.end for e in doc.ents if e.start == start), start)
        while end > start and not is_capitalised(doc[end - 1]):
            end -= 1
        return end
    end = min(name_end(doc, start), start + 4)
    titles = any(t.lower_.rstrip(".") in words_of("title") for t in doc[start : end - 1])
    return start if titles else end  # "Chief Deputy City Attorney Ana Lee": the name follows the last of them


def _is_person_like(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing says that the name is a place's or a body's: "president Ford Motor" stays what it was."""
    name = doc[start:end]
    written = words(doc, start, end)
    if nation(name.text) or name.text in known_names() or kind_of_words(written) or is_place_name(written):
        return False
    return name[0].ent_type_ in {"PERSON", ""} or (name[0].ent_type_ in {"ORG", "GPE"} and end - start > 1)


def said_to_be_places(doc: Doc) -> Iterator[Candidate]:
    """Entities that the clause calls a place: "X is one of the largest bases", "X, a town in the north"."""
    for entity in doc.ents:
        if entity.label_ in {"PERSON", "ORG"} and any(_is_place_noun(t) for t in _called(entity)):
            start, end = entity.start, entity.end
            while start < end and not is_capitalised(doc[start]) and doc[start].lower_ not in OPENING_PARTICLES:
                start += 1
            if start < end and name_end(doc, start) >= end:
                yield Candidate(start, end, Label.PLACE, "cue: said to be a place", Strength.CUE)


def _called(entity: Span) -> Iterator[Token]:
    """The heads of what an entity, or the list that it stands in, is said to be: by apposition, copula, direction."""
    for root in _listed(entity.root):
        after = (c for c in root.children if c.i >= entity.end)
        yield from (c for c in after if c.dep_ == "appos" or _is_direction(c))
    root = entity.root
    if root.dep_ == "nsubj" and root.head.lower_ in {"is", "was"}:
        yield from (c for c in root.head.children if c.dep_ == "attr")


def _listed(token: Token) -> list[Token]:
    """The token with the others of its list: "X and Y, west of Z"."""
    first = token
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    found = [first]
    for member in found:
        found.extend(c for c in member.children if c.dep_ == "conj" and c.pos_ == "PROPN")
    return found


def _is_direction(token: Token) -> bool:
    return token.dep_ in {"advmod", "npadvmod"} and token.lower_ in _DIRECTIONS


def _is_place_noun(token: Token) -> bool:
    if token.lower_ in _DIRECTIONS:  # "X and Y, west of Aleppo, were retaken"
        return any(t.lower_ == "of" for t in token.children)
    if token.lower_ == "one":
        return any(t.text in _PLACE_PREDICATES for t in token.subtree if t.dep_ == "pobj" and t.head.head == token)
    return token.text in _PLACE_PREDICATES


def datelines(doc: Doc) -> Iterator[Candidate]:
    """The place that opens a report: "BEIRUT (AP) - ...", "Kyiv, Ukraine — ..."."""
    matches = [m for s in doc.sents if (m := _DATELINE.match(doc.text, s.start_char))]
    opening = [m for m in matches if m["agency"] or m["place"].isupper()]
    for match in (*opening, *_LATE_DATELINE.finditer(doc.text, 0, _FIRST_LINES)):
        place = doc.char_span(*match.span("place"), alignment_mode="contract")
        if place is not None and len(place) and place.text not in known_names():
            yield Candidate(place.start, place.end, Label.PLACE, "dateline", Strength.CUE)


def reporting_outlets(doc: Doc) -> Iterator[Candidate]:
    """Names that report without being a reporter: "Fort Russ reports that", not "Jane Doe reports from Kyiv"."""
    for token in doc:
        if token.text != "reports" or token.tag_ != "VBZ" or token.i + 1 >= len(doc):
            continue
        end = token.i - 1 if doc[token.i - 1].lower_ in {"also", "now"} else token.i
        start = _name_start(doc, end)
        name = doc[start:end]
        if (
            start < end
            and token.nbor().lower_ in {"that", "on"}
            and not nation(name.text)
            and name[0].ent_type_ != "ORG"
        ):
            yield Candidate(start, end, Label.MEDIA, "cue: reports", Strength.WORDS)


_SAYING = frozenset({"say", "tell", "add", "warn", "explain", "recall"})
_NO_SPEAKERS = frozenset({"", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "EVENT"})  # what the model may see in a person


def subjects(doc: Doc) -> Iterator[Candidate]:
    """Two or three capitalised words that act and that the model passed over: most such are persons.

    Who says something is one, too, where the model saw a work, a building or a product.
    """
    headlines = headline_tokens(doc)
    for token in doc:
        if token.dep_ not in {"nsubj", "nsubjpass"} or token.pos_ != "PROPN" or token.i in headlines:
            continue
        start = token.i
        while start > 0 and doc[start - 1].pos_ == "PROPN" and is_capitalised(doc[start - 1]):
            start -= 1
        name = doc[start : token.i + 1]
        passed_over = _NO_SPEAKERS if token.head.lemma_ in _SAYING else {""}
        plain = all(t.is_alpha and t.is_title and t.lower_ not in words_of("title") for t in name)
        plain = plain and all(t.ent_type_ in passed_over for t in name) and name.text not in known_names()
        written = words(doc, start, token.i + 1)
        if plain and 2 <= len(name) <= 3 and kind_of_words(written) is None and not is_place_name(written):
            yield Candidate(start, token.i + 1, Label.PERSON, "acts", Strength.GUESS)
