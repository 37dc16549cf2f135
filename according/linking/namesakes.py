"""Names that some texts use for a place and others for somebody: one thing mistaken in some of them, or two?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from according.linking.forms import fold
from according.linking.reasons import times
from according.model import Actor, Answer, Label, Place, ReviewItem
from according.yamlfile import written

FEWEST = 2  # mentions of either
CONTESTED = 1 / 3  # of the mentions of both, from which the rarer reading is worth a question


def both(places: Mapping[str, Place], actors: Mapping[str, Actor]) -> Iterator[ReviewItem]:
    """The questions about forms that are a place here and an actor there; none where a person has spoken of either."""
    taken = {fold(f.text): (p, f.count) for _, p in sorted(places.items()) for f in p.forms if not p.overridden}
    for actor in (a for _, a in sorted(actors.items()) if not a.overridden):
        for form in actor.forms:
            place, count = taken.get(fold(form.text), (None, 0))
            rarer = min(form.count, count)
            if place and rarer >= max(FEWEST, CONTESTED * (form.count + count)):
                yield _question(form.text, place, count, actor, form.count)


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
            item = replace(item, others=(*item.others, Answer("somebody", other.file, other.yes)))  # noqa: PLW2901
        yield item
    yield from (i for i in of_actors if not (i.kind == "unlinked" and i.about in said))


def _question(form: str, place: Place, as_place: int, actor: Actor, as_actor: int) -> ReviewItem:
    kind = "media outlet" if actor.kind == Label.MEDIA else actor.kind.replace("_", " ")
    aliases = "" if fold(form) == fold(actor.name) else f"  aliases: [{written(form)}]\n"
    return ReviewItem(
        kind="kind",
        about=place.id,
        question=f"Is “{form}” a place everywhere?",
        evidence=(
            f"Taken for the place {place.name} {times(as_place)}.",
            f"Taken for the {kind} {actor.name} {times(as_actor)}.",
        ),
        file="places.yaml",
        yes=f"{written(form)}:\n  kind: {place.kind}\n",
        no=f"{written(actor.name)}:\n  kind: {actor.kind}\n{aliases}",
        no_file="actors.yaml",
        weight=float(min(as_place, as_actor)),
    )
