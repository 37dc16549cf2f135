"""What the entries about events did beyond their own event: which came to be, which are gone, which lost a part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from according.events.correcting import changes, unsaid
from according.events.rearranging import Rearranged, counted
from according.linking.listing import listed
from according.model import Deed, Effect, Event, Linked
from according.overrides import EventOverride

Rules = Mapping[str, EventOverride]
MOST_TOLD = 3  # events of which one entry tells in full what it changed


def called(deeds: Mapping[str, tuple[Deed, ...]], titles: Mapping[str, str]) -> dict[str, tuple[Deed, ...]]:
    """What entries did, with the events that they take in by title; articles and statements are called by their ids."""
    return {
        key: tuple(replace(d, old=titles.get(d.old, d.old)) if d.what == "include" else d for d in done)
        for key, done in deeds.items()
    }


def came_and_went(
    rules: Rules, events: Mapping[str, Event], parted: Mapping[str, str], gone: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[Deed, ...]]:
    """By entry, the event that it made of what it leaves out, and those that are no more though it does not name them.

    ``parted`` are the ids of what was left out with those of the events that it was left out of, ``gone`` those of
    what is no more with its titles, by the events that tell it now.
    """
    return {
        key: tuple(_deeds(key, rule, events, parted, gone.get(key, {}))) for key, rule in rules.items() if key in events
    }


def _deeds(
    key: str, rule: EventOverride, events: Mapping[str, Event], parted: Mapping[str, str], gone: Mapping[str, str]
) -> Iterator[Deed]:
    yield from (Deed("replace", gone[old]) for old in sorted(gone) if old not in rule.includes)
    yield from (Deed("release", events[new].title, new) for new, old in parted.items() if old == key and new in events)


@dataclass(frozen=True, slots=True)
class Loss:
    """What an event has left to another one that takes it in, and how else it is known since."""

    loser: str
    taker: str
    deeds: tuple[Deed, ...]  # as the page of the loser tells them


def losses(
    done: Rearranged, was: Mapping[str, Event], events: Mapping[str, Event], rules: Rules, linked: Linked
) -> list[Loss]:
    """The events that others have taken a part of; ``was`` are those of before that are others now."""
    found = []
    for (loser, taker), lost in done.given.items():
        if loser in events and taker in events and loser not in done.merged:
            told = counted("give", "", lost)
            given = Deed("give", "", events[taker].title, told.count, told.articles)
            other = tuple(unsaid(changes(was.get(loser, events[loser]), events[loser], linked), rules.get(loser)))
            found.append(Loss(loser, taker, (given, *other)))
    return found


def of_takers(found: Iterable[Loss], events: Mapping[str, Event]) -> dict[str, tuple[Deed, ...]]:
    """By entry of an event that takes in parts of others, which these are, and what that changed of them."""
    by_taker: defaultdict[str, dict[str, tuple[Deed, ...]]] = defaultdict(dict)
    for loss in found:
        by_taker[loss.taker][loss.loser] = loss.deeds
    return {
        taker: (*_drawn(lost, events), *told_of_others({key: deeds[1:] for key, deeds in lost.items()}, events))
        for taker, lost in by_taker.items()
    }


def _drawn(lost: Mapping[str, tuple[Deed, ...]], events: Mapping[str, Event]) -> Iterator[Deed]:
    """The events that an entry takes a part of; of too many only which these are."""
    titles = {key: f"“{events[key].title}”" for key in sorted(lost)}
    if len(lost) > MOST_TOLD:
        yield Deed("draw", "", listed(sorted(titles.values())))
        return
    for key, title in titles.items():
        given = lost[key][0]
        yield Deed("draw", "", title, given.count, given.articles)


def told_of_others(changed: Mapping[str, tuple[Deed, ...]], events: Mapping[str, Event]) -> tuple[Deed, ...]:
    """What an entry changed of events that it is not about: of too many of them only which these are."""
    changed = {key: deeds for key, deeds in changed.items() if deeds}
    if len(changed) > MOST_TOLD:
        return (Deed("alter", "", listed(sorted(f"“{events[key].title}”" for key in changed))),)
    told = (_of_another(deed, events[key].title) for key, deeds in sorted(changed.items()) for deed in deeds)
    return tuple(dict.fromkeys(told))


def _of_another(deed: Deed, title: str) -> Deed:
    """What happened to an event, as the entry tells it that is about something else."""
    if deed.what == "title":
        return Deed("retitle", deed.old, deed.new)
    if deed.what == "place":
        return Deed("resite", title, deed.new)
    return Deed("unsite", "", title) if deed.what in ("no_place", "no_site") else Deed("alter", "", f"“{title}”")


def by_page(
    effects: Mapping[str, Effect],
    events: Mapping[str, Event],
    lost: Iterable[Loss],
    others: Mapping[str, tuple[Effect, ...]],
) -> dict[str, tuple[Effect, ...]]:
    """What entries did, by the page that they are about, and on the pages of what they left out or took from.

    ``others`` are what entries about something else than events did to these.
    """
    found: dict[str, tuple[Effect, ...]] = {f"events/{key}": (effect,) for key, effect in effects.items()}
    for key, effect in effects.items():
        for deed in (d for d in effect.deeds if d.what == "release"):
            origin = Effect(effect.file, effect.line, key, (Deed("released", "", events[key].title),))
            found[f"events/{deed.new}"] = (*found.get(f"events/{deed.new}", ()), origin)
    for loss in lost:
        taker, page = effects[loss.taker], f"events/{loss.loser}"
        found[page] = (*found.get(page, ()), Effect(taker.file, taker.line, loss.taker, loss.deeds))
    return {page: (*found.get(page, ()), *others.get(page, ())) for page in dict.fromkeys((*found, *others))}
