"""Names that some texts use for a place and others for somebody: one thing mistaken in some of them, or two?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from according.linking.forms import fold
from according.linking.reasons import times
from according.model import Actor, Answer, Form, Label, Place, ReviewItem
from according.overrides import EntityOverride, Overrides
from according.yamlfile import written

FEWEST = 2  # mentions of either
CONTESTED = 1 / 3  # of the mentions of both, from which the rarer reading is worth a question


def both(places: Mapping[str, Place], actors: Mapping[str, Actor], overrides: Overrides) -> Iterator[ReviewItem]:
    """The questions about forms that are a place here and an actor there; none where a person has told what is what."""
    taken = {
        fold(f.text): (place, f)
        for _, place in sorted(places.items())
        for f in place.forms
        if not place.hidden and not _is_told(overrides.places.get(place.name), f.text)
    }
    for _, actor in sorted(actors.items()):
        for form in () if actor.hidden else actor.forms:
            place, same = taken.get(fold(form.text), (None, form))
            rarer = min(form.count, same.count)
            contested = rarer >= max(FEWEST, CONTESTED * (form.count + same.count))
            if place and contested and not _is_told(overrides.actors.get(actor.name), form.text):
                yield _question(place, same, actor, form)


def _is_told(rule: EntityOverride | None, form: str) -> bool:
    """Whether a person said what sort of thing it is, or what the form means."""
    return rule is not None and bool(rule.kind or fold(form) in (fold(a.text) for a in rule.aliases))


class Asking(Protocol):
    """Places with what is asked about them."""

    @property
    def places(self) -> Mapping[str, Place]:
        """The places by id."""

    @property
    def review(self) -> Sequence[ReviewItem]:
        """The questions about them."""


def once(of_places: Asking, of_actors: Sequence[ReviewItem]) -> Iterator[ReviewItem]:
    """The questions about places and actors, a name of which both are asked in one: whether a place, or somebody."""
    asked = {fold(i.about): i for i in of_actors if i.kind == "unlinked"}
    said: set[str] = set()
    for item in of_places.review:
        place = of_places.places.get(item.about)
        other = asked.get(fold(place.name)) if place and item.kind == "pin" and not item.alternatives else None
        if other:
            said.add(other.about)
        if other and not item.others:
            item = replace(item, others=(Answer("somebody", other.file, other.yes),))  # noqa: PLW2901
        yield item
    yield from (i for i in of_actors if not (i.kind == "unlinked" and i.about in said))


def _question(place: Place, as_place: Form, actor: Actor, as_actor: Form) -> ReviewItem:
    kind = "media outlet" if actor.kind == Label.MEDIA else actor.kind.replace("_", " ")
    here, there = as_place.articles, as_actor.articles
    return ReviewItem(
        kind="kind",
        about=place.id,
        question=f"Is “{as_actor.text}” a place everywhere?",
        evidence=(
            f"Taken for the place {place.name} {times(as_place.count)}.",
            f"Taken for the {kind} {actor.name} {times(as_actor.count)}.",
        ),
        file="places.yaml",
        yes=f"{written(place.name)}:\n{_limited(as_actor.text, {*here, *there})}",
        no=f"{written(actor.name)}:\n  kind: {actor.kind}\n{_limited(as_place.text, {*here, *there})}",
        no_file="actors.yaml",
        others=(
            Answer("each is what it is", "places.yaml", f"{written(place.name)}:\n{_limited(as_place.text, here)}"),
        ),
        weight=float(min(as_place.count, as_actor.count)),
    )


def _limited(form: str, articles: Iterable[str]) -> str:
    """A form as an alias in some articles, so that what is written a little differently elsewhere is left alone."""
    listed = ", ".join(written(a) for a in sorted(articles))
    return f"  aliases: [{{text: {written(form)}, articles: [{listed}]}}]  # elsewhere it stays what it is\n"
