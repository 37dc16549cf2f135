"""From the linked corpus to its events."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from according.events.assembling import (
    Context,
    Telling,
    assemble,
    corrected_title,
    events_of_claims,
    fresh_id,
    make_context,
    named_by,
    names_of,
    told_in,
)
from according.events.consequences import consequences
from according.events.copies import find_copies
from according.events.correcting import FILE, correct_event, kept_apart
from according.events.drafting import Told, find_drafts
from according.events.drafts import Draft, ranked, shares
from according.events.frequencies import load_frequencies
from according.events.identity import Named, lead_on, name_drafts, told_by
from according.events.ledger import Entry, Ledger, Titled
from according.events.outcome import by_page, called, came_and_went, losses, of_takers
from according.events.questions import ask
from according.events.rearranging import Rearranged, part_further, rearrange, take_in_parted
from according.events.relations import relate
from according.events.titles import Title
from according.events.twins import another_title, tell_apart
from according.events.unaided import Unaided
from according.linking.renames import place_names
from according.memo import FORGETFUL, Memo
from according.model import Deed, Effect, Event, EventSet, Linked
from according.overrides import EventOverride, Overrides


def find_events(
    linked: Linked,
    overrides: Overrides,
    ledger: Ledger,
    told: Told | None = None,
    memo: Memo = FORGETFUL,
) -> tuple[EventSet, Ledger]:
    """The events of the corpus, and the ledger with which they keep their ids.

    ``told`` is what the corpus tells, as the machine alone has linked it; without it nobody has corrected ``linked``.
    ``memo`` saves work for the next build in this process, when it watches the tables of ``linked``.
    """
    told = told or find_drafts(linked)
    rules = overrides.events
    unaided = memo.table("unaided", dict(zip(told.drafts, told.unaided, strict=True)))
    context = make_context(linked, memo.table("units", told.units), load_frequencies(), memo, unaided)
    placed = _place(told.drafts, context, ledger, rules)
    assembled = _assemble(placed, ledger, context)
    events, changed = _correct_events(assembled, placed.drafts, overrides, context)
    entries = _entries(placed, assembled, ledger, context)
    titles = {key: (key in rules and rules[key].title) or entry.titled.text for key, entry in entries.items()}
    outcome = came_and_went(rules, events, placed.parted, placed.gone(titles))
    lost = losses(placed.done, assembled.was, events, rules, linked)
    moving = called(placed.done.deeds, titles)
    done = _done(rules, moving, outcome, of_takers(lost, events), changed, kept_apart(rules, events))
    names = consequences(_unaided(placed, ledger, context), assembled.named, events, rules, linked)
    telling = memo.derive(
        "telling", partial(told_in, memo.table("passages", {k: e.passages for k, e in events.items()}))
    )
    moved = lead_on({**ledger.moved, **placed.moved}, assembled.events)  # also to one that has no page
    copy_of = find_copies(linked.articles.values(), memo)
    found = EventSet(
        events=events,
        of_claim=events_of_claims(telling, linked, memo),
        of_article=_events_of_articles(telling, context),
        copy_of=copy_of,
        review=ask(events, copy_of, linked, overrides, placed.parted),
        moved={f"events/{old}": f"events/{new}" for old, new in sorted(moved.items())},
        applied=frozenset((FILE, key) for key, effect in done.items() if effect.deeds),
        effects=by_page(done, events, lost, names.on_pages),
        besides=names.of_entries,
        vain=placed.done.vain,
    )
    return found, ledger.followed_by(entries, moved)


@dataclass(frozen=True, slots=True)
class _Placed:
    """The drafts by their ids, as the machine found them and as people say that they are."""

    found: Mapping[str, Draft]
    drafts: Mapping[str, Draft]
    parted: Mapping[str, str]  # what people have left out of an event -> that event
    moved: Mapping[str, str]
    done: Rearranged

    @property
    def kept(self) -> dict[str, Draft]:
        """What the ledger keeps: what the machine found, and what was split off from it, wherever that is now."""
        split_off = {key: self.done.whole[index] for index, key in zip(self.done.parted, self.parted, strict=True)}
        return {**self.found, **split_off}

    def gone(self, titles: Mapping[str, str]) -> dict[str, dict[str, str]]:
        """By event, the ids of those that it tells now, with their titles."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for old, new in self.done.merged.items():
            found[new][old] = titles.get(old, old)
        return found


@dataclass(frozen=True, slots=True)
class _Assembled:
    """The events by id, before people correct what is told of them; no two have one title."""

    events: Mapping[str, Event]
    was: Mapping[str, Event]  # those that have lost or got sentences, as they were before
    named: Mapping[str, Event]  # those that the machine found, as they are under corrections of names alone


def _assemble(placed: _Placed, ledger: Ledger, context: Context) -> _Assembled:
    entries, found, whole = ledger.known, placed.found, placed.kept
    made = {key: assemble(key, d, entries.get(key), context, whole.get(key)) for key, d in placed.drafts.items()}
    events = tell_apart(made, placed.drafts, found, context)
    other = [key for key, draft in placed.drafts.items() if whole.get(key, draft) != draft]
    before = {key: assemble(key, whole[key], entries.get(key), context) for key in other}
    stays = {key for key in other if before[key].title == made[key].title}
    was = {k: dataclasses.replace(e, title=events[k].title) if k in stays else e for k, e in before.items()}
    return _Assembled(events, was, {key: before.get(key, event) for key, event in made.items() if key in found})


