"""Claims: each attribution with its source resolved, and what the outlet says itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from according.linking.own_voice import own_voice
from according.linking.sources import Voices
from according.linking.stretches import Stretches
from according.memo import FORGETFUL, Memo
from according.model import (
    Annotation,
    Article,
    Attribution,
    Claim,
    Figure,
    Mention,
    Quantity,
    SourceKind,
    Span,
    Voice,
)


class _Stretch(NamedTuple):
    """What is said, and by which attribution."""

    content: tuple[Span, ...]
    attribution: int | None  # index into Annotation.attributions; None: the outlet's own voice


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim of which all is known but who makes it, and whom its words name."""

    claim: Claim
    attribution: int | None


def make_claims(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    mentions: Mapping[str, tuple[Mention, ...]],
    voices: Voices,
    memo: Memo = FORGETFUL,
) -> dict[str, tuple[Claim, ...]]:
    """The claims of every article in text order; every sentence that says something is in the content of one."""
    read = ((a, (article, annotations[a])) for a, article in articles.items())
    drafts = memo.recall_each("drafts of claims", read, _drafts)
    told = ((a, (found, mentions.get(a, ()), voices.in_article(a))) for a, found in drafts.items())
    return memo.recall_each("claims", told, lambda found, named, _: _claims(found, named, voices))


def _drafts(article: Article, annotation: Annotation) -> tuple[_Draft, ...]:
    said = [_Stretch(a.content, i) for i, a in enumerate(annotation.attributions) if a.content]
    stretches = sorted(
        [*said, *(_Stretch((s,), None) for s in own_voice(article, annotation))],
        key=lambda d: (d.content[0], d.content[-1], d.attribution or -1),
    )
    ids = _ids(article.id, stretches)
    of_attribution: dict[int | None, str] = {
        s.attribution: i for s, i in zip(stretches, ids, strict=True) if s.attribution is not None
    }
    figures = _figures(article, annotation.quantities, stretches, ids)
    sentences = Stretches([s.span for s in annotation.sentences])

    def draft(id_: str, content: tuple[Span, ...], attribution: int | None) -> _Draft:
        inside = tuple(sentences.touching(content))
        claim = replace(_bare(id_, article), content=content, sentences=inside, figures=figures.get(id_, ()))
        if attribution is not None:
            claim = _attributed(claim, annotation.attributions[attribution], annotation, of_attribution)
        return _Draft(claim, attribution)

    return tuple(draft(id_, *stretch) for stretch, id_ in zip(stretches, ids, strict=True))


def _bare(id_: str, article: Article) -> Claim:
    return Claim(
        id=id_,
        article=article.id,
        source=None,
        source_name="",
        source_kind=SourceKind.OUTLET,
        source_spans=(),
        via=(),
        cue=(),
        content=(),
        stance="says",
        hedged=False,
        voice=Voice.OUTLET,
        date=article.date,
        places=(),
        actors=(),
        sentences=(),
        figures=(),
    )


def _attributed(
    claim: Claim, attribution: Attribution, annotation: Annotation, of_attribution: Mapping[int | None, str]
) -> Claim:
    """The claim of somebody whom the article makes to say it."""
    return replace(
        claim,
        source_spans=attribution.source,
        cue=attribution.cue,
        stance=attribution.stance,
        hedged=attribution.hedged,
        voice=attribution.voice,
        date=_said_on(attribution, annotation) or claim.date,
        parent=of_attribution.get(attribution.parent),
        denies=of_attribution.get(attribution.denies),
    )


def _claims(drafts: Iterable[_Draft], mentions: tuple[Mention, ...], voices: Voices) -> tuple[Claim, ...]:
    named = Stretches([m.span for m in mentions])

    def told(draft: _Draft) -> Claim:
        inside = [mentions[i] for i in named.touching(draft.claim.content)]
        claim = replace(draft.claim, places=_entities(inside, "place"), actors=_entities(inside, "actor"))
        return _credited(claim, voices) if draft.attribution is None else _voiced(claim, draft.attribution, voices)

    return tuple(map(told, drafts))


def _voiced(claim: Claim, attribution: int, voices: Voices) -> Claim:
    """What somebody is made to say."""
    voice = voices.of[claim.article][attribution]
    return replace(
        claim,
        source=voice.source,
        source_name=voice.name,
        source_kind=voices.sources[voice.source].kind if voice.source else voice.kind,
        via=voice.via,
        source_reason=voice.reason,
    )


def _credited(claim: Claim, voices: Voices) -> Claim:
    """What nobody is made to say: the outlet's own, or that of the outlet which it passes on there."""
    outlet = voices.sources[voices.of_article[claim.article]]
    relayed = next((r for r in voices.relayed.get(claim.article, ()) if r.span.contains(claim.content[0])), None)
    if relayed is None or relayed.source == outlet.id:
        return replace(claim, source=outlet.id, source_name=outlet.name)
    source = voices.sources[relayed.source]
    return replace(
        claim,
        source=source.id,
        source_name=source.name,
        source_kind=source.kind,
        via=(outlet.id,),
        source_reason=relayed.reason,
    )


def _ids(article: str, drafts: list[_Stretch]) -> list[str]:
    """Ids by offset, so that a claim keeps its id when others come and go; doubles get a letter."""
    starts = [d.content[0].start for d in drafts]
    seen: Counter[int] = Counter()
    out = []
    for start in starts:
        seen[start] += 1
        out.append(f"{article}-c{start}" + (f"-{seen[start]}" if seen[start] > 1 else ""))
    return out


def _figures(
    article: Article, quantities: tuple[Quantity, ...], drafts: list[_Stretch], ids: list[str]
) -> dict[str, tuple[Figure, ...]]:
    """Each quantity as a figure of the smallest claim that contains it."""
    out: dict[str, list[Figure]] = {}
    for q in quantities:
        holders = [
            (sum(c.end - c.start for c in d.content), d.attribution is None, id_)
            for d, id_ in zip(drafts, ids, strict=True)
            if any(c.contains(q.span) for c in d.content)
        ]
        if not holders:
            continue
        claim = min(holders)[2]
        of = q.of.of(article.text) if q.of else ""
        figure = Figure(
            claim,
            q.counts,
            of,
            q.low,
            q.high,
            q.approximate,
            q.unit,
            q.span.of(article.text),
            q.span,
            q.scope,
            q.predicate,
        )
        out.setdefault(claim, []).append(figure)
    return {k: tuple(v) for k, v in out.items()}


def _entities(mentions: Sequence[Mention], kind: str) -> tuple[str, ...]:
    """Ids of the places or actors named in a content, in the order in which they are named."""
    return tuple(dict.fromkeys(m.entity for m in mentions if m.kind == kind and m.entity))


def _said_on(attribution: Attribution, annotation: Annotation) -> date | None:
    """When it was said, where the words around the cue tell the day ("reported on Tuesday that ...")."""
    if not attribution.cue:
        return None
    sentence = next((s.span for s in annotation.sentences if s.span.overlaps(attribution.cue[0])), None)
    for time in annotation.times:
        outside = not any(c.overlaps(time.span) for c in attribution.content)
        near = 0 <= time.span.start - attribution.cue[-1].end <= 12
        if sentence and outside and near and sentence.contains(time.span) and time.start and time.start == time.end:
            return time.start
    return None
