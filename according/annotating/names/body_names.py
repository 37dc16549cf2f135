"""Names of bodies that their own words give away: the world's list, agencies, acronyms, "... Front", "... for ..."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from according.annotating.names.candidates import Candidate, Strength
from according.annotating.names.shapes import OPENERS, headline_tokens, is_capitalised, name_end, words
from according.annotating.wordlists.kinds import is_place_name, kind_of_words, known_names, words_of
from according.annotating.wordlists.nations import country_named, country_of_people
from according.model import Label

_AGENCY_NOUNS = frozenset("agency newspaper magazine channel website broadcaster daily network newswire".split())
_AGENCY_MODIFIERS = frozenset("news television tv radio state press media information satellite wire".split())
# Capitals that abbreviate no body: offices, sciences, clocks, units, sizes.
_NO_ACRONYMS = frozenset(
    "DUI DWI DSL ADSL WIFI "
    "CEO CFO COO CTO MP MPS PM AM TV DVD CD PC IT AI OK ID DNA HIV AIDS UFO GDP VIP FAQ PDF URL GPS SUV RPG IED IEDS "
    "ATM "
    "USD EUR GBP GMT EST EDT PST PDT UTC BST CET BC AD II III IV VI VII VIII IX XI XII MD PHD JR SR NGO NGOS PR HR DJ "
    "DA ER ICU CPR POW WWI WWII AK COVID SARS EV USB HD LED SMS NO MR MRS DR ST VS AKA RIP SOS FM KM KG MPH SS "
    "INS USS HMS HMAS MV "
    "USB CCTV NYE LOL OMG PHOTO PHOTOS VIDEO BY IN ON AT TO OF AND THE FOR WAS AS OR IF WE HE MY SO DO GO UP".split()
)
_LONGEST_ACRONYM = 6
_RETINUE = frozenset("administration government regime campaign team cabinet".split())
_SHORTEST_TEAM = 3  # letters of a team's plural
_LONGEST_PLACE = 3  # words of the place before it
_BRIDGES = frozenset({"of", "for", "and", "&", "the", "on", "in", "to"})


def known(doc: Doc) -> Iterator[Candidate]:
    """Names on the world's list, wherever the model saw them."""
    headlines = headline_tokens(doc)
    for token in doc:
        for form in _by_first_letters().get(token.text[:2], ()):
            end = _matches(doc, token, form)
            if end and (token.i not in headlines or len(form) > _LONGEST_ACRONYM):
                yield Candidate(token.i, end, known_names()[form], "known name", Strength.KNOWN)


@cache
def _by_first_letters() -> dict[str, tuple[str, ...]]:
    starts = sorted({form[:2] for form in known_names()})
    return {start: tuple(sorted(f for f in known_names() if f[:2] == start)) for start in starts}


def _matches(doc: Doc, token: Token, form: str) -> int:
    """The token at which a form that starts here ends, or 0."""
    span = doc.char_span(token.idx, token.idx + len(form))
    return span.end if span is not None and span.text == form else 0


def agencies(doc: Doc) -> Iterator[Candidate]:
    """Outlets beside their kind: "X news agency", "news agency X", "the X newspaper"."""
    for token in doc:
        if token.text not in _AGENCY_NOUNS:
            continue
        first = token.i
        while first > 0 and doc[first - 1].text in _AGENCY_MODIFIERS:
            first -= 1
        start = first
        while start > 0 and is_capitalised(doc[start - 1]) and doc[start - 1].lower_ not in OPENERS:
            start -= 1
        before, end = doc[start:first].text, name_end(doc, token.i + 1)
        if end > token.i + 1:
            yield Candidate(token.i + 1, end, Label.MEDIA, f"cue: {doc[first : token.i + 1].text}", Strength.CUE)
        elif before and not country_of_people(before) and (token.text != "agency" or first < token.i):
            yield Candidate(start, first, Label.MEDIA, f"cue: {doc[first : token.i + 1].text}", Strength.CUE)


def acronyms(doc: Doc) -> Iterator[Candidate]:
    """Words of two to six capitals in a text that is not all capitals."""
    headlines = headline_tokens(doc)
    for token in doc:
        letters = token.text.replace(".", "").replace("&", "")
        fits = 2 <= len(letters) <= _LONGEST_ACRONYM and letters.isalpha() and letters.isupper()
        if not fits or letters in _NO_ACRONYMS or token.i in headlines or country_named(token.text):
            continue
        if token.like_num or _among_capitals(token) or (token.ent_type_ == "PERSON" and token.ent_iob_ == "I"):
            continue
        strength = Strength.WORDS if token.ent_type_ in {"GPE", "PERSON", "LOC", "FAC", "NORP"} else Strength.MODEL
        yield Candidate(token.i, token.i + 1, Label.ORGANIZATION, "acronym", strength)


def _among_capitals(token: Token) -> bool:
    """Whether the words beside are in capitals too, or join it to a longer name: a dateline, a shout, a code."""
    beside = [
        t for t in (token.doc[max(0, token.i - 1)], token.doc[min(len(token.doc) - 1, token.i + 1)]) if t.i != token.i
    ]
    return any(t.text == "-" or t.is_digit or (t.is_upper and len(t) > 1 and t.is_alpha) for t in beside)


