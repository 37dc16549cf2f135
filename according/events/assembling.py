"""A draft becomes an event: its kind, date, places, actors, title, claims and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from according.events.drafts import Draft, make_draft, passages
from according.events.frequencies import TermFrequencies
from according.events.kinds import event_type
from according.events.ledger import Entry, Titled
from according.events.participants import find_cast, participants
from according.events.refining import UnitKey
from according.events.stories import Units
from according.events.titles import Facts, Title, event_title
from according.events.types import TYPES, UNTYPED
from according.events.unaided import Unaided, kept_place
from according.events.when import EventDate, event_date, told_days
from according.events.where_who import rank_places
from according.linking.passages import without_names
from according.linking.slugs import slug
from according.memo import FORGETFUL, Memo
from according.model import Claim, Event, Linked, Passage, PlacePrecision, Precision

Telling = Mapping[str, Mapping[int, str]]  # by article and sentence: the event that it tells
NARROW = frozenset({PlacePrecision.POINT, PlacePrecision.TOWN, PlacePrecision.PARENT})


def fresh_id(facts: Facts, linked: Linked) -> str:
    """The id of a new event: when, where, what."""
    day = facts.when.start.isoformat() if facts.when.start else "undated"
    where = linked.places[facts.place].name if facts.place else ""
    who = linked.actors[facts.actors[0]].name if facts.actors and not where else ""
    return slug(" ".join(part for part in (day, where or who, TYPES[facts.type].nouns[0]) if part))


def named_by(type_: str, place: str | None, start: date | None) -> str:
    """What a title rests on; while it stays, the title stays."""
    return f"{type_} | {place or '-'} | {start or '-'}"


@dataclass(frozen=True, slots=True)
class Context:
    """What every event is put together from."""

    linked: Linked
    units: Units
    frequencies: TermFrequencies
    unnamed: Linked  # without the names in the annotations: a correction of names leaves its readers alone
    memo: Memo
    unaided: Mapping[Draft, Unaided] = field(default_factory=dict)  # what the machine alone makes of what it found

    def facts(self, draft: Draft) -> Facts:
        """What the passages of a draft tell of an event."""
        return self.memo.trace("facts", draft, lambda: self._facts(draft))

    def _facts(self, draft: Draft) -> Facts:
        cast = find_cast(draft, self.linked, self.memo)
        places, nowhere = kept_place(rank_places(draft, self.linked, self.memo), self.unaided.get(draft), self.linked)
        return Facts(
            type=self.memo.trace("type", draft, lambda: event_type(draft, self.unnamed)),
            when=self.memo.trace("when", draft, lambda: event_date(draft, self.unnamed)),
            places=places,
            actors=cast.actors,
            participants=participants(cast, self.linked),
            nowhere=nowhere,
        )


def make_context(
    linked: Linked,
    units: Units,
    frequencies: TermFrequencies,
    memo: Memo = FORGETFUL,
    unaided: Mapping[Draft, Unaided] | None = None,
) -> Context:
    """What the events of a corpus are put together from."""
    unnamed = replace(linked, annotations=without_names(linked, memo))
    return Context(linked, units, frequencies, unnamed, memo, unaided or {})


def alone(draft: Draft, context: Context) -> Unaided:
    """What a draft is known by, in a corpus that nobody has corrected."""
    linked, facts = context.linked, context.facts(draft)
    title = event_title(draft, facts, linked, context.frequencies)
    pages = [(f"places/{p}", linked.places[p].name) for p in facts.places]
    pages += [(f"actors/{a}", linked.actors[a].name) for a in facts.actors]
    return Unaided(fresh_id(facts, linked), facts.place, _basis(facts), title.text, title.article, tuple(pages))


def tells_what_happened(sentences: list[UnitKey], context: Context) -> bool:
    """Whether sentences tell what kind of event it was, and the day or the town."""
    facts = context.facts(make_draft(sentences, set(), context.linked))
    placed = any(context.linked.places[p].precision in NARROW for p in facts.places[:1])
    return facts.type != UNTYPED and (facts.when.precision is not Precision.UNKNOWN or placed)


def assemble(key: str, draft: Draft, before: Entry | None, context: Context, found: Draft | None = None) -> Event:
    """The event of a draft; its title is the one it had, while what the title rests on has not changed.

    ``found`` is what the machine put under this id, before people moved sentences: its place, day and kind stay.
    """
    rests_on = before.titles if before else None
    was = None if found == draft else found
    return context.memo.trace("event", (key, draft, rests_on, was), lambda: _assemble(key, draft, before, context, was))


def _assemble(key: str, draft: Draft, before: Entry | None, context: Context, was: Draft | None) -> Event:
    linked, facts = context.linked, context.facts(draft)
    if was:
        facts = _kept_facts(was, context.facts(was), draft, facts)
    known = next((t for t in before.titles if _holds(t, draft, facts, linked)), None) if before else None
    title = Title(known.text, known.article or None) if known else _fresh_title(draft, facts, context, was)
    claims = event_claims(draft, linked)
    return Event(
        id=key,
        title=title.text,
        title_from=title.article,
        type=facts.type,
        plover=TYPES[facts.type].plover,
        start=facts.when.start,
        end=facts.when.end,
        precision=facts.when.precision if facts.when.start else Precision.UNKNOWN,
        place=facts.place,
        places=facts.places,
        actors=facts.actors,
        participants=facts.participants,
        passages=passages(draft, context.units),
        claims=tuple(c.id for c in claims),
        articles=draft.articles,
        sources=tuple(dict.fromkeys(c.source for c in claims if c.source)),
        days=told_days(draft, facts.when, facts.type, context.unnamed) if TYPES[facts.type].physical else (),
    )


def _basis(facts: Facts) -> str:
    return named_by(facts.type, facts.place, facts.when.start)


def _holds(known: Titled, draft: Draft, facts: Facts, linked: Linked) -> bool:
    """Whether the title of an event rests on the same, and calls places and actors as they are called."""
    called = set(known.names) <= set(names_of(facts.places, facts.actors, linked))
    return bool(known.text) and known.named_by == _basis(facts) and _still_there(known.article, draft) and called


def names_of(places: Iterable[str], actors: Iterable[str], linked: Linked) -> list[str]:
    """The names of some places and actors."""
    return [*(linked.places[p].name for p in places), *(linked.actors[a].name for a in actors)]


def _still_there(article: str | None, draft: Draft) -> bool:
    return not article or article in draft.articles


def _fresh_title(draft: Draft, facts: Facts, context: Context, was: Draft | None) -> Title:
    """The title before people moved sentences, if the event lost none or rests on the same; else one of its own."""
    if was and (set(was.sentences) <= set(draft.sentences) or _basis(facts) == _basis(context.facts(was))):
        title = event_title(was, context.facts(was), context.linked, context.frequencies)
        if _still_there(title.article, draft):
            return title
    return event_title(draft, facts, context.linked, context.frequencies)


def _kept_facts(was: Draft, known: Facts, draft: Draft, facts: Facts) -> Facts:
    """What an event tells of itself after people moved sentences: kind, day and place stay while most of it does."""
    staying = set(was.sentences).intersection(draft.sentences)
    if 2 * len(staying) < len(was.sentences):
        return facts
    whole = len(staying) == len(was.sentences)
    main = [known.place] if known.place and (known.place in facts.places or whole) else []
    return facts._replace(
        type=known.type if known.type != UNTYPED or whole else facts.type,
        when=known.when if known.when.precision is Precision.DAY or whole else facts.when,
        places=tuple(dict.fromkeys((*main, *facts.places))),
        nowhere=known.nowhere,
    )


def corrected_title(event: Event, draft: Draft, context: Context) -> Title:
    """The title of an event whose day, kind or place people have corrected: made of what they say."""
    when = EventDate(event.start, event.end, event.precision)
    facts = context.facts(draft)._replace(type=event.type, when=when, places=event.places, said=True)
    facts = facts._replace(nowhere=event.place is None)
    return event_title(draft, facts, context.linked, context.frequencies)


def event_claims(draft: Draft, linked: Linked) -> list[Claim]:
    """The claims that stand in the sentences of an event, in the order of its reports."""
    told = set(draft.sentences)
    return [c for a in draft.articles for c in linked.claims.get(a, ()) if any((a, s) in told for s in c.sentences)]


def told_in(passages: Mapping[str, tuple[Passage, ...]]) -> dict[str, dict[int, str]]:
    """By article: the event that each of its sentences tells."""
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for key in sorted(passages):
        for passage in passages[key]:
            found[passage.article].update(dict.fromkeys(passage.sentences, key))
    return dict(found)


def events_of_claims(telling: Telling, linked: Linked, memo: Memo = FORGETFUL) -> dict[str, tuple[str, ...]]:
    """By claim: the events of the sentences it stands in, the one that most of them tell first."""

    def of(article: str) -> dict[str, tuple[str, ...]]:
        event_of, found = telling.get(article, {}), {}
        for claim in linked.claims[article]:
            told = [event_of[s] for s in claim.sentences if s in event_of]
            found[claim.id] = tuple(sorted(set(told), key=lambda e: (-told.count(e), told.index(e))))
        return found

    parts = memo.each("events of claims", linked.claims, of)
    return {claim: events for part in parts.values() for claim, events in part.items()}
