"""When a form is a place after all, and when it is none: rules over how an article uses it, tried in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from according.annotating.wordlists.kinds import kind_of_words, known_names, words_of
from according.linking.forms import fold
from according.linking.gazetteer import How
from according.linking.typing.sightings import Form, is_famous
from according.model import Label, Role

_GUESSED = frozenset({Label.PERSON, Label.ORGANIZATION, Label.GROUP, Label.MEDIA, Label.GOVERNMENT})
# A name with one of these words is a place's, whether a gazetteer lists it or not.
PLACE_WORDS = frozenset(
    "street road avenue lane boulevard highway drive square bridge airport station park river lake bay beach mount st "
    "mountain hill hills valley island islands county district province coast creek forest falls canyon desert ave rd "
    "harbour harbor port peninsula village town city crescent close terrace cemetery tower plaza gate camp delta sea "
    "ocean gulf airfield airbase base mosque cathedral church castle palace stadium zoo dam canal tunnel crossing "
    "border field arena circuit racecourse racetrack speedway velodrome theatre theater hotel".split()
)
# Names that end so are of what happens, wherever it does: "Brazilian Grand Prix", "Rio Olympics".
_HAPPENINGS = frozenset(
    "prix olympics paralympics championship championships cup marathon derby festival war accord treaty grammys "
    "oscars emmys".split()
)
# ... and names with these last words are of happenings or honours whatever the model takes them for.
_NOBODYS = frozenset("war prize prizes award awards christmas easter thanksgiving halloween ramadan hanukkah".split())
# Last words of laws, contests, flights and settings, whatever body's noun stands before.
_THINGS = frozenset(
    "resolution act amendment agreement flight flights game games tournament tournaments update updates system player "
    "profile edition medal trophy".split()
)
_AGAINST = re.compile(r"\w vs?\.? [A-Z]")  # "Auckland v. Oakland", "Roe v. Wade"
_HONOUR = re.compile(r"\b(?:Prize|Award|Medal|Order) (?:for|of|in)\b")
_BY_CAPITALS = frozenset({"acronym", "model"})
_LANDMARKS_FIRST = frozenset(
    "cape mount lake camp khirbet khirbat khirba kafr kafar deir dayr jabal jebel beit bayt tell tel nahr".split()
)
_LANDMARKS_LAST = frozenset(
    "airport street road avenue bridge highway motorway lake river bay beach island islands valley canyon boulevard "
    "lane peninsula mountain mountains glacier square park palace stadium cathedral".split()
)
_SKY = frozenset("earth moon mars mercury venus jupiter saturn uranus neptune pluto".split())
_DIVISIONS = frozenset({"country", "province", "region"})
LOOSE_CUES = frozenset({"cue: area", "cue: area of"})  # "the Themes area of the Settings menu"
_SHORTEST_SURE = 3  # capitals; two letters may stand for too much
_OWN_WORDS = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """``label`` None takes the name away."""

    label: Label | None
    evidence: str
    test: Callable[[Form], bool]


def _is_guess(form: Form) -> bool:
    # "A letter to Congress" is not sent to Congress in Arizona.
    return form.weak and form.label in _GUESSED and form.text.lower() not in words_of("government") and not form.common


def _is_shortened_division(form: Form) -> bool:
    """Capitals that stand for a country or a province: "NSW", "D.C."."""
    short = (How.ALIAS, How.ABBREVIATION)
    divisions = [h for h in form.hits if h.entry.kind in ("country", "province") and h.how in short]
    standing = form.located + form.listed + form.trailing
    # SANA is not Sana'a unless it stands where a place would: what spells a name is none of its abbreviations.
    letters = any(not fold(h.entry.name).startswith(fold(form.text)) for h in divisions)
    sure = (len(form.text) >= _SHORTEST_SURE and letters) or 2 * standing > len(form.names)
    guess = _is_guess(form) and not form.called_actor
    return guess and _is_abbreviation(form.text) and sure and bool(divisions)


def _is_shortened_after_place(form: Form) -> bool:
    """A province's short form beside a place: "Barrie, Ont.", "Newport Beach, CA"."""
    short = (How.ABBREVIATION, How.POSTAL)
    return _is_guess(form) and 2 * form.listed > len(form.names) and any(h.how in short for h in form.hits)


