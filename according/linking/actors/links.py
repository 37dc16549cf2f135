"""What resolving the actors gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from according.model import Actor, Mention, ReviewItem

Mentions = Mapping[str, tuple[Mention, ...]]  # by article, in text order


@dataclass(frozen=True, slots=True)
class ActorLinks:
    """The actors of the corpus, and where they are named."""

    actors: Mapping[str, Actor]
    mentions: Mentions
    title_mentions: Mentions  # spans are into the title
    review: tuple[ReviewItem, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)  # "actors/old" -> "actors/new"
    applied: frozenset[tuple[str, str]] = frozenset()  # (override file, key)
