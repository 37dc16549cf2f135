"""Titles of places' pages as names in the override files: which page "Georgia (country)" means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from according.linking.forms import fold, without_mark
from according.linking.machine import Facts, Machine
from according.linking.toponyms.groups import bare
from according.model import Article, Linked
from according.overrides import AliasRule, EntityOverride, Left, Meant, Overrides

_PLACES = "places/"
Spellings = Mapping[str, frozenset[str]]  # form -> the articles that write it
Claims = Mapping[str, list[tuple[str, AliasRule]]]  # by folded form, the entries that give it, each with how


@dataclass(frozen=True, slots=True)
class _Page:
    """A page in one of the readings."""

    reading: int
    id: str  # "places/georgia"


class Titles:
    """The pages of places by their titles: as the machine alone calls them, else as a corrected reading does.

    What has its page by an entry of its own (``named``) is meant by that name anyway, in whatever reading.
    """

    def __init__(
        self, articles: Mapping[str, Article], *readings: Machine, named: Collection[str] = frozenset()
    ) -> None:
        self._readings, self._articles = readings, articles
        self._by_title: defaultdict[str, list[_Page]] = defaultdict(list)
        self._by_name: defaultdict[str, list[_Page]] = defaultdict(list)
        for number, reading in enumerate(readings):
            places = [(shown["name"], _Page(number, p)) for p, shown in reading.facts.items() if p.startswith(_PLACES)]
            new = [(title, page) for title, page in places if not (self.has(title) or (number and title in named))]
            for title, page in new:
                self._by_title[title.casefold()].append(page)
                self._by_name[fold(without_mark(title))].append(page)

    def has(self, name: str) -> bool:
        """Whether a page is called so."""
        return name.casefold() in self._by_title

    def read(self, rule: EntityOverride, claims: Claims) -> EntityOverride:
        """An entry about a place, with the pages that it calls by their titles; ``claims`` are those of all entries."""
        own = self._called(rule.name, rule.never)
        others = [p for a in rule.aliases if not a.articles for p in self._by_title.get(a.text.casefold(), ())]
        pages = dict.fromkeys((*own, *others))
        never = {fold(other) for other in rule.never}
        parts = any(self._parts(other, pages) for other in rule.never)
        spelled = _unclaimed(self._spelled(pages, all_of_it=rule.ignore or parts), rule.name, claims)
        above = [p for p in self._by_title.get((rule.parent or "").casefold(), ()) if self._is_title(p)]
        return replace(
            rule,
            aliases=tuple(a if a.articles else self._elsewhere(a, pages) for a in rule.aliases),
            meant=Meant(
                page=own[0].id.removeprefix(_PLACES) if own else None,
                entries=tuple(self._entries(pages)),
                within=next(iter(self._entries(above)), None),
                spellings=tuple(s for s in spelled if fold(s.text) not in never),
                namesakes=self._namesakes(rule.name, pages, rule.never),
                left=tuple(self._left(rule, pages)),
            ),
        )

    def _is_title(self, page: _Page) -> bool:
        """Whether a page has its title by more than that an "in" of a person names it."""
        shown = self._facts(page)
        return page.reading == 0 or bool(shown["forms"]) or without_mark(shown["name"]) != shown["name"]

    def _parts(self, other: str, pages: Collection[_Page]) -> bool:
        """Whether keeping a name from pages parts anything: it is a spelling of theirs, or a page of their name."""
        written = (form for page in pages for form in self._written.get(page, ()))
        alike = (page for page in self._by_title.get(other.casefold(), ()) if page not in pages)
        names = {fold(without_mark(self._facts(page)["name"])) for page in pages}
        return fold(other) in map(fold, written) or any(
            fold(without_mark(self._facts(page)["name"])) in names for page in alike
        )

    def _called(self, name: str, never: Collection[str] = ()) -> list[_Page]:
        """The pages of a title; of a name that several have only with what tells them apart, the most named one's.

        Of names that only their accents tell apart it is the one that is written just so. One that the entry forbids
        by its title is not meant.
        """
        if found := self._by_title.get(name.casefold()):
            return found
        alike = self._by_name.get(fold(name), ())
        foreign = [page for other in never for page in self._by_title.get(other.casefold(), ())]
        meant = [page for page in alike if page not in foreign]
        meant = [page for page in meant if without_mark(self._facts(page)["name"]) == name] or meant
        named_most = sorted(meant, key=lambda p: (-self._mentions(p), p.reading, p.id))
        return named_most[:1] if len(alike) > 1 else []

    def _left(self, rule: EntityOverride, pages: Collection[_Page]) -> Iterator[Left]:
        """The pages that an entry leaves their other spellings: it forbids them, or takes one in some articles only."""
        limited = [a for a in rule.aliases if a.articles]
        foreign = {page for other in rule.never for page in self._by_title.get(other.casefold(), ())}
        given = {fold(form.text) for form in rule.forms if not form.articles}
        for page, spellings in self._written.items() if foreign or limited else ():
            title = self._facts(page)["name"]
            taken = given if page in foreign else set[str]()
            taken |= {fold(a.text) for a in limited if _takes_one(a, title, spellings)}
            stay = [(form, where) for form, where in sorted(spellings.items()) if fold(form) not in taken]
            if page not in pages and 0 < len(stay) < len(spellings):
                forms = tuple(AliasRule(form, tuple(sorted(where))) for form, where in stay)
                yield Left(title, self._facts(page)["entry"], forms)

    def _mentions(self, page: _Page) -> int:
        return sum(count for _, count in self._facts(page)["forms"])

    def _facts(self, page: _Page) -> Facts:
        return self._readings[page.reading].facts[page.id]

    def _entries(self, pages: Iterable[_Page]) -> Iterator[int]:
        found = (self._facts(page)["entry"] for page in pages)
        yield from (entry for entry in found if entry is not None)

    def _spelled(self, pages: Iterable[_Page], *, all_of_it: bool) -> Iterator[AliasRule]:
        """How articles write pages; those of a place in the gazetteer are known without, unless they are no names."""
        for page in pages:
            if all_of_it or self._facts(page)["entry"] is None:
                spellings = sorted(self._written.get(page, {}).items())
                yield from (AliasRule(form, tuple(sorted(where))) for form, where in spellings)

    def _elsewhere(self, alias: AliasRule, pages: Collection[_Page]) -> AliasRule:
        """An alias but for the articles that mean another page by it."""
        return replace(alias, never_in=self._namesakes(alias.text, pages))

    def _namesakes(self, name: str, pages: Collection[_Page], never: Sequence[str] = ()) -> frozenset[str]:
        """The articles that mean another page by a name, where one is called just so or a person parts them.

        ``pages`` are those of which the entry speaks. Where no page is called so, one of which the name is only a
        spelling is none until a person parts it off.
        """
        own = self._called(name, never)
        others = {*self._spelled_as.get(fold(name), ())} if own else set[_Page]()
        parted = (other for other in never if own or fold(without_mark(other)) == fold(name))
        others.update(page for other in parted for page in self._by_title.get(other.casefold(), ()))
        spellings = (spelling for page in others.difference(pages) for spelling in self._written.get(page, {}).items())
        return frozenset[str]().union(*(where for form, where in spellings if fold(form) == fold(name)))

    @cached_property
    def _spelled_as(self) -> Mapping[str, list[_Page]]:
        """By folded form, the pages that articles write so; of the later readings those of a title of their own."""
        found: defaultdict[str, list[_Page]] = defaultdict(list)
        for page in (page for pages in self._by_title.values() for page in pages):
            for form in {fold(spelling) for spelling in self._written.get(page, ())}:
                found[form].append(page)
        return found

    @cached_property
    def _written(self) -> Mapping[_Page, Spellings]:
        """By page of a place, how articles write it."""
        found: defaultdict[_Page, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for number, reading in enumerate(self._readings):
            for page, words, article in reading.written_in(self._articles):
                if page.startswith(_PLACES):
                    found[_Page(number, page)][bare(words)].add(article)
        return {page: {form: frozenset(where) for form, where in forms.items()} for page, forms in found.items()}


def _takes_one(alias: AliasRule, title: str, spellings: Spellings) -> bool:
    """Whether an alias for some articles is one of the spellings of a page there, and not that of its title."""
    form = fold(alias.text)
    there = any(fold(spelling) == form and any(map(alias.holds_in, where)) for spelling, where in spellings.items())
    return there and form != fold(without_mark(title))


def _unclaimed(spellings: Iterable[AliasRule], own: str, claims: Claims) -> Iterator[AliasRule]:
    """The spellings of a page in the articles in which no other entry gives them."""
    for spelling in spellings:
        others = [alias for name, alias in claims.get(fold(spelling.text), ()) if name != own]
        articles = tuple(a for a in spelling.articles if not any(alias.holds_in(a) for alias in others))
        if articles:
            yield replace(spelling, articles=articles)


def read_titles(overrides: Overrides, titles: Titles) -> Overrides:
    """What people say of places, with the pages that they call by their titles."""
    claims: defaultdict[str, list[tuple[str, AliasRule]]] = defaultdict(list)
    for name, rule in overrides.places.items():
        for form in rule.forms:
            if form.text != name or not titles.has(name):  # a title is its page and no spelling
                claims[fold(form.text)].append((name, form))
    return replace(overrides, places={name: titles.read(rule, claims) for name, rule in overrides.places.items()})


def new_titles(overrides: Overrides, titles: Titles, linked: Linked) -> frozenset[str]:
    """The titles that only corrections gave to pages and of which corrections speak."""
    shown = {p.name for p in linked.places.values() if not p.overridden and not titles.has(p.name)}
    said = (n for r in overrides.places.values() for n in (r.name, *(a.text for a in r.aliases), *r.never, r.parent))
    return frozenset(shown.intersection(filter(None, said)))
