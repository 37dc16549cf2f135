"""What corrections of places and actors did to events: where these were, and the titles that the program makes.

An event as it is under the corrections is compared with what the machine alone makes of the same sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from according.events.correcting import unsaid
from according.events.outcome import told_of_others
from according.events.unaided import Unaided
from according.model import Actor, Deed, Doing, Effect, Event, Linked, Place
from according.overrides import EventOverride

Entry = tuple[str, str]  # the file and the name of a correction
# What changes nothing but the page that it is told on.
_BESIDE = frozenset({"answer", "apart", "geonames", "keep", "label", "lead", "unlist", "wikidata"})


@dataclass(frozen=True, slots=True)
class Consequences:
    """By entry what it did to events, and by event the entries with what each did to it."""

    of_entries: Mapping[Entry, tuple[Deed, ...]] = field(default_factory=dict)
    on_pages: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)


def consequences(
    before: Mapping[str, tuple[Unaided, str]],
    now: Mapping[str, Event],
    shown: Mapping[str, Event],
    rules: Mapping[str, EventOverride],
    linked: Linked,
) -> Consequences:
    """What became of events that the machine found; ``before`` has what it makes of each, with the title of that.

    ``now`` are the same events under corrections of names alone, ``shown`` those that have a page.
    """
    if not linked.effects:
        return Consequences()
    by_entry: defaultdict[Entry, dict[str, tuple[Deed, ...]]] = defaultdict(dict)
    on_pages: defaultdict[str, list[Effect]] = defaultdict(list)
    for key, (was, title) in sorted(before.items()):
        event = now[key]
        deeds = tuple(unsaid(_changes(was, title, event, linked), rules.get(key))) if key in shown else ()
        for effect in _behind(deeds, was, title, event, linked) if deeds else ():
            by_entry[effect.file, effect.key][key] = deeds
            on_pages[f"events/{key}"].append(Effect(effect.file, effect.line, effect.key, deeds))
    told = {entry: told_of_others(changed, shown) for entry, changed in by_entry.items()}
    return Consequences(told, {page: tuple(effects) for page, effects in on_pages.items()})


def _changes(was: Unaided, title: str, event: Event, linked: Linked) -> Iterator[Deed]:
    """What differs, but for names that are other names now, in a title too."""
    if event.title != title and event.title != _renamed(title, _called_now(was, linked)):
        yield Deed("title", title, event.title)
    if event.place != was.place_now(linked) or (was.place and not event.place):
        page, new = f"places/{was.place}", linked.places[event.place].name if event.place else ""
        none: Doing = "no_site" if _is_none(page, linked) else "no_place"
        yield Deed("place" if new else none, dict(was.pages).get(page, ""), new)


def _is_none(page: str, linked: Linked) -> bool:
    """Whether people say of a place that it is none: that its name is no name, or somebody's."""
    ignored = any(deed.what == "ignore" for effect in linked.effects.get(page, ()) for deed in effect.deeds)
    return ignored or _moved(page, linked).startswith("actors/")


def _called_now(was: Unaided, linked: Linked) -> dict[str, str]:
    """By name in what the machine alone makes of an event: the name of the same page now."""
    kinds: dict[str, Mapping[str, Place | Actor]] = {"places": linked.places, "actors": linked.actors}
    found = {}
    for page, name in was.pages:
        kind, _, id_ = _moved(page, linked).partition("/")
        entity = kinds[kind].get(id_) if kind in kinds else None
        found[name] = entity.name if entity else name
    return found


def _renamed(title: str, called: Mapping[str, str]) -> str:
    names = sorted((re.escape(name) for name in called if name in title), key=len, reverse=True)
    return re.sub("|".join(names), lambda m: called[m[0]], title) if names else title


def _moved(page: str, linked: Linked) -> str:
    return linked.moved.get(page, page)


def _behind(deeds: Iterable[Deed], was: Unaided, title: str, event: Event, linked: Linked) -> list[Effect]:
    """The corrections of what only one of two titles names, else of what either does, or of whatever the event names.

    What both name, be it as another name now, would leave the title as it is without the others.
    """
    what, called = {deed.what for deed in deeds}, _called_now(was, linked)
    now = {f"places/{p}": linked.places[p].name for p in event.places}
    now |= {f"actors/{a}": linked.actors[a].name for a in event.actors}
    first = {page: called[name] for page, name in was.pages if name in title}
    last = {page: name for page, name in now.items() if name in event.title}
    gone = {page for page, name in first.items() if name not in event.title}
    come = {page for page, name in last.items() if name not in _renamed(title, called)}
    every = {page for page, _ in was.pages} | now.keys()
    if what & {"place", "no_place", "no_site"}:
        old, new = ({f"places/{p}"} if p else set() for p in (was.place, event.place))
        ranked = [new, old] if was.place_now(linked) else [old, new]
    else:
        ranked = [gone | come, first.keys() | last.keys()]
    return next((found for pages in (*ranked, every) if (found := _effects(pages, linked))), [])


def _effects(pages: Collection[str], linked: Linked) -> list[Effect]:
    wanted = sorted({*pages, *(_moved(page, linked) for page in pages)})
    found = dict.fromkeys(effect for page in wanted for effect in linked.effects.get(page, ()))
    return [effect for effect in found if any(deed.what not in _BESIDE for deed in effect.deeds)]
