"""Forms that two entries claim in one article; only the articles tell where two patterns of ids meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import PurePath

from according.errors import Problem
from according.linking.forms import fold
from according.model import Linked
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride

Rule = EntityOverride | SourceOverride
Names = Callable[[str, str], bool]  # whether an article names the place or actor of a name


def claimed_twice(overrides: Overrides, articles: Collection[str], names: Names) -> Iterator[Problem]:
    """An error for every alias that is limited to articles and meets another one of its form in one of them."""
    entities = [*overrides.places.values(), *overrides.actors.values()]
    yield from _in(entities, articles)
    yield from _in(overrides.sources.values(), articles)
    yield from _heard(entities, overrides.sources.values(), articles, names)


def names_in(linked: Linked) -> Names:
    """Tells whether an article names what is called so."""

    def names(name: str, article: str) -> bool:
        ids = {mention.entity or "" for mention in linked.mentions.get(article, ())}
        entities = (linked.places.get(id_) or linked.actors.get(id_) for id_ in ids)
        return any(entity is not None and entity.name == name for entity in entities)

    return names


def _in(rules: Iterable[Rule], articles: Collection[str]) -> Iterator[Problem]:
    owners: dict[tuple[str, str], Rule] = {}  # by form and article
    every = sorted(articles)
    for rule in sorted(rules, key=lambda r: (r.file, r.line)):
        for i, alias in enumerate(rule.aliases):
            held = [(fold(alias.text), a) for a in every if alias.articles and alias.holds_in(a)]
            first = next(((o, a) for f, a in held if (o := owners.get((f, a), rule)) is not rule), None)
            if first:
                yield _problem(rule, i, *first)
            for claim in held:
                owners.setdefault(claim, rule)


def _heard(
    entities: Iterable[EntityOverride], sources: Iterable[SourceOverride], articles: Collection[str], names: Names
) -> Iterator[Problem]:
    """Forms that mean one in an article, and whose words are another's there; all that it says would be the other's."""
    owners: defaultdict[str, list[tuple[EntityOverride, AliasRule]]] = defaultdict(list)
    for rule in entities:
        for form in (*rule.aliases, *map(AliasRule, (*rule.former, *([rule.acronym] if rule.acronym else [])))):
            owners[fold(form.text)].append((rule, form))
    for source in sources:
        for i, alias in enumerate(source.aliases):
            for owner, form in owners.get(fold(alias.text), ()) if owners else ():
                limited = sorted(articles) if alias.articles or form.articles else ()  # else it is told without them
                both = (a for a in limited if alias.holds_in(a) and form.holds_in(a))
                here = next((a for a in both if not _are_one(owner, source, a) and names(owner.name, a)), None)
                if here:
                    yield _problem(source, i, owner, here)


def _are_one(one: Rule, other: Rule, article: str) -> bool:
    """Whether either entry has the other's name in an article."""
    return any(
        fold(b.name) in map(fold, (a.name, *(form.text for form in a.aliases if form.holds_in(article))))
        for a, b in ((one, other), (other, one))
    )


def _problem(rule: Rule, index: int, owner: Rule, article: str) -> Problem:
    (line, column), form = rule.marks.get(("aliases", index), (rule.line, 0)), rule.aliases[index].text
    file = f" in {PurePath(owner.file).name}, line {owner.line}," if owner.file != rule.file else ""
    message = f'The form "{form}" is claimed by "{owner.name}"{file} and by "{rule.name}" in {article}.'
    return Problem(rule.file, line, message, "Let each article be of one of them.", column=column)
