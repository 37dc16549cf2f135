"""How one article uses each form of its names: what stands around it, and what the gazetteer has under it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from according.linking.cues import hinted_kinds
from according.linking.forms import fold
from according.linking.gazetteer import Gazetteer, Hit, How
from according.linking.typing.kin import Kin, kin_of
from according.linking.typing.people import is_named_like_a_person, is_shown_a_person
from according.model import Label, Name, Span

_LOCATIVE = re.compile(
    r"\b(?:in|near|from|at|to|around|outside|inside|across|of|into|over|throughout|towards?|on|off|under|between)\s+"
    r"(?:the\s+)?(?:(?:north|south|east|west|central|mid|down|up|nearby|neighbou?r)[\w-]*\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_STRICT = re.compile(
    r"\b(?:in|near|at|outside(?: of)?|inside|around|across|throughout|northern|southern|eastern|western|central|"
    r"nearby|neighbou?ring)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\baccording\s+to\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"[A-ZÀ-Þ]\w+,? $")  # "Washington DC", "Pittsburgh, PA"
_LIST_JOINT = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|&|/|\()\s*(?:the\s+)?", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?$")
_NEXT_WORD = re.compile(r"[\s-]+([a-z]+)")
# Words that may follow any name; another lower-case word makes of the name an attribute ("Ebola outbreak").
_FUNCTION_WORDS = frozenset(
    "a about after against ago also an and are around as at away be because been before being between but by can "
    "could did do does during early for from had has have he her him himself his how if in into is it its itself "
    "just last late may might more must near next no nor not now of off on only or our out over said says she "
    "should since so still than that the their them then there they this through to today told tomorrow too under "
    "until up us was we were what when where which while who whom whose why will with within without would "
    "yesterday you your".split()
)
# What stands somewhere and is called by the place's name: "Interlagos circuit", "the Sandilands tram stop".
_FACILITY = re.compile(
    r"\s+(?:(?:circuit|stadium|arena|racecourse|racetrack|speedway|velodrome|airport|airbase|junction|crossing|"
    r"roundabout|neighbou?rhood|mines?|quarry|dam|slums?|prison|jail|courthouse|cemetery|barracks)|"
    r"(?:refugee |displacement )?camps?|"
    r"(?:(?:commuter|light|tram|train|bus|railway|rail|metro|tube|underground|subway)\s+)+(?:stops?|stations?))\b"
)
# What a town or a county has, and hardly anybody else: "Danbury police", "Aleppo Mayor".
CIVIC = re.compile(
    r"[ \n]+(?:[Pp]olice|[Mm]ayor|[Ss]heriff|[Cc]ouncil|[Cc]ouncill?ors?|[Cc]oroner|[Ff]irefighters|residents?|"
    r"authorities)\b"
)
# Who is from a town or a county: "a Longview woman".
LOCAL = re.compile(r" (?:man|woman|couple|teenager|native|family)\b")
_DATELINE = re.compile(
    r"^([A-Z][A-Z .'-]+(?:/[A-Z][A-Z .'-]+)*)(?:, [\w .]{1,30})? ?(?:\([A-Z][\w /]{1,30}\) ?[-–—]|--|[–—]|-) ",
    re.MULTILINE,
)
_REACH = 30  # characters before a name
_WEAK = re.compile(r"(?:elsewhere: )?(?:model(?:: \w+)?|acronym|place|acts|surname: .*)")
_FAMOUS_PEOPLE, _FAMOUS_NAMES = 100_000, 25  # inhabitants; names in all languages


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling in one article, over all the spots where it stands outside other names."""

    text: str
    names: tuple[Name, ...]
    hits: tuple[Hit, ...]
    located: int  # after a word that often stands before places, or before what a town has: "of X", "X police"
    within: int  # after one that stands before little else, or before what a town has: "in X", "X police"
    listed: int  # beside a place: "X and Aleppo"
    trailing: int  # after a capitalised word: "Washington X"
    attributive: int  # before a common noun: "X virus"
    facility: int  # before one for what stands at a place: "X circuit"
    countries: frozenset[str]  # codes of the countries that the article names
    datelined: int = 0  # in capitals at the head of a report: "X/SEOUL (Reuters) -"
    called: frozenset[str] = frozenset()  # the kinds of place that words beside it speak of: "the province X"
    given: bool = False  # somebody's given name: "X Stevens"
    family: bool = False  # somebody's surname in the plural
    degrees: int = 0  # after a person's name and a comma
    common: bool = False  # one word, which the text has in small letters too
    person: bool = False  # the words around it show a person, somewhere: "X Y, 46,"
    named: bool = False  # it is a given name and a word that is no other: "Lester X"
    asked: int = 0  # after "according to"

    @property
    def label(self) -> Label:
        """The label that most of its names have."""
        counted = Counter(name.label for name in self.names)
        return min(counted, key=lambda label: (-counted[label], label))

    @property
    def weak(self) -> bool:
        """Whether nothing but the model, capitals or likeness to a surname stands behind its label."""
        return all(_WEAK.fullmatch(name.evidence) for name in self.names if name.label is self.label)

    @property
    def called_place(self) -> bool:
        """Whether the article calls it a place outright, somewhere."""
        return any(n.label is Label.PLACE and "cue" in n.evidence for n in self.names)

    @property
    def called_actor(self) -> bool:
        """Whether the article calls it somebody outright, somewhere: "the news agency X"."""
        return any(n.label is not Label.PLACE and "cue" in n.evidence for n in self.names)

    @property
    def surname(self) -> bool:
        """Whether it has its label from somebody's full name."""
        return any("surname: " in name.evidence for name in self.names)

    def known(self, how: How = How.ALIAS) -> bool:
        """Whether the gazetteer has a place under this form, read at least this surely."""
        return any(hit.how <= how for hit in self.hits)

    @property
    def share_located(self) -> float:
        """How often it stands like a place."""
        return (self.located + self.listed) / len(self.names)