def _unaided(placed: _Placed, ledger: Ledger, context: Context) -> dict[str, tuple[Unaided, str]]:
    """What the machine alone makes of each event that it found and that is still there, with its title."""
    there = {key: draft for key, draft in placed.found.items() if key in placed.drafts}
    titles = {key: ledger.known[key].titles if key in ledger.known else () for key in there}
    known = {key: context.unaided[draft] for key, draft in there.items()}
    return {key: (was, was.remembered(titles[key], there[key].articles)) for key, was in known.items()}


def _place(drafts: Sequence[Draft], context: Context, ledger: Ledger, rules: Mapping[str, EventOverride]) -> _Placed:
    """Name the drafts, and put their sentences where people say that they belong."""
    ids = _name(drafts, context, ledger, {}).ids
    done = rearrange(drafts, ids, rules, context.linked)

    def name(of: Sequence[Draft], known: Mapping[int, str]) -> Named:
        """What people have put into another event is not what they leave out of that one."""
        return _name(of, context, ledger.without({*ids}.difference(known.values())), known)

    done, named = part_further(done, rules, context.linked, name)
    parted = {named.ids[index]: key for index, key in done.parted.items()}
    corrected, done = take_in_parted(done, named.ids, rules, context.linked)
    found = dict(zip(ids, drafts, strict=True))
    return _Placed(found, corrected, parted, {**named.moved, **done.merged}, done)


def _name(drafts: Sequence[Draft], context: Context, ledger: Ledger, pinned: Mapping[int, str]) -> Named:
    def fresh(draft: Draft) -> str:
        """What the machine alone would call it: a correction of a name that was there first makes no other id."""
        unaided = context.unaided.get(draft)
        return unaided.id if unaided else fresh_id(context.facts(draft), context.linked)

    return name_drafts(drafts, fresh, context.unnamed, ledger, pinned, context.memo)


def _correct_events(
    assembled: _Assembled, drafts: Mapping[str, Draft], overrides: Overrides, context: Context
) -> tuple[dict[str, Event], dict[str, tuple[Deed, ...]]]:
    """What people say of single events, and what it did; then how the events that are shown hang together."""
    events = assembled.events
    renamed = place_names(overrides)
    shown: dict[str, Event] = {}
    changed: dict[str, tuple[Deed, ...]] = {}
    taken = {e.title for e in events.values()}.union(r.title for r in overrides.events.values() if r.title)
    for key in sorted(events):
        event, rule = events[key], overrides.events.get(key)
        if rule:
            entitle = partial(_entitle, draft=drafts[key], taken=taken - {event.title}, context=context)
            was = assembled.was.get(key, event) if rule.includes or rule.without else event
            event, changed[key] = correct_event(event, rule, was, context.linked, renamed, entitle)
            taken.add(event.title)
        if not (rule and rule.hide):
            shown[key] = event
    related = relate(shown, context.linked, context.memo)
    return {key: dataclasses.replace(e, related=related.get(key, ())) for key, e in shown.items()}, changed


def _entitle(event: Event, draft: Draft, taken: Container[str], context: Context) -> Title:
    """The title of an event whose day, kind or place people have corrected, which no other event has."""
    title = corrected_title(event, draft, context)
    named = dataclasses.replace(event, title=title.text)
    return another_title(named, draft, taken, context) if title.text in taken else title


def _done(rules: Mapping[str, EventOverride], *deeds: Mapping[str, tuple[Deed, ...]]) -> dict[str, Effect]:
    """What each entry did, all in all."""
    return {
        key: Effect(rule.file, rule.line, key, tuple(d for part in deeds for d in part.get(key, ())))
        for key, rule in sorted(rules.items())
    }


def _events_of_articles(telling: Telling, context: Context) -> Mapping[str, tuple[str, ...]]:
    """By article: its events, the one that is most of it first."""

    def of(article: str) -> tuple[str, ...]:
        told = {(article, sentence): event for sentence, event in telling.get(article, {}).items()}
        found = shares({article: context.units[article]}, told, context.linked, context.frequencies)
        return ranked(found[article])

    return context.memo.each("events of article", context.units, of)


def _entries(placed: _Placed, assembled: _Assembled, ledger: Ledger, context: Context) -> dict[str, Entry]:
    """What the ledger keeps of each event, those that people put into another one included."""
    as_found = {key: assembled.events[key] for key, d in placed.kept.items() if placed.drafts.get(key) == d}
    entries = {key: _entry(key, d, as_found, ledger, context) for key, d in placed.kept.items()}
    return {key: entry.parted() if key in placed.parted else entry for key, entry in entries.items()}


def _entry(key: str, draft: Draft, events: Mapping[str, Event], ledger: Ledger, context: Context) -> Entry:
    """What the ledger keeps of an event: what the machine put together, before people corrected it."""
    sentences = context.memo.trace("sentences", draft, lambda: _sentences(draft, context.unnamed))
    # What people put into another event or left out of this one is told as it would be without them.
    before = ledger.known.get(key)
    event = events.get(key) or assemble(key, draft, before, context)
    basis = named_by(event.type, event.place, event.start)
    shown = names_of(event.places, event.actors, context.linked) if not event.title_from else ()
    names = sorted({name for name in shown if name in event.title})
    now = Titled(event.title, event.title_from or "", basis, tuple(names))
    entry = dataclasses.replace(before, told=sentences) if before else Entry(now, sentences)
    return entry.called(now)


def _sentences(draft: Draft, linked: Linked) -> dict[str, tuple[str, ...]]:
    """By article: the hashes of the sentences that report an event."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for article, hashed in sorted(told_by(draft, linked)):
        told[article].append(hashed)
    return {article: tuple(hashes) for article, hashes in told.items()}
