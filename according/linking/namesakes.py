"""Names that some texts use for a place and others for somebody: one thing mistaken in some of them, or two?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.forms import fold
from according.linking.reasons import times
from according.model import Actor, Label, Place, ReviewItem
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