def is_famous(hits: Iterable[Hit]) -> bool:
    """Whether one of the places is known beyond its country."""
    return any(h.entry.population >= _FAMOUS_PEOPLE or h.entry.names >= _FAMOUS_NAMES for h in hits)


def forms_of(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> dict[str, Form]:
    """Every form of a text by its folded spelling; demonyms and names inside names are left alone."""
    by_form: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.evidence != "demonym" and name.inside is None:
            by_form[fold(name.span.of(text))].append(name)
    listed = _listed(text, names)
    countries, kin = _countries(text, names, gazetteer), kin_of(text, names)
    ends = {n.span.end for n in names if n.label is Label.PLACE}
    found = {key: _form(text, same, listed, countries, gazetteer, ends) for key, same in sorted(by_form.items())}
    return {key: _with_kin(text, form, kin, gazetteer) for key, form in found.items()}


def _with_kin(text: str, form: Form, kin: Kin, gazetteer: Gazetteer) -> Form:
    named = is_named_like_a_person(text, form.text) and not _opens_with_town(form.text, gazetteer)
    return replace(
        form,
        called=frozenset[str]().union(*(hinted_kinds(text, name) for name in form.names)),
        given=form.text in kin.given,
        family=kin.is_family(form.text),
        degrees=sum(kin.is_degree(text, name.span) for name in form.names),
        common=_is_common(text, form.text),
        person=any(is_shown_a_person(text, name.span, kin.alone) for name in form.names),
        named=named,
        asked=sum(bool(_ASKED.search(text[max(0, n.span.start - _REACH) : n.span.start])) for n in form.names),
    )


def _opens_with_town(form: str, gazetteer: Gazetteer) -> bool:
    """Whether the first word is a place known beyond its country: "Houston Methodist"."""
    return is_famous(hit for hit in gazetteer.lookup(form.split(maxsplit=1)[0]) if hit.how <= How.ALIAS)


def _is_common(text: str, form: str) -> bool:
    """Whether a form is one word that the text writes without a capital as well."""
    lower = form.lower()
    return form.isalpha() and lower != form and re.search(rf"(?<![\w'’-]){lower}(?![\w'’-])", text) is not None


def _countries(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> frozenset[str]:
    forms = {n.span.of(text) for n in names if n.label is Label.PLACE}
    hits = [hit for form in forms for hit in gazetteer.lookup(form)]
    return frozenset(h.entry.country for h in hits if h.entry.kind == "country" and h.entry.country)


def _form(
    text: str,
    names: list[Name],
    listed: Mapping[Span, bool],
    countries: frozenset[str],
    gazetteer: Gazetteer,
    ends: Collection[int],
) -> Form:
    written = names[0].span.of(text)
    located = sum(bool(_LOCATIVE.search(text[max(0, n.span.start - _REACH) : n.span.start])) for n in names)
    civic = sum(bool(CIVIC.match(text, n.span.end)) for n in names)
    attributive = sum(_is_attribute(text, n.span.end) for n in names)
    trailing = sum(_is_trailing(text, n.span.start, ends) for n in names)
    facility = sum(bool(_FACILITY.match(text, n.span.end)) for n in names)
    within = sum(bool(_STRICT.search(text[max(0, n.span.start - _REACH) : n.span.start])) for n in names)
    beside = sum(listed.get(n.span, False) for n in names)
    return Form(
        written,
        tuple(names),
        gazetteer.lookup(written),
        located + civic,
        within + civic,
        beside,
        trailing,
        attributive,
        facility,
        countries,
        sum(any(s <= n.span.start and n.span.end <= e for s, e in datelines(text)) for n in names),
    )


def _is_trailing(text: str, start: int, ends: Collection[int]) -> bool:
    """After a name and a comma, or right after a place: not the agency in "Reeves Corner. Ben Morgan PA"."""
    found = _AFTER_NAME.search(text[max(0, start - _REACH) : start])
    return found is not None and ("," in found.group() or start - 1 in ends)


def datelines(text: str) -> list[tuple[int, int]]:
    """Where the towns stand that reports are written from, in capitals before a dash."""
    return [found.span(1) for found in _DATELINE.finditer(text)]


def _is_attribute(text: str, end: int) -> bool:
    following = _NEXT_WORD.match(text, end)
    owned = _FACILITY.match(text, end) or CIVIC.match(text, end) or LOCAL.match(text, end)
    return bool(following and following.group(1) not in _FUNCTION_WORDS and not owned)


def _are_joined(text: str, first: Span, second: Span) -> bool:
    """Whether two names stand in one list: not "Novatek, Russia's largest producer", which says what the first is."""
    gap = text[first.end : second.start]
    owner = gap.strip() == "," and _OWNER.search(text[second.start : second.end + 2]) is not None
    return bool(_LIST_JOINT.fullmatch(gap)) and not owner


def _listed(text: str, names: Sequence[Name]) -> dict[Span, bool]:
    """Which names stand in a list, or before a comma, with a name that is a place by more than a guess."""
    outer = [n for n in names if n.inside is None and n.evidence != "demonym"]
    beside = {n.span: False for n in outer}
    joined = [_are_joined(text, a.span, b.span) for a, b in pairwise(outer)]
    chain: list[Name] = []
    for i, name in enumerate(outer):
        chain.append(name)
        if i == len(joined) or not joined[i]:
            places = sum(n.label is Label.PLACE for n in chain)
            beside |= {n.span: places > (n.label is Label.PLACE) for n in chain}
            chain = []
    return beside
