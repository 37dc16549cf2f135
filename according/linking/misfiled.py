"""Entries in the wrong file, which say nothing that would make something of their own sort of the name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from according.linking.forms import fold
from according.linking.machine import Machine
from according.memo import FORGETFUL, Memo
from according.model import Unheeded, Why
from according.overrides import EntityOverride, Overrides

OTHER = {"places": "actors", "actors": "places"}
MISFILED: tuple[Why, ...] = ("misfiled", "heard")  # why an entry is left out as a whole
Named = Mapping[str, str]  # by folded spelling, the name of a page that has it


def misfiled(overrides: Overrides, machine: Machine, memo: Memo = FORGETFUL) -> Iterator[Unheeded]:
    """Each entry about what has a page of the other sort alone, and that does not say that it is of this one.

    So does one that only takes away what is nobody but a source.
    """
    sorts = {"places": overrides.places, "actors": overrides.actors}
    if not any(map(_is_open, (rule for rules in sorts.values() for rule in rules.values()))):
        return
    pages = memo.recall_each("spellings of pages", ((sort, (machine, sort)) for sort in sorts), _pages)
    for sort, rules in sorts.items():
        there = pages[OTHER[sort]]
        lines = {fold(name): rule.line for name, rule in sorts[OTHER[sort]].items() if not rule.ignore}
        asked = _asked(machine) if sort == "actors" else frozenset()
        for name, rule in rules.items():
            key = fold(name)
            own = key in pages[sort] or (rule.ignore and key in asked)
            if key in there and not own and _is_open(rule):
                said = "ignore" if rule.ignore else "keys"
                yield Unheeded(name, "misfiled", (there[key], said), f"{sort}.yaml", lines.get(key, 0))
            elif not own and key not in there and key not in lines and _only_takes_away(rule):
                yield from _heard(rule, sort, overrides, machine, memo)


def _heard(rule: EntityOverride, sort: str, overrides: Overrides, machine: Machine, memo: Memo) -> Iterator[Unheeded]:
    """An entry about a name that nobody has but a source: no name in a text is called so, with a page or without."""
    sources = memo.recall("names of sources", "", (machine,), lambda: _sources(machine))
    key = fold(rule.name)
    if key in sources and key not in machine.pageless and key not in _asked(machine):
        line = next((said.line for name, said in overrides.sources.items() if fold(name) == key), 0)
        yield Unheeded(rule.name, "heard", (sources[key],), f"{sort}.yaml", line)


def without_misfiled(overrides: Overrides, found: Collection[Unheeded]) -> Overrides:
    """The corrections without entries of files in which these were found."""
    if not found:
        return overrides
    lost = {(one.file, one.key) for one in found}
    places, actors = (
        {name: rule for name, rule in rules.items() if (file, name) not in lost}
        for file, rules in (("places.yaml", overrides.places), ("actors.yaml", overrides.actors))
    )
    return replace(overrides, places=places, actors=actors)


def _is_open(rule: EntityOverride) -> bool:
    """Whether an entry leaves open what sort of thing it speaks of; an alias that is its own name says where it is."""
    settled = rule.kind or rule.at or rule.geonames or rule.parent
    return not settled and all(fold(alias.text) != fold(rule.name) for alias in rule.aliases)


def _only_takes_away(rule: EntityOverride) -> bool:
    """Whether an entry says no more than that something is none, or has no page."""
    bare = EntityOverride(rule.name, rule.file, rule.line, ignore=rule.ignore, hide=rule.hide)
    return (rule.ignore or rule.hide) and rule == replace(bare, venue=rule.venue, meant=rule.meant)


def _pages(machine: Machine, sort: str) -> Named:
    """The names of the pages of a sort by their spellings; a page that is called just so comes before others."""
    found: dict[str, str] = {}
    shown = [facts for page, facts in sorted(machine.facts.items()) if page.startswith(f"{sort}/")]
    for spelled in (_titles, _forms):
        for facts in shown:
            for form in spelled(facts):
                found.setdefault(fold(form), facts["name"])
    return found


def _titles(facts: Mapping[str, object]) -> Iterable[str]:
    return (str(facts["name"]),)


def _forms(facts: Mapping[str, object]) -> Iterable[str]:
    forms = facts["forms"]
    return (str(form) for form, _ in forms) if isinstance(forms, list) else ()


def _sources(machine: Machine) -> Named:
    """The names of sources by what is the same of their spellings."""
    named = [str(facts["name"]) for page, facts in machine.facts.items() if page.startswith("sources/")]
    return {fold(name): name for name in sorted(named, reverse=True)}


def _asked(machine: Machine) -> frozenset[str]:
    """The folded names without a page of which the program asks whether they are somebody: they may be ignored."""
    ids = {facts["id"] for facts in machine.facts.values()}
    return frozenset(fold(about) for about, _ in machine.asked if about not in ids)
