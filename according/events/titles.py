"""Neutral, stable titles: what, where, when; else the most central headline, marked as its outlet's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from according.events.drafts import Draft
from according.events.frequencies import TermFrequencies
from according.events.headlines import MANY, central_headline
from according.events.kinds import is_kin, triggers_by_sentence, weighted_triggers
from according.events.types import FIELDS, NOUN_OF_VERB, TYPES, UNTYPED
from according.events.when import EventDate
from according.model import Label, Linked, Participant, PlacePrecision, Precision

LEAST_AGREEMENT = 0.5  # of the articles: from there on the noun and the place are agreed upon
LEAST_TIMES_NAMED = 2
VAGUE_ACTORS = frozenset({Label.MEDIA.value, Label.GROUP.value})
GATHERINGS = frozenset({"culture", "diplomacy"})  # a parade or summit in a town is named by the town
# Words before an event noun that judge or count it instead of telling what it is.
NO_PART_OF_A_NAME = frozenset(
    "deadly fatal brutal horrific terrible alleged apparent possible suspected major latest first second third last "
    "new recent terror terrorist massive huge big small another several same such more series entire joint early "
    "final murderous bloody savage heinous gruesome vicious cowardly barbaric senseless tragic devastating worst "
    "violent dramatic "
    "people police troops forces soldiers residents officials men women".split()
)


class Title(NamedTuple):
    """A title, and the article whose headline it is; None when it is made from our template."""

    text: str
    article: str | None


class Facts(NamedTuple):
    """What is known of an event when it is named."""

    type: str
    when: EventDate
    places: tuple[str, ...]
    actors: tuple[str, ...]
    participants: tuple[Participant, ...] = ()
    said: bool = False  # by a person: nothing of it has to be agreed upon
    nowhere: bool = False  # it was in none of the places: a person took away the one where it was

    @property
    def place(self) -> str | None:
        """Where it was, as far as that is known."""
        return self.places[0] if self.places and not self.nowhere else None


def event_title(draft: Draft, facts: Facts, linked: Linked, frequencies: TermFrequencies) -> Title:
    """The title of an event."""
    physical = TYPES[facts.type].physical
    noun = _agreed_noun(draft, facts.type, linked) or (TYPES[facts.type].nouns[0] if facts.said and physical else None)
    place = _agreed_place(draft, facts, linked)
    headline = central_headline(draft, facts.type, linked, frequencies)
    if (
        physical
        and noun
        and place
        and (facts.said or not (headline and _heads_tell_another(draft, facts.type, linked)))
    ):
        return Title(_template(noun, place, facts.when), None)
    if headline:
        return Title(*headline)
    where = linked.places[facts.place].name if facts.place else None
    actors = () if physical else _telling_actors(draft, facts, linked)
    crowded = len(draft.articles) >= MANY and facts.type not in FIELDS  # two names tell little of so many reports
    if not actors or crowded:
        kind = noun or ("" if facts.type in FIELDS else TYPES[facts.type].nouns[0])
        return Title(_template(kind or TYPES[UNTYPED].nouns[0], place if crowded else where, facts.when), None)
    narrow = place if _is_narrow(facts, linked) else None
    if noun and narrow and facts.type in GATHERINGS:
        return Title(_template(noun, narrow, facts.when), None)
    return Title(_template(" and ".join(linked.actors[a].name for a in actors), noun or narrow, facts.when), None)


def _heads_tell_another(draft: Draft, type_: str, linked: Linked) -> bool:
    """Whether no headline has a word for the event's kind, or for one that speaks for it."""
    titles = (linked.annotations[a].title for a in draft.titled)
    return not any(t.type == type_ or is_kin(t.type, type_) for title in titles if title for t in title.triggers)


def written_date(when: EventDate) -> str:
    """Write a date as "11 February 2020", "10–11 February 2020" or "March 2016"; nothing when it is not known."""
    if when.start is None or when.precision is Precision.UNKNOWN:
        return ""
    if when.precision is not Precision.DAY:
        return f"{when.start:%B %Y}" if when.precision is not Precision.YEAR else f"{when.start:%Y}"
    if when.end and when.end != when.start:
        return f"{_until(when.start, when.end)}{when.end.day} {when.end:%B %Y}"
    return f"{when.start.day} {when.start:%B %Y}"


