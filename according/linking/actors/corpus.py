"""The uses of the corpus as nodes: one for each form that an article uses, a surname shared by two persons split."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from according.annotating.wordlists.kinds import kind_of_words, known_names
from according.linking.actors.clusters import Node
from according.linking.actors.persons import Person, is_short_for, parse_person
from according.linking.actors.uses import Use, Uses, is_guess
from according.memo import FORGETFUL, Memo
from according.model import Label

_TEAM = "place and plural"  # evidence that closes with it: the plural alone is no surname
_SHORT_AND_KIND = 2  # words: the name, and what kind of company it is
_MODEL_WEIGHT, _RULE_WEIGHT = 1, 3  # a rule's label counts more than the language model's


class Body(NamedTuple):
    """A node that is no person, as it is compared with others."""

    node: Node
    form: str
    label: Label


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of one article, each with its uses and its most frequent spelling."""

    article: str
    uses: Mapping[Node, tuple[Use, ...]]
    forms: Mapping[Node, str]
    order: tuple[Node, ...]

    def persons(self) -> list[tuple[Node, Person]]:
        """The persons, with the parts of their names."""
        parsed = [(n, parse_person(self.forms[n])) for n in self.order if n.person]
        return [(n, p) for n, p in parsed if p]

    def bodies(self) -> list[Body]:
        """The nodes that are no persons, each with the kind that most of its uses speak for."""
        return [Body(n, self.forms[n], heaviest_label(self.uses[n])) for n in self.order if not n.person]

    def parted(self, uses: Mapping[Node, tuple[Use, ...]]) -> Nodes:
        """The same uses as other nodes."""
        return _nodes(self.article, uses)


def make_nodes(uses: Uses, memo: Memo = FORGETFUL) -> dict[str, Nodes]:
    """The nodes by article; a form is a person's where most of its uses are, or where it is somebody's surname."""
    spoken = memo.recall_each("spoken", ((a, (found,)) for a, found in uses.items()), _spoken)
    pooled = memo.gather("spoken by form", (), spoken, lambda _, found: _pooled(found.values()))
    person_keys = memo.recall("person keys", "", (pooled,), lambda: _person_keys(pooled))
    rows = ((a, (a, found, person_keys.intersection(spoken[a]))) for a, found in uses.items())
    return memo.recall_each("nodes", rows, _grouped)


def _grouped(article: str, uses: Sequence[Use], person_keys: frozenset[str]) -> Nodes:
    grouped: dict[Node, list[Use]] = defaultdict(list)
    for use, node in _nodes_of_article(article, uses, person_keys):
        grouped[node].append(use)
    return _nodes(article, {node: tuple(same) for node, same in grouped.items()})


def _nodes(article: str, uses: Mapping[Node, tuple[Use, ...]]) -> Nodes:
    return Nodes(article, uses, {node: _usual_form(same) for node, same in uses.items()}, tuple(sorted(uses)))


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


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What the uses of a form speak for."""

    balance: int  # for a person, less what speaks against
    sure: bool  # some rule calls it a person
    team: bool


def _spoken(uses: Iterable[Use]) -> dict[str, _Spoken]:
    """By form, what one article's uses speak for."""
    found: dict[str, list[_Spoken]] = defaultdict(list)
    for use in uses:
        weight, person = _weight(use), use.label is Label.PERSON
        sure = person and weight == _RULE_WEIGHT
        found[use.key].append(_Spoken(weight if person else -weight, sure, use.evidence.endswith(_TEAM)))
    return {key: _pooled(each) for key, each in found.items()}


def _pooled(each: Collection[_Spoken]) -> _Spoken:
    return _Spoken(sum(s.balance for s in each), any(s.sure for s in each), any(s.team for s in each))


def _person_keys(spoken: Mapping[str, _Spoken]) -> frozenset[str]:
    """The forms that are persons': "Colts" is none where most names that end in it are "Indianapolis Colts"."""
    pooled = Counter({key: s.balance for key, s in spoken.items()})
    last_words = {key: key.rsplit(" ", 1)[-1] for key in spoken}
    for key, last in last_words.items():
        if last != key:
            pooled[last] += spoken[key].balance
    # A full form that only the model calls a person follows the short one: "San Diego Chargers" and "the Chargers".
    against = {key for key, s in spoken.items() if s.balance < 0}
    teams = {last_words[key] for key, s in spoken.items() if s.team}
    surnames = {last_words[key] for key, s in spoken.items() if " " in key and s.balance > 0}
    companies = _shortened(key for key, s in spoken.items() if s.balance < 0) - surnames
    return frozenset(
        key
        for key, s in spoken.items()
        if (s.sure or (key not in teams | companies and last_words[key] not in against))
        and (pooled[key] if " " not in key else s.balance) > 0
    )


def _shortened(keys: Iterable[str]) -> frozenset[str]:
    """What companies' names begin with, in one word: "Qualcomm" of "Qualcomm Inc."."""
    words = (key.split() for key in keys)
    return frozenset(w[0] for w in words if len(w) == _SHORT_AND_KIND and kind_of_words(w[1:]) is not None)


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