def _is_abbreviation(text: str) -> bool:
    return text.replace(".", "").isupper() and len(text.replace(".", "")) <= 5


def _is_famous(form: Form) -> bool:
    return is_famous(h for h in form.hits if h.how <= How.ALIAS)


def _stands_like_a_place(form: Form) -> bool:
    """In the gazetteer, and where places stand; a surname must be a famous place's and mostly stand there."""
    if not _is_guess(form) or _is_abbreviation(form.text) or kind_of_words(form.text.split()):
        return False
    if form.surname or (form.label is Label.PERSON and len(form.text.split()) == 1):
        return form.known() and _is_famous(form) and form.share_located >= 0.5 and _is_surely_placed(form)
    placed = form.within > 0 or (_is_famous(form) and form.share_located >= 0.5 and _is_surely_placed(form))
    return form.known() and placed and form.share_located >= 0.3


def _is_surely_placed(form: Form) -> bool:
    """Whether it stands after "in", or in a list; after "of", "to" and "on" the article has to name its country."""
    named = [h.entry for h in form.hits if h.how <= How.ALIAS]
    own = any(entry.country in form.countries or entry.kind == "site" for entry in named)
    return own or form.within > 0 or form.listed > 0


def _is_region_called_like_a_body(form: Form) -> bool:
    """Only a word of the name speaks for a body, and the gazetteer has it as a region of the world: "West Bank"."""
    regions = any(h.how <= How.ALIAS and h.entry.kind == "region" for h in form.hits)
    by_words = all(n.evidence.removeprefix("elsewhere: ") == "words of the name" for n in form.names)
    body = form.label is not Label.PLACE and by_words and form.text.removeprefix("the ") not in known_names()
    idle = all(n.role is not Role.AGENT for n in form.names)
    stands = form.located + form.listed + form.trailing + form.datelined > 0  # "RAMALLAH, West Bank -"
    return body and regions and (stands or idle)


def _has_facility(form: Form) -> bool:
    """What does nothing, and of whose circuit or prison the article speaks: "the Interlagos circuit"."""
    single = form.label is Label.PERSON and form.text.isalpha() and not form.surname
    idle = (form.label is Label.ORGANIZATION or single) and all(n.role is not Role.AGENT for n in form.names)
    return form.weak and idle and form.facility > 0 and not _is_abbreviation(form.text)


def _is_in_dateline(form: Form) -> bool:
    """A known place whose capitals were taken for letters; elsewhere the article has it in small ones."""
    guessed = all(n.label is Label.PLACE or n.evidence.removeprefix("elsewhere: ") in _BY_CAPITALS for n in form.names)
    return guessed and form.datelined > 0 and form.known() and _is_famous(form)


def _is_named_for_a_place(form: Form) -> bool:
    """A name with a noun of the land or of roads, where something is and which does nothing: "Cape Erimo"."""
    words = form.text.lower().replace("-", " ").split()
    landmark = len(words) > 1 and (words[0] in _LANDMARKS_FIRST or words[-1] in _LANDMARKS_LAST)
    idle = all(n.role is not Role.AGENT for n in form.names)
    return _is_guess(form) and landmark and idle and form.located > 0


def _is_called_place(form: Form) -> bool:
    return _is_guess(form) and form.called_place and form.known()


def _is_only_there(form: Form) -> bool:
    """One place in the world has the name, in a country that the article names, and it mostly stands like a place."""
    named = [h.entry for h in form.hits if h.how <= How.ALTERNATE]
    plain = _is_guess(form) and not form.surname and not _is_abbreviation(form.text)
    return plain and len(named) == 1 and named[0].country in form.countries and form.share_located >= 0.5


