"""Pages of which a person says, by their names, that they are something else: all their spellings go along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from according.linking.forms import fold
from according.linking.machine import Machine
from according.linking.toponyms.groups import bare
from according.model import Article
from according.overrides import AliasRule, EntityOverride, Overrides

_OTHER = {"places": "actors", "actors": "places"}
Claims = Mapping[str, list[tuple[EntityOverride, AliasRule]]]  # by folded form, who gives it to what


def read_kinds(overrides: Overrides, articles: Mapping[str, Article], machine: Machine) -> Overrides:
    """What people say of places and actors, with the spellings of the pages that they call something else."""
    sorts = {"places": overrides.places, "actors": overrides.actors}
    turned = {
        (sort, name): found
        for sort, rules in sorts.items()
        for name, rule in rules.items()
        if (found := _turned(sort, rule, machine))
    }
    if not turned:
        return overrides
    written = _written({page for pages in turned.values() for page in pages}, articles, machine)
    claims = _claims(rule for rules in sorts.values() for rule in rules.values())

    def read(sort: str, rule: EntityOverride) -> EntityOverride:
        pages = turned.get((sort, rule.name), ())
        spellings = tuple(form for page in pages for form in _left(rule, written[page], claims))
        before = next(iter(pages), "").partition("/")[0]
        return replace(rule, meant=replace(rule.meant, turned=spellings, before=before)) if spellings else rule

    places, actors = ({n: read(sort, rule) for n, rule in rules.items()} for sort, rules in sorts.items())
    return replace(overrides, places=places, actors=actors)


def _turned(sort: str, rule: EntityOverride, machine: Machine) -> tuple[str, ...]:
    """The pages of an entry's name that are not what it says: those of its own sort, or else of the other one."""
    if rule.ignore or not rule.kind or any(fold(a.text) == fold(rule.name) for a in rule.aliases if a.articles):
        return ()
    named = [page for page, shown in machine.facts.items() if fold(shown["name"]) == fold(rule.name)]
    own = [page for page in named if page.startswith(f"{sort}/")]
    if own or rule.meant.page:  # places of another kind keep their spellings by the gazetteer
        return tuple(p for p in own if sort == "actors" and machine.facts[p]["kind"] != rule.kind)
    return tuple(page for page in named if page.startswith(f"{_OTHER[sort]}/"))


def _written(
    pages: Collection[str], articles: Mapping[str, Article], machine: Machine
) -> Mapping[str, Mapping[str, set[str]]]:
    """By page: its spellings, with and without the titles before them, and the articles that mean it by them."""
    shown = {page: sorted((form for form, _ in machine.facts[page]["forms"]), key=len, reverse=True) for page in pages}
    found: dict[str, defaultdict[str, set[str]]] = {page: defaultdict(set) for page in pages}
    for page, words, article in machine.written_in(articles):
        if page in found:
            spelled = bare(words)
            for form in {spelled, next((f for f in shown[page] if f in spelled), spelled)}:
                found[page][form].add(article)
    return found


def _claims(rules: Iterable[EntityOverride]) -> Claims:
    found: defaultdict[str, list[tuple[EntityOverride, AliasRule]]] = defaultdict(list)
    for rule in rules:
        for form in rule.forms:
            found[fold(form.text)].append((rule, form))
    return found


def _left(rule: EntityOverride, written: Mapping[str, set[str]], claims: Claims) -> Iterator[AliasRule]:
    """The spellings that nobody parts from the page, in the articles in which no other entry has them."""
    never = {fold(other) for other in rule.never}
    for form, articles in sorted(written.items()):
        others = [claim for owner, claim in claims.get(fold(form), ()) if owner is not rule]
        left = tuple(a for a in sorted(articles) if not any(other.holds_in(a) for other in others))
        if left and fold(form) not in never:
            yield AliasRule(form, left)
