"""Pages that corrections of other things left with nothing: of places in which nothing lies, of what lost its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from according.linking.forms import fold
from according.linking.listing import listed
from according.linking.machine import Machine
from according.linking.ways import Ways
from according.model import Deed, Effect

TAKING = frozenset({"hide", "ignore", "silence", "unlist"})  # what a correction does that takes a page away
Told = Mapping[str, Collection[Effect]]  # what corrections did, by the page under which it is told


def takes_away(effects: Collection[Effect]) -> bool:
    """Whether any of some corrections takes a page away."""
    return any(deed.what in TAKING for effect in effects for deed in effect.deeds)


class Emptied:
    """Looks for pages without anything; ``told`` is what is told of corrections, ``moved`` where addresses lead."""

    def __init__(self, machine: Machine, lost: Iterable[str], ways: Ways, moved: Mapping[str, str], told: Told) -> None:
        """``lost`` are the pages that are no more."""
        self._machine, self._ways, self._moved, self._told = machine, ways, moved, told
        nowhere = (p for p in lost if p not in moved)
        self._lost = [p for p in nowhere if not takes_away(told.get(p, ()))]  # what was taken away is told by its name

    def pages(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """Those that stood only for what lay in them, and all others, with the pages under which it is told why."""
        held: defaultdict[str, list[str]] = defaultdict(list)
        for page, shown in sorted(self._machine.facts.items()) if self._lost else ():
            for above in shown.get("in", ()):
                held[f"places/{above}"].append(page)
        emptied = {old: self._of_what_lay(held[old]) for old in self._lost if held[old]}
        return emptied, {old: self._beside([old]) for old in self._lost if old not in emptied}

    def _of_what_lay(self, pages: Sequence[str]) -> tuple[str, ...]:
        """The page of the first of some pages of which anything is told."""
        now = (self._moved.get(page, page) for page in pages)
        own = next((page for page in now if page in self._told), None)
        return (own,) if own else self._beside(pages)

    def _beside(self, pages: Collection[str]) -> tuple[str, ...]:
        """The pages of what changed anything in the articles that name some pages, or else anything at all."""
        named = self._naming(pages)
        near = tuple(page for page, articles in self._concerned.items() if articles & named)
        return near or tuple(self._concerned)

    @cached_property
    def _concerned(self) -> Mapping[str, frozenset[str]]:
        """By page under which anything is told, the articles of which something is there, or was."""
        pages = sorted(page for page, effects in self._told.items() if page and any(e.deeds for e in effects))
        ways = {page: (*self._ways.into(page), *self._ways.out_of(page)) for page in pages}
        return {page: frozenset[str]().union(*(way.articles for way in ways[page])) for page in pages}

    def _naming(self, pages: Collection[str]) -> frozenset[str]:
        """The articles that name what had some pages of the machine's, or in which it passed something on."""
        ids = {page.removeprefix("sources/") for page in pages}
        machine = self._machine
        led = (*machine.mentions.items(), *machine.in_titles.items())
        named = (article for article, found in led if any(page in pages for _, _, page in found))
        passing = (a for a, chains in machine.passing.items() if any(not ids.isdisjoint(chain) for chain in chains))
        return frozenset((*named, *passing))


def told_by_one(emptied: Mapping[str, Collection[str]], told: Told, machine: Machine) -> dict[str, tuple[Effect, ...]]:
    """What corrections did, by page; one that alone took from pages what lay in them tells of that, too."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for old, pages in emptied.items():
        entries = {(effect.file, effect.key) for page in pages for effect in told.get(page, ()) if effect.deeds}
        for entry in entries if len(entries) == 1 else ():
            found[entry].append(machine.facts[old]["name"])

    def whole(effect: Effect) -> Effect:
        names = found.get((effect.file, effect.key), ())
        more = Deed("empty_all" if len(names) > 1 else "empty", "", listed(names)) if names else None
        return replace(effect, deeds=(*effect.deeds, more)) if more else effect

    return {page: tuple(map(whole, effects)) for page, effects in sorted(told.items())}


def lost_spellings(machine: Machine, lost: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The folded spellings of the pages that are no more, with these; who only speaks is known by other names."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for page in lost:
        for form, _ in machine.facts[page].get("forms", ()):
            found[fold(form)][page] = None
    return {form: tuple(pages) for form, pages in sorted(found.items())}
