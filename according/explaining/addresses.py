"""What has a name or an address now that was another's before."""

from __future__ import annotations

from collections.abc import Iterator

from according.events.ledger import titles
from according.explaining.rules import all_rules, place_in
from according.linking.emptied import takes_away
from according.linking.forms import fold
from according.linking.slugs import slug
from according.linking.source_rules import SEPARATOR
from according.model import Effect
from according.overrides import EntityOverride, SourceOverride
from according.pipeline import Corpus
from according.publishing.redirects import ends

_MOVING = frozenset({"rename", "merge", "unite", "to_place", "to_actor"})  # deeds that take all of a page


def had(name: str, corpus: Corpus) -> frozenset[str]:
    """The pages that have what a page of this name had before people corrected it."""
    return frozenset(
        page
        for page, effects in corpus.linked.effects.items()
        for effect in effects
        if any(deed.what in _MOVING and fold(deed.old) == fold(name) for deed in effect.deeds)
    )


def gone(address: str, corpus: Corpus) -> Iterator[str]:
    """Who says that there is no page at an address, or did something else by which it has none."""
    linked = corpus.linked
    if _has_page(address, corpus):  # only some of its spellings were taken away
        return
    for effect in (*linked.effects.get(address, ()), *corpus.events.effects.get(address, ())):
        if takes_away((effect,)):
            yield f"{address}/ has no page, since {effect.file}:{effect.line} says so."
    for told_under in (linked.left.get(address, ()), linked.emptied.get(address, ())):
        for effect in dict.fromkeys(e for page in told_under for e in linked.effects.get(page, ()) if e.deeds):
            yield f"{address}/ has no page any more, by what {effect.file}:{effect.line} changed in its articles."
    if address in linked.unmade and address not in ends(linked.moved):
        yield f"{address}/ has no page any more: only a correction had made it, which is another one or gone."


def _has_page(address: str, corpus: Corpus) -> bool:
    kind, _, id_ = address.partition("/")
    if kind == "events":
        return id_ in corpus.events.events
    entity = getattr(corpus.linked, kind).get(id_) if kind in ("places", "actors", "sources") else None
    return entity is not None and not entity.hidden


def was_on(name: str, corpus: Corpus) -> Iterator[str]:
    """The pages that had a spelling before people corrected it, and are no more; and who says so."""
    leading = ends(corpus.linked.moved)
    for page in corpus.linked.lost.get(fold(name), ()):
        new = leading.get(page, page)
        said = [*gone(new, corpus)] or [f"  A person says so: {spot}" for spot in _renamed(page, new, corpus)]
        yield f'"{name}" was a name of {page}/' + (f", which leads to {new}/" if new != page else "")
        yield from said


def moved(name: str, corpus: Corpus) -> Iterator[str]:
    """Where a page of this id or address went, or an event that had this title; and who says so."""
    titled = {key for key, title in titles(corpus.ledger).items() if fold(title) == fold(name)}
    for old, new in ends({**corpus.linked.moved, **corpus.events.moved}).items():
        kind, _, id_ = old.partition("/")
        if name in (id_, old) or (kind == "events" and id_ in titled):
            lost = [*gone(new, corpus)]
            yield f"{old}/ {'led' if lost else 'leads'} to {new}/"
            said = _included(id_, corpus) if kind == "events" else _renamed(old, new, corpus)
            yield from (f"  A person says so: {spot}" for spot in said)
            yield from lost


def _included(event: str, corpus: Corpus) -> Iterator[str]:
    """Where people say that an event is another one."""
    for rule in corpus.overrides.events.values():
        if event in rule.includes:
            yield place_in(rule, ("includes", rule.includes.index(event)))


def _renamed(old: str, new: str, corpus: Corpus) -> list[str]:
    """Where people say that what had a page has another one: in the words that call it, else in the entry."""
    kind, _, id_ = new.partition("/")
    pages = (new, *(f"{actor}/{id_}" for actor in ("actors", "places") if kind == "sources"))
    effects = dict.fromkeys(e for page in pages for e in corpus.linked.effects.get(page, ()))
    rules = {(r.file, r.name): r for r in all_rules(corpus)}
    found = [(rules[e.file, e.key], e) for e in effects if (e.file, e.key) in rules]
    called = old.partition("/")[2]
    spelled = [spot for rule, _ in found for spot in _calling(called, rule)]
    entries = [(place_in(rule), effect) for rule, effect in found if _takes(effect)]
    named = [spot for spot, effect in entries if any(_is_id(called, deed.old) for deed in effect.deeds)]
    return spelled or named or [spot for spot, _ in entries]


def _calling(id_: str, rule: EntityOverride | SourceOverride) -> Iterator[str]:
    """Where an entry has a name of which an id is made."""
    for i, alias in enumerate(rule.aliases):
        if _is_id(id_, alias.text):
            yield place_in(rule, ("aliases", i))
    for form, line in rule.lines if isinstance(rule, EntityOverride) else ():
        if _is_id(id_, form) and form not in {alias.text for alias in rule.aliases}:
            yield f"{rule.file}:{line}"


def _takes(effect: Effect) -> bool:
    return any(deed.what in _MOVING or deed.what == "take" for deed in effect.deeds)


def _is_id(id_: str, name: str) -> bool:
    """Whether an id is made of a name; that of an unnamed source has its article behind it."""
    return bool(name) and (id_ in (name, slug(name)) or id_.startswith(f"{slug(name)}{SEPARATOR}"))
