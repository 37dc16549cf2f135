"""Entries in the file of the other sort, which say nothing that would make something of their own sort of the name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from according.linking.forms import fold
from according.linking.machine import Machine
from according.memo import FORGETFUL, Memo
from according.model import Unheeded
from according.overrides import EntityOverride, Overrides

OTHER = {"places": "actors", "actors": "places"}
Named = Mapping[str, str]  # by folded spelling, the name of a page that has it


def misfiled(overrides: Overrides, machine: Machine, memo: Memo = FORGETFUL) -> Iterator[Unheeded]:
    """Each entry about what has a page of the other sort alone, and that does not say that it is of this one."""
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


def _asked(machine: Machine) -> frozenset[str]:
    """The folded names without a page of which the program asks whether they are somebody: they may be ignored."""
    ids = {facts["id"] for facts in machine.facts.values()}
    return frozenset(fold(about) for about, _ in machine.asked if about not in ids)
