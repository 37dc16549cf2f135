"""The uses of the corpus as nodes: one for each form that an article uses, a surname shared by two persons split."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from according.annotating.wordlists.kinds import kind_of_words, known_names
from according.linking.actors.clusters import Node
from according.linking.actors.persons import Person, is_short_for, parse_person
from according.linking.actors.uses import Use, is_guess
from according.linking.forms import fold
from according.memo import FORGETFUL, Memo
from according.model import Label

_TEAM = "place and plural"  # evidence that closes with it: the plural alone is no surname
_SHORT_AND_KIND = 2  # words: the name, and what kind of company it is
_MODEL_WEIGHT, _RULE_WEIGHT = 1, 3  # a rule's label counts more than the language model's


@dataclass(frozen=True, slots=True)
class Nodes:
    """Every node with its uses and its most frequent spelling."""

    uses: Mapping[Node, tuple[Use, ...]]
    forms: Mapping[Node, str]
    by_article: Mapping[str, tuple[Node, ...]]
    order: tuple[Node, ...]

    def persons(self, article: str | None = None) -> list[tuple[Node, Person]]:
        """The persons of one article or of all, with the parts of their names."""
        parsed = [(n, parse_person(self.forms[n])) for n in self._of(article) if n.person]
        return [(n, p) for n, p in parsed if p]

    def bodies(self, article: str | None = None) -> list[Node]:
        """The nodes of one article or of all that are no persons."""
        return [n for n in self._of(article) if not n.person]

    def _of(self, article: str | None) -> tuple[Node, ...]:
        return self.order if article is None else self.by_article.get(article, ())

    def label(self, node: Node) -> Label:
        """The kind that most of a node's uses speak for."""
        return heaviest_label(self.uses[node])


def make_nodes(uses: tuple[Use, ...], memo: Memo = FORGETFUL) -> Nodes:
    """The nodes of the corpus; a form is a person's where most of its uses are, or where it is somebody's surname."""
    person_keys = _person_keys(uses)
    by_article: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_article[use.article].append(use)
    grouped: dict[Node, tuple[Use, ...]] = {}
    forms: dict[Node, str] = {}
    for article in sorted(by_article):
        here = tuple(by_article[article])
        persons = person_keys.intersection(use.key for use in here)
        found = memo.recall("nodes", article, (here, persons), partial(_grouped, article, here, persons))
        for node, same, form in found:
            grouped[node], forms[node] = same, form
    order = tuple(sorted(grouped))
    articles: dict[str, list[Node]] = defaultdict(list)
    for node in order:
        articles[node.article].append(node)
    return Nodes(uses=grouped, forms=forms, by_article={a: tuple(ns) for a, ns in articles.items()}, order=order)


def _grouped(
    article: str, uses: Sequence[Use], person_keys: frozenset[str]
) -> tuple[tuple[Node, tuple[Use, ...], str], ...]:
    """The nodes of an article, each with its uses and its usual form."""
    grouped: dict[Node, list[Use]] = defaultdict(list)
    for use, node in _nodes_of_article(article, uses, person_keys):
        grouped[node].append(use)
    return tuple((node, tuple(same), _usual_form(same)) for node, same in grouped.items())


def _usual_form(uses: Iterable[Use]) -> str:
    """The most frequent spelling, not all capitals where there is another; of equals the first in the alphabet."""
    counts = Counter(u.form for u in uses)
    return min(counts, key=lambda form: (form.isupper() and len(form) > 6, -counts[form], form))


def heaviest_label(uses: Iterable[Use]) -> Label:
    """The label with most weight; ORGANIZATION, which the model gives to whatever it cannot tell, yields to others."""
    weights: Counter[Label] = Counter()
    for use in uses:
        weights[use.label] += _weight(use)
    return max(weights, key=lambda label: (weights[label], label is not Label.ORGANIZATION, label.value))


def _weight(use: Use) -> int:
    return _MODEL_WEIGHT if is_guess(use) else _RULE_WEIGHT


def _person_keys(uses: tuple[Use, ...]) -> frozenset[str]:
    """The forms that are persons': "Colts" is none where most names that end in it are "Indianapolis Colts"."""
    own: Counter[str] = Counter()  # by form: what speaks for a person, less what speaks against
    for use in uses:
        own[use.key] += _weight(use) if use.label is Label.PERSON else -_weight(use)
    pooled = Counter(own)
    for key, balance in own.items():
        last = key.rsplit(" ", 1)[-1]
        if last != key:
            pooled[last] += balance
    # A full form that only the model calls a person follows the short one: "San Diego Chargers" and "the Chargers".
    sure = {use.key for use in uses if use.label is Label.PERSON and _weight(use) == _RULE_WEIGHT}
    teams = {use.key.rsplit(" ", 1)[-1] for use in uses if use.evidence.endswith(_TEAM)} - sure
    surnames = {key.rsplit(" ", 1)[-1] for key, balance in own.items() if " " in key and balance > 0}
    companies = _shortened(use.form for use in uses if use.label is not Label.PERSON) - sure - surnames
    return frozenset(
        key
        for key in own
        if key not in teams | companies
        and (pooled[key] if " " not in key else own[key]) > 0
        and (key in sure or own.get(key.rsplit(" ", 1)[-1], 0) >= 0)
    )


def _shortened(forms: Iterable[str]) -> frozenset[str]:
    """What companies' names begin with, in one word: "Qualcomm" of "Qualcomm Inc."."""
    words = (form.split() for form in set(forms))
    return frozenset(fold(w[0]) for w in words if len(w) == _SHORT_AND_KIND and kind_of_words(w[1:]) is not None)


def _nodes_of_article(article: str, uses: Sequence[Use], person_keys: frozenset[str]) -> Iterable[tuple[Use, Node]]:
    full = {u.key: p for u in uses if u.key in person_keys and (p := parse_person(u.form)) and p.full}
    named_in_full: list[str] = []  # keys of full names, the last one named last
    for use in uses:
        if use.key in full:
            named_in_full = [k for k in named_in_full if k != use.key] + [use.key]
            yield use, Node(use.key, article, person=True)
            continue
        owners = _owners(use, full)
        person = use.key in person_keys or (bool(owners) and _is_doubtful(use))
        sense = next((k for k in reversed(named_in_full) if k in owners), "") if person and len(owners) > 1 else ""
        yield use, Node(use.key, article, person, sense)


def _owners(use: Use, full: Mapping[str, Person]) -> list[str]:
    """The full names of the article whose surname the use is."""
    short = parse_person(use.form)
    return [k for k, p in full.items() if short and is_short_for(short, p) == "surname"]


def _is_doubtful(use: Use) -> bool:
    """Whether only the model says that a single word is a body's name, so that it may be a surname after all."""
    guessed = use.evidence.startswith(("model", "elsewhere: model"))
    return guessed and " " not in use.form and use.form not in known_names()
