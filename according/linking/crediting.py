"""Who uses the words that describe an actor: the source in whose claim they stand, or the outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from according.linking.sources import Voices
from according.linking.stretches import Stretches
from according.memo import FORGETFUL, Memo
from according.model import Actor, Claim, Span


def credit_descriptions(
    actors: Mapping[str, Actor], claims: Mapping[str, tuple[Claim, ...]], voices: Voices, memo: Memo = FORGETFUL
) -> dict[str, Actor]:
    """The actors, each description credited to whoever utters it: the source of the innermost claim around it."""

    def contents(article: str) -> _Contents:
        said = claims.get(article, ())
        return memo.recall("contents", article, (said,), lambda: _Contents(said))

    def utterer(article: str, span: Span) -> str:
        return contents(article).around(span) or voices.of_article[article]

    def credited(actor: Actor) -> Actor:
        described = tuple(replace(d, source=utterer(d.article, d.span)) for d in actor.descriptions)
        return replace(actor, descriptions=described)

    def read(actor: Actor) -> tuple[object, ...]:
        where = dict.fromkeys(d.article for d in actor.descriptions)
        return actor, *((claims.get(a), voices.of_article[a]) for a in where)

    return {
        i: memo.recall("credited", i, read(a), partial(credited, a)) if a.descriptions else a for i, a in actors.items()
    }


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
