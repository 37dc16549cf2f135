"""What people say of actors: which forms are one, which never, which are nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from according.linking.actors.clusters import OVERRIDE, Clusters, Node
from according.linking.actors.homes import Homes
from according.linking.actors.uses import Use, Uses
from according.linking.addresses import NOWHERE, Before, Led
from according.linking.forms import fold
from according.memo import FORGETFUL, Memo
from according.model import Label
from according.overrides import AliasRule, EntityOverride

EVIDENCE = OVERRIDE
_HERE = "\there"  # behind a folded name: where it is an entry's own in some articles alone
_KINDS = frozenset(label.value for label in Label if label is not Label.PLACE)


class Rules:
    """The overrides of actors by folded form, and which of them have had an effect.

    ``before`` is where mentions led without them; ``pages`` are those that entries mean, by their names.
    """

    def __init__(self, overrides: Mapping[str, EntityOverride], before: Before | None = None) -> None:
        self.overrides = overrides
        self.applied: set[str] = set()  # keys of the file
        self._everywhere: dict[str, EntityOverride] = {}
        self._limited: dict[str, list[tuple[AliasRule, EntityOverride]]] = defaultdict(list)
        for _, rule in sorted(overrides.items()):  # in the order of the names, not of the file
            for alias in (*rule.aliases, *rule.meant.turned):
                if alias.articles:
                    self._limited[fold(alias.text)].append((alias, rule))
            for form in _forms_everywhere(rule):
                self._everywhere.setdefault(form, rule)
        self._spoken = self._everywhere.keys() | self._limited.keys()
        self._before = before
        self.pages = {name: rule.meant.actors for name, rule in overrides.items() if rule.meant.actors}
        self._pages = {fold(name): page for name, page in self.pages.items()}

    def apply(self, uses: Uses, memo: Memo = FORGETFUL) -> Uses:
        """The uses but for those that a person calls no entity at all, the others as people say that they are meant."""
        told = dict(uses)
        keys = memo.recall_each("keys", ((a, (found,)) for a, found in uses.items()), _keys)
        for article, found in uses.items():
            spoken = sorted(keys[article] & self._spoken)
            if spoken:
                led = self._before.led(article) if self._before else NOWHERE
                read = found, [(self._limited.get(k), self._everywhere.get(k), self._pages.get(k)) for k in spoken], led
                told[article], applied = memo.recall("as told", article, read, partial(self._told, found, led))
                self.applied |= applied
        return told

    def _told(self, uses: Iterable[Use], led: Led) -> tuple[tuple[Use, ...], frozenset[str]]:
        """The uses of one article as people say, and the overrides that claim one."""
        ruled = [(use, self._rule_for(use, led.page(use.span, in_title=use.in_title))) for use in uses]
        kept = (self._as_told(use, rule) for use, rule in ruled if rule is None or not rule.ignore)
        return tuple(kept), frozenset(rule.name for _, rule in ruled if rule)

    def _rule_for(self, use: Use, page: str) -> EntityOverride | None:
        """The override that claims a use, which led to a page: one limited to its article goes before the others."""
        for alias, rule in self._limited.get(use.key, ()):
            if alias.holds_in(use.article):
                return rule
        return None if self._is_anothers(use.key, page) else self._everywhere.get(use.key)

    def _is_anothers(self, key: str, page: str) -> bool:
        """Whether a name led to another actor's page than one that the entry of this name means."""
        return key in self._pages and page.startswith("actors/") and page not in self._pages[key]

    def _as_told(self, use: Use, rule: EntityOverride | None) -> Use:
        if rule is None:
            return use
        if use.key in self._limited and self._everywhere.get(use.key) is not rule:
            use = replace(use, meant=rule.name, form=rule.name)  # no spelling of whom others mean by the form
        return replace(use, label=Label(rule.kind), evidence=EVIDENCE) if rule.kind in _KINDS else use

    def kinds(self) -> dict[str, str]:
        """The kinds of the pages that entries rename by one of their spellings, by the entries' names."""
        renamed = self.renamed() if self._before else {}
        return {name: str(self._before.named(page).kind) for name, page in renamed.items() if self._before}

    def renamed(self) -> dict[str, str]:
        """The pages that entries rename by one of their spellings, by the entries' names."""
        return {name: page for name, pages in self.pages.items() if self.overrides[name].meant.title for page in pages}

    def forbidden(self) -> frozenset[frozenset[str]]:
        """Pairs of folded forms that are never one actor; an alias outside its articles is none of the name's."""
        return frozenset(
            frozenset((own, fold(other)))
            for rule in self.overrides.values()
            for own in (*_forms_everywhere(rule), *_here_alone(rule))
            for other in rule.foreign
            if own != fold(other)
        )

    def leaving(self, before: Before | None) -> frozenset[str]:
        """The folded forms that leave the actor that has them: those forbidden, but of its page's name the entry's."""
        found: set[str] = set()
        for rule in self.overrides.values():
            own = frozenset((*_forms_everywhere(rule), *_here_alone(rule)))
            names = {name.removesuffix(_HERE) for name in own}
            for other in {fold(other) for other in rule.foreign} - own if own else ():
                if (
                    before
                    and rule.name in self.pages
                    and before.pages_called({other}).isdisjoint(self._here(rule, before))
                ):
                    continue  # who shares the name is another one anyway
                found |= own if before and before.is_called(other, names) else {other}
        return frozenset(found)

    def parted(self, before: Before) -> frozenset[str]:
        """The pages that had a name of an entry and one that it forbids."""
        found: set[str] = set()
        for rule in (rule for rule in self.overrides.values() if rule.foreign):
            own, others = {fold(form.text) for form in rule.forms}, map(fold, rule.foreign)
            found |= self._here(rule, before) & before.pages_called({other for other in others if other not in own})
        return frozenset(found)

    def _here(self, rule: EntityOverride, before: Before) -> frozenset[str]:
        """The pages that an entry means, by its name and by the other forms that it gives."""
        meant, own = self.pages.get(rule.name), {fold(form.text) for form in rule.forms}
        return meant | before.pages_called(own - {fold(rule.name)}) if meant else before.pages_called(own)

    def claimed(self, nodes: Collection[Node], homes: Homes) -> dict[str, list[Node]]:
        """By the name of their entry, the nodes of which people say who they are; ``homes`` are where they led."""
        claimed: dict[str, list[Node]] = defaultdict(list)
        for node in sorted(node for node in nodes if node.key in self._spoken):
            rule = self._owner(node, _home(homes, node))
            if rule and not rule.ignore:
                claimed[rule.name].append(node)
        for name, page in self.renamed().items() if self.renamed().keys() - claimed.keys() else ():
            there = (node for node in nodes if name not in claimed and _home(homes, node) == page)
            if free := [node for node in there if self._owner(node, page) is None]:  # with its owner: "Turkey's Army"
                claimed[name] = [min(free)]
                self.applied.add(name)
        return claimed

    def join(self, clusters: Clusters, claimed: Mapping[str, Sequence[Node]]) -> dict[Node, EntityOverride]:
        """Joins what people say is one; returns each override by a node of the cluster that it made."""
        for name, same in sorted(claimed.items()):
            for node in same:
                clusters.join(same[0], node, EVIDENCE)
                if node.key != fold(name):
                    clusters.evidence[node] = EVIDENCE
        return {same[0]: self.overrides[name] for name, same in claimed.items()}

    def called(self, homes: Homes, node: Node) -> str:
        """What ``forbidden`` calls a node: a name that is an entry's own here alone is not the name elsewhere.

        Nor is the name of whom another page is about than the one that the entry renames.
        """
        page = _home(homes, node)
        return node.key + _HERE if self._owned_here(node) else node.key + page * self._is_anothers(node.key, page)

    def _owner(self, node: Node, page: str) -> EntityOverride | None:
        """The override that a node belongs to: the one of its name, be it that the name is its own here alone."""
        own = None if self._is_anothers(node.key, page) else self._everywhere.get(node.key)
        return self._owned_here(node) or own

    def _owned_here(self, node: Node) -> EntityOverride | None:
        limited = (rule for alias, rule in self._limited.get(node.key, ()) if alias.holds_in(node.article))
        return next((rule for rule in limited if fold(rule.name) == node.key), None)


def _home(homes: Homes, node: Node) -> str:
    """The page that the names of a node led to."""
    return next(iter(homes.get(node, ())), "")


def _keys(uses: Iterable[Use]) -> frozenset[str]:
    return frozenset(use.key for use in uses)


def _forms_everywhere(rule: EntityOverride) -> list[str]:
    """The folded forms of an override that hold in every article."""
    return [fold(form.text) for form in rule.forms if not form.articles]


def _here_alone(rule: EntityOverride) -> list[str]:
    """The folded name of an override whose name is its own in some articles alone, as ``called`` writes it."""
    own = fold(rule.name)
    return [own + _HERE] if any(alias.articles and fold(alias.text) == own for alias in rule.aliases) else []
