"""Deciding what each group means: a person's word first, then the ranking, then what the other articles make of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from according.linking.addresses import Before
from according.linking.forms import fold
from according.linking.gazetteer import Entry, Gazetteer, How
from according.linking.toponyms.agreement import Agreement
from according.linking.toponyms.candidates import Candidate, adds_words
from according.linking.toponyms.decided import POSSIBLE, TOLD_APART, Decision, ReadArticle, reading_of, with_decisions
from according.linking.toponyms.features import SETTLEMENTS
from according.linking.toponyms.groups import Group, group_spots
from according.linking.toponyms.parting import part
from according.linking.toponyms.ranking import Ranked, rank_groups, shipped_weights
from according.linking.toponyms.relations import Relation
from according.linking.toponyms.sorts import of_sort
from according.linking.toponyms.surroundings import find_surroundings
from according.linking.toponyms.votes import in_the_light_of_others
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article
from according.overrides import AliasRule, EntityOverride, Overrides

_Rated = tuple[tuple[Relation, ...], tuple[Ranked, ...]]  # how the places of an article relate, and their readings


def read_articles(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memo: Memo = FORGETFUL,
    before: Before | None = None,
) -> tuple[ReadArticle, ...]:
    """Every article read on its own, then in the light of the others; in the order of their ids.

    ``before`` tells what the machine alone has as a name of a place.
    """
    rules = _Rules(overrides.places, gazetteer, before)
    read = _read(articles, annotations, gazetteer, rules, memo)
    told = tuple(map(rules.called, in_the_light_of_others(read, memo)))
    placed = _as_people_place_them(told, overrides.places, gazetteer)
    return _kept_apart(_without_borrowed(placed), overrides.places)


def _read(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    rules: _Rules,
    memo: Memo,
) -> tuple[ReadArticle, ...]:
    """Every article by itself: its names, parted as people say, each with the likeliest reading or theirs."""

    def rank(article: Article, groups: tuple[Group, ...]) -> _Rated:
        around = find_surroundings(groups, article.text, article.title)
        return around.relations, rank_groups(groups, around, gazetteer, shipped_weights())

    def decide(article: Article, rated: _Rated, _: object) -> ReadArticle:
        return ReadArticle(article, tuple(rules.decide(r) for r in rated[1]), rated[0])

    known = [a for a in sorted(articles) if a in annotations]
    text = ((a, (articles[a], annotations[a])) for a in known)
    found = memo.recall_each("spots", text, lambda article, annotation: group_spots(article, annotation, gazetteer))
    forms = memo.recall_each("forms", ((a, (found[a],)) for a in known), _forms)
    said = {a: rules.about(forms[a]) for a in known}
    parted = memo.recall_each("parted", ((a, (found[a], said[a])) for a in known), lambda own, _: rules.parted(own))
    rated = memo.recall_each("ranking", ((a, (articles[a], parted[a])) for a in known), rank)
    told = ((a, (articles[a], rated[a], said[a])) for a in known)
    return tuple(memo.recall_each("decided", told, decide).values())


def _forms(groups: Iterable[Group]) -> frozenset[str]:
    return frozenset(fold(spot.text) for group in groups for spot in group.spots)


class _Rules:
    """The places that people spoke of, by the folded forms that they gave."""

    def __init__(
        self, overrides: Mapping[str, EntityOverride], gazetteer: Gazetteer, before: Before | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self._by_form: dict[str, list[tuple[EntityOverride, AliasRule]]] = defaultdict(list)
        self._never = {fold(form) for rule in overrides.values() for form in rule.never}
        self._titled = {fold(name) for name, rule in overrides.items() if rule.meant.page}
        self._left = {page.title: page for rule in overrides.values() for page in rule.meant.left}
        self._by_entry = {entry: rule for _, rule in sorted(overrides.items()) for entry in rule.meant.entries}
        for _, rule in sorted(overrides.items()):
            if not rule.ignore:
                for form in rule.forms:
                    self._by_form[fold(form.text)].append((rule, form))
        self._new = {form for form in self._by_form if before and not before.has("places", form)}

    def about(self, forms: Collection[str]) -> tuple[object, ...]:
        """All that is said of some folded forms, to compare."""
        said = tuple(
            (form, form in self._new, tuple(self._by_form[form])) for form in sorted(self._by_form.keys() & forms)
        )
        return said, tuple(sorted(self._never & set(forms))), tuple(sorted(self._titled & set(forms)))

    def override_of(self, form: str, article: str) -> EntityOverride | None:
        """What a person said of a form in an article."""
        return next((rule for rule, _ in self._said(form, article)), None)

    def _said(self, form: str, article: str) -> list[tuple[EntityOverride, AliasRule]]:
        """All that is said of a form in an article; a rule for these articles goes before one for all."""
        rules = self._by_form.get(fold(form), [])
        holding = [(rule, form) for rule, form in rules if form.holds_in(article)]
        return sorted(holding, key=lambda said: not said[1].articles)

    def called(self, one: ReadArticle) -> ReadArticle:
        """The article, with what people say of places that they call by the titles of their pages."""
        return with_decisions(one, tuple(map(self._called, one.decisions))) if self._by_entry else one

    def _called(self, decision: Decision) -> Decision:
        spoken = decision.entry and not (decision.override or decision.group.turned)
        rule = self._by_entry.get(decision.entry.id) if spoken and decision.entry else None
        found = reading_of(decision.ranked, decision.entry.id) if rule and decision.entry else None
        if rule is None or any(fold(form) in map(fold, rule.never) for form in decision.group.left.forms):
            return decision
        entry = self._entry(rule, found.candidate if found else None)
        entry = of_sort(rule, entry, decision.ranked, self._gazetteer)
        return replace(decision, entry=entry, override=rule)

    def parted(self, groups: Iterable[Group]) -> tuple[Group, ...]:
        """Groups, each parted where people say that its forms are different places."""
        return tuple(part for group in groups for part in self._parted(group))

    def _parted(self, group: Group) -> Iterable[Group]:
        """The group, parted where people say that its forms are different places."""
        if group.turned:
            return (group,)
        said = [None if spot.turned else self.override_of(spot.text, group.article) for spot in group.spots]
        own = {fold(rule.name) for rule in said if rule}
        apart = self._never | (self._titled - own if own else set())  # a title is its page's beside another entry
        return part(group, said, apart)

    def decide(self, ranked: Ranked) -> Decision:
        """The likeliest reading, unless a person spoke of the place."""
        forms = ranked.group.left.forms  # what is said of places says nothing of what is none
        said = chain.from_iterable(self._said(form, ranked.group.article) for form in forms)
        rule, form = next(said, (None, None))
        best = ranked.best
        entry = best.candidate.entry if best.candidate else None
        if rule and form and not ranked.group.demonym:
            found = self._spelled(rule, form) or self._entry(rule, _own_reading(rule, ranked))
            found = of_sort(rule, found, ranked, self._gazetteer)
            lent = found is not None and found.id not in (rule.geonames, *rule.meant.entries)
            found = None if lent and self._is_apart(form, ranked, found) else found
            return Decision(ranked, found, 1.0, "override", rule, borrowed=bool(form.articles) and lent)
        if page := self._left.get(ranked.group.stays):
            return Decision(ranked, self._gazetteer.get(page.entry), 1.0, TOLD_APART)
        if entry is None and any(fold(form) in self._never for form in forms):
            return Decision(ranked, None, 1.0, TOLD_APART)
        return Decision(ranked, entry, best.probability, _evidence(best.candidate))

    def _spelled(self, rule: EntityOverride, form: AliasRule) -> Entry | None:
        """What the gazetteer has of the page that a person calls by its title, in the articles that write it so."""
        if not rule.meant.page or form not in rule.meant.spellings or self._gazetteer.get(rule.geonames):
            return None
        return self._gazetteer.get(next(iter(rule.meant.entries), None))

    def _is_apart(self, form: AliasRule, ranked: Ranked, found: Entry | None) -> bool:
        """Whether a form only holds the name of a place found, and is no name of it that the machine knows."""
        reading = reading_of(ranked, found.id) if found and fold(form.text) in self._new else None
        return reading is not None and reading.candidate is not None and adds_words(reading.candidate)

    def _entry(self, rule: EntityOverride, found: Candidate | None) -> Entry | None:
        """The entry that a person gave, else the one found if it bears the name."""
        given = self._gazetteer.get(rule.geonames) if rule.geonames else None
        if given or found is None:
            return given
        kinds = {rule.kind or found.entry.kind, found.entry.kind}
        if (
            found.how is How.SOUND and len(kinds) > 1 and not kinds <= SETTLEMENTS
        ):  # a town called a village is the same
            return None
        return found.entry


def _own_reading(rule: EntityOverride, ranked: Ranked) -> Candidate | None:
    """The reading that is the page which a person calls by its title, else the likeliest that is no page it left."""
    titled = rule.meant.entries[:1] if rule.meant.page else ()
    readings = (reading_of(ranked, entry) for entry in titled)
    if found := next((r.candidate for r in readings if r), None):
        return found
    left = {page.entry for page in rule.meant.left}
    best = ranked.best.candidate
    if best is None or best.entry.id not in left:
        return best
    others = (r for r in ranked.readings if r.candidate and r.candidate.entry.id not in left)
    return next((r.candidate for r in others if r.probability >= POSSIBLE), None)


def _evidence(candidate: Candidate | None) -> str:
    if candidate is None:
        return "in no gazetteer"
    how = candidate.how.name.lower()
    return {"sound": "same consonants", "main": "name", "alias": "name"}.get(how, how)


def _as_people_place_them(
    read: Sequence[ReadArticle], rules: Mapping[str, EntityOverride], gazetteer: Gazetteer
) -> tuple[ReadArticle, ...]:
    """What a person says contains a place decides between the places of its name."""
    if not any(rule.parent for rule in rules.values()):
        return tuple(read)
    named = (d for one in read for d in one.decisions if not d.group.demonym)
    agreement = Agreement(rules, ((form, d.entry) for d in named for form in d.group.forms), gazetteer)

    def placed(decision: Decision) -> Decision:
        if decision.override is None:
            return decision
        entry = agreement.entry(decision.override, decision.entry, decision.ranked.readings)
        return decision if entry is decision.entry else replace(decision, entry=entry)

    return tuple(with_decisions(one, tuple(map(placed, one.decisions))) for one in read)


def _without_borrowed(read: Sequence[ReadArticle]) -> tuple[ReadArticle, ...]:
    """A form that is a place of its own in some articles leaves to the others what the gazetteer has under it."""
    if not any(d.borrowed for one in read for d in one.decisions):
        return tuple(read)
    own = {d.entry.id for one in read for d in one.decisions if d.entry and not (d.borrowed or d.group.turned)}

    def given_back(decision: Decision) -> Decision:
        lent = decision.borrowed and decision.entry is not None and decision.entry.id in own
        return replace(decision, entry=None) if lent else decision

    return tuple(with_decisions(one, tuple(map(given_back, one.decisions))) for one in read)


def _kept_apart(read: Sequence[ReadArticle], rules: Mapping[str, EntityOverride]) -> tuple[ReadArticle, ...]:
    """A form that a person keeps from a place does not come back to it by the gazetteer."""
    if not any(rule.never for rule in rules.values()):
        return tuple(read)
    taken: dict[str, set[int]] = defaultdict(set)  # by folded form, the entries that it does not mean
    for decision in (d for one in read for d in one.decisions):
        if decision.override and decision.entry:
            for form in decision.override.never:
                taken[fold(form)].add(decision.entry.id)
    return tuple(with_decisions(one, tuple(_apart(d, taken) for d in one.decisions)) for one in read)


def _apart(decision: Decision, taken: Mapping[str, Collection[int]]) -> Decision:
    foreign = {entry for form in decision.group.left.forms for entry in taken.get(fold(form), ())}
    given = decision.override.geonames if decision.override else None
    if decision.entry is None or decision.entry.id not in foreign.difference({given}):
        return decision
    others = (r for r in decision.ranked.readings if r.candidate and r.candidate.entry.id not in foreign)
    other = next((r for r in others if r.probability >= POSSIBLE), None)
    if other is None or other.candidate is None:
        return replace(decision, entry=None, probability=1.0, evidence=TOLD_APART)
    return replace(decision, entry=other.candidate.entry, probability=other.probability, evidence=TOLD_APART)
