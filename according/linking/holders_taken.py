"""Entries that take what a place lies in for a spelling of that place: done as they say, but seldom meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from according.linking.forms import fold, without_mark
from according.linking.machine import Facts, Machine
from according.memo import FORGETFUL, Memo
from according.model import Unheeded
from according.overrides import EntityOverride, Overrides

Pages = Mapping[str, Collection[str]]  # by folded name, the ids of the places that articles call so


def holders_taken(overrides: Overrides, machine: Machine, memo: Memo = FORGETFUL) -> Iterator[Unheeded]:
    """Each of these aliases; one that is limited to articles, be it to all, is meant."""
    rules = [rule for rule in overrides.places.values() if any(not alias.articles for alias in rule.aliases)]
    pages = memo.recall("pages of place names", "", (machine,), lambda: _pages(machine)) if rules else {}
    for rule in rules:
        yield from (
            Unheeded(rule.name, "holder", (alias.text,))
            for alias in rule.aliases
            if not alias.articles and _is_of_holder(alias.text, rule, machine, pages)
        )


def _is_of_holder(name: str, rule: EntityOverride, machine: Machine, pages: Pages) -> bool:
    """Whether a name means what holds a place that another name of an entry means, and no name means both.

    A town and its province of one name are often taken for each other.
    """
    others = {fold(other) for other in (rule.name, *(a.text for a in rule.aliases if not a.articles))} - {fold(name)}
    holders, own = {*pages.get(fold(name), ())}, {page for other in others for page in pages.get(other, ())}
    within = {above for page in own - holders for above in machine.facts[f"places/{page}"]["in"]}
    return not within.isdisjoint(holders - own)


def _pages(machine: Machine) -> Pages:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page, shown in machine.facts.items():
        if page.startswith("places/") and shown["forms"]:
            for name in _names(shown):
                found[fold(name)].add(shown["id"])
    return dict(found)


def _names(shown: Facts) -> Iterator[str]:
    yield from (shown["name"], without_mark(shown["name"]), *(form for form, _ in shown["forms"]))
