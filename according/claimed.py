"""Forms that two entries claim in one article; only the articles tell where two patterns of ids meet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from according.errors import Problem
from according.linking.forms import fold
from according.overrides import EntityOverride, Overrides, SourceOverride

Rule = EntityOverride | SourceOverride


def claimed_twice(overrides: Overrides, articles: Collection[str]) -> Iterator[Problem]:
    """An error for every alias that is limited to articles and meets another one of its form in one of them."""
    yield from _in([*overrides.places.values(), *overrides.actors.values()], articles)
    yield from _in(overrides.sources.values(), articles)


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


def _problem(rule: Rule, index: int, owner: Rule, article: str) -> Problem:
    line, column = rule.marks.get(("aliases", index), (rule.line, 0))
    message = f'The form "{rule.aliases[index].text}" is claimed by "{owner.name}" and by "{rule.name}" in {article}.'
    return Problem(rule.file, line, message, "Let each article be of one of them.", column=column)