def _is_called_by_its_kind(form: Form) -> bool:
    """The gazetteer has it, and a noun for a place of its kind stands beside it: "the province Gauteng"."""
    plain = _is_guess(form) and not form.surname and not _is_abbreviation(form.text)
    kinds = {hit.entry.kind for hit in form.hits if hit.how <= How.ALTERNATE}
    return plain and bool(form.called & kinds)


def _is_famous_division(form: Form) -> bool:
    """A country, province or region of several words that hardly anybody else is called by: "New South Wales"."""
    several = re.search(r"[ -]", form.text) is not None and not form.surname and not form.given
    famous = [h for h in form.hits if h.how <= How.ALIAS and h.entry.kind in _DIVISIONS]
    return _is_guess(form) and several and is_famous(famous) and not form.family


def _is_given_name(form: Form) -> bool:
    """Somebody's given name that is a place's too, where no place stands: "Georgia", of "Georgia Stevens"."""
    placed = form.within or form.listed or form.called
    return form.label is Label.PLACE and form.given and not placed and not form.called_place


def _is_family(form: Form) -> bool:
    """A surname in the plural: "the Boons"."""
    return form.weak and form.family and not form.within and not form.known(How.MAIN)


def _is_person(form: Form) -> bool:
    """What the model guesses at, and has somebody's age, calling or relatives; a body by a person's name."""
    body = form.label in (Label.ORGANIZATION, Label.GOVERNMENT, Label.MEDIA)
    shown = (form.person and (body or form.label is Label.PERSON)) or (form.named and body)
    return form.weak and shown and not form.known(How.ALTERNATE)


def _is_degree(form: Form) -> bool:
    """What abbreviates a province and stands after persons' names only: "M.D."."""
    return form.degrees == len(form.names) and _is_abbreviation(form.text)


def _stands_beside_places(form: Form) -> bool:
    plain = _is_guess(form) and not form.surname and not _is_abbreviation(form.text)
    return plain and form.known(How.ALTERNATE) and form.listed > 0


def _is_no_place(form: Form) -> bool:
    """Only the model calls it a place, no gazetteer knows it, and no word of place stands by it."""
    unknown = form.label is Label.PLACE and form.weak and not form.hits
    words = {w.lower() for w in _OWN_WORDS.findall(form.text)}
    placed = form.within + form.listed + form.facility > form.attributive
    return unknown and not words & PLACE_WORDS and (not placed or _has_digits(form))


def _is_happening(form: Form) -> bool:
    """What the model calls a place by the noun of what happens there, unless a place is named after it."""
    own = [word.lower() for word in _OWN_WORDS.findall(form.text)]
    named = form.weak and form.label is Label.PLACE and not form.hits
    return named and bool(_HAPPENINGS & set(own)) and own[-1] not in PLACE_WORDS


def _is_of_nobody(form: Form) -> bool:
    """What the model calls somebody, and is a war, a feast, a prize or a case at law."""
    guessed = form.weak and form.label in (Label.PERSON, Label.ORGANIZATION) and form.text not in known_names()
    words = form.text.lower().split()
    honours = _AGAINST.search(form.text) or _HONOUR.search(form.text)
    return guessed and bool(honours or (len(words) > 1 and words[-1] in _NOBODYS))


def _is_thing(form: Form) -> bool:
    """A body by nothing but its words, of which the last is one for no body: "Security Council Resolution"."""
    guessed = form.weak or all(n.evidence.removeprefix("elsewhere: ") == "words of the name" for n in form.names)
    words = form.text.lower().split()
    thing = len(words) > 1 and words[-1] in _THINGS
    return guessed and thing and form.label is not Label.PLACE and form.label is not Label.PERSON


