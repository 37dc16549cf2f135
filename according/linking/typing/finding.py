"""Names that the model cut short or missed, where the gazetteer and the words around them leave little doubt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.annotating.wordlists.kinds import words_of
from according.linking.forms import consonants, same_name
from according.linking.gazetteer import Gazetteer, How
from according.linking.typing.sightings import CIVIC, LOCAL, is_famous
from according.model import Label, Name, Role, Sentence, Span

_WORD = re.compile(r"[\w’']*\w")
_JOINT = re.compile(r"[ \u00a0-]")
_CAPITALISED = re.compile(
    r"(?<![\w-])(?:[A-ZÀ-ÖØ-Þ][\w’'-]*\w\.?|(?:[A-Z]\.){2,})"
    r"(?:(?: (?:(?:of|the|de|del|do|da|d'|la|le|al|el|upon|sur) )*|-| (?:a[dnlrstz]|ash|el)-)[A-ZÀ-ÖØ-Þ][\w’'-]*\w)*"
)
# Where the place of a body stands in its name: "Kentucky State Police", "Hospital of Manitoba".
_IN_BODY = re.compile(
    r"(?:^(?:the )?|\b(?:of|in|for) )((?:(?:New|North|South|West|East|Northern|Western|British|Nova) )?[A-Z]\w+)"
)
# Where a town or county stands in the name of a body of its own: "Enfield Council", "Laurel County Detention Center".
_BEFORE_CIVIC = re.compile(
    r"(?:the )?((?:[A-Z][\w.]*[ -]){0,3}?[A-Z][\w.]*)"
    r"(?: (?:City|Town|Borough|Crown|Superior|Municipal|Magistrates['’]?))?"
    r" (?:(?:Metropolitan |Fire and )?(?:Police|Sheriff)|County|Council|Court|Coroner|Fire)\b"
)
_NO_PLACES = frozenset(
    "central centre eastern western northern southern north south east west union national federal supreme high crown "
    "superior royal military metropolitan special state county city town district family criminal circuit riot border "
    "security local village".split()
)
_BODIES = frozenset({Label.ORGANIZATION, Label.GOVERNMENT})
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_LONGEST = 5  # words of a name
_PLACED = re.compile(r"\b(?:in|near|outside|across|throughout|around)\s+(?:the\s+)?(?:[a-z]+ern\s+)?$", re.IGNORECASE)
_ONE = re.compile(r"\b(?:[Aa]n?|[Tt]he)\s+$")
# "U.S.-led", "the Cairo-based bank": the place, and what it does or holds.
_JOINED = re.compile(
    r"-(?:led|based|backed|run|owned|born|controlled|held|trained|educated|funded|sponsored|brokered)\b"
)
_SYLLABLE = re.compile(r"-[a-z]{2,6}\b")
_KOREAN = frozenset(
    "Kim Lee Park Pak Choi Choe Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Im Han Oh Seo Suh Shin Sin Kwon "
    "Hwang Ahn An Song Hong Moon Mun Yang Ko Bae Baek Paek Nam Noh Roh Ri Ryu Yoo Yu Hyun Hyon Hwangbo".split()
)
_COLOURS = frozenset("black white young old mystery unnamed dead local army navy marine".split())
_AFTER_PLACE = re.compile(r"\s*,\s*$")
_OPENING = re.compile(r"(?:^|[.!?:;”\"\n])\s*$")
_REACH = 30
_SURELY_HEARD = 5  # consonants


def whole_names(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """The names, places drawn out to the longest name of the gazetteer around them: "Côte" to "Côte d'Ivoire"."""
    actors = [n.span for n in names if n.label is not Label.PLACE and n.inside is None]
    drawn: dict[Span, Name] = {}
    for name in names:
        span = _longest(text, name.span, gazetteer) if name.label is Label.PLACE else name.span
        body = name.inside if name.evidence != "demonym" else None
        within = body is not None and body.contains(span) and span != body and span.end == name.span.end
        alone = name.inside is None and not any(span.overlaps(actor) for actor in actors)
        if span != name.span and (within or alone):
            drawn[span] = replace(name, span=span, evidence="gazetteer: whole name")
    for name in names:
        over = next((s for s in drawn if s.overlaps(name.span) and (s == name.span or not name.span.contains(s))), None)
        if over is None:
            yield name
    yield from drawn.values()


def _longest(text: str, span: Span, gazetteer: Gazetteer) -> Span:
    """The longest stretch around a name that the gazetteer has as some place's own name."""
    for start, end in sorted(_stretches(text, span), key=lambda s: (s[0] - s[1], s[0])):
        # What hyphens join is one name, whichever of its names the gazetteer has it under.
        least = How.ALTERNATE if " " not in text[start:end] else How.ALIAS
        if any(hit.how <= least for hit in gazetteer.lookup(text[start:end])):
            return Span(start, end)
    return span


