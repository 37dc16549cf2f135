"""Parting the spellings that an article uses for one place, where people say that they are different places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from according.linking.forms import fold
from according.linking.toponyms.groups import Group
from according.overrides import EntityOverride, Left


class _Part(NamedTuple):
    """What tells the spots of one place from those of another."""

    rule: str = ""  # the entry that speaks of it
    stays: str = ""  # the page that it stays, though an entry takes another spelling from there
    never: str = ""  # the folded form that an entry keeps apart from its place


_REST = _Part()


def part(group: Group, said: Sequence[EntityOverride | None], never: Collection[str]) -> Iterable[Group]:
    """The places that a group names, by what is said of each of its spots; ``never`` are folded forms kept apart."""
    rules = {rule.name: rule for rule in said if rule}
    left = [page for rule in rules.values() for page in rule.meant.left]
    parts: defaultdict[_Part, list[int]] = defaultdict(list)
    for i, (spot, rule) in enumerate(zip(group.spots, said, strict=True)):
        parts[_Part(rule.name) if rule else _unsaid(fold(spot.text), group.article, left, never)].append(i)
    keeping = {_Part(stays=page.title) for page in left}
    keeping |= {_Part(name) for name, rule in rules.items() if rule.meant.page}
    if _REST in parts and len(rules) == 1:  # another spelling of the one place that a person spoke of
        home = _Part(*rules)
        parts[home] = sorted(parts[home] + parts.pop(_REST))
        keeping.add(home)
    if len(parts) == 1:
        return (group,)
    whole = group.spots[0].span
    return tuple(
        Group(group.article, tuple(group.spots[i] for i in spots), whole, key in keeping, key.stays)
        for key, spots in parts.items()
    )


def _unsaid(form: str, article: str, left: Iterable[Left], never: Collection[str]) -> _Part:
    """The part of a spelling of which no entry speaks."""
    for page in left:
        if any(fold(s.text) == form and s.holds_in(article) for s in page.spellings):
            return _Part(stays=page.title)
    return _Part(never=form) if form in never else _REST