def _until(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–"
    return f"{start.day} {start:%B} – " if start.year == end.year else f"{start.day} {start:%B %Y} – "


def _template(noun: str, where: str | None, when: EventDate) -> str:
    what = noun[:1].upper() + noun[1:]
    day = written_date(when)
    if not where and not day and when.start:  # no passage tells more than what: at least the day of the reports
        day = f"reported {written_date(when._replace(precision=Precision.DAY))}"
    return ", ".join(part for part in (what, where or "", day) if part)


def _agreed_noun(draft: Draft, type_: str, linked: Linked) -> str | None:
    """The noun, with the word before it, that enough articles use for the event: "tram crash"."""
    allowed = set(TYPES[type_].nouns[1 if type_ in FIELDS else 0 :])
    using: defaultdict[str, set[str]] = defaultdict(set)
    weights: defaultdict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()
    for trigger, article, weight in weighted_triggers(draft, linked):
        if trigger.lemma in allowed:
            using[trigger.lemma].add(article)
            weights[trigger.lemma] += weight
            times[trigger.lemma] += 1
    if not TYPES[type_].physical:  # a bid or a vote may be told of in passing; an attack hardly is
        using = defaultdict(set, {n: found for n, found in using.items() if times[n] >= LEAST_TIMES_NAMED})
    noun = min(using, key=lambda n: (-len(using[n]), -weights[n], n), default=None)
    if noun is None or len(using[noun]) < LEAST_AGREEMENT * len(draft.articles):
        return _noun_of_headlines(draft, allowed, linked)
    if noun == TYPES[type_].nouns[0]:  # "accident": headlines may tell more
        noun = _noun_of_headlines(draft, allowed, linked) or noun
    qualifier = _agreed_qualifier(draft, noun, linked)
    return f"{qualifier} {noun}" if qualifier else noun


def _noun_of_headlines(draft: Draft, allowed: Collection[str], linked: Linked) -> str | None:
    """The noun for what enough headlines tell with a verb: "collision" for "Work trains collide"."""
    titles = (linked.annotations[a].title for a in draft.titled)
    told = Counter(n for t in titles if t for n in {NOUN_OF_VERB.get(x.lemma) for x in t.triggers} if n in allowed)
    noun = min(told, key=lambda n: (-told[n], n), default=None)
    return noun if noun and told[noun] >= LEAST_AGREEMENT * len(draft.articles) else None


def _agreed_qualifier(draft: Draft, noun: str, linked: Linked) -> str | None:
    """The word before the noun that enough articles use, and that is no chance of one sentence."""
    using: defaultdict[str, list[str]] = defaultdict(list)
    for qualifier, article in _qualifiers(draft, noun, linked):
        using[qualifier].append(article)
    best = min(using, key=lambda q: (-len(set(using[q])), q), default=None)
    agreed = best is not None and len(set(using[best])) >= LEAST_AGREEMENT * len(draft.articles)
    return best if best and agreed and len(using[best]) >= LEAST_TIMES_NAMED else None


def _qualifiers(draft: Draft, noun: str, linked: Linked) -> Iterator[tuple[str, str]]:
    """The lower-case words right before an event noun, with their articles."""
    found, told = triggers_by_sentence(draft, linked), set(draft.sentences)
    for (article, index), triggers in ((key, found[key]) for key in found if key in told):
        text, sentence = linked.articles[article].text, linked.annotations[article].sentences[index]
        for trigger in triggers:
            match = re.search(r"([a-z]{3,})[ -]$", text[sentence.span.start : trigger.span.start])
            if trigger.lemma == noun and match and match[1] in sentence.terms and match[1] not in NO_PART_OF_A_NAME:
                yield match[1], article


def _telling_actors(draft: Draft, facts: Facts, linked: Linked) -> list[str]:
    """The main actor that tells which event it is, and the next where enough articles name it too.

    An outlet reports it; a people ("Latino") or a name that is told once tells nothing.
    """
    told = _times_named(draft, linked)
    able = [a for a in facts.actors if linked.actors[a].kind not in VAGUE_ACTORS and told[a] >= LEAST_TIMES_NAMED]
    second = [
        a
        for a in able[1:2]
        if _share_naming(a, draft, linked) >= LEAST_AGREEMENT and not _is_part_of_name(a, able[0], linked)
    ]
    return [*able[:1], *second]


def _times_named(draft: Draft, linked: Linked) -> Counter[str]:
    """How often the sentences of the event and the headlines about it name each entity."""
    inside = set(draft.sentences)
    times: Counter[str] = Counter()
    for article in draft.articles:
        starts = [s.span.start for s in linked.annotations[article].sentences]
        for mention in linked.mentions.get(article, ()):
            if mention.entity and (article, bisect_right(starts, mention.span.start) - 1) in inside:
                times[mention.entity] += 1
    for article in draft.titled:
        times.update(m.entity for m in linked.title_mentions.get(article, ()) if m.entity)
    return times


def _is_part_of_name(one: str, other: str, linked: Linked) -> bool:
    """Whether one name holds all words of the other: "Goldman" beside "Goldman Sachs" names nobody else."""
    some, others = (set(linked.actors[a].name.lower().split()) for a in (one, other))
    return some <= others or others <= some


def _share_naming(entity: str, draft: Draft, linked: Linked) -> float:
    """In what part of the articles an entity is named."""
    mentions = {a: (*linked.mentions.get(a, ()), *linked.title_mentions.get(a, ())) for a in draft.articles}
    return sum(any(m.entity == entity for m in found) for found in mentions.values()) / len(mentions)


def _is_narrow(facts: Facts, linked: Linked) -> bool:
    wide = {PlacePrecision.AREA, PlacePrecision.COUNTRY}
    return facts.place is not None and linked.places[facts.place].precision not in wide


def _agreed_place(draft: Draft, facts: Facts, linked: Linked) -> str | None:
    """The main place, when enough articles name it, or a person says so."""
    if facts.place is None:
        return None
    agreed = facts.said or _share_naming(facts.place, draft, linked) >= LEAST_AGREEMENT
    return linked.places[facts.place].name if agreed else None
