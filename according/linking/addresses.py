"""Addresses under people's corrections: what keeps its name keeps the address that the machine alone gives it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from according.linking.forms import fold, without_mark
from according.linking.machine import Machine
from according.linking.slugs import slug
from according.model import Actor, Place, PlacePrecision, Span

Spot = tuple[str, Span]  # where an article's text has a name


class Known(NamedTuple):
    """What a page of a place said of it."""

    kind: str
    entry: int | None  # what the gazetteer has of it


@dataclass(frozen=True, slots=True)
class Led:
    """The pages to which the mentions of one article led, by their start and end."""

    in_text: Mapping[tuple[int, int], str]
    in_title: Mapping[tuple[int, int], str]

    def page(self, span: Span, *, in_title: bool) -> str:
        """The page to which a mention led, "actors/sana"; "" where it was none."""
        return (self.in_title if in_title else self.in_text).get(span, "")


NOWHERE = Led({}, {})


class Before:
    """The pages to which mentions led when nobody had corrected anything."""

    def __init__(self, machine: Machine) -> None:
        self._facts = machine.facts
        self._forms = {kind: _forms_of(kind, machine) for kind in ("places", "actors")}
        self.shared = self._forms["places"] & self._forms["actors"]  # both a place and an actor are called so
        self._led = {
            a: Led(_by_span(found), _by_span(machine.in_titles.get(a, ()))) for a, found in machine.mentions.items()
        }

    def named(self, page: str) -> Place | Actor:
        """A place or an actor, as far as it matters for what it says."""
        shown = self._facts[page]
        id_, name, kind = shown["id"], shown["name"], shown["kind"]
        if page.startswith("actors/"):
            return Actor(id_, name, kind, (), ())
        return Place(id_, name, kind, None, None, PlacePrecision.UNKNOWN, None, None, (), ())

    def spots(self, page: str) -> Sequence[Spot]:
        """Where the names in the texts are that led to a page."""
        return self._spots.get(page, ())

    @cached_property
    def _spots(self) -> Mapping[str, Sequence[Spot]]:
        """By page, the names that led there."""
        found: defaultdict[str, list[Spot]] = defaultdict(list)
        for article, led in self._led.items():
            for (start, end), page in led.in_text.items():
                found[page].append((article, Span(start, end)))
        return found

    def led(self, article: str) -> Led:
        """Where the mentions of an article led."""
        return self._led.get(article, NOWHERE)

    def _pages_of(self, spots: Iterable[Spot]) -> Counter[str]:
        """How many names of the texts led to each page; "" is none."""
        return Counter([self._led.get(article, NOWHERE).in_text.get(span, "") for article, span in spots])

    def name_of(self, forms: Collection[str], spots: Iterable[Spot]) -> str:
        """What the actor's page was called from which most of some names come, if they write it so; else nothing."""
        led = self._pages_of(spots)
        page = min(led, key=lambda page: (-led[page], page), default="")
        name = str(self._facts[page]["name"]) if page.startswith("actors/") else ""
        return name if name in forms else ""

    def kind_of(self, spots: Iterable[Spot]) -> str:
        """The kind of the one actor's page from which some names come; else nothing."""
        led = [page for page in self._pages_of(spots) if page]
        return str(self._facts[led[0]]["kind"]) if len(led) == 1 and led[0].startswith("actors/") else ""

    def kinds(self) -> dict[str, str]:
        """The kinds of actors by their names; of a name that several have, none."""
        actors = [shown for page, shown in self._facts.items() if page.startswith("actors/")]
        shared = Counter(shown["name"] for shown in actors)
        return {shown["name"]: shown["kind"] for shown in actors if shared[shown["name"]] == 1}

    def is_named(self, page: str, names: Collection[str]) -> bool:
        """Whether a page has one of some folded names as its own, but for words in brackets that tell it apart."""
        return page in self._facts and fold(without_mark(self._facts[page]["name"])) in names

    def is_called(self, name: str, forms: Collection[str]) -> bool:
        """Whether an actor had a name and one of some other forms too, all folded."""
        return not self._named.get(name, frozenset()).isdisjoint(forms)

    def pages_called(self, names: Collection[str]) -> frozenset[str]:
        """The pages of actors that had one of some folded names."""
        return frozenset().union(*(self._called.get(name, ()) for name in names))

    def spelled(self, name: str) -> str:
        """The actor's page that articles mean most by a folded form that no page has as its title; else nothing."""
        pages = {} if name in self._titles else self._called.get(name, {})
        return min(pages, key=lambda page: (-pages[page], page), default="")

    def titled(self, name: str) -> frozenset[str]:
        """The pages of actors that had a folded name as their own, but for words in brackets that tell them apart."""
        return self._titles.get(name, frozenset())

    @cached_property
    def _titles(self) -> Mapping[str, frozenset[str]]:
        """By the folded names of actors, their pages."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for page, shown in self._facts.items():
            if page.startswith("actors/"):
                found[fold(without_mark(shown["name"]))].add(page)
        return {name: frozenset(pages) for name, pages in found.items()}

    @cached_property
    def _called(self) -> Mapping[str, Mapping[str, int]]:
        """By folded form, the pages of actors that had it, each with how often."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for page, shown in self._facts.items():
            for form, count in shown["forms"] if page.startswith("actors/") else ():
                found[fold(form)][page] += count
        return found

    def has(self, kind: str, form: str) -> bool:
        """Whether a page of a kind ("actors") was called so, in whatever spelling."""
        return fold(form) in self._forms[kind]

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        """By the folded names of actors, their folded forms."""
        shown = [s for page, s in self._facts.items() if page.startswith("actors/")]
        return {fold(s["name"]): frozenset(fold(form) for form, _ in s["forms"]) for s in shown}

    def ids(self, kind: str) -> frozenset[str]:
        """The ids that pages of a kind ("actors") had."""
        return frozenset(page.partition("/")[2] for page in self._facts if page.startswith(f"{kind}/"))

    def kept(self, came_from: Iterable[Mapping[str, int]]) -> list[str | None]:
        """The id that each of some named things keeps: of the page from which most of it comes, if any."""
        came = list(came_from)
        claims = ((-count, i, id_) for i, found in enumerate(came) for id_, count in found.items())
        kept: dict[int, str] = {}
        given: set[str] = set()
        for _, i, id_ in sorted(claims):
            if i not in kept and id_ not in given:
                kept[i] = id_
                given.add(id_)
        return [kept.get(i) for i in range(len(came))]

    def came_from(self, kind: str, name: str, spots: Sequence[Spot]) -> Mapping[str, int]:
        """By id, how much of a named thing comes from each page of its name; of what only headlines name, 0."""
        led = self._pages_of(spots)
        found = led if spots else {f"{kind}/{slug(name)}": 0}
        own = (page for page in found if page in self._facts and page.startswith(f"{kind}/"))
        return {page.partition("/")[2]: found[page] for page in own if self._is_called(page, name)}

    @cached_property
    def places(self) -> Mapping[str, Known]:
        """By id, what the pages of places said."""
        pages = (shown for page, shown in self._facts.items() if page.startswith("places/"))
        return {shown["id"]: Known(shown["kind"], shown["entry"]) for shown in pages}

    @cached_property
    def of_entry(self) -> Mapping[int, str]:
        """By entry of the gazetteer, the page that it had."""
        return {known.entry: f"places/{id_}" for id_, known in self.places.items() if known.entry is not None}

    def were(self, spots: Sequence[Spot]) -> Mapping[str, int]:
        """By id, how many names of the texts led to each page of a place."""
        led = self._pages_of(spots)
        pages = ((page.partition("/"), count) for page, count in led.items())
        return {id_: count for (kind, _, id_), count in pages if kind == "places"}

    def _is_called(self, page: str, name: str) -> bool:
        """Whether a page had a name, perhaps with words in brackets that tell it apart, or an address like it."""
        old = str(self._facts[page]["name"])
        return old == name or old.startswith(f"{name} (") or page.partition("/")[2] == slug(name)


def _by_span(found: Iterable[tuple[int, int, str]]) -> dict[tuple[int, int], str]:
    return {(start, end): page for start, end, page in found}


def _forms_of(kind: str, machine: Machine) -> frozenset[str]:
    """The folded spellings of all pages of a kind."""
    pages = (shown for page, shown in machine.facts.items() if page.startswith(f"{kind}/"))
    return frozenset(fold(form) for shown in pages for form, _ in shown["forms"])
