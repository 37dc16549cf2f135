"""What people wrote in the override files, applied to the names of an article."""

from __future__ import annotations

import copy
import dataclasses
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from according.linking.forms import fold
from according.model import Article, Label, Name, Role, Sentence, Span
from according.overrides import AliasRule, EntityOverride, Overrides

EVIDENCE = "override"
_ACTOR_LABELS = {label.value: label for label in Label if label is not Label.PLACE}


@dataclasses.dataclass(frozen=True, slots=True)
class _Ruling:
    """What one line says of one form; ``label`` None: it is a name, of whatever kind it was taken for."""

    form: AliasRule
    label: Label | None
    ignore: bool
    is_place: bool


class Overruling:
    """All rulings by folded form."""

    def __init__(self, overrides: Overrides) -> None:
        self.rulings = tuple(
            ruling
            for rules, is_place in ((overrides.places, True), (overrides.actors, False))
            for name in sorted(rules)
            for ruling in _rulings(rules[name], is_place=is_place)
        )
        self._rulings = _by_form(self.rulings)

    def about(self, article: str, text: Article, names: Container[str]) -> Overruling:
        """The rulings alone that have to do with an article: that hold in it, and whose form is in it."""
        own = copy.copy(self)
        own.rulings = tuple(
            r
            for r in self.rulings
            if (fold(r.form.text) in names or r.form.text in text.text or r.form.text in text.title)
            and r.form.holds_in(article)
        )
        own._rulings = _by_form(own.rulings)  # noqa: SLF001 - it is of the same class
        return own

    def apply(self, article: str, text: str, names: Sequence[Name], sentences: Sequence[Sentence]) -> tuple[Name, ...]:
        """The names as people say, with those that nobody had found."""
        if not self._rulings:
            return tuple(names)
        kept = [ruled for name in names for ruled in self._ruled(article, text, name)]
        added = list(self._missing(article, text, kept, sentences))
        return tuple(sorted((*kept, *added), key=lambda n: (n.span.start, -n.span.end)))

    def _ruling(self, article: str, form: str) -> _Ruling | None:
        holding = [r for r in self._rulings.get(fold(form), ()) if r.form.holds_in(article)]
        return next((r for r in holding if r.form.articles), None) or next(iter(holding), None)

    def _ruled(self, article: str, text: str, name: Name) -> Iterator[Name]:
        ruling = self._ruling(article, name.span.of(text))
        if ruling is None:
            yield name
        elif ruling.is_place and name.label is Label.PLACE and not ruling.ignore:
            yield name  # nothing to overrule
        elif not (ruling.is_place or ruling.ignore or ruling.label or name.label is Label.PLACE):
            yield name  # nobody says that it is of another kind
        elif not ruling.ignore:
            yield dataclasses.replace(name, label=_label(ruling, name.label), evidence=EVIDENCE)

    def _missing(self, article: str, text: str, names: Sequence[Name], sentences: Sequence[Sentence]) -> Iterator[Name]:
        """Places of the text where a form stands that no name covers."""
        taken = [n.span for n in names]
        starts = [s.span.start for s in sentences]
        rulings = (r for rs in self._rulings.values() for r in rs if not r.ignore and r.form.holds_in(article))
        for ruling in sorted(rulings, key=lambda r: (-len(r.form.text), r.form.text)):
            for found in re.finditer(rf"(?<!\w){re.escape(ruling.form.text)}(?!\w)", text):
                span = Span(*found.span())
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    sentence = max(0, bisect_right(starts, span.start) - 1)
                    yield Name(span, _label(ruling, Label.ORGANIZATION), sentence, Role.OTHER, EVIDENCE)


def _by_form(rulings: Iterable[_Ruling]) -> dict[str, list[_Ruling]]:
    found: dict[str, list[_Ruling]] = defaultdict(list)
    for ruling in rulings:
        found[fold(ruling.form.text)].append(ruling)
    return found


def _rulings(rule: EntityOverride, *, is_place: bool) -> Iterator[_Ruling]:
    label = Label.PLACE if is_place else _ACTOR_LABELS.get(rule.kind or "")
    for form in rule.forms:
        yield _Ruling(form, label, rule.ignore, is_place)


def _label(ruling: _Ruling, found: Label) -> Label:
    """An actor without a kind keeps the one that it was taken for, unless that was a place."""
    if ruling.label:
        return ruling.label
    return Label.ORGANIZATION if found is Label.PLACE else found
