"""What people wrote in the override files, applied to the names of an article."""

from __future__ import annotations

import copy
import dataclasses
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from according.linking.addresses import Before, Led
from according.linking.forms import fold
from according.linking.typing.as_read import as_place
from according.model import Annotation, Article, Label, Name, Role, SourceKind, Span
from according.overrides import AliasRule, EntityOverride, Overrides

EVIDENCE = "override"
PLACES = "places/"
GUESS = "model"  # what types a name of which nothing but the language model's label is known
_ACTOR_LABELS = {label.value: label for label in Label if label is not Label.PLACE}


@dataclasses.dataclass(frozen=True, slots=True)
class _Ruling:
    """What one line says of one form; ``label`` None: it is a name, of whatever kind it was taken for."""

    form: AliasRule
    label: Label | None
    ignore: bool
    is_place: bool
    shared: bool = False  # pages of both sorts are called so, and nobody says where it is which
    typed: bool = False  # it says what sort of thing is called so
    sought: bool = True  # also where no name was found
    before: str = ""  # of a page that is called something else: the sort of its names, "places" or "actors"
    page: str = ""  # "places/kunduz", where that page alone is nothing

    def speaks_of(self, name: Name, written: str, page: str) -> bool:
        """Whether it means a name, which led to a page. What is plainly of the other sort is another one called so."""
        named_place = name.label is Label.PLACE
        if self.page and page.startswith(PLACES) and page != self.page:
            return False
        if self.before:
            return named_place == (self.before == "places")
        if not self.shared or self.is_place == named_place:
            return True
        guessed = name.evidence.removeprefix("elsewhere: ") == GUESS
        return self.typed and guessed and written == self.form.text


class Overruling:
    """All rulings by folded form; ``before`` are the pages that there are when nobody has corrected anything."""

    def __init__(self, overrides: Overrides, before: Before | None = None) -> None:
        self.rulings = tuple(
            ruling
            for rules, is_place in ((overrides.places, True), (overrides.actors, False))
            for name in sorted(rules)
            for ruling in _rulings(rules[name], before, is_place=is_place)
        )
        self._rulings = _by_form(self.rulings)
        self._before = before

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

    def led(self, article: str) -> Led | None:
        """Where the names of an article led, if it matters to what is said of them."""
        return self._before.led(article) if self._before and any(r.page for r in self.rulings) else None

    def apply(self, article: str, text: str, annotation: Annotation, *, in_title: bool) -> Annotation:
        """A text with the names as people say, those that nobody had found among them; itself if nothing is changed."""
        led = self.led(article)
        pages = [led.page(name.span, in_title=in_title) if led else "" for name in annotation.names]
        named = zip(annotation.names, pages, strict=True)
        told = [(name, self._ruling(article, name.span.of(text), name, page)) for name, page in named]
        kept = [_ruled(name, ruling) for name, ruling in told if not (ruling and ruling.ignore)]
        gone = [name for name, ruling in told if ruling and ruling.ignore and name.label is Label.PLACE]
        added = list(self._missing(article, text, kept, annotation))
        names = tuple(sorted((*_within(kept, added), *added), key=lambda n: (n.span.start, -n.span.end)))
        ignored, within = tuple(_within(gone, added)), tuple(_swallowed(kept, added))
        now = dataclasses.replace(annotation, names=names, ignored=ignored, within=within)
        return annotation if now == annotation else now

    def _ruling(self, article: str, form: str, name: Name, page: str) -> _Ruling | None:
        """What is said of a name: in its article alone, else of just this spelling, else of its sort."""
        about = (r for r in self._rulings.get(fold(form), ()) if r.form.holds_in(article))
        holding = (r for r in about if r.speaks_of(name, form, page))
        place = name.label is Label.PLACE
        return min(holding, key=lambda r: (not r.form.articles, r.form.text != form, r.is_place != place), default=None)

    def _missing(self, article: str, text: str, names: Sequence[Name], annotation: Annotation) -> Iterator[Name]:
        """Places of the text where a form stands that no name covers, though there may be some within it."""
        taken = [n.span for n in names]
        starts = [s.span.start for s in annotation.sentences]
        rulings = (r for rs in self._rulings.values() for r in rs if r.sought and r.form.holds_in(article))
        for ruling in sorted(rulings, key=lambda r: (-len(r.form.text), r.form.text)):
            for span in unclaimed(ruling.form.text, text, taken, annotation):
                taken.append(span)
                sentence = max(0, bisect_right(starts, span.start) - 1)
                yield Name(span, _label(ruling, Label.ORGANIZATION), sentence, Role.OTHER, EVIDENCE)


