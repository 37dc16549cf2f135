"""Who uses the words that describe an actor: the source in whose claim they stand, or the outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from according.linking.sources import Voices
from according.linking.stretches import Stretches
from according.memo import FORGETFUL, Memo
from according.model import Actor, Claim, Description, Span


def credit_descriptions(
    actors: Mapping[str, Actor], claims: Mapping[str, tuple[Claim, ...]], voices: Voices, memo: Memo = FORGETFUL
) -> dict[str, Actor]:
    """The actors, each description credited to whoever utters it: the source of the innermost claim around it."""
    where = {i: dict.fromkeys(d.article for d in a.descriptions) for i, a in actors.items() if a.descriptions}
    rows = ((a, (claims.get(a, ()),)) for a in dict.fromkeys(chain.from_iterable(where.values())))
    contents = memo.recall_each("contents", rows, _Contents)

    def credited(actor: Actor, *_: object) -> Actor:
        return replace(actor, descriptions=tuple(replace(d, source=utterer(d)) for d in actor.descriptions))

    def utterer(said: Description) -> str:
        return contents[said.article].around(said.span) or voices.of_article[said.article]

    def read(id_: str) -> tuple[object, ...]:
        return actors[id_], *((claims.get(a, ()), voices.of_article[a]) for a in where[id_])

    return {**actors, **memo.recall_each("credited", ((i, read(i)) for i in where), credited)}


class _Contents:
    """What is said in one article, by whom."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        said = sorted(
            (span, (sum(s.end - s.start for s in c.content), c.id, c.source))
            for c in claims
            if c.source
            for span in c.content
        )
        self._spans = [span for span, _ in said]
        self._claims = [claim for _, claim in said]
        self._order = Stretches(self._spans)

    def around(self, span: Span) -> str | None:
        """The source of the innermost claim that holds a span."""
        holding = [self._claims[i] for i in self._order.touching([span]) if self._spans[i].contains(span)]
        return min(holding)[2] if holding else None
