"""What a correction did to pages that it is not about: one that lost something, is there only by it, or is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from according.linking.deeds import Deeds, Entity, Rule
from according.model import Deed, Place, Source

_ARISING = frozenset({"arise", "arise_all"})


def touched(
    deeds: Deeds, rule: Rule, entities: Sequence[Entity], done: Sequence[Deed]
) -> Iterator[tuple[str, tuple[Deed, ...]]]:
    """Each such page, with those of the deeds that speak of it."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for other, name in deeds.touched(rule, entities) if done else ():
        called[other].add(name)
    for other, names in called.items():
        went = (deed for deed in done if deed.count or deed.what.startswith("part_"))
        if told := tuple(deed for deed in went if names & {deed.old, deed.new}):
            yield other, told
    arising = [deed for deed in done if deed.what in _ARISING]
    for above in dict.fromkeys(id_ for e in entities if isinstance(e, Place) and arising for id_ in e.parents):
        place = deeds.now(f"places/{above}")
        told = tuple(deed for deed in arising if place and place.name in deed.new.split(", "))
        if told and isinstance(place, Place) and not (place.forms or place.overridden):
            yield f"places/{above}", told
    copying = tuple(deed for deed in done if deed.what == "copy")
    for repeated in dict.fromkeys(e.copies for e in entities if isinstance(e, Source) and e.copies and copying):
        yield f"sources/{repeated}", copying
