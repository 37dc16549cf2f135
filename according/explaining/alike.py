"""Who else is called as an actor is, as the pages have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.linking.same_names import by_form, namesakes
from according.model import Actor
from according.pipeline import Corpus


def of_its_name(actor: Actor, corpus: Corpus) -> tuple[list[Actor], Mapping[str, Sequence[str]]]:
    """The others with a page who have its name, and the ids of those with a page by the spellings that they share."""
    seen = {id_: one for id_, one in corpus.linked.actors.items() if one is actor or not one.hidden}
    sharing = by_form(seen.values())
    return namesakes(actor, seen, sharing), sharing