def bodies(doc: Doc) -> Iterator[Candidate]:
    """Runs of capitalised words, one of them a noun for a body: "National Liberation Front"."""
    headlines = headline_tokens(doc)
    at = 0
    while at < len(doc):
        end = _before_person(doc, at, _body_end(doc, at))
        written = words(doc, at, end)
        if end - at < 2 or at in headlines:
            at = max(end, at + 1)
            continue
        kind = kind_of_words(written)
        if kind and not is_place_name(written) and _is_proper(doc, at, end):
            yield Candidate(at, end, kind, "words of the name", Strength.WORDS)
        at = end


def _before_person(doc: Doc, start: int, end: int) -> int:
    """Where a body's name ends that runs on into a person's: "Security Committee | Ada Holm"."""
    person = next((e for e in doc[start:end].ents if e.label_ == "PERSON" and e.end == end and len(e) > 1), None)
    after_body = person is not None and person.start > start + 1 and _is_body(doc, person.start - 1, person.start)
    return person.start if person is not None and after_body else end


def _body_end(doc: Doc, start: int) -> int:
    """Where a run of name words ends, prepositions between capitals included."""
    if doc[start].lower_ in OPENERS and not doc[start].text.isupper():
        return start
    end = name_end(doc, start)
    while end > start and end + 1 < len(doc) and doc[end].lower_ in _BRIDGES and not doc[end].is_sent_start:
        bridge = end + 1
        while bridge < len(doc) and doc[bridge].lower_ in _BRIDGES:
            bridge += 1
        following = name_end(doc, bridge)
        if following == bridge or not _joins(doc, start, end, bridge, following):
            break
        end = following
    return end


def _joins(doc: Doc, start: int, end: int, bridge: int, following: int) -> bool:
    """Whether a preposition goes on with a name: "Ministry of Defense" does, "Turkish Army in Idlib" does not."""
    linking = [t.lower_ for t in doc[end:bridge]]
    if linking[0] in {"in", "on", "to", "and", "&"}:
        # "Department of Health and Human Services": only inside a name that an "of" already opened.
        opened = any(t.lower_ in {"of", "for"} for t in doc[start:end])
        return (
            linking[0] in {"and", "&"} and opened and following - bridge <= 2 and not _is_body(doc, bridge, following)
        )
    return _is_body(doc, start, end) and "in" not in linking


def _is_body(doc: Doc, start: int, end: int) -> bool:
    return kind_of_words(words(doc, start, end)) is not None


def _is_proper(doc: Doc, start: int, end: int) -> bool:
    """Whether the run is more than an opening word and a common noun, and more than a nationality and a noun."""
    first = doc[start]
    if (
        first.is_sent_start
        and end - start == 2
        and first.pos_ not in {"PROPN", "ADJ"}
        and not country_of_people(first.text)
    ):
        return False
    return first.lower_ not in words_of("title") or end - start > 2


def followers(doc: Doc) -> Iterator[Candidate]:
    """The people around a person: "Obama administration", "Clinton campaign"."""
    for entity in doc.ents:
        following = doc[entity.end] if entity.end < len(doc) else None
        owned = entity[-1].text in {"'s", "’s", "’"}
        if entity.label_ == "PERSON" and following is not None and following.lower_ in _RETINUE and not owned:
            label = Label.GOVERNMENT if following.lower_ in words_of("government") else Label.ORGANIZATION
            start = entity.start
            while start < entity.end and not is_capitalised(doc[start]):
                start += 1
            yield Candidate(start, entity.end + 1, label, f"cue: {following.lower_}", Strength.WORDS)


def teams(doc: Doc) -> Iterator[Candidate]:
    """A place and a plural: "San Diego Chargers"; elsewhere in the article the plural alone."""
    places = {e.text for e in doc.ents if e.label_ == "GPE" and not country_named(e.text)}
    for token in doc[1:]:
        plural = token.tag_ == "NNPS" or (token.pos_ == "PROPN" and token.text.endswith("s"))
        if not (plural and token.text.istitle() and len(token) > _SHORTEST_TEAM) or _is_people(token):
            continue
        starts = (s for s in range(max(0, token.i - _LONGEST_PLACE), token.i) if doc[s : token.i].text in places)
        start = next(starts, None)
        if start is not None and _ends_phrase(doc, token.i + 1):
            yield Candidate(start, token.i + 1, Label.ORGANIZATION, "place and plural", Strength.WORDS)


def _is_people(token: Token) -> bool:
    """Whether a plural is a nation's or a faith's people, of whom a town has some: "London Muslims"."""
    return bool(country_of_people(token.text)) or token.lower_ in words_of("people") or token.ent_type_ == "NORP"


def _ends_phrase(doc: Doc, at: int) -> bool:
    """Whether no further capital joins on: "Kansas City Chiefs beat", not "Los Angeles Times Magazine"."""
    return at >= len(doc) or doc[at].is_sent_start or not (doc[at].pos_ == "PROPN" and doc[at].ent_type_ == "ORG")
