"""Deciding what each group means: a person's word first, then the ranking, then what the other articles make of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from according.linking.forms import fold
from according.linking.gazetteer import Entry, Gazetteer, How
from according.linking.toponyms.agreement import Agreement
from according.linking.toponyms.candidates import Candidate
from according.linking.toponyms.features import FEATURES
from according.linking.toponyms.groups import Group, group_spots
from according.linking.toponyms.ranking import Ranked, Reading, rank_groups, shipped_weights
from according.linking.toponyms.relations import Relation
from according.linking.toponyms.surroundings import find_surroundings
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article
from according.overrides import AliasRule, EntityOverride, Overrides

SURE = 0.6  # probability from which other articles cannot change a reading
TOLD_APART = "kept apart by an override"
_POSSIBLE = 0.1  # probability that their reading must have here
_OUTWEIGHS = 2.0  # how much more weight the other articles' reading must have


@dataclass(frozen=True, slots=True)
class Decision:
    """A group and the place that it was decided to name; no entry: a place outside the gazetteer."""

    ranked: Ranked
    entry: Entry | None
    probability: float
    evidence: str
    override: EntityOverride | None = None
    borrowed: bool = False  # the entry is that of a form that is this place in some articles alone

    @property
    def group(self) -> Group:
        """The group that was decided on."""
        return self.ranked.group


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article with its decisions and with what its text puts where; both use the same indexes."""

    article: Article
    decisions: tuple[Decision, ...]
    relations: tuple[Relation, ...]


def read_articles(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
    memo: Memo = FORGETFUL,
) -> tuple[ReadArticle, ...]:
    """Every article read on its own, then in the light of the others; in the order of their ids."""
    rules = _Rules(overrides.places, gazetteer)
    known = [a for a in sorted(articles) if a in annotations]
    read = tuple(_read(articles[a], annotations[a], gazetteer, rules, memo) for a in known)
    told = tuple(map(rules.called, _in_the_light_of_others(read, memo)))
    placed = _as_people_place_them(told, overrides.places, gazetteer)
    return _kept_apart(_without_borrowed(placed), overrides.places)


def _read(article: Article, annotation: Annotation, gazetteer: Gazetteer, rules: _Rules, memo: Memo) -> ReadArticle:
    found = memo.recall("spots", article.id, (article, annotation), lambda: group_spots(article, annotation, gazetteer))
    forms = memo.recall("forms", article.id, (found,), lambda: _forms(found))

    def decide() -> ReadArticle:
        groups = tuple(part for group in found for part in rules.split(group))
        relations, ranked = memo.recall("ranking", article.id, (article, groups), lambda: rank(groups))
        return ReadArticle(article, tuple(rules.decide(r) for r in ranked), relations)

    def rank(groups: tuple[Group, ...]) -> tuple[tuple[Relation, ...], tuple[Ranked, ...]]:
        around = find_surroundings(groups, article.text, article.title)
        return around.relations, rank_groups(groups, around, gazetteer, shipped_weights())

    return memo.recall("decided", article.id, (article, found, rules.about(forms)), decide)


def _forms(groups: Iterable[Group]) -> frozenset[str]:
    return frozenset(fold(spot.text) for group in groups for spot in group.spots)


