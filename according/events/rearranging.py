"""Which sentences people put into which event (``events.yaml``): events put together, articles moved or left out.

First events take in other events, then articles and claims, those of a claim before those of its article; then each
leaves out what does not belong to it. What is left out is an event of its own, unless another one includes it; by an
entry of its own it is parted in turn, and takes in others last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from according.events.drafts import Draft, make_draft
from according.events.identity import Named
from according.events.refining import UnitKey
from according.model import Claim, Deed, Doing, Linked, Vain
from according.overrides import EventOverride

Rules = Mapping[str, EventOverride]
Namer = Callable[[Sequence[Draft], Mapping[int, str]], Named]  # names drafts, of which some have their ids


@dataclass(frozen=True, slots=True)
class Rearranged:
    """The drafts after people have put some together and taken some apart."""

    drafts: tuple[Draft, ...]
    pinned: Mapping[int, str]  # index of a draft -> its id; those split off have none yet
    parted: Mapping[int, str]  # index of a draft that was split off -> the event that it was a part of
    merged: Mapping[str, str]  # id that an override puts into another -> that other
    deeds: Mapping[str, tuple[Deed, ...]]  # by key of an override: what it did
    whole: Mapping[int, Draft]  # those that were split off, before something was left out of them in turn
    vain: tuple[Vain, ...]  # parts of overrides that did nothing
    given: Mapping[tuple[str, str], frozenset[UnitKey]]  # by the event that lost them and the one that took them in


def rearrange(drafts: Sequence[Draft], ids: Sequence[str], rules: Rules, linked: Linked) -> Rearranged:
    """Put sentences where overrides say that they belong; ``ids`` are those that the drafts would get."""
    desk = _Desk(drafts, ids, rules, linked)
    desk.unite()
    desk.move()
    desk.leave_out()
    return desk.done()


@dataclass
class _Desk:
    """The sentences of each event, on their way from one to another."""

    found: Sequence[Draft]
    ids: Sequence[str]
    rules: Rules
    linked: Linked
    late: Collection[str] = ()  # those of the ids that were split off, where only these take in anything
    merged: dict[str, str] = field(default_factory=dict)
    split_off: list[tuple[set[UnitKey], str]] = field(default_factory=list)
    vain: list[Vain] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = {key: set(d.sentences) for key, d in zip(self.ids, self.found, strict=True)}
        self.titled = {key: set(d.titled) for key, d in zip(self.ids, self.found, strict=True)}
        self.deeds: defaultdict[str, tuple[Deed, ...]] = defaultdict(tuple)
        self.given: defaultdict[tuple[str, str], set[UnitKey]] = defaultdict(set)

    def unite(self) -> None:
        """Events take in other events."""
        for key, other in self._included():
            if other in self.parts and other != key:
                self.deeds[key] += (counted("include", other, self.parts[other]),)
                self._give(self.parts[other], key)

    def move(self) -> None:
        """Events take in articles and claims, whatever events these were in."""
        wanted = [(key, item, self._told_by(item)) for key, item in self._included() if item not in self.parts]
        settled: set[UnitKey] = set()
        for key, item, told in sorted(wanted, key=lambda w: w[1] in self.linked.articles):
            moving = (self._left_out_by_others(key, item, told) or told) - settled
            settled |= moving
            if gained := moving - self.parts[key]:
                self.deeds[key] += (counted("include", item, gained),)
                self._give(gained, key)
            elif item in self.linked.articles or item in self._claims:
                self.vain.append(Vain(key, "includes", item, "there" if told else "silent"))

    def leave_out(self) -> None:
        """What does not belong to an event becomes one of its own."""
        for key in (k for k in sorted(self.rules) if self.parts.get(k)):
            here = self.parts[key]
            told = {item: self._told_by(item) for item in self.rules[key].without}
            every = set(chain.from_iterable(told.values()))
            taken = {s for (loser, _), lost in self.given.items() if loser == key for s in lost}
            strange = [i for i, there in told.items() if there and not there & (here | taken)]
            self.vain += [Vain(key, "without", item, "absent") for item in strange]
            out, gone = here & every, taken & every
            if out == here:
                self.vain += [Vain(key, "without", item, "all") for item in told if item not in strange]
                continue
            if out:
                self.parts[key] = here - out
                self.split_off.append((out, key))
            if out or gone:
                self.deeds[key] += (counted("leave_out", "", out | gone),)

    def done(self) -> Rearranged:
        """The drafts of all this; those that nothing has happened to are the same as before."""
        parts = self.drafts()
        made = [*parts.values()]
        made += [make_draft(told, self.titled[key], self.linked) for told, key in self.split_off]
        parted = {len(parts) + n: key for n, (_, key) in enumerate(self.split_off)}
        given = {both: frozenset(lost) for both, lost in sorted(self.given.items())}
        pinned = dict(enumerate(parts))
        whole = {index: made[index] for index in parted}
        return Rearranged(tuple(made), pinned, parted, self.merged, dict(self.deeds), whole, tuple(self.vain), given)

    def _included(self) -> Iterator[tuple[str, str]]:
        keys = (key for key in sorted(self.rules) if key in (self.late or self.parts))
        return ((key, item) for key in keys for item in self.rules[key].includes if item not in self.late)

    def drafts(self) -> dict[str, Draft]:
        """By id, the events that have sentences, those that nothing has happened to as they were."""
        before = dict(zip(self.ids, self.found, strict=True))
        return {
            k: before[k] if told == set(before[k].sentences) else make_draft(told, self.titled[k], self.linked)
            for k, told in self.parts.items()
            if told
        }

    def _give(self, told: Iterable[UnitKey], key: str) -> None:
        """Put sentences into an event, with the headlines of articles of which nothing stays behind."""
        moving = set(told)
        for other in [o for o in self.parts if o != key and self.parts[o] & moving]:
            went = self.parts[other] & moving
            self.parts[other] -= went
            self.given[other, key] |= went
            gone = {a for a, _ in went} - {a for a, _ in self.parts[other]}
            self.titled[key] |= self.titled[other] & gone
            if not self.parts[other]:
                self.merged[other] = key
        self.parts[key] |= moving
        self.merged.pop(key, None)

    @cached_property
    def _claims(self) -> Mapping[str, Claim]:
        return {claim.id: claim for told in self.linked.claims.values() for claim in told}

    def _told_by(self, item: str) -> set[UnitKey]:
        """The sentences of an article or a claim that tell of any event."""
        if item in self.linked.articles:
            return {s for part in self.parts.values() for s in part if s[0] == item}
        claim = self._claims.get(item)
        told = {(claim.article, i) for i in claim.sentences} if claim else set()
        return {s for part in self.parts.values() for s in part & told}

    def _left_out_by_others(self, key: str, item: str, told: set[UnitKey]) -> set[UnitKey]:
        """Of what an event shall take in, that which others leave out by the same name."""
        givers = (k for k, rule in self.rules.items() if k != key and item in rule.without)
        return {s for k in givers for s in told & self.parts.get(k, set())}


def part_further(done: Rearranged, rules: Rules, linked: Linked, name: Namer) -> tuple[Rearranged, Named]:
    """What was split off, parted in turn by the entries of the ids that ``name`` gives it; with all ids."""
    named = name(done.drafts, done.pinned)
    first = len(done.pinned)
    while first < len(named.ids):  # each turn goes through what the one before has split off
        ids = named.ids
        new = [index for index in range(first, len(ids)) if ids[index] in rules and rules[ids[index]].without]
        first = len(ids)
        for index in new:
            done = _parted(done, index, rules[ids[index]], linked)
        named = name(done.drafts, dict(enumerate(ids)))
    return done, named


def _parted(done: Rearranged, index: int, rule: EventOverride, linked: Linked) -> Rearranged:
    """The drafts, one of them without what an entry leaves out of it, which comes last."""
    draft = done.drafts[index]
    here, claims = set(draft.sentences), {c.id: c for a in draft.articles for c in linked.claims.get(a, ())}
    told = {item: _of_item(item, here, claims) for item in rule.without}
    out = set(chain.from_iterable(told.values()))
    if not out or out == here:
        vain = (Vain(rule.id, "without", item, "all" if there else "absent") for item, there in told.items())
        return replace(done, vain=(*done.vain, *vain))
    absent = (Vain(rule.id, "without", item, "absent") for item, there in told.items() if not there)
    kept, left = (make_draft(part, set(draft.titled), linked) for part in (here - out, out))
    new = len(done.drafts)
    return replace(
        done,
        drafts=(*done.drafts[:index], kept, *done.drafts[index + 1 :], left),
        parted={**done.parted, new: rule.id},
        whole={**done.whole, new: left},
        deeds={**done.deeds, rule.id: (*done.deeds.get(rule.id, ()), counted("leave_out", "", out))},
        vain=(*done.vain, *absent),
    )


def _of_item(item: str, sentences: Collection[UnitKey], claims: Mapping[str, Claim]) -> set[UnitKey]:
    """Those of some sentences that are of an article, or in which a claim stands."""
    claim = claims.get(item)
    stands = {(claim.article, i) for i in claim.sentences} if claim else set[UnitKey]()
    return {key for key in sentences if key[0] == item or key in stands}


def take_in_parted(
    done: Rearranged, ids: Sequence[str], rules: Rules, linked: Linked
) -> tuple[dict[str, Draft], Rearranged]:
    """The drafts by their ids, when events have taken in what others left out, and these what they take in themselves.

    And what that did.
    """
    left_by = {ids[index]: key for index, key in done.parted.items()}
    drafts, done = _taken_in(done, ids, rules, linked, left_by)
    deeds, merged, vain = dict(done.deeds), dict(done.merged), list(done.vain)
    for key, other in ((k, o) for k in sorted(rules) for o in rules[k].includes if k in drafts and o in left_by):
        if left_by[other] == key:
            vain.append(Vain(key, "includes", other, "left out"))
        elif other in drafts and other != key:
            part, whole = drafts.pop(other), drafts[key]
            deeds[key] = (*deeds.get(key, ()), counted("include", other, part.sentences))
            drafts[key] = make_draft({*whole.sentences, *part.sentences}, {*whole.titled, *part.titled}, linked)
            merged[other] = key
    return drafts, replace(done, merged=merged, deeds=deeds, vain=tuple(vain))


def _taken_in(
    done: Rearranged, ids: Sequence[str], rules: Rules, linked: Linked, late: Collection[str]
) -> tuple[dict[str, Draft], Rearranged]:
    """The drafts by their ids, when those that were split off have taken in events, articles and claims."""
    if not any(rules[key].includes for key in late if key in rules):
        return dict(zip(ids, done.drafts, strict=True)), done
    desk = _Desk(done.drafts, ids, rules, linked, late, dict(done.merged), vain=list(done.vain))
    desk.deeds.update(done.deeds)
    desk.given.update((both, set(lost)) for both, lost in done.given.items())
    desk.unite()
    desk.move()
    given = {both: frozenset(lost) for both, lost in sorted(desk.given.items())}
    told = replace(done, merged=desk.merged, deeds=dict(desk.deeds), vain=tuple(desk.vain), given=given)
    return desk.drafts(), told


def counted(what: Doing, old: str, sentences: Collection[UnitKey]) -> Deed:
    """What was done to some sentences."""
    return Deed(what, old, "", len(sentences), len({article for article, _ in sentences}))
