"""Entries that call a place or an actor by the address of its page, which would then be the name to show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.machine import Machine
from according.model import Unheeded
from according.overrides import EntityOverride, Overrides


def miskeyed(overrides: Overrides, machine: Machine) -> Iterator[Unheeded]:
    """Each of them, with the name that the page has when nobody corrects it."""
    by_kind: tuple[tuple[str, Mapping[str, EntityOverride]], ...] = (
        ("places", overrides.places),
        ("actors", overrides.actors),
    )
    for kind, rules in by_kind:
        for key, rule in rules.items():
            shown = machine.facts.get(f"{kind}/{key}")
            if shown and not _is_meant(rule, [shown["name"], *(form for form, _ in shown["forms"])]):
                yield Unheeded(key, "address", (shown["name"],), f"{kind}.yaml")


def _is_meant(rule: EntityOverride, spellings: list[str]) -> bool:
    """Whether articles write the key just so, or its author knows the name and has another one shown."""
    return rule.name in spellings or any(alias.text in spellings for alias in rule.aliases)