def _ruled(name: Name, ruling: _Ruling | None) -> Name:
    """A name of the kind that people say."""
    if ruling is None or (ruling.is_place and name.label is Label.PLACE):
        return name  # nothing to overrule
    if not (ruling.is_place or ruling.label or name.label is Label.PLACE):
        return name  # nobody says that it is of another kind
    label = _label(ruling, name.label)
    place_by = name.evidence if name.label is Label.PLACE and label is not Label.PLACE else None
    return dataclasses.replace(name, label=label, evidence=EVIDENCE, place_by=place_by)


def unclaimed(form: str, text: str, names: Sequence[Span], annotation: Annotation) -> Iterator[Span]:
    """Where a form stands in a text as a name that nobody has found: no name reaches out of it, nor is the same."""
    for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text) if form in text else ():
        span = Span(*found.span())
        within = all(span.contains(other) and span != other for other in names if span.overlaps(other))
        if within and not _is_common(text, span, annotation):
            yield span


def _within(names: Iterable[Name], added: Sequence[Name]) -> Iterator[Name]:
    """The names but for parts of those that people know; only a place is named within an actor's name."""
    for name in names:
        whole = next((new for new in added if new.span.contains(name.span)), None)
        if whole is None:
            yield name
        elif name.label is Label.PLACE and whole.label is not Label.PLACE:
            yield dataclasses.replace(name, inside=whole.span)


def _swallowed(names: Iterable[Name], added: Sequence[Name]) -> Iterator[Name]:
    """The places, as the machine has them, that are only a part of another's name as people know it."""
    places = [new for new in added if new.label is Label.PLACE]
    for name in (n for n in names if any(new.span.contains(n.span) for new in places)):
        if name.place_by is not None:
            yield as_place(name)
        elif name.label is Label.PLACE and name.evidence != EVIDENCE:
            yield name


def _is_common(text: str, span: Span, annotation: Annotation) -> bool:
    """Whether a word has its capital from the sentence that it opens: "Police said", who are an unnamed source."""
    word = span.of(text)
    if word[1:] != word[1:].lower() or not any(s.span.start == span.start for s in annotation.sentences):
        return False
    unnamed = (a for a in annotation.attributions if a.kind is SourceKind.UNNAMED)
    small = re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text)
    return small is not None or any(s.start == span.start for a in unnamed for s in a.source)


def _by_form(rulings: Iterable[_Ruling]) -> dict[str, list[_Ruling]]:
    found: dict[str, list[_Ruling]] = defaultdict(list)
    for ruling in rulings:
        found[fold(ruling.form.text)].append(ruling)
    return found


def _rulings(rule: EntityOverride, before: Before | None, *, is_place: bool) -> Iterator[_Ruling]:
    label = Label.PLACE if is_place else _ACTOR_LABELS.get(rule.kind or "")
    known = () if rule.ignore else rule.meant.spellings  # of its page: the names that lead there are places already
    # The spellings of its page, if that was of its sort: it was the machine that found them.
    found = rule.meant.turned if rule.meant.before == ("places" if is_place else "actors") else ()
    for form in (f for f in rule.forms if f not in known):
        limited = form.articles and form not in rule.meant.spellings
        yield _Ruling(
            form=form,
            label=label,
            ignore=rule.ignore,
            is_place=is_place,
            shared=before is not None and not limited and fold(form.text) in before.shared,
            typed=bool(rule.kind),
            sought=not (rule.ignore or form in found)
            and (bool(form.articles) or not _is_found(form, before, is_place=is_place)),
            before=rule.meant.before if form in rule.meant.turned else "",
            page=_alone(rule, before),
        )


def _alone(rule: EntityOverride, before: Before | None) -> str:
    """The page that an entry takes away by its title; the article may call another one so."""
    page = rule.meant.page if rule.ignore else None
    return f"{PLACES}{page}" if page and before and page in before.places else ""


def _is_found(form: AliasRule, before: Before | None, *, is_place: bool) -> bool:
    """Whether the machine finds a form by itself, as a name of the sort: it knows where it is one."""
    return before is not None and before.has("places" if is_place else "actors", form.text)


def _label(ruling: _Ruling, found: Label) -> Label:
    """An actor without a kind keeps the one that it was taken for, unless that was a place."""
    if ruling.label:
        return ruling.label
    return Label.ORGANIZATION if found is Label.PLACE else found