def _is_base(form: Form) -> bool:
    """A force by nothing but the words of its base, which does nothing: "Blorpo Air Force Base"."""
    idle = all(n.role is not Role.AGENT for n in form.names)
    return form.label is Label.ARMED_FORCE and idle and form.text.lower().endswith(" base")


def _is_source(form: Form) -> bool:
    """What no gazetteer has, and the article only goes by: "according to the Office of Rail and Road, an area"."""
    places = sum(name.label is Label.PLACE for name in form.names)
    return not form.hits and form.asked >= places > 0


def _is_loosely_called(form: Form) -> bool:
    """A word that only stands beside "area", where software and bodies have theirs: "the Themes area"."""
    loose = form.label is Label.PLACE and all(name.evidence in LOOSE_CUES for name in form.names)
    return loose and not form.hits and " " not in form.text and not form.within + form.listed


def _is_in_the_sky(form: Form) -> bool:
    """The earth and what else is no village: "a satellite that orbits Earth"."""
    return form.label is Label.PLACE and form.weak and form.text.lower() in _SKY


def _is_attribute(form: Form) -> bool:
    """A little-known place that stands before common nouns only: "Marburg fever"."""
    guessed = form.label is Label.PLACE and form.weak and not _is_famous(form)
    return guessed and 2 * form.attributive > len(form.names) and not form.within


def _has_digits(form: Form) -> bool:
    return any(c.isdigit() for c in form.text)


def _is_initials(form: Form) -> bool:
    """Capitals that the gazetteer has only as the name of some village: an organization."""
    short = form.label is Label.PLACE and form.weak and _is_abbreviation(form.text)
    return short and not any(h.how in (How.ALIAS, How.ABBREVIATION, How.POSTAL) for h in form.hits)


RULES: tuple[Rule, ...] = (
    Rule(None, "a degree", _is_degree),
    Rule(Label.ORGANIZATION, "the article goes by it", _is_source),
    Rule(Label.PERSON, "given name", _is_given_name),
    Rule(Label.GROUP, "surname in the plural", _is_family),
    Rule(Label.PERSON, "shown to be a person", _is_person),
    Rule(Label.PLACE, "cue: dateline", _is_in_dateline),
    Rule(Label.PLACE, "abbreviation of a place", _is_shortened_division),
    Rule(Label.PLACE, "abbreviation of a place", _is_shortened_after_place),
    Rule(Label.PLACE, "gazetteer: called a place elsewhere", _is_called_place),
    Rule(Label.PLACE, "gazetteer: called by its kind", _is_called_by_its_kind),
    Rule(Label.PLACE, "gazetteer: a division", _is_famous_division),
    Rule(Label.PLACE, "gazetteer: stands like a place", _stands_like_a_place),
    Rule(Label.PLACE, "gazetteer: the only place of this name", _is_only_there),
    Rule(Label.PLACE, "gazetteer: stands beside places", _stands_beside_places),
    Rule(Label.PLACE, "gazetteer: a region", _is_region_called_like_a_body),
    Rule(Label.PLACE, "cue: place after it", _has_facility),
    Rule(Label.PLACE, "cue: words of the name", _is_named_for_a_place),
    Rule(Label.PLACE, "cue: words of the name", _is_base),
    Rule(Label.ORGANIZATION, "capitals", _is_initials),
    Rule(None, "a happening", _is_happening),
    Rule(None, "a happening", _is_of_nobody),
    Rule(None, "a thing", _is_thing),
    Rule(None, "no gazetteer has it", _is_no_place),
    Rule(None, "in the sky", _is_in_the_sky),
    Rule(None, "beside a loose word only", _is_loosely_called),
    Rule(None, "an attribute", _is_attribute),
)
NOBODY = Rule(None, "names nobody", lambda _: True)


def judge(form: Form) -> Rule | None:
    """The first rule that applies."""
    return next((rule for rule in RULES if rule.test(form)), None)
