"""The order of things: the rules over each article, then the other articles' word, then people's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from according.linking.addresses import Before
from according.linking.forms import fold, same_name, skeleton
from according.linking.gazetteer import Gazetteer
from according.linking.typing.finding import (
    missed_names,
    places_in_bodies,
    whole_given_names,
    whole_names,
    without_participles,
)
from according.linking.typing.headings import believed_in_title
from according.linking.typing.nobody import is_nobody
from according.linking.typing.overruling import GUESS, Overruling
from according.linking.typing.people import parted_from_persons, without_credits, without_portfolios
from according.linking.typing.rules import LOOSE_CUES, NOBODY, Rule, judge
from according.linking.typing.seats import seats
from according.linking.typing.sightings import Form, forms_of
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Label, Name
from according.overrides import Overrides

_ROUNDS = 2  # what the first one shows to be a place speaks for what stands in a list with it

Retype = Callable[[str, Annotation], Iterable[Name]]


def settle_labels(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], gazetteer: Gazetteer
) -> dict[str, Annotation]:
    """The annotations with every name labelled in the light of gazetteer, document and corpus."""
    ruled = {a: _retyped(articles[a], annotations[a], _by_rules(gazetteer)) for a in sorted(annotations)}
    ruled = {a: _seated(articles[a], annotation, gazetteer) for a, annotation in ruled.items()}
    clear = _clear_places(articles, ruled)
    return {a: _retyped(articles[a], ruled[a], _by_others(clear)) for a in ruled}


def overrule_labels(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    overrides: Overrides,
    memo: Memo = FORGETFUL,
    before: Before | None = None,
) -> dict[str, Annotation]:
    """Settled annotations with every name labelled as people say; ``before`` are the pages when nobody does."""
    if not (overrides.places or overrides.actors):
        return dict(annotations)
    overruling = Overruling(overrides, before)
    names = memo.recall_each("names", ((a, (articles[a], annotations[a])) for a in annotations), _names)

    def ruled(a: str) -> Annotation:
        read = articles[a], annotations[a]
        about = overruling.about(a, read[0], names[a])
        if not about.rulings:
            return read[1]
        return memo.recall("ruled", a, (*read, about.rulings, about.led(a)), lambda: _overruled(*read, about))

    return {a: ruled(a) for a in annotations}


def _overruled(article: Article, annotation: Annotation, overruling: Overruling) -> Annotation:
    """The annotation with the names of its text and of its title as people say; itself if all are the same."""
    ruled = overruling.apply(article.id, article.text, annotation, in_title=False)
    title = annotation.title and overruling.apply(article.id, article.title, annotation.title, in_title=True)
    return ruled if title is annotation.title else replace(ruled, title=title)


def _names(article: Article, annotation: Annotation) -> frozenset[str]:
    """The folded names of an article."""
    found = {fold(name.span.of(article.text)) for name in annotation.names}
    in_title = annotation.title.names if annotation.title else ()
    return frozenset(found | {fold(name.span.of(article.title)) for name in in_title})


def _retyped(article: Article, annotation: Annotation, retype: Retype) -> Annotation:
    """The annotation with the names of its text and of its title put through a function; itself if all are the same."""
    names, title = tuple(retype(article.text, annotation)), annotation.title
    if title:
        in_title = tuple(retype(article.title, title))
        title = title if in_title == title.names else replace(title, names=in_title)
    if names == annotation.names and title is annotation.title:
        return annotation
    return replace(annotation, names=names, title=title)


def _seated(article: Article, annotation: Annotation, gazetteer: Gazetteer) -> Annotation:
    speakers = [span for a in annotation.attributions for span in a.source]
    title = annotation.title
    if title:
        believed = believed_in_title(article, annotation, gazetteer)
        title = replace(title, names=seats(article.title, believed, (), gazetteer))
    return replace(annotation, names=seats(article.text, annotation.names, speakers, gazetteer), title=title)


def _by_rules(gazetteer: Gazetteer) -> Retype:
    def retype(text: str, annotation: Annotation) -> Iterable[Name]:
        credited = list(without_credits(text, annotation.names))
        parted = list(without_portfolios(text, list(parted_from_persons(text, credited))))
        cut = list(without_participles(text, list(whole_given_names(text, parted)), gazetteer))
        whole = list(whole_names(text, cut, gazetteer))
        judged = whole
        for _ in range(_ROUNDS):
            verdicts = {key: _ruled(form, text) for key, form in forms_of(text, judged, gazetteer).items()}
            judged = [kept for name in judged for kept in _judged(name, _verdict(name, text, verdicts))]
        settled = list(_without_parts_of_places(text, judged, gazetteer))
        settled += places_in_bodies(text, settled, gazetteer)
        settled += missed_names(text, settled, annotation.sentences, gazetteer)
        return sorted(settled, key=lambda n: (n.span.start, -n.span.end))

    return retype


def _ruled(form: Form, text: str) -> Rule | None:
    rule = judge(form)
    placed = (rule.label if rule else form.label) in (None, Label.PLACE)
    return rule if placed or not is_nobody(text, form.names, weak=form.weak) else NOBODY


def _judged(name: Name, rule: Rule | None) -> Iterable[Name]:
    if rule is None:
        yield name
    elif rule.label:
        yield replace(name, label=rule.label, evidence=rule.evidence)


def _without_parts_of_places(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> Iterable[Name]:
    """The names but for those inside a place's own name: "Africa" in "South Africa"; unknown ones inside others too."""
    known = {n.span for n in names if n.label is Label.PLACE and gazetteer.lookup(n.span.of(text))}
    holders = {n.span for n in names}
    for name in names:
        if name.inside is None:
            yield name
        elif name.inside not in holders:
            yield replace(name, inside=None)
        elif name.inside not in known and (name.evidence == "demonym" or name.span in known):
            yield name


def _verdict(name: Name, text: str, verdicts: Mapping[str, Rule | None]) -> Rule | None:
    if name.evidence == "demonym" or name.inside is not None:
        return None
    return verdicts.get(fold(name.span.of(text)))


@dataclass(frozen=True, slots=True)
class _Clear:
    """Forms that some article shows to be places, by their consonants."""

    by_sound: Mapping[str, frozenset[str]]

    def has(self, form: str) -> bool:
        """Whether this is a spelling of one of them."""
        return any(same_name(form, other) for other in sorted(self.by_sound.get(_sound(form), ())))


def _sound(form: str) -> str:
    return skeleton(form).replace(" ", "")


def _clear_places(articles: Mapping[str, Article], annotations: Mapping[str, Annotation]) -> _Clear:
    found: dict[str, set[str]] = defaultdict(set)
    for identifier, annotation in annotations.items():
        for name in annotation.names:
            form = name.span.of(articles[identifier].text)
            loose = name.evidence in LOOSE_CUES and " " not in form
            if name.label is Label.PLACE and "cue" in name.evidence and not loose:
                found[_sound(form)].add(form)
    return _Clear({sound: frozenset(forms) for sound, forms in found.items()})


def _by_others(clear: _Clear) -> Retype:
    def retype(text: str, annotation: Annotation) -> Iterable[Name]:
        return [_shown_elsewhere(name, text, clear) for name in annotation.names]

    return retype


def _shown_elsewhere(name: Name, text: str, clear: _Clear) -> Name:
    """A guess of the model that is a spelling of a place which the corpus calls one outright."""
    guessed = name.label is not Label.PLACE and name.evidence.removeprefix("elsewhere: ") == GUESS
    if guessed and clear.has(name.span.of(text)):
        return replace(name, label=Label.PLACE, evidence="elsewhere in the corpus")
    return name