class _Rules:
    """The places that people spoke of, by the folded forms that they gave."""

    def __init__(self, overrides: Mapping[str, EntityOverride], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._by_form: dict[str, list[tuple[EntityOverride, AliasRule]]] = defaultdict(list)
        self._never = {fold(form) for rule in overrides.values() for form in rule.never}
        self._by_entry = {entry: rule for _, rule in sorted(overrides.items()) for entry in rule.meant.entries}
        for _, rule in sorted(overrides.items()):
            if not rule.ignore:
                for form in rule.forms:
                    self._by_form[fold(form.text)].append((rule, form))

    def about(self, forms: Collection[str]) -> tuple[object, ...]:
        """All that is said of some folded forms, to compare."""
        said = tuple((form, tuple(self._by_form[form])) for form in sorted(self._by_form.keys() & forms))
        return said, tuple(sorted(self._never & set(forms)))

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
        return _with(one, tuple(map(self._called, one.decisions))) if self._by_entry else one

    def _called(self, decision: Decision) -> Decision:
        rule = self._by_entry.get(decision.entry.id) if decision.entry and not decision.override else None
        found = _reading_of(decision.ranked, decision.entry.id) if rule and decision.entry else None
        if rule is None or any(fold(form) in map(fold, rule.never) for form in decision.group.forms):
            return decision
        entry = self._entry(rule, found.candidate if found else None)
        return replace(decision, entry=entry, override=rule)

    def split(self, group: Group) -> Iterable[Group]:
        """The group, parted where people say that its forms are different places."""
        parts: dict[str | None, list[int]] = defaultdict(list)
        for i, spot in enumerate(group.spots):
            rule = self.override_of(spot.text, group.article)
            parts[rule.name if rule else "\t" + fold(spot.text) if fold(spot.text) in self._never else None].append(i)
        named = [p for p in parts if p and not p.startswith("\t")]
        if None in parts and len(named) == 1:  # another spelling of the one place that a person spoke of
            parts[named[0]] = sorted(parts[named[0]] + parts.pop(None))
        return [Group(group.article, tuple(group.spots[i] for i in part)) for part in parts.values()]

    def decide(self, ranked: Ranked) -> Decision:
        """The likeliest reading, unless a person spoke of the place."""
        said = chain.from_iterable(self._said(form, ranked.group.article) for form in ranked.group.forms)
        rule, form = next(said, (None, None))
        best = ranked.best
        entry = best.candidate.entry if best.candidate else None
        if rule and form and not ranked.group.demonym:
            found = self._entry(rule, self._own_reading(rule, ranked))
            own = (rule.geonames, *rule.meant.entries)
            borrowed = bool(form.articles) and found is not None and found.id not in own
            return Decision(ranked, found, 1.0, "override", rule, borrowed=borrowed)
        if entry is None and any(fold(form) in self._never for form in ranked.group.forms):
            return Decision(ranked, None, 1.0, TOLD_APART)
        return Decision(ranked, entry, best.probability, _evidence(best.candidate))

    def _own_reading(self, rule: EntityOverride, ranked: Ranked) -> Candidate | None:
        """The reading that is the page which a person calls by its title, else the likeliest."""
        titled = rule.meant.entries[:1] if rule.meant.page else ()
        readings = (_reading_of(ranked, entry) for entry in titled)
        return next((r.candidate for r in readings if r), ranked.best.candidate)

    def _entry(self, rule: EntityOverride, found: Candidate | None) -> Entry | None:
        """The entry that a person gave, else the one found if it bears the name."""
        given = self._gazetteer.get(rule.geonames) if rule.geonames else None
        if given or found is None:
            return given
        if found.how is How.SOUND and rule.kind not in (None, found.entry.kind):
            return None
        return found.entry


def _evidence(candidate: Candidate | None) -> str:
    if candidate is None:
        return "in no gazetteer"
    how = candidate.how.name.lower()
    return {"sound": "same consonants", "main": "name", "alias": "name"}.get(how, how)


def _in_the_light_of_others(read: Sequence[ReadArticle], memo: Memo) -> tuple[ReadArticle, ...]:
    """A doubtful reading gives way to what the same name clearly means in the other articles."""
    own = {one.article.id: memo.recall("votes", one.article.id, (one,), partial(_votes, one)) for one in read}
    votes = memo.gather("votes of all", (), {a: cast for a, (cast, _) in own.items()}, lambda _, cast: _tally(cast))

    def revised(one: ReadArticle) -> ReadArticle:
        told = {form: votes[form] for form in own[one.article.id][1] if form in votes}
        read = one, told
        return memo.recall("in the light of others", one.article.id, read, partial(_in_the_light_of, *read))

    return tuple(map(revised, read))


def _votes(one: ReadArticle) -> tuple[dict[str, list[tuple[int, float]]], frozenset[str]]:
    """By folded form, how an article by itself reads it; and the forms of which it does so with doubts.

    What a person says of a name in one article says nothing of the others.
    """
    cast: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for decision in one.decisions:
        best = decision.ranked.best
        if best.candidate and not decision.group.demonym and decision.evidence != TOLD_APART:
            cast[fold(decision.group.forms[0])].append((best.candidate.entry.id, best.probability))
    return dict(cast), frozenset(fold(d.group.forms[0]) for d in one.decisions if _is_doubtful(d))


def _in_the_light_of(one: ReadArticle, votes: Mapping[str, Mapping[int, float]]) -> ReadArticle:
    return _with(one, tuple(_revised(d, votes) for d in one.decisions))


def _tally(cast: Mapping[str, Iterable[tuple[int, float]]]) -> dict[int, float]:
    """How probable each reading of a form is in all articles together."""
    tally: dict[int, float] = defaultdict(float)
    for entry, probability in chain.from_iterable(cast.values()):
        tally[entry] += probability
    return dict(tally)


def _is_doubtful(decision: Decision) -> bool:
    return decision.probability < SURE and not decision.override and not decision.group.demonym


def _with(one: ReadArticle, decisions: tuple[Decision, ...]) -> ReadArticle:
    """The article with these decisions: itself, where they are its own."""
    same = all(a is b for a, b in zip(decisions, one.decisions, strict=True))
    return one if same else replace(one, decisions=decisions)


def _revised(decision: Decision, votes: Mapping[str, Mapping[int, float]]) -> Decision:
    tally = votes.get(fold(decision.group.forms[0]))
    if not tally or not _is_doubtful(decision):
        return decision
    leader = min(tally, key=lambda entry: (-tally[entry], entry))
    own = tally.get(decision.entry.id, 0.0) if decision.entry else 0.0
    other = _reading_of(decision.ranked, leader)
    if other is None or other.candidate is None or other.probability < _POSSIBLE:
        return decision
    if tally[leader] < max(1.0, own * _OUTWEIGHS):
        return decision
    if (decision.entry and decision.entry.id == leader) or _is_told(decision.ranked.best) > _is_told(other):
        return decision
    return replace(decision, entry=other.candidate.entry, evidence="as in other articles")


def _is_told(reading: Reading) -> float:
    """How far the article itself tells of the country that the place lies in."""
    told = dict(zip(FEATURES, reading.features, strict=True))
    return told["country_named"] + told["dialled"]


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

    return tuple(_with(one, tuple(map(placed, one.decisions))) for one in read)


def _without_borrowed(read: Sequence[ReadArticle]) -> tuple[ReadArticle, ...]:
    """A form that is a place of its own in some articles leaves to the others what the gazetteer has under it."""
    if not any(d.borrowed for one in read for d in one.decisions):
        return tuple(read)
    own = {d.entry.id for one in read for d in one.decisions if d.entry and not d.borrowed}

    def given_back(decision: Decision) -> Decision:
        lent = decision.borrowed and decision.entry is not None and decision.entry.id in own
        return replace(decision, entry=None) if lent else decision

    return tuple(_with(one, tuple(map(given_back, one.decisions))) for one in read)


def _kept_apart(read: Sequence[ReadArticle], rules: Mapping[str, EntityOverride]) -> tuple[ReadArticle, ...]:
    """A form that a person keeps from a place does not come back to it by the gazetteer."""
    if not any(rule.never for rule in rules.values()):
        return tuple(read)
    taken: dict[str, set[int]] = defaultdict(set)  # by folded form, the entries that it does not mean
    for decision in (d for one in read for d in one.decisions):
        if decision.override and decision.entry:
            for form in decision.override.never:
                taken[fold(form)].add(decision.entry.id)
    return tuple(_with(one, tuple(_apart(d, taken) for d in one.decisions)) for one in read)


def _apart(decision: Decision, taken: Mapping[str, Collection[int]]) -> Decision:
    foreign = {entry for form in decision.group.forms for entry in taken.get(fold(form), ())}
    if decision.override or decision.entry is None or decision.entry.id not in foreign:
        return decision
    others = (r for r in decision.ranked.readings if r.candidate and r.candidate.entry.id not in foreign)
    other = next((r for r in others if r.probability >= _POSSIBLE), None)
    if other is None or other.candidate is None:
        return replace(decision, entry=None, probability=1.0, evidence=TOLD_APART)
    return replace(decision, entry=other.candidate.entry, probability=other.probability, evidence=TOLD_APART)


def _reading_of(ranked: Ranked, entry: int) -> Reading | None:
    return next((r for r in ranked.readings if r.candidate and r.candidate.entry.id == entry), None)
