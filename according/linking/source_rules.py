"""What people say of sources, by what these are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from according.linking.forms import fold
from according.linking.renames import Renames, entity_names
from according.linking.slugs import slug
from according.overrides import AliasRule, Overrides, SourceOverride

SEPARATOR = "--"  # between a source's name and its article in an id; no slug has it


class Bearer(NamedTuple):
    """The place or actor that a name means; where it is no actor, ``actor`` is none."""

    id: str
    name: str
    actor: str | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """What people say of sources by each folded form, and in which articles; all where none are named."""

    by_form: Mapping[str, Sequence[tuple[AliasRule, SourceOverride]]]
    shown: Renames  # by folded name of an entry: what the place or actor is called that people have renamed
    bearers: Mapping[str, Bearer] = field(default_factory=dict)  # by name of an entry, or as it is shown

    def of(self, name: str, article: str, *, own: bool, spellings: Sequence[str]) -> tuple[str, SourceOverride | None]:
        """What a person says of a name, and the folded name by which; ``own``: its source belongs to its article.

        What holds in this article alone goes before what holds in all, and the entry of the name itself before others.
        One that says in which articles its names are unnamed sources concerns those alone, whatever its key.
        """
        for called in (own_id(name, article), name) if own else (name, *spellings):
            holding = [
                (not form.articles, fold(rule.name) != fold(name), rule.name, rule)
                for form, rule in self.by_form.get(fold(called), ())
                if form.holds_in(article)
                and (not own or called in (name, form.text))
                and not (own and form.text == rule.name and any(map(_in_places, rule.aliases)))
                and not (own and own_id(name, article) in rule.never)
            ]
            if holding:
                return fold(called), min(holding, key=lambda held: held[:3])[3]
        return "", None

    def bearer(self, rule: SourceOverride) -> Bearer | None:
        """The place or actor that has an entry's name, also where that is one which people have taken from it."""
        return self.bearers.get(rule.name) or self.bearers.get(self.shown.get(fold(rule.name), ""))


def find_rules(overrides: Overrides) -> Rules:
    """What people say of sources; an entry under a name that they have taken from a place or actor speaks of it too."""
    renamed = entity_names(overrides)
    found: dict[str, list[tuple[AliasRule, SourceOverride]]] = defaultdict(list)
    shown: dict[str, str] = {}
    for rule in overrides.sources.values():
        for alias in (AliasRule(rule.name), *rule.aliases):
            form = fold(alias.text)
            if form not in map(fold, rule.never):
                found[form].append((alias, rule))
            if now := renamed.get(form):
                found[fold(now)].append((alias, rule))
                shown[form] = now
    return Rules(found, shown)


def own_id(name: str, article: str) -> str:
    """The id of a source that belongs to one article."""
    return f"{slug(name)}{SEPARATOR}{article}"


def _in_places(alias: AliasRule) -> bool:
    """Whether an alias says in which articles it holds."""
    return bool(alias.articles) or SEPARATOR in alias.text
