"""Addresses that only people's corrections made: they lead on when the correction is another one, or none.

Pages are among them, and addresses that led to a page under other names that people gave it. What has a page by a
correction alone, and comes from no page, leads to what is called so since, or says that it is no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from according.linking.forms import without_mark
from according.linking.machine import Machine
from according.linking.slugs import slug
from according.linking.ways import NOWHERE, Ways
from according.model import Linked

KINDS = ("places", "actors", "sources")


def made_addresses(machine: Machine, linked: Linked, ways: Ways) -> dict[str, str]:
    """The addresses that the machine alone would not have, each with the page of the machine's that most of it is from.

    Who has no statements speaks where the actor or place comes from; what came from nowhere comes from its namesake, or
    else from the address under the spelling that most of its mentions have, or from nothing. An address that leads on
    comes from where its page does.
    """
    made = [page for page in _pages(linked) if page not in machine.facts]
    left = {new: old for old, new in sorted(linked.moved.items(), reverse=True) if old in machine.facts}
    found = {page: old for page in made if (old := _origin(page, ways) or left.get(page, ""))}
    for page in (page for page in made if page not in found):
        kind, _, id_ = page.partition("/")
        namesake = _of_speaker(id_, found, machine) if kind == "sources" else _namesake(page, linked, machine)
        found[page] = namesake or _spelled(page, ways)
    alone = machine.facts.keys() | machine.moved.keys()
    known = machine.facts.keys() | found.keys() | linked.moved.keys()
    leading = {old: new for old, new in linked.moved.items() if old not in alone and not is_there(old, linked)}
    to = {old: found.get(new) or new for old, new in leading.items() if new in known}
    return dict(sorted({**found, **{old: new if new != old else "" for old, new in to.items()}}.items()))


def _of_speaker(id_: str, found: Mapping[str, str], machine: Machine) -> str:
    """Of a source's page, that of the actor's or place's earlier page, as a source where it was one."""
    old = next((found[page] for kind in ("actors", "places") if (page := f"{kind}/{id_}") in found), "")
    said = f"sources/{old.partition('/')[2]}"
    return said if said in machine.facts else old


def _namesake(page: str, linked: Linked, machine: Machine) -> str:
    """The place that had the name of one that no article names, "Idlib" of "Idlib (governorate)"."""
    if not page.startswith("places/"):
        return ""
    name = without_mark(linked.places[page.partition("/")[2]].name)
    places = (p for p, shown in machine.facts.items() if p.startswith("places/"))
    return min((p for p in places if without_mark(machine.facts[p]["name"]) == name), default="")


def _origin(page: str, ways: Ways) -> str:
    origins: Counter[str] = Counter()
    for way in (w for w in ways.into(page) if w.old):
        origins[way.old] += way.count
    return min(origins, key=lambda old: (-origins[old], old), default="")


def _spelled(page: str, ways: Ways) -> str:
    """The address under the spelling of most mentions that came to a page from nowhere, if it is another one."""
    counts: Counter[str] = Counter()
    for way in (w for w in ways.into(page) if w.old == NOWHERE and w.form):
        counts[way.form] += way.count
    form = min(counts, key=lambda f: (-counts[f], f), default="")
    address = f"{page.partition('/')[0]}/{slug(form)}" if form else page
    return address if address != page else ""


def _pages(linked: Linked) -> Iterator[str]:
    """The address of everything; at that of what is hidden it is told so."""
    yield from (f"{kind}/{id_}" for kind in KINDS for id_ in getattr(linked, kind))


def remember(linked: Linked, known: Mapping[str, str]) -> tuple[Linked, dict[str, str]]:
    """The corpus with where earlier addresses lead, and what to remember; ``known`` is what earlier builds did.

    An address is the machine's own again as soon as a page has it without a correction.
    """
    made = {old: new or known.get(old, "") for old, new in linked.made.items()}
    kept = {**{old: new for old, new in known.items() if not is_there(old, linked)}, **made}
    gone = {old: new for old, new in kept.items() if not is_there(old, linked)}
    leading = {**{old: new for old, new in gone.items() if new}, **linked.moved}
    called = {old: to for old, new in gone.items() if (to := _called_so(new or old, leading, linked))}
    found = replace(linked, moved={**leading, **called}, unmade=tuple(sorted(gone)))
    return found, dict(sorted(kept.items()))


def _called_so(old: str, leading: Mapping[str, str], linked: Linked) -> str:
    """For an address without a page that leads nowhere, the page of another sort that has its name, if there is one."""
    others = (f"{kind}/{old.partition('/')[2]}" for kind in KINDS)
    return "" if old in leading else next((other for other in (old, *others) if is_there(other, linked)), "")


def lost_pages(machine: Machine, linked: Linked) -> list[str]:
    """The pages of the machine's addresses of which nothing is there any more, sorted."""
    there = {f"{kind}/{id_}" for kind in KINDS for id_ in getattr(linked, kind)}
    return sorted(machine.facts.keys() - there)


def is_there(page: str, linked: Linked) -> bool:
    """Whether a place, an actor or a source has an address, "places/kamyshly"."""
    kind, _, id_ = page.partition("/")
    return kind in KINDS and id_ in getattr(linked, kind)