def _stretches(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The stretches of a few words around a span that begin and end with a capital."""
    starts = [span.start, *_words_before(text, span.start)]
    ends = [span.end, *_words_after(text, span.end)]
    for i, start in enumerate(starts):
        for j, end in enumerate(ends):
            if 0 < i + j < _LONGEST and text[start].isupper():
                yield start, end


def _words_before(text: str, at: int) -> Iterator[int]:
    before = text[max(0, at - 2 * _REACH) : at]
    for _ in range(3):
        found = re.search(r"([\w’'.]*\w)([ \u00a0-])$", before)
        if not found:
            return
        at -= len(found.group())
        before = before[: found.start()]
        if found.group(1) == "The":
            return
        if found.group(1)[0].isupper():
            yield at


def _words_after(text: str, at: int) -> Iterator[int]:
    for _ in range(4):
        joint = _JOINT.match(text, at)
        word = _WORD.match(text, joint.end()) if joint else None
        if not word:
            return
        at = word.end()
        if any(letter.isupper() for letter in word.group()):
            yield at


def without_participles(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """The names, those of a place and what it does cut down to the place: "U.S." of "U.S.-led"."""
    for name in names:
        joined = _JOINED.search(name.span.of(text))
        span = Span(name.span.start, name.span.start + joined.start()) if joined else name.span
        if joined and joined.end() == len(name.span.of(text)) and _is_named(span.of(text), gazetteer):
            yield replace(name, span=span, label=Label.PLACE, evidence="gazetteer: before a participle")
        else:
            yield name


def whole_given_names(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names, Korean ones with the syllable that the model cut off: "Park Geun-hye"."""
    for name in names:
        more = _SYLLABLE.match(text, name.span.end)
        words = name.span.of(text).split()
        korean = name.label is Label.PERSON and len(words) == 2 and words[0] in _KOREAN and "-" not in words[1]
        yield replace(name, span=Span(name.span.start, more.end())) if korean and more else name


def missed_names(
    text: str, names: Sequence[Name], sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> Iterator[Name]:
    """Places that stand between the names: in a list of places, after one and a comma, or famous and after "in"."""
    taken = sorted(n.span for n in names)
    places = [n.span for n in names if n.label is Label.PLACE and n.evidence != "demonym"]
    starts = [s.span.start for s in sentences]
    for found in _CAPITALISED.finditer(text):
        more = CIVIC.search(text, *found.span()) or _JOINED.search(text, *found.span())  # "Port Haven Mayor Ana Lee"
        span = Span(found.start(), more.start() if more else found.end())
        if any(span.overlaps(other) for other in taken) or not _is_place(text, span, places, gazetteer):
            continue
        places.append(span)
        sentence = max(0, bisect_right(starts, span.start) - 1)
        yield Name(span, Label.PLACE, sentence, Role.LOCATION, "gazetteer: missed by the model")


def places_in_bodies(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """Provinces and countries in the names of bodies: "Kentucky" in "Kentucky State Police"."""
    taken, about = {n.span for n in names}, _countries_of(text, names, gazetteer)
    inner = [n.span for n in names if n.inside is not None]
    for name in names:
        if name.label not in _BODIES or name.inside is not None:
            continue
        for span in _in_body(text, name.span, gazetteer, about):
            if span != name.span and span not in taken and not any(span.overlaps(other) for other in inner):
                yield Name(span, Label.PLACE, name.sentence, Role.OTHER, "gazetteer: in a body's name", (), name.span)


def _countries_of(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> frozenset[str | None]:
    """The countries that the article's places are in, each taken for the best known of its name."""
    forms = {n.span.of(text) for n in names if n.label is Label.PLACE and n.inside is None}
    found = [[h.entry for h in gazetteer.lookup(form) if h.how is not How.ALTERNATE] for form in sorted(forms)]
    return frozenset(max(entries, key=lambda e: (e.names, e.id)).country for entries in found if entries)


def _in_body(text: str, body: Span, gazetteer: Gazetteer, about: frozenset[str | None]) -> Iterator[Span]:
    """The places in a body's name: any that the gazetteer has before "Council", else countries and their provinces.

    A province is one only in an article about its country: Delta Air Lines is not of Delta in Nigeria.
    """
    civic = _BEFORE_CIVIC.match(body.of(text))
    if civic and civic.group(1).lower() not in _NO_PLACES:
        county = civic.group(1) + " County" if civic.group().endswith("County") else civic.group(1)
        named = next((form for form in (county, civic.group(1)) if _is_named(form, gazetteer)), None)
        if named:
            yield Span(body.start + civic.start(1), body.start + civic.start(1) + len(named))
            return
    for found in _IN_BODY.finditer(body.of(text)):
        span = Span(body.start + found.start(1), body.start + found.end(1))
        known = [h.entry for h in gazetteer.lookup(span.of(text)) if h.how <= How.ALIAS]
        divisions = [e for e in known if e.kind == "country" or (e.kind == "province" and e.country in about)]
        if found.group(1).lower() not in _NO_PLACES and divisions:
            yield span


def _is_named(form: str, gazetteer: Gazetteer) -> bool:
    return any(hit.how <= How.ALIAS for hit in gazetteer.lookup(form))


def _is_place(text: str, span: Span, places: Sequence[Span], gazetteer: Gazetteer) -> bool:
    hits = gazetteer.lookup(span.of(text))
    before = text[max(0, span.start - _REACH) : span.start]
    follows = _AFTER_PLACE.search(before) and any(p.end == span.start - len(_joint(before)) for p in places)
    if follows and any(h.how in (How.ABBREVIATION, How.POSTAL) for h in hits):
        return True
    named = [h for h in hits if h.how <= How.ALIAS]
    if not named and _PLACED.search(before) and _is_heard(span.of(text), gazetteer):
        return True
    if named and _is_somebodys(text, span, before):
        return True
    if _JOINED.match(text, span.end) and (is_famous(named) or any(h.how is How.ABBREVIATION for h in hits)):
        return True
    if not named or _OPENING.search(before) or _is_no_place(span.of(text)):
        return False
    listed = any(_beside(text, span, place) for place in places)
    return listed or bool(_PLACED.search(before) and is_famous(named))


def _is_no_place(form: str) -> bool:
    """Whether it is a day, a month or what people are by belief and descent."""
    word = form.lower().rstrip(".")
    return word in _CALENDAR or word in words_of("people")


def _is_somebodys(text: str, span: Span, before: str) -> bool:
    """Whether a place's police, mayor or people follow: "Longview police", "a Longview woman"."""
    if span.of(text).lower() in _NO_PLACES | _COLOURS:
        return False
    return bool(CIVIC.match(text, span.end) or (_ONE.search(before) and LOCAL.match(text, span.end)))


def _is_heard(form: str, gazetteer: Gazetteer) -> bool:
    """Whether some place has this name in another transliteration, long enough that no other word sounds alike."""
    heard = consonants(form) >= _SURELY_HEARD and " " in form
    return heard and any(same_name(form, hit.entry.name) for hit in gazetteer.sounding_like(form))


def _joint(before: str) -> str:
    found = _AFTER_PLACE.search(before)
    return found.group() if found else ""


def _beside(text: str, span: Span, place: Span) -> bool:
    gap = text[place.end : span.start] if place.end <= span.start else text[span.end : place.start]
    return len(gap) <= 6 and bool(re.fullmatch(r"\s*(?:,|,? and|,? or|&)\s*(?:the )?", gap))
