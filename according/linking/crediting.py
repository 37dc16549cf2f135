"""Who uses the words that describe an actor: the source in whose claim they stand, or the outlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from according.linking.sources import Voices
from according.memo import FORGETFUL, Memo
from according.model import Actor, Claim, Span


def credit_descriptions(
    actors: Mapping[str, Actor], claims: Mapping[str, tuple[Claim, ...]], voices: Voices, memo: Memo = FORGETFUL
) -> dict[str, Actor]:
    """The actors, each description credited to whoever utters it: the source of the innermost claim around it."""

    def utterer(article: str, span: Span) -> str:
        around = [
            (sum(s.end - s.start for s in c.content), c.id, c.source)
            for c in claims.get(article, ())
            if c.source and any(s.contains(span) for s in c.content)
        ]
        return str(min(around)[2]) if around else voices.of_article[article]

    def credited(actor: Actor) -> Actor:
        described = tuple(replace(d, source=utterer(d.article, d.span)) for d in actor.descriptions)
        return replace(actor, descriptions=described)

    def read(actor: Actor) -> tuple[object, ...]:
        where = dict.fromkeys(d.article for d in actor.descriptions)
        return actor, *((claims.get(a), voices.of_article[a]) for a in where)

    return {
        i: memo.recall("credited", i, read(a), partial(credited, a)) if a.descriptions else a for i, a in actors.items()
    }
