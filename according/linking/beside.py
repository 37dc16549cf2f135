"""What an entry that says what its name is leaves to the namesake of the other sort, an actor or a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.entries import everywhere
from according.linking.forms import fold
from according.model import Actor, Deed, Doing, Linked, Place
from according.overrides import EntityOverride


def left_to_namesakes(rule: EntityOverride, entity: Place | Actor, linked: Linked) -> Iterator[Deed]:
    """How often articles name such a one by a spelling of the entry, and the alias that would take that as well.

    Who has an entry of their own is another one, as people know.
    """
    others: Mapping[str, Place | Actor] = linked.actors if isinstance(entity, Place) else linked.places
    what: Doing = "leave_actor" if isinstance(entity, Place) else "leave_place"
    own = {fold(form.text) for form in rule.forms if not form.articles} if rule.kind else set[str]()
    for _, other in sorted(others.items()) if own else ():
        for form in other.forms:
            if form.count and fold(form.text) in own and not (other.overridden or other.hidden):
                yield Deed(what, other.name, everywhere(form.text), form.count, len(form.articles))
