"""The pages of actors that entries mean: those of the name, or the one of which it is a spelling, which they rename."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from according.linking.addresses import Before
from according.linking.forms import fold, without_mark
from according.model import Actor, Label, Place
from according.overrides import EntityOverride, Overrides


def read_spelled(overrides: Overrides, before: Before) -> Overrides:
    """What people say of actors, with the pages that they call by a title or a spelling.

    Where people speak in another entry too of a page that one calls by a spelling, each keeps the names that it gives.
    """
    open_ = {name: rule for name, rule in overrides.actors.items() if _is_open(rule)}
    pages = {name: page for name, rule in open_.items() if (page := _spelled(rule, before))}
    meaning, speaking = Counter(pages.values()), _speaking(overrides.actors) if pages else {}

    def read(name: str, rule: EntityOverride) -> EntityOverride:
        titled, page = before.titled(fold(name)) if name in open_ else frozenset[str](), pages.get(name)
        if page is None or meaning[page] > 1:
            return replace(rule, meant=replace(rule.meant, actors=titled)) if titled else rule
        title = before.named(page).name
        others = {other for form in _names(title) for other in speaking.get(form, ()) if other != name}
        meant = replace(rule.meant, actors=frozenset({page}), title=title)
        return rule if others else replace(rule, meant=meant)

    return replace(overrides, actors={name: read(name, rule) for name, rule in overrides.actors.items()})


def _is_open(rule: EntityOverride) -> bool:
    """Whether it is left to the program which mentions of its name an entry means."""
    limited = any(alias.articles and fold(alias.text) == fold(rule.name) for alias in rule.aliases)
    return not (rule.ignore or limited or rule.meant.before == "places")


def _spelled(rule: EntityOverride, before: Before) -> str:
    """The page that an entry calls by a spelling."""
    page = before.spelled(fold(rule.name))
    return page if page and _is_meant(rule, before.named(page)) else ""


def _is_meant(rule: EntityOverride, actor: Place | Actor) -> bool:
    """Whether an entry may speak of an actor: it does not forbid its title, and its kind makes no body of a person."""
    is_person = (rule.kind or actor.kind) == Label.PERSON
    return is_person == (actor.kind == Label.PERSON) and _names(actor.name).isdisjoint(map(fold, rule.never))


def _speaking(rules: Mapping[str, EntityOverride]) -> Mapping[str, list[str]]:
    """By folded form, the names of the entries that give it in all articles."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, rule in rules.items():
        for form in rule.forms if not rule.ignore else ():
            if not form.articles:
                found[fold(form.text)].append(name)
    return found


def _names(title: str) -> frozenset[str]:
    """A title as people may write it: with and without the words in brackets that tell it apart."""
    return frozenset({fold(title), fold(without_mark(title))})
