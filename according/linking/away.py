"""What takes away a page of which an entry speaks: without it there are the pages that the machine alone makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from according.linking.forms import fold, without_mark
from according.linking.ignoring import lines_to_ignore, names_to_ignore
from according.linking.machine import Machine, page
from according.linking.same_names import by_form
from according.linking.ways import Way, Ways
from according.model import Actor, Linked, Place

Lines = tuple[tuple[str, tuple[str, ...]], ...]  # by file, the names to ignore there


def lines_away(machine: Machine, linked: Linked, ways: Ways) -> dict[str, Lines]:
    """By page of a place or an actor with an entry, the fewest names to ignore instead.

    None where the entry made the page, or alone tells it from another that has all its spellings and keeps them.
    """
    sorts: tuple[Mapping[str, Place | Actor], ...] = (linked.places, linked.actors)
    found: dict[str, Lines] = {}
    for entities in sorts:
        said = [e for e in entities.values() if e.overridden and not e.hidden]
        shared = by_form(entities.values()) if said else {}
        for one in said:
            apart = one.forms and fold(one.name) not in {fold(f.text) for f in one.forms}
            is_shared = apart and all(fold(form.text) in shared for form in one.forms)
            found[page(one)] = () if is_shared else _lines(page(one), machine, ways)
    return found


def to_ignore(entity: Place | Actor, away: Mapping[str, Lines]) -> tuple[tuple[str, ...], Lines]:
    """The names to ignore in place of the lines about an entity, and those in other files; ``away`` is of all pages."""
    file = f"{page(entity).partition('/')[0]}.yaml"
    found = away.get(page(entity), ((file, lines_to_ignore(entity)),))
    return dict(found).get(file, ()), tuple((other, names) for other, names in found if other != file)


def _lines(here: str, machine: Machine, ways: Ways) -> Lines:
    came: defaultdict[str, list[Way]] = defaultdict(list)
    for way in ways.into(here):
        came[way.old].append(way)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for old in sorted(old for old in came if old.startswith(("places/", "actors/"))):
        found[f"{old.partition('/')[0]}.yaml"] += _names(old, here, machine, ways)
    return tuple((file, tuple(dict.fromkeys(names))) for file, names in sorted(found.items()))


def _names(old: str, here: str, machine: Machine, ways: Ways) -> Collection[str]:
    """The names that take away what a page has of one of the machine's: of a place the title, with all its spellings.

    Not where the title stays another's: then the spellings that are here.
    """
    shown = machine.facts[old]
    own = [*_spelled_here(shown["forms"], here, ways.out_of(old))]
    whole = len(own) == len(shown["forms"]) or fold(without_mark(shown["name"])) in map(fold, own)
    return (shown["name"],) if old.startswith("places/") and whole else names_to_ignore(shown["name"], own)


def _spelled_here(forms: Collection[tuple[str, int]], here: str, out: Collection[Way]) -> Iterator[str]:
    """The spellings of a page that lead to another now; of what stayed, all that went nowhere else."""
    went = {way.form for way in out if way.new == here}
    elsewhere = {way.form for way in out if way.new != here}
    stayed = "" in went
    for form, _ in forms:
        if fold(form) in went or (stayed and fold(form) not in elsewhere):
            yield form
