"""Pages that corrections of other things left with nothing: of places in which nothing lies, of what lost its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from according.linking.forms import fold
from according.linking.machine import Machine
from according.linking.remembered import is_there
from according.linking.ways import Ways
from according.model import Effect, Linked

TAKING = frozenset({"hide", "ignore", "silence", "unlist"})  # what a correction does that takes a page away
Told = Mapping[str, Collection[Effect]]  # what corrections did, by the page under which it is told


def takes_away(effects: Collection[Effect]) -> bool:
    """Whether any of some corrections takes a page away."""
    return any(deed.what in TAKING for effect in effects for deed in effect.deeds)


def emptied_pages(machine: Machine, linked: Linked, moved: Mapping[str, str], told: Told) -> dict[str, str]:
    """Each page that stood only for what lay in it, with the page of that under which it is told what a correction did.

    What leads on, or was taken away itself, is none of these.
    """
    held: defaultdict[str, list[str]] = defaultdict(list)
    for page, shown in sorted(machine.facts.items()):
        for above in shown.get("in", ()):
            held[f"places/{above}"].append(moved.get(page, page))
    gone = (p for p in held if p in machine.facts and p.partition("/")[2] not in linked.places)
    return {p: next((n for n in held[p] if n in told), p) for p in sorted(gone) if p not in moved and p not in told}


def left_pages(
    machine: Machine, linked: Linked, ways: Ways, told: Told, known: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Each other page without anything, with the pages under which what may have done that is told.

    That is what changes anything in the articles in which the page was named, or else anything at all. ``known`` are
    pages of which it is known why they are gone.
    """
    lost = [p for p in sorted(machine.facts) if not is_there(p, linked) and p not in known]
    lost = [p for p in lost if not takes_away(told.get(p, ()))]
    concerned = {p: _articles(p, ways) for p in sorted(told) if p and any(e.deeds for e in told[p])} if lost else {}
    near = {old: [p for p, articles in concerned.items() if articles & named] for old, named in _named(lost, machine)}
    return {old: tuple(pages or concerned) for old, pages in near.items()}


def lost_spellings(machine: Machine, linked: Linked) -> dict[str, tuple[str, ...]]:
    """The folded spellings of the pages that are no more, with these; who only speaks is known by other names."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for page, shown in sorted(machine.facts.items()):
        if not is_there(page, linked):
            for form, _ in shown.get("forms", ()):
                found[fold(form)][page] = None
    return {form: tuple(pages) for form, pages in sorted(found.items())}


def _articles(page: str, ways: Ways) -> frozenset[str]:
    """The articles of which something is on a page, or was."""
    return frozenset[str]().union(*(way.articles for way in (*ways.into(page), *ways.out_of(page))))


def _named(pages: Collection[str], machine: Machine) -> Iterator[tuple[str, frozenset[str]]]:
    """Each of some pages of the machine's, with the articles that name what has it."""
    found: dict[str, set[str]] = {page: set() for page in pages}
    for by_article in (machine.mentions, machine.in_titles) if pages else ():
        for article, named in by_article.items():
            for _, _, page in named:
                if page in found:
                    found[page].add(article)
    for article, chains in machine.passing.items() if pages else ():
        for page in {f"sources/{id_}" for chain in chains for id_ in chain} & found.keys():
            found[page].add(article)
    return ((page, frozenset(articles)) for page, articles in found.items())
